// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QSettings>
#include <QTemporaryDir>

namespace tagscope::test {

// The window's settings are in this folder from now on, not in the home of who runs the test.
inline void useOwnSettings(const QTemporaryDir &folder) {
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    QCoreApplication::setOrganizationName(QStringLiteral("tagscope-test"));
    QCoreApplication::setApplicationName(QStringLiteral("tagscope-test"));
}

} // namespace tagscope::test

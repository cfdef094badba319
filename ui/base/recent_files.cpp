// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/recent_files.h"

#include <QSettings>

namespace tagscope::ui {

RecentFiles RecentFiles::media() {
    return RecentFiles(QStringLiteral("recent/media"));
}

RecentFiles RecentFiles::projects() {
    return RecentFiles(QStringLiteral("recent/projects"));
}

QStringList RecentFiles::files() const {
    return QSettings().value(key_).toStringList();
}

void RecentFiles::add(const QStringList &files) const {
    QStringList all = files + RecentFiles::files();
    all.removeDuplicates();
    QSettings().setValue(key_, all.mid(0, kKept));
}

void RecentFiles::clear() const {
    QSettings().remove(key_);
}

} // namespace tagscope::ui

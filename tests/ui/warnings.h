// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QTest>

namespace tagscope::test {

// Any warning of Qt fails the test function that is running; to be called in init(). The offscreen platform says of
// itself that it knows neither window hints nor which window is on top; that is none of ours.
inline void failOnWarnings() {
    QTest::failOnWarning(
        QRegularExpression(QStringLiteral(R"(^(?!This plugin does not support (propagateSizeHints|raise)\(\)))")));
}

} // namespace tagscope::test

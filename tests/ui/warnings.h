#pragma once

#include <QRegularExpression>
#include <QTest>

namespace tagscope::test {

// Any warning of Qt fails the test function that is running; to be called in init(). The offscreen platform says of
// itself that it knows no window hints; that is none of ours.
inline void failOnWarnings() {
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support propagateSizeHints)")));
}

} // namespace tagscope::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <string>
#include <string_view>

namespace tagscope::test {

template <class T>
[[nodiscard]] std::string errorText(const Result<T> &result) {
    if (result)
        return "succeeded, and should not have";
    const Error &error = result.error();
    return "\"" + error.what() + "\"" + (error.cause.empty() ? "" : " because of: " + error.cause);
}

template <class T>
[[nodiscard]] bool failsWith(const Result<T> &result, Error::Kind kind, std::string_view words) {
    return !result && result.error().kind == kind && result.error().what().find(words) != std::string::npos;
}

} // namespace tagscope::test

// One of these stands at the end of each file of tests, before its .moc: what the class's functions need around them.
// Nothing, an event loop (QCoreApplication), or windows (QApplication; include it).
#define TAGSCOPE_PLAIN_TEST(Class)                                                                                     \
    [[maybe_unused]] static const bool is##Class##Registered =                                                         \
        tagscope::test::registerTest(__FILE__, [](int argc, char **argv) {                                             \
            Class test;                                                                                                \
            return QTest::qExec(&test, argc, argv);                                                                    \
        });
#define TAGSCOPE_CORE_TEST(Class)                                                                                      \
    [[maybe_unused]] static const bool is##Class##Registered =                                                         \
        tagscope::test::registerTest(__FILE__, [](int argc, char **argv) {                                             \
            const QCoreApplication application(argc, argv);                                                            \
            Class test;                                                                                                \
            return QTest::qExec(&test, argc, argv);                                                                    \
        });
#define TAGSCOPE_WINDOW_TEST(Class)                                                                                    \
    [[maybe_unused]] static const bool is##Class##Registered =                                                         \
        tagscope::test::registerTest(__FILE__, [](int argc, char **argv) {                                             \
            QApplication application(argc, argv);                                                                      \
            QApplication::setAttribute(Qt::AA_Use96Dpi, true);                                                         \
            Class test;                                                                                                \
            return QTest::qExec(&test, argc, argv);                                                                    \
        });

// What a Result must be; on failure the error is printed.
#define QVERIFY_OK(result)                                                                                             \
    do {                                                                                                               \
        const auto &checkedResult = (result);                                                                          \
        QVERIFY2(checkedResult.has_value(), tagscope::test::errorText(checkedResult).c_str());                         \
    } while (false)
// A failure of this kind whose sentence holds the words.
#define QVERIFY_FAILS(result, expectedKind, words)                                                                     \
    do {                                                                                                               \
        const auto &checkedResult = (result);                                                                          \
        QVERIFY2(tagscope::test::failsWith(checkedResult, expectedKind, words),                                        \
                 tagscope::test::errorText(checkedResult).c_str());                                                    \
    } while (false)

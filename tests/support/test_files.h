// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

namespace tagscope::test {

// A golden file, committed under tests/golden/.
[[nodiscard]] std::filesystem::path goldenFile(std::string_view name);

// A file or directory of the shared real inputs ($TAGSCOPE_SHARED_DATA, else ../shared/data beside the checkout);
// nothing where they are absent, and the test that wants them skips with a message.
[[nodiscard]] std::optional<std::filesystem::path> sharedData(std::string_view name);

} // namespace tagscope::test

// Leaves the test function with a message where the shared real inputs are absent; else declares `variable`.
#define TAGSCOPE_REQUIRE_SHARED(variable, name)                                                                        \
    const auto variable##Found = tagscope::test::sharedData(name);                                                     \
    if (!variable##Found)                                                                                              \
        QSKIP("needs the shared real inputs (set TAGSCOPE_SHARED_DATA): " name);                                       \
    const std::filesystem::path &variable = *variable##Found /* NOLINT(bugprone-macro-parentheses): a declaration */

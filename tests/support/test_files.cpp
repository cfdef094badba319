// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_files.h"

#include <cstdlib>
#include <system_error>

namespace tagscope::test {

namespace fs = std::filesystem;

fs::path goldenFile(std::string_view name) {
    return fs::path(TAGSCOPE_SOURCE_DIR) / "tests" / "golden" / name;
}

std::optional<fs::path> sharedData(std::string_view name) {
    const char *chosen = std::getenv("TAGSCOPE_SHARED_DATA"); // NOLINT(concurrency-mt-unsafe): read only
    const fs::path root =
        chosen != nullptr ? fs::path(chosen) : fs::path(TAGSCOPE_SOURCE_DIR) / ".." / "shared" / "data";
    std::error_code error;
    if (const fs::path file = root / name; fs::exists(file, error))
        return file;
    return std::nullopt;
}

} // namespace tagscope::test

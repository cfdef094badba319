// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/style/file_lengths.h"

#include "tests/style/source_files.h"

namespace tagscope::style {

Findings checkFileLengths(const std::filesystem::path &root) {
    Findings findings;
    for (const auto &file : sourceFiles(root, {"app", "core", "packaging", "tests", "ui"},
                                        {".h", ".cpp", ".cmake", "CMakeLists.txt", ".sh", ".py"})) {
        ++findings.filesRead;
        const std::size_t lines = linesOf(root / file).size();
        if (lines > kLongestFile)
            findings.violations.push_back({file, 0,
                                           "has " + std::to_string(lines) + " lines; more than " +
                                               std::to_string(kLongestFile) + " is a file to split"});
    }
    return findings;
}

} // namespace tagscope::style

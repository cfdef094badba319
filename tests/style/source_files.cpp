// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/style/source_files.h"

#include <algorithm>
#include <fstream>
#include <stdexcept>

namespace tagscope::style {

namespace fs = std::filesystem;

std::vector<fs::path> sourceFiles(const fs::path &root, const std::vector<std::string> &tops,
                                  const std::vector<std::string> &endings) {
    std::vector<fs::path> files;
    for (const std::string &top : tops) {
        if (!fs::is_directory(root / top))
            continue;
        for (const fs::directory_entry &entry : fs::recursive_directory_iterator(root / top)) {
            const std::string name = entry.path().filename().string();
            const bool isWanted = std::any_of(endings.begin(), endings.end(),
                                              [&](const std::string &ending) { return name.ends_with(ending); });
            if (entry.is_regular_file() && isWanted)
                files.push_back(entry.path().lexically_relative(root));
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::vector<std::string> linesOf(const fs::path &file) {
    std::ifstream stream(file);
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    if (!stream.eof())
        throw std::runtime_error(file.string() + " cannot be read");
    return lines;
}

} // namespace tagscope::style

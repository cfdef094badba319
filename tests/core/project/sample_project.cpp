// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/project/sample_project.h"

#include <fstream>

namespace tagscope::test {

std::filesystem::path Folder::write(std::string_view name, std::string_view content) const {
    const std::filesystem::path file = path(name);
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << content;
    return file;
}

std::vector<EventClass> threeClasses() {
    return {{"dog", "", {"dog"}, 0.5, 0.5},
            {"rain", "/m/06mb1", {"rain", "heavy rain"}, 0.25, 0.125},
            {"a, b", "", {}, 1.0, 0.0}};
}

std::vector<NewClip> clipsNamed(std::size_t count, std::string_view split, std::string_view prefix) {
    std::vector<NewClip> clips;
    for (std::size_t i = 0; i < count; ++i)
        clips.push_back({std::string(prefix) + std::to_string(i), {}, Seconds(0), Seconds(10), std::string(split)});
    return clips;
}

} // namespace tagscope::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/media_folder.h"

#include "core/base/try.h"
#include "core/base/unicode_text.h"
#include "core/exchange/media_search.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace tagscope {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kSplitFolders{{{"train", "training"},
                                                                                      {"training", "training"},
                                                                                      {"val", "validation"},
                                                                                      {"valid", "validation"},
                                                                                      {"validation", "validation"},
                                                                                      {"dev", "validation"},
                                                                                      {"test", "test"},
                                                                                      {"eval", "evaluation"},
                                                                                      {"evaluation", "evaluation"}}};

std::string splitCalled(const std::string &folder) {
    const std::string form = normalForm(folder);
    const auto *const found =
        std::ranges::find(kSplitFolders, form, [](const auto &entry) { return std::string(entry.first); });
    return found == kSplitFolders.end() ? std::string() : std::string(found->second);
}

} // namespace

Result<FolderContents> contentsOfFolder(const fs::path &folder, std::stop_token stop) {
    const std::vector<fs::path> files = TAGSCOPE_TRY(findMediaFiles(folder, std::move(stop)));
    const fs::path root = fs::absolute(folder).lexically_normal();
    FolderContents contents;
    for (const fs::path &file : files) {
        FolderFile &entry = contents.files.emplace_back();
        entry.file = file;
        std::vector<std::string> folders;
        for (const fs::path &part : file.lexically_relative(root).parent_path())
            folders.push_back(part.string());
        auto next = folders.begin();
        if (next != folders.end() && !(entry.split = splitCalled(*next)).empty())
            ++next;
        if (next != folders.end())
            entry.label = composed(*next); // as a Mac names folders, nobody types
        if (entry.label.empty())
            ++contents.unlabelled;
        else
            ++contents.labels[entry.label];
    }
    return contents;
}

} // namespace tagscope

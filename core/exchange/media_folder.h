// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <filesystem>
#include <map>
#include <stop_token>
#include <string>
#include <vector>

// What the folders say of the media in them, as data sets are often kept: dog/a.wav, or train/dog/a.wav.
namespace tagscope {

struct FolderFile {
    std::filesystem::path file;
    std::string label; // the folder it lies in, below the one that was asked for; empty: in that one itself
    std::string split; // as a project calls it; empty where no folder is named so
};

struct FolderContents {
    std::vector<FolderFile> files;             // in the order of their paths
    std::map<std::string, std::size_t> labels; // how many files each has
    std::size_t unlabelled = 0;
};

// The first folder on the way from `folder` to a file is its label; where that is the name of a split ("train", "val",
// "test", …) the file is of that split, and the next folder is its label. Reads names, no contents.
// Errors: those of findMediaFiles().
[[nodiscard]] Result<FolderContents> contentsOfFolder(const std::filesystem::path &folder, std::stop_token stop = {});

} // namespace tagscope

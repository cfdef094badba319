// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fusion/metrics.h"
#include "core/project/clip_table.h"
#include "core/words/class_lists.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

// Lists of clips for other people's tools, as text.
namespace tagscope {

// metadata.jsonl of a Hugging Face folder: an object a clip with file_name (relative to `directory` where the media lie
// below it), labels and, where they say something, start, duration and split. readClipListCsv() reads it.
[[nodiscard]] std::string huggingFaceList(std::span<const Clip> clips, const BinaryTable &labels,
                                          const std::vector<EventClass> &events,
                                          const std::filesystem::path &directory);

// A clip's recording as YouTube has it, by the names that data sets give clips: "<id>", "Y<id>", "<id>_30.000_40.000",
// "<id>_30000". Nothing where the name begins with no such id.
[[nodiscard]] std::optional<std::string> youtubeIdOf(const Clip &clip);

struct DownloadList {
    std::string text; // a batch file of yt-dlp: an address a recording, its clips in comments before it
    std::size_t clips = 0;
    std::vector<std::string> unknown; // clips whose names say no address
};
// Of the clips that are missing.
[[nodiscard]] DownloadList downloadListOf(std::span<const Clip> clips);

} // namespace tagscope

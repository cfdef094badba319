// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/export.h"
#include "core/formats/region_format.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

namespace tagscope {
namespace {

constexpr std::array<std::pair<ExportContent, std::string_view>, 11> kContents{
    {{ExportContent::Labels, "labels"},
     {ExportContent::Tags, "tags"},
     {ExportContent::Scores, "scores"},
     {ExportContent::Verdicts, "verdicts"},
     {ExportContent::Activations, "activations"},
     {ExportContent::Corrected, "corrected"},
     {ExportContent::Patch, "patch"},
     {ExportContent::History, "history"},
     {ExportContent::Regions, "regions"},
     {ExportContent::Detections, "detections"},
     {ExportContent::Missing, "missing"}}};
constexpr ExportFormat kDcase2017{"dcase2017", "DCASE 2017 (weak)"};
constexpr ExportFormat kAudioSet{"audioset", "AudioSet"};
constexpr ExportFormat kHuggingFace{"huggingface", "Hugging Face (metadata.jsonl)"};
constexpr ExportFormat kYtDlp{"yt-dlp", "yt-dlp (batch file)"};
constexpr ExportFormat kNumPy{"npy", "NumPy", ExportFormat::Layout::Folder};

ExportFormat asExportFormat(const RegionFormat &format) {
    using Layout = RegionFormat::Layout;
    return {format.id, format.title,
            format.layout == Layout::List     ? ExportFormat::Layout::List
            : format.layout == Layout::Folder ? ExportFormat::Layout::Folder
                                              : ExportFormat::Layout::FileForEachClip};
}

ExportFormat ownFormatNamed(std::string_view id) {
    for (const ExportFormat &format : {kDcase2017, kAudioSet, kHuggingFace, kYtDlp, kNumPy})
        if (format.id == id)
            return format;
    return asExportFormat(*regionFormatNamed(id));
}

// The names of formats that keep other things than regions as well.
std::vector<ExportFormat> named(std::initializer_list<std::string_view> ids) {
    std::vector<ExportFormat> formats;
    for (const std::string_view id : ids)
        formats.push_back(ownFormatNamed(id));
    return formats;
}

} // namespace

std::optional<ExportContent> exportContentNamed(std::string_view name) {
    const auto *found = std::ranges::find(kContents, name, &std::pair<ExportContent, std::string_view>::second);
    return found != kContents.end() ? std::optional(found->first) : std::nullopt;
}

std::string_view nameOf(ExportContent content) {
    return std::ranges::find(kContents, content, &std::pair<ExportContent, std::string_view>::first)->second;
}

std::vector<std::string_view> exportContentNames() {
    std::vector<std::string_view> names;
    for (const auto &[content, name] : kContents)
        names.push_back(name);
    return names;
}

std::vector<ExportFormat> formatsOf(ExportContent content) {
    std::vector<ExportFormat> formats;
    switch (content) {
    case ExportContent::Labels:
        return named({"dcase2017", "dcase2017-strong", "audioset", "csv", "huggingface"});
    case ExportContent::Tags:
        return named({"dcase2017", "csv", "jams", "huggingface"});
    case ExportContent::Activations:
        return named({"sed_scores_eval", "npy", "jams"});
    case ExportContent::Scores:
        return named({"csv", "npy", "jams"});
    case ExportContent::Corrected:
        return named({"dcase2017", "audioset", "csv", "huggingface"});
    case ExportContent::Missing:
        return named({"yt-dlp"});
    case ExportContent::Regions:
    case ExportContent::Detections:
        for (const RegionFormat &format : regionFormats())
            if (format.write != nullptr)
                formats.push_back(asExportFormat(format));
        return formats;
    case ExportContent::Verdicts:
    case ExportContent::Patch:
    case ExportContent::History:
        break;
    }
    return named({"csv"});
}

bool isOffered(ExportContent content, std::string_view format) {
    const std::vector<ExportFormat> formats = formatsOf(content);
    return std::ranges::find(formats, format, &ExportFormat::id) != formats.end();
}

std::vector<ExportFormat> exportFormats() {
    std::vector<ExportFormat> all;
    for (const auto &[content, name] : kContents)
        for (const ExportFormat &format : formatsOf(content))
            if (std::ranges::find(all, format.id, &ExportFormat::id) == all.end())
                all.push_back(format);
    return all;
}

} // namespace tagscope

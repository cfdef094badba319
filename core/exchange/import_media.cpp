// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import_media.h"

#include "core/base/try.h"
#include "core/exchange/media_search.h"
#include "core/media/media_info.h"

#include <algorithm>
#include <cstdio>
#include <map>

namespace tagscope {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostNotes = 20;       // of files that could not be read; the others are counted
constexpr double kShortestRestSeconds = 0.5; // of a recording, to be a clip of its own

std::string nameInFolder(const fs::path &folder, const fs::path &file, Seconds start, Seconds end, bool isPart) {
    std::string name = file.lexically_relative(folder).replace_extension().generic_string();
    if (!isPart)
        return name;
    char times[64];
    std::snprintf(times, sizeof times, "_%.3f_%.3f", start.count(), end.count());
    return name + times;
}

// The clips that a recording is cut into.
void cut(const fs::path &folder, const fs::path &file, Seconds duration, Seconds clipDuration, const std::string &split,
         std::vector<ImportedClip> &clips) {
    const bool isLong = duration.count() > clipDuration.count() + kShortestRestSeconds;
    for (Seconds start{0};; start += clipDuration) {
        const Seconds left = duration - start;
        if (start > Seconds(0) && left.count() < kShortestRestSeconds)
            return;
        const Seconds length = std::min(left, clipDuration);
        clips.push_back({nameInFolder(folder, file, start, start + length, isLong), file, start, length, split, {}});
    }
}

// Files that differ in their extension alone keep it in the name.
void makeDistinct(std::vector<ImportedClip> &clips) {
    std::map<std::string, int> seen;
    for (const ImportedClip &clip : clips)
        ++seen[clip.name];
    for (ImportedClip &clip : clips)
        if (seen.at(clip.name) > 1)
            clip.name += clip.media.extension().string();
}

} // namespace

Result<ImportReport> importMedia(Project &project, const MediaImport &import, const Progress &progress,
                                 std::stop_token stop) {
    const std::vector<fs::path> files = TAGSCOPE_TRY(findMediaFiles(import.folder, stop));
    const fs::path folder = fs::absolute(import.folder).lexically_normal();
    ImportReport report;
    std::vector<ImportedClip> clips;
    std::size_t unread = 0;
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (progress)
            progress(static_cast<double>(i) / static_cast<double>(files.size()), "reading media");
        const Result<MediaInfo> info = probeMedia(files[i], stop);
        if (!info && info.error().isCancelled())
            return tl::unexpected(info.error());
        if (!info || info->duration <= Seconds(0)) {
            if (++unread <= kMostNotes)
                report.notes.push_back(info ? Message("exchange.no_duration", files[i]) : info.error().message);
            continue;
        }
        cut(folder, files[i], info->duration, project.clipDuration(), import.split, clips);
    }
    if (unread > kMostNotes)
        report.notes.push_back({"exchange.more_unread", unread - kMostNotes});
    if (clips.empty())
        return fail(Error::Kind::Inconsistent, {"exchange.no_readable_media", folder});
    makeDistinct(clips);
    return importClips(project, clips, report).map([&report](const std::vector<ClipId> &) { return report; });
}

} // namespace tagscope

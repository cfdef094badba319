// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import_media.h"

#include "core/base/try.h"
#include "core/exchange/event_finder.h"
#include "core/exchange/media_folder.h"
#include "core/exchange/validation_draw.h"
#include "core/media/media_info.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <optional>
#include <utility>

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
void cut(const fs::path &folder, const FolderFile &file, Seconds duration, Seconds clipDuration,
         std::vector<ImportedClip> &clips) {
    const bool isLong = duration.count() > clipDuration.count() + kShortestRestSeconds;
    for (Seconds start{0};; start += clipDuration) {
        const Seconds left = duration - start;
        if (start > Seconds(0) && left.count() < kShortestRestSeconds)
            return;
        const Seconds length = std::min(left, clipDuration);
        clips.push_back(
            {nameInFolder(folder, file.file, start, start + length, isLong), file.file, start, length, file.split, {}});
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

// The recordings of the folder that can be read, as clips without labels.
Result<std::vector<ImportedClip>> clipsOf(const fs::path &folder, const std::vector<FolderFile> &files,
                                          Seconds clipDuration, ImportReport &report, const Progress &progress,
                                          const std::stop_token &stop) {
    std::vector<ImportedClip> clips;
    std::size_t unread = 0;
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (progress)
            progress(static_cast<double>(i) / static_cast<double>(files.size()), "reading media");
        const Result<MediaInfo> info = probeMedia(files[i].file, stop);
        if (!info && (info.error().isCancelled() || info.error().kind == Error::Kind::Internal))
            return tl::unexpected(info.error());
        if (!info || info->duration <= Seconds(0)) {
            if (++unread <= kMostNotes)
                report.notes.push_back(info ? Message("exchange.no_duration", files[i].file) : info.error().message);
            continue;
        }
        cut(folder, files[i], info->duration, clipDuration, clips);
    }
    if (unread > kMostNotes)
        report.notes.push_back({"exchange.more_unread", unread - kMostNotes});
    if (clips.empty())
        return fail(Error::Kind::Inconsistent, {"exchange.no_readable_media", folder});
    makeDistinct(clips);
    return clips;
}

Result<void> addMissingEvents(Project &project, const FolderContents &contents) {
    EventFinder finder(project.classes(), {});
    for (const auto &[label, files] : contents.labels)
        (void)finder.findOrAdd(label);
    return addEvents(project, finder.added());
}

// Gives each clip the label of its file.
void label(std::vector<ImportedClip> &clips, const FolderContents &contents, const std::vector<EventClass> &events,
           ImportReport &report) {
    const EventFinder finder(events, {});
    std::map<fs::path, int> eventOf;
    for (const FolderFile &file : contents.files)
        if (const std::optional<int> event = finder.find(file.label))
            eventOf[file.file] = *event;
    for (ImportedClip &clip : clips)
        if (const auto event = eventOf.find(clip.media); event != eventOf.end())
            clip.events = {event->second};
    for (const auto &[name, files] : contents.labels)
        if (!finder.find(name))
            report.notes.push_back({"exchange.folder_no_event", name, files});
}

// Moves recordings that are new to validation, each with all its clips.
Result<void> drawValidationOf(std::vector<ImportedClip> &clips, const Project &project, const MediaImport &import,
                              ImportReport &report) {
    if (import.validationRecordings == 0)
        return {};
    std::map<fs::path, std::vector<std::size_t>> recordings;
    for (std::size_t i = 0; i < clips.size(); ++i) {
        const std::optional<Clip> known = TAGSCOPE_TRY(project.clipNamed(clips[i].name));
        if (!known)
            recordings[clips[i].media].push_back(i);
    }
    std::vector<const std::vector<std::size_t> *> rows;
    BinaryTable labels(recordings.size(), project.classes().size());
    for (const auto &[file, of] : recordings) {
        for (const int event : clips[of.front()].events)
            labels(rows.size(), static_cast<std::size_t>(event)) = 1;
        rows.push_back(&of);
    }
    const std::vector<std::size_t> drawn = TAGSCOPE_TRY(drawBalanced(labels, import.validationRecordings, import.seed));
    for (const std::size_t row : drawn)
        for (const std::size_t clip : *rows[row]) {
            clips[clip].split = "validation";
            ++report.drawn;
        }
    return {};
}

} // namespace

Result<ImportReport> importMedia(Project &project, const MediaImport &import, const Progress &progress,
                                 std::stop_token stop) {
    FolderContents contents = TAGSCOPE_TRY(contentsOfFolder(import.folder, stop));
    for (FolderFile &file : contents.files)
        if (!import.areLabelsFromSubfolders || file.split.empty())
            file.split = import.split;
    const fs::path folder = fs::absolute(import.folder).lexically_normal();
    ImportReport report;
    std::vector<ImportedClip> clips =
        TAGSCOPE_TRY(clipsOf(folder, contents.files, project.clipDuration(), report, progress, stop));
    if (import.areLabelsFromSubfolders) {
        if (import.addsEvents)
            TAGSCOPE_TRY(addMissingEvents(project, contents));
        label(clips, contents, project.classes(), report);
    }
    TAGSCOPE_TRY(drawValidationOf(clips, project, import, report));
    return importClips(project, clips, report).map([&report](const std::vector<ClipId> &) { return report; });
}

} // namespace tagscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/project_import.h"

#include "core/base/paths.h"
#include "core/exchange/import_csv.h"
#include "core/exchange/import_dcase.h"
#include "core/exchange/media_search.h"
#include "core/formats/dcase_clip_lists.h"
#include "core/media/media_info.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <utility>

namespace tagscope {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostNotes = 20;       // of files that could not be read; the others are counted
constexpr double kShortestRestSeconds = 0.5; // of a recording, to be a clip of its own

std::string nameOf(const fs::path &folder, const fs::path &file, Seconds start, Seconds end, bool isPart) {
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
        clips.push_back({nameOf(folder, file, start, start + length, isLong), file, start, length, split, {}});
    }
}

Result<ImportReport> importMedia(Project &project, const ui::ImportWish &wish, const Progress &progress,
                                 const std::stop_token &stop) {
    const Result<std::vector<fs::path>> files = findMediaFiles(wish.media, stop);
    if (!files)
        return tl::unexpected(files.error());
    const fs::path folder = fs::absolute(wish.media).lexically_normal();
    ImportReport report;
    std::vector<ImportedClip> clips;
    std::size_t unread = 0;
    for (std::size_t i = 0; i < files->size(); ++i) {
        if (progress)
            progress(static_cast<double>(i) / static_cast<double>(files->size()), "reading media");
        const Result<MediaInfo> info = probeMedia((*files)[i], stop);
        if (!info && info.error().isCancelled())
            return tl::unexpected(info.error());
        if (!info || info->duration <= Seconds(0)) {
            if (++unread <= kMostNotes)
                report.notes.push_back(info ? (*files)[i].string() + " does not say how long it is."
                                            : info.error().what());
            continue;
        }
        cut(folder, (*files)[i], info->duration, project.clipDuration(), wish.split, clips);
    }
    if (unread > kMostNotes)
        report.notes.push_back("So it is with " + std::to_string(unread - kMostNotes) + " more files.");
    if (clips.empty())
        return fail(Error::Kind::Inconsistent, "There are no video or sound files that can be read in " +
                                                   folder.string() + ". Name another folder.");
    // Files that differ in their extension alone keep it in the name.
    std::map<std::string, int> seen;
    for (const ImportedClip &clip : clips)
        ++seen[clip.name];
    for (ImportedClip &clip : clips)
        if (seen.at(clip.name) > 1)
            clip.name += clip.media.extension().string();
    return importClips(project, clips, report).map([&report](const std::vector<ClipId> &) { return report; });
}

Result<ImportReport> importAny(Project &project, const ui::ImportWish &wish, const Progress &progress,
                               const std::stop_token &stop) {
    if (wish.lists.empty() && wish.media.empty())
        return fail(Error::Kind::Inconsistent, "Name a folder of media, lists of labels, or both.");
    if (wish.lists.empty())
        return importMedia(project, wish, progress, stop);
    const bool isOrganisers = findDcaseLists(wish.lists).has_value();
    std::error_code error;
    const bool isOneFile = wish.lists.size() == 1 && fs::is_regular_file(wish.lists.front(), error);
    if (!isOrganisers && isOneFile)
        return importCsv(project, {wish.lists.front(), wish.media}, progress, stop);
    return importDcase2017(project, {wish.lists, wish.media, wish.validationClips, wish.seed}, progress, stop);
}

Result<std::vector<EventClass>> classesOf(const ui::NewProjectWish &wish) {
    if (!wish.classList.empty())
        return readEventClasses(wish.classList);
    if (!wish.classNames.empty()) {
        std::vector<EventClass> classes;
        for (const std::string &name : wish.classNames) {
            classes.emplace_back();
            classes.back().name = name;
            classes.back().words = {name};
        }
        return classes;
    }
    if (wish.areClassesOfList && wish.import && wish.import->lists.size() == 1)
        return classesOfCsv(wish.import->lists.front());
    return resourceFile("classes/dcase2017-task4.tsv").and_then([](const fs::path &file) {
        return readEventClasses(file);
    });
}

} // namespace

Result<ui::ImportTold> importInto(Project &project, const ui::ImportWish &wish, const Progress &progress,
                                  const std::stop_token &stop) {
    return importAny(project, wish, progress, stop).map([&project](const ImportReport &report) {
        return ui::ImportTold{project.file(), report.added, report.known, report.missing, report.drawn, report.notes};
    });
}

Result<ui::ImportTold> createProject(const ui::NewProjectWish &wish, const Progress &progress,
                                     const std::stop_token &stop) {
    const Result<std::vector<EventClass>> classes = classesOf(wish);
    if (!classes)
        return tl::unexpected(classes.error());
    Result<ui::ImportTold> told = ui::ImportTold{wish.file, 0, 0, 0, 0, {}};
    {
        Result<Project> project = Project::create(wish.file, *classes, wish.clipDuration);
        if (!project)
            return tl::unexpected(project.error());
        if (wish.import)
            told = importInto(*project, *wish.import, progress, stop);
    }
    std::error_code ignored;
    if (!told)
        fs::remove(wish.file, ignored);
    return told;
}

} // namespace tagscope

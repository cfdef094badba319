// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import_csv.h"

#include "core/formats/clip_list_csv.h"

#include <set>
#include <string>
#include <utility>

namespace tagscope {
namespace {

namespace fs = std::filesystem;

Result<ImportedClip> clipOf(const CsvClip &row, const CsvClipList &list, const Project &project, const fs::path &base) {
    ImportedClip clip{row.name,
                      base / row.path,
                      row.start.value_or(Seconds(0)),
                      row.duration.value_or(project.clipDuration()),
                      row.split,
                      {}};
    for (const std::string &label : row.labels) {
        const std::optional<int> event = eventNamed(project, label);
        if (!event)
            return list.failAtLabel(row, "\"" + label + "\" is none of the classes of " + project.file().string() +
                                             ". Correct it, or make a project with this class.");
        clip.events.push_back(*event);
    }
    return clip;
}

} // namespace

Result<ImportReport> importCsv(Project &project, const CsvImport &import, const Progress &progress,
                               std::stop_token stop) {
    if (progress)
        progress(0.0, "reading the list");
    const Result<CsvClipList> list = readClipListCsv(import.list);
    if (!list)
        return tl::unexpected(list.error());
    const fs::path base = fs::absolute(import.media.empty() ? fs::absolute(import.list).parent_path() : import.media);
    std::vector<ImportedClip> clips;
    for (const CsvClip &row : list->clips) {
        Result<ImportedClip> clip = clipOf(row, *list, project, base);
        if (!clip)
            return tl::unexpected(clip.error());
        clips.push_back(std::move(*clip));
    }
    if (progress)
        progress(0.5, "storing");
    ImportReport report;
    const Result<void> stored = project.atomically([&]() -> Result<void> {
        const Result<std::vector<ClipId>> ids = importClips(project, clips, report);
        if (!ids)
            return tl::unexpected(ids.error());
        if (stop.stop_requested())
            return cancelled();
        return {};
    });
    if (!stored)
        return tl::unexpected(stored.error());
    if (progress)
        progress(1.0, "storing");
    return report;
}

Result<std::vector<EventClass>> classesOfCsv(const fs::path &file) {
    const Result<CsvClipList> list = readClipListCsv(file);
    if (!list)
        return tl::unexpected(list.error());
    std::vector<EventClass> classes;
    std::set<std::string> seen;
    for (const CsvClip &row : list->clips)
        for (const std::string &label : row.labels)
            if (seen.insert(label).second)
                classes.push_back({label, {}, {label}, 0.5, 0.5});
    if (classes.empty())
        return fail(Error::Kind::Inconsistent,
                    file.string() + " names no labels that could be the classes of a new project. Name the classes.");
    return classes;
}

} // namespace tagscope

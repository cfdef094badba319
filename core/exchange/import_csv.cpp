// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import_csv.h"

#include "core/base/try.h"
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
        const std::optional<std::size_t> event = eventNamed(project.classes(), label);
        if (!event)
            return list.failAtLabel(row, {"exchange.not_a_class", label, project.file()});
        clip.events.push_back(static_cast<int>(*event));
    }
    return clip;
}

} // namespace

Result<ImportReport> importCsv(Project &project, const CsvImport &import, const Progress &progress,
                               std::stop_token stop) {
    if (progress)
        progress(0.0, "reading the list");
    const CsvClipList list = TAGSCOPE_TRY(readClipListCsv(import.list));
    const fs::path base = fs::absolute(import.media.empty() ? fs::absolute(import.list).parent_path() : import.media);
    std::vector<ImportedClip> clips;
    for (const CsvClip &row : list.clips)
        clips.emplace_back() = TAGSCOPE_TRY(clipOf(row, list, project, base));
    if (progress)
        progress(0.5, "storing");
    ImportReport report;
    const Result<void> stored = project.atomically([&]() -> Result<void> {
        TAGSCOPE_TRY(importClips(project, clips, report));
        if (stop.stop_requested())
            return cancelled();
        return {};
    });
    TAGSCOPE_TRY(stored);
    if (progress)
        progress(1.0, "storing");
    return report;
}

Result<std::vector<EventClass>> classesOfCsv(const fs::path &file) {
    const CsvClipList list = TAGSCOPE_TRY(readClipListCsv(file));
    std::vector<EventClass> classes;
    std::set<std::string> seen;
    for (const CsvClip &row : list.clips)
        for (const std::string &label : row.labels)
            if (seen.insert(label).second)
                classes.push_back({label, {}, {label}, 0.5, 0.5});
    if (classes.empty())
        return fail(Error::Kind::Inconsistent, {"exchange.csv_without_labels", file});
    return classes;
}

} // namespace tagscope

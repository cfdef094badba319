// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import_csv.h"

#include "core/base/try.h"
#include "core/base/unicode_text.h"
#include "core/exchange/event_finder.h"
#include "core/formats/clip_list_csv.h"
#include "core/formats/time_cells.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

namespace tagscope {
namespace {

namespace fs = std::filesystem;

bool isOnDisk(const fs::path &path) {
    std::error_code error;
    return fs::exists(path, error);
}

// Finds the files of a list below a folder: as the list has them, or with the slashes of this system, or with the
// accents of another one. Each folder is read once, and only where something of it is missed.
class ListedFiles {
public:
    explicit ListedFiles(fs::path base) : base_(std::move(base)) {}

    struct FoundFile {
        fs::path path; // as the list has it where there is none
        bool isThere = false;
    };

    FoundFile find(const fs::path &listed) {
        fs::path asListed = base_ / listed;
        if (!isKnownToLack(asListed) && isOnDisk(asListed))
            return {std::move(asListed), true};
        std::string slashed = listed.string();
        std::ranges::replace(slashed, '\\', '/');
        fs::path place = base_;
        for (const fs::path &part : fs::path(slashed)) {
            const std::map<std::string, fs::path> &names = namesIn(place);
            const auto same = names.find(composed(part.string()));
            if (part.has_root_directory() || part == ".." || part == ".") {
                place /= part;
            } else if (same != names.end()) {
                place = same->second;
            } else {
                std::optional<fs::path> file = withSuffix(names, part.string());
                const bool isThere = file && isOnDisk(*file);
                return {isThere ? std::move(*file) : std::move(asListed), isThere};
            }
        }
        return {place, isOnDisk(place)};
    }

private:
    // Lists of some data sets name files without it.
    static std::optional<fs::path> withSuffix(const std::map<std::string, fs::path> &names, const std::string &stem) {
        if (names.empty())
            return std::nullopt;
        for (const char *suffix : {".wav", ".flac", ".mp3", ".ogg", ".m4a", ".mp4", ".mkv", ".webm"})
            if (const auto found = names.find(composed(stem + suffix)); found != names.end())
                return found->second;
        return std::nullopt;
    }

    // Of a folder that was read, without asking the file system once more for each of millions of rows.
    [[nodiscard]] bool isKnownToLack(const fs::path &file) const {
        const auto known = folders_.find(file.parent_path().native());
        return known != folders_.end() && !known->second.contains(composed(file.filename().native()));
    }

    const std::map<std::string, fs::path> &namesIn(const fs::path &folder) {
        const auto [known, isNew] = folders_.try_emplace(folder.native());
        std::error_code error;
        if (isNew)
            for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
                known->second.emplace(composed(entry->path().filename().string()), entry->path());
        return known->second;
    }

    fs::path base_;
    std::unordered_map<std::string, std::map<std::string, fs::path>> folders_; // by composed names
};

// The events of a row; the label that is none, where there is one. A label that holds commas may be several, where each
// of them is an event.
tl::expected<std::vector<int>, std::string> eventsOf(const CsvClip &row, const EventFinder &events) {
    std::vector<int> found;
    for (const std::string &label : row.labels) {
        if (const std::optional<int> event = events.find(label)) {
            found.push_back(*event);
            continue;
        }
        const std::vector<std::string> parts = cellsSeparatedBy(',', label);
        for (const std::string &part : parts) {
            const std::optional<int> event = events.find(part);
            if (!event || parts.size() < 2)
                return tl::unexpected(label);
            found.push_back(*event);
        }
    }
    return found;
}

std::vector<std::string> unknownLabels(const CsvClipList &list, const Project &project) {
    EventFinder finder(project.classes(), {});
    for (const CsvClip &row : list.clips)
        for (const std::string &label : row.labels) {
            CsvClip alone;
            alone.labels = {label};
            if (!eventsOf(alone, finder))
                (void)finder.findOrAdd(label);
        }
    return finder.added();
}

// A row whose media are not there.
struct MissingMedia {
    std::size_t line = 0;
    fs::path media;
};

// What of a list goes into the project.
struct Importable {
    std::vector<ImportedClip> clips;
    std::vector<std::pair<std::size_t, std::vector<LabelModality>>> modalities; // of clips[first]
    std::size_t missing = 0;
    std::vector<MissingMedia> firstMissing; // as far as a person reads on
    std::vector<LeftOutRow> leftOut;
};

constexpr std::size_t kMostMissingNamed = 20;

// Takes all that is large out of the list, so that millions of rows are not in memory twice.
Result<Importable> importableOf(CsvClipList &list, const Project &project, const EventFinder &events,
                                ListedFiles &files) {
    Importable made;
    made.leftOut = list.leftOut;
    made.clips.reserve(list.clips.size());
    for (CsvClip &row : list.clips) {
        auto found = eventsOf(row, events);
        if (!found) {
            const Message unknown{"exchange.not_a_class", found.error(), project.file()};
            if (row.line == list.clips.back().line && made.clips.empty())
                return list.failAtLabel(row, unknown);
            made.leftOut.push_back({row.line, {"formats.in_column", list.labelsColumn + 1, unknown}});
            continue;
        }
        ListedFiles::FoundFile media = files.find(row.path);
        ImportedClip clip{std::move(row.name),
                          std::move(media.path),
                          row.start.value_or(Seconds(0)),
                          row.duration.value_or(project.clipDuration()),
                          std::move(row.split),
                          std::move(*found)};
        row.path = fs::path();
        row.labels = {};
        if (!media.isThere) {
            if (made.missing++ < kMostMissingNamed)
                made.firstMissing.push_back({row.line, clip.media});
        } else if (clip.name.find('\\') != std::string::npos && clip.media.string().find('\\') == std::string::npos) {
            std::ranges::replace(clip.name, '\\', '/'); // of another system
        }
        if (!row.modalities.empty())
            made.modalities.emplace_back(made.clips.size(), std::move(row.modalities));
        made.clips.push_back(std::move(clip));
    }
    list.clips = {};
    return made;
}

// What the list says of labels beyond that they are there.
Result<void> storeModalities(Project &project, const Importable &made, const std::vector<ClipId> &ids,
                             const EventFinder &events) {
    std::vector<KnownPresence> known;
    for (const auto &[clip, modalities] : made.modalities)
        for (const LabelModality &modality : modalities)
            if (const std::optional<int> event = events.find(modality.label))
                known.push_back({ids[clip], *event, modality.isAudible, modality.isVisible});
    return known.empty() ? Result<void>() : project.setPresence(known);
}

// Of a Hugging Face folder its metadata.
fs::path listIn(const fs::path &place) {
    std::error_code error;
    if (!fs::is_directory(place, error))
        return place;
    return isOnDisk(place / "metadata.jsonl") ? place / "metadata.jsonl" : place / "metadata.csv";
}

void noteMissing(const fs::path &list, const Importable &made, std::vector<Message> &notes) {
    for (const MissingMedia &missing : made.firstMissing)
        notes.push_back({"base.in_line", list, missing.line, Message("exchange.media_not_there", missing.media)});
    if (made.missing > kMostMissingNamed)
        notes.push_back({"exchange.more_unread", made.missing - kMostMissingNamed});
}

} // namespace

Result<ImportReport> importCsv(Project &project, const CsvImport &import, const Progress &progress,
                               std::stop_token stop) {
    if (progress)
        progress(0.0, "reading the list");
    CsvClipList list = TAGSCOPE_TRY(readClipListCsv(listIn(import.list)));
    const fs::path base = fs::absolute(import.media.empty() ? fs::absolute(list.file).parent_path() : import.media);
    if (import.addsEvents)
        TAGSCOPE_TRY(addEvents(project, unknownLabels(list, project)));
    const EventFinder events(project.classes(), {});
    ListedFiles files(base);
    Importable made = TAGSCOPE_TRY(importableOf(list, project, events, files));
    if (progress)
        progress(0.5, "storing");
    ImportReport report;
    const Result<void> stored = project.atomically([&]() -> Result<void> {
        const std::vector<ClipId> ids = TAGSCOPE_TRY(importClips(project, made.clips, report));
        TAGSCOPE_TRY(storeModalities(project, made, ids, events));
        if (stop.stop_requested())
            return cancelled();
        return {};
    });
    TAGSCOPE_TRY(stored);
    FileReport file;
    file.file = list.file;
    file.rows = made.clips.size() + made.leftOut.size();
    file.added = report.added;
    file.known = report.known;
    file.leftOut = std::move(made.leftOut);
    file.notes = list.notes;
    const std::vector<Message> sentences = sentencesOf(file);
    report.notes.insert(report.notes.begin(), sentences.begin(), sentences.end());
    report.files.push_back(std::move(file));
    noteMissing(list.file, made, report.notes);
    if (progress)
        progress(1.0, "storing");
    return report;
}

Result<std::vector<EventClass>> classesOfCsv(const fs::path &file) {
    const CsvClipList list = TAGSCOPE_TRY(readClipListCsv(listIn(file)));
    std::set<std::string> alone; // labels that occur without a comma
    for (const CsvClip &row : list.clips)
        for (const std::string &label : row.labels)
            if (label.find(',') == std::string::npos)
                alone.insert(normalForm(label));
    std::vector<EventClass> classes;
    std::set<std::string> seen;
    for (const CsvClip &row : list.clips)
        for (const std::string &label : row.labels) {
            const std::vector<std::string> parts = cellsSeparatedBy(',', label);
            const bool isJoined = parts.size() > 1 && std::ranges::all_of(parts, [&alone](const std::string &part) {
                                      return alone.contains(normalForm(part));
                                  });
            // "Air horn, truck horn" is one class; "Siren,Bicycle" is one that nobody would write so.
            if (parts.size() > 1 && !isJoined && label.find(", ") == std::string::npos)
                return list.failAtLabel(row, {"exchange.one_class_or_several", label});
            if (!isJoined && seen.insert(normalForm(label)).second)
                classes.push_back({label, {}, {label}, 0.5, 0.5});
        }
    if (classes.empty())
        return fail(Error::Kind::Inconsistent, {"exchange.csv_without_labels", file});
    return classes;
}

} // namespace tagscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/dcase_rows.h"

#include "core/base/try.h"
#include "core/formats/dcase_lists.h"

#include <algorithm>

namespace tagscope {
namespace {

namespace fs = std::filesystem;

class RowsReader {
public:
    explicit RowsReader(const Project &project) : project_(project) {
        const std::vector<EventClass> &classes = project.classes();
        for (std::size_t k = 0; k < classes.size(); ++k) {
            eventOfName_.emplace(classes[k].name, static_cast<int>(k));
            if (!classes[k].mid.empty())
                eventOfMid_.emplace(classes[k].mid, static_cast<int>(k));
        }
    }

    Result<void> read(const DcaseListFile &list) {
        switch (list.kind) {
        case DcaseListFile::Kind::Clips:
            return readClips(list);
        case DcaseListFile::Kind::WeakTruth:
            return readWeak(list);
        case DcaseListFile::Kind::StrongTruth:
            return readStrong(list.file);
        case DcaseListFile::Kind::ClassCounts:
            return compareCounts(list);
        }
        return {};
    }

    [[nodiscard]] DcaseRows takeRows() { return std::move(rows_); }

private:
    Result<void> readClips(const DcaseListFile &list) {
        const std::vector<ListedClip> listed = TAGSCOPE_TRY(readDcaseClipList(list.file));
        for (const ListedClip &row : listed) {
            const std::string where = list.file.string() + ", line " + std::to_string(row.line);
            const std::size_t clip = TAGSCOPE_TRY(clipOf(row.part, splitOf(list.set), where));
            for (const std::string &mid : row.mids) {
                const auto event = eventOfMid_.find(mid);
                if (event == eventOfMid_.end())
                    return fail(Error::Kind::Inconsistent, {"exchange.label_id_unknown", where, mid, project_.file()});
                addEvent(clip, event->second);
            }
        }
        return {};
    }

    Result<void> readWeak(const DcaseListFile &list) {
        const std::vector<DcaseRow> listed = TAGSCOPE_TRY(readDcaseList(list.file));
        for (const DcaseRow &row : listed) {
            const RecordingPart part = TAGSCOPE_TRY(partOf(list.file, row));
            const std::size_t clip = TAGSCOPE_TRY(clipOf(part, splitOf(list.set), list.file.string()));
            if (!row.label)
                continue;
            const int event = TAGSCOPE_TRY(eventOf(list.file, row));
            addEvent(clip, event);
        }
        return {};
    }

    Result<void> readStrong(const fs::path &file) {
        const std::vector<DcaseRow> listed = TAGSCOPE_TRY(readDcaseList(file));
        for (const DcaseRow &row : listed) {
            const RecordingPart part = TAGSCOPE_TRY(partOf(file, row));
            if (!row.label)
                continue;
            const int event = TAGSCOPE_TRY(eventOf(file, row));
            std::vector<DcaseRows::Segment> &segments = rows_.strong[{part.name(), event}];
            if (row.offset > Seconds(0)) // else "0 0": labelled, not heard
                segments.push_back({row.onset, row.offset});
        }
        return {};
    }

    Result<void> compareCounts(const DcaseListFile &list) {
        const std::vector<ClassCount> counts = TAGSCOPE_TRY(readClassCounts(list.file));
        std::vector<std::size_t> read(project_.classes().size());
        for (const ImportedClip &clip : rows_.clips)
            if (clip.split == splitOf(list.set))
                for (const int event : clip.events)
                    ++read[static_cast<std::size_t>(event)];
        for (const auto &[name, count] : counts) {
            const auto event = eventOfName_.find(name);
            const std::size_t found = event == eventOfName_.end() ? 0 : read[static_cast<std::size_t>(event->second)];
            if (found != count)
                rows_.notes.push_back({"exchange.other_count", list.file, count, name, found});
        }
        return {};
    }

    static Result<RecordingPart> partOf(const fs::path &file, const DcaseRow &row) {
        const std::string stem = fs::path(row.file).stem().string();
        // Without an extension what follows the last point belongs to the name.
        const std::string name = fs::path(row.file).extension() == ".wav" ? stem : row.file;
        if (std::optional<RecordingPart> part = partNamed(name))
            return std::move(*part);
        return fail(Error::Kind::Malformed, {"exchange.dcase_file_name", file, row.file});
    }

    Result<int> eventOf(const fs::path &file, const DcaseRow &row) const {
        const auto event = eventOfName_.find(*row.label);
        if (event != eventOfName_.end())
            return event->second;
        return fail(Error::Kind::Inconsistent,
                    {"exchange.dcase_label_unknown", file, *row.label, row.file, project_.file()});
    }

    Result<std::size_t> clipOf(const RecordingPart &part, const std::string &split, const std::string &where) {
        const std::string name = part.name();
        const auto [place, isNew] = clipNamed_.emplace(name, rows_.clips.size());
        if (isNew) {
            rows_.clips.push_back({name, {}, part.start, part.end - part.start, split, {}});
            rows_.parts.push_back(part);
        } else if (rows_.clips[place->second].split != split) {
            return fail(Error::Kind::Inconsistent,
                        {"exchange.clip_in_two_sets", where, name, rows_.clips[place->second].split});
        }
        return place->second;
    }

    void addEvent(std::size_t clip, int event) {
        std::vector<int> &events = rows_.clips[clip].events;
        if (std::ranges::find(events, event) == events.end())
            events.push_back(event);
    }

    const Project &project_;
    std::unordered_map<std::string, int> eventOfName_;
    std::unordered_map<std::string, int> eventOfMid_;
    std::unordered_map<std::string, std::size_t> clipNamed_;
    DcaseRows rows_;
};

} // namespace

std::string splitOf(DcaseListFile::Set set) {
    switch (set) {
    case DcaseListFile::Set::Training:
        return "training";
    case DcaseListFile::Set::Testing:
        return "test";
    case DcaseListFile::Set::Evaluation:
        return "evaluation";
    }
    return {};
}

Result<DcaseRows> readDcaseRows(const Project &project, const std::vector<DcaseListFile> &lists) {
    RowsReader reader(project);
    for (const DcaseListFile &list : lists)
        TAGSCOPE_TRY(reader.read(list));
    return reader.takeRows();
}

} // namespace tagscope

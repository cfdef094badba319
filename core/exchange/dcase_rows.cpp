// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/dcase_rows.h"

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
        const Result<std::vector<ListedClip>> listed = readDcaseClipList(list.file);
        if (!listed)
            return tl::unexpected(listed.error());
        for (const ListedClip &row : *listed) {
            const std::string where = list.file.string() + ", line " + std::to_string(row.line);
            const Result<std::size_t> clip = clipOf(row.part, splitOf(list.set), where);
            if (!clip)
                return tl::unexpected(clip.error());
            for (const std::string &mid : row.mids) {
                const auto event = eventOfMid_.find(mid);
                if (event == eventOfMid_.end())
                    return fail(Error::Kind::Inconsistent, where + ": the label " + mid +
                                                               " is the id of none of the classes of " +
                                                               project_.file().string() + ".");
                addEvent(*clip, event->second);
            }
        }
        return {};
    }

    Result<void> readWeak(const DcaseListFile &list) {
        const Result<std::vector<DcaseRow>> listed = readDcaseList(list.file);
        if (!listed)
            return tl::unexpected(listed.error());
        for (const DcaseRow &row : *listed) {
            const Result<RecordingPart> part = partOf(list.file, row);
            if (!part)
                return tl::unexpected(part.error());
            const Result<std::size_t> clip = clipOf(*part, splitOf(list.set), list.file.string());
            if (!clip)
                return tl::unexpected(clip.error());
            if (!row.label)
                continue;
            const Result<int> event = eventOf(list.file, row);
            if (!event)
                return tl::unexpected(event.error());
            addEvent(*clip, *event);
        }
        return {};
    }

    Result<void> readStrong(const fs::path &file) {
        const Result<std::vector<DcaseRow>> listed = readDcaseList(file);
        if (!listed)
            return tl::unexpected(listed.error());
        for (const DcaseRow &row : *listed) {
            const Result<RecordingPart> part = partOf(file, row);
            if (!part)
                return tl::unexpected(part.error());
            if (!row.label)
                continue;
            const Result<int> event = eventOf(file, row);
            if (!event)
                return tl::unexpected(event.error());
            std::vector<DcaseRows::Segment> &segments = rows_.strong[{part->name(), *event}];
            if (row.offset > Seconds(0)) // else "0 0": labelled, not heard
                segments.push_back({row.onset, row.offset});
        }
        return {};
    }

    Result<void> compareCounts(const DcaseListFile &list) {
        const Result<std::vector<ClassCount>> counts = readClassCounts(list.file);
        if (!counts)
            return tl::unexpected(counts.error());
        std::vector<std::size_t> read(project_.classes().size());
        for (const ImportedClip &clip : rows_.clips)
            if (clip.split == splitOf(list.set))
                for (const int event : clip.events)
                    ++read[static_cast<std::size_t>(event)];
        for (const auto &[name, count] : *counts) {
            const auto event = eventOfName_.find(name);
            const std::size_t found = event == eventOfName_.end() ? 0 : read[static_cast<std::size_t>(event->second)];
            if (found != count)
                rows_.notes.push_back(list.file.string() + " counts " + std::to_string(count) + " clips of " + name +
                                      "; the lists have " + std::to_string(found) + ".");
        }
        return {};
    }

    static Result<RecordingPart> partOf(const fs::path &file, const DcaseRow &row) {
        const std::string stem = fs::path(row.file).stem().string();
        // Without an extension what follows the last point belongs to the name.
        const std::string name = fs::path(row.file).extension() == ".wav" ? stem : row.file;
        if (std::optional<RecordingPart> part = partNamed(name))
            return std::move(*part);
        return fail(Error::Kind::Malformed,
                    file.string() + ": \"" + row.file + "\" is not of the form ID_START_END.wav.");
    }

    Result<int> eventOf(const fs::path &file, const DcaseRow &row) const {
        const auto event = eventOfName_.find(*row.label);
        if (event != eventOfName_.end())
            return event->second;
        return fail(Error::Kind::Inconsistent, file.string() + ": the label \"" + *row.label + "\" of " + row.file +
                                                   " is none of the classes of " + project_.file().string() + ".");
    }

    Result<std::size_t> clipOf(const RecordingPart &part, const std::string &split, const std::string &where) {
        const std::string name = part.name();
        const auto [place, isNew] = clipNamed_.emplace(name, rows_.clips.size());
        if (isNew) {
            rows_.clips.push_back({name, {}, part.start, part.end - part.start, split, {}});
            rows_.parts.push_back(part);
        } else if (rows_.clips[place->second].split != split) {
            return fail(Error::Kind::Inconsistent, where + ": the clip " + name + " is in the " +
                                                       rows_.clips[place->second].split +
                                                       " set as well; it can only be in one.");
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
        if (Result<void> read = reader.read(list); !read)
            return tl::unexpected(read.error());
    return reader.takeRows();
}

} // namespace tagscope

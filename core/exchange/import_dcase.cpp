// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import_dcase.h"

#include "core/base/file_hash.h"
#include "core/exchange/dcase_rows.h"
#include "core/exchange/media_search.h"
#include "core/exchange/validation_draw.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

namespace tagscope {
namespace {

using Json = nlohmann::json;

constexpr const char *kSetting = "import.dcase2017";
constexpr const char *kMethod = "the event with the fewest drawn clips gets the next of its clips";

void tell(const Progress &progress, double fraction, std::string_view stage) {
    if (progress)
        progress(fraction, stage);
}

Result<void> findMedia(DcaseRows &rows, const std::filesystem::path &directory, const Progress &progress,
                       const std::stop_token &stop) {
    const Progress part = [&](double fraction, std::string_view stage) { tell(progress, 0.2 + 0.2 * fraction, stage); };
    const Result<std::vector<std::optional<ClipFile>>> files = findClipFiles(directory, rows.parts, part, stop);
    if (!files)
        return tl::unexpected(files.error());
    for (std::size_t i = 0; i < files->size(); ++i) {
        if (const std::optional<ClipFile> &file = files->at(i)) {
            rows.clips[i].media = file->file;
            rows.clips[i].start = file->start;
        }
    }
    return {};
}

// One import into a project, inside a transaction.
class Filling {
public:
    Filling(Project &project, const DcaseImport &import, const std::vector<DcaseListFile> &lists, const DcaseRows &rows)
        : project_(project), import_(import), lists_(lists), rows_(rows) {
        report_.notes = rows.notes;
    }

    Result<void> run(const Progress &progress, const std::stop_token &stop) {
        const Result<std::vector<ClipId>> ids = importClips(project_, rows_.clips, report_);
        if (!ids)
            return tl::unexpected(ids.error());
        tell(progress, 0.7, "storing");
        if (Result<void> stored = storeStrong(); !stored)
            return stored;
        tell(progress, 0.8, "storing");
        if (Result<void> loaded = loadSetting(); !loaded)
            return loaded;
        if (Result<void> drawn = drawValidation(); !drawn)
            return drawn;
        if (Result<void> noted = noteLists(stop); !noted)
            return noted;
        return stop.stop_requested() ? Result<void>(cancelled()) : project_.setSetting(kSetting, setting_.dump());
    }

    [[nodiscard]] const ImportReport &report() const { return report_; }

private:
    Result<void> storeStrong() {
        std::vector<StrongRegion> regions;
        std::vector<KnownPresence> audibility;
        for (const auto &[pair, segments] : rows_.strong) {
            const Result<std::optional<Clip>> clip = project_.clipNamed(pair.first);
            if (!clip)
                return tl::unexpected(clip.error());
            if (!*clip)
                return fail(Error::Kind::Inconsistent,
                            "A strong list has the clip " + pair.first +
                                ", which the project does not. Name the weak list of its set, too.");
            for (const DcaseRows::Segment &segment : segments)
                regions.push_back({(*clip)->id, pair.second, segment.onset, segment.offset});
            audibility.push_back({(*clip)->id, pair.second, !segments.empty(), std::nullopt});
        }
        if (Result<void> added = project_.addRegions(regions); !added)
            return added;
        return addPresence(std::move(audibility));
    }

    // What is known of a pair already, perhaps by a person's ear, stays.
    Result<void> addPresence(std::vector<KnownPresence> audibility) {
        std::vector<ClipId> clips;
        for (const KnownPresence &pair : audibility)
            clips.push_back(pair.clip);
        const Result<std::vector<KnownPresence>> before = project_.presence(clips);
        if (!before)
            return tl::unexpected(before.error());
        std::map<std::pair<ClipId, int>, KnownPresence> known;
        for (const KnownPresence &pair : *before)
            known[{pair.clip, pair.event}] = pair;
        std::erase_if(audibility, [&known](KnownPresence &pair) {
            const auto same = known.find({pair.clip, pair.event});
            if (same != known.end())
                pair.isVisible = same->second.isVisible;
            return same != known.end() && same->second.isAudible;
        });
        return project_.setPresence(audibility);
    }

    Result<void> loadSetting() {
        const Result<std::optional<std::string>> stored = project_.setting(kSetting);
        if (!stored)
            return tl::unexpected(stored.error());
        setting_ = Json::parse(stored->value_or("{}"), nullptr, false);
        if (!setting_.is_object())
            return fail(Error::Kind::Malformed,
                        project_.file().string() + " is damaged: its setting " + kSetting + " cannot be read.");
        return {};
    }

    Result<void> drawValidation() {
        const bool hasTraining =
            std::ranges::any_of(rows_.clips, [](const ImportedClip &clip) { return clip.split == "training"; });
        if (import_.validationClips == 0 || !hasTraining)
            return {};
        const Json wanted{{"clips", import_.validationClips}, {"seed", import_.seed}, {"method", kMethod}};
        if (const auto made = setting_.find("validation"); made != setting_.end())
            return *made == wanted ? Result<void>() : anotherDraw(*made);
        const Result<std::vector<ClipId>> pool = trainingClips();
        if (!pool)
            return tl::unexpected(pool.error());
        const Result<BinaryTable> labels = project_.labels(*pool, Truth::Weak);
        if (!labels)
            return tl::unexpected(labels.error());
        const Result<std::vector<std::size_t>> drawn = drawBalanced(*labels, import_.validationClips, import_.seed);
        if (!drawn)
            return tl::unexpected(drawn.error());
        std::vector<ClipId> clips;
        for (const std::size_t i : *drawn)
            clips.push_back(pool->at(i));
        report_.drawn = clips.size();
        setting_["validation"] = wanted;
        return project_.setSplit(clips, "validation");
    }

    [[nodiscard]] Result<void> anotherDraw(const Json &made) const {
        return fail(Error::Kind::Inconsistent, "The validation clips of " + project_.file().string() +
                                                   " were drawn before, otherwise: " + made.dump() +
                                                   ". Import with the same number and seed, or make a new project.");
    }

    [[nodiscard]] Result<std::vector<ClipId>> trainingClips() const {
        const Result<std::vector<Clip>> clips = project_.clips("training");
        if (!clips)
            return tl::unexpected(clips.error());
        std::vector<ClipId> ids;
        for (const Clip &clip : *clips)
            ids.push_back(clip.id);
        return ids;
    }

    Result<void> noteLists(const std::stop_token &stop) {
        for (const DcaseListFile &list : lists_) {
            const Result<std::string> hash = sha256OfFile(list.file, stop);
            if (!hash)
                return tl::unexpected(hash.error());
            setting_["lists"][list.file.filename().string()] = *hash;
        }
        return {};
    }

    Project &project_;
    const DcaseImport &import_;
    const std::vector<DcaseListFile> &lists_;
    const DcaseRows &rows_;
    Json setting_;
    ImportReport report_;
};

} // namespace

Result<ImportReport> importDcase2017(Project &project, const DcaseImport &import, const Progress &progress,
                                     std::stop_token stop) {
    tell(progress, 0.0, "reading the lists");
    const Result<std::vector<DcaseListFile>> lists = findDcaseLists(import.lists);
    if (!lists)
        return tl::unexpected(lists.error());
    Result<DcaseRows> rows = readDcaseRows(project, *lists);
    if (!rows)
        return tl::unexpected(rows.error());
    if (!import.media.empty())
        if (Result<void> found = findMedia(*rows, import.media, progress, stop); !found)
            return tl::unexpected(found.error());
    if (stop.stop_requested())
        return cancelled();
    tell(progress, 0.4, "storing");
    Filling filling(project, import, *lists, *rows);
    const Result<void> stored = project.atomically([&] { return filling.run(progress, stop); });
    if (!stored)
        return tl::unexpected(stored.error());
    tell(progress, 1.0, "storing");
    return filling.report();
}

} // namespace tagscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import_dcase.h"

#include "core/base/file_hash.h"
#include "core/base/foreign_json.h"
#include "core/base/try.h"
#include "core/exchange/dcase_rows.h"
#include "core/exchange/media_search.h"
#include "core/exchange/validation_draw.h"
#include "core/project/clip_ids.h"

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

void notify(const Progress &progress, double fraction, std::string_view stage) {
    if (progress)
        progress(fraction, stage);
}

Result<void> findMedia(DcaseRows &rows, const std::filesystem::path &directory, const Progress &progress,
                       const std::stop_token &stop) {
    const Progress part = [&](double fraction, std::string_view stage) {
        notify(progress, 0.2 + 0.2 * fraction, stage);
    };
    const std::vector<std::optional<ClipFile>> files = TAGSCOPE_TRY(findClipFiles(directory, rows.parts, part, stop));
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (const std::optional<ClipFile> &file = files.at(i)) {
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
        TAGSCOPE_TRY(importClips(project_, rows_.clips, report_));
        notify(progress, 0.7, "storing");
        TAGSCOPE_TRY(storeStrong());
        notify(progress, 0.8, "storing");
        TAGSCOPE_TRY(loadSetting());
        TAGSCOPE_TRY(drawValidation());
        TAGSCOPE_TRY(noteLists(stop));
        return stop.stop_requested() ? Result<void>(cancelled()) : project_.setSetting(kSetting, setting_.dump());
    }

    [[nodiscard]] const ImportReport &report() const { return report_; }

private:
    Result<void> storeStrong() {
        std::vector<StrongRegion> regions;
        std::vector<KnownPresence> audibility;
        for (const auto &[pair, segments] : rows_.strong) {
            const std::optional<Clip> clip = TAGSCOPE_TRY(project_.clipNamed(pair.first));
            if (!clip)
                return fail(Error::Kind::Inconsistent, {"exchange.strong_list_alone", pair.first});
            for (const DcaseRows::Segment &segment : segments)
                regions.push_back({clip->id, pair.second, segment.onset, segment.offset});
            audibility.push_back({clip->id, pair.second, !segments.empty(), std::nullopt});
        }
        TAGSCOPE_TRY(project_.addRegions(regions));
        return addPresence(std::move(audibility));
    }

    // What is known of a pair already, perhaps by a person's ear, stays.
    Result<void> addPresence(std::vector<KnownPresence> audibility) {
        std::vector<ClipId> clips;
        for (const KnownPresence &pair : audibility)
            clips.push_back(pair.clip);
        const std::vector<KnownPresence> before = TAGSCOPE_TRY(project_.presence(clips));
        std::map<std::pair<ClipId, int>, KnownPresence> known;
        for (const KnownPresence &pair : before)
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
        const std::optional<std::string> stored = TAGSCOPE_TRY(project_.setting(kSetting));
        setting_ = foreignJson(stored.value_or("{}"));
        if (!setting_.is_object())
            return fail(Error::Kind::Malformed, {"exchange.setting_unreadable", project_.file(), kSetting});
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
        const std::vector<ClipId> pool = TAGSCOPE_TRY(trainingClips());
        const BinaryTable labels = TAGSCOPE_TRY(project_.labels(pool, Truth::Weak));
        const std::vector<std::size_t> drawn =
            TAGSCOPE_TRY(drawBalanced(labels, import_.validationClips, import_.seed));
        std::vector<ClipId> clips;
        for (const std::size_t i : drawn)
            clips.push_back(pool.at(i));
        report_.drawn = clips.size();
        setting_["validation"] = wanted;
        return project_.setSplit(clips, "validation");
    }

    [[nodiscard]] Result<void> anotherDraw(const Json &made) const {
        return fail(Error::Kind::Inconsistent, {"exchange.drawn_otherwise", project_.file(), made.dump()});
    }

    [[nodiscard]] Result<std::vector<ClipId>> trainingClips() const {
        const std::vector<Clip> clips = TAGSCOPE_TRY(project_.clips("training"));
        return idsOf(clips);
    }

    Result<void> noteLists(const std::stop_token &stop) {
        for (const DcaseListFile &list : lists_) {
            const std::string hash = TAGSCOPE_TRY(sha256OfFile(list.file, stop));
            setting_["lists"][list.file.filename().string()] = hash;
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
    notify(progress, 0.0, "reading the lists");
    const std::vector<DcaseListFile> lists = TAGSCOPE_TRY(findDcaseLists(import.lists));
    DcaseRows rows = TAGSCOPE_TRY(readDcaseRows(project, lists));
    if (!import.media.empty())
        TAGSCOPE_TRY(findMedia(rows, import.media, progress, stop));
    if (stop.stop_requested())
        return cancelled();
    notify(progress, 0.4, "storing");
    Filling filling(project, import, lists, rows);
    TAGSCOPE_TRY(project.atomically([&] { return filling.run(progress, stop); }));
    notify(progress, 1.0, "storing");
    return filling.report();
}

} // namespace tagscope

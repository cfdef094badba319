// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/score_target.h"

#include "core/base/file_hash.h"
#include "core/base/try.h"
#include "core/base/utc_time.h"
#include "core/formats/score_values.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace tagscope {
namespace {

// Distinct numbers that became one in single precision, over all events.
std::size_t lostDistinctions(const std::map<std::size_t, std::vector<double>> &scores, std::size_t events) {
    std::size_t lost = 0;
    for (std::size_t k = 0; k < events; ++k) {
        std::vector<double> column;
        column.reserve(scores.size());
        for (const auto &[clip, values] : scores)
            column.push_back(values[k]);
        std::ranges::sort(column);
        for (std::size_t i = 1; i < column.size(); ++i)
            lost += column[i] != column[i - 1] && keptProbability(column[i]) == keptProbability(column[i - 1]);
    }
    return lost;
}

} // namespace

Result<void> checkSourceName(const Project &project, const ScoreSource &source) {
    if (source.name.empty())
        return fail(Error::Kind::Inconsistent, "exchange.source_without_name");
    TAGSCOPE_TRY(project.runDirectory(source.name));
    const std::vector<TrainingRun> runs = TAGSCOPE_TRY(project.runs());
    if (std::ranges::find(runs, source.name, &TrainingRun::name) != runs.end())
        return fail(Error::Kind::Inconsistent, {"exchange.source_is_run", source.name});
    const std::vector<ScoreSource> sources = TAGSCOPE_TRY(project.scoreSources());
    const std::optional<std::string> origin = TAGSCOPE_TRY(project.setting(originSetting(source)));
    if (!origin && std::ranges::find(sources, source) != sources.end())
        return fail(Error::Kind::Inconsistent, {"exchange.source_not_imported", source.name});
    return {};
}

ScoreTarget::ScoreTarget(const Project &project, std::vector<Clip> clips, const ScoreImport &request)
    : project_(project.file()), finder_(std::move(clips)), eventFinder_(project.classes(), request.classes),
      events_(namesOf(project.classes())), isMapped_(!request.classes.empty()), isEventThere_(events_.size()) {}

Result<ScoreTarget> ScoreTarget::of(const Project &project, const ScoreImport &request) {
    TAGSCOPE_TRY(checkSourceName(project, {request.branch, request.name}));
    std::vector<Clip> clips = TAGSCOPE_TRY(project.clips());
    return ScoreTarget(project, std::move(clips), request);
}

Result<std::vector<std::optional<int>>> ScoreTarget::eventsOf(const std::vector<std::string> &classes,
                                                              std::size_t count) {
    std::vector<std::optional<int>> found;
    if (classes.empty()) {
        if (count != events_.size())
            return fail(Error::Kind::Inconsistent, {"exchange.classes_unlike_events", count, events_.size()});
        for (std::size_t k = 0; k < count; ++k)
            found.emplace_back(static_cast<int>(k));
        isEventThere_.assign(count, true);
        return found;
    }
    std::map<int, std::string> taken;
    for (const std::string &name : classes) {
        const std::optional<int> event = eventFinder_.find(name);
        found.push_back(event);
        if (!event) {
            otherClasses_[name] = true;
            continue;
        }
        const auto [other, isNew] = taken.emplace(*event, name);
        if (!isNew && !isMapped_)
            return fail(Error::Kind::Inconsistent, {"exchange.classes_of_one_event", other->second, name,
                                                    events_[static_cast<std::size_t>(*event)]});
        isEventThere_[static_cast<std::size_t>(*event)] = true;
    }
    if (taken.empty())
        return fail(Error::Kind::Inconsistent, {"exchange.no_class_is_event", classes.front(), project_});
    return found;
}

Result<std::size_t> ScoreTarget::clipOf(const std::string &name, bool isFile) {
    const FoundClips found = isFile ? finder_.findByFile(name) : finder_.findByPath(name);
    if (found.clips.empty())
        return fail(Error::Kind::Inconsistent, {"exchange.not_a_clip", name, project_});
    if (found.clips.size() != 1)
        return fail(Error::Kind::Inconsistent, {"exchange.which_clip", name, finder_.namesOf(found.clips)});
    if (scores_.contains(found.clips.front()))
        return fail(Error::Kind::Inconsistent,
                    {"exchange.clip_scored_twice", finder_.clips()[found.clips.front()].name});
    return found.clips.front();
}

void ScoreTarget::take(std::size_t clip, std::span<const double> values,
                       const std::vector<std::optional<int>> &events) {
    std::vector<double> row(events_.size(), 0.0);
    for (std::size_t i = 0; i < values.size(); ++i)
        if (events[i]) {
            double &score = row[static_cast<std::size_t>(*events[i])];
            score = std::max(score, values[i]);
        }
    scores_[clip] = std::move(row);
}

std::vector<ClipScore> ScoreTarget::scores() const {
    std::vector<ClipScore> all;
    for (const auto &[clip, values] : scores_) {
        ClipScore score{finder_.clips()[clip].id, {}};
        std::ranges::transform(values, std::back_inserter(score.probabilities), keptProbability);
        all.push_back(std::move(score));
    }
    return all;
}

ExactScores ScoreTarget::exact() const {
    std::map<ClipId, std::size_t> places; // a project's clips may be in another order than their ids
    for (const auto &[clip, values] : scores_)
        places.emplace(finder_.clips()[clip].id, clip);
    ExactScores all{events_, {}, {}};
    for (const auto &[id, clip] : places) {
        all.clips.push_back(id);
        const std::vector<double> &values = scores_.at(clip);
        all.values.insert(all.values.end(), values.begin(), values.end());
    }
    return all;
}

void ScoreTarget::complete(ScoreImportReport &report) const {
    report.clips = scores_.size();
    for (std::size_t i = 0; i < finder_.clips().size(); ++i)
        if (!scores_.contains(i))
            report.missing.push_back(finder_.clips()[i].name);
    for (std::size_t k = 0; k < events_.size(); ++k)
        if (!isEventThere_[k])
            report.absentEvents.push_back(events_[k]);
    for (const auto &[name, isThere] : otherClasses_)
        report.otherClasses.push_back(name);
    if (const std::size_t lost = lostDistinctions(scores_, events_.size()); lost > 0)
        report.notes.push_back({"exchange.scores_became_equal", lost});
}

Result<void> ScoreTarget::store(Project &project, const ScoreImport &request, const ScoreImportReport &report,
                                const std::function<Result<void>()> &alsoStore) const {
    nlohmann::ordered_json origin{{"imported", utcNow()}, {"logits", request.scale == ScoreScale::Logit}};
    origin["files"] = nlohmann::json::array();
    constexpr std::size_t kFilesNamed = 20; // of a folder of clips more say no more
    for (const FileReport &file : report.files) {
        if (origin["files"].size() == kFilesNamed)
            break;
        const Result<std::string> hash = sha256OfFile(file.file);
        origin["files"].push_back({{"name", file.file.filename().string()}, {"sha256", hash.value_or(std::string())}});
    }
    origin["file_count"] = report.files.size();
    origin["events_without_class"] = report.absentEvents;
    const ScoreSource source{request.branch, request.name};
    return project.atomically([&]() -> Result<void> {
        TAGSCOPE_TRY(project.removeScores(source));
        TAGSCOPE_TRY(project.storeScores(source, scores()));
        TAGSCOPE_TRY(keepExactScores(project, source, exact()));
        TAGSCOPE_TRY(project.setSetting(originSetting(source),
                                        origin.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)));
        if (request.isUsed) {
            const auto nameOf = [&](Branch branch) {
                return request.branch == branch ? std::optional(request.name) : std::nullopt;
            };
            TAGSCOPE_TRY(chooseBranches(project, nameOf(Branch::Audio), nameOf(Branch::Video)));
        }
        return alsoStore ? alsoStore() : Result<void>();
    });
}

} // namespace tagscope

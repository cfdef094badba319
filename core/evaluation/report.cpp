// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/report.h"

#include "core/base/try.h"
#include "core/evaluation/report_departures.h"

#include <algorithm>
#include <map>

namespace tagscope {
namespace {

constexpr std::string_view kTrainingSplit = "training";
constexpr std::string_view kPreferredSplit = "test"; // of which the paper's Figure 3 is

class ReportMaker {
public:
    ReportMaker(const Project &project, const ReportRequest &request, const Progress &progress, std::stop_token stop)
        : project_(project), request_(request), progress_(progress), stop_(std::move(stop)) {}

    Result<Report> make() {
        for (const auto step : {&ReportMaker::chooseSplits, &ReportMaker::chooseSystems, &ReportMaker::measure,
                                &ReportMaker::lookClosely}) {
            TAGSCOPE_TRY((this->*step)());
        }
        report_.provenance = TAGSCOPE_TRY(provenanceOf(project_, report_.systems, request_.programVersion, stop_));
        report_.bootstrap = request_.bootstrap;
        report_.isAsPaper = request_.isAsPaper;
        report_.hasTimes = request_.hasTimes;
        report_.departures = departuresOf(report_.provenance, report_.systems);
        return std::move(report_);
    }

private:
    Result<void> chooseSplits() {
        report_.events = namesOf(project_.classes());
        const std::vector<SplitCount> counts = TAGSCOPE_TRY(project_.splitCounts());
        splits_ = request_.splits;
        if (splits_.empty()) {
            for (const SplitCount &count : counts)
                if (count.split != kTrainingSplit && !count.split.empty())
                    splits_.push_back(count.split);
        }
        closeSplit_ = request_.split;
        if (closeSplit_.empty() && !splits_.empty()) {
            const bool hasPreferred = std::ranges::find(splits_, kPreferredSplit) != splits_.end();
            closeSplit_ = hasPreferred ? std::string(kPreferredSplit) : splits_.back();
        }
        if (!closeSplit_.empty() && std::ranges::find(splits_, closeSplit_) == splits_.end())
            splits_.push_back(closeSplit_);
        if (splits_.empty())
            return fail(Error::Kind::Inconsistent, "evaluation.no_split_to_measure");
        return {};
    }

    Result<void> chooseSystems() {
        if (request_.isAsPaper) {
            report_.systems = TAGSCOPE_TRY(systemsAsPaper(project_, closeSplit_));
            report_.against = report_.systems.size() > 1 ? std::optional<std::size_t>(0) : std::nullopt;
            report_.shown = report_.systems.size() - 1;
            return {};
        }
        report_.systems = TAGSCOPE_TRY(systemsFor(project_, closeSplit_, request_.point));
        if (!request_.against.empty()) {
            const auto isAskedFor = [this](const System &system) { return system.point.name == request_.against; };
            if (std::ranges::none_of(report_.systems, isAskedFor)) {
                System other = TAGSCOPE_TRY(systemNamed(project_, closeSplit_, request_.against));
                report_.systems.insert(report_.systems.begin(), std::move(other));
            }
            report_.against =
                static_cast<std::size_t>(std::ranges::find_if(report_.systems, isAskedFor) - report_.systems.begin());
        } else if (report_.systems.size() > 1 && !report_.systems.front().sources.video) {
            report_.against = 0; // audio alone
        }
        report_.shown = report_.systems.size() - 1;
        if (report_.against == report_.shown)
            report_.against.reset();
        return {};
    }

    Result<void> measure() {
        const std::vector<Truth> truths = request_.isAsPaper ? std::vector{Truth::Weak}
                                          : request_.truths.empty()
                                              ? std::vector{Truth::Weak, Truth::Audible, Truth::Visible, Truth::Audited}
                                              : request_.truths;
        double done = 0.0;
        const auto all = static_cast<double>(splits_.size() * truths.size());
        for (const std::string &split : splits_) {
            for (const Truth truth : truths) {
                if (progress_)
                    progress_(done++ / all, split);
                TAGSCOPE_TRY(measure(split, truth));
            }
        }
        const bool isAnything = std::ranges::any_of(report_.figures, [](const SplitFigures &figures) {
            return std::ranges::any_of(figures.systems, [](const auto &one) { return one.has_value(); });
        });
        if (isAnything)
            return {};
        return fail(Error::Kind::Inconsistent,
                    leftOut_.empty() ? Message("evaluation.nothing_to_measure") : leftOut_.begin()->second);
    }

    Result<void> measure(const std::string &split, Truth truth) {
        SplitFigures figures{split, truth, {}, {}};
        std::vector<std::optional<BinaryTable>> tags;
        std::optional<Error> first;
        BinaryTable labels;
        for (const System &system : report_.systems) {
            tags.emplace_back();
            figures.systems.emplace_back();
            const Result<SplitScores> scores = scoresOfSplit(project_, split, truth, system.sources);
            if (!scores) {
                first = first.value_or(scores.error());
                continue;
            }
            Evaluation evaluation = TAGSCOPE_TRY(evaluateSystem(*scores, system, request_.bootstrap, stop_));
            labels = scores->truth;
            tags.back() = tagsAt(*scores, system.point.point);
            figures.systems.back() = std::move(evaluation);
        }
        const bool isWhole = std::ranges::any_of(figures.systems, [](const auto &one) { return one.has_value(); });
        // A truth that nobody asked for may be unknown.
        if (first && (isWhole || truth == Truth::Weak || !request_.truths.empty()))
            leftOut_.emplace(first->what(), first->message);
        if (!isWhole)
            return {};
        figures.difference = TAGSCOPE_TRY(differencesOf(split, labels, tags));
        warn(figures);
        report_.figures.push_back(std::move(figures));
        return {};
    }

    Result<std::vector<std::optional<F1Difference>>>
    differencesOf(const std::string &split, const BinaryTable &labels,
                  const std::vector<std::optional<BinaryTable>> &tags) {
        std::vector<std::optional<F1Difference>> differences(tags.size());
        const auto isTunedHere = [&](std::size_t i) { return report_.systems[i].isTunedOn(split); };
        for (std::size_t i = 0; i < tags.size(); ++i) {
            if (!report_.against || i == *report_.against || !tags[i] || !tags[*report_.against] || isTunedHere(i) ||
                isTunedHere(*report_.against))
                continue;
            differences[i] =
                TAGSCOPE_TRY(bootstrapDifference(labels, *tags[i], *tags[*report_.against], request_.bootstrap, stop_));
        }
        return differences;
    }

    void warn(const SplitFigures &figures) {
        const auto first = std::ranges::find_if(figures.systems, [](const auto &one) { return one.has_value(); });
        if (const std::vector<std::size_t> none = (*first)->withoutPositives(); !none.empty()) {
            std::string names;
            for (const std::size_t event : none)
                names += (names.empty() ? "" : "; ") + report_.events[event];
            report_.warnings.push_back({"evaluation.no_positive_clip", titleOf(figures), names});
        }
        if (figures.truth != Truth::Weak)
            return; // the same for each truth
        for (std::size_t i = 0; i < report_.systems.size(); ++i) {
            const System &system = report_.systems[i];
            if (!figures.systems[i])
                continue;
            if (system.isTunedOn(figures.split))
                report_.warnings.push_back({"evaluation.tuned_on_itself", system.point.name, figures.split});
            if (const auto &untagged = figures.systems[i]->withoutScores; !untagged.empty())
                report_.warnings.push_back(
                    {"evaluation.clips_untagged", figures.split, titleOf(system), untagged.size(), untagged.front()});
        }
    }

    Result<void> lookClosely() {
        for (const auto &[what, message] : leftOut_)
            report_.warnings.push_back({"evaluation.left_out", message});
        const auto rank = [this](const SplitFigures &figures) {
            return (figures.split == closeSplit_ ? 2 : 0) + (figures.truth == request_.truth ? 1 : 0);
        };
        report_.closeUp =
            static_cast<std::size_t>(std::ranges::max_element(report_.figures, {}, rank) - report_.figures.begin());
        const SplitFigures &close = report_.close();
        if (!request_.split.empty() && rank(close) < 3)
            return fail(Error::Kind::Inconsistent, leftOut_.empty()
                                                       ? Message("evaluation.cannot_measure_split", request_.split)
                                                       : leftOut_.begin()->second);
        if (!report_.against || !close.systems[report_.shown] || !close.systems[*report_.against])
            return {};
        report_.changes =
            TAGSCOPE_TRY(changesBetween(project_, report_.systems[*report_.against], report_.systems[report_.shown],
                                        close.split, close.truth, request_.bootstrap, stop_));
        return {};
    }

    const Project &project_;
    const ReportRequest &request_;
    const Progress &progress_;
    std::stop_token stop_;
    Report report_;
    std::vector<std::string> splits_;
    std::string closeSplit_;
    std::map<std::string, Message> leftOut_; // by their English text, each once
};

} // namespace

bool Report::isVideoWeighted(std::size_t event) const {
    const System &system = systems[shown];
    return system.sources.video && system.sources.audio && !system.point.point.isCalibrated() &&
           system.point.point.videoWeight[event] > 0.5;
}

std::string titleOf(const System &system) {
    return system.name + " (" + system.point.name + ")";
}

std::string titleOf(const SplitFigures &figures) {
    return figures.split + ", " + nameOf(figures.truth) + " labels";
}

Result<Report> makeReport(const Project &project, const ReportRequest &request, const Progress &progress,
                          std::stop_token stop) {
    return ReportMaker(project, request, progress, std::move(stop)).make();
}

} // namespace tagscope

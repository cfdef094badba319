// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit_report.h"

#include "figures.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace tagscope::cli {
namespace {

using json = nlohmann::ordered_json;

json numberOrNull(double value) {
    return std::isnan(value) ? json() : json(value);
}

json answerToJson(std::optional<AuditAnswer> answer) {
    return answer ? json(nameOf(*answer)) : json();
}

std::size_t shownRows(const QueueReport &report) {
    return report.limit == 0 ? report.queue.rows.size() : std::min(report.limit, report.queue.rows.size());
}

std::string percentText(const std::optional<double> &share) {
    char text[32];
    if (!share)
        return "      -";
    std::snprintf(text, sizeof text, "%6.1f%%", 100 * *share);
    return text;
}

} // namespace

json verdictToJson(const Verdict &verdict) {
    const Answers answers = answersOf(verdict);
    return {{"annotator", verdict.annotator},
            {"stage", nameOf(verdict.stage)},
            {"verdict", verdict.value ? json(nameOf(*verdict.value)) : json()},
            {"heard", answerToJson(answers.heard)},
            {"seen", answerToJson(answers.seen)},
            {"informed", verdict.isInformed},
            {"note", verdict.note},
            {"time", isoTime(verdict.time)}};
}

json queueToJson(const QueueReport &report) {
    json rows = json::array();
    for (std::size_t i = 0; i < shownRows(report); ++i) {
        const QueueRow &row = report.queue.rows[i];
        const AuditScores &scores = report.material.scores;
        rows.push_back({{"clip", report.material.clips[row.clip].name},
                        {"event", report.events[row.event]},
                        {"value", row.value},
                        {"control", row.isControl},
                        {"labelled", scores.labels(row.clip, row.event) != 0},
                        {"audio_calibrated", numberOrNull(static_cast<double>(scores.audio(row.clip, row.event)))},
                        {"video", numberOrNull(static_cast<double>(scores.video(row.clip, row.event)))}});
    }
    const std::optional<Message> note = noteOn(report.material, report.options.order);
    return {{"order", nameOf(report.options.order)},
            {"formula", formulaFor(report.material, report.options.order)},
            {"note", note ? json(englishText(*note)) : json()},
            {"seed", report.options.seed},
            {"audio", report.material.audio ? json(report.material.audio->name) : json()},
            {"video", report.material.video ? json(report.material.video->name) : json()},
            {"pairs", report.queue.rows.size()},
            {"held_back", report.queue.heldBack.size()},
            {"without_audio", report.material.withoutAudio},
            {"without_video", report.material.withoutVideo},
            {"rows", std::move(rows)}};
}

void printQueue(const QueueReport &report) {
    std::printf("%s: %zu pairs by %s = %s; %zu held back as near-duplicates\n", report.project.c_str(),
                report.queue.rows.size(), std::string(nameOf(report.options.order)).c_str(),
                std::string(formulaFor(report.material, report.options.order)).c_str(), report.queue.heldBack.size());
    std::printf("audio: %s; video: %s\n\n", report.material.audio ? report.material.audio->name.c_str() : "none",
                report.material.video ? report.material.video->name.c_str() : "none");
    std::printf("%5s %7s %7s %7s  %-32s %s\n", "", "value", "a cal.", "v", "event", "clip");
    for (std::size_t i = 0; i < shownRows(report); ++i) {
        const QueueRow &row = report.queue.rows[i];
        const AuditScores &scores = report.material.scores;
        std::printf("%5zu %7.3f %7.3f %7.3f  %-32s %s%s\n", i + 1, row.value,
                    static_cast<double>(scores.audio(row.clip, row.event)),
                    static_cast<double>(scores.video(row.clip, row.event)), report.events[row.event].c_str(),
                    report.material.clips[row.clip].name.c_str(), row.isControl ? "  (random control)" : "");
    }
}

json mergeToJson(const MergeReport &report) {
    json conflicts = json::array();
    for (const MergeConflict &conflict : report.conflicts)
        conflicts.push_back({{"clip", conflict.clip},
                             {"event", conflict.event},
                             {"here", verdictToJson(conflict.here)},
                             {"there", verdictToJson(conflict.there)}});
    return {{"verdicts_added", report.verdictsAdded}, {"verdicts_known", report.verdictsKnown},
            {"regions_added", report.regionsAdded},   {"regions_taken_back", report.regionsTakenBack},
            {"remarks_added", report.remarksAdded},   {"conflicts", std::move(conflicts)},
            {"left_out_clips", report.leftOutClips},  {"left_out_events", report.leftOutEvents}};
}

void printMerge(const MergeReport &report) {
    std::printf("%zu verdicts added, %zu already present; %zu regions added, %zu withdrawn\n", report.verdictsAdded,
                report.verdictsKnown, report.regionsAdded, report.regionsTakenBack);
    if (report.remarksAdded > 0)
        std::printf("%zu flags and new events added; \"audit remarks\" lists them\n", report.remarksAdded);
    for (const MergeConflict &conflict : report.conflicts)
        std::printf("%s, %s: %s said %s here (%s) and %s there (%s); the later one counts\n", conflict.clip.c_str(),
                    conflict.event.c_str(), conflict.here.annotator.c_str(),
                    std::string(nameOf(*conflict.here.value)).c_str(), isoTime(conflict.here.time).c_str(),
                    std::string(nameOf(*conflict.there.value)).c_str(), isoTime(conflict.there.time).c_str());
    for (const std::string &clip : report.leftOutClips)
        std::printf("skipped because there is no such clip here: %s\n", clip.c_str());
    for (const std::string &event : report.leftOutEvents)
        std::printf("skipped because there is no such event here: %s\n", event.c_str());
}

json judgedToJson(const JudgedRows &rows) {
    return {{"rows", rows.rows},
            {"decided", rows.wrong.looked},
            {"wrong", rows.wrong.found},
            {"precision", rows.wrong.looked > 0 ? json(rows.wrong.share) : json()},
            {"interval", intervalToJson(rows.wrong.interval)},
            {"undecided", rows.undecided}};
}

json precisionToJson(const PrecisionReport &report) {
    const QueueOptions &queue = report.setup.queue;
    json depths = json::array();
    for (const QueuePrecision::Depth &depth : report.precision.depths) {
        json row{{"first", depth.first}};
        row.update(judgedToJson(depth.judged));
        depths.push_back(std::move(row));
    }
    return {{"order", nameOf(queue.order)},
            {"formula", report.formula},
            {"split", report.setup.split.empty() ? json() : json(report.setup.split)},
            {"event", queue.event ? json(report.events[*queue.event]) : json()},
            {"control_every", queue.controlEvery},
            {"seed", queue.seed},
            {"duplicates_held_back", queue.holdBackDuplicates},
            {"audio", report.audio.empty() ? json() : json(report.audio)},
            {"video", report.video.empty() ? json() : json(report.video)},
            {"pairs", report.pairs},
            {"depths", std::move(depths)},
            {"ordered", judgedToJson(report.precision.ordered)},
            {"controls", judgedToJson(report.precision.controls)}};
}

void printJudgedHead() {
    std::printf("%-16s %7s %8s %6s %9s %17s %10s\n", "rows", "", "decided", "wrong", "precision", "95 % interval",
                "undecided");
}

void printJudged(const std::string &name, const JudgedRows &rows) {
    std::printf("%-16s %7zu %8lld %6lld   %s     %5.1f to %5.1f %10lld\n", name.c_str(), rows.rows,
                static_cast<long long>(rows.wrong.looked), static_cast<long long>(rows.wrong.found),
                percentText(rows.wrong.looked > 0 ? std::optional(rows.wrong.share) : std::nullopt).c_str(),
                100 * rows.wrong.interval.low, 100 * rows.wrong.interval.high, static_cast<long long>(rows.undecided));
}

void printPrecision(const PrecisionReport &report) {
    const QueueOptions &queue = report.setup.queue;
    std::printf("%zu pairs by %s = %s; %s, %s; one in %zu drawn at random, seed %llu; audio: %s; video: %s\n\n",
                report.pairs, std::string(nameOf(queue.order)).c_str(), report.formula.c_str(),
                report.setup.split.empty() ? "all splits" : ("split " + report.setup.split).c_str(),
                queue.event ? report.events[*queue.event].c_str() : "all events", queue.controlEvery,
                static_cast<unsigned long long>(queue.seed), report.audio.empty() ? "none" : report.audio.c_str(),
                report.video.empty() ? "none" : report.video.c_str());
    printJudgedHead();
    for (const QueuePrecision::Depth &depth : report.precision.depths)
        printJudged("first " + std::to_string(depth.first), depth.judged);
    printJudged("ordered, all", report.precision.ordered);
    printJudged("random controls", report.precision.controls);
}

json noiseToJson(const NoiseReport &report) {
    json rows = json::array();
    for (const EventNoise &event : report.noise)
        rows.push_back({{"event", event.event},
                        {"labelled", event.joint.labelled},
                        {"unlabelled", event.joint.unlabelled},
                        {"confident",
                         {{"labelled_present", event.joint.counts[1][1]},
                          {"labelled_absent", event.joint.counts[1][0]},
                          {"unlabelled_present", event.joint.counts[0][1]},
                          {"unlabelled_absent", event.joint.counts[0][0]}}},
                        {"contradicted_by_network", orNull(event.joint.wrongLabels)},
                        {"found_by_network_alone", orNull(event.joint.missingLabels)},
                        {"judged", event.inaudible.looked},
                        {"judged_inaudible", event.inaudible.found},
                        {"inaudible", event.inaudible.looked > 0 ? json(event.inaudible.share) : json()},
                        {"interval", intervalToJson(event.inaudible.interval)},
                        {"disputed", event.disputed}});
    json estimates = json::array();
    for (const NoiseEstimate &estimate : report.estimates)
        estimates.push_back(
            {{"event", estimate.event ? json(report.events[static_cast<std::size_t>(*estimate.event)]) : json()},
             {"labels", estimate.pairs},
             {"judged_by_order", estimate.ordered.looked},
             {"judged_controls", estimate.controls.looked},
             {"wrong", orNull(estimate.wrong)},
             {"interval", estimate.wrong ? intervalToJson(estimate.interval) : json()}});
    return {{"order", nameOf(report.setup.queue.order)},
            {"control_every", report.setup.queue.controlEvery},
            {"seed", report.setup.queue.seed},
            {"estimates", std::move(estimates)},
            {"events", std::move(rows)}};
}

void printNoise(const NoiseReport &report) {
    std::printf("Labels that are not heard, estimated from the verdicts on the order %s (each control stands for those "
                "that nobody judged):\n%-32s %8s %9s %9s %8s %17s\n",
                std::string(nameOf(report.setup.queue.order)).c_str(), "event", "labels", "ordered", "controls",
                "wrong", "95 % interval");
    for (const NoiseEstimate &estimate : report.estimates) {
        std::printf("%-32s %8lld %9lld %9lld  %s",
                    estimate.event ? report.events[static_cast<std::size_t>(*estimate.event)].c_str() : "all",
                    static_cast<long long>(estimate.pairs), static_cast<long long>(estimate.ordered.looked),
                    static_cast<long long>(estimate.controls.looked), percentText(estimate.wrong).c_str());
        if (estimate.wrong)
            std::printf("    %5.1f to %5.1f", 100 * estimate.interval.low, 100 * estimate.interval.high);
        std::printf("\n");
    }
    std::printf("\n");
    std::printf("%-32s %8s | %-25s | %s\n", "", "", "by the network, no errors", "of those judged");
    std::printf("%-32s %8s | %7s %8s %8s | %6s %10s %14s %8s\n", "event", "labelled", "against", "of sure", "alone",
                "judged", "inaudible", "95 % interval", "disputed");
    for (const EventNoise &event : report.noise) {
        const std::int64_t sure = event.joint.counts[1][0] + event.joint.counts[1][1];
        std::printf(
            "%-32s %8lld | %s %8lld %s | %6lld %s", event.event.c_str(), static_cast<long long>(event.joint.labelled),
            percentText(event.joint.wrongLabels).c_str(), static_cast<long long>(sure),
            percentText(event.joint.missingLabels).c_str(), static_cast<long long>(event.inaudible.looked),
            percentText(event.inaudible.looked > 0 ? std::optional(event.inaudible.share) : std::nullopt).c_str());
        std::printf("    %5.1f to %5.1f %8lld\n", 100 * event.inaudible.interval.low,
                    100 * event.inaudible.interval.high, static_cast<long long>(event.disputed));
    }
}

} // namespace tagscope::cli

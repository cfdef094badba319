// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/queue_precision.h"

#include "core/base/foreign_json.h"
#include "core/base/try.h"
#include "core/words/class_lists.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <unordered_map>

namespace tagscope {
namespace {

using Json = nlohmann::json;

// Counts the rows of a kind as they come.
class Tally {
public:
    // `isWrong`: nothing where the verdicts do not decide.
    void add(bool isJudged, std::optional<bool> isWrong) {
        ++rows_;
        if (isWrong) {
            ++looked_;
            found_ += *isWrong ? 1 : 0;
        } else if (isJudged) {
            ++undecided_;
        }
    }
    [[nodiscard]] JudgedRows judged() const { return {rows_, shareOf(found_, looked_), undecided_}; }

private:
    std::size_t rows_ = 0;
    std::int64_t looked_ = 0;
    std::int64_t found_ = 0;
    std::int64_t undecided_ = 0;
};

template <class Value>
void read(const Json &document, const char *name, Value &value) {
    const auto at = document.find(name);
    if (at == document.end())
        return;
    try {
        value = at->get<Value>();
    } catch (const Json::exception &) {
        // keeps its default
    }
}

} // namespace

AuditSetup auditSetupFromJson(std::string_view text, const std::vector<std::string> &events) {
    AuditSetup setup;
    const Json document = foreignJson(text);
    if (!document.is_object())
        return setup;
    std::string order;
    std::string event;
    read(document, "order", order);
    read(document, "event", event);
    read(document, "split", setup.split);
    read(document, "controlEvery", setup.queue.controlEvery);
    read(document, "seed", setup.queue.seed);
    read(document, "holdsBackDuplicates", setup.queue.holdBackDuplicates);
    setup.queue.order = queueOrderNamed(order).value_or(setup.queue.order);
    if (const auto at = std::ranges::find(events, event); at != events.end())
        setup.queue.event = static_cast<std::size_t>(at - events.begin());
    return setup;
}

Result<AuditSetup> auditSetupOf(const Project &project, const AuditSetupChanges &changes) {
    const std::optional<std::string> stored = TAGSCOPE_TRY(project.setting(kAuditSetupKey));
    AuditSetup setup = auditSetupFromJson(stored.value_or("{}"), namesOf(project.classes()));
    QueueOptions &queue = setup.queue;
    setup.split = changes.split.value_or(setup.split);
    queue.order = changes.order.value_or(queue.order);
    queue.controlEvery = changes.controlEvery.value_or(queue.controlEvery);
    queue.holdBackDuplicates = changes.holdBackDuplicates.value_or(queue.holdBackDuplicates);
    queue.seed = changes.seed.value_or(queue.seed);
    if (changes.event) {
        queue.event = eventNamed(project.classes(), *changes.event);
        if (!queue.event)
            return fail(Error::Kind::Inconsistent, {"audit.no_such_event", *changes.event});
    }
    return setup;
}

std::vector<RankedPair> rankedPairs(const AuditMaterial &material, const AuditQueue &queue) {
    std::vector<RankedPair> ranked;
    ranked.reserve(queue.rows.size());
    for (const QueueRow &row : queue.rows)
        ranked.push_back({{material.clips[row.clip].id, static_cast<int>(row.event)},
                          material.scores.labels(row.clip, row.event) != 0,
                          row.isControl});
    return ranked;
}

QueuePrecision queuePrecision(const AuditMaterial &material, const AuditQueue &queue,
                              const std::vector<Verdict> &standing, std::span<const std::size_t> depths) {
    return queuePrecision(rankedPairs(material, queue), standing, depths);
}

QueuePrecision queuePrecision(std::span<const RankedPair> ranked, const std::vector<Verdict> &standing,
                              std::span<const std::size_t> depths) {
    std::map<AuditedPair, std::optional<bool>> heard;
    for (const AuditedSound &sound : auditedSound(standing))
        heard.emplace(sound.pair, sound.isAudible);
    Tally ordered;
    Tally controls;
    QueuePrecision precision;
    std::size_t row = 0;
    const auto closeDepths = [&](bool isEnd) {
        while (precision.depths.size() < depths.size() && (isEnd || depths[precision.depths.size()] == row))
            precision.depths.push_back({depths[precision.depths.size()], ordered.judged()});
    };
    for (const RankedPair &asked : ranked) {
        const auto said = heard.find(asked.pair);
        std::optional<bool> isWrong;
        if (said != heard.end() && said->second)
            isWrong = *said->second != asked.isLabelled;
        (asked.isControl ? controls : ordered).add(said != heard.end(), isWrong);
        if (!asked.isControl) {
            ++row;
            closeDepths(false);
        }
    }
    closeDepths(true);
    precision.ordered = ordered.judged();
    precision.controls = controls.judged();
    return precision;
}

std::vector<LabelChanges> labelChanges(const AuditMaterial &material, const std::vector<Verdict> &standing) {
    std::unordered_map<ClipId, std::size_t> rows;
    for (std::size_t i = 0; i < material.clips.size(); ++i)
        rows.emplace(material.clips[i].id, i);
    std::vector<LabelChanges> changes(material.scores.labels.events);
    for (const AuditedSound &sound : auditedSound(standing)) {
        const auto row = rows.find(sound.pair.first);
        const auto event = static_cast<std::size_t>(sound.pair.second);
        if (row == rows.end() || !sound.isAudible || event >= changes.size())
            continue;
        const bool isLabelled = material.scores.labels(row->second, event) != 0;
        ++changes[event].decided;
        changes[event].removed += isLabelled && !*sound.isAudible ? 1 : 0;
        changes[event].added += !isLabelled && *sound.isAudible ? 1 : 0;
    }
    return changes;
}

} // namespace tagscope

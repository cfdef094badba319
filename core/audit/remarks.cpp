// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/remarks.h"

#include "core/base/try.h"
#include "core/base/unicode_text.h"
#include "core/exchange/import_audit.h"
#include "core/project/event_edit.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace tagscope {
namespace {

using PairAtStage = std::tuple<ClipId, int, AuditStage, std::string>;

std::optional<int> eventOfName(const Project &project, const std::string &name) {
    const auto found = std::ranges::find_if(
        project.classes(), [&name](const EventClass &event) { return normalForm(event.name) == normalForm(name); });
    return found == project.classes().end() ? std::nullopt
                                            : std::optional(static_cast<int>(found - project.classes().begin()));
}

Remark settledOf(const Remark &remark, const std::string &lead, const std::string &note) {
    return {remark.clip, RemarkKind::Settled, lead, remark.word, note, AuditStage::Adjudicated, 0, true};
}

// "Heard" by those who named the event and said nothing else of it.
std::vector<Verdict> heardIn(const std::vector<Remark> &named, int event, std::vector<Verdict> history) {
    std::set<PairAtStage> said;
    for (const Verdict &verdict : standingVerdicts(std::move(history)))
        said.emplace(verdict.clip, verdict.event, verdict.stage, verdict.annotator);
    std::vector<Verdict> heard;
    for (const Remark &remark : named)
        if (said.emplace(remark.clip, event, remark.stage, remark.annotator).second)
            heard.push_back(
                {remark.clip, event, remark.stage, remark.annotator, VerdictValue::Heard, remark.note, remark.time});
    return heard;
}

Result<AuditImportReport> added(Project &project, const std::vector<Verdict> &verdicts,
                                const std::vector<Remark> &settled) {
    const SaidInProject before = TAGSCOPE_TRY(saidIn(project));
    TAGSCOPE_TRY(project.atomically([&]() -> Result<void> {
        TAGSCOPE_TRY(project.addVerdicts(verdicts));
        TAGSCOPE_TRY(project.addRemarks(settled));
        return {};
    }));
    const SaidInProject after = TAGSCOPE_TRY(saidIn(project));
    return addedBetween(before, after);
}

} // namespace

Result<AuditImportReport> settleNewEvent(Project &project, const NewEventDecision &decision) {
    const std::vector<Remark> history = TAGSCOPE_TRY(project.remarkHistory());
    std::vector<Remark> named = openRemarks(history);
    std::erase_if(named, [&decision](const Remark &remark) {
        return remark.kind != RemarkKind::NewEvent || normalForm(remark.word) != normalForm(decision.word);
    });
    if (named.empty())
        return fail(Error::Kind::Inconsistent, {"audit.no_such_new_event", decision.word});
    std::vector<std::string> addedEvents;
    std::vector<Verdict> heard;
    std::string taken;
    if (!decision.event.empty()) {
        if (!eventOfName(project, decision.event)) {
            EventClass made;
            made.name = decision.event;
            made.words = {decision.event};
            TAGSCOPE_TRY(project.editEvents(eventAdded(project, std::move(made))));
            addedEvents.push_back(decision.event);
        }
        const int event = eventOfName(project, decision.event).value();
        taken = project.classes()[static_cast<std::size_t>(event)].name;
        std::vector<Verdict> verdicts = TAGSCOPE_TRY(project.verdictHistory());
        heard = heardIn(named, event, std::move(verdicts));
    }
    std::vector<Remark> settled;
    for (const Remark &remark : named)
        settled.push_back(settledOf(remark, decision.lead, taken));
    AuditImportReport report = TAGSCOPE_TRY(added(project, heard, settled));
    report.addedEvents = std::move(addedEvents);
    return report;
}

Result<AuditImportReport> settleFlags(Project &project, std::span<const ClipId> clips, const std::string &lead) {
    const std::vector<Remark> history = TAGSCOPE_TRY(project.remarkHistory());
    const std::vector<Remark> open = openRemarks(history);
    std::vector<Remark> settled;
    for (const ClipId clip : clips) {
        const auto flag = std::ranges::find_if(
            open, [clip](const Remark &remark) { return remark.clip == clip && remark.kind == RemarkKind::Flag; });
        if (flag == open.end())
            return fail(Error::Kind::Inconsistent, {"audit.no_flag", clip});
        settled.push_back(settledOf(*flag, lead, {}));
    }
    return added(project, {}, settled);
}

} // namespace tagscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/export_audit.h"

#include "core/base/try.h"
#include "core/exchange/export_text.h"
#include "core/exchange/verdict_columns.h"
#include "core/formats/csv_cells.h"
#include "core/project/audited_truth.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>
#include <utility>

namespace tagscope {
namespace {

std::string eventName(const Project &project, int event) {
    return project.classes()[static_cast<std::size_t>(event)].name;
}

std::string reasonOf(const std::vector<Verdict> &verdicts) {
    std::string reason;
    for (const Verdict &verdict : verdicts) {
        if (!verdict.value)
            continue;
        reason += (reason.empty() ? "" : "; ") + verdict.annotator + ": " + std::string(nameOf(*verdict.value)) + " (" +
                  std::string(nameOf(verdict.stage)) + ", " + isoTime(verdict.time) +
                  (verdict.note.empty() ? ")" : ", \"" + verdict.note + "\")");
    }
    return reason;
}

std::string answerCell(std::optional<AuditAnswer> answer) {
    return answer ? std::string(nameOf(*answer)) : std::string();
}

std::string rowOf(const Project &project, const Clip &clip, const Verdict &verdict) {
    const Answers answers = verdict.value ? answersIn(*verdict.value) : Answers();
    return csvCell(clip.name) + "," + csvCell(eventName(project, verdict.event)) + "," + csvCell(verdict.annotator) +
           "," + std::string(nameOf(verdict.stage)) + "," + answerCell(answers.heard) + "," + answerCell(answers.seen) +
           "," + csvCell(verdict.note) + "," + isoTime(verdict.time) + "," + csvCell(verdict.key) + "," +
           (verdict.played ? shortestNumber(*verdict.played) : std::string()) + "," + std::to_string(verdict.plays) +
           "," + (verdict.isInformed ? "1" : "0");
}

std::string rowOfRemark(const Clip &clip, const Remark &remark) {
    return csvCell(clip.name) + "," + csvCell(remark.word) + "," + csvCell(remark.annotator) + "," +
           std::string(nameOf(remark.stage)) + ",,," + csvCell(remark.note) + "," + isoTime(remark.time) + ",,,,," +
           std::string(nameOf(remark.kind)) + std::string(remark.holds ? std::string_view() : kTakenBack);
}

} // namespace

std::string audioSetSegmentOf(const Clip &clip) {
    const ClipPlace place = placeOf(clip);
    return place.recording + "_" + std::to_string(std::llround(1000 * place.start.count()));
}

Result<std::string> verdictTable(const Project &project, std::span<const Clip> clips, bool isHistory) {
    std::vector<Verdict> verdicts = TAGSCOPE_TRY(project.verdictHistory());
    if (!isHistory)
        verdicts = standingVerdicts(std::move(verdicts));
    std::vector<Remark> remarks = TAGSCOPE_TRY(project.remarkHistory());
    if (!isHistory)
        remarks = standingRemarks(std::move(remarks));
    std::unordered_map<ClipId, const Clip *> byId;
    for (const Clip &clip : clips)
        byId.emplace(clip.id, &clip);
    std::erase_if(remarks, [&byId](const Remark &remark) { return !byId.contains(remark.clip); });
    const std::string noRemark = remarks.empty() ? "" : ",";
    std::vector<std::pair<std::int64_t, std::string>> rows;
    for (const Verdict &verdict : verdicts)
        if (const auto clip = byId.find(verdict.clip); clip != byId.end() && (verdict.value || isHistory))
            rows.emplace_back(verdict.time, rowOf(project, *clip->second, verdict) + noRemark);
    for (const Remark &remark : remarks)
        rows.emplace_back(remark.time, rowOfRemark(*byId.at(remark.clip), remark));
    std::ranges::sort(rows);
    std::string text(kVerdictTableHeader);
    text += std::string(remarks.empty() ? std::string_view() : kRemarkColumn) + std::string(kVerdictTableEnd);
    std::string check;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        std::string row = rows[i].second + "," + std::to_string(i + 1) + " of " + std::to_string(rows.size());
        check = verdictRowCheck(check, row);
        text += "\r\n" + row + "," + check;
    }
    return text + "\r\n";
}

Result<std::string> labelPatch(const Project &project, std::span<const Clip> clips) {
    std::vector<ClipId> ids;
    std::unordered_map<ClipId, std::size_t> rows;
    for (const Clip &clip : clips) {
        rows.emplace(clip.id, ids.size());
        ids.push_back(clip.id);
    }
    const BinaryTable labels = TAGSCOPE_TRY(project.labels(ids, Truth::Weak));
    std::vector<Verdict> history = TAGSCOPE_TRY(project.verdictHistory());
    const std::vector<Verdict> standing = standingVerdicts(std::move(history));
    const std::map<AuditedPair, std::vector<Verdict>> said = finalVerdictsByPair(standing);
    std::string text = "clip,event,before,after,reason\r\n";
    for (const AuditedSound &sound : auditedSound(standing)) {
        const auto row = rows.find(sound.pair.first);
        if (row == rows.end() || !sound.isAudible)
            continue;
        const bool isLabelled = labels(row->second, static_cast<std::size_t>(sound.pair.second)) != 0;
        if (isLabelled == *sound.isAudible)
            continue;
        const auto verdicts = said.find(sound.pair);
        text += csvCell(clips[row->second].name) + "," + csvCell(eventName(project, sound.pair.second)) +
                (isLabelled ? ",1,0," : ",0,1,") +
                csvCell(verdicts == said.end() ? std::string() : reasonOf(verdicts->second)) + "\r\n";
    }
    return text;
}

} // namespace tagscope

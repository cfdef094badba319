// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/audit_sitting.h"

#include "ui/audit/give_verdict.h"
#include "ui/base/core_text.h"
#include "ui/base/text.h"

#include <QPointer>
#include <QUndoStack>
#include <algorithm>
#include <utility>

namespace tagscope::ui {

namespace {

constexpr std::size_t kAhead = 4; // pairs whose recordings are at hand before they are looked at
// A verdict is on its way to the disk while the next clip is shown; what is left of that is waited for, so that nothing
// of an answered key is lost. On a disk that hangs the window goes on all the same.
constexpr std::chrono::milliseconds kMostWait{50};

} // namespace

AuditSitting::AuditSitting(ProjectEdits &edits, AuditRecords &records, Auditor &auditor, QUndoStack &undo,
                           QObject *parent)
    : QObject(parent), edits_(edits), records_(records), auditor_(auditor), undo_(undo),
      remarks_(std::make_unique<SittingRemarks>(*this, edits, records, undo)) {
    clock_.start();
    connect(&records, &AuditRecords::added, this, &AuditSitting::take);
    connect(&records, &AuditRecords::known, this, [this] { // once more, such as after a merge
        if (hasQueue() && records_.areKnown())
            take(records_.history());
    });
    connect(&records, &AuditRecords::remarksChanged, this, [this] {
        if (hasQueue())
            Q_EMIT changed();
    });
    connect(&edits, &ProjectEdits::verdictsRefused, this, &AuditSitting::takeBack);
    connect(&media_, &MediaAhead::ready, this, [this](ClipId clip) {
        if (current() && current()->clip == clip)
            Q_EMIT mediaReady();
    });
}

void AuditSitting::setProject(std::shared_ptr<const OpenProject> project) {
    end();
    project_ = std::move(project);
    seen_.clear();
    media_.setAnalyst(project_ ? project_->analyst : nullptr);
}

std::map<AuditedPair, VerdictValue> AuditSitting::judged(const std::string &annotator, AuditStage stage) const {
    std::map<AuditedPair, VerdictValue> said;
    for (const Verdict &verdict : records_.history()) { // the latest holds
        if (verdict.annotator != annotator || verdict.stage != stage)
            continue;
        if (verdict.value)
            said.insert_or_assign({verdict.clip, verdict.event}, *verdict.value);
        else
            said.erase({verdict.clip, verdict.event});
    }
    return said;
}

void AuditSitting::begin(std::shared_ptr<const SittingQueue> queue) {
    annotator_ = auditor_.name().toStdString();
    begun_ = nowInMicroseconds();
    refusal_.clear();
    pace_.restart(clock_.elapsed());
    const AuditStage stage = queue->setup.stage;
    order_ = AuditOrder(std::move(queue), judged(annotator_, stage));
    notifyMove();
}

void AuditSitting::end() {
    if (!hasQueue())
        return;
    order_ = AuditOrder();
    refusal_.clear();
    media_.want({});
    auditor_.setStage(std::nullopt);
    Q_EMIT moved();
    Q_EMIT ended();
}

std::optional<SittingRow> AuditSitting::current() const {
    return order_.current() ? std::optional(order_.row(*order_.current())) : std::nullopt;
}

std::map<VerdictValue, std::size_t> AuditSitting::counts() const {
    std::map<VerdictValue, std::size_t> counts;
    for (std::size_t place = 0; place < order_.size(); ++place)
        if (const std::optional<VerdictValue> said = order_.said(place))
            ++counts[*said];
    return counts;
}

std::vector<std::size_t> AuditSitting::page() const {
    std::vector<std::size_t> places;
    if (const std::optional<SittingRow> row = current())
        for (std::size_t place = 0; place < order_.size(); ++place)
            if (order_.row(place).clip == row->clip)
                places.push_back(place);
    return places;
}

QString AuditSitting::eventName(int event) const {
    const auto k = static_cast<std::size_t>(event);
    return project_ && k < project_->contents.classes.size() ? toText(project_->contents.classes[k].name) : QString();
}

const Result<std::filesystem::path> *AuditSitting::media() const {
    return current() ? media_.find(current()->clip) : nullptr;
}

bool AuditSitting::isOwn(const Verdict &verdict) const {
    return hasQueue() && verdict.annotator == annotator_ && verdict.stage == setup().stage;
}

std::optional<Verdict> AuditSitting::standingOf(const AuditedPair &pair) const {
    for (const Verdict &verdict : records_.standing(pair.first))
        if (verdict.event == pair.second && isOwn(verdict))
            return verdict;
    return std::nullopt;
}

std::optional<Verdict> AuditSitting::standing() const {
    if (!current())
        return std::nullopt;
    const std::optional<VerdictValue> said = order_.said(*order_.current());
    if (!said)
        return std::nullopt;
    Verdict verdict = standingOf({current()->clip, current()->event}).value_or(blank());
    if (verdict.value != said) // on its way to the disk: nothing is known of a note
        verdict.note.clear();
    verdict.value = said;
    return verdict;
}

Verdict AuditSitting::blank() const {
    return {current()->clip, current()->event, setup().stage, annotator_, std::nullopt, {}, 0};
}

// By a later stage of the same clip, or by what the window showed of it.
bool AuditSitting::isInformed(const Verdict &verdict) const {
    if (seen_.contains(verdict.clip) && verdict.stage != AuditStage::ModelOutput)
        return true;
    const std::vector<Verdict> said = records_.standing(verdict.clip);
    return std::ranges::any_of(said, [&verdict](const Verdict &other) {
        return other.annotator == verdict.annotator && other.stage > verdict.stage;
    });
}

void AuditSitting::give(VerdictValue value, const QString &note, const HowGiven &how) {
    if (!current())
        return;
    Verdict after = blank();
    after.value = value;
    after.note = note.trimmed().toStdString();
    push(std::move(after), how);
}

void AuditSitting::giveAlsoHeard(int event, const HowGiven &how) {
    if (!current())
        return;
    Verdict after = blank();
    after.event = event;
    after.value = VerdictValue::Heard;
    push(std::move(after), how);
}

void AuditSitting::push(Verdict after, const HowGiven &how) {
    after.key = how.key.toStdString();
    after.played = how.played;
    after.plays = how.plays;
    after.isInformed = isInformed(after);
    Verdict before = after;
    before.value.reset();
    before.note.clear();
    if (std::optional<Verdict> held = standingOf({after.clip, after.event}))
        before = std::move(*held);
    before.time = 0; // that of its own storing, also where it is said again
    const QString text = tr("verdict on %1").arg(eventName(after.event));
    const auto follower = [sitting = QPointer(this)](const Verdict &now, bool isUndone) {
        if (sitting)
            sitting->follow(now, isUndone);
    };
    pace_.add(clock_.elapsed());
    refusal_.clear();
    undo_.push(new GiveVerdict(edits_, std::move(before), std::move(after), follower, text));
    edits_.waitForVerdicts(kMostWait);
}

// What was given just now, or is undone or done again.
void AuditSitting::follow(const Verdict &now, bool isUndone) {
    const std::optional<std::size_t> place = isOwn(now) ? order_.placeOf({now.clip, now.event}) : std::nullopt;
    if (!place)
        return;
    order_.say(*place, now.value);
    if (isUndone)
        order_.goTo(*place);
    else if (order_.current() == place)
        order_.goOn();
    notifyMove();
}

// What is stored holds, whoever stored it.
void AuditSitting::take(const std::vector<Verdict> &added) {
    for (const Verdict &verdict : added)
        if (const auto place = isOwn(verdict) ? order_.placeOf({verdict.clip, verdict.event}) : std::nullopt)
            order_.say(*place, verdict.value);
    if (hasQueue())
        Q_EMIT changed();
}

void AuditSitting::takeBack(const std::vector<Verdict> &refused, const Error &error) {
    std::optional<std::size_t> first;
    for (const Verdict &verdict : refused) {
        for (int i = 0; i < undo_.count(); ++i)
            if (const auto *command = dynamic_cast<const GiveVerdict *>(undo_.command(i));
                command != nullptr && command->gives(verdict))
                command->refuse();
        const auto place = isOwn(verdict) ? order_.placeOf({verdict.clip, verdict.event}) : std::nullopt;
        if (!place)
            continue;
        const std::optional<Verdict> stored = standingOf({verdict.clip, verdict.event});
        order_.say(*place, stored ? stored->value : std::nullopt);
        first = first.value_or(*place);
    }
    const auto isLastRefused = [this] {
        const auto *last =
            undo_.index() > 0 ? dynamic_cast<const GiveVerdict *>(undo_.command(undo_.index() - 1)) : nullptr;
        return last != nullptr && last->isRefused();
    };
    while (isLastRefused())
        undo_.undo(); // takes it away and changes nothing
    if (!first)
        return;
    if (refusal_.isEmpty()) // of several, the first is shown: the others are open after it
        order_.goTo(*first);
    refusal_ = translated(error.message);
    notifyMove();
}

void AuditSitting::goBack() {
    refusal_.clear();
    order_.goBack();
    notifyMove();
}

void AuditSitting::skip() {
    refusal_.clear();
    order_.skip();
    notifyMove();
}

void AuditSitting::takeSkipped() {
    order_.takeSkipped();
    notifyMove();
}

void AuditSitting::notifyMove() {
    std::vector<ClipId> clips;
    if (current())
        clips.push_back(current()->clip);
    for (const std::size_t place : order_.ahead(kAhead))
        clips.push_back(order_.row(place).clip);
    media_.want(clips);
    // Where no pair is looked at, nothing needs to be hidden.
    auditor_.setStage(current() ? std::optional(setup().stage) : std::nullopt);
    Q_EMIT moved();
    Q_EMIT changed();
}

} // namespace tagscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/audit_feature.h"

#include "ui/audit/asked_answers.h"
#include "ui/audit/audit_controller.h"
#include "ui/audit/audit_panel.h"
#include "ui/audit/undo_concealment.h"
#include "ui/audit/window_concealment.h"
#include "ui/base/text.h"
#include "ui/clips/project_clip_model.h"
#include "ui/clips/project_clips.h"
#include "ui/document/event_stretch.h"
#include "ui/playback/playback.h"

#include <QAction>
#include <QDockWidget>
#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace tagscope::ui {

AuditFeature::AuditFeature(const FeatureContext &context, ProjectClips &project, Playback &playback,
                           WindowConcealment &concealment)
    : Feature(context), project_(project), playback_(playback), concealment_(concealment),
      undo_(new UndoConcealment(context.parent, context.document.undo())),
      records_(new AuditRecords(context.document.edits(), this)),
      audit_(new AuditController(project, *records_, context.auditor, context.document.undo(), this)),
      dock_(addDock({.name = QStringLiteral("audit"),
                     .title = tr("Audit"),
                     .content = &audit_->panel(),
                     .place = 90,
                     .keys = {},
                     .workspaces = {Workspace::Audit},
                     .height = 0.45})) {
    context.clip.addSource([this] { return audit_->isWorking() ? std::optional(audit_->shownClip()) : std::nullopt; });
    context.clip.setStep(CurrentClip::Step::Annotations, [this](ShownClip &shown) { annotate(shown); });
    connectRecords();
    connect(dock_, &QDockWidget::visibilityChanged, this, [this](bool isVisible) {
        if (isVisible)
            audit_->prepare();
    });
    addSittingEntries();
    addPairEntries();
    connectSitting();
}

void AuditFeature::connectRecords() {
    const auto read = [this] { records_->read(); };
    connect(&context_.document, &Document::opened, records_, read);
    connect(&context_.document, &Document::closed, records_, read);
    connect(&context_.document.edits(), &ProjectEdits::auditImported, this, [this] {
        records_->read();
        project_.judge().refresh();
    });
    connect(records_, &AuditRecords::known, &context_.clip, &CurrentClip::refresh);
    connect(records_, &AuditRecords::added, &context_.clip, &CurrentClip::refresh);
    connect(records_, &AuditRecords::regionsChanged, &context_.clip, &CurrentClip::refresh);
}

void AuditFeature::connectSitting() {
    connect(&playback_, &Playback::playingChanged, this, [this] { listening_.follow(playback_.isPlaying()); });
    connect(&audit_->panel(), &AuditPanel::correctedAsked, this, &AuditFeature::correctedAsked);
    connect(&audit_->panel().work(), &AuditWorkPage::alsoHeard, this, &AuditFeature::addAlsoHeard);
    connect(&audit_->panel().work(), &AuditWorkPage::flagged, this,
            [this](const QString &note) { audit_->sitting().remarks().setFlag(note); });
    connect(&context_.clip, &CurrentClip::changed, this, [this](const ShownClip &shown) {
        if (shown.clip && !audit_->isWorking())
            audit_->sitting().addSeen(*shown.clip);
    });
    connect(&context_.auditor, &Auditor::stageChanged, this, &AuditFeature::followStage);
    connect(audit_, &AuditController::taskChanged, this, &AuditFeature::followStage);
    connect(&audit_->sitting(), &AuditSitting::moved, this, &AuditFeature::followSitting);
    connect(&audit_->sitting(), &AuditSitting::mediaReady, this, [this] {
        context_.clip.refresh();
        playPair();
    });
    connect(&context_.clip, &CurrentClip::changed, this, [this](const ShownClip &shown) {
        if (!shown.concealed.isBare && std::exchange(isStretchDue_, false) && audit_->isWorking() &&
            playback_.isPlaying())
            playPair(); // what was played until now is the clip
    });
}

void AuditFeature::addSittingEntries() {
    AuditSitting &sitting = audit_->sitting();
    addEntry("audit", 101, "audit.open", tr("&Open the audit"), Qt::CTRL | Qt::SHIFT | Qt::Key_A, [this] {
        showDock();
        if (!audit_->sitting().hasQueue())
            audit_->panel().setup().takeFocus();
    });
    QAction *start = addEntry("audit", 102, "audit.start", tr("&Start"), {}, [this] {
        showDock();
        audit_->start();
    });
    connect(&sitting, &AuditSitting::moved, start, [&sitting, start] { start->setEnabled(!sitting.hasQueue()); });
}

void AuditFeature::addPairEntries() {
    AuditSitting &sitting = audit_->sitting();
    AuditEntries entries;
    entries.end = addEntry("audit", 103, "audit.end", tr("&End the session"), Qt::CTRL | Qt::Key_E,
                           [&sitting] { sitting.end(); });
    const std::array<const char *, kVerdictValues> ids{"audit.audible", "audit.visible", "audit.both", "audit.neither",
                                                       "audit.unsure"};
    for (std::size_t value = 0; value < kVerdictValues; ++value) {
        const int position = static_cast<int>(value);
        entries.verdicts[value] =
            addEntry("audit", 201 + position, ids[value], entryTextOf(offeredAt(AuditStage::ModelOutput)[value]),
                     QKeySequence(Qt::Key_1 + position), [this, value] { answer(value); });
    }
    entries.also = addEntry("audit", 305, "audit.also", tr("I &also hear…"), Qt::Key_W,
                            [this] { audit_->panel().work().writeAlsoHeard(); });
    entries.flag = addEntry("audit", 306, "audit.flag", tr("&Flag the clip"), Qt::Key_C, [this] { flag(); });
    entries.note = addEntry("audit", 301, "audit.note", tr("&Write a note"), Qt::Key_T,
                            [this] { audit_->panel().work().writeNote(); });
    entries.repeat = addEntry("audit", 302, "audit.repeat", tr("&Repeat"), Qt::Key_R, [this] { playPair(); });
    entries.back =
        addEntry("audit", 303, "audit.back", tr("Bac&k"), Qt::Key_Backspace, [&sitting] { sitting.goBack(); });
    entries.skip = addEntry("audit", 304, "audit.skip", tr("S&kip"), Qt::Key_J, [&sitting] { sitting.skip(); });
    audit_->setEntries(entries);
    connect(&sitting, &AuditSitting::changed, this, [&sitting, flag = entries.flag] {
        flag->setText(sitting.remarks().flag() ? tr("Take the &flag off") : tr("&Flag the clip"));
    });
    const auto follow = [this, entries] {
        for (QAction *entry : {entries.end, entries.back})
            entry->setEnabled(audit_->sitting().hasQueue());
        const std::span<const VerdictValue> offered =
            offeredAt(audit_->isWorking() ? audit_->sitting().setup().stage : AuditStage::ModelOutput);
        for (std::size_t i = 0; i < entries.verdicts.size(); ++i) {
            entries.verdicts[i]->setEnabled(audit_->isWorking() && i < offered.size());
            entries.verdicts[i]->setVisible(i < offered.size());
            if (i < offered.size())
                entries.verdicts[i]->setText(entryTextOf(offered[i]));
        }
        for (QAction *entry : {entries.note, entries.repeat, entries.also, entries.flag, entries.skip})
            entry->setEnabled(audit_->isWorking());
    };
    connect(&sitting, &AuditSitting::moved, this, follow);
    follow();
}

HowGiven AuditFeature::howGiven(const QAction *entry) const {
    constexpr double kPerSecond = 1000.0;
    return {entry != nullptr ? entry->shortcut().toString(QKeySequence::PortableText) : QString(),
            static_cast<double>(listening_.milliseconds()) / kPerSecond, listening_.plays()};
}

// Who has not heard anything yet pressed the key by mistake, such as once too often.
void AuditFeature::answer(std::size_t key) {
    AuditSitting &sitting = audit_->sitting();
    const std::span<const VerdictValue> offered = offeredAt(sitting.setup().stage);
    if (key >= offered.size())
        return;
    if (listening_.milliseconds() < leastHeard().count()) {
        audit_->panel().work().showMessage(tr("Not taken: the clip has only just begun. Listen first."));
        return;
    }
    audit_->panel().work().setStored(*sitting.order().current(), offered[key]);
    sitting.give(offered[key], audit_->panel().work().note(), howGiven(audit_->entries().verdicts[key]));
}

void AuditFeature::addAlsoHeard(const QString &name) {
    const std::vector<EventClass> &classes = project_.clips().classes();
    const auto found = std::ranges::find_if(classes, [&name](const EventClass &event) {
        return toText(event.name).compare(name, Qt::CaseInsensitive) == 0;
    });
    AuditWorkPage &page = audit_->panel().work();
    if (found == classes.end() && audit_->sitting().remarks().mayNameEvents()) {
        audit_->sitting().remarks().nameNewEvent(name);
        page.showMessage(tr("✓ Noted for the lead, as a new event: %1").arg(name));
        return;
    }
    if (found == classes.end()) {
        page.showMessage(tr("Not stored: the project has no event “%1”.").arg(name));
        return;
    }
    audit_->sitting().giveAlsoHeard(static_cast<int>(found - classes.begin()), howGiven(audit_->entries().also));
    page.showMessage(tr("✓ Also heard: %1").arg(toText(found->name)));
}

void AuditFeature::flag() {
    if (audit_->sitting().remarks().flag())
        audit_->sitting().remarks().takeFlagBack();
    else
        audit_->panel().work().writeFlag();
}

void AuditFeature::showDock() {
    context_.present(*dock_);
}

void AuditFeature::followStage() {
    const std::optional<AuditStage> stage = context_.auditor.stage();
    if (stage)
        showDock();
    const std::array<QAction *, kVerdictValues> &verdicts = audit_->entries().verdicts;
    // Between the sittings of a task no more may be seen than in its first one.
    const std::optional<AuditStage> seen = !stage && audit_->hasTask() ? std::optional(AuditStage::Sound) : stage;
    concealment_.set(seen, {verdicts.begin(), verdicts.end()});
    showDock();
    if (!stage)
        project_.judge().refresh(); // once, not with each verdict
    if (audit_->hasTask())
        context_.clip.refresh(); // there is nothing to see between its sittings
}

void AuditFeature::followSitting() {
    const std::optional<SittingRow> row = audit_->sitting().current();
    undo_->set(audit_->sitting().hasQueue() && audit_->sitting().setup().stage != AuditStage::ModelOutput);
    if (row && context_.auditor.stage() == AuditStage::ModelOutput)
        project_.show(row->clip);
    context_.clip.refresh();
    if (!row) {
        heardClip_.reset();
        return;
    }
    context_.view.setSelection(std::nullopt);
    context_.view.setEvent(row->event);
    const bool isEventsOwn = audit_->sitting().setup().playsStretch && !context_.auditor.hidesOutput();
    if (std::exchange(heardClip_, row->clip) == row->clip && !isEventsOwn)
        return; // another event of the clip that was just listened to
    listening_.restart();
    playPair();
}

void AuditFeature::playPair() {
    const std::optional<SittingRow> row = audit_->sitting().current();
    const std::shared_ptr<const ClipAnalysis> &shown = context_.clip.analysis();
    if (!row || !shown)
        return;
    const bool isStretch = audit_->sitting().setup().playsStretch && !context_.auditor.hidesOutput();
    const std::optional<TimeRange> stretch = isStretch ? stretchOf(*shown, row->event) : std::nullopt;
    isStretchDue_ = isStretch && !stretch;
    listening_.addPlay();
    if (stretch)
        playback_.play(*stretch);
    else
        playback_.playFrom(Seconds{0});
}

void AuditFeature::annotate(ShownClip &shown) const {
    if (shown.clip && records_->areKnown()) {
        ClipAnnotations annotations = shown.annotations ? *shown.annotations : ClipAnnotations();
        annotations.verdicts = records_->standing(*shown.clip);
        annotations.markedRegions = records_->regions(*shown.clip);
        shown.annotations = std::make_shared<const ClipAnnotations>(std::move(annotations));
    }
    if (audit_->isWorking()) {
        shown = audit_->conceal(shown);
    } else if (audit_->hasTask()) {
        ShownClip nothing;
        nothing.title = tr("Task");
        nothing.state = tr("Of the clips of a task nothing is shown before they are asked about.");
        nothing.concealed = {true, true, true};
        shown = nothing;
    }
}

std::optional<int> AuditFeature::askedEvent() const {
    const std::optional<SittingRow> row = audit_->sitting().current();
    return row ? std::optional(row->event) : std::nullopt;
}

void AuditFeature::stop() {
    audit_->sitting().end(); // what it hid is there again at the next start
}

} // namespace tagscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/audit_controller.h"

#include "ui/audit/audit_panel.h"
#include "ui/audit/clip_concealment.h"
#include "ui/base/core_text.h"
#include "ui/base/count_text.h"
#include "ui/base/shortcuts.h"
#include "ui/base/text.h"
#include "ui/clips/project_clip_model.h"
#include "ui/clips/project_clips.h"

#include <QAction>
#include <QLocale>
#include <utility>

namespace tagscope::ui {

AuditController::AuditController(ProjectClips &project, AuditRecords &records, Auditor &auditor, QUndoStack &undo,
                                 QObject *parent)
    : QObject(parent), project_(project), records_(records), auditor_(auditor),
      sitting_(project.edits(), records, auditor, undo), panel_(new AuditPanel(sitting_, records)), making_([this] {
          prepare();
          if (!wanted_)
              making_.over();
      }) {
    connect(&project.document(), &Document::opened, this, &AuditController::followProject);
    connect(&project.document(), &Document::closed, this, &AuditController::followProject);
    connect(&records, &AuditRecords::known, this, &AuditController::notify);
    connect(&project.edits(), &ProjectEdits::settingKnown, this,
            [this](const std::string &key, const std::string &json) {
                if (key == kAuditKey && std::exchange(isSettingDue_, false))
                    takeSetting(json);
                if (key == kTaskKey && !json.empty()) {
                    if (!std::exchange(hasTask_, true)) // at once, whatever becomes of its pages
                        Q_EMIT taskChanged();
                    prepare();
                }
            });
    connect(&project.edits(), &ProjectEdits::placesChanged, this, [this] {
        queues_.forget();
        wanted_.reset();
        queue_.reset();
        sitting_.mediaMayBeThere();
    });
    connect(&project.edits(), &ProjectEdits::scoresChanged, this, &AuditController::followScores);
    connect(&queues_, &AuditQueueService::made, this, &AuditController::takeQueue);
    connect(&queues_, &AuditQueueService::failed, this, [this](const Error &error) {
        failure_ = error;
        making_.over();
        wanted_.reset();
        isStartDue_ = false;
        notify();
    });
    AuditSetupPage &page = panel_->setup();
    page.setName(auditor.name());
    connect(&auditor, &Auditor::nameChanged, this, [this] {
        panel_->setup().setName(auditor_.name());
        notify();
    });
    connect(&page, &AuditSetupPage::setupChanged, this, [this] {
        const bool isOther = panel_->setup().setup() != setting_.setup;
        setting_.setup = panel_->setup().setup();
        if (isOther)
            queue_.reset();
        if (panel_->isVisible())
            prepare();
        notify();
    });
    connect(&page, &AuditSetupPage::startAsked, this, &AuditController::start);
    connect(&page, &AuditSetupPage::keyChosen, this,
            [this](VerdictValue value, const QKeySequence &keys) { chooseKeys(value, keys); });
    connect(&page, &AuditSetupPage::ownKeysAsked, this, [this] {
        setting_.keys = {};
        keepSetting();
    });
    connect(panel_, &AuditPanel::skippedAsked, &sitting_, &AuditSitting::takeSkipped);
    connect(panel_, &AuditPanel::endAsked, &sitting_, &AuditSitting::end);
    connect(&sitting_, &AuditSitting::moved, panel_, &AuditPanel::follow);
    connect(&sitting_, &AuditSitting::changed, panel_, &AuditPanel::followCounts);
    connect(&sitting_, &AuditSitting::ended, this, [this] {
        queues_.forget();
        queue_.reset();
        wanted_.reset();
        prepare();
        panel_->setup().takeFocus();
    });
    notify();
}

void AuditController::setEntries(const AuditEntries &entries) {
    entries_ = entries;
    panel_->work().setEntries(entries);
    applyKeys();
}

// The orders are by what is stored. A queue that somebody works through stays as it is.
void AuditController::followScores() {
    if (sitting_.hasQueue())
        return;
    if (!wanted_)
        queues_.forget();
    isQueueOld_ = true;
    if (panel_->isVisible())
        making_.want();
}

void AuditController::followProject() {
    const std::shared_ptr<const OpenProject> project = project_.document().project();
    making_.forget();
    isQueueOld_ = false;
    sitting_.setProject(project);
    queues_.setProject(project);
    queue_.reset();
    wanted_.reset();
    failure_.reset();
    isStartDue_ = false;
    setting_ = {};
    std::vector<std::string> events;
    std::vector<std::string> splits;
    QStringList names;
    if (project) {
        for (const EventClass &event : project->contents.classes) {
            events.push_back(event.name);
            names << toText(event.name);
        }
        for (const QString &split : project_.clips().splits())
            splits.push_back(split.toStdString());
    }
    panel_->setup().setChoices(events, splits);
    panel_->work().setEvents(names);
    panel_->setup().queue().setNames(names, [this](ClipId clip) {
        const LabelledClip *found = project_.clips().find(clip);
        return found != nullptr ? toText(found->clip.name) : QString();
    });
    panel_->setup().setSetup({});
    setTask(std::nullopt, AuditStage::Sound);
    applyKeys();
    isSettingDue_ = true;
    project_.edits().readSetting(kAuditKey);
    project_.edits().readSetting(std::string(kTaskKey));
    notify();
}

void AuditController::takeSetting(const std::string &json) {
    const AuditSetting kept = auditSettingIn(json);
    const bool isSame = kept == setting_;
    setting_ = kept;
    applyKeys();
    if (!isSame && !sitting_.hasQueue())
        panel_->setup().setSetup(kept.setup);
}

// Of two verdicts with the same key neither could be given: the earlier one loses it.
void AuditController::chooseKeys(VerdictValue value, const QKeySequence &keys) {
    const auto chosen = static_cast<std::size_t>(value);
    for (std::size_t other = 0; other < kVerdictValues; ++other)
        if (other != chosen && !keys.isEmpty() && entries_.verdicts[other]->shortcut() == keys)
            setting_.keys[other] = QKeySequence();
    setting_.keys[chosen] = keys;
    keepSetting();
}

void AuditController::keepSetting() {
    project_.edits().setSetting(kAuditKey, jsonOf(setting_));
    applyKeys();
}

// A project's own keys come before the program's.
void AuditController::applyKeys() {
    std::array<QKeySequence, kVerdictValues> used;
    for (std::size_t value = 0; value < kVerdictValues; ++value) {
        QAction *entry = entries_.verdicts[value];
        if (entry == nullptr)
            return;
        if (setting_.keys[value])
            entry->setShortcut(*setting_.keys[value]);
        else
            giveKeys(*entry, idOf(*entry), ownKeysOf(*entry));
        used[value] = entry->shortcut();
    }
    panel_->setup().setKeys(used);
}

void AuditController::prepare() {
    if ((queue_ && !isQueueOld_) || wanted_ == setting_.setup || sitting_.hasQueue() ||
        !project_.document().project()) {
        notify();
        return;
    }
    failure_.reset();
    isQueueOld_ = false;
    wanted_ = setting_.setup;
    queues_.want(setting_.setup);
    notify();
}

void AuditController::start() {
    if (!project_.document().project() || panel_->setup().name().isEmpty() || !records_.areKnown() ||
        sitting_.hasQueue())
        return;
    auditor_.setName(panel_->setup().name());
    if (!queue_ || isQueueOld_) {
        isStartDue_ = true;
        prepare();
        return;
    }
    isStartDue_ = false;
    keepSetting();
    sitting_.begin(queue_);
}

void AuditController::setTask(const std::optional<AuditTask> &task, AuditStage open) {
    if (task || hasTask_)
        panel_->setup().setTask(task, open);
    if (std::exchange(hasTask_, task.has_value()) != hasTask_)
        Q_EMIT taskChanged();
}

void AuditController::takeQueue(const std::shared_ptr<const SittingQueue> &queue) {
    wanted_.reset();
    making_.over();
    queue_ = queue;
    setTask(queue->task, queue->setup.stage);
    notify();
    if (isStartDue_)
        start();
}

void AuditController::notify() {
    AuditSetupPage &page = panel_->setup();
    if (!project_.document().project()) {
        page.setStatus(tr("Open a project to judge its clips and labels."), false);
        return;
    }
    if (failure_) {
        page.setStatus(tr("✗ %1").arg(translated(failure_->message)), false);
        return;
    }
    if (!queue_ || !records_.areKnown()) {
        page.setStatus(tr("Building the queue…"), false);
        return;
    }
    const std::map<AuditedPair, VerdictValue> said = sitting_.judged(page.name().toStdString(), queue_->setup.stage);
    std::size_t done = 0;
    for (const auto &[pair, value] : said)
        done += queue_->placeOf(pair) ? 1U : 0U;
    if (queue_->setup.stage == AuditStage::ModelOutput)
        page.queue().setQueue(queue_, said);
    page.setFormula(queue_->formula);
    QStringList words{tr("Pairs: %1").arg(countText(queue_->rows.size()))};
    if (done > 0)
        words << tr("judged by you at this stage: %1").arg(countText(done));
    if (queue_->heldBack > 0)
        words << tr("held back as near-duplicates: %1").arg(countText(queue_->heldBack));
    if (queue_->withoutMedia > 0)
        words << tr("without a recording: %1").arg(countText(queue_->withoutMedia));
    QString status = words.join(QStringLiteral(" · "));
    if (queue_->note)
        status += QLatin1Char('\n') + translated(*queue_->note);
    const bool hasName = !page.name().isEmpty();
    if (!hasName)
        status = tr("Type your name to start.") + QLatin1Char('\n') + status;
    page.setStatus(status, hasName && !queue_->rows.empty());
}

std::shared_ptr<const ClipAnalysis> AuditController::bareOf(const SittingRow &row) const {
    const Result<std::filesystem::path> *media = sitting_.media();
    const LabelledClip *clip = project_.clips().find(row.clip);
    if (media == nullptr || !*media || clip == nullptr)
        return nullptr;
    if (!bare_ || bareClip_ != row.clip || bare_->media != **media || bare_->start != clip->clip.start)
        bare_ = bareClip(clip->clip, **media, project_.clips().classes());
    bareClip_ = row.clip;
    return bare_;
}

ShownClip AuditController::shownClip() const {
    const SittingRow row = *sitting_.current();
    ShownClip shown;
    if (sitting_.setup().stage == AuditStage::ModelOutput)
        if (std::optional<ShownClip> now = project_.shownClip(); now && now->clip == row.clip)
            shown = std::move(*now);
    if (shown.title.isEmpty())
        if (const LabelledClip *clip = project_.clips().find(row.clip)) {
            shown.title = toText(clip->clip.name);
            shown.labels = clip->labels;
        }
    shown.clip = row.clip;
    return shown;
}

ShownClip AuditController::conceal(const ShownClip &shown) const {
    const SittingRow row = *sitting_.current();
    ShownClip left =
        concealed(shown, bareOf(row), {auditor_.name().toStdString(), sitting_.setup().stage, sitting_.begun()});
    if (left.title.isEmpty())
        left.title =
            tr("Pair %1 of %2").arg(countText(sitting_.order().done() + 1), countText(sitting_.order().size()));
    if (left.analysis)
        return left;
    left.fraction.reset();
    left.canBeAnalysedAgain = false;
    left.state = sitting_.media() == nullptr
                     ? tr("Preparing the recording…")
                     // The error's own words name the clip.
                     : tr("The recording of this pair cannot be played. Skip it; Locate missing media… in the Project "
                          "menu finds recordings that were moved.");
    return left;
}

} // namespace tagscope::ui

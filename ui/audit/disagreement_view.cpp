// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/disagreement_view.h"

#include "ui/audit/adjudicate.h"
#include "ui/base/audit_text.h"
#include "ui/base/core_text.h"
#include "ui/base/export.h"
#include "ui/base/fitted_table.h"
#include "ui/base/key_faces.h"
#include "ui/base/shortcuts.h"
#include "ui/base/text.h"
#include "ui/base/tokens.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QUndoStack>
#include <QVBoxLayout>
#include <algorithm>

namespace tagscope::ui {
namespace {

const QString kLeadKey = QStringLiteral("audit/lead");

} // namespace

DisagreementView::DisagreementView(AuditRecords &records, ProjectEdits &edits, Auditor &auditor, QUndoStack &undo,
                                   QWidget *parent)
    : QWidget(parent), records_(records), edits_(edits), auditor_(auditor), undo_(undo),
      model_(new DisagreementModel(this)), filter_(new DisagreementFilter(this)), verdicts_(new FigureTableModel(this)),
      which_(new QComboBox), event_(new QComboBox), soundAlone_(new QCheckBox(tr("About the sou&nd alone"))),
      count_(new QLabel), title_(new QLabel),
      name_(new QLineEdit(QSettings().value(kLeadKey, auditor.name()).toString())), note_(new QLineEdit),
      message_(new QLabel) {
    setAccessibleName(tr("Disagreements"));
    filter_->setSourceModel(model_);
    auto *halves = new QSplitter(Qt::Horizontal);
    halves->addWidget(makeList());
    halves->addWidget(makeDecision());
    halves->setStretchFactor(0, 3);
    halves->setStretchFactor(1, 2);
    halves->setChildrenCollapsible(false);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(halves);
    connectFilters();
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &DisagreementView::choose);
    // Again, of the one that is chosen already: its clip may have been left.
    connect(table_, &QTableView::clicked, this, [this] {
        if (chosen_)
            Q_EMIT clipAsked(chosen_->first, chosen_->second);
    });
    connect(&auditor_, &Auditor::nameChanged, this, &DisagreementView::followName);
    connect(name_, &QLineEdit::textEdited, this, [this] { // who decides need not be who annotates
        QSettings().setValue(kLeadKey, decider());
        message_->clear();
        showChosen();
    });
    connect(&edits_, &ProjectEdits::verdictsRefused, this, &DisagreementView::showRefusal);
    showChosen();
    showCount();
}

QWidget *DisagreementView::makeList() {
    which_->setObjectName(QStringLiteral("whichDisagreements"));
    which_->addItem(tr("all"), static_cast<int>(DisagreementFilter::Which::All));
    which_->addItem(tr("open"), static_cast<int>(DisagreementFilter::Which::Open));
    which_->addItem(tr("decided"), static_cast<int>(DisagreementFilter::Which::Adjudicated));
    event_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    event_->setMinimumContentsLength(12);
    soundAlone_->setToolTip(tr("Only where annotators disagree on whether the event is heard"));
    auto *controls = new QHBoxLayout;
    for (const auto &[text, box] : {std::pair(tr("Sho&w:"), which_), std::pair(tr("E&vent:"), event_)}) {
        auto *label = new QLabel(text);
        label->setBuddy(box);
        controls->addWidget(label);
        controls->addWidget(box);
    }
    controls->addWidget(soundAlone_);
    controls->addStretch(1);
    controls->addWidget(count_);
    table_ = new FittedTable(*filter_, {DisagreementModel::Clip, DisagreementModel::Event, DisagreementModel::Verdicts,
                                        DisagreementModel::Decision});
    table_->setCompact();
    table_->setObjectName(QStringLiteral("disagreements"));
    table_->setAccessibleName(tr("Pairs on which annotators disagree"));
    offerExport(*table_, QStringLiteral("disagreements"));
    auto *list = new QWidget;
    auto *rows = new QVBoxLayout(list);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addLayout(controls);
    rows->addWidget(table_, 1);
    return list;
}

QWidget *DisagreementView::makeDecision() {
    title_->setWordWrap(true);
    title_->setTextFormat(Qt::PlainText);
    giveRole(*title_, TextRole::Heading);
    verdicts_->setTable({{tr("Annotator"), tr("Verdict"), tr("Stage"), tr("Note"), tr("When")}, {}, true});
    verdictTable_ = new FittedTable(*verdicts_, {0, 3});
    verdictTable_->setCompact();
    verdictTable_->setObjectName(QStringLiteral("verdictsOfPair"));
    verdictTable_->setAccessibleName(tr("What each annotator said about the pair"));
    offerExport(*verdictTable_, QStringLiteral("verdicts"));
    note_->setObjectName(QStringLiteral("adjudicationNote"));
    note_->setPlaceholderText(tr("Reason (optional)"));
    name_->setObjectName(QStringLiteral("adjudicator"));
    name_->setPlaceholderText(tr("Your name"));
    message_->setObjectName(QStringLiteral("adjudicationMessage"));
    message_->setWordWrap(true);
    message_->setTextFormat(Qt::PlainText);
    message_->setMinimumHeight(fontMetrics().lineSpacing()); // so that nothing moves as it comes and goes
    auto *form = new QFormLayout;
    form->addRow(tr("No&te"), note_);
    form->addRow(tr("Decided b&y"), name_);
    auto *decision = new QWidget;
    auto *rows = new QVBoxLayout(decision);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(title_);
    rows->addWidget(verdictTable_, 1);
    rows->addLayout(form);
    rows->addWidget(makeVerdictButtons());
    rows->addWidget(message_);
    return decision;
}

QWidget *DisagreementView::makeVerdictButtons() {
    int key = Qt::Key_1;
    for (std::size_t i = 0; i < kVerdictValues; ++i) {
        const auto value = static_cast<VerdictValue>(i);
        addDecision(textOf(value), value,
                    QStringLiteral("adjudicate.") + QString::fromStdString(std::string(nameOf(value))),
                    QKeySequence(Qt::ALT | static_cast<Qt::Key>(key++)));
    }
    addDecision(tr("Withdraw"), std::nullopt, QStringLiteral("adjudicate.back"), QKeySequence(Qt::ALT | Qt::Key_0));
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    for (std::size_t i = 0; i < kVerdictValues; ++i)
        row->addWidget(buttons_.at(static_cast<VerdictValue>(i)), 1);
    row->addWidget(buttons_.at(std::nullopt), 1);
    return bar;
}

void DisagreementView::addDecision(const QString &text, std::optional<VerdictValue> value, const QString &id,
                                   const QKeySequence &keys) {
    auto *action = new QAction(text, this);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    giveKeys(*action, id, {keys});
    addAction(action);
    auto *button = new QPushButton(text);
    button->setObjectName(id);
    button->setFocusPolicy(Qt::TabFocus);
    const auto showKeys = [button, action] { button->setToolTip(KeyFaces::instance().text(action->shortcut())); };
    connect(action, &QAction::changed, button, showKeys);
    connect(&KeyFaces::instance(), &KeyFaces::changed, button, showKeys);
    showKeys();
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::triggered, this, [this, value] { decide(value); });
    buttons_.emplace(value, button);
}

void DisagreementView::connectFilters() {
    const auto refilter = [this](auto change) {
        change();
        showCount();
        if (chosen_)
            select(*chosen_);
    };
    connect(which_, &QComboBox::currentIndexChanged, this, [this, refilter] {
        refilter([this] { filter_->setWhich(static_cast<DisagreementFilter::Which>(which_->currentData().toInt())); });
    });
    connect(event_, &QComboBox::currentIndexChanged, this, [this, refilter](int entry) {
        refilter([this, entry] { filter_->setEvent(entry > 0 ? std::optional(entry - 1) : std::nullopt); });
    });
    connect(soundAlone_, &QCheckBox::toggled, this,
            [this, refilter](bool isWanted) { refilter([&] { filter_->setSoundAlone(isWanted); }); });
}

void DisagreementView::setProject(const ProjectContents *contents) {
    chosen_.reset();
    std::vector<QString> events;
    std::unordered_map<ClipId, QString> clips;
    if (contents != nullptr) {
        for (const EventClass &event : contents->classes)
            events.push_back(toText(event.name));
        for (const LabelledClip &clip : contents->clips)
            clips.emplace(clip.clip.id, toText(clip.clip.name));
    }
    event_->clear();
    event_->addItem(tr("all"));
    for (const QString &event : events)
        event_->addItem(event);
    model_->setNames(std::move(events), std::move(clips));
    message_->clear();
    showChosen();
    showCount();
}

void DisagreementView::setDisagreements(const std::vector<Disagreement> &disagreements) {
    model_->setDisagreements(disagreements);
    table_->fit();
    if (chosen_ && !model_->rowOf(*chosen_))
        chosen_.reset();
    if (chosen_)
        select(*chosen_);
    showChosen();
    showCount();
}

QString DisagreementView::decider() const {
    return name_->text().trimmed();
}

const Disagreement *DisagreementView::chosen() const {
    const std::optional<int> row = chosen_ ? model_->rowOf(*chosen_) : std::nullopt;
    return row ? &model_->disagreement(*row) : nullptr;
}

std::optional<Verdict> DisagreementView::ownDecision(const AuditedPair &pair) const {
    const std::string name = decider().toStdString();
    for (const Verdict &verdict : records_.standing(pair.first))
        if (verdict.event == pair.second && verdict.stage == AuditStage::Adjudicated && verdict.annotator == name)
            return verdict;
    return std::nullopt;
}

void DisagreementView::choose() {
    const QModelIndex index = table_->currentIndex();
    if (!index.isValid())
        return;
    const Disagreement &now = model_->disagreement(filter_->mapToSource(index).row());
    if (chosen_ == now.pair)
        return;
    chosen_ = now.pair;
    message_->clear();
    note_->setText(noteOf(now));
    showChosen();
    Q_EMIT clipAsked(now.pair.first, now.pair.second);
}

QString DisagreementView::keysText() const {
    const auto keysOf = [this](VerdictValue value) { return buttons_.at(value)->toolTip(); };
    return tr("Keys: %1 to %2.").arg(keysOf(VerdictValue::Audible), keysOf(VerdictValue::Unsure));
}

QString DisagreementView::noteOf(const Disagreement &shown) const {
    return shown.adjudication ? toText(shown.adjudication->note) : QString();
}

void DisagreementView::showChosen() {
    const Disagreement *now = chosen();
    FigureTable table{verdicts_->table().header, {}, true};
    if (now != nullptr) {
        title_->setText(
            breakable(tr("%1: %2").arg(model_->clipName(now->pair.first), model_->eventName(now->pair.second))));
        std::vector<Verdict> said = now->verdicts;
        if (now->adjudication)
            said.push_back(*now->adjudication);
        for (const Verdict &verdict : said) {
            const QString note = toText(verdict.note);
            table.rows.push_back({{{toText(verdict.annotator), {}},
                                   {verdict.value ? textOf(*verdict.value) : QString(), {}},
                                   {textOf(verdict.stage), {}},
                                   {note, note},
                                   {momentText(verdict.time), {}}},
                                  verdict.stage == AuditStage::Adjudicated});
        }
    } else {
        title_->setText(model_->rowCount() > 0 ? tr("Choose a pair to decide it.")
                                               : tr("There is nothing on which annotators disagree."));
    }
    verdicts_->setTable(std::move(table));
    verdictTable_->fit();
    const bool canDecide = now != nullptr && !decider().isEmpty();
    for (const auto &[value, button] : buttons_)
        button->setEnabled(canDecide && (value || ownDecision(now->pair)));
    note_->setEnabled(now != nullptr);
    if (now != nullptr && decider().isEmpty())
        message_->setText(tr("Enter your name first: it is stored with what you decide."));
    else if (now != nullptr && message_->text().isEmpty())
        message_->setText(keysText());
}

void DisagreementView::followName() {
    if (QSettings().contains(kLeadKey)) // who decides gave a name
        return;
    name_->setText(auditor_.name());
    message_->clear();
    showChosen();
}

void DisagreementView::decide(std::optional<VerdictValue> value) {
    const Disagreement *now = chosen();
    if (now == nullptr || !buttons_.at(value)->isEnabled())
        return;
    const AuditedPair pair = now->pair;
    Verdict after{pair.first, pair.second, AuditStage::Adjudicated, decider().toStdString(), value, {}, 0};
    if (value)
        after.note = note_->text().trimmed().toStdString();
    const QString what = value ? tr("decided: %1").arg(textOf(*value)) : tr("decision withdrawn");
    undo_.push(new Adjudicate(edits_, ownDecision(pair), after, what, [view = QPointer(this), pair] {
        if (view) // the next decision is to hit the pair whose decision was undone, and no other
            view->select(pair);
    }));
    message_->setText(tr("%1, %2: %3").arg(model_->clipName(pair.first), model_->eventName(pair.second), what));
    if (value)
        goToNextOpen(pair);
}

// The first after it in the order that is shown, else the first of all.
void DisagreementView::goToNextOpen(const AuditedPair &from) {
    const std::optional<int> row = model_->rowOf(from);
    const int here = row ? filter_->mapFromSource(model_->index(*row, 0)).row() : -1;
    const int rows = filter_->rowCount();
    for (int step = 1; step <= rows; ++step) {
        const int next = (here + step) % rows;
        const Disagreement &other = model_->disagreement(filter_->mapToSource(filter_->index(next, 0)).row());
        if (other.adjudication || other.pair == from)
            continue;
        const QString done = message_->text();
        table_->selectRow(next);
        message_->setText(done);
        return;
    }
}

void DisagreementView::select(const AuditedPair &pair) {
    const std::optional<int> row = model_->rowOf(pair);
    const QModelIndex index = row ? filter_->mapFromSource(model_->index(*row, 0)) : QModelIndex();
    if (index.isValid() && index.row() != table_->currentIndex().row())
        table_->selectRow(index.row());
}

void DisagreementView::showCount() {
    const int all = model_->rowCount();
    const int shown = filter_->rowCount();
    QString text = tr("%1 of %2 decided").arg(model_->adjudicated()).arg(all);
    if (shown != all)
        text += tr(", %1 shown").arg(shown);
    count_->setText(text);
}

void DisagreementView::showRefusal(const std::vector<Verdict> &verdicts, const Error &error) {
    if (verdicts.empty() || verdicts.front().stage != AuditStage::Adjudicated)
        return;
    const Verdict &lost = verdicts.front();
    message_->setText(tr("Not stored: %1, %2. %3")
                          .arg(model_->clipName(lost.clip), model_->eventName(lost.event), translated(error.message)));
}

} // namespace tagscope::ui

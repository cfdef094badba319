// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/audit_setup_page.h"

#include "ui/base/audit_text.h"
#include "ui/base/core_text.h"
#include "ui/base/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTableView>
#include <algorithm>
#include <limits>

namespace tagscope::ui {

namespace {

constexpr int kControlsAtMost = 1000;

QLabel *labelOf(const QString &text, QWidget *buddy) {
    auto *label = new QLabel(text);
    label->setBuddy(buddy);
    return label;
}

template <class Value>
void choose(QComboBox &box, const Value &value) {
    box.setCurrentIndex(std::max(box.findData(value), 0));
}

} // namespace

AuditSetupPage::AuditSetupPage(QWidget *parent)
    : QWidget(parent), queue_(new AuditQueueModel(this)), name_(new QLineEdit), stage_(new QComboBox),
      order_(new QComboBox), formula_(new QLabel), event_(new QComboBox), split_(new QComboBox),
      controls_(new QSpinBox), seed_(new QSpinBox), duplicates_(new QCheckBox(tr("Hold back near-&duplicates"))),
      stretch_(new QCheckBox(tr("Play only the event's stretc&h"))), status_(new QLabel),
      start_(new QPushButton(tr("&Start"))), table_(new QTableView), hidden_(new QLabel), task_(new QLabel) {
    const int line = fontMetrics().height();
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(line / 2);
    grid->setVerticalSpacing(line / 4);
    makeChoices(*grid);
    makeKeys(*grid);
    status_->setObjectName(QStringLiteral("auditStatus"));
    status_->setWordWrap(true);
    status_->setMinimumHeight(2 * line);
    start_->setObjectName(QStringLiteral("startAudit"));
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(status_, 1);
    bottom->addWidget(start_);
    task_->setObjectName(QStringLiteral("auditTask"));
    task_->setWordWrap(true);
    task_->hide();
    auto *form = new QVBoxLayout;
    form->addWidget(task_);
    form->addLayout(grid);
    form->addLayout(bottom);
    form->addStretch(1);

    table_->setObjectName(QStringLiteral("auditQueue"));
    table_->setAccessibleName(tr("Pairs to judge"));
    table_->setModel(queue_);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setWordWrap(false);
    table_->setShowGrid(false);
    table_->setCornerButtonEnabled(false);
    table_->setTabKeyNavigation(false);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table_->verticalHeader()->setDefaultSectionSize(line * 3 / 2);
    table_->horizontalHeader()->setStretchLastSection(true);
    for (const auto &[column, characters] : {std::pair(0, 9), std::pair(1, 24), std::pair(2, 28)})
        table_->horizontalHeader()->resizeSection(column, characters * fontMetrics().averageCharWidth());
    hidden_->setWordWrap(true);
    hidden_->setAlignment(Qt::AlignCenter);
    hidden_->setText(tr("At this stage the pairs are not shown in advance: their order and values would reveal what "
                        "must not be known."));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(line / 2, line / 4, line / 2, line / 4);
    row->setSpacing(line);
    row->addLayout(form, 3);
    row->addWidget(table_, 2);
    row->addWidget(hidden_, 2);

    for (QComboBox *box : {stage_, order_, event_, split_})
        connect(box, &QComboBox::currentIndexChanged, this, &AuditSetupPage::follow);
    for (QSpinBox *box : {controls_, seed_})
        connect(box, &QSpinBox::valueChanged, this, &AuditSetupPage::follow);
    stretch_->setObjectName(QStringLiteral("auditStretch"));
    for (QCheckBox *box : {duplicates_, stretch_})
        connect(box, &QCheckBox::toggled, this, &AuditSetupPage::follow);
    connect(name_, &QLineEdit::textChanged, this, &AuditSetupPage::setupChanged);
    connect(start_, &QPushButton::clicked, this, &AuditSetupPage::startAsked);
    setSetup({});
}

void AuditSetupPage::makeChoices(QGridLayout &grid) {
    for (const AuditStage stage : {AuditStage::Sound, AuditStage::Pictures, AuditStage::ModelOutput})
        stage_->addItem(textOf(stage), static_cast<int>(stage));
    for (std::size_t order = 0; order < kQueueOrders; ++order)
        order_->addItem(textOf(static_cast<QueueOrder>(order)), static_cast<int>(order));
    name_->setObjectName(QStringLiteral("annotator"));
    name_->setPlaceholderText(tr("stored with each verdict"));
    stage_->setObjectName(QStringLiteral("auditStage"));
    order_->setObjectName(QStringLiteral("auditOrder"));
    event_->setObjectName(QStringLiteral("auditEvent"));
    split_->setObjectName(QStringLiteral("auditSplit"));
    formula_->setObjectName(QStringLiteral("auditFormula"));
    controls_->setRange(0, kControlsAtMost);
    controls_->setSpecialValueText(tr("none"));
    controls_->setToolTip(tr("One pair in this many is drawn at random: what is found among those shows how much "
                             "better the order is than none"));
    seed_->setRange(0, std::numeric_limits<int>::max());
    seed_->setToolTip(tr("The same seed draws the same pairs"));
    const auto add = [this, &grid](int row, int column, const QString &text, QWidget *field) {
        QLabel *label = labelOf(text, field);
        grid.addWidget(label, row, 2 * column, Qt::AlignRight | Qt::AlignVCenter);
        grid.addWidget(field, row, 2 * column + 1);
        if (field != name_)
            choices_.insert(choices_.end(), {label, field});
    };
    choices_.insert(choices_.end(), {formula_, duplicates_, stretch_});
    add(0, 0, tr("Your &name:"), name_);
    add(0, 1, tr("You &know:"), stage_);
    add(1, 0, tr("&Order:"), order_);
    grid.addWidget(formula_, 1, 2, 1, 2);
    add(2, 0, tr("&Event:"), event_);
    add(2, 1, tr("S&plit:"), split_);
    add(3, 0, tr("One &control in:"), controls_);
    add(3, 1, tr("Seed:"), seed_);
    grid.addWidget(duplicates_, 4, 1);
    grid.addWidget(stretch_, 4, 3);
    grid.setColumnStretch(1, 1);
    grid.setColumnStretch(3, 1);
}

void AuditSetupPage::makeKeys(QGridLayout &grid) {
    auto *row = new QHBoxLayout;
    for (std::size_t value = 0; value < kVerdictValues; ++value) {
        auto *edit = new QKeySequenceEdit;
        const QString name = tr("answer %1").arg(value + 1);
        edit->setObjectName(QStringLiteral("verdictKey%1").arg(value));
        edit->setAccessibleName(tr("Key of the %1").arg(name));
        edit->setMaximumWidth(6 * fontMetrics().averageCharWidth());
        row->addWidget(new QLabel(name));
        row->addWidget(edit);
        row->addSpacing(fontMetrics().averageCharWidth());
        connect(edit, &QKeySequenceEdit::editingFinished, this, [this, edit, value] {
            const QKeySequence typed = edit->keySequence();
            if (edit->hasFocus()) // what is pressed next is for another one
                (value + 1 < kVerdictValues ? static_cast<QWidget *>(keys_[value + 1]) : name_)->setFocus();
            Q_EMIT keyChosen(static_cast<VerdictValue>(value),
                             typed.isEmpty() ? typed : QKeySequence(typed[0])); // one key a verdict
        });
        keys_[value] = edit;
    }
    auto *own = new QPushButton(tr("Def&ault keys"));
    own->setObjectName(QStringLiteral("usualKeys"));
    connect(own, &QPushButton::clicked, this, &AuditSetupPage::ownKeysAsked);
    row->addStretch(1);
    row->addWidget(own);
    grid.addWidget(new QLabel(tr("Keys in this project:")), 5, 0, Qt::AlignRight | Qt::AlignVCenter);
    grid.addLayout(row, 5, 1, 1, 3);
}

void AuditSetupPage::setChoices(const std::vector<std::string> &events, const std::vector<std::string> &splits) {
    const auto fill = [](QComboBox &box, const QString &all, const std::vector<std::string> &names) {
        const QSignalBlocker quiet(&box);
        box.clear();
        box.addItem(all, QString());
        for (const std::string &name : names)
            if (!name.empty())
                box.addItem(toText(name), toText(name));
    };
    fill(*event_, tr("all"), events);
    fill(*split_, tr("all"), splits);
}

void AuditSetupPage::setSetup(const SittingSetup &setup) {
    {
        const QSignalBlocker quiet(this);
        choose(*stage_, static_cast<int>(setup.stage));
        choose(*order_, static_cast<int>(setup.order));
        choose(*event_, toText(setup.event));
        choose(*split_, toText(setup.split));
        controls_->setValue(static_cast<int>(setup.controlEvery));
        seed_->setValue(static_cast<int>(setup.seed));
        duplicates_->setChecked(setup.holdsBackDuplicates);
        stretch_->setChecked(setup.playsStretch);
    }
    follow();
}

SittingSetup AuditSetupPage::setup() const {
    SittingSetup setup;
    setup.stage = static_cast<AuditStage>(stage_->currentData().toInt());
    setup.order = static_cast<QueueOrder>(order_->currentData().toInt());
    setup.event = event_->currentData().toString().toStdString();
    setup.split = split_->currentData().toString().toStdString();
    setup.controlEvery = static_cast<std::size_t>(controls_->value());
    setup.seed = static_cast<std::uint64_t>(seed_->value());
    setup.holdsBackDuplicates = duplicates_->isChecked();
    setup.playsStretch = stretch_->isChecked();
    return setup;
}

void AuditSetupPage::setName(const QString &name) {
    const QSignalBlocker quiet(name_);
    name_->setText(name);
}

QString AuditSetupPage::name() const {
    return name_->text().trimmed();
}

void AuditSetupPage::setKeys(const std::array<QKeySequence, kVerdictValues> &keys) {
    for (std::size_t value = 0; value < kVerdictValues; ++value)
        keys_[value]->setKeySequence(keys[value]);
}

void AuditSetupPage::setTask(const std::optional<AuditTask> &task, AuditStage open) {
    isTask_ = task.has_value();
    if (task) {
        setName(toText(task->annotator));
        task_->setText(tr("Your task: %n clip(s). You know: %1.", nullptr, static_cast<int>(task->pages.size()))
                           .arg(textOf(open)));
    }
    name_->setReadOnly(isTask_);
    task_->setVisible(isTask_);
    showChoices();
}

void AuditSetupPage::showChoices() {
    for (QWidget *widget : choices_)
        widget->setVisible(!isTask_);
    const bool areRowsShown = !isTask_ && setup().stage == AuditStage::ModelOutput;
    table_->setVisible(areRowsShown);
    hidden_->setVisible(!isTask_ && !areRowsShown);
}

void AuditSetupPage::setFormula(const std::string &formula) {
    formula_->setText(tr("by %1").arg(translated(formula)));
}

void AuditSetupPage::setStatus(const QString &status, bool canStart) {
    status_->setText(status);
    start_->setEnabled(canStart);
}

void AuditSetupPage::takeFocus() {
    name_->setFocus(Qt::OtherFocusReason);
    name_->selectAll();
}

void AuditSetupPage::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        Q_EMIT startAsked();
    else
        QWidget::keyPressEvent(event);
}

// What can be chosen says what it means, and what can be seen of the queue is what its stage allows.
void AuditSetupPage::follow() {
    const SittingSetup now = setup();
    const bool areRowsShown = now.stage == AuditStage::ModelOutput;
    setFormula(std::string(formulaOf(now.order)));
    stretch_->setEnabled(areRowsShown);
    showChoices();
    if (!areRowsShown)
        queue_->setQueue(nullptr, {});
    Q_EMIT setupChanged();
}

} // namespace tagscope::ui

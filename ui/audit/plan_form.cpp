// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/plan_form.h"

#include "ui/base/audit_text.h"
#include "ui/base/core_text.h"
#include "ui/base/form_fields.h"
#include "ui/base/text.h"
#include "ui/clips/import_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <limits>
#include <set>

namespace tagscope::ui {
namespace {

constexpr int kMostPages = 100'000;
constexpr int kMostControlsOfPlan = 1000;
constexpr int kPercents = 100;

QSpinBox *percentBox(const char *name, int value, const QString &about) {
    auto *box = new QSpinBox;
    box->setObjectName(QLatin1String(name));
    box->setRange(0, kPercents);
    box->setSuffix(QStringLiteral(" %"));
    box->setValue(value);
    box->setToolTip(about);
    return box;
}

// Two fields in a line, so that the form is not taller than a small window.
QWidget *beside(QWidget *first, const QString &text, QWidget *second) {
    auto *both = new QWidget;
    auto *row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    auto *label = new QLabel(text);
    label->setBuddy(second);
    row->addWidget(first, 1);
    row->addWidget(label);
    row->addWidget(second, 1);
    return both;
}

} // namespace

PlanForm::PlanForm(const Project &project, QWidget *parent)
    : QWidget(parent), annotators_(new QLineEdit), pages_(new QSpinBox),
      overlap_(percentBox("planOverlap", 20, tr("The share of the clips that every annotator gets"))),
      gold_(percentBox("planGold", 5, tr("The share of the clips whose answers are known; only the lead sees which"))),
      stages_{{{AuditStage::Sound, new QCheckBox},
               {AuditStage::Pictures, new QCheckBox},
               {AuditStage::ModelOutput, new QCheckBox}}},
      order_(new QComboBox), formula_(new QLabel), event_(new QComboBox), split_(new QComboBox),
      controls_(new QSpinBox), seed_(new QSpinBox), folder_(new QLineEdit), newEvents_(new QCheckBox) {
    fill(project);
    auto *stages = new QWidget;
    auto *across = new QHBoxLayout(stages);
    across->setContentsMargins(0, 0, 0, 0);
    for (const auto &[stage, box] : stages_)
        across->addWidget(box);
    across->addStretch(1);
    auto *rows = new QFormLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addRow(tr("&Annotators:"), annotators_);
    rows->addRow(tr("&Clips for each:"), pages_);
    rows->addRow(tr("For &everybody:"), beside(overlap_, tr("&Gold:"), gold_));
    rows->addRow(tr("They know:"), stages);
    rows->addRow(QString(), newEvents_);
    rows->addRow(tr("&Order:"), order_);
    rows->addRow(QString(), formula_);
    rows->addRow(tr("E&vent:"), beside(event_, tr("S&plit:"), split_));
    rows->addRow(tr("One co&ntrol in:"), beside(controls_, tr("See&d:"), seed_));
    rows->addRow(tr("&Folder:"), withBrowseButton(folder_, [this](const QString &now) {
                     return QFileDialog::getExistingDirectory(this, tr("Folder for the task files"), now);
                 }));
    nameFields(*rows);
    connect(order_, &QComboBox::currentIndexChanged, this, &PlanForm::showFormula);
    showFormula();
}

void PlanForm::fill(const Project &project) {
    const PlanOptions usual;
    annotators_->setObjectName(QStringLiteral("planAnnotators"));
    annotators_->setPlaceholderText(tr("names, separated by commas"));
    pages_->setObjectName(QStringLiteral("planPages"));
    pages_->setRange(1, kMostPages);
    pages_->setValue(static_cast<int>(usual.pages));
    pages_->setToolTip(tr("Each clip with all its labels"));
    for (const auto &[stage, box] : stages_) {
        box->setText(textOf(stage));
        box->setObjectName(QStringLiteral("planStage%1").arg(static_cast<int>(stage)));
        box->setChecked(stage != AuditStage::ModelOutput);
    }
    order_->setObjectName(QStringLiteral("planOrder"));
    order_->setToolTip(tr("By which clips are chosen; no task says which"));
    for (std::size_t i = 0; i < kQueueOrders; ++i)
        order_->addItem(textOf(static_cast<QueueOrder>(i)), static_cast<int>(i));
    order_->setCurrentIndex(order_->findData(static_cast<int>(QueueOrder::Random)));
    formula_->setObjectName(QStringLiteral("planFormula"));
    formula_->setWordWrap(true);
    event_->setObjectName(QStringLiteral("planEvent"));
    event_->addItem(tr("all"), -1);
    for (std::size_t k = 0; k < project.classes().size(); ++k)
        event_->addItem(toText(project.classes()[k].name), static_cast<int>(k));
    split_->setObjectName(QStringLiteral("planSplit"));
    split_->addItem(tr("all"), QString());
    if (const Result<std::vector<Clip>> clips = project.clips()) {
        std::set<std::string> splits;
        for (const Clip &clip : *clips)
            splits.insert(clip.split);
        for (const std::string &split : splits)
            if (!split.empty())
                split_->addItem(toText(split), toText(split));
    }
    controls_->setObjectName(QStringLiteral("planControls"));
    controls_->setRange(0, kMostControlsOfPlan);
    controls_->setValue(static_cast<int>(usual.queue.controlEvery));
    controls_->setSpecialValueText(tr("none"));
    controls_->setToolTip(tr("One pair of the order in this many is drawn at random"));
    seed_->setObjectName(QStringLiteral("planSeed"));
    seed_->setRange(0, std::numeric_limits<int>::max());
    seed_->setValue(1);
    seed_->setToolTip(tr("The same seed makes the same plan"));
    newEvents_->setText(tr("They may na&me events that the project does not have"));
    newEvents_->setObjectName(QStringLiteral("planNewEvents"));
    newEvents_->setToolTip(tr("You accept each of them, or take it for an event that is there"));
    folder_->setObjectName(QStringLiteral("planFolder"));
    folder_->setPlaceholderText(tr("is made where it is not there"));
}

void PlanForm::showFormula() {
    const auto order = static_cast<QueueOrder>(order_->currentData().toInt());
    formula_->setText(tr("by %1").arg(translated(std::string(formulaOf(order)))));
}

PlanOptions PlanForm::options() const {
    PlanOptions options;
    for (const QString &name : annotators_->text().split(QLatin1Char(','), Qt::SkipEmptyParts))
        if (!name.trimmed().isEmpty())
            options.annotators.push_back(name.trimmed().toStdString());
    options.pages = static_cast<std::size_t>(pages_->value());
    options.overlap = static_cast<double>(overlap_->value()) / kPercents;
    options.gold = static_cast<double>(gold_->value()) / kPercents;
    options.stages.clear();
    for (const auto &[stage, box] : stages_)
        if (box->isChecked())
            options.stages.push_back(stage);
    options.queue.order = static_cast<QueueOrder>(order_->currentData().toInt());
    options.queue.controlEvery = static_cast<std::size_t>(controls_->value());
    if (const int event = event_->currentData().toInt(); event >= 0)
        options.queue.event = static_cast<std::size_t>(event);
    options.mayAddEvents = newEvents_->isChecked();
    options.split = split_->currentData().toString().toStdString();
    options.seed = static_cast<std::uint64_t>(seed_->value());
    options.queue.seed = options.seed;
    return options;
}

std::filesystem::path PlanForm::folder() const {
    return toPath(folder_->text().trimmed());
}

} // namespace tagscope::ui

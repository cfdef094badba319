// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/truth_view.h"

#include "core/base/try.h"
#include "ui/audit/audit_tables.h"
#include "ui/base/audit_text.h"
#include "ui/base/core_text.h"
#include "ui/base/count_text.h"
#include "ui/base/export.h"
#include "ui/base/fitted_table.h"
#include "ui/base/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

namespace tagscope::ui {
namespace {

class TruthTables {
    Q_DECLARE_TR_FUNCTIONS(TruthTables)
};

QString percentOrDash(const std::optional<double> &share) {
    constexpr double kWhole = 100.0;
    return share ? numberText(kWhole * *share, 1) : QStringLiteral("–");
}

QString axisText(VoteAxis axis) {
    return axis == VoteAxis::Heard ? TruthTables::tr("heard") : TruthTables::tr("seen");
}

QString qualityText(double value, const Interval &interval) {
    return TruthTables::tr("%1  (%2 to %3)")
        .arg(percentOrDash(value), percentOrDash(interval.low), percentOrDash(interval.high));
}

Result<std::vector<VotesOfAxis>> votesOf(const std::shared_ptr<const Project> &project,
                                         const std::filesystem::path &votes, const std::filesystem::path &gold,
                                         const VerdictChoice &choice) {
    std::vector<VotesOfAxis> axes;
    if (!votes.empty()) {
        const VoteTable table = TAGSCOPE_TRY(readVoteTable(votes));
        axes = votesIn(table);
    } else if (project) {
        axes = TAGSCOPE_TRY(votesIn(*project, choice));
    }
    if (gold.empty())
        return axes;
    const std::vector<GoldRow> known = TAGSCOPE_TRY(readGoldTable(gold));
    for (VotesOfAxis &axis : axes)
        addGold(axis, known);
    return axes;
}

} // namespace

FigureTable rulesTable(const std::vector<VotesOfAxis> &axes) {
    FigureTable table{{TruthTables::tr("Axis and rule"), TruthTables::tr("True"), TruthTables::tr("Undecided"),
                       TruthTables::tr("Pairs with gold"), TruthTables::tr("Precision, %"),
                       TruthTables::tr("Recall, %"), TruthTables::tr("F1, %")},
                      {}};
    for (const VotesOfAxis &axis : axes)
        for (const RuleOutcome &outcome : outcomesOf(axis))
            table.rows.push_back(
                {{{TruthTables::tr("%1: %2").arg(axisText(axis.axis), textOf(outcome.rule)), {}},
                  {TruthTables::tr("%1 of %2").arg(countText(outcome.isTrue), countText(axis.pairs.size())), {}},
                  {countText(outcome.undecided), {}},
                  {countText(outcome.figures.items),
                   TruthTables::tr("Of the rule alone, without the lead's decisions")},
                  {percentOrDash(outcome.figures.precision()), {}},
                  {percentOrDash(outcome.figures.recall()), {}},
                  {percentOrDash(outcome.figures.f1()), {}}},
                 false});
    return table;
}

FigureTable qualitiesTable(const std::vector<VotesOfAxis> &axes) {
    FigureTable table{{TruthTables::tr("Axis and annotator"), TruthTables::tr("Votes"),
                       TruthTables::tr("Sensitivity, %"), TruthTables::tr("Specificity, %")},
                      {}};
    for (const VotesOfAxis &axis : axes) {
        const DawidSkene model = dawidSkene(axis.table);
        for (std::size_t i = 0; i < model.annotators.size(); ++i) {
            const AnnotatorQuality &of = model.annotators[i];
            table.rows.push_back({{{TruthTables::tr("%1: %2").arg(axisText(axis.axis), toText(axis.annotators[i])), {}},
                                   {countText(of.votes), {}},
                                   {qualityText(of.sensitivity, of.sensitivityInterval),
                                    TruthTables::tr("Yes, where yes is true, as far as the votes of the others tell")},
                                   {qualityText(of.specificity, of.specificityInterval),
                                    TruthTables::tr("No, where no is true, as far as the votes of the others tell")}},
                                  false});
        }
    }
    return table;
}

TruthView::TruthView(QWidget *parent)
    : QWidget(parent), rules_(new FigureTableModel(this)), annotators_(new FigureTableModel(this)),
      stage_(new QComboBox), informed_(new QCheckBox(tr("&informed ones too"))),
      chooseVotes_(new QPushButton(tr("Table of &votes…"))), chooseGold_(new QPushButton(tr("&Gold standard…"))),
      forget_(new QPushButton(tr("Without &tables"))), source_(new QLabel), tabs_(new QTabWidget),
      job_({"truth", tr("Truth")}, [this](const Result<Axes> &axes) { take(axes); }) {
    rules_->setTable(rulesTable({}));
    annotators_->setTable(qualitiesTable({}));
    source_->setObjectName(QStringLiteral("truthSource"));
    source_->setWordWrap(true);
    source_->setTextFormat(Qt::PlainText);
    source_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    tabs_->setDocumentMode(true);
    addTable(tr("Rules"), "truthRules", *rules_);
    addTable(tr("Annotators"), "truthAnnotators", *annotators_);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(makeControls());
    rows->addWidget(source_);
    rows->addWidget(tabs_, 1);
    showFiles();
}

QWidget *TruthView::makeControls() {
    stage_->setObjectName(QStringLiteral("truthStage"));
    stage_->addItem(tr("final"), -1);
    for (const AuditStage stage : {AuditStage::Sound, AuditStage::Pictures, AuditStage::ModelOutput})
        stage_->addItem(textOf(stage), static_cast<int>(stage));
    informed_->setObjectName(QStringLiteral("truthInformed"));
    chooseVotes_->setObjectName(QStringLiteral("truthVotes"));
    chooseVotes_->setToolTip(tr("In the place of the project's verdicts, as VGGSounder publishes votes"));
    chooseGold_->setObjectName(QStringLiteral("truthGold"));
    chooseGold_->setToolTip(tr("A table of what is true: id, label and modality (A, V, AV or -)"));
    forget_->setObjectName(QStringLiteral("truthForget"));
    auto *controls = new QWidget;
    auto *row = new QHBoxLayout(controls);
    row->setContentsMargins(0, 0, 0, 0);
    auto *label = new QLabel(tr("&Stage:"));
    label->setBuddy(stage_);
    row->addWidget(label);
    row->addWidget(stage_);
    row->addWidget(informed_);
    row->addStretch(1);
    for (QPushButton *button : {chooseVotes_, chooseGold_, forget_})
        row->addWidget(button);
    const auto ask = [this](const QString &title) {
        return toPath(QFileDialog::getOpenFileName(this, title, {}, tr("Tables (*.csv *.tsv);;All files (*)")));
    };
    connect(stage_, &QComboBox::currentIndexChanged, this, &TruthView::compute);
    connect(informed_, &QCheckBox::toggled, this, &TruthView::compute);
    connect(chooseVotes_, &QPushButton::clicked, this, [this, ask] {
        if (const std::filesystem::path file = ask(tr("Table of votes")); !file.empty())
            setVotes(file);
    });
    connect(chooseGold_, &QPushButton::clicked, this, [this, ask] {
        if (const std::filesystem::path file = ask(tr("Gold standard")); !file.empty())
            setGold(file);
    });
    connect(forget_, &QPushButton::clicked, this, [this] {
        gold_.clear();
        setVotes({});
    });
    return controls;
}

void TruthView::addTable(const QString &title, const char *name, FigureTableModel &model) {
    auto *table = new FittedTable(model, {0});
    table->setCompact();
    table->setObjectName(QLatin1String(name));
    table->setAccessibleName(title);
    offerExport(*table, QLatin1String(name));
    tabs_->addTab(table, title);
    tables_.push_back(table);
}

void TruthView::setProject(const std::shared_ptr<const Project> &project) {
    project_ = project;
    votes_.clear();
    gold_.clear();
    showFiles();
    job_.forget();
    take(Axes());
}

void TruthView::setVotes(const std::filesystem::path &table) {
    votes_ = table;
    showFiles();
    compute();
}

void TruthView::setGold(const std::filesystem::path &table) {
    gold_ = table;
    showFiles();
    compute();
}

void TruthView::showFiles() {
    stage_->setEnabled(votes_.empty());
    informed_->setEnabled(votes_.empty());
    forget_->setEnabled(!votes_.empty() || !gold_.empty());
}

void TruthView::compute() {
    VerdictChoice choice;
    if (const int stage = stage_->currentData().toInt(); stage >= 0)
        choice.stage = static_cast<AuditStage>(stage);
    choice.withInformed = informed_->isChecked();
    job_.start([project = project_, votes = votes_, gold = gold_, choice](const std::stop_token &) {
        return votesOf(project, votes, gold, choice);
    });
}

void TruthView::take(const Result<Axes> &axes) {
    rules_->setTable(rulesTable(axes ? *axes : Axes()));
    annotators_->setTable(qualitiesTable(axes ? *axes : Axes()));
    for (FittedTable *table : tables_)
        table->fit();
    if (!axes) {
        source_->setText(tr("✗ %1").arg(translated(axes.error().message)));
        return;
    }
    const QString votes = votes_.empty() ? tr("the project's verdicts") : fileName(votes_);
    source_->setText(
        axes->empty() ? tr("There are no votes yet.")
        : gold_.empty()
            ? tr("From %1. No gold standard is given: what a rule is worth is not known. No rule is the best "
                 "everywhere.")
                  .arg(votes)
            : tr("From %1, against the gold standard %2. No rule is the best everywhere.").arg(votes, fileName(gold_)));
}

} // namespace tagscope::ui

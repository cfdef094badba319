// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/agreement_view.h"

#include "ui/audit/audit_tables.h"
#include "ui/base/audit_text.h"
#include "ui/base/export.h"
#include "ui/base/fitted_table.h"
#include "ui/base/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

namespace tagscope::ui {

namespace {

constexpr int kNarrowestEvent = 16; // characters of M; a column for each two annotators is more than fits anyway

} // namespace

AgreementView::AgreementView(QWidget *parent)
    : QWidget(parent), model_(new FigureTableModel(this)), stage_(new QComboBox), kind_(new QComboBox),
      pair_(new QComboBox), informed_(new QCheckBox(tr("&informed ones too"))), source_(new QLabel) {
    stage_->setObjectName(QStringLiteral("agreementStage"));
    stage_->addItem(tr("final"), -1);
    for (const AuditStage stage : {AuditStage::Sound, AuditStage::Pictures, AuditStage::ModelOutput})
        stage_->addItem(textOf(stage), static_cast<int>(stage));
    stage_->setToolTip(tr("Final: each annotator's verdict at the latest stage. Adjudications do not count."));
    kind_->setObjectName(QStringLiteral("agreementKind"));
    kind_->addItem(tr("heard or not"), static_cast<int>(VoteAxis::Heard));
    kind_->addItem(tr("seen or not"), static_cast<int>(VoteAxis::Seen));
    kind_->addItem(tr("both answers together"), -1);
    kind_->setToolTip(
        tr("Heard or not, seen or not: unsure is no answer. Both together: each combination counts, unsure "
           "included."));
    informed_->setObjectName(QStringLiteral("agreementInformed"));
    informed_->setToolTip(tr("Also verdicts given after the annotator had seen more of the clip than the stage shows"));
    pair_->setObjectName(QStringLiteral("agreementPair"));
    pair_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto *controls = new QHBoxLayout;
    for (const auto &[text, box] :
         {std::pair(tr("&Stage:"), stage_), std::pair(tr("A&bout:"), kind_), std::pair(tr("&Cohen of:"), pair_)}) {
        auto *label = new QLabel(text);
        label->setBuddy(box);
        controls->addWidget(label);
        controls->addWidget(box);
    }
    controls->addWidget(informed_);
    controls->addStretch(1);
    table_ = new FittedTable(*model_, {0});
    table_->setCompact(kNarrowestEvent);
    table_->setObjectName(QStringLiteral("agreementTable"));
    table_->setAccessibleName(tr("Agreement between the annotators for each event"));
    offerExport(*table_, QStringLiteral("agreement"));
    source_->setObjectName(QStringLiteral("agreementSource"));
    source_->setWordWrap(true);
    source_->setTextFormat(Qt::PlainText);
    source_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addLayout(controls);
    rows->addWidget(source_);
    rows->addWidget(table_, 1);
    connect(stage_, &QComboBox::currentIndexChanged, this, &AgreementView::requestChanged);
    connect(kind_, &QComboBox::currentIndexChanged, this, &AgreementView::requestChanged);
    connect(informed_, &QCheckBox::toggled, this, &AgreementView::requestChanged);
    connect(pair_, &QComboBox::currentIndexChanged, this, &AgreementView::showPairs);
}

AgreementRequest AgreementView::request() const {
    AgreementRequest request;
    if (const int stage = stage_->currentData().toInt(); stage >= 0)
        request.choice.stage = static_cast<AuditStage>(stage);
    request.choice.withInformed = informed_->isChecked();
    if (const int axis = kind_->currentData().toInt(); axis >= 0)
        request.axis = static_cast<VoteAxis>(axis);
    return request;
}

// Keeps what was chosen.
void AgreementView::fillPairs(const AgreementSummary &summary) {
    const QSignalBlocker blocker(pair_);
    const QString chosen = pair_->currentText();
    pair_->clear();
    pair_->addItem(tr("each pair of annotators"));
    for (const PairKappa &pair : summary.rows.front().cohen)
        pair_->addItem(
            tr("%1 – %2").arg(toText(summary.annotators[pair.first]), toText(summary.annotators[pair.second])));
    pair_->setCurrentIndex(std::max(0, pair_->findText(chosen)));
}

void AgreementView::showPairs() {
    const int pairs = pair_->count() - 1;
    for (int pair = 0; pair < pairs; ++pair)
        table_->setColumnHidden(kAgreementCounts + pair,
                                pair_->currentIndex() > 0 && pair_->currentIndex() != pair + 1);
    for (int column = kAgreementCounts + std::max(pairs, 0); column < model_->columnCount(); ++column)
        table_->setColumnHidden(column, false);
    table_->fit();
}

void AgreementView::setSummary(const std::shared_ptr<const AgreementSummary> &summary,
                               const std::vector<QString> &events) {
    summary_ = summary;
    if (!summary_) {
        model_->setTable({});
        source_->clear();
        pair_->clear();
        return;
    }
    fillPairs(*summary_);
    model_->setTable(agreementTable(*summary_, events));
    showPairs();
    QStringList names;
    for (const std::string &annotator : summary_->annotators)
        names << toText(annotator);
    if (names.size() < 2) {
        source_->setText(names.isEmpty() ? tr("There are no such verdicts yet. Agreement needs verdicts by two "
                                              "annotators on the same pairs: merge another annotator's project.")
                                         : tr("There are such verdicts only by %1. Agreement needs verdicts by two "
                                              "annotators on the same pairs: merge another annotator's project.")
                                               .arg(names.front()));
        return;
    }
    const BootstrapOptions bootstrap = request().bootstrap;
    source_->setText(tr("%n verdict(s)", nullptr, static_cast<int>(summary_->verdicts)) +
                     tr(" of %1. In brackets: the 95 % interval from a bootstrap over the pairs (%2 draws, seed %3), "
                        "and the number of pairs that count. 1: full agreement; 0: as expected by chance.")
                         .arg(names.join(QStringLiteral(", ")))
                         .arg(bootstrap.draws)
                         .arg(bootstrap.seed));
}

} // namespace tagscope::ui

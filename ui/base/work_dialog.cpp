// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/work_dialog.h"

#include "ui/base/core_text.h"
#include "ui/base/export.h"
#include "ui/base/fitted_table.h"
#include "ui/base/high_enough.h"
#include "ui/base/text.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>
#include <cmath>
#include <utility>

namespace tagscope::ui {
namespace {

constexpr int kBarSteps = 1000;

} // namespace

WorkDialog::WorkDialog(const QString &title, const QString &startText, QWidget *form, MakeWork makeWork,
                       QWidget *parent)
    : QDialog(parent), makeWork_(std::move(makeWork)), form_(form), bar_(new QProgressBar), stage_(new QLabel),
      outcome_(new QPlainTextEdit), model_(new FigureTableModel(this)),
      buttons_(new QDialogButtonBox(QDialogButtonBox::Close)),
      start_(buttons_->addButton(startText, QDialogButtonBox::ActionRole)),
      job_({"dialog", title, JobTitle::Always}, [this](const Result<Done> &outcome) { end(outcome); }) {
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(60 * fontMetrics().averageCharWidth());
    bar_->setRange(0, kBarSteps);
    stage_->setWordWrap(true);
    outcome_->setReadOnly(true);
    outcome_->setObjectName(QStringLiteral("outcome"));
    outcome_->setAccessibleName(tr("Result"));
    outcome_->setMinimumHeight(6 * fontMetrics().height());
    start_->setObjectName(QStringLiteral("start"));
    auto *lines = new QVBoxLayout(this);
    if (form_ != nullptr)
        lines->addWidget(form_);
    lines->addWidget(bar_);
    lines->addWidget(stage_);
    lines->addWidget(outcome_, 1);
    lines->addWidget(buttons_);
    start_->setDefault(true); // once it is in the dialog: else Return presses the form's first button
    job_.setCancel([this] { reject(); });
    job_.onProgress([this](double fraction, const QString &stage) {
        bar_->setValue(static_cast<int>(std::lround(kBarSteps * fraction)));
        stage_->setText(stage);
    });
    connect(start_, &QPushButton::clicked, this, &WorkDialog::start);
    connect(buttons_, &QDialogButtonBox::rejected, this, &WorkDialog::reject);
    outcome_->hide();
    keepHighEnough(*this);
    showState();
}

void WorkDialog::showState() {
    if (form_ != nullptr)
        form_->setEnabled(!isWorking());
    start_->setVisible((!isDone_ || canRepeat_) && form_ != nullptr);
    start_->setEnabled(!isWorking());
    bar_->setVisible(isWorking());
    stage_->setVisible(isWorking());
    buttons_->button(QDialogButtonBox::Close)->setText(isWorking() ? tr("Cancel") : tr("Close"));
}

void WorkDialog::showTable(const FigureTable &table, const QString &name) {
    const bool isEmpty = table.rows.empty();
    model_->setTable(table);
    if (table_ == nullptr && !isEmpty) {
        table_ = new FittedTable(*model_, {0});
        table_->setCompact();
        table_->setObjectName(name);
        table_->setAccessibleName(tr("Result"));
        table_->setMinimumHeight(6 * fontMetrics().height());
        offerExport(*table_, name);
        auto *lines = qobject_cast<QVBoxLayout *>(layout());
        lines->insertWidget(lines->indexOf(buttons_), table_, 2);
    }
    if (table_ == nullptr)
        return;
    table_->setVisible(!isEmpty);
    table_->fit();
}

void WorkDialog::start() {
    if (isWorking())
        return;
    showTable({}, {});
    Result<Work> work = makeWork_();
    if (!work) {
        end(tl::unexpected(work.error()));
        return;
    }
    bar_->setValue(0);
    stage_->clear();
    outcome_->hide();
    job_.start([work = std::move(*work)](const std::stop_token &stop, const auto &report) {
        return work(report.progress, stop);
    });
    showState();
}

void WorkDialog::end(const Result<Done> &outcome) {
    isDone_ = outcome.has_value();
    if (outcome)
        outcome_->setPlainText((*outcome)());
    else if (outcome.error().isCancelled())
        outcome_->setPlainText(tr("Cancelled. Nothing was changed."));
    else
        outcome_->setPlainText(
            (QStringList{translated(outcome.error().message)} +
             (outcome.error().cause.empty() ? QStringList() : QStringList{toText(outcome.error().cause)}))
                .join(QLatin1Char('\n')));
    outcome_->show();
    showState();
}

void WorkDialog::reject() {
    if (isWorking()) {
        job_.cancel();
        stage_->setText(tr("Stopping…"));
        return;
    }
    QDialog::reject();
}

} // namespace tagscope::ui

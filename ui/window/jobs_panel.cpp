// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/jobs_panel.h"

#include "ui/base/export.h"
#include "ui/base/fitted_table.h"
#include "ui/base/tokens.h"
#include "ui/window/work_log_model.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>
#include <cmath>

namespace tagscope::ui {

namespace {

constexpr int kPerMille = 1000;
constexpr int kNarrowestText = 24; // characters of M

// Of the log, all or what failed.
class LogFilter : public QSortFilterProxyModel {
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void showFailuresOnly(bool only) {
        isOfFailures_ = only;
        invalidateFilter();
    }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override {
        return !isOfFailures_ || sourceModel()->index(row, 0, parent).data(WorkLogModel::IsFailureRole).toBool();
    }

private:
    bool isOfFailures_ = false;
};

} // namespace

JobsPanel::JobsPanel(WorkLogModel &log, QWidget *parent)
    : QWidget(parent), log_(log), running_(new QVBoxLayout), idle_(new QLabel(tr("Nothing is running."))),
      shown_(new QComboBox), filtered_(new LogFilter(this)), table_(nullptr) {
    filtered_->setSourceModel(&log_);
    auto *rows = new QVBoxLayout(this);
    running_->addWidget(idle_);
    rows->addLayout(running_);
    rows->addWidget(makeLog(), 1);
    showWhetherIdle();
    const JobRegistry &registry = JobRegistry::instance();
    for (const auto &[key, job] : registry.jobs())
        setJob(key, job);
    connect(&registry, &JobRegistry::changed, this,
            [this, &registry](const QString &key) { setJob(key, *registry.find(key)); });
    connect(&registry, &JobRegistry::ended, this, &JobsPanel::endJob);
    connect(&registry, &JobRegistry::logged, &log_,
            [this](LogKind kind, const QString &name, const QString &text) { log_.add(kind, name, text); });
}

QWidget *JobsPanel::makeLog() {
    auto *part = new QWidget;
    shown_->setObjectName(QStringLiteral("shownOfLog"));
    shown_->setAccessibleName(tr("Which part of the log to show"));
    shown_->addItems({tr("All"), tr("Failures")});
    auto *clear = new QPushButton(tr("Clear"));
    clear->setObjectName(QStringLiteral("clearLog"));
    auto *across = new QHBoxLayout;
    across->addWidget(headingLabel(tr("Since startup")));
    across->addStretch(1);
    across->addWidget(shown_);
    across->addWidget(clear);
    table_ = new FittedTable(*filtered_, {WorkLogModel::Text});
    table_->setObjectName(QStringLiteral("workLog"));
    table_->setAccessibleName(tr("What happened since startup"));
    table_->setCompact(kNarrowestText);
    offerExport(*table_, QStringLiteral("log"));
    auto *rows = new QVBoxLayout(part);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addLayout(across);
    rows->addWidget(table_, 1);
    connect(clear, &QPushButton::clicked, &log_, &WorkLogModel::clear);
    connect(shown_, &QComboBox::currentIndexChanged, this, [this](int which) {
        static_cast<LogFilter *>(filtered_)->showFailuresOnly(which == 1);
        table_->fit();
    });
    connect(filtered_, &QAbstractItemModel::rowsInserted, this, &JobsPanel::followLog);
    fitting_.setSingleShot(true);
    connect(&fitting_, &QTimer::timeout, this, [this] {
        table_->fit();
        if (isAtEnd_)
            table_->scrollToBottom();
    });
    return part;
}

// Fitting looks at all rows: a line each of hundreds of clips that fail at once would keep the window busy for seconds.
void JobsPanel::followLog() {
    if (fitting_.isActive())
        return;
    const QScrollBar *bar = table_->verticalScrollBar();
    isAtEnd_ = bar->value() == bar->maximum(); // who has scrolled back reads on
    fitting_.start(0);
}

JobsPanel::Row JobsPanel::makeRow(const QString &id) {
    Row row{new QWidget(this), new QLabel, new QProgressBar, new QPushButton(tr("Cancel")), {}};
    row.text->setTextFormat(Qt::PlainText);
    row.bar->setTextVisible(false);
    row.bar->setFixedWidth(16 * fontMetrics().horizontalAdvance(QLatin1Char('M')));
    row.cancel->setObjectName(QStringLiteral("cancel.") + id);
    auto *line = new QHBoxLayout(row.widget);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(row.text, 1);
    line->addWidget(row.bar);
    line->addWidget(row.cancel);
    connect(row.cancel, &QPushButton::clicked, this, [this, id] {
        if (const std::function<void()> stop = rows_.at(id).stop)
            stop(); // may end the job, and with it the row
    });
    running_->addWidget(row.widget);
    return row;
}

void JobsPanel::setJob(const QString &id, const RunningJob &job) {
    auto found = rows_.find(id);
    if (found == rows_.end())
        found = rows_.emplace(id, makeRow(id)).first;
    Row &row = found->second;
    row.text->setText(job.stage.isEmpty() ? job.name : job.name + QStringLiteral("  ·  ") + job.stage);
    row.bar->setRange(0, job.fraction ? kPerMille : 0); // without a fraction it only says that something goes on
    row.bar->setValue(job.fraction ? static_cast<int>(std::lround(kPerMille * *job.fraction)) : 0);
    row.bar->setAccessibleName(job.name);
    row.cancel->setAccessibleName(tr("Cancel: %1").arg(job.name));
    row.cancel->setVisible(job.cancel != nullptr);
    row.stop = job.cancel;
    showWhetherIdle();
}

void JobsPanel::endJob(const QString &id) {
    if (const auto row = rows_.find(id); row != rows_.end()) {
        row->second.widget->hide();
        row->second.widget->deleteLater(); // its button may be what ends it
        rows_.erase(row);
    }
    showWhetherIdle();
}

void JobsPanel::showWhetherIdle() {
    idle_->setVisible(rows_.empty());
}

} // namespace tagscope::ui

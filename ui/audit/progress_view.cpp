// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/progress_view.h"

#include "ui/audit/audit_tables.h"
#include "ui/base/core_text.h"
#include "ui/base/count_text.h"
#include "ui/base/export.h"
#include "ui/base/fitted_table.h"
#include "ui/base/text.h"

#include <QCoreApplication>
#include <QLabel>
#include <QTabWidget>
#include <QVBoxLayout>

namespace tagscope::ui {
namespace {

class ProgressTables {
    Q_DECLARE_TR_FUNCTIONS(ProgressTables)
};

// "93.3 (15)": percent, and of how many; the interval behind it.
FigureTable::Cell progressCell(const Share &share) {
    constexpr double kHundred = 100.0;
    const auto text = [](double part) { return numberText(kHundred * part, 1); };
    if (share.looked == 0)
        return {QStringLiteral("–"), ProgressTables::tr("None yet.")};
    return {
        ProgressTables::tr("%1 (%2)").arg(text(share.share), countText(share.looked)),
        ProgressTables::tr("%1 of %2; 95 % interval: %3 to %4 %")
            .arg(countText(share.found), countText(share.looked), text(share.interval.low), text(share.interval.high))};
}

} // namespace

FigureTable annotatorsTable(const AuditProgress &progress) {
    FigureTable table{{ProgressTables::tr("Annotator"), ProgressTables::tr("Planned"), ProgressTables::tr("Done"),
                       ProgressTables::tr("Left"), ProgressTables::tr("Beyond"), ProgressTables::tr("Per hour"),
                       ProgressTables::tr("Unsure, %"), ProgressTables::tr("As others, %"),
                       ProgressTables::tr("As gold, %"), ProgressTables::tr("Changes"), ProgressTables::tr("Informed")},
                      {}};
    for (const AnnotatorProgress &one : progress.annotators) {
        constexpr int kWhole = 0;
        table.rows.push_back(
            {{{toText(one.annotator), {}},
              {countText(one.planned), ProgressTables::tr("Answers that the plans ask for, at every stage")},
              {countText(one.done), {}},
              {countText(one.left()), {}},
              {countText(one.beyond),
               ProgressTables::tr("Answers that no plan asks for, such as what is heard and not labelled")},
              {one.perHour ? numberText(*one.perHour, kWhole) : QStringLiteral("–"),
               ProgressTables::tr("Pauses of more than two minutes do not count")},
              progressCell(one.unsure),
              progressCell(one.asOthers),
              progressCell(one.asGold),
              {countText(one.changes), {}},
              {countText(one.informed),
               ProgressTables::tr("Answers given after more of the clip had been seen than the stage shows")}},
             false});
    }
    return table;
}

FigureTable eventsTable(const AuditProgress &progress) {
    FigureTable table{{ProgressTables::tr("Event"), ProgressTables::tr("Planned"), ProgressTables::tr("Done"),
                       ProgressTables::tr("Unsure, %"), ProgressTables::tr("Differ")},
                      {}};
    for (const EventProgress &event : progress.events)
        table.rows.push_back({{{toText(event.event), {}},
                               {countText(event.planned), {}},
                               {countText(event.done), {}},
                               progressCell(event.unsure),
                               {countText(event.differing), {}}},
                              false});
    return table;
}

ProgressView::ProgressView(QWidget *parent)
    : QWidget(parent), annotators_(new FigureTableModel(this)), events_(new FigureTableModel(this)),
      orders_(new FigureTableModel(this)), message_(new QLabel), tabs_(new QTabWidget),
      job_({"teamProgress", tr("Progress")}, [this](const Result<AuditProgress> &progress) { take(progress); }) {
    annotators_->setTable(annotatorsTable({}));
    events_->setTable(eventsTable({}));
    orders_->setTable(ordersTable({}));
    message_->setObjectName(QStringLiteral("progressMessage"));
    message_->setWordWrap(true);
    message_->setTextFormat(Qt::PlainText);
    tabs_->setDocumentMode(true);
    tables_ = {addTable(tr("By annotator"), "progressAnnotators", *annotators_),
               addTable(tr("By event"), "progressEvents", *events_),
               addTable(tr("By order"), "progressOrders", *orders_)};
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(message_);
    rows->addWidget(tabs_, 1);
}

FittedTable *ProgressView::addTable(const QString &title, const char *name, FigureTableModel &model) {
    auto *table = new FittedTable(model, {0});
    table->setCompact();
    table->setObjectName(QLatin1String(name));
    table->setAccessibleName(title);
    offerExport(*table, QLatin1String(name));
    tabs_->addTab(table, title);
    return table;
}

void ProgressView::show(const std::shared_ptr<const Project> &project) {
    if (!project) {
        job_.forget();
        take(AuditProgress());
        return;
    }
    job_.start([project](const std::stop_token &) { return auditProgress(*project); });
}

void ProgressView::take(const Result<AuditProgress> &progress) {
    annotators_->setTable(annotatorsTable(progress ? *progress : AuditProgress()));
    events_->setTable(eventsTable(progress ? *progress : AuditProgress()));
    orders_->setTable(ordersTable(progress ? progress->orders : std::vector<OrderProgress>()));
    for (FittedTable *table : tables_)
        table->fit();
    if (!progress)
        message_->setText(tr("✗ %1").arg(translated(progress.error().message)));
    else if (progress->annotators.empty())
        message_->setText(tr("Nobody has a task or has judged anything yet. “Plan an audit…” in the menu Audit "
                             "hands tasks out; merging brings back what was judged."));
    message_->setVisible(!progress || progress->annotators.empty());
}

} // namespace tagscope::ui

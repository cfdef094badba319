// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/remark_view.h"

#include "ui/audit/audit_records.h"
#include "ui/base/audit_text.h"
#include "ui/base/core_text.h"
#include "ui/base/export.h"
#include "ui/base/fitted_table.h"
#include "ui/base/text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace tagscope::ui {

RemarkView::RemarkView(AuditRecords &records, std::function<std::string()> lead, QWidget *parent)
    : QWidget(parent), records_(records), lead_(std::move(lead)), model_(new FigureTableModel(this)), table_(nullptr),
      accept_(new QPushButton(tr("A&dd as a new event"))), events_(new QComboBox),
      take_(new QPushButton(tr("&Take for this event"))), dismiss_(new QPushButton(tr("No e&vent"))),
      done_(new QPushButton(tr("Flag is &settled"))), message_(new QLabel),
      job_({"remarks", tr("Remarks")}, [this](const Result<AuditImportReport> &report) {
          if (report)
              Q_EMIT settled(*report, text_);
          else
              message_->setText(tr("✗ %1").arg(translated(report.error().message)));
          message_->setVisible(!report);
      }) {
    model_->setTable({{tr("Clip"), tr("What"), tr("Annotator"), tr("Stage"), tr("Note"), tr("When")}, {}, true});
    table_ = new FittedTable(*model_, {0, 1, 4});
    table_->setCompact();
    table_->setObjectName(QStringLiteral("remarks"));
    table_->setAccessibleName(tr("Flags and new events"));
    offerExport(*table_, QStringLiteral("remarks"));
    fillButtons();
    message_->setObjectName(QStringLiteral("remarkMessage"));
    message_->setWordWrap(true);
    message_->setTextFormat(Qt::PlainText);
    message_->hide();
    auto *buttons = new QHBoxLayout;
    for (QWidget *button :
         {static_cast<QWidget *>(done_), static_cast<QWidget *>(accept_), static_cast<QWidget *>(events_),
          static_cast<QWidget *>(take_), static_cast<QWidget *>(dismiss_)})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(table_, 1);
    rows->addLayout(buttons);
    rows->addWidget(message_);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RemarkView::choose);
    choose();
}

void RemarkView::fillButtons() {
    accept_->setObjectName(QStringLiteral("acceptEvent"));
    accept_->setToolTip(tr("The project gets an event of this name; whoever named it is noted to have heard it there"));
    events_->setObjectName(QStringLiteral("takeForEvent"));
    events_->setAccessibleName(tr("The event that is meant"));
    take_->setObjectName(QStringLiteral("takeEvent"));
    take_->setToolTip(tr("Whoever named it is noted to have heard that event there"));
    dismiss_->setObjectName(QStringLiteral("dismissEvent"));
    dismiss_->setToolTip(tr("It is to be no event of the project"));
    done_->setObjectName(QStringLiteral("settleFlag"));
    connect(accept_, &QPushButton::clicked, this, [this] {
        if (const Remark *remark = chosen())
            take(remark->word);
    });
    connect(take_, &QPushButton::clicked, this, [this] { take(events_->currentText().toStdString()); });
    connect(dismiss_, &QPushButton::clicked, this, [this] { take({}); });
    connect(done_, &QPushButton::clicked, this, &RemarkView::settleFlag);
}

void RemarkView::setProject(std::shared_ptr<const OpenProject> project) {
    project_ = std::move(project);
    job_.forget();
    events_->clear();
    if (project_)
        for (const EventClass &event : project_->contents.classes)
            events_->addItem(toText(event.name));
    refresh();
}

void RemarkView::refresh() {
    open_ = project_ ? openRemarks(records_.remarks()) : std::vector<Remark>();
    FigureTable table{model_->table().header, {}, true};
    for (const Remark &remark : open_) {
        const auto clip = std::ranges::find(project_->contents.clips, remark.clip,
                                            [](const LabelledClip &labelled) { return labelled.clip.id; });
        const bool isFlag = remark.kind == RemarkKind::Flag;
        table.rows.push_back({{{clip == project_->contents.clips.end() ? QString() : toText(clip->clip.name), {}},
                               {isFlag ? tr("⚑ flag") : tr("new event: %1").arg(toText(remark.word)), {}},
                               {toText(remark.annotator), {}},
                               {textOf(remark.stage), {}},
                               {toText(remark.note), toText(remark.note)},
                               {momentText(remark.time), {}}},
                              false});
    }
    model_->setTable(std::move(table));
    table_->fit();
    choose();
}

const Remark *RemarkView::chosen() const {
    const int row = table_->currentIndex().row();
    return row >= 0 && row < static_cast<int>(open_.size()) ? &open_[static_cast<std::size_t>(row)] : nullptr;
}

void RemarkView::choose() {
    const Remark *remark = chosen();
    const bool isEvent = remark != nullptr && remark->kind == RemarkKind::NewEvent;
    for (QWidget *button : {static_cast<QWidget *>(accept_), static_cast<QWidget *>(events_),
                            static_cast<QWidget *>(take_), static_cast<QWidget *>(dismiss_)})
        button->setEnabled(isEvent);
    done_->setEnabled(remark != nullptr && !isEvent);
    if (remark != nullptr && table_->hasFocus())
        Q_EMIT clipAsked(remark->clip);
}

void RemarkView::take(const std::string &event) {
    if (const Remark *remark = chosen())
        start(tr("new event %1").arg(toText(remark->word)),
              [decision = NewEventDecision{remark->word, event, lead_()}](Project &project) {
                  return settleNewEvent(project, decision);
              });
}

void RemarkView::settleFlag() {
    if (const Remark *remark = chosen())
        start(tr("settling a flag"), [clip = remark->clip, lead = lead_()](Project &project) {
            return settleFlags(project, std::vector<ClipId>{clip}, lead);
        });
}

void RemarkView::start(const QString &text, std::function<Result<AuditImportReport>(Project &)> work) {
    if (!project_ || job_.isRunning())
        return;
    text_ = text;
    job_.start([store = project_->store, work = std::move(work)](const std::stop_token &) { return work(*store); });
}

} // namespace tagscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/why/why_panel.h"

#include "ui/base/core_text.h"
#include "ui/base/empty_state.h"
#include "ui/base/fitted_table.h"
#include "ui/base/text.h"
#include "ui/base/tokens.h"
#include "ui/tracks/event_table_model.h"
#include "ui/why/why_chain.h"

#include <QComboBox>
#include <QFrame>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace tagscope::ui {

namespace {

// What demo models say is to be seen beside their figures, not only among the notes.
bool isOfDemoModels(const Message &note) {
    return note.id == "analysis.demo_models";
}

} // namespace

WhyPanel::WhyPanel(const Sources &sources, ViewState &view, QWidget *parent)
    : QWidget(parent), view_(view), events_(new EventTableModel(this)), sorted_(new QSortFilterProxyModel(this)),
      eventTable_(nullptr), chain_(new WhyChain(sources, view)), order_(new QComboBox), notes_(new QLabel),
      bannerFrame_(nullptr), banner_(new QLabel), ownModels_(new QToolButton), analysed_(new QToolButton),
      notesFrame_(nullptr), pages_(new QStackedWidget) {
    sorted_->setSourceModel(events_);
    sorted_->setSortRole(EventTableModel::kSortRole);
    auto *parts = new QSplitter(Qt::Vertical);
    parts->setChildrenCollapsible(false);
    parts->addWidget(makeEvents());
    parts->addWidget(makeChain());
    parts->setStretchFactor(0, 1);
    parts->setStretchFactor(1, 3);
    parts->setSizes({10 * fontMetrics().height(), 30 * fontMetrics().height()});
    auto *nothing = new EmptyState(QStringLiteral("noWhy"));
    nothing->setText(tr("Why a clip was tagged is shown here once it is analysed:\nits events, the objects that were "
                        "seen, and notes."));
    pages_->addWidget(nothing);
    auto *shown = new QWidget;
    auto *shownRows = new QVBoxLayout(shown);
    shownRows->setContentsMargins(0, 0, 0, 0);
    shownRows->addWidget(makeBanner());
    shownRows->addWidget(parts, 1);
    pages_->addWidget(shown);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4, 4, 4, 4);
    column->addWidget(pages_);
    connect(&view, &ViewState::eventChanged, this, &WhyPanel::followView);
    setClip({});
}

QWidget *WhyPanel::makeBanner() {
    banner_->setObjectName(QStringLiteral("banner"));
    banner_->setWordWrap(true);
    banner_->setTextFormat(Qt::PlainText);
    banner_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    ownModels_->setText(tr("Back to the project's models"));
    ownModels_->setAutoRaise(false);
    analysed_->setText(tr("Back to the analysis"));
    analysed_->setObjectName(QStringLiteral("backToAnalysis"));
    auto *frame = new QFrame;
    frame->setFrameShape(QFrame::StyledPanel);
    frame->setAutoFillBackground(true);
    frame->setBackgroundRole(QPalette::ToolTipBase);
    frame->setForegroundRole(QPalette::ToolTipText);
    auto *rows = new QVBoxLayout(frame);
    rows->setContentsMargins(6, 4, 6, 4);
    rows->addWidget(banner_);
    rows->addWidget(ownModels_, 0, Qt::AlignLeft);
    rows->addWidget(analysed_, 0, Qt::AlignLeft);
    connect(analysed_, &QToolButton::clicked, this, &WhyPanel::analysisAsked);
    connect(ownModels_, &QToolButton::clicked, this, &WhyPanel::ownModelsAsked);
    bannerFrame_ = frame;
    return frame;
}

QWidget *WhyPanel::makeEvents() {
    eventTable_ = new FittedTable(*sorted_, {EventTableModel::Event});
    // The outcome stands beside the name, so that a narrow window shows it without scrolling.
    eventTable_->horizontalHeader()->moveSection(EventTableModel::Tag, 1);
    eventTable_->horizontalHeader()->moveSection(EventTableModel::Label, 1);
    eventTable_->setObjectName(QStringLiteral("events"));
    eventTable_->setAccessibleName(tr("Events"));
    eventTable_->setSortingEnabled(true);
    eventTable_->setCompact();
    // What is told again of the chosen event.
    eventTable_->setSpared(
        {EventTableModel::Weight, EventTableModel::Margin, EventTableModel::Video, EventTableModel::Audio});
    order_->addItems({tr("Most probable first"), tr("Class order")});
    order_->setAccessibleName(tr("Order of the events"));
    auto *heading = new QHBoxLayout;
    heading->addWidget(headingLabel(tr("Events")), 1);
    heading->addWidget(order_);
    auto *part = new QWidget;
    auto *lines = new QVBoxLayout(part);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->addLayout(heading);
    lines->addWidget(eventTable_, 1);
    part->setMinimumHeight(6 * fontMetrics().height());
    connect(order_, &QComboBox::currentIndexChanged, this, &WhyPanel::sort);
    connect(eventTable_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &WhyPanel::chooseFromTable);
    sort(MostProbableFirst);
    return part;
}

QWidget *WhyPanel::makeChain() {
    notes_->setWordWrap(true);
    notes_->setTextFormat(Qt::PlainText);
    notes_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    notes_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    notesFrame_ = new QWidget;
    auto *notes = new QVBoxLayout(notesFrame_);
    notes->setContentsMargins(2, 2, 2, 2);
    notes->addWidget(headingLabel(tr("Notes")));
    notes->addWidget(notes_);
    auto *column = new QWidget;
    auto *rows = new QVBoxLayout(column);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(chain_);
    rows->addWidget(notesFrame_);
    rows->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidget(column);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return scroll;
}

void WhyPanel::setClip(const ShownClip &shown) {
    const std::shared_ptr<const ClipAnalysis> &clip = shown.analysis;
    pages_->setCurrentIndex(clip ? 1 : 0);
    events_->setClip(clip, shown.labels.value_or(std::vector<int>()));
    eventTable_->setColumnHidden(EventTableModel::Label, !shown.labels);
    eventTable_->fit();
    chain_->setClip(clip, clip && findExplain_ ? findExplain_(shown) : ExplainFunction());
    setNotice(shown);
    showNotes(clip.get());
}

void WhyPanel::setNotice(const ShownClip &shown) {
    QStringList lines;
    if (!shown.notice.isEmpty())
        lines << shown.notice;
    if (shown.analysis)
        for (const Message &note : shown.analysis->notes)
            if (const QString text = translated(note); isOfDemoModels(note) && !lines.contains(text))
                lines << text;
    banner_->setText(lines.join(QLatin1Char('\n')));
    ownModels_->setVisible(shown.isOfRun);
    analysed_->setVisible(shown.isRevised);
    bannerFrame_->setVisible(!lines.isEmpty() || shown.isOfRun || shown.isRevised);
}

void WhyPanel::showNotes(const ClipAnalysis *clip) {
    QStringList lines;
    if (clip != nullptr)
        for (const Message &note : clip->notes)
            if (!isOfDemoModels(note)) // that stands in the banner
                lines << QStringLiteral("• ") + translated(note);
    notes_->setText(lines.join(QLatin1Char('\n')));
    notesFrame_->setVisible(!lines.isEmpty());
}

void WhyPanel::sort(int order) {
    if (order == ClassOrder)
        eventTable_->sortByColumn(EventTableModel::Event, Qt::AscendingOrder);
    else
        eventTable_->sortByColumn(EventTableModel::Fused, Qt::DescendingOrder);
    eventTable_->fit();
}

void WhyPanel::chooseFromTable() {
    const QModelIndexList rows = eventTable_->selectionModel()->selectedRows();
    if (!rows.isEmpty())
        view_.setEvent(sorted_->mapToSource(rows.front()).row());
}

void WhyPanel::followView() {
    const std::optional<int> event = view_.event();
    if (!event) {
        eventTable_->clearSelection();
        return;
    }
    const QModelIndex row = sorted_->mapFromSource(events_->index(*event, 0));
    if (row.isValid() && !eventTable_->selectionModel()->isRowSelected(row.row()))
        eventTable_->selectRow(row.row());
    if (row.isValid())
        eventTable_->scrollTo(row);
}

} // namespace tagscope::ui

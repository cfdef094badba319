#include "ui/views/why_panel.h"

#include "ui/itemmodels/event_table_model.h"
#include "ui/itemmodels/object_table_model.h"
#include "ui/services/absence.h"
#include "ui/services/text.h"
#include "ui/views/fitted_table.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace tagscope::ui {

namespace {

QLabel *makeHeading(const QString &text) {
    auto *label = new QLabel(text);
    QFont bold = label->font();
    bold.setBold(true);
    label->setFont(bold);
    return label;
}

} // namespace

WhyPanel::WhyPanel(ViewState &view, QWidget *parent)
    : QWidget(parent), view_(view), events_(new EventTableModel(this)), sorted_(new QSortFilterProxyModel(this)),
      objects_(new ObjectTableModel(this)), eventTable_(nullptr), objectTable_(nullptr), order_(new QComboBox),
      noObjects_(new QLabel), notes_(new QLabel), notesFrame_(nullptr), pages_(new QStackedWidget) {
    sorted_->setSourceModel(events_);
    sorted_->setSortRole(EventTableModel::kSortRole);
    notes_->setWordWrap(true);
    notes_->setTextFormat(Qt::PlainText);
    notes_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    notes_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    notes_->setContentsMargins(6, 4, 6, 4);
    auto *scroll = new QScrollArea;
    scroll->setWidget(notes_);
    scroll->setWidgetResizable(true);
    auto *notesColumn = new QWidget;
    auto *notesLines = new QVBoxLayout(notesColumn);
    notesLines->setContentsMargins(0, 0, 0, 0);
    notesLines->addWidget(makeHeading(tr("Notes")));
    notesLines->addWidget(scroll, 1);
    notesFrame_ = notesColumn;
    notesFrame_->setMinimumHeight(4 * fontMetrics().height());

    auto *parts = new QSplitter(Qt::Vertical);
    parts->setChildrenCollapsible(false);
    parts->addWidget(makeEvents());
    parts->addWidget(makeObjects());
    parts->addWidget(notesFrame_);
    parts->setStretchFactor(0, 5);
    parts->setStretchFactor(1, 3);
    parts->setStretchFactor(2, 1);
    parts->setSizes({22 * fontMetrics().height(), 14 * fontMetrics().height(), 6 * fontMetrics().height()});
    auto *nothing =
        new QLabel(tr("Why a clip was tagged is shown here once it is analysed: its events, the objects that "
                      "were seen, and notes."));
    nothing->setWordWrap(true);
    nothing->setAlignment(Qt::AlignCenter);
    nothing->setMargin(2 * fontMetrics().height());
    pages_->addWidget(nothing);
    pages_->addWidget(parts);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4, 4, 4, 4);
    column->addWidget(pages_);
    connect(&view, &ViewState::eventChanged, this, &WhyPanel::followView);
    setClip(nullptr);
}

QWidget *WhyPanel::makeEvents() {
    eventTable_ = new FittedTable(*sorted_, {EventTableModel::Event});
    // The outcome stands beside the name, so that a narrow window shows it without scrolling.
    eventTable_->horizontalHeader()->moveSection(EventTableModel::Tag, 1);
    eventTable_->setObjectName(QStringLiteral("events"));
    eventTable_->setAccessibleName(tr("Events"));
    eventTable_->setSortingEnabled(true);
    order_->addItems({tr("Most probable first"), tr("Class order")});
    order_->setAccessibleName(tr("Order of the events"));
    auto *heading = new QHBoxLayout;
    heading->addWidget(makeHeading(tr("Events")), 1);
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

QWidget *WhyPanel::makeObjects() {
    objectTable_ = new FittedTable(*objects_, {ObjectTableModel::Object, ObjectTableModel::Event});
    objectTable_->setObjectName(QStringLiteral("objects"));
    objectTable_->setAccessibleName(tr("Objects"));
    noObjects_->setWordWrap(true);
    noObjects_->setTextFormat(Qt::PlainText);
    noObjects_->setAlignment(Qt::AlignCenter);
    noObjects_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *part = new QWidget;
    auto *lines = new QVBoxLayout(part);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->addWidget(makeHeading(tr("Objects in the key frames")));
    lines->addWidget(objectTable_, 1);
    lines->addWidget(noObjects_, 1);
    part->setMinimumHeight(5 * fontMetrics().height());
    return part;
}

void WhyPanel::setClip(const std::shared_ptr<const ClipAnalysis> &clip) {
    pages_->setCurrentIndex(clip ? 1 : 0);
    events_->setClip(clip);
    objects_->setClip(clip);
    const QString absence = clip ? whyNoObjects(*clip) : QString();
    noObjects_->setText(absence);
    noObjects_->setVisible(!absence.isEmpty());
    objectTable_->setVisible(absence.isEmpty());
    showNotes(clip.get());
}

void WhyPanel::showNotes(const ClipAnalysis *clip) {
    QStringList lines;
    if (clip != nullptr)
        for (const std::string &note : clip->notes)
            lines << QStringLiteral("• ") + toText(note);
    notes_->setText(lines.join(QLatin1Char('\n')));
    notesFrame_->setVisible(!lines.isEmpty());
}

void WhyPanel::sort(int order) {
    if (order == ClassOrder)
        eventTable_->sortByColumn(EventTableModel::Event, Qt::AscendingOrder);
    else
        eventTable_->sortByColumn(EventTableModel::Fused, Qt::DescendingOrder);
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

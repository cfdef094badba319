// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fusion/fusion_event_table.h"

#include "ui/plot/gestures.h"

#include <QApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <limits>

namespace tagscope::ui {
namespace {

constexpr double kSmallStep = 0.01;
constexpr double kLargeStep = 0.1;
constexpr double kNeverTagged = std::numeric_limits<double>::infinity();

} // namespace

QRect SliderDelegate::trackIn(const QRect &cell, const QFontMetrics &metrics) {
    const int number = metrics.horizontalAdvance(QStringLiteral("0.0000"));
    const int gap = metrics.averageCharWidth();
    return cell.adjusted(gap, 0, -number - gap, 0);
}

void SliderDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    QStyledItemDelegate::paint(painter, option, index);
    const QVariant value = index.data(FusionEventModel::kValueRole);
    if (!value.isValid() || !index.flags().testFlag(Qt::ItemIsEditable))
        return;
    const QRect track = trackIn(option.rect, option.fontMetrics);
    if (track.width() < option.fontMetrics.averageCharWidth())
        return;
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QColor text = option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
    QColor groove = text;
    groove.setAlphaF(0.3F);
    const int thickness = std::max(option.fontMetrics.height() / 6, 2);
    const int handle = std::max(option.fontMetrics.height() / 3, 4); // half its height
    const double at = std::clamp(value.toDouble(), 0.0, 1.0);
    const int x = track.left() + static_cast<int>(std::lround(at * (track.width() - 1)));
    const int y = track.center().y();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(groove);
    painter->drawRect(QRect(track.left(), y - thickness / 2, track.width(), thickness));
    painter->setBrush(text);
    painter->drawRect(QRect(track.left(), y - thickness / 2, x - track.left(), thickness));
    const bool isNever = std::isinf(value.toDouble());
    painter->setPen(QPen(text, 1.5));
    painter->setBrush(isNever ? QBrush(option.palette.base()) : QBrush(text));
    painter->drawRoundedRect(QRectF(x - handle / 2.0, y - handle, handle, 2.0 * handle), 2, 2);
    painter->restore();
}

QWidget *SliderDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &) const {
    auto *editor = new QLineEdit(parent);
    editor->setFrame(false);
    editor->setAlignment(Qt::AlignRight);
    return editor;
}

FusionEventTable::FusionEventTable(FusionEventModel &tableModel, WorkbenchService &service, QWidget *parent)
    : QTableView(parent), service_(service) {
    setObjectName(QStringLiteral("fusionEvents"));
    setAccessibleName(tr("Weights and thresholds of the events"));
    setModel(&tableModel);
    auto *sliders = new SliderDelegate(this);
    setItemDelegateForColumn(FusionEventModel::Weight, sliders);
    setItemDelegateForColumn(FusionEventModel::Threshold, sliders);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setSelectionBehavior(QAbstractItemView::SelectItems);
    setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(fontMetrics().height());
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    horizontalHeader()->setHighlightSections(false);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &now) { Q_EMIT eventChosen(now.row()); });
    fit();
}

int FusionEventTable::chosenEvent() const {
    return currentIndex().row();
}

void FusionEventTable::chooseEvent(int event) {
    if (event < 0 || event >= model()->rowCount() || event == chosenEvent())
        return;
    setCurrentIndex(model()->index(event, std::max(currentIndex().column(), 0)));
}

void FusionEventTable::resizeEvent(QResizeEvent *event) {
    QTableView::resizeEvent(event);
    fit();
}

// Numbers as wide as they need; names and sliders share the rest.
void FusionEventTable::fit() {
    const int em = fontMetrics().horizontalAdvance(QLatin1Char('M'));
    const int figure = fontMetrics().horizontalAdvance(QStringLiteral("100.0 (+10.0)")) + em;
    const int flips = fontMetrics().horizontalAdvance(
                          model()->headerData(FusionEventModel::Flips, Qt::Horizontal, Qt::DisplayRole).toString()) +
                      2 * em;
    const int rest = std::max(viewport()->width() - 2 * figure - flips, 0);
    const int slider = std::max(rest * 3 / 10, 8 * em);
    horizontalHeader()->resizeSection(FusionEventModel::Weight, slider);
    horizontalHeader()->resizeSection(FusionEventModel::Threshold, slider);
    horizontalHeader()->resizeSection(FusionEventModel::WeakF1, figure);
    horizontalHeader()->resizeSection(FusionEventModel::AudibleF1, figure);
    horizontalHeader()->resizeSection(FusionEventModel::Flips, flips);
    horizontalHeader()->resizeSection(FusionEventModel::Event, std::max(rest - 2 * slider, 8 * em));
}

bool FusionEventTable::isSlider(const QModelIndex &cell) const {
    return cell.isValid() && cell.flags().testFlag(Qt::ItemIsEditable) && service_.bench() != nullptr;
}

void FusionEventTable::mousePressEvent(QMouseEvent *event) {
    const QModelIndex cell = indexAt(event->pos());
    QTableView::mousePressEvent(event);
    if (event->button() != Qt::LeftButton || !isSlider(cell))
        return;
    const QRect track = SliderDelegate::trackIn(visualRect(cell), fontMetrics());
    if (event->pos().x() > track.right() + fontMetrics().averageCharWidth())
        return; // the number, which is for typing
    drag_ = Drag{cell, nextGesture()};
    dragTo(event->pos().x());
}

void FusionEventTable::mouseMoveEvent(QMouseEvent *event) {
    if (drag_)
        dragTo(event->pos().x());
    else
        QTableView::mouseMoveEvent(event);
}

void FusionEventTable::mouseReleaseEvent(QMouseEvent *event) {
    drag_.reset();
    QTableView::mouseReleaseEvent(event);
}

void FusionEventTable::mouseDoubleClickEvent(QMouseEvent *event) {
    const QModelIndex cell = indexAt(event->pos());
    QTableView::mouseDoubleClickEvent(event);
    if (isSlider(cell))
        edit(cell);
}

// A threshold that is pulled beyond the end by the width of a letter M is "never".
void FusionEventTable::dragTo(int x) {
    const QModelIndex cell = drag_->cell;
    if (!cell.isValid())
        return;
    const QRect track = SliderDelegate::trackIn(visualRect(cell), fontMetrics());
    const double share = static_cast<double>(x - track.left()) / std::max(track.width() - 1, 1);
    const bool isBeyond = x > track.right() + fontMetrics().horizontalAdvance(QLatin1Char('M'));
    const bool isThreshold = cell.column() == FusionEventModel::Threshold;
    constexpr double kSteps = 200.0;
    set(cell, isThreshold && isBeyond ? kNeverTagged : std::round(std::clamp(share, 0.0, 1.0) * kSteps) / kSteps,
        drag_->gesture);
}

void FusionEventTable::set(const QModelIndex &cell, double value, int gesture) {
    service_.change(static_cast<std::size_t>(cell.row()),
                    cell.column() == FusionEventModel::Weight ? WorkbenchService::Value::Weight
                                                              : WorkbenchService::Value::Threshold,
                    value, gesture);
}

void FusionEventTable::step(const QModelIndex &cell, double by) {
    const double value = cell.data(FusionEventModel::kValueRole).toDouble();
    const double from = std::clamp(value, 0.0, 1.0); // infinite: from the end
    // To multiples of the step, which is what a person counts in.
    const double next = std::round((from + by) / kSmallStep) * kSmallStep;
    set(cell, std::clamp(next, 0.0, 1.0), 0);
}

void FusionEventTable::keyPressEvent(QKeyEvent *event) {
    const QModelIndex cell = currentIndex();
    const bool isPlus = event->text() == QLatin1String("+") || event->key() == Qt::Key_Plus;
    const bool isMinus = event->text() == QLatin1String("-") || event->key() == Qt::Key_Minus;
    if (!isSlider(cell) || (!isPlus && !isMinus)) {
        QTableView::keyPressEvent(event);
        return;
    }
    const double by = event->modifiers().testFlag(Qt::AltModifier) ? kLargeStep : kSmallStep;
    step(cell, isPlus ? by : -by);
}

} // namespace tagscope::ui

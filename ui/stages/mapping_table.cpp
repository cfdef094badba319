// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stages/mapping_table.h"

#include "ui/base/number_box.h"
#include "ui/base/text.h"
#include "ui/base/tokens.h"
#include "ui/stages/mapping_model.h"

#include <QEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace tagscope::ui {

namespace {

constexpr int kLongestName = 16; // of an event, in characters of M

// The colour of a cosine; what lies below 0 looks like 0, as hardly any does.
QColor colourAt(const std::vector<QColor> &colours, double cosine) {
    const double at = std::clamp(cosine, 0.0, 1.0) * static_cast<double>(colours.size() - 1);
    const auto lower = static_cast<std::size_t>(at);
    const std::size_t upper = std::min(lower + 1, colours.size() - 1);
    const double part = at - static_cast<double>(lower);
    const auto mix = [part](int from, int to) { return static_cast<int>(std::lround(from + part * (to - from))); };
    return QColor(mix(colours[lower].red(), colours[upper].red()), mix(colours[lower].green(), colours[upper].green()),
                  mix(colours[lower].blue(), colours[upper].blue()));
}

} // namespace

MappingTable::MappingTable(MappingModel &mappingModel, QWidget *parent) : QTableView(parent) {
    setHorizontalHeader(new UprightHeader(this));
    setModel(&mappingModel);
    setItemDelegate(new MappingDelegate(this));
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::AnyKeyPressed); // F2 lists the keys
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTabKeyNavigation(false); // Tab goes on to the next panel
    setCornerButtonEnabled(false);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setHighlightSections(true);
    fit();
}

void MappingTable::setColourMap(ColourMap map) {
    if (auto *delegate = dynamic_cast<MappingDelegate *>(itemDelegate()))
        delegate->setColourMap(map);
    viewport()->update();
}

void MappingTable::fit() {
    const int line = fontMetrics().height();
    horizontalHeader()->setDefaultSectionSize(fontMetrics().horizontalAdvance(QStringLiteral("→ 100 %")) + line / 2);
    verticalHeader()->setDefaultSectionSize(2 * line + line / 3);
}

void MappingTable::changeEvent(QEvent *event) {
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fit();
}

UprightHeader::UprightHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent) {
    setSectionsClickable(true);
    setHighlightSections(true);
    setSectionResizeMode(QHeaderView::Fixed);
}

QSize UprightHeader::sizeHint() const {
    const int em = fontMetrics().horizontalAdvance(QLatin1Char('M'));
    int longest = 4 * em;
    for (int column = 0; model() != nullptr && column < model()->columnCount(); ++column)
        longest = std::max(longest, fontMetrics().horizontalAdvance(
                                        model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()));
    return {QHeaderView::sizeHint().width(), std::min(longest, kLongestName * em / 2 * 2) + em};
}

void UprightHeader::paintSection(QPainter *painter, const QRect &place, int section) const {
    const QString name = model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString();
    const bool isChosen = selectionModel() != nullptr && selectionModel()->columnIntersectsSelection(section, {});
    painter->save();
    painter->fillRect(place, palette().brush(isChosen ? QPalette::Highlight : QPalette::Button));
    painter->setPen(palette().color(QPalette::Mid));
    painter->drawLine(place.topRight(), place.bottomRight());
    painter->setPen(palette().color(isChosen ? QPalette::HighlightedText : QPalette::ButtonText));
    painter->translate(place.left(), place.bottom());
    painter->rotate(-90);
    const QRect upright(0, 0, place.height(), place.width());
    const int margin = fontMetrics().height() / 4;
    painter->drawText(upright.adjusted(margin, 0, -margin, 0), Qt::AlignLeft | Qt::AlignVCenter,
                      fontMetrics().elidedText(name, Qt::ElideRight, upright.width() - 2 * margin));
    painter->restore();
}

void MappingDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    const float cosine = index.data(MappingModel::kCosineRole).toFloat();
    const float share = index.data(MappingModel::kShareRole).toFloat();
    const bool isMissing = std::isnan(cosine);
    const QColor colour = isMissing ? option.palette.color(QPalette::Base) : colourAt(colours_, cosine);
    const QColor ink =
        isMissing ? option.palette.color(QPalette::Text) : QColor(qGray(colour.rgb()) > 130 ? Qt::black : Qt::white);
    painter->save();
    painter->fillRect(option.rect, colour);
    if (isMissing) // no vector: hatched, whatever the theme
        painter->fillRect(option.rect, QBrush(option.palette.color(QPalette::Mid), Qt::BDiagPattern));
    const int line = option.fontMetrics.height();
    painter->setPen(ink);
    const QRect upper(option.rect.left(), option.rect.top() + line / 6, option.rect.width(), line);
    const QString number = isMissing ? QStringLiteral("—") : numberText(static_cast<double>(cosine), 2);
    painter->drawText(share > 0 ? upper : option.rect, Qt::AlignCenter, number);
    if (share > 0) {
        painter->setFont(strong(option.font));
        painter->drawText(upper.translated(0, line), Qt::AlignCenter,
                          tr("→ %1 %").arg(numberText(100.0 * static_cast<double>(share), 0)));
        painter->setPen(QPen(ink, 2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter->drawRect(option.rect.adjusted(2, 2, -3, -3));
    }
    if (option.state & QStyle::State_Selected) {
        painter->setPen(
            QPen(option.palette.color(QPalette::Highlight), 3, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
    }
    painter->restore();
}

QWidget *MappingDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &) const {
    auto *editor = new NumberBox(parent);
    editor->setRange(0.0, 1.0);
    editor->setDecimals(2);
    editor->setSingleStep(0.1);
    editor->setFrame(false);
    editor->setButtonSymbols(QAbstractSpinBox::NoButtons);
    editor->setAccessibleName(tr("Share of the object that the event receives"));
    return editor;
}

void MappingDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const {
    if (auto *field = dynamic_cast<NumberBox *>(editor)) {
        field->setValue(index.data(Qt::EditRole).toDouble());
        field->selectAll();
    }
}

void MappingDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const {
    auto *field = dynamic_cast<NumberBox *>(editor);
    if (field == nullptr)
        return;
    field->interpretText();
    if (std::abs(field->value() - index.data(Qt::EditRole).toDouble()) > 1e-3) // what was shown is not an edit
        model->setData(index, field->value(), Qt::EditRole);
}

} // namespace tagscope::ui

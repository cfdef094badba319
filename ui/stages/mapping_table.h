// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/colour_map.h"

#include <QHeaderView>
#include <QStyledItemDelegate>
#include <QTableView>

namespace tagscope::ui {

class MappingModel;

// Objects x events as a heat table: the colour and the number are the cosine; a framed cell receives the object's
// probability, and says how much of it. A cell is edited by a double click, or by typing a number.
class MappingTable : public QTableView {
    Q_OBJECT

public:
    // `model` outlives it.
    explicit MappingTable(MappingModel &mappingModel, QWidget *parent = nullptr);

    void setColourMap(ColourMap map);
    // Anew, for another model's names.
    void fit();

protected:
    void changeEvent(QEvent *event) override;
};

// Names of columns from the bottom up, so that many of them fit.
class UprightHeader : public QHeaderView {
    Q_OBJECT

public:
    explicit UprightHeader(QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintSection(QPainter *painter, const QRect &place, int section) const override;
};

class MappingDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setColourMap(ColourMap map) { colours_ = coloursOf(map); }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                                        const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;

private:
    std::vector<QColor> colours_ = coloursOf(ColourMap::Viridis);
};

} // namespace tagscope::ui

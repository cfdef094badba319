// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/verdict_table.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>
#include <QStringList>
#include <optional>
#include <unordered_map>
#include <vector>

namespace tagscope::ui {

// The marked regions of all clips that hold, a row each, by clip and onset. GUI thread.
class RegionListModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Clip, Event, Onset, Offset, Low, High, Confidence, Annotator, Source, Note, Columns };

    using QAbstractTableModel::QAbstractTableModel;

    // Another project: no rows any more. `clips`: names by id.
    void setNames(QStringList events, std::unordered_map<ClipId, QString> clips);
    void setRegions(std::vector<MarkedRegion> regions);
    // Of one clip: its rows are others by now.
    void setRegionsOf(ClipId clip, std::vector<MarkedRegion> regions);

    [[nodiscard]] const MarkedRegion &region(int row) const { return rows_[static_cast<std::size_t>(row)]; }
    [[nodiscard]] const QStringList &events() const { return events_; }
    [[nodiscard]] QString text(const MarkedRegion &region, int column) const;
    // As they stand in a table sorted by that column.
    [[nodiscard]] bool isBefore(const MarkedRegion &a, const MarkedRegion &b, int column) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] const QString &clipName(ClipId clip) const;

    std::vector<MarkedRegion> rows_;
    QStringList events_;
    std::unordered_map<ClipId, QString> clips_;
};

// Those of a RegionListModel that are wanted, in the order that is. GUI thread.
class RegionListFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    // Every word of it is somewhere in the names of a region or its note, whatever its case.
    void setWords(const QString &text);
    void setEvent(std::optional<int> event);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &a, const QModelIndex &b) const override;

private:
    [[nodiscard]] const RegionListModel *model() const;

    QStringList words_;
    std::optional<int> event_;
};

} // namespace tagscope::ui

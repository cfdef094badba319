// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/region_list_model.h"

#include <array>
#include <utility>

namespace tagscope::ui {

RegionListModel::RegionListModel(QObject *parent)
    : QAbstractTableModel(parent), filling_({"region-list", tr("List of regions")},
                                            [this](Result<RegionTable> table) {
                                                if (!table)
                                                    return filling_.logFailure(table.error());
                                                table_ = std::move(*table);
                                                arrange();
                                            }),
      arranging_({"region-order", tr("Order of regions")}, [this](Result<RegionRows> rows) {
          if (!rows)
              return arranging_.logFailure(rows.error());
          show(std::move(*rows));
      }) {}

void RegionListModel::fill(std::shared_ptr<const OpenProject> project, RegionsByClip regions) {
    filling_.start([project = std::move(project), regions = std::move(regions)](const std::stop_token &stop) {
        return regionTable(project->contents, regions, stop);
    });
}

void RegionListModel::setRegionsOf(ClipId clip, std::vector<MarkedRegion> regions) {
    table_ = withRegionsOf(table_, clip, std::move(regions));
    arrange();
}

void RegionListModel::setWords(const QString &text) {
    wish_.words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    arrange();
}

void RegionListModel::setEvent(std::optional<int> event) {
    wish_.event = event;
    arrange();
}

void RegionListModel::sort(int column, Qt::SortOrder order) {
    if (column < 0 || column >= kRegionColumns)
        return;
    wish_.column = static_cast<RegionColumn>(column);
    wish_.order = order;
    arrange();
}

void RegionListModel::arrange() {
    arranging_.start(
        [table = table_, wish = wish_](const std::stop_token &stop) { return arrangedRegions(table, wish, stop); });
}

// As another layout, with whatever is chosen: rows that go and come may be scattered in thousands of places.
void RegionListModel::show(RegionRows rows) {
    if (rows != shown_) {
        Q_EMIT layoutAboutToBeChanged();
        const QModelIndexList before = persistentIndexList();
        std::unordered_map<const MarkedRegion *, int> places;
        for (const QModelIndex &index : before)
            places.emplace(&region(index.row()), -1);
        shown_.swap(rows);
        for (std::size_t row = 0; row < shown_.size() && !places.empty(); ++row)
            if (const auto found = places.find(shown_[row].get()); found != places.end())
                found->second = static_cast<int>(row);
        QModelIndexList after;
        for (const QModelIndex &old : before) // an unknown row gives no index
            after << index(places.at(rows[static_cast<std::size_t>(old.row())].get()), old.column());
        changePersistentIndexList(before, after);
        Q_EMIT layoutChanged();
    }
    Q_EMIT arranged();
}

int RegionListModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(shown_.size());
}

int RegionListModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : kRegionColumns;
}

QVariant RegionListModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto column = static_cast<RegionColumn>(index.column());
    const bool isNumber = column >= RegionColumn::Onset && column <= RegionColumn::Confidence;
    if (role == Qt::TextAlignmentRole && isNumber)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::DisplayRole || (role == Qt::ToolTipRole && !isNumber))
        return regionText(region(index.row()), column, *table_.names);
    return {};
}

QVariant RegionListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= kRegionColumns)
        return {};
    const std::array<QString, kRegionColumns> titles{tr("Clip"),     tr("Event"),     tr("Start (s)"),  tr("End (s)"),
                                                     tr("Low (Hz)"), tr("High (Hz)"), tr("Confidence"), tr("Annotator"),
                                                     tr("Source"),   tr("Note")};
    return titles.at(static_cast<std::size_t>(section));
}

} // namespace tagscope::ui

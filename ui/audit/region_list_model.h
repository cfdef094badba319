// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/audit/region_arrangement.h"
#include "ui/base/job.h"
#include "ui/document/document.h"

#include <QAbstractTableModel>

namespace tagscope::ui {

// The marked regions of all clips that hold and are wanted, a row each, in a chosen order. Filters and sorts by itself
// and on a worker: a proxy over 100,000 rows keeps the window from answering for seconds. What is shown follows what
// is asked for as soon as it is arranged. GUI thread.
class RegionListModel : public QAbstractTableModel {
    Q_OBJECT

public:
    explicit RegionListModel(QObject *parent = nullptr);

    // Another project, or all of its regions anew.
    void fill(std::shared_ptr<const OpenProject> project, RegionsByClip regions);
    [[nodiscard]] bool isFilling() const { return filling_.isRunning(); }
    // Of one clip: its regions are others by now. Not while it fills.
    void setRegionsOf(ClipId clip, std::vector<MarkedRegion> regions);

    void setWords(const QString &text); // as RegionWish says
    void setEvent(std::optional<int> event);
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    [[nodiscard]] const MarkedRegion &region(int row) const { return *shown_[static_cast<std::size_t>(row)]; }
    [[nodiscard]] int allRegions() const { return static_cast<int>(table_.rows->size()); }
    [[nodiscard]] QString clipName(ClipId clip) const { return table_.names->clip(clip); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void arranged(); // what is shown, or how many there are, is another by now

private:
    void arrange();
    void show(RegionRows rows);

    RegionTable table_;
    RegionWish wish_;
    RegionRows shown_;
    Job<RegionTable> filling_;
    Job<RegionRows> arranging_;
};

} // namespace tagscope::ui

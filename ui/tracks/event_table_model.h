// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/clip_analysis.h"

#include <QAbstractTableModel>
#include <memory>
#include <vector>

namespace tagscope::ui {

// A clip's events, one row each in the order of the classes: what each branch said and what came of it. GUI thread.
class EventTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Event, Audio, Video, Weight, Fused, Threshold, Margin, Tag, Label, ColumnCount };

    // A number to sort by; absent values come last in descending order.
    static constexpr int kSortRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;

    // null: none. `labels`: the events that the clip is weakly labelled with, where that is known.
    void setClip(std::shared_ptr<const ClipAnalysis> clip, std::vector<int> labels = {});

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(int row, int column) const;
    [[nodiscard]] QString toolTip(int row, int column) const;
    [[nodiscard]] QVariant sortValue(int row, int column) const;

    [[nodiscard]] bool isLabelled(int row) const;

    std::shared_ptr<const ClipAnalysis> clip_;
    std::vector<int> labels_;
};

} // namespace tagscope::ui

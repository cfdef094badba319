#pragma once

#include "core/analysis/clip_analysis.h"

#include <QAbstractTableModel>
#include <memory>

namespace tagscope::ui {

// A clip's events, one row each in the order of the classes: what each branch said and what came of it. GUI thread.
class EventTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Event, Audio, Video, Weight, Fused, Threshold, Margin, Tag, ColumnCount };

    // A number to sort by; absent values come last in descending order.
    static constexpr int kSortRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;

    void setClip(std::shared_ptr<const ClipAnalysis> clip); // null: none

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(int row, int column) const;
    [[nodiscard]] QString toolTip(int row, int column) const;
    [[nodiscard]] QVariant sortValue(int row, int column) const;

    std::shared_ptr<const ClipAnalysis> clip_;
};

} // namespace tagscope::ui

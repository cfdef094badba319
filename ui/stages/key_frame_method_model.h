// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stages/method_comparison.h"

#include <QAbstractTableModel>
#include <vector>

namespace tagscope::ui {

// The methods of choosing key frames beside one another: what each chose, and what that costs. GUI thread.
class KeyFrameMethodModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Method, Pictures, Cost, Relative, Gap, Lambda, Iterations, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    // `picturesPerSecond` of the clip; nothing for no results. Those that are there already keep their rows.
    void setResults(const std::vector<MethodResult> &results, double picturesPerSecond);
    // How the clip is shown now, so that its method is marked.
    void setCurrent(const std::vector<int> &pictures);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] const MethodResult &result(int row) const { return results_[static_cast<std::size_t>(row)]; }
    [[nodiscard]] QString timeText(int picture) const; // in seconds
    [[nodiscard]] bool isCurrent(int row) const { return result(row).keyFrames.pictures == current_; }

private:
    [[nodiscard]] QString text(const MethodResult &result, int column) const;
    [[nodiscard]] double lowestCost() const;

    std::vector<MethodResult> results_;
    std::vector<int> current_;
    double picturesPerSecond_ = 24.0;
};

// As a person calls it: "DS3 (the paper)".
[[nodiscard]] QString titleOf(KeyFrameMethod method);

} // namespace tagscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/report.h"

#include <QAbstractTableModel>
#include <memory>

namespace tagscope::ui {

// The paper's Table 1 of a report: a row a system, then a row for each difference from the one that is compared with; a
// column for each split and truth. GUI thread.
class ReportTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setReport(std::shared_ptr<const Report> report); // null: none

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    struct Row {
        std::size_t system = 0;
        bool isDifference = false;
    };
    [[nodiscard]] QString name(const Row &row) const;
    [[nodiscard]] QString figure(const Row &row, const SplitFigures &figures) const;
    [[nodiscard]] QString details(const Row &row, const SplitFigures &figures) const;

    std::shared_ptr<const Report> report_;
    std::vector<Row> rows_;
};

} // namespace tagscope::ui

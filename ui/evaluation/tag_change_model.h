// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/report.h"

#include <QAbstractTableModel>
#include <memory>

namespace tagscope::ui {

// What came and went from the one system of a report to the other, in a sentence.
[[nodiscard]] QString summaryOfChanges(const Report &report);

// The tags that the two systems of a report do not share. GUI thread.
class TagChangeModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Clip, Event, Change, Judgement, Before, After, Columns };

    using QAbstractTableModel::QAbstractTableModel;

    void setReport(std::shared_ptr<const Report> report); // null: none
    [[nodiscard]] const TagChange &change(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    std::shared_ptr<const Report> report_;
};

} // namespace tagscope::ui

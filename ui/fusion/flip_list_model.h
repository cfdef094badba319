// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/workbench_contents.h"
#include "core/fusion/workbench.h"
#include "core/project/clip_table.h"

#include <QAbstractTableModel>
#include <QStringList>
#include <memory>
#include <optional>
#include <vector>

namespace tagscope::ui {

// The tags that differ from those of the saved operating point, by event, then by clip. Rows that stay keep their
// place while others come and go.
class FlipListModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Clip, Event, Change, Right, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    // Whose clips the flips are of; takes all rows away.
    void setContents(std::shared_ptr<const WorkbenchContents> contents, const QStringList &events);
    // Ascending. `isAudible`: which labels say what is right.
    void setFlips(std::vector<FlippedTag> flips, bool isAudible);

    [[nodiscard]] std::optional<ClipId> clip(int row) const;
    [[nodiscard]] int event(int row) const;              // -1: none
    [[nodiscard]] int gained() const { return gained_; } // flips that made a tag right
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] bool isRight(const FlippedTag &flip) const;
    void replaceAll(std::vector<FlippedTag> flips);
    void merge(const std::vector<FlippedTag> &flips);

    std::shared_ptr<const WorkbenchContents> contents_;
    QStringList events_;
    std::vector<FlippedTag> flips_;
    bool isAudible_ = false;
    int gained_ = 0;
};

} // namespace tagscope::ui

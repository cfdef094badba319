// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/audit/audit_order.h"

#include <QAbstractTableModel>
#include <QStringList>
#include <functional>
#include <memory>
#include <vector>

namespace tagscope::ui {

// The pairs of a queue with the values of its formula, the largest first. That is not the order in which they are put
// before the annotator: in that one, controls would be told by values that do not fit. GUI thread.
class AuditQueueModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Value, Event, Clip, Said, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    using ClipName = std::function<QString(ClipId)>;
    void setNames(QStringList events, ClipName clips);
    // Null: no rows. The same queue again changes only what was said.
    void setQueue(const std::shared_ptr<const SittingQueue> &queue, const std::map<AuditedPair, VerdictValue> &said);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::shared_ptr<const SittingQueue> queue_;
    std::map<AuditedPair, VerdictValue> said_;
    QStringList events_;
    ClipName clips_;
};

} // namespace tagscope::ui

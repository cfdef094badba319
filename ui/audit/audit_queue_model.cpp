// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/audit_queue_model.h"

#include "ui/base/audit_text.h"
#include "ui/base/text.h"

#include <utility>

namespace tagscope::ui {

void AuditQueueModel::setNames(QStringList events, ClipName clips) {
    setQueue(nullptr, {});
    events_ = std::move(events);
    clips_ = std::move(clips);
}

void AuditQueueModel::setQueue(const std::shared_ptr<const SittingQueue> &queue,
                               const std::map<AuditedPair, VerdictValue> &said) {
    said_ = said;
    if (queue == queue_) {
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, Said), index(rowCount() - 1, Said));
        return;
    }
    if (rowCount() > 0) {
        beginRemoveRows({}, 0, rowCount() - 1);
        queue_.reset();
        endRemoveRows();
    }
    if (!queue || queue->rows.empty())
        return;
    beginInsertRows({}, 0, static_cast<int>(queue->rows.size()) - 1);
    queue_ = queue;
    endInsertRows();
}

int AuditQueueModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : queue_ ? static_cast<int>(queue_->rows.size()) : 0;
}

int AuditQueueModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AuditQueueModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::TextAlignmentRole))
        return {};
    if (role == Qt::TextAlignmentRole)
        return index.column() == Value ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    const SittingRow &row = queue_->rows[queue_->byValue[static_cast<std::size_t>(index.row())]];
    switch (index.column()) {
    case Value:
        return probabilityText(row.value);
    case Event:
        return events_.value(row.event);
    case Clip:
        return clips_(row.clip);
    case Said:
        if (const auto said = said_.find({row.clip, row.event}); said != said_.end())
            return textOf(said->second);
        return {};
    default:
        return {};
    }
}

QVariant AuditQueueModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Value:
        return tr("Value");
    case Event:
        return tr("Event");
    case Clip:
        return tr("Clip");
    case Said:
        return tr("Your verdict");
    default:
        return {};
    }
}

} // namespace tagscope::ui

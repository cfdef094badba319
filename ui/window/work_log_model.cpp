// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/work_log_model.h"

#include "core/base/log.h"

#include <QLocale>
#include <array>

namespace tagscope::ui {

namespace {

constexpr qint64 kTwiceWithinMilliseconds = 2000;

} // namespace

void WorkLogModel::add(LogEntry::Kind kind, const QString &work, const QString &text, const QDateTime &now) {
    if (!entries_.empty() && entries_.back().text == text &&
        entries_.back().time.msecsTo(now) < kTwiceWithinMilliseconds)
        return;
    if (entries_.size() == kMost) {
        beginRemoveRows({}, 0, 0);
        entries_.pop_front();
        endRemoveRows();
    }
    const std::string line = (work.isEmpty() ? text : work + QStringLiteral(": ") + text).toStdString();
    if (kind == LogEntry::Kind::Failed)
        logWarning(line);
    else
        logInfo(line);
    const int row = static_cast<int>(entries_.size());
    beginInsertRows({}, row, row);
    entries_.push_back({now, kind, work, text});
    endInsertRows();
}

void WorkLogModel::clear() {
    beginResetModel();
    entries_.clear();
    endResetModel();
}

int WorkLogModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(entries_.size());
}

int WorkLogModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant WorkLogModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const LogEntry &entry = entries_[static_cast<std::size_t>(index.row())];
    if (role == IsFailureRole)
        return entry.kind == LogEntry::Kind::Failed;
    if (role == Qt::ToolTipRole)
        return entry.text;
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Time:
        return QLocale().toString(entry.time.time(), QStringLiteral("HH:mm:ss"));
    case Work:
        return entry.work;
    case Outcome: {
        const std::array outcomes{tr("✓ done"), tr("· note"), tr("– cancelled"), tr("✗ failed")};
        return outcomes[static_cast<std::size_t>(entry.kind)];
    }
    case Text:
        return entry.text;
    default:
        return {};
    }
}

QVariant WorkLogModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const std::array titles{tr("Time"), tr("Work"), tr("Outcome"), tr("What happened")};
    return section >= 0 && section < ColumnCount ? titles[static_cast<std::size_t>(section)] : QVariant();
}

} // namespace tagscope::ui

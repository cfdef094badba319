// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fusion/flip_list_model.h"

#include "ui/base/text.h"

#include <algorithm>
#include <utility>

namespace tagscope::ui {
namespace {

// Beyond so many rows that come and go, telling each costs a table of thousands more than to begin anew.
constexpr std::size_t kMostSteps = 40;

bool comesBefore(const FlippedTag &a, const FlippedTag &b) {
    return std::pair(a.event, a.clip) < std::pair(b.event, b.clip);
}

std::size_t differences(const std::vector<FlippedTag> &a, const std::vector<FlippedTag> &b) {
    std::vector<FlippedTag> apart;
    std::set_symmetric_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(apart), comesBefore);
    return apart.size();
}

} // namespace

void FlipListModel::setContents(std::shared_ptr<const WorkbenchContents> contents, const QStringList &events) {
    replaceAll({});
    contents_ = std::move(contents);
    events_ = events;
    gained_ = 0;
}

void FlipListModel::setFlips(std::vector<FlippedTag> flips, bool isAudible) {
    isAudible_ = isAudible;
    gained_ = static_cast<int>(
        std::count_if(flips.begin(), flips.end(), [this](const FlippedTag &flip) { return isRight(flip); }));
    if (differences(flips_, flips) > kMostSteps) {
        replaceAll(std::move(flips));
        return;
    }
    merge(flips);
    // The same clip and event may have turned round, and labels may be others.
    flips_ = std::move(flips);
    if (!flips_.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void FlipListModel::replaceAll(std::vector<FlippedTag> flips) {
    if (!flips_.empty()) {
        beginRemoveRows({}, 0, rowCount() - 1);
        flips_.clear();
        endRemoveRows();
    }
    if (flips.empty())
        return;
    beginInsertRows({}, 0, static_cast<int>(flips.size()) - 1);
    flips_ = std::move(flips);
    endInsertRows();
}

void FlipListModel::merge(const std::vector<FlippedTag> &flips) {
    std::size_t row = 0;
    std::size_t next = 0;
    while (row < flips_.size() || next < flips.size()) {
        const bool isGone = next == flips.size() || (row < flips_.size() && comesBefore(flips_[row], flips[next]));
        const bool isNew = row == flips_.size() || (next < flips.size() && comesBefore(flips[next], flips_[row]));
        if (isGone) {
            beginRemoveRows({}, static_cast<int>(row), static_cast<int>(row));
            flips_.erase(flips_.begin() + static_cast<std::ptrdiff_t>(row));
            endRemoveRows();
        } else if (isNew) {
            beginInsertRows({}, static_cast<int>(row), static_cast<int>(row));
            flips_.insert(flips_.begin() + static_cast<std::ptrdiff_t>(row), flips[next]);
            endInsertRows();
            ++row;
            ++next;
        } else {
            ++row;
            ++next;
        }
    }
}

std::optional<ClipId> FlipListModel::clip(int row) const {
    if (row < 0 || row >= rowCount() || !contents_)
        return std::nullopt;
    return contents_->clips.at(flips_[static_cast<std::size_t>(row)].clip);
}

int FlipListModel::event(int row) const {
    return row < 0 || row >= rowCount() ? -1 : static_cast<int>(flips_[static_cast<std::size_t>(row)].event);
}

bool FlipListModel::isRight(const FlippedTag &flip) const {
    const BinaryTable &truth = isAudible_ && contents_->audible ? *contents_->audible : contents_->tables.truth;
    return (truth(flip.clip, flip.event) != 0) == flip.isTagged;
}

int FlipListModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(flips_.size());
}

int FlipListModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FlipListModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid) || !contents_)
        return {};
    const FlippedTag &flip = flips_[static_cast<std::size_t>(index.row())];
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Clip:
        return toText(contents_->names.at(flip.clip));
    case Event:
        return events_.value(static_cast<qsizetype>(flip.event));
    case Change:
        return flip.isTagged ? tr("– → ✓ tag") : tr("✓ tag → –");
    default:
        return isRight(flip) ? tr("✓ now right") : tr("✗ now wrong");
    }
}

QVariant FlipListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount || role != Qt::DisplayRole)
        return {};
    return QStringList{tr("Clip"), tr("Event"), tr("Before → now"), tr("By the labels")}[section];
}

} // namespace tagscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stages/revision_effect_model.h"

#include "ui/base/text.h"
#include "ui/base/tokens.h"

#include <QFont>
#include <algorithm>
#include <utility>

namespace tagscope::ui {

namespace {

QString valueText(const std::optional<double> &value) {
    return value ? probabilityText(*value) : QStringLiteral("—");
}

QString tagText(bool isTag) {
    return isTag ? QStringLiteral("✓") : QStringLiteral("·");
}

} // namespace

void RevisionEffectModel::setClips(std::shared_ptr<const ClipAnalysis> before,
                                   std::shared_ptr<const ClipAnalysis> now) {
    const bool areThere = before && now && before->events.size() == now->events.size() &&
                          now->settings.events.size() == now->events.size();
    const int old = rowCount();
    const int rows = areThere ? static_cast<int>(now->events.size()) : 0;
    if (rows < old)
        beginRemoveRows({}, rows, old - 1);
    else if (rows > old)
        beginInsertRows({}, old, rows - 1);
    before_ = areThere ? std::move(before) : nullptr;
    now_ = areThere ? std::move(now) : nullptr;
    if (rows < old)
        endRemoveRows();
    else if (rows > old)
        endInsertRows();
    if (const int same = std::min(old, rows); same > 0)
        Q_EMIT dataChanged(index(0, 0), index(same - 1, ColumnCount - 1));
}

int RevisionEffectModel::changedTags() const {
    int changed = 0;
    for (int row = 0; row < rowCount(); ++row)
        changed += isChanged(row, TagNow) ? 1 : 0;
    return changed;
}

int RevisionEffectModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() || !now_ ? 0 : static_cast<int>(now_->events.size());
}

int RevisionEffectModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

bool RevisionEffectModel::isChanged(int row, int column) const {
    const EventResult &before = before_->events[static_cast<std::size_t>(row)];
    const EventResult &now = now_->events[static_cast<std::size_t>(row)];
    switch (column) {
    case VideoNow:
        return before.video != now.video;
    case FusedNow:
        return before.fused != now.fused;
    case TagNow:
        return before.tag != now.tag;
    default:
        return false;
    }
}

QVariant RevisionEffectModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), index.column());
    case Qt::FontRole:
        return isChanged(index.row(), index.column()) || (index.column() == Event && isChanged(index.row(), TagNow))
                   ? strong(QFont())
                   : QFont();
    case Qt::ToolTipRole:
        if (isChanged(index.row(), TagNow))
            return now_->events[static_cast<std::size_t>(index.row())].tag
                       ? tr("Tagged with the changes, but not in the analysis.")
                       : tr("Tagged in the analysis, but not with the changes.");
        return index.column() == Event ? QVariant(text(index.row(), Event)) : QVariant();
    case Qt::TextAlignmentRole:
        if (index.column() == Event)
            return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
        return index.column() == TagBefore || index.column() == TagNow ? QVariant(Qt::AlignCenter)
                                                                       : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    default:
        return {};
    }
}

QString RevisionEffectModel::text(int row, int column) const {
    const auto k = static_cast<std::size_t>(row);
    const EventResult &before = before_->events[k];
    const EventResult &now = now_->events[k];
    switch (column) {
    case Event:
        return toText(now_->settings.events[k].name);
    case VideoBefore:
        return valueText(before.video);
    case VideoNow:
        return valueText(now.video);
    case FusedBefore:
        return valueText(before.fused);
    case FusedNow:
        return valueText(now.fused);
    case Threshold:
        return probabilityText(now.threshold);
    case TagBefore:
        return tagText(before.tag);
    case TagNow:
        return tagText(now.tag);
    default:
        return {};
    }
}

QVariant RevisionEffectModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    const QStringList titles{tr("Event"), tr("Tag"), tr("Now"), tr("v"), tr("v now"), tr("p"), tr("p now"), tr("t")};
    const QStringList meanings{{},
                               tr("Tagged in the analysis"),
                               tr("Tagged with the changes"),
                               tr("Video probability, as analysed"),
                               tr("Video probability, with the changes"),
                               tr("Fused probability, as analysed"),
                               tr("Fused probability, with the changes"),
                               tr("Threshold of the fused probability")};
    if (role == Qt::DisplayRole)
        return titles[section];
    return role == Qt::ToolTipRole && !meanings[section].isEmpty() ? QVariant(meanings[section]) : QVariant();
}

} // namespace tagscope::ui

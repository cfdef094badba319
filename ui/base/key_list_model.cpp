// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/key_list_model.h"

#include "ui/base/key_faces.h"
#include "ui/base/tokens.h"

#include <QFont>
#include <algorithm>

namespace tagscope::ui {

void KeyListModel::setEntries(const std::vector<KeyEntry> &entries) {
    const bool isSame = std::equal(entries.begin(), entries.end(), entries_.begin(), entries_.end(),
                                   [](const KeyEntry &a, const KeyEntry &b) { return a.id == b.id; });
    if (!isSame) {
        beginResetModel();
        entries_ = entries;
        endResetModel();
        return;
    }
    for (std::size_t row = 0; row < entries.size(); ++row) {
        const bool isChanged = entries[row].keys != entries_[row].keys;
        entries_[row] = entries[row];
        if (isChanged)
            Q_EMIT dataChanged(index(static_cast<int>(row), 0), index(static_cast<int>(row), kColumns - 1));
    }
}

int KeyListModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(entries_.size());
}

int KeyListModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QVariant KeyListModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const KeyEntry &entry = entries_[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(entry, index.column());
    case Qt::ToolTipRole:
        return entry.isChanged()
                   ? tr("Default keys: %1").arg(entry.own.isEmpty() ? tr("none") : KeyFaces::instance().text(entry.own))
                   : QString();
    case Qt::FontRole:
        return entry.isChanged() ? QVariant(strong(QFont())) : QVariant();
    default:
        return {};
    }
}

QString KeyListModel::text(const KeyEntry &entry, int column) {
    switch (column) {
    case Action:
        return entry.text;
    case Place:
        return entry.isLocal ? tr("tables and figures") : entry.place;
    case Keys: {
        const QString keys = KeyFaces::instance().text(entry.keys);
        //: Keys that a person has changed, such as "Ctrl+O (changed)".
        return entry.isChanged() ? tr("%1 (changed)").arg(keys.isEmpty() ? tr("none") : keys) : keys;
    }
    default:
        return {};
    }
}

QVariant KeyListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Action:
        return tr("Action");
    case Place:
        return tr("Where");
    case Keys:
        return tr("Keys");
    default:
        return {};
    }
}

} // namespace tagscope::ui

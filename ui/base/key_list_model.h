// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/shortcuts.h"

#include <QAbstractTableModel>

namespace tagscope::ui {

// The keys of everything that has keys or can be given them: what it does, where it is found, its keys. Those that were
// changed are bold and say so.
class KeyListModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Action, Place, Keys, kColumns };

    using QAbstractTableModel::QAbstractTableModel;

    // The same entries with other keys keep their rows.
    void setEntries(const std::vector<KeyEntry> &entries);
    [[nodiscard]] const std::vector<KeyEntry> &entries() const { return entries_; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] static QString text(const KeyEntry &entry, int column);

    std::vector<KeyEntry> entries_;
};

} // namespace tagscope::ui

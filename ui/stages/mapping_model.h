// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stages/clip_mapping.h"

#include <QAbstractTableModel>

namespace tagscope::ui {

// The clip's objects (rows) and the events (columns): their cosines, and what share of the object each event receives.
// A share is edited; what follows from that comes back through setMapping(). GUI thread.
class MappingModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role { kCosineRole = Qt::UserRole, kShareRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setMapping(ClipMapping mapping);
    [[nodiscard]] const ClipMapping &mapping() const { return mapping_; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    // Text: the cosine, and the share where there is one. To edit: the share, 0 to 1.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    // Somebody wants the event to receive this share of the object class.
    void shareAsked(int object, int event, double share);

private:
    [[nodiscard]] float cosineAt(const QModelIndex &index) const; // NaN where there is none
    [[nodiscard]] float shareAt(const QModelIndex &index) const;
    [[nodiscard]] QString toolTip(const QModelIndex &index) const;
    [[nodiscard]] bool hasVector(int event) const;

    ClipMapping mapping_;
    int rows_ = 0;
    int columns_ = 0;
};

} // namespace tagscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/clip_analysis.h"

#include <QAbstractTableModel>
#include <memory>

namespace tagscope::ui {

// The objects seen in a clip's key frames, most probable first, and the event each one's probability went to.
// GUI thread.
class ObjectTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Object, Probability, Event, Cosine, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setClip(std::shared_ptr<const ClipAnalysis> clip); // null: none

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const MappedObject &object, int column) const;

    std::shared_ptr<const ClipAnalysis> clip_; // null where there are no objects
};

// The name of an object class, or its number where the clip knows no names.
[[nodiscard]] QString nameOfObject(const ClipAnalysis &clip, int index);

} // namespace tagscope::ui

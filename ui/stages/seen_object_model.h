// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/clip_analysis.h"

#include <QAbstractTableModel>
#include <memory>
#include <optional>

namespace tagscope::ui {

// A clip's objects, most probable first: their probabilities over the clip and in each key frame, the event each was
// given to and the cosine with it. What the chosen event received is bold. GUI thread.
class SeenObjectModel : public QAbstractTableModel {
    Q_OBJECT

public:
    // Followed by one column for each key frame.
    enum Column { Object, Event, Cosine, Probability, FirstKeyFrame };

    using QAbstractTableModel::QAbstractTableModel;

    void setClip(std::shared_ptr<const ClipAnalysis> clip); // null: none
    void setEvent(std::optional<int> event);

    // The key frame of a column, and the object class of a row; nothing where it is none, or the object is not among
    // those of that key frame.
    [[nodiscard]] std::optional<int> keyFrameOf(int column) const;
    [[nodiscard]] std::optional<double> probabilityIn(int keyFrame, int row) const;
    [[nodiscard]] int objectOf(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] const MappedObject &object(int row) const;
    [[nodiscard]] QString text(const QModelIndex &index) const;
    [[nodiscard]] QString toolTip(const QModelIndex &index) const;

    std::shared_ptr<const ClipAnalysis> clip_; // null where there are no objects
    int keyFrames_ = 0;                        // columns
    std::optional<int> event_;
};

} // namespace tagscope::ui

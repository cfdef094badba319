// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/clip_analysis.h"

#include <QAbstractTableModel>
#include <memory>
#include <optional>

namespace tagscope::ui {

// The key frames of a clip, in the order of their times, and what each stands for. GUI thread.
class KeyFrameModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Time, Represents, Share, Objects, ColumnCount };
    static constexpr int kPictureRole = Qt::UserRole; // its number in the clip

    using QAbstractTableModel::QAbstractTableModel;

    void setClip(const std::shared_ptr<const ClipAnalysis> &clip); // null: none

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] const KeyFrame &keyFrame(int row) const;
    [[nodiscard]] const ClipAnalysis *clip() const { return clip_.get(); }
    // How many pictures the key frame stands for.
    [[nodiscard]] int represented(int row) const;

private:
    [[nodiscard]] QString text(int row, int column) const;
    [[nodiscard]] QString objectsText(const KeyFrame &keyFrame) const;

    std::shared_ptr<const ClipAnalysis> clip_; // null where there are no key frames
};

} // namespace tagscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/clip_analysis.h"

#include <QAbstractTableModel>
#include <memory>

namespace tagscope::ui {

// What a person's changes do to each event of the clip: video probability, fused probability and tag as analysed, and
// as they are now. GUI thread.
class RevisionEffectModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Event, TagBefore, TagNow, VideoBefore, VideoNow, FusedBefore, FusedNow, Threshold, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    // The same clip, as analysed and as it is now; null: none.
    void setClips(std::shared_ptr<const ClipAnalysis> before, std::shared_ptr<const ClipAnalysis> now);
    [[nodiscard]] int changedTags() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(int row, int column) const;
    [[nodiscard]] bool isChanged(int row, int column) const;

    std::shared_ptr<const ClipAnalysis> before_;
    std::shared_ptr<const ClipAnalysis> now_; // null together
};

} // namespace tagscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/explanation.h"

#include <QWidget>
#include <memory>

namespace tagscope::ui {

// What silence in each cell of a coarse grid over the sound does to an event: cells that lower its probability are
// orange with a minus, those that raise it blue with a plus. Time to the right, low bands below.
class WhyMap : public QWidget {
    Q_OBJECT

public:
    explicit WhyMap(QWidget *parent = nullptr);

    void setMap(std::shared_ptr<const OcclusionMap> map); // null: hidden

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QRectF boxOf(std::size_t row, std::size_t column) const;

    std::shared_ptr<const OcclusionMap> map_;
};

} // namespace tagscope::ui

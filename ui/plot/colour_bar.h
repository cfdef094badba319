// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/colour_map.h"

#include <QWidget>
#include <optional>

namespace tagscope::ui {

// What the colours of a map mean: the colours from bottom to top with the lowest, middle and highest value beside them
// and the unit above.
class ColourBar : public QWidget {
    Q_OBJECT

public:
    explicit ColourBar(QWidget *parent);

    void setColourMap(ColourMap map);
    void setScale(double lowest, double highest, int decimals, const QString &unit);
    // The colours are spread by the square root of the value's share of the scale.
    void setRoots();
    // A tick at this value; none outside the scale.
    void setMark(std::optional<double> value);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] double shareOf(double value) const; // of the bar's height

    ColourMap map_ = ColourMap::Viridis;
    double lowest_ = 0.0;
    double highest_ = 1.0;
    int decimals_ = 1;
    bool isOfRoots_ = false;
    std::optional<double> mark_;
    QString unit_;
};

} // namespace tagscope::ui

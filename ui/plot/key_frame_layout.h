// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRect>
#include <vector>

namespace tagscope::ui {

// Boxes of one size for pictures whose places on the time axis are `centres` (ascending, pixels): each as near to its
// place as it can be without covering another, all between `left` and `right` where they fit.
[[nodiscard]] std::vector<QRect> placeBoxes(const std::vector<double> &centres, QSize size, int left, int right,
                                            int top);

// The colour of the k-th key frame: four that colour-blind eyes tell apart (Okabe and Ito), over and over.
[[nodiscard]] QColor keyFrameColour(int keyFrame);

} // namespace tagscope::ui

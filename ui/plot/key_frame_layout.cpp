// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/key_frame_layout.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tagscope::ui {

namespace {

constexpr int kGap = 6; // pixels between neighbours

} // namespace

std::vector<QRect> placeBoxes(const std::vector<double> &centres, QSize size, int left, int right, int top) {
    std::vector<QRect> boxes;
    int free = left;
    for (const double centre : centres) {
        const int wanted = static_cast<int>(std::lround(centre)) - size.width() / 2;
        boxes.emplace_back(QPoint(std::max(wanted, free), top), size);
        free = boxes.back().right() + 1 + kGap;
    }
    int end = right;
    for (auto box = boxes.rbegin(); box != boxes.rend(); ++box) {
        box->moveLeft(std::min(box->left(), end - size.width()));
        end = box->left() - kGap;
    }
    return boxes;
}

QColor keyFrameColour(int keyFrame) {
    static constexpr std::array<QRgb, 4> kColours{0x0072b2, 0xe69f00, 0x009e73, 0xcc79a7};
    return QColor(kColours[static_cast<std::size_t>(keyFrame) % kColours.size()]);
}

} // namespace tagscope::ui

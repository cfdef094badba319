// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fusion/single_label.h"

#include "core/fusion/f1_intervals.h"

#include <algorithm>

namespace tagscope {
namespace {

// The only event of a clip.
std::optional<std::size_t> onlyLabel(const BinaryTable &truth, std::size_t clip) {
    std::optional<std::size_t> only;
    for (std::size_t k = 0; k < truth.events; ++k) {
        if (truth(clip, k) == 0)
            continue;
        if (only)
            return std::nullopt;
        only = k;
    }
    return only;
}

} // namespace

std::optional<SingleLabelFigures> singleLabelFigures(const Matrix &scores, std::span<const std::uint8_t> hasScore,
                                                     const BinaryTable &truth) {
    if (truth.clips == 0 || truth.events < 2)
        return std::nullopt;
    SingleLabelFigures figures;
    figures.events = truth.events;
    figures.confusion.assign(truth.events * (truth.events + 1), 0);
    for (std::size_t clip = 0; clip < truth.clips; ++clip) {
        const std::optional<std::size_t> labelled = onlyLabel(truth, clip);
        if (!labelled)
            return std::nullopt;
        const auto row = scores.row(clip);
        const std::size_t answered =
            hasScore[clip] == 0 ? truth.events : static_cast<std::size_t>(std::ranges::max_element(row) - row.begin());
        ++figures.confusion[*labelled * (truth.events + 1) + answered];
        figures.right += answered == *labelled ? 1 : 0;
        ++figures.clips;
    }
    figures.interval = posteriorShare(figures.right, figures.clips);
    return figures;
}

} // namespace tagscope

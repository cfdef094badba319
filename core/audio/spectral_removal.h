// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/seconds.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace tagscope {

// A part of the plane of time and frequency, in the stretch that it is of.
struct SpectralCell {
    Seconds start{0};
    Seconds end{0};
    double lowHz = 0.0;
    double highHz = 0.0;
};

// A stretch of sound as a grid of cells, equally long and equally high on the mel scale, any of which can be taken out:
// attenuated to the background that the sound has in each frequency, never to silence, with soft edges, and put
// together again, so that what is measured can be heard. Immutable; thread-safe.
class SpectralRemoval {
public:
    struct Grid {
        int columns = 8; // of time
        int rows = 10;   // of frequency
    };

    // `sound`: all of it, whose quiet moments tell the background (the 5th percentile of each bin); the stretch is
    // sound[first, first + count). Error: Inconsistent for a stretch beyond it, or a rate or grid that is none.
    [[nodiscard]] static Result<SpectralRemoval> make(std::span<const float> sound, std::size_t first,
                                                      std::size_t count, int sampleRate, const Grid &grid);

    SpectralRemoval(SpectralRemoval &&) noexcept;
    SpectralRemoval &operator=(SpectralRemoval &&) noexcept;
    ~SpectralRemoval();

    [[nodiscard]] const Grid &grid() const;
    [[nodiscard]] std::size_t cells() const; // cell i is row i % rows (from below) of column i / rows
    [[nodiscard]] SpectralCell cell(std::size_t index) const;

    // The stretch without these cells, or with nothing but them. `isChosen`: one a cell.
    [[nodiscard]] std::vector<float> without(std::span<const std::uint8_t> isChosen) const;
    [[nodiscard]] std::vector<float> only(std::span<const std::uint8_t> isChosen) const;

private:
    struct State;
    explicit SpectralRemoval(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace tagscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

// What changes over seconds: levels and pitches.
namespace tagscope::demo {

// From `start` to before `end`, in seconds.
struct Span {
    double start = 0.0;
    double end = 0.0;
};

// Straight lines between points, constant before and after. Times asked for must not decrease.
class Curve {
public:
    struct Point {
        double time;
        double value;
    };

    explicit Curve(std::vector<Point> points) : points_(std::move(points)) {}

    double at(double time) {
        while (next_ < points_.size() && points_[next_].time <= time)
            ++next_;
        if (next_ == 0)
            return points_.front().value;
        const Point &from = points_[next_ - 1];
        if (next_ == points_.size())
            return from.value;
        const Point &to = points_[next_];
        return from.value + (to.value - from.value) * (time - from.time) / (to.time - from.time);
    }

private:
    std::vector<Point> points_; // at least one, ascending
    std::size_t next_ = 0;
};

// 1 within the spans, 0 between them, with exponential rise and fall. Times asked for must not decrease.
class Gate {
public:
    Gate(std::vector<Span> spans, double riseSeconds, double fallSeconds, double rate)
        : spans_(std::move(spans)), rise_(1.0 - std::exp(-1.0 / (riseSeconds * rate))),
          fall_(1.0 - std::exp(-1.0 / (fallSeconds * rate))) {}

    double at(double time) {
        while (span_ < spans_.size() && spans_[span_].end <= time)
            ++span_;
        const bool isOpen = span_ < spans_.size() && spans_[span_].start <= time;
        level_ += isOpen ? rise_ * (1.0 - level_) : -fall_ * level_;
        level_ = level_ < 1e-12 ? 0.0 : level_; // subnormal numbers are slow
        return level_;
    }

private:
    std::vector<Span> spans_; // ascending, apart
    double rise_;
    double fall_;
    double level_ = 0.0;
    std::size_t span_ = 0;
};

} // namespace tagscope::demo

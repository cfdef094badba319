// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fusion/cross_validation.h"
#include "core/fusion/f1_map.h"
#include "core/fusion/metrics.h"
#include "core/fusion/operating_point.h"
#include "core/fusion/threshold_cuts.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace tagscope {

// A clip whose tag differs between the saved operating point and the one that is worked on.
struct FlippedTag {
    std::uint32_t clip = 0;
    std::uint32_t event = 0;
    bool isTagged = false; // now; the contrary at the saved point

    friend bool operator==(const FlippedTag &, const FlippedTag &) = default;
    friend auto operator<=>(const FlippedTag &, const FlippedTag &) = default;
};

// Fused scores of an event in bins of equal width over [0, 1], of clips with and without the event's label.
struct ScoreHistogram {
    std::vector<std::int64_t> positives;
    std::vector<std::int64_t> negatives;
};

// An operating point under a person's hands, beside the one it is compared with: the figures of both on the same clips,
// for two kinds of labels, kept up to date as single weights and thresholds change. A change costs O(clips), whatever
// the number of events. A value; one thread at a time.
class Workbench {
public:
    enum class Labels { Weak, Audible };

    // `tables.truth`: the weak labels. `audible`: of the same shape, or nothing where it is not known what is audible.
    // Scores in [0, 1] or NaN where a clip lacks the branch; `saved` has as many events as the tables.
    Workbench(const TuningTables &tables, const std::optional<BinaryTable> &audible, OperatingPoint saved);

    [[nodiscard]] std::size_t clips() const { return clips_; }
    [[nodiscard]] std::size_t events() const { return columns_.size(); }
    [[nodiscard]] bool knowsAudible() const { return knowsAudible_; }

    [[nodiscard]] const OperatingPoint &point() const { return point_; }
    [[nodiscard]] const OperatingPoint &saved() const { return saved_; }
    void setPoint(const OperatingPoint &point);
    void setSaved(const OperatingPoint &saved);
    // Where the point is calibrated the weight says nothing.
    void setWeight(std::size_t event, double weight);
    void setThreshold(std::size_t event, double threshold);

    // One an event. Of labels that are not known: zeros.
    [[nodiscard]] const std::vector<Counts> &counts(Labels labels) const { return of(labels).now; }
    [[nodiscard]] const std::vector<Counts> &savedCounts(Labels labels) const { return of(labels).saved; }
    // By event, then by clip.
    [[nodiscard]] std::vector<FlippedTag> flips() const;
    [[nodiscard]] bool isTagged(std::size_t clip, std::size_t event) const { return columns_[event].now[clip] != 0; }
    [[nodiscard]] bool isPositive(std::size_t clip, std::size_t event, Labels labels) const {
        return labelsOf(columns_[event], labels)[clip] != 0;
    }
    // p_k at the point that is worked on; below 0 for a clip without scores.
    [[nodiscard]] double fused(std::size_t clip, std::size_t event) const { return columns_[event].fused[clip]; }

    // All thresholds of an event at its weight as it is: the precision-recall curve and F1 over the threshold, exact.
    // Clips without scores are never predicted, but their labels count. O(clips log clips), kept until the event's
    // weight changes or another event or kind of labels is asked for.
    [[nodiscard]] const ThresholdCuts &cuts(std::size_t event, Labels labels);
    // What the other events add to the sums of micro F1.
    [[nodiscard]] OtherEvents others(std::size_t event, Labels labels) const;
    [[nodiscard]] ScoreHistogram histogram(std::size_t event, Labels labels, std::size_t bins) const;
    // Nothing for a calibrated point: it has no weights. Does not depend on the event's weight and threshold.
    [[nodiscard]] std::optional<WeightThresholdGrid> grid(std::size_t event, Labels labels, std::size_t weights,
                                                          std::size_t thresholds) const;

private:
    // All of one event, a value a clip.
    struct Column {
        std::vector<TwoScores> scores; // NaN: the clip lacks the branch
        std::vector<std::uint8_t> weak;
        std::vector<std::uint8_t> audible;
        std::vector<double> fused;
        std::vector<std::uint8_t> now;
        std::vector<std::uint8_t> saved;
        std::vector<std::uint32_t> flipped; // clips, ascending
    };
    struct Figures {
        std::vector<Counts> now;
        std::vector<Counts> saved;
    };
    struct KeptCuts {
        std::size_t event = 0;
        Labels labels = Labels::Weak;
        ThresholdCuts cuts;
    };

    [[nodiscard]] const Figures &of(Labels labels) const { return labels == Labels::Weak ? weak_ : audible_; }
    [[nodiscard]] static const std::vector<std::uint8_t> &labelsOf(const Column &column, Labels labels) {
        return labels == Labels::Weak ? column.weak : column.audible;
    }
    void fuseColumn(std::size_t event);
    void decide(std::size_t event);
    void decideSaved(std::size_t event);
    void noteFlips(Column &column) const;

    std::size_t clips_ = 0;
    bool knowsAudible_ = false;
    std::vector<Column> columns_;
    OperatingPoint point_;
    OperatingPoint saved_;
    Figures weak_;
    Figures audible_;
    std::optional<KeptCuts> kept_;
};

} // namespace tagscope

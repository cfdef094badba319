// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fusion/metrics.h"

#include <algorithm>
#include <cassert>

namespace tagscope {

namespace {

double ratio(std::int64_t part, std::int64_t whole) {
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

} // namespace

double Counts::precision() const {
    return ratio(truePositives, truePositives + falsePositives);
}

double Counts::recall() const {
    return ratio(truePositives, truePositives + falseNegatives);
}

double Counts::f1() const {
    return ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives);
}

Counts &Counts::operator+=(const Counts &other) {
    truePositives += other.truePositives;
    falsePositives += other.falsePositives;
    falseNegatives += other.falseNegatives;
    return *this;
}

std::vector<Counts> countPerEvent(const BinaryTable &truth, const BinaryTable &predicted) {
    assert(truth.clips == predicted.clips && truth.events == predicted.events);
    std::vector<Counts> perEvent(truth.events);
    for (std::size_t clip = 0; clip < truth.clips; ++clip) {
        for (std::size_t event = 0; event < truth.events; ++event) {
            const bool isThere = truth(clip, event) != 0;
            const bool isPredicted = predicted(clip, event) != 0;
            perEvent[event].truePositives += isThere && isPredicted ? 1 : 0;
            perEvent[event].falsePositives += !isThere && isPredicted ? 1 : 0;
            perEvent[event].falseNegatives += isThere && !isPredicted ? 1 : 0;
        }
    }
    return perEvent;
}

Counts total(const std::vector<Counts> &perEvent) {
    Counts sum;
    for (const Counts &counts : perEvent)
        sum += counts;
    return sum;
}

double macroF1(const std::vector<Counts> &perEvent) {
    double sum = 0.0;
    for (const Counts &counts : perEvent)
        sum += counts.f1();
    const std::size_t occurring = perEvent.size() - neverOccurring(perEvent);
    return occurring == 0 ? 0.0 : sum / static_cast<double>(occurring);
}

std::size_t neverOccurring(const std::vector<Counts> &perEvent) {
    return static_cast<std::size_t>(std::ranges::count(perEvent, Counts()));
}

double organisersMacroF1(const std::vector<Counts> &perEvent) {
    // Both means have the same number of events below the line, which falls out of their harmonic mean but for one.
    double precisions = 0.0;
    double recalls = 0.0;
    int occurring = 0;
    for (const Counts &counts : perEvent) {
        if (counts == Counts())
            continue;
        ++occurring;
        precisions += counts.precision();
        recalls += counts.recall();
    }
    const double sum = precisions + recalls;
    return sum == 0.0 ? 0.0 : 2.0 * precisions * recalls / sum / occurring;
}

} // namespace tagscope

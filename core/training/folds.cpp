// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/folds.h"

#include "core/base/try.h"
#include "core/evaluation/tuning.h"
#include "core/fusion/random_index.h"
#include "core/project/clip_ids.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <random>
#include <tuple>
#include <utility>

namespace tagscope {
namespace {

// What lies together in one fold.
struct ClipFamily {
    std::vector<std::size_t> clips;
    std::vector<std::size_t> positives; // of each event
};

std::vector<ClipFamily> familiesOf(const BinaryTable &labels, std::span<const std::size_t> group) {
    std::map<std::size_t, ClipFamily> families;
    for (std::size_t clip = 0; clip < labels.clips; ++clip) {
        ClipFamily &family = families[group[clip]];
        family.clips.push_back(clip);
        family.positives.resize(labels.events);
        for (std::size_t k = 0; k < labels.events; ++k)
            family.positives[k] += labels(clip, k) != 0 ? 1U : 0U;
    }
    std::vector<ClipFamily> list;
    for (auto &[number, family] : families)
        list.push_back(std::move(family));
    return list;
}

// Events with the fewest positives first; those that no clip has are left out.
std::vector<std::size_t> rarestFirst(const BinaryTable &labels) {
    std::vector<std::size_t> positives(labels.events);
    for (std::size_t clip = 0; clip < labels.clips; ++clip)
        for (std::size_t k = 0; k < labels.events; ++k)
            positives[k] += labels(clip, k) != 0 ? 1U : 0U;
    std::vector<std::size_t> events(labels.events);
    std::iota(events.begin(), events.end(), std::size_t{0});
    std::ranges::stable_sort(events, {}, [&](std::size_t event) { return positives[event]; });
    std::erase_if(events, [&](std::size_t event) { return positives[event] == 0; });
    return events;
}

// After iterative stratification (Sechidis, Tsoumakas and Vlahavas, 2011).
class Deal {
public:
    Deal(const BinaryTable &labels, std::size_t folds)
        : foldOf_(labels.clips), clips_(folds), positives_(folds, std::vector<std::size_t>(labels.events)) {}

    // To the fold with the fewest positives of the event, or with the fewest clips.
    void put(const ClipFamily &family, std::optional<std::size_t> event) {
        std::size_t best = 0;
        const auto fullness = [&](std::size_t fold) {
            return std::pair(event ? positives_[fold][*event] : std::size_t{0}, clips_[fold]);
        };
        for (std::size_t fold = 1; fold < clips_.size(); ++fold)
            if (fullness(fold) < fullness(best))
                best = fold;
        for (const std::size_t clip : family.clips)
            foldOf_[clip] = best;
        clips_[best] += family.clips.size();
        for (std::size_t k = 0; k < family.positives.size(); ++k)
            positives_[best][k] += family.positives[k];
    }

    [[nodiscard]] std::vector<std::size_t> foldOf() && { return std::move(foldOf_); }

private:
    std::vector<std::size_t> foldOf_;
    std::vector<std::size_t> clips_;                  // in each fold
    std::vector<std::vector<std::size_t>> positives_; // in each fold, of each event
};

Result<Folds> foldsBySplit(const Project &project) {
    Folds folds;
    folds.clips = TAGSCOPE_TRY(project.clips());
    std::map<std::string, std::size_t> numbers;
    for (const Clip &clip : folds.clips)
        numbers.emplace(clip.split, 0);
    for (auto &[name, number] : numbers) {
        number = folds.names.size();
        folds.names.push_back(name);
    }
    for (const Clip &clip : folds.clips)
        folds.foldOf.push_back(numbers.at(clip.split));
    if (folds.names.size() < 2)
        return fail(Error::Kind::Inconsistent, {"training.one_split_for_folds", project.file()});
    return folds;
}

} // namespace

std::vector<std::size_t> Folds::in(std::size_t fold) const {
    std::vector<std::size_t> found;
    for (std::size_t clip = 0; clip < foldOf.size(); ++clip)
        if (foldOf[clip] == fold)
            found.push_back(clip);
    return found;
}

std::vector<std::size_t> Folds::outside(std::size_t fold) const {
    std::vector<std::size_t> found;
    for (std::size_t clip = 0; clip < foldOf.size(); ++clip)
        if (foldOf[clip] != fold)
            found.push_back(clip);
    return found;
}

std::vector<std::size_t> recordingsOf(std::span<const Clip> clips) {
    std::map<std::filesystem::path, std::size_t> numbers;
    std::vector<std::size_t> group;
    for (std::size_t clip = 0; clip < clips.size(); ++clip) {
        const std::filesystem::path key =
            clips[clip].media.empty() ? std::filesystem::path("/") / clips[clip].name : clips[clip].media;
        group.push_back(numbers.emplace(key, numbers.size()).first->second);
    }
    return group;
}

std::vector<std::size_t> dealtIntoFolds(const BinaryTable &labels, std::span<const std::size_t> group,
                                        std::size_t folds, std::uint64_t seed) {
    std::vector<ClipFamily> families = familiesOf(labels, group);
    std::mt19937_64 random(seed);
    shuffle(families, random);
    Deal deal(labels, folds);
    std::vector<bool> isDealt(families.size());
    const auto putAll = [&](std::optional<std::size_t> event) {
        for (std::size_t i = 0; i < families.size(); ++i)
            if (!isDealt[i] && (!event || families[i].positives[*event] > 0)) {
                deal.put(families[i], event);
                isDealt[i] = true;
            }
    };
    for (const std::size_t event : rarestFirst(labels))
        putAll(event);
    putAll(std::nullopt);
    return std::move(deal).foldOf();
}

Result<Folds> foldsOf(const Project &project, const FoldRequest &request) {
    if (request.areSplits)
        return foldsBySplit(project);
    if (request.count < 2)
        return fail(Error::Kind::Inconsistent, {"training.too_few_folds", request.count});
    Folds folds;
    folds.clips = TAGSCOPE_TRY(project.clips());
    std::erase_if(folds.clips, [](const Clip &clip) { return isHeldOut(clip.split); });
    const BinaryTable labels = TAGSCOPE_TRY(project.labels(idsOf(folds.clips), Truth::Weak));
    const std::vector<std::size_t> group = recordingsOf(folds.clips);
    const std::size_t recordings = group.empty() ? 0 : *std::ranges::max_element(group) + 1;
    const auto count = static_cast<std::size_t>(request.count);
    if (recordings < count)
        return fail(Error::Kind::Inconsistent, {"training.too_few_for_folds", recordings, count});
    folds.foldOf = dealtIntoFolds(labels, group, count, request.seed);
    for (std::size_t fold = 0; fold < count; ++fold)
        folds.names.push_back(std::to_string(fold + 1));
    return folds;
}

std::string foldSourceName(const std::string &run) {
    return run + "-folds";
}

} // namespace tagscope

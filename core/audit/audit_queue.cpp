// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/audit_queue.h"

#include "core/base/limits.h"
#include "core/fusion/random_index.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <unordered_map>
#include <unordered_set>

namespace tagscope {
namespace {

// Hands out pairs once each, and of nearly the same clips the first.
class Selection {
public:
    // `rows`: how many pairs may come.
    Selection(const std::vector<std::size_t> &groups, const QueueOptions &options, std::size_t rows)
        : groups_(groups), options_(options) {
        pairs_.reserve(rows);
        duplicates_.reserve(rows);
    }

    [[nodiscard]] bool isWanted(const ScoredPair &pair) const {
        return !options_.event || pair.event == *options_.event;
    }
    [[nodiscard]] bool isTaken(const ScoredPair &pair) const { return pairs_.contains(keyOf(pair.clip, pair.event)); }
    [[nodiscard]] bool isDuplicate(const ScoredPair &pair) const {
        return options_.holdBackDuplicates && duplicates_.contains(keyOf(groups_[pair.clip], pair.event));
    }
    void take(const ScoredPair &pair) {
        pairs_.insert(keyOf(pair.clip, pair.event));
        duplicates_.insert(keyOf(groups_[pair.clip], pair.event));
    }

private:
    // Of clip or group, and event.
    static std::uint64_t keyOf(std::size_t clip, std::size_t event) { return clip * limits::kMaxClasses + event; }

    const std::vector<std::size_t> &groups_;
    const QueueOptions &options_;
    std::unordered_set<std::uint64_t> pairs_; // of millions, a tree is most of the time
    std::unordered_set<std::uint64_t> duplicates_;
};

// Groups that are joined step by step; the number of a group is its smallest.
class Groups {
public:
    explicit Groups(std::vector<std::size_t> &parents) : parents_(parents) {}

    [[nodiscard]] std::size_t find(std::size_t clip) {
        while (parents_[clip] != clip) {
            parents_[clip] = parents_[parents_[clip]];
            clip = parents_[clip];
        }
        return clip;
    }
    void join(std::size_t a, std::size_t b) {
        const std::size_t ofA = find(a);
        const std::size_t ofB = find(b);
        parents_[std::max(ofA, ofB)] = std::min(ofA, ofB);
    }

private:
    std::vector<std::size_t> &parents_; // of each clip, one of its group; its own: the group's first
};

bool isAlike(const Matrix &table, std::size_t a, std::size_t b, float tolerance) {
    for (std::size_t k = 0; k < table.columns; ++k)
        if (!(std::abs(table(a, k) - table(b, k)) <= tolerance))
            return false; // also where one is not there
    return true;
}

// Clips whose numbers all differ by no more than the tolerance lie near each other in the order of their sums.
void joinAlike(Groups &groups, const Matrix &audio, const Matrix &video, float tolerance) {
    if (audio.columns == 0 || video.columns == 0)
        return;
    std::vector<std::pair<double, std::size_t>> sums;
    for (std::size_t i = 0; i < audio.rows; ++i)
        if (!std::isnan(audio(i, 0)) && !std::isnan(video(i, 0)))
            sums.emplace_back(std::accumulate(audio.row(i).begin(), audio.row(i).end(), 0.0), i);
    std::sort(sums.begin(), sums.end());
    const double reach = 1.001 * static_cast<double>(tolerance) * static_cast<double>(audio.columns);
    for (std::size_t i = 0; i < sums.size(); ++i)
        for (std::size_t j = i + 1; j < sums.size() && sums[j].first - sums[i].first <= reach; ++j)
            if (isAlike(audio, sums[i].second, sums[j].second, tolerance) &&
                isAlike(video, sums[i].second, sums[j].second, tolerance))
                groups.join(sums[i].second, sums[j].second);
}

} // namespace

AuditQueue makeQueue(const AuditScores &scores, const std::vector<std::size_t> &groups, const QueueOptions &options) {
    const std::vector<ScoredPair> ordered = orderedPairs(scores, options.order, options.seed);
    Selection selection(groups, options, ordered.size());
    std::vector<ScoredPair> wanted;
    std::copy_if(ordered.begin(), ordered.end(), std::back_inserter(wanted),
                 [&selection](const ScoredPair &pair) { return selection.isWanted(pair); });

    std::vector<std::size_t> draw(wanted.size());
    std::iota(draw.begin(), draw.end(), std::size_t{0});
    std::mt19937_64 random(options.seed);
    for (std::size_t i = draw.size(); i > 1; --i)
        std::swap(draw[i - 1], draw[randomIndex(random, i)]);

    AuditQueue queue;
    std::size_t next = 0;
    std::size_t drawn = 0;
    const auto isFree = [&selection](const ScoredPair &pair) {
        return !selection.isTaken(pair) && !selection.isDuplicate(pair);
    };
    const auto add = [&](std::size_t place, bool isControl) {
        const ScoredPair &pair = wanted[place];
        selection.take(pair);
        queue.rows.push_back({pair.clip, pair.event, pair.value, isControl, place});
    };
    while (next < wanted.size()) {
        const bool isControlDue = options.controlEvery > 0 && (queue.rows.size() + 1) % options.controlEvery == 0;
        if (isControlDue) {
            while (drawn < draw.size() && !isFree(wanted[draw[drawn]]))
                ++drawn;
            if (drawn < draw.size()) {
                add(draw[drawn], true);
                continue;
            }
        }
        const ScoredPair &pair = wanted[next++];
        if (selection.isTaken(pair))
            continue;
        if (selection.isDuplicate(pair))
            queue.heldBack.push_back(pair);
        else
            add(next - 1, false);
    }
    return queue;
}

std::vector<std::size_t> nearDuplicates(const std::vector<std::string> &recordings, const Matrix &audio,
                                        const Matrix &video, float tolerance) {
    std::vector<std::size_t> groups(recordings.size());
    std::iota(groups.begin(), groups.end(), std::size_t{0});
    std::unordered_map<std::string, std::size_t> firstOf;
    for (std::size_t i = 0; i < recordings.size(); ++i)
        if (!recordings[i].empty())
            groups[i] = firstOf.try_emplace(recordings[i], i).first->second;
    Groups joined(groups);
    joinAlike(joined, audio, video, tolerance);
    for (std::size_t i = 0; i < groups.size(); ++i)
        groups[i] = joined.find(i);
    return groups;
}

} // namespace tagscope

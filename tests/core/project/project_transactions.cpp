// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/project/project_transactions.h"

#include "tests/core/project/sample_project.h"

#include <algorithm>
#include <numeric>

namespace tagscope::test {
namespace {

constexpr std::size_t kClips = 3;
const ScoreSource kSource{Branch::Audio, "loop"};

} // namespace

Result<void> storeTransaction(Project &project, std::size_t i) {
    return project.atomically([&]() -> Result<void> {
        const Result<std::vector<ClipId>> ids =
            project.addClips(clipsNamed(kClips, "training", "t" + std::to_string(i) + "."));
        if (!ids)
            return tl::unexpected(ids.error());
        std::vector<std::pair<ClipId, int>> labels;
        std::vector<ClipScore> scores;
        for (const ClipId id : *ids) {
            labels.emplace_back(id, 0);
            scores.push_back({id, {0.5F, 0.5F, 0.5F}});
        }
        if (Result<void> added = project.addLabels(labels); !added)
            return added;
        if (Result<void> stored = project.storeScores(kSource, scores); !stored)
            return stored;
        return project.setSetting("transactions", std::to_string(i + 1));
    });
}

Result<std::size_t> wholeTransactionsIn(const Project &project) {
    const Result<std::vector<Clip>> clips = project.clips();
    const Result<std::optional<std::string>> said = project.setting("transactions");
    if (!clips || !said)
        return tl::unexpected(clips ? said.error() : clips.error());
    std::vector<ClipId> ids;
    for (const Clip &clip : *clips)
        ids.push_back(clip.id);
    const Result<BinaryTable> labels = project.labels(ids, Truth::Weak);
    const Result<ScoresOfClips> scores = project.scores(kSource, ids);
    if (!labels || !scores)
        return tl::unexpected(labels ? scores.error() : labels.error());
    const auto labelCount = std::accumulate(labels->values.begin(), labels->values.end(), std::size_t{0});
    const bool haveScores = std::ranges::count(scores->hasScore, 1) == static_cast<std::ptrdiff_t>(ids.size());
    const std::size_t transactions = std::stoul(said->value_or("0"));
    if (ids.size() != transactions * kClips || labelCount != ids.size() || !haveScores)
        return fail(Error::Kind::Inconsistent,
                    plainText(std::to_string(transactions) + " transactions, but " + std::to_string(ids.size()) +
                              " clips and " + std::to_string(labelCount) + " labels"));
    return transactions;
}

} // namespace tagscope::test

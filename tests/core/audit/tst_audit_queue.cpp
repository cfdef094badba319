// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/audit_queue.h"
#include "tests/support/qt_test.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <set>

using namespace tagscope;

namespace {

constexpr float kAbsent = std::numeric_limits<float>::quiet_NaN();

// One event; three clips with the label, four without.
AuditScores sevenClips() {
    AuditScores scores{BinaryTable(7, 1), Matrix(7, 1), Matrix(7, 1)};
    scores.labels.values = {1, 1, 1, 0, 0, 0, 0};
    scores.audio.values = {0.9F, 0.2F, 0.1F, 0.05F, 0.15F, 0.3F, 0.4F};
    scores.video.values = {0.5F, 0.8F, 0.0F, 0.0F, 0.0F, 0.6F, 0.7F};
    return scores;
}

// As by hand: clip and value, in their order.
bool isOrder(const std::vector<ScoredPair> &pairs, const std::vector<std::pair<std::size_t, double>> &wanted) {
    return std::ranges::equal(pairs, wanted, [](const ScoredPair &pair, const auto &want) {
        return pair.clip == want.first && std::abs(pair.value - want.second) < 1e-12;
    });
}

AuditScores randomScores(std::size_t clips, std::size_t events, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    std::uniform_real_distribution<float> uniform;
    AuditScores scores{BinaryTable(clips, events), Matrix(clips, events), Matrix(clips, events)};
    for (std::size_t i = 0; i < clips * events; ++i) {
        scores.labels.values[i] = uniform(random) < 0.4F ? 1 : 0;
        scores.audio.values[i] = uniform(random);
        scores.video.values[i] = uniform(random) < 0.3F ? 0.0F : uniform(random);
    }
    return scores;
}

std::vector<std::size_t> ownGroups(std::size_t clips) {
    return nearDuplicates(std::vector<std::string>(clips), Matrix(), Matrix());
}

} // namespace

class TestAuditQueue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ordersAreReadBack() {
        for (std::size_t i = 0; i < kQueueOrders; ++i) {
            const auto order = static_cast<QueueOrder>(i);
            QVERIFY(queueOrderNamed(nameOf(order)) == order);
            QVERIFY(!formulaOf(order).empty());
        }
        QVERIFY(!queueOrderNamed("best"));
    }

    void percentilesCountEqualOnesHalf() {
        Matrix values(5, 1);
        values.values = {0.5F, 0.0F, 0.0F, kAbsent, 0.9F};
        const std::vector<double> shares = percentiles(values, 0, {true, true, true, true, false});
        QCOMPARE(shares[0], 2.5 / 3);
        QCOMPARE(shares[1], 1.0 / 3);
        QCOMPARE(shares[2], 1.0 / 3);
        QVERIFY(std::isnan(shares[3]) && std::isnan(shares[4]));
    }

    void fewReferencesClaimLittle() {
        Matrix values(4, 1);
        values.values = {0.5F, 0.1F, 0.5F, kAbsent};
        const std::vector<double> among = percentilesAmong(values, 0, {false, true, true, true});
        QCOMPARE(among[0], 2.0 / 3); // one below, one equal
        QCOMPARE(among[1], 1.0 / 3); // itself
        QVERIFY(std::isnan(among[3]));
        QCOMPARE(percentilesAmong(values, 0, {false, false, false, true})[0], 0.5);
    }

    void whatIsSeenAndNotHeardComesFirst() {
        QVERIFY(isOrder(orderedPairs(sevenClips(), QueueOrder::SeenNotHeard),
                        {{1, 0.5 * 0.9}, {2, 0.7 * 0.3}, {0, 0.1 * 0.5}}));
    }

    void whatIsHeardAndNotLabelledIsTheMirror() {
        QVERIFY(isOrder(orderedPairs(sevenClips(), QueueOrder::HeardNotLabelled),
                        {{6, 0.625 * 0.625}, {5, 0.625 * 0.625}, {4, 0.375 * 0.25}, {3, 0.125 * 0.25}}));
    }

    void labelsAreDoubtedBySoundAlone() {
        AuditScores scores = sevenClips();
        QVERIFY(isOrder(orderedPairs(scores, QueueOrder::LabelProbablyWrong), {{2, 0.7}, {1, 0.5}, {0, 0.1}}));
        // Of what was not calibrated, not of what came of it.
        scores.activation = scores.audio;
        scores.audio.values = {0.2F, 0.5F, 0.5F, 0.9F, 0.9F, 0.9F, 0.9F};
        QVERIFY(isOrder(orderedPairs(scores, QueueOrder::LabelProbablyWrong), {{2, 0.7}, {1, 0.5}, {0, 0.1}}));
    }

    void withoutPicturesTheSoundOrders() {
        AuditScores scores = sevenClips();
        scores.video(1, 0) = kAbsent; // one clip: as if it were in the middle
        QVERIFY(
            isOrder(orderedPairs(scores, QueueOrder::SeenNotHeard), {{1, 0.5 * 0.5}, {2, 0.7 * 0.3}, {0, 0.1 * 0.5}}));
        scores.video = Matrix(7, 1, kAbsent);
        QVERIFY(orderedPairs(scores, QueueOrder::SeenNotHeard) == orderedPairs(scores, QueueOrder::LabelProbablyWrong));
        QVERIFY(isOrder(orderedPairs(scores, QueueOrder::HeardNotLabelled),
                        {{6, 0.625}, {5, 0.625}, {4, 0.375}, {3, 0.125}}));
        QCOMPARE(formulaOf(QueueOrder::SeenNotHeard, false), formulaOf(QueueOrder::LabelProbablyWrong));
        QVERIFY(formulaOf(QueueOrder::HeardNotLabelled, false) != formulaOf(QueueOrder::HeardNotLabelled));
        scores.audio = Matrix(7, 1, kAbsent);
        QVERIFY(orderedPairs(scores, QueueOrder::SeenNotHeard).empty());
    }

    // All have the label: nothing tells them apart but their own values.
    void withoutReferencesTheLowerComesFirst() {
        AuditScores scores = sevenClips();
        scores.labels.values.assign(7, 1);
        const std::vector<ScoredPair> pairs = orderedPairs(scores, QueueOrder::LabelProbablyWrong);
        QCOMPARE(pairs.front().clip, std::size_t{3});
        QCOMPARE(pairs.back().clip, std::size_t{0});
        QCOMPARE(pairs.front().value, 0.5);
    }

    void eachOrderIsAboutItsPairs() {
        AuditScores scores = randomScores(60, 4, 3);
        scores.audio(7, 0) = scores.audio(7, 1) = scores.audio(7, 2) = scores.audio(7, 3) = kAbsent;
        const auto labelled = static_cast<std::size_t>(
            std::count(scores.labels.values.begin(), scores.labels.values.end(), std::uint8_t{1}));
        for (std::size_t i = 0; i < kQueueOrders; ++i) {
            const auto order = static_cast<QueueOrder>(i);
            const std::vector<ScoredPair> pairs = orderedPairs(scores, order, 5);
            std::set<std::pair<std::size_t, std::size_t>> seen;
            for (std::size_t n = 0; n < pairs.size(); ++n) {
                QVERIFY(seen.insert({pairs[n].clip, pairs[n].event}).second);
                QVERIFY(n == 0 || pairs[n].value <= pairs[n - 1].value);
                if (order != QueueOrder::Uncertain)
                    QCOMPARE(scores.labels(pairs[n].clip, pairs[n].event) != 0, order != QueueOrder::HeardNotLabelled);
            }
            if (order == QueueOrder::Random || order == QueueOrder::Stratified)
                QCOMPARE(pairs.size(), labelled);
            QVERIFY(pairs == orderedPairs(scores, order, 5));
        }
        QVERIFY(orderedPairs(scores, QueueOrder::Random, 5) != orderedPairs(scores, QueueOrder::Random, 6));
    }

    void strataTakeTurns() {
        const AuditScores scores = randomScores(200, 2, 11);
        const std::vector<ScoredPair> pairs = orderedPairs(scores, QueueOrder::Stratified, 1);
        std::set<std::pair<std::size_t, int>> strata; // the first ten pairs: each event's fifths once each
        for (std::size_t k = 0; k < 2; ++k) {
            std::vector<bool> chosen(200);
            for (std::size_t i = 0; i < 200; ++i)
                chosen[i] = scores.labels(i, k) != 0;
            const std::vector<double> shares = percentiles(scores.audio, k, chosen);
            for (std::size_t n = 0; n < 10; ++n)
                if (pairs[n].event == k)
                    strata.insert({k, static_cast<int>(shares[pairs[n].clip] * 5)});
        }
        QCOMPARE(strata.size(), std::size_t{10});
    }

    void controlsAreMixedIn() {
        const AuditScores scores = randomScores(100, 3, 2);
        QueueOptions options;
        options.order = QueueOrder::LabelProbablyWrong;
        options.controlEvery = 5;
        const AuditQueue queue = makeQueue(scores, ownGroups(100), options);
        QCOMPARE(queue.rows.size(), orderedPairs(scores, options.order).size());
        std::set<std::pair<std::size_t, std::size_t>> seen;
        double last = 1.0;
        for (std::size_t n = 0; n < queue.rows.size(); ++n) {
            const QueueRow &row = queue.rows[n];
            QVERIFY(seen.insert({row.clip, row.event}).second);
            QCOMPARE(row.isControl, (n + 1) % 5 == 0);
            if (row.isControl)
                continue;
            QVERIFY(row.value <= last);
            last = row.value;
        }
        options.controlEvery = 0;
        for (const QueueRow &row : makeQueue(scores, ownGroups(100), options).rows)
            QVERIFY(!row.isControl);
    }

    void oneEventAlone() {
        const AuditScores scores = randomScores(50, 3, 4);
        QueueOptions options;
        options.event = 1;
        const AuditQueue queue = makeQueue(scores, ownGroups(50), options);
        QVERIFY(!queue.rows.empty());
        for (const QueueRow &row : queue.rows)
            QCOMPARE(row.event, std::size_t{1});
    }

    void nearDuplicatesAreHeldBack() {
        AuditScores scores = sevenClips();
        QueueOptions options;
        options.controlEvery = 0;
        const std::vector<std::size_t> groups =
            nearDuplicates({"a.mp4", "b.mp4", "b.mp4", "", "", "", ""}, scores.audio, scores.video);
        QVERIFY(groups == (std::vector<std::size_t>{0, 1, 1, 3, 4, 5, 6}));
        const AuditQueue queue = makeQueue(scores, groups, options);
        QCOMPARE(queue.rows.size(), std::size_t{2});
        QCOMPARE(queue.heldBack.size(), std::size_t{1});
        QCOMPARE(queue.heldBack[0].clip, std::size_t{2});
        options.holdBackDuplicates = false;
        QCOMPARE(makeQueue(scores, groups, options).rows.size(), std::size_t{3});
    }

    void theSameProbabilitiesAreADuplicate() {
        AuditScores scores = randomScores(40, 5, 9);
        for (std::size_t k = 0; k < 5; ++k) {
            scores.audio(31, k) = scores.audio(4, k) + 5e-5F;
            scores.audio(12, k) = scores.audio(31, k) + 9e-5F; // a duplicate of 31, and so of 4
            scores.video(31, k) = scores.video(12, k) = scores.video(4, k);
            scores.audio(20, k) = scores.audio(5, k); // heard alike, seen otherwise
        }
        const std::vector<std::size_t> groups =
            nearDuplicates(std::vector<std::string>(40), scores.audio, scores.video);
        for (std::size_t i = 0; i < 40; ++i)
            QCOMPARE(groups[i], i == 31 || i == 12 ? std::size_t{4} : i);
    }

    void calibrationIsOutOfFold() {
        const std::size_t clips = 300;
        AuditScores scores = randomScores(clips, 2, 8);
        for (std::size_t i = 0; i < clips; ++i) // event 0 can be heard, event 1 cannot
            scores.audio(i, 0) = 0.5F * scores.audio(i, 0) + (scores.labels(i, 0) != 0 ? 0.5F : 0.0F);
        scores.audio(3, 0) = scores.audio(3, 1) = kAbsent;
        const Result<Matrix> calibratedAudio = calibratedOutOfFold(scores.audio, scores.labels);
        QVERIFY_OK(calibratedAudio);
        QVERIFY(std::isnan((*calibratedAudio)(3, 0)));
        double with = 0.0;
        double without = 0.0;
        for (std::size_t i = 0; i < clips; ++i) {
            if (i == 3)
                continue;
            (scores.labels(i, 0) != 0 ? with : without) += static_cast<double>((*calibratedAudio)(i, 0)) / clips;
            QVERIFY(std::abs((*calibratedAudio)(i, 1) - 0.4F) < 0.2F); // the base rate, near enough
        }
        QVERIFY(with > 0.3 && without < 0.1);
        // A clip's own label does not speak for it: turned round, nothing changes but the others'.
        BinaryTable turned = scores.labels;
        turned(10, 0) = turned(10, 0) != 0 ? 0 : 1;
        const Result<Matrix> after = calibratedOutOfFold(scores.audio, turned);
        QVERIFY(after && (*after)(10, 0) == (*calibratedAudio)(10, 0));
        QVERIFY(after->values != calibratedAudio->values);
    }

    void refusesToCalibrateTooFewClips() {
        const AuditScores scores = randomScores(4, 1, 1);
        QVERIFY(!calibratedOutOfFold(scores.audio, scores.labels));
        QVERIFY(!calibratedOutOfFold(Matrix(3, 1), scores.labels));
    }
};

TAGSCOPE_PLAIN_TEST(TestAuditQueue)
#include "tst_audit_queue.moc"

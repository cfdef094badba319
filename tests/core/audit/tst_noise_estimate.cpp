// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/noise_estimate.h"
#include "tests/support/qt_test.h"

#include <cmath>
#include <numeric>
#include <random>

using namespace tagscope;

namespace {

struct NoisyLabels {
    AuditMaterial material;
    std::vector<bool> isHeard; // of each clip
    double wrong = 0.0;        // share of the labels
};

// Clips that are all labelled with one event, which is not heard in a tenth of them: there the network hears less, as
// far as such scores tell on real sound (logit a: -1.3 heard, -2.8 not heard, deviation 1.7).
NoisyLabels noisyLabels(std::size_t clips, std::mt19937_64 &random) {
    const auto normal = [&random] {
        double sum = -6.0;
        for (int i = 0; i < 12; ++i)
            sum += static_cast<double>(random() >> 11U) * 0x1p-53;
        return sum;
    };
    NoisyLabels made;
    made.material.scores = {BinaryTable(clips, 1), Matrix(clips, 1), Matrix(clips, 1, 0.5F)};
    made.material.groups.resize(clips);
    std::iota(made.material.groups.begin(), made.material.groups.end(), std::size_t{0});
    for (std::size_t i = 0; i < clips; ++i) {
        Clip clip;
        clip.id = static_cast<ClipId>(i + 1);
        made.material.clips.push_back(clip);
        made.material.scores.labels(i, 0) = 1;
        made.isHeard.push_back(random() % 10 != 0);
        made.wrong += made.isHeard.back() ? 0.0 : 1.0 / static_cast<double>(clips);
        const double logit = (made.isHeard.back() ? -1.3 : -2.8) + 1.7 * normal();
        made.material.scores.audio(i, 0) = static_cast<float>(1 / (1 + std::exp(-logit)));
    }
    return made;
}

std::vector<Verdict> judgedFirst(const NoisyLabels &labels, const AuditQueue &queue, std::size_t rows) {
    std::vector<Verdict> said;
    for (std::size_t n = 0; n < rows; ++n)
        said.push_back({labels.material.clips[queue.rows[n].clip].id,
                        0,
                        AuditStage::Sound,
                        "Ada",
                        labels.isHeard[queue.rows[n].clip] ? VerdictValue::Heard : VerdictValue::NotHeard,
                        {},
                        1});
    return said;
}

} // namespace

class TestNoiseEstimate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // 1,000 labels of which 400 were judged, the suspicious ones first: the share among those judged is far too high,
    // the estimate is right on average, and its interval holds the truth as often as it says.
    void controlsMakeUpForTheOrder() {
        std::mt19937_64 random(3);
        constexpr int kRepeats = 200;
        double bias = 0.0;
        double raw = 0.0;
        int held = 0;
        for (int repeat = 0; repeat < kRepeats; ++repeat) {
            const NoisyLabels labels = noisyLabels(1000, random);
            QueueOptions options;
            options.order = QueueOrder::LabelProbablyWrong;
            options.controlEvery = 4;
            options.seed = static_cast<std::uint64_t>(repeat) + 1;
            const AuditQueue queue = auditQueue(labels.material, options).value();
            const std::vector<Verdict> said = judgedFirst(labels, queue, 400);
            const std::vector<NoiseEstimate> found = estimateNoise(labels.material, queue, options.order, said);
            QCOMPARE(found.size(), std::size_t{2});
            QVERIFY(found[0].pairs == 1000 && found[0].ordered.looked >= 300);
            QCOMPARE(found[0].ordered.looked + found[0].controls.looked, std::int64_t{400});
            QCOMPARE(*found[1].wrong, *found[0].wrong); // the only event
            bias += (*found[0].wrong - labels.wrong) / kRepeats;
            raw +=
                (static_cast<double>(found[0].ordered.found + found[0].controls.found) / 400 - labels.wrong) / kRepeats;
            held += found[0].interval.low <= labels.wrong && labels.wrong <= found[0].interval.high ? 1 : 0;
        }
        QVERIFY2(std::abs(bias) < 0.01, std::to_string(bias).c_str());
        QVERIFY2(raw > 0.03, std::to_string(raw).c_str());
        QVERIFY2(held >= 180, std::to_string(held).c_str());
    }

    void byHand() {
        std::mt19937_64 random(1);
        const NoisyLabels labels = noisyLabels(20, random);
        QueueOptions options;
        options.order = QueueOrder::LabelProbablyWrong;
        options.controlEvery = 5;
        const AuditQueue queue = auditQueue(labels.material, options).value();
        std::vector<Verdict> said;
        for (std::size_t n = 0; n < 10; ++n) // rows 5 and 10 are controls
            said.push_back({labels.material.clips[queue.rows[n].clip].id,
                            0,
                            AuditStage::Sound,
                            "Ada",
                            n == 0 || n == 1 || n == 4 ? VerdictValue::NotHeard : VerdictValue::Heard,
                            {},
                            1});
        const NoiseEstimate found = estimateNoise(labels.material, queue, options.order, said).front();
        // A control as suspicious as the last ordered row that was judged would have come anyway.
        const std::size_t depth = queue.rows[8].place;
        const bool isFirstCertain = queue.rows[4].place <= depth;
        const bool isSecondCertain = queue.rows[9].place <= depth;
        QVERIFY(!isFirstCertain || !isSecondCertain);
        const double certain = 8.0 + isFirstCertain + isSecondCertain;
        const double drawn = 10.0 - certain;
        const double wrong = 2.0 + isFirstCertain;
        QCOMPARE(found.ordered.looked, static_cast<std::int64_t>(certain));
        QCOMPARE(found.controls.looked, static_cast<std::int64_t>(drawn));
        QVERIFY(std::abs(*found.wrong - (wrong + (20.0 - certain) * (3.0 - wrong) / drawn) / 20.0) < 1e-12);
        // Nobody judged a control: nothing is known of the rest.
        said.erase(said.begin() + 9);
        said.erase(said.begin() + 4);
        QVERIFY(!estimateNoise(labels.material, queue, options.order, said).front().wrong);
        QVERIFY(estimateNoise(labels.material, queue, QueueOrder::Uncertain, said).empty());
        // Rows of the order "random" were all drawn.
        QCOMPARE(estimateNoise(labels.material, queue, QueueOrder::Random, said).front().controls.looked,
                 std::int64_t{8});
    }
};

TAGSCOPE_PLAIN_TEST(TestNoiseEstimate)
#include "tst_noise_estimate.moc"

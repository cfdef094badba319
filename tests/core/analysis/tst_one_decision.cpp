// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/clip_events.h"
#include "core/analysis/explanation_text.h"
#include "core/analysis/tag_json.h"
#include "core/fusion/absent_score.h"
#include "core/fusion/workbench.h"
#include "tests/support/qt_test.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <cmath>
#include <limits>
#include <random>

// Whoever says what came of a clip says the same, at any operating point.
using namespace tagscope;

namespace {

constexpr std::size_t kMadeEvents = 3;
constexpr int kMadePoints = 400;
constexpr double kNeverTagged = std::numeric_limits<double>::infinity();

class Made {
public:
    explicit Made(std::uint64_t seed) : random_(seed) {}

    double share() { return uniform_(random_) < 0.1 ? 0.0 : uniform_(random_); }
    double threshold() {
        const double draw = uniform_(random_);
        return draw < 0.05 ? kNeverTagged : draw < 0.1 ? -kNeverTagged : uniform_(random_);
    }
    OperatingPoint point() {
        OperatingPoint point;
        const bool isCalibrated = uniform_(random_) < 0.5;
        for (std::size_t k = 0; k < kMadeEvents; ++k) {
            point.videoWeight.push_back(share());
            point.threshold.push_back(threshold());
            if (!isCalibrated)
                continue;
            EventCalibration &event = point.calibration.emplace_back();
            for (std::size_t f = 0; f < EventCalibration::kFeatures; ++f) {
                event.mean[f] = normal_(random_) - 1;
                event.deviation[f] = 0.2 + std::abs(normal_(random_));
                event.coefficient[f] = normal_(random_);
            }
            event.intercept = uniform_(random_) < 0.1 ? -kNeverTagged : normal_(random_);
        }
        return point;
    }
    ClipAnalysis clip() {
        ClipAnalysis clip;
        clip.media = "a.mp4";
        clip.duration = Seconds(10);
        for (const char *name : {"Dog", "Rain", "Horn"})
            clip.settings.events.push_back({name, {}, {}, 0.5, 0.5});
        if (uniform_(random_) < 0.8) {
            AudioAnalysis &audio = clip.audio.emplace();
            audio.activations = Matrix(1, kMadeEvents, 0.0F);
            audio.peakSteps.assign(kMadeEvents, 0);
            for (std::size_t k = 0; k < kMadeEvents; ++k)
                audio.probabilities.push_back(static_cast<float>(share()));
        }
        if (uniform_(random_) < 0.8) {
            VideoAnalysis &video = clip.video.emplace();
            video.keyFrames.resize(1);
            for (std::size_t k = 0; k < kMadeEvents; ++k)
                video.probabilities.push_back(static_cast<float>(share()));
        }
        return clip;
    }

private:
    std::mt19937_64 random_;
    std::uniform_real_distribution<double> uniform_;
    std::normal_distribution<double> normal_;
};

Matrix tableOf(bool isThere, const std::vector<float> &probabilities) {
    Matrix table(1, kMadeEvents, std::numeric_limits<float>::quiet_NaN());
    if (isThere)
        std::ranges::copy(probabilities, table.values.begin());
    return table;
}

} // namespace

class TestOneDecision : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everybodySaysTheSame() {
        Made make(11);
        int tags = 0;
        int withoutBranches = 0;
        for (int i = 0; i < kMadePoints; ++i) {
            const OperatingPoint point = make.point();
            ClipAnalysis clip = make.clip();
            applyOperatingPoint(clip, point);
            TuningTables tables;
            tables.audio =
                tableOf(clip.audio.has_value(), clip.audio ? clip.audio->probabilities : std::vector<float>());
            tables.video =
                tableOf(clip.video.has_value(), clip.video ? clip.video->probabilities : std::vector<float>());
            tables.truth = BinaryTable(1, kMadeEvents);
            const BinaryTable tagged = tagsAt(point, tables.audio, tables.video);
            const Workbench bench(tables, std::nullopt, point);
            const QJsonArray events = QJsonDocument::fromJson(QByteArray::fromStdString(clipToJson(clip)))
                                          .object()
                                          .value(QStringLiteral("events"))
                                          .toArray();
            for (std::size_t k = 0; k < kMadeEvents; ++k) {
                const EventResult &row = clip.events[k];
                const Decision decision = decisionOf(row);
                QCOMPARE(decision, decisionAt(point, k, row.audio, row.video));
                QCOMPARE(row.fused, decision.fused());
                QCOMPARE(row.fused, fusedProbability(point, k, row.audio, row.video));
                QCOMPARE(row.tag, decision.isTagged());
                QCOMPARE(tagged(0, k) != 0, row.tag);
                QCOMPARE(bench.isTagged(0, k), row.tag);
                const QJsonObject said = events[static_cast<qsizetype>(k)].toObject();
                QCOMPARE(said.value(QStringLiteral("tag")).toBool(), row.tag);
                QCOMPARE(said.value(QStringLiteral("fused")).isNull(), !row.fused);
                QCOMPARE(said.value(QStringLiteral("weight")).isNull(), point.isCalibrated());
                if (row.fused)
                    QVERIFY(std::abs(said.value(QStringLiteral("fused")).toDouble() - *row.fused) < 1e-12);
                const std::string text = explanationText(clip, k, nullptr, {});
                const bool isSaidTagged = text.find("; tagged.") != std::string::npos;
                const bool isSaidUntagged = text.find("not tagged.") != std::string::npos;
                QVERIFY2(isSaidTagged == row.tag && isSaidUntagged != row.tag, text.c_str());
                if (row.fused) {
                    const QByteArray p = QByteArray::number(*row.fused, 'f', 3);
                    QVERIFY2(text.find(p.toStdString()) != std::string::npos, text.c_str());
                }
                QVERIFY(!point.isCalibrated() || text.find("(1 - w)") == std::string::npos);
                tags += row.tag ? 1 : 0;
                withoutBranches += row.fused ? 0 : 1;
            }
        }
        QVERIFY(tags > 100 && withoutBranches > 10);
    }
};

TAGSCOPE_CORE_TEST(TestOneDecision)
#include "tst_one_decision.moc"

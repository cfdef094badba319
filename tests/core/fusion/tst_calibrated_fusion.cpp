// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fusion/calibrated_fusion.h"
#include "tests/core/fusion/random_cases.h"
#include "tests/support/qt_test.h"
#include "tests/support/test_files.h"

#include <cmath>
#include <fstream>
#include <limits>
#include <sstream>

using namespace tagscope;
using namespace tagscope::test;

namespace {

constexpr float kAbsent = std::numeric_limits<float>::quiet_NaN();

// The rows of calibration.csv as tables of 60 clips and two events, and scikit-learn's probabilities.
struct Golden {
    TwoBranchCase given;
    Matrix probability;
};

Golden readGolden() {
    constexpr std::size_t kClips = 60;
    constexpr std::size_t kEvents = 2;
    Golden golden{{Matrix(kClips, kEvents), Matrix(kClips, kEvents), BinaryTable(kClips, kEvents)},
                  Matrix(kClips, kEvents)};
    std::ifstream file(goldenFile("calibration.csv"));
    std::string line;
    std::getline(file, line);
    for (std::size_t row = 0; std::getline(file, line); ++row) {
        std::ranges::replace(line, ',', ' ');
        std::istringstream cells(line);
        std::size_t event = 0;
        int truth = 0;
        float audio = 0.0F;
        float video = 0.0F;
        float probability = 0.0F;
        cells >> event >> audio >> video >> truth >> probability;
        golden.given.audio(row % kClips, event) = audio;
        golden.given.video(row % kClips, event) = video;
        golden.given.truth(row % kClips, event) = truth != 0 ? 1 : 0;
        golden.probability(row % kClips, event) = probability;
    }
    return golden;
}

} // namespace

class TestCalibratedFusion : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithScikitLearn() {
        const Golden golden = readGolden();
        const TwoBranchCase &given = golden.given;
        const TunedCalibration tuned = tuneCalibrated(given.audio, given.video, given.truth).value();
        const Matrix probability = calibrated(tuned.fusion, given.audio, given.video);
        for (std::size_t i = 0; i < probability.values.size(); ++i)
            QVERIFY2(std::abs(probability.values[i] - golden.probability.values[i]) < 1e-5F,
                     qPrintable(QString::number(i)));
    }

    void theCommonThresholdIsTheBestOne() {
        const TwoBranchCase given = readGolden().given;
        const TunedCalibration tuned = tuneCalibrated(given.audio, given.video, given.truth).value();
        const Matrix probability = calibrated(tuned.fusion, given.audio, given.video);
        const auto microF1At = [&](double threshold) {
            BinaryTable predicted(given.truth.clips, given.truth.events);
            for (std::size_t i = 0; i < probability.values.size(); ++i)
                predicted.values[i] = static_cast<double>(probability.values[i]) >= threshold ? 1 : 0;
            return total(countPerEvent(given.truth, predicted)).f1();
        };
        QCOMPARE(microF1At(tuned.fusion.threshold), tuned.microF1);
        for (const float threshold : probability.values)
            QVERIFY(microF1At(static_cast<double>(threshold)) <= tuned.microF1);
    }

    void anAbsentBranchAddsNothing() {
        const TwoBranchCase given = readGolden().given;
        const CalibratedFusion fusion = tuneCalibrated(given.audio, given.video, given.truth).value().fusion;
        const EventCalibration &event = fusion.events.front();
        const float both = calibrated(fusion, Matrix(1, 2, kAbsent), Matrix(1, 2, kAbsent))(0, 0);
        QCOMPARE(both, static_cast<float>(1.0 / (1.0 + std::exp(-event.intercept))));
        const float audioAlone = calibrated(fusion, Matrix(1, 2, 0.9F), Matrix(1, 2, kAbsent))(0, 0);
        QVERIFY(audioAlone > both);
    }

    void canBeFittedToOneBranch() {
        const TwoBranchCase given = readGolden().given;
        const Matrix none(given.truth.clips, given.truth.events, kAbsent);
        const TunedCalibration tuned = tuneCalibrated(given.audio, none, given.truth).value();
        QCOMPARE(tuned.fusion.events.front().coefficient[1], 0.0);
        QVERIFY(tuned.fusion.events.front().coefficient[0] > 0.0);
        QVERIFY(tuned.microF1 > 0.0);
    }

    void eventsThatAreNeverOrAlwaysThere() {
        Matrix scores(4, 2, 0.5F);
        BinaryTable truth(4, 2);
        for (std::size_t clip = 0; clip < 4; ++clip)
            truth(clip, 1) = 1;
        const TunedCalibration tuned = tuneCalibrated(scores, scores, truth).value();
        const Matrix probability = calibrated(tuned.fusion, scores, scores);
        QCOMPARE(probability(0, 0), 0.0F);
        QCOMPARE(probability(0, 1), 1.0F);
        QCOMPARE(tuned.microF1, 1.0);
    }

    void separableDataStayFinite() {
        Matrix scores(20, 1);
        BinaryTable truth(20, 1);
        for (std::size_t clip = 0; clip < 20; ++clip) {
            scores(clip, 0) = clip < 10 ? 0.0F : 1.0F;
            truth(clip, 0) = clip < 10 ? 0 : 1;
        }
        const TunedCalibration tuned = tuneCalibrated(scores, Matrix(20, 1, kAbsent), truth).value();
        QCOMPARE(tuned.microF1, 1.0);
        QVERIFY(std::isfinite(tuned.fusion.events.front().coefficient[0]));
    }

    void badInputsAreErrors() {
        const auto kindOf = [](const Matrix &audio, const Matrix &video) {
            return tuneCalibrated(audio, video, BinaryTable(2, 1)).error().kind;
        };
        QVERIFY(kindOf(Matrix(2, 1, 1.5F), Matrix(2, 1)) == Error::Kind::Inconsistent);
        QVERIFY(kindOf(Matrix(2, 1), Matrix(2, 1, -0.1F)) == Error::Kind::Inconsistent);
        QVERIFY(kindOf(Matrix(2, 1), Matrix(1, 1)) == Error::Kind::Inconsistent);
    }

    void stops() {
        std::stop_source source;
        source.request_stop();
        QVERIFY(tuneCalibrated(Matrix(2, 1), Matrix(2, 1), BinaryTable(2, 1), kRidge, {}, source.get_token())
                    .error()
                    .isCancelled());
    }
};

TAGSCOPE_PLAIN_TEST(TestCalibratedFusion)
#include "tst_calibrated_fusion.moc"

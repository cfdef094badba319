// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/tagger_prediction.h"
#include "core/exchange/import_scores.h"
#include "core/exchange/stored_activations.h"
#include "core/tagging/taggers.h"
#include "core/training/head_trainer.h"
#include "core/training/head_training.h"
#include "core/training/prediction.h"
#include "tests/support/qt_test.h"
#include "tests/support/test_files.h"

#include <QTemporaryDir>
#include <algorithm>
#include <cmath>
#include <fstream>
#include <limits>
#include <random>
#include <sstream>

using namespace tagscope;

namespace {

namespace fs = std::filesystem;

// Clips of noise in which one step of six tells the event by one number of eight.
struct Noise {
    std::vector<Matrix> clips;
    BinaryTable labels;

    explicit Noise(std::size_t count) : labels(count, 2) {
        std::mt19937 random(5);
        std::normal_distribution<float> normal(3.0F, 2.0F);
        for (std::size_t clip = 0; clip < count; ++clip) {
            Matrix one(6, 8);
            for (float &value : one.values)
                value = normal(random);
            for (std::size_t k = 0; k < 2; ++k) {
                labels(clip, k) = (clip >> k) % 2 == 0 ? 1 : 0;
                if (labels(clip, k) != 0)
                    one(random() % 6, k) += 25.0F;
            }
            clips.push_back(std::move(one));
        }
    }

    [[nodiscard]] std::vector<const Matrix *> pointers() const {
        std::vector<const Matrix *> all;
        for (const Matrix &clip : clips)
            all.push_back(&clip);
        return all;
    }
};

float largestLogit(const Matrix &logits, std::size_t event) {
    float most = logits(0, event);
    for (std::size_t step = 1; step < logits.rows; ++step)
        most = std::max(most, logits(step, event));
    return most;
}

// Two classes of ESC-10 as a project whose splits are its folds.
Project dogsAndRain(const fs::path &folder, const fs::path &file) {
    Project project = Project::create(file, {{"Dog bark", "", {}}, {"Rain", "", {}}}, Seconds(5)).value();
    std::ifstream list(folder / "clips.csv");
    std::string line;
    while (std::getline(list, line)) {
        std::istringstream cells(line);
        std::string name;
        std::string label;
        std::string fold;
        std::getline(cells, name, ',');
        std::getline(cells, label, ',');
        std::getline(cells, fold, ',');
        if (label != "Dog bark" && label != "Rain")
            continue;
        const ClipId id =
            project.addClips(std::vector<NewClip>{{name, folder / "clips" / name, Seconds(0), Seconds(5), fold}})
                .value()
                .front();
        (void)project.addLabels(std::vector<std::pair<ClipId, int>>{{id, label == "Rain" ? 1 : 0}});
    }
    return project;
}

} // namespace

class TestHeads : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneStepOfAClipIsFound() {
        const Noise data(80);
        const HeadWeights head = trainHead(data.pointers(), data.labels, {300, 0.05, 1e-4}).value();
        int wrong = 0;
        for (std::size_t clip = 0; clip < 80; ++clip)
            for (std::size_t k = 0; k < 2; ++k)
                wrong += (largestLogit(head.logits(data.clips[clip]), k) > 0.0F) != (data.labels(clip, k) != 0) ? 1 : 0;
        QVERIFY2(wrong <= 4, std::to_string(wrong).c_str());
        for (std::size_t k = 0; k < 2; ++k) // by the number that tells it
            for (std::size_t i = 0; i < 8; ++i)
                QVERIFY(i == k || head.weights(k, k) > 3.0F * std::abs(head.weights(i, k)));
        const HeadWeights again = trainHead(data.pointers(), data.labels, {300, 0.05, 1e-4}).value();
        QVERIFY(again.weights == head.weights && again.bias == head.bias);
    }

    // Without an iteration a head answers the base rate, whatever it hears.
    void theBeginningIsTheBaseRate() {
        const Noise data(40);
        const HeadWeights head = trainHead(data.pointers(), data.labels, {0, 0.01, 0.0}).value();
        QVERIFY(std::ranges::all_of(head.weights.values, [](float value) { return value == 0.0F; }));
        QVERIFY(std::abs(head.probabilities(data.clips[0])(0, 0) - 0.5F) < 0.01F);
    }

    void whatCannotBeLearntIsRefused() {
        Noise data(4);
        QVERIFY_FAILS(trainHead({}, BinaryTable(0, 2)), Error::Kind::Inconsistent, "no clips");
        QVERIFY(!trainHead(data.pointers(), BinaryTable(3, 2)));
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(trainHead(data.pointers(), data.labels, {}, stop.get_token()).error().isCancelled());
        data.clips[2](0, 0) = std::numeric_limits<float>::infinity();
        QVERIFY_FAILS(trainHead(data.pointers(), data.labels), Error::Kind::Inconsistent, "not finite");
        data.clips[2] = Matrix(6, 7);
        QVERIFY_FAILS(trainHead(data.pointers(), data.labels), Error::Kind::Inconsistent, "shape");
    }

    // From real sounds: out-of-fold scores are a source, and the head is a run whose scores come of predicting.
    void aRunIsLearntOnATagger() {
        TAGSCOPE_REQUIRE_SHARED(sounds, "esc10");
        TAGSCOPE_REQUIRE_SHARED(yamnet, "yamnet");
        const QTemporaryDir folder;
        Project project = dogsAndRain(sounds, folder.filePath(QStringLiteral("p.tagscope")).toStdString());
        HeadRequest request;
        request.tagger = yamnet / "yamnet.json";
        request.run = "mine";
        request.folds.areSplits = true;
        request.settings.iterations = 20;
        request.threads = 2;
        const HeadOutcome outcome = trainHeadRun(project, request).value();
        QVERIFY(outcome.clips == 48 && outcome.numbers == 1024 && outcome.folds.size() == 3);
        QVERIFY(outcome.source == "mine-folds" && outcome.figures && outcome.figures->clips == 48);
        QVERIFY2(outcome.figures->singleLabel->accuracy() > 0.95,
                 std::to_string(outcome.figures->singleLabel->accuracy()).c_str());
        QVERIFY(project.runs()->front().name == "mine" &&
                project.runs()->front().state == TrainingRun::State::Finished);

        const Clip clip = project.clips()->front();
        const std::vector<ClipId> ids{clip.id};
        const ScoresOfClips outOfFold = project.scores({Branch::Audio, "mine-folds"}, ids).value();
        const StoredActivations stored = StoredActivations::open(project.runDirectory("mine-folds").value()).value();
        const ClipActivations activations = stored.of(clip.name).value().value();
        QVERIFY(outOfFold.hasScore[0] == 1 && activations.values.rows == 10);
        QVERIFY(std::abs(activations.hop.count() - 0.48) < 1e-9);
        QCOMPARE(largestLogit(activations.values, 0), outOfFold.scores(0, 0));

        QVERIFY_FAILS(trainHeadRun(project, request), Error::Kind::Inconsistent, "mine");
        QVERIFY_FAILS(predictRun(project, "mine"), Error::Kind::Unsupported, "mine");
        TaggerPrediction predicting;
        predicting.name = "mine";
        predicting.isOfRun = true;
        predicting.usesCache = false;
        QVERIFY_OK(predictWithTagger(project, headOfRun(project, "mine").value().value(), predicting));
        const ScoresOfClips learnt = project.scores({Branch::Audio, "mine"}, ids).value();
        QVERIFY(learnt.hasScore[0] == 1 && learnt.scores(0, 0) > 0.5F && learnt.scores(0, 1) < 0.5F);
        const StoredActivations ofAll = StoredActivations::open(project.runDirectory("mine").value()).value();
        QVERIFY(ofAll.of(clip.name).value()->values.values != activations.values.values); // of another head
        QVERIFY(headOfRun(project, "none").value() == std::nullopt);
    }
};

TAGSCOPE_CORE_TEST(TestHeads)
#include "tst_heads.moc"

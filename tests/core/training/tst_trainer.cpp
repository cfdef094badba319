// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/crnn.h"
#include "core/training/epoch_log.h"
#include "core/training/kept_epochs.h"
#include "core/training/last_network.h"
#include "core/training/recipes.h"
#include "core/training/trainer.h"
#include "tests/core/training/toy_training.h"
#include "tests/support/qt_test.h"

#include <QTemporaryDir>
#include <atomic>
#include <cstdlib>
#include <fstream>
#include <limits>
#include <sstream>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace tagscope;
using namespace tagscope::test;

namespace {

std::string bytesOf(const std::filesystem::path &file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream content;
    content << stream.rdbuf();
    return content.str();
}

std::vector<float> parametersOf(const std::filesystem::path &file) {
    const TensorFile opened = TensorFile::open(file).value();
    std::vector<float> all;
    for (const TensorInfo &info : opened.tensors()) {
        const std::vector<float> values = opened.floats(info.name).value();
        all.insert(all.end(), values.begin(), values.end());
    }
    return all;
}

TrainingSettings smallDataSettings() {
    TrainingSettings settings = settingsOf(Recipe::SmallData);
    settings.batchSize = 10;
    settings.learningRate = 0.02;
    settings.epochs = 4;
    settings.masks = 1;
    settings.mixUp = 0.2;
    settings.rolls = false; // the network is too small to learn that too
    settings.device = "cpu";
    settings.checkpointBatches = 1;
    return settings;
}

// What of a run's epochs does not depend on how long things took.
std::vector<std::vector<double>> figuresOf(const TrainingPaths &paths) {
    std::vector<std::vector<double>> figures;
    const std::vector<EpochReport> epochs = readEpochLog(paths).value();
    for (const EpochReport &epoch : epochs)
        figures.push_back({static_cast<double>(epoch.epoch), epoch.trainingLoss, epoch.validationLoss,
                           epoch.learningRate, epoch.microF1, epoch.isBest ? 1.0 : 0.0});
    return figures;
}

} // namespace

class TestTrainer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { directory_ = std::make_unique<QTemporaryDir>(); }

    void learnsATask() {
        TrainingSettings settings = toySettings();
        settings.epochs = 40;
        const TrainingData data = toyTraining(120);
        const TrainingOutcome outcome = train(data, settings, paths("run")).value();
        QCOMPARE(outcome.epochs.size(), 40U);
        QVERIFY2(outcome.bestMicroF1 > 0.9, qPrintable(QString::number(outcome.bestMicroF1)));
        QVERIFY(outcome.epochs.back().trainingLoss < 0.5 * outcome.epochs.front().trainingLoss);

        const Crnn best = Crnn::load(paths("run").best()).value();
        QVERIFY(best.description().isTrained);
        QVERIFY(best.description().layout == data.network.layout);
        QVERIFY2(best.description().origin.find("run run, epoch") == 0, best.description().origin.c_str());
    }

    void theBestModelGivesTheF1ThatWasLogged() {
        const TrainingData data = toyTraining(90);
        const TrainingOutcome outcome = train(data, toySettings(), paths("run")).value();
        const Crnn best = Crnn::load(paths("run").best()).value();
        const EpochReport &epoch = outcome.epochs[static_cast<std::size_t>(outcome.bestEpoch)];
        BinaryTable truth(data.labels.clips - data.trainingClips, 3);
        BinaryTable predicted(truth.clips, 3);
        for (std::size_t clip = 0; clip < truth.clips; ++clip) {
            Matrix features(data.frames, 8);
            const std::size_t position = data.trainingClips + clip;
            QVERIFY(data.read({&position, 1}, features.values));
            const Matrix activations = best.activations(features).value();
            for (std::size_t k = 0; k < 3; ++k) {
                float probability = 0.0F;
                for (std::size_t step = 0; step < activations.rows; ++step)
                    probability = std::max(probability, activations(step, k));
                truth(clip, k) = data.labels(position, k);
                predicted(clip, k) = static_cast<double>(probability) >= epoch.thresholds[k] ? 1 : 0;
            }
        }
        QCOMPARE(total(countPerEvent(truth, predicted)).f1(), outcome.bestMicroF1);
    }

    void epochsAreKept() {
        const TrainingData data = toyTraining(45);
        TrainingSettings settings = toySettings();
        settings.epochs = 5;
        QVERIFY_OK(train(data, settings, paths("none")));
        QVERIFY(keptEpochs(paths("none")).empty());
        settings.keepEpochs = 2;
        QVERIFY_OK(train(data, settings, paths("some")));
        QCOMPARE(keptEpochs(paths("some")), (std::vector<int>{1, 3}));
        const Crnn kept = Crnn::load(paths("some").ofEpoch(3)).value();
        QVERIFY2(kept.description().origin.find("epoch 4") != std::string::npos, kept.description().origin.c_str());
        // What is kept changes nothing of what is learnt, also of a run that goes on; half the bytes, but for the head.
        settings.keepEpochs = 1;
        settings.epochs = 6;
        QVERIFY_OK(train(data, settings, paths("some")));
        QCOMPARE(keptEpochs(paths("some")), (std::vector<int>{1, 3, 5}));
        const auto bytes = [](const std::filesystem::path &file) { return std::filesystem::file_size(file); };
        QVERIFY(bytes(paths("some").ofEpoch(5)) < bytes(paths("some").best()));
        QCOMPARE(keptBytes(settings, kept.parameterCount()), 6 * 2 * static_cast<std::uint64_t>(kept.parameterCount()));
    }

    void theSameSeedGivesTheSameRun() {
        const TrainingData data = toyTraining(45);
        TrainingSettings settings = toySettings();
        QVERIFY(train(data, settings, paths("a")));
        QVERIFY(train(data, settings, paths("b")));
        QVERIFY(parametersOf(paths("a").checkpoint()) == parametersOf(paths("b").checkpoint()));
        settings.seed = 2;
        QVERIFY(train(data, settings, paths("c")));
        QVERIFY(parametersOf(paths("a").checkpoint()) != parametersOf(paths("c").checkpoint()));
    }

    void stoppedAndResumedIsNotStopped_data() {
        QTest::addColumn<int>("batches");
        QTest::addColumn<bool>("isSmallData");
        for (const int batches : {1, 2, 3, 5, 8})
            for (const bool isSmallData : {false, true})
                QTest::addRow("%d %s", batches, isSmallData ? "small data" : "paper") << batches << isSmallData;
    }

    void stoppedAndResumedIsNotStopped() {
        QFETCH(const int, batches);
        QFETCH(const bool, isSmallData);
        const TrainingData data = toyTraining(45);
        const TrainingSettings settings = isSmallData ? smallDataSettings() : toySettings();
        QVERIFY(train(data, settings, paths("whole")));
        std::stop_source stop;
        int seen = 0;
        const TrainingObserver observer{[&](const BatchReport &) {
                                            if (++seen == batches)
                                                stop.request_stop();
                                        },
                                        {}};
        const auto stopped = train(data, settings, paths("halves"), observer, nullptr, stop.get_token());
        QVERIFY(!stopped && stopped.error().isCancelled());
        QVERIFY(train(data, settings, paths("halves")));
        expectEqualRuns("whole", "halves");
    }

    void learnsATaskByTheMeansForFewClips() {
        TrainingSettings settings = smallDataSettings();
        settings.epochs = 40;
        const TrainingData data = toyTraining(120);
        const TrainingOutcome outcome = train(data, settings, paths("run")).value();
        QVERIFY2(outcome.bestMicroF1 > 0.9, qPrintable(QString::number(outcome.bestMicroF1)));
        // The rate rises for four epochs, then falls.
        QVERIFY(outcome.epochs[0].learningRate < outcome.epochs[3].learningRate);
        QVERIFY(outcome.epochs[39].learningRate < 0.01 * outcome.epochs[3].learningRate);
        // Its last network, of what the checkpoint holds, is an ordinary one.
        const std::filesystem::path last = writeLastNetwork(paths("run")).value();
        const Crnn network = Crnn::load(last).value();
        const Crnn best = Crnn::load(paths("run").best()).value();
        const std::size_t position = 100;
        Matrix features(data.frames, 8);
        QVERIFY_OK(data.read({&position, 1}, features.values));
        const Matrix activations = network.activations(features).value();
        for (const float value : activations.values)
            QVERIFY(value >= 0.0F && value <= 1.0F);
        if (outcome.bestEpoch == 39)
            QVERIFY(activations.values == best.activations(features)->values);
        // Made longer, it goes on at the rate of its new course.
        settings.epochs = 50;
        const TrainingOutcome longer = train(data, settings, paths("run")).value();
        QCOMPARE(longer.epochs.size(), 50U);
        QVERIFY(longer.epochs[40].learningRate > longer.epochs[39].learningRate);
    }

    // kill -9 at moments of all kinds, in the middle of writing too; then once more, to the end.
    void killedAndResumedIsNotKilled() {
        const TrainingData data = toyTraining(45);
        TrainingSettings settings = toySettings();
        settings.epochs = 12;
        QVERIFY(train(data, settings, paths("whole")));
        int killed = 0;
        for (int attempt = 0; attempt < 8; ++attempt) {
            const pid_t child = fork();
            if (child == 0) {
                // A fork has one thread only, so LibTorch must not look for its others.
                execl("/proc/self/exe", "tests_training", "train-toy", paths("killed").directory.c_str(), nullptr);
                std::_Exit(1);
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(350 + 83 * attempt));
            kill(child, SIGKILL);
            int status = 0;
            waitpid(child, &status, 0);
            killed += WIFSIGNALED(status) ? 1 : 0;
        }
        QVERIFY2(killed > 0, "every child was done before it was killed");
        QVERIFY(train(data, settings, paths("killed")));
        expectEqualRuns("whole", "killed");
    }

    void moreEpochsGoOnFromTheEnd() {
        const TrainingData data = toyTraining(45);
        TrainingSettings settings = toySettings();
        settings.epochs = 2;
        QVERIFY(train(data, settings, paths("longer")));
        settings.epochs = 4;
        QVERIFY(train(data, settings, paths("longer")));
        QVERIFY(train(data, settings, paths("whole")));
        expectEqualRuns("whole", "longer");
    }

    void pauses() {
        TrainingControl control;
        std::atomic<int> batches = 0;
        const TrainingObserver observer{[&](const BatchReport &) {
                                            if (++batches == 2)
                                                control.pause();
                                        },
                                        {}};
        const TrainingData data = toyTraining(45);
        std::jthread trainer([&](const std::stop_token &stop) {
            (void)train(data, toySettings(), paths("run"), observer, &control, stop);
        });
        QTRY_COMPARE(batches.load(), 2);
        QTest::qWait(100);
        QCOMPARE(batches.load(), 2);
        control.resume();
        QTRY_VERIFY(batches > 4);
    }

    void refusesToGoOnWithOtherSettings() {
        const TrainingData data = toyTraining(45);
        TrainingSettings settings = toySettings();
        QVERIFY(train(data, settings, paths("run")));
        const std::string before = bytesOf(paths("run").checkpoint());
        settings.learningRate = 0.01;
        QVERIFY_FAILS(train(data, settings, paths("run")), Error::Kind::Inconsistent, "");
        TrainingData others = data;
        others.labels(0, 0) ^= 1;
        QVERIFY_FAILS(train(others, toySettings(), paths("run")), Error::Kind::Inconsistent, "");
        QVERIFY(bytesOf(paths("run").checkpoint()) == before);
    }

    void refusesADamagedCheckpoint() {
        const TrainingData data = toyTraining(45);
        QVERIFY(train(data, toySettings(), paths("run")));
        const std::string whole = bytesOf(paths("run").checkpoint());
        for (const std::size_t length : {std::size_t{0}, std::size_t{100}, whole.size() - 1}) {
            std::ofstream(paths("run").checkpoint(), std::ios::binary) << whole.substr(0, length);
            QVERIFY_FAILS(train(data, toySettings(), paths("run")), Error::Kind::Malformed, "");
            QCOMPARE(bytesOf(paths("run").checkpoint()).size(), length);
        }
        std::string changed = whole; // a value that could be one
        changed[whole.size() - 3] = static_cast<char>(changed[whole.size() - 3] ^ 1);
        std::ofstream(paths("run").checkpoint(), std::ios::binary) << changed;
        QVERIFY_FAILS(train(data, toySettings(), paths("run")), Error::Kind::Malformed, "");
    }

    void stopsAtNumbersThatAreNotFinite() {
        TrainingData data = toyTraining(45);
        data.read = [read = data.read](std::span<const std::size_t> clips, std::span<float> output) {
            Result<void> done = read(clips, output);
            output[5] = std::numeric_limits<float>::quiet_NaN();
            return done;
        };
        const auto outcome = train(data, toySettings(), paths("run"));
        QVERIFY(!outcome);
        QVERIFY2(outcome.error().what().find("epoch 1, batch 1") != std::string::npos, outcome.error().what().c_str());
    }

    void passesOnWhatReadingSays() {
        TrainingData data = toyTraining(45);
        data.read = [](std::span<const std::size_t>, std::span<float>) -> Result<void> {
            return fail(Error::Kind::Unreadable, plainText("the disk is gone"));
        };
        QCOMPARE(train(data, toySettings(), paths("run")).error().what(), std::string("the disk is gone"));
    }

    void refusesDevicesThatAreNotThere() {
        TrainingSettings settings = toySettings();
        settings.device = "cuda:63";
        QVERIFY_FAILS(train(toyTraining(9), settings, paths("run")), Error::Kind::Unsupported, "");
        settings.device = "abacus";
        QVERIFY_FAILS(train(toyTraining(9), settings, paths("run")), Error::Kind::Inconsistent, "");
    }

    void refusesDataThatDoNotFit() {
        TrainingData data = toyTraining(9);
        data.trainingClips = 9;
        QVERIFY_FAILS(train(data, toySettings(), paths("run")), Error::Kind::Inconsistent, "");
        data.trainingClips = 0;
        QVERIFY_FAILS(train(data, toySettings(), paths("run")), Error::Kind::Inconsistent, "");
        data = toyTraining(9);
        data.network.layout.events.pop_back();
        QVERIFY_FAILS(train(data, toySettings(), paths("run")), Error::Kind::Inconsistent, "");
    }

    void learnsInBFloat16() {
        TrainingSettings settings = toySettings();
        settings.epochs = 40;
        settings.precision = TrainingPrecision::BFloat16;
        const TrainingOutcome outcome = train(toyTraining(120), settings, paths("run")).value();
        QVERIFY2(outcome.bestMicroF1 > 0.9, qPrintable(QString::number(outcome.bestMicroF1)));
    }

private:
    [[nodiscard]] TrainingPaths paths(const char *run) const {
        return {std::filesystem::path(directory_->path().toStdString()) / run};
    }

    void expectEqualRuns(const char *a, const char *b) const {
        QVERIFY(parametersOf(paths(a).checkpoint()) == parametersOf(paths(b).checkpoint()));
        QVERIFY(parametersOf(paths(a).best()) == parametersOf(paths(b).best()));
        QVERIFY(figuresOf(paths(a)) == figuresOf(paths(b)));
    }

    std::unique_ptr<QTemporaryDir> directory_;
};

// What the test above starts and kills.
static const bool isTrainToyRegistered = tagscope::test::registerProcess("train-toy", [](int, char **argv) {
    TrainingSettings settings = toySettings();
    settings.epochs = 12;
    return train(toyTraining(45), settings, {argv[1]}) ? 0 : 1;
});

TAGSCOPE_PLAIN_TEST(TestTrainer)

#include "tst_trainer.moc"

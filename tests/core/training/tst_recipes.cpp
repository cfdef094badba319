// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/recipes.h"
#include "tests/support/qt_test.h"

#include <cmath>
#include <limits>
#include <string>

using namespace tagscope;

class TestRecipes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thePapersRecipeIsTheDefaults() {
        QVERIFY(settingsOf(Recipe::Paper) == TrainingSettings());
        QVERIFY_OK(checkTrainingSettings(settingsOf(Recipe::SmallData)));
        for (const Recipe recipe : {Recipe::Paper, Recipe::SmallData})
            QVERIFY(recipeNamed(nameOf(recipe)) == recipe);
        QVERIFY(!recipeNamed("large"));
        QVERIFY(recipeFor(4999) == Recipe::SmallData && recipeFor(5000) == Recipe::Paper);
    }

    // 240 clips are 3 batches, 60 steps of at most 1e-4, five times that with momentum 0.8.
    void aWeightMovesAsFarAsItsStepsLetIt() {
        const TrainingSettings paper;
        QVERIFY(std::abs(mostMovement(paper, 240) - 60 * 1e-4 / 0.2) < 1e-12);
        QVERIFY(englishText(outlookOf(paper, 240).value()).find("more than 0.03 ") != std::string::npos);
        QVERIFY(!outlookOf(paper, 51172));
        QVERIFY(!outlookOf(paper, kFewestClipsForPaper));
        QVERIFY(!outlookOf(settingsOf(Recipe::SmallData), 20));
        QCOMPARE(mostMovement(settingsOf(Recipe::SmallData), 20), std::numeric_limits<double>::infinity());
    }

    // Old runs go on: what they do not know is off.
    void settingsOfEarlierVersionsAreThePapers() {
        QVERIFY(!TrainingSettings().normalises && !TrainingSettings().rolls);
        const TrainingSettings read = trainingSettingsFromJson("{\"batchSize\": 8}").value();
        TrainingSettings expected;
        expected.batchSize = 8;
        QVERIFY(read == expected);
        const TrainingSettings small = settingsOf(Recipe::SmallData);
        QVERIFY(trainingSettingsFromJson(trainingSettingsToJson(small)).value() == small);
    }

    void meansForFewClipsAreChecked() {
        const auto refuses = [](auto change) {
            TrainingSettings settings = settingsOf(Recipe::SmallData);
            change(settings);
            return !checkTrainingSettings(settings);
        };
        QVERIFY(refuses([](TrainingSettings &s) { s.kernel = 4; }));
        QVERIFY(refuses([](TrainingSettings &s) { s.poolTime = {2}; }));
        QVERIFY(refuses([](TrainingSettings &s) { s.poolBands = {1, 0, 1}; }));
        QVERIFY(refuses([](TrainingSettings &s) { s.weightDecay = -1.0; }));
        QVERIFY(refuses([](TrainingSettings &s) { s.optimiser = Optimiser::Sgd; }));
        QVERIFY(refuses([](TrainingSettings &s) { s.mixUp = std::nan(""); }));
        QVERIFY(refuses([](TrainingSettings &s) { s.masks = 11; }));
        QVERIFY(refuses([](TrainingSettings &s) { s.gain = -1.0; }));
    }

    void theBaseRateHasAnEntropy() {
        BinaryTable labels(6, 2);
        labels(2, 0) = labels(3, 0) = 1; // two of the last four; the second event never
        QVERIFY(std::abs(baseRateLoss(labels, 2) - std::log(2.0) / 2.0) < 1e-12);
        QCOMPARE(baseRateLoss(labels, 6), 0.0);
    }

    void whatHasLearntNothingIsSaidAfterAThird() {
        TrainingSettings settings;
        settings.epochs = 20; // a third ends with the seventh
        QVERIFY(noticeAfter(settings, 6, 0.299, 0.3));
        QVERIFY(!noticeAfter(settings, 6, 0.29, 0.3));
        QVERIFY(!noticeAfter(settings, 5, 0.3, 0.3) && !noticeAfter(settings, 7, 0.3, 0.3));
    }
};

TAGSCOPE_PLAIN_TEST(TestRecipes)
#include "tst_recipes.moc"

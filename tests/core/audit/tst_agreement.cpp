// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/agreement.h"
#include "core/audit/confident_joint.h"
#include "core/audit/verdict_summary.h"
#include "tests/support/qt_test.h"

#include <cmath>
#include <limits>

using namespace tagscope;

namespace {

RatingTable tableOf(std::size_t annotators, const std::vector<int> &values) {
    RatingTable table(values.size() / annotators, annotators);
    table.values = values;
    return table;
}

// Krippendorff, "Computing Krippendorff's alpha-reliability" (2011), C: 4 observers, 12 units, values 1 to 5.
RatingTable krippendorffsExample() {
    const std::vector<std::vector<int>> observers{{1, 2, 3, 3, 2, 1, 4, 1, 2, -1, -1, -1},
                                                  {1, 2, 3, 3, 2, 2, 4, 1, 2, 5, -1, 3},
                                                  {-1, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, -1},
                                                  {1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, -1}};
    RatingTable table(12, 4);
    for (std::size_t observer = 0; observer < observers.size(); ++observer)
        for (std::size_t unit = 0; unit < 12; ++unit)
            table(unit, observer) = observers[observer][unit];
    return table;
}

// Counts of values for each subject, as Fleiss tabulates them.
RatingTable fromCounts(const std::vector<std::vector<int>> &subjects, std::size_t verdicts) {
    RatingTable table(subjects.size(), verdicts);
    for (std::size_t i = 0; i < subjects.size(); ++i) {
        std::size_t annotator = 0;
        for (std::size_t value = 0; value < subjects[i].size(); ++value)
            for (int n = 0; n < subjects[i][value]; ++n)
                table(i, annotator++) = static_cast<int>(value);
    }
    return table;
}

Verdict verdictBy(ClipId clip, const char *annotator, VerdictValue value, AuditStage stage = AuditStage::Sound,
                  std::int64_t time = 1) {
    return {clip, 0, stage, annotator, value, {}, time};
}

} // namespace

class TestAgreement : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // sklearn.metrics.cohen_kappa_score([0,1,1,0,2,2,1,0,0,1], [0,1,0,0,2,1,1,0,1,1]) = 0.5161290322580645
    void cohenAsScikitLearn() {
        const RatingTable table =
            tableOf(2, {0, 0, 1, 1, 1, 0, 0, 0, 2, 2, 2, 1, 1, 1, 0, 0, 0, 1, 1, 1, 3, -1, -1, 3});
        const Agreement kappa = cohensKappa(table, 0, 1);
        QCOMPARE(kappa.items, std::size_t{10});
        QVERIFY(std::abs(*kappa.value - 0.5161290322580645) < 1e-12);
        QVERIFY(std::abs(kappa.observed - 0.7) < 1e-12);
        QVERIFY(kappa.interval && kappa.interval->low < *kappa.value && kappa.interval->high > *kappa.value);
    }

    void krippendorffAsPublished() {
        const Agreement alpha = krippendorffsAlpha(krippendorffsExample());
        QCOMPARE(alpha.items, std::size_t{11}); // unit 12 has one verdict
        QVERIFY2(std::abs(*alpha.value - 0.743) < 5e-4, qPrintable(QString::number(*alpha.value)));
    }

    // The table of 10 subjects and 14 raters in the article "Fleiss' kappa" of Wikipedia: 0.210.
    void fleissAsWorkedByHand() {
        const RatingTable table = fromCounts({{0, 0, 0, 0, 14},
                                              {0, 2, 6, 4, 2},
                                              {0, 0, 3, 5, 6},
                                              {0, 3, 9, 2, 0},
                                              {2, 2, 8, 1, 1},
                                              {7, 7, 0, 0, 0},
                                              {3, 2, 6, 3, 0},
                                              {2, 5, 3, 2, 2},
                                              {6, 5, 2, 1, 0},
                                              {0, 2, 2, 3, 7}},
                                             14);
        const Agreement kappa = fleissKappa(table);
        QVERIFY2(std::abs(*kappa.value - 0.210) < 5e-4, qPrintable(QString::number(*kappa.value)));
        QVERIFY(std::abs(kappa.observed - 0.378) < 5e-4);
    }

    void fleissTakesItemsOfEquallyManyVerdicts() {
        const RatingTable table = tableOf(3, {0, 0, -1, 1, 1, -1, 0, 1, -1, 0, 0, 0});
        QCOMPARE(fleissKappa(table).items, std::size_t{3});
    }

    void isUndefinedWithoutVariation() {
        const RatingTable same = tableOf(2, {1, 1, 1, 1, 1, 1});
        for (const Agreement &agreement : {cohensKappa(same, 0, 1), fleissKappa(same), krippendorffsAlpha(same)}) {
            QVERIFY(!agreement.value && !agreement.interval);
            QCOMPARE(agreement.items, std::size_t{3});
            QCOMPARE(agreement.observed, 1.0);
        }
        const RatingTable none = tableOf(2, {0, -1, -1, 1});
        for (const Agreement &agreement : {cohensKappa(none, 0, 1), fleissKappa(none), krippendorffsAlpha(none)})
            QVERIFY(!agreement.value && agreement.items == 0);
        QVERIFY(!krippendorffsAlpha(RatingTable()).value);
    }

    void fullAgreementIsOne() {
        const RatingTable table = tableOf(2, {0, 0, 1, 1, 2, 2});
        QVERIFY(std::abs(*cohensKappa(table, 0, 1).value - 1.0) < 1e-12);
        QVERIFY(std::abs(*fleissKappa(table).value - 1.0) < 1e-12);
        QVERIFY(std::abs(*krippendorffsAlpha(table).value - 1.0) < 1e-12);
    }

    void theLatestStageIsAnAnnotatorsFinalWord() {
        const std::vector<Verdict> standing{verdictBy(1, "Ada", VerdictValue::Neither),
                                            verdictBy(1, "Ada", VerdictValue::Visible, AuditStage::ModelOutput),
                                            verdictBy(1, "Ada", VerdictValue::Both, AuditStage::Pictures, 9),
                                            verdictBy(1, "Bo", VerdictValue::Visible),
                                            verdictBy(1, "Ada", VerdictValue::Audible, AuditStage::Adjudicated)};
        const std::vector<Verdict> final = finalVerdicts(standing);
        QCOMPARE(final.size(), std::size_t{3});
        QVERIFY(final[0] == standing[1] && final[1] == standing[3] && final[2] == standing[4]);
        QVERIFY(disagreementsIn(standing).empty());

        const Ratings sound = ratingsOf(standing, AuditStage::Sound);
        QVERIFY(sound.annotators == (std::vector<std::string>{"Ada", "Bo"}));
        QVERIFY(sound.table.values == (std::vector<int>{3, 1}));
        QVERIFY(audibleRatings(sound.table).values == (std::vector<int>{0, 0}));
        QVERIFY(ofEvent(sound, 0).items == 1 && ofEvent(sound, 1).items == 0);
    }

    void disagreementsAreDecidedByAdjudication() {
        std::vector<Verdict> standing{
            verdictBy(1, "Ada", VerdictValue::Audible), verdictBy(1, "Bo", VerdictValue::Visible),
            verdictBy(2, "Ada", VerdictValue::Audible), verdictBy(2, "Bo", VerdictValue::Both),
            verdictBy(3, "Ada", VerdictValue::Unsure),  verdictBy(3, "Bo", VerdictValue::Both)};
        const std::vector<Disagreement> disagreements = disagreementsIn(standing);
        QCOMPARE(disagreements.size(), std::size_t{3});
        QVERIFY(disagreements[0].isAboutSound && !disagreements[1].isAboutSound && !disagreements[2].isAboutSound);

        const BinaryTable weak = [] {
            BinaryTable table(4, 1);
            table.values = {1, 0, 0, 1};
            return table;
        }();
        const std::vector<ClipId> clips{1, 2, 3, 4};
        QVERIFY(auditedLabels(weak, clips, auditedSound(standing)).values == (std::vector<std::uint8_t>{1, 1, 1, 1}));
        standing.push_back(verdictBy(1, "Cy", VerdictValue::Neither, AuditStage::Adjudicated));
        QVERIFY(auditedLabels(weak, clips, auditedSound(standing)).values == (std::vector<std::uint8_t>{0, 1, 1, 1}));
        QVERIFY(disagreementsIn(standing)[0].adjudication->annotator == "Cy");
    }

    // Wilson, by hand for 3 of 10 at 0.95: 0.1078 to 0.6032 (statsmodels' proportion_confint gives the same).
    void sharesHaveWilsonsInterval() {
        const Share share = shareOf(3, 10);
        QVERIFY(std::abs(share.interval.low - 0.10779) < 1e-4 && std::abs(share.interval.high - 0.60322) < 1e-4);
        QCOMPARE(shareOf(0, 5).interval.low, 0.0);
        QCOMPARE(shareOf(5, 5).interval.high, 1.0);
        QVERIFY(shareOf(0, 0).interval == (Interval{0.0, 1.0}));
    }

    // Four labelled clips with â 0.9, 0.8, 0.7, 0.1 (mean 0.625), four others with 0.05, 0.15, 0.95, 0.3 (mean of
    // 1 - â: 0.6375).
    void theConfidentJointAsCountedByHand() {
        Matrix audio(9, 1);
        audio.values = {0.9F, 0.8F, 0.7F, 0.1F, 0.05F, 0.15F, 0.95F, 0.3F, std::numeric_limits<float>::quiet_NaN()};
        BinaryTable labels(9, 1);
        labels.values = {1, 1, 1, 1, 0, 0, 0, 0, 1};
        const auto joints = confidentJoints(audio, labels);
        QVERIFY_OK(joints);
        const ConfidentJoint &joint = joints->front();
        QCOMPARE(joint.labelled, std::int64_t{4});
        QCOMPARE(joint.counts[1][1], std::int64_t{3});
        QCOMPARE(joint.counts[1][0], std::int64_t{1});
        QCOMPARE(joint.counts[0][0], std::int64_t{3});
        QCOMPARE(joint.counts[0][1], std::int64_t{1});
        QCOMPARE(*joint.wrongLabels, 0.25);
        QCOMPARE(*joint.missingLabels, 0.25);
        QVERIFY(!confidentJoints(Matrix(2, 1), labels));
    }

    void anEventThatIsNeverLabelledHasNoNoise() {
        const auto joints = confidentJoints(Matrix(3, 1, 0.5F), BinaryTable(3, 1));
        QVERIFY(joints && !joints->front().wrongLabels && *joints->front().missingLabels == 0.0);
    }
};

TAGSCOPE_PLAIN_TEST(TestAgreement)
#include "tst_agreement.moc"

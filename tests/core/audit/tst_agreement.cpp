// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/agreement_summary.h"
#include "core/audit/confident_joint.h"
#include "core/audit/verdict_summary.h"
#include "core/formats/csv_rows.h"
#include "tests/support/qt_test.h"
#include "tests/support/test_files.h"

#include <algorithm>
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

Verdict verdictBy(ClipId clip, const char *annotator, VerdictValue value, AuditStage stage = AuditStage::Pictures,
                  std::int64_t time = 1) {
    return {clip, 0, stage, annotator, value, {}, time};
}

std::vector<Verdict> goldenVerdicts() {
    std::vector<Verdict> verdicts;
    const auto take = [&verdicts](CsvRow &&row) -> Result<void> {
        if (row.cells[0] == "clip")
            return {};
        Verdict verdict = verdictBy(std::stoi(row.cells[0]), row.cells[3].c_str(), VerdictValue::Both,
                                    stageNamed(row.cells[2]).value());
        verdict.event = std::stoi(row.cells[1]);
        verdict.value = valueFor({answerNamed(row.cells[4]), answerNamed(row.cells[5])});
        verdict.isInformed = row.cells[6] == "1";
        verdicts.push_back(std::move(verdict));
        return {};
    };
    const Result<void> read = forEachCsvRow(test::goldenFile("agreement_verdicts.csv"), take);
    return read ? standingVerdicts(std::move(verdicts)) : std::vector<Verdict>();
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
        const std::vector<Verdict> standing{verdictBy(1, "Ada", VerdictValue::Neither, AuditStage::Sound),
                                            verdictBy(1, "Ada", VerdictValue::Visible, AuditStage::ModelOutput),
                                            verdictBy(1, "Ada", VerdictValue::Both, AuditStage::Pictures, 9),
                                            verdictBy(1, "Bo", VerdictValue::Visible, AuditStage::Sound),
                                            verdictBy(1, "Ada", VerdictValue::Audible, AuditStage::Adjudicated)};
        const std::vector<Verdict> final = finalVerdicts(standing);
        QCOMPARE(final.size(), std::size_t{3});
        QVERIFY(final[0] == standing[1] && final[1] == standing[3] && final[2] == standing[4]);
        QVERIFY(disagreementsIn(standing).empty());

        // Of the sound alone nothing is said of what is seen, whatever the word.
        const Ratings sound = ratingsOf(standing, {AuditStage::Sound});
        QVERIFY(sound.annotators == (std::vector<std::string>{"Ada", "Bo"}));
        const int notHeard = static_cast<int>(VerdictValue::NotHeard);
        QVERIFY(sound.table.values == (std::vector<int>{notHeard, notHeard}));
        QVERIFY(ratingsOn(VoteAxis::Heard, standing, {AuditStage::Sound}).table.values == (std::vector<int>{0, 0}));
        QVERIFY(ratingsOn(VoteAxis::Seen, standing, {AuditStage::Sound}).pairs.empty());
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

    void whatIsNotAskedAnewIsAsItWasAnswered() {
        const std::vector<Verdict> standing{verdictBy(1, "Ada", VerdictValue::Heard, AuditStage::Sound),
                                            verdictBy(1, "Ada", VerdictValue::NotSeen, AuditStage::Pictures)};
        const std::vector<Verdict> final = finalVerdicts(standing);
        QVERIFY(final.size() == 1 && final[0].value == VerdictValue::Audible);
        QVERIFY(final[0].stage == AuditStage::Pictures);
        QVERIFY(auditedSound(standing).front().isAudible == true);
    }

    // A stage lists what differs at that stage, blind verdicts alone unless asked otherwise.
    void disagreementsAreThoseOfTheStage() {
        std::vector<Verdict> standing{verdictBy(1, "Ada", VerdictValue::Heard, AuditStage::Sound),
                                      verdictBy(1, "Bo", VerdictValue::NotHeard, AuditStage::Sound),
                                      verdictBy(2, "Ada", VerdictValue::Seen),
                                      verdictBy(2, "Bo", VerdictValue::NotSeen)};
        QCOMPARE(disagreementsIn(standing).size(), std::size_t{2});
        const std::vector<Disagreement> sound = disagreementsIn(standing, {AuditStage::Sound});
        QVERIFY(sound.size() == 1 && sound[0].pair.first == 1 && sound[0].isAboutSound && !sound[0].isAboutPictures);
        const std::vector<Disagreement> pictures = disagreementsIn(standing, {AuditStage::Pictures});
        QVERIFY(pictures.size() == 1 && pictures[0].pair.first == 2 && pictures[0].isAboutPictures);
        QVERIFY(disagreementsIn(standing, {AuditStage::ModelOutput}).empty());
        standing[1].isInformed = true;
        QVERIFY(disagreementsIn(standing, {AuditStage::Sound}).empty());
        QCOMPARE(disagreementsIn(standing, {AuditStage::Sound, true}).size(), std::size_t{1});
    }

    // tests/golden/agreement.py, which was written from the papers and not from this program. Both count with doubles.
    void everyStageAndAxisAsIndependentlyCounted() {
        const std::vector<Verdict> standing = goldenVerdicts();
        QVERIFY(standing.size() > 200);
        std::size_t rows = 0;
        const auto compare = [&](CsvRow &&row) -> Result<void> {
            if (row.cells[0] == "stage")
                return {};
            ++rows;
            AgreementRequest request;
            request.choice = {stageNamed(row.cells[0]), row.cells[1] == "1"};
            request.axis = row.cells[2] == "heard" ? VoteAxis::Heard : VoteAxis::Seen;
            request.bootstrap.draws = 2;
            const AgreementSummary summary = summariseAgreement(standing, 2, request).value();
            const int event = std::stoi(row.cells[3]);
            const auto found = std::ranges::find(summary.rows, event < 0 ? std::nullopt : std::optional(event),
                                                 &EventAgreement::event);
            if (found == summary.rows.end() || std::to_string(found->pairs) != row.cells[4] ||
                std::to_string(found->differing) != row.cells[5])
                return fail(Error::Kind::Inconsistent, {"base.in_line", row.cells[0], row.line, row.cells[3]});
            const auto isSame = [](const std::optional<double> &value, const std::string &cell) {
                return value ? !cell.empty() && std::abs(*value - std::stod(cell)) < 1e-12 : cell.empty();
            };
            bool areSame = isSame(found->fleiss.value, row.cells[6]) && isSame(found->alpha.value, row.cells[7]);
            for (std::size_t i = 0; i < found->cohen.size(); ++i)
                areSame = areSame && isSame(found->cohen[i].kappa.value, row.cells[8 + i]);
            if (!areSame || (found->cohen.size() != 6 && !summary.annotators.empty()))
                return fail(Error::Kind::Inconsistent, {"base.in_line", row.cells[2], row.line, row.cells[3]});
            return {};
        };
        QVERIFY_OK(forEachCsvRow(test::goldenFile("agreement.csv"), compare));
        QVERIFY(rows >= 26);
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

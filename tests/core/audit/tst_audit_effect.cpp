// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/agreement_summary.h"
#include "core/audit/queue_precision.h"
#include "tests/support/qt_test.h"

using namespace tagscope;

namespace {

Verdict verdictOf(ClipId clip, int event, const char *annotator, VerdictValue value,
                  AuditStage stage = AuditStage::Pictures) {
    return {clip, event, stage, annotator, value, {}, 1};
}

// Eight clips with ids from 101 and two events; all are labelled with the first event. Of the second: the last two.
// â of the first event rises with the clip.
AuditMaterial eightClips() {
    AuditMaterial material;
    material.scores = {BinaryTable(8, 2), Matrix(8, 2, 0.5F), Matrix(8, 2, 0.5F)};
    for (std::size_t i = 0; i < 8; ++i) {
        Clip clip;
        clip.id = static_cast<ClipId>(101 + i);
        material.clips.push_back(clip);
        material.groups.push_back(i);
        material.scores.labels(i, 0) = 1;
        material.scores.labels(i, 1) = i >= 6 ? 1 : 0;
        material.scores.audio(i, 0) = 0.1F * static_cast<float>(i + 1);
    }
    return material;
}

// The first clip is judged inaudible, the second is disputed, the third audible.
std::vector<Verdict> threeJudged() {
    return {verdictOf(101, 0, "Ada", VerdictValue::Visible), verdictOf(102, 0, "Ada", VerdictValue::Visible),
            verdictOf(102, 0, "Bo", VerdictValue::Both), verdictOf(103, 0, "Ada", VerdictValue::Audible)};
}

} // namespace

// What comes of an audit: agreement by event, the queue's precision, labels that change.
class TestAuditEffect : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreementIsToldOfEachEventAndOfEachTwo() {
        std::vector<Verdict> standing;
        for (ClipId clip = 1; clip <= 4; ++clip) {
            standing.push_back(verdictOf(clip, 0, "Ada", clip % 2 == 0 ? VerdictValue::Both : VerdictValue::Visible));
            standing.push_back(verdictOf(clip, 0, "Bo", clip % 2 == 0 ? VerdictValue::Audible : VerdictValue::Visible));
            standing.push_back(verdictOf(clip, 2, "Cy", VerdictValue::Neither));
        }
        standing.push_back(verdictOf(1, 2, "Ada", VerdictValue::Unsure));
        standing.push_back(verdictOf(1, 0, "Cy", VerdictValue::Audible, AuditStage::Adjudicated));
        standing = standingVerdicts(standing);
        const Result<AgreementSummary> said = summariseAgreement(standing, 3, {});
        QVERIFY_OK(said);
        QVERIFY(said->annotators == (std::vector<std::string>{"Ada", "Bo", "Cy"}));
        QCOMPARE(said->verdicts, std::size_t{13});
        QCOMPARE(said->rows.size(), std::size_t{3}); // nobody judged the second event
        QVERIFY(!said->rows[0].event && said->rows[1].event == 0 && said->rows[2].event == 2);
        QCOMPARE(said->rows[0].pairs, std::size_t{5});
        QCOMPARE(said->rows[0].differing, std::size_t{3});
        QCOMPARE(said->rows[1].cohen.size(), std::size_t{3});
        QCOMPARE(said->rows[1].cohen[0].kappa.items, std::size_t{4});
        QCOMPARE(said->rows[1].cohen[1].kappa.items, std::size_t{0}); // Ada and Cy never judged it both
        // The same as the coefficients of the event's own table.
        const RatingTable table = ofEvent(ratingsOf(standing), 0);
        QCOMPARE(*said->rows[1].cohen[0].kappa.value, *cohensKappa(table, 0, 1).value);
        QCOMPARE(*said->rows[1].alpha.value, *krippendorffsAlpha(table).value);
        QVERIFY(said->rows[1].fleiss.interval == fleissKappa(table).interval);

        const Result<AgreementSummary> heard = summariseAgreement(standing, 3, {{}, VoteAxis::Heard, {}});
        QVERIFY(heard && heard->rows.size() == 2); // unsure says nothing of the sound
        QCOMPARE(heard->rows[1].differing, std::size_t{0});
        QCOMPARE(*heard->rows[1].alpha.value, 1.0);

        const Result<AgreementSummary> none = summariseAgreement(standing, 3, {{AuditStage::Sound}, std::nullopt, {}});
        QVERIFY(none && none->annotators.empty() && none->rows.size() == 1 && none->rows[0].pairs == 0);
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(summariseAgreement(standing, 3, {}, stop.get_token()).error().isCancelled());
    }

    void precisionIsCountedOfTheOrderAndOfTheControls() {
        const AuditMaterial material = eightClips();
        QueueOptions options;
        options.order = QueueOrder::LabelProbablyWrong;
        options.event = 0;
        options.controlEvery = 4;
        const Result<AuditQueue> queue = auditQueue(material, options);
        QVERIFY(queue && queue->rows.size() == 8 && queue->rows[3].isControl);
        const std::size_t control = queue->rows[3].clip;
        QVERIFY(control > 2); // the first three stand before it
        std::vector<Verdict> standing = threeJudged();
        standing.push_back(verdictOf(material.clips[control].id, 0, "Ada", VerdictValue::Neither));
        const std::array<std::size_t, 2> depths{2, 20};
        const QueuePrecision precision = queuePrecision(material, *queue, standing, depths);
        QCOMPARE(precision.depths.size(), std::size_t{2});
        QCOMPARE(precision.depths[0].judged.rows, std::size_t{2});
        QCOMPARE(precision.depths[0].judged.wrong.looked, std::int64_t{1});
        QCOMPARE(precision.depths[0].judged.wrong.found, std::int64_t{1});
        QCOMPARE(precision.depths[0].judged.undecided, std::int64_t{1});
        QCOMPARE(precision.depths[1].judged.rows, std::size_t{6}); // all there are
        QCOMPARE(precision.ordered.rows, std::size_t{6});
        QCOMPARE(precision.ordered.wrong.looked, std::int64_t{2});
        QCOMPARE(precision.ordered.wrong.share, 0.5);
        QCOMPARE(precision.controls.rows, std::size_t{2});
        QCOMPARE(precision.controls.wrong.looked, std::int64_t{1});
        QCOMPARE(precision.controls.wrong.found, std::int64_t{1});
        QVERIFY(precision.controls.wrong.interval == shareOf(1, 1).interval);
    }

    void aMissingLabelThatIsHeardIsWrongToo() {
        AuditMaterial material = eightClips();
        QueueOptions options;
        options.order = QueueOrder::HeardNotLabelled;
        options.controlEvery = 0;
        const Result<AuditQueue> queue = auditQueue(material, options);
        QVERIFY(queue && queue->rows.size() == 6);
        const std::vector<Verdict> standing{verdictOf(101, 1, "Ada", VerdictValue::Both),
                                            verdictOf(102, 1, "Ada", VerdictValue::Visible)};
        const QueuePrecision precision = queuePrecision(material, *queue, standing);
        QCOMPARE(precision.ordered.wrong.looked, std::int64_t{2});
        QCOMPARE(precision.ordered.wrong.found, std::int64_t{1});
        QCOMPARE(precision.controls.rows, std::size_t{0});
    }

    void labelsThatChangeAreCounted() {
        std::vector<Verdict> standing = threeJudged();
        standing.push_back(verdictOf(101, 1, "Ada", VerdictValue::Audible));
        standing.push_back(verdictOf(999, 1, "Ada", VerdictValue::Audible)); // of another split
        const std::vector<LabelChanges> changes = labelChanges(eightClips(), standing);
        QCOMPARE(changes.size(), std::size_t{2});
        QCOMPARE(changes[0].decided, std::int64_t{2});
        QCOMPARE(changes[0].removed, std::int64_t{1});
        QCOMPARE(changes[0].added, std::int64_t{0});
        QCOMPARE(changes[1].decided, std::int64_t{1});
        QCOMPARE(changes[1].added, std::int64_t{1});
    }

    void noiseOfAMaterialIsThatOfItsEvents() {
        const AuditMaterial material = eightClips();
        const Result<std::vector<EventNoise>> noise = labelNoise(material, {"horn", "bus"}, threeJudged());
        QVERIFY(noise && noise->size() == 2);
        QCOMPARE((*noise)[0].inaudible.looked, std::int64_t{2});
        QCOMPARE((*noise)[0].inaudible.found, std::int64_t{1});
        QCOMPARE((*noise)[0].disputed, std::int64_t{1});
        QCOMPARE((*noise)[0].joint.labelled, std::int64_t{8});
        QVERIFY(!labelNoise(material, {"horn"}, {}));
    }

    void theSetupIsReadAsFarAsItGoes() {
        const std::vector<std::string> events{"horn", "bus"};
        const AuditSetup setup = auditSetupFromJson(
            R"({"order": "uncertain", "event": "bus", "split": "test", "stage": "sound", "controlEvery": 5, "seed": 9,
                "holdsBackDuplicates": false})",
            events);
        QVERIFY(setup.queue.order == QueueOrder::Uncertain && setup.queue.event == 1U);
        QVERIFY(setup.split == "test" && setup.chosenSplit() == std::string_view("test"));
        QVERIFY(setup.queue.controlEvery == 5 && setup.queue.seed == 9 && !setup.queue.holdBackDuplicates);
        for (const char *text : {"", "[]", "{}", R"({"order": 3, "event": "dog", "split": null, "seed": "x"})"}) {
            const AuditSetup plain = auditSetupFromJson(text, events);
            QVERIFY(plain.queue.order == QueueOptions().order && !plain.queue.event && !plain.chosenSplit());
            QCOMPARE(plain.queue.seed, QueueOptions().seed);
        }
    }
};

TAGSCOPE_PLAIN_TEST(TestAuditEffect)
#include "tst_audit_effect.moc"

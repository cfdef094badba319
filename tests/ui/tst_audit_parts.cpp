// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qt_test.h"
#include "tests/ui/synthetic_project.h"
#include "tests/ui/warnings.h"
#include "ui/audit/audit_order.h"
#include "ui/audit/audit_pace.h"
#include "ui/audit/audit_queue_model.h"
#include "ui/audit/audit_queue_service.h"
#include "ui/audit/clip_concealment.h"
#include "ui/audit/media_ahead.h"
#include "ui/audit/sitting_setup.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QElapsedTimer>
#include <QSignalSpy>

// What an audit in the window is made of, by itself.
using namespace tagscope;
using namespace tagscope::ui;

namespace {

std::shared_ptr<const OpenProject> openProject(std::size_t clips = 20) {
    auto project = std::make_shared<OpenProject>();
    project->analyst = std::make_shared<test::SyntheticProject>("/made/up.tagscope", test::ProjectMake{.clips = clips});
    project->store = storeOf(project->analyst);
    project->contents = *readContents(*project->store);
    return project;
}

std::shared_ptr<const SittingQueue> queueOf(std::size_t pairs) {
    auto queue = std::make_shared<SittingQueue>();
    for (std::size_t i = 0; i < pairs; ++i)
        queue->rows.push_back({static_cast<ClipId>(i) + 1, 0, 0.0});
    order(*queue);
    return queue;
}

std::shared_ptr<const SittingQueue> made(AuditQueueService &service, const SittingSetup &setup) {
    std::shared_ptr<const SittingQueue> queue;
    QObject context;
    QObject::connect(&service, &AuditQueueService::made, &context,
                     [&queue](const std::shared_ptr<const SittingQueue> &now) { queue = now; });
    service.want(setup);
    return QTest::qWaitFor([&queue] { return queue != nullptr; }, 20000) ? queue : nullptr;
}

} // namespace

class TestAuditParts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarnings(); }

    void aSetupIsReadAsItWasWritten() {
        AuditSetting setting;
        setting.setup = {QueueOrder::Uncertain, "Car", "test", AuditStage::Pictures, 7, false, true, 12};
        setting.keys[1] = QKeySequence(Qt::Key_V);
        setting.keys[4] = QKeySequence();
        QVERIFY(auditSettingIn(jsonOf(setting)) == setting);
        QVERIFY(auditSettingIn("") == AuditSetting());
        QVERIFY(auditSettingIn("[1, 2") == AuditSetting());
        // An adjudication is no sitting, and nothing is drawn from a negative number on.
        QVERIFY(auditSettingIn(R"({"stage": "adjudicated", "order": 7, "controlEvery": -3})").setup.controlEvery == 0);
        QVERIFY(auditSettingIn(R"({"stage": "adjudicated"})").setup.stage == AuditStage::Sound);
    }

    void theOrderPassesOverWhatIsJudged() {
        AuditOrder order(queueOf(5), {{{1, 0}, VerdictValue::Both}, {{3, 0}, VerdictValue::Unsure}});
        QCOMPARE(order.done(), std::size_t{2});
        QCOMPARE(*order.current(), std::size_t{1});
        order.say(1, VerdictValue::Audible);
        order.goOn();
        QCOMPARE(*order.current(), std::size_t{3});
        QCOMPARE(order.ahead(9), std::vector<std::size_t>{4});
        order.skip();
        QCOMPARE(*order.current(), std::size_t{4});
        QCOMPARE(order.skipped(), std::size_t{1});
        order.say(4, VerdictValue::Neither);
        order.goOn();
        QVERIFY(!order.current()); // but for what was skipped
        order.goBack();
        QCOMPARE(*order.current(), std::size_t{4});
        order.say(4, std::nullopt);
        QCOMPARE(order.left(), std::size_t{2});
        order.say(4, VerdictValue::Both);
        order.takeSkipped();
        QCOMPARE(*order.current(), std::size_t{3});
        order.say(3, VerdictValue::Both);
        order.goOn();
        QCOMPARE(order.left(), std::size_t{0});
        QVERIFY(!order.current());
    }

    void backLeadsToThePairBeforeAlsoAtTheStart() {
        AuditOrder order(queueOf(3), {{{1, 0}, VerdictValue::Both}});
        QVERIFY(order.canGoBack()); // to one of an earlier sitting
        order.goBack();
        QCOMPARE(*order.current(), std::size_t{0});
        QVERIFY(!order.canGoBack());
        order.goOn();
        QCOMPARE(*order.current(), std::size_t{1});
    }

    void aPauseIsNoWork() {
        AuditPace pace;
        pace.restart(0);
        std::int64_t now = 0;
        for (int i = 0; i < 5; ++i)
            pace.add(now += 10'000);
        QCOMPARE(*pace.perHour(), 360.0);
        pace.add(now += 30 * 60'000);
        QCOMPARE(*pace.perHour(), 360.0);
        for (int i = 0; i < 200; ++i)
            pace.add(now += 5'000);
        QCOMPARE(*pace.perHour(), 720.0); // of the last minutes
    }

    void theQueueIsThatOfTheSetup() {
        AuditQueueService service;
        service.setProject(openProject(60));
        SittingSetup setup;
        setup.order = QueueOrder::LabelProbablyWrong;
        setup.controlEvery = 0;
        const auto all = made(service, setup);
        QVERIFY(all && !all->rows.empty());
        QVERIFY(all->withoutMedia > 0);
        double last = 1.0; // of the first row of each clip: the others of the clip come with it
        for (std::size_t place = 0; place < all->rows.size(); ++place)
            if (place == 0 || all->rows[place].clip != all->rows[place - 1].clip) {
                QVERIFY(all->rows[place].value <= last);
                last = all->rows[place].value;
            }
        setup.event = openProject()->contents.classes[2].name;
        const auto ofOne = made(service, setup);
        QVERIFY(ofOne && !ofOne->rows.empty() && ofOne->rows.size() < all->rows.size());
        for (const SittingRow &row : ofOne->rows)
            QCOMPARE(row.event, 2);
        QSignalSpy failures(&service, &AuditQueueService::failed);
        setup.event = "No such event";
        service.want(setup);
        QTRY_COMPARE(failures.size(), 1);
    }

    // Whoever knows where the controls are judges them differently.
    void theTableDoesNotShowWhichRowsAreControls() {
        AuditQueueService service;
        service.setProject(openProject(200));
        SittingSetup setup;
        setup.order = QueueOrder::LabelProbablyWrong;
        setup.controlEvery = 5;
        const auto queue = made(service, setup);
        QVERIFY(queue);
        bool isMixed = false; // or the test could not fail
        for (std::size_t place = 1; place < queue->rows.size(); ++place)
            isMixed = isMixed || queue->rows[place].value > queue->rows[place - 1].value;
        QVERIFY(isMixed);
        AuditQueueModel model;
        const QAbstractItemModelTester tester(&model);
        model.setNames({}, [](ClipId clip) { return QString::number(clip); });
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.setQueue(queue, {});
        QCOMPARE(model.rowCount(), static_cast<int>(queue->rows.size()));
        double before = 2.0;
        for (int row = 0; row < model.rowCount(); ++row) {
            const double value = queue->rows[queue->byValue[static_cast<std::size_t>(row)]].value;
            QVERIFY(value <= before);
            before = value;
        }
        const SittingRow &first = queue->rows[queue->byValue[0]];
        model.setQueue(queue, {{{first.clip, first.event}, VerdictValue::Both}});
        QVERIFY(!model.index(0, AuditQueueModel::Said).data().toString().isEmpty());
        QVERIFY(model.index(1, AuditQueueModel::Said).data().toString().isEmpty());
        model.setQueue(nullptr, {});
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(resets.size(), 0);
    }

    void recordingsAreAtHandBeforeTheyAreWanted() {
        const std::shared_ptr<const OpenProject> project = openProject();
        MediaAhead media;
        media.setAnalyst(project->analyst);
        QSignalSpy ready(&media, &MediaAhead::ready);
        media.want({3, 4, 5});
        QTRY_COMPARE(ready.size(), 3);
        for (const ClipId clip : {3, 4, 5})
            QVERIFY(media.find(clip) != nullptr && *media.find(clip));
        QVERIFY(media.find(6) == nullptr);
        media.want({4, 5, 6});
        QTRY_COMPARE(ready.size(), 4);
        media.setAnalyst(nullptr);
        QVERIFY(media.find(4) == nullptr);
    }

    void whatMayBeSeenIsLeft() {
        ShownClip shown;
        shown.title = QStringLiteral("Bicycle at the door");
        shown.clip = 7;
        shown.state = QStringLiteral("tagged Bicycle");
        shown.notice = QStringLiteral("with key frames");
        shown.labels = {3};
        shown.analysis = std::make_shared<const ClipAnalysis>();
        ClipAnnotations said;
        said.regions = {{7, 3, Seconds(1), Seconds(2)}};
        said.presence = {{7, 3, false, true}};
        for (const char *name : {"Ann", "Bo"})
            for (const AuditStage stage : {AuditStage::Sound, AuditStage::ModelOutput, AuditStage::Adjudicated})
                said.verdicts.push_back({7, 3, stage, name, VerdictValue::Both, {}, 1});
        said.markedRegions = {{7, 3, "Ann", Seconds(1), Seconds(2), 50, std::nullopt},
                              {7, 3, "Ann", Seconds(3), Seconds(4), 150, std::nullopt},
                              {7, 3, "Bo", Seconds(1), Seconds(2), 150, std::nullopt}};
        shown.annotations = std::make_shared<const ClipAnnotations>(said);
        const auto bare = bareClip(Clip(), "a.mp4", {});
        for (const AuditStage stage : {AuditStage::Sound, AuditStage::Pictures}) {
            const ShownClip left = concealed(shown, bare, {"Ann", stage, 100});
            QVERIFY(left.title.isEmpty() && left.state.isEmpty() && left.notice.isEmpty() && !left.labels);
            QVERIFY(left.analysis == bare && left.concealed.isBare && left.concealed.output);
            QCOMPARE(left.concealed.pictures, stage == AuditStage::Sound);
            QVERIFY(left.annotations->regions.empty() && left.annotations->presence.empty());
            QCOMPARE(left.annotations->verdicts.size(), std::size_t(stage == AuditStage::Sound ? 1 : 0));
            QCOMPARE(left.annotations->markedRegions.size(), std::size_t{1});
        }
        const ShownClip left = concealed(shown, bare, {"Ann", AuditStage::ModelOutput, 100});
        QVERIFY(left.analysis == shown.analysis && left.labels && left.concealed == Concealed());
        QVERIFY(left.annotations->presence.empty());
        QCOMPARE(left.annotations->verdicts.size(), std::size_t{1});
        shown.analysis = nullptr;
        QVERIFY(concealed(shown, bare, {"Ann", AuditStage::ModelOutput, 100}).analysis == bare);
    }
};

TAGSCOPE_WINDOW_TEST(TestAuditParts)
#include "tst_audit_parts.moc"

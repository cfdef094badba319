// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/audit_plan.h"
#include "core/audit/audit_progress.h"
#include "tests/core/project/sample_project.h"
#include "tests/support/qt_test.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

using namespace tagscope;
using test::Folder;

namespace {

constexpr std::int64_t kPlanTime = 1'700'000'000'000'000;
constexpr std::size_t kPlannedClips = 60;

// Sixty clips, each labelled "dog", every second one "rain" as well.
Project labelledProject(const Folder &folder) {
    Project project = Project::create(folder.path("lead.tagscope"), test::threeClasses()).value();
    const std::vector<ClipId> clips = project.addClips(test::clipsNamed(kPlannedClips, "secretsplit")).value();
    std::vector<std::pair<ClipId, int>> labels;
    for (std::size_t i = 0; i < clips.size(); ++i) {
        labels.emplace_back(clips[i], 0);
        if (i % 2 == 0)
            labels.emplace_back(clips[i], 1);
    }
    [[maybe_unused]] const Result<void> labelled = project.addLabels(labels);
    return project;
}

Verdict saidBy(ClipId clip, int event, const char *who, VerdictValue value, AuditStage stage, std::int64_t time) {
    return {clip, event, stage, who, value, {}, time};
}

// The lead decided the first six clips.
void decideSome(Project &project) {
    std::vector<Verdict> verdicts;
    for (ClipId clip = 1; clip <= 6; ++clip)
        for (int event = 0; event < 2; ++event)
            verdicts.push_back(saidBy(clip, event, "Lea", clip % 2 == 0 ? VerdictValue::Both : VerdictValue::Neither,
                                      AuditStage::Adjudicated, kPlanTime));
    QVERIFY_OK(project.addVerdicts(verdicts));
}

PlanOptions threeOf20() {
    PlanOptions options;
    options.annotators = {"anna", "ben", "carl"};
    options.pages = 20;
    options.overlap = 0.2;
    options.gold = 0.1;
    options.queue.order = QueueOrder::Random;
    return options;
}

AuditPlan planOf(const Project &project, const PlanOptions &options) {
    return makePlan(project, auditMaterial(project, std::nullopt).value(), options).value();
}

std::set<ClipId> clipsOf(const PlannedTask &task, std::optional<PageKind> kind = std::nullopt) {
    std::set<ClipId> clips;
    for (const PlannedPage &page : task.pages)
        if (!kind || page.kind == *kind)
            clips.insert(page.page.clip);
    return clips;
}

} // namespace

// What the lead hands out, and how far it is.
class TestAuditPlan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyoneGetsTheirPartAndTheSharedPages() {
        const Folder folder;
        Project project = labelledProject(folder);
        decideSome(project);
        const AuditPlan plan = planOf(project, threeOf20());
        QCOMPARE(plan.tasks.size(), std::size_t{3});
        std::map<ClipId, int> owners;
        for (const PlannedTask &task : plan.tasks) {
            QCOMPARE(task.pages.size(), std::size_t{20});
            QCOMPARE(clipsOf(task).size(), std::size_t{20}); // no clip twice
            QCOMPARE(clipsOf(task, PageKind::Shared).size(), std::size_t{4});
            QCOMPARE(clipsOf(task, PageKind::Gold).size(), std::size_t{2});
            QVERIFY(clipsOf(task, PageKind::Shared) == clipsOf(plan.tasks[0], PageKind::Shared));
            QVERIFY(clipsOf(task, PageKind::Gold) == clipsOf(plan.tasks[0], PageKind::Gold));
            for (const ClipId clip : clipsOf(task, PageKind::Own))
                ++owners[clip];
            for (const PlannedPage &page : task.pages) // all labels of a clip on one page
                QVERIFY(page.page.events == (page.page.clip % 2 == 1 ? std::vector<int>{0, 1} : std::vector<int>{0}));
        }
        QVERIFY(std::ranges::all_of(owners, [](const auto &owner) { return owner.second == 1; }));
        QCOMPARE(owners.size(), std::size_t{42});
        for (const ClipId clip : clipsOf(plan.tasks[0], PageKind::Gold)) {
            QVERIFY(clip <= 6);
            QCOMPARE(plan.gold.at({clip, 0}), clip % 2 == 0);
        }
    }

    void theSameSeedPlansTheSame() {
        const Folder folder;
        Project project = labelledProject(folder);
        const AuditPlan plan = planOf(project, threeOf20());
        QVERIFY(planOf(project, threeOf20()) == plan);
        PlanOptions other = threeOf20();
        other.seed = 2;
        QVERIFY(!(planOf(project, other) == plan) && planOf(project, other).id != plan.id);
        QVERIFY(plan.gold.empty()); // nobody knows anything yet
    }

    void aTaskTellsNothingOfWhatOthersKnow() {
        const Folder folder;
        Project project = labelledProject(folder);
        decideSome(project);
        QVERIFY_OK(project.storeScores({Branch::Audio, "secretrun"}, std::vector<ClipScore>{{1, {0.5F, 0.5F, 0.5F}}}));
        const AuditPlan plan = planOf(project, threeOf20());
        const auto files = handOut(project, plan, folder.path("tasks"));
        QVERIFY_OK(files);
        QCOMPARE(files->at(1), folder.path("tasks/ben.task.tagscope"));
        QVERIFY(plansOf(project).value() == std::vector<AuditPlan>{plan});
        {
            const Project task = Project::open(files->at(1), Project::Access::ReadOnly).value();
            const std::optional<AuditTask> given = taskOf(task).value();
            QVERIFY(given && given->plan == plan.id && given->annotator == "ben" && given->pages.size() == 20);
            QVERIFY(given->stages == (std::vector<AuditStage>{AuditStage::Sound, AuditStage::Pictures}));
            for (std::size_t i = 0; i < 20; ++i) { // under other numbers, which the names' order gives
                const PlannedPage &page = plan.tasks[1].pages[i];
                QCOMPARE(task.clip(given->pages[i].clip).value()->name, project.clip(page.page.clip).value()->name);
                QVERIFY(given->pages[i].events == page.page.events);
            }
            const std::vector<Clip> clips = task.clips().value();
            QCOMPARE(clips.size(), std::size_t{20});
            QVERIFY(std::ranges::is_sorted(clips, {}, &Clip::name));
            QVERIFY(task.verdictHistory()->empty() && task.scoreSources()->empty());
            std::vector<ClipId> ids;
            for (const Clip &clip : clips)
                ids.push_back(clip.id);
            const BinaryTable labels = task.labels(ids, Truth::Weak).value();
            QVERIFY(std::ranges::all_of(labels.values, [](auto value) { return value == 0; }));
            QVERIFY(!task.setting(kPlansKey).value());
        }
        std::ifstream stream(files->at(1), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
        for (const char *word : {"secretsplit", "secretrun", "Lea", "gold", "shared", "random", "anna", "carl"})
            QVERIFY2(bytes.find(word) == std::string::npos, word);
        QVERIFY(!taskOf(project).value());
        // A second time nothing is written over, and nothing is added to the plans.
        QVERIFY_FAILS(handOut(project, plan, folder.path("tasks")), Error::Kind::Inconsistent, "anna.task.tagscope");
        QCOMPARE(plansOf(project)->size(), std::size_t{1});
    }

    void whatIsPlannedOrJudgedIsNotPlannedAgain() {
        const Folder folder;
        Project project = labelledProject(folder);
        decideSome(project);
        const AuditPlan first = planOf(project, threeOf20());
        QVERIFY_OK(handOut(project, first, folder.path("one")));
        const AuditPlan second = planOf(project, threeOf20());
        std::set<ClipId> before;
        for (const PlannedTask &task : first.tasks)
            before.merge(clipsOf(task));
        for (const PlannedTask &task : second.tasks)
            for (const PageKind kind : {PageKind::Own, PageKind::Shared})
                for (const ClipId clip : clipsOf(task, kind))
                    QVERIFY(clip > 6 && !before.contains(clip));
    }

    void refusesPlansThatCannotBe() {
        const Folder folder;
        Project project = labelledProject(folder);
        const AuditMaterial material = auditMaterial(project, std::nullopt).value();
        const auto refusal = [&](const auto &change) {
            PlanOptions options = threeOf20();
            change(options);
            return test::whatOf(makePlan(project, material, options));
        };
        QVERIFY(refusal([](PlanOptions &o) { o.annotators = {"Anna", " anna "}; }).find("anna") != std::string::npos);
        QVERIFY(!refusal([](PlanOptions &o) { o.annotators = {"a:b", "a/b"}; }).empty()); // one file for both
        QVERIFY(!refusal([](PlanOptions &o) { o.annotators = {}; }).empty());
        QVERIFY(!refusal([](PlanOptions &o) { o.annotators = {"  "}; }).empty());
        QVERIFY(!refusal([](PlanOptions &o) { o.overlap = 1.5; }).empty());
        QVERIFY(!refusal([](PlanOptions &o) { o.overlap = o.gold = 0.6; }).empty());
        QVERIFY(!refusal([](PlanOptions &o) { o.stages = {}; }).empty());
        QVERIFY(!refusal([](PlanOptions &o) { o.pages = 0; }).empty());
        QVERIFY_OK(project.setSetting(kPlansKey, R"([{"id": 7}])"));
        QVERIFY_FAILS(plansOf(project), Error::Kind::Malformed, "plans");
        QVERIFY_OK(project.setSetting(kTaskKey, R"({"version": 1, "stages": ["smell"]})"));
        QVERIFY_FAILS(taskOf(project), Error::Kind::Malformed, "task");
    }

    void fewerClipsMakeSmallerTasks() {
        const Folder folder;
        Project project = labelledProject(folder);
        PlanOptions options = threeOf20();
        options.pages = 50;
        options.gold = 0.0;
        const AuditPlan plan = planOf(project, options);
        for (const PlannedTask &task : plan.tasks) { // 10 of all, and a third of the others
            QCOMPARE(clipsOf(task, PageKind::Shared).size(), std::size_t{10});
            QCOMPARE(clipsOf(task, PageKind::Own).size(), std::size_t{16});
        }
    }

    void progressIsCounted() {
        AuditPlan plan;
        plan.stages = {AuditStage::Sound, AuditStage::Pictures};
        plan.tasks = {{"anna", {{{1, {0, 1}}, PageKind::Shared}, {{2, {0}}, PageKind::Gold}}},
                      {"ben", {{{1, {0, 1}}, PageKind::Shared}}}};
        plan.gold = {{{2, 0}, true}};
        constexpr std::int64_t kSecond = 1'000'000;
        const std::vector<Verdict> history{
            saidBy(1, 0, "anna", VerdictValue::Heard, AuditStage::Sound, kPlanTime),
            saidBy(1, 1, "anna", VerdictValue::HeardUnsure, AuditStage::Sound, kPlanTime + 10 * kSecond),
            saidBy(1, 1, "anna", VerdictValue::NotHeard, AuditStage::Sound, kPlanTime + 20 * kSecond), // changed
            saidBy(2, 0, "anna", VerdictValue::NotHeard, AuditStage::Sound, kPlanTime + 1000 * kSecond),
            saidBy(1, 2, "anna", VerdictValue::Heard, AuditStage::Sound, kPlanTime + 1010 * kSecond), // not labelled
            saidBy(1, 0, "ben", VerdictValue::Heard, AuditStage::Sound, kPlanTime),
            saidBy(1, 1, "ben", VerdictValue::Heard, AuditStage::Sound, kPlanTime),
            saidBy(1, 1, "ben", VerdictValue::SeenUnsure, AuditStage::Pictures, kPlanTime),
            saidBy(1, 1, "Lea", VerdictValue::Both, AuditStage::Adjudicated, kPlanTime)};
        const AuditProgress progress = auditProgress({plan}, history, {"dog", "rain", "wind", "bell"});
        QCOMPARE(progress.annotators.size(), std::size_t{2});
        const AnnotatorProgress &anna = progress.annotators[0];
        QCOMPARE(anna.planned, std::size_t{6});
        QCOMPARE(anna.done, std::size_t{3});
        QCOMPARE(anna.left(), std::size_t{3});
        QCOMPARE(anna.beyond, std::size_t{1});
        QCOMPARE(anna.changes, std::size_t{1});
        QCOMPARE(*anna.perHour, 360.0); // three pauses of ten seconds; the long one is none of them
        QVERIFY(anna.unsure.found == 0 && anna.unsure.looked == 4);
        QVERIFY(anna.asOthers.found == 1 && anna.asOthers.looked == 2);
        QVERIFY(anna.asGold.found == 0 && anna.asGold.looked == 1);
        const AnnotatorProgress &ben = progress.annotators[1];
        QVERIFY(ben.planned == 4 && ben.done == 3 && ben.unsure.found == 1 && ben.unsure.looked == 3);
        QVERIFY(!ben.perHour);
        QCOMPARE(progress.events.size(), std::size_t{3}); // nobody is asked for the bell
        QVERIFY(progress.events[1].planned == 4 && progress.events[1].done == 3 && progress.events[1].differing == 1);
        QVERIFY(progress.orders.empty()); // no page says why it is there
    }

    // Pages say which pair brought them, and whether it was drawn; what the verdicts find among them is counted apart.
    void whatAnOrderFindsIsCountedAsItIsJudged() {
        const Folder folder;
        Project project = labelledProject(folder);
        PlanOptions options = threeOf20();
        options.queue.order = QueueOrder::Random;
        options.queue.controlEvery = 5;
        AuditPlan plan = planOf(project, options);
        std::map<AuditedPair, bool> isControl;
        for (const PlannedTask &task : plan.tasks)
            for (const PlannedPage &page : task.pages) {
                QVERIFY(page.reason && page.reason->isLabelled);
                QVERIFY(std::ranges::find(page.page.events, page.reason->event) != page.page.events.end());
                isControl.emplace(AuditedPair(page.page.clip, page.reason->event), page.reason->isControl);
            }
        QVERIFY_OK(handOut(project, plan, folder.path("tasks")));
        QVERIFY(plansOf(project).value() == std::vector<AuditPlan>{plan}); // reasons are kept
        std::vector<Verdict> history;
        std::size_t found = 0; // every second one of the order's is not heard, and no control
        std::size_t ordered = 0;
        for (const auto &[pair, isDrawn] : isControl) {
            const bool isWrong = !isDrawn && ordered++ % 2 == 0;
            found += isWrong ? 1U : 0U;
            history.push_back(saidBy(pair.first, pair.second, "anna",
                                     isWrong ? VerdictValue::NotHeard : VerdictValue::Heard, AuditStage::Sound,
                                     kPlanTime));
        }
        history.push_back(
            saidBy(60, 2, "anna", VerdictValue::Heard, AuditStage::Sound, kPlanTime)); // asked by no order
        const AuditProgress progress = auditProgress({plan}, history, {"dog", "rain", "wind"});
        QCOMPARE(progress.orders.size(), std::size_t{1});
        const OrderProgress &order = progress.orders.front();
        QCOMPARE(QString::fromStdString(order.order), QStringLiteral("random"));
        QCOMPARE(order.ordered.rows, ordered);
        QCOMPARE(order.ordered.wrong.looked, static_cast<std::int64_t>(ordered));
        QCOMPARE(order.ordered.wrong.found, static_cast<std::int64_t>(found));
        QVERIFY(order.controls.rows > 0 && order.controls.rows + ordered == isControl.size());
        QVERIFY(order.controls.wrong.found == 0 &&
                order.controls.wrong.looked == static_cast<std::int64_t>(order.controls.rows));
        const OrderProgress before = auditProgress({plan}, {}, {"dog", "rain", "wind"}).orders.front();
        QVERIFY(before.ordered.rows == ordered && before.ordered.wrong.looked == 0);
    }
};

TAGSCOPE_CORE_TEST(TestAuditPlan)
#include "tst_audit_plan.moc"

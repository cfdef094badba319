// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qt_test.h"
#include "tests/ui/own_settings.h"
#include "tests/ui/synthetic.h"
#include "tests/ui/synthetic_project.h"
#include "tests/ui/warnings.h"
#include "ui/clips/clip_scores.h"
#include "ui/clips/clip_thumbnails.h"
#include "ui/clips/project_clip_model.h"
#include "ui/clips/project_panel.h"
#include "ui/document/project_commands.h"
#include "ui/document/project_edits.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>
#include <QUndoStack>
#include <algorithm>
#include <atomic>
#include <numeric>

// The list of a project's clips: filters and orders against brute force, pictures, selection, moves between splits.
using namespace tagscope;
using namespace tagscope::ui;

namespace {

std::shared_ptr<const OpenProject> listedProject(const std::shared_ptr<ClipAnalyst> &source) {
    Document document([source](const std::filesystem::path &,
                               const std::stop_token &) { return Result<std::shared_ptr<ClipAnalyst>>(source); },
                      {});
    document.open("/project/street.tagscope");
    return QTest::qWaitFor([&] { return document.project() != nullptr; }) ? document.project() : nullptr;
}

std::shared_ptr<test::SyntheticProject> sourceOf(std::size_t clips) {
    test::ProjectMake make;
    make.clips = clips;
    make.isJudged = true;
    return std::make_shared<test::SyntheticProject>("/project/street.tagscope", make);
}

ClipJudge::Judgements judged(const OpenProject &project, const OperatingPoint &point) {
    return std::make_shared<const std::vector<ClipJudgement>>(
        *judgeClips(project.contents, *clipFigures(*project.store), point, {}));
}

std::vector<ClipId> shownIn(const ProjectClipModel &model) {
    std::vector<ClipId> clips;
    for (int row = 0; row < model.rowCount(); ++row)
        clips.push_back(*model.clipAt(row));
    return clips;
}

bool has(const std::vector<int> &events, int event) {
    return std::find(events.begin(), events.end(), event) != events.end();
}

} // namespace

class TestClipList : public QObject {
    Q_OBJECT

private:
    QTemporaryDir settings_;

private Q_SLOTS:
    void initTestCase() { test::useOwnSettings(settings_); }

    void init() {
        test::failOnWarnings();
        QSettings().clear();
    }

    void tagsAreThoseOfTheStoredProbabilities() {
        const auto project = listedProject(
            std::make_shared<test::SyntheticProject>("/project/street.tagscope", test::ProjectMake{.clips = 60}));
        const ClipFigures figures = *clipFigures(project->analyst->project());
        const auto judgements = judged(*project, *figures.point);
        const ClipScores bars(std::make_shared<const ClipFigures>(figures), *figures.point);
        bool isAnyDisputed = false;
        for (std::size_t i = 0; i < judgements->size(); ++i) {
            const ClipJudgement &judgement = (*judgements)[i];
            const std::vector<int> &labels = project->contents.clips[i].labels;
            const auto row = static_cast<std::size_t>(
                std::ranges::find(figures.clips, project->contents.clips[i].clip.id) - figures.clips.begin());
            QCOMPARE(judgement.isScored, i % 3 != 2);
            double margin = 0;
            for (int k = 0; judgement.isScored && k < 17; ++k) {
                const double p = figures.audio(row, static_cast<std::size_t>(k));
                QCOMPARE(has(judgement.tags, k), p >= 0.6);
                QCOMPARE(bars.decision(project->contents.clips[i].clip.id, k)->isTagged(), p >= 0.6);
                QCOMPARE(has(judgement.untagged, k), has(labels, k) && p < 0.6);
                QCOMPARE(has(judgement.unlabelled, k), !has(labels, k) && p >= 0.6);
                if (has(labels, k) != (p >= 0.6))
                    margin = std::max(margin, std::abs(p - 0.6));
            }
            QCOMPARE(judgement.margin, margin);
            isAnyDisputed = isAnyDisputed || judgement.isDisputed();
            QVERIFY(judgement.heard == (i % 4 != 0 ? Heard::Unknown : i % 8 == 0 ? Heard::Yes : Heard::No));
        }
        QVERIFY(isAnyDisputed);
    }

    void filtersAgainstBruteForce() {
        const auto project = listedProject(sourceOf(300));
        ProjectClipModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setProject(project);
        model.setJudgements(judged(*project, *clipFigures(project->analyst->project())->point));
        std::vector<ClipFilter> filters;
        for (const auto &split : {std::optional<QString>(), std::optional<QString>(QStringLiteral("test"))})
            for (const auto &label : {std::optional<int>(), std::optional<int>(3), std::optional<int>(-1)})
                for (const auto &tag : {std::optional<int>(), std::optional<int>(5), std::optional<int>(-1)})
                    for (const auto &heard : {std::optional<Heard>(), std::optional<Heard>(Heard::No)})
                        for (int kind = -1; kind < 5; ++kind)
                            filters.push_back(
                                {split, QStringLiteral("CLIP-1"), label, tag,
                                 kind < 0 ? std::nullopt : std::optional(static_cast<LabelDisagreement>(kind)), heard});
        std::size_t shown = 0;
        for (const ClipFilter &filter : filters) {
            model.setFilter(filter);
            std::vector<ClipId> expected;
            for (const LabelledClip &clip : project->contents.clips) {
                const ClipJudgement &judgement = *model.judgement(clip.clip.id);
                const bool differs = !judgement.untagged.empty() || !judgement.unlabelled.empty();
                const bool isOfKind =
                    !filter.disagreement || (*filter.disagreement == LabelDisagreement::Any && differs) ||
                    (*filter.disagreement == LabelDisagreement::Untagged && !judgement.untagged.empty()) ||
                    (*filter.disagreement == LabelDisagreement::Unlabelled && !judgement.unlabelled.empty()) ||
                    (*filter.disagreement == LabelDisagreement::None && judgement.isTagged && !differs) ||
                    (*filter.disagreement == LabelDisagreement::Unknown && !judgement.isTagged);
                const bool isOfLabel =
                    !filter.label || (*filter.label < 0 ? clip.labels.empty() : has(clip.labels, *filter.label));
                const bool isOfTag =
                    !filter.tag || (judgement.isTagged &&
                                    (*filter.tag < 0 ? judgement.tags.empty() : has(judgement.tags, *filter.tag)));
                if (clip.clip.name.find("clip-1") != std::string::npos &&
                    (!filter.split || clip.clip.split == filter.split->toStdString()) && isOfLabel && isOfTag &&
                    isOfKind && (!filter.heard || judgement.heard == *filter.heard) &&
                    (filter.heard != Heard::No || filter.label.value_or(-1) < 0 ||
                     has(judgement.unheard, *filter.label)))
                    expected.push_back(clip.clip.id);
            }
            QCOMPARE(shownIn(model), expected);
            shown += expected.size();
        }
        QVERIFY(shown > 300); // they do not all hide everything
    }

    void filtersByWhatAnnotatorsSaid() {
        const auto project = listedProject(sourceOf(300));
        ProjectClipModel model;
        model.setProject(project);
        model.setJudgements(judged(*project, *clipFigures(project->analyst->project())->point));
        const auto counted = [&model](AuditOutcome outcome) {
            ClipFilter filter;
            filter.verdict = outcome;
            model.setFilter(filter);
            return model.rowCount();
        };
        QCOMPARE(counted(AuditOutcome::Any), 30);
        QCOMPARE(counted(AuditOutcome::None), 270);
        QCOMPARE(counted(AuditOutcome::Contested), 7); // 15 differ, 8 of them were decided
        // 30 clips, the i-th first judged as i modulo 5; of those that differ and were not decided, i = 2, 6, …, 26,
        // the second verdict is another.
        QCOMPARE(counted(AuditOutcome::Audible), 6 + 1);
        QCOMPARE(counted(AuditOutcome::Visible), 6 + 1);
        QCOMPARE(counted(AuditOutcome::Both), 6 + 2);
        QCOMPARE(counted(AuditOutcome::Neither), 6 + 2);
        QCOMPARE(counted(AuditOutcome::Unsure), 6 + 1);
    }

    void sortsByEveryColumn() {
        const auto project = listedProject(sourceOf(120));
        ProjectClipModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setProject(project);
        model.setJudgements(judged(*project, *clipFigures(project->analyst->project())->point));
        const QPersistentModelIndex kept(model.index(7, ProjectClipModel::Labels));
        const ClipId keptClip = *model.clipAt(7);
        for (int column = ProjectClipModel::kAsAdded; column < ProjectClipModel::ColumnCount; ++column)
            for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
                model.sort(column, order);
                std::vector<ClipId> all = shownIn(model);
                const auto key = [&](ClipId id) -> std::tuple<double, std::string, std::vector<int>> {
                    const LabelledClip &clip = *model.find(id);
                    const ClipJudgement &judgement = *model.judgement(id);
                    switch (column) {
                    case ProjectClipModel::Name:
                        return {0, clip.clip.name, {}};
                    case ProjectClipModel::Split:
                        return {0, clip.clip.split, {}};
                    case ProjectClipModel::Labels:
                        return {0, {}, clip.labels};
                    case ProjectClipModel::Tags:
                        return {judgement.isTagged ? 1.0 : 0.0, {}, judgement.tags};
                    case ProjectClipModel::Disagreed:
                        return {static_cast<double>(judgement.untagged.size() + judgement.unlabelled.size()), {}, {}};
                    case ProjectClipModel::Margin:
                        return {judgement.margin, {}, {}};
                    case ProjectClipModel::HeardLabels:
                        return {static_cast<double>(judgement.heard), {}, {}};
                    case ProjectClipModel::Duration:
                        return {clip.clip.duration.count(), {}, {}};
                    case ProjectClipModel::State:
                        return {static_cast<double>(model.progress(id).state), {}, {}};
                    default:
                        return {};
                    }
                };
                std::vector<ClipId> expected(all.size());
                std::iota(expected.begin(), expected.end(), ClipId{1});
                std::stable_sort(expected.begin(), expected.end(), [&](ClipId a, ClipId b) {
                    return order == Qt::AscendingOrder ? key(a) < key(b) : key(b) < key(a);
                });
                QCOMPARE(all, expected);
                QCOMPARE(*model.clipAt(kept.row()), keptClip);
                QCOMPARE(kept.column(), int{ProjectClipModel::Labels});
            }
    }

    void anotherPointChangesTagsAndWhatIsShown() {
        const auto project = listedProject(sourceOf(90));
        ProjectClipModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setProject(project);
        model.sort(ProjectClipModel::Margin, Qt::DescendingOrder);
        model.setFilter({.tag = 4});
        ClipJudge judge;
        connect(&judge, &ClipJudge::judged, &model, &ProjectClipModel::setJudgements);
        QSignalSpy judged(&judge, &ClipJudge::judged);
        judge.setProject(project);
        QTRY_COMPARE(judged.count(), 1);
        const int before = model.rowCount();
        QVERIFY(before > 0);
        OperatingPoint strict = *clipFigures(project->analyst->project())->point;
        strict.threshold[4] = 1.0;
        judge.setPoint(strict);
        QTRY_COMPARE(judged.count(), 2);
        QCOMPARE(model.rowCount(), 0);
        judge.setPoint(std::nullopt);
        QTRY_COMPARE(judged.count(), 3);
        QCOMPARE(model.rowCount(), before);
        // An analysis tags what has no stored probabilities, and only that.
        model.setProgress(3, {ClipProgress::State::Done, 1.0, {}, {}, std::vector<int>{4}});
        model.setFilter({});
        QVERIFY(!model.judgement(3)->isScored && model.judgement(3)->tags == std::vector<int>{4});
    }

    void savedFiltersOutliveAnotherOrderOfTheClasses() {
        const std::vector<EventClass> classes{{"a", {}, {}, 0, 0}, {"b", {}, {}, 0, 0}};
        const std::vector<EventClass> turned{{"b", {}, {}, 0, 0}, {"a", {}, {}, 0, 0}};
        const std::vector<NamedClipFilter> filters{{QStringLiteral("1"),
                                                    {QStringLiteral(""), QStringLiteral("x"), 1, -1,
                                                     LabelDisagreement::Untagged, Heard::No, AuditOutcome::Contested}},
                                                   {QStringLiteral("2"), {.label = 0}}};
        QVERIFY(clipFiltersIn(jsonOf(filters, classes), classes) == filters);
        QCOMPARE(*clipFiltersIn(jsonOf(filters, classes), turned)[0].filter.label, 0);
        QVERIFY(clipFiltersIn(jsonOf(filters, classes), {turned[0]}).size() ==
                1); // the other names a class that is gone
        for (const char *bad : {"", "{", "[1]", "[{\"name\":\"x\",\"heard\":\"?\"}]",
                                "[{\"name\":\"x\",\"verdict\":\"?\"}]", "{\"name\":\"x\"}"})
            QVERIFY(clipFiltersIn(bad, classes).empty());
    }

    void splitsAreMovedAndMovedBackThroughEveryState() {
        const auto source = sourceOf(12);
        const auto project = listedProject(source);
        ProjectClipModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setProject(project);
        ProjectEdits edits;
        edits.setProject(storeOf(source));
        connect(&edits, &ProjectEdits::splitsChanged, &model, &ProjectClipModel::setSplits);
        QUndoStack stack;
        const auto splitsStored = [&] {
            std::vector<std::string> splits;
            const Result<ProjectContents> contents = readContents(source->project());
            for (const LabelledClip &clip : contents->clips)
                splits.push_back(clip.clip.split);
            return splits;
        };
        const auto splitsShown = [&] {
            std::vector<std::string> splits;
            for (ClipId id = 1; id <= 12; ++id)
                splits.push_back(model.find(id)->clip.split);
            return splits;
        };
        std::vector<std::vector<std::string>> states{splitsStored()};
        for (ClipId id = 1; id <= 4; ++id) {
            const std::string before = model.find(id)->clip.split;
            stack.push(new ChangeSplits(edits, {{id, before}, {id + 1, model.find(id + 1)->clip.split}},
                                        {{id, "new"}, {id + 1, "evaluation"}}, QStringLiteral("move")));
            QTRY_VERIFY(splitsShown() != states.back());
            QCOMPARE(splitsShown(), splitsStored());
            states.push_back(splitsStored());
        }
        for (int round = 0; round < 2; ++round) {
            for (std::size_t i = states.size() - 1; i-- > 0;) {
                stack.undo();
                QTRY_COMPARE(splitsShown(), states[i]);
                QCOMPARE(splitsStored(), states[i]);
            }
            for (std::size_t i = 1; i < states.size(); ++i) {
                stack.redo();
                QTRY_COMPARE(splitsShown(), states[i]);
                QCOMPARE(splitsStored(), states[i]);
            }
        }
        model.setFilter({.text = QStringLiteral("evaluation")});
        QCOMPARE(model.rowCount(), 1);
        edits.setProject(nullptr);
        stack.undo(); // its project is not open any more
        QVERIFY(splitsStored() == states.back());
    }

    void onlyWhatIsSeenIsDecoded() {
        std::atomic<int> calls = 0;
        ClipThumbnails thumbnails([&calls](const std::filesystem::path &media, Seconds start,
                                           const std::vector<Seconds> &times, int height, const std::stop_token &stop) {
            ++calls;
            return test::syntheticThumbnails(media, start, times, height, stop);
        });
        const QTemporaryDir folder;
        std::vector<Clip> clips;
        for (int i = 0; i < 30; ++i) {
            QFile file(folder.filePath(QString::number(i)));
            QVERIFY(i == 7 || file.open(QIODevice::WriteOnly)); // that of 7 is not there
            Clip clip;
            clip.id = i + 1;
            clip.media = file.fileName().toStdString();
            clips.push_back(clip);
        }
        thumbnails.want({clips.begin(), clips.begin() + 10}, 48);
        QTRY_COMPARE(thumbnails.decoded(), 9);
        QVERIFY(thumbnails.find(1) != nullptr && thumbnails.find(1)->height() == 48);
        QVERIFY(thumbnails.find(8) == nullptr && thumbnails.find(20) == nullptr);
        thumbnails.want({clips.begin(), clips.begin() + 10}, 48); // all are there, or cannot be
        QTest::qWait(50);
        QCOMPARE(calls.load(), 9);
        QFile late(folder.filePath(QStringLiteral("7")));
        QVERIFY(late.open(QIODevice::WriteOnly));
        thumbnails.retry(8);
        thumbnails.want({clips.begin() + 5, clips.begin() + 12}, 48);
        QTRY_VERIFY(thumbnails.find(8) != nullptr && thumbnails.find(12) != nullptr);
        thumbnails.clear();
        QVERIFY(thumbnails.find(1) == nullptr);
    }

    void thePanelSelectsAndShowsBothForms() {
        const auto project = listedProject(sourceOf(40));
        ProjectClipModel model;
        ClipThumbnails thumbnails(test::syntheticThumbnails);
        ProjectPanel panel(model, thumbnails);
        panel.resize(400, 800);
        panel.show();
        model.setProject(project);
        panel.setProject(project);
        auto *list = panel.findChild<QListView *>(QStringLiteral("projectClips"));
        auto *table = panel.findChild<QTableView *>(QStringLiteral("projectClipTable"));
        auto *form = panel.findChild<QToolButton *>(QStringLiteral("clipsAsTable"));
        QVERIFY(list->isVisible());
        list->setFocus();
        list->setCurrentIndex(model.index(2, 0));
        QTest::keyClick(list, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(panel.selectedClips(), (std::vector<ClipId>{3, 4}));
        form->click();
        QVERIFY(table->isVisible());
        QCOMPARE(panel.selectedClips(), (std::vector<ClipId>{3, 4}));
        table->sortByColumn(ProjectClipModel::Name, Qt::DescendingOrder);
        QCOMPARE(panel.selectedClips(), (std::vector<ClipId>{4, 3}));
        QCOMPARE(panel.findChild<QComboBox *>(QStringLiteral("clipOrder"))->currentData().toInt(),
                 int{ProjectClipModel::Name});
        panel.focusSearch();
        QTest::keyClicks(panel.findChild<QLineEdit *>(QStringLiteral("clipSearch")), QStringLiteral("clip-3"));
        QTRY_COMPARE(model.rowCount(), 11);
        QCOMPARE(panel.selectedClips(), (std::vector<ClipId>{4})); // the other is hidden
        QCOMPARE(*panel.currentClip(), ClipId{4});
        panel.findChild<QToolButton *>(QStringLiteral("clearClipFilters"))->click();
        QCOMPARE(model.rowCount(), 40);
        ProjectPanel next(model, thumbnails); // remembers the form
        QVERIFY(next.findChild<QToolButton *>(QStringLiteral("clipsAsTable"))->isChecked());
    }
};

TAGSCOPE_WINDOW_TEST(TestClipList)
#include "tst_clip_list.moc"

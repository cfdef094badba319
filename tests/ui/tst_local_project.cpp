// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/local_analyst.h"
#include "core/base/file_hash.h"
#include "core/evaluation/clip_figures.h"
#include "core/exchange/import.h"
#include "core/exchange/media_locate.h"
#include "tests/support/made_media.h"
#include "tests/support/qt_test.h"
#include "ui/audit/audit_records.h"
#include "ui/clips/clip_figures.h"

#include <QSignalSpy>
#include <algorithm>
#include <cmath>
#include <span>

// Projects of the window on this computer: made, filled, read, changed and changed back.
using namespace tagscope;

namespace fs = std::filesystem;

namespace {

NewProject newProjectAt(const fs::path &file) {
    NewProject request;
    request.file = file;
    request.classNames = {"Dog", "Rain"};
    return request;
}

std::vector<std::string> splitsOf(const Project &project) {
    std::vector<std::string> splits;
    const Result<std::vector<Clip>> clips = project.clips();
    for (const Clip &clip : *clips)
        splits.push_back(clip.split);
    return splits;
}

} // namespace

class TestLocalAnalyst : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // What the window knows of an audit is what the file holds, as it changes and after it is opened again.
    void theAuditIsWhatIsStored() {
        const test::MadeMedia media;
        const fs::path file = media.path("a.tagscope");
        ClipId clip = 0;
        {
            Result<Project> project = Project::create(file, {{"/m/1", "Car", {}}, {"/m/2", "Bus", {}}});
            QVERIFY_OK(project);
            NewClip one;
            one.name = "one";
            const Result<std::vector<ClipId>> ids = project->addClips(std::span(&one, 1));
            QVERIFY_OK(ids);
            clip = ids->front();
        }
        const auto recordsOf = [&file](ui::ProjectEdits &edits) {
            const Result<std::shared_ptr<ui::ClipAnalyst>> source = LocalAnalyst::open(file, {});
            edits.setProject(source ? storeOf(*source) : nullptr);
            auto records = std::make_unique<ui::AuditRecords>(edits);
            records->read();
            return records;
        };
        Verdict said{clip, 1, AuditStage::Sound, "Ann", VerdictValue::Audible, "far away", 0};
        MarkedRegion marked{clip, 1, "Ann", Seconds(1), Seconds(2), 0, std::nullopt};
        {
            ui::ProjectEdits edits;
            const auto records = recordsOf(edits);
            edits.addVerdicts({said});
            said.value = VerdictValue::Neither;
            edits.addVerdicts({said});
            edits.changeRegions({marked}, {});
            QTRY_COMPARE(records->regions(clip).size(), std::size_t{1});
            marked = records->regions(clip).front();
            edits.changeRegions({}, {marked});
            QTRY_VERIFY(records->regions(clip).empty());
            QSignalSpy refused(&edits, &ui::ProjectEdits::verdictsRefused);
            edits.addVerdicts({Verdict{clip + 1, 0, AuditStage::Sound, "Ann", VerdictValue::Audible, {}, 0}});
            QTRY_COMPARE(refused.count(), 1);
        }
        ui::ProjectEdits edits;
        const auto records = recordsOf(edits);
        QTRY_VERIFY(records->areKnown());
        QCOMPARE(records->history().size(), std::size_t{2});
        QVERIFY(records->regions(clip).empty());
        const std::vector<Verdict> standing = records->standing(clip);
        QCOMPARE(standing.size(), std::size_t{1});
        QVERIFY(standing.front().value == VerdictValue::Neither);
        QVERIFY(records->standing(clip + 1).empty());
    }

    void aFolderOfMediaBecomesClips() {
        TAGSCOPE_REQUIRE_FFMPEG();
        const test::MadeMedia media;
        fs::create_directories(media.path("m/below"));
        QVERIFY(!media.make("m/long.wav", "-f lavfi -i sine=duration=23").empty());
        QVERIFY(!media.make("m/below/short.wav", "-f lavfi -i sine=duration=3").empty());
        QVERIFY(!media.write("m/broken.wav", "this is no sound").empty());
        NewProject request = newProjectAt(media.path("p.tagscope"));
        request.import = ImportRequest{.media = media.path("m"), .split = "test"};
        const Result<ImportReport> report = createProject(request, {}, {});
        QVERIFY_OK(report);
        QCOMPARE(report->added, std::size_t{4});
        QCOMPARE(report->notes.size(), std::size_t{1});
        const Result<Project> project = Project::open(request.file);
        QVERIFY_OK(project);
        QStringList names;
        double seconds = 0;
        const Result<std::vector<Clip>> clips = project->clips();
        for (const Clip &clip : *clips) {
            names << QString::fromStdString(clip.name);
            seconds += clip.duration.count();
            QCOMPARE(clip.split, std::string("test"));
            QVERIFY(!clip.isMissing);
        }
        names.sort();
        QCOMPARE(names, (QStringList{QStringLiteral("below/short"), QStringLiteral("long_0.000_10.000"),
                                     QStringLiteral("long_10.000_20.000"), QStringLiteral("long_20.000_23.000")}));
        QVERIFY(std::abs(seconds - 26) < 0.01);
    }

    void nothingStaysOfAProjectThatFails() {
        const test::MadeMedia media;
        NewProject request = newProjectAt(media.path("p.tagscope"));
        request.import = ImportRequest{.lists = {media.write("list.csv", "path,labels,split\na.wav,Cat,test\n")}};
        QVERIFY(!createProject(request, {}, {})); // "Cat" is none of its classes
        QVERIFY(!fs::exists(request.file));
        request.classNames.clear();
        request.areClassesOfList = true;
        QVERIFY(createProject(request, {}, {}));
        QCOMPARE(Project::open(request.file)->classes().front().name, std::string("Cat"));
        QVERIFY(!createProject(request, {}, {})); // it is there already
        QVERIFY(fs::exists(request.file));
    }

    void readsScoresVerdictsAndChangesExactly() {
        const test::MadeMedia media;
        const fs::path file = media.path("p.tagscope");
        {
            Result<Project> project = Project::create(file, {{"Dog", {}, {}, 0.5, 0.5}, {"Rain", {}, {}, 0.5, 0.5}});
            const auto ids = project->addClips(std::vector<NewClip>{{"a", {}, Seconds(0), Seconds(10), "test"},
                                                                    {"b", {}, Seconds(0), Seconds(10), "training"}});
            QVERIFY(ids && project->addLabels(std::vector<std::pair<ClipId, int>>{{1, 0}, {2, 1}}));
            QVERIFY(project->storeScores({Branch::Audio, "run"}, std::vector<ClipScore>{{2, {0.25F, 0.75F}}}));
            QVERIFY(project->storeScores({Branch::Video, "video"}, std::vector<ClipScore>{{1, {0.5F, 0.125F}}}));
            QVERIFY(project->setPresence(std::vector<KnownPresence>{{1, 0, true, std::nullopt}}));
            QVERIFY(
                project->addVerdicts(std::vector<Verdict>{{1, 0, AuditStage::Sound, "me", VerdictValue::Visible, {}, 0},
                                                          {2, 1, AuditStage::Sound, "me", VerdictValue::Both, {}, 0}}));
        }
        const auto opened = LocalAnalyst::open(file, {});
        QVERIFY(opened);
        ui::ClipAnalyst &source = **opened;
        const ui::ProjectContents contents = *ui::readContents(source.project());
        const Result<ClipFigures> figures = clipFigures(source.project());
        QVERIFY2(figures, figures ? "" : figures.error().what().c_str());
        QCOMPARE(figures->clips, (std::vector<ClipId>{1, 2}));
        QVERIFY(std::isnan(figures->audio(0, 0)) && figures->audio(1, 1) == 0.75F);
        QVERIFY(std::isnan(figures->video(1, 0)) && figures->video(0, 0) == 0.5F);
        const auto judged = *ui::judgeClips(contents, *figures, ui::pointOf(contents.classes), {});
        QVERIFY(judged[0].heard == ui::Heard::No); // the annotator's word over the list's
        QVERIFY(judged[1].heard == ui::Heard::Yes);
        QCOMPARE(judged[0].tags, std::vector<int>{0});

        const auto stored = [&file] { return splitsOf(*Project::open(file, Project::Access::ReadOnly)); };
        const std::vector<std::string> before = stored();
        QVERIFY(source.project().setSplits(std::vector<SplitOfClip>{{1, "x"}, {2, "y"}}));
        QCOMPARE(stored(), (std::vector<std::string>{"x", "y"}));
        QVERIFY(!source.project().setSplits(std::vector<SplitOfClip>{{1, "z"}, {99, "z"}})); // all or none
        QCOMPARE(stored(), (std::vector<std::string>{"x", "y"}));
        QVERIFY(source.project().setSplits(std::vector<SplitOfClip>{{1, "test"}, {2, "training"}}));
        QCOMPARE(stored(), before);
    }

    void aRenamedRecordingIsLocatedAgainAndAgain() {
        const test::MadeMedia media;
        const fs::path file = media.path("p.tagscope");
        fs::create_directories(media.path("m"));
        fs::create_directories(media.path("elsewhere"));
        const fs::path first = media.write("m/a.mp4", "content");
        {
            Result<Project> project = Project::create(file, {{"Dog", {}, {}, 0.5, 0.5}});
            QVERIFY(project->addClips(std::vector<NewClip>{{"a", first, Seconds(4), Seconds(10), "test"}}));
            QVERIFY_OK(project->setMediaHash(first, sha256Of("content")));
        }
        const auto source = *LocalAnalyst::open(file, {});
        QVERIFY(ui::readContents(source->project()));
        fs::rename(first, media.path("elsewhere/b.mkv"));
        Project &project = source->project();
        const auto place = [&project](const FoundMedia &at) { return project.setPlaces(std::span(&at, 1)); };
        Result<MediaLocation> outcome = locateMedia(project, media.path("elsewhere"));
        QVERIFY(outcome && outcome->found.size() == 1 && outcome->found[0].isByContent);
        QVERIFY(place(outcome->found[0].after));
        QCOMPARE(*source->provideMedia(1, {}), media.path("elsewhere/b.mkv"));
        QCOMPARE(ui::readContents(source->project())->clips[0].clip.start.count(), 4.0);
        // Its content is known at the new place as well.
        fs::rename(media.path("elsewhere/b.mkv"), media.path("m/c.mov"));
        outcome = locateMedia(project, media.path("m"));
        QVERIFY(outcome && outcome->found.size() == 1 && outcome->found[0].isByContent);
        QCOMPARE(outcome->found[0].after.media, media.path("m/c.mov"));
        QVERIFY(place(outcome->found[0].after) && place(outcome->found[0].before));
        QVERIFY(!source->provideMedia(1, {}));
    }
};

TAGSCOPE_CORE_TEST(TestLocalAnalyst)
#include "tst_local_project.moc"

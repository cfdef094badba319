// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/media_locate.h"

#include "core/base/file_hash.h"
#include "core/exchange/media_search.h"
#include "tests/core/project/sample_project.h"
#include "tests/support/qt_test.h"

#include <algorithm>

// Media that are gone are found again, and what was changed for it can be taken back exactly.
using namespace tagscope;
using test::Folder;

namespace fs = std::filesystem;

namespace {

// Clips of `file`, 0 to 10 s and 10 to 20 s.
std::vector<NewClip> twoClipsOf(const fs::path &file) {
    std::vector<NewClip> clips = test::clipsNamed(2);
    for (std::size_t i = 0; i < clips.size(); ++i) {
        clips[i].media = file;
        clips[i].start = Seconds(10.0 * static_cast<double>(i));
    }
    return clips;
}

std::vector<FoundMedia> placesOf(const MediaLocation &location, FoundMedia LocatedMedia::*which) {
    std::vector<FoundMedia> places;
    for (const LocatedMedia &found : location.found)
        places.push_back(found.*which);
    return places;
}

std::vector<std::tuple<fs::path, bool, double>> stateOf(const Project &project) {
    std::vector<std::tuple<fs::path, bool, double>> state;
    const auto clips = project.clips();
    for (std::size_t i = 0; clips && i < clips->size(); ++i)
        state.emplace_back((*clips)[i].media, (*clips)[i].isMissing, (*clips)[i].start.count());
    return state;
}

} // namespace

class TestMediaLocate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsByNameTheLikestFolder() {
        const Folder folder;
        Result<Project> project = Project::create(folder.path("p.tagscope"), test::threeClasses());
        QVERIFY(project && project->addClips(twoClipsOf("/old/disk/street/a.mp4")));
        folder.write("new/park/a.mp4", "park");
        const fs::path street = folder.write("new/street/a.mp4", "street");
        const auto located = locateMedia(*project, folder.path("new"));
        QVERIFY_OK(located);
        QCOMPARE(located->found.size(), std::size_t{2});
        QCOMPARE(located->missing, std::size_t{0});
        QVERIFY(!located->found[0].isByContent);
        QCOMPARE(located->found[1].after.media, street);
        QCOMPARE(located->found[1].after.start.count(), 10.0);
    }

    void findsARenamedFileByItsContent() {
        const Folder folder;
        Result<Project> project = Project::create(folder.path("p.tagscope"), test::threeClasses());
        const fs::path media = folder.write("media/a.mp4", "what is in it");
        QVERIFY(project && project->addClips(twoClipsOf(media)));
        QVERIFY_OK(project->setMediaHash(media, sha256Of("what is in it")));
        folder.write("elsewhere/z.mp4", "something else");
        fs::rename(media, folder.path("elsewhere/renamed.mkv"));
        const auto located = locateMedia(*project, folder.path("elsewhere"));
        QVERIFY_OK(located);
        QCOMPARE(located->found.size(), std::size_t{2});
        QVERIFY(located->found[0].isByContent);
        QCOMPARE(located->found[0].after.media, folder.path("elsewhere/renamed.mkv"));
        QCOMPARE(QString::fromStdString(located->found[0].sha256), QString::fromStdString(sha256Of("what is in it")));
    }

    void aFileOfTheNameWithOtherContentIsNotTaken() {
        const Folder folder;
        Result<Project> project = Project::create(folder.path("p.tagscope"), test::threeClasses());
        const fs::path media = folder.write("media/a.mp4", "what is in it");
        QVERIFY(project && project->addClips(twoClipsOf(media)));
        QVERIFY_OK(project->setMediaHash(media, sha256Of("what is in it")));
        fs::remove(media);
        folder.write("elsewhere/a.mp4", "something else");
        const auto located = locateMedia(*project, folder.path("elsewhere"));
        QVERIFY_OK(located);
        QVERIFY(located->found.empty());
        QCOMPARE(located->missing, std::size_t{2});
        QCOMPARE(located->otherContents, std::size_t{1});
    }

    void findsWhatWasNeverFound() {
        const Folder folder;
        Result<Project> project = Project::create(folder.path("p.tagscope"), test::threeClasses());
        std::vector<NewClip> clips = test::clipsNamed(1);
        clips[0].name = "abc_30.000_40.000";
        QVERIFY(project && project->addClips(clips));
        const fs::path file = folder.write("m/Yabc.mp4", "whole");
        const auto located = locateMedia(*project, folder.path("m"));
        QVERIFY(located && located->found.size() == 1);
        QCOMPARE(located->found[0].after.media, file);
        QCOMPARE(located->found[0].after.start.count(), 30.0);
        const auto before = stateOf(*project);
        QVERIFY(project->setPlaces(placesOf(*located, &LocatedMedia::after)));
        QVERIFY(stateOf(*project) != before);
        QVERIFY(project->setPlaces(placesOf(*located, &LocatedMedia::before)));
        QVERIFY(stateOf(*project) == before);
    }

    void theInverseIsExact() {
        const Folder folder;
        Result<Project> project = Project::create(folder.path("p.tagscope"), test::threeClasses());
        QVERIFY(project && project->addClips(twoClipsOf("/gone/a.mp4")));
        folder.write("new/a.mp4", "a");
        const auto located = locateMedia(*project, folder.path("new"));
        QVERIFY_OK(located);
        const auto before = stateOf(*project);
        for (int round = 0; round < 2; ++round) {
            QVERIFY(project->setPlaces(placesOf(*located, &LocatedMedia::after)));
            QVERIFY(!std::get<1>(stateOf(*project).front()));
            QVERIFY(project->setPlaces(placesOf(*located, &LocatedMedia::before)));
            QVERIFY(stateOf(*project) == before);
        }
    }

    void hashesMoveWithTheProject() {
        const Folder folder;
        {
            Result<Project> project = Project::create(folder.path("here/p.tagscope"), test::threeClasses());
            const fs::path media = folder.write("here/media/a.mp4", "a");
            QVERIFY(project && project->addClips(twoClipsOf(media)) && project->setMediaHash(media, sha256Of("a")));
            QVERIFY(!project->setMediaHash(media, "not a hash"));
        }
        fs::rename(folder.path("here"), folder.path("there"));
        const Result<Project> moved = Project::open(folder.path("there/p.tagscope"));
        QVERIFY_OK(moved);
        const auto hashes = moved->mediaHashes();
        QVERIFY(hashes && hashes->contains(folder.path("there/media/a.mp4")));
        const auto clips = moved->clips();
        QVERIFY(clips && clips->front().media == folder.path("there/media/a.mp4"));
    }

    void findsMediaAtAnyDepthAndStops() {
        const Folder folder;
        for (const char *name : {"b.wav", "a/c.MP4", "a/b/d.mkv", "a/e.mpg", "notes.txt"})
            folder.write(std::string("m/") + name, "x");
        const auto files = findMediaFiles(folder.path("m"));
        QVERIFY(files);
        QCOMPARE(files->size(), std::size_t{4});
        QVERIFY(std::ranges::is_sorted(*files));
        std::stop_source source;
        source.request_stop();
        QVERIFY(findMediaFiles(folder.path("m"), source.get_token()).error().isCancelled());
        QVERIFY(!findMediaFiles(folder.path("none")));
    }
};

TAGSCOPE_PLAIN_TEST(TestMediaLocate)
#include "tst_media_locate.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/snapshot.h"

#include "core/project/shard.h"
#include "tests/core/project/sample_project.h"
#include "tests/support/qt_test.h"

#include <fstream>
#include <sys/stat.h>

using namespace tagscope;
using test::Folder;

namespace fs = std::filesystem;

namespace {

Project projectWithClips(const Folder &folder, std::size_t clips) {
    Project project = Project::create(folder.path("p.tagscope"), test::threeClasses()).value();
    (void)project.addClips(test::clipsNamed(clips)).value();
    return project;
}

} // namespace

class TestSnapshot : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isAReadOnlyCopyWithTheProjectsData() {
        const Folder folder;
        Project project = projectWithClips(folder, 3);
        const fs::path copy = folder.path("jobs.tagscope");
        QVERIFY_OK(takeSnapshot(project, copy));
        QVERIFY(isSnapshot(copy) && !isSnapshot(project.file()));
        (void)project.addClips(test::clipsNamed(2, "test", "later")).value();

        const Project snapshot = Project::open(copy, Project::Access::ReadOnly).value();
        QCOMPARE(snapshot.clips()->size(), std::size_t{3}); // as it was when it was taken
        QCOMPARE(snapshot.dataDirectory(), project.dataDirectory());
        for (const char *suffix : {"-wal", "-shm", "-journal", "-lock"})
            QVERIFY2(!fs::exists(fs::path(copy) += suffix), suffix);
        struct stat status {};
        QCOMPARE(::stat(copy.c_str(), &status), 0);
        QCOMPARE(status.st_mode & 0222U, 0U);
        QVERIFY_FAILS(Project::open(copy), Error::Kind::Inconsistent, "snapshot");
        QVERIFY_FAILS(takeSnapshot(project, copy), Error::Kind::Inconsistent, "already exists");
    }

    void findsTheDataBesideIt() {
        const Folder folder;
        fs::create_directories(folder.path("a/p.data"));
        {
            const Project project = Project::create(folder.path("a/p.tagscope"), test::threeClasses()).value();
            QVERIFY_OK(takeSnapshot(project, folder.path("a/jobs.tagscope")));
        }
        fs::rename(folder.path("a"), folder.path("b")); // both together
        QCOMPARE(Project::open(folder.path("b/jobs.tagscope"), Project::Access::ReadOnly)->dataDirectory(),
                 fs::canonical(folder.path("b")) / "p.data");
        fs::create_directories(folder.path("far"));
        fs::rename(folder.path("b/jobs.tagscope"), folder.path("far/jobs.tagscope")); // alone
        QCOMPARE(Project::open(folder.path("far/jobs.tagscope"), Project::Access::ReadOnly)->dataDirectory(),
                 folder.path("far/jobs.data"));
    }

    void saysThatItWasChanged() {
        const Folder folder;
        const Project project = projectWithClips(folder, 3);
        const fs::path copy = folder.path("jobs.tagscope");
        QVERIFY_OK(takeSnapshot(project, copy));
        const Project snapshot = Project::open(copy, Project::Access::ReadOnly).value();
        QVERIFY_OK(snapshot.checkFile());
        fs::permissions(copy, fs::perms::owner_write, fs::perm_options::add);
        std::ofstream(copy, std::ios::app) << "more";
        QVERIFY_FAILS(snapshot.checkFile(), Error::Kind::Inconsistent, "changed by another program");
        fs::remove(copy);
        QVERIFY_FAILS(snapshot.checkFile(), Error::Kind::Inconsistent, "no longer there");
    }

    void aCopyOfOneIsAProject() {
        const Folder folder;
        const Project project = projectWithClips(folder, 3);
        QVERIFY_OK(takeSnapshot(project, folder.path("jobs.tagscope")));
        const Project snapshot = Project::open(folder.path("jobs.tagscope"), Project::Access::ReadOnly).value();
        QVERIFY_OK(snapshot.saveCopy(folder.path("own.tagscope")));
        const Project own = Project::open(folder.path("own.tagscope")).value();
        QCOMPARE(own.clips()->size(), std::size_t{3});
        QCOMPARE(own.dataDirectory(), folder.path("own.data"));
        QVERIFY(!own.setting(kSnapshotSetting)->has_value());
    }

    void partsAreReadFromText() {
        QVERIFY((shardFrom("2/8") == Shard{2, 8}));
        for (const char *text : {"", "0/2", "3/2", "1", "1/", "/2", "a/b", "1/2/3", "-1/2", "1/2 ", "99999999999/2"})
            QVERIFY2(!shardFrom(text), text);
        const std::vector<int> items{0, 1, 2, 3, 4};
        QCOMPARE(partOf(std::span<const int>(items), {2, 2}), (std::vector<int>{1, 3}));
        QVERIFY(partOf(std::span<const int>(items), {7, 8}).empty());
    }
};

TAGSCOPE_PLAIN_TEST(TestSnapshot)
#include "tst_snapshot.moc"

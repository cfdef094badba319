// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/watched_folder.h"
#include "core/exchange/export_audit.h"
#include "tests/core/project/sample_project.h"
#include "tests/support/qt_test.h"

#include <fstream>
#include <iterator>

using namespace tagscope;
using test::Folder;

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kWatchTime = 1'700'000'000'000'000;

Project watchingLead(const fs::path &file) {
    Project project = Project::create(file, test::threeClasses()).value();
    [[maybe_unused]] const auto clips = project.addClips(test::clipsNamed(6));
    return project;
}

Verdict watchedVerdict(ClipId clip, const char *annotator) {
    return {clip, 0, AuditStage::Sound, annotator, VerdictValue::Heard, {}, kWatchTime + clip};
}

std::string bytesOf(const fs::path &file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void put(const fs::path &file, const std::string &bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
}

} // namespace

// What annotators put into a folder, taken as it comes.
class TestWatchedFolder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatComesIsMergedOnceItIsWhole() {
        const Folder folder;
        Project lead = watchingLead(folder.path("lead.tagscope"));
        fs::create_directory(folder.path("in"));
        const fs::path sent = folder.path("in/anna.tagscope");
        const fs::path own = folder.path("anna.tagscope");
        {
            Project anna = watchingLead(own);
            QVERIFY_OK(anna.addVerdicts(std::vector<Verdict>{watchedVerdict(1, "anna"), watchedVerdict(2, "anna")}));
        }
        const std::string whole = bytesOf(own);
        WatchedFolder watched(folder.path("in"));
        QVERIFY(watched.look(lead)->merged.empty());
        // It grows while it is copied: nothing of it is taken, and nothing is said of it.
        for (const std::size_t part : {std::size_t{0}, std::size_t{1000}, whole.size() / 2}) {
            put(sent, whole.substr(0, part));
            const FolderNews news = watched.look(lead).value();
            QVERIFY(news.merged.empty() && news.refused.empty());
        }
        put(sent, whole);
        QVERIFY(watched.look(lead)->merged.empty()); // it may go on growing
        const FolderNews news = watched.look(lead).value();
        QVERIFY(news.refused.empty());
        QCOMPARE(news.merged.size(), std::size_t{1});
        QCOMPARE(news.merged[0].report.verdictsAdded, std::size_t{2});
        QVERIFY(news.merged[0].file == sent);
        for (int i = 0; i < 3; ++i) { // not again
            const FolderNews nothing = watched.look(lead).value();
            QVERIFY(nothing.merged.empty() && nothing.refused.empty());
        }
        // She goes on, and the file comes again.
        {
            Project anna = Project::open(own).value();
            QVERIFY_OK(anna.addVerdicts(std::vector<Verdict>{watchedVerdict(3, "anna")}));
        }
        put(sent, bytesOf(own));
        QVERIFY(watched.look(lead)->merged.empty());
        QCOMPARE(watched.look(lead)->merged.at(0).report.verdictsAdded, std::size_t{1});
        QCOMPARE(lead.verdictHistory()->size(), std::size_t{3});
    }

    // As in a folder that is shared: the task lies where she works on it.
    void aTaskThatIsOpenElsewhereIsFollowed() {
        const Folder folder;
        Project lead = watchingLead(folder.path("lead.tagscope"));
        fs::create_directory(folder.path("in"));
        Project anna = watchingLead(folder.path("in/anna.tagscope"));
        QVERIFY_OK(anna.addVerdicts(std::vector<Verdict>{watchedVerdict(1, "anna")}));
        WatchedFolder watched(folder.path("in"));
        QVERIFY(watched.look(lead)->merged.empty());
        QCOMPARE(watched.look(lead)->merged.at(0).report.verdictsAdded, std::size_t{1});
        QVERIFY_OK(anna.addVerdicts(std::vector<Verdict>{watchedVerdict(2, "anna")}));
        static_cast<void>(watched.look(lead));
        static_cast<void>(watched.look(lead));
        QCOMPARE(lead.verdictHistory()->size(), std::size_t{2});
        QVERIFY(watched.look(lead)->merged.empty());
    }

    void oneThatCannotBeTakenKeepsBackNoOther() {
        const Folder folder;
        fs::create_directories(folder.path("in/sub.csv"));
        Project lead = watchingLead(folder.path("in/lead.tagscope")); // itself in the folder
        put(folder.path("in/a.csv"), "clip,event,annotator,stage,heard,time\nnobody,nothing,ben,sound,yes,"
                                     "2026-02-01T10:00:00Z\n");
        put(folder.path("in/b.tagscope"), "no project");
        put(folder.path("in/.c.csv"), "half");
        put(folder.path("in/read me.txt"), "hello");
        put(folder.path("in/z.csv"), "clip,event,annotator,stage,heard,time\n" + lead.clip(1).value()->name + "," +
                                         lead.classes()[0].name + ",ben,sound,yes,2026-02-01T10:00:00Z\n");
        WatchedFolder watched(folder.path("in"));
        static_cast<void>(watched.look(lead));
        const FolderNews news = watched.look(lead).value();
        QCOMPARE(news.merged.size(), std::size_t{1});
        QVERIFY(news.merged[0].file.filename() == "z.csv" && news.merged[0].report.verdictsAdded == 1);
        QCOMPARE(news.refused.size(), std::size_t{2});
        QVERIFY(news.refused[0].file.filename() == "a.csv" && news.refused[1].file.filename() == "b.tagscope");
        const FolderNews after = watched.look(lead).value();
        QVERIFY(after.merged.empty() && after.refused.empty()); // told once
        put(folder.path("in/a.csv"), bytesOf(folder.path("in/z.csv")) + "\n");
        static_cast<void>(watched.look(lead));
        const FolderNews mended = watched.look(lead).value();
        QVERIFY(mended.refused.empty() && mended.merged.size() == 1 && mended.merged[0].report.verdictsAdded == 0);
    }

    void itStopsAndSaysWhatIsMissing() {
        const Folder folder;
        Project lead = watchingLead(folder.path("lead.tagscope"));
        WatchedFolder nowhere(folder.path("nowhere"));
        QVERIFY_FAILS(nowhere.look(lead), Error::Kind::Unreadable, "nowhere");
        fs::create_directory(folder.path("in"));
        { Project anna = watchingLead(folder.path("in/anna.tagscope")); }
        WatchedFolder watched(folder.path("in"));
        static_cast<void>(watched.look(lead));
        std::stop_source stop;
        stop.request_stop();
        const Result<FolderNews> stopped = watched.look(lead, stop.get_token());
        QVERIFY(!stopped && stopped.error().isCancelled());
        QCOMPARE(watched.look(lead)->merged.size(), std::size_t{1}); // and is still to be taken
        fs::remove(folder.path("in/anna.tagscope"));
        QVERIFY(watched.look(lead)->merged.empty());
    }
};

TAGSCOPE_CORE_TEST(TestWatchedFolder)
#include "tst_watched_folder.moc"

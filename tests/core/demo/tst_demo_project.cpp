// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/demo_project.h"
#include "core/demo/demo_script.h"
#include "core/media/media_info.h"
#include "core/training/training_settings.h"
#include "tests/support/made_media.h"
#include "tests/support/qt_test.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <vector>

using namespace tagscope;
using namespace tagscope::demo;
using namespace tagscope::test;

namespace fs = std::filesystem;

namespace {

constexpr DemoSize kSmall{3, 2, 2};

std::vector<ClipId> idsOf(const std::vector<Clip> &clips) {
    std::vector<ClipId> ids;
    for (const Clip &clip : clips)
        ids.push_back(clip.id);
    return ids;
}

std::vector<std::string> filesBelow(const fs::path &directory) {
    std::vector<std::string> files;
    for (const fs::directory_entry &entry : fs::recursive_directory_iterator(directory)) {
        if (entry.is_regular_file())
            files.push_back(entry.path().lexically_relative(directory).string());
    }
    std::ranges::sort(files);
    return files;
}

} // namespace

class TestDemoProject : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holdsTheScript() {
        const MadeMedia made;
        const fs::path directory = made.path("demo");
        Result<Project> project = makeDemoProject(directory, kSmall, 4);
        QVERIFY_OK(project);
        QCOMPARE(project->file(), demoProjectFile(directory));
        const std::vector<DemoClip> script = demoScript(kSmall, 4);
        const Result<std::vector<Clip>> clips = project->clips();
        QVERIFY(clips && clips->size() == script.size());
        const std::vector<ClipId> ids = idsOf(*clips);
        const Result<BinaryTable> weak = project->labels(ids, Truth::Weak);
        const Result<BinaryTable> audible = project->labels(ids, Truth::Audible);
        const Result<BinaryTable> visible = project->labels(ids, Truth::Visible);
        QVERIFY(weak && audible && visible);
        for (std::size_t i = 0; i < script.size(); ++i) {
            QCOMPARE((*clips)[i].name, script[i].name);
            QCOMPARE((*clips)[i].split, script[i].split);
            QCOMPARE((*clips)[i].media, demoMediaFile(directory, script[i]));
            QVERIFY((*clips)[i].isMissing);
            std::map<int, EventTruth> truths;
            for (const EventTruth &truth : truthOf(script[i]))
                truths[static_cast<int>(truth.event)] = truth;
            for (int k = 0; k < kEvents; ++k) {
                const EventTruth truth = truths.contains(k) ? truths[k] : EventTruth{};
                const auto event = static_cast<std::size_t>(k);
                QCOMPARE((*weak)(i, event), std::uint8_t{truth.isLabelled});
                QCOMPARE((*audible)(i, event), std::uint8_t{truth.isAudible});
                QCOMPARE((*visible)(i, event), std::uint8_t{truth.isVisible});
            }
            const Result<std::vector<StrongRegion>> regions = project->regions(ids[i]);
            QVERIFY_OK(regions);
            QCOMPARE(regions->size(), script[i].scene.heard.size());
        }
    }

    void settings() {
        const MadeMedia made;
        const Result<Project> project = makeDemoProject(made.path("demo"), kSmall, 4);
        QVERIFY_OK(project);
        QCOMPARE(project->setting("models").value(), std::optional<std::string>(R"({"demo": true})"));
        const Result<TrainingSettings> training = trainingSettingsFromJson(project->setting("training")->value_or(""));
        QVERIFY_OK(training);
        QVERIFY(*training != TrainingSettings{});
        const Result<DemoOrigin> origin = originOf(*project);
        QVERIFY(origin && *origin == (DemoOrigin{kSmall, 4}));
    }

    void isOpenedWhereItIsThere() {
        const MadeMedia made;
        const fs::path directory = made.path("demo");
        QVERIFY(makeDemoProject(directory, kSmall, 4)->setSetting("mine", "1"));
        {
            const Result<Project> again = makeDemoProject(directory, kSmall, 4);
            QVERIFY(again && again->setting("mine").value() == std::optional<std::string>("1"));
            QCOMPARE(again->clips()->size(), std::size_t{7});
        }
        for (const Result<Project> &other :
             {makeDemoProject(directory, {3, 2, 1}, 4), makeDemoProject(directory, kSmall, 5)}) {
            QVERIFY_FAILS(other, Error::Kind::Inconsistent, "");
        }
    }

    void anotherProjectStaysAsItIs_data() {
        QTest::addColumn<bool>("hasDemoEvents");
        QTest::newRow("other events") << false;
        QTest::newRow("the same events") << true;
    }

    void anotherProjectStaysAsItIs() {
        QFETCH(bool, hasDemoEvents);
        const MadeMedia made;
        const fs::path directory = made.path("demo");
        std::vector<EventClass> classes{{"Rain", "", {"rain"}}};
        if (hasDemoEvents)
            classes = makeDemoProject(made.path("other"), {}, 1)->classes();
        {
            Result<Project> foreign = Project::create(demoProjectFile(directory), classes);
            QVERIFY(foreign && foreign->addClips(std::vector<NewClip>{{"mine", {}, Seconds(0), Seconds(10), ""}}));
        }
        const Result<Project> demo = makeDemoProject(directory, kSmall, 4);
        QVERIFY_FAILS(demo, Error::Kind::Inconsistent, "");
        const Result<Project> foreign = Project::open(demoProjectFile(directory));
        QVERIFY(foreign && foreign->clips()->size() == 1);
    }

    // As after a kill between the making of the file and that of its content.
    void emptyProjectIsFilled() {
        const MadeMedia made;
        const auto classes = makeDemoProject(made.path("other"), {}, 1)->classes();
        QVERIFY_OK(Project::create(demoProjectFile(made.path("demo")), classes));
        const Result<Project> demo = makeDemoProject(made.path("demo"), kSmall, 4);
        QVERIFY(demo && demo->clips()->size() == 7);
    }

    void otherFilesStay() {
        const MadeMedia made;
        fs::create_directories(made.path("demo/media"));
        const fs::path notes = made.write("demo/notes.txt", "mine");
        const fs::path holiday = made.write("demo/media/holiday.mp4", "mine too");
        QVERIFY_OK(makeDemoProject(made.path("demo"), kSmall, 4));
        QVERIFY(makeDemoMedia(demoScript({0, 0, 1}, 4), made.path("demo"), 1, {}));
        QCOMPARE(contentOf(notes), std::string("mine"));
        QCOMPARE(contentOf(holiday), std::string("mine too"));
    }

    void mediaAreMade() {
        const MadeMedia made;
        const fs::path directory = made.path("demo");
        const std::vector<DemoClip> script = demoScript({1, 1, 2}, 4);
        std::vector<std::string> order;
        double fraction = 0.0;
        const Result<void> done = makeDemoMedia(
            script, directory, 1,
            [&order](const DemoClip &clip, const fs::path &file) {
                QVERIFY(fs::exists(file));
                order.push_back(clip.name);
            },
            [&fraction](double now, std::string_view) {
                QVERIFY(now >= fraction);
                fraction = now;
            });
        QVERIFY_OK(done);
        QCOMPARE(order, (std::vector<std::string>{"test-0001", "test-0002", "validation-0001", "training-0001"}));
        QCOMPARE(fraction, 1.0);
        QCOMPARE(filesBelow(directory).size(), std::size_t{4});
        for (const DemoClip &clip : script) {
            const Result<MediaInfo> info = probeMedia(demoMediaFile(directory, clip));
            QVERIFY(info && info->audio && info->video);
            QVERIFY(std::abs(info->duration.count() - 10.0) < 0.05);
            QCOMPARE(info->video->width, 320);
            QCOMPARE(info->video->picturesPerSecond, 12.0);
        }
    }

    void missingMediaAreMadeAgain() {
        const MadeMedia made;
        const fs::path directory = made.path("demo");
        const std::vector<DemoClip> script = demoScript({0, 0, 2}, 4);
        QVERIFY(makeDemoMedia(script, directory, 2, {}));
        const fs::path first = demoMediaFile(directory, script[0]);
        const fs::path second = demoMediaFile(directory, script[1]);
        const std::string before = contentOf(first);
        const auto time = fs::last_write_time(second);
        fs::remove(first);
        QVERIFY(makeDemoMedia(script, directory, 2, {}));
        QVERIFY(contentOf(first) == before);
        QVERIFY(fs::last_write_time(second) == time);
    }

    void stoppedInBetween() {
        const MadeMedia made;
        const fs::path directory = made.path("demo");
        const std::vector<DemoClip> script = demoScript({0, 0, 3}, 4);
        std::stop_source source;
        const Result<void> stopped = makeDemoMedia(
            script, directory, 1, [&source](const DemoClip &, const fs::path &) { source.request_stop(); }, {},
            source.get_token());
        QVERIFY(!stopped && stopped.error().isCancelled());
        QCOMPARE(filesBelow(directory), (std::vector<std::string>{"media/test-0001.mp4"}));
        QVERIFY(makeDemoMedia(script, directory, 2, {}));
        QCOMPARE(filesBelow(directory).size(), std::size_t{3});
    }

    void unwritableMedia() {
        const MadeMedia made;
        fs::create_directory(made.path("demo"));
        const fs::path file = made.write("demo/media", "a file where the directory should be");
        QVERIFY(fs::is_regular_file(file));
        const Result<void> done = makeDemoMedia(demoScript({0, 0, 3}, 4), made.path("demo"), 2, {});
        QVERIFY_FAILS(done, Error::Kind::Unreadable, "");
    }
};

TAGSCOPE_CORE_TEST(TestDemoProject)
#include "tst_demo_project.moc"

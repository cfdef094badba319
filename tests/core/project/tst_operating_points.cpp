// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/operating_points.h"
#include "tests/core/project/sample_project.h"
#include "tests/support/qt_test.h"

#include <limits>

using namespace tagscope;
using namespace tagscope::test;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

NamedOperatingPoint pointOf(const std::string &name, const std::string &created) {
    NamedOperatingPoint point;
    point.name = name;
    point.point = {{0.0, 0.1, 1.0}, {0.3, kInfinity, -kInfinity}, {}};
    point.method = "joint";
    point.tunedOn = "validation";
    point.audioSource = "run1";
    point.videoSource = "video";
    point.microF1 = 0.1 + 0.2; // not short in decimals
    point.seed = std::numeric_limits<std::uint64_t>::max();
    point.created = created;
    point.crossValidatedF1 = 1.0 / 3.0;
    point.interval = Interval{0.25, 0.75};
    return point;
}

NamedOperatingPoint calibratedPoint() {
    NamedOperatingPoint point = pointOf("calibrated", "2026-01-03T00:00:00Z");
    point.point.calibration.resize(3);
    point.point.calibration[0] = {{0.1, -0.2, 0.3}, {1.5, 2.5, 1.0}, {1.0 / 3.0, 0.5, -7.0}, -2.5};
    point.point.calibration[1].intercept = -kInfinity;
    point.point.calibration[2].intercept = kInfinity;
    return point;
}

} // namespace

class TestOperatingPoints : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingOfAPointIsKept() {
        const Folder folder;
        const auto file = folder.path("p.tagscope");
        {
            Project project = Project::create(file, threeClasses()).value();
            QVERIFY_OK(project.storeOperatingPoint(pointOf("plain", "2026-01-01T00:00:00Z")));
            QVERIFY_OK(project.storeOperatingPoint(calibratedPoint()));
        }
        const Project project = Project::open(file, Project::Access::ReadOnly).value();
        const std::vector<NamedOperatingPoint> points = project.operatingPoints().value();
        QCOMPARE(points.size(), std::size_t{2});
        QVERIFY(points[0] == calibratedPoint());
        QVERIFY(points[1] == pointOf("plain", "2026-01-01T00:00:00Z"));
    }

    void everySaveIsInTheHistory() {
        const Folder folder;
        Project project = Project::create(folder.path("p.tagscope"), threeClasses()).value();
        NamedOperatingPoint point = pointOf("mine", "2026-01-01T00:00:00Z");
        for (int save = 0; save < 3; ++save) {
            point.point.threshold[0] = 0.1 * save;
            QVERIFY_OK(project.storeOperatingPoint(point));
        }
        QVERIFY_OK(project.storeOperatingPoint(calibratedPoint()));
        QVERIFY_OK(project.removeOperatingPoint("mine"));
        QVERIFY(!project.removeOperatingPoint("mine"));
        const std::vector<NamedOperatingPoint> history = project.operatingPointHistory().value();
        QCOMPARE(history.size(), std::size_t{4});
        QVERIFY(history[0] == calibratedPoint());
        QVERIFY(history[1] == point);
        QCOMPARE(history[3].point.threshold[0], 0.0);
        QCOMPARE(project.operatingPoints().value().size(), std::size_t{1});
    }

    void badCalibrationsAreRefused() {
        const Folder folder;
        Project project = Project::create(folder.path("p.tagscope"), threeClasses()).value();
        NamedOperatingPoint point = calibratedPoint();
        point.point.calibration.pop_back();
        QVERIFY(!project.storeOperatingPoint(point));
        point = calibratedPoint();
        point.point.calibration[0].deviation[1] = 0.0;
        QVERIFY(!project.storeOperatingPoint(point));
        point = calibratedPoint();
        point.point.calibration[0].coefficient[2] = std::numeric_limits<double>::quiet_NaN();
        QVERIFY(!project.storeOperatingPoint(point));
    }

    void thePointThatJudges() {
        const Folder folder;
        Project project = Project::create(folder.path("p.tagscope"), threeClasses()).value();
        QVERIFY(!chosenPoint(project).value());
        NamedOperatingPoint audio = pointOf("audio", "2026-03-01T00:00:00Z");
        audio.videoSource.clear();
        QVERIFY_OK(project.storeOperatingPoint(audio));
        QCOMPARE(chosenPoint(project).value()->name, std::string("audio"));
        QVERIFY_OK(project.storeOperatingPoint(pointOf("older", "2026-01-01T00:00:00Z")));
        QVERIFY_OK(project.storeOperatingPoint(pointOf("newer", "2026-02-01T00:00:00Z")));
        QCOMPARE(chosenPoint(project).value()->name, std::string("newer"));
        QVERIFY_OK(choosePoint(project, "audio"));
        QCOMPARE(chosenPoint(project).value()->name, std::string("audio"));
        QVERIFY(!choosePoint(project, "none"));
        QVERIFY_OK(project.removeOperatingPoint("audio"));
        QCOMPARE(chosenPoint(project).value()->name, std::string("newer"));
        QVERIFY(choosePoint(project, {}));
        QCOMPARE(chosenPoint(project).value()->name, std::string("newer"));
    }

    // A point that is tuned is nobody's choice yet.
    void aPointBesideTheChosenOne() {
        const Folder folder;
        Project project = Project::create(folder.path("p.tagscope"), threeClasses()).value();
        QVERIFY_OK(storePointBeside(project, pointOf("first", "2026-01-01T00:00:00Z")));
        QCOMPARE(chosenPoint(project).value()->name, std::string("first")); // there was none before
        QVERIFY_OK(storePointBeside(project, pointOf("second", "2026-02-01T00:00:00Z")));
        QCOMPARE(chosenPoint(project).value()->name, std::string("first"));
        QVERIFY(!storePointBeside(project, pointOf("second", "2026-03-01T00:00:00Z")));
        QVERIFY_OK(rememberTuning(project, "first", "aa"));
        QVERIFY_OK(rememberTuning(project, "second", "bb"));
        QVERIFY_OK(rememberTuning(project, "first", "cc"));
        const PointList list = pointList(project).value();
        QCOMPARE(list.chosen, std::string("first"));
        QVERIFY(list.tunedOn == (std::map<std::string, std::string>{{"first", "cc"}, {"second", "bb"}}));
    }

    void pointsGoFromProjectToProject() {
        const Folder folder;
        Project from = Project::create(folder.path("a.tagscope"), threeClasses()).value();
        QVERIFY_OK(from.storeOperatingPoint(pointOf("plain", "2026-01-01T00:00:00Z")));
        QVERIFY_OK(from.storeOperatingPoint(calibratedPoint()));
        TrainingRun run;
        run.name = "run1";
        run.settings = R"({"epochs":7})";
        QVERIFY_OK(from.storeRun(run));
        const std::vector<std::string> names{"plain", "calibrated"};
        const std::string document = exportPoints(from, names).value();
        QVERIFY(document.find("\"epochs\": 7") != std::string::npos);
        QVERIFY(!exportPoints(from, std::vector<std::string>{"none"}));

        std::vector<EventClass> turned = threeClasses();
        std::swap(turned[0], turned[2]);
        Project to = Project::create(folder.path("b.tagscope"), turned).value();
        QCOMPARE(importPoints(to, document).value(), names);
        QCOMPARE(importPoints(to, document).value(), (std::vector<std::string>{"plain-2", "calibrated-2"}));
        const std::vector<NamedOperatingPoint> there = to.operatingPoints().value();
        for (const NamedOperatingPoint &point : there) {
            QCOMPARE(point.point.videoWeight, (std::vector<double>{1.0, 0.1, 0.0}));
            QCOMPARE(point.microF1, 0.1 + 0.2);
            if (point.point.isCalibrated())
                QVERIFY(point.point.calibration[2] == calibratedPoint().point.calibration[0]);
        }
        Project other = Project::create(folder.path("c.tagscope"), {{"whale", "", {"whale"}, 0.5, 0.5}}).value();
        const auto refused = importPoints(other, document);
        QVERIFY_FAILS(refused, Error::Kind::Inconsistent, "");
    }

    void documentsOfStrangersAreErrors() {
        const Folder folder;
        Project project = Project::create(folder.path("p.tagscope"), threeClasses()).value();
        for (const char *text :
             {"", "{", "[]", "{}", R"({"kind": "tagscope operating points", "version": 2, "points": []})",
              R"({"kind": "tagscope operating points", "version": 1, "points": [{}]})",
              R"({"kind": "tagscope operating points", "version": 1, "points": [{"name": 3}]})",
              R"({"kind": "tagscope operating points", "version": 1, "points": 7})"}) {
            const auto imported = importPoints(project, text);
            QVERIFY2(!imported || imported->empty(), text);
        }
        QVERIFY(project.operatingPoints().value().empty());
    }
};

TAGSCOPE_PLAIN_TEST(TestOperatingPoints)
#include "tst_operating_points.moc"

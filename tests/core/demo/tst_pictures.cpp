// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/pictures.h"
#include "tests/support/qt_test.h"

#include "core/base/paths.h"
#include "core/words/attribute_vectors.h"
#include "core/words/class_lists.h"
#include "core/words/mapping.h"

#include <QTemporaryDir>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <set>

using namespace tagscope;
using namespace tagscope::demo;

namespace {

constexpr int kWidth = 320;
constexpr int kHeight = 180;

Scene sceneWith(int objectClass) {
    Scene scene;
    SeenObject seen;
    seen.objectClass = objectClass;
    seen.enters = Seconds(2);
    seen.leaves = Seconds(8);
    scene.seen = {seen};
    return scene;
}

// How many of the pixels are not the same.
double difference(const RgbImage &a, const RgbImage &b) {
    int count = 0;
    for (std::size_t i = 0; i < a.pixels.size(); ++i)
        count += a.pixels[i] != b.pixels[i] ? 1 : 0;
    return static_cast<double>(count) / static_cast<double>(a.pixels.size());
}

std::set<int> eventsOf(int objectClass) {
    std::set<int> events;
    for (int event = 0; event < kEvents; ++event) {
        const std::vector<int> objects = objectsOf(static_cast<Event>(event));
        if (std::find(objects.begin(), objects.end(), objectClass) != objects.end())
            events.insert(event);
    }
    return events;
}

} // namespace

class TestPictures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theClassesAreThoseOfImageNet() {
        const std::vector<ObjectClass> classes =
            readObjectClasses(resourceFile("classes/imagenet-1k.tsv").value()).value();
        constexpr std::array<std::pair<int, const char *>, 44> kNames{{{207, "golden retriever"},
                                                                       {281, "tabby"},
                                                                       {407, "ambulance"},
                                                                       {412, "ashcan"},
                                                                       {417, "balloon"},
                                                                       {436, "beach wagon"},
                                                                       {444, "bicycle-built-for-two"},
                                                                       {466, "bullet train"},
                                                                       {468, "cab"},
                                                                       {511, "convertible"},
                                                                       {518, "crash helmet"},
                                                                       {547, "electric locomotive"},
                                                                       {555, "fire engine"},
                                                                       {561, "forklift"},
                                                                       {562, "fountain"},
                                                                       {565, "freight car"},
                                                                       {569, "garbage truck"},
                                                                       {609, "jeep"},
                                                                       {627, "limousine"},
                                                                       {632, "loudspeaker"},
                                                                       {637, "mailbox"},
                                                                       {654, "minibus"},
                                                                       {656, "minivan"},
                                                                       {665, "moped"},
                                                                       {670, "motor scooter"},
                                                                       {671, "mountain bike"},
                                                                       {675, "moving van"},
                                                                       {703, "park bench"},
                                                                       {705, "passenger car"},
                                                                       {717, "pickup"},
                                                                       {734, "police van"},
                                                                       {770, "running shoe"},
                                                                       {779, "school bus"},
                                                                       {817, "sports car"},
                                                                       {820, "steam locomotive"},
                                                                       {829, "streetcar"},
                                                                       {843, "swing"},
                                                                       {864, "tow truck"},
                                                                       {867, "trailer truck"},
                                                                       {874, "trolleybus"},
                                                                       {879, "umbrella"},
                                                                       {880, "unicycle"},
                                                                       {919, "street sign"},
                                                                       {920, "traffic light"}}};
        const std::vector<int> &drawn = drawnObjectClasses();
        QCOMPARE(drawn.size(), kNames.size());
        QVERIFY(std::is_sorted(drawn.begin(), drawn.end()));
        for (std::size_t i = 0; i < drawn.size(); ++i) {
            QCOMPARE(drawn[i], kNames.at(i).first);
            QCOMPARE(classes.at(static_cast<std::size_t>(drawn[i])).names.front(), std::string(kNames.at(i).second));
        }
    }

    void eventsAreSeenByWhatIsDrawn() {
        const std::vector<int> &drawn = drawnObjectClasses();
        for (int event = 0; event < kEvents; ++event)
            for (const int object : objectsOf(static_cast<Event>(event)))
                QVERIFY(std::binary_search(drawn.begin(), drawn.end(), object));
    }

    // What the demo's word vectors make of each drawn object is an event that it is seen with; the others' words are
    // not known, so that they say nothing.
    void wordsLeadToTheEvents() {
        const QTemporaryDir directory;
        const std::filesystem::path path = directory.path().toStdString();
        QVERIFY_OK(makeWordVectors(shippedModelFile("demo/words.tsv").value(), path / "text"));
        QVERIFY_OK(importWordVectors(path / "text", path / "compact"));
        const WordVectors vectors = WordVectors::open(path / "compact").value();
        const auto classes = readObjectClasses(resourceFile("classes/imagenet-1k.tsv").value()).value();
        const auto events = readEventClasses(resourceFile("classes/dcase2017-task4.tsv").value()).value();
        const Similarities similarities = computeSimilarities(vectors, classes, events);
        QVERIFY(similarities.eventsWithoutVector.empty());
        for (const int object : drawnObjectClasses()) {
            const std::string &name = classes.at(static_cast<std::size_t>(object)).names.front();
            const MappedObjects mapped = mapObjects(similarities.cosine, std::array{object}, std::array{1.0F}).value();
            const std::set<int> expected = eventsOf(object);
            const std::optional<int> event = mapped.objects.front().event;
            if (expected.empty())
                QVERIFY2(!event, name.c_str());
            else
                QVERIFY2(event && expected.contains(*event) && mapped.objects.front().cosine > 0.6F,
                         (name + " " + std::to_string(event.value_or(-1)) + " " +
                          std::to_string(mapped.objects.front().cosine))
                             .c_str());
        }
    }

    void paintingIsRepeatable() {
        for (const int object : drawnObjectClasses()) {
            const ScenePainter one(sceneWith(object), kWidth, kHeight);
            const ScenePainter other(sceneWith(object), kWidth, kHeight);
            QVERIFY(one.paint(Seconds(5)) == other.paint(Seconds(5)));
            QVERIFY(one.paint(Seconds(5)).pixels.size() == std::size_t{kWidth} * kHeight * 3U);
        }
    }

    void objectsComeAndMoveAndGo() {
        for (const int object : drawnObjectClasses()) {
            const ScenePainter painter(sceneWith(object), kWidth, kHeight);
            const RgbImage empty = painter.paint(Seconds(1));
            QVERIFY(painter.paint(Seconds(9)) == empty);
            QVERIFY(painter.paint(Seconds(8)) == empty);
            const RgbImage seen = painter.paint(Seconds(5));
            QVERIFY2(difference(seen, empty) > 0.005, std::to_string(object).c_str());
            QVERIFY(difference(seen, empty) < 0.4);
            QVERIFY(difference(painter.paint(Seconds(5.5)), seen) > 0.005);
        }
    }

    void thePathDecidesWhichWayItLooks() {
        Scene scene = sceneWith(717);
        scene.seen[0].fromX = scene.seen[0].toX = 0.5;
        const RgbImage right = ScenePainter(scene, kWidth, kHeight).paint(Seconds(2));
        scene.seen[0].toX = 0.4;
        const RgbImage left = ScenePainter(scene, kWidth, kHeight).paint(Seconds(2));
        QVERIFY(difference(right, left) > 0.005);
    }

    void whatIsInFrontCoversWhatIsBehind() {
        Scene scene = sceneWith(779);
        scene.seen[0].fromX = scene.seen[0].toX = 0.5;
        SeenObject behind = scene.seen[0];
        behind.objectClass = 281;
        behind.y -= 0.06;
        behind.height = 0.1;
        const RgbImage alone = ScenePainter(scene, kWidth, kHeight).paint(Seconds(5));
        scene.seen.push_back(behind);
        QVERIFY(ScenePainter(scene, kWidth, kHeight).paint(Seconds(5)) == alone);
    }

    void backdropsDiffer() {
        std::vector<RgbImage> pictures;
        for (const Backdrop backdrop :
             {Backdrop::CityStreet, Backdrop::CountryRoad, Backdrop::Park, Backdrop::Yard, Backdrop::Railway}) {
            for (const std::uint64_t seed : {1U, 2U}) {
                Scene scene;
                scene.backdrop = backdrop;
                scene.seed = seed;
                pictures.push_back(ScenePainter(scene, kWidth, kHeight).paint(Seconds(0)));
            }
        }
        for (std::size_t i = 0; i < pictures.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(difference(pictures[i], pictures[j]) > 0.05);
    }

    // Scripts may hold anything.
    void impossibleObjectsAreHarmless() {
        constexpr double kHuge = 1e12;
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const RgbImage empty = ScenePainter(Scene(), kWidth, kHeight).paint(Seconds(5));
        for (const double number : {kHuge, -kHuge, nan, 0.0}) {
            for (int field = 0; field < 4; ++field) {
                Scene scene = sceneWith(820);
                SeenObject &seen = scene.seen[0];
                (field == 0 ? seen.height : field == 1 ? seen.y : field == 2 ? seen.fromX : seen.toX) = number;
                QVERIFY(ScenePainter(scene, kWidth, kHeight).paint(Seconds(5)).width == kWidth);
            }
        }
        QVERIFY(ScenePainter(sceneWith(1), kWidth, kHeight).paint(Seconds(5)) == empty);
        QVERIFY(ScenePainter(sceneWith(-7), kWidth, kHeight).paint(Seconds(5)) == empty);
    }

    void examplesShowTheObject() {
        constexpr int kSide = 139;
        for (const int object : drawnObjectClasses()) {
            const RgbImage example = exampleOf(object, kSide, 5);
            QCOMPARE(example.width, kSide);
            QCOMPARE(example.height, kSide);
            QVERIFY(exampleOf(object, kSide, 5) == example);
            QVERIFY(!(exampleOf(object, kSide, 6) == example));
            QVERIFY(difference(example, emptyExample(kSide, 5)) > 0.005);
        }
    }
};

TAGSCOPE_CORE_TEST(TestPictures)
#include "tst_pictures.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/demo_script.h"
#include "core/demo/pictures.h"
#include "tests/support/qt_test.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

using namespace tagscope;
using namespace tagscope::demo;

namespace {

bool isSame(const DemoClip &a, const DemoClip &b) {
    const auto isSameSound = [](const HeardEvent &x, const HeardEvent &y) {
        return x.event == y.event && x.onset == y.onset && x.offset == y.offset && x.level == y.level &&
               x.seed == y.seed;
    };
    const auto isSameObject = [](const SeenObject &x, const SeenObject &y) {
        return x.objectClass == y.objectClass && x.enters == y.enters && x.leaves == y.leaves && x.fromX == y.fromX &&
               x.toX == y.toX && x.y == y.y && x.height == y.height && x.seed == y.seed;
    };
    return a.name == b.name && a.split == b.split && a.labels == b.labels && a.scene.seed == b.scene.seed &&
           a.scene.backdrop == b.scene.backdrop && a.scene.ambience == b.scene.ambience &&
           std::ranges::equal(a.scene.heard, b.scene.heard, isSameSound) &&
           std::ranges::equal(a.scene.seen, b.scene.seen, isSameObject);
}

// Of all (clip, event) pairs of a script, how many have a property.
template <class Property>
int countPairs(const std::vector<DemoClip> &clips, Property has) {
    int count = 0;
    for (const DemoClip &clip : clips)
        for (const EventTruth &truth : truthOf(clip))
            count += has(truth) ? 1 : 0;
    return count;
}

double unheardShare(const std::vector<DemoClip> &clips, Event event) {
    const int labelled = countPairs(clips, [event](const EventTruth &t) { return t.event == event && t.isLabelled; });
    const int unheard =
        countPairs(clips, [event](const EventTruth &t) { return t.event == event && t.isLabelled && !t.isAudible; });
    return static_cast<double>(unheard) / labelled;
}

const std::vector<DemoClip> &longScript() {
    static const std::vector<DemoClip> clips = demoScript({4000, 0, 0}, 3);
    return clips;
}

} // namespace

class TestDemoScript : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void splits() {
        const std::vector<DemoClip> clips = demoScript({30, 20, 10}, 1);
        QCOMPARE(clips.size(), std::size_t{60});
        std::set<std::string> names;
        for (const DemoClip &clip : clips)
            names.insert(clip.name);
        QCOMPARE(names.size(), clips.size());
        QCOMPARE(clips.front().name, std::string("training-0001"));
        QCOMPARE(clips.back().name, std::string("test-0010"));
        QCOMPARE(std::ranges::count(clips, std::string("validation"), &DemoClip::split), std::ptrdiff_t{20});
        QVERIFY(demoScript({0, 0, 0}, 1).empty());
    }

    void seeds() {
        const std::vector<DemoClip> clips = demoScript({20, 5, 5}, 7);
        QVERIFY(std::ranges::equal(clips, demoScript({20, 5, 5}, 7), isSame));
        const std::vector<DemoClip> others = demoScript({20, 5, 5}, 8);
        QVERIFY(!std::ranges::any_of(clips, [&](const DemoClip &clip) {
            return std::ranges::any_of(others, [&](const DemoClip &other) { return isSame(clip, other); });
        }));
    }

    void smallerDemoIsTheBeginning() {
        const std::vector<DemoClip> small = demoScript({4, 3, 2}, 5);
        const std::vector<DemoClip> large = demoScript({40, 30, 20}, 5);
        for (const DemoClip &clip : small)
            QVERIFY(std::ranges::any_of(large, [&](const DemoClip &other) { return isSame(clip, other); }));
    }

    void eventsAreCovered_data() {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 5; ++seed)
            QTest::addRow("seed %d", seed) << seed;
    }

    void eventsAreCovered() {
        QFETCH(int, seed);
        for (const auto &[split, least] :
             {std::pair("training", 25), std::pair("validation", 8), std::pair("test", 8)}) {
            std::array<int, kEvents> labels{};
            for (const DemoClip &clip : demoScript({}, static_cast<std::uint64_t>(seed))) {
                for (const Event event : clip.labels)
                    labels.at(static_cast<std::size_t>(event)) += clip.split == split ? 1 : 0;
            }
            QVERIFY2(*std::ranges::min_element(labels) >= least, split);
            QVERIFY(*std::ranges::max_element(labels) <= 3 * least);
        }
    }

    void clipsAreWhatMediaCanBeMadeOf() {
        const std::vector<int> &drawn = drawnObjectClasses();
        for (const DemoClip &clip : longScript()) {
            QVERIFY(!clip.labels.empty() && clip.labels.size() <= 3);
            QVERIFY(std::ranges::is_sorted(clip.labels));
            QVERIFY(std::ranges::adjacent_find(clip.labels) == clip.labels.end());
            for (const HeardEvent &heard : clip.scene.heard) {
                QVERIFY(heard.onset >= Seconds(0) && heard.offset <= clip.scene.duration);
                QVERIFY(heard.offset - heard.onset >= Seconds(0.999));
                QVERIFY(heard.level >= -5.0 && heard.level <= 15.0);
            }
            for (const SeenObject &seen : clip.scene.seen) {
                QVERIFY(std::ranges::binary_search(drawn, seen.objectClass));
                QVERIFY(seen.enters >= Seconds(0) && seen.leaves <= clip.scene.duration);
                QVERIFY(seen.leaves - seen.enters >= Seconds(2.9));
                QVERIFY(seen.y > 0.0 && seen.y <= 1.0 && seen.height > 0.0 && seen.y - seen.height >= 0.0);
                QVERIFY(std::max(seen.fromX, seen.toX) > 0.1 && std::min(seen.fromX, seen.toX) < 0.9);
            }
        }
    }

    // The rates that demo_script.h promises; 4,000 clips have some 400 labels an event.
    void unheardLabels() {
        QVERIFY(std::abs(unheardShare(longScript(), Event::Bicycle) - 1.0 / 3.0) < 0.07);
        QVERIFY(std::abs(unheardShare(longScript(), Event::Car) - 0.2) < 0.06);
        QVERIFY(std::abs(unheardShare(longScript(), Event::Skateboard) - 0.2) < 0.06);
        QVERIFY(std::abs(unheardShare(longScript(), Event::Bus) - 1.0 / 7.0) < 0.06);
        QVERIFY(std::abs(unheardShare(longScript(), Event::Truck) - 1.0 / 7.0) < 0.06);
        for (const Event event : {Event::TrainHorn, Event::Ambulance, Event::Screaming, Event::Train})
            QCOMPARE(unheardShare(longScript(), event), 0.0);
        const auto isNeither = [](const EventTruth &t) { return t.isLabelled && !t.isAudible && !t.isVisible; };
        QCOMPARE(countPairs(longScript(), isNeither), 0);
    }

    void unlabelledSounds() {
        const int audible = countPairs(longScript(), [](const EventTruth &t) { return t.isAudible; });
        const int unlabelled =
            countPairs(longScript(), [](const EventTruth &t) { return t.isAudible && !t.isLabelled; });
        const double share = static_cast<double>(unlabelled) / audible;
        QVERIFY2(share > 0.03 && share < 0.07, qPrintable(QString::number(share)));
    }

    void emergencyVehiclesAreMostlySeen() {
        for (const Event event : {Event::Ambulance, Event::FireEngine, Event::PoliceCar}) {
            const int heard = countPairs(
                longScript(), [event](const EventTruth &t) { return t.event == event && t.isAudible && t.isLabelled; });
            const int seen = countPairs(longScript(), [event](const EventTruth &t) {
                return t.event == event && t.isAudible && t.isLabelled && t.isVisible;
            });
            QVERIFY(static_cast<double>(seen) / heard > 0.8 && seen < heard);
        }
    }

    void quietSounds() {
        int sounds = 0, quiet = 0;
        for (const DemoClip &clip : longScript()) {
            for (const HeardEvent &heard : clip.scene.heard) {
                ++sounds;
                quiet += heard.level < 3.0 ? 1 : 0;
            }
        }
        QVERIFY(std::abs(static_cast<double>(quiet) / sounds - 0.3) < 0.06);
    }

    void truthOfOneClip() {
        DemoClip clip;
        clip.labels = {Event::Bicycle, Event::TrainHorn};
        clip.scene.heard.push_back({Event::TrainHorn, Seconds(1), Seconds(2), 5.0, 1});
        clip.scene.heard.push_back({Event::Screaming, Seconds(3), Seconds(4), 5.0, 1});
        clip.scene.seen.push_back({.objectClass = objectsOf(Event::Bicycle).front()});
        clip.scene.seen.push_back({.objectClass = objectsOf(Event::Car).front()}); // also what a car alarm comes from
        const std::vector<EventTruth> expected{{Event::TrainHorn, true, true, false},
                                               {Event::Bicycle, true, false, true},
                                               {Event::Screaming, false, true, false},
                                               {Event::Car, false, false, true}};
        QVERIFY(truthOf(clip) == expected);
    }

    void ownLooks() {
        for (int k = 0; k < kEvents; ++k) {
            const auto event = static_cast<Event>(k);
            QVERIFY(!hasOwnLook(event) || !objectsOf(event).empty());
        }
        QVERIFY(hasOwnLook(Event::Bus) && !hasOwnLook(Event::TrainHorn));
    }
};

TAGSCOPE_CORE_TEST(TestDemoScript)
#include "tst_demo_script.moc"

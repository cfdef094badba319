// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qt_test.h"
#include "ui/tracks/region_changes.h"
#include "ui/tracks/region_geometry.h"

#include <QApplication>
#include <cmath>

// Regions and where they snap, as values.
using namespace tagscope;
using namespace tagscope::ui;

namespace {

constexpr Seconds kClip{10};

MarkedRegion regionOf(double onset, double offset, int event = 1, const char *annotator = "Ann",
                      std::int64_t added = 7) {
    return {1, event, annotator, Seconds{onset}, Seconds{offset}, added, std::nullopt};
}

TimeRange range(double lower, double upper) {
    return {Seconds{lower}, Seconds{upper}};
}

bool isNear(TimeRange a, TimeRange b) {
    return std::abs((a.lower - b.lower).count()) < 1e-9 && std::abs((a.upper - b.upper).count()) < 1e-9;
}

} // namespace

class TestRegionParts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void regionsFitIntoTheClip() {
        QVERIFY(isNear(fittedRegion(range(4, 2), kClip), range(2, 4)));
        QVERIFY(isNear(fittedRegion(range(2.00049, 3.12351), kClip), range(2, 3.124)));
        QVERIFY(isNear(fittedRegion(range(5, 5), kClip), range(5, 5.01)));
        QVERIFY(isNear(fittedRegion(range(10, 10), kClip), range(9.99, 10)));
        QVERIFY(isNear(fittedRegion(range(-3, 40), kClip), range(0, 10)));
        QVERIFY(isNear(fittedRegion(range(9.2, 40), Seconds{9.9996}), range(9.2, 9.9996)));
    }

    void partsStopAtEachOther() {
        const TimeRange before = range(2, 4);
        QVERIFY(isNear(movedRegion(before, RegionPart::Onset, Seconds{0.5}, kClip), range(2.5, 4)));
        QVERIFY(isNear(movedRegion(before, RegionPart::Onset, Seconds{5}, kClip), range(3.99, 4)));
        QVERIFY(isNear(movedRegion(before, RegionPart::Onset, Seconds{-5}, kClip), range(0, 4)));
        QVERIFY(isNear(movedRegion(before, RegionPart::Offset, Seconds{-5}, kClip), range(2, 2.01)));
        QVERIFY(isNear(movedRegion(before, RegionPart::Offset, Seconds{50}, kClip), range(2, 10)));
        QVERIFY(isNear(movedRegion(before, RegionPart::Both, Seconds{-5}, kClip), range(0, 2)));
        QVERIFY(isNear(movedRegion(before, RegionPart::Both, Seconds{50}, kClip), range(8, 10)));
    }

    void overlappingRegionsStayApart() {
        const std::vector<MarkedRegion> kept{regionOf(1, 2), regionOf(3, 4)};
        const RegionChange over = markRegion(kept, regionOf(1.5, 3.5, 1, "Ann", 3));
        QCOMPARE(over.removals.size(), std::size_t{0});
        QVERIFY(over.additions == std::vector{regionOf(1.5, 3.5, 1, "Ann", 0)});
        QVERIFY(markRegion(kept, regionOf(3, 4)).isEmpty()); // the same again
        MarkedRegion box = regionOf(3, 4);
        box.frequencies = RegionBand{100, 200};
        QVERIFY(!markRegion(kept, box).isEmpty());
    }

    void regionsAreJoinedWhenAsked() {
        const std::vector<MarkedRegion> kept{
            regionOf(1, 2),     regionOf(3, 4), regionOf(6, 7), regionOf(1.5, 5, 2), regionOf(1.5, 5, 1, "Bob"),
            regionOf(1.5, 3, 1)};
        // From the first over the second, which it touches; other events and annotators stay as they are.
        const RegionChange over = joinRegion(kept, kept[5]);
        QVERIFY(over.additions == std::vector{regionOf(1, 4, 1, "Ann", 0)});
        QCOMPARE(over.removals.size(), std::size_t{3});
        QVERIFY(joinRegion(kept, kept[2]).isEmpty());
        // A join that reaches what the region itself does not.
        const std::vector<MarkedRegion> chain{regionOf(1, 3), regionOf(2.9, 5), regionOf(0.5, 1.5)};
        QVERIFY(joinRegion(chain, chain[2]).additions == std::vector{regionOf(0.5, 5, 1, "Ann", 0)});
        // Not over another band.
        MarkedRegion box = regionOf(3.5, 5);
        box.frequencies = RegionBand{100, 200};
        QVERIFY(joinRegion({kept[1], box}, box).isEmpty());
    }

    void movedRegionsStayApartAsWell() {
        const std::vector<MarkedRegion> kept{regionOf(1, 2), regionOf(3, 4)};
        QVERIFY(replaceRegion(kept, kept[0], range(1, 2)).isEmpty());
        const RegionChange moved = replaceRegion(kept, kept[0], range(1.2, 2.2));
        QVERIFY(moved.removals == std::vector{kept[0]});
        QVERIFY(moved.additions == std::vector{regionOf(1.2, 2.2, 1, "Ann", 0)});
        QVERIFY(replaceRegion(kept, kept[0], range(2.5, 3.5)).removals == std::vector{kept[0]});
        const RegionChange onto = replaceRegion(kept, kept[0], range(3, 4)); // both are one
        QVERIFY(onto.removals == kept);
        QVERIFY(onto.additions == std::vector{regionOf(3, 4, 1, "Ann", 0)});
        MarkedRegion noted = kept[0];
        noted.note = "far";
        QVERIFY(replaceRegion(kept, kept[0], noted).additions.front().note == "far");
    }

    void theReactionIsTakenOff() {
        QCOMPARE(heardAt(Seconds{5}, Seconds{0.2}, 1.0, kClip).count(), 4.8);
        QCOMPARE(heardAt(Seconds{5}, Seconds{0.2}, 2.0, kClip).count(), 4.6);
        QCOMPARE(heardAt(Seconds{5}, Seconds{0.2}, 0.25, kClip).count(), 4.95);
        QCOMPARE(heardAt(Seconds{0.1}, Seconds{0.2}, 1.0, kClip).count(), 0.0);
        QCOMPARE(heardAt(Seconds{12}, Seconds{0}, 1.0, kClip).count(), 10.0);
    }

    void endsAndMiddlesAreTakenHoldOf() {
        QWidget widget;
        widget.resize(1000, 50);
        TimeGeometry geometry(widget, range(0, 10));
        geometry.left = 0;
        geometry.width = 1000; // 100 pixels a second
        const std::vector<TimeRange> regions{range(1, 2), range(2.04, 2.05), range(5, 6)};
        const auto at = [&](double x) { return regionAt(regions, geometry, x, 6); };
        QVERIFY(!at(90));
        QVERIFY(at(95) == (RegionHit{0, RegionPart::Onset}));
        QVERIFY(at(105) == (RegionHit{0, RegionPart::Onset}));
        QVERIFY(at(150) == (RegionHit{0, RegionPart::Both}));
        QVERIFY(at(197) == (RegionHit{0, RegionPart::Offset}));
        QVERIFY(at(201) == (RegionHit{0, RegionPart::Offset}));
        QVERIFY(at(203) == (RegionHit{1, RegionPart::Onset})); // the nearer end
        QVERIFY(at(208) == (RegionHit{1, RegionPart::Offset}));
        QVERIFY(!at(300));
        QVERIFY(regionAt({range(3, 3.06)}, geometry, 303, 6) == (RegionHit{0, RegionPart::Both})); // 6 pixels wide
    }

    void timesSnap() {
        const std::vector<SnapTime> times{{Seconds{3.13}, SnapTime::Kind::Playhead},
                                          {Seconds{3.19}, SnapTime::Kind::Region}};
        const auto to = [&](double time, double reach) { return snapTime(Seconds{time}, times, Seconds{reach}); };
        QVERIFY(to(3.14, 0.02) == times[0]);
        QVERIFY(to(3.17, 0.05) == times[1]);
        QVERIFY(to(3.11, 0.03) == times[0]); // before a step that is nearer
        QVERIFY(!to(3.16, 0.02));
        QVERIFY(!to(4.04, 0.2)); // farther than a quarter of a step
        const std::optional<SnapTime> step = to(4.02, 0.2);
        QVERIFY(step && step->kind == SnapTime::Kind::Step && std::abs(step->time.count() - 4.0) < 1e-9);
        QVERIFY(!to(4.0, 0.0));
    }

    void regionsSnapWithEitherEnd() {
        const std::vector<SnapTime> times{{Seconds{5.13}, SnapTime::Kind::Playhead},
                                          {Seconds{10}, SnapTime::Kind::ClipEnd}};
        const auto moved = [&](RegionPart part, double by) {
            return snapRegion(range(2, 3.05), part, Seconds{by}, times, Seconds{0.03}, kClip);
        };
        const SnappedRange withOffset = moved(RegionPart::Both, 2.06);
        QVERIFY(withOffset.snapped == times[0]);
        QVERIFY(isNear(withOffset.range, range(4.08, 5.13)));
        const SnappedRange withOnset = moved(RegionPart::Both, 3.145);
        QVERIFY(withOnset.snapped == times[0]);
        QVERIFY(isNear(withOnset.range, range(5.13, 6.18)));
        QVERIFY(isNear(moved(RegionPart::Offset, 6.93).range, range(2, 10)));
        QVERIFY(moved(RegionPart::Offset, 6.93).snapped == times[1]);
        QVERIFY(isNear(moved(RegionPart::Onset, 0.44).range, range(2.44, 3.05)));
        QVERIFY(!moved(RegionPart::Onset, 0.44).snapped);
        // The onset would snap onto the offset's other side: it stops before.
        const SnappedRange stopped =
            snapRegion(range(2, 3), RegionPart::Onset, Seconds{5}, times, Seconds{0.03}, kClip);
        QVERIFY(isNear(stopped.range, range(2.99, 3)) && !stopped.snapped);
        const SnappedRange free = snapRegion(range(2, 3), RegionPart::Both, Seconds{2.12}, times, Seconds{0}, kClip);
        QVERIFY(isNear(free.range, range(4.12, 5.12)) && !free.snapped);
    }
};

TAGSCOPE_WINDOW_TEST(TestRegionParts)
#include "tst_region_parts.moc"

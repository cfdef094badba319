// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qt_test.h"
#include "tests/ui/own_settings.h"
#include "tests/ui/region_window.h"
#include "tests/ui/warnings.h"
#include "ui/audit/region_dialog.h"
#include "ui/tracks/box_editor.h"
#include "ui/tracks/spectrogram_plot.h"

#include <QComboBox>
#include <QLineEdit>
#include <QTemporaryDir>

// Regions with frequencies: drawn on the spectrogram, and typed as numbers.
using namespace tagscope;
using namespace tagscope::ui;
using test::RegionWindow;

namespace {

constexpr double kHertz = 150.0; // more than a pixel of the spectrogram is high

SpectrogramPlot &plotOf(RegionWindow &with) {
    return *with.window().findChild<SpectrogramPlot *>();
}

QPoint placeOf(RegionWindow &with, double seconds, double hz) {
    const TimeGeometry geometry(plotOf(with), {Seconds{0}, Seconds{10}});
    return QPointF(geometry.xOf(Seconds{seconds}), plotOf(with).yOfHz(hz)).toPoint();
}

void dragOver(RegionWindow &with, QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = Qt::ControlModifier) {
    SpectrogramPlot &plot = plotOf(with);
    QTest::mousePress(&plot, Qt::LeftButton, modifiers, from);
    for (const QPoint point : {(from + to) / 2, to}) {
        QMouseEvent moved(QEvent::MouseMove, point, plot.mapToGlobal(point), Qt::NoButton, Qt::LeftButton, modifiers);
        QApplication::sendEvent(&plot, &moved);
    }
    QTest::mouseRelease(&plot, Qt::LeftButton, modifiers, to);
}

bool isBoxOf(const MarkedRegion &region, double onset, double offset, double low, double high) {
    return region.event == RegionWindow::kEvent && region.frequencies &&
           std::abs(region.onset.count() - onset) <= test::kPixel &&
           std::abs(region.offset.count() - offset) <= test::kPixel &&
           std::abs(region.frequencies->low - low) <= kHertz && std::abs(region.frequencies->high - high) <= kHertz;
}

bool isStoredBox(RegionWindow &with, double onset, double offset, double low, double high) {
    return QTest::qWaitFor([&] {
        const std::vector<MarkedRegion> regions = with.stored();
        return std::ranges::any_of(regions, [&](const MarkedRegion &region) {
            return !region.removed && isBoxOf(region, onset, offset, low, high);
        });
    });
}

std::size_t heldNow(RegionWindow &with) {
    const std::vector<MarkedRegion> regions = with.stored();
    return static_cast<std::size_t>(
        std::ranges::count_if(regions, [](const MarkedRegion &region) { return !region.removed; }));
}

RegionDialog *dialogIn(RegionWindow &with) {
    static_cast<void>(QTest::qWaitFor([&] { return with.window().findChild<RegionDialog *>() != nullptr; }, 2000));
    return with.window().findChild<RegionDialog *>();
}

void typeInto(const RegionDialog &dialog, const char *field, const QString &text) {
    auto *line = dialog.findChild<QLineEdit *>(QLatin1String(field));
    line->setFocus();
    line->selectAll();
    QTest::keyClick(line, Qt::Key_Delete);
    QTest::keyClicks(line, text);
}

} // namespace

class TestBoxes : public QObject {
    Q_OBJECT

private:
    QTemporaryDir settings_;

private Q_SLOTS:
    void initTestCase() { test::useOwnSettings(settings_); }

    void init() {
        test::failOnWarnings();
        QSettings().clear();
    }

    void aDragWithControlDrawsABox() {
        RegionWindow with;
        QVERIFY(with.isReady());
        dragOver(with, placeOf(with, 2, 4000), placeOf(with, 4, 1000));
        QVERIFY(isStoredBox(with, 2, 4, 1000, 4000));
        QVERIFY2(with.words().contains(QStringLiteral("Hz")), qPrintable(with.words()));
        with.undo();
        QTRY_COMPARE(heldNow(with), std::size_t{0});
        with.redo();
        QVERIFY(isStoredBox(with, 2, 4, 1000, 4000));
        // Without Ctrl a drag selects, as on every track.
        dragOver(with, placeOf(with, 5, 4000), placeOf(with, 6, 1000), Qt::NoModifier);
        QCOMPARE(heldNow(with), std::size_t{1});
    }

    void edgesAndTheWholeAreMoved() {
        RegionWindow with;
        QVERIFY(with.isReady());
        dragOver(with, placeOf(with, 2, 4000), placeOf(with, 4, 1000));
        QVERIFY(isStoredBox(with, 2, 4, 1000, 4000));
        dragOver(with, placeOf(with, 3, 4000), placeOf(with, 3, 6000)); // its upper edge
        QVERIFY(isStoredBox(with, 2, 4, 1000, 6000));
        dragOver(with, placeOf(with, 4, 2500), placeOf(with, 5, 2500)); // its right one
        QVERIFY(isStoredBox(with, 2, 5, 1000, 6000));
        dragOver(with, placeOf(with, 3.5, 2500), placeOf(with, 4.5, 2500)); // all of it
        QVERIFY(isStoredBox(with, 3, 6, 1000, 6000));
        QCOMPARE(heldNow(with), std::size_t{1});
        with.undo();
        QVERIFY(isStoredBox(with, 2, 5, 1000, 6000));
        // Escape leaves it as it is.
        SpectrogramPlot &plot = plotOf(with);
        QTest::mousePress(&plot, Qt::LeftButton, Qt::ControlModifier, placeOf(with, 3.5, 2500));
        QMouseEvent moved(QEvent::MouseMove, placeOf(with, 7, 2500), plot.mapToGlobal(placeOf(with, 7, 2500)),
                          Qt::NoButton, Qt::LeftButton, Qt::ControlModifier);
        QApplication::sendEvent(&plot, &moved);
        QTest::keyClick(&plot, Qt::Key_Escape);
        QTest::mouseRelease(&plot, Qt::LeftButton, Qt::ControlModifier, placeOf(with, 7, 2500));
        QVERIFY(isStoredBox(with, 2, 5, 1000, 6000));
    }

    // A region of the full height gets frequencies by its edges.
    void theChosenRegionGetsFrequencies() {
        RegionWindow with;
        QVERIFY(with.isReady());
        with.drag(2, 4);
        QVERIFY(with.isStored(2, 4));
        const auto *boxes = with.window().findChild<BoxEditor *>();
        const QRectF rect = boxes->rectOf(*with.marking().chosen());
        dragOver(with, QPointF(rect.center().x(), rect.top() + 1).toPoint(), placeOf(with, 3, 3000));
        QTRY_VERIFY(with.marking().chosen() && with.marking().chosen()->frequencies);
        QVERIFY(isStoredBox(with, 2, 4, 0, 3000));
    }

    void boxesStayApartUntilTheyAreJoined() {
        RegionWindow with;
        QVERIFY(with.isReady());
        with.drag(1, 3);
        with.drag(4, 6);
        with.drag(3.5, 4.5); // over the second one
        QVERIFY(with.isStored(3.5, 4.5));
        QCOMPARE(heldNow(with), std::size_t{3});
        dragOver(with, placeOf(with, 3.7, 4000), placeOf(with, 5.5, 1000)); // another band
        QVERIFY(isStoredBox(with, 3.7, 5.5, 1000, 4000));
        with.key(Qt::Key_J, Qt::ShiftModifier);
        QVERIFY2(with.words().contains(QStringLiteral("no other")), qPrintable(with.words()));
        with.key(Qt::Key_G, Qt::ShiftModifier); // to the one that was drawn before
        QTRY_VERIFY(with.marking().chosen() && !with.marking().chosen()->frequencies);
        with.key(Qt::Key_J, Qt::ShiftModifier);
        QVERIFY(with.isStored(3.5, 6));
        QTRY_COMPARE(heldNow(with), std::size_t{3});
        with.undo();
        QTRY_COMPARE(heldNow(with), std::size_t{4});
    }

    void aRegionIsTyped() {
        RegionWindow with;
        QVERIFY(with.isReady());
        with.key(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        RegionDialog *dialog = dialogIn(with);
        QVERIFY(dialog != nullptr);
        const auto *problem = dialog->findChild<QLabel *>(QStringLiteral("regionProblem"));
        typeInto(*dialog, "regionOnset", QStringLiteral("3"));
        typeInto(*dialog, "regionOffset", QStringLiteral("2"));
        auto *offset = dialog->findChild<QLineEdit *>(QStringLiteral("regionOffset"));
        QTest::keyClick(offset, Qt::Key_Return);
        QVERIFY(problem->isVisible() && problem->text().contains(QStringLiteral("after the start")));
        typeInto(*dialog, "regionOffset", QStringLiteral("4,25"));
        typeInto(*dialog, "regionLow", QStringLiteral("500"));
        QTest::keyClick(offset, Qt::Key_Return);
        QVERIFY(problem->text().contains(QStringLiteral("both frequencies")));
        QCOMPARE(heldNow(with), std::size_t{0});
        typeInto(*dialog, "regionHigh", QStringLiteral("1250.5"));
        typeInto(*dialog, "regionConfidence", QStringLiteral("0.75"));
        typeInto(*dialog, "regionNote", QStringLiteral("far away"));
        QTest::keyClick(offset, Qt::Key_Return);
        QTRY_COMPARE(heldNow(with), std::size_t{1});
        const MarkedRegion typed = with.stored().front();
        QVERIFY(typed.onset == Seconds{3} && typed.offset == Seconds{4.25} && typed.event == RegionWindow::kEvent);
        QVERIFY(typed.frequencies == (tagscope::FrequencyRange{500.0, 1250.5}) && typed.confidence == 0.75);
        QVERIFY(typed.note == "far away" && typed.annotator == "Ann");
        QTRY_VERIFY(with.window().findChild<RegionDialog *>() == nullptr);

        with.window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&with.window()));
        with.track().setFocus();
        with.key(Qt::Key_Y);
        dialog = dialogIn(with);
        QVERIFY2(dialog != nullptr, qPrintable(with.words()));
        QCOMPARE(dialog->findChild<QLineEdit *>(QStringLiteral("regionNote"))->text(), QStringLiteral("far away"));
        typeInto(*dialog, "regionNote", QStringLiteral("near"));
        typeInto(*dialog, "regionLow", {});
        typeInto(*dialog, "regionHigh", {});
        QTest::keyClick(dialog->findChild<QLineEdit *>(QStringLiteral("regionNote")), Qt::Key_Return);
        const auto now = [&] {
            const std::vector<MarkedRegion> regions = with.stored();
            const auto found =
                std::ranges::find_if(regions, [](const MarkedRegion &region) { return !region.removed; });
            return found == regions.end() ? MarkedRegion() : *found;
        };
        QTRY_VERIFY(now().note == "near" && !now().frequencies);
        QCOMPARE(heldNow(with), std::size_t{1});
        QTRY_VERIFY(with.window().findChild<RegionDialog *>() == nullptr);
        with.window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&with.window()));
        with.undo();
        QTRY_VERIFY(now().note == "far away" && now().frequencies);
        QCOMPARE(heldNow(with), std::size_t{1});
    }
};

TAGSCOPE_WINDOW_TEST(TestBoxes)
#include "tst_boxes.moc"

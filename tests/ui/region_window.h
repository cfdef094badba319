// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/synthetic.h"
#include "tests/ui/synthetic_playback.h"
#include "tests/ui/synthetic_project.h"
#include "ui/playback/playback.h"
#include "ui/tracks/labels_track.h"
#include "ui/tracks/region_by_key.h"
#include "ui/tracks/time_geometry.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QMouseEvent>
#include <QSettings>
#include <QTest>
#include <algorithm>
#include <cmath>
#include <memory>
#include <vector>

namespace tagscope::test {

inline constexpr double kPixel = 0.03; // seconds: more than a column of the track

// The window with a project, whose clip is played by a clock of the test's.
class RegionWindow {
public:
    explicit RegionWindow(const QString &name = QStringLiteral("Ann"))
        : source_(std::make_shared<SyntheticProject>("/made/up.tagscope", ProjectMake{.clips = 5})) {
        QSettings().setValue(QStringLiteral("audit/annotator"), name);
        ui::Sources sources = syntheticSources();
        sources.openProject = [source = source_](const std::filesystem::path &, const std::stop_token &) {
            return Result<std::shared_ptr<ui::ClipAnalyst>>(source);
        };
        sources.playback =
            syntheticPlayback(steadyTimes(25, 10), [this] { return std::make_unique<SimulatedOutput>(log_); });
        window_ = std::make_unique<ui::MainWindow>(sources);
        window_->resize(1400, 1000);
        window_->show();
        window_->openProject("made.tagscope");
    }

    [[nodiscard]] ui::MainWindow &window() { return *window_; }
    [[nodiscard]] ui::LabelsTrack &track() { return *window_->findChild<ui::LabelsTrack *>(); }
    [[nodiscard]] ui::RegionMarking &marking() { return *window_->findChild<ui::RegionMarking *>(); }
    [[nodiscard]] ui::RegionByKey &byKey() { return *window_->findChild<ui::RegionByKey *>(); }
    [[nodiscard]] ui::Playback &playback() { return *window_->findChild<ui::Playback *>(); }
    [[nodiscard]] SimulatedOutput::Log &clock() { return log_; }
    [[nodiscard]] SyntheticProject &source() { return *source_; }

    // The clip is there, and an event of which nothing else is known is chosen.
    [[nodiscard]] bool isReady() {
        if (!QTest::qWaitForWindowActive(window_.get()) ||
            !QTest::qWaitFor([this] { return track().isVisible() && marking().clip(); }))
            return false;
        snap(false);
        track().setFocus();
        constexpr int kMoreThanThereAre = 30;
        for (int back = 0; back < kMoreThanThereAre; ++back) // from the strongest tag, which is chosen first
            key(Qt::Key_E, Qt::ShiftModifier);
        for (int event = 0; event < kEvent; ++event)
            key(Qt::Key_E);
        return QTest::qWaitFor([this] { return !track().tierOf(kEvent).isEmpty(); });
    }
    void snap(bool isOn) { window_->findChild<QCheckBox *>(QStringLiteral("regionSnap"))->setChecked(isOn); }

    void key(Qt::Key pressed, Qt::KeyboardModifiers modifiers = {}) {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus != nullptr ? focus : window_.get(), pressed, modifiers);
    }
    void undo() { QTest::keySequence(window_.get(), QKeySequence(QKeySequence::Undo)); }
    void redo() { QTest::keySequence(window_.get(), QKeySequence(QKeySequence::Redo)); }
    void goToAnotherClip() {
        const ClipId before = clip();
        key(Qt::Key_N);
        if (clip() == before)
            key(Qt::Key_P);
    }
    // Where a time of the whole clip is, in the tier of an event.
    [[nodiscard]] QPoint at(double seconds, int event = kEvent) {
        const ui::TimeGeometry geometry(track(), {Seconds{0}, Seconds{10}});
        return {static_cast<int>(std::lround(geometry.xOf(Seconds{seconds}))), track().tierOf(event).center().y()};
    }
    void press(double seconds, int event = kEvent) {
        QTest::mousePress(&track(), Qt::LeftButton, {}, at(seconds, event));
    }
    // Moves with the button held, which QTest::mouseMove() does not say.
    void move(double seconds, Qt::KeyboardModifiers modifiers = {}, int event = kEvent) {
        const QPoint point = at(seconds, event);
        QMouseEvent moved(QEvent::MouseMove, point, track().mapToGlobal(point), Qt::NoButton, Qt::LeftButton,
                          modifiers);
        QApplication::sendEvent(&track(), &moved);
    }
    void release(double seconds) { QTest::mouseRelease(&track(), Qt::LeftButton, {}, at(seconds)); }
    void drag(double from, double to, Qt::KeyboardModifiers modifiers = {}) {
        press(from);
        move((from + to) / 2, modifiers);
        move(to, modifiers);
        release(to);
    }
    // As they are stored.
    [[nodiscard]] std::vector<MarkedRegion> stored() { return source_->project().markedRegions().value(); }
    [[nodiscard]] bool isStored(double onset, double offset, double tolerance = kPixel) {
        return QTest::qWaitFor([&] {
            const std::vector<MarkedRegion> regions = stored();
            return std::ranges::any_of(regions, [&](const MarkedRegion &region) {
                return region.event == kEvent && region.annotator == "Ann" &&
                       std::abs(region.onset.count() - onset) <= tolerance &&
                       std::abs(region.offset.count() - offset) <= tolerance;
            });
        });
    }
    [[nodiscard]] QString words() { return window_->findChild<QLabel *>(QStringLiteral("regionWords"))->toolTip(); }
    [[nodiscard]] ClipId clip() { return marking().clip() ? marking().clip()->clip : 0; }

    static constexpr int kEvent = 9;

private:
    SimulatedOutput::Log log_;
    std::shared_ptr<SyntheticProject> source_;
    std::unique_ptr<ui::MainWindow> window_;
};

} // namespace tagscope::test

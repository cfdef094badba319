// SPDX-License-Identifier: GPL-3.0-or-later
// Drives the real window at random: monkey PROJECT SECONDS [SEED]. Keys, clicks, drags, wheels and menu entries go to
// whatever is in front, a dialog or a menu too; a copy of PROJECT is what it works on, and must be sound afterwards, as
// `project check` sees it. Ends with 1 where it is not or where the event loop stands still for half a minute; a crash
// or an assertion ends it in its own way. For an address-sanitised build (preset asan) under QT_QPA_PLATFORM=offscreen.
// Give it a home, a temporary folder and no network of its own: it presses whatever it finds.

#include "app/window/real_sources.h"
#include "core/media/decoding.h"
#include "core/network/image_networks.h"
#include "core/project/project_check.h"
#include "tests/ui/event_loop_watch.h"
#include "ui/base/shortcuts.h"
#include "ui/clips/project_clips.h"
#include "ui/playback/device_output.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QContextMenuEvent>
#include <QDialog>
#include <QFileDialog>
#include <QMenu>
#include <QPointer>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QUndoStack>
#include <QWheelEvent>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <map>
#include <pthread.h>
#include <random>
#include <thread>

namespace {

using namespace tagscope;
namespace fs = std::filesystem;

constexpr int kPause = 10;         // milliseconds between two things done
constexpr int kTurnsWithout = 100; // a project, at most
constexpr std::chrono::seconds kLongestStandstill{30};

// Keeps the window open, and says when something else than this program's end wanted to close it.
class StaysOpen : public QObject {
public:
    using QObject::QObject;
    bool eventFilter(QObject *, QEvent *event) override {
        if (event->type() != QEvent::Close || isOver)
            return false;
        event->ignore();
        return true;
    }
    bool isOver = false;
};

class Monkey {
public:
    explicit Monkey(std::uint32_t seed) : random_(seed) {}

    void act() {
        QWidget *front = frontWidget();
        if (front == nullptr)
            return;
        // It would walk through the machine's folders.
        if (auto *dialog = qobject_cast<QFileDialog *>(front->window())) {
            ++done["file dialogs left"];
            dialog->reject();
            return;
        }
        // Whoever is lost leaves.
        if (front->window() != mainWindow && below(60) == 0) {
            ++done["dialogs and menus left"];
            QTest::keyClick(front, Qt::Key_Escape);
            return;
        }
        switch (below(10)) {
        case 0:
        case 1:
        case 2:
            return click(*front);
        case 3:
            return drag(*front);
        case 4:
            return wheel(*front);
        case 5:
        case 6:
        case 7:
            return press();
        case 8:
            return entry(*front);
        default:
            return contextMenu(*front);
        }
    }

    QWidget *mainWindow = nullptr;
    std::map<std::string, int> done;
    QString last; // what was done, to what

private:
    int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(random_); }
    template <class List>
    auto one(const List &list) {
        return *std::next(list.begin(), below(static_cast<int>(list.size())));
    }

    [[nodiscard]] QWidget *frontWidget() {
        if (QWidget *popup = QApplication::activePopupWidget())
            return popup;
        if (QWidget *modal = QApplication::activeModalWidget())
            return modal;
        QList<QWidget *> shown;
        for (QWidget *widget : QApplication::topLevelWidgets())
            if (widget->isVisible() && widget->isEnabled())
                shown.push_back(widget);
        // The window most of the time, whatever else is open beside it.
        return shown.isEmpty() ? nullptr : below(4) == 0 ? one(shown) : mainWindow;
    }

    QWidget &anyIn(QWidget &front) {
        QList<QWidget *> shown{&front};
        for (QWidget *widget : front.findChildren<QWidget *>())
            if (widget->isVisible() && widget->isEnabled() && !widget->size().isEmpty())
                shown.push_back(widget);
        return *one(shown);
    }
    void note(const char *what, const QWidget &target) {
        ++done[what];
        last = QStringLiteral("%1 of %2 \"%3\" in %4")
                   .arg(QLatin1String(what), QLatin1String(target.metaObject()->className()), target.objectName(),
                        target.window()->objectName());
    }
    QPoint placeIn(const QWidget &widget) { return {below(widget.width()), below(widget.height())}; }
    Qt::KeyboardModifiers modifiers() {
        constexpr std::array<Qt::KeyboardModifier, 6> kKinds{Qt::NoModifier,      Qt::NoModifier,    Qt::NoModifier,
                                                             Qt::ControlModifier, Qt::ShiftModifier, Qt::AltModifier};
        return one(kKinds);
    }

    void click(QWidget &front) {
        QWidget &target = anyIn(front);
        note("clicks", target);
        const QPoint place = placeIn(target);
        if (below(5) == 0)
            QTest::mouseDClick(&target, Qt::LeftButton, modifiers(), place);
        else
            QTest::mouseClick(&target, below(12) == 0 ? Qt::MiddleButton : Qt::LeftButton, modifiers(), place);
    }

    // A drag can end what it began on: the receiver is looked at anew for each step.
    void drag(QWidget &front) {
        const QPointer<QWidget> target = &anyIn(front);
        note("drags", *target);
        const QPoint from = placeIn(*target);
        QTest::mousePress(target, Qt::LeftButton, modifiers(), from);
        for (int step = 0; step < 4 && target; ++step)
            QTest::mouseMove(target, placeIn(*target));
        if (target)
            QTest::mouseRelease(target, Qt::LeftButton, modifiers(), placeIn(*target));
    }

    void wheel(QWidget &front) {
        QWidget &target = anyIn(front);
        note("wheels", target);
        const QPoint place = placeIn(target);
        const QPoint angle(below(3) == 0 ? below(481) - 240 : 0, below(481) - 240);
        QWheelEvent event(place, target.mapToGlobal(place), QPoint(), angle, Qt::NoButton, modifiers(),
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&target, &event);
    }

    void press() {
        QWidget *target = QApplication::focusWidget();
        if (target == nullptr)
            target = mainWindow;
        note("keys", *target);
        constexpr std::array<Qt::Key, 24> kKeys{
            Qt::Key_Space, Qt::Key_Return, Qt::Key_Tab,    Qt::Key_Backtab, Qt::Key_Left,   Qt::Key_Right,
            Qt::Key_Up,    Qt::Key_Down,   Qt::Key_Home,   Qt::Key_End,     Qt::Key_Delete, Qt::Key_Backspace,
            Qt::Key_F1,    Qt::Key_F2,     Qt::Key_F6,     Qt::Key_Menu,    Qt::Key_Escape, Qt::Key_PageUp,
            Qt::Key_Comma, Qt::Key_Period, Qt::Key_Insert, Qt::Key_Plus,    Qt::Key_Minus,  Qt::Key_PageDown};
        const int kind = below(4);
        const int key = kind == 0 ? one(kKeys) : kind == 1 ? Qt::Key_0 + below(10) : Qt::Key_A + below(26);
        for (int times = below(8) == 0 ? 6 : 1; times > 0; --times)
            QTest::keyClick(target, static_cast<Qt::Key>(key), kind == 2 ? Qt::NoModifier : modifiers());
    }

    // Also of menus that are closed, as their keys do.
    void entry(QWidget &front) {
        if (QApplication::activeModalWidget() != nullptr)
            return click(front);
        QList<QAction *> enabled;
        for (QAction *action : mainWindow->findChildren<QAction *>())
            if (action->isEnabled() && action->isVisible() && !ui::idOf(*action).isEmpty() && action->menu() == nullptr)
                enabled.push_back(action);
        if (enabled.isEmpty())
            return;
        QAction *chosen = one(enabled);
        ++done["entries"];
        last = QStringLiteral("entry ") + ui::idOf(*chosen);
        chosen->trigger();
    }

    void contextMenu(QWidget &front) {
        QWidget &target = anyIn(front);
        note("context menus", target);
        const QPoint place = placeIn(target);
        QContextMenuEvent event(QContextMenuEvent::Mouse, place, target.mapToGlobal(place));
        QCoreApplication::sendEvent(&target, &event);
    }

    std::mt19937 random_;
};

// Ends the program, with the place of the main thread in its crash or core, where the event loop stands still.
void watch(const std::stop_token &stop, const std::atomic<int> &turns, pthread_t main) {
    int seen = -1;
    auto since = std::chrono::steady_clock::now();
    while (!stop.stop_requested()) {
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        const auto now = std::chrono::steady_clock::now();
        if (turns != seen) {
            seen = turns;
            since = now;
        } else if (now - since > kLongestStandstill) {
            std::fprintf(stderr, "The event loop stood still after %d turns\n", seen);
            ::pthread_kill(main, SIGABRT); // there, so that the trace shows where it is
            return;
        }
    }
}

// Names what held the window up, unless others were done meanwhile in a dialog that it opened.
void timed(Monkey &monkey, const std::atomic<int> &turns) {
    constexpr int kSlow = 300; // milliseconds
    const int turn = turns;
    QElapsedTimer timer;
    timer.start();
    monkey.act();
    if (turns == turn && timer.elapsed() > kSlow)
        std::printf("%lld ms: %s\n", static_cast<long long>(timer.elapsed()), qPrintable(monkey.last));
}

int drive(const fs::path &project, double seconds, std::uint32_t seed) {
    Monkey monkey(seed);
    StaysOpen staysOpen;
    test::EventLoopWatch gaps;
    std::atomic<int> turns = 0;
    std::atomic<bool> isTaken = true; // what was posted last
    bool isOver = false;
    int edits = 0;
    {
        ui::MainWindow window(realSources());
        monkey.mainWindow = &window;
        window.installEventFilter(&staysOpen);
        window.resize(1400, 900);
        window.show();
        window.openProject(project);
        ui::Document &document = window.findChild<ui::ProjectClips *>()->document();
        QObject::connect(&document.undo(), &QUndoStack::indexChanged, &window, [&edits] { ++edits; });
        const std::jthread watching(
            [&turns, main = ::pthread_self()](const std::stop_token &stop) { watch(stop, turns, main); });
        // Not by a timer, which does not go off again while a dialog that it opened runs an event loop of its own.
        std::jthread pace([&](const std::stop_token &stop) {
            while (!stop.stop_requested()) {
                std::this_thread::sleep_for(std::chrono::milliseconds(kPause));
                if (isTaken.exchange(false))
                    QMetaObject::invokeMethod(&window, [&] {
                        isTaken = true;
                        ++turns;
                        if (!isOver && !document.project() && !document.isOpening() && turns % kTurnsWithout == 0)
                            window.openProject(project); // it was closed
                        else if (!isOver)
                            timed(monkey, turns);
                    });
            }
        });
        QTimer::singleShot(static_cast<int>(1000 * seconds), &window, [&] {
            isOver = true;
            staysOpen.isOver = true;
            // Dialogs wait in event loops of their own.
            QTimer leaving;
            QObject::connect(&leaving, &QTimer::timeout, &window, [&] {
                ++turns;
                if (QWidget *popup = QApplication::activePopupWidget())
                    popup->close();
                else if (auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget()))
                    dialog->reject();
                else
                    QCoreApplication::exit();
            });
            leaving.start(20);
            QEventLoop loop;
            loop.exec();
        });
        QApplication::exec();
        pace.request_stop();
        pace.join(); // what it posted last finds nobody
        window.closeUnasked();
    }
    for (const auto &[what, count] : monkey.done)
        std::printf("%s: %d\n", what.c_str(), count);
    std::printf("changes of what can be undone: %d; longest gap of the event loop %.0f ms, above 50 ms: %td\n", edits,
                gaps.worstMilliseconds(), gaps.countAbove(50));
    const Result<ProjectCheck> check = checkProject(project);
    if (!check)
        std::printf("%s\n", check.error().what().c_str());
    else
        for (const ProjectFinding &finding : check->findings)
            std::printf("%zu x %s\n", finding.count, englishText(finding.what).c_str());
    return check && check->isSound() ? 0 : 1;
}

} // namespace

int main(int argc, char **argv) {
    const QTemporaryDir settings;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    ui::chooseMediaBackend();
    int qtArguments = 1;
    const QApplication application(qtArguments, argv);
    if (argc < 3 || argc > 4) {
        std::fputs("usage: monkey PROJECT SECONDS [SEED]\n", stderr);
        return 2;
    }
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    setDecodingOptions({DecodingPlace::Child});
    const QTemporaryDir place;
    const fs::path from = argv[1];
    const fs::path project = fs::path(place.path().toStdString()) / from.filename();
    std::error_code error;
    fs::copy(from.parent_path(), project.parent_path(), fs::copy_options::recursive, error);
    if (error) {
        std::fprintf(stderr, "%s is not copied: %s\n", from.c_str(), error.message().c_str());
        return 2;
    }
    setNetworkThreads(1);
    return drive(project, std::stod(argv[2]), argc > 3 ? static_cast<std::uint32_t>(std::stoul(argv[3])) : 1);
}

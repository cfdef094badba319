// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the window with a project and the registered models: photographs DIRECTORY PROJECT [NAME…]. What the
// README shows comes from here, with the demo project. QT_SCALE_FACTOR gives other scales.

#include "app/window/real_sources.h"
#include "core/network/image_networks.h"
#include "ui/base/language.h"
#include "ui/base/shortcuts.h"
#include "ui/base/theme.h"
#include "ui/playback/device_output.h"
#include "ui/tracks/clip_view.h"
#include "ui/tracks/event_table_model.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSettings>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <algorithm>
#include <cstdio>
#include <functional>
#include <set>
#include <string>
#include <thread>

namespace {

using namespace tagscope;

constexpr QSize kWindow{1600, 1000};
constexpr double kMostSeconds = 120;

struct Picture {
    const char *name;
    const char *dock = nullptr; // shown besides clips and why
    bool hasProject = true;
    bool isExplained = false;
    ui::Theme theme = ui::Theme::Light;
    bool isGerman = false; // from here on: the texts are installed once
    int stage = -1;        // of the audit, that goes on; -1: none does
    int tab = 0;           // of the dock
};

constexpr Picture kPictures[] = {
    {.name = "start", .hasProject = false},
    {.name = "clip"},
    {.name = "why", .isExplained = true},
    {.name = "key-frames", .dock = "keyFrames"},
    {.name = "mapping", .dock = "mapping"},
    {.name = "fusion", .dock = "fusion"},
    {.name = "evaluation", .dock = "evaluation"},
    {.name = "training", .dock = "training"},
    {.name = "jobs", .dock = "jobs"},
    {.name = "audit-setup", .dock = "audit"},
    {.name = "audit-sound", .dock = "audit", .stage = 0},
    {.name = "audit-pictures", .dock = "audit", .stage = 1},
    {.name = "audit-models", .dock = "audit", .stage = 2},
    {.name = "audit-dark", .dock = "audit", .theme = ui::Theme::Dark, .stage = 0},
    {.name = "agreement", .dock = "agreement"},
    {.name = "disagreements", .dock = "agreement", .tab = 1},
    {.name = "consequences", .dock = "agreement", .tab = 2},
    {.name = "consequences-dark", .dock = "agreement", .theme = ui::Theme::Dark, .tab = 2},
    {.name = "dark", .theme = ui::Theme::Dark},
    {.name = "fusion-dark", .dock = "fusion", .theme = ui::Theme::Dark},
    {.name = "german", .isExplained = true, .isGerman = true},
    {.name = "german-fusion", .dock = "fusion", .isGerman = true},
    {.name = "german-mapping", .dock = "mapping", .isGerman = true},
    {.name = "german-audit", .dock = "audit", .isGerman = true},
    {.name = "german-audit-pictures", .dock = "audit", .isGerman = true, .stage = 1},
    {.name = "german-consequences", .dock = "agreement", .isGerman = true, .tab = 2},
};

bool runUntil(const std::function<bool()> &isReached, double seconds) {
    QElapsedTimer timer;
    timer.start();
    while (!isReached() && static_cast<double>(timer.elapsed()) < 1000 * seconds)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    return isReached();
}

void runFor(double seconds) {
    runUntil([] { return false; }, seconds);
}

void trigger(const ui::MainWindow &window, const char *id) {
    for (QAction *action : window.findChildren<QAction *>())
        if (ui::idOf(*action) == QLatin1String(id))
            action->trigger();
}

// On to a clip on whose first event both branches have something to say.
void findTalkativeClip(ui::MainWindow &window, const QTableView &events) {
    constexpr int kMostClips = 40;
    constexpr double kMuch = 0.3;
    const auto number = [&](int column) {
        return QLocale().toDouble(events.model()->index(0, column).data().toString());
    };
    for (int clip = 0; clip < kMostClips; ++clip) {
        if (number(ui::EventTableModel::Audio) > kMuch && number(ui::EventTableModel::Video) > kMuch)
            return;
        trigger(window, "clip.next");
        runFor(0.7);
    }
}

void startSitting(const ui::MainWindow &window, int stage) {
    window.findChild<QComboBox *>(QStringLiteral("auditStage"))->setCurrentIndex(stage);
    window.findChild<QLineEdit *>(QStringLiteral("annotator"))->setText(QStringLiteral("Ada"));
    auto *start = window.findChild<QPushButton *>(QStringLiteral("startAudit"));
    runUntil([start] { return start->isEnabled(); }, kMostSeconds);
    start->click();
}

bool prepare(ui::MainWindow &window, const Picture &picture, const char *project) {
    window.openProject(project);
    if (!runUntil([&] { return window.findChild<ui::ClipView *>()->isVisible(); }, kMostSeconds))
        return false;
    auto *events = window.findChild<QTableView *>(QStringLiteral("events"));
    findTalkativeClip(window, *events);
    events->selectRow(0);
    if (picture.dock != nullptr) {
        auto *dock = window.findChild<QDockWidget *>(QString::fromLatin1(picture.dock));
        if (dock == nullptr)
            return false;
        dock->show();
        dock->raise();
        runFor(0.3);
        window.resizeDocks({dock}, {window.height() * (picture.stage < 0 ? 45 : 30) / 100}, Qt::Vertical);
        if (picture.tab > 0)
            dock->findChild<QTabWidget *>()->setCurrentIndex(picture.tab);
        if (picture.stage >= 0)
            startSitting(window, picture.stage);
    }
    if (picture.isExplained)
        trigger(window, "why.explain");
    runFor(picture.isExplained ? 20 : picture.dock != nullptr ? 8 : 3);
    return true;
}

bool take(const Picture &picture, const QDir &directory, const char *project) {
    QSettings().clear();
    QSettings().setValue(QStringLiteral("window/theme"), ui::nameOf(picture.theme));
    ui::MainWindow window(realSources());
    window.resize(kWindow);
    window.show();
    runFor(0.3);
    if (picture.hasProject && !prepare(window, picture, project))
        return false;
    return window.grab().save(directory.filePath(QString::fromLatin1(picture.name) + QStringLiteral(".png")));
}

} // namespace

int main(int argc, char **argv) {
    const QTemporaryDir settings;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    setNetworkThreads(static_cast<int>(std::max(std::thread::hardware_concurrency(), 1U)));
    ui::chooseMediaBackend();
    int qtArguments = 1;
    const QApplication application(qtArguments, argv);
    if (argc < 3) {
        std::fputs("usage: photographs DIRECTORY PROJECT [NAME…]\n", stderr);
        return 2;
    }
    const std::set<std::string> chosen(argv + 3, argv + argc);
    bool isGerman = false;
    ui::installTranslations(ui::Language::English); // for the plurals
    for (const Picture &picture : kPictures) {
        if (!chosen.empty() && !chosen.contains(picture.name))
            continue;
        if (picture.isGerman && !isGerman) {
            ui::installTranslations(ui::Language::German);
            isGerman = true;
        }
        if (!take(picture, QDir(QString::fromLocal8Bit(argv[1])), argv[2]))
            std::fprintf(stderr, "%s could not be taken\n", picture.name);
    }
    return 0;
}

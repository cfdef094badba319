// SPDX-License-Identifier: GPL-3.0-or-later
// The window: tagscope [PROJECT | MEDIA…]. Started by launcher.cpp.

#include "app/window/end_signals.h"
#include "app/window/loop_gaps.h"
#include "app/window/real_sources.h"
#include "core/base/crash_trace.h"
#include "core/base/log.h"
#include "core/base/paths.h"
#include "core/media/decoding.h"
#include "core/network/image_networks.h"
#include "ui/base/language.h"
#include "ui/base/text.h"
#include "ui/playback/device_output.h"
#include "ui/window/main_window.h"
#include "ui/window/report_problem_dialog.h"

#include <CLI/CLI.hpp>
#include <QApplication>
#include <QIcon>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <memory>
#include <optional>
#include <thread>

namespace {

using namespace tagscope;

struct Arguments {
    std::vector<std::string> files;
    std::string demo; // directory; empty: none
    int threads = 0;
    bool decodesInProcess = false;
};

// Without Qt, so that --help and --version need no display. The exit status where the program ends here.
std::optional<int> parse(int argc, char **argv, Arguments &arguments) {
    CLI::App app("Shows why a video clip was tagged with a sound event.", "tagscope");
    app.set_version_flag("--version", "tagscope " TAGSCOPE_VERSION);
    app.add_option("files", arguments.files, "A project (NAME.tagscope), or video and sound files to open");
    app.add_option("--demo", arguments.demo,
                   "Open the demo project in this directory; it is created there if necessary")
        ->type_name("DIR");
    app.add_option("--threads", arguments.threads, "Threads per network operation; 0: one per core")
        ->check(CLI::Range(0, 1024));
    app.add_option_function<std::string>(
           "--decode", [&arguments](const std::string &place) { arguments.decodesInProcess = place == "in-process"; },
           "Where recordings are decoded: child, a process that damaged files may crash; or in-process, for debugging")
        ->check(CLI::IsMember({"child", "in-process"}))
        ->default_str("child");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        const int status = app.exit(error);
        return status == 0 ? 0 : 2;
    }
    return std::nullopt;
}

// A log that cannot be written stops nothing; "Report a problem" says so.
void openOwnLog() {
    std::vector<LibraryVersion> libraries = linkedLibraries();
    libraries.insert(libraries.begin(), {"Qt", qVersion()});
    if (const Result<void> opened = openLog({"tagscope", TAGSCOPE_VERSION, libraries, logDirectory()}); !opened)
        std::fprintf(stderr, "tagscope: %s\n", opened.error().what().c_str());
}

int runWindow(const Arguments &arguments, char **argv) {
    const std::optional<std::filesystem::path> crash = newCrashTrace(logDirectory(), "tagscope");
    const CrashTrace crashes(logDirectory(), "tagscope", TAGSCOPE_VERSION);
    openOwnLog();
    const int cores = static_cast<int>(std::max(std::thread::hardware_concurrency(), 1U));
    if (!arguments.decodesInProcess)
        setDecodingOptions({DecodingPlace::Child});
    setNetworkThreads(arguments.threads > 0 ? arguments.threads : cores);

    QCoreApplication::setOrganizationName(QStringLiteral("tagscope"));
    QCoreApplication::setApplicationName(QStringLiteral("tagscope"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TAGSCOPE_VERSION));
    ui::chooseMediaBackend();
    int qtArguments = 1; // the others were ours
    QApplication application(qtArguments, argv);
    // Wayland takes the icon from the desktop file, X11 from here.
    QGuiApplication::setDesktopFileName(QStringLiteral(TAGSCOPE_APP_ID));
    if (const Result<std::filesystem::path> icon = resourceFile("icons/tagscope.svg"))
        QApplication::setWindowIcon(QIcon(ui::pathText(*icon)));
    ui::installTranslations(ui::chosenLanguage());
    auto ownWindow = std::make_unique<ui::MainWindow>(realSources());
    ui::MainWindow &window = *ownWindow;
    window.show();
    const std::unique_ptr<LoopGaps> gaps =
        askedGapMilliseconds() > 0 ? std::make_unique<LoopGaps>(askedGapMilliseconds()) : nullptr;
    prepareDecoders();
    window.offerTour();
    window.open({arguments.files.begin(), arguments.files.end()});
    if (!arguments.demo.empty())
        window.openDemo(arguments.demo);
    if (arguments.files.empty() && arguments.demo.empty())
        window.restoreSession();
    if (crash)
        ui::sayThatItCrashed(*crash, &window);
    auto signals = std::make_unique<EndSignals>([&window] {
        window.closeUnasked();
        QCoreApplication::exit(0);
    });
    QObject::connect(&application, &QGuiApplication::commitDataRequest, &window, &ui::MainWindow::storeAll,
                     Qt::DirectConnection);
    const int status = QApplication::exec();
    signals.reset();
    ownWindow.reset();
    endIdleDecoders();
    const bool hasSoundEnded = ui::endSound();
    closeLog();
    if (!hasSoundEnded)
        std::_Exit(status); // ending the libraries would wait for the sound server
    return status;
}

} // namespace

int main(int argc, char **argv) {
    try {
        Arguments arguments;
        const std::optional<int> status = parse(argc, argv, arguments);
        if (status)
            return *status;
        return runWindow(arguments, argv);
    } catch (const std::exception &exception) {
        std::fprintf(stderr, "tagscope: %s\n", exception.what());
        return 1;
    }
}

// The window: tagscope [PROJECT | MEDIA…].

#include "app/window/real_sources.h"
#include "core/network/image_networks.h"
#include "ui/services/device_output.h"
#include "ui/views/main_window.h"

#include <CLI/CLI.hpp>
#include <QApplication>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <optional>
#include <thread>
#include <unistd.h>

namespace {

using namespace tagscope;

struct Arguments {
    std::vector<std::string> files;
    std::string demo; // directory; empty: none
    int threads = 0;
};

// Without Qt, so that --help and --version need no display. The exit status where the program ends here.
std::optional<int> parse(int argc, char **argv, Arguments &arguments) {
    CLI::App app("Shows why a video clip was tagged with a sound event.", "tagscope");
    app.set_version_flag("--version", "tagscope " TAGSCOPE_VERSION);
    app.add_option("files", arguments.files, "A project (NAME.tagscope), or video and sound files to open");
    app.add_option("--demo", arguments.demo, "Open the demo project in this directory; it is made there if need be")
        ->type_name("DIR");
    app.add_option("--threads", arguments.threads, "Threads of a network's operation; 0: one a core")
        ->check(CLI::Range(0, 1024));
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        const int status = app.exit(error);
        return status == 0 ? 0 : 2;
    }
    return std::nullopt;
}

// LibTorch's threads (OpenMP) spin while they wait for each other, which takes the processors from decoding and from
// the window: two thirds of their time while a demo is made and analysed. OpenMP reads this before main(), so the
// program starts once more. Whoever sets the variable has it as they like.
void startWithPatientThreads(char **argv) {
    constexpr const char *kPolicy = "OMP_WAIT_POLICY";
    if (std::getenv(kPolicy) != nullptr || ::setenv(kPolicy, "passive", 0) != 0)
        return;
    ::execv("/proc/self/exe", argv); // where that fails the program goes on as it is
}

int runWindow(const Arguments &arguments, char **argv) {
    const int cores = static_cast<int>(std::max(std::thread::hardware_concurrency(), 1U));
    setNetworkThreads(arguments.threads > 0 ? arguments.threads : cores);

    QCoreApplication::setOrganizationName(QStringLiteral("tagscope"));
    QCoreApplication::setApplicationName(QStringLiteral("tagscope"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TAGSCOPE_VERSION));
    ui::chooseMediaBackend();
    int qtArguments = 1; // the others were ours
    QApplication application(qtArguments, argv);
    ui::MainWindow window(realSources());
    window.show();
    window.open({arguments.files.begin(), arguments.files.end()});
    if (!arguments.demo.empty())
        window.openDemo(arguments.demo);
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv) {
    try {
        Arguments arguments;
        const std::optional<int> status = parse(argc, argv, arguments);
        if (status)
            return *status;
        startWithPatientThreads(argv);
        return runWindow(arguments, argv);
    } catch (const std::exception &exception) {
        std::fprintf(stderr, "tagscope: %s\n", exception.what());
        return 1;
    }
}

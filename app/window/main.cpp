// The window: tagscope [MEDIA…].

#include "app/window/analysis_source.h"
#include "app/window/thumbnails.h"
#include "core/audio/log_mel.h"
#include "core/network/image_networks.h"
#include "ui/views/main_window.h"

#include <CLI/CLI.hpp>
#include <QApplication>
#include <algorithm>
#include <cstdio>
#include <exception>
#include <optional>
#include <thread>

namespace {

using namespace tagscope;

struct Arguments {
    std::vector<std::string> media;
    int threads = 0;
};

// Without Qt, so that --help and --version need no display. The exit status where the program ends here.
std::optional<int> parse(int argc, char **argv, Arguments &arguments) {
    CLI::App app("Shows why a video clip was tagged with a sound event.", "tagscope");
    app.set_version_flag("--version", "tagscope " TAGSCOPE_VERSION);
    app.add_option("media", arguments.media, "Video and sound files to open");
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

ui::Sources makeSources() {
    auto source = std::make_shared<AnalysisSource>();
    return {[source](const std::filesystem::path &media, const std::function<void(ClipAnalysis)> &receive,
                     const Progress &progress,
                     const std::stop_token &stop) { return source->analyse(media, receive, progress, stop); },
            decodeThumbnails, melBandEdges};
}

int runWindow(const Arguments &arguments, char **argv) {
    const int cores = static_cast<int>(std::max(std::thread::hardware_concurrency(), 1U));
    setNetworkThreads(arguments.threads > 0 ? arguments.threads : cores);

    QCoreApplication::setOrganizationName(QStringLiteral("tagscope"));
    QCoreApplication::setApplicationName(QStringLiteral("tagscope"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TAGSCOPE_VERSION));
    int qtArguments = 1; // the others were ours
    QApplication application(qtArguments, argv);
    ui::MainWindow window(makeSources());
    window.show();
    window.openMedia({arguments.media.begin(), arguments.media.end()});
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv) {
    try {
        Arguments arguments;
        const std::optional<int> status = parse(argc, argv, arguments);
        return status ? *status : runWindow(arguments, argv);
    } catch (const std::exception &exception) {
        std::fprintf(stderr, "tagscope: %s\n", exception.what());
        return 1;
    }
}

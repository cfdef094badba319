// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include "interrupt.h"
#include "man_page.h"

#include "core/base/crash_trace.h"
#include "core/base/library_version.h"
#include "core/base/log.h"
#include "core/base/paths.h"
#include "core/base/wording.h"
#ifdef TAGSCOPE_WITH_MEDIA
#include "core/media/decoding.h"
#endif

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <exception>
#include <filesystem>
#include <iostream>
#include <new>
#include <nlohmann/json.hpp>
#include <spdlog/spdlog.h>
#include <unistd.h>
#include <vector>

namespace tagscope::cli {
namespace {

// A log that cannot be written stops nothing.
void openOwnLog(int argc, char **argv) {
    const Result<void> opened = openLog({"tagscope-cli", TAGSCOPE_VERSION, linkedLibraries(), logDirectory()});
    if (!opened)
        spdlog::debug("{}", opened.error().what());
    std::string command;
    for (int i = 1; i < argc; ++i)
        command += std::string(" ") + argv[i];
    logInfo("command:" + command);
}

// What was printed is still in memory in part: a full disk shows only now.
int afterPrinting(int status) {
    std::cout.flush();
    const bool isFlushed = std::fflush(stdout) == 0;
    const int reason = errno;
    if (isFlushed && std::ferror(stdout) == 0 && std::cout)
        return status;
    // Not through the log, which may not be there yet, after --help. An earlier write's reason is not known any more.
    std::fprintf(stderr, "error: The output could not be written completely%s%s.\n", isFlushed ? "" : ": ",
                 isFlushed ? "" : std::strerror(reason));
    return kFailed;
}

std::string versionText(bool isJson) {
    if (!isJson)
        return "tagscope-cli " TAGSCOPE_VERSION "\n";
    nlohmann::ordered_json libraries;
    for (const LibraryVersion &library : linkedLibraries())
        libraries[library.name] = library.version;
    const nlohmann::ordered_json document{{"program", "tagscope-cli"},
                                          {"version", TAGSCOPE_VERSION},
                                          {"compiler", __VERSION__},
                                          {"libraries", std::move(libraries)}};
    return document.dump(2) + "\n";
}

void addEachCommand(CLI::App &program, ChosenCommand &chosen, const NetworkCommands &networks) {
    const auto addIfThere = [&](NetworkCommands::Add add) {
        if (add != nullptr)
            add(program, chosen);
    };
    addIfThere(networks.demo);
    addIfThere(networks.tag);
    addIfThere(networks.explain);
    networks.models(program, chosen);
    addProjectCommand(program, chosen);
    addImportCommand(program, chosen);
    networks.features(program, chosen);
    addIfThere(networks.video);
    networks.train(program, chosen);
    networks.predict(program, chosen);
    addTuneCommand(program, chosen);
    addPointsCommand(program, chosen);
    addEvaluateCommand(program, chosen);
    addReportCommand(program, chosen);
    addExportCommand(program, chosen);
    addFormatsCommand(program, chosen);
    addAuditCommand(program, chosen);
    addScoreCommand(program, chosen);
}

// Whether the chosen command is only a name here: no other takes whatever follows.
bool isElsewhere(const CLI::App &program) {
    const std::vector<CLI::App *> parsed = program.get_subcommands();
    return std::any_of(parsed.begin(), parsed.end(),
                       [](const CLI::App *command) { return command->get_prefix_command(); });
}

// Does not come back, where it can be started.
int becomeProgram(const char *name, char **argv) {
    const std::filesystem::path program = programDirectory() / name;
    ::execv(program.c_str(), argv);
    // Not through the log, which is not there yet.
    std::fprintf(stderr, "error: %s cannot be started: %s. Reinstall Tagscope.\n", program.c_str(),
                 std::strerror(errno));
    return kFailed;
}

int parseAndRun(int argc, char **argv, const NetworkCommands &networks) {
    CLI::App program("Tags video clips with sound events, and shows why.", "tagscope-cli");
    bool wantsVersion = false;
    bool wantsMan = false;
    program.add_flag("--version", wantsVersion,
                     "Print the version and end; with --json also those of all libraries that it was built with");
    // Not for people: packaging/CMakeLists.txt makes the man page from it.
    program.add_flag("--man-sections", wantsMan)->group("");
    program.require_subcommand(0, 1); // none with --version
    program.fallthrough();
    program.get_formatter()->column_width(34);
    program.footer(
        "Every command also takes --json, --quiet, --log-level, --device, --threads,\n--seed and --decode: "
        "see tagscope-cli --help.\nExit status: 0 done, 1 the command or some inputs failed, 2 wrong usage.");

    CommonOptions options;
    addCommonOptions(program, options);
    ChosenCommand chosen;
    addEachCommand(program, chosen, networks);

    try {
        program.parse(argc, argv);
        if (!wantsVersion && !wantsMan && program.get_subcommands().empty())
            throw CLI::RequiredError::Subcommand(1);
    } catch (const CLI::ParseError &error) {
        if (isElsewhere(program))
            return becomeProgram(networks.elsewhere, argv);
        return program.exit(error) == 0 ? afterPrinting(kDone) : kWrongUsage;
    }
    if (isElsewhere(program) || (wantsMan && networks.elsewhere != nullptr))
        return becomeProgram(networks.elsewhere, argv);
    if (wantsVersion || wantsMan) {
        std::cout << (wantsMan ? manSections(program) : versionText(options.json));
        return afterPrinting(kDone);
    }
    startLogging(options);
    const CrashTrace crashes(logDirectory(), "tagscope-cli", TAGSCOPE_VERSION);
    openOwnLog(argc, argv);
    if (options.device.starts_with("cuda") && !program.got_subcommand("train") && !program.got_subcommand("predict")) {
        spdlog::error("--device: only train and predict can run on {}; leave the option out.", options.device);
        return kWrongUsage;
    }
#ifdef TAGSCOPE_WITH_MEDIA
    if (!options.decodesInProcess)
        setDecodingOptions({DecodingPlace::Child});
#endif
    const Interrupt interrupt;
    const Result<int> done = chosen(options, interrupt.token());
    const int status = afterPrinting(done ? *done : failed(done.error()));
#ifdef TAGSCOPE_WITH_MEDIA
    endIdleDecoders();
#endif
    closeLog();
    return status;
}

} // namespace

int failed(const Error &error) {
    logError(error, "the command");
    spdlog::error("{}", error.what());
    if (!error.cause.empty())
        spdlog::debug("{}", error.cause);
    return kFailed;
}

int runProgram(int argc, char **argv, const NetworkCommands &networks) {
    speakAs(Wording::CommandLine);
    try {
        return parseAndRun(argc, argv, networks);
    } catch (const std::bad_alloc &) {
        spdlog::critical("There is not enough memory for this. Nothing of what was stored before is lost.");
        return kFailed;
    } catch (const std::exception &error) {
        spdlog::critical("{}", error.what());
        return kFailed;
    }
}

} // namespace tagscope::cli

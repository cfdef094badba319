// SPDX-License-Identifier: GPL-3.0-or-later
// Makes demos by tagscope-cli as a person would.
// tst_cli_demo PROGRAM; exits with the number of failed checks.

#include "tests/app/cli_program.h"
#include "tests/support/test_program.h"

#include <chrono>
#include <csignal>
#include <thread>

namespace fs = std::filesystem;
using namespace tagscope::test;
using nlohmann::json;

namespace {

// Starts the making of a demo and ends it by a signal once a file is there. The exit status, negative for a signal.
int interruptedDemo(const std::string &program, const std::string &directory, const fs::path &file, int signal) {
    const pid_t child = ::fork();
    if (child == 0) {
        ::execl(program.c_str(), program.c_str(), "demo", directory.c_str(), "--clips", "9,9,9", "--quiet", "--threads",
                "1", "--no-analysis", static_cast<char *>(nullptr));
        ::_exit(127);
    }
    constexpr int kPatience = 6000; // hundredths of a second
    for (int i = 0; i < kPatience && !fs::exists(file); ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    ::kill(child, signal);
    int raw = 0;
    ::waitpid(child, &raw, 0);
    return WIFEXITED(raw) ? WEXITSTATUS(raw) : -WTERMSIG(raw);
}

std::size_t clipsIn(const fs::path &media) {
    std::size_t count = 0;
    for (const fs::directory_entry &entry : fs::directory_iterator(media))
        count += entry.path().extension() == ".mp4" ? 1U : 0U;
    return count;
}

bool hasLeftovers(const fs::path &directory) {
    for (const fs::directory_entry &entry : fs::recursive_directory_iterator(directory)) {
        if (entry.path().extension() == ".part")
            return true;
    }
    return false;
}

void wrongUsage(const CliProgram &program, Checks &check) {
    for (const char *arguments : {"demo", "demo d --clips", "demo d --clips many", "demo d --clips 1,2",
                                  "demo d --clips 0,0,0", "demo d --clips 1,2,3,4", "demo d --clips -1,2,3"})
        check(program(arguments).status == 2, std::string("status 2 for: ") + arguments);
    check(!fs::exists(program.directory() / "d"), "wrong usage makes nothing");
}

void makesProjectAndMedia(const CliProgram &program, Checks &check) {
    const json made = program.document("demo plain --clips 2,1,1 --seed 3 --no-analysis");
    check(made["clips"] == 4 && made["seed"] == 3 && made["analysed"] == 0, "counts", made.dump());
    check(fs::exists(made["project"].get<std::string>()), "the project named is there", made.dump());
    check(clipsIn(made["media"].get<std::string>()) == 4, "all media are there");
    const json info = program.document("project info plain/demo.tagscope");
    check(!info.is_discarded(), "the project can be read", info.dump());
    fs::remove(program.directory() / "plain/media/test-0001.mp4");
    (void)program.document("demo plain --clips 2,1,1 --seed 3 --no-analysis");
    check(fs::exists(program.directory() / "plain/media/test-0001.mp4"), "deleted media are made again");
    const CliProgram::Run other = program("demo plain --clips 2,1,1 --seed 4 --no-analysis --json");
    check(other.status == 1 && other.err.find("seed") != std::string::npos && other.out.empty(), "another demo there",
          other.err);
}

void goesOnWhereItWasEnded(const CliProgram &program, const std::string &path, Checks &check) {
    const fs::path demo = program.directory() / "ended";
    const int byInterrupt = interruptedDemo(path, demo.string(), demo / "media/test-0001.mp4", SIGINT);
    check(byInterrupt == 1, "Ctrl-C: status 1", std::to_string(byInterrupt));
    check(!hasLeftovers(demo), "Ctrl-C leaves no partial files");
    check(clipsIn(demo / "media") < 27, "Ctrl-C ended it before its end");
    const int byKill = interruptedDemo(path, demo.string(), demo / "media/test-0004.mp4", SIGKILL);
    check(byKill == -SIGKILL, "killed", std::to_string(byKill));
    const json made = program.document("demo ended --clips 9,9,9 --no-analysis");
    check(made["clips"] == 27 && clipsIn(demo / "media") == 27, "the next run completes it", made.dump());
}

void analyses(const CliProgram &program, Checks &check) {
    const json made = program.document("demo whole --clips 0,6,4");
    if (!made.is_object())
        return;
    check(made["analysed"] == 10 && made["failed"] == 0, "all clips are analysed", made.dump());
    check(made["systems"].size() == 4 && made.contains("gain"), "the table of systems", made.dump());
    for (const json &system : made["systems"]) {
        const double f1 = system["weak"]["micro"]["f1"].get<double>();
        check(f1 >= 0.0 && f1 <= 1.0 && system["weak"]["clips"] == 4, "figures on the test split", system.dump());
    }
    const json again = program.document("demo whole --clips 0,6,4");
    check(again["systems"] == made["systems"], "a second run gives the same figures", again.dump());
    const CliProgram::Run text = program("demo whole --clips 0,6,4 --quiet");
    check(text.out.find("audio + video") != std::string::npos && text.out.find("demo.tagscope") != std::string::npos,
          "the table as text", text.out);
}

} // namespace

[[maybe_unused]] static const bool isCliDemoRegistered =
    tagscope::test::registerTest(__FILE__, [](int argc, char **argv) -> int {
        if (argc != 2) {
            std::cout << "usage: tst_cli_demo PROGRAM\n";
            return 2;
        }
        const ScratchDirectory scratch("tst_cli_demo");
        setenv("TAGSCOPE_MODELS", (scratch.path() / "models").c_str(), 1); // NOLINT(concurrency-mt-unsafe): one thread
        const std::string path = fs::absolute(argv[1]).string();
        Checks check;
        const CliProgram program(path, scratch.path(), check);
        wrongUsage(program, check);
        makesProjectAndMedia(program, check);
        goesOnWhereItWasEnded(program, path, check);
        analyses(program, check);
        std::cout << (check.failures() == 0 ? "all checks passed\n"
                                            : std::to_string(check.failures()) + " checks failed\n");
        return check.failures();
    });

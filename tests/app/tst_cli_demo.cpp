// Makes demos by tagscope-cli as a person would.
// tst_cli_demo PROGRAM; exits with the number of failed checks.

#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

int failures = 0;

void check(bool holds, std::string_view what, const std::string &details = {}) {
    if (holds)
        return;
    ++failures;
    std::cout << "FAIL: " << what << (details.empty() ? "" : "\n  " + details) << '\n';
}

struct Run {
    int status = -1;
    std::string out;
    std::string err;
};

std::string contentOf(const fs::path &file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

class Program {
public:
    Program(std::string path, fs::path directory) : path_(std::move(path)), directory_(std::move(directory)) {}

    [[nodiscard]] Run operator()(const std::string &arguments) const {
        const fs::path out = directory_ / "out.txt";
        const fs::path err = directory_ / "err.txt";
        const std::string command = "cd '" + directory_.string() + "' && '" + path_ + "' " + arguments + " > '" +
                                    out.string() + "' 2> '" + err.string() + "'";
        const int raw = std::system(command.c_str()); // NOLINT: a test's own command line
        return {WIFEXITED(raw) ? WEXITSTATUS(raw) : -1, contentOf(out), contentOf(err)};
    }

    [[nodiscard]] json document(const std::string &arguments) const {
        const Run run = (*this)(arguments + " --json --quiet --threads 2");
        check(run.status == 0, "exit status 0 of: " + arguments, run.err);
        const json parsed = json::parse(run.out, nullptr, false);
        check(!parsed.is_discarded(), "one JSON document from: " + arguments, run.out.substr(0, 200));
        return parsed;
    }

    // Starts the program and ends it by a signal once the file is there. The exit status, negative for the signal.
    [[nodiscard]] int interrupted(const std::string &directory, const fs::path &file, int signal) const {
        const pid_t child = ::fork();
        if (child == 0) {
            ::execl(path_.c_str(), path_.c_str(), "demo", directory.c_str(), "--clips", "9,9,9", "--quiet", "--threads",
                    "1", "--no-analysis", static_cast<char *>(nullptr));
            ::_exit(127);
        }
        for (int i = 0; i < 3000 && !fs::exists(file); ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        ::kill(child, signal);
        int raw = 0;
        ::waitpid(child, &raw, 0);
        return WIFEXITED(raw) ? WEXITSTATUS(raw) : -WTERMSIG(raw);
    }

    [[nodiscard]] const fs::path &directory() const { return directory_; }

private:
    std::string path_;
    fs::path directory_;
};

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

void wrongUsage(const Program &program) {
    for (const char *arguments : {"demo", "demo d --clips", "demo d --clips many", "demo d --clips 1,2",
                                  "demo d --clips 0,0,0", "demo d --clips 1,2,3,4", "demo d --clips -1,2,3"})
        check(program(arguments).status == 2, std::string("status 2 for: ") + arguments);
    check(!fs::exists(program.directory() / "d"), "wrong usage makes nothing");
}

void makesProjectAndMedia(const Program &program) {
    const json made = program.document("demo plain --clips 2,1,1 --seed 3 --no-analysis");
    check(made["clips"] == 4 && made["seed"] == 3 && made["analysed"] == 0, "counts", made.dump());
    check(fs::exists(made["project"].get<std::string>()), "the project named is there", made.dump());
    check(clipsIn(made["media"].get<std::string>()) == 4, "all media are there");
    const json info = program.document("project info plain/demo.tagscope");
    check(!info.is_discarded(), "the project can be read", info.dump());
    fs::remove(program.directory() / "plain/media/test-0001.mp4");
    (void)program.document("demo plain --clips 2,1,1 --seed 3 --no-analysis");
    check(fs::exists(program.directory() / "plain/media/test-0001.mp4"), "deleted media are made again");
    const Run other = program("demo plain --clips 2,1,1 --seed 4 --no-analysis --json");
    check(other.status == 1 && other.err.find("seed") != std::string::npos && other.out.empty(), "another demo there",
          other.err);
}

void goesOnWhereItWasEnded(const Program &program) {
    const fs::path demo = program.directory() / "ended";
    const int byInterrupt = program.interrupted(demo.string(), demo / "media/test-0001.mp4", SIGINT);
    check(byInterrupt == 1, "Ctrl-C: status 1", std::to_string(byInterrupt));
    check(!hasLeftovers(demo), "Ctrl-C leaves no partial files");
    check(clipsIn(demo / "media") < 27, "Ctrl-C ended it before its end");
    const int byKill = program.interrupted(demo.string(), demo / "media/test-0004.mp4", SIGKILL);
    check(byKill == -SIGKILL, "killed", std::to_string(byKill));
    const json made = program.document("demo ended --clips 9,9,9 --no-analysis");
    check(made["clips"] == 27 && clipsIn(demo / "media") == 27, "the next run completes it", made.dump());
}

void analyses(const Program &program) {
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
    const Run text = program("demo whole --clips 0,6,4 --quiet");
    check(text.out.find("audio + video") != std::string::npos && text.out.find("demo.tagscope") != std::string::npos,
          "the table as text", text.out);
}

} // namespace

int main(int argc, char **argv) {
    if (argc != 2) {
        std::fprintf(stderr, "usage: tst_cli_demo PROGRAM\n");
        return 2;
    }
    const fs::path directory = fs::temp_directory_path() / ("tst_cli_demo-" + std::to_string(::getpid()));
    fs::create_directories(directory / "models");
    setenv("TAGSCOPE_MODELS", (directory / "models").c_str(), 1); // NOLINT(concurrency-mt-unsafe): one thread
    const Program program(fs::absolute(argv[1]).string(), directory);
    wrongUsage(program);
    makesProjectAndMedia(program);
    goesOnWhereItWasEnded(program);
    analyses(program);
    fs::remove_all(directory);
    std::cout << (failures == 0 ? "all checks passed" : std::to_string(failures) + " checks failed") << '\n';
    return failures;
}

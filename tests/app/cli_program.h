// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <source_location>
#include <string>
#include <string_view>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

// Running tagscope-cli as a script would, without Qt.
namespace tagscope::test {

[[nodiscard]] inline bool contains(const std::string &text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

// Counts and says what does not hold, and where that was asked; a test program exits with the number.
class Checks {
public:
    void operator()(bool holds, std::string_view what, const std::string &details = {},
                    const std::source_location &where = std::source_location::current()) {
        if (holds)
            return;
        ++failures_;
        std::cout << where.file_name() << ':' << where.line() << ": FAIL: " << what
                  << (details.empty() ? "" : "\n  " + details) << std::endl; // flushed: the test may end by a signal
    }
    [[nodiscard]] int failures() const { return failures_; }

private:
    int failures_ = 0;
};

class CliProgram {
public:
    struct Run {
        int status = -1;
        std::string out;
        std::string err;
    };

    CliProgram(std::string path, std::filesystem::path directory, Checks &check)
        : path_(std::move(path)), directory_(std::move(directory)), check_(check) {}

    [[nodiscard]] Run operator()(const std::string &arguments) const {
        const std::filesystem::path out = directory_ / "out.txt";
        const std::filesystem::path err = directory_ / "err.txt";
        const std::string command = "cd '" + directory_.string() + "' && XDG_STATE_HOME=\"$PWD/state\" '" + path_ +
                                    "' " + arguments + " > '" + out.string() + "' 2> '" + err.string() + "'";
        const int raw = std::system(command.c_str()); // NOLINT: a test's own command line
        return {WIFEXITED(raw) ? WEXITSTATUS(raw) : -1, contentOf(out), contentOf(err)};
    }

    // The exit status of a line for the shell in the directory.
    [[nodiscard]] int shell(const std::string &line) const {
        const std::string command = "cd '" + directory_.string() + "' && export XDG_STATE_HOME=\"$PWD/state\"; " + line;
        const int raw = std::system(command.c_str()); // NOLINT: a test's own command line
        return WIFEXITED(raw) ? WEXITSTATUS(raw) : -1;
    }

    [[nodiscard]] nlohmann::json document(const std::string &arguments) const {
        const Run run = (*this)(arguments + " --json --quiet");
        check_(run.status == 0, "exit status 0 of: " + arguments, run.err);
        nlohmann::json parsed = nlohmann::json::parse(run.out, nullptr, false);
        check_(!parsed.is_discarded(), "one JSON document from: " + arguments, run.out.substr(0, 200));
        return parsed;
    }

    void write(const std::string &name, std::string_view content) const {
        std::filesystem::create_directories((directory_ / name).parent_path());
        std::ofstream(directory_ / name, std::ios::binary) << content;
    }
    [[nodiscard]] bool has(const std::string &name) const { return std::filesystem::exists(directory_ / name); }

    [[nodiscard]] const std::filesystem::path &directory() const { return directory_; }
    [[nodiscard]] const std::string &path() const { return path_; } // of the program
    [[nodiscard]] static std::string contentOf(const std::filesystem::path &file) {
        std::ifstream stream(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }

private:
    std::string path_;
    std::filesystem::path directory_;
    Checks &check_;
};

// A directory of this process, deleted with the object.
class ScratchDirectory {
public:
    explicit ScratchDirectory(std::string_view name)
        : path_(std::filesystem::temp_directory_path() / (std::string(name) + "-" + std::to_string(::getpid()))) {
        std::filesystem::create_directories(path_);
    }
    ScratchDirectory(const ScratchDirectory &) = delete;
    ScratchDirectory &operator=(const ScratchDirectory &) = delete;
    ~ScratchDirectory() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }

    [[nodiscard]] const std::filesystem::path &path() const { return path_; }

private:
    std::filesystem::path path_;
};

} // namespace tagscope::test

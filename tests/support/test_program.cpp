// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <map>
#include <string>
#include <system_error>

namespace tagscope::test {
namespace {

namespace fs = std::filesystem;

std::map<std::string, TestRun> &registered() {
    static std::map<std::string, TestRun> tests;
    return tests;
}

// Settings, caches and logs of a test lie in a directory of its process, so that tests can run beside each other and
// leave a person's own alone. The processes that a test starts share it.
class TestHome {
public:
    TestHome() {
        constexpr const char *kMark = "TAGSCOPE_TEST_HOME";
        if (std::getenv(kMark) != nullptr) // NOLINT(concurrency-mt-unsafe): one thread
            return;
        std::string pattern = (fs::temp_directory_path() / "tagscope-test-XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr)
            return;
        directory_ = pattern;
        set(kMark, directory_);
        set("XDG_CONFIG_HOME", directory_ / "config");
        set("XDG_CACHE_HOME", directory_ / "cache");
        set("XDG_DATA_HOME", directory_ / "data");
        set("XDG_STATE_HOME", directory_ / "state");
    }
    TestHome(const TestHome &) = delete;
    TestHome &operator=(const TestHome &) = delete;
    ~TestHome() {
        std::error_code ignored;
        if (!directory_.empty())
            fs::remove_all(directory_, ignored);
    }

private:
    static void set(const char *name, const fs::path &value) {
        ::setenv(name, value.c_str(), 1); // NOLINT(concurrency-mt-unsafe): one thread
    }

    fs::path directory_;
};

} // namespace

bool registerProcess(const char *name, TestRun run) {
    return registered().emplace(name, run).second;
}

bool registerTest(const char *file, TestRun run) {
    return registerProcess(fs::path(file).stem().c_str(), run);
}

// Runs the test that the first argument names.
int runTest(int argc, char **argv) {
    const auto found = argc > 1 ? registered().find(argv[1]) : registered().end();
    if (found != registered().end()) {
        const TestHome home;
        return found->second(argc - 1, argv + 1);
    }
    std::cerr << "usage: " << argv[0] << " TEST [ARGUMENT…], where TEST is one of\n";
    for (const auto &[name, run] : registered())
        std::cerr << "  " << name << '\n';
    return 2;
}

} // namespace tagscope::test

int main(int argc, char **argv) {
    return tagscope::test::runTest(argc, argv);
}

// SPDX-License-Identifier: GPL-3.0-or-later
// The man page: its reference is made from the options themselves, and what is written by hand names none that is not
// there.

#include "tests/app/cli_program.h"
#include "tests/support/test_program.h"

#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <string>

namespace {

using Program = tagscope::test::CliProgram;
using tagscope::test::contains;
tagscope::test::Checks check;

// troff writes hyphens as \-, and \fR may follow at once.
constexpr const char *kOnPage = R"(\\-\\-[a-z]+(\\-[a-z]+)*)";

std::set<std::string> optionsIn(const std::string &text, const std::string &pattern) {
    const std::regex option(pattern);
    std::set<std::string> found;
    for (auto at = std::sregex_iterator(text.begin(), text.end(), option); at != std::sregex_iterator(); ++at)
        found.insert(std::regex_replace(at->str(), std::regex(R"(\\)"), ""));
    return found;
}

// Every command's --help beside what the page says of it.
void pageHasWhatHelpHas(const Program &program) {
    const std::string page = program("--man-sections").out;
    const std::set<std::string> onPage = optionsIn(page, kOnPage);
    for (const char *command :
         {"", "models fetch", "project new", "project events", "import", "features", "train", "predict", "tune",
          "points list", "evaluate", "report", "export", "audit queue", "score"}) {
        const std::string help = program(std::string(command) + " --help").out;
        check(!help.empty(), std::string("help of ") + command);
        for (const std::string &option : optionsIn(help, "--[a-z][a-z-]*"))
            check(option == "--help" || onPage.contains(option), "on the page: " + option, command);
    }
    check(contains(page, ".SS \"import PROJECT"), "a heading for each command");
    check(!contains(page, "man\\-sections"), "what is not for people is not there");
}

void handwrittenPartsNameRealOptions(const Program &program) {
    const std::set<std::string> real = optionsIn(program("--man-sections").out + "\\-\\-help", kOnPage);
    const std::string written = Program::contentOf(TAGSCOPE_ROOT "/packaging/man/tagscope-cli.1");
    const std::set<std::string> named = optionsIn(written, kOnPage);
    check(named.size() > 20, "the page by hand was read");
    for (const std::string &option : named)
        check(real.contains(option), "is there: " + option);
}

void versionNamesWhatIsInside(const Program &program) {
    const nlohmann::json version = program.document("--version");
    check(version["program"] == "tagscope-cli" && version["version"] == TAGSCOPE_VERSION, "program and version",
          version.dump());
    for (const char *library : {"LibTorch", "SQLiteCpp", "FFTW"})
        check(version["libraries"].contains(library), std::string("the version of ") + library, version.dump());
    check(program("--version").out == "tagscope-cli " TAGSCOPE_VERSION "\n", "one line without --json");
}

} // namespace

[[maybe_unused]] static const bool isCliManRegistered =
    tagscope::test::registerTest(__FILE__, [](int argc, char **argv) {
        if (argc != 2) {
            std::cerr << "usage: tst_cli_man TAGSCOPE-CLI\n";
            return 2;
        }
        const tagscope::test::ScratchDirectory directory("tst_cli_man");
        const Program program(argv[1], directory.path(), check);
        pageHasWhatHelpHas(program);
        handwrittenPartsNameRealOptions(program);
        versionNamesWhatIsInside(program);
        return check.failures();
    });

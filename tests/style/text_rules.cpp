// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/style/text_rules.h"

#include "tests/style/source_files.h"

#include <algorithm>
#include <map>
#include <regex>

namespace tagscope::style {
namespace {

namespace fs = std::filesystem;

// The first match of the pattern's group in a file; an empty text where there is none.
std::string firstMatch(const fs::path &file, const char *pattern) {
    const std::regex form(pattern);
    for (const std::string &line : linesOf(file))
        if (std::smatch match; std::regex_search(line, match, form))
            return match[1].str();
    return {};
}

// Why each may have functions that fail.
const std::map<std::string, std::string> &headersThatMayFail() {
    static const std::map<std::string, std::string> headers{
        {"app/cli/demo_run.h", "the demo command"},
        {"app/cli/features.h", "features with a line of progress"},
        {"app/cli/project_report.h", "what the project command prints"},
        {"app/cli/import_scores.h", "the import command"},
        {"app/cli/table_project.h", "options of the command line"},
        {"app/cli/train_variants.h", "options of the command line"},
        {"app/cli/training_options.h", "options of the command line"},
        {"app/cli/tune_options.h", "the tune command"},
        {"app/window/analysis_source.h", "opens networks for the window"},
        {"app/window/demo_media.h", "makes the demo's recordings when they are asked for"},
        {"app/window/local_analyst.h", "the project as the window asks for it"},
        {"app/window/project_analyzers.h", "opens networks for the window"},
        {"app/window/shown_sound.h", "sound for the window's tracks"},
        {"app/window/thumbnails.h", "pictures for the window's lists"},
    };
    return headers;
}

// From a line to the first `end` behind it.
std::string textUpTo(const std::vector<std::string> &lines, std::size_t from, const char *end) {
    std::string whole;
    for (std::size_t i = from; i < lines.size() && whole.find_first_of(end) == std::string::npos; ++i)
        whole += lines[i];
    return whole;
}

// What a command does for itself it does by its options; what needs none is no matter of the command line.
void checkCommands(const fs::path &root, Findings &findings) {
    static const std::regex definition(R"(^(static\s+)?Result<.*\b\w+\()");
    for (const fs::path &file : sourceFiles(root, {"app/cli"}, {".cpp"})) {
        ++findings.filesRead;
        if (headersThatMayFail().contains(fs::path(file).replace_extension(".h").string()))
            continue;
        const std::vector<std::string> lines = linesOf(root / file);
        for (std::size_t i = 0; i < lines.size(); ++i)
            if (std::regex_search(lines[i], definition) &&
                textUpTo(lines, i, "{;").find("Options") == std::string::npos)
                findings.violations.push_back({file, static_cast<int>(i) + 1,
                                               "a function that may fail and takes no options: work of both programs "
                                               "belongs in core"});
    }
}

} // namespace

Findings checkLicences(const fs::path &root) {
    constexpr std::size_t kFirstLines = 3;
    Findings findings;
    for (const fs::path &file : sourceFiles(root, {"app", "core", "models", "packaging", "tests", "ui"},
                                            {".h", ".cpp", ".def", ".cmake", "CMakeLists.txt", ".sh", ".py"})) {
        ++findings.filesRead;
        const std::vector<std::string> lines = linesOf(root / file);
        const auto end = lines.begin() + static_cast<std::ptrdiff_t>(std::min(lines.size(), kFirstLines));
        const bool isNamed = std::any_of(lines.begin(), end, [](const std::string &line) {
            return line.ends_with("SPDX-License-Identifier: GPL-3.0-or-later");
        });
        if (!isNamed)
            findings.violations.push_back(
                {file, 1, "the first lines name no licence: SPDX-License-Identifier: GPL-3.0-or-later"});
    }
    return findings;
}

Findings checkVersions(const fs::path &root) {
    struct VersionedFile {
        const char *file;
        const char *pattern;
    };
    static const std::vector<VersionedFile> files{
        {"CITATION.cff", R"(^version: (\S+)$)"},
        {"packaging/tagscope.metainfo.xml", R"re(<release version="([^"]+)")re"},
        {"CHANGELOG.md", R"(^## (\d\S*))"},
        {"packaging/man/tagscope.1", R"re(^\.TH .*"Tagscope ([^"]+)")re"},
        {"packaging/man/tagscope-cli.1", R"re(^\.TH .*"Tagscope ([^"]+)")re"},
    };
    Findings findings;
    const std::string version = firstMatch(root / "CMakeLists.txt", R"(^project\(Tagscope VERSION (\S+))");
    if (version.empty())
        findings.violations.push_back({"CMakeLists.txt", 0, "project() names no version"});
    for (const VersionedFile &each : files) {
        ++findings.filesRead;
        const std::string expected = std::string(each.file).ends_with(".1") ? "@PROJECT_VERSION@" : version;
        const std::string found = firstMatch(root / each.file, each.pattern);
        if (found != expected)
            findings.violations.push_back({each.file, 0, "names the version \"" + found + "\" instead of " + expected});
    }
    return findings;
}

Findings checkTokens(const fs::path &root) {
    static const std::regex ownStyle(R"(\b0x[0-9a-fA-F]{6}\b|setStyleSheet\(|\.setBold\(|\.setPointSizeF?\()");
    Findings findings;
    for (const fs::path &file : sourceFiles(root, {"ui"}, {".h", ".cpp"})) {
        const std::string room = file.parent_path().string();
        if (room == "ui/base" || room == "ui/plot")
            continue;
        ++findings.filesRead;
        const std::vector<std::string> lines = linesOf(root / file);
        for (std::size_t i = 0; i < lines.size(); ++i)
            if (std::regex_search(lines[i], ownStyle))
                findings.violations.push_back(
                    {file, static_cast<int>(i) + 1, "a style of its own: colours and fonts are in ui/base/tokens.h"});
    }
    return findings;
}

Findings checkProgramsOwnWork(const fs::path &root) {
    static const std::regex declaration(R"(^\s*(\[\[nodiscard\]\]\s*)?(static\s+|virtual\s+)*Result<.*\b\w+\()");
    Findings findings;
    for (const fs::path &file : sourceFiles(root, {"app"}, {".h"})) {
        ++findings.filesRead;
        const std::vector<std::string> lines = linesOf(root / file);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (!std::regex_search(lines[i], declaration) || headersThatMayFail().contains(file.string()))
                continue;
            if (textUpTo(lines, i, ";").find(" override;") == std::string::npos)
                findings.violations.push_back({file, static_cast<int>(i) + 1,
                                               "a function that may fail: work of both programs belongs in core; else "
                                               "list the header in tests/style/text_rules.cpp with a reason"});
        }
    }
    checkCommands(root, findings);
    return findings;
}

} // namespace tagscope::style

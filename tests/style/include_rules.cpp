// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/style/include_rules.h"

#include "tests/style/source_files.h"

#include <map>
#include <optional>
#include <regex>
#include <set>
#include <string>
#include <utility>

namespace tagscope::style {
namespace {

namespace fs = std::filesystem;

// What each folder of core may include besides itself. media to fusion do not know each other, but vision uses network;
// analysis and training put them together, for single clips and for projects.
const std::map<std::string, std::set<std::string>> &allowedInCore() {
    static const std::set<std::string> stagesAndProject{"base",    "jobs",       "media",   "audio",  "network",
                                                        "tagging", "vision",     "words",   "fusion", "formats",
                                                        "project", "evaluation", "exchange"};
    static const std::set<std::string> stagesAndDownloads = [] {
        std::set<std::string> folders = stagesAndProject;
        folders.insert("download");
        return folders;
    }();
    static const std::map<std::string, std::set<std::string>> allowed{
        {"base", {}},
        {"jobs", {"base"}},
        {"download", {"base", "jobs"}},
        {"media", {"base", "jobs"}},
        {"audio", {"base", "jobs"}},
        {"network", {"base", "jobs"}},
        {"vision", {"base", "jobs", "network"}},
        {"tagging", {"base", "jobs", "audio", "network", "words", "formats"}},
        {"words", {"base", "jobs"}},
        {"fusion", {"base", "jobs"}},
        {"formats", {"base", "fusion"}},
        {"project", {"base", "jobs", "words", "fusion"}},
        {"evaluation", {"base", "jobs", "words", "fusion", "formats", "project"}},
        {"exchange", {"base", "jobs", "media", "words", "fusion", "formats", "project", "evaluation"}},
        {"audit", {"base", "jobs", "words", "fusion", "formats", "project", "evaluation", "exchange"}},
        {"analysis", stagesAndDownloads},
        {"training", stagesAndProject},
        {"demo", {"base", "jobs", "media", "words", "fusion", "project", "evaluation"}},
    };
    return allowed;
}

// The same for ui: from what all use, over the document, to features, to the window that puts them together.
const std::map<std::string, std::set<std::string>> &allowedInUi() {
    static const std::map<std::string, std::set<std::string>> allowed{
        {"base", {}},
        {"plot", {"base"}},
        {"document", {"base", "plot"}},
        {"clips", {"base", "plot", "document"}},
        {"models", {"base", "document", "clips"}},
        {"tracks", {"base", "plot", "document", "playback"}},
        {"playback", {"base", "plot", "document"}},
        {"stages", {"base", "plot", "document", "clips", "tracks"}},
        {"why", {"base", "plot", "document", "tracks", "stages"}},
        {"fusion", {"base", "plot", "document"}},
        {"training", {"base", "plot", "document", "clips"}},
        {"evaluation", {"base", "plot", "document"}},
        {"audit", {"base", "plot", "document", "clips", "tracks", "playback", "evaluation"}},
        {"window",
         {"base", "plot", "document", "clips", "models", "tracks", "playback", "stages", "why", "fusion", "training",
          "evaluation", "audit"}},
    };
    return allowed;
}

bool matches(const std::string &text, const char *pattern) {
    return std::regex_match(text, std::regex(pattern));
}

bool isTorch(const std::string &included) {
    return matches(included, "(torch|ATen|c10|caffe2)/.*");
}

bool isPictureOrMediaLibrary(const std::string &included) {
    return matches(included, "(opencv2?|libav[a-z]+|libsw[a-z]+|libpostproc)/.*");
}

bool isPlot(const std::string &included) {
    return matches(included, R"(.*qcustomplot\.h|QtCharts(/.*)?|QtGraphs(/.*)?|Q(Polar)?Chart\w*|QLegend\w*)"
                             R"(|Q\w*(Series|Axis|LegendMarker|ModelMapper|BarSet|BoxSet|CandlestickSet|PieSlice))");
}

bool isQt(const std::string &included) {
    return matches(included, R"(Q[A-Z]\w*|Qt[A-Z]\w*/.*|q[a-z0-9_]+\.h)");
}

// Where a file lies: "core", "vision" for core/vision/ds3.cpp, and for its tests in tests/core/vision.
struct Place {
    std::string area;   // app, core, ui, tests or packaging
    std::string folder; // the folder below it; empty for a file directly in the area
    bool isHeader = false;
};

Place placeOf(const fs::path &file) {
    std::vector<std::string> parts;
    for (const fs::path &part : file.parent_path())
        parts.push_back(part.string());
    Place place;
    place.isHeader = file.extension() == ".h";
    if (!parts.empty())
        place.area = parts[0];
    for (std::size_t i = 1; i < parts.size(); ++i)
        place.folder += (i > 1 ? "/" : "") + parts[i];
    return place;
}

std::string firstPart(const std::string &folder) {
    return folder.substr(0, folder.find('/'));
}

// The file of this tree that an include line means, if it means one: named from the root, or from where it is written.
std::optional<fs::path> ownFile(const fs::path &root, const fs::path &includer, const std::string &included) {
    if (matches(included, "(app|core|ui|tests)/.*"))
        return fs::path(included).lexically_normal();
    const fs::path beside = (includer.parent_path() / included).lexically_normal();
    if (fs::exists(root / beside))
        return beside;
    return std::nullopt;
}

std::optional<std::string> brokenBetweenAreas(const Place &from, const Place &to) {
    static const std::map<std::string, std::set<std::string>> forbidden{
        {"core", {"ui", "app", "tests"}}, {"ui", {"app", "tests"}}, {"app", {"tests"}}};
    const auto rule = forbidden.find(from.area);
    if (rule != forbidden.end() && rule->second.contains(to.area))
        return from.area + " must not include " + to.area + ": app uses ui, ui uses core, never the other way";
    return std::nullopt;
}

std::optional<std::string> brokenWithinCore(const Place &from, const Place &to) {
    if (from.area != "core" || to.area != "core")
        return std::nullopt;
    const std::string includer = firstPart(from.folder);
    const std::string included = firstPart(to.folder);
    const auto allowed = allowedInCore().find(includer);
    if (allowed == allowedInCore().end())
        return "core/" + includer + " has no rule yet: say in tests/style/include_rules.cpp what it may include";
    if (includer == included || allowed->second.contains(included))
        return std::nullopt;
    return "core/" + includer + " must not include core/" + included;
}

// One machine for what runs beside the GUI thread, which lists it, stops it and takes what comes of it.
std::optional<std::string> brokenByOwnThreads(const Place &from, const fs::path &includer, const fs::path &included) {
    const bool isOfThreads = included == "core/jobs/worker_pool.h" || included == "core/jobs/inbox.h";
    const bool isJob = includer == "ui/base/job.h" || includer == "ui/base/job.cpp";
    if (from.area != "ui" || !isOfThreads || isJob)
        return std::nullopt;
    return "work away from the GUI thread is a job: only ui/base/job.h includes pool and inbox";
}

std::optional<std::string> brokenWithinUi(const Place &from, const Place &to) {
    if (from.area != "ui" || to.area != "ui")
        return std::nullopt;
    const std::string includer = firstPart(from.folder);
    const std::string included = firstPart(to.folder);
    const auto allowed = allowedInUi().find(includer);
    if (allowed == allowedInUi().end())
        return "ui/" + includer + " has no rule yet: say in tests/style/include_rules.cpp what it may include";
    if (includer == included || allowed->second.contains(included))
        return std::nullopt;
    return "ui/" + includer + " must not include ui/" + included;
}

bool mayHaveTorch(const Place &place) {
    const bool isInFolder =
        place.area == "core" && (place.folder == "network" || place.folder == "training" ||
                                 place.folder.starts_with("network/") || place.folder.starts_with("training/"));
    const bool isTestOfIt =
        place.area == "tests" && (place.folder == "core/network" || place.folder == "core/training");
    return !place.isHeader && (isInFolder || isTestOfIt);
}

std::optional<std::string> brokenByLibrary(const Place &from, const std::string &included) {
    if (isTorch(included) && !mayHaveTorch(from))
        return "torch belongs in .cpp files of core/network and core/training and of their tests";
    if (from.area == "core" && (isQt(included) || isPlot(included)))
        return "core has no Qt";
    if (from.area == "core" && from.isHeader && isPictureOrMediaLibrary(included))
        return "a header of core must not show the library inside";
    const bool isPlotFolder = from.area == "ui" && firstPart(from.folder) == "plot";
    if (isPlot(included) && !isPlotFolder)
        return "only ui/plot includes QCustomPlot or Qt Charts";
    return std::nullopt;
}

// The plain box reads 0.001 as 1 where the comma is the decimal point.
std::optional<std::string> brokenByPlainBoxes(const Place &from, const fs::path &includer,
                                              const std::string &included) {
    if (from.area != "ui" || included != "QDoubleSpinBox" || includer == "ui/base/number_box.h")
        return std::nullopt;
    return "numbers are typed into a NumberBox (ui/base/number_box.h)";
}

// The library's own parser ends the program for a text of many levels.
std::optional<std::string> brokenByParsing(const fs::path &includer, const std::string &line) {
    static const std::regex parsing(R"([jJ]son::parse\()");
    const Place from = placeOf(includer);
    const bool isOfProgram = from.area == "core" || from.area == "ui" || from.area == "app";
    if (!isOfProgram || includer == "core/base/foreign_json.h" || !std::regex_search(line, parsing))
        return std::nullopt;
    return "JSON is parsed by foreignJson() (core/base/foreign_json.h)";
}

std::optional<std::string> brokenRule(const fs::path &root, const fs::path &includer, const std::string &included) {
    const Place from = placeOf(includer);
    if (const std::optional<fs::path> own = ownFile(root, includer, included)) {
        const Place to = placeOf(*own);
        if (auto broken = brokenBetweenAreas(from, to))
            return broken;
        if (auto broken = brokenByOwnThreads(from, includer, *own))
            return broken;
        if (auto broken = brokenWithinCore(from, to))
            return broken;
        return brokenWithinUi(from, to);
    }
    if (auto broken = brokenByPlainBoxes(from, includer, included))
        return broken;
    return brokenByLibrary(from, included);
}

} // namespace

Findings checkIncludes(const fs::path &root) {
    static const std::regex includeLine(R"re(^\s*#\s*include\s*[<"]([^>"]+)[>"].*)re");
    Findings findings;
    for (const fs::path &file : sourceFiles(root, {"app", "core", "tests", "ui"}, {".h", ".cpp"})) {
        ++findings.filesRead;
        int number = 0;
        for (const std::string &line : linesOf(root / file)) {
            ++number;
            if (const auto broken = brokenByParsing(file, line))
                findings.violations.push_back({file, number, *broken});
            std::smatch match;
            if (!std::regex_match(line, match, includeLine))
                continue;
            if (const auto broken = brokenRule(root, file, match[1].str()))
                findings.violations.push_back({file, number, match[1].str() + ": " + *broken});
        }
    }
    return findings;
}

} // namespace tagscope::style

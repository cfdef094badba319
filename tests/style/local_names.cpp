// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/style/local_names.h"

#include "tests/style/source_files.h"

#include <algorithm>
#include <map>
#include <optional>
#include <regex>
#include <string>
#include <utility>

namespace tagscope::style {
namespace {

namespace fs = std::filesystem;

std::optional<std::string> firstGroup(const std::string &line, const std::regex &pattern) {
    std::smatch match;
    if (!std::regex_search(line, match, pattern))
        return std::nullopt;
    return match[1].str();
}

// What a line of the layout of clang-format begins to define at the level of a namespace.
std::optional<std::string> nameDefinedIn(const std::string &line) {
    static const std::regex function(R"(^(?:[A-Za-z_][^=("]*[\s*&>])(\w+)\()");
    static const std::regex constant(R"(^(?:const|constexpr|static)\b[^=({;]*[\s*&](\w+)(?:\[[^\]]*\])*\s*[={])");
    static const std::regex type(R"(^(?:class|struct|enum class|enum) (\w+)[^;]*$)");
    if (line.starts_with("using ") || line.starts_with("namespace ") || line.starts_with("template"))
        return std::nullopt;
    if (auto name = firstGroup(line, type))
        return name;
    if (auto name = firstGroup(line, constant))
        return name;
    return firstGroup(line, function);
}

// Programs of their own are never compiled together with others.
bool isProgram(const std::vector<std::string> &lines) {
    return std::ranges::any_of(lines, [](const std::string &line) { return line.starts_with("int main("); });
}

} // namespace

Findings checkLocalNames(const fs::path &root) {
    Findings findings;
    std::map<std::pair<fs::path, std::string>, fs::path> definedIn;
    for (const fs::path &file : sourceFiles(root, {"app", "core", "tests", "ui"}, {".cpp"})) {
        const std::vector<std::string> lines = linesOf(root / file);
        ++findings.filesRead;
        const fs::path folder = file.parent_path();
        if (isProgram(lines) || folder == "tests/app") // whose CMakeLists.txt switches unity builds off
            continue;
        bool isLocal = false;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const std::string &line = lines[i];
            if (line.starts_with("namespace {"))
                isLocal = true;
            else if (line.starts_with("} // namespace"))
                isLocal = false;
            const std::optional<std::string> name = isLocal ? nameDefinedIn(line) : std::nullopt;
            if (!name)
                continue;
            const auto [first, isNew] = definedIn.emplace(std::pair(folder, *name), file);
            if (!isNew && first->second != file)
                findings.violations.push_back(
                    {file, static_cast<int>(i + 1), *name + " is a name of " + first->second.string() + " too"});
        }
    }
    return findings;
}

Findings checkTypeNames(const fs::path &root) {
    static const std::regex type(R"(^(?:class|struct) (\w+)(?: final)?\s*(?::[^:].*)?\{)");
    static const std::regex space(R"(^namespace ([\w:]+) \{)");
    Findings findings;
    std::map<std::pair<std::string, std::string>, fs::path> definedIn;
    for (const fs::path &file : sourceFiles(root, {"app", "core", "ui"}, {".h"})) {
        ++findings.filesRead;
        std::string inside;
        const std::vector<std::string> lines = linesOf(root / file);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (const auto opened = firstGroup(lines[i], space))
                inside = *opened;
            const auto name = firstGroup(lines[i], type);
            if (!name)
                continue;
            const auto [first, isNew] = definedIn.emplace(std::pair(inside, *name), file);
            if (!isNew)
                findings.violations.push_back({file, static_cast<int>(i + 1),
                                               inside + "::" + *name + " is in " + first->second.string() + " too"});
        }
    }
    return findings;
}

} // namespace tagscope::style

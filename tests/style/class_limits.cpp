// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/style/class_limits.h"

#include "tests/style/source_files.h"

#include <algorithm>
#include <map>
#include <regex>

namespace tagscope::style {
namespace {

// Why each may be larger.
const std::map<std::string, std::string> &largerClasses() {
    static const std::map<std::string, std::string> larger{
        {"MainWindow", "still holds what belongs to features"},
        {"Project", "all questions to the project file, each a statement of its own"},
        {"WhyChain", "the parts of one drawn page"}};
    return larger;
}

// The text without comments, literals and lines of the preprocessor; line ends stay where they are.
std::string codeOf(std::string_view text) {
    std::string code;
    const auto skipTo = [&](std::size_t from, std::string_view end) {
        const std::size_t found = text.find(end, from);
        const std::size_t stop = found == std::string_view::npos ? text.size() : found + end.size();
        for (std::size_t i = from; i < stop; ++i)
            if (text[i] == '\n')
                code += '\n';
        return stop;
    };
    bool isLineStart = true;
    for (std::size_t i = 0; i < text.size();) {
        const std::string_view rest = text.substr(i);
        if (rest.starts_with("//") || (isLineStart && rest.front() == '#')) {
            std::size_t end = i;
            while (end < text.size() && (text[end] != '\n' || text[end - 1] == '\\'))
                code += text[end++] == '\n' ? "\n" : "";
            i = end;
        } else if (rest.starts_with("/*")) {
            i = skipTo(i + 2, "*/");
        } else if (rest.front() == '"') {
            std::size_t end = i + 1;
            while (end < text.size() && text[end] != '"')
                end += text[end] == '\\' ? 2U : 1U;
            i = std::min(text.size(), end + 1);
        } else {
            code += text[i++];
        }
        isLineStart = !code.empty() && code.find_last_not_of(" \t") != std::string::npos &&
                      code[code.find_last_not_of(" \t")] == '\n';
    }
    return code;
}

// Without what stands in angle brackets: the '(' of std::function<void()> makes no function of a member.
std::string withoutTemplateArguments(const std::string &statement) {
    std::string plain;
    int depth = 0;
    for (const char character : statement) {
        depth += character == '<' ? 1 : 0;
        if (depth == 0)
            plain += character;
        depth = character == '>' && depth > 0 ? depth - 1 : depth;
    }
    return plain;
}

bool isMatch(const std::string &text, const char *pattern) {
    return std::regex_search(text, std::regex(pattern));
}

// Counts one statement of a class's body, whose inner braces are "{}".
void count(const std::string &statement, ClassSize &size) {
    const std::string labelled = withoutTemplateArguments(statement);
    const std::string plain =
        std::regex_replace(labelled,
                           std::regex(R"((public|protected|private|Q_SIGNALS)(\s+Q_SLOTS)?\s*:(?!:)|Q_OBJECT)"
                                      R"(|Q_DECLARE_TR_FUNCTIONS\(\w+\)|\[\[\w+\]\])"),
                           " ");
    if (!isMatch(plain, "\\w") || isMatch(plain, R"(^\s*(using|friend|typedef|static_assert|enum)\b)"))
        return;
    if (isMatch(plain, R"(^\s*(class|struct|union)\s+\w+\s*$)"))
        return; // only named
    const std::size_t bracket = plain.find('(');
    const std::size_t value = plain.find_first_of("={");
    const bool isOperator = isMatch(plain, R"(\boperator\b)");
    if (isOperator || (bracket != std::string::npos && bracket < value))
        ++size.functions;
    else if (!isMatch(plain, R"(\bstatic\s+constexpr\b|\bconstexpr\s+static\b)"))
        ++size.members;
}

// Reads the body that begins behind `at`, and answers where it ends. Classes inside are read on their own.
std::size_t readBody(const std::string &code, std::size_t at, ClassSize &size, std::vector<ClassSize> &all);

// The head of a class that ends before the brace at `brace`; its name, or nothing.
std::string classNamed(const std::string &head) {
    static const std::regex form(
        R"((^|\s)(class|struct)\s+(\[\[\w+\]\]\s*)?([A-Za-z]\w*)(\s+final)?\s*(:[^:][^;]*)?$)");
    std::smatch match;
    const std::string trimmed = std::regex_replace(head, std::regex(R"(\s+$)"), "");
    if (!std::regex_search(trimmed, match, form) || trimmed.find("enum ") != std::string::npos)
        return {};
    return match[4].str();
}

std::size_t skipBraces(const std::string &code, std::size_t at) {
    int depth = 1;
    while (at < code.size() && depth > 0) {
        depth += code[at] == '{' ? 1 : code[at] == '}' ? -1 : 0;
        ++at;
    }
    return at;
}

std::size_t readClass(const std::string &code, std::size_t brace, const std::string &name,
                      std::vector<ClassSize> &all) {
    ClassSize size{name, static_cast<int>(std::count(code.begin(), code.begin() + static_cast<long>(brace), '\n')) + 1};
    const std::size_t end = readBody(code, brace + 1, size, all);
    all.push_back(size);
    return end;
}

std::size_t readBody(const std::string &code, std::size_t at, ClassSize &size, std::vector<ClassSize> &all) {
    std::string statement;
    while (at < code.size() && code[at] != '}') {
        if (code[at] == ';') {
            count(statement, size);
            statement.clear();
            ++at;
        } else if (code[at] == '{') {
            if (const std::string inner = classNamed(statement); !inner.empty()) {
                at = readClass(code, at, inner, all);
                statement = "enum"; // what follows up to the ';' was no statement of this class
            } else {
                at = skipBraces(code, at + 1);
                statement += "{}";
                const std::size_t next = code.find_first_not_of(" \t\n", at);
                const bool isFunctionBody = next != std::string::npos && code[next] != ';' && code[next] != ',' &&
                                            code[next] != '{' &&
                                            withoutTemplateArguments(statement).find('(') != std::string::npos;
                if (isFunctionBody) {
                    count(statement, size);
                    statement.clear();
                }
            }
        } else {
            statement += code[at++];
        }
    }
    return at + 1;
}

} // namespace

std::vector<ClassSize> classesIn(std::string_view text) {
    const std::string code = codeOf(text);
    std::vector<ClassSize> all;
    std::string head;
    for (std::size_t at = 0; at < code.size();) {
        if (code[at] == '{') {
            if (const std::string name = classNamed(head); !name.empty())
                at = readClass(code, at, name, all);
            else if (isMatch(head, R"(\bnamespace\b[^;(]*$)"))
                ++at;
            else
                at = skipBraces(code, at + 1);
            head.clear();
        } else if (code[at] == ';' || code[at] == '}') {
            head.clear();
            ++at;
        } else {
            head += code[at++];
        }
    }
    return all;
}

Findings checkClassSizes(const std::filesystem::path &root) {
    Findings findings;
    for (const auto &file : sourceFiles(root, {"app", "core", "ui"}, {".h"})) {
        ++findings.filesRead;
        std::string text;
        for (const std::string &line : linesOf(root / file))
            text += line + "\n";
        for (const ClassSize &size : classesIn(text)) {
            const bool isLarge = size.functions > kMostFunctions || size.members > kMostMembers;
            if (isLarge && !largerClasses().contains(size.name))
                findings.violations.push_back({file, size.line,
                                               size.name + " has " + std::to_string(size.functions) +
                                                   " functions and " + std::to_string(size.members) +
                                                   " members; more than " + std::to_string(kMostFunctions) + " or " +
                                                   std::to_string(kMostMembers) + " is a class to cut"});
        }
    }
    return findings;
}

} // namespace tagscope::style

// SPDX-License-Identifier: GPL-3.0-or-later
// check_style CHECK ROOT: says which files of the tree at ROOT break that rule; exit status 1 if any do.

#include "tests/style/class_limits.h"
#include "tests/style/file_lengths.h"
#include "tests/style/include_rules.h"
#include "tests/style/local_names.h"
#include "tests/style/text_rules.h"

#include <exception>
#include <filesystem>
#include <iostream>
#include <map>
#include <string>

using namespace tagscope::style;

namespace {

int report(const Findings &findings) {
    for (const Violation &violation : findings.violations) {
        std::cout << violation.file.string();
        if (violation.line > 0)
            std::cout << ':' << violation.line;
        std::cout << ": " << violation.why << '\n';
    }
    std::cout << findings.filesRead << " files read, " << findings.violations.size() << " findings\n";
    // Nothing read means a wrong ROOT, and must not look like a pass.
    return findings.filesRead > 0 && findings.violations.empty() ? 0 : 1;
}

} // namespace

int main(int argc, char **argv) {
    using Check = Findings (*)(const std::filesystem::path &);
    static const std::map<std::string, Check> checks{
        {"classes", &checkClassSizes},       {"includes", &checkIncludes}, {"lengths", &checkFileLengths},
        {"names", &checkLocalNames},         {"types", &checkTypeNames},   {"licences", &checkLicences},
        {"programs", &checkProgramsOwnWork}, {"versions", &checkVersions}, {"tokens", &checkTokens}};
    const auto check = checks.find(argc == 3 ? argv[1] : "");
    try {
        if (check != checks.end())
            return report(check->second(argv[2]));
    } catch (const std::exception &error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
    std::cerr << "Usage: check_style CHECK ROOT, of";
    for (const auto &[name, run] : checks)
        std::cerr << ' ' << name;
    std::cerr << '\n';
    return 2;
}

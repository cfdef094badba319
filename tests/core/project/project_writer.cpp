// SPDX-License-Identifier: GPL-3.0-or-later
// A second program for the tests of projects: opens PROJECT for changes, says "open", and then, by MODE,
//   hold    waits for the end of its input;
//   loop    stores transaction after transaction (project_transactions.h) until it is killed;
//   split   moves the first clip to the splits "1", "2", … and says each number once it is stored, until it is killed;
//   import  imports the CSV list LIST;
//   sitting adds fifty verdicts, one by one, and a line to "marks" beside the project once each is stored;
//   merge   imports the table of verdicts LIST;
//   files   writes LIST five times, atomically, and such a line after each.
// project_writer PROJECT MODE [LIST]. Exits with 1 and the message where something failed.

#include "core/base/atomic_file.h"
#include "core/base/try.h"
#include "core/exchange/import_audit.h"
#include "core/exchange/import_csv.h"
#include "tests/core/project/project_transactions.h"

#include <cstdio>
#include <fstream>
#include <iostream>
#include <span>
#include <string>

using namespace tagscope;

namespace {

// Says to who records the writes that something was stored.
void mark(const Project &project) {
    std::ofstream(project.file().parent_path() / "marks", std::ios::app) << "stored\n";
}

Result<void> judge(Project &project) {
    const std::vector<Clip> clips = TAGSCOPE_TRY(project.clips());
    constexpr std::size_t kVerdicts = 50;
    for (std::size_t i = 0; i < kVerdicts; ++i) {
        Verdict verdict;
        verdict.clip = clips[i % clips.size()].id;
        verdict.event = static_cast<int>(i % project.classes().size());
        verdict.annotator = "ann";
        verdict.value = VerdictValue::Heard;
        verdict.time = static_cast<std::int64_t>(i);
        TAGSCOPE_TRY(project.addVerdicts(std::span(&verdict, 1)));
        mark(project);
    }
    return {};
}

// As checkpoints of a training are written, and everything else that is no part of the project file.
Result<void> writeFiles(const Project &project, const std::string &file) {
    for (char version = '1'; version <= '5'; ++version) {
        TAGSCOPE_TRY(writeFileAtomically(file, std::string(100'000, version)));
        mark(project);
    }
    return {};
}

Result<void> work(Project &project, const std::string &mode, const std::string &list) {
    if (mode == "loop") {
        const Result<std::size_t> done = test::wholeTransactionsIn(project);
        if (!done)
            return tl::unexpected(done.error());
        for (std::size_t i = *done;; ++i)
            if (Result<void> stored = test::storeTransaction(project, i); !stored)
                return stored;
    }
    if (mode == "split") {
        const ClipId clip = 1;
        for (int i = 1;; ++i) {
            if (Result<void> stored = project.setSplit(std::span(&clip, 1), std::to_string(i)); !stored)
                return stored;
            std::printf("%d\n", i);
            std::fflush(stdout);
        }
    }
    if (mode == "import") {
        const Result<ImportReport> report = importCsv(project, {list, {}});
        return report ? Result<void>() : tl::unexpected(report.error());
    }
    if (mode == "sitting")
        return judge(project);
    if (mode == "files")
        return writeFiles(project, list);
    if (mode == "merge")
        return importVerdicts(project, list).map([](const AuditImportReport &) {});
    std::cin.get();
    return {};
}

} // namespace

int main(int argc, char **argv) {
    if (argc < 3)
        return 2;
    Result<Project> project = Project::open(argv[1]);
    Result<void> done;
    if (project) {
        std::puts("open");
        std::fflush(stdout);
        done = work(*project, argv[2], argc > 3 ? argv[3] : "");
    }
    if (project && done)
        return 0;
    std::cerr << (project ? done.error() : project.error()).what() << '\n';
    return 1;
}

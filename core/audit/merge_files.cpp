// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/merge_files.h"

#include "core/audit/audit_plan.h"
#include "core/base/try.h"
#include "core/exchange/verdict_reader.h"

#include <algorithm>
#include <atomic>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unistd.h>
#include <utility>

namespace tagscope {
namespace {

namespace fs = std::filesystem;

// A project of any version that this program knows, opened so that the file stays as it is.
class ProjectToRead {
public:
    ProjectToRead() = default;
    ProjectToRead(ProjectToRead &&) = default;
    ProjectToRead &operator=(ProjectToRead &&) = delete;
    ~ProjectToRead() {
        project_.reset();
        std::error_code ignored;
        if (!copies_.empty())
            fs::remove_all(copies_, ignored);
    }

    static Result<ProjectToRead> open(const fs::path &file) {
        ProjectToRead read;
        Result<Project> project = Project::open(file, Project::Access::ReadOnly);
        if (!project && project.error().kind == Error::Kind::Unsupported)
            project = read.openCopy(file); // which may be migrated
        if (!project)
            return tl::unexpected(project.error());
        read.project_ = std::make_unique<Project>(std::move(*project));
        return read;
    }

    [[nodiscard]] const Project &operator*() const { return *project_; }

private:
    Result<Project> openCopy(const fs::path &file) {
        static std::atomic<int> count = 0;
        std::error_code error;
        copies_ = fs::temp_directory_path(error) /
                  ("tagscope-merge-" + std::to_string(::getpid()) + "-" + std::to_string(count++));
        fs::create_directories(copies_, error);
        const fs::path copy = copies_ / file.filename();
        fs::copy_file(file, copy, error);
        fs::path journal = file;
        journal += "-wal";
        std::error_code ignored;
        fs::copy_file(journal, fs::path(copy.string() + "-wal"), ignored); // there is one while it is open elsewhere
        if (error)
            return fail(Error::Kind::Unreadable, {"base.cannot_read", file}, error.message());
        return Project::open(copy);
    }

    fs::path copies_; // a folder; empty: none
    std::unique_ptr<Project> project_;
};

Result<void> requirePlanned(const Project &into, const Project &other, const std::set<std::string> &plans,
                            const MergeOptions &options) {
    const std::optional<AuditTask> task = TAGSCOPE_TRY(taskOf(other));
    if (task && !plans.contains(task->plan) && options.as.empty())
        return fail(Error::Kind::Inconsistent,
                    {"audit.task_of_another_plan", other.file(), task->annotator, into.file()});
    return {};
}

bool isTable(const fs::path &file) {
    const std::string suffix = file.extension().string();
    return suffix == ".csv" || suffix == ".tsv";
}

Result<MergeReport> mergeTable(Project &into, const fs::path &file, const MergeOptions &options) {
    FileReport report;
    std::vector<Clip> clips = TAGSCOPE_TRY(into.clips());
    ReadVerdicts read = TAGSCOPE_TRY(readVerdicts(into, file, std::move(clips), report));
    if (!report.leftOut.empty() && options.unknown == UnknownPairs::Refuse)
        return fail(Error::Kind::Malformed,
                    {"base.in_line", file, report.leftOut.front().line, report.leftOut.front().reason});
    const auto hasNoTime = [](const auto &entry) { return entry.time == 0; };
    if (std::ranges::any_of(read.verdicts, hasNoTime) || std::ranges::any_of(read.remarks, hasNoTime))
        return fail(Error::Kind::Malformed, {"audit.merge_without_times", file});
    return mergeVerdicts(into, std::move(read.verdicts), options, std::move(read.remarks));
}

Result<MergeReport> mergeOne(Project &into, const fs::path &file, const std::set<std::string> &plans,
                             const MergeOptions &options, const std::stop_token &stop) {
    if (isTable(file))
        return mergeTable(into, file, options);
    const ProjectToRead other = TAGSCOPE_TRY(ProjectToRead::open(file));
    TAGSCOPE_TRY(requirePlanned(into, *other, plans, options));
    return mergeAudit(into, *other, options, stop);
}

// With `isPreview` the transaction ends in an error, so that nothing of it stays.
Result<std::vector<FileMerge>> mergeAll(Project &into, std::span<const fs::path> files, const MergeOptions &options,
                                        bool isPreview, const std::stop_token &stop) {
    std::set<std::string> plans;
    const std::vector<AuditPlan> known = TAGSCOPE_TRY(plansOf(into));
    for (const AuditPlan &plan : known)
        plans.insert(plan.id);
    std::vector<FileMerge> merged;
    bool isWhole = false;
    const Result<void> done = into.atomically([&]() -> Result<void> {
        for (const fs::path &file : files) {
            MergeReport report = TAGSCOPE_TRY(mergeOne(into, file, plans, options, stop));
            merged.push_back({file, std::move(report)});
        }
        isWhole = true;
        return isPreview ? cancelled() : Result<void>();
    });
    if (!done && !(isPreview && isWhole))
        return tl::unexpected(done.error());
    return merged;
}

} // namespace

Result<std::vector<FileMerge>> mergeFiles(Project &into, std::span<const fs::path> files, const MergeOptions &options,
                                          std::stop_token stop) {
    return mergeAll(into, files, options, false, stop);
}

Result<std::vector<FileMerge>> previewFiles(Project &into, std::span<const fs::path> files, const MergeOptions &options,
                                            std::stop_token stop) {
    return mergeAll(into, files, options, true, stop);
}

MergeReport sumOf(const std::vector<FileMerge> &merged) {
    MergeReport sum;
    for (const FileMerge &file : merged) {
        sum.verdictsAdded += file.report.verdictsAdded;
        sum.verdictsKnown += file.report.verdictsKnown;
        sum.regionsAdded += file.report.regionsAdded;
        sum.regionsTakenBack += file.report.regionsTakenBack;
        sum.remarksAdded += file.report.remarksAdded;
        sum.judgedTwice += file.report.judgedTwice;
        const auto append = [](auto &to, const auto &from) { to.insert(to.end(), from.begin(), from.end()); };
        append(sum.conflicts, file.report.conflicts);
        append(sum.leftOutClips, file.report.leftOutClips);
        append(sum.leftOutEvents, file.report.leftOutEvents);
    }
    return sum;
}

} // namespace tagscope

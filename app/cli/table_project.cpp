// SPDX-License-Identifier: GPL-3.0-or-later
#include "table_project.h"

#include "core/base/try.h"
#include "core/exchange/table_project.h"

#include <array>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <spdlog/spdlog.h>
#include <system_error>
#include <utility>

namespace tagscope::cli {

struct ReadProject::State {
    std::filesystem::path folder; // of tables; taken away after the project is closed
    std::optional<Project> project;
    bool isComplete = true;

    State() = default;
    State(const State &) = delete;
    State &operator=(const State &) = delete;
    ~State() {
        project.reset();
        std::error_code ignored;
        if (!folder.empty())
            std::filesystem::remove_all(folder, ignored);
    }
};

ReadProject::ReadProject(std::unique_ptr<State> state) : state_(std::move(state)) {}
ReadProject::ReadProject(ReadProject &&) noexcept = default;
ReadProject::~ReadProject() = default;

const Project &ReadProject::operator*() const {
    return *state_->project;
}

int ReadProject::status() const {
    return state_->isComplete ? kDone : kFailed;
}

void addTableOptions(CLI::App &command, TableOptions &options) {
    command.add_option("--scores", options.scores,
                       "In place of a project: audio probabilities, a table of clips and classes (CSV, TSV, .npy)");
    command.add_option("--video-scores", options.videoScores, "Video probabilities, a table of the same kind");
    command.add_option("--truth-table", options.truth,
                       "Labels of the tables: CSV with header clip,<event>,… and 0 and 1");
    command.add_option("--threshold", options.threshold, "tables: what a tag takes")
        ->check(CLI::Range(0.0, 1.0))
        ->capture_default_str();
    command.add_flag("--logits", options.areLogits, "tables: the scores are logits, not probabilities");
}

bool isOneSource(const std::string &file, const TableOptions &tables) {
    const bool areTablesWhole = !tables.scores.empty() && !tables.truth.empty();
    const bool isOne = file.empty() ? areTablesWhole : !tables.areGiven();
    if (!isOne)
        spdlog::error("{}", englishText("app.project_or_tables"));
    return isOne;
}

Result<ReadProject> ReadProject::open(const std::string &file, const std::string &split, const TableOptions &tables) {
    auto state = std::make_unique<State>();
    if (!tables.areGiven()) {
        state->project = TAGSCOPE_TRY(Project::open(file, Project::Access::ReadOnly));
        return ReadProject(std::move(state));
    }
    std::error_code error;
    std::string folder = (std::filesystem::temp_directory_path(error) / "tagscope-tables-XXXXXX").string();
    if (::mkdtemp(folder.data()) == nullptr)
        return fail(Error::Kind::Unreadable, {"base.cannot_write", folder});
    state->folder = folder;
    TableFiles files{tables.truth, tables.scores, tables.videoScores};
    files.scale = tables.areLogits ? ScoreScale::Logit : ScoreScale::Probability;
    files.split = split;
    files.threshold = tables.threshold;
    TableProject made = TAGSCOPE_TRY(projectOfTables(state->folder / "tables.tagscope", files));
    for (const Message &note : made.notes)
        spdlog::warn("{}", englishText(note));
    state->project = std::move(made.project);
    state->isComplete = made.unreadRows == 0;
    return ReadProject(std::move(state));
}

} // namespace tagscope::cli

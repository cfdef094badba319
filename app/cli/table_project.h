// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"

#include "core/project/project.h"

#include <memory>
#include <string>

// Commands of projects that take tables as well.
namespace tagscope::cli {

struct TableOptions {
    std::string scores;
    std::string videoScores;
    std::string truth;
    double threshold = 0.5;
    bool areLogits = false;

    [[nodiscard]] bool areGiven() const { return !scores.empty() || !videoScores.empty() || !truth.empty(); }
};

void addTableOptions(CLI::App &command, TableOptions &options);

// Whether one of both is given, tables with labels; else says that.
[[nodiscard]] bool isOneSource(const std::string &file, const TableOptions &tables);

// A project to read: the file, or one made of the tables that goes away with it.
class ReadProject {
public:
    // isOneSource(). What is wrong with the tables is said. Errors: those of Project and of projectOfTables().
    [[nodiscard]] static Result<ReadProject> open(const std::string &file, const std::string &split,
                                                  const TableOptions &tables);
    ReadProject(ReadProject &&) noexcept;
    ReadProject &operator=(ReadProject &&) = delete;
    ~ReadProject();

    [[nodiscard]] const Project &operator*() const;
    // What the command ends with once its work is done: kFailed where rows of the tables were left out as unreadable.
    [[nodiscard]] int status() const;

private:
    struct State;
    explicit ReadProject(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace tagscope::cli

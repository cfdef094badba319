// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common_options.h"

#include "core/base/result.h"

#include <CLI/CLI.hpp>
#include <functional>
#include <stop_token>

namespace tagscope::cli {

enum ExitStatus : int { kDone = 0, kFailed = 1, kWrongUsage = 2 };

// Says an error, with the library's own words at --log-level debug, and answers kFailed.
int failed(const Error &error);

// The command that the command line chose, which gives the exit status, or what went wrong: set by the chosen
// subcommand's callback, run after parsing.
using ChosenCommand = std::function<Result<int>(const CommonOptions &, const std::stop_token &)>;

void addTagCommand(CLI::App &program, ChosenCommand &chosen);
void addExplainCommand(CLI::App &program, ChosenCommand &chosen);
void addModelsCommand(CLI::App &program, ChosenCommand &chosen);
// Subcommands of `models`: what downloads published files, and those that make the demo's own models.
void addFetchCommand(CLI::App &models, ChosenCommand &chosen);
void addModelMakingCommands(CLI::App &models, ChosenCommand &chosen);
void addScoreCommand(CLI::App &program, ChosenCommand &chosen);
void addTuneCommand(CLI::App &program, ChosenCommand &chosen);
void addProjectCommand(CLI::App &program, ChosenCommand &chosen);
void addProjectEditCommands(CLI::App &project, ChosenCommand &chosen); // subcommands of `project`
void addProjectCheckCommand(CLI::App &project, ChosenCommand &chosen);
void addImportCommand(CLI::App &program, ChosenCommand &chosen);
void addFeaturesCommand(CLI::App &program, ChosenCommand &chosen);
void addTrainCommand(CLI::App &program, ChosenCommand &chosen);
void addPredictCommand(CLI::App &program, ChosenCommand &chosen);
void addVideoCommand(CLI::App &program, ChosenCommand &chosen);
void addPointsCommand(CLI::App &program, ChosenCommand &chosen);
void addEvaluateCommand(CLI::App &program, ChosenCommand &chosen);
void addReportCommand(CLI::App &program, ChosenCommand &chosen);
void addExportCommand(CLI::App &program, ChosenCommand &chosen);
void addFormatsCommand(CLI::App &program, ChosenCommand &chosen);
void addAuditCommand(CLI::App &program, ChosenCommand &chosen);
void addDemoCommand(CLI::App &program, ChosenCommand &chosen);

} // namespace tagscope::cli

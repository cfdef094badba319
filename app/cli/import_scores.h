// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"

#include "core/exchange/import_report.h"

#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

// The part of `import` that brings another system's scores and activations.
namespace tagscope::cli {

struct ScoreImportOptions {
    std::string branch = "audio";
    std::string name;
    std::string pooling = "max";
    std::string clipNames;
    std::string classNames;
    std::optional<double> hop;
    double first = 0.0;
    bool areLogits = false;
    bool isUsed = false; // the branch takes them from now on
};

// What the command line says of any import.
struct ScoreImportFiles {
    std::string project;
    std::string format; // one of isOfScores()
    std::string labelMap;
    std::string encoding;
    std::string labelColumn;
    bool isDryRun = false;
    std::vector<std::filesystem::path> files;
};

[[nodiscard]] bool isOfScores(const std::string &format);
void addScoreImportOptions(CLI::App &command, ScoreImportOptions &options);
Result<int> importScoreFiles(const ScoreImportFiles &files, const ScoreImportOptions &options,
                             const CommonOptions &common, const std::stop_token &stop);

// `files` of an import's document.
[[nodiscard]] nlohmann::ordered_json filesToJson(const std::vector<FileReport> &files);

} // namespace tagscope::cli

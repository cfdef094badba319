// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/clip_import.h"
#include "core/jobs/progress.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

// Making and filling projects: what both programs do where clips are brought in.
namespace tagscope {

// Where clips come from.
enum class ImportFormat {
    Folder,    // importMedia()
    Csv,       // importCsv()
    AudioSet,  // importAudioSet()
    Dcase2017, // importDcase2017()
};
[[nodiscard]] std::optional<ImportFormat> importFormatNamed(std::string_view name); // "folder", "csv", …

struct ImportRequest {
    std::optional<ImportFormat> format = {};       // nothing: what the lists look like
    std::vector<std::filesystem::path> lists = {}; // files, of Dcase2017 also folders of them; none for a Folder
    std::filesystem::path media = {};              // folder; empty: of a CSV its own, else all media are missing
    std::string split = {};                        // of new clips of a Folder or of AudioSet
    std::size_t validationClips = 0;               // to be drawn: from training, of Dcase2017; of a Folder recordings
    std::uint64_t seed = 1;                        // of the draw
    bool areLabelsFromSubfolders = false;          // of a Folder
    bool addsEvents = false;                       // that subfolders or a CSV name and the project lacks
};

// Without lists a Folder; Dcase2017 where the names are the organisers'; AudioSet where the first line of each list is
// a segment; Csv for any other single file.
[[nodiscard]] ImportFormat formatOf(const ImportRequest &request);

// Errors: those of the importer; Inconsistent for a request that names nothing, or more than one CSV; Unsupported for
// a Folder where the program was built without media.
[[nodiscard]] Result<ImportReport> importInto(Project &project, const ImportRequest &request,
                                              const Progress &progress = {}, const std::stop_token &stop = {});

struct NewProject {
    std::filesystem::path file;
    std::vector<EventClass> classes = {};     // before all that follows; empty: `classList`
    std::filesystem::path classList = {};     // TSV of classes; empty: `classNames`, and where there are none the 17
    std::vector<std::string> classNames = {}; // each its own word
    bool areClassesOfList = false;            // the labels that occur in the CSV of `import`, or its subfolders
    Seconds clipDuration{10};
    std::optional<ImportRequest> import = {};
};

// A new project, filled where that is asked for; nothing of it stays where it fails. Errors: those of
// Project::create(), of the readers of class lists, and of importInto().
[[nodiscard]] Result<ImportReport> createProject(const NewProject &wanted, const Progress &progress = {},
                                                 const std::stop_token &stop = {});

} // namespace tagscope

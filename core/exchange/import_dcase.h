// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/clip_import.h"
#include "core/jobs/progress.h"

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <vector>

namespace tagscope {

inline constexpr std::size_t kPaperValidationClips = 1142; // of the paper's data table

struct DcaseImport {
    std::vector<std::filesystem::path> lists; // directories and files, as findDcaseLists() takes them
    std::filesystem::path media;              // as findClipFiles() looks through it; empty: all media are missing
    std::size_t validationClips = kPaperValidationClips; // 0: none are drawn
    std::uint64_t seed = 1;                              // of the draw
};

// The organisers' lists of DCASE 2017 Task 4, in one transaction: a failed, cancelled or killed import leaves the
// project as it was.
// - Splits "training", "test", "evaluation", and "validation", which is drawn from training (drawBalanced()). Clips
//   that only a weak list names, as all of the evaluation set, are made of it.
// - Labels of the clip lists by their AudioSet ids, of the weak lists by their names.
// - Strong lists: regions, and for each labelled pair whether it is audible: not so if all its rows are "0 0".
// - A file of class counts is compared with what was read; a difference is a note.
// The setting "import.dcase2017" holds the lists' names and SHA-256 and how the validation clips were drawn. Repeating
// an import adds nothing twice (importClips()), draws nothing anew and finds media that were missing; a known
// audibility stays. Errors: those of the readers; Inconsistent (a label that is none of the project's classes, a clip
// in two sets, a strong list without its clips, another draw than the one made before), Cancelled, and those of
// Project.
[[nodiscard]] Result<ImportReport> importDcase2017(Project &project, const DcaseImport &import,
                                                   const Progress &progress = {}, std::stop_token stop = {});

} // namespace tagscope

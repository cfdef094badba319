// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/model_entry.h"
#include "core/base/result.h"

#include <filesystem>
#include <map>
#include <string>

namespace tagscope {

// What Tagscope writes into a model's file besides the model, by keys such as kDemoKey, so that it goes with the file
// wherever it is copied: into the metadata of .safetensors, behind the origin of compact word vectors. Files of other
// kinds hold none.
using ModelMarks = std::map<std::string, std::string>;

// The marks in a file, which may be damaged or anything else: then there are none.
[[nodiscard]] ModelMarks marksIn(const std::filesystem::path &file);

// Adds marks to a file that nobody else uses, in place of those of the same keys; values are of one line. Nothing where
// its kind of file holds none. Errors: Unreadable, Malformed.
[[nodiscard]] Result<void> addMarks(const std::filesystem::path &file, const ModelMarks &marks);

// The first line of what compact vectors tell of their origin: what it was before marks were added.
[[nodiscard]] std::string originWithoutMarks(const std::string &origin);

} // namespace tagscope

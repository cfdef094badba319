// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/tagging/audio_tagger.h"

#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

namespace tagscope {

// A kind of tagger. Each is made by a function in its own file; taggers.cpp lists the functions, and the registry of
// models and the command line take all from there.
struct TaggerKind {
    std::string_view id;                    // on the command line and in the registry, for ever
    std::string_view title;                 // a proper name
    std::vector<std::string_view> suffixes; // of its files
    Result<std::shared_ptr<const AudioTagger>> (*open)(const std::filesystem::path &file) = nullptr;
    // Whether a file is of the kind whatever its suffix; null: the suffix tells.
    bool (*isOne)(const std::filesystem::path &file) = nullptr;
};

// The CRNN first: what no suffix tells is taken for one.
[[nodiscard]] const std::vector<TaggerKind> &taggerKinds();

// The tagger in a file, of the kind that its content or else its suffix tells. Errors: those of the kind.
[[nodiscard]] Result<std::shared_ptr<const AudioTagger>> openTagger(const std::filesystem::path &file);

} // namespace tagscope

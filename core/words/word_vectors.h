// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/progress.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace tagscope {

// Word vectors in Tagscope's compact file: mapped, so that opening 2.2 million of them is immediate and costs only the
// pages that are looked at. Thread-safe.
class WordVectors {
public:
    // Errors: Unreadable, Malformed (not such a file, another version, truncated).
    [[nodiscard]] static Result<WordVectors> open(const std::filesystem::path &file);

    // Whether a file begins as compact files do, sound or damaged; false where it cannot be read.
    [[nodiscard]] static bool isCompactFile(const std::filesystem::path &file);

    WordVectors(WordVectors &&) noexcept;
    WordVectors &operator=(WordVectors &&) noexcept;
    ~WordVectors();

    [[nodiscard]] std::size_t dimensions() const;
    [[nodiscard]] std::uint64_t size() const;        // words
    [[nodiscard]] const std::string &origin() const; // the text file's name and SHA-256, for provenance

    // As written; nothing where the word is not in the vocabulary.
    [[nodiscard]] std::optional<std::vector<float>> vector(std::string_view word) const;

    // The mean of the vectors of the words of a name (split at white space, hyphens kept; a word that is not known as
    // written is tried in lower case, then left out); nothing where no word is known.
    [[nodiscard]] std::optional<std::vector<float>> vectorOfName(std::string_view name) const;

private:
    struct State;
    explicit WordVectors(std::shared_ptr<const State> state);
    std::shared_ptr<const State> state_;
};

// Reads GloVe text of any size (a token, which may itself hold spaces, then its numbers; the dimension is found from
// the first lines) once and writes Tagscope's compact file (core/words/vector_file.h), atomically. Of a word that is
// there twice the first vector counts. Needs memory for the words, not the vectors.
// Errors, with the line: Unreadable, Malformed, Cancelled.
[[nodiscard]] Result<void> importWordVectors(const std::filesystem::path &text, const std::filesystem::path &target,
                                             const Progress &progress = {}, std::stop_token stop = {});

} // namespace tagscope

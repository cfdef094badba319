// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/words/word_vectors.h"

#include <QTemporaryDir>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace tagscope::test {

// A directory of its own with a text of vectors and what is imported from it.
class TemporaryVectors {
public:
    explicit TemporaryVectors(std::string_view text = {}) { std::ofstream(text_, std::ios::binary) << text; }

    [[nodiscard]] Result<void> import() const { return importWordVectors(text_, compact_); }
    [[nodiscard]] Result<WordVectors> open() const { return WordVectors::open(compact_); }

    [[nodiscard]] const std::filesystem::path &text() const { return text_; }
    [[nodiscard]] const std::filesystem::path &compact() const { return compact_; }
    [[nodiscard]] std::ptrdiff_t files() const {
        return std::distance(std::filesystem::directory_iterator(path_), std::filesystem::directory_iterator());
    }

private:
    QTemporaryDir directory_;
    std::filesystem::path path_ = directory_.path().toStdString();
    std::filesystem::path text_ = path_ / "vectors.txt";
    std::filesystem::path compact_ = path_ / "vectors.tagscope";
};

} // namespace tagscope::test

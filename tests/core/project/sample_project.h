// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

#include <QTemporaryDir>
#include <filesystem>
#include <string>
#include <vector>

// Small projects for tests.
namespace tagscope::test {

// A directory of its own, deleted with it.
class Folder {
public:
    [[nodiscard]] std::filesystem::path path(std::string_view name = {}) const {
        return std::filesystem::path(directory_.path().toStdString()) / name;
    }
    // The file's path, with directories above it made.
    std::filesystem::path write(std::string_view name, std::string_view content) const;

private:
    QTemporaryDir directory_;
};

// Three classes that are none of the challenge's: "dog", "rain" (mid, words, defaults of its own) and "a, b".
[[nodiscard]] std::vector<EventClass> threeClasses();

// Clips "c0", "c1", … of 10 s without media, in `split`.
[[nodiscard]] std::vector<NewClip> clipsNamed(std::size_t count, std::string_view split = "training",
                                              std::string_view prefix = "c");

// What was said, or nothing: for QCOMPARE of errors.
template <class T>
[[nodiscard]] std::string whatOf(const Result<T> &result) {
    return result ? std::string() : result.error().what();
}

} // namespace tagscope::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tagscope {

// A parent is hidden while a descendant has at least this share of its score.
inline constexpr double kShareThatHides = 0.3;

// Which classes stand above which, by their ids. A class may have several parents.
class ClassTree {
public:
    // Tab-separated with a header line `mid parent`. Errors, with file and line: Unreadable, Malformed.
    [[nodiscard]] static Result<ClassTree> read(const std::filesystem::path &file);
    // AudioSet's, which the program comes with. Errors: Unreadable where it is not whole.
    [[nodiscard]] static Result<ClassTree> audioSet();

    [[nodiscard]] std::vector<std::string> parentsOf(const std::string &id) const;

    // Most specific first: of classes with these ids (empty: it has none) and scores (nothing: it has none), whether
    // one is hidden by a class below it. A class that stands above itself, by a damaged list, hides itself never.
    [[nodiscard]] std::vector<bool> hiddenByDescendants(std::span<const std::string> ids,
                                                        std::span<const std::optional<double>> scores,
                                                        double share = kShareThatHides) const;

private:
    std::map<std::string, std::vector<std::string>> parents_;
};

} // namespace tagscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>

namespace tagscope {

// What a piece of work changed of a project's clips, recordings, labels, regions of lists and presence, row by row:
// Project::recorded() makes it, Project::takeBack() undoes it. A value.
class ProjectChange {
public:
    ProjectChange() = default;
    explicit ProjectChange(std::string bytes) : bytes_(std::move(bytes)) {}

    [[nodiscard]] bool isEmpty() const { return bytes_.empty(); }
    [[nodiscard]] const std::string &bytes() const { return bytes_; } // as SQLite's sessions write them

private:
    std::string bytes_;
};

} // namespace tagscope

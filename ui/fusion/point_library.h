// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/operating_points.h"
#include "core/project/project.h"
#include "ui/base/job.h"

#include <QObject>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace tagscope::ui {

// The operating points of the open project, read and written on a thread of its own, one wish after the other. Lives on
// the GUI thread.
class PointLibrary : public QObject {
    Q_OBJECT

public:
    explicit PointLibrary(QObject *parent = nullptr);

    // Reads its points; null: none is open.
    void setProject(std::shared_ptr<Project> project);
    [[nodiscard]] const PointList &list() const { return list_; }
    [[nodiscard]] std::optional<NamedOperatingPoint> find(const std::string &name) const;
    // Also of one that is being stored.
    [[nodiscard]] bool knows(const std::string &name) const { return name == stored_ || find(name).has_value(); }
    [[nodiscard]] bool isRead() const { return isRead_; } // since setProject()
    // `wanted`, else with the first free number from 2 on.
    [[nodiscard]] std::string freeName(const std::string &wanted) const;

    void reload();                                // others may have made some
    void store(const NamedOperatingPoint &point); // and chooses it
    // One that was tuned on what has this digest; the chosen point stays the chosen one.
    void storeBeside(const NamedOperatingPoint &point, const std::string &digest);
    void choose(const std::string &name);
    void remove(const std::string &name);
    void importFrom(const std::filesystem::path &file);
    void exportTo(const std::filesystem::path &file, const std::vector<std::string> &names);

Q_SIGNALS:
    void read();    // for the first time since setProject(), or the first points are there
    void changed(); // the points, or which is chosen
    // What was done, or went wrong, for a person.
    void noted(const QString &text, bool isProblem);

private:
    using Work = std::function<Result<void>(Project &project)>; // after which the points are read anew
    void run(Work work, const QString &text);
    void take(Result<PointList> list, const QString &text);

    std::shared_ptr<Project> project_;
    std::uint64_t number_ = 0;
    bool isRead_ = false;
    PointList list_;
    std::string stored_; // the latest that was to be
    JobQueue queue_;
};

} // namespace tagscope::ui

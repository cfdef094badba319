// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fusion/point_library.h"

#include "core/base/atomic_file.h"
#include "core/base/file_content.h"
#include "ui/base/core_text.h"
#include "ui/base/text.h"

#include <algorithm>
#include <utility>

namespace tagscope::ui {
namespace {

constexpr std::uintmax_t kMostBytes = 64U << 20U; // of a file of points, however many

Result<std::string> contentOf(const std::filesystem::path &file) {
    std::error_code error;
    if (const auto bytes = std::filesystem::file_size(file, error); error || bytes > kMostBytes)
        return fail(Error::Kind::Unreadable, {"ui.points_not_read", file});
    return readWholeFile(file, kMostBytes);
}

} // namespace

PointLibrary::PointLibrary(QObject *parent) : QObject(parent), queue_({"points", tr("Operating points")}) {
    queue_.setCancel(nullptr);
}

void PointLibrary::setProject(std::shared_ptr<Project> project) {
    project_ = std::move(project);
    ++number_;
    isRead_ = false;
    list_ = {};
    stored_.clear();
    Q_EMIT changed();
    reload();
}

void PointLibrary::reload() {
    run([](Project &) { return Result<void>(); }, {});
}

std::optional<NamedOperatingPoint> PointLibrary::find(const std::string &name) const {
    const auto found = std::find_if(list_.points.begin(), list_.points.end(),
                                    [&name](const NamedOperatingPoint &point) { return point.name == name; });
    return found == list_.points.end() ? std::nullopt : std::optional(*found);
}

std::string PointLibrary::freeName(const std::string &wanted) const {
    std::string name = wanted;
    for (int number = 2; find(name); ++number)
        name = wanted + "-" + std::to_string(number);
    return name;
}

void PointLibrary::store(const NamedOperatingPoint &point) {
    stored_ = point.name;
    run(
        [point](Project &to) {
            return storePoint(to, point).and_then([&to, &point] { return choosePoint(to, point.name); });
        },
        tr("%1 has been saved.").arg(toText(point.name)));
}

void PointLibrary::storeBeside(const NamedOperatingPoint &point, const std::string &digest) {
    stored_ = point.name;
    run(
        [point, digest](Project &to) {
            return storePointBeside(to, point).and_then([&] { return rememberTuning(to, point.name, digest); });
        },
        tr("%1 has been saved.").arg(toText(point.name)));
}

void PointLibrary::choose(const std::string &name) {
    run([name](Project &in) { return choosePoint(in, name); },
        tr("%1 is now applied to the project's clips.").arg(toText(name)));
}

void PointLibrary::remove(const std::string &name) {
    run([name](Project &in) { return in.removeOperatingPoint(name); },
        tr("%1 has been removed; the history keeps it.").arg(toText(name)));
}

void PointLibrary::importFrom(const std::filesystem::path &file) {
    run(
        [file](Project &to) {
            return contentOf(file)
                .and_then([&to](const std::string &content) { return importPoints(to, content); })
                .map([](const std::vector<std::string> &) {});
        },
        tr("The operating points of %1 have been imported.").arg(fileName(file)));
}

void PointLibrary::exportTo(const std::filesystem::path &file, const std::vector<std::string> &names) {
    run(
        [file, names](const Project &from) {
            return exportPoints(from, names).and_then([&file](const std::string &content) {
                return writeFileAtomically(file, content);
            });
        },
        tr("%1 has been written.").arg(pathText(file)));
}

void PointLibrary::run(Work work, const QString &text) {
    if (!project_)
        return;
    queue_.add(
        [project = project_, work = std::move(work)](const std::stop_token &) {
            return work(*project).and_then([&project] { return pointList(*project); });
        },
        [this, number = number_, text](Result<PointList> list) {
            if (number == number_)
                take(std::move(list), text);
        });
}

void PointLibrary::take(Result<PointList> list, const QString &text) {
    if (!list) {
        if (!list.error().isCancelled())
            Q_EMIT noted(translated(list.error().message), true);
        return;
    }
    const bool hadNone = list_.points.empty();
    list_ = std::move(*list);
    if (!std::exchange(isRead_, true) || hadNone)
        Q_EMIT read();
    Q_EMIT changed();
    if (!text.isEmpty())
        Q_EMIT noted(text, false);
}

} // namespace tagscope::ui

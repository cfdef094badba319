// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/model_watch.h"

#include "ui/base/text.h"

#include <QGuiApplication>
#include <sys/stat.h>
#include <system_error>
#include <utility>

namespace tagscope::ui {

namespace {

constexpr int kQuietMilliseconds = 200;

// Itself, or what there is above it.
std::filesystem::path nearestThere(std::filesystem::path directory) {
    std::error_code error;
    while (!std::filesystem::is_directory(directory, error) && directory.has_relative_path())
        directory = directory.parent_path();
    return directory;
}

} // namespace

ModelWatch::ModelWatch(std::filesystem::path directory, QObject *parent)
    : QObject(parent), directory_(std::move(directory)), seen_(mark()) {
    pause_.setSingleShot(true);
    pause_.setInterval(kQuietMilliseconds);
    connect(&pause_, &QTimer::timeout, this, &ModelWatch::look);
    connect(&watcher_, &QFileSystemWatcher::directoryChanged, &pause_, qOverload<>(&QTimer::start));
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
        if (state == Qt::ApplicationActive)
            look();
    });
    watch();
}

ModelWatch::Mark ModelWatch::mark() const {
    struct stat facts {};
    if (directory_.empty() || ::stat((directory_ / "registry.json").c_str(), &facts) != 0)
        return {};
    constexpr std::int64_t kNanoseconds = 1'000'000'000;
    return {facts.st_dev, facts.st_ino, facts.st_mtim.tv_sec * kNanoseconds + facts.st_mtim.tv_nsec, facts.st_size};
}

void ModelWatch::watch() {
    if (directory_.empty())
        return;
    const QString place = pathText(nearestThere(directory_));
    if (watcher_.directories() == QStringList{place})
        return;
    if (!watcher_.directories().isEmpty())
        watcher_.removePaths(watcher_.directories());
    watcher_.addPath(place);
}

void ModelWatch::look() {
    watch();
    if (const Mark now = mark(); std::exchange(seen_, now) != now)
        Q_EMIT changed();
}

} // namespace tagscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/file_finder.h"

#include "ui/base/delivery.h"
#include "ui/base/text.h"

#include <utility>

namespace tagscope::ui {
FileFinder::FileFinder(FindMediaFunction findMedia, QObject *parent)
    : QObject(parent), findMedia_(std::move(findMedia)) {
    delivery_.setInterval(kDeliveryMilliseconds);
    connect(&delivery_, &QTimer::timeout, this, &FileFinder::deliver);
}

FileFinder::~FileFinder() = default;

void FileFinder::run(const std::function<void(const std::stop_token &)> &work) {
    ++underWay_;
    pool_.run(work);
    delivery_.start();
}

void FileFinder::findMedia(const std::vector<std::filesystem::path> &folders) {
    run([this, folders](const std::stop_token &stop) {
        Result<std::vector<std::filesystem::path>> all;
        for (const std::filesystem::path &folder : folders) {
            Result<std::vector<std::filesystem::path>> media = findMedia_(folder, stop);
            if (!media) {
                all = tl::unexpected(media.error());
                break;
            }
            all->insert(all->end(), media->begin(), media->end());
        }
        inbox_.put(Found{folders, std::move(all)});
    });
}

void FileFinder::check(const QStringList &files) {
    run([this, files, number = ++latestCheck_](const std::stop_token &) {
        Checked report{number, {}};
        for (const QString &file : files) {
            std::error_code error;
            if (!std::filesystem::exists(toPath(file), error))
                report.missing << file;
        }
        inbox_.put(std::move(report));
    });
}

void FileFinder::deliver() {
    for (const auto &report : inbox_.drain()) {
        if (--underWay_ == 0)
            delivery_.stop();
        if (const auto *ofFiles = std::get_if<Checked>(&report)) {
            if (ofFiles->number == latestCheck_)
                Q_EMIT checked(ofFiles->missing);
            continue;
        }
        const auto &outcome = std::get<Found>(report);
        if (outcome.media)
            Q_EMIT found(outcome.folders, *outcome.media);
        else if (!outcome.media.error().isCancelled())
            Q_EMIT failed(outcome.media.error());
    }
}

} // namespace tagscope::ui

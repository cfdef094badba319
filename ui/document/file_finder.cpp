// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/file_finder.h"

#include "ui/base/text.h"

#include <utility>

namespace tagscope::ui {
namespace {

using Paths = std::vector<std::filesystem::path>;

} // namespace

FileFinder::FileFinder(FindMediaFunction findMedia, QObject *parent)
    : QObject(parent), findMedia_(std::move(findMedia)), checking_({"check", tr("Search for files")},
                                                                   [this](const Result<QStringList> &missing) {
                                                                       if (missing)
                                                                           Q_EMIT checked(*missing);
                                                                   }),
      finding_({"find", tr("Search for files")}) {}

void FileFinder::findMedia(const Paths &folders) {
    finding_.add(
        [this, folders](const std::stop_token &stop) -> Result<Paths> {
            Paths all;
            for (const std::filesystem::path &folder : folders) {
                const Result<Paths> media = findMedia_(folder, stop);
                if (!media)
                    return media;
                all.insert(all.end(), media->begin(), media->end());
            }
            return all;
        },
        [this, folders](const Result<Paths> &media) {
            if (media)
                Q_EMIT found(folders, *media);
            else if (!media.error().isCancelled())
                Q_EMIT failed(media.error());
        });
}

void FileFinder::check(const QStringList &files) {
    checking_.start([files](const std::stop_token &) -> Result<QStringList> {
        QStringList missing;
        for (const QString &file : files) {
            std::error_code error;
            if (!std::filesystem::exists(toPath(file), error))
                missing << file;
        }
        return missing;
    });
}

} // namespace tagscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/media_ahead.h"

#include <array>
#include <fstream>
#include <utility>

namespace tagscope::ui {
namespace {

constexpr int kPromptDeliveryMilliseconds = 10; // the clip that is looked at may wait for it
constexpr unsigned kMostUnderWay = 2;
constexpr std::streamsize kReadAhead = std::streamsize{16} << 20; // of a file: ten seconds of video and more

// What was read once lies in the system's memory.
void readOnce(const std::filesystem::path &file, const std::stop_token &stop) {
    std::ifstream stream(file, std::ios::binary);
    std::array<char, std::size_t{1} << 18> block{};
    std::streamsize read = 0;
    while (stream && read < kReadAhead && !stop.stop_requested()) {
        stream.read(block.data(), block.size());
        read += stream.gcount();
    }
}

} // namespace

MediaAhead::MediaAhead(QObject *parent)
    : QObject(parent), queue_({"ahead", tr("Preparing recordings")}, JobQueue::Thread::Shared, kMostUnderWay) {
    queue_.setPeriod(kPromptDeliveryMilliseconds);
}

void MediaAhead::setAnalyst(std::shared_ptr<ClipAnalyst> analyst) {
    analyst_ = std::move(analyst);
    wanted_.clear();
    forget();
}

void MediaAhead::forget() {
    queue_.forget();
    known_.clear();
    underWay_.clear();
    start();
}

void MediaAhead::want(const std::vector<ClipId> &clips) {
    wanted_ = clips;
    start();
}

const Result<std::filesystem::path> *MediaAhead::find(ClipId clip) const {
    const auto found = known_.find(clip);
    return found == known_.end() ? nullptr : &found->second;
}

void MediaAhead::start() {
    for (const ClipId clip : wanted_) {
        if (!analyst_ || underWay_.size() >= kMostUnderWay)
            return;
        if (known_.contains(clip) || !underWay_.insert(clip).second)
            continue;
        queue_.add(
            [clip, analyst = analyst_](const std::stop_token &stop) {
                Result<std::filesystem::path> media = analyst->provideMedia(clip, stop);
                if (media)
                    readOnce(*media, stop);
                return media;
            },
            [this, clip](Result<std::filesystem::path> media) {
                underWay_.erase(clip);
                known_.insert_or_assign(clip, std::move(media));
                start();
                Q_EMIT ready(clip);
            });
    }
}

} // namespace tagscope::ui

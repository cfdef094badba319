// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/media_ahead.h"

#include "ui/base/delivery.h"

#include <array>
#include <exception>
#include <fstream>
#include <utility>

namespace tagscope::ui {
namespace {

constexpr int kPromptDeliveryMilliseconds = 10; // the clip that is looked at may wait for it
constexpr std::size_t kMostUnderWay = 2;
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

MediaAhead::MediaAhead(QObject *parent) : QObject(parent) {
    delivery_.setInterval(kPromptDeliveryMilliseconds);
    connect(&delivery_, &QTimer::timeout, this, &MediaAhead::deliver);
}

MediaAhead::~MediaAhead() {
    running_.request_stop();
}

void MediaAhead::setSource(std::shared_ptr<ProjectSource> source) {
    source_ = std::move(source);
    wanted_.clear();
    forget();
}

void MediaAhead::forget() {
    running_.request_stop();
    running_ = std::stop_source();
    ++number_;
    known_.clear();
    underWay_.clear();
    delivery_.stop();
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
        if (!source_ || underWay_.size() >= kMostUnderWay)
            return;
        if (known_.contains(clip) || !underWay_.insert(clip).second)
            continue;
        pool_.run([this, number = number_, clip, source = source_,
                   stopper = running_](const std::stop_token &poolStop) mutable {
            const std::stop_callback stopWithPool(poolStop, [&stopper] { stopper.request_stop(); });
            try {
                Result<std::filesystem::path> media = source->provideMedia(clip, stopper.get_token());
                if (media)
                    readOnce(*media, stopper.get_token());
                inbox_.put({number, clip, std::move(media)});
            } catch (const std::exception &exception) {
                inbox_.put({number, clip, fail(Error::Kind::Internal, "ui.recording_not_made", exception.what())});
            }
        });
        delivery_.start();
    }
}

void MediaAhead::deliver() {
    std::vector<ClipId> told;
    for (Report &report : inbox_.drain()) {
        if (report.number != number_)
            continue;
        underWay_.erase(report.clip);
        known_.insert_or_assign(report.clip, std::move(report.media));
        told.push_back(report.clip);
    }
    start();
    if (underWay_.empty())
        delivery_.stop();
    for (const ClipId clip : told)
        Q_EMIT ready(clip);
}

} // namespace tagscope::ui

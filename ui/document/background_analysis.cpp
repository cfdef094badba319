// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/background_analysis.h"

#include "ui/base/delivery.h"

#include <exception>
#include <utility>

namespace tagscope::ui {

namespace {

constexpr int kPoliteness = 19; // behind everything

Result<std::vector<int>> analyseOne(ProjectSource &source, ClipId clip, const std::stop_token &stop) {
    try {
        const Result<std::filesystem::path> media = source.provideMedia(clip, stop);
        if (!media)
            return tl::unexpected(media.error());
        return source
            .analyse(
                clip, {}, [](double, std::string_view) {}, stop)
            .map(tagsOf);
    } catch (const std::exception &exception) {
        return fail(Error::Kind::Internal, "ui.clip_not_analysed", exception.what());
    }
}

} // namespace

std::vector<int> tagsOf(const ClipAnalysis &clip) {
    std::vector<int> tags;
    for (std::size_t k = 0; k < clip.events.size(); ++k)
        if (clip.events[k].tag)
            tags.push_back(static_cast<int>(k));
    return tags;
}

BackgroundAnalysis::BackgroundAnalysis(YieldFunction yield, QObject *parent)
    : QObject(parent), yield_(std::move(yield)) {
    delivery_.setInterval(kDeliveryMilliseconds);
    connect(&delivery_, &QTimer::timeout, this, &BackgroundAnalysis::deliver);
}

BackgroundAnalysis::~BackgroundAnalysis() {
    running_.request_stop();
}

void BackgroundAnalysis::start(std::shared_ptr<ProjectSource> source, std::vector<ClipId> clips) {
    cancel();
    if (clips.empty())
        return;
    done_ = 0;
    total_ = static_cast<int>(clips.size());
    running_ = std::stop_source();
    const std::uint64_t number = ++latest_;
    pool_.run([this, number, from = std::move(source), order = std::move(clips),
               stopper = running_](const std::stop_token &poolStop) mutable {
        const std::stop_callback stopWithPool(poolStop, [&stopper] { stopper.request_stop(); });
        work(number, *from, order, stopper.get_token());
    });
    delivery_.start();
    Q_EMIT began();
}

// On the pool's thread.
void BackgroundAnalysis::work(std::uint64_t number, ProjectSource &source, const std::vector<ClipId> &clips,
                              const std::stop_token &stop) {
    yield_(kPoliteness);
    for (const ClipId clip : clips) {
        if (stop.stop_requested())
            return;
        inbox_.put({number, clip, analyseOne(source, clip, stop)});
    }
}

void BackgroundAnalysis::cancel() {
    running_.request_stop();
    ++latest_;
    if (!delivery_.isActive())
        return;
    delivery_.stop();
    Q_EMIT ended();
}

void BackgroundAnalysis::deliver() {
    bool isNew = false;
    for (const Report &report : inbox_.drain()) {
        if (report.number != latest_)
            continue;
        ++done_;
        isNew = true;
        if (report.tags)
            Q_EMIT analysed(report.clip, *report.tags);
        else if (!report.tags.error().isCancelled())
            Q_EMIT failed(report.clip, report.tags.error());
    }
    if (isNew)
        Q_EMIT advanced();
    if (delivery_.isActive() && done_ >= total_) {
        delivery_.stop();
        Q_EMIT ended();
    }
}

} // namespace tagscope::ui

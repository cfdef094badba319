// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/why/explanation_service.h"

#include "ui/base/delivery.h"

#include <algorithm>
#include <exception>
#include <utility>

namespace tagscope::ui {

namespace {

// The events as the clip is judged now, with the answer's sound.
Occlusion judgedAs(const ClipAnalysis &clip, const Occlusion &answer) {
    Occlusion judged = answer;
    for (std::size_t k = 0; k < std::min(clip.events.size(), judged.events.size()); ++k) {
        EventResult event = clip.events[k];
        event.audio = judged.events[k].audio;
        event.audioPeak = judged.events[k].audioPeak;
        const Decision decision = decisionOf(event);
        event.fused = decision.fused();
        event.tag = decision.isTagged();
        judged.events[k] = event;
    }
    return judged;
}

} // namespace

ExplanationService::ExplanationService(QObject *parent) : QObject(parent) {
    delivery_.setInterval(kDeliveryMilliseconds);
    connect(&delivery_, &QTimer::timeout, this, &ExplanationService::deliver);
}

ExplanationService::~ExplanationService() {
    running_.request_stop();
}

ExplanationService::Key ExplanationService::keyOf(const ClipAnalysis &clip, const Question &question) {
    std::string text = clip.media.string() + '\n' + clip.mediaHash + '\n' + std::to_string(clip.start.count()) + '\n' +
                       std::to_string(clip.duration.count()) + '\n' + clip.models.crnn + '\n' + clip.models.inceptionV4;
    if (const auto *cam = std::get_if<ObjectCamQuestion>(&question); cam != nullptr && clip.video) {
        const auto index = static_cast<std::size_t>(cam->keyFrame); // which picture it is may be changed by hand
        if (index < clip.video->keyFrames.size())
            text += '\n' + std::to_string(clip.video->keyFrames[index].picture);
    }
    return {text, question};
}

void ExplanationService::ask(const Clip &clip, const Question &question, const ExplainFunction &explain) {
    cancel();
    if (const std::shared_ptr<const Answer> kept = find(*clip, question)) {
        Q_EMIT answered(kept);
        return;
    }
    key_ = keyOf(*clip, question);
    running_ = std::stop_source();
    const std::uint64_t number = ++latest_;
    pool_.run([this, number, clip, question, explain, stopper = running_](const std::stop_token &poolStop) mutable {
        const std::stop_callback stopWithPool(poolStop, [&stopper] { stopper.request_stop(); });
        work(number, *clip, question, explain, stopper.get_token());
    });
    delivery_.start();
    Q_EMIT progressed(0.0);
}

// On the pool's thread.
void ExplanationService::work(std::uint64_t number, const ClipAnalysis &clip, const Question &question,
                              const ExplainFunction &explain, const std::stop_token &stop) {
    Result<Answer> outcome = tagscope::cancelled();
    if (!stop.stop_requested()) {
        try {
            outcome = explain(
                clip, question,
                [this, number](double fraction, std::string_view) {
                    inbox_.put({number, fraction});
                },
                stop);
        } catch (const std::exception &exception) {
            outcome = fail(Error::Kind::Internal, "ui.not_explained", exception.what());
        }
    }
    inbox_.put({number, std::move(outcome)});
}

void ExplanationService::cancel() {
    running_.request_stop();
    ++latest_;
    if (!delivery_.isActive())
        return;
    delivery_.stop();
    Q_EMIT cancelled();
}

std::shared_ptr<const Answer> ExplanationService::find(const ClipAnalysis &clip, const Question &question) const {
    const Key key = keyOf(clip, question);
    const auto found = std::ranges::find(kept_, key, &Kept::key);
    if (found == kept_.end())
        return nullptr;
    if (const auto *occlusion = std::get_if<Occlusion>(found->answer.get()))
        return std::make_shared<const Answer>(judgedAs(clip, *occlusion));
    return found->answer;
}

void ExplanationService::deliver() {
    std::vector<Report> reports = inbox_.drain();
    std::erase_if(reports, [this](const Report &report) { return report.number != latest_; });
    if (reports.empty())
        return;
    if (const auto *outcome = std::get_if<Result<Answer>>(&reports.back().content))
        end(*outcome);
    else
        Q_EMIT progressed(std::get<double>(reports.back().content)); // the last one says it all
}

void ExplanationService::end(const Result<Answer> &outcome) {
    delivery_.stop();
    if (outcome) {
        kept_.push_back({key_, std::make_shared<const Answer>(*outcome)});
        if (kept_.size() > kKept)
            kept_.pop_front();
        Q_EMIT answered(kept_.back().answer);
    } else if (outcome.error().isCancelled()) {
        Q_EMIT cancelled();
    } else {
        Q_EMIT failed(outcome.error());
    }
}

} // namespace tagscope::ui

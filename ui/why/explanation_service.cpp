// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/why/explanation_service.h"

#include <algorithm>
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
        decide(event);
        judged.events[k] = event;
    }
    return judged;
}

} // namespace

ExplanationService::ExplanationService(QObject *parent)
    : QObject(parent),
      job_({"explanation", tr("Explanation")}, [this](const Result<Answer> &answer) { take(answer); }) {
    job_.onProgress([this](double fraction, const QString &) { Q_EMIT progressed(fraction); });
    job_.setCancel([this] { cancel(); });
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
    job_.start([clip, question, explain](const std::stop_token &stop, const auto &report) {
        return explain(*clip, question, report.progress, stop);
    });
    Q_EMIT progressed(0.0);
}

void ExplanationService::cancel() {
    if (!job_.isRunning())
        return;
    job_.forget();
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

void ExplanationService::take(const Result<Answer> &answer) {
    if (answer) {
        kept_.push_back({key_, std::make_shared<const Answer>(*answer)});
        if (kept_.size() > kKept)
            kept_.pop_front();
        Q_EMIT answered(kept_.back().answer);
    } else if (answer.error().isCancelled()) {
        Q_EMIT cancelled();
    } else {
        Q_EMIT failed(answer.error());
    }
}

} // namespace tagscope::ui

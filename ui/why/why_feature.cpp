// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/why/why_feature.h"

#include "ui/tracks/clip_view.h"
#include "ui/why/why_chain.h"
#include "ui/why/why_panel.h"

#include <algorithm>
#include <ranges>
#include <tuple>
#include <utility>

namespace tagscope::ui {

WhyFeature::WhyFeature(const FeatureContext &context, ClipView &tracks) : Feature(context) {
    auto *why = new WhyPanel(context.sources, context.view);
    addDock({.name = QStringLiteral("why"),
             .title = tr("Why"),
             .content = why,
             .place = 20,
             .keys = {},
             .workspaces = {Workspace::Explain, Workspace::Audit},
             .area = Qt::RightDockWidgetArea,
             .width = 0.37});
    why->setExplain([this](const ShownClip &shown) { return explainOf(shown); });
    connect(&context.clip, &CurrentClip::changed, why,
            [why, before = std::shared_ptr<const ClipAnalysis>()](const ShownClip &shown) mutable {
                if (std::exchange(before, shown.analysis) != shown.analysis)
                    why->setClip(shown.concealed.isBare ? ShownClip() : shown);
                why->setNotice(shown);
            });
    // After the tracks, which choose nothing when they open a clip.
    connect(&context.clip, &CurrentClip::changed, this, &WhyFeature::chooseStrongest);
    connect(why, &WhyPanel::ownModelsAsked, &context.clip, &CurrentClip::ownModelsAsked);
    connect(why, &WhyPanel::analysisAsked, &context.clip, &CurrentClip::analysisAsked);
    WhyChain &chain = why->chain();
    connect(&chain, &WhyChain::attributionShown, &tracks, &ClipView::setAttribution);
    connect(&chain, &WhyChain::said, this, context.say);
    connect(&chain, &WhyChain::modelsAsked, &context.clip, &CurrentClip::modelsAsked);
    addEntry("clip", 401, "why.explain", tr("E&xplain the event's sound"), Qt::Key_X,
             [&chain] { chain.explainSound(); });
    addEntry("clip", 402, "why.silence", tr("&Silence the selection"), Qt::SHIFT | Qt::Key_X,
             [&chain] { chain.silenceSelection(); });
}

// What a person asks about first. Not in a blind sitting, where the choice would tell of the tags.
void WhyFeature::chooseStrongest(const ShownClip &shown) {
    if (!shown.analysis || shown.analysis->events.empty() || context_.view.event() || shown.concealed != Concealed{})
        return;
    const std::vector<EventResult> &events = shown.analysis->events;
    // The strongest tag, else the strongest of the labels, else the most probable event.
    const auto rank = [&](std::size_t k) {
        const bool isLabelled =
            shown.labels && std::ranges::find(*shown.labels, static_cast<int>(k)) != shown.labels->end();
        return std::tuple(events[k].tag, isLabelled, events[k].fused.value_or(events[k].audio.value_or(-1.0)));
    };
    context_.view.setEvent(
        static_cast<int>(std::ranges::max(std::views::iota(std::size_t{0}, events.size()), {}, rank)));
}

// A project's clips are explained with the project's models, others with the registered ones.
ExplainFunction WhyFeature::explainOf(const ShownClip &shown) const {
    const std::shared_ptr<const OpenProject> project = context_.document.project();
    if (!shown.clip || !project)
        return context_.sources.explain;
    return [analyst = project->analyst](const ClipAnalysis &clip, const Question &question, const Progress &progress,
                                        const std::stop_token &stop) {
        return analyst->explain(clip, question, progress, stop);
    };
}

} // namespace tagscope::ui

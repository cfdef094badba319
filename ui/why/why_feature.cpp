// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clips/project_desk.h"
#include "ui/tracks/clip_view.h"
#include "ui/why/why_chain.h"
#include "ui/why/why_panel.h"
#include "ui/window/main_window.h"

#include <QMenu>

namespace tagscope::ui {

void MainWindow::makeWhy() {
    // A project's clips are explained with the project's models, others with the registered ones.
    why_->setExplain([this](const ShownClip &shown) -> ExplainFunction {
        const std::shared_ptr<const OpenProject> project = desk_->session().project();
        if (!shown.clip || !project)
            return sources_.explain;
        return [source = project->source](const ClipAnalysis &clip, const Question &question, const Progress &progress,
                                          const std::stop_token &stop) {
            return source->explain(clip, question, progress, stop);
        };
    });
    WhyChain &chain = why_->chain();
    connect(&chain, &WhyChain::attributionShown, clipView_, &ClipView::setAttribution);
    clipMenu_->addSeparator();
    addEntry(
        *clipMenu_, tr("E&xplain the event's sound"), QKeySequence(Qt::Key_X), [&chain] { chain.explainSound(); },
        QStringLiteral("why.explain"));
    addEntry(
        *clipMenu_, tr("&Silence the selection"), QKeySequence(Qt::SHIFT | Qt::Key_X),
        [&chain] { chain.silenceSelection(); }, QStringLiteral("why.silence"));
}

} // namespace tagscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fusion/fusion_feature.h"

#include "ui/fusion/fusion_controller.h"
#include "ui/fusion/fusion_panel.h"

#include <QDockWidget>

namespace tagscope::ui {

FusionFeature::FusionFeature(const FeatureContext &context)
    : Feature(context), fusion_(new FusionController(context.document, context.point, context.document.undo(), this)) {
    FusionPanel *panel = fusion_->panel();
    QDockWidget *dock = addDock({.name = QStringLiteral("fusion"),
                                 .title = tr("Fusion and thresholds"),
                                 .content = panel,
                                 .place = 70,
                                 .keys = Qt::CTRL | Qt::SHIFT | Qt::Key_F,
                                 .workspaces = {Workspace::Tune},
                                 .height = 0.55});
    addEntry("project", 102, *dock->toggleViewAction());
    context.clip.setStep(CurrentClip::Step::Judgement, [this](ShownClip &shown) {
        if (shown.clip) // media beside the project have their own
            shown.analysis = context_.point.apply(shown.analysis);
    });
    connect(&context.point, &CurrentPoint::changed, &context.clip, &CurrentClip::refresh);
    connect(&context.point, &CurrentPoint::tuningAsked, panel, [this, panel, dock] {
        context_.present(*dock);
        panel->tune();
    });
    connect(panel, &FusionPanel::clipAsked, &context.clip, &CurrentClip::eventAsked);
    connect(panel, &FusionPanel::eventChosen, this, [this](int event) {
        if (event >= 0 && context_.clip.analysis())
            context_.view.setEvent(event);
    });
    connect(&context.view, &ViewState::eventChanged, panel, [this, panel] {
        if (context_.view.event())
            panel->chooseEvent(*context_.view.event());
    });
}

} // namespace tagscope::ui

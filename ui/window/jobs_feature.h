// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/feature.h"

class QStatusBar;

namespace tagscope::ui {

class ClipsFeature;
class EvaluationFeature;
class FusionFeature;
class JobsPanel;
class TrainingFeature;
class WorkLogModel;

// What goes on in the window and what came of it, in one place.
class JobsFeature : public Feature {
    Q_OBJECT

public:
    JobsFeature(const FeatureContext &context, ClipsFeature &clips, TrainingFeature &training, FusionFeature &fusion,
                EvaluationFeature &evaluation, QStatusBar &status);
};

} // namespace tagscope::ui

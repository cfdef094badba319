// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/feature.h"
#include "ui/training/compared_run.h"
#include "ui/training/training_service.h"

namespace tagscope::ui {

class ProjectClips;

// Training of audio networks on the open project.
class TrainingFeature : public Feature {
    Q_OBJECT

public:
    // A run's activations are shown of the project's clips.
    TrainingFeature(const FeatureContext &context, ProjectClips &project);

    [[nodiscard]] TrainingService &service() { return service_; }

private:
    TrainingService service_;
    ComparedRun compared_;
};

} // namespace tagscope::ui

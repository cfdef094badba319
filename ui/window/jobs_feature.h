// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/feature.h"

class QStatusBar;

namespace tagscope::ui {

// What goes on in the window and what came of it, in one place. Jobs list themselves (ui/base/job_registry.h).
class JobsFeature : public Feature {
    Q_OBJECT

public:
    JobsFeature(const FeatureContext &context, QStatusBar &status);
};

} // namespace tagscope::ui

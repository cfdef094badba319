// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/feature.h"

namespace tagscope::ui {

class FusionController;

// Weights and thresholds, by which every clip is judged.
class FusionFeature : public Feature {
    Q_OBJECT

public:
    explicit FusionFeature(const FeatureContext &context);

private:
    FusionController *fusion_;
};

} // namespace tagscope::ui

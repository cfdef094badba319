// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/feature.h"

namespace tagscope::ui {

class EvaluationPanel;

// How well the open project's systems do.
class EvaluationFeature : public Feature {
    Q_OBJECT

public:
    explicit EvaluationFeature(const FeatureContext &context);

private:
    EvaluationPanel *panel_;
};

} // namespace tagscope::ui

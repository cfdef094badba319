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

    // Asks for a file, with the labels as the audit leaves them chosen, and writes it.
    void exportCorrected();

private:
    EvaluationPanel *panel_;
};

} // namespace tagscope::ui

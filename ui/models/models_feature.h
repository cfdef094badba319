// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/feature.h"

namespace tagscope::ui {

class ClipsFeature;
class ModelsDialog;
class ModelWatch;

// The models that analyses are made with: the dialog to register them, and what follows when others are registered.
class ModelsFeature : public Feature {
    Q_OBJECT

public:
    ModelsFeature(const FeatureContext &context, ClipsFeature &clips);

    void showDialog();

private:
    void followModels();

    ClipsFeature &clips_;
    ModelWatch *watch_;
    ModelsDialog *dialog_ = nullptr; // made when it is first asked for
};

} // namespace tagscope::ui

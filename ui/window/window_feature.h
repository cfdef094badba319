// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/feature.h"

class QMainWindow;

namespace tagscope::ui {

// The entries of the window itself: undo, the theme, the language, help.
class WindowFeature : public Feature {
    Q_OBJECT

public:
    WindowFeature(const FeatureContext &context, QMainWindow &window);

private:
    void addUndo();
    void addChoices();
};

} // namespace tagscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/feature.h"

namespace tagscope::ui {

class EventsDialog;

// Changing the events of the open project.
class EventsFeature : public Feature {
    Q_OBJECT

public:
    explicit EventsFeature(const FeatureContext &context);

private:
    void showDialog();
    void fill();
    [[nodiscard]] QString whyNot() const; // empty: they can be changed

    EventsDialog *dialog_ = nullptr; // made when it is first wanted
    QAction *entry_;
};

} // namespace tagscope::ui

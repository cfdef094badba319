// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/feature.h"

namespace tagscope::ui {

class ClipView;

// Everything behind a tag.
class WhyFeature : public Feature {
    Q_OBJECT

public:
    // What the sound spoke for is drawn over the tracks.
    WhyFeature(const FeatureContext &context, ClipView &tracks);

private:
    void chooseStrongest(const ShownClip &shown);
    [[nodiscard]] ExplainFunction explainOf(const ShownClip &shown) const;
};

} // namespace tagscope::ui

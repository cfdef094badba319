// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

class QMainWindow;

namespace tagscope::ui {

class Feature;
class FilesFeature;
class TracksFeature;
struct FeatureContext;

// What the window is made of, and what of it the window itself talks to.
struct Features {
    std::vector<Feature *> all;
    FilesFeature *files = nullptr;
    TracksFeature *tracks = nullptr;
};

// `window`: where the docks and entries will be, of which the audit hides some.
[[nodiscard]] Features makeFeatures(const FeatureContext &context, QMainWindow &window);

} // namespace tagscope::ui

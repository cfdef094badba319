// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/feature.h"

#include <filesystem>
#include <vector>

namespace tagscope::ui {

// Brings another system's scores or activations into the open project, as a source beside the others, in a dialog that
// deletes itself when it is closed. Says so where no project is open.
void offerScores(const FeatureContext &context, const std::vector<std::filesystem::path> &files);

} // namespace tagscope::ui

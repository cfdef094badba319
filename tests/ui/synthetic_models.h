// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/model_source.h"

namespace tagscope::test {

// Registered models as the window asks for them: nothing is registered, AlexNet is published twice, Inception-v4 and
// vectors once. Fetching takes a while, may be stopped, and registers what was asked for.
[[nodiscard]] ui::ModelSource syntheticModels();

} // namespace tagscope::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/clip_analysis.h"

#include <QByteArray>

namespace tagscope::ui {

// Numbers as a program reads them, whatever the person's locale. Empty where the clip lacks the stage.

// Step, its start in seconds, and a column for each event: the activations.
[[nodiscard]] QByteArray activationsCsv(const ClipAnalysis &clip);

// Frame, its start in seconds, and a column for each mel band: what the audio network is given, before it is
// normalised.
[[nodiscard]] QByteArray logMelCsv(const ClipAnalysis &clip);

} // namespace tagscope::ui

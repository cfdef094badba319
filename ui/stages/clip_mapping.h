// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/clip_analysis.h"
#include "core/base/matrix.h"

#include <QByteArray>
#include <memory>

namespace tagscope::ui {

// How the objects of one clip are given to the events. A value.
struct ClipMapping {
    std::shared_ptr<const ClipAnalysis> clip; // null: nothing
    Matrix cosine; // the clip's objects x events, NaN where a vector is missing; empty where it is not known
    Matrix share;  // likewise: what share of the object's probability the event receives; empty without a mapping

    [[nodiscard]] std::size_t objects() const { return clip && clip->video ? clip->video->objects.size() : 0; }
    [[nodiscard]] std::size_t events() const { return clip ? clip->settings.events.size() : 0; }
    // What the event receives of the object.
    [[nodiscard]] double flow(std::size_t object, std::size_t event) const;
    // What of the object goes nowhere.
    [[nodiscard]] double lost(std::size_t object) const;
};

// `cosine`: of all objects with all events; null or empty where there is none.
[[nodiscard]] ClipMapping mappingOf(std::shared_ptr<const ClipAnalysis> clip, const Matrix *cosine);

// Object, its probability, event, cosine, share and what flows, a row each pair; numbers as a program reads them.
[[nodiscard]] QByteArray flowCsv(const ClipMapping &mapping);

} // namespace tagscope::ui

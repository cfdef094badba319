// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/clip_analysis.h"

#include <QObject>
#include <memory>
#include <optional>
#include <string>

namespace tagscope::ui {

// The weights and thresholds by which the window judges every clip of the project. GUI thread.
class CurrentPoint : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    // Nothing: those that each analysis was made with. `name`: of the chosen point, which may have been changed since;
    // empty: none was chosen.
    void set(std::optional<OperatingPoint> point, const std::string &name = {}, bool isMoved = false);
    [[nodiscard]] const std::string &name() const { return name_; }
    [[nodiscard]] bool isMoved() const { return isMoved_; } // since it was stored
    [[nodiscard]] const std::optional<OperatingPoint> &point() const { return point_; }

    // The analysis as judged by the point; itself where that changes nothing or is made for other events. Immediate.
    [[nodiscard]] std::shared_ptr<const ClipAnalysis> apply(std::shared_ptr<const ClipAnalysis> analysis) const;

Q_SIGNALS:
    void changed();
    void tuningAsked(); // by whoever misses a point

private:
    std::optional<OperatingPoint> point_;
    std::string name_;
    bool isMoved_ = false;
};

} // namespace tagscope::ui

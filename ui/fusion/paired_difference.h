// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/workbench_contents.h"
#include "core/fusion/bootstrap.h"
#include "ui/base/job.h"

#include <QObject>
#include <QTimer>
#include <memory>
#include <optional>

namespace tagscope::ui {

// Micro F1 of one operating point less that of another on the same clips, with what chance may do to it. Computed on a
// thread of its own a moment after the last request; earlier requests are dropped. Lives on the GUI thread.
class PairedDifference : public QObject {
    Q_OBJECT

public:
    explicit PairedDifference(QObject *parent = nullptr);

    // What was known is no longer true until the new one is there.
    void want(std::shared_ptr<const WorkbenchContents> contents, bool isAudible, OperatingPoint first,
              OperatingPoint second);
    void forget();
    [[nodiscard]] const std::optional<F1Difference> &known() const { return known_; }

Q_SIGNALS:
    void changed();

private:
    struct Request {
        std::shared_ptr<const WorkbenchContents> contents;
        bool isAudible = false;
        OperatingPoint first;
        OperatingPoint second;
    };
    void start();

    std::optional<Request> request_;
    std::optional<F1Difference> known_;
    QTimer pause_; // after the last request
    Job<F1Difference> job_;
};

} // namespace tagscope::ui

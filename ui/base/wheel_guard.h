// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace tagscope::ui {

// Lets the wheel scroll the form that is under it: boxes and sliders take it only while they have the focus, and do not
// take the focus by it. Watches the whole application for as long as it lives.
class WheelGuard : public QObject {
    Q_OBJECT

public:
    explicit WheelGuard(QObject *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace tagscope::ui

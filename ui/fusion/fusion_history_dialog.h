// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/fusion/point_library.h"

#include <QDialog>

class QPushButton;
class QTreeWidget;

namespace tagscope::ui {

// Every operating point as it was each time when it was saved, the latest first, to be worked on again or compared
// with.
class FusionHistoryDialog : public QDialog {
    Q_OBJECT

public:
    // `library` outlives it.
    explicit FusionHistoryDialog(PointLibrary &library, QWidget *parent = nullptr);

Q_SIGNALS:
    void workAsked(const NamedOperatingPoint &point);
    void compareAsked(const NamedOperatingPoint &point);

private:
    void fill();
    [[nodiscard]] std::optional<NamedOperatingPoint> chosen() const;

    PointLibrary &library_;
    QTreeWidget *list_;
    QPushButton *work_;
    QPushButton *compare_;
};

} // namespace tagscope::ui

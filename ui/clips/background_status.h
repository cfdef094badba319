// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/background_analysis.h"

#include <QElapsedTimer>
#include <QWidget>

class QLabel;
class QProgressBar;

namespace tagscope::ui {

// In the status bar: how many of a project's clips were analysed in the background, about how long the rest takes, and
// Cancel.
class BackgroundStatus : public QWidget {
    Q_OBJECT

public:
    // `background` outlives it.
    explicit BackgroundStatus(BackgroundAnalysis &background, QWidget *parent = nullptr);

private:
    void begin();
    void advance();

    BackgroundAnalysis &background_;
    QElapsedTimer sinceStart_;
    QLabel *text_;
    QProgressBar *bar_;
};

} // namespace tagscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/shown_clip.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace tagscope::ui {

// Stands in the place of a clip's tracks while there are none: waiting, progress, or what went wrong and what to do.
class ClipStatePage : public QWidget {
    Q_OBJECT

public:
    explicit ClipStatePage(QWidget *parent = nullptr);

    void show(const ShownClip &clip);

Q_SIGNALS:
    void againAsked();

private:
    QLabel *title_;
    QLabel *state_;
    QLabel *cause_;
    QProgressBar *progress_;
    QPushButton *again_;
};

} // namespace tagscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/shown_clip.h"

#include <QFrame>

class QLabel;

namespace tagscope::ui {

// Above the tracks of a clip that was analysed without all models: which ones are missing, and the way to them. Hidden
// where none is.
class MissingModelsBar : public QFrame {
    Q_OBJECT

public:
    explicit MissingModelsBar(QWidget *parent = nullptr);

    void show(const ShownClip &shown);

Q_SIGNALS:
    void modelsAsked();

private:
    QLabel *text_;
};

} // namespace tagscope::ui

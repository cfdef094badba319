// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/figure.h"

#include <QWidget>
#include <optional>

class QComboBox;
class QFormLayout;
class QSpinBox;

namespace tagscope::ui {

class NumberBox;

// How large a figure is on paper, with choices for what journals and slides ask for; kept for the next figure.
class PrintSizeForm : public QWidget {
    Q_OBJECT

public:
    // For a widget of this shape.
    explicit PrintSizeForm(const QSize &shape, QWidget *parent = nullptr);

    // None: as on the screen.
    [[nodiscard]] std::optional<PrintSize> size() const;
    // Whether dots matter.
    void setOfDots(bool isOfDots);

Q_SIGNALS:
    void changed();

private:
    void choose(int preset);
    void follow();

    QSize shape_;
    QComboBox *presets_;
    NumberBox *width_;
    NumberBox *height_;
    NumberBox *points_;
    QSpinBox *dots_;
    QFormLayout *rows_;
    bool isOfDots_ = true;
};

} // namespace tagscope::ui

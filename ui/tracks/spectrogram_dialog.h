// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tracks/spectrogram_settings.h"

#include <QDialog>

class QComboBox;
class QSpinBox;

namespace tagscope::ui {

// The settings of the spectrogram. Stays beside the window, and each change is seen at once.
class SpectrogramDialog : public QDialog {
    Q_OBJECT

public:
    explicit SpectrogramDialog(QWidget *parent);

    void show(const SpectrogramSettings &settings);
    using QDialog::show;

Q_SIGNALS:
    void chosen(const SpectrogramSettings &settings);

private:
    void fill(const SpectrogramSettings &settings);
    [[nodiscard]] SpectrogramSettings settings() const;
    void notify();

    QComboBox *kind_;
    QSpinBox *range_;
    QComboBox *length_;
    QComboBox *window_;
};

} // namespace tagscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/spectrogram_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace tagscope::ui {

SpectrogramDialog::SpectrogramDialog(QWidget *parent)
    : QDialog(parent), kind_(new QComboBox), range_(new QSpinBox), length_(new QComboBox), window_(new QComboBox) {
    setWindowTitle(tr("Spectrogram settings"));
    for (const SpectrogramKind kind : kSpectrogramKinds)
        kind_->addItem(titleOf(kind), static_cast<int>(kind));
    for (const int samples : kSpectrumLengths)
        length_->addItem(tr("%1 samples").arg(samples), samples);
    for (const SpectrumWindow window : kSpectrumWindows)
        window_->addItem(titleOf(window), static_cast<int>(window));
    range_->setRange(SpectrogramSettings::kSmallestRange, SpectrogramSettings::kLargestRange);
    range_->setSingleStep(5);
    range_->setSuffix(tr(" dB"));
    range_->setToolTip(tr("Down from the loudest point of the clip; anything quieter gets the colour of silence."));
    length_->setToolTip(tr("A longer window separates frequencies, a shorter one moments."));

    auto *form = new QFormLayout;
    form->addRow(tr("Sho&ws"), kind_);
    form->addRow(tr("&Range"), range_);
    form->addRow(tr("Window &length"), length_);
    form->addRow(tr("Window &function"), window_);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::RestoreDefaults | QDialogButtonBox::Close);
    auto *column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(buttons);

    for (QComboBox *box : {kind_, length_, window_})
        connect(box, &QComboBox::currentIndexChanged, this, &SpectrogramDialog::notify);
    connect(range_, &QSpinBox::valueChanged, this, &SpectrogramDialog::notify);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::hide);
    connect(buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, this, [this] {
        fill({});
        notify();
    });
}

void SpectrogramDialog::show(const SpectrogramSettings &shown) {
    fill(shown);
    show();
    activateWindow();
}

void SpectrogramDialog::fill(const SpectrogramSettings &shown) {
    const QSignalBlocker blockers[] = {QSignalBlocker(kind_), QSignalBlocker(range_), QSignalBlocker(length_),
                                       QSignalBlocker(window_)};
    kind_->setCurrentIndex(kind_->findData(static_cast<int>(shown.kind)));
    range_->setValue(shown.rangeDecibels);
    length_->setCurrentIndex(length_->findData(shown.spectrum.windowSamples));
    window_->setCurrentIndex(window_->findData(static_cast<int>(shown.spectrum.window)));
}

SpectrogramSettings SpectrogramDialog::settings() const {
    SpectrogramSettings chosen;
    chosen.kind = static_cast<SpectrogramKind>(kind_->currentData().toInt());
    chosen.rangeDecibels = range_->value();
    chosen.spectrum.windowSamples = length_->currentData().toInt();
    chosen.spectrum.window = static_cast<SpectrumWindow>(window_->currentData().toInt());
    return chosen;
}

void SpectrogramDialog::notify() {
    Q_EMIT chosen(settings());
}

} // namespace tagscope::ui

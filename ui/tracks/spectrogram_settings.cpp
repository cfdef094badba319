// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/spectrogram_settings.h"

#include <QCoreApplication>
#include <QSettings>
#include <algorithm>

namespace tagscope::ui {

namespace {

constexpr QLatin1String kKind("spectrogram/kind");
constexpr QLatin1String kRange("spectrogram/range");
constexpr QLatin1String kLength("spectrogram/windowSamples");
constexpr QLatin1String kWindow("spectrogram/window");

// By these the settings know them, whatever the language.
QString wordFor(SpectrogramKind kind) {
    switch (kind) {
    case SpectrogramKind::Spectrum:
        return QStringLiteral("spectrum");
    case SpectrogramKind::NetworkInput:
        return QStringLiteral("network");
    case SpectrogramKind::NormalisedInput:
        return QStringLiteral("normalised");
    }
    return {};
}

QString wordFor(SpectrumWindow window) {
    switch (window) {
    case SpectrumWindow::Hann:
        return QStringLiteral("hann");
    case SpectrumWindow::Hamming:
        return QStringLiteral("hamming");
    case SpectrumWindow::Blackman:
        return QStringLiteral("blackman");
    }
    return {};
}

QString text(const char *source) {
    return QCoreApplication::translate("SpectrogramSettings", source);
}

} // namespace

QString titleOf(SpectrogramKind kind) {
    switch (kind) {
    case SpectrogramKind::Spectrum:
        return text(QT_TRANSLATE_NOOP("SpectrogramSettings", "Short-time spectrum"));
    case SpectrogramKind::NetworkInput:
        return text(QT_TRANSLATE_NOOP("SpectrogramSettings", "Network input (dB)"));
    case SpectrogramKind::NormalisedInput:
        return text(QT_TRANSLATE_NOOP("SpectrogramSettings", "Network input, normalised"));
    }
    return {};
}

QString titleOf(SpectrumWindow window) {
    switch (window) {
    case SpectrumWindow::Hann:
        return text(QT_TRANSLATE_NOOP("SpectrogramSettings", "Hann"));
    case SpectrumWindow::Hamming:
        return text(QT_TRANSLATE_NOOP("SpectrogramSettings", "Hamming"));
    case SpectrumWindow::Blackman:
        return text(QT_TRANSLATE_NOOP("SpectrogramSettings", "Blackman"));
    }
    return {};
}

SpectrogramSettings storedSpectrogramSettings() {
    const QSettings settings;
    SpectrogramSettings stored;
    for (const SpectrogramKind kind : kSpectrogramKinds)
        if (settings.value(kKind).toString() == wordFor(kind))
            stored.kind = kind;
    for (const SpectrumWindow window : kSpectrumWindows)
        if (settings.value(kWindow).toString() == wordFor(window))
            stored.spectrum.window = window;
    const int length = settings.value(kLength).toInt();
    if (std::ranges::find(kSpectrumLengths, length) != kSpectrumLengths.end())
        stored.spectrum.windowSamples = length;
    const int range = settings.value(kRange).toInt();
    if (range >= SpectrogramSettings::kSmallestRange && range <= SpectrogramSettings::kLargestRange)
        stored.rangeDecibels = range;
    return stored;
}

void store(const SpectrogramSettings &chosen) {
    QSettings settings;
    settings.setValue(kKind, wordFor(chosen.kind));
    settings.setValue(kWindow, wordFor(chosen.spectrum.window));
    settings.setValue(kLength, chosen.spectrum.windowSamples);
    settings.setValue(kRange, chosen.rangeDecibels);
}

} // namespace tagscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/clip_csv.h"

#include "ui/base/shown_table.h"
#include "ui/base/text.h"

namespace tagscope::ui {

namespace {

constexpr int kDigits = 9; // of a float: what is read is what was written

QByteArray csvOf(const Matrix &rows, Seconds hop, const QString &rowName, const QStringList &columnNames) {
    QByteArray lines = csvLine(QStringList{rowName, QStringLiteral("start_seconds")} + columnNames);
    for (std::size_t row = 0; row < rows.rows; ++row) {
        lines += QByteArray::number(static_cast<qulonglong>(row)) + ',' +
                 QByteArray::number(static_cast<double>(row) * hop.count(), 'g', kDigits);
        for (const float value : rows.row(row))
            lines += ',' + QByteArray::number(static_cast<double>(value), 'g', kDigits);
        lines += "\r\n";
    }
    return lines;
}

} // namespace

QByteArray activationsCsv(const ClipAnalysis &clip) {
    if (!clip.audio || clip.audio->activations.empty())
        return {};
    QStringList events;
    for (const EventClass &event : clip.settings.events)
        events << toText(event.name);
    return csvOf(clip.audio->activations, clip.audio->stepHop, QStringLiteral("step"), events);
}

QByteArray logMelCsv(const ClipAnalysis &clip) {
    if (!clip.audio || clip.audio->logMel.empty())
        return {};
    QStringList bands;
    for (std::size_t band = 0; band < clip.audio->logMel.columns; ++band)
        bands << QStringLiteral("band_%1_db").arg(band);
    return csvOf(clip.audio->logMel, clip.audio->frameHop, QStringLiteral("frame"), bands);
}

} // namespace tagscope::ui

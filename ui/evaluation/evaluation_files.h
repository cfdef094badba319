// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/report.h"

#include <QByteArray>
#include <QString>

namespace tagscope::ui {

// The report as a file's bytes, by the suffix: pdf, csv, json, anything else HTML. Any thread.
[[nodiscard]] QByteArray reportBytes(const Report &report, const QString &suffix);

} // namespace tagscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/text.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>
#include <cmath>

namespace tagscope::ui {

QString toText(const std::string &utf8) {
    return QString::fromStdString(utf8);
}

QString fileName(const std::filesystem::path &file) {
    return QString::fromStdString(file.filename().string());
}

QString pathText(const std::filesystem::path &file) {
    return QString::fromStdString(file.string());
}

std::filesystem::path toPath(const QString &text) {
    return QFile::encodeName(text).toStdString();
}

QString breakable(const QString &text) {
    constexpr int kLongestWord = 32; // characters
    QString broken;
    int length = 0; // of the word so far
    for (const QChar character : text) {
        if (length >= kLongestWord && !character.isLowSurrogate()) {
            broken += QChar(0x200B);
            length = 0;
        }
        length = character.isSpace() ? 0 : length + 1;
        broken += character;
    }
    return broken;
}

QString probabilityText(double probability) {
    return numberText(probability, 3);
}

QString numberText(double number, int decimals) {
    if (std::isinf(number))
        return number > 0 ? QStringLiteral("+∞") : QStringLiteral("−∞");
    return QLocale().toString(number, 'f', decimals);
}

QString roughly(Seconds span) {
    const double seconds = span.count();
    if (seconds < 90)
        return QCoreApplication::translate("Text", "%1 s").arg(std::ceil(seconds));
    if (seconds < 5400)
        return QCoreApplication::translate("Text", "%1 min").arg(std::round(seconds / 60));
    return QCoreApplication::translate("Text", "%1 h").arg(QLocale().toString(seconds / 3600, 'f', 1));
}

} // namespace tagscope::ui

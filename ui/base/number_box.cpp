// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/number_box.h"

#include <QLineEdit>
#include <QLocale>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace tagscope::ui {

std::optional<double> typedNumber(const QString &text) {
    QString plain;
    for (const QChar letter : text)
        if (!letter.isSpace())
            plain += letter == QLatin1Char(',') ? QLatin1Char('.')
                     : letter == QChar(0x2212)  ? QLatin1Char('-')
                                                : letter;
    bool isNumber = false;
    const double number = QLocale::c().toDouble(plain, &isNumber);
    return isNumber && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

NumberBox::NumberBox(QWidget *parent) : QDoubleSpinBox(parent) {
    setGroupSeparatorShown(false);
    // While somebody types, the start of the number is one already.
    connect(this, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        if (!lineEdit()->isModified())
            kept_ = value;
    });
    connect(this, &QDoubleSpinBox::editingFinished, this, [this] { kept_ = value(); });
}

QString NumberBox::numberIn(const QString &text) const {
    QString number = text;
    if (number.startsWith(prefix()))
        number.remove(0, prefix().size());
    if (number.endsWith(suffix()))
        number.chop(suffix().size());
    return number.trimmed();
}

QString NumberBox::textFromValue(double value) const {
    QLocale shown = locale();
    shown.setNumberOptions(QLocale::OmitGroupSeparator);
    return shown.toString(value, 'f', decimals());
}

double NumberBox::valueFromText(const QString &text) const {
    return typedNumber(numberIn(text)).value_or(kept_);
}

QValidator::State NumberBox::validate(QString &text, int &) const {
    if (!specialValueText().isEmpty() && text == specialValueText())
        return QValidator::Acceptable;
    const std::optional<double> number = typedNumber(numberIn(text));
    return number && *number >= minimum() && *number <= maximum() ? QValidator::Acceptable : QValidator::Intermediate;
}

void NumberBox::fixup(QString &text) const {
    if (const std::optional<double> number = typedNumber(numberIn(text))) {
        const double kept = std::clamp(*number, minimum(), maximum());
        if (kept != *number)
            QToolTip::showText(mapToGlobal(rect().bottomLeft()),
                               tr("From %1 to %2.").arg(textFromValue(minimum()), textFromValue(maximum())));
        text = prefix() + textFromValue(kept) + suffix();
        return;
    }
    QToolTip::showText(mapToGlobal(rect().bottomLeft()),
                       tr("“%1” is no number; %2 stays.").arg(numberIn(text), textFromValue(kept_)));
    text = prefix() + textFromValue(kept_) + suffix();
}

} // namespace tagscope::ui

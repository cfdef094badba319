// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDoubleSpinBox>
#include <QString>
#include <optional>

namespace tagscope::ui {

// The number that a person typed, whatever half of the world they learnt it in: point and comma are decimal points,
// exponents and blanks may be there, nothing groups digits. Nothing where it is no such number, such as with two
// points.
[[nodiscard]] std::optional<double> typedNumber(const QString &text);

// A box for a number with decimals that takes what typedNumber() reads. What it cannot read leaves the value from
// before, and a tooltip says so. The style test forbids the plain class elsewhere in ui/.
class NumberBox : public QDoubleSpinBox {
    Q_OBJECT

public:
    explicit NumberBox(QWidget *parent = nullptr);

    [[nodiscard]] QString textFromValue(double value) const override;
    [[nodiscard]] double valueFromText(const QString &text) const override;
    [[nodiscard]] QValidator::State validate(QString &text, int &position) const override;
    void fixup(QString &text) const override;

private:
    double kept_ = 0.0; // from before somebody typed
    // Without what stands before and after the number.
    [[nodiscard]] QString numberIn(const QString &text) const;
};

} // namespace tagscope::ui

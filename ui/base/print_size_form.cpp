// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/print_size_form.h"

#include "ui/base/number_box.h"

#include <QComboBox>
#include <QFormLayout>
#include <QSettings>
#include <QSignalBlocker>
#include <QSpinBox>
#include <algorithm>
#include <array>

namespace tagscope::ui {

namespace {

struct Preset {
    const char *name;
    double millimetres; // across
    double points;
    double height; // of the width; 0: as the view has it
};

// The columns of IEEE's and many other journals, and a slide of 16 to 9.
constexpr std::array kPresets{Preset{QT_TRANSLATE_NOOP("tagscope::ui::PrintSizeForm", "one column"), 88, 8, 0},
                              Preset{QT_TRANSLATE_NOOP("tagscope::ui::PrintSizeForm", "two columns"), 181, 8, 0},
                              Preset{QT_TRANSLATE_NOOP("tagscope::ui::PrintSizeForm", "slide"), 254, 18, 9.0 / 16.0}};
constexpr int kLeastShare = 3; // of the width, in tenths; a view that is lower becomes that high
constexpr QLatin1String kPresetKey("export/printSize");

NumberBox *numberBox(double least, double most, int decimals, const QString &unit) {
    auto *box = new NumberBox;
    box->setRange(least, most);
    box->setDecimals(decimals);
    box->setSuffix(unit);
    return box;
}

} // namespace

PrintSizeForm::PrintSizeForm(const QSize &shape, QWidget *parent)
    : QWidget(parent), shape_(shape), presets_(new QComboBox), width_(numberBox(20, 1000, 1, tr(" mm"))),
      height_(numberBox(10, 1000, 1, tr(" mm"))), points_(numberBox(4, 72, 1, tr(" pt"))), dots_(new QSpinBox),
      rows_(new QFormLayout(this)) {
    presets_->setObjectName(QStringLiteral("printSize"));
    width_->setObjectName(QStringLiteral("printWidth"));
    height_->setObjectName(QStringLiteral("printHeight"));
    points_->setObjectName(QStringLiteral("printPoints"));
    dots_->setObjectName(QStringLiteral("printDots"));
    dots_->setRange(72, 1200);
    dots_->setValue(300);
    dots_->setSuffix(tr(" dots per inch"));
    presets_->addItem(tr("as on the screen"));
    for (const Preset &preset : kPresets)
        presets_->addItem(tr(preset.name));
    rows_->setContentsMargins(0, 0, 0, 0);
    rows_->addRow(tr("&For"), presets_);
    rows_->addRow(tr("&Width"), width_);
    rows_->addRow(tr("&Height"), height_);
    rows_->addRow(tr("&Letters"), points_);
    rows_->addRow(tr("&Resolution"), dots_);
    connect(presets_, &QComboBox::currentIndexChanged, this, &PrintSizeForm::choose);
    presets_->setCurrentIndex(std::clamp(QSettings().value(kPresetKey, 0).toInt(), 0, presets_->count() - 1));
    follow();
}

void PrintSizeForm::choose(int preset) {
    QSettings().setValue(kPresetKey, preset);
    if (preset > 0) {
        const Preset &chosen = kPresets[static_cast<std::size_t>(preset - 1)];
        const double ofView = static_cast<double>(shape_.height()) / std::max(shape_.width(), 1);
        const double share = chosen.height > 0 ? chosen.height : std::clamp(ofView, kLeastShare / 10.0, 1.4);
        width_->setValue(chosen.millimetres);
        height_->setValue(share * chosen.millimetres);
        points_->setValue(chosen.points);
    }
    follow();
    Q_EMIT changed();
}

void PrintSizeForm::setOfDots(bool isOfDots) {
    isOfDots_ = isOfDots;
    follow();
}

void PrintSizeForm::follow() {
    const bool isPrint = presets_->currentIndex() > 0;
    for (QWidget *box : {static_cast<QWidget *>(width_), static_cast<QWidget *>(height_),
                         static_cast<QWidget *>(points_), static_cast<QWidget *>(dots_)}) {
        const bool isShown = isPrint && (box != dots_ || isOfDots_);
        box->setVisible(isShown);
        rows_->labelForField(box)->setVisible(isShown);
    }
}

std::optional<PrintSize> PrintSizeForm::size() const {
    if (presets_->currentIndex() <= 0)
        return std::nullopt;
    return PrintSize{{width_->value(), height_->value()}, points_->value(), dots_->value()};
}

} // namespace tagscope::ui

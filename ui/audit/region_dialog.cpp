// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/region_dialog.h"

#include "ui/base/number_box.h"
#include "ui/base/text.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QVBoxLayout>

namespace tagscope::ui {
namespace {

constexpr int kTimeDecimals = 3;
constexpr int kHertzDecimals = 1;
constexpr int kConfidenceDecimals = 4;

// As few decimals as say the number, and nothing between its thousands: a comma that is typed is a decimal point.
QString typedText(double number, int decimals) {
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    QString text = locale.toString(number, 'f', decimals);
    const QString point = locale.decimalPoint();
    if (text.contains(point)) {
        while (text.endsWith(QLatin1Char('0')))
            text.chop(1);
        if (text.endsWith(point))
            text.chop(1);
    }
    return text;
}

QWidget *fieldsBeside(QLineEdit *first, QLineEdit *second, const QString &unit) {
    auto *both = new QWidget;
    auto *row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(first, 1);
    row->addWidget(new QLabel(QStringLiteral("–")));
    row->addWidget(second, 1);
    row->addWidget(new QLabel(unit));
    return both;
}

// Whether a field is empty or holds a number, which `number` gets.
bool isNumberOrEmpty(const QLineEdit &field, std::optional<double> &number) {
    number = typedNumber(field.text());
    return number.has_value() || field.text().trimmed().isEmpty();
}

} // namespace

RegionDialog::RegionDialog(const MarkableClip &clip, const MarkedRegion &region, QWidget *parent)
    : QDialog(parent), duration_(clip.duration), before_(region), event_(new QComboBox), onset_(new QLineEdit),
      offset_(new QLineEdit), low_(new QLineEdit), high_(new QLineEdit), confidence_(new QLineEdit),
      note_(new QLineEdit), problem_(new QLabel) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Region as numbers"));
    setObjectName(QStringLiteral("regionDialog"));
    event_->setObjectName(QStringLiteral("regionEvent"));
    event_->addItems(clip.events);
    event_->setCurrentIndex(region.event);
    const auto name = [](QLineEdit *field, const char *id, const QString &spoken) {
        field->setObjectName(QLatin1String(id));
        field->setAccessibleName(spoken);
    };
    name(onset_, "regionOnset", tr("Start in seconds"));
    name(offset_, "regionOffset", tr("End in seconds"));
    name(low_, "regionLow", tr("Lowest frequency in hertz"));
    name(high_, "regionHigh", tr("Highest frequency in hertz"));
    name(confidence_, "regionConfidence", tr("Confidence"));
    name(note_, "regionNote", tr("Note"));
    onset_->setText(typedText(region.onset.count(), kTimeDecimals));
    if (region.offset > region.onset)
        offset_->setText(typedText(region.offset.count(), kTimeDecimals));
    for (QLineEdit *field : {low_, high_})
        field->setPlaceholderText(tr("full height"));
    if (region.frequencies) {
        low_->setText(typedText(region.frequencies->low, kHertzDecimals));
        high_->setText(typedText(region.frequencies->high, kHertzDecimals));
    }
    confidence_->setPlaceholderText(tr("none"));
    if (region.confidence)
        confidence_->setText(typedText(*region.confidence, kConfidenceDecimals));
    note_->setText(toText(region.note));
    problem_->setObjectName(QStringLiteral("regionProblem"));
    problem_->setWordWrap(true);
    problem_->setTextFormat(Qt::PlainText);
    problem_->hide();
    auto *fields = new QFormLayout;
    fields->addRow(tr("&Event:"), event_);
    fields->addRow(tr("&Times:"), fieldsBeside(onset_, offset_, tr("s")));
    fields->addRow(tr("&Frequencies:"), fieldsBeside(low_, high_, tr("Hz")));
    fields->addRow(tr("&Confidence:"), confidence_);
    fields->addRow(tr("&Note:"), note_);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    auto *lines = new QVBoxLayout(this);
    lines->addLayout(fields);
    lines->addWidget(problem_);
    lines->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &RegionDialog::finish);
    connect(buttons, &QDialogButtonBox::rejected, this, &RegionDialog::reject);
    onset_->setFocus();
    onset_->selectAll();
}

std::optional<MarkedRegion> RegionDialog::read(QString &problem) const {
    const std::optional<double> onset = typedNumber(onset_->text());
    const std::optional<double> offset = typedNumber(offset_->text());
    const double end = duration_.count();
    std::optional<double> low;
    std::optional<double> high;
    std::optional<double> confidence;
    if (!onset || !offset)
        problem = tr("Type the start and the end in seconds.");
    else if (*onset < 0.0 || *offset > end + kShortestRegion.count() / 2)
        problem = tr("The times must lie in the clip: between 0 and %1 s.").arg(numberText(end, kTimeDecimals));
    else if (*offset - *onset < kShortestRegion.count())
        problem = tr("The end must come at least %1 s after the start.")
                      .arg(numberText(kShortestRegion.count(), kTimeDecimals));
    else if (!isNumberOrEmpty(*low_, low) || !isNumberOrEmpty(*high_, high) || low.has_value() != high.has_value())
        problem = tr("Type both frequencies in hertz, or neither for the full height.");
    else if (low && (*low < 0.0 || *high <= *low))
        problem = tr("The highest frequency must be above the lowest, and neither below 0.");
    else if (!isNumberOrEmpty(*confidence_, confidence))
        problem = tr("The confidence is a number, or nothing.");
    if (!problem.isEmpty())
        return std::nullopt;
    MarkedRegion region = before_;
    region.event = event_->currentIndex();
    const TimeRange fitted = fittedRegion({Seconds{*onset}, Seconds{*offset}}, duration_);
    region.onset = fitted.lower;
    region.offset = fitted.upper;
    region.frequencies = low ? std::optional(RegionBand{*low, *high}) : std::nullopt;
    region.confidence = confidence;
    region.note = note_->text().trimmed().toStdString();
    return region;
}

void RegionDialog::finish() {
    QString problem;
    const std::optional<MarkedRegion> region = read(problem);
    problem_->setText(tr("✗ %1").arg(problem));
    problem_->setVisible(!region);
    if (!region)
        return;
    accept();
    Q_EMIT typed(*region);
}

} // namespace tagscope::ui

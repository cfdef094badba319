// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/take_out_dialog.h"

#include "ui/base/number_box.h"
#include "ui/base/usual_folder.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <algorithm>
#include <utility>

namespace tagscope::ui {

namespace {

QString titleOf(const ExportFormat &format) {
    const QString title = QString::fromUtf8(format.title.data(), static_cast<qsizetype>(format.title.size()));
    switch (format.layout) {
    case ExportFormat::Layout::FileForEachClip:
        return TakeOutDialog::tr("%1, one file per clip").arg(title);
    case ExportFormat::Layout::Folder:
        return TakeOutDialog::tr("%1, a folder").arg(title);
    case ExportFormat::Layout::List:
        break;
    }
    return TakeOutDialog::tr("%1, a list").arg(title);
}

const QString kFolder = QStringLiteral("evaluation/folder");

} // namespace

TakeOutDialog::TakeOutDialog(ExportContent content, const QStringList &splits, const QStringList &points,
                             const QString &point, QWidget *parent)
    : QDialog(parent), content_(new QComboBox), format_(new QComboBox), scores_(new QComboBox), split_(new QComboBox),
      point_(new QComboBox), above_(new NumberBox), plainCells_(new QCheckBox(tr("No formulas in spread&sheets"))),
      target_(new QLineEdit) {
    setWindowTitle(tr("Export labels and predictions"));
    for (const auto &[name, one] :
         {std::pair(tr("tags"), ExportContent::Tags), std::pair(tr("labels"), ExportContent::Labels),
          std::pair(tr("probabilities of clips"), ExportContent::Scores),
          std::pair(tr("activations over time"), ExportContent::Activations),
          std::pair(tr("detections: where activations are high"), ExportContent::Detections),
          std::pair(tr("verdicts of annotators"), ExportContent::Verdicts),
          std::pair(tr("verdicts with their history"), ExportContent::History),
          std::pair(tr("regions that annotators marked"), ExportContent::Regions),
          std::pair(tr("labels corrected by the audit"), ExportContent::Corrected),
          std::pair(tr("labels that the audit changes, and why"), ExportContent::Patch),
          std::pair(tr("addresses of missing media"), ExportContent::Missing)})
        content_->addItem(name, static_cast<int>(one));
    for (const auto &[name, kind] : {std::pair(tr("fused"), ScoreKind::Fused), std::pair(tr("audio"), ScoreKind::Audio),
                                     std::pair(tr("video"), ScoreKind::Video)})
        scores_->addItem(name, static_cast<int>(kind));
    split_->addItem(tr("all"), QString());
    for (const QString &split : splits)
        split_->addItem(split, split);
    if (point.isEmpty())
        point_->addItem(tr("newest"), QString());
    for (const QString &name : points)
        point_->addItem(name, name);
    point_->setCurrentIndex(std::max(0, point_->findData(point)));

    above_->setObjectName(QStringLiteral("detectionThreshold"));
    above_->setRange(0.0, 1.0);
    above_->setSingleStep(0.05);
    above_->setValue(ExportRequest().threshold);
    above_->setToolTip(tr("The activation above which an event counts as detected; steps in a row are one region."));
    plainCells_->setToolTip(tr("Puts an apostrophe before names that a spreadsheet would run as a formula."));

    auto *browseButton = new QPushButton(tr("&Browse…"));
    auto *place = new QHBoxLayout;
    place->addWidget(target_, 1);
    place->addWidget(browseButton);
    target_->setMinimumWidth(40 * fontMetrics().averageCharWidth());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    ok_ = buttons->addButton(tr("Export"), QDialogButtonBox::AcceptRole);
    auto *form = new QFormLayout(this);
    form->addRow(tr("&What:"), content_);
    form->addRow(tr("&As:"), format_);
    form->addRow(tr("O&f the clips:"), split_);
    form->addRow(tr("&Operating point:"), point_);
    form->addRow(tr("&Probabilities:"), scores_);
    form->addRow(tr("Abo&ve:"), above_);
    form->addRow(QString(), plainCells_);
    form->addRow(tr("&To:"), place);
    qobject_cast<QLabel *>(form->labelForField(place))->setBuddy(target_); // else its mark is shown
    form->addRow(buttons);
    connect(content_, &QComboBox::currentIndexChanged, this, &TakeOutDialog::followContent);
    connect(format_, &QComboBox::currentIndexChanged, this, &TakeOutDialog::followFormat);
    connect(target_, &QLineEdit::textChanged, this, &TakeOutDialog::followTarget);
    connect(browseButton, &QPushButton::clicked, this, &TakeOutDialog::browse);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    content_->setCurrentIndex(content_->findData(static_cast<int>(content)));
    followContent();
    followTarget();
}

ExportRequest TakeOutDialog::request() const {
    ExportRequest request;
    request.content = static_cast<ExportContent>(content_->currentData().toInt());
    request.format = format_->currentData().toString().toStdString();
    request.scores = static_cast<ScoreKind>(scores_->currentData().toInt());
    request.split = split_->currentData().toString().toStdString();
    request.point = point_->currentData().toString().toStdString();
    request.threshold = above_->value();
    request.forSpreadsheets = plainCells_->isEnabled() && plainCells_->isChecked();
    request.programVersion = QCoreApplication::applicationVersion().toStdString();
    return request;
}

QString TakeOutDialog::target() const {
    return target_->text().trimmed();
}

void TakeOutDialog::followContent() {
    const auto content = static_cast<ExportContent>(content_->currentData().toInt());
    format_->clear();
    for (const ExportFormat &format : formatsOf(content))
        format_->addItem(titleOf(format),
                         QString::fromUtf8(format.id.data(), static_cast<qsizetype>(format.id.size())));
    scores_->setEnabled(content == ExportContent::Scores);
    point_->setEnabled(content == ExportContent::Tags || content == ExportContent::Scores ||
                       content == ExportContent::Activations || content == ExportContent::Detections);
    above_->setEnabled(content == ExportContent::Detections);
}

void TakeOutDialog::followFormat() {
    plainCells_->setEnabled(format_->currentData().toString() == QLatin1String("csv"));
}

void TakeOutDialog::followTarget() {
    ok_->setEnabled(!target().isEmpty());
}

void TakeOutDialog::browse() {
    const QString folder = usualFolder(kFolder);
    const std::vector<ExportFormat> formats = formatsOf(request().content);
    const ExportFormat &format = formats.at(static_cast<std::size_t>(format_->currentIndex()));
    const QString chosen = format.layout != ExportFormat::Layout::List
                               ? QFileDialog::getExistingDirectory(this, tr("A new or empty directory"), folder)
                               : QFileDialog::getSaveFileName(this, tr("Export"), folder);
    if (chosen.isEmpty())
        return;
    QSettings().setValue(kFolder, QFileInfo(chosen).path());
    target_->setText(chosen);
}

} // namespace tagscope::ui

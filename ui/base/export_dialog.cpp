// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/export_dialog.h"

#include "core/base/atomic_file.h"
#include "ui/base/core_text.h"
#include "ui/base/print_size_form.h"
#include "ui/base/table_reading.h"
#include "ui/base/text.h"
#include "ui/base/usual_folder.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QThreadPool>
#include <utility>

namespace tagscope::ui {

namespace {

constexpr int kScales[] = {1, 2, 3, 4};
constexpr int kScaleAtFirst = 1; // index of twice the screen's points, which print well

QString suffixOf(int format) {
    static const QString suffixes[] = {QStringLiteral(".png"), QStringLiteral(".svg"), QStringLiteral(".pdf"),
                                       QStringLiteral(".csv")};
    return suffixes[format];
}

QString folderKey() {
    return QStringLiteral("window/exportFolder");
}

QString proposedFolder() {
    return usualFolder(folderKey());
}

// Without what file systems and shells stumble over.
QString fileNameOf(const QString &name) {
    QString safe = name.trimmed();
    for (QChar &letter : safe)
        if (!letter.isLetterOrNumber() && letter != QLatin1Char('.') && letter != QLatin1Char('_'))
            letter = QLatin1Char('-');
    return safe.isEmpty() ? QStringLiteral("tagscope") : safe;
}

QString nameOf(const Figure &figure) {
    const QString subject = figure.subject ? figure.subject() : QString();
    return subject.isEmpty() ? figure.name : figure.name + QLatin1Char(' ') + subject;
}

} // namespace

ExportDialog::ExportDialog(QAbstractItemView &table, const QString &name)
    : ExportDialog(table, &table, Figure{.name = name, .paint = {}, .data = {}}) {}

ExportDialog::ExportDialog(QWidget &widget, const Figure &figure) : ExportDialog(widget, nullptr, figure) {}

ExportDialog::ExportDialog(QWidget &shown, QAbstractItemView *table, const Figure &figure)
    : QDialog(shown.window()), shown_(&shown), table_(table), figure_(figure), format_(new QComboBox),
      scale_(new QComboBox), scaleName_(new QLabel(tr("S&ize"))), print_(new PrintSizeForm(shown.size())),
      file_(new QLineEdit), message_(new QLabel), save_(nullptr) {
    setObjectName(QStringLiteral("export"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Export"));
    if (table == nullptr) {
        format_->addItem(tr("Image (PNG)"), Png);
        format_->addItem(tr("Vector graphics (SVG)"), Svg);
        format_->addItem(tr("Vector graphics (PDF)"), Pdf);
    }
    if (table != nullptr || figure_.data)
        format_->addItem(tr("Data (CSV)"), Csv);
    for (const int scale : kScales)
        scale_->addItem(tr("%1 × %2 pixels").arg(scale * shown.width()).arg(scale * shown.height()), scale);
    scale_->setCurrentIndex(kScaleAtFirst);
    makeRows();
    connect(&shown, &QObject::destroyed, this, &QDialog::reject);
    connect(format_, &QComboBox::currentIndexChanged, this, &ExportDialog::followFormat);
    connect(print_, &PrintSizeForm::changed, this, &ExportDialog::followFormat);
    connect(file_, &QLineEdit::textChanged, this, &ExportDialog::followFile);
    file_->setText(QDir(proposedFolder()).filePath(fileNameOf(nameOf(figure_)) + suffixOf(format())));
    followFormat();
    save_->setFocus();
}

void ExportDialog::makeRows() {
    format_->setObjectName(QStringLiteral("format"));
    scale_->setObjectName(QStringLiteral("scale"));
    file_->setObjectName(QStringLiteral("file"));
    file_->setMinimumWidth(40 * fontMetrics().averageCharWidth());
    message_->setObjectName(QStringLiteral("message"));
    message_->setWordWrap(true);
    message_->setTextFormat(Qt::PlainText);
    message_->setMinimumHeight(2 * fontMetrics().lineSpacing()); // room for what there may be to say
    message_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *browse = new QPushButton(tr("&Browse…"));
    auto *place = new QHBoxLayout;
    place->addWidget(file_, 1);
    place->addWidget(browse);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    save_ = buttons->button(QDialogButtonBox::Save);
    auto *rows = new QFormLayout(this);
    rows->addRow(tr("F&ormat"), format_);
    rows->addRow(print_);
    rows->addRow(scaleName_, scale_);
    rows->addRow(tr("&File"), place);
    qobject_cast<QLabel *>(rows->labelForField(place))->setBuddy(file_);
    scaleName_->setBuddy(scale_);
    rows->addRow(message_);
    rows->addRow(buttons);
    connect(browse, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

ExportDialog::Format ExportDialog::format() const {
    return static_cast<Format>(format_->currentData().toInt());
}

void ExportDialog::followFormat() {
    const bool isScaled = format() == Png && !print_->size();
    scale_->setVisible(isScaled);
    scaleName_->setVisible(isScaled);
    print_->setVisible(table_ == nullptr && format() != Csv);
    print_->setOfDots(format() == Png);
    const QFileInfo info(file_->text());
    if (!info.fileName().isEmpty())
        file_->setText(info.dir().filePath(info.completeBaseName() + suffixOf(format())));
    followFile();
}

void ExportDialog::followFile() {
    const QFileInfo info(file_->text());
    const bool isThere = info.exists();
    if (isThere)
        notify(tr("There is already a file of this name. It will be replaced."));
    else
        notify(info.dir().exists() ? QString() : tr("The folder does not exist yet. It will be created."));
    save_->setText(isThere ? tr("&Replace") : tr("&Save"));
    save_->setEnabled(!file_->text().trimmed().isEmpty());
}

// Not by QFileDialog's own function, which crashes where this dialog goes with what it shows while a file is chosen.
void ExportDialog::browse() {
    auto *files = new QFileDialog(this, tr("Export"), {}, QLatin1Char('*') + suffixOf(format()));
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setAcceptMode(QFileDialog::AcceptSave);
    files->setOption(QFileDialog::DontConfirmOverwrite); // the dialog says so itself
    files->selectFile(file_->text());
    connect(files, &QFileDialog::fileSelected, this, [this](const QString &chosen) {
        file_->setText(QFileInfo(chosen).suffix().isEmpty() ? chosen + suffixOf(format()) : chosen);
    });
    files->open();
}

void ExportDialog::save() {
    if (!shown_)
        return;
    setBusy(true);
    if (table_) {
        auto *reading = new TableReading(*table_, this);
        connect(reading, &TableReading::finished, this, [this, reading](const QByteArray &csv) {
            reading->deleteLater();
            write([csv] { return csv; });
        });
        connect(reading, &TableReading::changed, this, [this, reading] {
            reading->deleteLater();
            setBusy(false);
            notify(tr("The table changed while it was being read. Try again."));
        });
        return;
    }
    switch (format()) {
    case Csv:
        write([csv = figure_.data()] { return csv; });
        return;
    case Svg:
        draw(FigureFormat::Svg);
        return;
    case Pdf:
        draw(FigureFormat::Pdf);
        return;
    case Png:
        draw(FigureFormat::Png);
        return;
    }
}

void ExportDialog::draw(FigureFormat format) {
    if (const std::optional<PrintSize> size = print_->size())
        write(drawFigure(*shown_, figure_, format, *size));
    else
        write(drawFigure(*shown_, figure_, format, format == FigureFormat::Png ? scale_->currentData().toInt() : 1));
}

void ExportDialog::write(Encoding encoding) {
    const QString file = QDir::cleanPath(QDir().absoluteFilePath(file_->text().trimmed()));
    const QPointer<ExportDialog> dialog(this);
    QThreadPool::globalInstance()->start([encoding = std::move(encoding), file, dialog] {
        const QByteArray bytes = encoding();
        Result<void> written =
            bytes.isEmpty()
                ? Result<void>(
                      fail(Error::Kind::Inconsistent,
                           plainText(tr("There is not enough memory for an image of this size. Choose a smaller one.")
                                         .toStdString())))
                : writeFileAtomically(toPath(file), {bytes.constData(), static_cast<size_t>(bytes.size())});
        QMetaObject::invokeMethod(QCoreApplication::instance(), [dialog, file, written = std::move(written)] {
            if (dialog)
                dialog->finish(file, written);
        });
    });
}

void ExportDialog::finish(const QString &file, const Result<void> &written) {
    setBusy(false);
    if (!written) {
        notify(translated(written.error().message));
        return;
    }
    QSettings().setValue(folderKey(), QFileInfo(file).path());
    Q_EMIT exported(file);
    accept();
}

void ExportDialog::notify(const QString &problem) {
    message_->setText(problem);
}

void ExportDialog::setBusy(bool isBusy) {
    save_->setEnabled(!isBusy);
    format_->setEnabled(!isBusy);
    scale_->setEnabled(!isBusy);
    file_->setEnabled(!isBusy);
    if (isBusy)
        notify(tr("Writing…"));
}

} // namespace tagscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clips/import_form.h"

#include "ui/base/core_text.h"
#include "ui/base/count_text.h"
#include "ui/base/form_fields.h"
#include "ui/base/text.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>
#include <limits>

namespace tagscope::ui {
namespace {

constexpr int kMostValidationClips = 1'000'000;
constexpr qsizetype kMostLabelsShown = 12;

} // namespace

QWidget *withBrowseButton(QLineEdit *line, const std::function<QString(const QString &)> &ask) {
    auto *both = new QWidget;
    auto *across = new QHBoxLayout(both);
    across->setContentsMargins(0, 0, 0, 0);
    auto *browse = new QPushButton(ImportForm::tr("Browse…"));
    across->addWidget(line, 1);
    across->addWidget(browse);
    QObject::connect(browse, &QPushButton::clicked, line, [line, ask] {
        const QString chosen = ask(line->text());
        if (!chosen.isEmpty())
            line->setText(chosen);
    });
    return both;
}

ImportForm::ImportForm(bool canAddEvents, QWidget *parent)
    : QWidget(parent), lists_(new QListWidget), media_(new QLineEdit), split_(new QLineEdit), validation_(new QSpinBox),
      seed_(new QSpinBox), subfolders_(new QCheckBox(tr("Subfolders are labels"))),
      addEvents_(new QCheckBox(tr("Add the events that the project lacks"))), preview_(new QLabel),
      looking_({"importPreview", tr("Folder"), JobTitle::WhenLong},
               [this](const Result<FolderContents> &contents) { showPreview(contents); }) {
    lists_->setObjectName(QStringLiteral("importLists"));
    lists_->setAccessibleName(tr("Lists of labels"));
    lists_->setToolTip(tr("The lists of DCASE 2017 Task 4, or their folder; weak lists of AudioSet; or one CSV with "
                          "the columns path, labels (separated by ;) and split"));
    lists_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    lists_->setMaximumHeight(5 * fontMetrics().height());
    media_->setObjectName(QStringLiteral("importMedia"));
    media_->setPlaceholderText(tr("beside the lists"));
    split_->setObjectName(QStringLiteral("importSplit"));
    split_->setText(QStringLiteral("test"));
    split_->setToolTip(tr("For clips without a list, or from an AudioSet list"));
    validation_->setObjectName(QStringLiteral("importValidation"));
    validation_->setRange(0, kMostValidationClips);
    validation_->setToolTip(
        tr("Training clips from the DCASE 2017 lists, or recordings of a folder, that are drawn for "
           "validation, balanced over the events; 1142 in the paper"));
    seed_->setObjectName(QStringLiteral("importSeed"));
    seed_->setRange(0, std::numeric_limits<int>::max());
    seed_->setValue(1);
    seed_->setToolTip(tr("The same seed draws the same clips"));
    subfolders_->setObjectName(QStringLiteral("importSubfolders"));
    subfolders_->setToolTip(
        tr("A recording's label is the name of the folder it lies in; folders called train, val or test are splits"));
    addEvents_->setObjectName(QStringLiteral("importAddEvents"));
    preview_->setObjectName(QStringLiteral("importPreview"));
    preview_->setWordWrap(true);
    preview_->setTextFormat(Qt::PlainText);
    auto *files = new QPushButton(tr("Add files…"));
    auto *folder = new QPushButton(tr("Add folder…"));
    auto *removal = new QPushButton(tr("Remove"));
    auto *buttons = new QVBoxLayout;
    for (QPushButton *button : {files, folder, removal})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto *across = new QHBoxLayout;
    across->addWidget(lists_, 1);
    across->addLayout(buttons);
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("Lists of labels"), across);
    form->addRow(tr("Media folder"), withBrowseButton(media_, [this](const QString &now) {
                     return QFileDialog::getExistingDirectory(this, tr("Media folder"), now);
                 }));
    form->addRow(QString(), subfolders_);
    form->addRow(QString(), addEvents_);
    form->addRow(tr("Split without a list"), split_);
    auto *draw = new QHBoxLayout;
    draw->addWidget(validation_, 1);
    draw->addWidget(new QLabel(tr("Seed")));
    draw->addWidget(seed_, 1);
    form->addRow(tr("Clips for validation"), draw);
    form->addRow(preview_);
    nameFields(*form);
    addEvents_->setVisible(canAddEvents);
    connect(media_, &QLineEdit::textChanged, this, &ImportForm::followFolder);
    for (const auto change : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(lists_->model(), change, this, &ImportForm::followFolder);
    connect(subfolders_, &QCheckBox::toggled, this, [this](bool isWanted) {
        addEvents_->setEnabled(isWanted);
        if (isWanted)
            Q_EMIT subfoldersChosen();
        followFolder();
    });
    connect(validation_, &QSpinBox::valueChanged, this, [this] {
        if (contents_)
            showPreview(*contents_);
    });
    followFolder();
    connect(files, &QPushButton::clicked, this, &ImportForm::addFiles);
    connect(folder, &QPushButton::clicked, this, &ImportForm::addFolder);
    connect(removal, &QPushButton::clicked, this, [this] { qDeleteAll(lists_->selectedItems()); });
}

// Lists say more than folders.
void ImportForm::followFolder() {
    const QString folder = media_->text().trimmed();
    const bool isOfFolder = lists_->count() == 0 && !folder.isEmpty();
    subfolders_->setEnabled(isOfFolder);
    addEvents_->setEnabled(isOfFolder && subfolders_->isChecked());
    contents_.reset();
    preview_->clear();
    looking_.forget();
    if (isOfFolder)
        looking_.start(
            [folder = toPath(folder)](const std::stop_token &stop) { return contentsOfFolder(folder, stop); });
}

void ImportForm::showPreview(const Result<FolderContents> &contents) {
    if (!contents) {
        preview_->setText(contents.error().isCancelled() ? QString()
                                                         : tr("✗ %1").arg(translated(contents.error().message)));
        return;
    }
    contents_ = *contents;
    const std::size_t files = contents->files.size();
    QStringList lines{tr("Recordings: %1").arg(countText(files))};
    if (subfolders_->isChecked()) {
        QStringList labels;
        for (const auto &[label, count] : contents->labels)
            labels << tr("%1: %2").arg(toText(label), countText(count));
        if (labels.size() > kMostLabelsShown) {
            const qsizetype more = labels.size() - kMostLabelsShown;
            labels = labels.first(kMostLabelsShown) << tr("… and %1 more").arg(more);
        }
        lines << (labels.isEmpty() ? tr("There are no subfolders with media.") : labels.join(QStringLiteral(" · ")));
        if (contents->unlabelled > 0 && !labels.isEmpty())
            lines << tr("Without a label: %1").arg(countText(contents->unlabelled));
    }
    if (validation_->value() > 0 && files > 0)
        lines << tr("For validation: %1 % of them")
                     .arg(numberText(100.0 * validation_->value() / static_cast<double>(files), 0));
    preview_->setText(lines.join(QLatin1Char('\n')));
}

void ImportForm::addFiles() {
    lists_->addItems(
        QFileDialog::getOpenFileNames(this, tr("Lists of labels"), {}, tr("Lists (*.csv *.tsv *.txt);;All files (*)")));
}

void ImportForm::addFolder() {
    if (const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder of lists")); !folder.isEmpty())
        lists_->addItem(folder);
}

void ImportForm::setLists(const std::vector<std::filesystem::path> &lists) {
    lists_->clear();
    for (const std::filesystem::path &list : lists)
        lists_->addItem(pathText(list));
}

void ImportForm::setMedia(const std::filesystem::path &folder) {
    media_->setText(pathText(folder));
}

bool ImportForm::isEmpty() const {
    return lists_->count() == 0 && media_->text().trimmed().isEmpty();
}

ImportRequest ImportForm::request() const {
    ImportRequest request;
    for (int row = 0; row < lists_->count(); ++row)
        request.lists.push_back(toPath(lists_->item(row)->text()));
    request.media = toPath(media_->text().trimmed());
    request.validationClips = static_cast<std::size_t>(validation_->value());
    request.seed = static_cast<std::uint64_t>(seed_->value());
    request.areLabelsFromSubfolders = subfolders_->isEnabled() && subfolders_->isChecked();
    request.addsEvents = request.areLabelsFromSubfolders && addEvents_->isVisibleTo(this) && addEvents_->isChecked();
    request.split = split_->text().trimmed().toStdString();
    return request;
}

} // namespace tagscope::ui

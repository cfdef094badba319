// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clips/import_form.h"

#include "ui/base/text.h"

#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace tagscope::ui {
namespace {

constexpr int kMostValidationClips = 1'000'000;

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

ImportForm::ImportForm(QWidget *parent)
    : QWidget(parent), lists_(new QListWidget), media_(new QLineEdit), split_(new QLineEdit),
      validation_(new QSpinBox) {
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
    validation_->setToolTip(tr("Training clips from the DCASE 2017 lists that are drawn for validation, balanced over "
                               "the events; 1142 in the paper"));
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
    form->addRow(tr("Split without a list"), split_);
    form->addRow(tr("Clips for validation"), validation_);
    connect(files, &QPushButton::clicked, this, &ImportForm::addFiles);
    connect(folder, &QPushButton::clicked, this, &ImportForm::addFolder);
    connect(removal, &QPushButton::clicked, this, [this] { qDeleteAll(lists_->selectedItems()); });
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
    request.split = split_->text().trimmed().toStdString();
    return request;
}

} // namespace tagscope::ui

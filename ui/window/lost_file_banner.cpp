// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/lost_file_banner.h"

#include "ui/base/core_text.h"
#include "ui/base/notice_box.h"
#include "ui/base/text.h"

#include <QDateTime>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStandardPaths>
#include <utility>

namespace tagscope::ui {

namespace {

QString copyNameFor(const std::filesystem::path &file) {
    const QFileInfo info(pathText(file)); // of the text alone
    return info.path() + QLatin1Char('/') +
           LostFileBanner::tr("%1 (copy).tagscope", "name of a file").arg(info.completeBaseName());
}

} // namespace

LostFileBanner::LostFileBanner(Document &document, QWidget *parent)
    : QFrame(parent), document_(document), text_(new QLabel),
      open_(new QPushButton(tr("Open the file that is there &now"))) {
    setObjectName(QStringLiteral("lostFile"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    text_->setForegroundRole(QPalette::ToolTipText);
    text_->setWordWrap(true);
    text_->setTextFormat(Qt::PlainText);
    auto *save = new QPushButton(tr("&Save a copy…"));
    save->setObjectName(QStringLiteral("saveLostCopy"));
    open_->setObjectName(QStringLiteral("openReplaced"));
    auto *row = new QHBoxLayout(this);
    row->addWidget(text_, 1);
    row->addWidget(save);
    row->addWidget(open_);
    hide();
    connect(save, &QPushButton::clicked, this, [this] { askForCopy(false); });
    connect(open_, &QPushButton::clicked, this, [this] {
        if (document_.project())
            document_.open(document_.project()->contents.file);
    });
    connect(&document, &Document::lossChanged, this, &LostFileBanner::follow);
    connect(&document, &Document::copySaved, this, &LostFileBanner::takeCopy);
    connect(&document, &Document::copyFailed, this, [this](const Error &error) {
        closesThen_ = false;
        text_->setText(tr("✗ %1").arg(translated(error.message)));
    });
}

void LostFileBanner::follow() {
    const std::optional<Error> &loss = document_.loss();
    if (loss) {
        text_->setText(tr("⚠ %1").arg(translated(loss->message)));
        open_->setVisible(loss->message.id != "project.file_gone");
    } else {
        isAgreed_ = false;
    }
    setVisible(loss.has_value());
}

bool LostFileBanner::asksBeforeClosing() {
    if (!document_.loss() || isAgreed_)
        return false;
    if (findChild<QMessageBox *>() != nullptr || findChild<QFileDialog *>() != nullptr)
        return true;
    QMessageBox *question = noticeBox(tr("Close Tagscope?"), translated(document_.loss()->message), this);
    QPushButton *save = question->addButton(tr("Save a copy…"), QMessageBox::AcceptRole);
    QPushButton *lose = question->addButton(tr("Close without a copy"), QMessageBox::DestructiveRole);
    question->addButton(QMessageBox::Cancel);
    question->setDefaultButton(save);
    connect(save, &QPushButton::clicked, this, [this] { askForCopy(true); });
    connect(lose, &QPushButton::clicked, this, [this] {
        isAgreed_ = true;
        Q_EMIT closeAgreed();
    });
    question->open();
    return true;
}

void LostFileBanner::rescue() {
    if (!document_.loss() || isAgreed_)
        return;
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    const QString name = QFileInfo(copyNameFor(document_.project()->contents.file)).completeBaseName();
    const QString time = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyy-MM-dd'T'HH-mm-ss"));
    document_.saveCopyNow(toPath(folder + QStringLiteral("/tagscope/rescued/%1 %2.tagscope").arg(name, time)));
    isAgreed_ = true;
}

void LostFileBanner::askForCopy(bool closesThen) {
    if (!document_.project())
        return;
    auto *dialog = new QFileDialog(this, tr("Save a copy of the project"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Projects (*.tagscope);;All files (*)").split(QStringLiteral(";;"))});
    dialog->setDefaultSuffix(QStringLiteral("tagscope"));
    dialog->selectFile(copyNameFor(document_.project()->contents.file));
    connect(dialog, &QFileDialog::fileSelected, this, [this, closesThen](const QString &file) {
        closesThen_ = closesThen;
        document_.saveCopy(toPath(file));
    });
    dialog->open();
}

void LostFileBanner::takeCopy(const std::filesystem::path &target) {
    isAgreed_ = true;
    if (std::exchange(closesThen_, false))
        Q_EMIT closeAgreed();
    else
        document_.open(target);
}

} // namespace tagscope::ui

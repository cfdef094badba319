// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clips/start_page.h"

#include <QCommandLinkButton>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace tagscope::ui {

namespace {

constexpr int kTextWidth = 34; // characters of M: a comfortable line
constexpr qsizetype kRecentShown = 4;

QLabel *addText(QVBoxLayout &layout, const QString &text, double size, bool isBold) {
    auto *label = new QLabel(text);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * size);
    font.setBold(isBold);
    label->setFont(font);
    label->setWordWrap(true);
    layout.addWidget(label);
    return label;
}

} // namespace

StartPage::StartPage(QWidget *parent)
    : QWidget(parent), open_(new QPushButton(tr("&Open media…"))), notice_(new QLabel), recent_(new QVBoxLayout) {
    auto *column = new QWidget;
    column->setMaximumWidth(kTextWidth * fontMetrics().horizontalAdvance(QLatin1Char('M')));
    auto *lines = new QVBoxLayout(column);
    lines->setSpacing(fontMetrics().height() / 2);
    addText(*lines, tr("Tagscope"), 2.0, true);
    addText(*lines,
            tr("Shows why a video clip was tagged with a sound event: what was heard, what was seen, and how "
               "the two were weighed."),
            1.0, false);
    lines->addSpacing(fontMetrics().height());
    open_->setDefault(true);
    auto *demo = new QPushButton(tr("Open &demo project"));
    demo->setToolTip(tr("Generated on this computer, with small models of its own: nothing is downloaded"));
    auto *project = new QPushButton(tr("Open &project…"));
    auto *made = new QPushButton(tr("&New project…"));
    made->setToolTip(tr("From media and lists of labels on this computer"));
    auto *models = new QPushButton(tr("Add models…"));
    models->setToolTip(tr("The published weights and word vectors, with which media of your own are analysed"));
    notice_->setWordWrap(true);
    notice_->setObjectName(QStringLiteral("startNotice"));
    notice_->hide();
    lines->addWidget(notice_);
    for (QPushButton *button : {open_, demo, made, project, models}) {
        button->setMinimumHeight(2 * fontMetrics().height());
        button->setAutoDefault(true); // Return presses it, as in a dialog
        lines->addWidget(button);
    }
    addText(*lines, tr("or drop video and sound files, folders, lists of labels or a project anywhere in this window."),
            1.0, false);
    lines->addSpacing(fontMetrics().height());
    lines->addLayout(recent_);
    connect(demo, &QPushButton::clicked, this, &StartPage::demoAsked);
    connect(made, &QPushButton::clicked, this, &StartPage::newProjectAsked);
    connect(project, &QPushButton::clicked, this, &StartPage::projectAsked);
    connect(open_, &QPushButton::clicked, this, &StartPage::openAsked);
    connect(models, &QPushButton::clicked, this, &StartPage::modelsAsked);

    auto *across = new QHBoxLayout;
    across->addStretch(1);
    across->addWidget(column, 100); // up to its largest width
    across->addStretch(1);
    auto *down = new QVBoxLayout(this);
    down->addStretch(1);
    down->addLayout(across);
    down->addStretch(2);
    setFocusProxy(open_);
}

void StartPage::setRecent(const QStringList &projects, const QStringList &media) {
    files_.clear();
    while (QLayoutItem *item = recent_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    addRecent(tr("Recent projects"), projects, &StartPage::recentProjectAsked);
    addRecent(tr("Recent media"), media, &StartPage::recentAsked);
}

void StartPage::addRecent(const QString &title, const QStringList &files, void (StartPage::*asked)(const QString &)) {
    if (files.isEmpty())
        return;
    addText(*recent_, title, 1.0, true);
    for (const QString &file : files.mid(0, kRecentShown)) {
        auto *button = new QPushButton;
        button->setObjectName(file);
        files_.emplace_back(button, file);
        show(*button, file, false);
        button->setFlat(true);
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // no name widens the window
        button->setAutoDefault(true);
        button->setStyleSheet(QStringLiteral("text-align: left; padding: 3px;"));
        connect(button, &QPushButton::clicked, this, [this, file, asked] { Q_EMIT(this->*asked)(file); });
        recent_->addWidget(button);
    }
}

void StartPage::show(QPushButton &button, const QString &file, bool isMissing) const {
    const QFileInfo info(file); // of the text alone: the disk is not asked
    const QString text = isMissing ? tr("✗ %1  —  not found in %2") : tr("%1  —  %2");
    const int room = (kTextWidth - 3) * fontMetrics().horizontalAdvance(QLatin1Char('M'));
    const QString name = fontMetrics().elidedText(info.fileName(), Qt::ElideMiddle, 2 * room / 3);
    const int taken = fontMetrics().horizontalAdvance(text.arg(name, QString()));
    button.setText(
        text.arg(name, fontMetrics().elidedText(info.path(), Qt::ElideMiddle, std::max(room - taken, room / 4))));
    button.setToolTip(isMissing ? tr("%1 no longer exists.").arg(file) : file);
}

void StartPage::setMissing(const QStringList &files) {
    for (const auto &[button, file] : files_)
        show(*button, file, files.contains(file));
}

void StartPage::setNotice(const QString &text) {
    notice_->setText(text);
    notice_->setVisible(!text.isEmpty());
}

} // namespace tagscope::ui

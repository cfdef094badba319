// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clips/start_page.h"

#include "ui/base/icons.h"
#include "ui/base/tokens.h"

#include <QCommandLinkButton>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace tagscope::ui {

namespace {

constexpr int kTextWidth = 34; // characters of M: a comfortable line
constexpr qsizetype kRecentShown = 6;

QLabel *addText(QVBoxLayout &layout, const QString &text, TextRole role) {
    auto *label = new QLabel(text);
    giveRole(*label, role);
    label->setWordWrap(true);
    layout.addWidget(label);
    return label;
}

QPushButton *addChoice(QVBoxLayout &layout, const QString &symbol, const QString &text, const QString &meaning) {
    auto *button = new QCommandLinkButton(text, meaning);
    button->setIcon(icon(symbol));
    button->setIconSize(QSize(3, 3) * kGrid);
    button->setAutoDefault(true); // Return presses it, as in a dialog
    layout.addWidget(button);
    return button;
}

} // namespace

StartPage::StartPage(QWidget *parent) : QWidget(parent), notice_(new QLabel), recent_(new QVBoxLayout) {
    const int width = kTextWidth * fontMetrics().horizontalAdvance(QLatin1Char('M'));
    auto *lines = new QVBoxLayout;
    addText(*lines, tr("Tagscope"), TextRole::Display);
    addText(*lines,
            tr("Shows why a video clip was tagged with a sound event: what was heard, what was seen, and how "
               "the two were weighed."),
            TextRole::Body);
    lines->addSpacing(kGrid);
    notice_->setWordWrap(true);
    notice_->setObjectName(QStringLiteral("startNotice"));
    notice_->hide();
    lines->addWidget(notice_);
    auto *choices = new QVBoxLayout;
    choices->setSpacing(kGrid / 2);
    QPushButton *open = addChoice(*choices, QStringLiteral("media"), tr("&Open media…"),
                                  tr("Video and sound files of your own: tags, and why"));
    open->setDefault(true);
    QPushButton *demo =
        addChoice(*choices, QStringLiteral("demo"), tr("Open &demo project"),
                  tr("Generated on this computer, with small models of its own: nothing is downloaded"));
    QPushButton *made = addChoice(*choices, QStringLiteral("new"), tr("&New project…"),
                                  tr("From media and lists of labels on this computer"));
    QPushButton *project =
        addChoice(*choices, QStringLiteral("open"), tr("Open &project…"), tr("Clips, labels, verdicts and runs"));
    QPushButton *models =
        addChoice(*choices, QStringLiteral("models"), tr("Add models…"),
                  tr("The published weights and word vectors, with which media of your own are analysed"));
    auto *columns = new QHBoxLayout;
    columns->setSpacing(3 * kGrid);
    columns->addLayout(choices, 3);
    auto *recent = new QVBoxLayout;
    recent->addLayout(recent_);
    recent->addStretch(1);
    columns->addLayout(recent, 2);
    lines->addLayout(columns);
    lines->addSpacing(kGrid);
    addText(*lines, tr("or drop video and sound files, folders, lists of labels or a project anywhere in this window."),
            TextRole::Body);
    connect(demo, &QPushButton::clicked, this, &StartPage::demoAsked);
    connect(made, &QPushButton::clicked, this, &StartPage::newProjectAsked);
    connect(project, &QPushButton::clicked, this, &StartPage::projectAsked);
    connect(open, &QPushButton::clicked, this, &StartPage::openAsked);
    connect(models, &QPushButton::clicked, this, &StartPage::modelsAsked);

    auto *page = new QWidget;
    page->setMaximumWidth(2 * width);
    page->setLayout(lines);
    auto *across = new QHBoxLayout;
    across->addStretch(1);
    across->addWidget(page, 100); // up to its largest width
    across->addStretch(1);
    auto *down = new QVBoxLayout(this);
    down->addStretch(1);
    down->addLayout(across);
    down->addStretch(2);
    setFocusProxy(open);
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
    addText(*recent_, title, TextRole::Heading);
    for (const QString &file : files.mid(0, kRecentShown)) {
        auto *button = new QCommandLinkButton;
        button->setIcon(QIcon());
        button->setObjectName(file);
        files_.emplace_back(button, file);
        show(*button, file, false);
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // no name widens the window
        button->setAutoDefault(true);
        connect(button, &QPushButton::clicked, this, [this, file, asked] { Q_EMIT(this->*asked)(file); });
        recent_->addWidget(button);
    }
}

void StartPage::show(QPushButton &button, const QString &file, bool isMissing) const {
    const QFileInfo info(file); // of the text alone: the disk is not asked
    const int room = kTextWidth * fontMetrics().horizontalAdvance(QLatin1Char('M')) / 2;
    const QString name = fontMetrics().elidedText(info.fileName(), Qt::ElideMiddle, room);
    button.setText(isMissing ? tr("✗ %1  —  not found").arg(name) : name);
    static_cast<QCommandLinkButton &>(button).setDescription(
        fontMetrics().elidedText(info.path(), Qt::ElideMiddle, room));
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/empty_state.h"

#include "ui/base/tokens.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace tagscope::ui {

namespace {

QLabel *centredText() {
    auto *label = new QLabel;
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignCenter);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

EmptyState::EmptyState(const QString &name, QWidget *parent)
    : QWidget(parent), what_(centredText()), why_(centredText()), action_(new QPushButton) {
    giveRole(*what_, TextRole::Heading);
    what_->setObjectName(name);
    why_->setForegroundRole(QPalette::PlaceholderText);
    action_->setObjectName(name + QStringLiteral("Action"));
    const int line = fontMetrics().height();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * line, line, 2 * line, line);
    column->setSpacing(line / 2);
    column->addStretch(1);
    column->addWidget(what_);
    column->addWidget(why_);
    column->addWidget(action_, 0, Qt::AlignHCenter);
    column->addStretch(2);
    connect(action_, &QPushButton::clicked, this, &EmptyState::asked);
    setText({});
    setAction({});
}

void EmptyState::setText(const QString &text) {
    const qsizetype end = text.indexOf(QLatin1Char('\n'));
    what_->setText(end < 0 ? text : text.left(end));
    why_->setText(end < 0 ? QString() : text.mid(end + 1));
    why_->setVisible(end >= 0);
}

void EmptyState::setAction(const QString &text) {
    action_->setText(text);
    action_->setVisible(!text.isEmpty());
}

} // namespace tagscope::ui

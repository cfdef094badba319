// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/models_dialog.h"

#include "ui/base/core_text.h"
#include "ui/base/text.h"
#include "ui/models/model_card.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

namespace tagscope::ui {

ModelsDialog::ModelsDialog(const ModelSource &source, QWidget *parent)
    : QDialog(parent), source_(source), problem_(new QLabel),
      listing_({"models.list", tr("Models"), JobTitle::WhenLong},
               [this](const Result<std::vector<ModelEntry>> &entries) { take(entries); }) {
    setWindowTitle(tr("Models"));
    const int line = fontMetrics().height();
    auto *column = new QWidget;
    auto *cards = new QVBoxLayout(column);
    for (const ModelKind kind : kModelKinds) {
        cards_.push_back(new ModelCard(source_, kind));
        cards->addWidget(cards_.back());
        connect(cards_.back(), &ModelCard::added, this, &ModelsDialog::added);
        connect(cards_.back(), &ModelCard::changed, this, &ModelsDialog::follow);
    }
    cards->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidget(column);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *about = new QLabel(tr("Weights and word vectors have licences of their own and are not part of Tagscope. "
                                "Each is checked by loading it before it is registered; nothing in a file is ever "
                                "executed."));
    about->setWordWrap(true);
    problem_->setWordWrap(true);
    problem_->setTextFormat(Qt::PlainText);
    problem_->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &ModelsDialog::reject);
    fetchAll_ = buttons->addButton(tr("Fetch all that are missing"), QDialogButtonBox::ActionRole);
    fetchAll_->setObjectName(QStringLiteral("fetchAll"));
    fetchAll_->setAutoDefault(false);
    fetchAll_->setEnabled(false); // until it is known what is there
    connect(fetchAll_, &QPushButton::clicked, this, [this] {
        for (ModelCard *card : cards_)
            if (card->isFetchable())
                card->fetch();
    });
    auto *lines = new QVBoxLayout(this);
    lines->addWidget(about);
    lines->addWidget(problem_);
    lines->addWidget(scroll, 1);
    lines->addWidget(buttons);
    resize(44 * line, 42 * line);
}

void ModelsDialog::follow() {
    fetchAll_->setEnabled(std::ranges::any_of(cards_, &ModelCard::isFetchable));
}

void ModelsDialog::list() {
    listing_.start([list = source_.list](const std::stop_token &stop) { return list(stop); });
}

void ModelsDialog::take(const Result<std::vector<ModelEntry>> &entries) {
    problem_->setVisible(!entries);
    if (!entries) {
        problem_->setText(tr("✗ %1").arg(translated(entries.error().message)));
        return;
    }
    for (const ModelEntry &entry : *entries)
        if (const auto place = static_cast<std::size_t>(entry.kind); place < cards_.size())
            cards_[place]->setEntry(entry);
}

} // namespace tagscope::ui

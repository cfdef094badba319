// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/missing_models_bar.h"

#include "ui/document/absence.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace tagscope::ui {

MissingModelsBar::MissingModelsBar(QWidget *parent) : QFrame(parent), text_(new QLabel) {
    const int line = fontMetrics().height();
    auto *add = new QPushButton(tr("Add models…"));
    add->setObjectName(QStringLiteral("addModels"));
    text_->setWordWrap(true);
    text_->setTextFormat(Qt::PlainText);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(line / 2, line / 4, line / 2, line / 4);
    row->addWidget(text_, 1);
    row->addWidget(add);
    connect(add, &QPushButton::clicked, this, &MissingModelsBar::modelsAsked);
    hide();
}

void MissingModelsBar::show(const ShownClip &shown) {
    const bool isHidden = shown.concealed.isBare || shown.concealed.output;
    const QStringList missing = shown.analysis && !isHidden ? missingModels(*shown.analysis) : QStringList();
    setVisible(!missing.isEmpty());
    if (missing.isEmpty())
        return;
    const QString names = missing.join(QStringLiteral(", "));
    text_->setText(wasAnalysed(*shown.analysis) ? tr("Not everything was analysed. Missing models: %1").arg(names)
                                                : tr("Not analysed: no models. Missing: %1").arg(names));
}

} // namespace tagscope::ui

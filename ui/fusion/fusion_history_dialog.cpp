// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fusion/fusion_history_dialog.h"

#include "ui/base/text.h"

#include <QDateTime>
#include <QDialogButtonBox>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace tagscope::ui {
namespace {

QString asPercent(double share) {
    return numberText(100 * share, 1);
}

QString timeText(const std::string &created) {
    const QDateTime time = QDateTime::fromString(toText(created), Qt::ISODate);
    return time.isValid() ? QLocale().toString(time.toLocalTime(), QLocale::ShortFormat) : toText(created);
}

} // namespace

FusionHistoryDialog::FusionHistoryDialog(PointLibrary &library, QWidget *parent)
    : QDialog(parent), library_(library), list_(new QTreeWidget), work_(new QPushButton(tr("&Load it"))),
      compare_(new QPushButton(tr("&Compare with it"))) {
    setWindowTitle(tr("History of the operating points"));
    list_->setObjectName(QStringLiteral("pointHistory"));
    list_->setRootIsDecorated(false);
    list_->setAlternatingRowColors(true);
    list_->setHeaderLabels(
        {tr("Name"), tr("Saved"), tr("Method"), tr("Tuned on"), tr("Micro F1 (%)"), tr("On unseen clips (%)")});
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->addButton(work_, QDialogButtonBox::ActionRole);
    buttons->addButton(compare_, QDialogButtonBox::ActionRole);
    auto *rows = new QVBoxLayout(this);
    rows->addWidget(list_, 1);
    rows->addWidget(buttons);
    resize(44 * fontMetrics().height(), 20 * fontMetrics().height());
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(work_, &QPushButton::clicked, this, [this] {
        if (const auto point = chosen())
            Q_EMIT workAsked(*point);
    });
    connect(compare_, &QPushButton::clicked, this, [this] {
        if (const auto point = chosen())
            Q_EMIT compareAsked(*point);
    });
    connect(&library, &PointLibrary::changed, this, &FusionHistoryDialog::fill);
    fill();
}

void FusionHistoryDialog::fill() {
    list_->clear();
    for (const NamedOperatingPoint &point : library_.list().history) {
        const QString heldOut = !point.crossValidatedF1 ? QStringLiteral("—")
                                : point.interval
                                    ? tr("%1 (%2 to %3)")
                                          .arg(asPercent(*point.crossValidatedF1), asPercent(point.interval->low),
                                               asPercent(point.interval->high))
                                    : asPercent(*point.crossValidatedF1);
        const QString split = point.tunedOn.empty() ? QStringLiteral("—") : toText(point.tunedOn);
        auto *row = new QTreeWidgetItem(list_, {toText(point.name), timeText(point.created), toText(point.method),
                                                split, asPercent(point.microF1), heldOut});
        for (const int column : {4, 5})
            row->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    }
    for (int column = 0; column < list_->columnCount(); ++column)
        list_->resizeColumnToContents(column);
    list_->setCurrentItem(list_->topLevelItem(0));
    const bool isEmpty = list_->topLevelItemCount() == 0;
    work_->setDisabled(isEmpty);
    compare_->setDisabled(isEmpty);
}

std::optional<NamedOperatingPoint> FusionHistoryDialog::chosen() const {
    const int row = list_->indexOfTopLevelItem(list_->currentItem());
    const auto &history = library_.list().history;
    if (row < 0 || row >= static_cast<int>(history.size()))
        return std::nullopt;
    return history[static_cast<std::size_t>(row)];
}

} // namespace tagscope::ui

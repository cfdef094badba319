// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fusion/flips_view.h"

#include "ui/base/fitted_table.h"

#include <QLabel>
#include <QVBoxLayout>
#include <utility>

namespace tagscope::ui {

FlipsView::FlipsView(QWidget *parent)
    : QWidget(parent), flips_(new FlipListModel(this)), count_(new QLabel),
      table_(new FittedTable(*flips_, {FlipListModel::Clip, FlipListModel::Event})) {
    table_->setObjectName(QStringLiteral("flips"));
    table_->setAccessibleName(tr("Clips whose tags flipped"));
    table_->setCompact();
    table_->setMinimumHeight(2 * fontMetrics().height()); // on small screens with large letters
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(2);
    count_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    rows->addWidget(count_);
    rows->addWidget(table_, 1);
    const auto ask = [this](const QModelIndex &row) {
        if (const std::optional<ClipId> clip = flips_->clip(row.row()))
            Q_EMIT clipAsked(*clip, flips_->event(row.row()));
    };
    connect(table_, &QTableView::clicked, this, ask);
    connect(table_, &QTableView::activated, this, ask);
}

void FlipsView::setContents(const std::shared_ptr<const WorkbenchContents> &contents, const QStringList &events) {
    flips_->setContents(contents, events);
}

void FlipsView::setFlips(std::vector<FlippedTag> flips, bool isAudible) {
    flips_->setFlips(std::move(flips), isAudible);
    table_->fit();
    count_->setText(
        flips_->rowCount() == 0
            ? tr("No tag differs from the saved point")
            : tr("%n flipped", nullptr, flips_->rowCount()) + QStringLiteral(": ") +
                  tr("%1 now right, %2 now wrong").arg(flips_->gained()).arg(flips_->rowCount() - flips_->gained()));
}

void FlipsView::clearCount() {
    count_->clear();
}

} // namespace tagscope::ui

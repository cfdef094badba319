// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/row_names.h"

#include "ui/base/text.h"
#include "ui/base/tokens.h"

namespace tagscope::ui {

void RowNames::show(const std::vector<Name> &names, const QFont &font, const QColor &colour) {
    while (items_.size() < names.size()) {
        auto *item = new QCPItemText(&plot_);
        item->setClipToAxisRect(false);
        item->setSelectable(false);
        item->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        item->setPadding({});
        item->position->setTypeX(QCPItemPosition::ptAbsolute);
        item->position->setTypeY(QCPItemPosition::ptPlotCoords);
        items_.push_back(item);
    }
    for (std::size_t i = 0; i < items_.size(); ++i) {
        items_[i]->setVisible(i < names.size());
        if (i >= names.size())
            continue;
        items_[i]->position->setCoords(names[i].left, names[i].row);
        items_[i]->setText(names[i].text);
        items_[i]->setFont(names[i].isStrong ? strong(font) : font);
        items_[i]->setColor(colour);
    }
}

} // namespace tagscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/name_box.h"

#include <QComboBox>
#include <QSignalBlocker>
#include <algorithm>

namespace tagscope::ui {

void fillNames(QComboBox &box, const QStringList &names, const QString &first) {
    const QSignalBlocker blocker(box);
    const QString chosen = box.currentData().toString();
    box.clear();
    box.addItem(first, QString());
    for (const QString &name : names)
        box.addItem(name, name);
    box.setCurrentIndex(std::max(0, box.findData(chosen)));
}

QStringList namesIn(const QComboBox &box) {
    QStringList names;
    for (int i = 1; i < box.count(); ++i)
        names << box.itemData(i).toString();
    return names;
}

} // namespace tagscope::ui

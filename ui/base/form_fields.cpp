// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/form_fields.h"

#include "ui/base/mnemonics.h"

#include <QFormLayout>
#include <QLabel>

namespace tagscope::ui {
namespace {

QWidget *firstWithKeys(const QWidget &row) {
    for (int i = 0; row.layout() != nullptr && i < row.layout()->count(); ++i)
        if (QWidget *part = row.layout()->itemAt(i)->widget(); part != nullptr && part->focusPolicy() != Qt::NoFocus)
            return part;
    return nullptr;
}

} // namespace

void nameFields(QFormLayout &form) {
    for (int row = 0; row < form.rowCount(); ++row) {
        const QLayoutItem *field = form.itemAt(row, QFormLayout::FieldRole);
        const QLayoutItem *named = form.itemAt(row, QFormLayout::LabelRole);
        auto *label = named != nullptr ? qobject_cast<QLabel *>(named->widget()) : nullptr;
        if (label == nullptr || field == nullptr || field->widget() == nullptr ||
            field->widget()->focusPolicy() != Qt::NoFocus)
            continue;
        QWidget *part = firstWithKeys(*field->widget());
        if (part == nullptr)
            continue;
        label->setBuddy(part);
        QString name = withoutMnemonic(label->text());
        if (name.endsWith(QLatin1Char(':')))
            name.chop(1);
        if (part->accessibleName().isEmpty() && !name.isEmpty())
            part->setAccessibleName(name);
    }
}

} // namespace tagscope::ui

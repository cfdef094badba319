// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/export.h"

#include "ui/base/export_dialog.h"
#include "ui/base/shortcuts.h"
#include "ui/base/shown_table.h"

#include <QAbstractItemView>
#include <QAction>
#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMimeData>
#include <QPointer>
#include <QStatusTipEvent>

namespace tagscope::ui {

namespace {

class Export {
    Q_DECLARE_TR_FUNCTIONS(Export)
};

QAction *addAction(QWidget &widget, const QString &text, const QString &id, const QKeySequence &keys) {
    auto *action = new QAction(text, &widget);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    giveKeys(*action, id, {keys});
    widget.addAction(action);
    if (widget.contextMenuPolicy() == Qt::DefaultContextMenu)
        widget.setContextMenuPolicy(Qt::ActionsContextMenu);
    return action;
}

QKeySequence exportKeys() {
    return QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E);
}

void copySelected(const QAbstractItemView &view) {
    const ShownTable table(view);
    const QString text = selectedText(table);
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

// The window's status line says where it went.
void show(ExportDialog *dialog, QWidget &asked) {
    QObject::connect(dialog, &ExportDialog::exported, &asked, [&asked](const QString &file) {
        QStatusTipEvent tip(Export::tr("Exported to %1").arg(file));
        QCoreApplication::sendEvent(&asked, &tip);
    });
    dialog->open();
}

} // namespace

void offerExport(QAbstractItemView &view, const QString &name) {
    QAction *copy = addAction(view, Export::tr("&Copy rows"), QStringLiteral("table.copy"), QKeySequence::Copy);
    QObject::connect(copy, &QAction::triggered, &view, [&view] { copySelected(view); });
    QAction *all = addAction(view, Export::tr("&Export the table…"), QStringLiteral("table.export"), exportKeys());
    QObject::connect(all, &QAction::triggered, &view, [&view, name] { askForExport(view, name); });
}

void offerExport(QWidget &widget, const Figure &figure) {
    QAction *all = addAction(widget, Export::tr("&Export the figure…"), QStringLiteral("figure.export"), exportKeys());
    QObject::connect(all, &QAction::triggered, &widget, [&widget, figure] { askForExport(widget, figure); });
}

void askForExport(QAbstractItemView &view, const QString &name) {
    show(new ExportDialog(view, name), view);
}

void askForExport(QWidget &widget, const Figure &figure) {
    show(new ExportDialog(widget, figure), widget);
}

} // namespace tagscope::ui

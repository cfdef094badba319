// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/key_list_model.h"

#include <QDialog>

class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QMainWindow;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace tagscope::ui {

// All keys of a window, read from its actions, to be searched and to be changed. Keys that are another's already are
// named before they are taken from it. Below, the gestures on the tracks, which stay as they are. Does not block the
// window.
class KeysDialog : public QDialog {
    Q_OBJECT

public:
    explicit KeysDialog(QMainWindow &window);

private:
    QWidget *makeEditor();
    void read();
    void search(const QString &text);
    void choose();
    void offer();
    void assign();
    void resetChosen();
    void give(KeyEntry entry, const QList<QKeySequence> &keys); // a copy: the entries change meanwhile
    void resetAll();
    [[nodiscard]] const KeyEntry *chosen() const;
    [[nodiscard]] QKeySequence typed() const;

    QMainWindow &window_;
    KeyListModel *model_;
    QSortFilterProxyModel *sorted_;
    QLineEdit *search_;
    QTableView *table_;
    QLabel *name_;
    QKeySequenceEdit *keys_;
    QPushButton *assign_;
    QPushButton *clear_;
    QPushButton *reset_;
    QPushButton *resetAll_;
    QLabel *message_;
};

// Opens it, or brings it to the front.
void showKeys(QMainWindow *window);

} // namespace tagscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/event_edit.h"

#include <QDialog>
#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace tagscope::ui {

// The events of the open project: their names, words and ids are changed in the table, others come and go. Each change
// is wished for by a signal, and shown once the project has it. GUI thread.
class EventsDialog : public QDialog {
    Q_OBJECT

public:
    explicit EventsDialog(QWidget *parent = nullptr);

    // `labels`: how many clips have each. `whyNot`: why nothing can be changed, or empty.
    void setEvents(const std::vector<EventClass> &events, const std::vector<std::size_t> &labels,
                   const QString &whyNot);
    void setProblem(const QString &problem); // of the last wish; stays until the next

Q_SIGNALS:
    void editAsked(const EventEdit &edit, const QString &what);

private:
    enum Column { Name, Words, Mid, Labels, ColumnCount };
    void add();
    void remove();
    void takeCell(int row, int column);
    void showRemoval();

    std::vector<EventClass> events_;
    QLabel *problem_;
    QTableWidget *table_;
    QLineEdit *name_;
    QPushButton *add_;
    QPushButton *remove_;
    bool isFilling_ = false;
};

} // namespace tagscope::ui

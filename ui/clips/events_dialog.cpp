// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clips/events_dialog.h"

#include "ui/base/count_text.h"
#include "ui/base/text.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>
#include <utility>

namespace tagscope::ui {

EventsDialog::EventsDialog(QWidget *parent)
    : QDialog(parent), problem_(new QLabel), table_(new QTableWidget(0, ColumnCount)), name_(new QLineEdit),
      add_(new QPushButton(tr("&Add event"))), remove_(new QPushButton(tr("&Remove event"))) {
    setObjectName(QStringLiteral("eventsDialog"));
    setWindowTitle(tr("Events of the project"));
    table_->setObjectName(QStringLiteral("events"));
    table_->setHorizontalHeaderLabels({tr("Event"), tr("Words"), tr("AudioSet id"), tr("Labels")});
    table_->horizontalHeaderItem(Words)->setToolTip(
        tr("What stands for the event when objects are mapped, separated by /"));
    table_->horizontalHeader()->setSectionResizeMode(Name, QHeaderView::Stretch);
    table_->horizontalHeader()->setSectionResizeMode(Words, QHeaderView::Stretch);
    table_->verticalHeader()->hide();
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setTextElideMode(Qt::ElideRight);
    name_->setObjectName(QStringLiteral("newEvent"));
    name_->setPlaceholderText(tr("Name of another event"));
    name_->setAccessibleName(name_->placeholderText());
    add_->setObjectName(QStringLiteral("addEvent"));
    add_->setEnabled(false);
    add_->setAutoDefault(false);
    remove_->setObjectName(QStringLiteral("removeEvent"));
    remove_->setAutoDefault(false);
    auto *about =
        new QLabel(tr("What stands in a cell can be changed. The pictures' probabilities follow from the words "
                      "of all events; they are computed anew from the objects that are known. An event can "
                      "be removed where no label, verdict or region refers to it."));
    about->setWordWrap(true);
    problem_->setObjectName(QStringLiteral("eventsProblem"));
    problem_->setWordWrap(true);
    problem_->setTextFormat(Qt::PlainText);
    problem_->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    auto *across = new QHBoxLayout;
    across->addWidget(name_, 1);
    across->addWidget(add_);
    across->addWidget(remove_);
    auto *lines = new QVBoxLayout(this);
    lines->addWidget(about);
    lines->addWidget(table_, 1);
    lines->addLayout(across);
    lines->addWidget(problem_);
    lines->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(name_, &QLineEdit::textChanged, this,
            [this](const QString &text) { add_->setEnabled(!text.trimmed().isEmpty() && remove_->isVisibleTo(this)); });
    connect(name_, &QLineEdit::returnPressed, this, &EventsDialog::add);
    connect(add_, &QPushButton::clicked, this, &EventsDialog::add);
    connect(remove_, &QPushButton::clicked, this, &EventsDialog::remove);
    connect(table_, &QTableWidget::cellChanged, this, &EventsDialog::takeCell);
    connect(table_, &QTableWidget::itemSelectionChanged, this, &EventsDialog::showRemoval);
    const int line = fontMetrics().height();
    resize(38 * line, 30 * line);
}

void EventsDialog::setEvents(const std::vector<EventClass> &events, const std::vector<std::size_t> &labels,
                             const QString &whyNot) {
    const int current = table_->currentRow();
    isFilling_ = true;
    events_ = events;
    table_->setRowCount(static_cast<int>(events.size()));
    for (int row = 0; row < table_->rowCount(); ++row) {
        const EventClass &event = events[static_cast<std::size_t>(row)];
        const QString texts[ColumnCount] = {toText(event.name), toText(joinedWords(event.words)), toText(event.mid),
                                            countText(labels[static_cast<std::size_t>(row)])};
        for (int column = 0; column < ColumnCount; ++column) {
            auto *item = new QTableWidgetItem(texts[column]);
            if (column == Labels) {
                item->setFlags(item->flags() & ~Qt::ItemIsEditable);
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            }
            table_->setItem(row, column, item);
        }
    }
    isFilling_ = false;
    if (current >= 0 && current < table_->rowCount())
        table_->selectRow(current);
    const bool canChange = whyNot.isEmpty();
    table_->setEditTriggers(canChange ? QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                                            QAbstractItemView::AnyKeyPressed
                                      : QAbstractItemView::NoEditTriggers);
    for (QWidget *widget : std::initializer_list<QWidget *>{name_, add_, remove_})
        widget->setVisible(canChange);
    setProblem(whyNot);
    showRemoval();
}

void EventsDialog::setProblem(const QString &problem) {
    problem_->setText(problem);
    problem_->setVisible(!problem.isEmpty());
}

void EventsDialog::showRemoval() {
    remove_->setEnabled(table_->currentRow() >= 0 && events_.size() > 1);
}

void EventsDialog::add() {
    const QString name = name_->text().trimmed();
    if (name.isEmpty())
        return;
    name_->clear();
    setProblem({});
    const std::string plain = name.toStdString();
    Q_EMIT editAsked({EventEdit::Kind::Add, events_.size(), {plain, {}, {plain}}, {}},
                     tr("adding the event %1").arg(name));
}

void EventsDialog::remove() {
    const int row = table_->currentRow();
    if (row < 0)
        return;
    setProblem({});
    Q_EMIT editAsked({EventEdit::Kind::Remove, static_cast<std::size_t>(row), {}, {}},
                     tr("removing the event %1").arg(toText(events_[static_cast<std::size_t>(row)].name)));
}

void EventsDialog::takeCell(int row, int column) {
    if (isFilling_)
        return;
    const EventClass &before = events_[static_cast<std::size_t>(row)];
    EventClass after = before;
    const QString text = table_->item(row, column)->text().trimmed();
    if (column == Name)
        after.name = text.toStdString();
    else if (column == Words)
        after.words = wordsIn(text.toStdString());
    else
        after.mid = text.toStdString();
    if (after == before)
        return;
    setProblem({});
    Q_EMIT editAsked({EventEdit::Kind::Change, static_cast<std::size_t>(row), after, {}},
                     tr("changing the event %1").arg(toText(before.name)));
}

} // namespace tagscope::ui

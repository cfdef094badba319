// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/class_feeds_dialog.h"

#include "ui/base/text.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <numeric>

namespace tagscope::ui {

namespace {

enum EventColumn { EventName, EventClasses, EventWay, EventValue, EventColumns };
enum ClassColumn { ClassName, ClassId, ClassValue, ClassColumns };

QString wayText(ClassFeeds::Way way) {
    switch (way) {
    case ClassFeeds::Way::ById:
        return ClassFeedsDialog::tr("AudioSet id");
    case ClassFeeds::Way::ByName:
        return ClassFeedsDialog::tr("name");
    case ClassFeeds::Way::ByHand:
        return ClassFeedsDialog::tr("by hand");
    case ClassFeeds::Way::None:
        break;
    }
    return ClassFeedsDialog::tr("none");
}

QString heardText(const std::optional<float> &value) {
    return value ? numberText(*value, 3) : QStringLiteral("–");
}

QTableWidgetItem *fixedItem(const QString &text, bool isNumber = false) {
    auto *item = new QTableWidgetItem(text);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    if (isNumber)
        item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return item;
}

QTableWidget *tableWith(const QStringList &headings, const QString &name) {
    auto *table = new QTableWidget(0, static_cast<int>(headings.size()));
    table->setObjectName(name);
    table->setHorizontalHeaderLabels(headings);
    table->verticalHeader()->hide();
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    return table;
}

} // namespace

ClassFeedsDialog::ClassFeedsDialog(QWidget *parent)
    : QDialog(parent), about_(new QLabel),
      events_(
          tableWith({tr("Event"), tr("Classes"), tr("Found by"), tr("In this clip")}, QStringLiteral("feedEvents"))),
      search_(new QLineEdit), classes_(tableWith({tr("Class of the tagger"), tr("AudioSet id"), tr("In this clip")},
                                                 QStringLiteral("feedClasses"))),
      automatic_(new QPushButton(tr("&Again by id and name"))), problem_(new QLabel) {
    setObjectName(QStringLiteral("classFeedsDialog"));
    setWindowTitle(tr("Classes of the tagger"));
    layOut();
    connect(events_, &QTableWidget::itemSelectionChanged, this, [this] {
        if (!isFilling_)
            showClasses();
    });
    connect(search_, &QLineEdit::textChanged, this, &ClassFeedsDialog::filterClasses);
    connect(classes_, &QTableWidget::cellChanged, this, &ClassFeedsDialog::takeTick);
    connect(automatic_, &QPushButton::clicked, this, [this] {
        if (const ClassFeeds::Feed *feed = chosen())
            Q_EMIT feedAsked(feed->event, std::nullopt);
    });
}

void ClassFeedsDialog::layOut() {
    about_->setObjectName(QStringLiteral("feedAbout"));
    for (QLabel *label : {about_, problem_}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    events_->horizontalHeader()->setSectionResizeMode(EventClasses, QHeaderView::Stretch);
    search_->setObjectName(QStringLiteral("feedSearch"));
    search_->setPlaceholderText(tr("Search classes"));
    search_->setAccessibleName(search_->placeholderText());
    search_->setClearButtonEnabled(true);
    automatic_->setObjectName(QStringLiteral("feedAutomatic"));
    automatic_->setAutoDefault(false);
    problem_->setObjectName(QStringLiteral("feedProblem"));
    problem_->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *right = new QVBoxLayout;
    right->addWidget(search_);
    right->addWidget(classes_, 1);
    right->addWidget(automatic_);
    auto *across = new QHBoxLayout;
    across->addWidget(events_, 3);
    across->addLayout(right, 2);
    auto *lines = new QVBoxLayout(this);
    lines->addWidget(about_);
    lines->addLayout(across, 1);
    lines->addWidget(problem_);
    lines->addWidget(buttons);
    const int line = fontMetrics().height();
    resize(60 * line, 34 * line);
}

void ClassFeedsDialog::setFeeds(const ClassFeeds &feeds, const QString &whyNot) {
    const ClassFeeds::Feed *before = chosen();
    const std::string event = before != nullptr ? before->event : std::string();
    feeds_ = feeds;
    canChange_ = whyNot.isEmpty() && !feeds_.classes.empty();
    about_->setText(feeds_.tagger.empty() ? tr("There is no audio tagger: choose one in File > Models…")
                                          : tr("An event has the largest of its classes' activations. Classes of %1 "
                                               "are found by AudioSet id, then by "
                                               "name; what is ticked here goes before. The clips are analysed anew.")
                                                .arg(toText(feeds_.tagger)));
    setProblem(whyNot);
    isFilling_ = true;
    showEvents();
    const auto same = std::ranges::find(feeds_.events, event, &ClassFeeds::Feed::event);
    if (!feeds_.events.empty())
        events_->selectRow(same == feeds_.events.end() ? 0 : static_cast<int>(same - feeds_.events.begin()));
    isFilling_ = false;
    showClasses();
}

void ClassFeedsDialog::setProblem(const QString &text) {
    problem_->setText(text);
    problem_->setVisible(!text.isEmpty());
}

void ClassFeedsDialog::showEvents() {
    events_->setRowCount(static_cast<int>(feeds_.events.size()));
    for (int row = 0; row < events_->rowCount(); ++row) {
        const ClassFeeds::Feed &feed = feeds_.events[static_cast<std::size_t>(row)];
        QStringList names;
        std::optional<float> value;
        for (const std::size_t one : feed.classes) {
            names << toText(feeds_.classes[one].name);
            if (const std::optional<float> &heard = feeds_.classes[one].value)
                value = std::max(value.value_or(0.0F), *heard);
        }
        events_->setItem(row, EventName, fixedItem(toText(feed.event)));
        events_->setItem(row, EventClasses, fixedItem(names.join(QStringLiteral("; "))));
        events_->setItem(row, EventWay, fixedItem(wayText(feed.way)));
        events_->setItem(row, EventValue, fixedItem(heardText(value), true));
    }
}

// Those of the event first, then the ones that are loudest in the clip.
void ClassFeedsDialog::showClasses() {
    const ClassFeeds::Feed *feed = chosen();
    isFilling_ = true;
    std::vector<std::size_t> order(feed != nullptr ? feeds_.classes.size() : 0);
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto isOfEvent = [feed](std::size_t one) {
        return std::ranges::find(feed->classes, one) != feed->classes.end();
    };
    std::ranges::stable_sort(order, [&](std::size_t left, std::size_t right) {
        if (isOfEvent(left) != isOfEvent(right))
            return isOfEvent(left);
        return feeds_.classes[left].value.value_or(0.0F) > feeds_.classes[right].value.value_or(0.0F);
    });
    classes_->setRowCount(static_cast<int>(order.size()));
    for (int row = 0; row < classes_->rowCount(); ++row) {
        const std::size_t one = order[static_cast<std::size_t>(row)];
        QTableWidgetItem *name = fixedItem(toText(feeds_.classes[one].name));
        if (canChange_)
            name->setFlags(name->flags() | Qt::ItemIsUserCheckable);
        name->setCheckState(isOfEvent(one) ? Qt::Checked : Qt::Unchecked);
        name->setData(Qt::UserRole, static_cast<qulonglong>(one));
        classes_->setItem(row, ClassName, name);
        classes_->setItem(row, ClassId, fixedItem(toText(feeds_.classes[one].id)));
        classes_->setItem(row, ClassValue, fixedItem(heardText(feeds_.classes[one].value), true));
    }
    automatic_->setEnabled(canChange_ && feed != nullptr && feed->way == ClassFeeds::Way::ByHand);
    isFilling_ = false;
    filterClasses();
}

void ClassFeedsDialog::filterClasses() {
    const QString wanted = search_->text().trimmed();
    for (int row = 0; row < classes_->rowCount(); ++row)
        classes_->setRowHidden(row, !classes_->item(row, ClassName)->text().contains(wanted, Qt::CaseInsensitive) &&
                                        classes_->item(row, ClassId)->text() != wanted);
}

void ClassFeedsDialog::takeTick(int row, int column) {
    const ClassFeeds::Feed *feed = chosen();
    if (isFilling_ || column != ClassName || feed == nullptr)
        return;
    const QTableWidgetItem *item = classes_->item(row, column);
    const auto ticked = static_cast<std::size_t>(item->data(Qt::UserRole).toULongLong());
    std::vector<std::string> wanted;
    for (const std::size_t one : feed->classes)
        if (one != ticked)
            wanted.push_back(keyOf(one));
    if (item->checkState() == Qt::Checked)
        wanted.push_back(keyOf(ticked));
    Q_EMIT feedAsked(feed->event, wanted);
}

const ClassFeeds::Feed *ClassFeedsDialog::chosen() const {
    const int row = events_->currentRow();
    return row >= 0 && static_cast<std::size_t>(row) < feeds_.events.size()
               ? &feeds_.events[static_cast<std::size_t>(row)]
               : nullptr;
}

std::string ClassFeedsDialog::keyOf(std::size_t index) const {
    const ClassFeeds::Class &one = feeds_.classes[index];
    const bool isAlone = std::ranges::count(feeds_.classes, one.name, &ClassFeeds::Class::name) == 1;
    return isAlone || one.id.empty() ? one.name : one.id;
}

} // namespace tagscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/class_feeds.h"

#include <QDialog>
#include <optional>
#include <string>
#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace tagscope::ui {

// Which classes of the tagger feed which of the project's events, with the clip's values: one event is chosen, and its
// classes are ticked among all. Only shows and asks.
class ClassFeedsDialog : public QDialog {
    Q_OBJECT

public:
    explicit ClassFeedsDialog(QWidget *parent = nullptr);

    // `whyNot`: nothing can be changed; empty: all can.
    void setFeeds(const ClassFeeds &feeds, const QString &whyNot);
    void setProblem(const QString &text);

Q_SIGNALS:
    // The event is to have these classes by hand; nothing: those of its id or name.
    void feedAsked(const std::string &event, const std::optional<std::vector<std::string>> &classes);

private:
    void layOut();
    void showEvents();
    void showClasses();
    void filterClasses();
    void takeTick(int row, int column);
    [[nodiscard]] const ClassFeeds::Feed *chosen() const; // null where no event is
    // By which the class is found again: its name, or its id where another one has the name.
    [[nodiscard]] std::string keyOf(std::size_t index) const;

    ClassFeeds feeds_;
    bool isFilling_ = false;
    bool canChange_ = false;
    QLabel *about_;
    QTableWidget *events_;
    QLineEdit *search_;
    QTableWidget *classes_;
    QPushButton *automatic_;
    QLabel *problem_;
};

} // namespace tagscope::ui

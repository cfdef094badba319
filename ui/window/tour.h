// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPointer>
#include <QString>
#include <vector>

class QLabel;
class QPushButton;

namespace tagscope::ui {

// One thing of the window that a newcomer is shown.
struct TourStep {
    QPointer<QWidget> place; // left out while it is hidden or gone
    QString title;
    QString text;
};

// Shows the window's parts one after the other: a card beside each, and a line around it. Keys and clicks go to the
// window as ever. Deletes itself at its end. GUI thread.
class Tour : public QFrame {
    Q_OBJECT

public:
    Tour(QWidget &window, std::vector<TourStep> steps);

    void goOn(); // ends after the last step

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showStep();
    void moveBeside();
    [[nodiscard]] bool isThere(std::size_t step) const;
    void end();

    QWidget &window_;
    std::vector<TourStep> steps_;
    std::size_t step_ = 0;
    QWidget *ring_;
    QLabel *title_;
    QLabel *text_;
    QLabel *count_;
    QPushButton *next_;
};

} // namespace tagscope::ui

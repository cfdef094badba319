// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QMainWindow;
class QStackedWidget;

namespace tagscope::ui {

// Lays the start page over the whole window while nothing is open, panels and all, so that a newcomer sees one page
// with one question. Who asks for a panel meanwhile gets it beside the page.
class StartCover : public QObject {
    Q_OBJECT

public:
    // `page` is the first of `centre`, to which it comes back; both outlive it.
    StartCover(QMainWindow &window, QWidget &page, QStackedWidget &centre);

    void setNothingOpen(bool isNothing);
    void uncover(); // until something was open again

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void cover();
    void fit();

    QMainWindow &window_;
    QWidget &page_;
    QStackedWidget &centre_;
    QWidget *place_; // of the page while it covers the window
    bool isCovering_ = false;
};

} // namespace tagscope::ui

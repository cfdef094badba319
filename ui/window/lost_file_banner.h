// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace tagscope::ui {

// Says, above everything else in the window, that the open project's file is another by now, and offers what helps.
// Hidden while all is well.
class LostFileBanner : public QFrame {
    Q_OBJECT

public:
    explicit LostFileBanner(Document &document, QWidget *parent = nullptr);

    // Where the window is about to be closed: asks whether a copy is to be saved first. closeAgreed() follows where it
    // is saved, or not wanted. False, and nothing is asked, where nothing would be lost.
    [[nodiscard]] bool asksBeforeClosing();

    // Where all would be lost and nobody can be asked: saves a copy among this person's data, and waits for it.
    void rescue();

Q_SIGNALS:
    void closeAgreed();

private:
    void follow();
    void askForCopy(bool closesThen);
    void takeCopy(const std::filesystem::path &target);

    Document &document_;
    QLabel *text_;
    QPushButton *open_;
    bool closesThen_ = false; // once the copy is saved
    bool isAgreed_ = false;   // that what is open may be lost
};

} // namespace tagscope::ui

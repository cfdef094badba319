// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace tagscope::ui {

// The list of opened clips; says what to do while there is none.
class ClipListView : public QListView {
    Q_OBJECT

public:
    explicit ClipListView(QWidget *parent = nullptr);

Q_SIGNALS:
    void seen(); // shown, or of another size

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
};

} // namespace tagscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/high_enough.h"

#include <QDialog>
#include <QEvent>
#include <QLayout>
#include <QScreen>
#include <algorithm>

namespace tagscope::ui {

namespace {

class Grower : public QObject {
public:
    explicit Grower(QDialog &dialog) : QObject(&dialog), dialog_(dialog) { dialog.installEventFilter(this); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override {
        if (watched == &dialog_ && (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show))
            grow();
        return QObject::eventFilter(watched, event);
    }

private:
    void grow() {
        QLayout *layout = dialog_.layout();
        if (layout == nullptr)
            return;
        const int wanted = layout->hasHeightForWidth() ? layout->totalMinimumHeightForWidth(dialog_.width())
                                                       : layout->totalMinimumSize().height();
        const int most = dialog_.screen()->availableGeometry().height();
        if (const int height = std::min(wanted, most); height > dialog_.height())
            dialog_.resize(dialog_.width(), height);
    }

    QDialog &dialog_;
};

} // namespace

void keepHighEnough(QDialog &dialog) {
    new Grower(dialog); // belongs to the dialog
}

} // namespace tagscope::ui

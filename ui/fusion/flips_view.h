// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/fusion/flip_list_model.h"

#include <QWidget>

class QLabel;

namespace tagscope::ui {

class FittedTable;

// The clips whose tags differ from those of the saved point, and how many of them are right now. GUI thread.
class FlipsView : public QWidget {
    Q_OBJECT

public:
    explicit FlipsView(QWidget *parent = nullptr);

    // Null: nothing is open; what was listed goes.
    void setContents(const std::shared_ptr<const WorkbenchContents> &contents, const QStringList &events);
    void setFlips(std::vector<FlippedTag> flips, bool isAudible);
    void clearCount(); // nothing can be compared

Q_SIGNALS:
    void clipAsked(ClipId clip, int event);

private:
    FlipListModel *flips_;
    QLabel *count_;
    FittedTable *table_;
};

} // namespace tagscope::ui

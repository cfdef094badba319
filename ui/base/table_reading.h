// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/shown_table.h"

#include <QObject>
#include <QPointer>
#include <optional>

class QAbstractItemView;

namespace tagscope::ui {

// Reads a view's rows as CSV in slices of a few milliseconds, so that the window goes on meanwhile however many there
// are. Begins at once; reads nothing more once it is deleted. GUI thread.
class TableReading : public QObject {
    Q_OBJECT

public:
    TableReading(QAbstractItemView &view, QObject *parent);

Q_SIGNALS:
    void finished(const QByteArray &csv);
    // The rows became others halfway.
    void changed();

private:
    void readSlice();
    void giveUp();

    QPointer<QAbstractItemView> view_;
    std::optional<ShownTable> table_; // nothing: it has ended
    std::size_t next_ = 0;
    QByteArray csv_;
};

} // namespace tagscope::ui

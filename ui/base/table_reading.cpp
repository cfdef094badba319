// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/table_reading.h"

#include <QAbstractItemModel>
#include <QAbstractItemView>
#include <QElapsedTimer>
#include <QTimer>

namespace tagscope::ui {

namespace {

constexpr qint64 kSliceMilliseconds = 8; // half of a picture at 60 Hz

} // namespace

TableReading::TableReading(QAbstractItemView &view, QObject *parent) : QObject(parent), view_(&view), table_(view) {
    csv_ = csvLine(table_->header());
    if (const QAbstractItemModel *rows = view.model()) {
        for (const auto signal :
             {&QAbstractItemModel::rowsAboutToBeInserted, &QAbstractItemModel::rowsAboutToBeRemoved})
            connect(rows, signal, this, &TableReading::giveUp);
        connect(rows, &QAbstractItemModel::rowsAboutToBeMoved, this, &TableReading::giveUp);
        connect(rows, &QAbstractItemModel::layoutAboutToBeChanged, this, &TableReading::giveUp);
        connect(rows, &QAbstractItemModel::modelAboutToBeReset, this, &TableReading::giveUp);
    }
    connect(&view, &QObject::destroyed, this, &TableReading::giveUp);
    QTimer::singleShot(0, this, &TableReading::readSlice);
}

void TableReading::readSlice() {
    if (!table_ || !view_)
        return;
    QElapsedTimer clock;
    clock.start();
    while (next_ < table_->rowCount() && clock.elapsed() < kSliceMilliseconds)
        csv_ += csvLine(table_->row(next_++));
    if (next_ < table_->rowCount()) {
        QTimer::singleShot(0, this, &TableReading::readSlice);
        return;
    }
    table_.reset();
    Q_EMIT finished(csv_);
}

void TableReading::giveUp() {
    if (!table_)
        return;
    table_.reset();
    Q_EMIT changed();
}

} // namespace tagscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/job_registry.h"

#include <QAbstractTableModel>
#include <QDateTime>
#include <QString>
#include <deque>

namespace tagscope::ui {

// Something that the window did, was told, or could not do.
struct LogEntry {
    using Kind = LogKind;

    QDateTime time;
    Kind kind = Kind::Note;
    QString work; // "Training"; empty for notes
    QString text;
};

// What happened since the program was started, the newest last. Of more than kMost entries the oldest are forgotten.
class WorkLogModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Time, Work, Outcome, Text, ColumnCount };
    enum Role { IsFailureRole = Qt::UserRole };
    static constexpr std::size_t kMost = 5000;

    using QAbstractTableModel::QAbstractTableModel;

    // What is said twice in a row within two seconds, as by a panel and by the status bar, is kept once.
    void add(LogEntry::Kind kind, const QString &work, const QString &text,
             const QDateTime &now = QDateTime::currentDateTime());
    void clear();
    [[nodiscard]] const std::deque<LogEntry> &entries() const { return entries_; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    std::deque<LogEntry> entries_;
};

} // namespace tagscope::ui

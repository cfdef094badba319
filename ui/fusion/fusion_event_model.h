// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/fusion/workbench_service.h"

#include <QAbstractTableModel>
#include <QStringList>

namespace tagscope::ui {

// An event a row: its weight and threshold, which can be edited, and what they give beside the saved point.
class FusionEventModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Event, Weight, Threshold, WeakF1, AudibleF1, Flips, ColumnCount };
    static constexpr int kValueRole = Qt::UserRole; // of Weight and Threshold: double

    // `service` outlives it.
    explicit FusionEventModel(WorkbenchService &service, QObject *parent = nullptr);

    // Of the open project; empty: none.
    void setEvents(const QStringList &names);
    // Anew, of all rows, where labels or scores came or went.
    void refresh();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    // A number, or its text; for a threshold also "never" and "always". Undoable.
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(std::size_t event, int column) const;
    [[nodiscard]] QString f1Text(std::size_t event, WorkbenchService::Labels labels) const;
    [[nodiscard]] QString toolTip(std::size_t event, int column) const;
    void follow(int event);

    WorkbenchService &service_;
    QStringList names_;
    std::vector<int> flips_; // one an event
};

// A threshold in words: three decimals, "never" or "always".
[[nodiscard]] QString thresholdText(double threshold);
// What a person typed; nothing where it is none.
[[nodiscard]] std::optional<double> thresholdFrom(const QString &text);

} // namespace tagscope::ui

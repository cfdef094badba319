// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/verdict_summary.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>
#include <optional>
#include <unordered_map>
#include <vector>

namespace tagscope::ui {

// The pairs of clip and event on which annotators differ, adjudicated or not. GUI thread.
class DisagreementModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Clip, Event, Verdicts, About, Decision, Columns };

    using QAbstractTableModel::QAbstractTableModel;

    // Another project: no rows any more. `clips`: names by id.
    void setNames(std::vector<QString> events, std::unordered_map<ClipId, QString> clips);
    // Ordered by pair, as of disagreementsIn(). Rows of pairs that stay keep their place.
    void setDisagreements(const std::vector<Disagreement> &disagreements);

    [[nodiscard]] const Disagreement &disagreement(int row) const { return rows_[static_cast<std::size_t>(row)]; }
    [[nodiscard]] std::optional<int> rowOf(const AuditedPair &pair) const;
    [[nodiscard]] QString clipName(ClipId clip) const;
    [[nodiscard]] QString eventName(int event) const;
    [[nodiscard]] int adjudicated() const; // rows

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString text(const Disagreement &shown, int column) const;
    [[nodiscard]] QString decisionText(const Disagreement &shown) const;
    void insertAll(const std::vector<Disagreement> &disagreements);

    std::vector<Disagreement> rows_;
    std::vector<QString> events_;
    std::unordered_map<ClipId, QString> clips_;
};

// Those of a DisagreementModel that are wanted. GUI thread.
class DisagreementFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    enum class Which { All, Open, Adjudicated };

    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setWhich(Which which);
    void setSoundAlone(bool isWanted); // about whether the event is heard
    void setEvent(std::optional<int> event);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    Which which_ = Which::All;
    bool isSoundAlone_ = false;
    std::optional<int> event_;
};

} // namespace tagscope::ui

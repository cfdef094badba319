// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/run_records.h"
#include "ui/training/training_lines.h"

#include <QAbstractListModel>
#include <optional>
#include <vector>

namespace tagscope::ui {

// The training runs of the open project, newest first, with everything that is drawn of them; a ticked run is drawn.
// GUI thread.
class RunListModel : public QAbstractListModel {
    Q_OBJECT

public:
    // Of one run; beyond it every other batch of the epochs that are over is forgotten.
    static constexpr std::size_t kMostBatches = 20000;

    using QAbstractListModel::QAbstractListModel;

    void setRuns(const std::vector<RunRecord> &runs);
    void setOnDark(bool isOnDark); // the colours follow the window's

    // A run begins or goes on: it is there, ticked, and Running.
    void begin(const QString &name, const TrainingSettings &settings = {});
    void add(const QString &name, const std::vector<BatchReport> &batches, const std::vector<EpochReport> &epochs);
    void finish(const QString &name, TrainingRun::State state);

    [[nodiscard]] std::vector<RunCurves> shownRuns() const;
    [[nodiscard]] std::optional<int> rowOf(const QString &name) const;
    [[nodiscard]] QString name(int row) const { return run(row).curves.name; }
    [[nodiscard]] bool canGoOn(int row) const;                    // it was stopped, or failed
    [[nodiscard]] std::optional<EpochReport> best(int row) const; // nothing where no epoch is over
    [[nodiscard]] const std::vector<int> &keptEpochs(int row) const { return run(row).kept; } // counted from 0
    [[nodiscard]] std::size_t epochs(int row) const { return run(row).curves.epochs.size(); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Run {
        RunCurves curves;
        TrainingRun::State state = TrainingRun::State::Finished;
        TrainingSettings settings = {};
        std::vector<int> kept = {}; // epochs whose networks are there, ascending
        bool isShown = false;
        int style = 0; // of lineStyle(): kept while others come and go
    };

    [[nodiscard]] const Run &run(int row) const { return runs_[static_cast<std::size_t>(row)]; }
    [[nodiscard]] QString text(const Run &run) const;
    [[nodiscard]] QString stateText(TrainingRun::State state) const;
    void notify(int row);

    std::vector<Run> runs_;
    int stylesUsed_ = 0;
    bool isOnDark_ = false;
};

} // namespace tagscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/run_list_model.h"

#include "core/training/kept_epochs.h"
#include "ui/base/text.h"

#include <QGuiApplication>
#include <QPalette>
#include <algorithm>

namespace tagscope::ui {

namespace {

constexpr std::size_t kShownAtFirst = 3; // more lines at once are hard to read

// Every other batch of the epochs before the latest.
void forgetHalf(std::vector<BatchReport> &batches) {
    const int latest = batches.back().epoch;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < batches.size(); ++i)
        if (batches[i].epoch == latest || i % 2 == 0)
            batches[kept++] = batches[i];
    batches.resize(kept);
}

} // namespace

void RunListModel::setRuns(const std::vector<RunRecord> &runs) {
    if (!runs_.empty()) {
        beginRemoveRows({}, 0, rowCount() - 1);
        runs_.clear();
        endRemoveRows();
    }
    stylesUsed_ = 0;
    if (runs.empty())
        return;
    beginInsertRows({}, 0, static_cast<int>(runs.size()) - 1);
    for (const RunRecord &record : runs) {
        Run run;
        run.curves.name = toText(record.run.name);
        run.curves.epochs = record.epochs;
        run.state = record.run.state;
        run.settings = record.settings.value_or(TrainingSettings());
        run.kept = record.keptEpochs;
        run.isShown = runs_.size() < kShownAtFirst;
        run.style = stylesUsed_++;
        run.curves.style = lineStyle(run.style, isOnDark_);
        runs_.push_back(std::move(run));
    }
    endInsertRows();
}

void RunListModel::setOnDark(bool isOnDark) {
    if (isOnDark == isOnDark_)
        return;
    isOnDark_ = isOnDark;
    for (Run &run : runs_)
        run.curves.style = lineStyle(run.style, isOnDark_);
    if (!runs_.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void RunListModel::begin(const QString &name, const TrainingSettings &settings) {
    if (const std::optional<int> row = rowOf(name)) {
        Run &run = runs_[static_cast<std::size_t>(*row)];
        run.state = TrainingRun::State::Running;
        run.settings = settings;
        run.isShown = true;
        run.curves.batches.clear(); // it goes on from its checkpoint and tells the batches after it again
        notify(*row);
        return;
    }
    Run run;
    run.curves.name = name;
    run.state = TrainingRun::State::Running;
    run.settings = settings;
    run.isShown = true;
    run.style = stylesUsed_++;
    run.curves.style = lineStyle(run.style, isOnDark_);
    beginInsertRows({}, 0, 0);
    runs_.insert(runs_.begin(), std::move(run));
    endInsertRows();
}

void RunListModel::add(const QString &name, const std::vector<BatchReport> &batches,
                       const std::vector<EpochReport> &epochs) {
    const std::optional<int> row = rowOf(name);
    if (!row)
        return;
    Run &changed = runs_[static_cast<std::size_t>(*row)];
    RunCurves &curves = changed.curves;
    for (const EpochReport &epoch : epochs) {
        // An epoch that is told again replaces what was told of it, and what came after.
        std::erase_if(curves.epochs, [&epoch](const EpochReport &old) { return old.epoch >= epoch.epoch; });
        curves.epochs.push_back(epoch);
        const auto place = std::ranges::lower_bound(changed.kept, epoch.epoch);
        if (isEpochKept(changed.settings, epoch.epoch) && (place == changed.kept.end() || *place != epoch.epoch))
            changed.kept.insert(place, epoch.epoch);
    }
    curves.batches.insert(curves.batches.end(), batches.begin(), batches.end());
    if (curves.batches.size() > kMostBatches)
        forgetHalf(curves.batches);
    notify(*row);
}

void RunListModel::finish(const QString &name, TrainingRun::State state) {
    if (const std::optional<int> row = rowOf(name)) {
        runs_[static_cast<std::size_t>(*row)].state = state;
        notify(*row);
    }
}

std::vector<RunCurves> RunListModel::shownRuns() const {
    std::vector<RunCurves> shown;
    for (const Run &run : runs_)
        if (run.isShown)
            shown.push_back(run.curves);
    return shown;
}

std::optional<int> RunListModel::rowOf(const QString &name) const {
    const auto found =
        std::find_if(runs_.begin(), runs_.end(), [&name](const Run &run) { return run.curves.name == name; });
    return found == runs_.end() ? std::nullopt : std::optional(static_cast<int>(found - runs_.begin()));
}

bool RunListModel::canGoOn(int row) const {
    return run(row).state == TrainingRun::State::Stopped || run(row).state == TrainingRun::State::Failed;
}

std::optional<EpochReport> RunListModel::best(int row) const {
    const std::vector<EpochReport> &epochs = run(row).curves.epochs;
    const auto best = std::max_element(
        epochs.begin(), epochs.end(), [](const EpochReport &a, const EpochReport &b) { return a.microF1 < b.microF1; });
    return best == epochs.end() ? std::nullopt : std::optional(*best);
}

int RunListModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(runs_.size());
}

QString RunListModel::stateText(TrainingRun::State state) const {
    switch (state) {
    case TrainingRun::State::Running:
        return tr("running");
    case TrainingRun::State::Stopped:
        return tr("stopped");
    case TrainingRun::State::Failed:
        return tr("failed");
    case TrainingRun::State::Finished:
        break;
    }
    return tr("finished");
}

QString RunListModel::text(const Run &run) const {
    const auto epochs = static_cast<int>(run.curves.epochs.size());
    //: State of a run and how many epochs of it are over.
    QStringList parts{stateText(run.state), tr("epochs: %1").arg(epochs)};
    if (const std::optional<EpochReport> top = best(static_cast<int>(&run - runs_.data())))
        parts << tr("best micro F1 %1 in epoch %2").arg(probabilityText(top->microF1)).arg(top->epoch + 1);
    if (run.settings.truth == Truth::Audited)
        parts << tr("trained on audited labels");
    return parts.join(QStringLiteral(", "));
}

QVariant RunListModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Run &shown = run(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return QString(shown.curves.name + QLatin1Char('\n') + text(shown));
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return QString(shown.curves.name + QStringLiteral(": ") + text(shown));
    case Qt::DecorationRole:
        return sampleOf(shown.curves.style, QGuiApplication::palette().color(QPalette::Base));
    case Qt::CheckStateRole:
        return shown.isShown ? Qt::Checked : Qt::Unchecked;
    default:
        return {};
    }
}

bool RunListModel::setData(const QModelIndex &index, const QVariant &value, int role) {
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    runs_[static_cast<std::size_t>(index.row())].isShown = value.toInt() == Qt::Checked;
    notify(index.row());
    return true;
}

Qt::ItemFlags RunListModel::flags(const QModelIndex &index) const {
    return index.isValid()
               ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren
               : Qt::ItemFlags();
}

void RunListModel::notify(int row) {
    Q_EMIT dataChanged(index(row), index(row));
}

} // namespace tagscope::ui

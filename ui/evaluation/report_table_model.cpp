// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/report_table_model.h"

#include "ui/base/text.h"
#include "ui/base/tokens.h"

#include <QFont>

namespace tagscope::ui {

namespace {

QString percent(double share) {
    return numberText(100 * share, 1);
}

QString points(double share) {
    return (share >= 0 ? QStringLiteral("+") : QString()) + percent(share);
}

} // namespace

void ReportTableModel::setReport(std::shared_ptr<const Report> report) {
    beginResetModel();
    report_ = std::move(report);
    rows_.clear();
    if (report_) {
        for (std::size_t i = 0; i < report_->systems.size(); ++i)
            rows_.push_back({i, false});
        for (std::size_t i = 0; report_->against && i < report_->systems.size(); ++i)
            if (i != *report_->against)
                rows_.push_back({i, true});
    }
    endResetModel();
}

int ReportTableModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int ReportTableModel::columnCount(const QModelIndex &parent) const {
    if (parent.isValid())
        return 0;
    return 1 + (report_ ? static_cast<int>(report_->figures.size()) : 0);
}

QVariant ReportTableModel::data(const QModelIndex &index, int role) const {
    if (!report_ || !index.isValid())
        return {};
    const Row &row = rows_[static_cast<std::size_t>(index.row())];
    if (role == Qt::FontRole && row.system == report_->shown && !row.isDifference)
        return strong(QFont());
    if (index.column() == 0)
        return role == Qt::DisplayRole ? QVariant(name(row)) : QVariant();
    const SplitFigures &figures = report_->figures[static_cast<std::size_t>(index.column() - 1)];
    if (role == Qt::DisplayRole)
        return figure(row, figures);
    if (role == Qt::ToolTipRole)
        return details(row, figures);
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

QVariant ReportTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    if (section == 0)
        return tr("Micro F1, % (95 % interval)");
    return report_ ? toText(titleOf(report_->figures[static_cast<std::size_t>(section - 1)])) : QString();
}

QString ReportTableModel::name(const Row &row) const {
    const QString system = toText(titleOf(report_->systems[row.system]));
    return row.isDifference ? tr("%1 minus %2").arg(system, toText(titleOf(report_->systems[*report_->against])))
                            : system;
}

QString ReportTableModel::figure(const Row &row, const SplitFigures &figures) const {
    if (row.isDifference) {
        const std::optional<F1Difference> &found = figures.difference[row.system];
        if (!found)
            return QStringLiteral("–");
        const QString text =
            tr("%1  (%2 to %3)")
                .arg(points(found->difference), points(found->interval.low), points(found->interval.high));
        return found->isWithinChance() ? tr("%1, within chance").arg(text) : text;
    }
    const std::optional<Evaluation> &found = figures.systems[row.system];
    if (!found)
        return QStringLiteral("–");
    const auto withInterval = [](double share, const Interval &interval) {
        return tr("%1  (%2 to %3)").arg(percent(share), percent(interval.low), percent(interval.high));
    };
    if (found->intervals)
        return withInterval(found->micro.f1(), found->intervals->micro);
    if (!found->newClips || !found->newClips->interval)
        return tr("%1 on the clips it was tuned on").arg(percent(found->micro.f1()));
    return tr("%1 on new clips; %2 on those it was tuned on")
        .arg(withInterval(found->newClips->microF1, *found->newClips->interval), percent(found->micro.f1()));
}

QString ReportTableModel::details(const Row &row, const SplitFigures &figures) const {
    const std::optional<Evaluation> &found = figures.systems[row.system];
    if (!found)
        return tr("The system has no scores for these clips.");
    if (row.isDifference)
        return tr(
            "Points of micro F1, with the interval from a paired bootstrap over the clips. None on clips that one "
            "of the two was tuned on.");
    const QString mean = found->meanAveragePrecision ? percent(*found->meanAveragePrecision) : QStringLiteral("–");
    return tr("%n clip(s): precision %1, recall %2, macro F1 %3, macro F1 as the organisers compute it %4, mean "
              "average precision %5 (%)",
              nullptr, static_cast<int>(found->clips))
        .arg(percent(found->micro.precision()), percent(found->micro.recall()), percent(found->macroF1),
             percent(found->organisersMacroF1), mean);
}

} // namespace tagscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/tag_change_model.h"

#include "ui/base/text.h"

namespace tagscope::ui {

namespace {

QString probability(const std::optional<double> &p) {
    return p ? probabilityText(*p) : QStringLiteral("–");
}

} // namespace

void TagChangeModel::setReport(std::shared_ptr<const Report> report) {
    beginResetModel();
    report_ = std::move(report);
    endResetModel();
}

const TagChange &TagChangeModel::change(int row) const {
    return report_->changes->tags[static_cast<std::size_t>(row)];
}

int TagChangeModel::rowCount(const QModelIndex &parent) const {
    const bool hasRows = !parent.isValid() && report_ && report_->changes;
    return hasRows ? static_cast<int>(report_->changes->tags.size()) : 0;
}

int TagChangeModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : Columns;
}

QVariant TagChangeModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole && index.column() >= Before)
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const TagChange &tag = change(index.row());
    switch (index.column()) {
    case Clip:
        return toText(tag.clip);
    case Event:
        return toText(report_->events[tag.event]);
    case Change:
        return tag.isTagged ? tr("+ gained") : tr("− lost");
    case Judgement:
        return tag.isRight ? tr("✓ right") : tr("✗ wrong");
    case Before:
        return probability(tag.before);
    case After:
        return probability(tag.after);
    default:
        return {};
    }
}

QVariant TagChangeModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Clip:
        return tr("Clip");
    case Event:
        return tr("Event");
    case Change:
        return tr("Tag");
    case Judgement:
        return tr("By the labels");
    case Before:
        return tr("Before");
    case After:
        return tr("After");
    default:
        return {};
    }
}

QString summaryOfChanges(const Report &report) {
    if (!report.changes)
        return TagChangeModel::tr("There is no other system for this split to compare with.");
    const SystemChanges &changes = *report.changes;
    return TagChangeModel::tr(
               "From %1 to %2, %3: %4 tags correctly gained and %5 wrongly, %6 correctly lost and %7 wrongly.")
        .arg(toText(titleOf(report.systems[*report.against])), toText(titleOf(report.systems[report.shown])),
             toText(titleOf(report.close())))
        .arg(changes.count(true, true))
        .arg(changes.count(true, false))
        .arg(changes.count(false, true))
        .arg(changes.count(false, false));
}

} // namespace tagscope::ui

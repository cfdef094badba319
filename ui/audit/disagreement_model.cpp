// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/disagreement_model.h"

#include "ui/base/audit_text.h"
#include "ui/base/text.h"

#include <algorithm>
#include <utility>

namespace tagscope::ui {
namespace {

bool isSame(const Disagreement &a, const Disagreement &b) {
    return a.verdicts == b.verdicts && a.adjudication == b.adjudication && a.isAboutSound == b.isAboutSound &&
           a.isAboutPictures == b.isAboutPictures;
}

} // namespace

void DisagreementModel::setNames(std::vector<QString> events, std::unordered_map<ClipId, QString> clips) {
    setDisagreements({});
    events_ = std::move(events);
    clips_ = std::move(clips);
}

void DisagreementModel::insertAll(const std::vector<Disagreement> &disagreements) {
    beginInsertRows({}, 0, static_cast<int>(disagreements.size()) - 1);
    rows_ = disagreements;
    endInsertRows();
}

void DisagreementModel::setDisagreements(const std::vector<Disagreement> &disagreements) {
    if (rows_.empty() && !disagreements.empty()) {
        insertAll(disagreements);
        return;
    }
    const auto remove = [this](std::size_t from, std::size_t count) {
        if (count == 0)
            return;
        beginRemoveRows({}, static_cast<int>(from), static_cast<int>(from + count) - 1);
        rows_.erase(rows_.begin() + static_cast<std::ptrdiff_t>(from),
                    rows_.begin() + static_cast<std::ptrdiff_t>(from + count));
        endRemoveRows();
    };
    for (std::size_t i = 0; i < disagreements.size(); ++i) {
        const Disagreement &next = disagreements[i];
        std::size_t gone = i;
        while (gone < rows_.size() && rows_[gone].pair < next.pair)
            ++gone;
        remove(i, gone - i);
        const int row = static_cast<int>(i);
        if (i == rows_.size() || rows_[i].pair != next.pair) {
            beginInsertRows({}, row, row);
            rows_.insert(rows_.begin() + row, next);
            endInsertRows();
        } else if (!isSame(rows_[i], next)) {
            rows_[i] = next;
            Q_EMIT dataChanged(index(row, 0), index(row, Columns - 1));
        }
    }
    remove(disagreements.size(), rows_.size() - disagreements.size());
}

std::optional<int> DisagreementModel::rowOf(const AuditedPair &pair) const {
    const auto at = std::ranges::lower_bound(rows_, pair, {}, &Disagreement::pair);
    return at == rows_.end() || at->pair != pair ? std::nullopt : std::optional(static_cast<int>(at - rows_.begin()));
}

QString DisagreementModel::clipName(ClipId clip) const {
    const auto found = clips_.find(clip);
    return found == clips_.end() ? QString::number(clip) : found->second;
}

QString DisagreementModel::eventName(int event) const {
    const auto place = static_cast<std::size_t>(event);
    return place < events_.size() ? events_[place] : QString::number(event);
}

int DisagreementModel::adjudicated() const {
    return static_cast<int>(
        std::ranges::count_if(rows_, [](const Disagreement &row) { return row.adjudication.has_value(); }));
}

int DisagreementModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int DisagreementModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : Columns;
}

QString DisagreementModel::decisionText(const Disagreement &shown) const {
    if (!shown.adjudication)
        return tr("open");
    const Verdict &decided = *shown.adjudication;
    const QString text = tr("✓ %1, by %2").arg(textOf(*decided.value), toText(decided.annotator));
    return decided.note.empty() ? text : tr("%1: %2").arg(text, toText(decided.note));
}

QString DisagreementModel::text(const Disagreement &shown, int column) const {
    switch (column) {
    case Clip:
        return clipName(shown.pair.first);
    case Event:
        return eventName(shown.pair.second);
    case Verdicts:
        return textOf(shown.verdicts);
    case About:
        //: What a disagreement is about.
        return shown.isAboutSound && shown.isAboutPictures ? tr("sound and pictures")
               : shown.isAboutSound                        ? tr("the sound")
               : shown.isAboutPictures                     ? tr("the pictures")
                                                           : tr("unsure or not");
    case Decision:
        return decisionText(shown);
    default:
        return {};
    }
}

QVariant DisagreementModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    return text(disagreement(index.row()), index.column());
}

QVariant DisagreementModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Clip:
        return tr("Clip");
    case Event:
        return tr("Event");
    case Verdicts:
        return tr("Verdicts");
    case About:
        return tr("About");
    case Decision:
        return tr("Decided");
    default:
        return {};
    }
}

void DisagreementFilter::setWhich(Which which) {
    which_ = which;
    invalidateFilter();
}

void DisagreementFilter::setSoundAlone(bool isWanted) {
    isSoundAlone_ = isWanted;
    invalidateFilter();
}

void DisagreementFilter::setEvent(std::optional<int> event) {
    event_ = event;
    invalidateFilter();
}

bool DisagreementFilter::filterAcceptsRow(int row, const QModelIndex &) const {
    const auto *from = qobject_cast<const DisagreementModel *>(sourceModel());
    if (from == nullptr)
        return false;
    const Disagreement &shown = from->disagreement(row);
    const bool isDecided = shown.adjudication.has_value();
    return (which_ == Which::All || isDecided == (which_ == Which::Adjudicated)) &&
           (!isSoundAlone_ || shown.isAboutSound) && (!event_ || shown.pair.second == *event_);
}

} // namespace tagscope::ui

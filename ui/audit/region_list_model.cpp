// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/region_list_model.h"

#include "ui/base/text.h"

#include <algorithm>
#include <array>
#include <compare>
#include <utility>

namespace tagscope::ui {
namespace {

constexpr int kTimeDigits = 3;
constexpr int kHertzDigits = 0;
constexpr int kConfidenceDigits = 3;
const QString kNoName;

void sortByPlace(std::vector<MarkedRegion> &regions) {
    std::ranges::sort(regions, {}, [](const MarkedRegion &region) {
        return std::tuple(region.clip, region.onset, region.event, region.offset);
    });
}

std::optional<double> lowOf(const MarkedRegion &region) {
    return region.frequencies ? std::optional(region.frequencies->low) : std::nullopt;
}

std::optional<double> highOf(const MarkedRegion &region) {
    return region.frequencies ? std::optional(region.frequencies->high) : std::nullopt;
}

QString cellText(const std::optional<double> &number, int digits) {
    return number ? numberText(*number, digits) : QString();
}

} // namespace

void RegionListModel::setNames(QStringList events, std::unordered_map<ClipId, QString> clips) {
    setRegions({});
    events_ = std::move(events);
    clips_ = std::move(clips);
}

void RegionListModel::setRegions(std::vector<MarkedRegion> regions) {
    sortByPlace(regions);
    if (regions == rows_)
        return;
    beginResetModel();
    rows_ = std::move(regions);
    endResetModel();
}

void RegionListModel::setRegionsOf(ClipId clip, std::vector<MarkedRegion> regions) {
    sortByPlace(regions);
    const auto [first, last] = std::ranges::equal_range(rows_, clip, {}, &MarkedRegion::clip);
    if (std::ranges::equal(first, last, regions.begin(), regions.end()))
        return;
    const auto from = first - rows_.begin();
    if (first != last) {
        beginRemoveRows({}, static_cast<int>(from), static_cast<int>(last - rows_.begin()) - 1);
        rows_.erase(first, last);
        endRemoveRows();
    }
    if (regions.empty())
        return;
    beginInsertRows({}, static_cast<int>(from), static_cast<int>(from) + static_cast<int>(regions.size()) - 1);
    rows_.insert(rows_.begin() + from, regions.begin(), regions.end());
    endInsertRows();
}

const QString &RegionListModel::clipName(ClipId clip) const {
    const auto found = clips_.find(clip);
    return found == clips_.end() ? kNoName : found->second;
}

QString RegionListModel::text(const MarkedRegion &shown, int column) const {
    switch (column) {
    case Clip:
        return clipName(shown.clip);
    case Event:
        return events_.value(shown.event);
    case Onset:
        return numberText(shown.onset.count(), kTimeDigits);
    case Offset:
        return numberText(shown.offset.count(), kTimeDigits);
    case Low:
        return cellText(lowOf(shown), kHertzDigits);
    case High:
        return cellText(highOf(shown), kHertzDigits);
    case Confidence:
        return cellText(shown.confidence, kConfidenceDigits);
    case Annotator:
        return toText(shown.annotator);
    case Source:
        return toText(shown.source);
    case Note:
        return toText(shown.note);
    default:
        return {};
    }
}

bool RegionListModel::isBefore(const MarkedRegion &a, const MarkedRegion &b, int column) const {
    switch (column) {
    case Event:
        return events_.value(a.event).localeAwareCompare(events_.value(b.event)) < 0;
    case Onset:
        return a.onset < b.onset;
    case Offset:
        return a.offset < b.offset;
    case Low:
        return lowOf(a) < lowOf(b);
    case High:
        return highOf(a) < highOf(b);
    case Confidence:
        return a.confidence < b.confidence;
    case Annotator:
        return a.annotator < b.annotator;
    case Source:
        return a.source < b.source;
    case Note:
        return a.note < b.note;
    default:
        return std::pair(a.clip, a.onset) < std::pair(b.clip, b.onset); // the order of the list of clips
    }
}

int RegionListModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int RegionListModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : Columns;
}

QVariant RegionListModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const bool isNumber = index.column() >= Onset && index.column() <= Confidence;
    if (role == Qt::TextAlignmentRole && isNumber)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::DisplayRole || (role == Qt::ToolTipRole && !isNumber))
        return text(region(index.row()), index.column());
    return {};
}

QVariant RegionListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= Columns)
        return {};
    const std::array<QString, Columns> titles{tr("Clip"),     tr("Event"),     tr("Start (s)"),  tr("End (s)"),
                                              tr("Low (Hz)"), tr("High (Hz)"), tr("Confidence"), tr("Annotator"),
                                              tr("Source"),   tr("Note")};
    return titles.at(static_cast<std::size_t>(section));
}

const RegionListModel *RegionListFilter::model() const {
    return qobject_cast<const RegionListModel *>(sourceModel());
}

void RegionListFilter::setWords(const QString &text) {
    words_ = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

void RegionListFilter::setEvent(std::optional<int> event) {
    event_ = event;
    invalidateFilter();
}

bool RegionListFilter::filterAcceptsRow(int row, const QModelIndex &) const {
    if (model() == nullptr)
        return false;
    const MarkedRegion &region = model()->region(row);
    if (event_ && region.event != *event_)
        return false;
    if (words_.empty())
        return true;
    static constexpr std::array kSearched{RegionListModel::Clip, RegionListModel::Event, RegionListModel::Annotator,
                                          RegionListModel::Source, RegionListModel::Note};
    std::array<QString, kSearched.size()> texts;
    for (std::size_t i = 0; i < kSearched.size(); ++i)
        texts[i] = model()->text(region, kSearched[i]);
    return std::ranges::all_of(words_, [&texts](const QString &word) {
        return std::ranges::any_of(texts,
                                   [&word](const QString &text) { return text.contains(word, Qt::CaseInsensitive); });
    });
}

bool RegionListFilter::lessThan(const QModelIndex &a, const QModelIndex &b) const {
    return model() != nullptr && model()->isBefore(model()->region(a.row()), model()->region(b.row()), a.column());
}

} // namespace tagscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clips/project_clip_model.h"

#include "ui/base/text.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

namespace tagscope::ui {

void ProjectClipModel::setProject(std::shared_ptr<const OpenProject> project) {
    beginResetModel();
    project_ = std::move(project);
    positions_.clear();
    clips_.clear();
    filter_ = {};
    if (project_) {
        const ProjectContents &contents = project_->contents;
        std::unordered_map<std::string_view, QString> splits;
        clips_.resize(contents.clips.size());
        positions_.reserve(contents.clips.size());
        for (std::size_t i = 0; i < clips_.size(); ++i) {
            Row &row = clips_[i];
            row.labelled = std::shared_ptr<const LabelledClip>(project_, &contents.clips[i]); // not a copy
            QString &split = splits[row.labelled->clip.split];
            if (split.isNull())
                split = toText(row.labelled->clip.split);
            row.split = split;
            row.searchText = project_->searchTexts[i];
            positions_.emplace(row.labelled->clip.id, static_cast<int>(i));
            if (row.labelled->clip.isMissing && !contents.makesMedia)
                row.progress.state = ClipProgress::State::Missing;
        }
    }
    order();
    showRows(passing());
    endResetModel();
    Q_EMIT splitsChanged();
}

void ProjectClipModel::setFilter(const ClipFilter &filter) {
    filter_ = filter;
    std::vector<int> rows = passing();
    if (rows == rows_)
        return;
    beginResetModel(); // the rows that go and come may be scattered in thousands of places
    showRows(std::move(rows));
    endResetModel();
}

void ProjectClipModel::sort(int column, Qt::SortOrder sortOrder) {
    sortColumn_ = column;
    sortOrder_ = sortOrder;
    order();
    const std::vector<int> rows = passing();
    if (rows == rows_)
        return;
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<int> positions;
    positions.reserve(static_cast<std::size_t>(before.size()));
    for (const QModelIndex &index : before)
        positions.push_back(rows_[static_cast<std::size_t>(index.row())]);
    showRows(rows);
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after << index(rowsOf_[static_cast<std::size_t>(positions[static_cast<std::size_t>(i)])], before[i].column());
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void ProjectClipModel::order() {
    ordered_.resize(clips_.size());
    std::iota(ordered_.begin(), ordered_.end(), 0);
    const auto by = [this](const auto &key) {
        const auto isBefore = [this, &key](int a, int b) {
            return sortOrder_ == Qt::AscendingOrder ? key(at(a)) < key(at(b)) : key(at(b)) < key(at(a));
        };
        std::stable_sort(ordered_.begin(), ordered_.end(), isBefore);
    };
    switch (sortColumn_) {
    case Name:
        return by([](const Row &row) -> const std::string & { return row.labelled->clip.name; });
    case Split:
        return by([](const Row &row) -> const std::string & { return row.labelled->clip.split; });
    case Labels:
        return by([](const Row &row) -> const std::vector<int> & { return row.labelled->labels; });
    case Tags:
        return by([](const Row &row) { return std::tie(row.judgement.isTagged, row.judgement.tags); });
    case Disagreed:
        return by([](const Row &row) { return row.judgement.untagged.size() + row.judgement.unlabelled.size(); });
    case Margin:
        return by([](const Row &row) { return row.judgement.margin; });
    case HeardLabels:
        return by([](const Row &row) { return row.judgement.heard; });
    case Duration:
        return by([](const Row &row) { return row.labelled->clip.duration; });
    case State:
        return by([](const Row &row) { return row.progress.state; });
    default:
        break;
    }
}

std::vector<int> ProjectClipModel::passing() const {
    if (filter_.isEmpty())
        return ordered_;
    const QStringList words = wordsOf(filter_);
    std::vector<int> rows;
    for (const int position : ordered_) {
        const Row &row = at(position);
        if (passes(filter_, words, {row.searchText, row.split, row.labelled->labels, row.judgement}))
            rows.push_back(position);
    }
    return rows;
}

void ProjectClipModel::showRows(std::vector<int> rows) {
    rows_ = std::move(rows);
    rowsOf_.assign(clips_.size(), -1);
    for (std::size_t row = 0; row < rows_.size(); ++row)
        rowsOf_[static_cast<std::size_t>(rows_[row])] = static_cast<int>(row);
}

bool ProjectClipModel::dependsOn(Column column) const {
    switch (column) {
    case Tags:
        return sortColumn_ == Tags || sortColumn_ == Disagreed || sortColumn_ == Margin || sortColumn_ == HeardLabels ||
               filter_.tag || filter_.disagreement || filter_.heard || filter_.verdict;
    case Split:
        return sortColumn_ == Split || filter_.split || !filter_.text.isEmpty();
    case Labels:
        return sortColumn_ == Labels || filter_.label || !filter_.text.isEmpty();
    default:
        return false;
    }
}

void ProjectClipModel::arrangeAnew() {
    order();
    std::vector<int> rows = passing();
    if (rows == rows_)
        return;
    if (filter_.isEmpty()) { // the same rows in another order
        sort(sortColumn_, sortOrder_);
        return;
    }
    beginResetModel();
    showRows(std::move(rows));
    endResetModel();
}

void ProjectClipModel::setJudgements(const ClipJudge::Judgements &judgements) {
    if (!judgements || judgements->size() != clips_.size())
        return;
    for (std::size_t i = 0; i < clips_.size(); ++i) {
        Row &row = clips_[i];
        row.judgement = (*judgements)[i];
        if (!row.judgement.isScored && row.progress.tags)
            setTags(row.judgement, row.labelled->labels, *row.progress.tags);
    }
    if (dependsOn(Tags))
        arrangeAnew();
    if (!rows_.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void ProjectClipModel::setSplits(const std::vector<SplitOfClip> &splits) {
    for (const SplitOfClip &change : splits) {
        Row *row = rowFor(change.clip);
        if (row == nullptr)
            continue;
        const QString split = toText(change.split);
        // name, split and labels, a line each
        QStringList lines = row->searchText.split(QLatin1Char('\n'));
        if (lines.size() > 1)
            lines[1] = split.toCaseFolded();
        row->searchText = lines.join(QLatin1Char('\n'));
        row->split = split;
        LabelledClip changed = *row->labelled;
        changed.clip.split = change.split;
        row->labelled = std::make_shared<const LabelledClip>(std::move(changed));
    }
    if (dependsOn(Split))
        arrangeAnew();
    if (!rows_.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT splitsChanged();
}

void ProjectClipModel::setLabels(const std::vector<std::pair<ClipId, int>> &labels, bool isGiven) {
    for (const auto &[clip, event] : labels) {
        Row *row = rowFor(clip);
        if (row == nullptr)
            continue;
        LabelledClip changed = *row->labelled;
        std::erase(changed.labels, event);
        if (isGiven)
            changed.labels.insert(std::ranges::upper_bound(changed.labels, event), event);
        row->searchText = searchTextOf(changed, classes());
        row->labelled = std::make_shared<const LabelledClip>(std::move(changed));
    }
    if (dependsOn(Labels))
        arrangeAnew();
    if (!rows_.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void ProjectClipModel::setPlaces(const std::vector<FoundMedia> &places) {
    for (const FoundMedia &place : places) {
        Row *row = rowFor(place.clip);
        if (row == nullptr)
            continue;
        std::error_code error;
        LabelledClip changed = *row->labelled;
        changed.clip.media = place.media;
        changed.clip.start = place.start;
        changed.clip.isMissing = place.media.empty() || !std::filesystem::exists(place.media, error);
        row->labelled = std::make_shared<const LabelledClip>(std::move(changed));
        const bool wasMissing = row->progress.state == ClipProgress::State::Missing;
        if (row->labelled->clip.isMissing && !project_->contents.makesMedia)
            row->progress.state = ClipProgress::State::Missing;
        else if (wasMissing)
            row->progress.state = ClipProgress::State::Untouched;
    }
    if (!rows_.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void ProjectClipModel::setProgress(ClipId id, const ClipProgress &progress) {
    Row *found = rowFor(id);
    if (found == nullptr)
        return;
    found->progress = progress;
    if (progress.tags && !found->judgement.isScored)
        setTags(found->judgement, found->labelled->labels, *progress.tags);
    if (const std::optional<int> row = rowOf(id))
        Q_EMIT dataChanged(index(*row, 0), index(*row, ColumnCount - 1));
}

ProjectClipModel::Row *ProjectClipModel::rowFor(ClipId id) {
    const auto found = positions_.find(id);
    return found == positions_.end() ? nullptr : &clips_[static_cast<std::size_t>(found->second)];
}

const ProjectClipModel::Row *ProjectClipModel::rowFor(ClipId id) const {
    const auto found = positions_.find(id);
    return found == positions_.end() ? nullptr : &clips_[static_cast<std::size_t>(found->second)];
}

const ClipProgress &ProjectClipModel::progress(ClipId id) const {
    static const ClipProgress kUntouched;
    const Row *row = rowFor(id);
    return row == nullptr ? kUntouched : row->progress;
}

std::optional<ClipId> ProjectClipModel::clipAt(int row) const {
    if (row < 0 || row >= rowCount())
        return std::nullopt;
    return at(rows_[static_cast<std::size_t>(row)]).labelled->clip.id;
}

std::optional<int> ProjectClipModel::rowOf(ClipId id) const {
    const auto found = positions_.find(id);
    if (found == positions_.end() || rowsOf_[static_cast<std::size_t>(found->second)] < 0)
        return std::nullopt;
    return rowsOf_[static_cast<std::size_t>(found->second)];
}

const LabelledClip *ProjectClipModel::find(ClipId id) const {
    const Row *row = rowFor(id);
    return row == nullptr ? nullptr : row->labelled.get();
}

const ClipJudgement *ProjectClipModel::judgement(ClipId id) const {
    const Row *row = rowFor(id);
    return row == nullptr ? nullptr : &row->judgement;
}

const std::vector<EventClass> &ProjectClipModel::classes() const {
    static const std::vector<EventClass> kNone;
    return project_ ? project_->contents.classes : kNone;
}

std::vector<QString> ProjectClipModel::splits() const {
    std::set<QString> splits;
    for (const Row &row : clips_)
        splits.insert(row.split);
    return {splits.begin(), splits.end()};
}

int ProjectClipModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int ProjectClipModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

} // namespace tagscope::ui

#include "ui/itemmodels/project_clip_model.h"

#include "ui/services/core_text.h"
#include "ui/services/text.h"

#include <algorithm>

namespace tagscope::ui {

void ProjectClipModel::setProject(std::shared_ptr<const OpenProject> project) {
    beginResetModel();
    project_ = std::move(project);
    positions_.clear();
    progress_.clear();
    filter_ = {};
    if (project_) {
        const std::vector<LabelledClip> &clips = project_->contents.clips;
        progress_.resize(clips.size());
        positions_.reserve(clips.size());
        for (std::size_t i = 0; i < clips.size(); ++i) {
            positions_.emplace(clips[i].clip.id, static_cast<int>(i));
            if (clips[i].clip.isMissing && !project_->contents.makesMedia)
                progress_[i].state = ClipProgress::State::Missing;
        }
    }
    rebuild();
    endResetModel();
}

void ProjectClipModel::setFilter(const Filter &filter) {
    beginResetModel(); // the rows that go and come may be scattered in thousands of places
    filter_ = filter;
    rebuild();
    endResetModel();
}

void ProjectClipModel::setOrder(Order order) {
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    std::vector<int> positions;
    positions.reserve(static_cast<std::size_t>(before.size()));
    for (const QModelIndex &index : before)
        positions.push_back(rows_[static_cast<std::size_t>(index.row())]);
    order_ = order;
    rebuild();
    QModelIndexList after;
    for (const int position : positions)
        after << index(rowsOf_[static_cast<std::size_t>(position)]);
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

void ProjectClipModel::rebuild() {
    const auto count = static_cast<int>(progress_.size());
    const QStringList words = filter_.text.toCaseFolded().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    rows_.clear();
    for (int position = 0; position < count; ++position)
        if (passes(position, words))
            rows_.push_back(position);
    sort(rows_);
    rowsOf_.assign(progress_.size(), -1);
    for (std::size_t row = 0; row < rows_.size(); ++row)
        rowsOf_[static_cast<std::size_t>(rows_[row])] = static_cast<int>(row);
}

bool ProjectClipModel::passes(int position, const QStringList &words) const {
    if (filter_.split && toText(clip(position).clip.split) != *filter_.split)
        return false;
    const QString &text = project_->searchTexts[static_cast<std::size_t>(position)];
    return std::all_of(words.begin(), words.end(), [&text](const QString &word) { return text.contains(word); });
}

void ProjectClipModel::sort(std::vector<int> &positions) const {
    const auto by = [&positions](const auto &isBefore) {
        std::stable_sort(positions.begin(), positions.end(), isBefore);
    };
    switch (order_) {
    case Order::AsAdded:
        break;
    case Order::Name:
        by([this](int a, int b) { return clip(a).clip.name < clip(b).clip.name; });
        break;
    case Order::Split:
        by([this](int a, int b) { return clip(a).clip.split < clip(b).clip.split; });
        break;
    case Order::Labels:
        by([this](int a, int b) { return clip(a).labels < clip(b).labels; });
        break;
    case Order::State:
        by([this](int a, int b) {
            return progress_[static_cast<std::size_t>(a)].state > progress_[static_cast<std::size_t>(b)].state;
        });
        break;
    }
}

void ProjectClipModel::setProgress(ClipId id, const ClipProgress &progress) {
    const auto found = positions_.find(id);
    if (found == positions_.end())
        return;
    const auto position = static_cast<std::size_t>(found->second);
    progress_[position] = progress;
    if (const int row = rowsOf_[position]; row >= 0)
        Q_EMIT dataChanged(index(row), index(row));
}

const ClipProgress &ProjectClipModel::progress(ClipId id) const {
    static const ClipProgress kUntouched;
    const auto found = positions_.find(id);
    return found == positions_.end() ? kUntouched : progress_[static_cast<std::size_t>(found->second)];
}

std::optional<ClipId> ProjectClipModel::clipAt(int row) const {
    if (row < 0 || row >= rowCount())
        return std::nullopt;
    return clip(rows_[static_cast<std::size_t>(row)]).clip.id;
}

std::optional<int> ProjectClipModel::rowOf(ClipId id) const {
    const auto found = positions_.find(id);
    if (found == positions_.end() || rowsOf_[static_cast<std::size_t>(found->second)] < 0)
        return std::nullopt;
    return rowsOf_[static_cast<std::size_t>(found->second)];
}

const LabelledClip *ProjectClipModel::find(ClipId id) const {
    const auto found = positions_.find(id);
    return found == positions_.end() ? nullptr : &clip(found->second);
}

const LabelledClip &ProjectClipModel::clip(int position) const {
    return project_->contents.clips[static_cast<std::size_t>(position)];
}

QString ProjectClipModel::eventNames(const std::vector<int> &events) const {
    QStringList names;
    for (const int event : events)
        names << toText(project_->contents.classes[static_cast<std::size_t>(event)].name);
    return names.join(QStringLiteral(" · "));
}

QString ProjectClipModel::labelsText(ClipId id) const {
    const LabelledClip *labelled = find(id);
    if (labelled == nullptr)
        return {};
    return labelled->labels.empty() ? tr("No label") : eventNames(labelled->labels);
}

QString ProjectClipModel::stateText(ClipId id) const {
    const ClipProgress &shown = progress(id);
    switch (shown.state) {
    case ClipProgress::State::Untouched:
        return tr("Not analysed yet");
    case ClipProgress::State::Missing:
        return tr("Media missing");
    case ClipProgress::State::Analysing:
        return shown.stage.isEmpty()
                   ? tr("Analysing · %1 %").arg(numberText(100 * shown.fraction, 0))
                   : tr("Analysing · %1 % · %2").arg(numberText(100 * shown.fraction, 0), shown.stage);
    case ClipProgress::State::Failed:
        return tr("Failed: %1").arg(translated(shown.error.what));
    case ClipProgress::State::Cancelled:
        return tr("Cancelled");
    case ClipProgress::State::Done:
        break;
    }
    if (!shown.tags || shown.tags->empty())
        return tr("No tag");
    return tr("Tags: %1").arg(eventNames(*shown.tags));
}

int ProjectClipModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant ProjectClipModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const LabelledClip &shown = clip(rows_[static_cast<std::size_t>(index.row())]);
    switch (role) {
    case Qt::DisplayRole:
        return toText(shown.clip.name);
    case Qt::ToolTipRole: {
        QStringList lines{toText(shown.clip.name), tr("Split: %1").arg(toText(shown.clip.split)),
                          tr("Weak labels: %1").arg(labelsText(shown.clip.id)), stateText(shown.clip.id)};
        if (!project_->contents.notice.empty())
            lines << toText(project_->contents.notice);
        return lines.join(QLatin1Char('\n'));
    }
    case Qt::AccessibleTextRole:
        return QStringList{toText(shown.clip.name), toText(shown.clip.split), labelsText(shown.clip.id),
                           stateText(shown.clip.id)}
            .join(QStringLiteral(", "));
    case StateRole:
        return QVariant::fromValue(static_cast<int>(progress(shown.clip.id).state));
    default:
        return {};
    }
}

} // namespace tagscope::ui

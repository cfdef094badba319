#include "ui/itemmodels/clip_list_model.h"

#include "ui/services/core_text.h"
#include "ui/services/text.h"

#include <algorithm>

namespace tagscope::ui {

ClipListModel::ClipListModel(AnalysisService &service, QObject *parent)
    : QAbstractListModel(parent), service_(service) {
    connect(&service, &AnalysisService::progressed, this, [this](JobNumber job, double fraction, const QString &stage) {
        if (const std::optional<int> row = rowOf(job)) {
            Clip &clip = clips_[static_cast<std::size_t>(*row)];
            clip.state = State::Analysing;
            clip.fraction = fraction;
            clip.stage = stage;
            tell(*row);
        }
    });
    connect(&service, &AnalysisService::received, this, &ClipListModel::receive);
    connect(&service, &AnalysisService::finished, this, [this](JobNumber job) { finish(job, State::Done, {}); });
    connect(&service, &AnalysisService::failed, this,
            [this](JobNumber job, const Error &error) { finish(job, State::Failed, error); });
    connect(&service, &AnalysisService::cancelled, this, [this](JobNumber job) { finish(job, State::Cancelled, {}); });
}

int ClipListModel::open(const std::vector<std::filesystem::path> &files) {
    std::vector<std::filesystem::path> added;
    for (const std::filesystem::path &file : files)
        if (!rowOf(file) && std::find(added.begin(), added.end(), file) == added.end())
            added.push_back(file);
    if (!added.empty()) {
        const int first = rowCount();
        beginInsertRows({}, first, first + static_cast<int>(added.size()) - 1);
        for (const std::filesystem::path &file : added) {
            Clip clip;
            clip.media = file;
            clip.job = service_.start(file);
            clips_.push_back(std::move(clip));
        }
        endInsertRows();
    }
    return files.empty() ? -1 : rowOf(files.front()).value_or(-1);
}

void ClipListModel::analyseAgain(int row) {
    Clip &clip = clips_[static_cast<std::size_t>(row)];
    if (clip.job != 0 || clip.analysis)
        return;
    clip.job = service_.start(clip.media);
    clip.state = State::Waiting;
    clip.fraction = 0.0;
    clip.error = {};
    tell(row);
}

void ClipListModel::cancel(int row) {
    service_.cancel(clip(row).job);
}

void ClipListModel::close(int row) {
    const JobNumber job = clip(row).job;
    beginRemoveRows({}, row, row);
    clips_.erase(clips_.begin() + row);
    endRemoveRows();
    service_.cancel(job);
}

QString ClipListModel::title(int row) const {
    const Clip &shown = clip(row);
    QString name = fileName(shown.media);
    const bool isOneOfMany = shown.isFurtherWindow || shown.windows > 1;
    if (!shown.analysis || !isOneOfMany)
        return name;
    const Seconds end = shown.analysis->start + shown.analysis->duration;
    //: A window of a recording: file name, its start and its end in seconds.
    return tr("%1 · %2–%3 s").arg(name, numberText(shown.analysis->start.count(), 1), numberText(end.count(), 1));
}

QString ClipListModel::stateText(int row) const {
    const Clip &shown = clip(row);
    switch (shown.state) {
    case State::Waiting:
        return tr("Waiting");
    case State::Analysing:
        return shown.stage.isEmpty()
                   ? tr("Analysing · %1 %").arg(numberText(100 * shown.fraction, 0))
                   : tr("Analysing · %1 % · %2").arg(numberText(100 * shown.fraction, 0), shown.stage);
    case State::Failed:
        return tr("Failed: %1").arg(translated(shown.error.what));
    case State::Cancelled:
        return tr("Cancelled");
    case State::Done:
        break;
    }
    if (!shown.analysis)
        return tr("Nothing to show: the recording is empty");
    QStringList tags;
    for (std::size_t k = 0; k < shown.analysis->events.size() && k < shown.analysis->settings.events.size(); ++k)
        if (shown.analysis->events[k].tag)
            tags << toText(shown.analysis->settings.events[k].name);
    return tags.isEmpty() ? tr("No tag") : tags.join(QStringLiteral(" · "));
}

int ClipListModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(clips_.size());
}

QVariant ClipListModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Clip &shown = clip(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return title(index.row());
    case Qt::ToolTipRole:
        return QString(pathText(shown.media) + QLatin1Char('\n') + stateText(index.row()));
    case Qt::AccessibleTextRole:
        return QString(title(index.row()) + QStringLiteral(", ") + stateText(index.row()));
    case StateRole:
        return QVariant::fromValue(shown.state);
    case FractionRole:
        return shown.fraction;
    default:
        return {};
    }
}

std::optional<int> ClipListModel::rowOf(JobNumber job) const {
    const auto found = std::find_if(clips_.begin(), clips_.end(), [job](const Clip &clip) { return clip.job == job; });
    return found == clips_.end() ? std::nullopt : std::optional(static_cast<int>(found - clips_.begin()));
}

std::optional<int> ClipListModel::rowOf(const std::filesystem::path &media) const {
    const auto found =
        std::find_if(clips_.begin(), clips_.end(), [&media](const Clip &clip) { return clip.media == media; });
    return found == clips_.end() ? std::nullopt : std::optional(static_cast<int>(found - clips_.begin()));
}

void ClipListModel::receive(JobNumber job, const std::shared_ptr<const ClipAnalysis> &analysis) {
    const std::optional<int> row = rowOf(job);
    if (!row)
        return;
    Clip &first = clips_[static_cast<std::size_t>(*row)];
    ++first.windows;
    if (!first.analysis) {
        first.analysis = analysis;
        tell(*row);
        return;
    }
    Clip further;
    further.media = first.media;
    further.state = State::Done;
    further.analysis = analysis;
    further.isFurtherWindow = true;
    const int place = *row + static_cast<int>(first.windows) - 1;
    const int inserted = std::min(place, rowCount()); // some of its windows may have been closed
    beginInsertRows({}, inserted, inserted);
    clips_.insert(clips_.begin() + inserted, std::move(further));
    endInsertRows();
    tell(*row);
}

void ClipListModel::finish(JobNumber job, State state, const Error &error) {
    const std::optional<int> row = rowOf(job);
    if (!row)
        return;
    Clip &clip = clips_[static_cast<std::size_t>(*row)];
    clip.job = 0;
    clip.state = state;
    clip.error = error;
    tell(*row);
}

void ClipListModel::tell(int row) {
    Q_EMIT dataChanged(index(row), index(row));
}

} // namespace tagscope::ui

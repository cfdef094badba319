// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clips/clip_list_model.h"

#include "ui/base/text.h"
#include "ui/clips/clip_row.h"
#include "ui/document/absence.h"

#include <algorithm>
#include <utility>

namespace tagscope::ui {

namespace {

constexpr Seconds kShortestWindow{1.0}; // as Analyzer::kShortestLastWindow: a shorter rest is no window

} // namespace

ClipListModel::ClipListModel(AnalysisService &service, QObject *parent)
    : QAbstractListModel(parent), service_(service) {
    connect(&service, &AnalysisService::progressed, this, [this](JobNumber job, double fraction, const QString &stage) {
        if (const std::optional<int> row = rowOf(job)) {
            Clip &clip = clips_[static_cast<std::size_t>(*row)];
            clip.progress = {State::Analysing, fraction, stage, {}, {}};
            notify(*row);
        }
    });
    connect(&service, &AnalysisService::received, this, &ClipListModel::receive);
    connect(&service, &AnalysisService::finished, this, [this](JobNumber job) { finish(job, State::Done, {}); });
    connect(&service, &AnalysisService::failed, this,
            [this](JobNumber job, const Error &error) { finish(job, State::Failed, error); });
    connect(&service, &AnalysisService::cancelled, this, [this](JobNumber job) { finish(job, State::Cancelled, {}); });
}

void ClipListModel::setRecordings(RecordingService &recordings) {
    recordings_ = &recordings;
    connect(&recordings, &RecordingService::probed, this, &ClipListModel::takeFacts);
    connect(&recordings, &RecordingService::loaded, this, &ClipListModel::takeLoaded);
    connect(&recordings, &RecordingService::failed, this,
            [this](const std::filesystem::path &media, Seconds start, const Error &error) {
                const int row = analysisRow(media, start);
                if (row < 0)
                    return;
                clips_[static_cast<std::size_t>(row)].progress = {State::Failed, 0.0, {}, error, {}};
                notify(row);
            });
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
            clip.id = nextId_++;
            clip.media = file;
            clip.job = service_.start(file);
            clips_.push_back(std::move(clip));
        }
        endInsertRows();
        if (recordings_ != nullptr)
            for (const std::filesystem::path &file : added)
                recordings_->probe(file);
    }
    return files.empty() ? -1 : rowOf(files.front()).value_or(-1);
}

void ClipListModel::analyseAgain(int row) {
    Clip &clip = clips_[static_cast<std::size_t>(row)];
    if (clip.job != 0 || clip.analysis)
        return;
    if (clip.duration > Seconds(0)) { // it was analysed, and could not be loaded again
        clip.progress = {State::Done, 1.0, {}, {}, {}};
        want(row);
        notify(row);
        return;
    }
    if (clip.recording) { // from its start: what is in the cache comes at once
        const RecordingOverview &before = *clip.recording;
        clip.recording = std::make_shared<const RecordingOverview>(RecordingOverview{
            before.media, before.duration, before.windowDuration, before.hasSound, before.hasPictures, {}, {}});
        removeWindows(row);
    }
    clip.duration = Seconds(0);
    clip.job = service_.start(clip.media);
    clip.progress = {State::Waiting, 0.0, {}, {}, {}};
    notify(row);
}

void ClipListModel::analyseAllAgain() {
    for (int row = 0; row < rowCount(); ++row) {
        if (clip(row).isWindow)
            continue;
        if (clip(row).job != 0)
            service_.cancel(clip(row).job);
        Clip &again = clips_[static_cast<std::size_t>(row)];
        again.analysis.reset();
        again.duration = Seconds(0);
        analyseAgain(row);
    }
}

void ClipListModel::cancel(int row) {
    service_.cancel(clip(row).job);
}

void ClipListModel::close(int row) {
    const JobNumber job = clip(row).job;
    if (clip(row).recording)
        removeWindows(row);
    beginRemoveRows({}, row, row);
    clips_.erase(clips_.begin() + row);
    endRemoveRows();
    service_.cancel(job);
}

void ClipListModel::removeWindows(int row) {
    const int last = lastWindow(row);
    if (last == row)
        return;
    beginRemoveRows({}, row + 1, last);
    clips_.erase(clips_.begin() + row + 1, clips_.begin() + last + 1);
    endRemoveRows();
}

int ClipListModel::lastWindow(int row) const {
    int last = row;
    while (last + 1 < rowCount() && clip(last + 1).isWindow)
        ++last;
    return last;
}

int ClipListModel::windowRow(const std::filesystem::path &media, Seconds start) const {
    const auto found = std::ranges::find_if(
        clips_, [&](const Clip &clip) { return clip.isWindow && clip.start == start && clip.media == media; });
    return found == clips_.end() ? -1 : static_cast<int>(found - clips_.begin());
}

int ClipListModel::analysisRow(const std::filesystem::path &media, Seconds start) const {
    const auto found = std::ranges::find_if(clips_, [&](const Clip &clip) {
        return clip.job == 0 && clip.duration > Seconds(0) && clip.start == start && clip.media == media;
    });
    return found == clips_.end() ? -1 : static_cast<int>(found - clips_.begin());
}

void ClipListModel::want(int row) {
    const Clip &wanted = clip(row);
    if (wanted.progress.state != State::Done || wanted.duration == Seconds(0))
        return;
    keep(row);
    if (!wanted.analysis && recordings_ != nullptr)
        recordings_->load(wanted.media, wanted.start);
}

// The latest that was looked at, or came, goes last.
void ClipListModel::keep(int row) {
    const std::pair<std::filesystem::path, Seconds> analysed{clip(row).media, clip(row).start};
    std::erase(kept_, analysed);
    kept_.push_back(analysed);
    while (kept_.size() > kKeptAnalyses) {
        const auto [media, start] = kept_.front();
        kept_.pop_front();
        if (const int old = analysisRow(media, start); old >= 0)
            clips_[static_cast<std::size_t>(old)].analysis.reset();
    }
}

std::optional<tagscope::Clip> ClipListModel::pictured(int row) const {
    const Clip &shown = clip(row);
    if (shown.duration == Seconds(0))
        return std::nullopt;
    tagscope::Clip clip;
    clip.id = shown.id;
    clip.media = shown.media;
    clip.start = shown.start;
    clip.duration = shown.duration;
    return clip;
}

QString ClipListModel::title(int row) const {
    const Clip &shown = clip(row);
    const QString name = fileName(shown.media);
    if (shown.recording) {
        const auto minutes = static_cast<int>(shown.recording->duration.count() / 60);
        const auto seconds = static_cast<int>(shown.recording->duration.count()) % 60;
        //: A whole recording: file name, minutes and seconds.
        return tr("%1 · %2:%3").arg(name).arg(minutes).arg(seconds, 2, 10, QLatin1Char('0'));
    }
    if (!shown.isWindow)
        return name;
    //: A window of a recording: file name, its start and its end in seconds.
    return tr("%1 · %2–%3 s")
        .arg(name, numberText(shown.start.count(), 1), numberText((shown.start + shown.duration).count(), 1));
}

QString ClipListModel::stateText(int row) const {
    const Clip &shown = clip(row);
    if (const QString progress = progressText(shown.progress); !progress.isEmpty())
        return progress;
    if (shown.recording)
        return tr("%n windows", nullptr, static_cast<int>(shown.recording->windows.size()));
    return shown.found.isEmpty() ? tr("Nothing to show: the recording is empty") : shown.found;
}

QString ClipListModel::tagsOf(const ClipAnalysis &analysis) const {
    if (!wasAnalysed(analysis))
        return missingModels(analysis).isEmpty() ? tr("Not analysed") : tr("Not analysed: no models");
    QStringList tags;
    for (std::size_t k = 0; k < analysis.events.size() && k < analysis.settings.events.size(); ++k)
        if (analysis.events[k].tag)
            tags << toText(analysis.settings.events[k].name);
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
    case OriginRole:
        return pathText(shown.media.parent_path().filename());
    case OutcomeRole:
        return QString(signOf(shown.progress.state) + QLatin1Char(' ') + stateText(index.row()));
    case FractionRole:
        return shown.progress.state == State::Analysing ? QVariant(shown.progress.fraction) : QVariant();
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

void ClipListModel::takeFacts(const std::filesystem::path &media, const RecordingFacts &facts) {
    const std::optional<int> row = rowOf(media);
    const Seconds window = AnalysisSettings().clipDuration;
    if (!row || facts.duration < window + kShortestWindow)
        return;
    if (clip(*row).recording) { // its windows were quicker
        RecordingOverview recording = *clip(*row).recording;
        recording.duration = std::max(recording.duration, facts.duration);
        clips_[static_cast<std::size_t>(*row)].recording =
            std::make_shared<const RecordingOverview>(std::move(recording));
        notify(*row);
        return;
    }
    makeRecording(*row, {media, facts.duration, window, facts.hasSound, facts.hasPictures, {}, {}});
}

void ClipListModel::makeRecording(int row, const RecordingOverview &recording) {
    Clip &whole = clips_[static_cast<std::size_t>(row)];
    const std::shared_ptr<const ClipAnalysis> first = std::exchange(whole.analysis, nullptr);
    whole.recording = std::make_shared<const RecordingOverview>(recording);
    whole.duration = Seconds(0);
    if (first)
        addWindow(row, first);
    notify(row);
}

void ClipListModel::addWindow(int row, const std::shared_ptr<const ClipAnalysis> &analysis) {
    Clip &whole = clips_[static_cast<std::size_t>(row)];
    auto recording = std::make_shared<RecordingOverview>(*whole.recording);
    ui::addWindow(*recording, *analysis);
    whole.recording = std::move(recording);
    Clip window;
    window.id = nextId_++;
    window.media = whole.media;
    window.progress.state = State::Done;
    window.analysis = analysis;
    window.isWindow = true;
    window.start = analysis->start;
    window.duration = analysis->duration;
    window.found = tagsOf(*analysis);
    const int place = lastWindow(row) + 1;
    beginInsertRows({}, place, place);
    clips_.insert(clips_.begin() + place, std::move(window));
    endInsertRows();
    keep(place);
}

void ClipListModel::receive(JobNumber job, const std::shared_ptr<const ClipAnalysis> &analysis) {
    const std::optional<int> row = rowOf(job);
    if (!row)
        return;
    Clip &first = clips_[static_cast<std::size_t>(*row)];
    if (!first.recording && !first.analysis) {
        first.analysis = analysis;
        first.found = tagsOf(*analysis);
        first.start = analysis->start;
        first.duration = analysis->duration;
    } else {
        if (!first.recording)
            makeRecording(*row, {first.media,
                                 analysis->start + analysis->duration,
                                 analysis->settings.clipDuration,
                                 analysis->audio.has_value(),
                                 analysis->video.has_value(),
                                 {},
                                 {}});
        addWindow(*row, analysis);
    }
    notify(*row);
}

void ClipListModel::takeLoaded(const std::filesystem::path &media, Seconds start,
                               const std::shared_ptr<const ClipAnalysis> &window) {
    const int row = analysisRow(media, start);
    if (row < 0)
        return;
    clips_[static_cast<std::size_t>(row)].analysis = window;
    keep(row);
    notify(row);
}

void ClipListModel::finish(JobNumber job, State state, const Error &error) {
    const std::optional<int> row = rowOf(job);
    if (!row)
        return;
    Clip &clip = clips_[static_cast<std::size_t>(*row)];
    clip.job = 0;
    clip.progress = {state, 1.0, {}, error, {}};
    if (clip.analysis)
        keep(*row);
    notify(*row);
}

void ClipListModel::notify(int row) {
    Q_EMIT dataChanged(index(row), index(row));
}

} // namespace tagscope::ui

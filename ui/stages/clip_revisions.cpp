// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stages/clip_revisions.h"

#include "ui/base/core_text.h"
#include "ui/base/text.h"

#include <algorithm>
#include <utility>

namespace tagscope::ui {

namespace {

// What the worker is to find: a copy of what is known, to be added to.
struct Task {
    std::shared_ptr<const ClipAnalysis> analysis;
    ClipRevision revision;
    StageSource source;
};

bool hasKeyFrames(const ClipAnalysis &analysis) {
    return analysis.video && !analysis.video->keyFrames.empty();
}

bool changesKeyFrames(const ClipRevision &revision) {
    return revision.keyFrames.has_value() || !revision.pictures.empty();
}

template <class Selections>
const KeyFrames *selectionOf(const Selections &selections, const std::optional<KeyFrameOptions> &options) {
    if (!options)
        return nullptr;
    const auto found = std::ranges::find(selections, *options, [](const auto &known) { return known.first; });
    return found == selections.end() ? nullptr : &found->second;
}

// On another thread.
template <class Known>
Result<Known> findAll(const Task &task, Known known, const std::stop_token &stop) {
    const ClipAnalysis &analysis = *task.analysis;
    if (!changesKeyFrames(task.revision))
        return known;
    std::optional<KeyFrames> ofMethod;
    if (const KeyFrames *selection = selectionOf(known.selections, task.revision.keyFrames))
        ofMethod = *selection;
    if (task.revision.keyFrames && !ofMethod) {
        ClipRevision methodAlone;
        methodAlone.keyFrames = task.revision.keyFrames;
        Result<KeyFrames> chosen = revisedSelection(analysis, methodAlone, std::nullopt, stop);
        if (!chosen)
            return tl::unexpected(chosen.error());
        ofMethod = *chosen;
        known.selections.emplace_back(*task.revision.keyFrames, std::move(*chosen));
    }
    const Result<KeyFrames> selection = revisedSelection(analysis, task.revision, ofMethod, stop);
    if (!selection)
        return tl::unexpected(selection.error());
    RevisionInputs inputs;
    inputs.objects = known.objects;
    for (const int picture : picturesWithoutObjects(analysis, *selection, inputs)) {
        Result<std::vector<ObjectProbability>> objects = task.source.objects(analysis, picture, stop);
        if (!objects)
            return tl::unexpected(objects.error());
        known.objects[picture] = std::move(*objects);
    }
    return known;
}

} // namespace

RevisedClip RevisedClip::of(const ClipAnalysis &analysis) {
    const ModelsUsed &models = analysis.models;
    std::string made = models.alexNet + '\n' + models.inceptionV4 + '\n' + models.vectors;
    for (const EventClass &event : analysis.settings.events) {
        made += '\n' + event.name;
        for (const std::string &words : event.words)
            made += '\t' + words;
    }
    return {analysis.media, analysis.start.count(), analysis.duration.count(), analysis.settings.picturesPerSecond,
            std::move(made)};
}

ClipRevisions::ClipRevisions(QObject *parent)
    : QObject(parent), job_({"revision", tr("Key frames")}, [this](Result<Found> found) { take(std::move(found)); }) {}

void ClipRevisions::open(std::shared_ptr<const ClipAnalysis> analysis, StageSource source) {
    source_ = std::move(source);
    if (analysis == open_)
        return;
    for (auto &[clip, entry] : entries_) { // no need to keep large values of clips that nobody looks at
        entry.base.reset();
        entry.result.reset();
    }
    open_ = std::move(analysis);
    failure_.clear();
    findMissing();
    Q_EMIT inputsChanged();
}

ClipRevision ClipRevisions::revision(const RevisedClip &clip) const {
    return entryOf(clip).revision;
}

ClipRevision ClipRevisions::revision() const {
    return open_ ? revision(RevisedClip::of(*open_)) : ClipRevision();
}

void ClipRevisions::set(const RevisedClip &clip, const ClipRevision &revision) {
    Entry &entry = entries_[clip];
    if (entry.revision == revision)
        return;
    entry.revision = revision;
    if (open_ && RevisedClip::of(*open_) == clip) {
        failure_.clear();
        findMissing();
    }
    Q_EMIT revised();
    Q_EMIT changed();
}

const ClipRevisions::Entry &ClipRevisions::entryOf(const RevisedClip &clip) const {
    static const Entry none;
    const auto found = entries_.find(clip);
    return found == entries_.end() ? none : found->second;
}

// Nothing where something has to be found first.
std::optional<RevisionInputs> ClipRevisions::inputsFor(const RevisedClip &clip, const ClipAnalysis &analysis) const {
    const auto cosine = cosines_.find(clip.models);
    if (cosine == cosines_.end())
        return std::nullopt;
    const Entry &entry = entryOf(clip);
    const ClipRevision &revision = entry.revision;
    RevisionInputs inputs;
    inputs.objects = entry.known.objects;
    inputs.cosine = *cosine->second;
    if (!changesKeyFrames(revision) || !hasKeyFrames(analysis))
        return inputs;
    if (const KeyFrames *selection = selectionOf(entry.known.selections, revision.keyFrames))
        inputs.selection = *selection;
    else if (revision.keyFrames)
        return std::nullopt;
    const Result<KeyFrames> selection = revisedSelection(analysis, revision, inputs.selection);
    if (selection && !picturesWithoutObjects(analysis, *selection, inputs).empty())
        return std::nullopt;
    return inputs;
}

std::shared_ptr<const ClipAnalysis> ClipRevisions::apply(std::shared_ptr<const ClipAnalysis> analysis) const {
    if (!analysis)
        return analysis;
    const RevisedClip clip = RevisedClip::of(*analysis);
    const auto found = entries_.find(clip);
    if (found == entries_.end() || found->second.revision.isEmpty())
        return analysis;
    Entry &entry = found->second;
    if (entry.base == analysis && entry.applied == entry.revision)
        return entry.result;
    const std::optional<RevisionInputs> inputs = inputsFor(clip, *analysis);
    if (!inputs) // as it was before, if that was of the same analysis
        return entry.base == analysis && entry.result ? entry.result : analysis;
    Result<ClipAnalysis> revised = revise(*analysis, entry.revision, *inputs);
    entry.base = analysis;
    entry.applied = entry.revision;
    entry.failure = revised ? QString() : translated(revised.error().message);
    entry.result = revised ? std::make_shared<const ClipAnalysis>(std::move(*revised)) : analysis;
    return entry.result;
}

QString ClipRevisions::failure() const {
    if (!failure_.isEmpty() || !open_)
        return failure_;
    const Entry &entry = entryOf(RevisedClip::of(*open_));
    return entry.revision.isEmpty() ? QString() : entry.failure;
}

std::shared_ptr<const Matrix> ClipRevisions::cosine() const {
    if (!open_)
        return nullptr;
    const auto found = cosines_.find(RevisedClip::of(*open_).models);
    return found == cosines_.end() ? nullptr : found->second;
}

void ClipRevisions::findMissing() {
    job_.forget();
    setWork({});
    if (!open_ || !open_->video || !source_.cosines)
        return;
    const RevisedClip clip = RevisedClip::of(*open_);
    if (!inputsFor(clip, *open_))
        find(!entryOf(clip).revision.isEmpty());
}

void ClipRevisions::find(bool isForRevision) {
    const RevisedClip clip = RevisedClip::of(*open_);
    const Entry &entry = entryOf(clip);
    job_.start([clip, known = entry.known, cosine = cosine(),
                task = Task{open_, entry.revision, source_}](const std::stop_token &stop) -> Result<Found> {
        Result<Known> all = findAll(task, known, stop);
        if (!all)
            return tl::unexpected(all.error());
        if (cosine)
            return Found{clip, std::move(*all), cosine};
        return task.source.cosines(*task.analysis, stop).map([&](Matrix &&made) {
            return Found{clip, std::move(*all), std::make_shared<const Matrix>(std::move(made))};
        });
    });
    if (isForRevision)
        setWork(tr("Analysing the new key frames…"));
}

void ClipRevisions::take(Result<Found> found) {
    setWork({});
    if (!found) {
        if (found.error().isCancelled())
            return;
        failure_ = translated(found.error().message);
        Q_EMIT workChanged();
        return;
    }
    const bool isNewCosine = cosines_.insert_or_assign(found->clip.models, found->cosine).second;
    const auto entry = entries_.find(found->clip);
    if (entry != entries_.end())
        entry->second.known = std::move(found->known);
    if (isNewCosine)
        Q_EMIT inputsChanged();
    if (entry != entries_.end() && !entry->second.revision.isEmpty())
        Q_EMIT changed();
}

void ClipRevisions::setWork(const QString &work) {
    if (work == work_)
        return;
    work_ = work;
    Q_EMIT workChanged();
}

} // namespace tagscope::ui

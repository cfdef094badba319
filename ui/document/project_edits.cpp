// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/project_edits.h"

#include <algorithm>
#include <set>
#include <type_traits>
#include <utility>

namespace tagscope::ui {
namespace {

struct AtTheEnd {
    std::promise<void> &promise;
    ~AtTheEnd() { promise.set_value(); }
};

std::vector<ClipId> clipsOf(const std::vector<MarkedRegion> &additions, const std::vector<MarkedRegion> &removals) {
    std::set<ClipId> clips;
    for (const std::vector<MarkedRegion> *regions : {&additions, &removals})
        for (const MarkedRegion &region : *regions)
            clips.insert(region.clip);
    return {clips.begin(), clips.end()};
}

} // namespace

ProjectEdits::ProjectEdits(QObject *parent) : QObject(parent), queue_({"edits", tr("Project")}) {
    queue_.setCancel(nullptr);
}

ProjectEdits::~ProjectEdits() {
    queue_.finish();
}

template <class Work, class Notify>
void ProjectEdits::run(Work work, Notify notify, std::function<void(const Error &)> refuse) {
    if (!project_)
        return;
    using Made = std::invoke_result_t<Work &, Project &>;
    queue_.add([project = project_, work = std::move(work)](const std::stop_token &) mutable { return work(*project); },
               [this, number = number_, notify = std::move(notify), refuse = std::move(refuse)](const Made &result) {
                   if (number != number_)
                       return;
                   if (!result) {
                       queue_.logFailure(result.error());
                       if (refuse)
                           refuse(result.error());
                       Q_EMIT failed(result.error());
                   } else if constexpr (std::is_void_v<typename Made::value_type>) {
                       notify();
                   } else {
                       notify(*result);
                   }
               });
}

void ProjectEdits::setProject(std::shared_ptr<Project> project, bool isReopened) {
    if (project == project_)
        return;
    project_ = std::move(project);
    if (!isReopened)
        ++number_;
}

void ProjectEdits::setSplits(const std::vector<SplitOfClip> &splits) {
    run([splits](Project &in) { return in.setSplits(splits); }, [this, splits] { Q_EMIT splitsChanged(splits); });
}

void ProjectEdits::setPlaces(const std::vector<FoundMedia> &places) {
    run([places](Project &in) { return in.setPlaces(places); }, [this, places] { Q_EMIT placesChanged(places); });
}

void ProjectEdits::setLabels(const std::vector<std::pair<ClipId, int>> &labels, bool isGiven) {
    run([labels, isGiven](Project &in) { return isGiven ? in.addLabels(labels) : in.removeLabels(labels); },
        [this, labels, isGiven] { Q_EMIT labelsChanged(labels, isGiven); });
}

void ProjectEdits::editEvents(const std::function<std::optional<EventEdit>()> &edit,
                              const std::function<void(const EventEdit &)> &done) {
    struct Outcome {
        std::optional<EventEdit> inverse; // nothing: nothing was to be done
        bool isVideoStale = false;
    };
    Q_EMIT eventsToChange();
    run(
        [edit, done](Project &in) -> Result<Outcome> {
            const std::optional<EventEdit> wanted = edit();
            if (!wanted)
                return Outcome();
            Outcome outcome;
            const Result<std::vector<ScoreSource>> sources = in.scoreSources();
            outcome.isVideoStale = makesVideoStale(*wanted, in.classes()) && sources &&
                                   std::ranges::find(*sources, Branch::Video, &ScoreSource::branch) != sources->end();
            Result<EventEdit> inverse = in.editEvents(*wanted);
            if (!inverse)
                return tl::unexpected(inverse.error());
            outcome.inverse = std::move(*inverse);
            done(*outcome.inverse);
            return outcome;
        },
        [this](const Outcome &outcome) {
            if (outcome.inverse)
                Q_EMIT eventsChanged(outcome.isVideoStale);
        });
}

void ProjectEdits::takeBack(const std::shared_ptr<ProjectChange> &change) {
    run(
        [change](Project &in) -> Result<bool> {
            if (change->isEmpty())
                return false;
            Result<ProjectChange> inverse = in.takeBack(*change);
            if (!inverse)
                return tl::unexpected(inverse.error());
            *change = std::move(*inverse);
            return true;
        },
        [this](bool isDone) {
            if (isDone)
                Q_EMIT clipsChanged();
        });
}

void ProjectEdits::setSetting(const std::string &key, const std::string &json) {
    run([key, json](Project &in) { return in.setSetting(key, json); },
        [this, key, json] { Q_EMIT settingKnown(key, json); });
}

void ProjectEdits::readSetting(const std::string &key) {
    run([key](Project &in) { return in.setting(key); },
        [this, key](const std::optional<std::string> &json) { Q_EMIT settingKnown(key, json.value_or("")); });
}

void ProjectEdits::addVerdicts(const std::vector<Verdict> &verdicts) {
    auto done = std::make_shared<std::promise<void>>(); // also where it ends without an answer
    verdictsDone_ = done->get_future().share();
    run(
        [verdicts, done](Project &in) {
            const AtTheEnd notify{*done};
            return in.addVerdicts(verdicts);
        },
        [this](const std::vector<Verdict> &stored) { Q_EMIT verdictsAdded(stored); },
        [this, verdicts](const Error &error) { Q_EMIT verdictsRefused(verdicts, error); });
}

void ProjectEdits::addRemarks(const std::vector<Remark> &remarks) {
    run([remarks](Project &in) { return in.addRemarks(remarks); },
        [this](const std::vector<Remark> &stored) { Q_EMIT remarksAdded(stored); });
}

void ProjectEdits::waitForVerdicts(std::chrono::milliseconds most) const {
    if (verdictsDone_.valid())
        verdictsDone_.wait_for(most);
}

void ProjectEdits::changeRegions(const std::vector<MarkedRegion> &additions,
                                 const std::vector<MarkedRegion> &removals) {
    run([additions, removals](Project &in) { return in.changeMarkedRegions(additions, removals); },
        [this, clips = clipsOf(additions, removals)](const std::vector<MarkedRegion> &holding) {
            Q_EMIT regionsChanged(clips, holding);
        },
        [this](const Error &error) { Q_EMIT regionsRefused(error); });
}

void ProjectEdits::readAudit() {
    run([](Project &in) { return ui::readAudit(in); },
        [this](const AuditRecord &record) { Q_EMIT auditKnown(record); });
}

void ProjectEdits::whenDone(const std::function<void()> &then) {
    run([](Project &) { return Result<void>(); }, then);
}

} // namespace tagscope::ui

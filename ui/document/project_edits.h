// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/event_edit.h"
#include "core/project/project_change.h"
#include "ui/base/job.h"
#include "ui/document/project_contents.h"

#include <QObject>
#include <chrono>
#include <cstdint>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tagscope::ui {

// Changes the open project, one wish after the other on a thread of its own. What is told as changed is stored. Lives
// on the GUI thread. Destroying it waits until all that was wished is stored.
class ProjectEdits : public QObject {
    Q_OBJECT

public:
    explicit ProjectEdits(QObject *parent = nullptr);
    ~ProjectEdits() override;

    // null: none. What was wished for the project before is still done, and told no more. The same one again changes
    // nothing. `isReopened`: it is the same project, of a file that was opened again.
    void setProject(std::shared_ptr<Project> project, bool isReopened = false);
    // Another one for each project: who kept it knows whether its project is still open.
    [[nodiscard]] std::uint64_t project() const { return number_; }

    void setSplits(const std::vector<SplitOfClip> &splits);
    void setPlaces(const std::vector<FoundMedia> &places);
    void setLabels(const std::vector<std::pair<ClipId, int>> &labels, bool isGiven); // else they are taken
    // What is to be done is asked where it is done, behind what was wished before; `done` gets what takes it back.
    void editEvents(const std::function<std::optional<EventEdit>()> &edit,
                    const std::function<void(const EventEdit &inverse)> &done);
    // What is to be taken back is looked for where it is done; `change` is then what brings it again.
    void takeBack(const std::shared_ptr<ProjectChange> &change);
    void setSetting(const std::string &key, const std::string &json);
    void readSetting(const std::string &key);
    void addVerdicts(const std::vector<Verdict> &verdicts); // all or none
    // Until the verdicts that were added last are stored, or refused, but no longer than `most`. What is told of them
    // comes later all the same.
    void waitForVerdicts(std::chrono::milliseconds most) const;
    void addRemarks(const std::vector<Remark> &remarks); // likewise
    void changeRegions(const std::vector<MarkedRegion> &additions, const std::vector<MarkedRegion> &removals);
    void readAudit();
    // Once all that was wished before is done and told.
    void whenDone(const std::function<void()> &then);

Q_SIGNALS:
    void splitsChanged(const std::vector<SplitOfClip> &splits);
    void placesChanged(const std::vector<FoundMedia> &places);
    void labelsChanged(const std::vector<std::pair<ClipId, int>> &labels, bool isGiven);
    void eventsToChange(); // whatever uses them may stop
    // The project is to be opened again. Whether its video probabilities are those of other events.
    void eventsChanged(bool isVideoStale);
    void clipsChanged();                                                // clips came or went: all is to be read again
    void settingKnown(const std::string &key, const std::string &json); // stored, or read; empty where there is none
    void verdictsAdded(const std::vector<Verdict> &verdicts);           // as they are stored
    void verdictsRefused(const std::vector<Verdict> &verdicts, const Error &error); // before failed()
    void remarksAdded(const std::vector<Remark> &remarks);                          // as they are stored
    // Those of these clips that hold now.
    void regionsChanged(const std::vector<ClipId> &clips, const std::vector<MarkedRegion> &regions);
    void regionsRefused(const Error &error); // those that were to be changed first of all under way; before failed()
    void auditKnown(const AuditRecord &record);
    // By others than this: they are to be read again.
    void auditImported();
    void scoresChanged(); // at most a few times a second
    void pointsChanged();
    void failed(const Error &error);

private:
    // `work` is called with the project, elsewhere; `notify` with its result, `refuse` with its error.
    template <class Work, class Notify>
    void run(Work work, Notify notify, std::function<void(const Error &)> refuse = {});

    std::shared_ptr<Project> project_;
    std::uint64_t number_ = 0;
    std::shared_future<void> verdictsDone_; // not valid before there were any
    JobQueue queue_;
};

} // namespace tagscope::ui

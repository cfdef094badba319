// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/fusion/metrics.h"
#include "core/project/clip_table.h"
#include "core/project/remark_table.h"
#include "core/project/scores.h"
#include "core/project/verdict_table.h"
#include "core/words/class_lists.h"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tagscope {

struct EventEdit;    // core/project/event_edit.h
class ProjectChange; // core/project/project_change.h

// Clips of a split, by name.
struct SplitCount {
    std::string split;
    std::size_t clips = 0;
    std::size_t missing = 0; // of them, without media
};

// A project: classes, clips, labels, splits, runs, scores and operating points of one task, in one SQLite file
// (application id "Tgsc", user version, WAL). Each call that writes is one transaction: after a kill at any moment the
// file holds what was there before or after it. Features, checkpoints and results lie beside the file in
// dataDirectory().
// One program at a time may have a project open for writing, any number for reading beside it.
// Thread-safe: calls on an object are served one after the other.
// Errors of all calls: Unreadable (file system, disk full), Malformed (not a project, damaged), Unsupported (of a later
// version), Inconsistent (what does not fit the project, naming it).
class Project {
public:
    enum class Access { ReadOnly, ReadWrite };

    // A new file; Inconsistent where there is one, or for no or repeated classes. Any number of classes.
    [[nodiscard]] static Result<Project> create(const std::filesystem::path &file,
                                                const std::vector<EventClass> &classes,
                                                Seconds clipDuration = Seconds(10));
    // ReadWrite migrates an older version, and is refused with "open in another program" while another has it so.
    [[nodiscard]] static Result<Project> open(const std::filesystem::path &file, Access access = Access::ReadWrite);

    Project(Project &&) noexcept;
    Project &operator=(Project &&) noexcept;
    ~Project();

    [[nodiscard]] const std::filesystem::path &file() const;
    [[nodiscard]] Access access() const;
    // What a person should know of the opening, such as that a killed program's journal was set aside; or empty.
    [[nodiscard]] const Message &note() const;

    // Every call that writes is refused from when another file is in the place of the one that was opened, or none, and
    // what was stored is in the one that was opened. This finds out between the calls; while all is well it also leaves
    // nothing in the journal. Inconsistent, with a sentence for the person. Blocks.
    [[nodiscard]] Result<void> checkFile() const;
    // Everything as a new project in `target`, which is replaced; media are found from there as well. Blocks.
    [[nodiscard]] Result<void> saveCopy(const std::filesystem::path &target) const;
    // Closes the file, so that what is at its path can be opened; all calls fail from then on.
    void letGo();
    // "street.tagscope" has "street.data" beside it. Made where it is first needed.
    [[nodiscard]] std::filesystem::path dataDirectory() const;
    [[nodiscard]] std::filesystem::path featureDirectory() const; // dataDirectory()/features
    // dataDirectory()/runs/RUN. Errors: those of pathInside().
    [[nodiscard]] Result<std::filesystem::path> runDirectory(std::string_view run) const;
    [[nodiscard]] std::filesystem::path cacheDirectory() const; // dataDirectory()/cache: results of analysis

    // The K events, in order; stays what it is after editEvents(), for those who still look at it.
    [[nodiscard]] const std::vector<EventClass> &classes() const;
    // Adds, removes or changes an event, in all that has something for each event; the answer takes it back. Not inside
    // atomically(). Errors: Inconsistent where something refers to the event that is to be removed.
    [[nodiscard]] Result<EventEdit> editEvents(const EventEdit &edit);
    [[nodiscard]] Seconds clipDuration() const; // of a whole clip; shorter ones are padded

    // Runs `work`, whose calls on this object, on this thread, become one transaction: all of it stays, or nothing
    // where it returns an error.
    [[nodiscard]] Result<void> atomically(const std::function<Result<void>()> &work);

    // Does `work`, and answers what it changed of clips and labels, so that it can be taken back; what other threads
    // change of them in the meantime is in it too. Not inside atomically(). Errors: those of `work`.
    [[nodiscard]] Result<ProjectChange> recorded(const std::function<Result<void>()> &work);
    // Undoes that, all or nothing; scores of clips that go are gone. The answer, taken back, brings it again. Error:
    // Inconsistent where verdicts, marked regions or something else refers to what would go.
    [[nodiscard]] Result<ProjectChange> takeBack(const ProjectChange &change);

    // Anything small that belongs to the project, as JSON text under a key such as "analysis", "training", "demo".
    [[nodiscard]] Result<std::optional<std::string>> setting(std::string_view key) const;
    [[nodiscard]] Result<void> setSetting(std::string_view key, std::string_view json);

    // All in one transaction; the answer is their ids, in order. Inconsistent for a name that is there already.
    [[nodiscard]] Result<std::vector<ClipId>> addClips(std::span<const NewClip> clips);
    // In the order in which they were added; of one split where it is given.
    [[nodiscard]] Result<std::vector<Clip>> clips(std::optional<std::string_view> split = std::nullopt) const;
    [[nodiscard]] Result<std::optional<Clip>> clip(ClipId id) const;
    [[nodiscard]] Result<std::optional<Clip>> clipNamed(std::string_view name) const;
    [[nodiscard]] Result<void> setSplit(std::span<const ClipId> clips, std::string_view split);
    [[nodiscard]] Result<void> setSplits(std::span<const SplitOfClip> splits); // all or none
    [[nodiscard]] Result<std::vector<SplitCount>> splitCounts() const;
    // Media that were found or made, or are gone (empty path: missing; where it was is kept).
    [[nodiscard]] Result<void> setMedia(std::span<const std::pair<ClipId, std::filesystem::path>> media);
    // The same with the clip's place in it: a recording may be found whole, or cut to the clip.
    [[nodiscard]] Result<void> setFoundMedia(std::span<const FoundMedia> media);
    // The same, where an empty path takes the recording away from the clip: the inverse of having found it.
    [[nodiscard]] Result<void> setPlaces(std::span<const FoundMedia> places);
    // SHA-256 of recordings' files, by their paths, as far as somebody computed them. Inconsistent for what is none.
    [[nodiscard]] Result<void> setMediaHash(const std::filesystem::path &media, std::string_view sha256);
    [[nodiscard]] Result<std::map<std::filesystem::path, std::string>> mediaHashes() const;

    // Weak labels: pairs of clip and event. A pair that is there already stays.
    [[nodiscard]] Result<void> addLabels(std::span<const std::pair<ClipId, int>> labels);
    [[nodiscard]] Result<void> removeLabels(std::span<const std::pair<ClipId, int>> labels);
    // A region that is there already stays.
    [[nodiscard]] Result<void> addRegions(std::span<const StrongRegion> regions);
    // Replaces what was known of each pair; nothing is known of one without either answer.
    [[nodiscard]] Result<void> setPresence(std::span<const KnownPresence> known);
    // clips x events. Audible: 1 where it is known to be audible, else the weak label unless known to be inaudible.
    // Audited: the weak label where the verdicts do not decide.
    [[nodiscard]] Result<BinaryTable> labels(std::span<const ClipId> clips, Truth truth) const;
    [[nodiscard]] Result<std::vector<StrongRegion>> regions(ClipId clip) const;
    [[nodiscard]] Result<std::vector<KnownPresence>> presence(std::span<const ClipId> clips) const;

    // Adds entries to the history, all or none; one that is there already stays. An entry of time 0 gets the time of
    // the call, and one microsecond more than the latest of its pair, stage and annotator where that is not later. The
    // answer is the entries as they are stored.
    [[nodiscard]] Result<std::vector<Verdict>> addVerdicts(std::span<const Verdict> verdicts);
    // In the order in which they were added; of one clip where it is given. standingVerdicts() says which hold.
    [[nodiscard]] Result<std::vector<Verdict>> verdictHistory(std::optional<ClipId> clip = std::nullopt) const;
    // The same of what annotators tell the lead: openRemarks() says what is still to be looked at.
    [[nodiscard]] Result<std::vector<Remark>> addRemarks(std::span<const Remark> remarks);
    [[nodiscard]] Result<std::vector<Remark>> remarkHistory() const;
    // Adds and takes back marked regions, all or none. `removals` are named by all but their `removed`; a time of 0 is
    // that of the call. The answer is all regions of the clips concerned that hold.
    [[nodiscard]] Result<std::vector<MarkedRegion>> changeMarkedRegions(std::span<const MarkedRegion> additions,
                                                                        std::span<const MarkedRegion> removals);
    // Those that hold, or with `withRemoved` all; of one clip where it is given. By clip, onset and event.
    [[nodiscard]] Result<std::vector<MarkedRegion>> markedRegions(std::optional<ClipId> clip = std::nullopt,
                                                                  bool withRemoved = false) const;

    // Replaces what was stored of the same source and clip.
    [[nodiscard]] Result<void> storeScores(const ScoreSource &source, std::span<const ClipScore> scores);
    [[nodiscard]] Result<ScoresOfClips> scores(const ScoreSource &source, std::span<const ClipId> clips) const;
    [[nodiscard]] Result<std::vector<ScoreSource>> scoreSources() const;
    [[nodiscard]] Result<void> removeScores(const ScoreSource &source);

    [[nodiscard]] Result<void> storeRun(const TrainingRun &run); // by name; replaces
    [[nodiscard]] Result<std::vector<TrainingRun>> runs() const; // newest first

    [[nodiscard]] Result<void> storeOperatingPoint(const NamedOperatingPoint &point); // by name; replaces
    [[nodiscard]] Result<void> removeOperatingPoint(std::string_view name);           // its history stays
    [[nodiscard]] Result<std::vector<NamedOperatingPoint>> operatingPoints() const;   // newest first
    // Each point as it was each time when it was stored, the latest first.
    [[nodiscard]] Result<std::vector<NamedOperatingPoint>> operatingPointHistory() const;

    struct State; // of the implementation

private:
    explicit Project(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace tagscope

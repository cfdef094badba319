// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/auditor.h"
#include "ui/document/project_edits.h"
#include "ui/document/view_state.h"
#include "ui/tracks/region_changes.h"

#include <QObject>
#include <QStringList>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

class QUndoStack;

namespace tagscope::ui {

// A clip whose regions can be marked.
struct MarkableClip {
    ClipId clip = 0;
    Seconds duration{0};
    QStringList events;                // the names of the project's classes
    std::vector<MarkedRegion> regions; // of all annotators, as far as they may be seen
    std::vector<Seconds> edges;        // of the regions of the project's list
};

// The regions of the clip that is shown, and how the auditor changes their own: as edits that can be undone, shown at
// once and stored at once. GUI thread.
class RegionMarking : public QObject {
    Q_OBJECT

public:
    RegionMarking(ProjectEdits &edits, Auditor &auditor, ViewState &view, QUndoStack &undo, QObject *parent = nullptr);

    // Another clip, or the same with other regions; nothing: there is none whose regions can be marked.
    void setClip(const std::optional<MarkableClip> &clip);
    [[nodiscard]] const std::optional<MarkableClip> &clip() const { return clip_; }
    [[nodiscard]] QString nameOf(int event) const;

    // With what was changed but is not stored yet; ordered by onset and event.
    [[nodiscard]] const std::vector<MarkedRegion> &regions() const { return regions_; }
    [[nodiscard]] bool isOwn(const MarkedRegion &region) const;
    [[nodiscard]] std::vector<MarkedRegion> ownRegions(int event) const;

    // The one that keys change, and the part of it that is held. Choosing it chooses its event.
    [[nodiscard]] const std::optional<MarkedRegion> &chosen() const { return chosen_; }
    [[nodiscard]] RegionPart held() const { return held_; }
    void choose(const std::optional<MarkedRegion> &region, RegionPart part = RegionPart::Both);
    void holdNextPart(); // onset, offset, both
    // To the auditor's next region of the clip, or the one before; from the playhead where none is chosen.
    void step(int regions);

    // Each of these asks for the auditor's name where nobody gave it, and goes on once it is given.
    // The new region is chosen. Without a band it has the full height.
    void mark(int event, TimeRange range, const std::optional<RegionBand> &band = std::nullopt);
    void add(const MarkedRegion &region); // the auditor's, in this clip, whatever it says of that
    void replace(const MarkedRegion &region, TimeRange range);
    void replace(const MarkedRegion &region, const MarkedRegion &to); // an own one
    void joinChosen();                                                // with those that it overlaps or touches
    void nudge(Seconds by);                                           // the held part of the chosen region
    void removeChosen();
    // Of any clip and annotator, as somebody asks for who sees all of them.
    void change(const RegionChange &change, const QString &text) { push(change, text); }
    // Nobody wants to give a name: what waited for it is not done.
    void forgetWaiting() { waiting_ = nullptr; }

    // The times of a region of an event, and its frequencies where it has any, in words.
    [[nodiscard]] QString describe(int event, TimeRange range,
                                   const std::optional<RegionBand> &band = std::nullopt) const;
    [[nodiscard]] QString describe(const MarkedRegion &region) const {
        return describe(region.event, rangeOf(region), region.frequencies);
    }

Q_SIGNALS:
    void clipChanged(); // another one, or none
    void changed();     // the regions, or which one is chosen
    void nameNeeded();
    void noted(const QString &text); // what was done, or why not; empty: nothing of this clip

private:
    using Key = std::tuple<ClipId, int, std::string, double, double, double, double, int>;
    struct UnderWay {
        std::shared_ptr<bool> isRefused;
        std::vector<Key> added;
    };
    [[nodiscard]] static Key keyOf(const MarkedRegion &region);
    [[nodiscard]] bool hasName(std::function<void()> then);
    [[nodiscard]] bool hasChosen();
    void push(const RegionChange &change, const QString &text);
    void apply(const RegionChange &change, const std::shared_ptr<bool> &isRefused);
    void finish(bool isRefused);
    void take(std::vector<MarkedRegion> regions);
    void followChosen(const RegionChange &change);

    ProjectEdits &edits_;
    Auditor &auditor_;
    ViewState &view_;
    QUndoStack &undo_;
    std::optional<MarkableClip> clip_;  // with its regions as they are stored
    std::vector<MarkedRegion> regions_; // as they will be
    std::optional<MarkedRegion> chosen_;
    RegionPart held_ = RegionPart::Both;
    std::function<void()> waiting_; // for a name
    std::deque<UnderWay> underWay_;
    std::uint64_t project_ = 0;           // whose changes are under way
    std::map<Key, std::int64_t> addedAt_; // of regions that were added here: what is taken back is known by it
    std::int64_t lastAdded_ = 0;
};

} // namespace tagscope::ui

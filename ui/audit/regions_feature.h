// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/feature.h"

#include <QPointer>
#include <optional>

class QInputDialog;

namespace tagscope::ui {

class AuditFeature;
class ClipView;
class Playback;
class RegionByKey;
class RegionListDialog;
class RegionMarking;

// Strong regions, marked on the timeline.
class RegionsFeature : public Feature {
    Q_OBJECT

public:
    RegionsFeature(const FeatureContext &context, ClipView &tracks, Playback &playback, AuditFeature &audit);

private:
    void addEntries();
    void markSelection();
    void typeRegion();
    void editChosen();
    void listAll();
    void showRegion(const MarkedRegion &region);
    void show(const ShownClip &shown);
    void askForName();

    AuditFeature &audit_;
    RegionMarking *marking_;
    RegionByKey *byKey_;
    QPointer<QInputDialog> name_;
    QPointer<RegionListDialog> list_;
    std::optional<MarkedRegion> wanted_; // its clip is on the way
};

} // namespace tagscope::ui

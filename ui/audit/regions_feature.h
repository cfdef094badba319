// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/feature.h"

#include <QPointer>

class QInputDialog;

namespace tagscope::ui {

class AuditFeature;
class ClipView;
class Playback;
class RegionByKey;
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
    void show(const ShownClip &shown);
    void askForName();

    AuditFeature &audit_;
    RegionMarking *marking_;
    RegionByKey *byKey_;
    QPointer<QInputDialog> name_;
};

} // namespace tagscope::ui

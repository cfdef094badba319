// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/regions_feature.h"

#include "ui/audit/audit_feature.h"
#include "ui/audit/audit_records.h"
#include "ui/audit/region_bar.h"
#include "ui/audit/region_dialog.h"
#include "ui/audit/region_list_dialog.h"
#include "ui/base/core_text.h"
#include "ui/base/text.h"
#include "ui/tracks/box_editor.h"
#include "ui/tracks/clip_view.h"
#include "ui/tracks/labels_track.h"
#include "ui/tracks/region_by_key.h"

#include <QInputDialog>
#include <QLayout>
#include <utility>

namespace tagscope::ui {

namespace {

constexpr Seconds kNudge{0.01};
constexpr Seconds kLargeNudge{0.1};

std::optional<MarkableClip> markableClip(const ShownClip &shown, bool isKnown) {
    if (!shown.clip || !shown.analysis || !isKnown)
        return std::nullopt;
    MarkableClip clip{*shown.clip, shown.analysis->duration, {}, {}, {}};
    for (const EventClass &event : shown.analysis->settings.events)
        clip.events << toText(event.name);
    if (!shown.annotations)
        return clip;
    clip.regions = shown.annotations->markedRegions;
    for (const StrongRegion &region : shown.annotations->regions) {
        clip.edges.push_back(region.onset);
        clip.edges.push_back(region.offset);
    }
    return clip;
}

} // namespace

RegionsFeature::RegionsFeature(const FeatureContext &context, ClipView &tracks, Playback &playback, AuditFeature &audit)
    : Feature(context), audit_(audit), marking_(new RegionMarking(context.document.edits(), context.auditor,
                                                                  context.view, context.document.undo(), this)),
      byKey_(new RegionByKey(*marking_, playback, context.view, this)) {
    LabelsTrack &track = tracks.labels();
    track.setMarking(*marking_, *byKey_);
    tracks.boxes().setMarking(*marking_);
    auto *bar = new RegionBar(*marking_, *byKey_, *track.editor(), context.auditor);
    tracks.layout()->addWidget(bar);
    bar->hide();
    const auto showBar = [this, bar, &tracks] {
        bar->setVisible(marking_->clip() && tracks.isTrackShown(QStringLiteral("labels")));
    };
    connect(&context.clip, &CurrentClip::changed, this, &RegionsFeature::show);
    connect(&context.clip, &CurrentClip::changed, bar, showBar);
    connect(&tracks, &ClipView::tracksChosen, bar, showBar);
    connect(&context.view, &ViewState::givenUp, byKey_, &RegionByKey::abandon);
    connect(&context.auditor, &Auditor::stageChanged, this, [this] { // it shows what others said
        if (list_ && context_.auditor.stage())
            list_->close();
    });
    connect(marking_, &RegionMarking::nameNeeded, this, &RegionsFeature::askForName);
    connect(bar, &RegionBar::nameAsked, this, &RegionsFeature::askForName);
    connect(&context.document.edits(), &ProjectEdits::regionsRefused, bar, [bar](const Error &error) {
        bar->say(tr("✗ The regions were not changed: %1").arg(translated(error.message)));
    });
    addEntries();
}

void RegionsFeature::addEntries() {
    addEntry("regions", 101, "regions.mark", tr("Region &begins or ends here"), Qt::Key_D, [this] { byKey_->press(); });
    addEntry("regions", 102, "regions.selection", tr("&Mark the selection as a region"), Qt::Key_A,
             [this] { markSelection(); });
    addEntry("regions", 103, "regions.type", tr("T&ype a region…"), Qt::CTRL | Qt::SHIFT | Qt::Key_D,
             [this] { typeRegion(); });
    addEntry("regions", 201, "regions.next", tr("&Next region"), Qt::Key_G, [this] { marking_->step(1); });
    addEntry("regions", 202, "regions.previous", tr("&Previous region"), Qt::SHIFT | Qt::Key_G,
             [this] { marking_->step(-1); });
    addEntry("regions", 203, "regions.play", tr("P&lay the region"), Qt::SHIFT | Qt::Key_S, [this] {
        if (marking_->chosen())
            context_.view.askToPlay(rangeOf(*marking_->chosen()));
    });
    addEntry("regions", 204, "project.regions", tr("&All regions of the project…"), {}, [this] { listAll(); });
    addEntry("regions", 301, "regions.hold", tr("&Hold the onset, the offset or both"), Qt::Key_H,
             [this] { marking_->holdNextPart(); });
    addEntry("regions", 302, "regions.earlier", tr("&Earlier by 10 ms"), Qt::Key_U,
             [this] { marking_->nudge(-kNudge); });
    addEntry("regions", 303, "regions.later", tr("La&ter by 10 ms"), Qt::Key_I, [this] { marking_->nudge(kNudge); });
    addEntry("regions", 304, "regions.muchEarlier", tr("Earl&ier by 100 ms"), Qt::CTRL | Qt::Key_U,
             [this] { marking_->nudge(-kLargeNudge); });
    addEntry("regions", 305, "regions.muchLater", tr("Late&r by 100 ms"), Qt::CTRL | Qt::Key_I,
             [this] { marking_->nudge(kLargeNudge); });
    addEntry("regions", 306, "regions.edit", tr("Ch&ange as numbers…"), Qt::Key_Y, [this] { editChosen(); });
    addEntry("regions", 307, "regions.join", tr("&Join with those that it overlaps"), Qt::SHIFT | Qt::Key_J,
             [this] { marking_->joinChosen(); });
    addEntry("regions", 308, "regions.delete", tr("&Delete the region"), Qt::Key_Delete,
             [this] { marking_->removeChosen(); });
}

void RegionsFeature::markSelection() {
    const ViewState &view = context_.view;
    if (!view.selection())
        Q_EMIT marking_->noted(tr("Select part of the clip first, for example by dragging in the waveform."));
    else if (!view.event())
        Q_EMIT marking_->noted(tr("Choose an event first: a region belongs to an event."));
    else
        marking_->mark(*view.event(), *view.selection());
}

// What is selected and chosen is typed already.
void RegionsFeature::typeRegion() {
    if (!marking_->clip()) {
        Q_EMIT marking_->noted(tr("Regions can only be marked in a project's clips."));
        return;
    }
    const ViewState &view = context_.view;
    const TimeRange range = view.selection().value_or(TimeRange{view.playhead(), view.playhead()});
    MarkedRegion region;
    region.clip = marking_->clip()->clip;
    region.event = view.event().value_or(0);
    region.onset = range.lower;
    region.offset = range.upper;
    auto *dialog = new RegionDialog(*marking_->clip(), region, &context_.parent);
    connect(dialog, &RegionDialog::typed, marking_, [this](const MarkedRegion &typed) {
        if (marking_->clip() && marking_->clip()->clip == typed.clip)
            marking_->add(typed);
    });
    dialog->open();
}

void RegionsFeature::editChosen() {
    if (!marking_->clip() || !marking_->chosen() || !marking_->isOwn(*marking_->chosen())) {
        Q_EMIT marking_->noted(tr("Choose a region first: click on one of yours, or go to the next one."));
        return;
    }
    const MarkedRegion before = *marking_->chosen();
    auto *dialog = new RegionDialog(*marking_->clip(), before, &context_.parent);
    connect(dialog, &RegionDialog::typed, marking_,
            [this, before](const MarkedRegion &typed) { marking_->replace(before, typed); });
    dialog->open();
}

void RegionsFeature::listAll() {
    if (context_.auditor.stage() || !context_.document.project())
        return context_.say(context_.auditor.stage() ? tr("Regions are listed once the session has ended.")
                                                     : tr("First open the project whose regions you want to see."));
    if (list_) {
        list_->raise();
        list_->activateWindow();
        return;
    }
    list_ = new RegionListDialog(context_.document, audit_.records(), &context_.parent);
    connect(list_, &RegionListDialog::regionAsked, this, &RegionsFeature::showRegion);
    connect(list_, &RegionListDialog::changeAsked, marking_, &RegionMarking::change);
    shareUndo(*list_);
    list_->show();
}

void RegionsFeature::showRegion(const MarkedRegion &region) {
    wanted_ = region;
    Q_EMIT context_.clip.eventAsked(region.clip, region.event);
    if (context_.clip.isOpen()) // it may be there already
        show(context_.clip.shown());
}

void RegionsFeature::show(const ShownClip &shown) {
    marking_->setClip(markableClip(shown, audit_.records().areKnown()));
    if (wanted_ && marking_->clip() && marking_->clip()->clip == wanted_->clip) {
        const MarkedRegion region = *std::exchange(wanted_, std::nullopt);
        marking_->choose(region);
        context_.view.setPlayhead(region.onset);
    }
    // The pair that is asked about, where its clip came after it.
    if (audit_.askedEvent() && shown.analysis && !context_.view.event())
        context_.view.setEvent(audit_.askedEvent());
}

// Without waiting for the answer: what plays goes on meanwhile.
void RegionsFeature::askForName() {
    if (name_)
        return;
    name_ = new QInputDialog(&context_.parent);
    name_->setObjectName(QStringLiteral("annotatorName"));
    name_->setAttribute(Qt::WA_DeleteOnClose);
    name_->setWindowTitle(tr("Your name"));
    name_->setLabelText(tr("Regions are stored under the name of their annotator. Yours:"));
    name_->setTextValue(context_.auditor.name());
    connect(name_, &QInputDialog::textValueSelected, &context_.auditor, &Auditor::setName);
    connect(name_, &QInputDialog::rejected, marking_, &RegionMarking::forgetWaiting);
    name_->open();
}

} // namespace tagscope::ui

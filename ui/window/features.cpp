// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/features.h"

#include "ui/audit/agreement_feature.h"
#include "ui/audit/audit_feature.h"
#include "ui/audit/regions_feature.h"
#include "ui/audit/window_concealment.h"
#include "ui/clips/clips_feature.h"
#include "ui/clips/events_feature.h"
#include "ui/clips/files_feature.h"
#include "ui/evaluation/evaluation_feature.h"
#include "ui/fusion/fusion_feature.h"
#include "ui/models/class_feeds_feature.h"
#include "ui/models/models_feature.h"
#include "ui/playback/playback_feature.h"
#include "ui/stages/stages_feature.h"
#include "ui/tracks/clip_view.h"
#include "ui/tracks/tracks_feature.h"
#include "ui/training/training_feature.h"
#include "ui/why/why_feature.h"
#include "ui/window/jobs_feature.h"
#include "ui/window/window_feature.h"

#include <QMainWindow>

namespace tagscope::ui {

// Who is told first of another clip, or another project, stands first. Where panels and entries stand is said with
// them.
Features makeFeatures(const FeatureContext &context, QMainWindow &window) {
    auto *tracks = new TracksFeature(context);
    auto *clips = new ClipsFeature(context);
    auto *files = new FilesFeature(context, *clips);
    auto *events = new EventsFeature(context);
    auto *models = new ModelsFeature(context, *clips);
    auto *feeds = new ClassFeedsFeature(context, *clips);
    auto *why = new WhyFeature(context, tracks->tracks());
    auto *playback = new PlaybackFeature(context, tracks->tracks());
    auto *training = new TrainingFeature(context, clips->project());
    auto *stages = new StagesFeature(context, clips->project());
    auto *fusion = new FusionFeature(context);
    auto *evaluation = new EvaluationFeature(context);
    auto *audit = new AuditFeature(context, clips->project(), playback->playback(), *new WindowConcealment(window));
    QObject::connect(audit, &AuditFeature::correctedAsked, evaluation, &EvaluationFeature::exportCorrected);
    auto *regions = new RegionsFeature(context, tracks->tracks(), playback->playback(), *audit);
    auto *agreement = new AgreementFeature(context, audit->records());
    auto *jobs = new JobsFeature(context, *window.statusBar());
    auto *own = new WindowFeature(context, window);
    return {{tracks, clips, files, events, models, feeds, why, playback, training, stages, fusion, evaluation, audit,
             regions, agreement, jobs, own},
            files,
            tracks};
}

} // namespace tagscope::ui

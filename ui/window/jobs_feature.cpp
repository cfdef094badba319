// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/jobs_feature.h"

#include "core/analysis/clip_analysis.h"
#include "ui/base/core_text.h"
#include "ui/base/count_text.h"
#include "ui/base/text.h"
#include "ui/clips/clips_feature.h"
#include "ui/clips/project_clips.h"
#include "ui/evaluation/evaluation_feature.h"
#include "ui/evaluation/evaluation_service.h"
#include "ui/fusion/fusion_feature.h"
#include "ui/fusion/tuning_service.h"
#include "ui/training/training_feature.h"
#include "ui/window/job_status.h"
#include "ui/window/jobs_panel.h"
#include "ui/window/work_log_model.h"

#include <QStatusBar>
#include <algorithm>

namespace tagscope::ui {

namespace {

using Kind = LogEntry::Kind;

// What the services of one kind of work tell.
struct Reporter {
    JobsPanel *panel;
    WorkLogModel *log;
    QString id;
    QString name;

    void show(const QString &stage, std::optional<double> fraction, const std::function<void()> &cancel) const {
        panel->setJob(id, {name, stage, fraction, cancel});
    }
    void end() const { panel->endJob(id); }
    void say(Kind kind, const QString &text) const { log->add(kind, name, text); }
    void fail(const Error &error) const {
        say(error.isCancelled() ? Kind::Cancelled : Kind::Failed, translated(error.message));
    }
};

QString nameOf(const OpenProject *project, ClipId id) {
    if (project == nullptr)
        return {};
    const std::vector<LabelledClip> &clips = project->contents.clips;
    const auto found = std::ranges::find(clips, id, [](const LabelledClip &clip) { return clip.clip.id; });
    return found == clips.end() ? QString() : toText(found->clip.name);
}

void follow(AnalysisService &service, const Reporter &report) {
    const auto cancel = [&service] { service.cancelAll(); };
    const auto ended = [&service, report] {
        if (service.unfinished() == 0)
            report.end();
    };
    QObject::connect(
        &service, &AnalysisService::progressed, report.panel,
        [report, cancel](JobNumber, double fraction, const QString &stage) { report.show(stage, fraction, cancel); });
    QObject::connect(&service, &AnalysisService::received, report.panel,
                     [report](JobNumber, const std::shared_ptr<const ClipAnalysis> &clip) {
                         report.say(Kind::Done, pathText(clip->media.filename()));
                     });
    QObject::connect(&service, &AnalysisService::finished, report.panel, ended);
    QObject::connect(&service, &AnalysisService::cancelled, report.panel, ended);
    QObject::connect(&service, &AnalysisService::failed, report.panel, [report, ended](JobNumber, const Error &error) {
        report.fail(error);
        ended();
    });
}

void follow(BackgroundAnalysis &background, ProjectSession &session, const Reporter &report) {
    const auto show = [&background, report] {
        const int total = std::max(background.total(), 1);
        report.show(JobsPanel::tr("%1 of %2 clips").arg(countText(background.done()), countText(background.total())),
                    static_cast<double>(background.done()) / total, [&background] { background.cancel(); });
    };
    QObject::connect(&background, &BackgroundAnalysis::began, report.panel, show);
    QObject::connect(&background, &BackgroundAnalysis::advanced, report.panel, show);
    QObject::connect(&background, &BackgroundAnalysis::failed, report.panel,
                     [&session, report](ClipId clip, const Error &error) {
                         const QString name = nameOf(session.project().get(), clip);
                         report.say(Kind::Failed, name + QStringLiteral(": ") + translated(error.message));
                     });
    QObject::connect(&background, &BackgroundAnalysis::ended, report.panel, [&background, report] {
        report.end();
        const bool isWhole = background.done() >= background.total();
        report.say(isWhole ? Kind::Done : Kind::Cancelled,
                   JobsPanel::tr("%1 of %2 clips").arg(countText(background.done()), countText(background.total())));
    });
}

void follow(TrainingService &service, const Reporter &report) {
    const auto cancel = [&service] { service.stop(); };
    const auto run = [&service] { return toText(service.request().run); };
    QObject::connect(&service, &TrainingService::preparing, report.panel,
                     [report, cancel, run](double fraction, const QString &stage) {
                         report.show(run() + QStringLiteral("  ·  ") + translated(stage), fraction, cancel);
                     });
    QObject::connect(
        &service, &TrainingService::advanced, report.panel, [&service, report, cancel, run](const TrainingNews &news) {
            if (news.batches.empty())
                return;
            const BatchReport &last = news.batches.back();
            const int epochs = std::max(service.request().settings.epochs, 1);
            const double done = (last.epoch + (last.batch + 1.0) / std::max(last.batches, 1)) / epochs;
            report.show(JobsPanel::tr("%1  ·  epoch %2 of %3").arg(run(), countText(last.epoch + 1), countText(epochs)),
                        std::min(done, 1.0), cancel);
        });
    QObject::connect(&service, &TrainingService::ended, report.panel, [report, run](const TrainingEnd &end) {
        report.end();
        if (end.outcome)
            report.say(Kind::Done, JobsPanel::tr("%1: best epoch %2, micro F1 %3 %")
                                       .arg(run(), countText(end.outcome->bestEpoch + 1),
                                            numberText(100 * end.outcome->bestMicroF1, 1)));
        else
            report.say(end.outcome.error().isCancelled() ? Kind::Cancelled : Kind::Failed,
                       run() + QStringLiteral(": ") + translated(end.outcome.error().message));
    });
}

void follow(TuningService &service, const Reporter &report) {
    QObject::connect(&service, &TuningService::advanced, report.panel,
                     [&service, report](const std::vector<TuningNews> &news) {
                         if (!news.empty())
                             report.show(news.back().stage, news.back().fraction, [&service] { service.cancel(); });
                     });
    QObject::connect(&service, &TuningService::ended, report.panel, [report](const TuningEnd &end) {
        report.end();
        if (!end.outcome)
            report.fail(end.outcome.error());
        else
            report.say(Kind::Done, JobsPanel::tr("micro F1 %1 %").arg(numberText(100 * end.outcome->tuned.microF1, 1)));
    });
}

void follow(EvaluationService &service, const Reporter &report) {
    QObject::connect(&service, &EvaluationService::progressed, report.panel,
                     [&service, report](double fraction, const QString &stage) {
                         report.show(stage, fraction, [&service] { service.cancel(); });
                     });
    QObject::connect(&service, &EvaluationService::made, report.panel, [report] { report.end(); });
    QObject::connect(&service, &EvaluationService::failed, report.panel, [report](const Error &error) {
        report.end();
        report.fail(error);
    });
    QObject::connect(&service, &EvaluationService::saved, report.panel,
                     [report](const QString &file, const QString &remark) {
                         report.say(Kind::Done, file + QStringLiteral("  ·  ") + remark);
                     });
    QObject::connect(&service, &EvaluationService::saveFailed, report.panel,
                     [report](const Error &error) { report.fail(error); });
}

} // namespace

JobsFeature::JobsFeature(const FeatureContext &context, ClipsFeature &clips, TrainingFeature &training,
                         FusionFeature &fusion, EvaluationFeature &evaluation, QStatusBar &status)
    : Feature(context) {
    auto *log = new WorkLogModel(this);
    auto *panel = new JobsPanel(*log);
    addDock({.name = QStringLiteral("jobs"),
             .title = tr("Jobs and log"),
             .content = panel,
             .place = 110,
             .keys = Qt::CTRL | Qt::SHIFT | Qt::Key_J});
    addStatus(new JobStatus(clips.service()));
    const auto reporter = [&](const char *id, const QString &name) {
        return Reporter{panel, log, QString::fromLatin1(id), name};
    };
    follow(clips.service(), reporter("analysis", tr("Analysis")));
    follow(clips.project().background(), context.session, reporter("background", tr("Background")));
    follow(training.service(), reporter("training", tr("Training")));
    follow(fusion.tuning(), reporter("tuning", tr("Tuning")));
    follow(evaluation.service(), reporter("evaluation", tr("Evaluation")));
    const Reporter project = reporter("project", tr("Project"));
    connect(&context.session, &ProjectSession::opened, panel, [this, project] {
        project.say(Kind::Done, tr("Opened %1.").arg(pathText(context_.session.project()->contents.file)));
    });
    connect(&context.session, &ProjectSession::failed, panel, [project](const Error &error) { project.fail(error); });
    connect(&context.edits, &ProjectEdits::failed, panel, [project](const Error &error) { project.fail(error); });
    // What is said there for a moment can be read here afterwards.
    connect(&status, &QStatusBar::messageChanged, panel, [log](const QString &message) {
        if (!message.isEmpty())
            log->add(Kind::Note, {}, message);
    });
}

} // namespace tagscope::ui

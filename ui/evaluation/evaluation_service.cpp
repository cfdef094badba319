// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/evaluation_service.h"

#include "core/base/atomic_file.h"
#include "core/base/try.h"
#include "ui/base/text.h"

#include <utility>

namespace tagscope::ui {

EvaluationService::EvaluationService(MakeReport makeReport, QObject *parent)
    : QObject(parent), makeReport_(std::move(makeReport)), files_({"export", tr("Export"), JobTitle::Always}),
      report_({"evaluation", tr("Evaluation"), JobTitle::Always},
              [this](const Result<std::shared_ptr<const EvaluationContents>> &contents) {
                  if (contents)
                      Q_EMIT made(*contents);
                  else
                      Q_EMIT failed(contents.error());
              }) {
    report_.onProgress([this](double fraction, const QString &stage) { Q_EMIT progressed(fraction, stage); });
}

void EvaluationService::start(std::shared_ptr<const Project> project, const ReportRequest &request) {
    report_.start([project = std::move(project), request,
                   make = makeReport_](const std::stop_token &stop,
                                       const auto &report) -> Result<std::shared_ptr<const EvaluationContents>> {
        EvaluationContents contents;
        contents.report = TAGSCOPE_TRY(make(*project, request, report.progress, stop));
        const std::vector<NamedOperatingPoint> points = TAGSCOPE_TRY(project->operatingPoints());
        for (const NamedOperatingPoint &point : points)
            contents.points.push_back(point.name);
        return std::make_shared<const EvaluationContents>(std::move(contents));
    });
    Q_EMIT began();
}

void EvaluationService::save(const QString &file, std::function<QByteArray()> make) {
    files_.add(
        [file, make = std::move(make)](const std::stop_token &) -> Result<void> {
            const QByteArray bytes = make();
            if (bytes.isEmpty())
                return fail(Error::Kind::Internal, "ui.file_not_made");
            return writeFileAtomically(toPath(file), {bytes.constData(), static_cast<std::size_t>(bytes.size())});
        },
        [this, file](const Result<void> &written) { notify(file, written.map([] { return QString(); })); });
}

void EvaluationService::exportTo(std::shared_ptr<ClipAnalyst> analyst, const ExportRequest &request,
                                 const QString &target) {
    files_.add(
        [analyst = std::move(analyst), request,
         target](const std::stop_token &stop, const JobReport<std::monostate> &report) -> Result<ExportOutcome> {
            ExportRequest complete = request;
            if (request.content == ExportContent::Activations || request.content == ExportContent::Detections)
                complete.activations = TAGSCOPE_TRY(analyst->activations(request));
            return exportFrom(analyst->project(), complete, toPath(target), report.progress, stop);
        },
        [this, target](const Result<ExportOutcome> &outcome) {
            notify(target, outcome.map([](const ExportOutcome &done) {
                const int clips = static_cast<int>(done.clips);
                return done.without.empty() ? tr("%n clip(s).", nullptr, clips)
                                            : tr("%n clip(s); %1 have nothing to write, such as %2.", nullptr, clips)
                                                  .arg(done.without.size())
                                                  .arg(toText(done.without.front()));
            }));
        });
}

void EvaluationService::notify(const QString &file, const Result<QString> &remark) {
    if (!remark) {
        Q_EMIT saveFailed(remark.error());
        return;
    }
    files_.log(LogKind::Done, remark->isEmpty() ? file : file + QStringLiteral("  ·  ") + *remark);
    Q_EMIT saved(file, *remark);
}

} // namespace tagscope::ui

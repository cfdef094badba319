// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fusion/tuning_service.h"

#include "ui/base/text.h"

#include <functional>
#include <utility>

namespace tagscope::ui {
namespace {

QString qtText(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

Result<TuningEnd::Outcome> tune(const std::shared_ptr<const WorkbenchContents> &contents, const SystemTuning &how,
                                const std::function<void(TuningNews)> &news, const std::stop_token &stop) {
    const auto notify = [&news](bool isFold) {
        return [&news, isFold](const TuningStep &step) {
            news({step.fraction, qtText(step.stage), step.microF1, isFold});
        };
    };
    Result<TunedSystem> tuned = tuneSystem(contents->tables, how, notify(false), stop);
    if (!tuned)
        return tl::unexpected(tuned.error());
    BootstrapOptions options;
    options.seed = how.seed;
    const TuningTables &tables = contents->tables;
    const Result<F1Intervals> intervals =
        bootstrapF1(tables.truth, tagsAt(tuned->point, tables.audio, tables.video), options, stop);
    if (!intervals)
        return tl::unexpected(intervals.error());
    Result<std::optional<HeldOutEstimate>> heldOut = heldOutOf(tables, how, notify(true), stop);
    if (!heldOut)
        return tl::unexpected(heldOut.error());
    return TuningEnd::Outcome{how, contents, std::move(*tuned), intervals->micro, *heldOut};
}

} // namespace

TuningService::TuningService(QObject *parent)
    : QObject(parent), job_({"tuning", tr("Tuning"), JobTitle::Always},
                            [this](const Result<TuningEnd::Outcome> &outcome) { end(outcome); }) {
    job_.onNews([this](const std::vector<TuningNews> &news) {
        job_.show(news.back().stage, news.back().fraction);
        Q_EMIT advanced(news);
    });
}

void TuningService::start(std::shared_ptr<const WorkbenchContents> contents, const SystemTuning &how) {
    if (isRunning())
        return;
    job_.start([contents = std::move(contents), how](const std::stop_token &stop, const JobReport<TuningNews> &report) {
        return tune(contents, how, report.news, stop);
    });
    Q_EMIT began();
}

void TuningService::end(const Result<TuningEnd::Outcome> &outcome) {
    if (outcome)
        job_.log(LogKind::Done, tr("micro F1 %1 %").arg(numberText(100 * outcome->tuned.microF1, 1)));
    Q_EMIT ended({outcome});
}

} // namespace tagscope::ui

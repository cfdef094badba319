// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fusion/tuning_service.h"

#include "core/base/try.h"
#include "ui/base/text.h"

#include <functional>
#include <utility>

namespace tagscope::ui {
namespace {

QString qtText(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

Result<TuningEnd::Outcome> tune(const std::shared_ptr<const WorkbenchContents> &contents, const SystemTuning &how,
                                bool triesAll, const std::function<void(TuningNews)> &news,
                                const std::stop_token &stop) {
    const auto notify = [&news](bool isFold) {
        return [&news, isFold](const TuningStep &step) {
            news({step.fraction, qtText(step.stage), step.microF1, isFold});
        };
    };
    const TuningTables &tables = contents->tables;
    TuningEnd::Outcome outcome{contents, {}};
    if (triesAll) {
        outcome.ways = TAGSCOPE_TRY(compareWays(tables, allWays(tables, how), notify(true), stop));
        return outcome;
    }
    ComparedWay &way = outcome.ways.emplace_back();
    way.how = how;
    way.system.tuned = TAGSCOPE_TRY(tuneSystem(tables, how, notify(false), stop));
    way.system.heldOut = TAGSCOPE_TRY(heldOutOf(tables, how, notify(true), stop));
    return outcome;
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

void TuningService::start(std::shared_ptr<const WorkbenchContents> contents, const SystemTuning &how, bool triesAll) {
    if (isRunning())
        return;
    job_.start([contents = std::move(contents), how, triesAll](const std::stop_token &stop,
                                                               const JobReport<TuningNews> &report) {
        return tune(contents, how, triesAll, report.news, stop);
    });
    Q_EMIT began();
}

void TuningService::end(const Result<TuningEnd::Outcome> &outcome) {
    if (outcome)
        job_.log(LogKind::Done, tr("micro F1 %1 %").arg(numberText(100 * outcome->best().system.tuned.microF1, 1)));
    Q_EMIT ended({outcome});
}

} // namespace tagscope::ui

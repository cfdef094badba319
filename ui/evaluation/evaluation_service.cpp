// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evaluation/evaluation_service.h"

#include "core/base/atomic_file.h"
#include "ui/base/core_text.h"
#include "ui/base/delivery.h"
#include "ui/base/text.h"

#include <exception>
#include <optional>
#include <utility>

namespace tagscope::ui {

namespace {

// What a library throws, for want of memory mostly, as an error.
template <class Work>
auto guarded(Work work) -> decltype(work()) {
    try {
        return work();
    } catch (const std::exception &exception) {
        return fail(Error::Kind::Internal, "ui.evaluation_ended", exception.what());
    }
}

} // namespace

EvaluationService::EvaluationService(QObject *parent) : QObject(parent) {
    delivery_.setInterval(kDeliveryMilliseconds);
    connect(&delivery_, &QTimer::timeout, this, &EvaluationService::deliver);
}

EvaluationService::~EvaluationService() {
    running_.request_stop();
    exporting_.request_stop();
}

void EvaluationService::start(std::shared_ptr<ProjectSource> source, const ReportRequest &request) {
    running_.request_stop();
    running_ = std::stop_source();
    pool_.run([this, number = ++latest_, from = std::move(source), request,
               stopper = running_](const std::stop_token &poolStop) mutable {
        const std::stop_callback stopWithPool(poolStop, [&stopper] { stopper.request_stop(); });
        const Progress progress = [&](double fraction, std::string_view stage) {
            inbox_.put(Step{number, fraction, std::string(stage)});
        };
        using Shared = std::shared_ptr<const EvaluationContents>;
        inbox_.put(Made{
            number, guarded([&] {
                return from->evaluation(request, progress, stopper.get_token()).map([](EvaluationContents &&contents) {
                    return Shared(std::make_shared<EvaluationContents>(std::move(contents)));
                });
            })});
    });
    isRunning_ = true;
    delivery_.start();
    Q_EMIT began();
}

void EvaluationService::cancel() {
    running_.request_stop();
}

void EvaluationService::save(const QString &file, std::function<QByteArray()> make) {
    ++saving_;
    delivery_.start();
    pool_.run([this, file, make = std::move(make)](const std::stop_token &) {
        inbox_.put(Saved{
            file, {}, guarded([&]() -> Result<void> {
                const QByteArray bytes = make();
                if (bytes.isEmpty())
                    return fail(Error::Kind::Internal, "ui.file_not_made");
                return writeFileAtomically(toPath(file), {bytes.constData(), static_cast<std::size_t>(bytes.size())});
            })});
    });
}

void EvaluationService::exportTo(std::shared_ptr<ProjectSource> source, const ExportRequest &request,
                                 const QString &target) {
    ++saving_;
    delivery_.start();
    pool_.run([this, from = std::move(source), request, target,
               stopper = exporting_](const std::stop_token &poolStop) mutable {
        const std::stop_callback stopWithPool(poolStop, [&stopper] { stopper.request_stop(); });
        const Result<ExportOutcome> outcome =
            guarded([&] { return from->exportTo(request, toPath(target), {}, stopper.get_token()); });
        if (!outcome) {
            inbox_.put(Saved{target, {}, tl::unexpected(outcome.error())});
            return;
        }
        const QString remark = outcome->without.empty() ? tr("%n clip(s).", nullptr, static_cast<int>(outcome->clips))
                                                        : tr("%n clip(s); %1 have nothing to write, such as %2.",
                                                             nullptr, static_cast<int>(outcome->clips))
                                                              .arg(outcome->without.size())
                                                              .arg(toText(outcome->without.front()));
        inbox_.put(Saved{target, remark, {}});
    });
}

void EvaluationService::deliver() {
    std::optional<Step> step;
    std::optional<Made> result;
    std::vector<Saved> files;
    for (News &news : inbox_.drain()) {
        if (auto *one = std::get_if<Step>(&news); one != nullptr && one->number == latest_)
            step = std::move(*one);
        else if (auto *report = std::get_if<Made>(&news); report != nullptr && report->number == latest_)
            result = std::move(*report);
        else if (auto *file = std::get_if<Saved>(&news))
            files.push_back(std::move(*file));
    }
    saving_ -= static_cast<int>(files.size());
    if (result)
        isRunning_ = false;
    if (!isRunning_ && saving_ == 0)
        delivery_.stop();
    for (const Saved &one : files) {
        if (one.written)
            Q_EMIT saved(one.file, one.remark);
        else
            Q_EMIT saveFailed(one.written.error());
    }
    if (result)
        take(*result);
    else if (step)
        Q_EMIT progressed(step->fraction, translated(step->stage));
}

void EvaluationService::take(const Made &result) {
    if (result.contents)
        Q_EMIT made(*result.contents);
    else
        Q_EMIT failed(result.contents.error());
}

} // namespace tagscope::ui

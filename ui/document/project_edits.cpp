// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/project_edits.h"

#include "ui/base/delivery.h"

#include <exception>
#include <set>
#include <utility>

namespace tagscope::ui {
namespace {

template <typename T>
auto assignTo(T &target) {
    return [&target](T value) { target = std::move(value); };
}

struct AtTheEnd {
    std::promise<void> &promise;
    ~AtTheEnd() { promise.set_value(); }
};

std::vector<ClipId> clipsOf(const std::vector<MarkedRegion> &additions, const std::vector<MarkedRegion> &removals) {
    std::set<ClipId> clips;
    for (const std::vector<MarkedRegion> *regions : {&additions, &removals})
        for (const MarkedRegion &region : *regions)
            clips.insert(region.clip);
    return {clips.begin(), clips.end()};
}

} // namespace

ProjectEdits::ProjectEdits(QObject *parent) : QObject(parent) {
    delivery_.setInterval(kDeliveryMilliseconds);
    connect(&delivery_, &QTimer::timeout, this, &ProjectEdits::deliver);
}

ProjectEdits::~ProjectEdits() {
    pool_.waitUntilIdle();
}

void ProjectEdits::setSource(std::shared_ptr<ProjectSource> source) {
    if (source == source_)
        return;
    source_ = std::move(source);
    ++number_;
}

void ProjectEdits::setSplits(const std::vector<SplitOfClip> &splits) {
    run([splits](ProjectSource &in) { return in.setSplits(splits); }, [this, splits] { Q_EMIT splitsChanged(splits); });
}

void ProjectEdits::setPlaces(const std::vector<FoundMedia> &places) {
    run([places](ProjectSource &in) { return in.setPlaces(places); }, [this, places] { Q_EMIT placesChanged(places); });
}

void ProjectEdits::setSetting(const std::string &key, const std::string &json) {
    run([key, json](ProjectSource &in) { return in.setSetting(key, json); },
        [this, key, json] { Q_EMIT settingKnown(key, json); });
}

void ProjectEdits::readSetting(const std::string &key) {
    auto json = std::make_shared<std::string>();
    run(
        [key, json](ProjectSource &in) {
            return in.setting(key).map([&json](const std::optional<std::string> &kept) { *json = kept.value_or(""); });
        },
        [this, key, json] { Q_EMIT settingKnown(key, *json); });
}

void ProjectEdits::addVerdicts(const std::vector<Verdict> &verdicts) {
    auto stored = std::make_shared<std::vector<Verdict>>();
    auto done = std::make_shared<std::promise<void>>(); // also where it ends without an answer
    verdictsDone_ = done->get_future().share();
    run(
        [verdicts, stored, done](ProjectSource &in) {
            const AtTheEnd tell{*done};
            return in.addVerdicts(verdicts).map(assignTo(*stored));
        },
        [this, stored] { Q_EMIT verdictsAdded(*stored); },
        [this, verdicts](const Error &error) { Q_EMIT verdictsRefused(verdicts, error); });
}

void ProjectEdits::waitForVerdicts(std::chrono::milliseconds most) const {
    if (verdictsDone_.valid())
        verdictsDone_.wait_for(most);
}

void ProjectEdits::changeRegions(const std::vector<MarkedRegion> &additions,
                                 const std::vector<MarkedRegion> &removals) {
    auto holding = std::make_shared<std::vector<MarkedRegion>>();
    run([additions, removals,
         holding](ProjectSource &in) { return in.changeMarkedRegions(additions, removals).map(assignTo(*holding)); },
        [this, clips = clipsOf(additions, removals), holding] { Q_EMIT regionsChanged(clips, *holding); },
        [this](const Error &error) { Q_EMIT regionsRefused(error); });
}

void ProjectEdits::readAudit() {
    auto record = std::make_shared<AuditRecord>();
    run([record](ProjectSource &in) { return in.auditRecord({}).map(assignTo(*record)); },
        [this, record] { Q_EMIT auditKnown(*record); });
}

void ProjectEdits::run(Work work, std::function<void()> tell, std::function<void(const Error &)> refuse) {
    if (!source_)
        return;
    ++underWay_;
    pool_.run([this, number = number_, source = source_, work = std::move(work), tell = std::move(tell),
               refuse = std::move(refuse)](const std::stop_token &) {
        try {
            inbox_.put({number, work(*source), tell, refuse});
        } catch (const std::exception &exception) {
            inbox_.put({number, fail(Error::Kind::Internal, "ui.project_not_changed", exception.what()), tell, refuse});
        }
    });
    delivery_.start();
}

void ProjectEdits::deliver() {
    for (const Report &report : inbox_.drain()) {
        if (--underWay_ == 0)
            delivery_.stop();
        if (report.number != number_)
            continue;
        if (report.result) {
            report.tell();
            continue;
        }
        if (report.refuse)
            report.refuse(report.result.error());
        Q_EMIT failed(report.result.error());
    }
}

} // namespace tagscope::ui

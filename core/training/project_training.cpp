// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/project_training.h"
#include "core/training/trainer.h"

#include "core/base/try.h"
#include "core/base/utc_time.h"
#include "core/network/crnn_description.h"
#include "core/training/feature_store.h"
#include "core/training/kept_epochs.h"
#include "core/training/recipes.h"
#include "core/training/run_clips.h"

#include <algorithm>
#include <functional>
#include <memory>
#include <numeric>
#include <span>
#include <utility>

namespace tagscope {
namespace {

// The layout of the settings: where they say nothing of pooling, whatever the number of blocks, 20 frames become a step
// and the bands a twelfth, as in the paper's layout. Fewer blocks pool more each; what is beyond three does not pool.
CrnnLayout layoutOf(const TrainingSettings &settings, const FeatureFormat &format,
                    const std::vector<EventClass> &classes) {
    const std::vector<CrnnBlock> paper = CrnnLayout().blocks;
    CrnnLayout layout;
    layout.bands = format.logMel.bands;
    layout.gruUnits = settings.gruUnits;
    layout.dropout = settings.dropout;
    layout.blocks.clear();
    for (const int channels : settings.channels) {
        CrnnBlock block{channels, settings.kernel, 1, 1};
        layout.blocks.push_back(block);
    }
    const std::size_t surplus = paper.size() - std::min(paper.size(), layout.blocks.size());
    for (std::size_t i = 0; i < paper.size(); ++i) {
        CrnnBlock &block = layout.blocks[i - std::min(i, surplus)];
        block.poolTime *= paper[i].poolTime;
        block.poolBands *= paper[i].poolBands;
    }
    for (std::size_t i = 0; i < settings.poolTime.size(); ++i)
        layout.blocks[i].poolTime = settings.poolTime[i];
    for (std::size_t i = 0; i < settings.poolBands.size(); ++i)
        layout.blocks[i].poolBands = settings.poolBands[i];
    layout.events = namesOf(classes);
    return layout;
}

CrnnDescription descriptionOf(const TrainingSettings &settings, const FeatureStore &store,
                              const std::vector<EventClass> &classes) {
    const LogMelOptions &logMel = store.format().logMel;
    CrnnDescription description;
    description.layout = layoutOf(settings, store.format(), classes);
    description.frameHop = static_cast<double>(logMel.hopSamples) / logMel.sampleRate;
    description.bandMean = store.statistics().mean;
    description.bandDeviation = store.statistics().deviation;
    return description;
}

// The run's row in the project, kept up with the training.
class RunRow {
public:
    RunRow(Project &project, const std::optional<TrainingRun> &before, const std::string &run,
           const TrainingSettings &settings)
        : project_(project) {
        if (before)
            row_ = *before;
        row_.name = run;
        row_.state = TrainingRun::State::Running;
        row_.settings = trainingSettingsToJson(settings);
        row_.ended.clear();
        if (row_.started.empty())
            row_.started = utcNow();
    }

    Result<void> store() { return project_.storeRun(row_); }

    Result<void> add(const EpochReport &epoch) {
        row_.epochs = epoch.epoch + 1;
        if (epoch.isBest) {
            row_.bestEpoch = epoch.epoch;
            row_.bestMicroF1 = epoch.microF1;
        }
        return store();
    }

    // What failed before the trainer took a step is no event in the life of a run.
    Result<void> end(const Result<TrainingOutcome> &outcome, bool hasBegun) {
        if (!hasBegun && !outcome && !outcome.error().isCancelled())
            return {};
        row_.ended = utcNow();
        row_.state = TrainingRun::State::Failed;
        if (outcome) {
            row_.state = TrainingRun::State::Finished;
            row_.epochs = static_cast<int>(outcome->epochs.size());
            row_.bestEpoch = outcome->bestEpoch;
            row_.bestMicroF1 = outcome->bestMicroF1;
        } else if (outcome.error().isCancelled()) {
            row_.state = TrainingRun::State::Stopped;
        }
        return store();
    }

private:
    Project &project_;
    TrainingRun row_;
};

// Those of the training split as they are to be learnt, the others weak.
Result<BinaryTable> labelsOf(const Project &project, const RunClips &clips, Truth truth) {
    Result<BinaryTable> labels = project.labels(clips.ids, Truth::Weak);
    if (!labels || truth == Truth::Weak)
        return labels;
    const std::size_t count = clips.counts.training;
    const BinaryTable learnt = TAGSCOPE_TRY(project.labels(std::span(clips.ids).first(count), truth));
    std::ranges::copy(learnt.values, labels->values.begin());
    return labels;
}

Result<TrainingData> trainingData(const Project &project, const TrainingSettings &settings, RunClips clips,
                                  const std::shared_ptr<const FeatureStore> &store) {
    for (const auto &[split, count] :
         {std::pair(kTrainingSplit, clips.counts.training), std::pair(kValidationSplit, clips.counts.validation)}) {
        if (count == 0)
            return fail(Error::Kind::Inconsistent, {"training.split_without_features", split});
    }
    BinaryTable labels = TAGSCOPE_TRY(labelsOf(project, clips, settings.truth));
    TrainingData data;
    data.read = [store, rows = std::move(clips.rows)](std::span<const std::size_t> positions, std::span<float> output) {
        std::vector<std::size_t> rowsOfStore;
        rowsOfStore.reserve(positions.size());
        for (const std::size_t position : positions)
            rowsOfStore.push_back(rows[position]);
        return store->read(rowsOfStore, output);
    };
    data.frames = store->format().frames();
    data.trainingClips = clips.counts.training;
    data.labels = std::move(labels);
    data.network = descriptionOf(settings, *store, project.classes());
    return data;
}

} // namespace

RunClips runClipsOf(const ClipChoice &clips, const FeatureStore &store) {
    RunClips found;
    const auto add = [&](const std::vector<Clip> &of, std::size_t &with, std::size_t &without) {
        for (const Clip &clip : of) {
            const std::optional<std::size_t> row = store.find(clip.name);
            ++(row ? with : without);
            if (!row)
                continue;
            found.ids.push_back(clip.id);
            found.rows.push_back(*row);
        }
    };
    add(clips.training, found.counts.training, found.counts.trainingWithoutFeatures);
    add(clips.validation, found.counts.validation, found.counts.validationWithoutFeatures);
    return found;
}

Result<RunClips> runClips(const Project &project, const FeatureStore &store) {
    ClipChoice clips;
    clips.training = TAGSCOPE_TRY(project.clips(kTrainingSplit));
    clips.validation = TAGSCOPE_TRY(project.clips(kValidationSplit));
    return runClipsOf(clips, store);
}

Result<TrainingClips> trainingClips(const Project &project) {
    const FeatureStore store = TAGSCOPE_TRY(FeatureStore::open(project.featureDirectory()));
    return runClips(project, store).map([](const RunClips &clips) { return clips.counts; });
}

Result<std::uint64_t> bytesToKeep(const Project &project, const TrainingSettings &settings) {
    const FeatureStore store = TAGSCOPE_TRY(FeatureStore::open(project.featureDirectory()));
    std::int64_t parameters = 0;
    for (const NamedShape &parameter : crnnParameterShapes(layoutOf(settings, store.format(), project.classes())))
        parameters +=
            std::accumulate(parameter.shape.begin(), parameter.shape.end(), std::int64_t{1}, std::multiplies());
    return keptBytes(settings, parameters);
}

Result<std::optional<TrainingRun>> runNamed(const Project &project, std::string_view run) {
    std::vector<TrainingRun> runs = TAGSCOPE_TRY(project.runs());
    const auto found = std::ranges::find(runs, run, &TrainingRun::name);
    return found == runs.end() ? std::nullopt : std::optional(std::move(*found));
}

Result<TrainingOutcome> trainRun(Project &project, const std::string &run, const TrainingSettings &settings,
                                 const TrainingObserver &observer, TrainingControl *control, std::stop_token stop) {
    ClipChoice clips;
    clips.training = TAGSCOPE_TRY(project.clips(kTrainingSplit));
    clips.validation = TAGSCOPE_TRY(project.clips(kValidationSplit));
    return trainRunOn(project, run, clips, settings, observer, control, std::move(stop));
}

Result<TrainingOutcome> trainRunOn(Project &project, const std::string &run, const ClipChoice &clips,
                                   const TrainingSettings &settings, const TrainingObserver &observer,
                                   TrainingControl *control, std::stop_token stop) {
    FeatureStore opened = TAGSCOPE_TRY(FeatureStore::open(project.featureDirectory()));
    const auto store = std::make_shared<const FeatureStore>(std::move(opened));
    const TrainingData data = TAGSCOPE_TRY(trainingData(project, settings, runClipsOf(clips, *store), store));
    const std::filesystem::path directory = TAGSCOPE_TRY(project.runDirectory(run));
    std::optional<TrainingRun> before = TAGSCOPE_TRY(runNamed(project, run));
    RunRow row(project, before, run, settings);

    // A project that can no longer be written ends the training, whose checkpoint is not lost.
    std::stop_source end;
    const std::stop_callback passOn(stop, [&end] { end.request_stop(); });
    Result<void> kept;
    bool hasBegun = false;
    TrainingObserver watching;
    const auto keep = [&](Result<void> stored) {
        if (stored)
            return;
        kept = std::move(stored);
        end.request_stop();
    };
    watching.batch = [&](const BatchReport &batch) {
        if (!std::exchange(hasBegun, true))
            keep(row.store());
        if (observer.batch)
            observer.batch(batch);
    };
    const double baseRate = baseRateLoss(data.labels, data.trainingClips);
    const auto say = [&](const std::optional<Message> &notice) {
        if (notice && observer.notice)
            observer.notice(*notice);
    };
    watching.epoch = [&](const EpochReport &epoch) {
        keep(row.add(epoch));
        if (observer.epoch)
            observer.epoch(epoch);
        say(noticeAfter(settings, epoch.epoch, epoch.validationLoss, baseRate));
    };
    say(outlookOf(settings, data.trainingClips));
    Result<TrainingOutcome> outcome =
        train(data, settings, TrainingPaths{directory}, watching, control, end.get_token());
    const Result<void> ended = row.end(outcome, hasBegun);
    TAGSCOPE_TRY(kept);
    TAGSCOPE_TRY(ended);
    return outcome;
}

} // namespace tagscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/synthetic_project.h"

#include "core/analysis/clip_revision.h"
#include "tests/ui/synthetic.h"
#include "tests/ui/synthetic_explanations.h"

#include <cmath>
#include <limits>
#include <thread>

namespace tagscope::test {

namespace {

constexpr int kRunEpochs = 20;
constexpr std::size_t kEvents = 17;

// False where it was asked to stop.
bool work(std::chrono::milliseconds time, const std::stop_token &stop) {
    for (auto slept = std::chrono::milliseconds(0); slept < time; ++slept) {
        if (stop.stop_requested())
            return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return !stop.stop_requested();
}

// Every tenth clip is judged by two, who differ about each other of these; one such quarrel in two is decided.
std::vector<Verdict> syntheticVerdicts(const std::vector<ui::LabelledClip> &clips) {
    std::vector<Verdict> verdicts;
    const auto say = [&](std::size_t clip, const char *who, std::size_t value, AuditStage stage) {
        verdicts.push_back({clips[clip].clip.id,
                            clips[clip].labels.front(),
                            stage,
                            who,
                            static_cast<VerdictValue>(value % kVerdictValues),
                            {},
                            1});
    };
    for (std::size_t i = 0; i < clips.size(); i += 10) {
        say(i, "Ada", i / 10, AuditStage::Sound);
        say(i, "Bo", i / 10 + (i % 20 == 0 ? 1 : 0), AuditStage::Sound);
        if (i % 40 == 0)
            say(i, "Cem", i / 10, AuditStage::Adjudicated);
    }
    return verdicts;
}

std::string splitOf(std::size_t clip) {
    return clip % 5 == 4 ? "test" : clip % 5 == 3 ? "validation" : "training";
}

} // namespace

SyntheticProject::SyntheticProject(std::filesystem::path file, const ProjectMake &make)
    : file_(std::move(file)), make_(make) {}

Result<ui::ProjectContents> SyntheticProject::read(const std::stop_token &) {
    ui::ProjectContents contents;
    contents.file = file_;
    contents.classes = syntheticClip("a.mp4").settings.events;
    contents.makesMedia = make_.makesMedia;
    if (make_.makesMedia)
        contents.notice =
            plainText("These are demo models, made for a first look: their figures say nothing of real recordings.");
    contents.clips = clips();
    for (int run = 0; run < make_.runs; ++run) {
        ui::RunRecord record;
        record.run.name = "earlier-" + std::to_string(make_.runs - run);
        record.run.state = TrainingRun::State::Finished;
        for (int epoch = 0; epoch < kRunEpochs; ++epoch)
            record.epochs.push_back(syntheticEpoch(epoch, 0.15 + 0.1 * run));
        record.settings = TrainingSettings{.batchSize = 16 + run};
        contents.runs.push_back(std::move(record));
    }
    return contents;
}

std::vector<ui::LabelledClip> SyntheticProject::clips() const {
    const std::lock_guard lock(mutex_);
    std::vector<ui::LabelledClip> clips;
    for (std::size_t i = 0; i < make_.clips + imported_; ++i) {
        ui::LabelledClip clip;
        clip.clip.id = static_cast<ClipId>(i) + 1;
        clip.clip.name = "clip-" + std::to_string(i);
        clip.clip.isMissing = make_.makesMedia || i % 10 == 9;
        if (!clip.clip.isMissing)
            clip.clip.media = file_.parent_path() / (clip.clip.name + ".mp4");
        clip.clip.split = splitOf(i);
        clip.labels = {static_cast<int>(i % kEvents)};
        if (i < 2)
            clip.labels.push_back(static_cast<int>(i) + 5);
        if (const auto split = splits_.find(clip.clip.id); split != splits_.end())
            clip.clip.split = split->second;
        if (const auto place = places_.find(clip.clip.id); place != places_.end()) {
            clip.clip.media = place->second.media;
            clip.clip.isMissing = place->second.media.empty();
        }
        clips.push_back(std::move(clip));
    }
    return clips;
}

Result<ClipFigures> SyntheticProject::figures(const std::stop_token &) {
    ClipFigures figures;
    const std::vector<ui::LabelledClip> all = clips();
    figures.audio = Matrix(all.size(), kEvents, std::numeric_limits<float>::quiet_NaN());
    std::uint64_t state = 1;
    for (std::size_t i = 0; i < all.size(); ++i) {
        figures.clips.push_back(all[i].clip.id);
        for (std::size_t k = 0; i % 3 != 2 && k < kEvents; ++k) {
            state = state * 6364136223846793005U + 1442695040888963407U; // Knuth's MMIX generator
            const auto value = static_cast<double>(state >> 40U) / static_cast<double>(1U << 24U);
            figures.audio(i, k) = static_cast<float>(value * value * value); // mostly small
        }
        if (i % 4 == 0)
            figures.known.push_back({all[i].clip.id, all[i].labels.front(), i % 8 == 0, std::nullopt});
    }
    figures.verdicts = syntheticVerdicts(all);
    figures.point = OperatingPoint{std::vector<double>(kEvents, 0.5), std::vector<double>(kEvents, 0.6)};
    return figures;
}

Result<void> SyntheticProject::setSplits(const std::vector<SplitOfClip> &splits) {
    const std::lock_guard lock(mutex_);
    for (const SplitOfClip &entry : splits)
        splits_[entry.clip] = entry.split;
    return {};
}

Result<void> SyntheticProject::setPlaces(const std::vector<FoundMedia> &places) {
    const std::lock_guard lock(mutex_);
    for (const FoundMedia &place : places)
        places_[place.clip] = place;
    return {};
}

Result<ImportReport> SyntheticProject::import(const ImportRequest &request, const Progress &progress,
                                              const std::stop_token &stop) {
    for (int i = 0; i < 20; ++i) {
        progress(i / 20.0, "importing");
        if (!work(std::chrono::milliseconds(request.split == "slow" ? 100 : 1), stop))
            return cancelled();
    }
    const std::lock_guard lock(mutex_);
    imported_ += 3;
    return ImportReport{3, 0, 1, 0, {"One file could not be read."}};
}

Result<ui::LocateOutcome> SyntheticProject::locate(const std::filesystem::path &folder, const Progress &,
                                                   const std::stop_token &) {
    ui::LocateOutcome outcome;
    for (const ui::LabelledClip &labelled : clips())
        if (const Clip &clip = labelled.clip; clip.isMissing) {
            outcome.moved.push_back({{clip.id, clip.media, clip.start}, {clip.id, folder / (clip.name + ".mp4"), {}}});
            ++outcome.byContent;
        }
    return outcome;
}

Result<std::optional<std::string>> SyntheticProject::setting(const std::string &key) {
    const std::lock_guard lock(mutex_);
    const auto found = settings_.find(key);
    return found == settings_.end() ? std::nullopt : std::optional(found->second);
}

Result<void> SyntheticProject::setSetting(const std::string &key, const std::string &json) {
    const std::lock_guard lock(mutex_);
    settings_[key] = json;
    return {};
}

Result<std::vector<ui::SplitReadiness>> SyntheticProject::readiness(const std::stop_token &) {
    std::vector<ui::SplitReadiness> splits{{"training", 0, 0, 0}, {"validation", 0, 0, 0}};
    for (std::size_t i = 0; i < make_.clips; ++i)
        for (ui::SplitReadiness &split : splits)
            if (splitOf(i) == split.split) {
                ++split.clips;
                split.withFeatures += hasFeatures_ ? 1U : 0U;
                split.missing += i % 10 == 9 && !make_.makesMedia ? 1U : 0U;
            }
    return splits;
}

Result<std::filesystem::path> SyntheticProject::provideMedia(ClipId clip, const std::stop_token &) {
    return file_.parent_path() / ("clip-" + std::to_string(clip - 1) + ".mp4");
}

Result<ClipAnalysis> SyntheticProject::analyse(ClipId clip, const std::string &run, const Progress &progress,
                                               const std::stop_token &stop) {
    progress(0.5, "pictures");
    if (!work(make_.analysis, stop))
        return cancelled();
    if (run == "broken")
        return fail(Error::Kind::Unreadable, plainText("broken has no best model yet. Train it for an epoch."));
    ClipAnalysis analysis = syntheticClip(file_.parent_path() / ("clip-" + std::to_string(clip - 1) + ".mp4"));
    if (const MappingOptions mapping = currentMapping(); mapping != MappingOptions()) {
        ClipRevision mapped;
        mapped.mapping = mapping;
        RevisionInputs inputs;
        inputs.cosine = syntheticCosine();
        analysis = revise(analysis, mapped, inputs).value();
    }
    analysis.models.crnn = run.empty() ? "demo CRNN" : "run " + run + ", epoch 7";
    return analysis;
}

Result<ui::ClipAnnotations> SyntheticProject::annotations(ClipId clip, const std::stop_token &) {
    ui::ClipAnnotations annotations;
    const auto event = static_cast<int>((clip - 1) % static_cast<ClipId>(kEvents)); // that of its weak label
    annotations.regions = {{clip, event, Seconds{1.5}, Seconds{3}}, {clip, event, Seconds{6}, Seconds{8.25}}};
    annotations.presence = {{clip, event, true, std::nullopt}};
    return annotations;
}

Result<std::vector<ObjectProbability>> SyntheticProject::objectsOf(const ClipAnalysis &, int picture,
                                                                   const std::stop_token &) {
    return syntheticObjects(picture);
}

Result<Matrix> SyntheticProject::cosines(const std::stop_token &) {
    return syntheticCosine();
}

Result<ProjectMapping> SyntheticProject::applyMapping(const MappingOptions &mapping, const Progress &progress,
                                                      const std::stop_token &stop) {
    for (std::size_t i = 0; i < make_.clips; ++i) {
        progress(static_cast<double>(i) / static_cast<double>(make_.clips), "mapping");
        if (!work(make_.analysis, stop))
            return cancelled();
    }
    ProjectMapping outcome;
    outcome.before.mapping = currentMapping();
    outcome.after.mapping = mapping;
    outcome.clips = make_.clips;
    outcome.changed = make_.clips / 2;
    outcome.changedTags = 1;
    outcome.tags.push_back({1, {0}, {1, 2}});
    static_cast<void>(restoreVideo(outcome.after));
    return outcome;
}

MappingOptions SyntheticProject::currentMapping() {
    const std::lock_guard lock(mutex_);
    return mapping_;
}

Result<void> SyntheticProject::restoreVideo(const VideoState &state) {
    const std::lock_guard lock(mutex_);
    mapping_ = state.mapping;
    return {};
}

Result<Answer> SyntheticProject::explain(const ClipAnalysis &clip, const Question &question, const Progress &progress,
                                         const std::stop_token &stop) {
    return syntheticExplain(clip, question, progress, stop);
}

Result<void> SyntheticProject::prepareTraining(const Progress &progress, const std::stop_token &stop) {
    for (int i = 0; i < 10; ++i) {
        progress(i / 10.0, "features");
        if (!work(std::chrono::milliseconds(2), stop))
            return cancelled();
    }
    hasFeatures_ = true;
    return {};
}

Result<TrainingOutcome> SyntheticProject::train(const ui::TrainingRequest &request, const TrainingObserver &observer,
                                                const std::stop_token &stop) {
    TrainingOutcome outcome;
    for (int epoch = 0; epoch < request.settings.epochs; ++epoch) {
        const EpochReport report = syntheticEpoch(epoch, 0.2);
        for (int batch = 0; batch < make_.batches; ++batch) {
            while (isPaused_ && !stop.stop_requested())
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            if (!work(make_.batch, stop))
                return cancelled();
            if (make_.doesTrainingFail && batch == 3)
                return fail(
                    Error::Kind::Internal,
                    plainText("The loss is no number any more in epoch 1, batch 4. Try a smaller learning rate."),
                    "tensor conv.0.weight");
            const double noise = 0.02 * std::sin(12.9898 * batch + 78.233 * epoch);
            observer.batch({epoch, batch, make_.batches, report.trainingLoss + noise, report.learningRate,
                            38.0 + 100 * noise, std::uint64_t{900} << 20U});
        }
        observer.epoch(report);
        outcome.epochs.push_back(report);
        if (report.isBest) {
            outcome.bestEpoch = epoch;
            outcome.bestMicroF1 = report.microF1;
        }
    }
    return outcome;
}

void SyntheticProject::setTrainingPaused(bool isPaused) {
    isPaused_ = isPaused;
}

EpochReport syntheticEpoch(int epoch, double speed) {
    EpochReport report;
    report.epoch = epoch;
    report.trainingLoss = 0.1 + 0.3 * std::exp(-speed * epoch);
    report.validationLoss = 0.14 + 0.26 * std::exp(-speed * epoch) + 0.002 * epoch;
    report.learningRate = 0.1 * std::pow(0.8, epoch / 5);
    report.microF1 = 0.6 * (1 - std::exp(-speed * (epoch + 1))) - 0.002 * epoch;
    for (std::size_t k = 0; k < kEvents; ++k)
        report.classF1.push_back(report.microF1 * (0.5 + 0.5 * std::abs(std::sin(static_cast<double>(k)))));
    report.thresholds.assign(kEvents, 0.4);
    report.seconds = 60;
    report.clipsPerSecond = 38 + std::sin(epoch);
    report.deviceBytes = std::uint64_t{900} << 20U;
    report.isBest = epoch < 14;
    return report;
}

Result<std::shared_ptr<ui::ProjectSource>> openSyntheticProject(const std::filesystem::path &file,
                                                                const std::stop_token &) {
    if (file.extension() == ".broken")
        return fail(Error::Kind::Malformed, plainText(file.filename().string() + " is not a project."),
                    "file is not a database");
    ProjectMake make;
    make.makesMedia = file.stem() == "demo" || file.extension() == ".demo";
    return std::shared_ptr<ui::ProjectSource>(std::make_shared<SyntheticProject>(file, make));
}

} // namespace tagscope::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/evaluation.h"
#include "core/project/operating_points.h"
#include "core/training/epoch_log.h"
#include "tests/ui/synthetic.h"
#include "tests/ui/synthetic_project.h"

#include <QTemporaryDir>
#include <SQLiteCpp/Database.h>
#include <atomic>
#include <fstream>
#include <stdexcept>

// What a synthetic project stores.
namespace tagscope::test {
namespace {

constexpr std::size_t kStoreEvents = 17;
constexpr int kRunEpochs = 20;
constexpr std::size_t kMostFiles = 1000; // where there are more clips they share one

template <class Value>
Value orThrow(Result<Value> result) {
    if (!result)
        throw std::runtime_error(result.error().what());
    if constexpr (!std::is_void_v<Value>)
        return *std::move(result);
}

std::filesystem::path newDirectory() {
    static const QTemporaryDir all;
    static std::atomic<int> count = 0;
    const std::filesystem::path directory = std::filesystem::path(all.path().toStdString()) / std::to_string(++count);
    std::filesystem::create_directories(directory);
    return directory;
}

std::string splitOf(std::size_t clip) {
    return clip % 5 == 4 ? "test" : clip % 5 == 3 ? "validation" : "training";
}

// Two judge, and differ about each other clip; one such quarrel in two is decided.
std::vector<Verdict> madeVerdicts(std::size_t clips) {
    std::vector<Verdict> verdicts;
    const auto say = [&](std::size_t clip, const char *who, std::size_t value, AuditStage stage) {
        verdicts.push_back({static_cast<ClipId>(clip) + 1,
                            static_cast<int>(clip % kStoreEvents),
                            stage,
                            who,
                            static_cast<VerdictValue>(value % kVerdictValues),
                            {},
                            1});
    };
    for (std::size_t i = 0; i < clips; i += 10) {
        say(i, "Ada", i / 10, AuditStage::Sound);
        say(i, "Bo", i / 10 + (i % 20 == 0 ? 1 : 0), AuditStage::Sound);
        if (i % 40 == 0)
            say(i, "Cem", i / 10, AuditStage::Adjudicated);
    }
    return verdicts;
}

// Video is audio mirrored.
std::vector<ClipScore> madeScores(std::size_t clips, Branch branch) {
    std::vector<ClipScore> scores;
    std::uint64_t state = 1;
    for (std::size_t i = 0; i < clips; ++i) {
        if (i % 3 == 2)
            continue;
        scores.push_back({static_cast<ClipId>(i) + 1, {}});
        for (std::size_t k = 0; k < kStoreEvents; ++k) {
            state = state * 6364136223846793005U + 1442695040888963407U; // Knuth's MMIX generator
            const auto value = static_cast<double>(state >> 40U) / static_cast<double>(1U << 24U);
            const auto heard = static_cast<float>(value * value * value); // mostly small
            scores.back().probabilities.push_back(branch == Branch::Audio ? heard : 1.0F - heard);
        }
    }
    return scores;
}

void addClipsTo(Project &project, const ProjectMake &make) {
    const std::filesystem::path directory = project.file().parent_path();
    std::vector<NewClip> clips;
    std::vector<std::pair<ClipId, int>> labels;
    std::vector<StrongRegion> regions;
    std::vector<KnownPresence> presence;
    for (std::size_t i = 0; i < make.clips; ++i) {
        NewClip &clip = clips.emplace_back();
        clip.name = "clip-" + std::to_string(i);
        clip.split = splitOf(i);
        if (!make.makesMedia && i % 10 != 9) {
            clip.media = directory / ((make.clips > kMostFiles ? "clips" : clip.name) + ".mp4");
            if (make.clips <= kMostFiles || i == 0)
                std::ofstream(clip.media).flush();
        }
        const auto id = static_cast<ClipId>(i) + 1;
        const auto event = static_cast<int>(i % kStoreEvents);
        labels.emplace_back(id, event);
        if (i < 2)
            labels.emplace_back(id, static_cast<int>(i) + 5);
        regions.push_back({id, event, Seconds{1.5}, Seconds{3}});
        regions.push_back({id, event, Seconds{6}, Seconds{8.25}});
        if (i % 4 == 0)
            presence.push_back({id, event, i % 8 == 0, std::nullopt});
    }
    orThrow(project.addClips(clips));
    orThrow(project.addLabels(labels));
    orThrow(project.addRegions(regions));
    orThrow(project.setPresence(presence));
    orThrow(project.storeScores({Branch::Audio, "heard"}, madeScores(make.clips, Branch::Audio)));
    orThrow(project.storeScores({Branch::Video, std::string(kVideoSourceName)}, madeScores(make.clips, Branch::Video)));
}

void addRuns(Project &project, int runs) {
    for (int run = 0; run < runs; ++run) {
        TrainingRun row;
        row.name = "earlier-" + std::to_string(run + 1);
        row.state = TrainingRun::State::Finished;
        TrainingSettings settings;
        settings.batchSize = 16 + runs - 1 - run;
        row.settings = trainingSettingsToJson(settings);
        row.epochs = kRunEpochs;
        row.started = row.ended = "2026-01-0" + std::to_string(run + 1) + "T00:00:00Z";
        std::vector<EpochReport> epochs;
        for (int epoch = 0; epoch < kRunEpochs; ++epoch)
            epochs.push_back(syntheticEpoch(epoch, 0.15 + 0.1 * (runs - 1 - run)));
        std::vector<std::string> events;
        for (const EventClass &event : project.classes())
            events.push_back(event.name);
        orThrow(project.storeRun(row));
        std::filesystem::create_directories(project.runDirectory(row.name).value());
        orThrow(writeEpochLog({project.runDirectory(row.name).value()}, epochs, events));
    }
}

void refuseNobody(const std::filesystem::path &file) {
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
    for (const char *table : {"verdict", "marked_region"})
        database.exec(std::string("CREATE TRIGGER refuse_") + table + " BEFORE INSERT ON " + table +
                      " WHEN NEW.annotator = 'nobody' BEGIN SELECT RAISE(ABORT, 'nobody'); END");
}

} // namespace

Project syntheticStore(const std::filesystem::path &name, const ProjectMake &make) {
    const std::filesystem::path directory = name.parent_path();
    const bool isReal = !directory.empty() && directory != name.root_path() && std::filesystem::is_directory(directory);
    const std::filesystem::path file =
        (isReal ? directory : newDirectory()) / name.filename().replace_extension(".tagscope");
    if (std::filesystem::exists(file)) {
        Result<Project> known = Project::open(file);
        return known ? *std::move(known) : orThrow(Project::open(file, Project::Access::ReadOnly));
    }
    Project project = orThrow(Project::create(file, syntheticClip("a.mp4").settings.events));
    orThrow(project.atomically([&]() -> Result<void> {
        addClipsTo(project, make);
        return {};
    }));
    addRuns(project, make.runs);
    if (make.isJudged)
        orThrow(project.addVerdicts(madeVerdicts(make.clips)));
    if (make.hasPoint) {
        NamedOperatingPoint point;
        point.name = "made";
        point.point = {std::vector<double>(kStoreEvents, 0.0), std::vector<double>(kStoreEvents, 0.6)};
        point.method = "paper";
        point.audioSource = "heard";
        point.created = "2026-01-01T00:00:00Z";
        orThrow(project.storeOperatingPoint(point));
    }
    if (make.refusesNobody)
        refuseNobody(file);
    return project;
}

} // namespace tagscope::test

// SPDX-License-Identifier: GPL-3.0-or-later
// features, train and predict on a project of made recordings, as a script would run them. tst_cli_training PROGRAM;
// exits with the number of failed checks.

#include "core/project/project.h"
#include "tests/app/cli_program.h"
#include "tests/app/made_recordings.h"
#include "tests/support/test_program.h"

#include <fstream>
#include <vector>

using namespace tagscope;
using nlohmann::json;
using tagscope::test::contains;
using test::CliProgram;

namespace {

namespace fs = std::filesystem;

void makesFeatures(const CliProgram &program, test::Checks &check) {
    const fs::path features = program.directory() / "p.data" / "features";
    check(program("features p.tagscope --merge --quiet").status == 1, "nothing to merge");
    for (const char *shard : {"0/2", "3/2", "1", "a/b"})
        check(program(std::string("features p.tagscope --shard ") + shard).status == 2, "no such part", shard);
    const json part = program.document("features p.tagscope --shard 1/2");
    check(part["made_clips"] == 14 && !fs::exists(features / "index.json"), "a part alone", part.dump());
    check(program.document("features p.tagscope --shard 2/2")["clips"] == 0, "nothing is left for the second part");
    const json merged = program.document("features p.tagscope --merge");
    check(merged["clips"] == 14 && merged["omitted"].size() == 1, "put together", merged.dump());
    check(merged["omitted"][0]["clip"] == "missing" && merged["omitted"][0]["why"] == "no media", "what was left out",
          merged.dump());
    check(merged["statistics_frames"] == 8 * 100, "statistics of the training split");
    check(program.document("features p.tagscope")["made_clips"] == 0, "nothing to do");

    fs::resize_file(features / "features-00000.npy", 500);
    const auto mended = program("features p.tagscope --json");
    check(mended.status == 0 && json::parse(mended.out)["damaged"].size() == 1, "a damaged part", mended.out);
    check(contains(mended.err, "features-00000.npy"), "is named", mended.err);
}

void namesWhatCannotBeDecoded(const CliProgram &program, test::Checks &check) {
    std::ofstream(program.directory() / "text.wav") << "no sound at all";
    {
        Project project = Project::open(program.directory() / "p.tagscope").value();
        check(project
                  .addClips(std::vector<NewClip>{
                      {"text", program.directory() / "text.wav", Seconds(0), Seconds(0.5), "training"}})
                  .has_value(),
              "a bad clip is added");
    }
    const auto run = program("features p.tagscope --json --quiet");
    check(run.status == 1 && contains(run.err, "text.wav"), "a failure is named", run.err);
    check(json::parse(run.out)["clips"] == 14, "and the rest is done", run.out);
}

void trains(const CliProgram &program, test::Checks &check) {
    const std::string tiny = " --channels 4,4,4 --gru-units 4 --batch-size 4 --checkpoint-batches 1 --clip none"
                             " --device cpu --threads 1";
    fs::remove_all(program.directory() / "p.data" / "features");
    const json first = program.document("train p.tagscope --epochs 1 --seed 5" + tiny);
    check(first["run"] == "run-1" && first["epochs"].size() == 1, "a name for it, and features made first",
          first.dump());
    check(first["training_clips"] == 8 && first["validation_clips"] == 4 && first["without_features"] == 2,
          "clips are counted", first.dump());
    check(first["truth"] == "weak" && first["validation_truth"] == "weak", "which labels were learnt", first.dump());
    const auto again = program("train p.tagscope --run run-1 --epochs 2" + tiny);
    check(again.status == 1 && contains(again.err, "--resume"), "a run that is there is not begun anew", again.err);
    const json second = program.document("train p.tagscope --run run-1 --resume --epochs 2 --device cpu");
    check(second["epochs"].size() == 2 && second["epochs"][0] == first["epochs"][0], "the run goes on", second.dump());
    check(program("train p.tagscope --resume").status == 1, "no unfinished run is left");
    check(program("train p.tagscope --resume --run none").status == 1, "no such run");

    const json settings =
        json::parse(std::ifstream(fs::path(second["directory"].get<std::string>()) / "settings.json"));
    check(settings["seed"] == 5 && settings["gruUnits"] == 4 && settings["clipping"] == "none" &&
              settings["channels"] == json::array({4, 4, 4}),
          "the run has its settings", settings.dump());
    for (const char *wrong :
         {"--clip sometimes", "--order sideways", "--truth audible", "--precision float8", "--channels a,b"})
        check(program(std::string("train p.tagscope ") + wrong).status == 2, "wrong usage", wrong);
    check(program("train p.tagscope --momentum 2").status == 1, "a setting out of range");
    std::ofstream(program.directory() / "tiny.json") << settings.dump();
    const json third = program.document("train p.tagscope --settings tiny.json --epochs 1 --momentum 0.5");
    check(third["run"] == "run-2", "the next free name", third.dump());
    const json audited = program.document("train p.tagscope --settings tiny.json --epochs 1 --truth audited");
    check(audited["truth"] == "audited" && audited["validation_truth"] == "weak", "audited labels", audited.dump());
    check(program("train p.tagscope --run run-3 --resume --epochs 2 --truth weak").status == 1,
          "a run stays with its labels");
    check(program.document("train p.tagscope --run run-3 --resume --epochs 2")["truth"] == "audited", "unasked too");
    const auto withoutGpu = program("train p.tagscope --run nowhere --device cuda:77");
    check(withoutGpu.status == 1 && contains(withoutGpu.err, "cuda:77"), "no such device", withoutGpu.err);
    check(!program.has("p.data/runs/nowhere/checkpoint.safetensors"), "and no such run");
    const json elsewhere = program.document("train p.tagscope --run run-1 --resume --epochs 3 --device auto");
    check(elsewhere["epochs"].size() == 3, "a run goes on on another device", elsewhere.dump());
    check(program("tune --device cuda --scores a --truth b").status == 2, "only networks of our own run on a GPU");
    const auto predicted = program("predict p.tagscope --run run-1 --device cuda:77");
    check(predicted.status == 1 && contains(predicted.err, "cuda:77"), "no such device to predict on", predicted.err);
    const auto kept = program("train p.tagscope --run kept --epochs 3 --keep-epochs 2" + tiny);
    check(kept.status == 0 && contains(kept.err, "networks of 1 epochs are kept for each run"),
          "what is kept is said before", kept.err);
    check(program.document("predict p.tagscope --run kept@2")["source"] == "kept@2", "a kept epoch scores the clips");
    const auto gone = program("predict p.tagscope --run kept@1");
    check(gone.status == 1 && contains(gone.err, "was not kept"), "another was not kept", gone.err);
    check(program("train p.tagscope --keep-epochs some").status == 2, "all, or a number");
}

// A name is no way out of the project's folder.
void refusesNamesThatArePaths(const CliProgram &program, test::Checks &check) {
    for (const char *name : {"../../escaped", "..", "a/b", ".hidden"}) {
        const auto run = program(std::string("train p.tagscope --epochs 1 --run ") + name);
        check(run.status == 1 && contains(run.err, name), "no such name for a run", run.err);
    }
    check(!program.has("../escaped") && !program.has("p.data/settings.json") && !program.has("p.data/runs/a"),
          "nothing was written");
    fs::copy(program.directory() / "p.data/runs/run-1", program.directory() / "evil", fs::copy_options::recursive);
    check(program("predict p.tagscope --run ../../../evil").status == 1, "nor a run to predict with");
    fs::create_directory_symlink(program.directory() / "evil", program.directory() / "p.data/runs/linked");
    const auto linked = program("predict p.tagscope --run linked");
    check(linked.status == 1 && contains(linked.err, "link"), "nor a link that leads out", linked.err);
    fs::remove(program.directory() / "p.data/runs/linked");
}

void moveWaves(const fs::path &from, const fs::path &to) {
    fs::create_directories(to);
    std::vector<fs::path> waves;
    for (const fs::directory_entry &entry : fs::directory_iterator(from))
        if (entry.path().extension() == ".wav")
            waves.push_back(entry.path());
    for (const fs::path &wave : waves)
        fs::rename(wave, to / wave.filename());
}

// One flipped bit while the media are away must not cost the clips.
void keepsWhatCannotBeMadeAgain(const CliProgram &program, test::Checks &check) {
    const fs::path features = program.directory() / "p.data" / "features";
    const std::string before = CliProgram::contentOf(features / "features-00000.npy");
    std::string damaged = before;
    damaged[200] = static_cast<char>(damaged[200] ^ 1);
    std::ofstream(features / "features-00000.npy", std::ios::binary) << damaged;
    moveWaves(program.directory(), program.directory() / "away");
    const auto checked = program("features p.tagscope --check --json");
    check(contains(checked.err, "features-00000.npy.old"), "where it is kept is said", checked.err);
    check(CliProgram::contentOf(features / "features-00000.npy.old") == damaged, "the old block is kept");
    moveWaves(program.directory() / "away", program.directory());
    const auto again = program("features p.tagscope --json"); // status 1 for the one that is no recording
    check(json::parse(again.out)["clips"] == 14, "and made again once the media are back", again.err);
    check(CliProgram::contentOf(features / "features-00000.npy") == before, "as it was");
}

void refusesNumbersThatAreNone(const CliProgram &program, test::Checks &check) {
    const fs::path array = program.directory() / "p.data" / "features" / "features-00000.npy";
    const std::string before = CliProgram::contentOf(array);
    std::string damaged = before;
    damaged.replace(128 + 40, 2, "\x00\x7E", 2); // a NaN in float16
    std::ofstream(array, std::ios::binary) << damaged;
    const auto run = program("predict p.tagscope --run run-1");
    check(run.status == 1 && contains(run.err, "have changed") && contains(run.err, "features-00000.npy"),
          "no scores of features that are no numbers", run.err);
    std::ofstream(array, std::ios::binary) << before;
}

void refusesClipsOfMonths(const CliProgram &program, test::Checks &check) {
    program.write("long.csv", "path,labels,split\nc0.wav,low,training\n");
    for (const char *seconds : {"1e7", "1e300", "nan", "-1"}) {
        const auto run = program(std::string("import long.tagscope --format csv long.csv --clip-seconds ") + seconds);
        check(run.status != 0 && !program.has("long.tagscope"), std::string("no clips of seconds: ") + seconds,
              run.err);
    }
}

void predicts(const CliProgram &program, test::Checks &check) {
    check(program("predict p.tagscope").status == 2, "run or model");
    check(program("predict p.tagscope --run nobody").status == 1, "no such run");
    const json test = program.document("predict p.tagscope --run run-1 --split test");
    check(test["clips"] == 2 && test["source"] == "run-1", "the test split", test.dump());
    const json all = program.document("predict p.tagscope --run run-1 --checkpoint last --threads 2");
    check(all["clips"] == 14 && all["without_features"] == 2, "all clips", all.dump());
    const json described =
        json::parse(std::ifstream(fs::path(all["activations"].get<std::string>()).replace_extension("json")));
    constexpr double kStep = 0.16; // the recipe for few clips pools 32 frames of 5 ms
    check(described["clips"].size() == 14 && described["events"] == json::array({"low", "high"}) &&
              std::abs(described["hop"].get<double>() - kStep) < 1e-9,
          "activations are described", described.dump());
    const Project project = Project::open(program.directory() / "p.tagscope", Project::Access::ReadOnly).value();
    const std::vector<Clip> clips = project.clips().value();
    std::vector<ClipId> ids;
    for (const Clip &clip : clips)
        ids.push_back(clip.id);
    const ScoresOfClips scores = project.scores({Branch::Audio, "run-1"}, ids).value();
    for (std::size_t i = 0; i < clips.size(); ++i)
        check(bool(scores.hasScore[i]) == (clips[i].name.front() == 'c'), "a score for " + clips[i].name);
}

// Each clip but those for testing is scored by a network that was trained on other folds.
void foldsAreScoredByOthers(const CliProgram &program, test::Checks &check) {
    const std::string tiny = " --channels 4,4,4 --gru-units 4 --batch-size 4 --clip none --epochs 1 --threads 1";
    const std::string folded = "train p.tagscope --run kf --folds 2";
    const json first = program.document(folded + tiny);
    check(first["source"] == "kf-folds" && first["clips"] == 12 && first["folds"] == json::array({"1", "2"}),
          "a source of all folds", first.dump());
    check(program.has("p.data/runs/kf-fold-1/last.safetensors") && program.has("p.data/runs/kf-fold-2/log.csv"),
          "a run for each");
    const auto again = program(folded + tiny);
    check(again.status == 1 && contains(again.err, "kf-fold-1"), "runs that are there are not begun anew", again.err);
    check(program.document(folded + " --resume")["micro_f1"] == first["micro_f1"], "but gone on with");
    const json tuned = program.document("tune p.tagscope --split all --audio kf-folds --name folded");
    check(tuned["split"] == "all" && tuned["clips"] == 12, "tuning uses every clip that has a score", tuned.dump());
    const json measured = program.document("evaluate p.tagscope --split all --operating-point folded");
    check(measured["split"] == "all" && measured["clips"] == 14, "evaluation counts every clip, but for those held out",
          measured.dump());
    check(program.document("train p.tagscope --run ks --folds-by-split" + tiny)["folds"].size() == 3,
          "splits can be folds");
    for (const char *wrong : {"--folds 1", "--folds 2 --folds-by-split", "--folds 2 --resume"})
        check(program(std::string("train p.tagscope ") + wrong).status == 2, "wrong usage", wrong);
    const auto tooMany = program("train p.tagscope --folds 100" + tiny);
    check(tooMany.status == 1 && contains(tooMany.err, "100 folds"), "more folds than recordings", tooMany.err);
    program.write("none.json", "{}");
    const auto noTagger = program("train p.tagscope --head none.json");
    check(noTagger.status == 1 && contains(noTagger.err, "none.json"), "a head needs a tagger", noTagger.err);
}

} // namespace

[[maybe_unused]] static const bool isCliTrainingRegistered =
    tagscope::test::registerTest(__FILE__, [](int argc, char **argv) -> int {
        if (argc != 2) {
            std::cout << "usage: tst_cli_training PROGRAM\n";
            return 2;
        }
        test::Checks check;
        const test::ScratchDirectory directory("tst_cli_training");
        const CliProgram program(argv[1], directory.path(), check);
        test::makeRecordings(directory.path(), check);
        makesFeatures(program, check);
        namesWhatCannotBeDecoded(program, check);
        trains(program, check);
        predicts(program, check);
        foldsAreScoredByOthers(program, check);
        refusesNamesThatArePaths(program, check);
        keepsWhatCannotBeMadeAgain(program, check);
        refusesNumbersThatAreNone(program, check);
        refusesClipsOfMonths(program, check);
        std::cout << (check.failures() == 0 ? "all checks passed\n"
                                            : std::to_string(check.failures()) + " checks failed\n");
        return check.failures();
    });

// SPDX-License-Identifier: GPL-3.0-or-later
// tune, evaluate and video on a project, as a script would run them. tst_cli_evaluation PROGRAM; exits with the number
// of failed checks.

#include "core/evaluation/evaluation.h"
#include "core/project/project.h"
#include "tests/app/cli_program.h"
#include "tests/support/test_program.h"

#include <cmath>
#include <fstream>

using namespace tagscope;
using nlohmann::json;
using tagscope::test::contains;
using test::CliProgram;

namespace {

// Two events, 40 clips a split; the audio is sure of "horn", the video of "bus". One clip of each split has neither.
void makeProject(const std::filesystem::path &file, test::Checks &check) {
    Project project = Project::create(file, {{"horn", "", {"horn"}, 0.5, 0.5}, {"bus", "", {"bus"}, 0.5, 0.5}}).value();
    for (const std::string split : {"validation", "test"}) {
        std::vector<NewClip> clips;
        for (int i = 0; i < 40; ++i)
            clips.push_back({split + std::to_string(i), {}, Seconds(0), Seconds(10), split});
        const std::vector<ClipId> ids = project.addClips(clips).value();
        std::vector<std::pair<ClipId, int>> labels;
        std::vector<ClipScore> audio;
        std::vector<ClipScore> video;
        for (std::size_t i = 0; i < ids.size(); ++i) {
            const bool isHorn = i % 2 == 0;
            labels.emplace_back(ids[i], isHorn ? 0 : 1);
            if (i == 39)
                continue;
            const float noise = 0.01F * static_cast<float>(i % 7);
            audio.push_back({ids[i], {isHorn ? 0.8F + noise : 0.1F, i % 4 == 0 ? 0.6F : 0.3F + noise}});
            video.push_back({ids[i], {0.2F + noise, isHorn ? 0.0F : 0.9F}});
        }
        check(project.addLabels(labels).has_value(), "the sample project is filled");
        check(project.storeScores({Branch::Audio, "first"}, audio).has_value(), "the sample project is filled");
        check(project.storeScores({Branch::Video, std::string(kVideoSourceName)}, video).has_value(),
              "the sample project is filled");
    }
}

void tunes(const CliProgram &program, test::Checks &check) {
    const json fusion = program.document("tune p.tagscope --split validation --method paper");
    check(fusion["name"] == "fusion-paper" && fusion["method"] == "paper", "a name for it", fusion.dump());
    check(fusion["micro_f1"] == 1.0 && fusion["clips"] == 39, "separable with both branches", fusion.dump());
    check(fusion["events"][0]["weight"] == 0.2 && fusion["events"][1]["weight"] == 0.8, "the paper's weights");
    check(fusion["left_out"] == json::array({"validation39"}), "what had no scores");
    check(fusion["audio"] == "first" && fusion["video"] == "video" && fusion["truth"] == "weak", "what it is made of");
    const json audio = program.document("tune p.tagscope --audio first");
    check(audio["name"] == "audio-paper" && audio["video"].is_null(), "audio alone", audio.dump());
    check(audio["micro_f1"] < 1.0 && audio["stage1_micro_f1"] <= audio["micro_f1"], "is worse");
    check(program.document("tune p.tagscope --audio")["audio"] == "first", "the newest run where none is named");
    check(program.document("tune p.tagscope --video")["name"] == "video-paper", "video alone");
    const json exact = program.document("tune p.tagscope --audio first --method exact");
    check(exact["micro_f1"] == audio["micro_f1"] && exact["name"] == "audio-exact", "exact thresholds are as good");
    const json joint = program.document("tune p.tagscope --method exact --weights joint --name mine");
    check(joint["micro_f1"] == 1.0 && joint["name"] == "mine", "weights too", joint.dump());

    const json calibrated = program.document("tune p.tagscope --method calibrated");
    check(calibrated["name"] == "fusion-calibrated" && calibrated["weights"].is_null(), "calibrated",
          calibrated.dump());
    check(calibrated["events"][0]["weight"].is_null() && calibrated["events"][0]["calibration"]["mean"].size() == 3,
          "what makes the probabilities");
    check(calibrated["events"][0]["threshold"] == calibrated["events"][1]["threshold"], "one threshold for all");
    const json estimate = calibrated["estimate"];
    check(estimate["over_paper"]["interval"].size() == 2 && estimate["deals"] == 10 && estimate["folds"] == 5,
          "what it is worth on other clips", estimate.dump());
    check(estimate["low"] <= estimate["micro_f1"] && estimate["high"] >= estimate["micro_f1"], "with its interval");
    check(!calibrated.contains("interval"), "and none on the clips it was tuned on");
    check(program.document("tune p.tagscope --no-cross-validation")["estimate"].is_null(), "if it is wanted");

    const json all = program.document("tune p.tagscope --method all --name best");
    check(all["compared"].size() == 4 && all["compared"][0]["estimate"] == all["estimate"],
          "all methods, the best kept", all.dump());
    check(!all["compared"][0].contains("behind_best") &&
              all["compared"][3]["behind_best"]["within_chance"].is_boolean(),
          "the others beside it");
    for (std::size_t i = 1; i < 4; ++i)
        check(all["compared"][i]["estimate"]["micro_f1"] <= all["compared"][i - 1]["estimate"]["micro_f1"],
              "by their estimates");

    const CliProgram::Run onTest = program("tune p.tagscope --split test --name spoilt");
    check(onTest.status == 0 && contains(onTest.err, "meant for evaluation"), "a warning for the test split",
          onTest.err);
    for (const char *arguments :
         {"tune", "tune p.tagscope --scores a --truth b", "tune p.tagscope --weights joint",
          "tune p.tagscope --method best", "video p.tagscope --shard 3/2", "video p.tagscope --shard one", "video",
          "evaluate", "evaluate p.tagscope --truth loud"})
        check(program(arguments).status == 2, std::string("status 2 for: ") + arguments);
    const CliProgram::Run unknown = program("tune p.tagscope --audio nobody --json");
    check(unknown.status == 1 && unknown.out.empty() && contains(unknown.err, "nobody"), "a run that has no scores",
          unknown.err);
    check(program("tune none.tagscope").status == 1, "no project");
}

void passesPointsOn(const CliProgram &program, test::Checks &check) {
    const json list = program.document("points list p.tagscope");
    const auto rowOf = [](const json &rows, const std::string &name) {
        for (const json &row : rows["points"])
            if (row["name"] == name)
                return row;
        return json();
    };
    check(rowOf(list, "fusion-calibrated")["cross_validated_micro_f1"].is_number(), "points with their worth",
          list.dump());
    check(program("points choose p.tagscope audio-exact").status == 0, "one is chosen");
    check(rowOf(program.document("points list p.tagscope"), "audio-exact")["chosen"] == true, "and known to be");
    check(program("points choose p.tagscope nobody").status == 1, "one that is not there");
    check(program("points export p.tagscope fusion-calibrated mine -o points.json").status == 0, "two are exported");
    const json imported = program.document("points import p.tagscope points.json");
    check(imported["imported"] == json::array({"fusion-calibrated-2", "mine-2"}), "under free names", imported.dump());
    check(rowOf(program.document("points list p.tagscope"), "mine-2")["micro_f1"] == 1.0, "as they were");
    const auto f1Of = [&](const std::string &name) {
        return program.document("evaluate p.tagscope --operating-point " + name)["micro"]["f1"];
    };
    check(f1Of("fusion-calibrated") == f1Of("fusion-calibrated-2"), "with the same figures");
    program.write("wrong.json", "{\"kind\": \"tagscope operating points\", \"version\": 1, \"points\": [{}]}");
    check(program("points import p.tagscope wrong.json").status == 1, "a file that holds none");
    check(program("points export p.tagscope nobody").status == 1, "a name that is not there");
}

void evaluates(const CliProgram &program, test::Checks &check) {
    const json found = program.document("evaluate p.tagscope --split test");
    check(found["clips"] == 40 && found["truth"] == "weak" && found["split"] == "test", "of what", found.dump());
    check(found["system"] == "audio + video", "the best system in full");
    check(found["micro"]["tp"] == 39 && found["micro"]["fn"] == 1 && found["micro"]["fp"] == 0,
          "a clip without scores is missed", found["micro"].dump());
    check(found["missing"]["untagged"] == json::array({"test39"}), "and named");
    const json interval = found["micro"]["interval"];
    check(interval[0] <= found["micro"]["f1"] && interval[1] >= found["micro"]["f1"], "the interval", interval.dump());
    const json tuned = program.document("evaluate p.tagscope --split validation --operating-point fusion-calibrated");
    check(tuned["micro"]["interval"].is_null() && tuned["events"][0]["interval"].is_null(),
          "no interval on the clips it was tuned on", tuned["micro"].dump());
    check(tuned["micro"]["estimate"]["low"].is_number() && tuned["difference"].is_null(), "but the estimate");
    check(found["events"].size() == 2 && found["events"][1]["average_precision"].is_number(), "events");
    const json single = found["single_label"];
    check(single["right"] == 39 && single["clips"] == 40 && single["confusion"][1][2] == 1,
          "each clip has one label: accuracy, and what was not answered", single.dump());
    check(found["ranking"]["auc_macro"].is_number() && found["ranking"]["d_prime"].is_number(), "ranking figures");
    check(found["systems"].size() == 3 && found["systems"][0]["name"] == "audio", "the table's rows");
    check(found["systems"][0]["tuned_on"] == "validation" && found["operating_point"] != "spoilt",
          "points that were tuned on other clips", found["systems"].dump());
    const double difference = found["micro"]["f1"].get<double>() - found["systems"][0]["micro"]["f1"].get<double>();
    check(std::abs(found["difference"]["micro_f1"].get<double>() - difference) < 1e-12, "the difference");
    check(found["difference"]["interval"][0] > 0.0, "is there beyond chance", found["difference"].dump());

    const json named = program.document("evaluate p.tagscope --operating-point spoilt");
    check(named["operating_point"] == "spoilt" && !named["warnings"].empty(), "one by name, with its warning");
    const CliProgram::Run text = program("evaluate p.tagscope --split test");
    check(text.status == 0 && contains(text.out, "40 clips, weak labels") && contains(text.out, "paired bootstrap"),
          "text names truth and clips", text.out);
    const CliProgram::Run audible = program("evaluate p.tagscope --truth audible --json");
    check(audible.status == 1 && audible.out.empty() && contains(audible.err, "audible"),
          "a truth that nobody recorded", audible.err);
    check(program("evaluate p.tagscope --split nowhere").status == 1, "no such split");
    check(program("evaluate p.tagscope --operating-point none").status == 1, "no such operating point");
}

void scoresRegions(const CliProgram &program, test::Checks &check) {
    program.write("truth.txt", "a.wav\t1.000\t5.000\tHorn\nb.wav\t0.000\t1.500\tBus\n");
    program.write("found.txt", "a.wav\t1.100\t5.400\tHorn\nb.wav\t3.000\t3.500\tBus\n");
    const json regions = program.document("score truth.txt found.txt --as events");
    check(regions["micro"]["tp"] == 1 && regions["micro"]["fp"] == 1 && regions["micro"]["fn"] == 1, "regions",
          regions.dump());
    const json strict = program.document("score truth.txt found.txt --as events --offset-share 0 --onset-collar 0.05");
    check(strict["micro"]["tp"] == 0, "with other collars", strict.dump());
    const json segments = program.document("score truth.txt found.txt --as segments");
    check(segments["micro"]["tp"] == 4 && segments["micro"]["fp"] == 2 && segments["micro"]["fn"] == 2, "segments",
          segments.dump());
    check(segments["error_rate"]["value"] == 4.0 / 6.0, "their error rate");
    check(contains(program("score truth.txt found.txt --as segments").out, "error rate 0.667"), "as text");
}

// The same labels and tags have one macro F1, whoever says it, and a class without positives keeps its threshold.
void saysTheSameOfTables(const CliProgram &program, test::Checks &check) {
    program.write("labels.csv", "clip,A,B,C\nx0,0,1,0\nx1,1,0,0\nx2,0,0,0\nx3,1,1,0\n");
    program.write("scores.csv", "clip,A,B,C\nx0,0.2,0.9,0\nx1,0.9,0.1,0\nx2,0.3,0.2,0.1\nx3,0.8,0.7,0.1\n");
    const CliProgram::Run run = program("tune --scores scores.csv --truth labels.csv --json");
    const json tuned = json::parse(run.out);
    check(tuned["events"][2]["threshold"] == 0.5 && contains(run.err, "No clip has C"), "C is not tuned", run.err);
    check(tuned["estimate"].is_null() && contains(run.err, "too few"), "and four clips are few", run.err);
}

void analysesPictures(const CliProgram &program, test::Checks &check) {
    const CliProgram::Run without = program("video p.tagscope --models nowhere --json");
    check(without.status == 1 && without.out.empty() && contains(without.err, "Video probabilities cannot be computed"),
          "video needs models", without.err);
    const CliProgram::Run merged = program("video p.tagscope --merge");
    check(merged.status == 1 && contains(merged.err, "no finished parts"), "nothing to merge", merged.err);
}

} // namespace

[[maybe_unused]] static const bool isCliEvaluationRegistered =
    tagscope::test::registerTest(__FILE__, [](int argc, char **argv) -> int {
        if (argc != 2) {
            std::cerr << "usage: tst_cli_evaluation PROGRAM\n";
            return 2;
        }
        const test::ScratchDirectory scratch("tst_cli_evaluation");
        test::Checks check;
        const CliProgram program(std::filesystem::absolute(argv[1]).string(), scratch.path(), check);
        makeProject(scratch.path() / "p.tagscope", check);
        tunes(program, check);
        evaluates(program, check);
        passesPointsOn(program, check);
        scoresRegions(program, check);
        saysTheSameOfTables(program, check);
#ifdef TAGSCOPE_WITH_MEDIA
        analysesPictures(program, check);
#endif
        return check.failures();
    });

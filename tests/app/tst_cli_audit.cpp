// SPDX-License-Identifier: GPL-3.0-or-later
// audit on projects, as a script would run it. tst_cli_audit PROGRAM; exits with the number of failed checks.

#include "core/evaluation/evaluation.h"
#include "core/formats/region_format.h"
#include "core/project/project.h"
#include "tests/app/cli_program.h"
#include "tests/support/test_program.h"

#include <set>

using namespace tagscope;
using nlohmann::json;
using tagscope::test::contains;
using test::CliProgram;

namespace {

constexpr std::int64_t kTime = 1'700'000'000'000'000;

// Two events, 40 clips. The horn of the first four clips is labelled and seen but not heard.
std::vector<ClipId> makeProject(const std::filesystem::path &file, bool withScores, test::Checks &check,
                                bool withVideo = true) {
    Project project = Project::create(file, {{"horn", "", {"horn"}, 0.5, 0.5}, {"bus", "", {"bus"}, 0.5, 0.5}}).value();
    std::vector<NewClip> clips;
    for (int i = 0; i < 40; ++i)
        clips.push_back({"c" + std::to_string(i), {}, Seconds(0), Seconds(10), "test"});
    const std::vector<ClipId> ids = project.addClips(clips).value();
    std::vector<std::pair<ClipId, int>> labels;
    std::vector<ClipScore> audio;
    std::vector<ClipScore> video;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const bool isHorn = i < 20;
        const float noise = 0.003F * static_cast<float>(i);
        labels.emplace_back(ids[i], isHorn ? 0 : 1);
        audio.push_back({ids[i], {isHorn && i >= 4 ? 0.7F + noise : 0.1F + noise, 0.5F - noise}});
        video.push_back({ids[i], {i < 4 ? 0.9F - noise : 0.2F + noise, 0.4F + noise}});
    }
    check(project.addLabels(labels).has_value(), "the sample project is filled");
    if (withScores) {
        check(project.storeScores({Branch::Audio, "first"}, audio).has_value(), "the sample project is filled");
        check(!withVideo || project.storeScores({Branch::Video, std::string(kVideoSourceName)}, video).has_value(),
              "the sample project is filled");
    }
    return ids;
}

void judge(const std::filesystem::path &file, const std::vector<Verdict> &verdicts, test::Checks &check) {
    Result<Project> project = Project::open(file);
    check(project.has_value() && project->addVerdicts(verdicts).has_value(), "verdicts are given");
}

Verdict verdictOf(ClipId clip, const char *annotator, VerdictValue value, std::int64_t time) {
    return {clip, 0, AuditStage::Sound, annotator, value, {}, time};
}

void ordersPairs(const CliProgram &program, test::Checks &check) {
    const json queue = program.document("audit queue p.tagscope --control-every 0 --limit 0");
    check(queue["order"] == "seen-not-heard" && queue["audio"] == "first" && queue["video"] == "video", "of what",
          queue.dump().substr(0, 300));
    check(queue["formula"] == "(1 - percentile of a) · percentile of v, without the label" && queue["note"].is_null(),
          "by what", queue["formula"].dump());
    const json sound = program.document("audit queue sound.tagscope --control-every 0");
    check(sound["formula"] == "1 - percentile of a without the label" && sound["pairs"] == 40 &&
              contains(sound["note"].get<std::string>(), "sound alone"),
          "without pictures by the sound alone", sound.dump().substr(0, 300));
    const CliProgram::Run said = program("audit queue sound.tagscope");
    check(contains(said.err, "sound alone") && contains(said.out, "= 1 - percentile of a without the label"),
          "and says so", said.err);
    check(queue["pairs"] == 40 && queue["rows"].size() == 40, "all labelled pairs");
    const std::set<std::string> wrong{"c0", "c1", "c2", "c3"};
    for (std::size_t i = 0; i < 4; ++i)
        check(wrong.contains(queue["rows"][i]["clip"]) && queue["rows"][i]["event"] == "horn",
              "what is only seen first", queue["rows"][i].dump());
    const json mixed = program.document("audit queue p.tagscope --event horn --limit 10");
    check(mixed["rows"].size() == 10 && mixed["pairs"] == 20 && mixed["rows"][9]["control"] == true, "with a control");
    check(program.document("audit queue p.tagscope --order random --seed 3") ==
              program.document("audit queue p.tagscope --order random --seed 3"),
          "the same seed, the same order");
    check(program("audit queue p.tagscope --event dog").status == 2, "an unknown event");
    check(program("audit queue p.tagscope --order best").status == 2, "an unknown order");
    check(program("audit queue p.tagscope --split none").status == 1, "an empty split");
    const CliProgram::Run bare = program("audit queue bare.tagscope");
    check(bare.status == 1 && bare.err.find("predict") != std::string::npos, "says what is missing", bare.err);
    check(program("audit queue bare.tagscope --order stratified").status == 0, "orders that need no probabilities");
}

void mergesAndAgrees(const CliProgram &program, test::Checks &check) {
    const json merged = program.document("audit merge p.tagscope bare.tagscope");
    check(merged["verdicts_added"] == 4 && merged["conflicts"].size() == 1, "what was merged", merged.dump());
    check(merged["conflicts"][0]["clip"] == "c1" && merged["conflicts"][0]["there"]["verdict"] == "both",
          "the conflict");
    check(program.document("audit merge p.tagscope bare.tagscope")["verdicts_added"] == 0, "once only");

    const json agreement = program.document("audit agreement p.tagscope");
    check(agreement["annotators"] == json::array({"Ada", "Bo"}), "of whom", agreement.dump());
    check(agreement["agreement"][0]["pairs"] == 3 && agreement["agreement"][0]["differing"] == 1, "over all");
    check(agreement["agreement"].size() == 2 && agreement["agreement"][1]["event"] == "horn", "and by event");
    check(agreement["disagreements"].size() == 1 && agreement["disagreements"][0]["about_sound"] == true, "the rest");
    const json pictures = program.document("audit agreement p.tagscope --stage pictures");
    check(pictures["annotators"].empty() && pictures["disagreements"].empty(), "of a stage");
    check(agreement["axes"][0]["axis"] == "heard" && agreement["axes"][0]["agreement"][0]["differing"] == 1 &&
              agreement["axes"][1]["axis"] == "seen" && agreement["axes"][1]["answers"] == 0,
          "of each axis", agreement["axes"].dump());

    const json noise = program.document("audit noise p.tagscope");
    check(noise["events"][0]["judged"] == 2 && noise["events"][0]["judged_inaudible"] == 1, "noise by verdicts",
          noise["events"][0].dump());
    check(noise["order"] == "seen-not-heard" && noise["estimates"][0]["labels"] == 40 &&
              noise["estimates"][0]["judged_by_order"] == 2 && noise["estimates"][0]["wrong"].is_null(),
          "no control was judged, so that nothing is known of the rest", noise["estimates"].dump());
    check(noise["events"][0]["disputed"] == 1 && noise["events"][1]["inaudible"].is_null(), "and what is not known");
    check(agreement["agreement"][1]["cohen_pairs"].size() == 1 &&
              agreement["agreement"][1]["cohen_pairs"][0]["kappa"] == agreement["agreement"][1]["cohen"],
          "of each two annotators");
    check(noise["events"][0]["confident"]["labelled_absent"] == 4, "noise by probabilities", noise["events"][0].dump());
}

void countsWhatTheQueueFound(const CliProgram &program, test::Checks &check) {
    const json unset = program.document("audit precision p.tagscope --event horn");
    check(unset["order"] == "seen-not-heard" && unset["control_every"] == 10 && unset["pairs"] == 20, "of what",
          unset.dump());
    check(unset["depths"][0]["first"] == 50 && unset["depths"][1]["first"] == 200, "at which depths");
    check(unset["ordered"]["decided"] == 2 && unset["ordered"]["wrong"] == 1 && unset["ordered"]["undecided"] == 1,
          "what was judged", unset["ordered"].dump());
    check(unset["controls"]["rows"] == 2 && unset["controls"]["precision"].is_null(), "and what was not");
    const json set = program.document("audit precision set.tagscope");
    check(set["order"] == "random" && set["split"] == "test" && set["event"] == "bus" && set["seed"] == 7,
          "as the project is set up", set.dump());
    check(program.document("audit precision set.tagscope --order uncertain --seed 3")["seed"] == 3, "or as is given");
    check(program("audit precision p.tagscope --event dog").status == 1, "an unknown event");
    check(program("audit precision p.tagscope --split none").status == 1, "an empty split");
    check(program("audit precision p.tagscope").out.find("random controls") != std::string::npos, "as text");
}

// What the audit of one project found, brought into another.
void takesOutAndBringsIn(const CliProgram &program, test::Checks &check) {
    const auto content = [&](const char *name) { return CliProgram::contentOf(program.directory() / name); };
    check(program("export p.tagscope --what history --format csv -o history.csv").status == 0,
          "the history is written");
    const json brought = program.document("import fresh.tagscope --format verdicts history.csv");
    check(brought["added"] == 7 && brought["known"] == 0, "and read", brought.dump());
    check(program.document("import fresh.tagscope --format verdicts history.csv")["known"] == 7, "once only");
    check(program("export p.tagscope --what history --format csv -o again.csv").status == 0 &&
              program("export fresh.tagscope --what history --format csv -o fresh.csv").status == 0 &&
              content("again.csv") == content("fresh.csv"),
          "whole");
    check(program("export p.tagscope --what patch --format csv -o patch.csv").status == 0 &&
              content("patch.csv").find("c0,horn,1,0,\"Ada: visible (sound, ") != std::string::npos,
          "why labels change", content("patch.csv"));
    check(program("export p.tagscope --what corrected --format dcase2017 -o corrected.tsv").status == 0 &&
              content("corrected.tsv").find("c0.wav\n") != std::string::npos,
          "and the list without them");

    program.write("marks/c5.txt", "1.5\t2.25\thorn\n3\t4\tbell\n");
    const CliProgram::Run named = program("import p.tagscope --format audacity marks/c5.txt");
    check(named.status == 2 && named.err.find("--annotator") != std::string::npos, "whose regions", named.err);
    const json marked = program.document("import p.tagscope --format audacity --annotator Ada marks/c5.txt");
    check(marked["added"] == 1 && marked["notes"].size() == 1, "regions are read", marked.dump());
    for (const RegionFormat &of : regionFormats()) {
        const std::string format(of.id);
        if (of.write == nullptr || format == "audioset-strong") // for which the events lack ids
            continue;
        const json written = program.document("export p.tagscope --what regions --annotator Ada --format " + format +
                                              " -o regions-" + format);
        check(written["files"].get<int>() >= 1, format + " is written", written.dump());
    }
    const json read = program.document("import fresh.tagscope --format textgrid --annotator Bo "
                                       "regions-textgrid/c5.TextGrid");
    check(read["added"] == 1, "and read in another project", read.dump());
    check(program("export p.tagscope --what regions --annotator Ada --format audioset-strong -o strong.tsv").status ==
              1,
          "an event without an id cannot be in AudioSet's list");
    check(program("export p.tagscope --what patch --format jams -o patch.jams").status == 2, "not every form");
    program.write("bad.csv", "clip,event\n");
    const CliProgram::Run bad = program("import p.tagscope --format verdicts bad.csv");
    check(bad.status == 1 && bad.err.find("bad.csv") != std::string::npos, "a table without its columns", bad.err);
}

} // namespace

[[maybe_unused]] static const bool isCliAuditRegistered =
    tagscope::test::registerTest(__FILE__, [](int argc, char **argv) -> int {
        if (argc != 2) {
            std::cerr << "usage: tst_cli_audit PROGRAM\n";
            return 2;
        }
        const test::ScratchDirectory scratch("tst_cli_audit");
        test::Checks check;
        const CliProgram program(std::filesystem::absolute(argv[1]).string(), scratch.path(), check);
        const std::filesystem::path first = scratch.path() / "p.tagscope";
        const std::filesystem::path second = scratch.path() / "bare.tagscope";
        const std::vector<ClipId> ids = makeProject(first, true, check);
        makeProject(second, false, check);
        makeProject(scratch.path() / "sound.tagscope", true, check, false);
        judge(first,
              {verdictOf(ids[0], "Ada", VerdictValue::Visible, kTime),
               verdictOf(ids[1], "Ada", VerdictValue::Visible, kTime),
               verdictOf(ids[2], "Ada", VerdictValue::Visible, kTime)},
              check);
        judge(second,
              {verdictOf(ids[0], "Bo", VerdictValue::Visible, kTime),
               verdictOf(ids[1], "Bo", VerdictValue::Both, kTime), verdictOf(ids[2], "Bo", VerdictValue::Both, kTime),
               verdictOf(ids[1], "Ada", VerdictValue::Both, kTime + 1)},
              check);
        makeProject(scratch.path() / "set.tagscope", true, check);
        check(Project::open(scratch.path() / "set.tagscope")
                  ->setSetting("audit", R"({"order": "random", "split": "test", "event": "bus", "seed": 7})")
                  .has_value(),
              "the audit is set up");
        ordersPairs(program, check);
        mergesAndAgrees(program, check);
        countsWhatTheQueueFound(program, check);
        makeProject(scratch.path() / "fresh.tagscope", false, check);
        takesOutAndBringsIn(program, check);
        return check.failures();
    });

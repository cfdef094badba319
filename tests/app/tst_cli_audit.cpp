// audit on projects, as a script would run it. tst_cli_audit PROGRAM; exits with the number of failed checks.

#include "core/project/evaluation.h"
#include "core/project/project.h"
#include "tests/app/cli_program.h"

#include <set>

using namespace tagscope;
using nlohmann::json;
using test::CliProgram;

namespace {

constexpr std::int64_t kTime = 1'700'000'000'000'000;

// Two events, 40 clips. The horn of the first four clips is labelled and seen but not heard.
std::vector<ClipId> makeProject(const std::filesystem::path &file, bool withScores, test::Checks &check) {
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
        check(project.storeScores({Branch::Video, std::string(kVideoSourceName)}, video).has_value(),
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
    check(program.document("audit agreement p.tagscope --stage pictures")["annotators"].empty(), "of a stage");

    const json noise = program.document("audit noise p.tagscope");
    check(noise["events"][0]["judged"] == 2 && noise["events"][0]["judged_inaudible"] == 1, "noise by verdicts",
          noise["events"][0].dump());
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

} // namespace

int main(int argc, char **argv) {
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
    judge(first,
          {verdictOf(ids[0], "Ada", VerdictValue::Visible, kTime),
           verdictOf(ids[1], "Ada", VerdictValue::Visible, kTime),
           verdictOf(ids[2], "Ada", VerdictValue::Visible, kTime)},
          check);
    judge(second,
          {verdictOf(ids[0], "Bo", VerdictValue::Visible, kTime), verdictOf(ids[1], "Bo", VerdictValue::Both, kTime),
           verdictOf(ids[2], "Bo", VerdictValue::Both, kTime), verdictOf(ids[1], "Ada", VerdictValue::Both, kTime + 1)},
          check);
    makeProject(scratch.path() / "set.tagscope", true, check);
    check(Project::open(scratch.path() / "set.tagscope")
              ->setSetting("audit", R"({"order": "random", "split": "test", "event": "bus", "seed": 7})")
              .has_value(),
          "the audit is set up");
    ordersPairs(program, check);
    mergesAndAgrees(program, check);
    countsWhatTheQueueFound(program, check);
    return check.failures();
}

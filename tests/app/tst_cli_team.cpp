// SPDX-License-Identifier: GPL-3.0-or-later
// A lead and three annotators by the command line, from the plan to a bundle that another computer makes anew.
// tst_cli_team PROGRAM; exits with the number of failed checks.

#include "core/audit/audit_task.h"
#include "core/project/project.h"
#include "tests/app/cli_program.h"
#include "tests/support/test_program.h"

#include <algorithm>
#include <map>

using namespace tagscope;
using nlohmann::json;
using tagscope::test::contains;
using test::CliProgram;

namespace {

constexpr int kClips = 90;

// Each clip is labelled "horn", each third one "bus" as well. Of every fifth clip the horn is not to be heard.
void makeLeadsProject(const std::filesystem::path &file, test::Checks &check) {
    Project project = Project::create(file, {{"horn", "", {"horn"}, 0.5, 0.5}, {"bus", "", {"bus"}, 0.5, 0.5}}).value();
    std::vector<NewClip> clips;
    for (int i = 0; i < kClips; ++i)
        clips.push_back({"c" + std::to_string(i), {}, Seconds(0), Seconds(10), "test"});
    const std::vector<ClipId> ids = project.addClips(clips).value();
    std::vector<std::pair<ClipId, int>> labels;
    std::vector<Verdict> gold;
    for (int i = 0; i < kClips; ++i) {
        labels.emplace_back(ids[static_cast<std::size_t>(i)], 0);
        if (i % 3 == 0)
            labels.emplace_back(ids[static_cast<std::size_t>(i)], 1);
        if (i < 6) // the lead has decided these
            for (int event = 0; event < (i % 3 == 0 ? 2 : 1); ++event)
                gold.push_back({ids[static_cast<std::size_t>(i)],
                                event,
                                AuditStage::Adjudicated,
                                "Lea",
                                event == 0 && i % 5 == 0 ? VerdictValue::Neither : VerdictValue::Both,
                                {},
                                1'700'000'000'000'000});
    }
    check(project.addLabels(labels).has_value() && project.addVerdicts(gold).has_value(), "the lead's project is made");
}

// What an annotator answers who hears what is there, but for one answer in `slips`.
std::string sittingOf(const std::filesystem::path &file, int slips, test::Checks &check) {
    const Project task = Project::open(file, Project::Access::ReadOnly).value();
    const std::optional<AuditTask> given = taskOf(task).value();
    check(given.has_value(), "a task is one");
    std::string table = "clip,event,annotator,stage,heard,seen,time\n";
    int answers = 0;
    for (const AuditStage stage : given->stages)
        for (const TaskPage &page : given->pages) {
            const std::string clip = task.clip(page.clip).value()->name;
            for (const int event : page.events) {
                const bool isHeard = event == 1 || std::stoi(clip.substr(1)) % 5 != 0;
                const bool isSaid = ++answers % slips == 0 ? !isHeard : isHeard;
                const std::string answer = isSaid ? "yes" : "no";
                const std::string second = std::to_string(10 + answers % 50);
                const std::string minute = std::to_string(10 + answers / 50);
                table += clip + "," + task.classes()[static_cast<std::size_t>(event)].name + "," + given->annotator +
                         "," + std::string(nameOf(stage)) +
                         (stage == AuditStage::Sound ? "," + answer + "," : ",,yes") + ",2026-02-01T10:" + minute +
                         ":" + second + "Z\n";
            }
        }
    return table;
}

void plansAndSits(const CliProgram &program, test::Checks &check) {
    const json plan = program.document("audit plan lead.tagscope --annotators anna,ben,carl --pages 20 --overlap 20% "
                                       "--gold 10% --stages sound,pictures --order random --seed 4 --out tasks");
    check(plan["tasks"].size() == 3 && plan["tasks"][0]["pages"] == 20, "three tasks", plan.dump());
    check(plan["tasks"][1]["shared"] == 4 && plan["tasks"][1]["gold"] == 2, "with common and gold pages", plan.dump());
    check(program("audit plan lead.tagscope --annotators Anna,anna").status == 1, "names alike are refused");
    check(program("audit plan lead.tagscope --annotators dee --overlap much").status == 2, "what is no share");
    const std::map<std::string, int> slips{{"anna", 1000}, {"ben", 9}, {"carl", 4}};
    for (const auto &[name, every] : slips) {
        const std::string task = "tasks/" + name + ".task.tagscope";
        program.write(name + ".csv", sittingOf(program.directory() / task, every, check));
        const json sat = program.document("import " + task + " --format verdicts " + name + ".csv");
        check(sat["added"].get<int>() >= 40, name + " answers", sat.dump());
    }
    std::filesystem::copy_file(program.directory() / "lead.tagscope", program.directory() / "second.tagscope");
    const json merged = program.document("audit merge lead.tagscope tasks/anna.task.tagscope tasks/ben.task.tagscope "
                                         "tasks/carl.task.tagscope");
    check(merged["files"].size() == 3 && merged["verdicts_added"].get<int>() >= 120, "all are merged", merged.dump());
    check(merged["conflicts"].empty(), "and nobody contradicts themselves");
    const json again = program.document("audit merge lead.tagscope tasks/carl.task.tagscope");
    check(again["verdicts_added"] == 0 && again["files"][0]["judged_twice"] == 0, "once only", again.dump());
}

// What comes into a folder is merged while it is watched.
void watchesAFolder(const CliProgram &program, test::Checks &check) {
    std::filesystem::copy_file(program.directory() / "second.tagscope", program.directory() / "watching.tagscope");
    const int status = program.shell("mkdir in; '" + program.path() +
                                     "' audit merge watching.tagscope --watch in > watch.txt 2> watch.err & watch=$!\n"
                                     "cp tasks/ben.task.tagscope in; echo nothing > in/broken.tagscope\n"
                                     "for i in $(seq 300); do\n"
                                     "    grep -q added watch.txt && grep -q broken watch.err && break; sleep 0.1\n"
                                     "done\n"
                                     "kill -TERM $watch; wait $watch");
    check(status == 0, "it ends when it is asked to", std::to_string(status));
    const std::string told = CliProgram::contentOf(program.directory() / "watch.txt");
    check(contains(told, "ben.task.tagscope: ") && !contains(told, "broken"), "what came is told", told);
    check(contains(CliProgram::contentOf(program.directory() / "watch.err"), "broken.tagscope"), "also what cannot be");
    const json again = program.document("audit merge watching.tagscope tasks/ben.task.tagscope");
    check(again["verdicts_added"] == 0 && again["verdicts_known"].get<int>() >= 40, "and is merged", again.dump());
    check(program("audit merge watching.tagscope").status == 2, "files or a folder are needed");
}

void watchesAndDecides(const CliProgram &program, test::Checks &check) {
    const json progress = program.document("audit progress lead.tagscope");
    check(progress["annotators"].size() == 3, "of three", progress.dump());
    for (const json &one : progress["annotators"]) {
        check(one["left"] == 0 && one["planned"] == one["done"], "each is done", one.dump());
        check(one["as_gold"]["of"].get<int>() >= 2, "and was asked what is known", one.dump());
    }
    check(progress["annotators"][0]["as_gold"]["share"] == 1.0, "Anna knows all of it");
    const json &order = progress["orders"][0];
    check(progress["orders"].size() == 1 && order["order"] == "random" &&
              order["ordered"]["decided"].get<int>() >= 20 && order["ordered"]["precision"].is_number() &&
              order["ordered"]["interval"].size() == 2,
          "what the order found is told", order.dump());
    check(contains(program("audit progress lead.tagscope").out, "random controls"), "also as text");
    check(progress["annotators"][0]["as_others"]["share"] > progress["annotators"][2]["as_others"]["share"],
          "Carl differs more");
    const json sound = program.document("audit agreement lead.tagscope --stage sound");
    check(sound["axes"][0]["axis"] == "heard" && sound["axes"][0]["agreement"][0]["pairs"].get<int>() >= 6, "agreement",
          sound.dump());
    check(sound["axes"][1]["answers"] == 0, "nothing is seen at the sound stage");
    check(!sound["disagreements"].empty() && sound["disagreements"][0]["about_pictures"] == false, "of that stage");
    const json pictures = program.document("audit agreement lead.tagscope --stage pictures");
    check(pictures["disagreements"].empty() && pictures["axes"][1]["answers"].get<int>() >= 60, "and of the other");
    const json truth = program.document("audit truth lead.tagscope --method dawid-skene");
    check(truth["axes"][0]["axis"] == "heard" && truth["axes"][0]["annotators"].size() == 3, "votes to truth");

    std::string decisions = "clip,event,annotator,stage,heard,seen,time\n";
    for (const json &one : sound["disagreements"]) {
        const std::string clip = one["clip"];
        decisions += clip + "," + one["event"].get<std::string>() + ",Lea,adjudicated," +
                     (std::stoi(clip.substr(1)) % 5 == 0 && one["event"] == "horn" ? "no" : "yes") +
                     ",yes,2026-02-02T09:00:00Z\n";
    }
    program.write("lea.csv", decisions);
    check(program.document("import lead.tagscope --format verdicts lea.csv")["added"] == sound["disagreements"].size(),
          "the lead decides");
    check(program("export lead.tagscope --what corrected --format dcase2017 -o corrected.tsv").status == 0, "the list");
    check(program("export lead.tagscope --what patch --format csv -o patch.csv").status == 0, "and the patch");
}

// On another computer the files came in another order.
void publishesTheSameTwice(const CliProgram &program, test::Checks &check) {
    check(program("audit publish lead.tagscope bundle").status == 2, "without a creator");
    const json published = program.document("audit publish lead.tagscope bundle --creator 'Doe, Jane' --title Horns");
    check(published["changed"].get<int>() > 5 && published["files"].size() >= 9, "the bundle", published.dump());
    check(program("audit merge second.tagscope lea.csv tasks/carl.task.tagscope tasks/anna.task.tagscope").status ==
                  0 &&
              program("audit merge second.tagscope tasks/ben.task.tagscope").status == 0,
          "elsewhere");
    check(program.document("audit publish second.tagscope other --creator 'Doe, Jane' --title Horns")["changed"] ==
              published["changed"],
          "and again");
    for (const json &name : published["files"]) {
        const std::string file = name;
        const std::string content = CliProgram::contentOf(program.directory() / "bundle" / file);
        check(!content.empty() && content == CliProgram::contentOf(program.directory() / "other" / file),
              "byte for byte: " + file);
        check(!contains(content, program.directory().string()), "no path of this computer in " + file);
    }
    check(contains(CliProgram::contentOf(program.directory() / "bundle/README.md"), "license: cc-by-4.0"), "the card");
    const std::string sums =
        "cd '" + (program.directory() / "bundle").string() + "' && sha256sum --quiet -c SHA256SUMS";
    check(std::system(sums.c_str()) == 0, "the sums hold"); // NOLINT: a test's own command line
    check(program("audit publish lead.tagscope bundle --creator 'Doe, Jane'").status == 1, "nothing is written over");
    const json back = program.document("import fresh.tagscope --format verdicts bundle/verdicts.csv");
    check(back["added"].get<int>() > 120, "and the verdicts are read back", back.dump());
}

} // namespace

[[maybe_unused]] static const bool isCliTeamRegistered =
    tagscope::test::registerTest(__FILE__, [](int argc, char **argv) -> int {
        if (argc != 2) {
            std::cerr << "usage: tst_cli_team PROGRAM\n";
            return 2;
        }
        const test::ScratchDirectory scratch("tst_cli_team");
        test::Checks check;
        const CliProgram program(std::filesystem::absolute(argv[1]).string(), scratch.path(), check);
        makeLeadsProject(scratch.path() / "lead.tagscope", check);
        makeLeadsProject(scratch.path() / "fresh.tagscope", check);
        plansAndSits(program, check);
        watchesAFolder(program, check);
        watchesAndDecides(program, check);
        publishesTheSameTwice(program, check);
        return check.failures();
    });

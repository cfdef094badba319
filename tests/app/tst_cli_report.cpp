// SPDX-License-Identifier: GPL-3.0-or-later
// report, export, score and tune on tables, as a script would run them: figures that agree, and bad input that is named
// and leaves nothing behind. tst_cli_report PROGRAM; exits with the number of failed checks.

#include "core/evaluation/evaluation.h"
#include "core/formats/npy_file.h"
#include "core/project/project.h"
#include "tests/app/cli_program.h"
#include "tests/support/test_program.h"

#include <array>

using namespace tagscope;
using nlohmann::json;
using tagscope::test::contains;
using test::CliProgram;
using Run = CliProgram::Run;

namespace {

// "Train horn" and "Bus", 20 clips of the validation and the test split; the last clip of each has no scores.
void makeProject(const std::filesystem::path &file, test::Checks &check) {
    Project project = Project::create(file, {{"Train horn", "/m/0284vy3", {"train horn"}, 0.5, 0.5},
                                             {"Bus", "/m/01bjv", {"bus"}, 0.5, 0.5}})
                          .value();
    bool isFilled = true;
    for (const std::string split : {"validation", "test"}) {
        std::vector<NewClip> clips;
        for (int i = 0; i < 20; ++i)
            clips.push_back({split + std::to_string(i) + "_10.000_20.000", {}, Seconds(0), Seconds(10), split});
        const std::vector<ClipId> ids = project.addClips(clips).value();
        std::vector<std::pair<ClipId, int>> labels;
        std::vector<ClipScore> audio;
        std::vector<ClipScore> video;
        for (std::size_t i = 0; i < ids.size(); ++i) {
            const bool isHorn = i % 2 == 0;
            labels.emplace_back(ids[i], isHorn ? 0 : 1);
            if (i == 19)
                continue;
            const float noise = 0.013F * static_cast<float>(i);
            audio.push_back({ids[i], {isHorn ? 0.7F + noise : 0.1F, 0.3F + noise}});
            video.push_back({ids[i], {0.2F + noise, isHorn ? 0.0F : 0.9F}});
        }
        isFilled = isFilled && project.addLabels(labels) && project.storeScores({Branch::Audio, "first"}, audio) &&
                   project.storeScores({Branch::Video, std::string(kVideoSourceName)}, video);
    }
    check(isFilled, "the sample project is filled");
}

void reports(const CliProgram &program, test::Checks &check) {
    const json report = program.document("report p.tagscope");
    const json evaluated = program.document("evaluate p.tagscope --split test");
    check(report["systems"].size() == 2 && report["figures"].size() == 2, "systems and splits", report.dump());
    check(report["figures"][1]["systems"][1]["micro"] == evaluated["micro"], "the figures of evaluate");
    check(report["figures"][1]["systems"][1]["macro"]["organisers_f1"] == evaluated["macro"]["organisers_f1"],
          "both macro averages");
    check(report["figures"][1]["systems"][1]["difference"]["f1"] == evaluated["difference"]["micro_f1"], "difference");
    check(!report["changes"]["tags"].empty() && report["provenance"]["bootstrap"]["seed"] == 1, "what made them");
    check(program.document("report p.tagscope") == report, "the same each time");

    for (const char *name : {"r.html", "r.csv", "r.json"})
        check(program(std::string("report p.tagscope -o ") + name).status == 0 && program.has(name), name);
    check(contains(program.contentOf(program.directory() / "r.html"), "<svg"), "the figure in the page");
    check(json::parse(program.contentOf(program.directory() / "r.json")) == report, "the document in the file");
    const Run changed = program("report p.tagscope -o r2.csv --changes c.csv --truth weak --split validation");
    check(changed.status == 0, "a list of the changes", changed.err);
    const std::string changes = program.contentOf(program.directory() / "c.csv");
    check(contains(changes, ",lost,right,"), "the changes", changes);
    for (const char *arguments :
         {"report p.tagscope", "report p.tagscope -o r.txt", "report", "export p.tagscope",
          "export p.tagscope --format jams --what labels -o x", "export p.tagscope --format tar -o x"})
        check(program(arguments).status == 2, std::string("status 2 for: ") + arguments);
    check(program("report p.tagscope --split nowhere -o n.html").status == 1 && !program.has("n.html"),
          "no such split");
    check(program("report p.tagscope --operating-point none --json").status == 1, "no such point");
}

// The lists that are exported, scored, give the figures of evaluate.
void exports(const CliProgram &program, test::Checks &check) {
    const json written = program.document("export p.tagscope --format dcase2017 --split test -o tags.csv");
    check(written["clips"] == 20 && written["without"] == json::array({"test19_10.000_20.000"}), "tags",
          written.dump());
    check(program("export p.tagscope --what labels --format dcase2017 --split test -o labels.csv").status == 0,
          "labels");
    const std::string tags = program.contentOf(program.directory() / "tags.csv");
    check(contains(tags, "test0_10.000_20.000.wav\t10.000\t20.000\tTrain horn\n"), "a tag's line", tags);
    check(contains(tags, "test19_10.000_20.000.wav\n"), "the bare line of an untagged clip");
    const json evaluated = program.document("evaluate p.tagscope --split test");
    json micro = evaluated["micro"];
    micro.erase("interval");
    for (const char *as : {"strict", "dcase2017"}) {
        const json scored = program.document(std::string("score labels.csv tags.csv --as ") + as);
        check(scored["micro"] == micro && scored["clips"] == evaluated["clips"], as, scored.dump());
    }
    check(program("export p.tagscope --what labels --format audioset --split test -o as.csv").status == 0 &&
              contains(program.contentOf(program.directory() / "as.csv"), "test1, 10.000, 20.000, \"/m/01bjv\"\n"),
          "AudioSet's lists");
    check(program("export p.tagscope --format jams --split test -o jams/").status == 0 &&
              program.has("jams/test0_10.000_20.000.jams"),
          "JAMS");
    check(program("export p.tagscope --what verdicts --format csv -o verdicts.csv").status == 0, "no verdicts yet");
    const Run none = program("export p.tagscope --what activations --format sed_scores_eval -o series");
    check(none.status == 1 && contains(none.err, "predict") && !program.has("series"), "no activations yet", none.err);
    check(program("export p.tagscope --format csv --split nowhere -o n.csv").status == 1 && !program.has("n.csv"),
          "no such split");
}

// What is exported can be tuned on, with the result that the project gives.
void tunesOnExportedTables(const CliProgram &program, test::Checks &check) {
    const std::string split = " --split validation --format csv ";
    for (const char *branch : {"audio", "video"})
        check(
            program("export p.tagscope --what scores --scores " + std::string(branch) + split + "-o " + branch + ".csv")
                    .status == 0,
            branch);
    check(program("export p.tagscope --what labels" + split + "-o all-labels.csv").status == 0, "the labels");
    // Without the clip that has no scores.
    std::string labels = program.contentOf(program.directory() / "all-labels.csv");
    labels.erase(labels.find("validation19"));
    program.write("truth.csv", labels);
    const json tables = program.document("tune --scores audio.csv --video-scores video.csv --truth truth.csv");
    const json project = program.document("tune p.tagscope --name again");
    check(tables["micro_f1"] == project["micro_f1"], "micro F1 of tables and project", tables.dump());
    for (std::size_t k = 0; k < 2; ++k)
        check(tables["events"][k]["threshold"] == project["events"][k]["threshold"], "thresholds", project.dump());
}

void exportsActivations(const CliProgram &program, test::Checks &check) {
    const std::array<std::size_t, 3> shape{2, 4, 2};
    std::string bytes = npyHeader(NpyType::Float16, shape);
    const std::vector<float> values{0.0F, 0.25F, 0.5F, 1.0F, 0.125F, 0.0F, 0.0F, 0.75F,
                                    0.5F, 0.5F,  0.5F, 0.5F, 0.5F,   0.5F, 0.5F, 0.5F};
    appendNpyValues(bytes, NpyType::Float16, values);
    program.write("p.data/runs/first/activations.npy", bytes);
    program.write(
        "p.data/runs/first/activations.json",
        R"({"hop": 0.1, "events": ["Train horn", "Bus"], "clips": ["test0_10.000_20.000", "test1_10.000_20.000"]})");
    const std::string command = "export p.tagscope --what activations --format sed_scores_eval --split test -o ";
    const json written = program.document(command + "series");
    check(written["files"] == 2 && written["without"].size() == 18, "activations", written.dump());
    check(program.contentOf(program.directory() / "series/test0_10.000_20.000.tsv") ==
              "onset\toffset\tTrain horn\tBus\n0\t0.1\t0\t0.25\n0.1\t0.2\t0.5\t1\n0.2\t0.3\t0.125\t0\n"
              "0.3\t0.4\t0\t0.75\n",
          "a clip's table", program.contentOf(program.directory() / "series/test0_10.000_20.000.tsv"));
    program.write("p.data/runs/first/activations.npy", bytes.substr(0, bytes.size() - 2));
    const Run cut = program(command + "series2");
    check(cut.status == 1 && contains(cut.err, "belong together") && !program.has("series2"), "a damaged file",
          cut.err);
}

// Each is named with file, row and column, ends with status 1 and prints nothing.
void refusesBadTables(const CliProgram &program, test::Checks &check) {
    const std::string truth = "clip,A,B\nx,1,0\ny,0,1\nz,0,0\n";
    const std::string good = "clip,A,B\nx,0.9,0.1\ny,0.2,0.8\nz,0.1,0.1\n";
    program.write("t.csv", truth);
    program.write("good.csv", good);
    struct Case {
        const char *what;
        std::string table;
        std::vector<const char *> says;
    };
    const std::vector<Case> cases{{"NaN", "clip,A,B\nx,0.9,0.1\ny,nan,0.8\nz,0,0\n", {"line 3", "\"A\"", "nan"}},
                                  {"infinity", "clip,A,B\nx,0.9,inf\ny,0,0\nz,0,0\n", {"line 2", "\"B\"", "inf"}},
                                  {"above 1", "clip,A,B\nx,0.9,1.01\ny,0,0\nz,0,0\n", {"line 2", "\"B\"", "1.01"}},
                                  {"below 0", "clip,A,B\nx,-0.9,1\ny,0,0\nz,0,0\n", {"line 2", "\"A\"", "-0.9"}},
                                  {"an empty cell", "clip,A,B\nx,0.9,0\ny,0,\nz,0,0\n", {"line 3", "\"B\""}},
                                  {"a word", "clip,A,B\nx,high,0\ny,0,0\nz,0,0\n", {"line 2", "\"A\"", "high"}},
                                  {"a clip twice", good + "x,0,0\n", {"line 5", "\"x\"", "line 2"}},
                                  {"an unknown event", "clip,A,C\nx,0,0\ny,0,0\nz,0,0\n", {"\"B\""}},
                                  {"an extra event", "clip,A,B,C\nx,0,0,0\ny,0,0,0\nz,0,0,0\n", {"\"C\""}},
                                  {"an event twice", "clip,A,A\nx,0,0\n", {"line 1", "\"A\""}},
                                  {"no header", "x,0.9,0.1\ny,0.2,0.8\n", {"header"}},
                                  {"a short row", "clip,A,B\nx,0.9\n", {"line 2", "2 cells"}},
                                  {"tabs", "clip\tA\tB\nx\t0.9\t0.1\n", {"header"}},
                                  {"nothing", "", {"no clips"}}};
    // Clips that one of the tables lacks are counted, and left out.
    for (const std::string &table : {std::string("clip,A,B\nx,0.9,0.1\nz,0.1,0.1\n"), good + "w,0,0\n"}) {
        program.write("bad.csv", table);
        const Run run = program("tune --scores bad.csv --truth t.csv --json");
        check(run.status == 0 && contains(run.err, "in all tables"), "clips in one table only", run.err);
    }
    for (const Case &one : cases) {
        program.write("bad.csv", one.table);
        for (const char *arguments : {"tune --scores bad.csv --truth t.csv --json",
                                      "tune --scores good.csv --video-scores bad.csv --truth t.csv --json"}) {
            const Run run = program(arguments);
            check(run.status == 1 && run.out.empty(), std::string("status 1 for ") + one.what, run.err);
            for (const char *part : one.says)
                check(contains(run.err, part), std::string(one.what) + " is named with " + part, run.err);
        }
    }
    for (const auto &[what, table] : {std::pair("a truth of probabilities", "clip,A,B\nx,0.5,0\ny,0,1\nz,0,0\n"),
                                      std::pair("a truth with NaN", "clip,A,B\nx,nan,0\ny,0,1\nz,0,0\n")}) {
        program.write("bad.csv", table);
        const Run run = program("tune --scores good.csv --truth bad.csv --json");
        check(run.status == 1 && run.out.empty() && contains(run.err, "line 2") && contains(run.err, "\"A\""), what,
              run.err);
    }
    check(program("tune --scores nothing.csv --truth t.csv").status == 1, "a table that is not there");
}

void readsTablesHoweverTheyAreWritten(const CliProgram &program, test::Checks &check) {
    const json plain = program.document("tune --scores good.csv --truth t.csv --method exact");
    program.write("mixed.csv", "\xEF\xBB\xBF"
                               "clip,B,A\r\nz,0.1,0.1\r\nx,0.1,0.9\r\n\r\ny,0.8,0.2\r\n");
    check(program.document("tune --scores mixed.csv --truth t.csv --method exact") == plain,
          "rows and columns in any order, CRLF, a mark");
    program.write("one.csv", "clip,A,B\nx,1,0\ny,0,0\nz,0,0\n");
    const Run none = program("tune --scores good.csv --truth one.csv --json");
    check(none.status == 0 && json::accept(none.out), "an event without positives", none.err);
}

void refusesBadLists(const CliProgram &program, test::Checks &check) {
    program.write("truth-list.csv", "a.wav\t0.000\t10.000\tBus\nb.wav\n");
    for (const auto &[what, list, says] :
         {std::tuple("a time", "a.wav\t0\tlong\tBus\n", "line 1: column 3"),
          std::tuple("columns", "b.wav\n\na.wav\t0\tBus\n", "line 3"), std::tuple("commas", "a.wav,0,10,Bus\n", "tab"),
          std::tuple("a clip", "c.wav\t0\t10\tBus\n", "c.wav")}) {
        program.write("bad-list.csv", list);
        const Run run = program("score truth-list.csv bad-list.csv --json");
        check(run.status == 1 && run.out.empty() && contains(run.err, says), what, run.err);
    }
    check(program("score truth-list.csv no-list.csv").status == 1, "a list that is not there");
}

} // namespace

[[maybe_unused]] static const bool isCliReportRegistered =
    tagscope::test::registerTest(__FILE__, [](int argc, char **argv) -> int {
        if (argc != 2) {
            std::cerr << "usage: tst_cli_report PROGRAM\n";
            return 2;
        }
        const test::ScratchDirectory scratch("tst_cli_report");
        test::Checks check;
        const CliProgram program(std::filesystem::absolute(argv[1]).string(), scratch.path(), check);
        makeProject(scratch.path() / "p.tagscope", check);
        check(program("export p.tagscope --format csv -o x.csv").status == 1 && !program.has("x.csv"), "no point yet");
        for (const char *system : {"--audio first", ""})
            check(program(std::string("tune p.tagscope --split validation ") + system).status == 0, "operating points");
        reports(program, check);
        exports(program, check);
        tunesOnExportedTables(program, check);
        exportsActivations(program, check);
        refusesBadTables(program, check);
        readsTablesHoweverTheyAreWritten(program, check);
        refusesBadLists(program, check);
        return check.failures();
    });

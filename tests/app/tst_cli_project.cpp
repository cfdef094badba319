// SPDX-License-Identifier: GPL-3.0-or-later
// Drives the commands `project` and `import` of tagscope-cli as a script would.
// tst_cli_project PROGRAM CLASSES; exits with the number of failed checks.

#include "tests/app/cli_program.h"
#include "tests/app/made_recordings.h"
#include "tests/support/test_program.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

using Program = tagscope::test::CliProgram;
using tagscope::test::contains;
using Run = Program::Run;
tagscope::test::Checks check;

void usage(const Program &program) {
    for (const char *arguments : {"project --help", "project new --help", "project info --help", "import --help"})
        check(program(arguments).status == 0, std::string("status 0 for ") + arguments);
    for (const char *arguments :
         {"project", "project new p", "project new p --classes c --clip-seconds -1", "import p", "import p l",
          "import p l --format none", "import p l --format dcase2017 --validation -1", "import p a b --format csv"})
        check(program(arguments).status == 2, std::string("status 2 for: ") + arguments);
    check(!program.has("p"), "wrong usage makes no project");
}

void makesProjects(const Program &program) {
    program.write("classes.tsv", "name\tmid\ndog\t\nrain\t/m/06mb1\n");
    check(program.document("project new new.tagscope --classes classes.tsv --clip-seconds 2.5")["classes"] == 2,
          "a new project");
    const json info = program.document("project info new.tagscope");
    check(info["clip_seconds"] == 2.5 && info["clips"] == 0 && info["classes"][1]["mid"] == "/m/06mb1",
          "what a new project holds", info.dump());
    const Run again = program("project new new.tagscope --classes classes.tsv");
    check(again.status == 1 && contains(again.err, "already exists"), "no project is overwritten", again.err);
    for (const char *none : {"none.tagscope", "classes.tsv"}) {
        const Run run = program(std::string("project info ") + none + " --json");
        check(run.status == 1 && run.out.empty() && contains(run.err, none), "what is no project", run.err);
    }
}

void importsCsv(const Program &program) {
    program.write("media/a.wav", "");
    program.write("list.csv", "path,labels,split\na.wav,dog;rain,train\nb.wav,rain,train\nc.wav,,test\n");
    const json first = program.document("import csv.tagscope --format csv list.csv --media media --clip-seconds 4");
    check(first["created"] == true && first["added"] == 3 && first["missing"] == 2, "an import", first.dump());
    check(first["splits"][0]["labels_per_class"]["rain"] == 2 && first["splits"][1]["labels"] == 0, "labels counted",
          first.dump());
    const json again = program.document("import csv.tagscope --format csv list.csv --media media");
    check(again["created"] == false && again["added"] == 0 && again["known"] == 3, "repeated", again.dump());
    const json info = program.document("project info csv.tagscope");
    check(info["classes"][0]["name"] == "dog" && info["clip_seconds"] == 4 && info["clips"] == 3, "classes",
          info.dump());
    check(info["runs"].empty() && info["score_sources"].empty() && info["operating_points"].empty(), "nothing else");

    program.write("unknown.csv", "path,labels,split\nd.wav,cat,train\n");
    const Run unknown = program("import csv.tagscope --format csv unknown.csv");
    check(unknown.status == 1 && contains(unknown.err, "unknown.csv, line 2, column 2: \"cat\""), "an unknown label",
          unknown.err);
    check(program.document("project info csv.tagscope")["clips"] == 3, "a failed import changes nothing");
    const Run ofClasses = program("import other.tagscope --format csv unknown.csv --classes classes.tsv");
    check(ofClasses.status == 1 && !program.has("other.tagscope"), "a failed import leaves no project", ofClasses.err);
    check(program("import csv.tagscope --format csv list.csv --clip-seconds 5").status == 1, "another clip length");
    check(program("import csv.tagscope --format csv list.csv --classes classes.tsv").status == 1, "other classes");
    const Run text = program("project info csv.tagscope");
    check(text.status == 0 && contains(text.out, "train") && contains(text.out, "rain"), "text", text.out);
}

void importsDcase(const Program &program, const std::string &classes) {
    program.write("lists/training_set.csv", "aaaaaaaaaaa,0.000,10.000,\"Train horn,Train\",\"/m/0284vy3,/m/07jdr\"\r\n"
                                            "-bbbbbbbbbb,30.000,40.000,Bus,/m/01bjv\r\n"
                                            "ccccccccccc,30.000,40.000,Bus,/m/01bjv\r\n");
    program.write("lists/groundtruth_weak_label_evaluation_set.csv", "e_0.000_10.000.wav\t0.000\t10.000\tBus\r\n");
    program.write("lists/groundtruth_strong_label_evaluation_set.csv", "e_0.000_10.000.wav\t0\t0\tBus\r\n");
    program.write("dcase-media/Y-bbbbbbbbbb_30.000_40.000.wav", "");
    const Run tooMany = program("import d.tagscope --format dcase2017 lists");
    check(tooMany.status == 1 && contains(tooMany.err, "1142 validation clips cannot be drawn from 3"),
          "too many for validation", tooMany.err);
    const std::string arguments = "import d.tagscope --format dcase2017 --media dcase-media --validation 1 lists";
    const json report = program.document(arguments + " --classes '" + classes + "'");
    check(report["added"] == 4 && report["missing"] == 3 && report["drawn_for_validation"] == 1, "an import",
          report.dump());
    check(program.document(arguments)["known"] == 4, "repeated");
    const Run other = program(arguments + " --seed 9");
    check(other.status == 1 && contains(other.err, "already been drawn"), "another draw", other.err);
    for (const json &split : program.document("project info d.tagscope")["splits"])
        if (split["split"] == "evaluation")
            check(split["inaudible_pairs"] == 1 && split["inaudible_per_class"]["Bus"] == 1, "pairs not heard",
                  split.dump());
}

// A second of silence.
std::string secondOfSilence() {
    const auto number = [](std::uint32_t value, int bytes) {
        std::string text;
        for (int i = 0; i < bytes; ++i)
            text += static_cast<char>(value >> (8 * i) & 255U);
        return text;
    };
    constexpr std::uint32_t kRate = 8000;
    constexpr std::uint32_t kBytes = 2 * kRate;
    return "RIFF" + number(36 + kBytes, 4) + "WAVEfmt " + number(16, 4) + number(1, 2) + number(1, 2) +
           number(kRate, 4) + number(2 * kRate, 4) + number(2, 2) + number(16, 2) + "data" + number(kBytes, 4) +
           std::string(kBytes, '\0');
}

void importsFolders(const Program &program) {
    for (const char *name : {"cat/1", "cat/2", "cat/3", "dog/1", "dog/2", "dog/3", "test/dog/9"})
        program.write(std::string("tree/") + name + ".wav", secondOfSilence());
    const std::string import = "import tree.tagscope --format folder tree --split training --labels-from-subfolders";
    const json preview = program.document(import + " --dry-run");
    check(preview["files"] == 7 && preview["labels"]["dog"] == 4 && preview["labels"]["cat"] == 3, "a preview",
          preview.dump());
    check(!program.has("tree.tagscope"), "a preview stores nothing");
    const json report = program.document(import + " --validation 2 --seed 3");
    check(report["added"] == 7 && report["drawn_for_validation"] == 2, "a folder", report.dump());
    const json info = program.document("project info tree.tagscope");
    check(info["classes"].size() == 2 && info["classes"][0]["words"] == json::array({"cat"}), "events of subfolders",
          info["classes"].dump());
    for (const json &split : info["splits"]) {
        check(split["labels"] == split["clips"], "a label each", split.dump());
        if (split["split"] == "validation")
            check(split["labels_per_class"]["cat"] == 1 && split["labels_per_class"]["dog"] == 1, "balanced",
                  split.dump());
        check(split["split"] != "test" || split["labels_per_class"]["dog"] == 1, "a split of a folder", split.dump());
    }
    check(program.document(import + " --validation 0")["known"] == 7, "repeated");
    program.write("more/cow/1.wav", secondOfSilence());
    const std::string more = "import tree.tagscope --format folder more --labels-from-subfolders";
    const json noted = program.document(more);
    check(contains(noted["notes"].dump(), "cow"), "a subfolder that is no event is named", noted.dump());
    const json added = program.document(more + " --add-events");
    check(added["notes"].empty() && program.document("project info tree.tagscope")["classes"][2]["name"] == "cow",
          "or becomes one", added.dump());
    check(program("import tree.tagscope --format csv list.csv --labels-from-subfolders").status == 2,
          "no list has some");
}

void editsEvents(const Program &program) {
    program.write("edit.csv", "path,labels,split\na.wav,dog,train\nb.wav,rain,train\nc.wav,,test\n");
    check(program.document("import edit.tagscope --format csv edit.csv")["added"] == 3, "a project to edit");
    const std::string events = "project events edit.tagscope ";
    check(program.document(events + "add cat --words 'cat / kitten' --mid /m/01yrx")["events"] ==
              json::array({"dog", "rain", "cat"}),
          "an event is added");
    check(program.document(events + "rename cat Cat")["events"][2] == "Cat", "renamed");
    check(program.document(events + "words Cat --words feline")["events"].size() == 3, "given words");
    const json list = program.document(events + "list");
    check(list["events"][2]["words"] == json::array({"feline"}) && list["events"][2]["mid"] == "/m/01yrx" &&
              list["events"][0]["labels"] == 1,
          "the list", list.dump());
    const std::string labels = "project labels edit.tagscope ";
    check(program.document(labels + "give Cat a c")["changed"] == 2, "a label is given");
    check(program.document(labels + "give Cat --split train")["changed"] == 1, "to a split");
    const Run used = program(events + "remove Cat");
    check(used.status == 1 && contains(used.err, "3 labels"), "what is referred to stays", used.err);
    check(program.document(labels + "take Cat a b c")["changed"] == 3, "a label is taken");
    check(program.document(events + "remove Cat")["events"].size() == 2, "removed");
    check(program(labels + "give none a").status == 1 && program(labels + "give dog none").status == 1,
          "what the project lacks");
    for (const char *wrong :
         {"events edit.tagscope rename dog", "events edit.tagscope add", "labels edit.tagscope give dog",
          "labels edit.tagscope give dog a --split train", "events edit.tagscope destroy dog"})
        check(program(std::string("project ") + wrong).status == 2, std::string("status 2 for: ") + wrong);
}

void checksProjects(const Program &program) {
    program.write("classes.tsv", "name\ndog\nrain\n");
    check(program("project new strange.tagscope --classes classes.tsv").status == 0, "a project");
    check(program.document("project check strange.tagscope")["sound"] == true, "a project of ours is sound");
    const std::string before = Program::contentOf(program.directory() / "strange.tagscope");
    // Another type in the schema: the table that a stranger's program would have made.
    std::string changed = before;
    const std::size_t at = changed.find("split TEXT NOT NULL");
    check(at != std::string::npos, "the schema is in the file");
    program.write("strange.tagscope", changed.replace(at, 10, "split BLOB"));
    const Run said = program("project check strange.tagscope --json");
    const json found = json::parse(said.out, nullptr, false);
    check(said.status == 1 && found["sound"] == false && found["findings"].size() >= 1 && found["repaired"] == false,
          "what is wrong", said.out + said.err);
    check(program("project info strange.tagscope").status == 1, "it is not opened");
    const json repaired = program.document("project check --repair strange.tagscope");
    check(repaired["repaired"] == true && repaired["left"] == 0 &&
              contains(repaired["kept"].get<std::string>(), "strange.before-repair.tagscope"),
          "it is repaired", repaired.dump());
    check(program.document("project check strange.tagscope")["sound"] == true &&
              program.has("strange.before-repair.tagscope"),
          "and kept as it was");
    check(program("project info strange.tagscope").status == 0, "and opens");
    program.write("no.tagscope", "text");
    check(program("project check no.tagscope").status == 1 && program("project check").status == 2, "what is none");
}

// A second channel of the wrong polarity: what is analysed would be silence.
void saysWhatMisleads(const Program &program) {
    const std::string alone = tagscope::test::waveFile(1.0, 0.1);
    std::string both = alone.substr(0, 44);
    const auto put = [&both](std::size_t at, std::uint32_t value, std::size_t bytes) {
        std::memcpy(both.data() + at, &value, bytes); // as the machine has it: little-endian, as the file
    };
    put(22, 2, 2);         // channels
    put(28, 20000 * 4, 4); // bytes a second
    put(32, 4, 2);         // bytes of both samples
    put(40, 20000 * 4, 4); // bytes of samples
    for (std::size_t i = 44; i < alone.size(); i += 2) {
        std::int16_t sample = 0;
        std::memcpy(&sample, alone.data() + i, sizeof sample);
        tagscope::test::appendBytes(both, sample);
        tagscope::test::appendBytes(both, static_cast<std::int16_t>(-sample));
    }
    program.write("odd/opposed.wav", both);
    program.write("odd/plain.wav", alone);
    const Run run = program("import odd.tagscope --format folder odd --split test --classes classes.tsv");
    check(run.status == 0 && contains(run.out + run.err, "opposed.wav: ") && contains(run.out + run.err, "cancel") &&
              !contains(run.out + run.err, "plain.wav"),
          "channels that cancel are noted by an import", run.out + run.err);
    const Run again = program("import odd.tagscope --format folder odd --split test");
    check(again.status == 0 && !contains(again.out + again.err, "cancel"), "once", again.out + again.err);
}

} // namespace

[[maybe_unused]] static const bool isCliProjectRegistered =
    tagscope::test::registerTest(__FILE__, [](int argc, char **argv) -> int {
        if (argc != 2)
            return 2;
        std::string pattern = (fs::temp_directory_path() / "tagscope-cli-project-XXXXXX").string();
        const fs::path directory = ::mkdtemp(pattern.data());
        const Program program(argv[1], directory, check);
        usage(program);
        makesProjects(program);
        importsCsv(program);
        importsDcase(program, TAGSCOPE_CLASSES);
        importsFolders(program);
        editsEvents(program);
        checksProjects(program);
        saysWhatMisleads(program);
        fs::remove_all(directory);
        std::cout << (check.failures() == 0 ? "all checks passed" : std::to_string(check.failures()) + " checks failed")
                  << '\n';
        return check.failures();
    });

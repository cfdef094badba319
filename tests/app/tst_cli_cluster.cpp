// SPDX-License-Identifier: GPL-3.0-or-later
// A project's work in parts, beside each other, killed and doubled, against the same work in one go.
// tst_cli_cluster PROGRAM; exits with the number of failed checks.

#include "core/project/clip_ids.h"
#include "core/project/project.h"
#include "tests/app/cli_program.h"
#include "tests/app/made_recordings.h"
#include "tests/support/test_program.h"

#include <map>
#include <vector>

using namespace tagscope;
using nlohmann::json;
using tagscope::test::contains;
using test::CliProgram;

namespace {

namespace fs = std::filesystem;

constexpr int kParts = 4;

std::string part(int index) {
    return " --shard " + std::to_string(index) + "/" + std::to_string(kParts) + " --threads 1 --quiet";
}

// What prediction leaves: scores and the bytes of the activations.
struct Predicted {
    Matrix scores;
    std::string activations;
    std::string described;

    friend bool operator==(const Predicted &, const Predicted &) = default;
};

Predicted predictedIn(const CliProgram &program) {
    const Project project = Project::open(program.directory() / "p.tagscope", Project::Access::ReadOnly).value();
    const fs::path run = program.directory() / "p.data/runs/run-1";
    return {project.scores({Branch::Audio, "run-1"}, idsOf(project.clips().value()))->scores,
            CliProgram::contentOf(run / "activations.npy"), CliProgram::contentOf(run / "activations.json")};
}

std::map<std::string, std::string> featureFiles(const CliProgram &program) {
    std::map<std::string, std::string> files;
    for (const fs::directory_entry &entry : fs::directory_iterator(program.directory() / "p.data/features"))
        files[entry.path().filename().string()] = CliProgram::contentOf(entry.path());
    return files;
}

void takesASnapshot(const CliProgram &program, test::Checks &check) {
    const json taken = program.document("project snapshot p.tagscope jobs.tagscope");
    check(taken["snapshot"] == "jobs.tagscope", "a snapshot", taken.dump());
    check(program("project snapshot p.tagscope jobs.tagscope").status == 1, "not twice to one place");
    const auto written = program("project events jobs.tagscope add wind");
    check(written.status == 1 && contains(written.err, "read-only copy"), "nobody writes a snapshot", written.err);
    const json info = program.document("project info jobs.tagscope");
    check(info["clips"] == program.document("project info p.tagscope")["clips"], "but read", info.dump());
}

// Each part in a process of its own, as many at once as there are.
void makesFeaturesInParts(const CliProgram &program, test::Checks &check) {
    (void)program.document("features p.tagscope");
    const auto whole = featureFiles(program);
    fs::remove_all(program.directory() / "p.data/features");
    // By the recipe for Slurm, with GNU parallel where it is there.
    program.write("all.sh", "export TAGSCOPE_CLI=\"$1\" TAGSCOPE_SNAPSHOT=jobs.tagscope TAGSCOPE_PARTS=4\n"
                            "if command -v parallel > parallel.txt; then\n"
                            "    parallel --will-cite --jobs 4 sh \"$2\" ::: 1 2 3 4\n"
                            "else\n"
                            "    for i in 1 2 3 4; do sh \"$2\" $i & done; wait\n"
                            "fi > all.txt\n");
    check(program.shell("sh all.sh '" + program.path() + "' '" TAGSCOPE_CLUSTER "/features.sbatch'") == 0,
          "all parts at once");
    check(program("features jobs.tagscope --merge --quiet").status == 0, "put together from the snapshot");
    check(featureFiles(program) == whole, "features in parts are those of one go");
}

void predictsInParts(const CliProgram &program, test::Checks &check) {
    const std::string predict = "predict jobs.tagscope --run run-1";
    (void)program.document("predict p.tagscope --run run-1 --threads 1");
    const Predicted whole = predictedIn(program);
    const fs::path parts = program.directory() / "p.data/shards";

    check(program("predict p.tagscope --run run-1 --merge").status == 1, "there are no parts yet");
    const json first = program.document(predict + part(1));
    check(first["clips"] == 4, "every fourth clip", first.dump());
    for (int i = 2; i < kParts; ++i)
        check(program(predict + part(i)).status == 0, "a part");
    const auto early = program("predict p.tagscope --run run-1 --merge --quiet");
    check(early.status == 1 && contains(early.err, "1 of 4 parts are missing") && contains(early.err, ": 4."),
          "the missing part is named", early.err);
    check(predictedIn(program) == whole, "and nothing was changed");

    // Killed at once, and twice at a time.
    program.write("kill.sh", "\"$1\" predict jobs.tagscope --run run-1" + part(4) +
                                 " & task=$!; kill -9 $task; wait $task; test $? = 137\n");
    check(program.shell("sh kill.sh '" + program.path() + "' 2> kill.txt") == 0, "a task is killed");
    check(program("predict p.tagscope --run run-1 --merge --quiet").status == 1, "which leaves no part");
    program.write("twice.sh", "for i in 1 2; do \"$1\" predict jobs.tagscope --run run-1" + part(4) +
                                  " || echo failed >> twice.txt & done; wait; test ! -e twice.txt\n");
    check(program.shell("sh twice.sh '" + program.path() + "'") == 0, "two programs at one part");
    check(program("predict p.tagscope --run run-1 --merge --quiet").status == 0, "all parts");
    check(predictedIn(program) == whole, "scores and activations are those of one go");

    const fs::path last = fs::directory_iterator(parts)->path() / "part-4-of-4.pack";
    fs::copy(last, last.parent_path() / "again.pack");
    check(contains(program("predict p.tagscope --run run-1 --merge").err, "there twice"), "a doubled part");
    fs::remove(last.parent_path() / "again.pack");
    fs::resize_file(last, fs::file_size(last) / 2);
    const auto cut = program("predict p.tagscope --run run-1 --merge");
    check(cut.status == 1 && contains(cut.err, "part-4-of-4.pack"), "a part that was cut off", cut.err);
    check(program("predict p.tagscope --run run-1 --split test" + part(4)).status == 0, "a split has its own parts");
    check(predictedIn(program) == whole, "nothing of it was taken");
    check(program(predict + part(4)).status == 0, "computed again");
    check(program("predict p.tagscope --run run-1 --merge --quiet").status == 0, "and put together");
}

void reportsAFullDisk(const CliProgram &program, test::Checks &check) {
    program.write("full.sh", "trap '' XFSZ; ulimit -f 1; \"$1\" predict jobs.tagscope --run run-1" +
                                 std::string(" --shard 1/1 --threads 1 --quiet 2>&1 | grep -q 'disk full'\n"));
    check(program.shell("sh full.sh '" + program.path() + "'") == 0, "a full disk is said");
    check(program("predict p.tagscope --run run-1 --merge --quiet").status == 0, "and left nothing");
}

// Parts of a network that has changed since are not taken.
void refusesOtherNetworks(const CliProgram &program, test::Checks &check) {
    (void)program.document("train p.tagscope --run run-1 --resume --epochs 3 --device cpu");
    const auto merged = program("predict p.tagscope --run run-1 --checkpoint last --merge --quiet");
    check(merged.status == 1 && contains(merged.err, "Compute the parts again"), "parts of another network",
          merged.err);
}

void tagsInParts(const CliProgram &program, test::Checks &check) {
    program.write("list.txt", "c0.wav\nc1.wav\r\n\nc2.wav\n");
    std::size_t clips = 0;
    for (const char *shard : {"1/2", "2/2"})
        clips += program.document(std::string("tag --no-cache --models none --list list.txt --shard ") + shard)["clips"]
                     .size();
    check(clips == 3, "a list in two parts");
    check(program("tag --list none.txt").status == 1, "no such list");
    check(program("tag c0.wav --shard 0/2").status == 2, "no such part");
}

} // namespace

[[maybe_unused]] static const bool isCliClusterRegistered =
    tagscope::test::registerTest(__FILE__, [](int argc, char **argv) -> int {
        if (argc != 2) {
            std::cout << "usage: tst_cli_cluster PROGRAM\n";
            return 2;
        }
        test::Checks check;
        const test::ScratchDirectory directory("tst_cli_cluster");
        const CliProgram program(argv[1], directory.path(), check);
        test::makeRecordings(directory.path(), check);
        takesASnapshot(program, check);
        makesFeaturesInParts(program, check);
        (void)program.document(
            "train p.tagscope --epochs 2 --channels 4,4,4 --gru-units 4 --batch-size 4 --device cpu");
        fs::remove(directory.path() / "jobs.tagscope");
        takesASnapshot(program, check);
        predictsInParts(program, check);
        reportsAFullDisk(program, check);
        refusesOtherNetworks(program, check);
        tagsInParts(program, check);
        std::cout << (check.failures() == 0 ? "all checks passed\n"
                                            : std::to_string(check.failures()) + " checks failed\n");
        return check.failures();
    });

// SPDX-License-Identifier: GPL-3.0-or-later
// Drives tagscope-cli as a script would: arguments in, JSON, messages and exit status out.
// tst_cli PROGRAM; exits with the number of failed checks.

#include "tests/app/cli_program.h"
#include "tests/app/made_recordings.h"
#include "tests/support/test_program.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <unistd.h>

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

using Program = tagscope::test::CliProgram;
using tagscope::test::contains;
using Run = Program::Run;
tagscope::test::Checks check;

void helpAndUsage(const Program &program) {
    for (const char *arguments : {"--help", "score --help", "tune --help", "models --help", "--version"}) {
        const Run run = program(arguments);
        check(run.status == 0 && !run.out.empty(), std::string("status 0 and text for ") + arguments, run.err);
    }
    for (const char *arguments : {"", "no-such-command", "score", "score a b --as nobody", "tune --truth t",
                                  "models import", "score a b --threads many", "score a b --device abacus"})
        check(program(arguments).status == 2, std::string("status 2 for: ") + arguments);
}

// A full disk behind standard output is no success.
void saysThatItCouldNotPrint(const Program &program) {
    for (const char *arguments : {"models list --json", "--help", "models list"}) {
        const std::string command = "cd '" + program.directory().string() + "' && '" + program.path() + "' " +
                                    arguments + " > /dev/full 2> err.txt";
        const int raw = std::system(command.c_str()); // NOLINT: a test's own command line
        check(WIFEXITED(raw) && WEXITSTATUS(raw) == 1, std::string("status 1 for a full output of ") + arguments);
        check(contains(Program::contentOf(program.directory() / "err.txt"), "could not be written"), "and a sentence");
    }
}

// Loading the networks' library takes a second: only the commands that need it wait for that, and they are in a program
// of their own, which a person need not know.
void loadsNetworksOnlyForThem(const Program &program) {
    const Program networks(program.path() + "-networks", program.directory(), check);
    const auto librariesOf = [&program](const std::string &path) {
        check(program.shell("LD_TRACE_LOADED_OBJECTS=1 '" + path + "' > loaded.txt") == 0, "its libraries");
        return Program::contentOf(program.directory() / "loaded.txt");
    };
    const std::string loaded = librariesOf(program.path());
    const std::string loadedForNetworks = librariesOf(networks.path());
    check(contains(loadedForNetworks, "libtorch"), "the networks' library is loaded for them", loadedForNetworks);
    check(contains(loaded, "libsqlite3") && !contains(loaded, "libtorch"), "and for nothing else", loaded);
    for (const char *arguments : {"--help", "train export --json", "--threads many models list", "models no-such"}) {
        const Run run = program(arguments);
        const Run direct = networks(arguments);
        check(run.status == direct.status && run.out == direct.out && run.err == direct.err,
              std::string("as if it were one program: ") + arguments, run.out + run.err);
    }
    fs::create_directories(program.directory() / "alone");
    fs::copy_file(program.path(), program.directory() / "alone" / "tagscope-cli");
    const Program alone((program.directory() / "alone" / "tagscope-cli").string(), program.directory(), check);
    const Run missing = alone("models list");
    check(missing.status == 1 && contains(missing.err, "tagscope-cli-networks cannot be started"),
          "says what is missing", missing.err);
    check(alone("formats").status == 0, "and does what it can");
}

void scoresLists(const Program &program) {
    // Worked by hand: A found, B missed, a wrong B on the second clip, the third clip not predicted at all.
    program.write("truth.csv", "a_0.000_10.000.wav\t0.000\t10.000\tA\na_0.000_10.000.wav\t0.000\t10.000\tB\n"
                               "b_0.000_10.000.wav\t0.000\t10.000\tA\nc_0.000_10.000.wav\t0.000\t10.000\tA\n");
    program.write("predicted.csv", "a_0.000_10.000.wav\t0.000\t10.000\tA\r\nb_0.000_10.000.wav\t0.000\t10.000\tA\r\n"
                                   "b_0.000_10.000.wav\t0.000\t10.000\tB\r\n");
    const json strict = program.document("score truth.csv predicted.csv");
    check(strict["micro"]["tp"] == 2 && strict["micro"]["fp"] == 1 && strict["micro"]["fn"] == 2, "strict counts",
          strict.dump());
    check(std::abs(strict["micro"]["f1"].get<double>() - 4.0 / 7.0) < 1e-12, "strict micro F1");
    check(strict["clips"] == 3 && strict["truth"] == "weak", "clips and truth");
    check(strict["events"].size() == 2 && strict["events"][0]["name"] == "A", "events");
    const json organisers = program.document("score truth.csv predicted.csv --as dcase2017");
    check(organisers["micro"]["fn"] == 1, "the organisers' script ignores clips that were not predicted",
          organisers.dump());
    const Run missing = program("score truth.csv nothing.csv --json");
    check(missing.status == 1 && contains(missing.err, "nothing.csv") && missing.out.empty(), "a missing list",
          missing.err);
}

void tunesTables(const Program &program) {
    program.write("audio.csv", "clip,A,B\n1,0.9,0.1\n2,0.8,0.2\n3,0.3,0.7\n4,0.1,0.6\n");
    program.write("truth-table.csv", "clip,A,B\n1,1,0\n2,1,0\n3,0,1\n4,0,0\n");
    const json tuned = program.document("tune --scores audio.csv --truth truth-table.csv --method paper --seed 3");
    check(tuned["micro_f1"] == 1.0 && tuned["method"] == "paper", "perfectly separable", tuned.dump());
    check(std::abs(tuned["events"][0]["threshold"].get<double>() - 0.55) < 1e-6, "the midpoint of 0.3 and 0.8");
    program.write("video.csv", "clip,A,B\n1,0,0\n2,0,0\n3,0,1\n4,0,0\n");
    const json joint =
        program.document("tune --scores audio.csv --video-scores video.csv --truth truth-table.csv --method paper");
    check(joint["events"][0]["weight"] == 0.2, "the audio is better for A", joint.dump());
    program.write("bad.csv", "clip,A,B\n1,0.9,nan\n2,0.8,0.2\n3,0.3,0.7\n4,0.1,0.6\n");
    const Run bad = program("tune --scores bad.csv --truth truth-table.csv --json");
    check(bad.status != 0 && contains(bad.err, "bad.csv") && bad.out.empty(), "a score that is not a number", bad.err);
    program.write("short.csv", "clip,A,B\n1,0.9,0.2\n");
    const Run incomplete = program("tune --scores short.csv --truth truth-table.csv");
    check(incomplete.status == 0 && contains(incomplete.err, "3 of the labels have no scores"), "clips without scores",
          incomplete.err);
}

void keepsModels(const Program &program) {
    const json none = program.document("models list");
    check(none.is_array() || none.contains("models"), "a list of models", none.dump().substr(0, 200));
    check(program("models init crnn untrained.safetensors --seed 5").status == 0, "an untrained CRNN is written");
    check(program("models import crnn untrained.safetensors").status == 0, "and imported");
    check(program("models check").status == 0, "and found right");
    program.write("text.safetensors", "no tensors here");
    const Run bad = program("models import crnn text.safetensors");
    check(bad.status == 1 && contains(bad.err, "text.safetensors"), "a file that is no network", bad.err);
    check(program("models check").status == 0, "the registered one is untouched");
    check(program("models import nobody text.safetensors").status == 2, "a kind that does not exist");
}

#ifdef TAGSCOPE_WITH_MEDIA

// Of five files the third crashes what decodes it.
void survivesItsDecoder(const Program &program) {
    const std::string tone = Program::contentOf(program.directory() / "tone.wav");
    for (const char *name : {"first.wav", "second.wav", "crash.wav", "fourth.wav", "fifth.wav", "swell-at-once.wav"})
        program.write(name, tone);
    const std::string five =
        "tag --no-cache --json --quiet --threads 1 first.wav second.wav crash.wav fourth.wav fifth.wav";
    setenv("TAGSCOPE_DECODER", TAGSCOPE_FAILING_DECODER, 1); // NOLINT(concurrency-mt-unsafe): one thread
    const Run run = program(five);
    const Run swollen = program("tag --no-cache --json --quiet swell-at-once.wav first.wav");
    setenv("TAGSCOPE_DECODER", "/nowhere/decoder", 1); // NOLINT(concurrency-mt-unsafe): one thread
    const Run missing = program(five);
    const Run inProcess = program(five + " --decode in-process");
    unsetenv("TAGSCOPE_DECODER"); // NOLINT(concurrency-mt-unsafe): one thread
    const Run whole = program(five);
    check(run.status == 1 && contains(run.err, "crash.wav crashed its decoder"), "the third is named", run.err);
    check(json::parse(run.out)["clips"].size() == 4, "the other four are tagged", run.out.substr(0, 300));
    check(swollen.status == 1 && contains(swollen.err, "swell-at-once.wav needs more memory"), "memory", swollen.err);
    check(json::parse(swollen.out)["clips"].size() == 1, "and the next is tagged", swollen.out.substr(0, 300));
    check(missing.status == 1 && contains(missing.err, "--decode in-process"), "no decoder", missing.err);
    check(inProcess.status == 0 && whole.status == 0, "both ways", inProcess.err + whole.err);
    check(inProcess.out == whole.out && json::parse(whole.out)["clips"].size() == 5, "the same numbers both ways");
    check(program("tag first.wav --decode elsewhere").status == 2, "no such place");
}

void tagsMedia(const Program &program) {
    program.write("tone.wav", tagscope::test::waveFile(10.0, 0.2));
    program.write("n\xC3\xA4he mit Leerzeichen.wav", tagscope::test::waveFile(2.0, 0.2));
    const json result = program.document("tag tone.wav 'n\xC3\xA4he mit Leerzeichen.wav'");
    check(result["clips"].size() == 2, "one entry a clip", result.dump().substr(0, 300));
    const json &clip = result["clips"][0];
    check(clip["media"] == "tone.wav" && clip["start"] == 0.0 && clip["duration"] == 10.0, "the first clip");
    check(clip["audio"]["present"] == true && clip["audio"]["sample_rate"] == 20000, "sound");
    check(clip["audio"]["activations"]["values"].size() == 100, "100 steps");
    check(clip["audio"]["activations"]["events"].size() == 17, "17 events");
    check(clip["video"]["present"] == false, "no pictures");
    check(clip["events"].size() == 17 && clip["events"][0]["video"].is_null(), "no video probability");
    check(clip["events"][0]["fused"] == clip["events"][0]["audio"], "the branch that is there");
    bool untrained = false;
    for (const json &note : clip["notes"])
        untrained = untrained || contains(note.get<std::string>(), "untrained");
    check(untrained, "untrained weights are said to be untrained", clip["notes"].dump());
    check(result == program.document("tag tone.wav 'n\xC3\xA4he mit Leerzeichen.wav'"), "the same from the cache");
    check(result == program.document("tag --no-cache --threads 2 tone.wav 'n\xC3\xA4he mit Leerzeichen.wav'"),
          "the same without it");

    program.write("text.mp4", "not a film");
    const Run mixed = program("tag text.mp4 tone.wav --json --quiet");
    check(mixed.status == 1 && contains(mixed.err, "text.mp4"), "a bad file is named", mixed.err);
    check(json::parse(mixed.out)["clips"].size() == 1, "and the rest are done");
    check(program("tag").status == 2, "no media");
    survivesItsDecoder(program);
    const Run plain = program("tag tone.wav --quiet");
    check(plain.status == 0 && contains(plain.out, "tone.wav 0.0-10.0 s: "), "a line a clip", plain.out);
    check(json::accept(program("tag --print-settings").out), "settings can be seen");
}

#endif

} // namespace

[[maybe_unused]] static const bool isCliRegistered =
    tagscope::test::registerTest(__FILE__, [](int argc, char **argv) -> int {
        if (argc != 2) {
            std::cout << "usage: tst_cli PROGRAM\n";
            return 2;
        }
        const fs::path directory = fs::temp_directory_path() / ("tst_cli." + std::to_string(getpid()));
        fs::create_directories(directory);
        setenv("TAGSCOPE_MODELS", (directory / "models").c_str(), 1); // NOLINT(concurrency-mt-unsafe): one thread
        setenv("TAGSCOPE_CACHE", (directory / "cache").c_str(), 1);   // NOLINT(concurrency-mt-unsafe): one thread
        const Program program(argv[1], directory, check);
        helpAndUsage(program);
        loadsNetworksOnlyForThem(program);
        saysThatItCouldNotPrint(program);
        scoresLists(program);
        tunesTables(program);
        keepsModels(program);
#ifdef TAGSCOPE_WITH_MEDIA
        tagsMedia(program);
#endif
        fs::remove_all(directory);
        std::cout << (check.failures() == 0 ? "all checks passed\n"
                                            : std::to_string(check.failures()) + " checks failed\n");
        return check.failures();
    });

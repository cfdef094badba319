// SPDX-License-Identifier: GPL-3.0-or-later
// What the window is fed with and what tagscope-cli prints about the same clip. tst_same_numbers PROGRAM.

#include "app/window/real_sources.h"
#include "core/analysis/explanation_text.h"
#include "core/network/image_networks.h"
#include "tests/app/cli_program.h"
#include "tests/support/made_media.h"
#include "tests/support/test_files.h"
#include "tests/support/test_program.h"

#include <optional>

using namespace tagscope;
using namespace tagscope::test;
using nlohmann::json;

namespace {

const auto kNoProgress = [](double, std::string_view) {};

std::optional<ClipAnalysis> firstClip(const ui::Sources &sources, const std::filesystem::path &media) {
    std::optional<ClipAnalysis> first;
    const Result<void> analysed = sources.analyse(
        media, [&first](ClipAnalysis clip) { first = first ? first : std::move(clip); }, kNoProgress, {});
    return analysed ? first : std::nullopt;
}

void compareEvent(const ui::Sources &sources, const ClipAnalysis &clip, std::size_t k, const json &printed,
                  Checks &check) {
    const std::string &name = clip.settings.events[k].name;
    const EventResult &event = clip.events[k];
    const json &decision = printed["decision"];
    check(decision["audio"] == json(event.audio.value()) && decision["video"] == json(event.video.value()) &&
              decision["fused"] == json(event.fused.value()) && decision["tag"] == json(event.tag),
          "the same decision for " + name, decision.dump());
    const Result<Answer> answer = sources.explain(clip, AttributionQuestion{static_cast<int>(k)}, kNoProgress, {});
    check(answer.has_value(), "an answer for " + name);
    if (!answer)
        return;
    const auto &attribution = std::get<EventAttribution>(*answer);
    check(printed["attribution"]["sum"] == json(attribution.attribution.sum), "the same attribution for " + name,
          printed["attribution"].dump());
    const std::string text = explanationText(clip, k, &attribution, sources.bandEdges(clip.settings.logMel));
    check(printed["text"] == json(text), "the same text for " + name, text + printed["text"].get<std::string>());
}

} // namespace

[[maybe_unused]] static const bool isSameNumbersRegistered =
    tagscope::test::registerTest(__FILE__, [](int argc, char **argv) -> int {
        if (argc != 2)
            return 2;
        Checks check;
        const ScratchDirectory scratch("tagscope-same");
        if (!hasFfmpegCommand())
            return 77;
        const std::string models = std::filesystem::weakly_canonical(goldenFile("../../models/demo")).string();
        ::setenv("TAGSCOPE_MODELS", models.c_str(), 1);
        ::setenv("XDG_CACHE_HOME", scratch.path().c_str(), 1);
        setNetworkThreads(1);
        const MadeMedia made;
        const std::filesystem::path media =
            made.make("street.mp4", "-f lavfi -i aevalsrc=0.4*sin(2*PI*(300+60*t)*t):s=44100:d=1 "
                                    "-f lavfi -i testsrc2=s=160x120:r=25:d=1 ");
        const CliProgram program(argv[1], scratch.path(), check);
        const ui::Sources sources = realSources();
        const std::optional<ClipAnalysis> clip = firstClip(sources, media);
        check(clip.has_value(), "the window's analysis");
        if (!clip)
            return check.failures();
        for (const std::size_t k : {std::size_t{0}, std::size_t{9}})
            compareEvent(sources, *clip, k,
                         program.document("explain '" + media.string() +
                                          "' --no-cache --no-removal --threads 1 --event '" +
                                          clip->settings.events[k].name + "'"),
                         check);
        const CliProgram::Run plain =
            program("explain '" + media.string() + "' --event Bicy --no-attribution --no-removal --threads 1 --quiet");
        check(plain.status == 0 && plain.out.find("\"Bicycle\" in street.mp4") == 0, "prose for a name's beginning",
              plain.out + plain.err);
        check(program("explain '" + media.string() + "' --event Nonsense").status == 2,
              "status 2 for an unknown event");
        check(program("explain '" + media.string() + "'").status == 2, "status 2 without an event");
        check(program("explain nothing.mp4 --event Bus").status == 1, "status 1 for a missing file");
        return check.failures();
    });

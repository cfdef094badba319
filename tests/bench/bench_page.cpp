// SPDX-License-Identifier: GPL-3.0-or-later
// bench_page: how many labels an hour of listening answers, asked by the page (a clip with all its labels) and by the
// pair (the clip anew for each label). A scripted annotator on the demo, who hears what the demo's script says: an
// event is known when it has sounded for a second, that it is not there at the clip's end. The answers are the same
// both ways; only what is listened to differs. Of a careful one, too, who hears each clip to its end before the first
// answer. Nothing is played.

#include "core/demo/demo_project.h"
#include "core/demo/demo_script.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <string>

using namespace tagscope;

namespace {

constexpr double kKnownAfter = 1.0; // seconds of the event
constexpr double kPress = 0.7;      // seconds from knowing to the key

struct Sums {
    std::size_t clips = 0;
    std::size_t labels = 0;
    double byPage = 0.0; // seconds of listening
    double byPair = 0.0;
    double careful = 0.0; // of who hears the clip to its end, by page
    double carefulByPair = 0.0;
};

double knownAt(const demo::DemoClip &clip, demo::Event event) {
    double at = clip.scene.duration.count();
    for (const demo::HeardEvent &heard : clip.scene.heard)
        if (heard.event == event)
            at = std::min(at, heard.onset.count() + std::min(kKnownAfter, heard.offset.count() - heard.onset.count()));
    return at;
}

void add(Sums &sums, const demo::DemoClip &clip) {
    double latest = 0.0;
    for (const demo::Event label : clip.labels) {
        const double known = knownAt(clip, label);
        latest = std::max(latest, known);
        sums.byPair += known;
    }
    sums.careful += clip.scene.duration.count();
    sums.carefulByPair += clip.scene.duration.count() * static_cast<double>(clip.labels.size());
    ++sums.clips;
    sums.labels += clip.labels.size();
    sums.byPage += latest;
}

void print(const char *name, const Sums &sums) {
    constexpr double kSecondsOfHour = 3600.0;
    const auto perHour = [&sums](double seconds) {
        return kSecondsOfHour * static_cast<double>(sums.labels) / seconds;
    };
    const double keys = kPress * static_cast<double>(sums.labels);
    const auto row = [&](const char *who, double page, double pair) {
        std::printf(
            "%-22s %4zu clips, %.2f labels each, %-10s page %5.0f, pair %5.0f labels an hour of listening, %.2f "
            "times; with %.1f s a key %.2f times\n",
            name, sums.clips, static_cast<double>(sums.labels) / static_cast<double>(sums.clips), who, perHour(page),
            perHour(pair), pair / page, kPress, (pair + keys) / (page + keys));
    };
    row("at once:", sums.byPage, sums.byPair);
    row("careful:", sums.careful, sums.carefulByPair);
}

} // namespace

int main() {
    std::map<std::size_t, Sums> byLabels;
    Sums all;
    Sums mixed; // two and three labels by turns: 2.5 a clip
    std::map<std::size_t, std::size_t> left;
    const std::vector<demo::DemoClip> clips = demo::demoScript({}, 1);
    for (const demo::DemoClip &clip : clips) {
        if (clip.labels.empty())
            continue;
        add(byLabels[clip.labels.size()], clip);
        add(all, clip);
    }
    const std::size_t each = std::min(byLabels[2].clips, byLabels[3].clips);
    for (const demo::DemoClip &clip : clips)
        if (const std::size_t labels = clip.labels.size(); (labels == 2 || labels == 3) && left[labels]++ < each)
            add(mixed, clip);
    for (const auto &[labels, sums] : byLabels)
        if (sums.clips > 0)
            print((std::to_string(labels) + (labels == 1 ? " label" : " labels")).c_str(), sums);
    print("all of the demo", all);
    if (mixed.clips > 0)
        print("two and three by turns", mixed);
    return 0;
}

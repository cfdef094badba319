// SPDX-License-Identifier: GPL-3.0-or-later
// What explanations by removal are worth, beside chance: over sounds whose class is known.
//
//     removal_bench TAGGER LIST.csv [MOST]
//
// TAGGER: a tagger's description or file. LIST: rows of path, class (a name of the tagger's; several by |, any of which
// counts), start and end of the true region in seconds where it is known. A sound counts where the class has 0.3 or
// more.
#include "core/analysis/removal.h"
#include "core/formats/csv_rows.h"
#include "core/media/audio_reader.h"
#include "core/network/image_networks.h"
#include "core/tagging/taggers.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

using namespace tagscope;

namespace {

struct Listed {
    std::filesystem::path file;
    std::vector<std::string> classes;
    double start = -1.0;
    double end = -1.0;
};

std::vector<Listed> readList(const std::filesystem::path &list) {
    std::vector<Listed> all;
    const auto taken = forEachCsvRow(list, [&](CsvRow &&row) -> Result<void> {
        if (row.cells.size() < 2)
            return {};
        Listed one{row.cells[0], {}, -1.0, -1.0};
        for (std::size_t at = 0; at <= row.cells[1].size();) {
            const std::size_t end = std::min(row.cells[1].find('|', at), row.cells[1].size());
            one.classes.push_back(row.cells[1].substr(at, end - at));
            at = end + 1;
        }
        if (row.cells.size() >= 4) {
            one.start = std::atof(row.cells[2].c_str());
            one.end = std::atof(row.cells[3].c_str());
        }
        all.push_back(std::move(one));
        return {};
    });
    if (!taken)
        std::fprintf(stderr, "%s\n", taken.error().what().c_str());
    return all;
}

std::vector<float> soundOf(const std::filesystem::path &file, int rate) {
    std::vector<float> samples;
    auto reader = AudioReader::open(file, rate);
    if (!reader)
        return samples;
    std::vector<float> block(1U << 16U);
    for (auto count = reader->read(block); count && *count > 0; count = reader->read(block))
        samples.insert(samples.end(), block.begin(), block.begin() + static_cast<std::ptrdiff_t>(*count));
    constexpr std::size_t kMostSeconds = 10;
    samples.resize(std::min(samples.size(), kMostSeconds * static_cast<std::size_t>(rate)));
    return samples;
}

double median(std::vector<double> values) {
    if (values.empty())
        return std::nan("");
    std::ranges::sort(values);
    return values[values.size() / 2];
}

double shareOf(const std::vector<double> &values, auto holds) {
    return values.empty()
               ? std::nan("")
               : static_cast<double>(std::ranges::count_if(values, holds)) / static_cast<double>(values.size());
}

} // namespace

int main(int argc, char **argv) {
    if (argc < 3) {
        std::puts("removal_bench TAGGER LIST.csv [MOST]: what explanations by removal are worth, beside chance");
        return 2;
    }
    setNetworkThreads(1);
    const auto tagger = openTagger(argv[1]);
    if (!tagger) {
        std::fprintf(stderr, "%s\n", tagger.error().what().c_str());
        return 1;
    }
    const std::size_t most = argc > 3 ? static_cast<std::size_t>(std::atol(argv[3])) : 1000000;
    std::vector<double> flipped, area, fall, chanceFall, chanceFlips, regionRatio, regionTakes, regionMedian, only,
        local, reason, clipFlipped, clipArea, seconds, evaluations, touches, inside, randomInside;
    for (const Listed &listed : readList(argv[2])) {
        if (flipped.size() >= most)
            break;
        const std::vector<float> samples = soundOf(listed.file, (*tagger)->description().sampleRate);
        if (samples.empty())
            continue;
        AnalysisSettings settings;
        settings.clipDuration = Seconds(10.0);
        settings.events = {{"event", "", {}}};
        const Matrix none;
        // Of the classes that count, the one that the tagger says most of.
        double best = 0.0;
        for (const std::string &name : listed.classes) {
            AnalysisSettings one = settings;
            one.taggerClasses["event"] = {name};
            RemovalOptions quick;
            quick.grid = {1, 1};
            quick.randomDraws = 1;
            quick.mostArea = 0.0;
            const auto found = explainByRemoval(**tagger, {samples, one}, 0, 0.3, quick, true);
            if (found && found->moment.probability > best) {
                best = found->moment.probability;
                settings.taggerClasses = one.taggerClasses;
            }
        }
        if (best < 0.3)
            continue;
        const auto begun = std::chrono::steady_clock::now();
        const auto explained = explainByRemoval(**tagger, {samples, settings}, 0, 0.3);
        if (!explained) {
            std::fprintf(stderr, "%s: %s\n", listed.file.c_str(), explained.error().what().c_str());
            continue;
        }
        seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count());
        const MomentRemoval &moment = explained->moment;
        flipped.push_back(moment.isFlipped ? 1.0 : 0.0);
        area.push_back(moment.area);
        fall.push_back(moment.probability - moment.effect.probability);
        chanceFall.push_back(moment.probability - moment.chance.medianProbability);
        chanceFlips.push_back(moment.chance.flipShare);
        regionTakes.push_back(moment.probability - moment.regionEffect.probability);
        regionMedian.push_back(moment.probability - moment.regionChance.medianProbability);
        regionRatio.push_back(moment.regionEffect.fall / std::max(moment.regionChance.medianFall, 0.01));
        local.push_back(moment.isLocal() ? 1.0 : 0.0);
        only.push_back(moment.onlyIt / moment.probability);
        reason.push_back(moment.isReason() ? 1.0 : 0.0);
        evaluations.push_back(static_cast<double>(moment.evaluations));
        clipFlipped.push_back(explained->clip.isFlipped ? 1.0 : 0.0);
        clipArea.push_back(explained->clip.area);
        if (listed.end > listed.start && listed.start >= 0.0) {
            const double from = moment.region.start.count();
            const double to = moment.region.end.count();
            const double common = std::min(to, listed.end) - std::max(from, listed.start);
            touches.push_back(common > 0.0 ? 1.0 : 0.0);
            inside.push_back(common > 0.5 * (to - from) ? 1.0 : 0.0);
            randomInside.push_back((listed.end - listed.start) * (*tagger)->description().sampleRate /
                                   static_cast<double>(samples.size()));
        }
        std::printf("%s %.2f flipped %d area %.3f at random %.2f region takes %.2f median %.2f only it %.2f %.1f s\n",
                    listed.file.filename().c_str(), moment.probability, moment.isFlipped ? 1 : 0, moment.area,
                    moment.chance.medianProbability, regionTakes.back(), regionMedian.back(), moment.onlyIt,
                    seconds.back());
        std::fflush(stdout);
    }
    const auto isOne = [](double value) { return value > 0.5; };
    std::printf("\ntags                                        %zu\n", flipped.size());
    std::printf("moment flips                                %.3f\n", shareOf(flipped, isOne));
    std::printf("  area, median                              %.3f; <= 10 %%: %.3f\n", median(area),
                shareOf(area, [](double value) { return value <= 0.1; }));
    std::printf("  probability taken, median                 %.2f; same area at random %.2f\n", median(fall),
                median(chanceFall));
    double meanFlips = 0.0;
    for (const double value : chanceFlips)
        meanFlips += value / static_cast<double>(std::max<std::size_t>(chanceFlips.size(), 1));
    std::printf("  same area at random flips                 %.3f of draws\n", meanFlips);
    std::printf("region takes / median region takes, logits  %.1f (median); probabilities %.2f / %.2f\n",
                median(regionRatio), median(regionTakes), median(regionMedian));
    std::printf("  named (not spread)                        %.3f\n", shareOf(local, isOne));
    std::printf("only it keeps half                          %.3f; median of the whole %.2f\n", shareOf(reason, isOne),
                median(only));
    std::printf("clip flips (8 moments at most)              %.3f, area of the clip %.3f\n",
                shareOf(clipFlipped, isOne), median(clipArea));
    if (!touches.empty())
        std::printf(
            "named stretch touches the truth             %.3f, lies mostly in it %.3f; the truth has %.3f of the "
            "sound\n",
            shareOf(touches, isOne), shareOf(inside, isOne), median(randomInside));
    std::printf("time                                        %.2f s (median), %.2f s (most); evaluations of the moment "
                "%.0f\n",
                median(seconds), seconds.empty() ? 0.0 : *std::ranges::max_element(seconds), median(evaluations));
    return 0;
}

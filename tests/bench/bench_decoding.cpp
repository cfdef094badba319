// SPDX-License-Identifier: GPL-3.0-or-later
// What decoding in a process of its own costs: bench_decoding RUNS FILE…, by turns in this process and in a decoder's.
// Each file is looked at, its sound read at 20 kHz and its pictures at 24 a second, each made 227 x 227. Prints seconds
// of the clock and of the processors, decoders included, for all files: the best run of each place; and the time to the
// first picture.

#include "core/media/audio_reader.h"
#include "core/media/decoding.h"
#include "core/media/media_info.h"
#include "core/media/picture_reader.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <sys/resource.h>
#include <vector>

namespace {

using namespace tagscope;

double processorSeconds() {
    double sum = 0.0;
    for (const auto who : {RUSAGE_SELF, RUSAGE_CHILDREN}) {
        rusage usage{};
        getrusage(who, &usage);
        sum += static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
               1e-6 * static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
    }
    return sum;
}

double clockSeconds() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

void decode(const char *file, double &firstPicture) {
    const Result<MediaInfo> info = probeMedia(file);
    if (!info)
        return;
    if (Result<AudioReader> sound = AudioReader::open(file)) {
        std::vector<float> samples(200'000);
        while (sound->read(samples).value_or(0) > 0) {
        }
    }
    const double begin = clockSeconds();
    Result<PictureReader> pictures = PictureReader::open(file);
    for (bool isFirst = true; pictures; isFirst = false) {
        const Result<std::optional<SampledPicture>> picture = pictures->next();
        if (!picture || !*picture)
            break;
        (void)(*picture)->picture.image(227, 227);
        if (isFirst)
            firstPicture += clockSeconds() - begin;
    }
}

struct Cost {
    double clock = std::numeric_limits<double>::infinity();
    double processors = std::numeric_limits<double>::infinity();
    double firstPicture = std::numeric_limits<double>::infinity();
};

} // namespace

int main(int argc, char **argv) {
    if (argc < 3) {
        std::fputs("usage: bench_decoding RUNS FILE...\n", stderr);
        return 2;
    }
    std::array<Cost, 2> best;
    for (int run = 0; run < std::atoi(argv[1]); ++run)
        for (const DecodingPlace place : {DecodingPlace::InProcess, DecodingPlace::Child}) {
            setDecodingOptions({place});
            const double clock = clockSeconds();
            const double processors = processorSeconds();
            double firstPicture = 0.0;
            for (int i = 2; i < argc; ++i)
                decode(argv[i], firstPicture);
            Cost &cost = best[place == DecodingPlace::Child ? 1 : 0];
            cost.clock = std::min(cost.clock, clockSeconds() - clock);
            endIdleDecoders(); // only now is their time known
            cost.processors = std::min(cost.processors, processorSeconds() - processors);
            cost.firstPicture = std::min(cost.firstPicture, firstPicture / (argc - 2));
        }
    for (std::size_t i = 0; i < best.size(); ++i)
        std::printf("%s: %.3f s, of the processors %.3f s; to the first picture %.1f ms on average\n",
                    i == 0 ? "in-process" : "decoder   ", best[i].clock, best[i].processors,
                    1e3 * best[i].firstPicture);
    return 0;
}

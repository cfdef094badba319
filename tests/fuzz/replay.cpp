// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/target.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr std::array<std::string_view, 16> kTrouble{"nan",
                                                    "-inf",
                                                    "1e999",
                                                    "-1",
                                                    "99999999999999999999",
                                                    "\"",
                                                    "\n",
                                                    "\t",
                                                    ",",
                                                    "[[[[[[[[[[[[[[[[",
                                                    "<x>",
                                                    "../../",
                                                    "\xff\xfe",
                                                    "\xef\xbb\xbf",
                                                    std::string_view("\0\0\0\0", 4),
                                                    "\x7f\xff\xff\xff\xff\xff\xff\xff"};

// One to four changes: a bit, a byte, a cut, a part twice, a part of another file, or what readers stumble over.
Bytes mutantOf(const Bytes &seed, const std::vector<Bytes> &seeds, std::mt19937_64 &random) {
    Bytes mutant = seed;
    for (auto changes = 1 + random() % 4; changes > 0; --changes) {
        const std::size_t place = mutant.empty() ? 0 : random() % mutant.size();
        const auto at = mutant.begin() + static_cast<std::ptrdiff_t>(place);
        const std::size_t length = std::min<std::size_t>(random() % 64, mutant.size() - place);
        const Bytes part(at, at + static_cast<std::ptrdiff_t>(length));
        switch (mutant.empty() ? 5 : random() % 7) {
        case 0:
            *at ^= static_cast<std::uint8_t>(1U << random() % 8);
            break;
        case 1:
            *at = static_cast<std::uint8_t>(random());
            break;
        case 2:
            mutant.erase(at, at + static_cast<std::ptrdiff_t>(length));
            break;
        case 3:
            mutant.insert(at, part.begin(), part.end());
            break;
        case 4: {
            const Bytes &other = seeds[random() % seeds.size()];
            const std::size_t from = other.empty() ? 0 : random() % other.size();
            const std::size_t taken = std::min<std::size_t>(random() % 64, other.size() - from);
            const auto first = other.begin() + static_cast<std::ptrdiff_t>(from);
            mutant.insert(at, first, first + static_cast<std::ptrdiff_t>(taken));
            break;
        }
        case 5: {
            const std::string_view trouble = kTrouble.at(random() % kTrouble.size());
            mutant.insert(at, trouble.begin(), trouble.end());
            break;
        }
        default:
            mutant.resize(place);
        }
    }
    return mutant;
}

} // namespace

// Runs a fuzz target over the files named on the command line, and over N mutants of each with --mutants N [--seed S],
// the same ones each time. A mutant that ends the program is left in mutant-NAME of the working directory.
int main(int count, char **arguments) {
    std::size_t mutants = 0;
    std::uint64_t seedNumber = 1;
    std::vector<Bytes> seeds;
    for (int i = 1; i < count; ++i) {
        const std::string_view argument = arguments[i];
        if ((argument == "--mutants" || argument == "--seed") && i + 1 < count) {
            const std::string_view number = arguments[++i];
            std::uint64_t value = 0;
            std::from_chars(number.data(), number.data() + number.size(), value);
            (argument == "--seed" ? seedNumber : mutants) = value;
            continue;
        }
        std::ifstream stream(arguments[i], std::ios::binary);
        if (!stream) {
            std::cerr << arguments[i] << " cannot be read.\n";
            return 1;
        }
        const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
        seeds.emplace_back(bytes.begin(), bytes.end());
    }
    for (const Bytes &seed : seeds)
        LLVMFuzzerTestOneInput(seed.data(), seed.size());
    std::mt19937_64 random(seedNumber);
    const std::string program = arguments[0];
    const std::string left = "mutant-" + program.substr(program.find_last_of('/') + 1);
    for (const Bytes &seed : seeds) {
        for (std::size_t i = 0; i < mutants; ++i) {
            const Bytes mutant = mutantOf(seed, seeds, random);
            std::ofstream(left, std::ios::binary)
                .write(reinterpret_cast<const char *>(mutant.data()), static_cast<std::streamsize>(mutant.size()));
            LLVMFuzzerTestOneInput(mutant.data(), mutant.size());
        }
    }
    std::remove(left.c_str());
    std::cout << seeds.size() << " files and " << seeds.size() * mutants << " mutants of them\n";
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"
#include "tests/app/cli_program.h"

#include <cmath>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

namespace tagscope::test {

template <class T>
void appendBytes(std::string &bytes, T value) {
    bytes.append(reinterpret_cast<const char *>(&value), sizeof value);
}

// 16-bit mono WAV of a tone.
inline std::string waveFile(double seconds, double radiansPerSample) {
    constexpr std::uint32_t kRate = 20000;
    const auto samples = static_cast<std::uint32_t>(seconds * kRate);
    std::string bytes = "RIFF";
    appendBytes(bytes, std::uint32_t{36} + 2 * samples);
    bytes += "WAVEfmt ";
    appendBytes(bytes, std::uint32_t{16});
    appendBytes(bytes, std::uint16_t{1});
    appendBytes(bytes, std::uint16_t{1});
    appendBytes(bytes, kRate);
    appendBytes(bytes, kRate * 2);
    appendBytes(bytes, std::uint16_t{2});
    appendBytes(bytes, std::uint16_t{16});
    bytes += "data";
    appendBytes(bytes, 2 * samples);
    for (std::uint32_t n = 0; n < samples; ++n)
        appendBytes(bytes, static_cast<std::int16_t>(8000.0 * std::sin(radiansPerSample * n)));
    return bytes;
}

// 8 clips for training, 4 for validation, 2 for testing, of two events; one recording is missing, one is no recording.
inline void makeRecordings(const std::filesystem::path &directory, Checks &check) {
    Project project = Project::create(directory / "p.tagscope",
                                      {{"low", "", {"low"}, 0.5, 0.5}, {"high", "", {"high"}, 0.5, 0.5}}, Seconds(0.5))
                          .value();
    std::vector<NewClip> clips;
    for (int i = 0; i < 14; ++i) {
        const std::string name = "c" + std::to_string(i);
        std::ofstream(directory / (name + ".wav"), std::ios::binary) << waveFile(0.5, i % 2 == 0 ? 0.1 : 1.2);
        clips.push_back({name, directory / (name + ".wav"), Seconds(0), Seconds(0.5),
                         i < 8 ? "training" : (i < 12 ? "validation" : "test")});
    }
    clips.push_back({"missing", {}, Seconds(0), Seconds(0.5), "training"});
    const std::vector<ClipId> ids = project.addClips(clips).value();
    std::vector<std::pair<ClipId, int>> labels;
    for (std::size_t i = 0; i < 14; ++i)
        labels.emplace_back(ids[i], static_cast<int>(i % 2));
    check(project.addLabels(labels).has_value(), "the sample project is filled");
}

} // namespace tagscope::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/analysis_codec.h"
#include "core/analysis/settings_json.h"
#include "core/base/file_hash.h"
#include "core/exchange/score_pack.h"
#include "core/exchange/stored_activations.h"
#include "core/training/feature_block.h"
#include "core/training/training_settings.h"
#include "tests/core/network/memory_file.h"
#include "tests/fuzz/target.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

// The first byte says which, the others are what is stored or set: results of an analysis, parts of work, activations,
// descriptions of features, settings. What is accepted makes sense, and is written and read
// back as the same.
namespace {

using namespace tagscope;
using test::require;

namespace fs = std::filesystem;

const fs::path &inMemory(std::string_view bytes) {
    static test::MemoryFile memory;
    memory.setContent(bytes);
    return memory.path();
}

// A directory of its own; emptied by the next call.
fs::path emptyFolder() {
    static const fs::path folder = fs::temp_directory_path() / ("tagscope-stored-" + std::to_string(::getpid()));
    std::error_code ignored;
    fs::remove_all(folder, ignored);
    fs::create_directories(folder, ignored);
    return folder;
}

void results(std::string_view bytes) {
    const Result<ClipAnalysis> clip =
        decodeStages({reinterpret_cast<const std::uint8_t *>(bytes.data()), bytes.size()});
    if (!clip)
        return;
    const std::vector<std::uint8_t> again = encodeStages(*clip);
    const Result<ClipAnalysis> back = decodeStages(again);
    require(back.has_value() && encodeStages(*back) == again);
}

void askPack(const fs::path &file) {
    const Result<ScorePack> pack = ScorePack::open(file);
    if (!pack)
        return;
    for (std::size_t i = 0; i < pack->clips().size(); ++i) {
        if (pack->clips()[i].outcome != PackOutcome::Scored)
            continue;
        require(pack->probabilities(i).has_value());
        const Result<std::vector<float>> activations = pack->activations(i);
        require(activations && activations->size() == pack->clips()[i].steps * pack->head().events.size());
    }
}

void packs(std::string_view bytes) {
    askPack(inMemory(bytes));
    // With the sum that it should have, which would else keep everything out.
    constexpr std::size_t kEnding = 64 + 8;
    if (bytes.size() < kEnding)
        return;
    const std::string_view content = bytes.substr(0, bytes.size() - kEnding);
    askPack(inMemory(std::string(content) + sha256Of(content) + "TgscDone"));
}

// Two bytes say how long the document is; the array follows it.
void activations(std::string_view bytes) {
    if (bytes.size() < 2)
        return;
    const auto byteAt = [&](std::size_t at) { return std::size_t{static_cast<unsigned char>(bytes[at])}; };
    const std::size_t length = std::min(byteAt(0) << 8U | byteAt(1), bytes.size() - 2);
    const fs::path folder = emptyFolder();
    std::ofstream(folder / "activations.json", std::ios::binary) << bytes.substr(2, length);
    std::ofstream(folder / "activations.npy", std::ios::binary) << bytes.substr(2 + length);
    const Result<StoredActivations> stored = StoredActivations::open(folder);
    if (!stored)
        return;
    for (const char *clip : {"a", "b", "c0"})
        if (const auto found = stored->of(clip); found && *found) {
            require((*found)->values.columns == stored->events().size());
            require(std::ranges::all_of((*found)->values.values, [](float value) { return std::isfinite(value); }));
        }
}

void features(std::string_view bytes) {
    const fs::path folder = emptyFolder();
    std::ofstream(blockDescription(folder, 0), std::ios::binary) << bytes;
    std::ofstream(indexFile(folder), std::ios::binary) << bytes;
    if (const Result<FeatureBlock> block = readBlockDescription(folder, 0)) {
        require(block->rows.size() <= kBlockClips);
        std::ofstream(blockDescription(folder, 1), std::ios::binary) << toJson(*block);
        const Result<FeatureBlock> again = readBlockDescription(folder, 1);
        require(again.has_value() && toJson(*again) == toJson(*block));
    }
    if (const Result<FeatureIndex> index = readFeatureIndex(folder)) {
        std::ofstream(indexFile(folder), std::ios::binary) << toJson(*index);
        const Result<FeatureIndex> again = readFeatureIndex(folder);
        require(again.has_value() && toJson(*again) == toJson(*index));
    }
}

void settings(std::string_view bytes) {
    if (const Result<AnalysisSettings> read = settingsFromJson(std::string(bytes))) {
        const Result<AnalysisSettings> again = settingsFromJson(settingsToJson(*read));
        require(again.has_value() && settingsToJson(*again) == settingsToJson(*read));
    }
    if (const Result<TrainingSettings> read = trainingSettingsFromJson(bytes)) {
        const Result<TrainingSettings> again = trainingSettingsFromJson(trainingSettingsToJson(*read));
        require(again.has_value() && trainingSettingsToJson(*again) == trainingSettingsToJson(*read));
    }
}

void seals(std::string_view bytes) {
    require(unsealed(sealed(bytes)) == bytes);
    static_cast<void>(unsealed(bytes));
}

constexpr std::array<void (*)(std::string_view), 6> kReaders{results, packs, activations, features, settings, seals};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    if (size > 0)
        kReaders.at(data[0] % kReaders.size())({reinterpret_cast<const char *>(data) + 1, size - 1});
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/seconds.h"
#include "core/formats/npy_file.h"
#include "core/project/clip_table.h"
#include "core/training/band_sums.h"
#include "core/training/feature_store.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

// The files of a feature store, as values.
//
// features-00000.npy   clips x frames x bands in dB, float16 or float32; not there where the block has no clips
// features-00000.json  what is in it, and what was left out: FeatureBlock
// index.json           FeatureIndex; names the blocks by their SHA-256, so that a block that was made anew since is
//                      noticed
namespace tagscope {

// Clips of a project that share a block: 31 MB as float16, so that a lost or damaged one is soon made again.
inline constexpr std::size_t kBlockClips = 128;

// What a clip's features were made of; other features belong to another source.
struct ClipSource {
    std::string clip;        // name
    std::string media;       // file name without its directory, so that a project can be moved; may be empty
    std::uint64_t bytes = 0; // of the media file; 0: there is none
    Seconds start{0};
    Seconds duration{0};
};

[[nodiscard]] ClipSource sourceOf(const Clip &clip);
// Whether features of `stored` serve `clip` now. A recording that has gone since does not take its features away.
[[nodiscard]] bool isSourceOf(const ClipSource &stored, const ClipSource &clip);

// Why a clip has no features.
enum class Omission {
    NoMedia,
    NoSound,     // no audio stream, or it ends before the clip begins
    Unusable,    // most samples cannot be meant, or the channels cancel each other
    Undecodable, // the file is there and is damaged, or not of a known format: a failure
    Unreadable   // the file is there and the system does not give it: a failure, tried again by the next run
};

[[nodiscard]] inline bool isFailure(Omission why) {
    return why == Omission::Undecodable || why == Omission::Unreadable;
}

struct OmittedClip {
    ClipSource source;
    Omission why = Omission::NoMedia;
    std::string reason; // a sentence
};

struct FeatureBlock {
    struct Row {
        ClipSource source;
        std::size_t soundFrames = 0;
        std::string split; // at the time; the sums below depend on it
        std::string sum;   // sumOf() its bytes; empty in blocks of versions before 0.2
    };

    FeatureFormat format;
    std::vector<Row> rows;
    std::vector<OmittedClip> omitted;
    std::string sha256; // of the .npy; empty without rows
    BandSums training;  // over the sound frames, as stored, of the training split
    BandSums all;       // of all rows
};

struct FeatureIndex {
    struct Block {
        std::string sha256;
        std::size_t clips = 0;
    };

    FeatureFormat format;
    std::string statisticsOf; // split; empty: all clips, because the project has none for training
    std::uint64_t statisticsFrames = 0;
    BandStatistics statistics;
    std::vector<Block> blocks;
    std::vector<OmittedClip> omitted;
};

[[nodiscard]] std::string blockName(std::size_t block); // "features-00000"
[[nodiscard]] std::filesystem::path blockArray(const std::filesystem::path &directory, std::size_t block);
[[nodiscard]] std::filesystem::path blockDescription(const std::filesystem::path &directory, std::size_t block);
[[nodiscard]] std::filesystem::path indexFile(const std::filesystem::path &directory);

[[nodiscard]] NpyType npyTypeOf(FeaturePrecision precision);
// Header of a block of so many clips.
[[nodiscard]] NpyHeader arrayHeader(const FeatureFormat &format, std::size_t clips);

// What JSON can hold: bytes that are no UTF-8, as file names may have, are replaced.
[[nodiscard]] std::string asUtf8(std::string_view text);

[[nodiscard]] std::string toJson(const FeatureBlock &block);
[[nodiscard]] std::string toJson(const FeatureIndex &index);
// Errors: Unreadable where there is no such file, Malformed, Unsupported (of a later version).
[[nodiscard]] Result<FeatureBlock> readBlockDescription(const std::filesystem::path &directory, std::size_t block);
[[nodiscard]] Result<FeatureIndex> readFeatureIndex(const std::filesystem::path &directory);

} // namespace tagscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/feature_block.h"

#include "core/audio/clip_log_mel.h"

#include <cmath>
#include <cstdio>
#include <system_error>

namespace tagscope {

namespace fs = std::filesystem;

std::size_t FeatureFormat::frames() const {
    return clipFrames(logMel, clipDuration);
}

std::size_t FeatureFormat::bands() const {
    return static_cast<std::size_t>(logMel.bands);
}

ClipSource sourceOf(const Clip &clip) {
    ClipSource source{clip.name, asUtf8(clip.media.filename().string()), 0, clip.start, clip.duration};
    std::error_code error;
    const std::uintmax_t bytes = clip.media.empty() ? 0 : fs::file_size(clip.media, error);
    source.bytes = error ? 0 : bytes;
    return source;
}

bool isSourceOf(const ClipSource &stored, const ClipSource &clip) {
    // Times go through a file as decimal numbers.
    constexpr double kSameTime = 1e-9;
    const bool isSameWindow = stored.clip == clip.clip && std::abs((stored.start - clip.start).count()) < kSameTime &&
                              std::abs((stored.duration - clip.duration).count()) < kSameTime;
    return isSameWindow && (clip.bytes == 0 || (stored.bytes == clip.bytes && stored.media == clip.media));
}

std::string blockName(std::size_t block) {
    char name[32];
    std::snprintf(name, sizeof name, "features-%05zu", block);
    return name;
}

fs::path blockArray(const fs::path &directory, std::size_t block) {
    return directory / (blockName(block) + ".npy");
}

fs::path blockDescription(const fs::path &directory, std::size_t block) {
    return directory / (blockName(block) + ".json");
}

fs::path indexFile(const fs::path &directory) {
    return directory / "index.json";
}

NpyType npyTypeOf(FeaturePrecision precision) {
    return precision == FeaturePrecision::Float16 ? NpyType::Float16 : NpyType::Float32;
}

NpyHeader arrayHeader(const FeatureFormat &format, std::size_t clips) {
    NpyHeader header{npyTypeOf(format.precision), {clips, format.frames(), format.bands()}, 0};
    header.dataOffset = npyHeader(header.type, header.shape).size();
    return header;
}

} // namespace tagscope

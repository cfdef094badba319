// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/feature_store.h"

#include "core/base/file_hash.h"
#include "core/base/try.h"
#include "core/exchange/open_files.h"
#include "core/formats/npy_file.h"
#include "core/training/feature_block.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cassert>
#include <cmath>
#include <system_error>
#include <unordered_map>

namespace tagscope {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostOpenFiles = 256; // of the 1,024 that a process usually may have

// In which block's array a clip's features are.
struct Place {
    std::size_t block = 0;
    std::size_t rowOfBlock = 0;
    std::size_t soundFrames = 0;
    std::string name;
    std::string sum;
};

} // namespace

struct FeatureStore::State {
    fs::path directory;
    FeatureIndex index;
    std::vector<float> inverseDeviation;
    std::vector<NpyHeader> arrays; // of the blocks
    std::vector<Place> places;     // of the rows
    std::unordered_map<std::string_view, std::size_t> rowOf;
    mutable OpenFiles files{kMostOpenFiles};
    // Rows whose numbers are known to be those that were made: each is looked at when it is first read.
    std::unique_ptr<std::atomic<bool>[]> isChecked; // NOLINT(modernize-avoid-c-arrays): atomics cannot be moved

    [[nodiscard]] std::size_t clipBytes() const {
        return index.format.frames() * index.format.bands() * bytesOf(npyTypeOf(index.format.precision));
    }
    [[nodiscard]] std::uint64_t offsetOf(const Place &place) const {
        return arrays[place.block].dataOffset + std::uint64_t{place.rowOfBlock} * clipBytes();
    }
    [[nodiscard]] Result<void> addBlock(std::size_t block);
    [[nodiscard]] Result<OpenFiles::File> arrayOf(std::size_t block) const;
    [[nodiscard]] Result<void> readStored(std::size_t row, std::span<std::byte> bytes) const;
    [[nodiscard]] Result<void> checkNumbers(std::size_t row, std::span<const float> numbers) const;
};

Result<void> FeatureStore::State::addBlock(std::size_t block) {
    FeatureBlock description = TAGSCOPE_TRY(readBlockDescription(directory, block));
    if (description.sha256 != index.blocks[block].sha256 || description.format != index.format ||
        description.rows.size() != index.blocks[block].clips)
        return fail(Error::Kind::Malformed, {"training.block_made_anew", blockDescription(directory, block)});
    arrays.push_back(arrayHeader(index.format, description.rows.size()));
    std::error_code error;
    const fs::path array = blockArray(directory, block);
    const std::uintmax_t bytes = description.rows.empty() ? npyFileBytes(arrays.back()) : fs::file_size(array, error);
    if (error)
        return fail(Error::Kind::Unreadable, {"base.cannot_read", array}, error.message());
    if (bytes != npyFileBytes(arrays.back()))
        return fail(Error::Kind::Malformed, {"training.block_length", array});
    for (std::size_t i = 0; i < description.rows.size(); ++i) {
        FeatureBlock::Row &row = description.rows[i];
        places.push_back({block, i, row.soundFrames, std::move(row.source.clip), std::move(row.sum)});
    }
    return {};
}

Result<OpenFiles::File> FeatureStore::State::arrayOf(std::size_t block) const {
    return files.find(block, [&]() -> Result<OpenFiles::File> {
        const fs::path file = blockArray(directory, block);
        OpenFiles::File opened = TAGSCOPE_TRY(RandomAccessFile::open(file));
        std::array<char, kNpyHeaderBytes> start{};
        const std::size_t length = std::min<std::size_t>(start.size(), opened->bytes());
        TAGSCOPE_TRY(opened->read(0, std::as_writable_bytes(std::span(start).first(length))));
        const NpyHeader header = TAGSCOPE_TRY(parseNpyHeader({start.data(), length}, file.string()));
        if (header.type != arrays[block].type || header.shape != arrays[block].shape ||
            header.dataOffset != arrays[block].dataOffset || opened->bytes() != npyFileBytes(header))
            return fail(Error::Kind::Malformed, {"training.array_shape", file});
        return opened;
    });
}

Result<void> FeatureStore::State::readStored(std::size_t row, std::span<std::byte> bytes) const {
    const Place &place = places[row];
    const OpenFiles::File file = TAGSCOPE_TRY(arrayOf(place.block));
    TAGSCOPE_TRY(file->read(offsetOf(place), bytes));
    if (place.sum.empty() || isChecked[row])
        return {};
    if (sumOf(bytes) != place.sum)
        return fail(Error::Kind::Malformed,
                    {"training.features_changed", place.name, blockArray(directory, place.block)});
    isChecked[row] = true;
    return {};
}

// A network would make of them numbers that look like any others.
Result<void> FeatureStore::State::checkNumbers(std::size_t row, std::span<const float> numbers) const {
    if (std::ranges::all_of(numbers, [](float number) { return std::isfinite(number); }))
        return {};
    const fs::path file = blockArray(directory, places[row].block);
    return fail(Error::Kind::Malformed, {"training.features_not_finite", places[row].name, file});
}

FeatureStore::FeatureStore(std::shared_ptr<const State> state) : state_(std::move(state)) {}
FeatureStore::FeatureStore(FeatureStore &&) noexcept = default;
FeatureStore &FeatureStore::operator=(FeatureStore &&) noexcept = default;
FeatureStore::~FeatureStore() = default;

Result<FeatureStore> FeatureStore::open(const fs::path &directory) {
    std::error_code error;
    if (!fs::exists(indexFile(directory), error))
        return fail(Error::Kind::Unreadable, {"training.no_features_yet", directory});
    FeatureIndex index = TAGSCOPE_TRY(readFeatureIndex(directory));
    const auto state = std::make_shared<State>();
    state->directory = directory;
    state->index = std::move(index);
    for (const float deviation : state->index.statistics.deviation)
        state->inverseDeviation.push_back(1.0F / deviation);
    for (std::size_t block = 0; block < state->index.blocks.size(); ++block) {
        TAGSCOPE_TRY(state->addBlock(block));
    }
    state->isChecked = std::make_unique<std::atomic<bool>[]>(state->places.size());
    for (std::size_t row = 0; row < state->places.size(); ++row)
        state->rowOf.emplace(state->places[row].name, row);
    return FeatureStore(state);
}

const FeatureFormat &FeatureStore::format() const {
    return state_->index.format;
}

std::size_t FeatureStore::clips() const {
    return state_->places.size();
}

const std::string &FeatureStore::clipName(std::size_t row) const {
    assert(row < clips());
    return state_->places[row].name;
}

std::optional<std::size_t> FeatureStore::find(std::string_view clipName) const {
    const auto found = state_->rowOf.find(clipName);
    return found == state_->rowOf.end() ? std::nullopt : std::optional(found->second);
}

std::size_t FeatureStore::soundFrames(std::size_t row) const {
    assert(row < clips());
    return state_->places[row].soundFrames;
}

const BandStatistics &FeatureStore::statistics() const {
    return state_->index.statistics;
}

Result<void> FeatureStore::read(std::span<const std::size_t> rows, std::span<float> output) const {
    const std::size_t bands = format().bands();
    const std::size_t clipValues = format().frames() * bands;
    assert(output.size() == rows.size() * clipValues);
    // All at once to the disk, which may then serve them in its own order.
    for (const std::size_t row : rows) {
        if (const Result<OpenFiles::File> file = state_->arrayOf(state_->places[row].block); file)
            (*file)->announce(state_->offsetOf(state_->places[row]), state_->clipBytes());
    }
    std::vector<std::byte> stored(state_->clipBytes());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        TAGSCOPE_TRY(state_->readStored(rows[i], stored));
        const std::span<float> clip = output.subspan(i * clipValues, clipValues);
        npyToFloats(npyTypeOf(format().precision), stored, clip);
        TAGSCOPE_TRY(state_->checkNumbers(rows[i], clip));
        for (std::size_t start = 0; start < clipValues; start += bands) {
            for (std::size_t band = 0; band < bands; ++band)
                clip[start + band] = (clip[start + band] - statistics().mean[band]) * state_->inverseDeviation[band];
        }
    }
    return {};
}

Result<Matrix> FeatureStore::readDecibels(std::size_t row) const {
    assert(row < clips());
    std::vector<std::byte> stored(state_->clipBytes());
    TAGSCOPE_TRY(state_->readStored(row, stored));
    Matrix features(format().frames(), format().bands());
    npyToFloats(npyTypeOf(format().precision), stored, features.values);
    TAGSCOPE_TRY(state_->checkNumbers(row, features.values));
    return features;
}

} // namespace tagscope

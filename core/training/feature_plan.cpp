// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/feature_plan.h"

#include "core/base/file_hash.h"
#include "core/base/try.h"
#include "core/exchange/open_files.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace tagscope {
namespace {

std::optional<FeaturePrecision> precisionOfBlocks(const FeaturePlan &plan) {
    for (std::size_t block = 0; block < plan.blocks(); ++block) {
        if (const Result<FeatureBlock> found = readBlockDescription(plan.directory, block))
            return found->format.precision;
    }
    return std::nullopt;
}

// Every clip is either in the block or left out of it, for a reason that still holds.
bool covers(const FeatureBlock &block, std::span<const Clip> clips) {
    if (block.rows.size() + block.omitted.size() != clips.size())
        return false;
    std::unordered_map<std::string_view, const ClipSource *> stored;
    for (const FeatureBlock::Row &row : block.rows)
        stored.emplace(row.source.clip, &row.source);
    std::unordered_map<std::string_view, const OmittedClip *> omitted;
    for (const OmittedClip &clip : block.omitted)
        omitted.emplace(clip.source.clip, &clip);
    return std::ranges::all_of(clips, [&](const Clip &clip) {
        const ClipSource source = sourceOf(clip);
        if (const auto row = stored.find(clip.name); row != stored.end())
            return isSourceOf(*row->second, source);
        const auto left = omitted.find(clip.name);
        if (left == omitted.end() || !isSourceOf(left->second->source, source))
            return false;
        if (left->second->why == Omission::NoMedia)
            return source.bytes == 0;
        return left->second->why != Omission::Unreadable;
    });
}

Result<void> checkArray(const FeaturePlan &plan, std::size_t block, const FeatureBlock &description) {
    const std::filesystem::path file = blockArray(plan.directory, block);
    const std::shared_ptr<const RandomAccessFile> array = TAGSCOPE_TRY(RandomAccessFile::open(file));
    const NpyHeader expected = arrayHeader(plan.format, description.rows.size());
    if (array->bytes() != npyFileBytes(expected))
        return fail(Error::Kind::Malformed, {"training.array_length", file});
    std::string start(expected.dataOffset, '\0');
    TAGSCOPE_TRY(array->read(0, std::as_writable_bytes(std::span(start))));
    if (start != npyHeader(expected.type, expected.shape))
        return fail(Error::Kind::Malformed, {"training.array_start", file});
    return {};
}

} // namespace

std::span<const Clip> FeaturePlan::clipsOf(std::size_t block) const {
    const std::size_t first = block * kBlockClips;
    return std::span(clips).subspan(first, std::min(kBlockClips, clips.size() - first));
}

Result<FeaturePlan> planFeatures(const Project &project, std::optional<FeaturePrecision> precision) {
    std::vector<Clip> clips = TAGSCOPE_TRY(project.clips());
    if (clips.empty())
        return fail(Error::Kind::Inconsistent, {"training.no_clips_for_features", project.file()});
    std::ranges::sort(clips, {}, &Clip::id);
    FeaturePlan plan;
    plan.directory = project.featureDirectory();
    plan.clips = std::move(clips);
    plan.format.clipDuration = project.clipDuration();
    if (!precision)
        precision = precisionOfBlocks(plan);
    plan.format.precision = precision.value_or(FeaturePrecision::Float16);
    return plan;
}

Result<FeatureBlock> findBlock(const FeaturePlan &plan, std::size_t block, bool withChecksum,
                               const std::stop_token &stop) {
    FeatureBlock found = TAGSCOPE_TRY(readBlockDescription(plan.directory, block));
    if (found.format != plan.format || !covers(found, plan.clipsOf(block)))
        return fail(Error::Kind::Inconsistent, {"training.other_block", blockDescription(plan.directory, block)});
    if (found.rows.empty())
        return found;
    TAGSCOPE_TRY(checkArray(plan, block, found));
    if (!withChecksum)
        return found;
    const std::string sum = TAGSCOPE_TRY(sha256OfFile(blockArray(plan.directory, block), stop));
    if (sum != found.sha256)
        return fail(Error::Kind::Malformed, {"training.block_checksum", blockArray(plan.directory, block)});
    return found;
}

} // namespace tagscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/atomic_file.h"
#include "core/base/file_hash.h"
#include "core/training/feature_block.h"
#include "core/training/feature_merge.h"
#include "tests/core/project/sample_project.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace tagscope::test {

inline constexpr double kShortClip = 0.2; // s; 40 frames

// A feature store made without any media, of clips that the name tells apart: one whose name contains "dog" has a loud
// low band for a while, "rain" a loud high band; the rest is a little noise. Clips called "silent…" are left out.
inline Result<FeatureSummary> storeMadeFeatures(const Project &project) {
    const FeaturePlan plan = planFeatures(project, FeaturePrecision::Float32).value();
    const std::size_t frames = plan.format.frames();
    const std::size_t bands = plan.format.bands();
    for (std::size_t index = 0; index < plan.blocks(); ++index) {
        FeatureBlock block;
        block.format = plan.format;
        block.training = BandSums(bands);
        block.all = BandSums(bands);
        std::string values;
        for (const Clip &clip : plan.clipsOf(index)) {
            if (clip.name.starts_with("silent")) {
                block.omitted.push_back({sourceOf(clip), Omission::NoMedia, "There is none."});
                continue;
            }
            std::vector<float> decibels(frames * bands);
            for (std::size_t i = 0; i < decibels.size(); ++i)
                decibels[i] = -40.0F + static_cast<float>((i * 7919 + static_cast<std::size_t>(clip.id) * 31) % 17);
            for (std::size_t frame = 10; frame < 30; ++frame) {
                for (std::size_t band = 0; band < 10; ++band) {
                    if (clip.name.find("dog") != std::string::npos)
                        decibels[frame * bands + 5 + band] = 0.0F;
                    if (clip.name.find("rain") != std::string::npos)
                        decibels[frame * bands + 40 + band] = 0.0F;
                }
            }
            appendNpyValues(values, NpyType::Float32, decibels);
            block.rows.push_back({sourceOf(clip), frames, clip.split, {}});
            block.all.add(decibels);
            if (clip.split == "training")
                block.training.add(decibels);
        }
        const NpyHeader header = arrayHeader(plan.format, block.rows.size());
        const std::string bytes = npyHeader(header.type, header.shape) + values;
        block.sha256 = sha256Of(bytes);
        for (const auto &[file, content] : {std::pair(blockArray(plan.directory, index), bytes),
                                            std::pair(blockDescription(plan.directory, index), toJson(block))}) {
            if (Result<void> written = writeFileAtomically(file, content); !written)
                return tl::unexpected(written.error());
        }
    }
    return mergeFeatures(project, true, 1);
}

// A project with such features: `count` clips in each of training, validation and test, of the kinds "dog", "rain",
// "dog+rain" and "nothing" in turns, labelled so, and two clips for training that have no features.
inline Project projectWithFeatures(const Folder &folder, std::size_t count) {
    Project project = Project::create(folder.path("p.tagscope"), threeClasses(), Seconds(kShortClip)).value();
    const std::vector<std::string> kinds{"dog", "rain", "dog+rain", "nothing"};
    std::vector<NewClip> clips;
    for (const std::string split : {"training", "validation", "test"}) {
        for (std::size_t i = 0; i < count; ++i)
            clips.push_back(
                {kinds[i % 4] + " " + split + std::to_string(i), {}, Seconds(0), Seconds(kShortClip), split});
    }
    clips.push_back({"silent0", {}, Seconds(0), Seconds(kShortClip), "training"});
    clips.push_back({"silent1", {}, Seconds(0), Seconds(kShortClip), "training"});
    std::ranges::reverse(clips); // so that the order of ids is not that of the splits
    const std::vector<ClipId> ids = project.addClips(clips).value();
    std::vector<std::pair<ClipId, int>> labels;
    for (std::size_t i = 0; i < clips.size(); ++i) {
        if (clips[i].name.find("dog") != std::string::npos)
            labels.emplace_back(ids[i], 0);
        if (clips[i].name.find("rain") != std::string::npos)
            labels.emplace_back(ids[i], 1);
    }
    static_cast<void>(project.addLabels(labels));
    return project;
}

} // namespace tagscope::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/batch_loader.h"

#include "core/base/try.h"

#include <algorithm>
#include <utility>

namespace tagscope {

std::vector<ClipGroup> groupsOf(std::span<const std::size_t> order, std::size_t batchSize, std::size_t groupSize) {
    std::vector<ClipGroup> groups;
    for (std::size_t batch = 0; batch < order.size(); batch += batchSize) {
        const std::size_t end = std::min(batch + batchSize, order.size());
        for (std::size_t first = batch; first < end; first += groupSize) {
            const auto clips = order.subspan(first, std::min(groupSize, end - first));
            groups.emplace_back(clips.begin(), clips.end());
        }
    }
    return groups;
}

BatchLoader::BatchLoader(const TrainingData &data, std::vector<ClipGroup> groups)
    : data_(data), groups_(std::move(groups)) {
    readAhead();
}

BatchLoader::~BatchLoader() {
    if (reading_.valid())
        reading_.wait();
}

void BatchLoader::readAhead() {
    if (atEnd())
        return;
    const ClipGroup &group = groups_[next_];
    std::vector<float> &buffer = buffers_[next_ % buffers_.size()];
    buffer.resize(group.size() * data_.frames * static_cast<std::size_t>(data_.network.layout.bands));
    reading_ = std::async(std::launch::async, [this, &group, &buffer] { return data_.read(group, buffer); });
}

Result<std::span<const float>> BatchLoader::next() {
    TAGSCOPE_TRY(reading_.get());
    const std::vector<float> &filled = buffers_[next_ % buffers_.size()];
    ++next_;
    readAhead();
    return std::span<const float>(filled);
}

} // namespace tagscope

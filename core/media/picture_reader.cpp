// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/picture_reader.h"

#include "core/base/try.h"
#include "core/media/picture_stream.h"

#include <algorithm>
#include <new>

namespace tagscope {
namespace {

constexpr double kSameTime = 2e-6; // seconds; FFmpeg rounds the start of a container to microseconds
// Matroska rounds both a picture's time and its duration to milliseconds; their sum must not add a grid point.
constexpr double kEndTolerance = 1.5e-3;

} // namespace

struct PictureReader::State {
    State(double picturesPerSecond, PictureStream opened) : rate(picturesPerSecond), stream(std::move(opened)) {}

    double rate;
    PictureStream stream;
    std::int64_t index = 0;

    [[nodiscard]] Result<void> seek(std::int64_t target);
    [[nodiscard]] Result<std::optional<SampledPicture>> next();
    [[nodiscard]] bool isWithin(double time) const;
};

// Whether the last picture is still shown at this time, or is the first of a grid that must not be empty.
bool PictureReader::State::isWithin(double time) const {
    if (stream.isStillImage())
        return index == 0;
    const PlacedPicture &last = *stream.previous();
    return time <= last.time + kSameTime || time < last.time + last.duration - kEndTolerance;
}

Result<std::optional<SampledPicture>> PictureReader::State::next() {
    TAGSCOPE_TRY(stream.prime());
    if (!stream.previous())
        return tl::unexpected(stream.nothingDecoded());
    const double time = static_cast<double>(index) / rate;
    TAGSCOPE_TRY(stream.advanceTo(time));
    const std::optional<PlacedPicture> &following = stream.following();
    if (!following && !isWithin(time))
        return std::optional<SampledPicture>();
    // Of two pictures equally near the earlier one; the first picture also stands before itself.
    const bool takesFollowing = following && following->time - time < time - stream.previous()->time - kSameTime;
    const PlacedPicture &nearest = takesFollowing ? *following : *stream.previous();
    SampledPicture sampled{index, Seconds(nearest.time), nearest.source, nearest.picture};
    ++index;
    return std::optional<SampledPicture>(std::move(sampled));
}

Result<void> PictureReader::State::seek(std::int64_t target) {
    target = std::max<std::int64_t>(target, 0);
    if (target == index)
        return {};
    index = target;
    return stream.seek(static_cast<double>(target) / rate);
}

Result<PictureReader> PictureReader::open(const std::filesystem::path &file, double picturesPerSecond,
                                          std::stop_token stop) {
    constexpr double kMaxRate = 1000.0;
    if (!(picturesPerSecond > 0.0 && picturesPerSecond <= kMaxRate))
        return fail(Error::Kind::Inconsistent, "media.bad_picture_rate");
    try {
        PictureStream stream = TAGSCOPE_TRY(PictureStream::open(file, std::move(stop)));
        return PictureReader(std::make_unique<State>(picturesPerSecond, std::move(stream)));
    } catch (const std::bad_alloc &) {
        return fail(Error::Kind::Unreadable, {"media.no_memory_to_open", file.filename()});
    }
}

PictureReader::PictureReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
PictureReader::PictureReader(PictureReader &&) noexcept = default;
PictureReader &PictureReader::operator=(PictureReader &&) noexcept = default;
PictureReader::~PictureReader() = default;

Result<void> PictureReader::seek(std::int64_t index) {
    try {
        return state_->seek(index);
    } catch (const std::bad_alloc &) {
        return fail(Error::Kind::Unreadable, "media.no_memory_for_pictures");
    }
}

Result<std::optional<SampledPicture>> PictureReader::next() {
    try {
        return state_->next();
    } catch (const std::bad_alloc &) {
        return fail(Error::Kind::Unreadable, "media.no_memory_for_pictures");
    }
}

double PictureReader::picturesPerSecond() const {
    return state_->rate;
}

std::int64_t PictureReader::damagedPackets() const {
    return state_->stream.damagedPackets();
}

} // namespace tagscope

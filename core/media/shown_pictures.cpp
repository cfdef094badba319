// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/shown_pictures.h"

#include "core/base/try.h"
#include "core/media/picture_stream.h"

#include <algorithm>
#include <cmath>
#include <new>

namespace tagscope {
namespace {

constexpr double kLatestSeconds = 1e7;  // seeks are limited to four months
constexpr double kShownSameTime = 1e-6; // a time that was computed may miss a timestamp by its rounding

} // namespace

struct ShownPictures::State {
    PictureStream stream;
};

Result<ShownPictures> ShownPictures::open(const std::filesystem::path &file, std::stop_token stop) {
    try {
        PictureStream stream = TAGSCOPE_TRY(PictureStream::open(file, std::move(stop)));
        return ShownPictures(std::make_unique<State>(State{std::move(stream)}));
    } catch (const std::bad_alloc &) {
        return fail(Error::Kind::Unreadable, {"media.no_memory_to_open", file.filename()});
    }
}

Result<ShownPicture> ShownPictures::at(Seconds time, const std::stop_token &stop) {
    PictureStream &stream = state_->stream;
    const double wanted = std::isfinite(time.count()) ? std::clamp(time.count(), 0.0, kLatestSeconds) : 0.0;
    try {
        TAGSCOPE_TRY(stream.seek(wanted + kShownSameTime));
        if (!stream.previous())
            return tl::unexpected(stream.nothingDecoded());
        TAGSCOPE_TRY(stream.advanceTo(wanted + kShownSameTime, stop));
    } catch (const std::bad_alloc &) {
        return fail(Error::Kind::Unreadable, "media.no_memory_for_pictures");
    }
    const PlacedPicture &shown = *stream.previous();
    const double until = stream.following() ? stream.following()->time : shown.time + shown.duration;
    return ShownPicture{Seconds(shown.time), Seconds(until), shown.source, shown.picture};
}

ShownPictures::ShownPictures(std::unique_ptr<State> state) : state_(std::move(state)) {}
ShownPictures::ShownPictures(ShownPictures &&) noexcept = default;
ShownPictures &ShownPictures::operator=(ShownPictures &&) noexcept = default;
ShownPictures::~ShownPictures() = default;

} // namespace tagscope

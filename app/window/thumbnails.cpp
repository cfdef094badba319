// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/thumbnails.h"

#include "core/media/picture_reader.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace tagscope {

namespace {

// Up to here reading on is cheaper than seeking, which decodes from the key picture before: about two seconds.
constexpr std::int64_t kReadOnPictures = 48;
constexpr int kWidestAspect = 8; // a picture that claims to be wider is squeezed

Result<RgbImage> scaled(const DecodedPicture &picture, int height) {
    const double aspect = static_cast<double>(picture.width()) / std::max(picture.height(), 1);
    return picture.image(std::clamp(static_cast<int>(std::lround(aspect * height)), 1, kWidestAspect * height), height);
}

// Reads until the picture of grid point `index`, or the last one before it where the stream ends.
Result<void> readTo(PictureReader &reader, std::int64_t index, std::optional<SampledPicture> &current) {
    if (current && (index < current->index || index > current->index + kReadOnPictures)) {
        if (Result<void> sought = reader.seek(index); !sought)
            return sought;
    } else if (!current && index > kReadOnPictures) {
        if (Result<void> sought = reader.seek(index); !sought)
            return sought;
    }
    while (!current || current->index != index) {
        Result<std::optional<SampledPicture>> next = reader.next();
        if (!next)
            return tl::unexpected(next.error());
        if (!*next)
            return {};
        const bool isThere = (*next)->index >= index;
        current = std::move(*next);
        if (isThere)
            return {};
    }
    return {};
}

} // namespace

Result<std::vector<RgbImage>> decodeThumbnails(const std::filesystem::path &media, Seconds start,
                                               const std::vector<Seconds> &times, int height,
                                               const std::stop_token &stop) {
    Result<PictureReader> reader = PictureReader::open(media, PictureReader::kPicturesPerSecond, stop);
    if (!reader)
        return tl::unexpected(reader.error());
    std::vector<RgbImage> pictures;
    std::optional<SampledPicture> current;
    for (const Seconds time : times) {
        if (stop.stop_requested())
            return cancelled();
        const auto index =
            static_cast<std::int64_t>(std::floor(std::max((start + time).count(), 0.0) * reader->picturesPerSecond()));
        if (Result<void> read = readTo(*reader, index, current); !read)
            return tl::unexpected(read.error());
        if (!current)
            return fail(Error::Kind::Malformed, {"media.no_picture", media.filename()});
        Result<RgbImage> picture = scaled(current->picture, std::max(height, 1));
        if (!picture)
            return tl::unexpected(picture.error());
        pictures.push_back(std::move(*picture));
    }
    return pictures;
}

} // namespace tagscope

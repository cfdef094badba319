#include "core/media/picture_reader.h"

#include "core/media/decoded_picture_state.h"
#include "core/media/stream_source.h"
#include "core/media/time_axis.h"

#include <algorithm>
#include <cmath>
#include <new>

extern "C" {
#include <libavformat/avformat.h>
#include <libavutil/frame.h>
}

namespace tagscope {
namespace {

constexpr double kSameTime = 2e-6; // seconds; FFmpeg rounds the start of a container to microseconds
// Matroska rounds both a picture's time and its duration to milliseconds; their sum must not add a grid point.
constexpr double kEndTolerance = 1.5e-3;
constexpr double kDecodeOnSeconds = 3.0;    // forward seeks up to this far decode on: about what a key frame is away
constexpr double kUsualInterval = 1.0 / 25; // where neither the picture nor the stream says how long it is shown

bool isDamaged(const AVFrame &frame) {
    return (frame.flags & AV_FRAME_FLAG_CORRUPT) != 0 || frame.decode_error_flags != 0;
}

} // namespace

struct PictureReader::State {
    // A decoded picture on the time axis.
    struct Shown {
        double time = 0.0;
        double duration = 0.0;
        std::int64_t source = 0;
        std::shared_ptr<const DecodedPicture::State> picture;
    };

    State(std::filesystem::path path, double picturesPerSecond, std::stop_token token, StreamSource opened)
        : file(std::move(path)), rate(picturesPerSecond), stop(std::move(token)), source(std::move(opened)),
          axis(source.media().startSeconds()), orientation(orientationOf(source.stream())) {}

    std::filesystem::path file;
    double rate;
    std::stop_token stop;
    StreamSource source;
    TimeAxis axis;
    Orientation orientation;
    std::int64_t index = 0;
    std::optional<Shown> previous; // the last picture at or before the grid time, or the first of all
    std::optional<Shown> following;
    bool hasEnded = false;
    std::int64_t lastSource = -1;
    std::int64_t damagedBefore = 0; // found by sources since replaced
    std::int64_t damagedPictures = 0;

    [[nodiscard]] Result<std::optional<Shown>> decode(const Shown *last);
    [[nodiscard]] std::optional<Shown> placed(FfmpegPointer<AVFrame> frame, const Shown *last);
    [[nodiscard]] Result<void> prime();
    [[nodiscard]] Result<void> advanceTo(double time);
    [[nodiscard]] bool seekByTimestamp(double time);
    [[nodiscard]] Result<void> startAgain();
    [[nodiscard]] Result<void> seek(std::int64_t target);
    [[nodiscard]] Result<std::optional<SampledPicture>> next();
    [[nodiscard]] bool isWithin(double time) const;
};

// The next picture that can be shown after `last`.
Result<std::optional<PictureReader::State::Shown>> PictureReader::State::decode(const Shown *last) {
    for (;;) {
        FfmpegPointer<AVFrame> frame = makeFrame();
        const Result<bool> got = source.next(*frame);
        if (!got)
            return tl::unexpected(got.error());
        if (!*got)
            return std::optional<Shown>();
        // A damaged photograph is all there is; a damaged picture of a video has better neighbours.
        if (isDamaged(*frame) && !source.media().isStillImage()) {
            ++damagedPictures;
            continue;
        }
        if (std::optional<Shown> shown = placed(std::move(frame), last))
            return shown;
    }
}

// Nothing for a picture that would be shown at or before the time of `last`.
std::optional<PictureReader::State::Shown> PictureReader::State::placed(FfmpegPointer<AVFrame> frame,
                                                                        const Shown *last) {
    const AVRational average = source.stream().avg_frame_rate;
    const double interval = average.num > 0 && average.den > 0 ? av_q2d(av_inv_q(average)) : kUsualInterval;
    Shown shown;
    shown.duration = std::min(source.durationOf(*frame).value_or(interval), kMaxGapSeconds);
    const double expected = last == nullptr ? 0.0 : last->time + last->duration;
    shown.time = axis.place(source.timestampOf(*frame), expected);
    if (last != nullptr && shown.time <= last->time + kSameTime)
        return std::nullopt;
    const bool repeats = last != nullptr && showsTheSame(*frame, *last->picture->frame);
    shown.source = repeats ? last->source : ++lastSource;
    const Orientation turned = orientationOf(*frame, orientation);
    shown.picture = std::make_shared<const DecodedPicture::State>(DecodedPicture::State{std::move(frame), turned});
    return shown;
}

Result<void> PictureReader::State::prime() {
    if (previous || hasEnded)
        return {};
    Result<std::optional<Shown>> first = decode(nullptr);
    if (!first)
        return tl::unexpected(first.error());
    previous = std::move(*first);
    hasEnded = !previous || source.media().isStillImage();
    return {};
}

// Decodes until `following` lies after the time, or the stream ends.
Result<void> PictureReader::State::advanceTo(double time) {
    while (!hasEnded) {
        if (!following) {
            Result<std::optional<Shown>> decoded = decode(&*previous);
            if (!decoded)
                return tl::unexpected(decoded.error());
            following = std::move(*decoded);
            hasEnded = !following;
        }
        if (!following || following->time > time)
            break;
        previous = std::move(following);
        following.reset();
    }
    return {};
}

// Whether the last picture is still shown at this time, or is the first of a grid that must not be empty.
bool PictureReader::State::isWithin(double time) const {
    if (source.media().isStillImage())
        return index == 0;
    return time <= previous->time + kSameTime || time < previous->time + previous->duration - kEndTolerance;
}

Result<std::optional<SampledPicture>> PictureReader::State::next() {
    if (Result<void> primed = prime(); !primed)
        return tl::unexpected(primed.error());
    if (!previous)
        return tl::unexpected(source.nothingDecoded());
    const double time = static_cast<double>(index) / rate;
    if (Result<void> advanced = advanceTo(time); !advanced)
        return tl::unexpected(advanced.error());
    if (!following && !isWithin(time))
        return std::optional<SampledPicture>();
    // Of two pictures equally near the earlier one; the first picture also stands before itself.
    const bool takesFollowing = following && following->time - time < time - previous->time - kSameTime;
    const Shown &nearest = takesFollowing ? *following : *previous;
    SampledPicture sampled{index, Seconds(nearest.time), nearest.source, DecodedPicture(nearest.picture)};
    ++index;
    return std::optional<SampledPicture>(std::move(sampled));
}

bool PictureReader::State::seekByTimestamp(double time) {
    if (!axis.isUnbroken() || !source.isSeekable() || !source.seekBefore(axis.timestampAt(time)))
        return false;
    previous.reset();
    following.reset();
    hasEnded = false;
    FfmpegPointer<AVFrame> frame = makeFrame();
    const Result<bool> got = source.next(*frame);
    if (!got || !*got || isDamaged(*frame) || !source.timestampOf(*frame))
        return false;
    // The picture before is unknown, so its own timestamp is what is expected of it.
    Shown key{*source.timestampOf(*frame) - axis.timestampAt(0.0), 0.0, 0, nullptr};
    if (key.time > time)
        return false;
    key.duration = std::min(source.durationOf(*frame).value_or(kUsualInterval), kMaxGapSeconds);
    key.source = ++lastSource;
    const Orientation turned = orientationOf(*frame, orientation);
    key.picture = std::make_shared<const DecodedPicture::State>(DecodedPicture::State{std::move(frame), turned});
    previous = std::move(key);
    return true;
}

Result<void> PictureReader::State::startAgain() {
    Result<StreamSource> opened = StreamSource::open(file, StreamSource::Kind::Video, stop);
    if (!opened)
        return tl::unexpected(opened.error());
    damagedBefore += source.damagedPackets();
    source = std::move(*opened);
    axis = TimeAxis(source.media().startSeconds());
    previous.reset();
    following.reset();
    hasEnded = false;
    return {};
}

Result<void> PictureReader::State::seek(std::int64_t target) {
    target = std::max<std::int64_t>(target, 0);
    if (target == index)
        return {};
    if (Result<void> primed = prime(); !primed)
        return primed;
    const double time = static_cast<double>(target) / rate;
    index = target;
    if (!previous)
        return {};
    const bool isAhead = time >= previous->time && (time - previous->time <= kDecodeOnSeconds || hasEnded);
    if (isAhead || source.media().isStillImage() || seekByTimestamp(time))
        return {};
    return startAgain();
}

Result<PictureReader> PictureReader::open(const std::filesystem::path &file, double picturesPerSecond,
                                          std::stop_token stop) {
    constexpr double kMaxRate = 1000.0;
    if (!(picturesPerSecond > 0.0 && picturesPerSecond <= kMaxRate))
        return fail(Error::Kind::Inconsistent, "Pictures can be sampled at more than 0 and up to 1000 a second.");
    try {
        Result<StreamSource> source = StreamSource::open(file, StreamSource::Kind::Video, stop);
        if (!source)
            return tl::unexpected(source.error());
        return PictureReader(std::make_unique<State>(file, picturesPerSecond, std::move(stop), std::move(*source)));
    } catch (const std::bad_alloc &) {
        return fail(Error::Kind::Unreadable, "There is not enough memory to open " + file.filename().string() + ".");
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
        return fail(Error::Kind::Unreadable, "There is not enough memory to decode pictures.");
    }
}

Result<std::optional<SampledPicture>> PictureReader::next() {
    try {
        return state_->next();
    } catch (const std::bad_alloc &) {
        return fail(Error::Kind::Unreadable, "There is not enough memory to decode pictures.");
    }
}

double PictureReader::picturesPerSecond() const {
    return state_->rate;
}

std::int64_t PictureReader::damagedPackets() const {
    return state_->damagedBefore + state_->source.damagedPackets() + state_->damagedPictures;
}

} // namespace tagscope

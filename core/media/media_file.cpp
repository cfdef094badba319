// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/media_file.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <cmath>
#include <filesystem>
#include <new>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/mem.h>
#include <libavutil/opt.h>
}

namespace tagscope {
namespace {

constexpr int kIoBufferBytes = 1 << 16;

// Containers of recordings and of images. Playlists, scripts and descriptions of streams elsewhere (hls, dash, concat,
// sdp, image2 with its patterns) are left out: they are requests to open further files.
constexpr const char *kContainers =
    "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,flv,mpegts,mpeg,mpegvideo,m4v,h264,hevc,obu,av1,ivf,ogg,wav,w64,aiff,au,"
    "caf,flac,mp3,aac,ac3,eac3,dts,truehd,amr,amrnb,amrwb,ape,wv,tta,tak,asf,rm,mxf,gxf,nut,dv,wtv,voc,gif,apng,"
    "yuv4mpegpipe,mjpeg,png_pipe,jpeg_pipe,jpegls_pipe,jpegxl_pipe,j2k_pipe,bmp_pipe,webp_pipe,tiff_pipe,pam_pipe,pbm_"
    "pipe,"
    "pgm_pipe,ppm_pipe,pcx_pipe,sgi_pipe,qoi_pipe";

// A file name's ending helps to tell raw streams apart. Others, those of images above all, are not passed on: FFmpeg
// would take the name for a pattern of file names.
constexpr auto kMediaExtensions =
    std::to_array<std::string_view>({".aac",  ".ac3", ".amr",  ".avi", ".dts", ".flac", ".flv", ".h264", ".hevc",
                                     ".m2ts", ".m4a", ".m4v",  ".mkv", ".mov", ".mp2",  ".mp3", ".mp4",  ".mpeg",
                                     ".mpg",  ".ogg", ".opus", ".ps",  ".ts",  ".vob",  ".wav", ".webm", ".wmv"});

std::string nameHint(const std::string &name) {
    std::string extension = std::filesystem::path(name).extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    const bool tells = std::find(kMediaExtensions.begin(), kMediaExtensions.end(), extension) != kMediaExtensions.end();
    return tells ? "recording" + extension : std::string();
}

int refuseFurtherFiles(AVFormatContext * /*format*/, AVIOContext ** /*io*/, const char * /*url*/, int /*flags*/,
                       AVDictionary ** /*options*/) {
    return AVERROR(EACCES);
}

} // namespace

struct MediaFile::State {
    State(OpenRecording opened, ReadingWatch watching) : recording(std::move(opened)), watch(std::move(watching)) {}

    OpenRecording recording;
    ReadingWatch watch;
    FfmpegPointer<AVIOContext> io;
    FfmpegPointer<AVFormatContext> format; // last: it is closed before what it reads from

    static int interrupted(void *opaque) { return static_cast<State *>(opaque)->watch.stopRequested() ? 1 : 0; }
    static int readBytes(void *opaque, std::uint8_t *buffer, int size);
    static std::int64_t seekBytes(void *opaque, std::int64_t offset, int whence);

    void makeIo();
    [[nodiscard]] int openContainer();
    [[nodiscard]] int readStreams();
    [[nodiscard]] Error failure(int code) const;
};

int MediaFile::State::readBytes(void *opaque, std::uint8_t *buffer, int size) {
    const auto &state = *static_cast<State *>(opaque);
    if (state.watch.stopRequested())
        return AVERROR_EXIT;
    const ssize_t count = ::read(state.recording.descriptor.number(), buffer, static_cast<std::size_t>(size));
    state.watch.noteRead();
    if (count < 0)
        return AVERROR(errno);
    return count == 0 ? AVERROR_EOF : static_cast<int>(count);
}

std::int64_t MediaFile::State::seekBytes(void *opaque, std::int64_t offset, int whence) {
    const int descriptor = static_cast<State *>(opaque)->recording.descriptor.number();
    if ((whence & AVSEEK_SIZE) != 0) {
        struct stat status {};
        return ::fstat(descriptor, &status) == 0 ? static_cast<std::int64_t>(status.st_size) : AVERROR(errno);
    }
    const off_t position = ::lseek(descriptor, offset, whence & ~AVSEEK_FORCE);
    return position < 0 ? AVERROR(errno) : static_cast<std::int64_t>(position);
}

void MediaFile::State::makeIo() {
    auto *buffer = static_cast<unsigned char *>(av_malloc(kIoBufferBytes));
    if (buffer == nullptr)
        throw std::bad_alloc();
    io.reset(avio_alloc_context(buffer, kIoBufferBytes, 0, this, &readBytes, nullptr, &seekBytes));
    if (!io) {
        av_free(buffer);
        throw std::bad_alloc();
    }
}

int MediaFile::State::openContainer() {
    AVFormatContext *context = avformat_alloc_context();
    if (context == nullptr)
        throw std::bad_alloc();
    context->pb = io.get();
    context->flags |= AVFMT_FLAG_CUSTOM_IO;
    context->interrupt_callback = {&interrupted, this};
    context->io_open = &refuseFurtherFiles;
    AVDictionary *options = nullptr;
    av_dict_set(&options, "format_whitelist", kContainers, 0);
    av_dict_set(&options, "protocol_whitelist", "file", 0);
    const int code =
        avformat_open_input(&context, nameHint(recording.name).c_str(), nullptr, &options); // frees it on failure
    av_dict_free(&options);
    if (code >= 0)
        format.reset(context);
    return code;
}

int MediaFile::State::readStreams() {
    // FFmpeg decodes a little to learn about the streams; the limits hold there as well.
    const unsigned known = format->nb_streams;
    std::vector<AVDictionary *> options(known + 1, nullptr);
    for (unsigned i = 0; i < known; ++i) {
        av_dict_set_int(&options[i], "max_pixels", kMaxStillPixels, 0);
        av_dict_set(&options[i], "threads", "1", 0);
    }
    const int code = avformat_find_stream_info(format.get(), options.data());
    for (AVDictionary *&option : options)
        av_dict_free(&option);
    return code;
}

Error MediaFile::State::failure(int code) const {
    const std::string &name = recording.name;
    if (code == AVERROR_EXIT || watch.stopRequested())
        return cancelled().value();
    std::string cause = ffmpegCause(code);
    if (code == AVERROR(EINVAL) && cause.find("whitelist") != std::string::npos)
        return {Error::Kind::Unsupported, {"media.unread_container", name}, std::move(cause)};
    if (code == AVERROR(EIO))
        return {Error::Kind::Unreadable, {"media.not_read_from_disk", name}, std::move(cause)};
    return {Error::Kind::Malformed, {"media.not_recording", name}, std::move(cause)};
}

Result<MediaFile> MediaFile::open(OpenRecording recording, ReadingWatch watch) {
    prepareFfmpeg();
    auto state = std::make_unique<State>(std::move(recording), std::move(watch));
    state->makeIo();
    if (const int code = state->openContainer(); code < 0)
        return tl::unexpected(state->failure(code));
    if (const int code = state->readStreams(); code < 0 || state->watch.stopRequested())
        return tl::unexpected(state->failure(code));
    return MediaFile(std::move(state));
}

MediaFile::MediaFile(std::unique_ptr<State> state) : state_(std::move(state)) {}
MediaFile::MediaFile(MediaFile &&) noexcept = default;
MediaFile &MediaFile::operator=(MediaFile &&) noexcept = default;
MediaFile::~MediaFile() = default;

AVFormatContext &MediaFile::format() const {
    return *state_->format;
}

std::string MediaFile::name() const {
    return state_->recording.name;
}

std::string MediaFile::container() const {
    return state_->format->iformat->name;
}

double MediaFile::startSeconds() const {
    const std::int64_t start = state_->format->start_time;
    return start == AV_NOPTS_VALUE ? 0.0 : static_cast<double>(start) / AV_TIME_BASE;
}

bool MediaFile::isStillImage() const {
    return container().ends_with("_pipe");
}

void MediaFile::notePacket() const {
    state_->watch.notePacket();
}

bool MediaFile::stopRequested() const {
    return state_->watch.stopRequested();
}

bool isCoverPicture(const AVStream &stream) {
    return (stream.disposition & (AV_DISPOSITION_ATTACHED_PIC | AV_DISPOSITION_TIMED_THUMBNAILS)) != 0;
}

namespace {

std::optional<DecodableStream> firstStream(const AVFormatContext &format, AVMediaType type) {
    for (unsigned i = 0; i < format.nb_streams; ++i) {
        AVStream *stream = format.streams[i];
        if (stream->codecpar->codec_type != type || (type == AVMEDIA_TYPE_VIDEO && isCoverPicture(*stream)))
            continue;
        if (const AVCodec *decoder = avcodec_find_decoder(stream->codecpar->codec_id))
            return DecodableStream{stream, decoder};
    }
    return std::nullopt;
}

} // namespace

std::optional<DecodableStream> MediaFile::firstAudio() const {
    return firstStream(format(), AVMEDIA_TYPE_AUDIO);
}

std::optional<DecodableStream> MediaFile::firstVideo() const {
    return firstStream(format(), AVMEDIA_TYPE_VIDEO);
}

Error MediaFile::missing(const Message &kind) const {
    return {Error::Kind::Unsupported, {"media.no_decodable_track", name(), kind}, {}};
}

} // namespace tagscope

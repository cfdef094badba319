// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/channel_average.h"
#include "core/media/decoder_protocol.h"
#include "core/media/ffmpeg_handles.h"
#include "tests/support/qt_test.h"

#include <array>
#include <cstring>
#include <random>
#include <vector>

extern "C" {
#include <libavutil/frame.h>
#include <libavutil/imgutils.h>
#include <libavutil/pixdesc.h>
}

using namespace tagscope;
using namespace tagscope::decoding;

namespace {

class TestMemory : public MemoryWindow {
public:
    std::span<const std::byte> upTo(std::size_t) override { return bytes; }
    std::vector<std::byte> bytes = std::vector<std::byte>(std::size_t{1} << 20U, std::byte{0});
};

FfmpegPointer<AVFrame> pictureFrame(AVPixelFormat format, int width, int height, unsigned seed) {
    FfmpegPointer<AVFrame> frame = makeFrame();
    frame->format = format;
    frame->width = width;
    frame->height = height;
    frame->pts = 12;
    if (av_frame_get_buffer(frame.get(), 0) < 0)
        return nullptr;
    std::mt19937 random(seed);
    for (const AVBufferRef *buffer : frame->buf)
        for (std::size_t i = 0; buffer != nullptr && i < static_cast<std::size_t>(buffer->size); ++i)
            buffer->data[i] = static_cast<std::uint8_t>(random());
    return frame;
}

FfmpegPointer<AVFrame> soundFrame(AVSampleFormat format, int channels, int samples) {
    FfmpegPointer<AVFrame> frame = makeFrame();
    frame->format = format;
    frame->sample_rate = 48000;
    frame->nb_samples = samples;
    av_channel_layout_default(&frame->ch_layout, channels);
    if (av_frame_get_buffer(frame.get(), 0) < 0)
        return nullptr;
    for (int channel = 0; channel < (av_sample_fmt_is_planar(format) != 0 ? channels : 1); ++channel)
        for (int i = 0; i < frame->linesize[0]; ++i)
            frame->extended_data[channel][i] = static_cast<std::uint8_t>(7 * channel + i);
    return frame;
}

std::vector<std::uint8_t> pixelsOf(const AVFrame &frame) {
    const auto format = static_cast<AVPixelFormat>(frame.format);
    std::vector<std::uint8_t> pixels(
        static_cast<std::size_t>(av_image_get_buffer_size(format, frame.width, frame.height, 1)));
    av_image_copy_to_buffer(pixels.data(), static_cast<int>(pixels.size()), frame.data, frame.linesize, format,
                            frame.width, frame.height, 1);
    return pixels;
}

} // namespace

// What a program and its decoder say to each other, and what somebody may say in the decoder's place.
class TestDecoderProtocol : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepareFfmpeg(); }

    void everyPictureFormatArrives() {
        int count = 0;
        for (const AVPixFmtDescriptor *each = av_pix_fmt_desc_next(nullptr); each != nullptr;
             each = av_pix_fmt_desc_next(each)) {
            const AVPixelFormat format = av_pix_fmt_desc_get_id(each);
            if ((each->flags & AV_PIX_FMT_FLAG_HWACCEL) != 0)
                continue;
            const FfmpegPointer<AVFrame> frame = pictureFrame(format, 50, 37, 3);
            QVERIFY(frame);
            TestMemory memory;
            WireWriter wire;
            QVERIFY(writeFrame(wire, *frame, StreamKind::Video, 4096, std::span(memory.bytes).subspan(4096)));
            const FfmpegPointer<AVFrame> read = makeFrame();
            WireReader reader(wire.bytes());
            readFrame(reader, *read, StreamKind::Video, memory);
            QVERIFY2(reader.isGood() && reader.isAtEnd(), each->name);
            QCOMPARE(read->pts, frame->pts);
            QVERIFY2(pixelsOf(*read) == pixelsOf(*frame), each->name);
            ++count;
        }
        QVERIFY(count > 150);
    }

    void everySampleFormatArrives() {
        for (int format = 0; format < AV_SAMPLE_FMT_NB; ++format)
            for (const int channels : {1, 2, 6, 16}) {
                const FfmpegPointer<AVFrame> frame = soundFrame(static_cast<AVSampleFormat>(format), channels, 333);
                QVERIFY(frame);
                TestMemory memory;
                WireWriter wire;
                QVERIFY(writeFrame(wire, *frame, StreamKind::Audio, 0, memory.bytes));
                const FfmpegPointer<AVFrame> read = makeFrame();
                WireReader reader(wire.bytes());
                readFrame(reader, *read, StreamKind::Audio, memory);
                QVERIFY(reader.isGood() && reader.isAtEnd());
                std::vector<float> a(333);
                std::vector<float> b(333);
                SoundLevels levels;
                averageChannels(*frame, 0, a, levels);
                averageChannels(*read, 0, b, levels);
                QVERIFY(std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0);
            }
    }

    void whatTheFileSaysArrives() {
        MediaInfo info;
        info.container = "mov,mp4";
        info.duration = Seconds(12.5);
        info.isDurationGuessed = true;
        info.audio = AudioStreamInfo{"aac", 44100, 2};
        info.video = VideoStreamInfo{"h264", 640, 360, 90, 29.97};
        info.notes = {{"media.several_tracks", 2, Message("base.audio")}, "media.still_image"};
        WireWriter wire;
        write(wire, info);
        WireReader reader(wire.bytes());
        const MediaInfo read = readInfo(reader);
        QVERIFY(reader.isGood() && reader.isAtEnd());
        QCOMPARE(read.container, info.container);
        QCOMPARE(read.duration.count(), 12.5);
        QCOMPARE(read.audio->channels, 2);
        QCOMPARE(read.video->picturesPerSecond, 29.97);
        QVERIFY(read.notes == info.notes);
        const Error error{
            Error::Kind::Unsupported, {"media.no_decodable_track", "a.mp4", Message("base.video")}, "why"};
        WireWriter errorWire;
        write(errorWire, error);
        WireReader errorReader(errorWire.bytes());
        const Error readBack = readError(errorReader);
        QVERIFY(errorReader.isGood() && readBack.kind == error.kind && readBack.message == error.message);
        QCOMPARE(readBack.cause, error.cause);
    }

    // Every description with some bytes changed, or cut off: a frame that can be used, or none.
    void nothingThatIsSaidDoesHarm() {
        std::mt19937 random(11);
        TestMemory memory;
        int accepted = 0;
        int refused = 0;
        for (int i = 0; i < 30'000; ++i) {
            const StreamKind kind = i % 2 == 0 ? StreamKind::Video : StreamKind::Audio;
            const FfmpegPointer<AVFrame> frame = kind == StreamKind::Video ? pictureFrame(AV_PIX_FMT_YUV420P, 16, 8, 1)
                                                                           : soundFrame(AV_SAMPLE_FMT_FLTP, 2, 20);
            WireWriter wire;
            QVERIFY(writeFrame(wire, *frame, kind, 0, memory.bytes));
            std::vector<std::byte> bytes = wire.bytes();
            const unsigned changes = 1 + random() % 6;
            for (unsigned change = 0; change < changes; ++change)
                bytes[random() % bytes.size()] = static_cast<std::byte>(random() % 4 == 0 ? 0xff : random());
            if (i % 7 == 0)
                bytes.resize(random() % bytes.size());
            WireReader reader(std::move(bytes));
            const FfmpegPointer<AVFrame> read = makeFrame();
            readFrame(reader, *read, kind, memory);
            if (!reader.isGood()) {
                QVERIFY(read->data[0] == nullptr);
                ++refused;
                continue;
            }
            ++accepted;
            if (kind == StreamKind::Video) {
                QVERIFY(!pixelsOf(*read).empty());
            } else if (hasReadableSamples(*read)) {
                std::vector<float> samples(static_cast<std::size_t>(read->nb_samples));
                SoundLevels levels;
                averageChannels(*read, 0, samples, levels);
            }
        }
        QVERIFY(accepted > 1000 && refused > 1000);
    }

    void noAnswerDoesHarm() {
        MediaInfo info;
        info.container = "mov,mp4";
        info.notes = {{"media.several_tracks", 2, Message("base.audio")}, "media.still_image"};
        WireWriter wire;
        write(wire, info);
        std::mt19937 random(5);
        int refused = 0;
        for (int i = 0; i < 20'000; ++i) {
            std::vector<std::byte> bytes = wire.bytes();
            bytes[random() % bytes.size()] = static_cast<std::byte>(random());
            if (i % 3 == 0)
                bytes.resize(random() % bytes.size());
            WireReader reader(bytes);
            const MediaInfo read = readInfo(reader);
            for (const Message &note : read.notes)
                QVERIFY(note.id.empty() || !reader.isGood() || !englishText(note).empty());
            refused += reader.isGood() ? 0 : 1;
            WireReader asError(bytes);
            (void)readError(asError);
            WireReader asFacts(std::move(bytes));
            const StreamFacts facts = readFacts(asFacts);
            QVERIFY(facts.orientation.quarterTurns >= 0 && facts.orientation.quarterTurns <= 3);
        }
        QVERIFY(refused > 5000);
    }
};

TAGSCOPE_CORE_TEST(TestDecoderProtocol)
#include "tst_decoder_protocol.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/audio_reader.h"
#include "core/media/media_info.h"
#include "core/media/picture_reader.h"
#include "tests/support/made_media.h"
#include "tests/support/qt_test.h"

#include <array>
#include <filesystem>

using namespace tagscope;
using namespace tagscope::test;

namespace {

constexpr const char *kClip = "-f lavfi -i testsrc2=s=160x120:r=25:d=2 -f lavfi -i sine=d=2 -c:v libx264 -c:a aac";

// Opens and reads the file to its end in every way; whether there was anything. Any number of pictures beyond
// `bound` counts as a failure to stop.
bool readsSomething(const std::filesystem::path &file, int bound = 100'000) {
    bool isSomething = false;
    if (Result<AudioReader> audio = AudioReader::open(file)) {
        std::array<float, 20'000> block{};
        for (int i = 0; i < bound; ++i) {
            const Result<std::size_t> count = audio->read(block);
            if (!count || *count == 0)
                break;
            isSomething = true;
        }
    }
    if (Result<PictureReader> pictures = PictureReader::open(file)) {
        for (int i = 0; i < bound; ++i) {
            const auto picture = pictures->next();
            if (!picture || !*picture)
                break;
            isSomething = true;
        }
    }
    return isSomething;
}

} // namespace

class TestMediaInfo : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void describesAClip() {
        TAGSCOPE_REQUIRE_FFMPEG();
        const MadeMedia made;
        const Result<MediaInfo> info = probeMedia(made.make("höhle und straße 日本.mp4", kClip));
        QVERIFY_OK(info);
        QVERIFY(info->audio && info->video);
        QCOMPARE(info->video->codec, std::string("h264"));
        QCOMPARE(info->video->width, 160);
        QCOMPARE(info->video->height, 120);
        QCOMPARE(info->video->picturesPerSecond, 25.0);
        QCOMPARE(info->audio->codec, std::string("aac"));
        QCOMPARE(info->audio->sampleRate, 44100);
        QCOMPARE(info->audio->channels, 1);
        QVERIFY(std::abs(info->duration.count() - 2.0) < 0.1);
        QVERIFY(info->notes.empty());
    }

    void coverPictureIsNotVideo() {
        TAGSCOPE_REQUIRE_FFMPEG();
        const MadeMedia made;
        QVERIFY(!made.make("cover.png", "-f lavfi -i testsrc2=s=64x64 -frames:v 1").empty());
        const auto file = made.make("song.mp3", "-f lavfi -i sine=d=1 -i {dir}/cover.png -map 0 -map 1 -c:v copy "
                                                "-disposition:v attached_pic");
        const Result<MediaInfo> info = probeMedia(file);
        QVERIFY_OK(info);
        QVERIFY(info->audio.has_value());
        QVERIFY(!info->video.has_value());
        QVERIFY_FAILS(PictureReader::open(file), Error::Kind::Unsupported, "");
    }

    void whatCannotBeOpened() {
        const MadeMedia made;
        const auto kindOf = [](const std::filesystem::path &file) {
            const Result<MediaInfo> info = probeMedia(file);
            return info ? Error::Kind::Internal : info.error().kind;
        };
        QVERIFY(kindOf(made.path("missing.mp4")) == Error::Kind::Unreadable);
        QVERIFY(kindOf(made.path("")) == Error::Kind::Unreadable);
        QVERIFY(kindOf("/dev/zero") == Error::Kind::Unreadable);
        QVERIFY(kindOf(made.write("empty.mp4", "")) == Error::Kind::Unreadable);
        QVERIFY(kindOf(made.write("text.mp4", "This is a shopping list: apples, pears.\n")) == Error::Kind::Malformed);
        const Error error = probeMedia(made.path("missing.mp4")).error();
        QVERIFY(error.what().find("missing.mp4") != std::string::npos);
    }

    // A file from a stranger must not make the program open others.
    void playlistsAreRefused() {
        TAGSCOPE_REQUIRE_FFMPEG();
        const MadeMedia made;
        const auto clip = made.make("clip.ts", "-f lavfi -i sine=d=1 -c:a mp2");
        const std::string playlist =
            "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:1.0,\n" + clip.string() + "\n#EXT-X-ENDLIST\n";
        QVERIFY(!probeMedia(made.write("list.m3u8", playlist)).has_value());
        QVERIFY(!probeMedia(made.write("list.mp4", playlist)).has_value());
        const std::string list = "ffconcat version 1.0\nfile '" + clip.string() + "'\n";
        QVERIFY_FAILS(probeMedia(made.write("list.ffconcat", list)), Error::Kind::Unsupported, "");
        QVERIFY(!made.make("picture1.png", "-f lavfi -i testsrc2=s=64x64 -frames:v 1").empty());
        QVERIFY(!probeMedia(made.path("picture%d.png")).has_value());
    }

    void truncatedFiles_data() {
        QTest::addColumn<QString>("name");
        for (const char *name : {"a.mp4", "a.mkv", "a.avi", "a.ts", "a.flv"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void truncatedFiles() {
        TAGSCOPE_REQUIRE_FFMPEG();
        QFETCH(QString, name);
        const MadeMedia made;
        const std::string whole = contentOf(made.make(name.toStdString(), kClip));
        QVERIFY(whole.size() > 10'000);
        for (const double part : {0.001, 0.01, 0.1, 0.5, 0.9, 0.999}) {
            const auto size = static_cast<std::size_t>(part * static_cast<double>(whole.size()));
            const auto file = made.write("cut-" + name.toStdString(), whole.substr(0, size));
            const Result<MediaInfo> info = probeMedia(file);
            QVERIFY(info.has_value() || !info.error().what().empty());
            const bool isSomething = readsSomething(file);
            // MP4 has its tables at the end; the others can be read up to where they are cut.
            QVERIFY(isSomething || part < 0.5 || name == QStringLiteral("a.mp4"));
        }
    }

    void damagedFiles_data() { truncatedFiles_data(); }

    void damagedFiles() {
        TAGSCOPE_REQUIRE_FFMPEG();
        QFETCH(QString, name);
        const MadeMedia made;
        const std::string whole = contentOf(made.make(name.toStdString(), kClip));
        std::uint32_t random = 1; // a linear congruential generator: the same damage each time
        for (int round = 0; round < 8; ++round) {
            std::string damaged = whole;
            for (int i = 0; i < 40; ++i) {
                random = random * 1664525U + 1013904223U;
                damaged[random % damaged.size()] = static_cast<char>(random >> 24U);
            }
            readsSomething(made.write("damaged-" + name.toStdString(), damaged));
        }
        QVERIFY(peakMemory() < 2000.0);
    }

    void pictureSizesMayBeLies() {
        TAGSCOPE_REQUIRE_FFMPEG();
        const MadeMedia made;
        std::string bmp = contentOf(made.make("a.bmp", "-f lavfi -i testsrc2=s=64x64 -frames:v 1"));
        QVERIFY(bmp.size() > 64);
        for (const std::size_t at : {18U, 22U}) { // width, height
            bmp[at] = '\0';
            bmp[at + 1] = '\x7f';
        }
        const auto file = made.write("lie.bmp", bmp);
        const double before = peakMemory();
        QVERIFY(!readsSomething(file));
        QVERIFY(peakMemory() - before < 50.0);
    }

    void stops() {
        TAGSCOPE_REQUIRE_FFMPEG();
        const MadeMedia made;
        std::stop_source source;
        source.request_stop();
        const auto file = made.make("a.mp4", kClip);
        QVERIFY(probeMedia(file, source.get_token()).error().isCancelled());
        QVERIFY(AudioReader::open(file, 20'000, source.get_token()).error().isCancelled());
        QVERIFY(PictureReader::open(file, 24.0, source.get_token()).error().isCancelled());
    }
};

TAGSCOPE_CORE_TEST(TestMediaInfo)
#include "tst_media_info.moc"

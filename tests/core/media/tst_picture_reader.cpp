// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/media_info.h"
#include "core/media/picture_reader.h"
#include "tests/support/made_media.h"
#include "tests/support/qt_test.h"

#include <QElapsedTimer>
#include <array>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <thread>
#include <vector>

using namespace tagscope;
using namespace tagscope::test;

namespace {

using Colour = std::array<int, 3>;

std::vector<SampledPicture> readPictures(const std::filesystem::path &file, double rate = 24.0) {
    std::vector<SampledPicture> pictures;
    Result<PictureReader> reader = PictureReader::open(file, rate);
    while (reader) {
        Result<std::optional<SampledPicture>> picture = reader->next();
        if (!picture || !*picture)
            break;
        pictures.push_back(std::move(**picture));
    }
    return pictures;
}

Colour colourAt(const RgbImage &image, int x, int y) {
    const auto at = static_cast<std::size_t>(3 * (y * image.width + x));
    return {image.pixels[at], image.pixels[at + 1], image.pixels[at + 2]};
}

bool isNear(Colour a, Colour b, int tolerance) {
    for (std::size_t i = 0; i < 3; ++i) {
        if (std::abs(a[i] - b[i]) > tolerance)
            return false;
    }
    return true;
}

// Writes a display matrix into the first track header of an MP4 file.
std::string withMatrix(std::string mp4, std::array<int, 4> abcd) {
    const std::size_t matrix = mp4.find("tkhd") + 44; // version 0, ISO/IEC 14496-12, 8.3.2
    const std::array<std::size_t, 4> places{0, 4, 12, 16};
    for (std::size_t i = 0; i < 4; ++i) {
        const auto fixed = static_cast<std::uint32_t>(abcd[i]) << 16U;
        for (std::size_t byte = 0; byte < 4; ++byte)
            mp4[matrix + places[i] + byte] = static_cast<char>((fixed >> (24U - 8U * byte)) & 0xFFU);
    }
    return mp4;
}

constexpr Colour kBlue{0, 0, 255};

} // namespace

class TestPictureReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tenSeconds_data() {
        QTest::addColumn<QString>("rate");
        for (const char *rate : {"10", "15", "24", "24000/1001", "25", "30000/1001", "30", "50", "60"})
            QTest::newRow(rate) << QString::fromLatin1(rate);
    }

    void tenSeconds() {
        TAGSCOPE_REQUIRE_FFMPEG();
        QFETCH(QString, rate);
        const MadeMedia made;
        const auto pictures = readPictures(
            made.make("a.mp4", "-f lavfi -i testsrc2=s=64x48:d=10:r=" + rate.toStdString() + " -c:v mpeg4"));
        QVERIFY(pictures.size() == 240 || (rate.contains(QLatin1Char('/')) && pictures.size() == 241));
        const double interval = rate == QStringLiteral("10") ? 0.1 : 1.0 / 14.0;
        for (std::size_t i = 0; i < pictures.size(); ++i) {
            QCOMPARE(pictures[i].index, static_cast<std::int64_t>(i));
            const double distance = std::abs(pictures[i].time.count() - static_cast<double>(i) / 24.0);
            // At the end the last picture stands for up to an interval.
            QVERIFY(distance <= interval / 2 + 1e-3 || (i + 3 > pictures.size() && distance <= interval));
        }
    }

    // Pictures at 0, 0.1, 0.5, 0.6 and 2.0 s, sampled 10 times a second; the earlier one of two equally near ones.
    void variableRate() {
        TAGSCOPE_REQUIRE_FFMPEG();
        const MadeMedia made;
        const auto pictures = readPictures(
            made.make("a.mkv", "-f lavfi -i testsrc2=s=64x48:r=10:d=3 -vf "
                               "select=eq(n\\,0)+eq(n\\,1)+eq(n\\,5)+eq(n\\,6)+eq(n\\,20) -vsync vfr -c:v ffv1"),
            10.0);
        const std::vector<double> expected{0.0, 0.1, 0.1, 0.1, 0.5, 0.5, 0.6, 0.6, 0.6, 0.6, 0.6,
                                           0.6, 0.6, 0.6, 2.0, 2.0, 2.0, 2.0, 2.0, 2.0, 2.0};
        QCOMPARE(pictures.size(), expected.size());
        std::int64_t source = -1;
        for (std::size_t i = 0; i < expected.size(); ++i) {
            QVERIFY(std::abs(pictures[i].time.count() - expected[i]) < 1e-9);
            if (i == 0 || expected[i] != expected[i - 1])
                ++source;
            QCOMPARE(pictures[i].source, source);
        }
    }

    void identicalPicturesShareTheirNumber() {
        TAGSCOPE_REQUIRE_FFMPEG();
        const MadeMedia made;
        const auto pictures = readPictures(made.make(
            "a.mkv",
            "-f lavfi -i testsrc2=s=320x240:r=24:d=1 -vf loop=loop=23:size=1:start=0,setpts=N/24/TB -c:v ffv1"));
        QCOMPARE(static_cast<int>(pictures.size()), 47);
        for (int i = 0; i < 47; ++i)
            QCOMPARE(pictures[static_cast<std::size_t>(i)].source, std::int64_t{i < 24 ? 0 : i - 23});
    }

    // As ffprobe's display_aspect_ratio has them.
    void pixelsThatAreNotSquareAreMadeSo_data() {
        QTest::addColumn<QString>("aspect");
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addRow("wide") << QStringLiteral("64/45") << 1024 << 576;
        QTest::addRow("square") << QStringLiteral("1") << 720 << 576;
        QTest::addRow("narrow") << QStringLiteral("1/2") << 720 << 1152;
    }

    void pixelsThatAreNotSquareAreMadeSo() {
        TAGSCOPE_REQUIRE_FFMPEG();
        QFETCH(QString, aspect);
        QFETCH(int, width);
        QFETCH(int, height);
        const MadeMedia made;
        const auto file = made.make(
            "sar.mp4", "-f lavfi -i testsrc2=s=720x576:r=25:d=0.4 -vf setsar=" + aspect.toStdString() + " -c:v mpeg4");
        const Result<MediaInfo> info = probeMedia(file);
        QVERIFY_OK(info);
        QCOMPARE(std::pair(info->video->width, info->video->height), std::pair(width, height));
        Result<PictureReader> reader = PictureReader::open(file);
        QVERIFY_OK(reader);
        const Result<std::optional<SampledPicture>> first = reader->next();
        QVERIFY(first && *first);
        QCOMPARE((*first)->picture.width(), width);
        const Result<RgbImage> image = (*first)->picture.image();
        QVERIFY_OK(image);
        QCOMPARE(std::pair(image->width, image->height), std::pair(width, height));
    }

    void rotation_data() {
        QTest::addColumn<int>("degrees");
        QTest::addColumn<QList<int>>("matrix");
        QTest::addColumn<int>("x"); // the corner where the stored picture's top left is seen
        QTest::addColumn<int>("y");
        QTest::newRow("none") << 0 << QList<int>{1, 0, 0, 1} << 0 << 0;
        QTest::newRow("quarter turn clockwise") << 90 << QList<int>{0, 1, -1, 0} << 1 << 0;
        QTest::newRow("half turn") << 180 << QList<int>{-1, 0, 0, -1} << 1 << 1;
        QTest::newRow("quarter turn back") << 270 << QList<int>{0, -1, 1, 0} << 0 << 1;
        QTest::newRow("mirrored") << 0 << QList<int>{-1, 0, 0, 1} << 1 << 0;
        QTest::newRow("upside down") << 180 << QList<int>{1, 0, 0, -1} << 0 << 1;
        QTest::newRow("zeros") << 0 << QList<int>{0, 0, 0, 0} << 0 << 0;
    }

    void rotation() {
        TAGSCOPE_REQUIRE_FFMPEG();
        QFETCH(int, degrees);
        QFETCH(QList<int>, matrix);
        QFETCH(int, x);
        QFETCH(int, y);
        const MadeMedia made;
        const auto stored = made.make("a.mp4", "-f lavfi -i color=red:s=64x48:r=24:d=0.5 -vf "
                                               "drawbox=0:0:32:24:blue:fill -c:v mpeg4 -q:v 2");
        const auto file =
            made.write("turned.mp4", withMatrix(contentOf(stored), {matrix[0], matrix[1], matrix[2], matrix[3]}));
        const Result<MediaInfo> info = probeMedia(file);
        QVERIFY(info && info->video);
        QCOMPARE(info->video->rotation, degrees);
        const int width = degrees % 180 == 0 ? 64 : 48;
        const int height = 64 + 48 - width;
        QCOMPARE(info->video->width, width);
        const auto pictures = readPictures(file);
        QVERIFY(!pictures.empty());
        QCOMPARE(pictures[0].picture.width(), width);
        QCOMPARE(pictures[0].picture.height(), height);
        for (const auto &[w, h] : {std::pair(width, height), std::pair(30, 20)}) {
            const RgbImage image = pictures[0].picture.image(w, h).value();
            QCOMPARE(image.width, w);
            QCOMPARE(image.height, h);
            for (const int cornerX : {0, 1}) {
                for (const int cornerY : {0, 1}) {
                    const Colour colour = colourAt(image, cornerX == 0 ? 2 : w - 3, cornerY == 0 ? 2 : h - 3);
                    const bool isBlue = isNear(colour, kBlue, 40);
                    QCOMPARE(isBlue, cornerX == x && cornerY == y);
                }
            }
        }
    }

    void coloursFollowTheStream_data() {
        QTest::addColumn<QString>("arguments");
        QTest::newRow("BT.601") << QStringLiteral(
            "-vf scale=out_color_matrix=bt601,format=yuv444p -colorspace smpte170m");
        QTest::newRow("BT.709") << QStringLiteral("-vf scale=out_color_matrix=bt709,format=yuv444p -colorspace bt709");
        QTest::newRow("full range") << QStringLiteral(
            "-vf scale=out_range=full,format=yuv444p -color_range pc -colorspace smpte170m");
        QTest::newRow("RGB") << QStringLiteral("-pix_fmt bgr0");
    }

    void coloursFollowTheStream() {
        TAGSCOPE_REQUIRE_FFMPEG();
        QFETCH(QString, arguments);
        const MadeMedia made;
        const auto pictures =
            readPictures(made.make("a.mkv", "-f lavfi -i color=0x20C060:s=64x48:r=24:d=0.1,format=rgb24 " +
                                                arguments.toStdString() + " -c:v ffv1"));
        QVERIFY(!pictures.empty());
        const RgbImage image = pictures[0].picture.image(31, 17).value();
        QVERIFY(isNear(colourAt(image, 15, 8), {0x20, 0xC0, 0x60}, 4));
    }

    // A chessboard of single pixels becomes grey with an area filter and stays black and white with others.
    void areaFilter() {
        TAGSCOPE_REQUIRE_FFMPEG();
        const MadeMedia made;
        const auto file =
            made.make("a.png", "-f lavfi -i nullsrc=s=128x128,format=gray,geq=255*mod(X+Y\\,2) -frames:v 1");
        const auto pictures = readPictures(file);
        QCOMPARE(static_cast<int>(pictures.size()), 1);
        const RgbImage image = pictures[0].picture.image(32, 32).value();
        for (int i = 0; i < 32; ++i)
            QVERIFY(isNear(colourAt(image, i, 31 - i), {128, 128, 128}, 3));
    }

    void lateStreamBeginsWithItsFirstPicture() {
        TAGSCOPE_REQUIRE_FFMPEG();
        const MadeMedia made;
        const auto pictures =
            readPictures(made.make("a.mkv", "-f lavfi -i sine=d=3 -itsoffset 1 -f lavfi -i testsrc2=s=64x64:r=24:d=2 "
                                            "-map 0 -map 1 -c:a pcm_s16le -c:v ffv1"));
        QCOMPARE(static_cast<int>(pictures.size()), 72);
        for (std::size_t i = 0; i <= 24; ++i)
            QCOMPARE(pictures[i].source, std::int64_t{0});
        QVERIFY(std::abs(pictures[0].time.count() - 1.0) < 0.002);
        QCOMPARE(pictures[25].source, std::int64_t{1});
    }

    void absurdGapsAreNotFilled() {
        TAGSCOPE_REQUIRE_FFMPEG();
        const MadeMedia made;
        const auto pictures =
            readPictures(made.make("a.mkv", "-f lavfi -i testsrc2=s=64x64:r=24:d=2 -vf "
                                            "setpts=if(gte(N\\,24)\\,PTS+1000000/TB\\,PTS) -vsync vfr -c:v ffv1"));
        QVERIFY(pictures.size() >= 47 && pictures.size() <= 50);
    }

    void stillImages_data() {
        QTest::addColumn<QString>("name");
        for (const char *name : {"a.png", "a.jpg", "a.bmp", "ä b.jpeg", "a.webp", "a.tiff"})
            QTest::newRow(name) << QString::fromUtf8(name);
    }

    void stillImages() {
        TAGSCOPE_REQUIRE_FFMPEG();
        QFETCH(QString, name);
        const MadeMedia made;
        const auto file =
            made.make(name.toStdString(),
                      "-f lavfi -i color=0x2040C0:s=80x60 -vf format=rgb24,crop=75:51:exact=1 -frames:v 1 -update 1");
        const Result<MediaInfo> info = probeMedia(file);
        QVERIFY(info && info->video && !info->audio);
        QCOMPARE(info->video->width, 75);
        QCOMPARE(info->duration.count(), 0.0);
        const auto pictures = readPictures(file, 100.0);
        QCOMPARE(static_cast<int>(pictures.size()), 1);
        const RgbImage image = pictures[0].picture.image().value();
        QCOMPARE(image.width, 75);
        QCOMPARE(image.height, 51);
        QVERIFY(isNear(colourAt(image, 40, 25), {0x20, 0x40, 0xC0}, 6));
    }

    void seekingEqualsReadingOn_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("arguments");
        const auto row = [](const char *name, const char *arguments) {
            QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(arguments);
        };
        row("a.mp4", "-c:v libx264 -g 40 -bf 3");
        row("open.mp4", "-c:v libx264 -x264-params keyint=40:open-gop=1:bframes=3");
        row("a.mkv", "-c:v libx264 -g 40 -bf 3");
        row("a.webm", "-c:v libvpx -deadline realtime -cpu-used 8 -g 60");
        row("a.avi", "-c:v mpeg4 -g 40");
        row("a.ts", "-c:v mpeg2video -g 15 -bf 2");
    }

    void seekingEqualsReadingOn() {
        TAGSCOPE_REQUIRE_FFMPEG();
        QFETCH(QString, name);
        QFETCH(QString, arguments);
        const MadeMedia made;
        const auto file =
            made.make(name.toStdString(), "-f lavfi -i testsrc2=s=128x96:r=30:d=15 " + arguments.toStdString());
        const auto whole = readPictures(file);
        QCOMPARE(static_cast<int>(whole.size()), 360);
        Result<PictureReader> reader = PictureReader::open(file);
        QVERIFY_OK(reader);
        for (const int index : {300, 100, 0, 5, 359, 200, 201, 31, 250}) {
            QVERIFY(reader->seek(index).has_value());
            for (int i = index; i < std::min(index + 3, 360); ++i) {
                const auto picture = reader->next();
                QVERIFY(picture && *picture);
                const SampledPicture &expected = whole[static_cast<std::size_t>(i)];
                QCOMPARE((*picture)->index, std::int64_t{i});
                QVERIFY(std::abs(((*picture)->time - expected.time).count()) < 1e-9);
                QVERIFY((*picture)->picture.image().value() == expected.picture.image().value());
            }
        }
        QVERIFY(reader->seek(5000).has_value());
        QVERIFY(!reader->next().value().has_value());
    }

    void stops() {
        TAGSCOPE_REQUIRE_FFMPEG();
        const MadeMedia made;
        const auto file = made.make("a.mp4", "-f lavfi -i testsrc2=s=640x360:r=30:d=20 -c:v mpeg4");
        std::stop_source source;
        Result<PictureReader> reader = PictureReader::open(file, 24.0, source.get_token());
        QVERIFY(reader.has_value() && reader->next().has_value());
        QElapsedTimer timer;
        timer.start();
        const std::jthread stopper([&source] { source.request_stop(); });
        // On a busy machine the film may end first: it is then read again.
        Result<std::optional<SampledPicture>> picture = reader->next();
        while (picture) {
            const Result<void> again = *picture ? Result<void>() : reader->seek(0);
            picture = again ? reader->next() : tl::unexpected(again.error());
        }
        QVERIFY(!picture.has_value());
        QVERIFY(picture.error().isCancelled());
        QVERIFY(timer.elapsed() < 5000); // meant: 100 ms; the rest is for busy machines
    }
};

TAGSCOPE_CORE_TEST(TestPictureReader)
#include "tst_picture_reader.moc"

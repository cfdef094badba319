// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/audio_reader.h"
#include "core/media/clip_writer.h"
#include "core/media/media_info.h"
#include "core/media/picture_reader.h"
#include "tests/support/made_media.h"
#include "tests/support/qt_test.h"

#include <algorithm>
#include <cmath>
#include <csignal>
#include <filesystem>
#include <numbers>
#include <vector>

#include <sys/resource.h>
#include <unistd.h>

using namespace tagscope;
using namespace tagscope::test;

namespace {

constexpr int kWrittenRate = 44100;

RgbImage plain(int width, int height, std::uint8_t level) {
    RgbImage image(width, height);
    std::ranges::fill(image.pixels, level);
    return image;
}

std::vector<float> writtenTone(double seconds, double hertz = 440.0) {
    std::vector<float> samples(static_cast<std::size_t>(std::llround(seconds * kWrittenRate)));
    for (std::size_t i = 0; i < samples.size(); ++i)
        samples[i] =
            0.3F * static_cast<float>(std::sin(2.0 * std::numbers::pi * hertz * static_cast<double>(i) / kWrittenRate));
    return samples;
}

// A grey picture whose level tells its index.
Result<RgbImage> numbered(int index) {
    return plain(64, 48, static_cast<std::uint8_t>(40 + index % 10 * 16));
}

constexpr ClipFormat kSmall{.width = 64, .height = 48};

std::vector<float> soundOf(const std::filesystem::path &file, int sampleRate = kWrittenRate) {
    Result<AudioReader> reader = AudioReader::open(file, sampleRate);
    std::vector<float> samples(static_cast<std::size_t>(sampleRate) * 30);
    const Result<std::size_t> count = reader ? reader->read(samples) : Result<std::size_t>(0);
    samples.resize(count ? *count : 0);
    return samples;
}

// The middle grey level of each picture.
std::vector<int> levelsOf(const std::filesystem::path &file, double picturesPerSecond) {
    std::vector<int> levels;
    Result<PictureReader> reader = PictureReader::open(file, picturesPerSecond);
    while (reader) {
        const Result<std::optional<SampledPicture>> picture = reader->next();
        if (!picture || !*picture)
            break;
        const Result<RgbImage> image = (*picture)->picture.image();
        levels.push_back(image ? image->pixels[image->pixels.size() / 2] : -1);
    }
    return levels;
}

std::size_t filesIn(const std::filesystem::path &directory) {
    return static_cast<std::size_t>(
        std::distance(std::filesystem::directory_iterator(directory), std::filesystem::directory_iterator()));
}

} // namespace

class TestClipWriter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void streams_data() {
        QTest::addColumn<bool>("isH264");
        QTest::addColumn<double>("seconds");
        QTest::addColumn<int>("pictures");
        QTest::newRow("ten seconds") << true << 10.0 << 120;
        QTest::newRow("not whole") << true << 2.53 << 30;
        QTest::newRow("one picture") << true << 0.05 << 1;
        QTest::newRow("MPEG-4") << false << 10.0 << 120;
    }

    void streams() {
        QFETCH(bool, isH264);
        QFETCH(double, seconds);
        QFETCH(int, pictures);
        const MadeMedia made;
        const auto file = made.path("a.mp4");
        ClipFormat format = kSmall;
        format.isH264 = isH264;
        const Result<void> written = writeClip(file, format, writtenTone(seconds), numbered, "A clip");
        QVERIFY2(written, written ? "" : (written.error().what() + written.error().cause).c_str());
        const Result<MediaInfo> info = probeMedia(file);
        QVERIFY(info && info->audio && info->video);
        QCOMPARE(info->audio->codec, std::string("aac"));
        QCOMPARE(info->audio->sampleRate, kWrittenRate);
        QCOMPARE(info->audio->channels, 1);
        QCOMPARE(info->video->width, 64);
        QCOMPARE(info->video->height, 48);
        if (!isH264)
            QCOMPARE(info->video->codec, std::string("mpeg4"));
        if (seconds > 1.0)
            QVERIFY(std::abs(info->duration.count() - seconds) < 1.0 / 12.0);
        QVERIFY(info->notes.empty());
        const std::vector<int> levels = levelsOf(file, 12.0);
        QCOMPARE(static_cast<int>(levels.size()), pictures);
        for (int i = 0; i < pictures; ++i)
            QVERIFY(std::abs(levels[static_cast<std::size_t>(i)] - (40 + i % 10 * 16)) <= 4);
    }

    // AAC begins with samples that are not the clip's; they have to be marked as such.
    void soundIsWholeAndInTime() {
        const MadeMedia made;
        const auto file = made.path("a.mp4");
        std::vector<float> samples = writtenTone(3.0, 600.0);
        std::fill(samples.begin(), samples.begin() + kWrittenRate, 0.0F); // begins at exactly 1 s
        QVERIFY_OK(writeClip(file, kSmall, samples, numbered, ""));
        const std::vector<float> read = soundOf(file);
        // Decoders give the last frame of 1,024 samples as a whole.
        QVERIFY(read.size() >= samples.size() && read.size() < samples.size() + 1024);
        double product = 0.0, power = 0.0, quiet = 0.0;
        for (std::size_t i = 0; i < samples.size(); ++i) {
            product += static_cast<double>(samples[i]) * static_cast<double>(read[i]);
            power += static_cast<double>(samples[i]) * static_cast<double>(samples[i]);
            if (i < static_cast<std::size_t>(kWrittenRate) * 9 / 10)
                quiet = std::max(quiet, std::abs(static_cast<double>(read[i])));
        }
        // A shift by eight samples would turn the tone by 39 degrees: 0.77.
        QVERIFY(product / power > 0.97 && product / power < 1.03);
        QVERIFY(quiet < 0.01);
    }

    void clickAndFlashCoincide() {
        const MadeMedia made;
        const auto file = made.path("a.mp4");
        std::vector<float> samples(static_cast<std::size_t>(kWrittenRate) * 6, 0.0F);
        const std::size_t click = static_cast<std::size_t>(kWrittenRate) * 4; // picture 48
        for (std::size_t i = 0; i < 400; ++i)
            samples[click + i] = i / 20 % 2 == 0 ? 0.8F : -0.8F;
        const auto flash = [](int index) -> Result<RgbImage> {
            return plain(64, 48, index == 48 ? std::uint8_t{230} : std::uint8_t{20});
        };
        QVERIFY_OK(writeClip(file, kSmall, samples, flash, ""));
        const std::vector<float> read = soundOf(file);
        const auto loudest = std::ranges::max_element(read, {}, [](float sample) { return std::abs(sample); });
        const double heard = static_cast<double>(loudest - read.begin()) / kWrittenRate;
        const std::vector<int> levels = levelsOf(file, 24.0);
        const double seen = static_cast<double>(std::ranges::max_element(levels) - levels.begin()) / 24.0;
        QVERIFY2(std::abs(heard - 4.0) < 0.02, qPrintable(QString::number(heard)));
        QVERIFY2(std::abs(heard - seen) < 1.0 / 12.0, qPrintable(QString::number(seen)));
    }

    void equalInputGivesEqualBytes() {
        const MadeMedia made;
        QVERIFY_OK(writeClip(made.path("a.mp4"), kSmall, writtenTone(2.0), numbered, "Same"));
        QVERIFY_OK(writeClip(made.path("b.mp4"), kSmall, writtenTone(2.0), numbered, "Same"));
        QVERIFY(contentOf(made.path("a.mp4")) == contentOf(made.path("b.mp4")));
        QVERIFY(contentOf(made.path("a.mp4")).find("Same") != std::string::npos);
    }

    // The index before the pictures and sounds.
    void startsFast() {
        const MadeMedia made;
        QVERIFY_OK(writeClip(made.path("a.mp4"), kSmall, writtenTone(2.0), numbered, ""));
        const std::string content = contentOf(made.path("a.mp4"));
        QVERIFY(content.find("moov") < content.find("mdat"));
    }

    void namesWithColons() {
        const MadeMedia made;
        const auto file = made.path("http:clip at 10:00.mp4");
        QVERIFY_OK(writeClip(file, kSmall, writtenTone(0.5), numbered, ""));
        QVERIFY(probeMedia(file));
    }

    void impossibleFormats_data() {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("rate");
        QTest::addColumn<int>("sampleRate");
        QTest::newRow("odd width") << 63 << 12 << kWrittenRate;
        QTest::newRow("no width") << 0 << 12 << kWrittenRate;
        QTest::newRow("no pictures") << 64 << 0 << kWrittenRate;
        QTest::newRow("negative sample rate") << 64 << 12 << -1;
    }

    void impossibleFormats() {
        QFETCH(int, width);
        QFETCH(int, rate);
        QFETCH(int, sampleRate);
        const MadeMedia made;
        const ClipFormat format{.width = width, .height = 48, .picturesPerSecond = rate, .sampleRate = sampleRate};
        const Result<void> written = writeClip(made.path("a.mp4"), format, writtenTone(1.0), numbered, "");
        QVERIFY_FAILS(written, Error::Kind::Inconsistent, "");
        QCOMPARE(filesIn(made.path("")), std::size_t{0});
    }

    void otherFailuresLeaveNothing() {
        const MadeMedia made;
        const auto file = made.path("a.mp4");
        const Result<void> empty = writeClip(file, kSmall, {}, numbered, "");
        QCOMPARE(empty.error().kind, Error::Kind::Inconsistent);
        const ClipFormat strangeRate{.width = 64, .height = 48, .sampleRate = 12345};
        const Result<void> strange = writeClip(file, strangeRate, writtenTone(1.0), numbered, "");
        QCOMPARE(strange.error().kind, Error::Kind::Unsupported);
        const auto tooLarge = [](int index) -> Result<RgbImage> { return plain(index == 3 ? 66 : 64, 48, 9); };
        const Result<void> large = writeClip(file, kSmall, writtenTone(1.0), tooLarge, "");
        QCOMPARE(large.error().kind, Error::Kind::Inconsistent);
        const auto failing = [](int index) -> Result<RgbImage> {
            return index < 5 ? numbered(index) : fail(Error::Kind::Malformed, plainText("No fifth picture."));
        };
        const Result<void> failed = writeClip(file, kSmall, writtenTone(1.0), failing, "");
        QCOMPARE(failed.error().what(), std::string("No fifth picture."));
        QCOMPARE(filesIn(made.path("")), std::size_t{0});
    }

    void cancelledLeavesNothing() {
        const MadeMedia made;
        std::stop_source source;
        const auto stopping = [&source](int index) {
            if (index == 7)
                source.request_stop();
            return numbered(index);
        };
        const Result<void> written =
            writeClip(made.path("a.mp4"), kSmall, writtenTone(2.0), stopping, "", source.get_token());
        QVERIFY(!written && written.error().isCancelled());
        QCOMPARE(filesIn(made.path("")), std::size_t{0});
    }

    void unwritablePlaces() {
        const MadeMedia made;
        const auto file = made.write("file", "x");
        const Result<void> below = writeClip(file / "a.mp4", kSmall, writtenTone(0.5), numbered, "");
        QCOMPARE(below.error().kind, Error::Kind::Unreadable);
        QVERIFY(below.error().what().find("a.mp4") != std::string::npos);
        std::filesystem::create_directory(made.path("a directory.mp4"));
        const Result<void> onto = writeClip(made.path("a directory.mp4"), kSmall, writtenTone(0.5), numbered, "");
        QCOMPARE(onto.error().kind, Error::Kind::Unreadable);
        QCOMPARE(filesIn(made.path("")), std::size_t{2});
        if (::geteuid() == 0)
            QSKIP("root may write everywhere");
        std::filesystem::create_directory(made.path("closed"));
        std::filesystem::permissions(made.path("closed"), std::filesystem::perms::owner_read);
        QVERIFY_FAILS(writeClip(made.path("closed") / "a.mp4", kSmall, writtenTone(0.5), numbered, ""),
                      Error::Kind::Unreadable, "");
    }

    void fullDisk() {
        const MadeMedia made;
        struct rlimit before {};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
        struct rlimit small = before;
        small.rlim_cur = 4096;
        const auto handler = std::signal(SIGXFSZ, SIG_IGN); // writing beyond the limit then fails as on a full disk
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
        const Result<void> written = writeClip(made.path("a.mp4"), kSmall, writtenTone(5.0), numbered, "");
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
        std::signal(SIGXFSZ, handler);
        QVERIFY_FAILS(written, Error::Kind::Unreadable, "");
        QCOMPARE(filesIn(made.path("")), std::size_t{0});
    }
};

TAGSCOPE_CORE_TEST(TestClipWriter)
#include "tst_clip_writer.moc"

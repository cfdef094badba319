// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/audio_reader.h"
#include "core/media/sound_check.h"
#include "tests/support/made_media.h"
#include "tests/support/qt_test.h"

#include <QElapsedTimer>
#include <algorithm>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <limits>
#include <thread>
#include <vector>

using namespace tagscope;
using namespace tagscope::test;

namespace {

std::vector<float> readOn(AudioReader &reader, std::size_t limit) {
    std::vector<float> samples(limit);
    const Result<std::size_t> count = reader.read(samples);
    samples.resize(count.value_or(0));
    return samples;
}

std::vector<float> readAll(const std::filesystem::path &file, int rate = AudioReader::kSampleRate) {
    Result<AudioReader> reader = AudioReader::open(file, rate);
    return reader ? readOn(*reader, 4'000'000) : std::vector<float>();
}

float largestDifference(const std::vector<float> &a, const std::vector<float> &b) {
    if (a.size() != b.size())
        return std::numeric_limits<float>::infinity();
    float largest = 0.0F;
    for (std::size_t i = 0; i < a.size(); ++i)
        largest = std::max(largest, std::abs(a[i] - b[i]));
    return largest;
}

float loudest(const std::vector<float> &samples, double from, double to) {
    float peak = 0.0F;
    for (auto i = static_cast<std::size_t>(from * 20'000);
         i < std::min(samples.size(), static_cast<std::size_t>(to * 20'000)); ++i)
        peak = std::max(peak, std::abs(samples[i]));
    return peak;
}

// An hour-long silence that takes no room on the disk.
std::filesystem::path longFile(const MadeMedia &made, std::uint32_t seconds) {
    const auto file = made.write("long.wav", wavHeader(1, 8000, 16, seconds * 16000U));
    std::filesystem::resize_file(file, 44 + std::uintmax_t{seconds} * 16000U);
    return file;
}

} // namespace

class TestAudioReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Channels that cancel are heard as they are; each side is what a file of that channel alone has.
    void sidesAreHeardApart() {
        TAGSCOPE_REQUIRE_FFMPEG();
        const MadeMedia made;
        const auto both =
            made.make("both.wav", "-f lavfi -i aevalsrc=0.5*sin(880*PI*t)|-0.5*sin(880*PI*t):s=44100:d=2");
        const auto left = made.make("left.wav", "-f lavfi -i aevalsrc=0.5*sin(880*PI*t):s=44100:d=2");
        QVERIFY(!both.empty() && !left.empty());
        const std::vector<float> average = readAll(both);
        QVERIFY(average.size() == 40'000 && std::ranges::all_of(average, [](float sample) { return sample == 0.0F; }));
        const std::vector<float> alone = readAll(left);
        Result<AudioReader> reader = AudioReader::open(both, AudioReader::kSampleRate, {}, AudioReader::Mix::Stereo);
        QVERIFY_OK(reader);
        for (const double from : {0.0, 0.5, 0.25}) { // back, too
            QVERIFY_OK(reader->seek(Seconds{from}));
            std::vector<float> pairs(100'000);
            const auto first = static_cast<std::size_t>(from * 20'000);
            QCOMPARE(reader->read(pairs).value(), 40'000 - first);
            float largest = 0.0F;
            for (std::size_t i = first; i < 40'000; ++i)
                largest = std::max({largest, std::abs(pairs[2 * (i - first)] - alone[i]),
                                    std::abs(pairs[2 * (i - first) + 1] + alone[i])});
            QVERIFY2(largest < 1e-4F, qPrintable(QString::number(largest)));
        }
    }

    void ofMoreChannelsEachSideHasItsOwn() {
        TAGSCOPE_REQUIRE_FFMPEG();
        const MadeMedia made;
        const auto file = made.make("surround.wav", "-f lavfi -i aevalsrc=0.3|0.6|0.9|0|0|0:c=5.1:s=20000:d=0.1");
        QVERIFY(!file.empty());
        Result<AudioReader> reader = AudioReader::open(file, AudioReader::kSampleRate, {}, AudioReader::Mix::Stereo);
        QVERIFY_OK(reader);
        std::vector<float> pairs(200);
        QCOMPARE(reader->read(pairs).value(), std::size_t{100});
        QVERIFY(std::abs(pairs[100] - 0.3F) < 1e-3F); // left, centre, low and back left: 1.2 of 4
        QVERIFY(std::abs(pairs[101] - 0.375F) < 1e-3F);
    }

    void averageAgreesWithFfmpeg_data() {
        QTest::addColumn<int>("sourceRate");
        QTest::addColumn<QString>("sampleFormat");
        for (const int rate : {8000, 11025, 20000, 32000, 44099, 44100, 48000, 96000}) {
            for (const char *format : {"pcm_s16le", "pcm_f32le", "pcm_u8"})
                QTest::addRow("%d %s", rate, format) << rate << QString::fromLatin1(format);
        }
    }

    void averageAgreesWithFfmpeg() {
        TAGSCOPE_REQUIRE_FFMPEG();
        QFETCH(int, sourceRate);
        QFETCH(QString, sampleFormat);
        const MadeMedia made;
        const auto file = made.make("a.wav", "-f lavfi -i aevalsrc=0.5*sin(2*PI*440*t)|0.3*sin(2*PI*1000*t):d=1.5:s=" +
                                                 std::to_string(sourceRate) + " -c:a " + sampleFormat.toStdString());
        const std::string bytes = contentOf(
            made.make("reference.f32",
                      "-i {dir}/a.wav -af aformat=sample_fmts=flt,pan=mono|c0=0.5*c0+0.5*c1,aresample=20000 -f f32le"));
        std::vector<float> reference(bytes.size() / sizeof(float));
        std::memcpy(reference.data(), bytes.data(), reference.size() * sizeof(float));
        std::vector<float> samples = readAll(file);
        QVERIFY(std::abs(static_cast<qint64>(samples.size()) - 30'000) <= 1); // 1.5 s may end between two samples
        QVERIFY(std::abs(static_cast<qint64>(reference.size()) - 30'000) <= 1);
        reference.resize(29'900);
        samples.resize(29'900);
        QVERIFY(largestDifference(samples, reference) < 1e-5F);
    }

    void surroundIsAveragedPlainly() {
        TAGSCOPE_REQUIRE_FFMPEG();
        const MadeMedia made;
        const auto file =
            made.make("a.wav", "-f lavfi -i aevalsrc=0.6|0|0|0|0|-0.3:c=5.1:s=20000:d=0.5 -c:a pcm_f32le");
        const std::vector<float> samples = readAll(file);
        QCOMPARE(static_cast<int>(samples.size()), 10'000);
        for (const float sample : samples)
            QVERIFY(std::abs(sample - 0.05F) < 1e-6F);
    }

    void lateStreamIsPrecededBySilence_data() {
        QTest::addColumn<QString>("name");
        for (const char *name : {"a.mp4", "a.mkv", "a.ts"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void lateStreamIsPrecededBySilence() {
        TAGSCOPE_REQUIRE_FFMPEG();
        QFETCH(QString, name);
        const MadeMedia made;
        const auto file =
            made.make(name.toStdString(), "-f lavfi -i testsrc2=s=64x64:r=25:d=3 -itsoffset 1 -f lavfi -i "
                                          "sine=f=1000:d=1.5 -map 0 -map 1 -c:v mpeg4 -c:a ac3");
        const std::vector<float> samples = readAll(file);
        QVERIFY(std::abs(static_cast<double>(samples.size()) / 20'000 - 2.5) < 0.06);
        QVERIFY(loudest(samples, 0.0, 0.95) < 1e-6F);
        QVERIFY(loudest(samples, 1.03, 1.1) > 0.05F);
    }

    void gaps_data() {
        QTest::addColumn<int>("gap");
        QTest::addColumn<double>("duration");
        QTest::newRow("none") << 0 << 2.0;
        QTest::newRow("filled") << 5 << 7.0;
        QTest::newRow("beyond belief") << 5000 << 2.0;
        QTest::newRow("a century") << 1'000'000'000 << 2.0;
    }

    void gaps() {
        TAGSCOPE_REQUIRE_FFMPEG();
        QFETCH(int, gap);
        QFETCH(double, duration);
        const MadeMedia made;
        const auto file = made.make("a.mkv", "-f lavfi -i sine=d=2:r=20000 -af asetpts=if(gte(T\\,1)\\,PTS+" +
                                                 std::to_string(gap) + "*SR\\,PTS) -c:a pcm_s16le");
        const std::vector<float> samples = readAll(file);
        QVERIFY2(std::abs(static_cast<double>(samples.size()) / 20'000 - duration) < 0.1,
                 std::to_string(samples.size()).c_str());
        if (gap == 5)
            QVERIFY(loudest(samples, 1.2, 5.9) == 0.0F);
        QVERIFY(loudest(samples, duration - 0.9, duration) > 0.05F);
    }

    void seekingEqualsReadingOn_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("arguments");
        const auto row = [](const char *name, const char *arguments) {
            QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(arguments);
        };
        row("a.wav", "-c:a pcm_s16le");
        row("odd.wav", "-c:a pcm_s16le -ar 44099");
        row("a.flac", "-c:a flac");
        row("a.m4a", "-c:a aac");
        row("a.mp3", "-c:a libmp3lame -q:a 5");
        row("a.mkv", "-c:a aac");
        row("a.ogg", "-c:a libvorbis");
        row("a.webm", "-c:a libopus");
        row("a.ts", "-c:a mp2");
    }

    void seekingEqualsReadingOn() {
        TAGSCOPE_REQUIRE_FFMPEG();
        QFETCH(QString, name);
        QFETCH(QString, arguments);
        const MadeMedia made;
        const auto file = made.make(name.toStdString(),
                                    "-f lavfi -i anoisesrc=d=40:a=0.3:seed=7:r=44100 -ac 1 " + arguments.toStdString());
        const std::vector<float> whole = readAll(file);
        QVERIFY(whole.size() > 790'000);
        Result<AudioReader> reader = AudioReader::open(file);
        QVERIFY_OK(reader);
        for (const double time : {30.0, 12.34567, 0.0, 0.01, 38.0, 38.5, 3.0, 20.00005}) {
            QVERIFY(reader->seek(Seconds(time)).has_value());
            const auto start = std::llround(time * 20'000);
            QCOMPARE(reader->position(), start);
            const std::vector<float> samples = readOn(*reader, 5'000);
            const std::vector<float> expected(whole.begin() + start, whole.begin() + start + 5'000);
            QVERIFY2(largestDifference(samples, expected) < 1e-4F, std::to_string(time).c_str());
        }
        QVERIFY(reader->seek(Seconds(1000.0)).has_value());
        QVERIFY(readOn(*reader, 10).empty());
        QVERIFY(reader->seek(Seconds(5.0)).has_value());
        QCOMPARE(static_cast<int>(readOn(*reader, 10).size()), 10);
    }

    void nonFiniteSamplesBecomeZero() {
        const MadeMedia made;
        std::vector<float> values(20'000, 0.25F);
        values[100] = std::numeric_limits<float>::quiet_NaN();
        values[200] = std::numeric_limits<float>::infinity();
        values[300] = -std::numeric_limits<float>::infinity();
        std::string bytes = wavHeader(3, 20'000, 32, 80'000);
        bytes.append(reinterpret_cast<const char *>(values.data()), 80'000);
        Result<AudioReader> reader = AudioReader::open(made.write("nan.wav", bytes));
        QVERIFY_OK(reader);
        const std::vector<float> samples = readOn(*reader, 30'000);
        QCOMPARE(static_cast<int>(samples.size()), 20'000);
        QCOMPARE(reader->takeLevels().notNumbers, std::int64_t{3});
        QCOMPARE(samples[99], 0.25F);
        for (const std::size_t i : {100U, 200U, 300U})
            QCOMPARE(samples[i], 0.0F);
    }

    // A microphone with the wrong polarity: what is analysed is silence, and that has to be said.
    void channelsThatCancelAreNoticed() {
        TAGSCOPE_REQUIRE_FFMPEG();
        const MadeMedia made;
        const auto levelsOf = [&made](const char *right) {
            const auto file = made.make("a.wav", std::string("-f lavfi -i aevalsrc=0.5*sin(2*PI*440*t)|") + right +
                                                     ":d=1:s=44100 -y");
            Result<AudioReader> reader = AudioReader::open(file);
            if (reader)
                readOn(*reader, 40'000);
            return reader ? reader->takeLevels() : SoundLevels();
        };
        const SoundLevels opposed = levelsOf("-0.5*sin(2*PI*440*t)");
        QVERIFY(opposed.doChannelsCancel() && opposed.isUnusable());
        QVERIFY(opposed.cancellation() > 60.0);
        QVERIFY(levelsOf("-0.45*sin(2*PI*440*t)").doChannelsCancel()); // 26 dB
        for (const char *right : {"0.5*sin(2*PI*440*t)", "0", "0.3*sin(2*PI*900*t)", "-0.3*sin(2*PI*440*t)"})
            QVERIFY2(!levelsOf(right).doChannelsCancel(), right);
    }

    // What an import looks at: the beginning of the file, and the sentences that come of it.
    void soundIsCheckedByItsBeginning() {
        TAGSCOPE_REQUIRE_FFMPEG();
        const MadeMedia made;
        const auto opposed =
            made.make("o.flac", "-f lavfi -i aevalsrc=0.5*sin(2*PI*440*t)|-0.5*sin(2*PI*440*t):d=4:s=44100");
        const Result<std::vector<Message>> notes = checkSound(opposed, Seconds{2});
        QVERIFY_OK(notes);
        QCOMPARE(notes->size(), std::size_t{1});
        QCOMPARE(notes->front().id, std::string_view("analysis.channels_cancel"));
        const auto later = made.make("l.flac", "-f lavfi -i aevalsrc=0.5*sin(2*PI*440*t)|0.5*sin(2*PI*440*t)*"
                                               "(1-2*gte(t\\,2)):d=9:s=44100");
        QVERIFY(checkSound(later, Seconds{2}).value().empty());
        const auto picture = made.make("p.mkv", "-f lavfi -i testsrc2=s=64x48:r=5:d=1");
        QVERIFY(checkSound(picture, Seconds{2}).value().empty());
        QVERIFY(!checkSound(made.write("x.wav", "RIFF"), Seconds{2}));
        std::string bytes = wavHeader(3, 8000, 32, 40'000);
        const std::vector<float> wrong(10'000, std::numeric_limits<float>::quiet_NaN());
        bytes.append(reinterpret_cast<const char *>(wrong.data()), 40'000);
        const auto none = checkSound(made.write("nan.wav", bytes), Seconds{2});
        QVERIFY(none && none->size() == 1 && none->front().id == "analysis.not_numbers");
    }

    // Also of one channel; not of a whole file, nor of sound that ends before the pictures do.
    void aBrokenTailIsNoticed() {
        TAGSCOPE_REQUIRE_FFMPEG();
        const MadeMedia made;
        for (const char *name : {"a.flac", "b.mp4"}) {
            const bool hasPictures = name[0] == 'b';
            const auto whole =
                made.make(name, std::string(hasPictures ? "-f lavfi -i testsrc2=s=64x48:r=5:d=20 " : "") +
                                    "-f lavfi -i anoisesrc=d=20:r=8000" + (hasPictures ? " -movflags +faststart" : ""));
            QVERIFY(checkSound(whole, Seconds{2}).value().empty());
            std::ifstream in(whole, std::ios::binary);
            const std::string bytes{std::istreambuf_iterator<char>(in), {}};
            const auto broken = made.write(std::string("cut-") + name, bytes.substr(0, bytes.size() * 6 / 10));
            const Result<std::vector<Message>> notes = checkSound(broken, Seconds{2});
            QVERIFY_OK(notes);
            QCOMPARE(notes->size(), std::size_t{1});
            QCOMPARE(notes->front().id, std::string_view("analysis.cut_off"));
            QCOMPARE(notes->front().arguments.front().text.substr(0, 2), std::string("20"));
            const double end = std::stod(notes->front().arguments.back().text);
            QVERIFY2(end > 5 && end < 18, notes->front().arguments.back().text.c_str());
        }
        const auto shorter =
            made.make("s.mkv", "-f lavfi -i testsrc2=s=64x48:r=5:d=9 -f lavfi -i anoisesrc=d=3:r=8000");
        QVERIFY(checkSound(shorter, Seconds{2}).value().empty());
    }

    void samplesOnAnotherScaleAreCounted() {
        const MadeMedia made;
        std::vector<float> values(20'000, 0.25F);
        std::fill(values.begin(), values.begin() + 12'000, 12'000.0F); // of 16-bit integers
        std::string bytes = wavHeader(3, 20'000, 32, 80'000);
        bytes.append(reinterpret_cast<const char *>(values.data()), 80'000);
        Result<AudioReader> reader = AudioReader::open(made.write("loud.wav", bytes));
        QVERIFY_OK(reader);
        QCOMPARE(readOn(*reader, 30'000).size(), std::size_t{20'000});
        const SoundLevels levels = reader->takeLevels();
        QCOMPARE(levels.absurd, std::int64_t{12'000});
        QVERIFY(levels.isUnusable());
        QCOMPARE(reader->takeLevels().samples, std::int64_t{0}); // they are counted once
    }

    void extremeRates() {
        const MadeMedia made;
        for (const int rate : {1, 7, 200'000, 768'000}) {
            std::string bytes = wavHeader(1, rate, 16, 4000) + std::string(4000, 'x');
            const std::vector<float> samples = readAll(made.write("rate.wav", bytes));
            QVERIFY2(!samples.empty(), std::to_string(rate).c_str());
        }
        QVERIFY(peakMemory() < 500.0);
    }

    void threeHoursInConstantMemory() {
        const MadeMedia made;
        Result<AudioReader> reader = AudioReader::open(longFile(made, 3 * 3600));
        QVERIFY_OK(reader);
        std::vector<float> block(200'000);
        QCOMPARE(reader->read(block).value(), block.size());
        const double before = peakMemory();
        std::int64_t total = 200'000;
        for (std::size_t count = block.size(); count == block.size();) {
            count = reader->read(block).value();
            total += static_cast<std::int64_t>(count);
        }
        QCOMPARE(total, std::int64_t{3} * 3600 * 20'000);
        QVERIFY(peakMemory() - before < 8.0);
    }

    void stops() {
        const MadeMedia made;
        std::stop_source source;
        Result<AudioReader> reader = AudioReader::open(longFile(made, 20 * 3600), 20'000, source.get_token());
        QVERIFY_OK(reader);
        std::vector<float> block(200'000);
        qint64 asked = 0;
        QElapsedTimer timer;
        timer.start();
        const std::jthread stopper([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
            asked = timer.elapsed();
            source.request_stop();
        });
        for (;;) {
            const Result<std::size_t> count = reader->read(block);
            if (!count) {
                QVERIFY(count.error().isCancelled());
                break;
            }
            QVERIFY(*count > 0);
        }
        QVERIFY(timer.elapsed() - asked < 1000); // meant: 100 ms; the rest is for busy machines
    }
};

TAGSCOPE_CORE_TEST(TestAudioReader)
#include "tst_audio_reader.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/audio_reader.h"
#include "core/media/decoding.h"
#include "core/media/media_info.h"
#include "core/media/picture_reader.h"
#include "core/media/shown_pictures.h"
#include "tests/support/made_media.h"
#include "tests/support/qt_test.h"
#include "tests/support/test_files.h"

#include <QElapsedTimer>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>
#include <vector>

using namespace tagscope;
using namespace tagscope::test;

namespace {

void decodeIn(const char *program, std::chrono::seconds patience = std::chrono::seconds(30),
              std::chrono::seconds effort = std::chrono::seconds(60)) {
    setDecodingOptions({DecodingPlace::Child, program, patience, effort});
}

std::string hashOf(const void *bytes, std::size_t count) {
    return std::to_string(std::hash<std::string_view>()({static_cast<const char *>(bytes), count}));
}

void describe(std::ostream &out, const Result<MediaInfo> &info) {
    if (!info) {
        out << "no recording: " << info.error().what() << '\n';
        return;
    }
    out << std::hexfloat << info->file << ' ' << info->container << ' ' << info->duration.count() << ' '
        << info->isDurationGuessed << '\n';
    if (info->audio)
        out << info->audio->codec << ' ' << info->audio->sampleRate << ' ' << info->audio->channels << '\n';
    if (info->video)
        out << info->video->codec << ' ' << info->video->width << 'x' << info->video->height << ' '
            << info->video->rotation << ' ' << info->video->picturesPerSecond << '\n';
    for (const Message &note : info->notes)
        out << englishText(note) << '\n';
}

// Up to some seconds from here.
void describeSound(std::ostream &out, AudioReader &reader) {
    std::vector<float> samples(7 * static_cast<std::size_t>(reader.sampleRate()));
    const Result<std::size_t> count = reader.read(samples);
    if (!count) {
        out << "no sound: " << count.error().what() << '\n';
        return;
    }
    const SoundLevels levels = reader.takeLevels();
    out << std::hexfloat << *count << ' ' << hashOf(samples.data(), *count * sizeof(float)) << ' '
        << reader.damagedPackets() << ' ' << levels.samples << ' ' << levels.notNumbers << ' ' << levels.absurd << ' '
        << levels.averageSquares << '\n';
}

void describeSound(std::ostream &out, const std::filesystem::path &file) {
    Result<AudioReader> reader = AudioReader::open(file);
    if (!reader) {
        out << "not opened: " << reader.error().what() << '\n';
        return;
    }
    describeSound(out, *reader);
    for (const double time : {3.0, 0.5}) {
        out << "seek " << reader->seek(Seconds(time)).has_value() << ' ';
        describeSound(out, *reader);
    }
    out << "hasty " << reader->seekQuickly(Seconds(61.0)).has_value() << ' ';
    describeSound(out, *reader);
}

void describePictures(std::ostream &out, PictureReader &reader, int most) {
    for (int i = 0; i < most; ++i) {
        const Result<std::optional<SampledPicture>> next = reader.next();
        if (!next) {
            out << "no picture: " << next.error().what() << '\n';
            return;
        }
        if (!*next)
            break;
        const SampledPicture &sampled = **next;
        const Result<RgbImage> image = sampled.picture.image(199, 101);
        const Result<RgbImage> whole = i % 16 == 0 ? sampled.picture.image() : image;
        if (!image || !whole) {
            out << "not converted\n";
            return;
        }
        out << std::hexfloat << sampled.index << ' ' << sampled.time.count() << ' ' << sampled.source << ' '
            << sampled.picture.width() << 'x' << sampled.picture.height() << ' '
            << hashOf(image->pixels.data(), image->pixels.size()) << ' '
            << hashOf(whole->pixels.data(), whole->pixels.size()) << ' ' << reader.damagedPackets() << '\n';
    }
    out << "end " << reader.damagedPackets() << '\n';
}

void describePictures(std::ostream &out, const std::filesystem::path &file) {
    Result<PictureReader> reader = PictureReader::open(file);
    if (!reader) {
        out << "not opened: " << reader.error().what() << '\n';
        return;
    }
    describePictures(out, *reader, 72);
    for (const std::int64_t index : {120, 30, 31}) {
        out << "seek " << reader->seek(index).has_value() << ' ';
        describePictures(out, *reader, 5);
    }
}

// As someone plays, steps and jumps.
void describeShown(std::ostream &out, const std::filesystem::path &file) {
    Result<ShownPictures> pictures = ShownPictures::open(file);
    if (!pictures)
        return;
    for (const double time : {0.0, 0.1, 0.2, 2.0, 1.5, 1.9, 9.0, 0.3}) {
        const Result<ShownPicture> shown = pictures->at(Seconds(time));
        const Result<RgbImage> image = shown ? shown->picture.image(160, 90) : tl::unexpected(shown.error());
        out << "shown " << (image ? hashOf(image->pixels.data(), image->pixels.size()) : image.error().what());
        if (shown)
            out << std::hexfloat << ' ' << shown->time.count() << ' ' << shown->until.count() << ' ' << shown->source;
        out << '\n';
    }
}

// Everything that readers give of a file, to be compared.
std::string everythingOf(const std::filesystem::path &file) {
    std::ostringstream out;
    describe(out, probeMedia(file));
    describeSound(out, file);
    describePictures(out, file);
    describeShown(out, file);
    return out.str();
}

std::filesystem::path toneFile(const MadeMedia &made, const char *name) {
    std::string bytes = wavHeader(1, 8000, 16, 2 * 16000U);
    for (int n = 0; n < 16000; ++n) {
        const auto sample = static_cast<std::int16_t>((n * 37) % 2000 - 1000);
        bytes.append(reinterpret_cast<const char *>(&sample), sizeof sample);
    }
    return made.write(name, bytes);
}

Result<std::size_t> readTone(const std::filesystem::path &file) {
    Result<AudioReader> reader = AudioReader::open(file);
    if (!reader)
        return tl::unexpected(reader.error());
    std::vector<float> samples(100'000);
    return reader->read(samples);
}

} // namespace

// Decoding in a process of its own: the same numbers, and files that kill it.
class TestDecoderProcess : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { decodeIn(TAGSCOPE_FAILING_DECODER); }
    void cleanup() {
        setDecodingOptions({});
        endIdleDecoders();
    }

    void givesTheSameOfMadeFiles() {
        const MadeMedia made;
        const std::vector<std::filesystem::path> files{
            toneFile(made, "tone.wav"), made.write("empty.wav", ""), made.write("text.mp4", "no recording"),
            made.write("half.wav", wavHeader(2, 44100, 16, 400000) + std::string(1001, 'x')), made.path("none.wav")};
        for (const std::filesystem::path &file : files)
            compare(file);
    }

    void givesTheSameOfSharedFiles() {
        TAGSCOPE_REQUIRE_SHARED(directory, "media");
        int count = 0;
        for (const auto &entry : std::filesystem::recursive_directory_iterator(directory)) {
            if (!entry.is_regular_file())
                continue;
            compare(entry.path());
            ++count;
        }
        QVERIFY(count > 50);
    }

    void namesWhatKillsIt_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("cause");
        QTest::newRow("crash") << "crash.wav"
                               << "crash.wav crashed its decoder"
                               << "SIGSEGV";
        QTest::newRow("abort") << "abort.wav"
                               << "abort.wav crashed its decoder"
                               << "SIGABRT";
        QTest::newRow("crash while opening") << "crash-at-once.wav"
                                             << "crashed its decoder"
                                             << "SIGSEGV";
        QTest::newRow("end") << "quit.wav"
                             << "crashed its decoder"
                             << "of itself";
        QTest::newRow("memory") << "swell.wav"
                                << "swell.wav needs more memory"
                                << "";
        QTest::newRow("memory while opening") << "swell-at-once.wav"
                                              << "needs more memory"
                                              << "";
        QTest::newRow("busy") << "busy.wav"
                              << "busy.wav kept its decoder busy"
                              << "";
        QTest::newRow("busy while opening") << "busy-at-once.wav"
                                            << "kept its decoder busy"
                                            << "";
        QTest::newRow("asleep") << "asleep.wav"
                                << "asleep.wav kept its decoder busy"
                                << "";
        QTest::newRow("nonsense") << "babble.wav"
                                  << "crashed its decoder"
                                  << "no sense";
    }

    void namesWhatKillsIt() {
        decodeIn(TAGSCOPE_FAILING_DECODER, std::chrono::seconds(2), std::chrono::seconds(1));
        QFETCH(QString, name);
        QFETCH(QString, words);
        QFETCH(QString, cause);
        const MadeMedia made;
        const std::filesystem::path good = toneFile(made, "good.wav");
        QVERIFY_OK(readTone(good));
        const Result<std::size_t> bad = readTone(toneFile(made, name.toUtf8().constData()));
        QVERIFY_FAILS(bad, Error::Kind::Malformed, words.toStdString());
        QVERIFY2(bad.error().cause.find(cause.toStdString()) != std::string::npos, bad.error().cause.c_str());
        const Result<std::size_t> next = readTone(good);
        QVERIFY_OK(next);
        QCOMPARE(*next, std::size_t{40'000});
    }

    void cannotGetOut() {
        const MadeMedia made;
        const std::filesystem::path file = toneFile(made, "escape.wav");
        const Result<std::size_t> read = readTone(file);
        if (!areDecodersFiltered())
            QSKIP("The kernel filters no system calls here");
        QVERIFY_OK(read);
        QCOMPARE(*read, std::size_t{40'000});
    }

    void stopsWhileItIsBusy() {
        const MadeMedia made;
        for (const char *name : {"busy.wav", "asleep-at-once.wav"}) {
            std::stop_source source;
            const std::jthread stopper([&source] {
                std::this_thread::sleep_for(std::chrono::milliseconds(100));
                source.request_stop();
            });
            Result<AudioReader> reader =
                AudioReader::open(toneFile(made, name), AudioReader::kSampleRate, source.get_token());
            std::vector<float> samples(1000);
            const Result<std::size_t> read = reader ? reader->read(samples) : tl::unexpected(reader.error());
            QVERIFY(!read && read.error().isCancelled());
        }
    }

    void oneDecoderServesManyFiles() {
        const MadeMedia made;
        const std::filesystem::path file = toneFile(made, "tone.wav");
        QVERIFY_OK(readTone(file));
        for (int i = 0; i < 50; ++i)
            QVERIFY_OK(readTone(file));
        QCOMPARE(decoderCount(), 1);
        std::vector<std::jthread> threads;
        for (int thread = 0; thread < 4; ++thread)
            threads.emplace_back([&file] {
                for (int i = 0; i < 20; ++i)
                    if (const Result<std::size_t> read = readTone(file); !read || *read != 40'000)
                        qFatal("%s", read ? "too few samples" : read.error().what().c_str());
            });
        threads.clear();
        QVERIFY(decoderCount() <= 4);
        endIdleDecoders();
        QCOMPARE(decoderCount(), 0);
    }

    void saysWhereItIsMissing() {
        const MadeMedia made;
        const std::filesystem::path file = toneFile(made, "tone.wav");
        decodeIn("/nowhere/tagscope-decoder");
        QVERIFY_FAILS(readTone(file), Error::Kind::Internal, "/nowhere/tagscope-decoder");
        QVERIFY_FAILS(probeMedia(file), Error::Kind::Internal, "does not start");
        decodeIn("/bin/true");
        QVERIFY_FAILS(readTone(file), Error::Kind::Internal, "does not start");
    }

private:
    static void compare(const std::filesystem::path &file) {
        setDecodingOptions({});
        const std::string here = everythingOf(file);
        decodeIn(TAGSCOPE_DECODER_PROGRAM);
        const std::string there = everythingOf(file);
        if (here == there)
            return;
        std::istringstream left(here);
        std::istringstream right(there);
        std::string a;
        std::string b;
        while (std::getline(left, a) && std::getline(right, b) && a == b) {
        }
        QFAIL((file.string() + "\n  here:  " + a + "\n  there: " + b).c_str());
    }

    static std::vector<int> childrenOf(const std::filesystem::path &process) {
        std::vector<int> found;
        for (const auto &task : std::filesystem::directory_iterator(process / "task")) {
            std::ifstream children(task.path() / "children");
            for (int child = 0; children >> child;)
                found.push_back(child);
        }
        return found;
    }

    // Of all templates of this process, as the kernel lists them.
    static int decoderCount() {
        int count = 0;
        for (const int origin : childrenOf("/proc/self"))
            count += static_cast<int>(childrenOf("/proc/" + std::to_string(origin)).size());
        return count;
    }
};

TAGSCOPE_CORE_TEST(TestDecoderProcess)
#include "tst_decoder_process.moc"

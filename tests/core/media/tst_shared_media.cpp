// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/audio_reader.h"
#include "core/media/media_info.h"
#include "core/media/picture_reader.h"
#include "tests/support/qt_test.h"
#include "tests/support/test_files.h"

#include <QDebug>
#include <QFile>
#include <cmath>
#include <vector>

using namespace tagscope;

namespace {

// The fields of a line of RFC 4180.
QStringList fieldsOf(const QString &line) {
    QStringList fields{QString()};
    bool isQuoted = false;
    for (const QChar letter : line) {
        if (letter == QLatin1Char('"'))
            isQuoted = !isQuoted;
        else if (letter == QLatin1Char(',') && !isQuoted)
            fields.append(QString());
        else
            fields.last() += letter;
    }
    return fields;
}

} // namespace

// Real files from elsewhere, awkward ones among them: whatever they are, they are read or there is one clear error.
class TestSharedMedia : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFile() {
        TAGSCOPE_REQUIRE_SHARED(directory, "media");
        QFile manifest(QString::fromStdString((directory / "manifest.csv").string()));
        QVERIFY(manifest.open(QIODevice::ReadOnly | QIODevice::Text));
        const QStringList names = fieldsOf(QString::fromUtf8(manifest.readLine().trimmed()));
        int count = 0;
        while (!manifest.atEnd()) {
            const QStringList fields = fieldsOf(QString::fromUtf8(manifest.readLine().trimmed()));
            const auto field = [&](const char *name) { return fields.value(names.indexOf(QLatin1String(name))); };
            check(directory / field("file").toStdString(), field("duration").toDouble(), field("vcodec"),
                  field("acodec"));
            ++count;
        }
        QVERIFY(count > 50);
    }

private:
    static void check(const std::filesystem::path &file, double duration, const QString &videoCodec,
                      const QString &audioCodec) {
        const Result<MediaInfo> info = probeMedia(file);
        const bool isDecodable = !videoCodec.isEmpty() || (!audioCodec.isEmpty() && audioCodec != QLatin1String("?"));
        QVERIFY2(info.has_value() == isDecodable, file.c_str());
        if (!info) {
            qInfo().noquote() << QString::fromStdString(info.error().what());
            return;
        }
        QVERIFY2(std::abs(info->duration.count() - duration) < 0.01, file.c_str());
        QCOMPARE(QString::fromStdString(info->video ? info->video->codec : std::string()), videoCodec);
        if (info->audio)
            QVERIFY2(std::abs(soundSeconds(file) - duration) < 0.2 || info->video, file.c_str());
        if (info->video)
            QVERIFY2(pictureSeconds(file) < duration + 0.2, file.c_str());
    }

    static double soundSeconds(const std::filesystem::path &file) {
        Result<AudioReader> reader = AudioReader::open(file);
        std::vector<float> samples(2'000'000);
        const Result<std::size_t> count = reader ? reader->read(samples) : tl::unexpected(reader.error());
        if (!count)
            qInfo().noquote() << QString::fromStdString(count.error().what());
        return static_cast<double>(count.value_or(0)) / AudioReader::kSampleRate;
    }

    static double pictureSeconds(const std::filesystem::path &file) {
        Result<PictureReader> reader = PictureReader::open(file);
        double seconds = 0.0;
        while (reader) {
            const Result<std::optional<SampledPicture>> picture = reader->next();
            if (!picture)
                qInfo().noquote() << QString::fromStdString(picture.error().what());
            if (!picture || !*picture)
                break;
            seconds = static_cast<double>((*picture)->index + 1) / PictureReader::kPicturesPerSecond;
        }
        return seconds;
    }
};

TAGSCOPE_CORE_TEST(TestSharedMedia)
#include "tst_shared_media.moc"

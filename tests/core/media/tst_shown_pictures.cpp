// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/shown_pictures.h"
#include "tests/support/made_media.h"
#include "tests/support/qt_test.h"

#include <cmath>
#include <random>
#include <vector>

using namespace tagscope;
using namespace tagscope::test;

namespace {

struct Times {
    double time = 0;
    double until = 0;
};

// One picture after the other.
std::vector<Times> inTurn(const std::filesystem::path &file) {
    std::vector<Times> all;
    Result<ShownPictures> pictures = ShownPictures::open(file);
    Seconds at{0};
    while (pictures) {
        const Result<ShownPicture> shown = pictures->at(at);
        if (!shown)
            return {};
        if (!all.empty() && shown->time.count() == all.back().time)
            return all;
        all.push_back({shown->time.count(), shown->until.count()});
        at = shown->until;
    }
    return all;
}

} // namespace

class TestShownPictures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPictureHasItsOwnTime_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("mp4") << QStringLiteral("a.mp4");
        QTest::newRow("mkv") << QStringLiteral("a.mkv");
        QTest::newRow("avi") << QStringLiteral("a.avi");
    }

    void everyPictureHasItsOwnTime() {
        TAGSCOPE_REQUIRE_FFMPEG();
        QFETCH(QString, name);
        const MadeMedia made;
        const auto file = made.make(name.toStdString(), "-f lavfi -i testsrc2=s=64x48:r=25:d=2 -c:v mpeg4 -bf 0 -g 12");
        const std::vector<Times> pictures = inTurn(file);
        QCOMPARE(pictures.size(), std::size_t{50});
        for (std::size_t i = 0; i < pictures.size(); ++i) {
            QVERIFY(std::abs(pictures[i].time - static_cast<double>(i) / 25) < 0.0015);
            QVERIFY(i + 1 == pictures.size() || pictures[i].until == pictures[i + 1].time);
        }
        QVERIFY(std::abs(pictures.back().until - 2.0) < 0.0015);
    }

    // Pictures that come at 0, 0.1, 0.3, 0.6, 1.0 ... are shown for as long as the file says.
    void variableRate() {
        TAGSCOPE_REQUIRE_FFMPEG();
        const MadeMedia made;
        const auto file = made.make("a.mkv", "-f lavfi -i testsrc2=s=64x48:r=10:d=1 -vf settb=1/1000,setpts=50*N*(N+1) "
                                             "-vsync passthrough -enc_time_base 1/1000 -c:v ffv1");
        const std::vector<Times> pictures = inTurn(file);
        QVERIFY(pictures.size() >= 9);
        for (std::size_t i = 0; i < pictures.size(); ++i)
            QVERIFY(std::abs(pictures[i].time - static_cast<double>(i * (i + 1)) / 20) < 0.0015);
    }

    void anyOrderGivesTheSame_data() { everyPictureHasItsOwnTime_data(); }

    void anyOrderGivesTheSame() {
        TAGSCOPE_REQUIRE_FFMPEG();
        QFETCH(QString, name);
        const MadeMedia made;
        const auto file =
            made.make(name.toStdString(), "-f lavfi -i testsrc2=s=64x48:r=25:d=12 -c:v mpeg4 -bf 0 -g 50");
        Result<ShownPictures> pictures = ShownPictures::open(file);
        QVERIFY_OK(pictures);
        std::mt19937 random(1);
        for (int i = 0; i < 40; ++i) {
            const double time = static_cast<double>(random() % 12000) / 1000 + 0.0005;
            const Result<ShownPicture> shown = pictures->at(Seconds(time));
            QVERIFY_OK(shown);
            QVERIFY2(shown->time.count() <= time + 0.0015 && time < shown->until.count() + 0.0015,
                     qPrintable(QStringLiteral("%1 in %2").arg(time).arg(shown->time.count())));
            QVERIFY(shown->until.count() - shown->time.count() < 0.05);
            Result<ShownPictures> fresh = ShownPictures::open(file);
            const Result<ShownPicture> expected = fresh->at(Seconds(time));
            QVERIFY(shown->picture.image().value() == expected->picture.image().value());
        }
    }

    // Before the first picture stands the first, after the last the last.
    void beforeAndAfter() {
        TAGSCOPE_REQUIRE_FFMPEG();
        const MadeMedia made;
        const auto file = made.make("a.mkv", "-f lavfi -i sine=d=3 -itsoffset 1 -f lavfi -i testsrc2=s=64x64:r=25:d=1 "
                                             "-map 0 -map 1 -c:a pcm_s16le -c:v ffv1");
        Result<ShownPictures> pictures = ShownPictures::open(file);
        QVERIFY_OK(pictures);
        QVERIFY(std::abs(pictures->at(Seconds(0.2))->time.count() - 1.0) < 0.002);
        const Result<ShownPicture> last = pictures->at(Seconds(2.9));
        QVERIFY(last && std::abs(last->time.count() - 1.96) < 0.002);
        QVERIFY(std::abs(last->until.count() - 2.0) < 0.002);
        QVERIFY(pictures->at(Seconds(-5.0)));
        QVERIFY(pictures->at(Seconds(std::nan(""))));
    }

    void stillImagesStand() {
        TAGSCOPE_REQUIRE_FFMPEG();
        const MadeMedia made;
        Result<ShownPictures> pictures =
            ShownPictures::open(made.make("a.png", "-f lavfi -i color=red:s=32x32 -frames:v 1 -update 1"));
        QVERIFY_OK(pictures);
        for (const double time : {0.0, 100.0, 3.0})
            QCOMPARE(pictures->at(Seconds(time))->time.count(), 0.0);
    }

    void stoppingLeavesItUsable() {
        TAGSCOPE_REQUIRE_FFMPEG();
        const MadeMedia made;
        const auto file = made.make("a.mp4", "-f lavfi -i testsrc2=s=64x48:r=25:d=4 -c:v mpeg4 -g 200");
        Result<ShownPictures> pictures = ShownPictures::open(file);
        QVERIFY_OK(pictures);
        std::stop_source stop;
        stop.request_stop();
        const Result<ShownPicture> stopped = pictures->at(Seconds(2), stop.get_token());
        QVERIFY(!stopped && stopped.error().isCancelled());
        QVERIFY(std::abs(pictures->at(Seconds(2.01))->time.count() - 2.0) < 1e-3);
    }
};

TAGSCOPE_PLAIN_TEST(TestShownPictures)
#include "tst_shown_pictures.moc"

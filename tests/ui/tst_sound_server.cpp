// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qt_test.h"
#include "tests/ui/sound_server.h"
#include "ui/playback/device_output.h"
#include "ui/playback/sound_thread.h"

#include <QApplication>
#include <QSettings>

// Sound through a real sound server of the test's own, with devices that nobody hears.
using namespace tagscope::test;
using namespace tagscope::ui;

class TestSoundServer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QCoreApplication::setOrganizationName(QStringLiteral("tagscope-test"));
        if (!SoundServer::isInstalled())
            QSKIP("needs pulseaudio and pulseaudio-utils (packaging/setup.sh --tests)");
        server_ = std::make_unique<SoundServer>();
        if (!server_->start())
            QSKIP("pulseaudio cannot run here");
        qputenv("PULSE_SERVER", server_->socket().toUtf8());
        chooseMediaBackend();
        SoundThread::instance();
        QTRY_COMPARE_WITH_TIMEOUT(SoundThread::instance().devices().size(), std::size_t{2}, kMostServerWait);
    }
    void cleanupTestCase() {
        QVERIFY(SoundThread::end());
        server_.reset();
    }

    void aHundredStartsAreHeardWhole() {
        Listener listener(*server_, QStringLiteral("first"));
        QVERIFY(listener.hasBegun());
        static_cast<void>(server_->ask({QStringLiteral("set-default-sink"), QStringLiteral("first")}));
        const std::unique_ptr<SoundOutput> output = deviceOutput();
        QVERIFY(!output->isSilent());
        const std::vector<qint64> latencies = startManyTimes(*output, listener, 100);
        QCOMPARE(latencies.size(), std::size_t{100});
        QVERIFY(hasSameLatencyAtLast(latencies));
    }

    void eachSideIsHeardOnItsOwn() {
        static_cast<void>(server_->ask({QStringLiteral("set-default-sink"), QStringLiteral("second")}));
        const std::unique_ptr<SoundOutput> output = deviceOutput();
        Listener listener(*server_, QStringLiteral("second"), 2);
        QVERIFY(listener.hasBegun());
        for (const bool isLeft : {true, false}) {
            QVERIFY(playTone(*output, 0, isLeft ? SoundSample{kTone, 0.0F} : SoundSample{0.0F, kTone}) >= 0);
            std::pair<qsizetype, qsizetype> sides;
            static_cast<void>(QTest::qWaitFor(
                [&] {
                    const auto [left, right] = listener.toneOfSides();
                    sides = {sides.first + left, sides.second + right};
                    return sides.first + sides.second >= kToneSamples;
                },
                3000));
            QCOMPARE(isLeft ? sides.first : sides.second, qsizetype{kToneSamples});
            QCOMPARE(isLeft ? sides.second : sides.first, qsizetype{0});
        }
        static_cast<void>(server_->ask({QStringLiteral("set-default-sink"), QStringLiteral("first")}));
    }

    void theChosenDeviceIsUsedWhileItIsThere() {
        Listener second(*server_, QStringLiteral("second"));
        QVERIFY(second.hasBegun());
        SoundThread::instance().choose("second"); // the default is the first
        const std::unique_ptr<SoundOutput> output = deviceOutput();
        QVERIFY(playTone(*output) >= 0);
        QTRY_COMPARE_WITH_TIMEOUT(second.toneHeard(), qsizetype{kToneSamples}, 3000);
        SoundThread::instance().choose("gone");
        Listener first(*server_, QStringLiteral("first"));
        QVERIFY(first.hasBegun());
        QVERIFY(playTone(*output) >= 0);
        QTRY_COMPARE_WITH_TIMEOUT(first.toneHeard(), qsizetype{kToneSamples}, 3000);
        SoundThread::instance().choose({});
    }

    void aNewDefaultIsUsedAtTheNextStart() {
        const std::unique_ptr<SoundOutput> output = deviceOutput();
        for (const QString &name : {QStringLiteral("second"), QStringLiteral("first")}) {
            static_cast<void>(server_->ask({QStringLiteral("set-default-sink"), name}));
            Listener listener(*server_, name);
            QVERIFY(listener.hasBegun());
            QVERIFY(playTone(*output) >= 0);
            QTRY_COMPARE_WITH_TIMEOUT(listener.toneHeard(), qsizetype{kToneSamples}, 3000);
        }
    }

    void aDeviceThatWentStopsNothing() {
        SoundThread::instance().choose("second");
        const std::unique_ptr<SoundOutput> output = deviceOutput();
        QVERIFY(playTone(*output) >= 0);
        QVERIFY(!server_->ask({QStringLiteral("unload-module"), moduleOf("second")}).isEmpty());
        QElapsedTimer clock;
        clock.start();
        output->start();
        QVERIFY2(clock.elapsed() < 100, "starting waits for the server");
        output->stop();
        SoundThread::instance().choose({});
        Listener first(*server_, QStringLiteral("first"));
        QVERIFY(first.hasBegun());
        QVERIFY(playTone(*deviceOutput()) >= 0);
        QTRY_COMPARE_WITH_TIMEOUT(first.toneHeard(), qsizetype{kToneSamples}, 3000);
    }

    // The window goes on: what plays says that it failed, and is silent from then on.
    void aServerThatHangsStopsNothing() {
        std::unique_ptr<SoundOutput> output = deviceOutput();
        server_->freeze();
        QElapsedTimer clock;
        clock.start();
        output->start();
        output->write(std::vector<SoundSample>(100));
        static_cast<void>(output->played());
        QVERIFY2(clock.elapsed() < 100, "starting waits for the server");
        QTRY_VERIFY_WITH_TIMEOUT(output->hasFailed(), kMostServerWait);
        clock.restart();
        output->stop();
        output.reset();
        const std::unique_ptr<SoundOutput> next = deviceOutput();
        QVERIFY2(clock.elapsed() < 100, "stopping waits for the server");
        server_->thaw();
        QTRY_VERIFY_WITH_TIMEOUT(!SoundThread::instance().isHung(), kMostServerWait);
        QVERIFY(playTone(*deviceOutput()) >= 0);
    }

    void itPlaysAfterTheServerWasRestarted() {
        server_->stop();
        QVERIFY(server_->start());
        QTRY_COMPARE_WITH_TIMEOUT(SoundThread::instance().devices().size(), std::size_t{2}, 3 * kMostServerWait);
        Listener listener(*server_, QStringLiteral("first"));
        static_cast<void>(server_->ask({QStringLiteral("set-default-sink"), QStringLiteral("first")}));
        QTest::qWait(300);
        const std::unique_ptr<SoundOutput> output = deviceOutput();
        // What finds its server gone says so. Qt looks for the new server after 3 s.
        QVERIFY(QTest::qWaitFor([&] { return playTone(*output) >= 0; }, kMostServerWait));
        QTRY_COMPARE_WITH_TIMEOUT(listener.toneHeard(), qsizetype{kToneSamples}, 3000);
    }

private:
    [[nodiscard]] QString moduleOf(const char *sink) const {
        for (const QByteArray &line :
             server_->ask({QStringLiteral("list"), QStringLiteral("short"), QStringLiteral("modules")}).split('\n'))
            if (line.contains(QByteArray("sink_name=") + sink))
                return QString::fromUtf8(line.split('\t').first());
        return {};
    }

    std::unique_ptr<SoundServer> server_;
};

TAGSCOPE_WINDOW_TEST(TestSoundServer)
#include "tst_sound_server.moc"

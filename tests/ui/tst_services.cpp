// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qt_test.h"
#include "tests/ui/synthetic.h"
#include "tests/ui/warnings.h"
#include "ui/document/analysis_service.h"
#include "ui/document/thumbnail_service.h"
#include "ui/document/view_state.h"

#include <QSignalSpy>
#include <atomic>
#include <latch>
#include <stdexcept>
#include <thread>

using namespace tagscope;
using namespace tagscope::ui;

namespace {

void waitForStop(const std::stop_token &stop) {
    while (!stop.stop_requested())
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

} // namespace

class TestServices : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarnings(); }

    void deliversOnTheThreadThatAsked() {
        AnalysisService service(test::syntheticSources().analyse);
        std::shared_ptr<const ClipAnalysis> received;
        QThread *thread = nullptr;
        connect(&service, &AnalysisService::received, this,
                [&](JobNumber, const std::shared_ptr<const ClipAnalysis> &clip) {
                    received = clip;
                    thread = QThread::currentThread();
                });
        const QSignalSpy progressed(&service, &AnalysisService::progressed);
        QSignalSpy finished(&service, &AnalysisService::finished);
        const JobNumber job = service.start("a.mp4");
        QVERIFY(finished.wait());
        QCOMPARE(finished.front().front().value<JobNumber>(), job);
        QVERIFY(received);
        QCOMPARE(received->events.size(), std::size_t{17});
        QCOMPARE(thread, QThread::currentThread());
        QCOMPARE(progressed.size(), 1);
    }

    void aFloodOfProgressIsToldInBatches() {
        constexpr int kReports = 100000;
        AnalysisService service([](const auto &, const auto &, const Progress &progress, const auto &) -> Result<void> {
            for (int i = 0; i < kReports; ++i)
                progress(i / static_cast<double>(kReports), "stage");
            return {};
        });
        const QSignalSpy progressed(&service, &AnalysisService::progressed);
        QSignalSpy finished(&service, &AnalysisService::finished);
        service.start("a.mp4");
        QVERIFY(finished.wait());
        QVERIFY(!progressed.isEmpty());
        QVERIFY2(progressed.size() < 1000, qPrintable(QString::number(progressed.size())));
    }

    void aCancelledJobIsNotHeardOfAgain() {
        std::latch running(1);
        std::atomic<bool> isOver = false;
        {
            AnalysisService service([&](const std::filesystem::path &media, const auto &receive,
                                        const Progress &progress, const std::stop_token &stop) -> Result<void> {
                running.count_down();
                waitForStop(stop);
                progress(0.9, "too late");
                receive(test::syntheticClip(media)); // stale: nobody waits for it
                isOver = true;
                return {};
            });
            const QSignalSpy received(&service, &AnalysisService::received);
            const QSignalSpy progressed(&service, &AnalysisService::progressed);
            const QSignalSpy cancelled(&service, &AnalysisService::cancelled);
            const QSignalSpy finished(&service, &AnalysisService::finished);
            const JobNumber job = service.start("a.mp4");
            running.wait();
            service.cancel(job);
            QCOMPARE(cancelled.size(), 1); // at once
            QCOMPARE(service.unfinished(), std::size_t{0});
            QTRY_VERIFY(isOver);
            service.start("b.mp4"); // its timer delivers what the first one left behind
            QTest::qWait(150);
            QCOMPARE(received.size(), 0);
            QCOMPARE(progressed.size(), 0);
            QCOMPARE(finished.size(), 0);
        } // stops the second one
        QVERIFY(isOver);
    }

    void cancelAllStartsNothingThatWaited() {
        std::atomic<int> begun = 0;
        AnalysisService service(
            [&](const auto &, const auto &, const auto &, const std::stop_token &stop) -> Result<void> {
                ++begun;
                waitForStop(stop);
                return tagscope::cancelled();
            });
        const QSignalSpy cancelled(&service, &AnalysisService::cancelled);
        for (const char *file : {"a", "b", "c"})
            service.start(file);
        QTRY_COMPARE(begun.load(), 1);
        service.cancelAll();
        QCOMPARE(cancelled.size(), 3);
        QTest::qWait(100);
        QCOMPARE(begun.load(), 1);
    }

    void errorsAndExceptionsAreValues() {
        AnalysisService service(
            [](const std::filesystem::path &media, const auto &, const auto &, const auto &) -> Result<void> {
                if (media == "throws")
                    throw std::runtime_error("out of luck");
                return fail(Error::Kind::Unreadable, plainText("There is no such file."));
            });
        std::vector<Error> errors;
        connect(&service, &AnalysisService::failed, this,
                [&](JobNumber, const Error &error) { errors.push_back(error); });
        service.start("missing");
        service.start("throws");
        QTRY_COMPARE(errors.size(), std::size_t{2});
        QCOMPARE(errors[0].what(), std::string("There is no such file."));
        QVERIFY(errors[1].kind == Error::Kind::Internal);
        QCOMPARE(errors[1].cause, std::string("out of luck"));
    }

    void onlyTheLatestThumbnailsCount() {
        std::atomic<int> calls = 0;
        ThumbnailService service([&](const auto &media, Seconds start, const auto &times, int height,
                                     const std::stop_token &stop) -> Result<std::vector<RgbImage>> {
            if (calls++ == 0)
                waitForStop(stop);
            return test::syntheticThumbnails(media, start, times, height, {});
        });
        std::vector<std::size_t> counts;
        connect(&service, &ThumbnailService::ready, this,
                [&](const std::vector<Seconds> &, const std::vector<QImage> &pictures) {
                    counts.push_back(pictures.size());
                    QCOMPARE(pictures.front().height(), 24);
                });
        service.request({"a.mp4", Seconds{0}, std::vector<Seconds>(3), 24});
        QTRY_COMPARE(calls.load(), 1);
        service.request({"a.mp4", Seconds{0}, std::vector<Seconds>(5), 24});
        QTRY_COMPARE(counts.size(), std::size_t{1});
        QTest::qWait(100);
        QCOMPARE(counts, std::vector<std::size_t>{5});
    }

    void zoomKeepsThePointInPlaceAndTheClipInSight() {
        ViewState view;
        view.reset(Seconds{10});
        view.zoom(Seconds{4}, 0.5);
        QCOMPARE(view.range().lower.count(), 2.0);
        QCOMPARE(view.range().upper.count(), 7.0);
        view.pan(10);
        QCOMPARE(view.range().upper.count(), 10.0);
        QCOMPARE(view.range().span().count(), 5.0);
        view.back();
        QCOMPARE(view.range().lower.count(), 2.0);
        view.zoom(Seconds{4}, 1000);
        QCOMPARE(view.range().lower.count(), 0.0);
        QCOMPARE(view.range().upper.count(), 10.0);
        view.zoom(Seconds{4}, 1e-9);
        QVERIFY(view.range().span().count() > 0.01);
        view.setPlayhead(Seconds{99});
        QCOMPARE(view.playhead().count(), 10.0);
        QVERIFY(view.range().upper.count() >= 10.0 - 1e-9);
    }
};

TAGSCOPE_CORE_TEST(TestServices)
#include "tst_services.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/download/download_place.h"
#include "tests/support/qt_test.h"

using namespace tagscope;
using namespace tagscope::test;

class TestDownloadResumed : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        // The loopback address is asked without any proxy of whoever runs this.
        qputenv("no_proxy", "127.0.0.1");
    }

    void goesOnWhereAConnectionBroke() {
        const Place place;
        const WebServer server(breaking(place.whole, 50'000, 3));
        QVERIFY_OK(download(place.request({server.address()})));
        QVERIFY(place.isTidy());
        const std::vector<WebRequest> requests = server.requests();
        QCOMPARE(requests.size(), std::size_t{4});
        QCOMPARE(rangeOf(requests[0]), std::string());
        QCOMPARE(rangeOf(requests[1]), std::string("bytes=50000-"));
        QCOMPARE(rangeOf(requests[3]), std::string("bytes=150000-"));
        QCOMPARE(requests[3].headers.at("if-range"), std::string("\"first\""));
    }

    void givesUpWhereNothingComes() {
        const Place place;
        const WebServer server(breaking(place.whole, 0, 1000));
        QVERIFY_FAILS(download(place.request({server.address()})), Error::Kind::Unreadable, "broke off");
        QCOMPARE(server.requests().size(), std::size_t{5}); // the first, and four retries
    }

    // A later download, of another object or another day, goes on.
    void aLaterDownloadGoesOn() {
        const Place place;
        {
            const WebServer server([&](const WebRequest &request) {
                WebAnswer answer = answerWithFile(request, place.whole);
                answer.breakAfter = rangeOf(request).empty() ? 80'000 : 0;
                return answer;
            });
            QVERIFY(!download(place.request({server.address()})));
        }
        QVERIFY(!fs::exists(place.target));
        QCOMPARE(place.partSize(), std::size_t{80'000});
        const WebServer other([&](const WebRequest &request) { return answerWithFile(request, place.whole); });
        const auto came = download(place.request({other.address()}));
        QVERIFY_OK(came);
        QCOMPARE(came->continued, std::uint64_t{80'000});
        QCOMPARE(rangeOf(other.requests().front()), std::string("bytes=80000-"));
        // The tag is of another address, which knows nothing of it.
        QVERIFY(!other.requests().front().headers.contains("if-range"));
        QVERIFY(place.isTidy());
    }

    void aWholePartIsOnlyChecked() {
        const Place place;
        fs::create_directories(place.target.parent_path());
        std::ofstream(place.target.string() + ".part", std::ios::binary) << place.whole;
        const WebServer server([](const WebRequest &) { return WebAnswer{.status = 500}; });
        QVERIFY_OK(download(place.request({server.address()})));
        QVERIFY(place.isTidy());
        QVERIFY(server.requests().empty());
    }

    void aServerWithoutRangesBeginsAnew() {
        const Place place;
        int calls = 0;
        const WebServer server([&](const WebRequest &) {
            WebAnswer answer{.body = place.whole};
            if (calls++ == 0)
                answer.breakAfter = 50'000;
            return answer;
        });
        const auto came = download(place.request({server.address()}));
        QVERIFY_OK(came);
        QCOMPARE(came->continued, std::uint64_t{0});
        QVERIFY(place.isTidy());
    }

    // Between two requests the server's file became another one, which If-Range finds out.
    void aChangedFileBeginsAnew() {
        const Place place;
        const std::string old(place.whole.size(), 'x');
        int calls = 0;
        const WebServer server([&](const WebRequest &request) {
            WebAnswer answer =
                calls == 0 ? answerWithFile(request, old, "\"old\"") : answerWithFile(request, place.whole, "\"new\"");
            if (calls++ == 0)
                answer.breakAfter = 50'000;
            return answer;
        });
        DownloadRequest request = place.request({server.address()});
        request.sha256.clear(); // nothing else would find out
        QVERIFY_OK(download(request));
        QVERIFY(place.isTidy());
    }

    // A part of unknown descent is continued only where a check at the end finds out what does not fit; then all of it
    // is fetched again.
    void aForeignPartDoesNoHarm() {
        const Place place;
        const WebServer server([&](const WebRequest &request) { return answerWithFile(request, place.whole); });
        for (const bool isHashKnown : {true, false}) {
            fs::create_directories(place.target.parent_path());
            std::ofstream(place.target.string() + ".part", std::ios::binary) << std::string(70'000, 'x');
            DownloadRequest request = place.request({server.address()});
            if (!isHashKnown)
                request.sha256.clear();
            const auto came = download(request);
            QVERIFY_OK(came);
            QCOMPARE(came->continued, std::uint64_t{0});
            QVERIFY(place.isTidy());
            fs::remove(place.target);
        }
        QCOMPARE(rangeOf(server.requests()[0]), std::string("bytes=70000-"));
        QCOMPARE(rangeOf(server.requests()[1]), std::string());
        QCOMPARE(rangeOf(server.requests()[2]), std::string());
    }

    void aPartThatIsTooLongBeginsAnew() {
        const Place place;
        fs::create_directories(place.target.parent_path());
        std::ofstream(place.target.string() + ".part", std::ios::binary) << place.whole << "more";
        const WebServer server([&](const WebRequest &request) { return answerWithFile(request, place.whole); });
        QVERIFY_OK(download(place.request({server.address()})));
        QVERIFY(place.isTidy());
    }

    void anotherRangeIsNotBelieved() {
        const Place place;
        fs::create_directories(place.target.parent_path());
        std::ofstream(place.target.string() + ".part", std::ios::binary) << place.whole.substr(0, 70'000);
        const WebServer server([&](const WebRequest &request) {
            WebAnswer answer = answerWithFile(request, place.whole);
            for (auto &[name, value] : answer.headers)
                if (name == "Content-Range")
                    value = "bytes 5-199999/200000";
            return answer;
        });
        QVERIFY_OK(download(place.request({server.address()})));
        QVERIFY(place.isTidy());
    }

    void aStopKeepsWhatCame() {
        const Place place;
        const WebServer server([&](const WebRequest &request) {
            WebAnswer answer = answerWithFile(request, place.whole);
            answer.pieces = 1000; // 20 s in all
            answer.pause = std::chrono::milliseconds(20);
            return answer;
        });
        std::stop_source source;
        const auto came = download(
            place.request({server.address(), server.address("/second")}),
            [&](double fraction, std::string_view) {
                if (fraction > 0.01)
                    source.request_stop();
            },
            source.get_token());
        QVERIFY(!came && came.error().isCancelled());
        QVERIFY(!fs::exists(place.target));
        QVERIFY(place.partSize() > 1000 && place.partSize() < place.whole.size() / 2);
        QCOMPARE(server.requests().size(), std::size_t{1});
    }
};

TAGSCOPE_PLAIN_TEST(TestDownloadResumed)
#include "tst_download_resumed.moc"

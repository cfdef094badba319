// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/download/download_place.h"
#include "tests/support/qt_test.h"

#include <algorithm>
#include <thread>

using namespace tagscope;
using namespace tagscope::test;

class TestDownload : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        // The loopback address is asked without any proxy of whoever runs this.
        qputenv("no_proxy", "127.0.0.1");
    }

    void bringsAFile() {
        const Place place;
        const WebServer server([&](const WebRequest &request) { return answerWithFile(request, place.whole); });
        std::vector<double> fractions;
        const auto came = download(place.request({server.address()}),
                                   [&](double fraction, std::string_view) { fractions.push_back(fraction); });
        QVERIFY_OK(came);
        QCOMPARE(came->address, server.address());
        QCOMPARE(came->size, place.whole.size());
        QCOMPARE(came->continued, std::uint64_t{0});
        QCOMPARE(came->sha256, sha256Of(place.whole));
        QVERIFY(place.isTidy());
        QVERIFY(std::is_sorted(fractions.begin(), fractions.end()) && fractions.back() == 1.0);
        QCOMPARE(server.requests().size(), std::size_t{1});
    }

    void followsRedirects() {
        const Place place;
        const WebServer server([&](const WebRequest &request) {
            if (request.path == "/mirror/file")
                return answerWithFile(request, place.whole);
            WebAnswer answer{.status = 302, .body = "elsewhere"};
            answer.headers = {{"Location", request.path == "/old" ? "/file" : "/mirror/file"}};
            return answer;
        });
        QVERIFY_OK(download(place.request({server.address("/old")})));
        QVERIFY(place.isTidy());
        QCOMPARE(server.requests().size(), std::size_t{3});
    }

    void staysWithTheWeb() {
        const Place place;
        const fs::path secret = place.target.parent_path().parent_path() / "secret";
        std::ofstream(secret) << place.whole;
        const WebServer server([&](const WebRequest &request) {
            WebAnswer answer{.status = 302};
            answer.headers = {{"Location", request.path == "/round" ? "/round" : "file://" + secret.string()}};
            return answer;
        });
        QVERIFY_FAILS(download(place.request({server.address()})), Error::Kind::Unreadable, "not a secure web address");
        QVERIFY_FAILS(download(place.request({server.address("/round")})), Error::Kind::Unreadable, "without an end");
        QVERIFY_FAILS(download(place.request({"file://" + secret.string()})), Error::Kind::Unsupported, "http");
        QVERIFY_FAILS(download(place.request({"ftp://127.0.0.1/file"})), Error::Kind::Unsupported, "http");
        QVERIFY(!fs::exists(place.target));
    }

    void wrongFilesAreRefused() {
        const Place place;
        std::string changed = place.whole;
        changed[100'000] = static_cast<char>(changed[100'000] + 1);
        const WebServer server([&](const WebRequest &request) {
            if (request.path == "/none")
                return WebAnswer{.status = 404, .body = "There is no such file."};
            if (request.path == "/short")
                return WebAnswer{.body = place.whole.substr(0, 1000)};
            if (request.path == "/long")
                return WebAnswer{.body = place.whole + "x", .claimedLength = WebAnswer::kNoLength};
            if (request.path == "/silent")
                return WebAnswer{.body = place.whole.substr(0, 1000), .claimedLength = WebAnswer::kNoLength};
            return WebAnswer{.body = changed};
        });
        const auto failing = [&](const char *path, const char *words) {
            const auto came = download(place.request({server.address(path)}));
            return !came && came.error().kind == Error::Kind::Unreadable &&
                   came.error().what().find(words) != std::string::npos && !fs::exists(place.target);
        };
        QVERIFY(failing("/none", "HTTP status 404"));
        QVERIFY(failing("/short", "has 1000 bytes instead of 200000"));
        QVERIFY(failing("/long", "instead of 200000"));
        QVERIFY(failing("/silent", "has 1000 bytes instead of 200000"));
        QVERIFY(failing("/other", sha256Of(changed).c_str()));
        QCOMPARE(place.partSize(), std::size_t{0}); // a wrong file is nothing to go on from
    }

    void theNextAddressIsTried() {
        const Place place;
        const WebServer server([&](const WebRequest &request) {
            return request.path == "/good" ? answerWithFile(request, place.whole) : WebAnswer{.status = 404};
        });
        const auto came =
            download(place.request({server.address("/gone"), "http://127.0.0.1:1/closed", server.address("/good")}));
        QVERIFY_OK(came);
        QCOMPARE(came->address, server.address("/good"));
        QVERIFY(place.isTidy());
        fs::remove(place.target);
        const auto none = download(place.request({server.address("/gone"), "http://127.0.0.1:1/closed"}));
        QVERIFY_FAILS(none, Error::Kind::Unreadable, "no connection to http://127.0.0.1:1/closed");
        QVERIFY(none.error().what().find("404") != std::string::npos);
        QVERIFY(none.error().what().find("file.bin") != std::string::npos);
    }

    void aBusyServerIsAskedAgain() {
        const Place place;
        int calls = 0;
        const WebServer server([&](const WebRequest &request) {
            return calls++ < 2 ? WebAnswer{.status = 503} : answerWithFile(request, place.whole);
        });
        QVERIFY_OK(download(place.request({server.address()})));
        QVERIFY(place.isTidy());
    }

    void aSilentServerCanBeStopped() {
        const Place place;
        const WebServer server([&](const WebRequest &) {
            return WebAnswer{.body = place.whole, .pause = std::chrono::milliseconds(3000)};
        });
        std::stop_source source;
        const std::jthread stopper([&] {
            while (server.requests().empty())
                std::this_thread::sleep_for(std::chrono::milliseconds(5));
            source.request_stop();
        });
        const auto came = download(place.request({server.address()}), {}, source.get_token());
        QVERIFY(!came && came.error().isCancelled());
        QCOMPARE(place.partSize(), std::size_t{0});
        QVERIFY(!fs::exists(place.target.string() + ".part"));
    }

    void aSilentServerIsGivenUp() {
        const Place place;
        const WebServer silent([&](const WebRequest &) {
            return WebAnswer{.body = place.whole, .pause = std::chrono::milliseconds(2500)};
        });
        const WebServer server([&](const WebRequest &request) { return answerWithFile(request, place.whole); });
        DownloadRequest request = place.request({silent.address(), server.address()});
        request.patience.silence = std::chrono::seconds(1);
        request.patience.retries = 0;
        const auto came = download(request);
        QVERIFY_OK(came);
        QCOMPARE(came->address, server.address());
    }

    void oneDownloadAtATime() {
        const Place place;
        std::atomic<bool> isAsked = false;
        std::atomic<bool> mayAnswer = false;
        const WebServer server([&](const WebRequest &request) {
            isAsked = true;
            while (!mayAnswer)
                std::this_thread::sleep_for(std::chrono::milliseconds(2));
            return answerWithFile(request, place.whole);
        });
        Result<DownloadedFile> first = cancelled();
        std::jthread running([&] { first = download(place.request({server.address()})); });
        while (!isAsked)
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        const auto second = download(place.request({server.address()}));
        mayAnswer = true;
        running.join();
        QVERIFY_FAILS(second, Error::Kind::Inconsistent, "already");
        QVERIFY_OK(first);
        QVERIFY(place.isTidy());
    }

    void placesThatCannotBeWritten() {
        const Place place;
        const WebServer server([&](const WebRequest &request) { return answerWithFile(request, place.whole); });
        DownloadRequest request = place.request({server.address()});
        request.target = "/dev/null/file";
        QVERIFY_FAILS(download(request), Error::Kind::Unreadable, "/dev/null");
        request = place.request({server.address()});
        request.size = std::uint64_t{1} << 60U;
        QVERIFY_FAILS(download(request), Error::Kind::Unreadable, "no room");
        QVERIFY(server.requests().empty());
    }
};

TAGSCOPE_PLAIN_TEST(TestDownload)
#include "tst_download.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/model_fetch.h"
#include "core/analysis/model_registry.h"
#include "core/base/file_hash.h"
#include "core/base/wording.h"
#include "tests/support/qt_test.h"
#include "tests/support/web_server.h"

#include <QTemporaryDir>
#include <algorithm>
#include <fstream>
#include <iterator>
#include <zip.h>

using namespace tagscope;
using tagscope::test::answerWithFile;
using tagscope::test::WebAnswer;
using tagscope::test::WebRequest;
using tagscope::test::WebServer;
namespace fs = std::filesystem;

namespace {

constexpr std::string_view kVectors = "fire 1 2 3\nengine 3 2 1\n";

std::string bytesOf(const fs::path &file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

PublishedFile publishedText(const WebServer &server) {
    PublishedFile file;
    file.kind = ModelKind::WordVectors;
    file.name = "Vectors of a test";
    file.file = "vectors.txt";
    file.licence = "PDDL 1.0";
    file.sha256 = sha256Of(kVectors);
    file.size = kVectors.size();
    file.url = server.address("/vectors.txt");
    return file;
}

std::string zipped(const fs::path &folder, std::string_view name) {
    const fs::path archive = folder / "made.zip";
    int code = 0;
    zip_t *zip = zip_open(archive.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code);
    zip_file_add(zip, std::string(name).c_str(), zip_source_buffer(zip, kVectors.data(), kVectors.size(), 0), 0);
    zip_close(zip);
    return bytesOf(archive);
}

struct FetchPlace {
    QTemporaryDir directory;
    fs::path root = directory.path().toStdString();
    fs::path models = root / "models";

    [[nodiscard]] std::size_t files() const { // in the models' directory
        return static_cast<std::size_t>(
            std::distance(fs::recursive_directory_iterator(models), fs::recursive_directory_iterator()));
    }
};

} // namespace

class TestModelFetch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("no_proxy", "127.0.0.1"); }

    void fetchesAndRegisters() {
        const FetchPlace place;
        const WebServer server(
            [](const WebRequest &request) { return answerWithFile(request, std::string(kVectors)); });
        const PublishedFile file = publishedText(server);
        QVERIFY(!isRegistered(file, place.models).value());
        std::vector<double> fractions;
        const auto fetched = fetchModel(file, place.models, {},
                                        [&](double fraction, std::string_view) { fractions.push_back(fraction); });
        QVERIFY_OK(fetched);
        QCOMPARE(fetched->address, file.url);
        QVERIFY(fetched->check == Message("analysis.checked_by_hash"));
        QCOMPARE(fetched->model.published(), file.name);
        QCOMPARE(fetched->model.metadata.at("fetched_from"), file.url);
        QCOMPARE(fetched->model.metadata.at("words"), std::string("2"));
        QVERIFY(readModelRegistry(place.models).value() == std::vector{fetched->model});
        QCOMPARE(place.files(), std::size_t{2}); // the registry and the vectors: no download is left
        QVERIFY(std::is_sorted(fractions.begin(), fractions.end()) && fractions.back() == 1.0);

        QVERIFY(isRegistered(file, place.models).value());
        const auto again = fetchModel(file, place.models);
        QVERIFY_OK(again);
        QVERIFY(again->address.empty() && again->model == fetched->model);
        QCOMPARE(server.requests().size(), std::size_t{1});
        // A file that was lost is fetched again.
        fs::remove(fileOf(fetched->model, place.models));
        QVERIFY(!isRegistered(file, place.models).value());
        QVERIFY_OK(fetchModel(file, place.models));
        QCOMPARE(server.requests().size(), std::size_t{2});
    }

    void unpacksAnArchive() {
        const FetchPlace place;
        const std::string archive = zipped(place.root, "vectors.txt");
        const WebServer server([&](const WebRequest &request) {
            return request.path == "/gone" ? WebAnswer{.status = 404} : answerWithFile(request, archive);
        });
        PublishedFile file = publishedText(server);
        file.archive = "vectors.zip";
        file.archiveSize = archive.size();
        file.archiveSha256 = sha256Of(archive);
        file.url = server.address("/gone");
        file.mirrors = {server.address("/vectors.zip")};
        const auto fetched = fetchModel(file, place.models);
        QVERIFY_OK(fetched);
        QCOMPARE(fetched->address, file.mirrors.front());
        QCOMPARE(fetched->model.originalName, file.file);
        QCOMPARE(place.files(), std::size_t{2});
    }

    void saysHowSureItIs() {
        const FetchPlace place;
        const WebServer server(
            [](const WebRequest &request) { return answerWithFile(request, std::string(kVectors)); });
        PublishedFile file = publishedText(server);
        file.sha256.resize(8);
        QVERIFY(fetchModel(file, place.models)->check.id == "analysis.checked_by_beginning");
        file.sha256.clear();
        file.name = "Another name";
        QVERIFY(fetchModel(file, place.models)->check.id == "analysis.checked_by_length");
        file.size.reset();
        file.name = "A third name";
        QVERIFY(fetchModel(file, place.models)->check.id == "analysis.checked_by_tensors");
    }

    // What is not what it should be is not registered, whether its SHA-256 or its contents tell.
    void registersNothingWrong() {
        const FetchPlace place;
        const std::string damaged = "fire 1 2 3\nengine 3 2\nred 1\n";
        const WebServer server([&](const WebRequest &request) { return answerWithFile(request, damaged); });
        PublishedFile file = publishedText(server);
        file.size.reset();
        QVERIFY_FAILS(fetchModel(file, place.models), Error::Kind::Unreadable, sha256Of(damaged).c_str());
        file.sha256.clear();
        QVERIFY_FAILS(fetchModel(file, place.models), Error::Kind::Malformed, "line");
        QVERIFY(readModelRegistry(place.models)->empty());
    }

    void withoutAConnectionItSaysWhatToDo() {
        const FetchPlace place;
        const WebServer server([](const WebRequest &) { return WebAnswer{.status = 404}; });
        PublishedFile file = publishedText(server);
        file.url = "http://127.0.0.1:1/vectors.txt";
        const auto fetched = fetchModel(file, place.models);
        QVERIFY_FAILS(fetched, Error::Kind::Unreadable, "download http://127.0.0.1:1/vectors.txt in a browser");
        QVERIFY(fetched.error().what().find("tagscope-cli") == std::string::npos);
        speakAs(Wording::CommandLine);
        const std::string onCommandLine = fetched.error().what();
        speakAs(Wording::Window);
        QVERIFY(onCommandLine.ends_with("tagscope-cli models import glove vectors.txt"));
        file.archive = "vectors.zip";
        QVERIFY_FAILS(fetchModel(file, place.models, {server.address("/x")}), Error::Kind::Unreadable,
                      "unpack vectors.txt");
    }

    void aStopIsGoneOnFrom() {
        const FetchPlace place;
        bool isSlow = true;
        const WebServer server([&](const WebRequest &request) {
            WebAnswer answer = answerWithFile(request, std::string(kVectors));
            if (isSlow) {
                answer.pieces = kVectors.size();
                answer.pause = std::chrono::milliseconds(50);
            }
            return answer;
        });
        const PublishedFile file = publishedText(server);
        std::stop_source source;
        const auto stopped = fetchModel(
            file, place.models, {},
            [&](double fraction, std::string_view) {
                if (fraction > 0.1)
                    source.request_stop();
            },
            source.get_token());
        QVERIFY(!stopped && stopped.error().isCancelled());
        QVERIFY(fetchedBytes(file, place.models) > 0);
        isSlow = false;
        const auto fetched = fetchModel(file, place.models);
        QVERIFY_OK(fetched);
        QVERIFY(fetched->continued > 0);
        QCOMPARE(fetchedBytes(file, place.models), std::uint64_t{0});
    }

    void theManifestsFilesAreFound() {
        const auto first = publishedFile(ModelKind::AlexNet);
        QVERIFY_OK(first);
        QCOMPARE(first->file, std::string("alexnet-owt-7be5be79.pth"));
        QCOMPARE(publishedFile(ModelKind::WordVectors, "glove.6B.300d.txt")->archive, std::string("glove.6B.zip"));
        QVERIFY(addressesOf(*publishedFile(ModelKind::WordVectors)).size() > 1);
        QVERIFY_OK(publishedFile(ModelKind::Crnn)); // a tagger in the place of the paper's, which is not published
        QVERIFY_FAILS(publishedFile(ModelKind::AlexNet, "x.pth"), Error::Kind::Inconsistent,
                      "alexnet-owt-4df8aa71.pth");
    }
};

TAGSCOPE_PLAIN_TEST(TestModelFetch)
#include "tst_model_fetch.moc"

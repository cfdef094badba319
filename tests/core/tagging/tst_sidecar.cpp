// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tagging/class_map.h"
#include "core/tagging/onnx_outline.h"
#include "core/tagging/sidecar.h"
#include "core/tagging/sidecar_tagger.h"
#include "core/tagging/taggers.h"
#include "tests/support/made_media.h"
#include "tests/support/qt_test.h"
#include "tests/support/test_files.h"

#include <QTemporaryDir>
#include <cmath>
#include <cstring>
#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>

using namespace tagscope;

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

// A description with all that is needed, of a network that takes the waveform.
Json smallSidecar() {
    return Json::object({
        {"format", "tagscope-tagger"},
        {"version", 1},
        {"name", "Small"},
        {"files", Json::array({Json::object(
                      {{"file", "small.onnx"},
                       {"kind", "onnx"},
                       {"takes", "waveform"},
                       {"input", Json::object({{"name", "waveform"},
                                               {"shape", Json::array({1, "samples"})},
                                               {"samples", Json::object({{"first", 1600}, {"step", 800}})}})},
                       {"output", Json::object({{"name", "scores"}})}})})},
        {"audio", Json::object({{"sample_rate", 8000}})},
        {"output", Json::object({{"activation", "sigmoid, inside the graph"}, {"classes", 2}})},
        {"time", Json::object({{"first_start", 0.0}, {"step", 0.1}, {"length", 0.2}})},
        {"classes",
         Json::array({Json::object({{"name", "Car"}, {"mid", "/m/0k4j"}}), Json::object({{"name", "Bus"}})})},
    });
}

std::vector<EventClass> events() {
    return {{"A car", "/m/0k4j", {}}, {"bus", "", {}}, {"Train", "/m/07jdr", {}}};
}

} // namespace

class TestSidecar : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;

    // The description of the small network of models/TAGGERS.md, whose graph is beside it after copyOwnGraph().
    static Json ownSidecar() { return Json::parse(test::contentOf(test::goldenFile("own_tagger/mine.json"))); }
    template <class Change>
    void copyOwnGraph(Change change) {
        std::string graph = test::contentOf(test::goldenFile("own_tagger/mine.onnx"));
        change(graph);
        std::ofstream(folder_.filePath(QStringLiteral("mine.onnx")).toStdString(), std::ios::binary) << graph;
    }
    fs::path written(const Json &document) {
        const fs::path file = folder_.filePath(QStringLiteral("small.json")).toStdString();
        std::ofstream(file, std::ios::binary) << document.dump();
        return file;
    }

private Q_SLOTS:
    void aDescriptionIsRead() {
        const TaggerSidecar read = readSidecar(written(smallSidecar())).value();
        QVERIFY(read.name == "Small" && read.sampleRate == 8000 && read.networks.size() == 1);
        QVERIFY(read.networks[0].takesWaveform && read.networks[0].first == 1600 && read.networks[0].step == 800);
        QVERIFY(read.hop == Seconds(0.1) && read.centre == Seconds(0.1) && !read.areLogits);
        QVERIFY(read.classes.size() == 2 && read.classes[0].mid == "/m/0k4j" && read.classes[1].mid.empty());
        QVERIFY(isSidecar(written(smallSidecar())) && read.preferred() == nullptr);
        QVERIFY_FAILS(openTagger(written(smallSidecar())), Error::Kind::Unreadable, "small.onnx");
    }

    // Each field that is needed, taken away; and values that make no sense.
    void whatIsMissingIsNamed() {
        for (const char *pointer :
             {"/format", "/version", "/name", "/files", "/files/0/file", "/files/0/kind", "/files/0/takes",
              "/files/0/input/name", "/files/0/input/samples/first", "/files/0/output/name", "/audio/sample_rate",
              "/output/activation", "/output/classes", "/time/step", "/classes", "/classes/0/name"}) {
            Json document = smallSidecar();
            const Json::json_pointer place(pointer);
            document.at(place.parent_pointer()).erase(place.back());
            const auto read = readSidecar(written(document));
            QVERIFY2(!read, pointer);
            QVERIFY2(read.error().what().find(place.back()) != std::string::npos, read.error().what().c_str());
        }
    }

    void whatMakesNoSenseIsRefused_data() {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("words");
        QTest::newRow("format") << "/format"
                                << "\"other\""
                                << "no description";
        QTest::newRow("version") << "/version"
                                 << "2"
                                 << "later version";
        QTest::newRow("rate") << "/audio/sample_rate"
                              << "-8000"
                              << "makes no sense";
        QTest::newRow("rate text") << "/audio/sample_rate"
                                   << "\"8000\""
                                   << "whole number";
        QTest::newRow("stereo") << "/audio/channels"
                                << "2"
                                << "one channel";
        QTest::newRow("step") << "/files/0/input/samples/step"
                              << "900"
                              << "time.step";
        QTest::newRow("gigabytes of samples") << "/files/0/input/samples/first"
                                              << "268435456"
                                              << "samples.first";
        QTest::newRow("activation") << "/output/activation"
                                    << "\"softmax\""
                                    << "softmax";
        QTest::newRow("count") << "/output/classes"
                               << "3"
                               << "2 classes";
        QTest::newRow("outside") << "/files/0/file"
                                 << "\"../../etc/passwd\""
                                 << "passwd";
        QTest::newRow("no classes") << "/classes"
                                    << "[]"
                                    << "no classes";
        QTest::newRow("other kind") << "/files/0/kind"
                                    << "\"tflite\""
                                    << "onnx";
    }
    void whatMakesNoSenseIsRefused() {
        QFETCH(QString, pointer);
        QFETCH(QString, value);
        QFETCH(QString, words);
        Json document = smallSidecar();
        document[Json::json_pointer(pointer.toStdString())] = Json::parse(value.toStdString());
        const auto read = readSidecar(written(document));
        QVERIFY(!read);
        QVERIFY2(read.error().what().find(words.toStdString()) != std::string::npos, read.error().what().c_str());
    }

    // Sizes of which each alone could be meant, but not together: half a gigabyte is not set aside for a stranger.
    void hugeFrontEndsAreRefused() {
        Json document = smallSidecar();
        document["files"][0]["takes"] = "patches";
        document["files"][0]["input"]["shape"] = Json::array({"n", 1, 96, 64});
        document["patch"] = {{"frames", 96}, {"hop", 10}};
        document["front_end"] = Json::parse(R"({"kind": "log-mel", "hop": 80, "fft": 512, "centred": false,
            "window": {"shape": "hann", "periodic": true, "length": 200}, "spectrum": "magnitude",
            "mel": {"bands": 64, "fmin": 125, "fmax": 3800, "name": "htk", "triangles_linear_in": "mel",
                    "norm": "none"}, "log": {"base": "e", "offset": 0.001}})");
        QVERIFY_OK(readSidecar(written(document)));
        Json wide = document;
        wide["front_end"]["fft"] = 65536;
        wide["front_end"]["mel"]["bands"] = 4096;
        QVERIFY_FAILS(readSidecar(written(wide)), Error::Kind::Malformed, "mel.bands");
        Json tall = document;
        tall["patch"]["frames"] = 65536;
        QVERIFY_FAILS(readSidecar(written(tall)), Error::Kind::Malformed, "patch.frames");
    }

    void classesAreMappedByIdNameAndHand() {
        TaggerDescription tagger;
        tagger.classes = {"Bus", "Car", "Vehicle", "Rail"};
        tagger.classIds = {"/m/01bjv", "/m/0k4j", "", ""};
        const ClassMap map = classMapFor(tagger, events());
        QCOMPARE(map.events[0].classes, std::vector<std::size_t>{1}); // by id, under another name
        QCOMPARE(map.events[1].classes, std::vector<std::size_t>{0}); // by name in another case
        QVERIFY(map.events[2].classes.empty() && map.withoutClass() == std::vector<std::size_t>{2});
        const ClassMap byHand = classMapFor(tagger, events(), {{"Train", {"rail", "/m/0k4j"}}, {"bus", {}}});
        QCOMPARE(byHand.events[2].classes, (std::vector<std::size_t>{3, 1}));
        QVERIFY(byHand.events[1].classes.empty() && byHand.events[1].isByHand);
        Matrix activations(2, 4);
        activations.values = {0.1F, 0.2F, 0.3F, 0.4F, 0.5F, 0.9F, 0.7F, 0.8F};
        QCOMPARE(byHand.applied(activations).values, (std::vector<float>{0.2F, 0.0F, 0.4F, 0.9F, 0.0F, 0.9F}));
    }

    // YAMNet on its ten references, from its sidecar's tolerances: the outputs of a PyTorch rebuild that was compared
    // with TensorFlow Lite.
    void yamnetIsRight() {
        TAGSCOPE_REQUIRE_SHARED(folder, "yamnet");
        const TaggerSidecar sidecar = readSidecar(folder / "yamnet.json").value();
        QVERIFY(sidecar.classes.size() == 521 && sidecar.networks.size() == 2);
        const auto checks = checkReferences(sidecar);
        QVERIFY_OK(checks);
        QCOMPARE(checks->size(), std::size_t{30}); // patches, and both networks from the waveform
        for (const ReferenceCheck &check : *checks)
            QVERIFY2(check.isRight(), (check.network + " " + check.input + " " + std::to_string(check.worst)).c_str());
    }

    // What models/TAGGERS.md says, carried out by tests/golden/own_tagger.py: PyTorch's answers, an embedding and all.
    void aNetworkOfOnesOwnIsRight() {
        const TaggerSidecar sidecar = readSidecar(test::goldenFile("own_tagger/mine.json")).value();
        const auto checks = checkReferences(sidecar);
        QVERIFY_OK(checks);
        QCOMPARE(checks->size(), std::size_t{2});
        for (const ReferenceCheck &check : *checks)
            QVERIFY2(check.isRight(), (check.input + " " + std::to_string(check.worst)).c_str());
        const std::shared_ptr<const AudioTagger> tagger = openTagger(sidecar.file).value();
        const std::vector<float> samples(1600 + 800 * 3, 0.1F);
        const Matrix none;
        QVERIFY(tagger->description().classes == (std::vector<std::string>{"Gate", "Car", "Dog"}));
        const Matrix embedding = tagger->embeddings({samples, none}).value();
        QVERIFY(embedding.rows == 4 && embedding.columns == 12);
    }

    // Its description says another shortest input: what is wrong is said, not what OpenCV thinks of it.
    void anotherShortestInputIsNamed() {
        for (const char *name : {"mine.onnx", "reference.npz"})
            fs::copy_file(test::goldenFile(std::string("own_tagger/") + name),
                          fs::path(folder_.path().toStdString()) / name, fs::copy_options::overwrite_existing);
        Json document = Json::parse(test::contentOf(test::goldenFile("own_tagger/mine.json")));
        document["files"][0]["input"]["samples"]["first"] = 400;
        QVERIFY_FAILS(openTagger(written(document)), Error::Kind::Inconsistent, "1 x 400");
    }

    // In pieces of half a minute an hour gives what it gives at once.
    void longSoundsAreCutWhereTheGridSays() {
        TAGSCOPE_REQUIRE_SHARED(folder, "yamnet");
        const std::shared_ptr<const AudioTagger> tagger = openTagger(folder / "yamnet.json").value();
        const TaggerDescription &says = tagger->description();
        QVERIFY(says.sampleRate == 16000 && says.takesSamples && says.isForeign);
        QVERIFY(std::abs(says.firstCentre.count() - 0.4875) < 1e-9);
        std::vector<float> samples(15600 + 7680 * 69 - 5000); // 70 steps, the last filled up
        for (std::size_t i = 0; i < samples.size(); ++i)
            samples[i] =
                0.3F * static_cast<float>(std::sin(static_cast<double>(i) * (0.05 + 1e-7 * static_cast<double>(i))));
        const Matrix none;
        const Matrix all = tagger->activations({samples, none}).value();
        QCOMPARE(all.rows, std::size_t{70});
        const std::span<const float> part = std::span(samples).subspan(64 * 7680, 15600);
        const Matrix one = tagger->activations({part, none}).value();
        QCOMPARE(one.rows, std::size_t{1});
        for (std::size_t k = 0; k < all.columns; ++k)
            QVERIFY(std::abs(one(0, k) - all(64, k)) < 1e-5F); // sums in another order
        const Matrix embedded = tagger->embeddings({part, none}).value();
        QVERIFY(embedded.rows == 1 && embedded.columns == 1024);
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(tagger->activations({samples, none}, stop.get_token()).error().isCancelled());
    }

    // The classes may stand in a file of their own; its length has to be what the description and the graph say.
    void classListsOfAnotherLengthAreRefused() {
        const auto namesOf = [this](const char *lines) {
            std::ofstream(folder_.filePath(QStringLiteral("names.txt")).toStdString(), std::ios::binary) << lines;
            Json document = smallSidecar();
            document["classes"] = "names.txt";
            return readSidecar(written(document));
        };
        const auto two = namesOf("Car\nBus\n");
        QVERIFY_OK(two);
        QCOMPARE(two->classes[1].name, std::string("Bus"));
        QVERIFY_FAILS(namesOf("Car\nBus\nTrain\n"), Error::Kind::Inconsistent, "3 classes");
        QVERIFY_FAILS(namesOf("Car\n"), Error::Kind::Inconsistent, "1 classes");
        QVERIFY(!namesOf(""));
        Json ofGraph = ownSidecar();
        ofGraph["classes"].erase(2);
        ofGraph["output"]["classes"] = 2;
        copyOwnGraph([](std::string &) {});
        QVERIFY_FAILS(openTagger(written(ofGraph)), Error::Kind::Inconsistent, "3 numbers");
    }

    // Not a number is no probability, and neither is what lies outside 0 to 1: said when the tagger is opened.
    void outputsThatAreNoProbabilitiesAreRefused() {
        const auto withBias = [this](float bias) {
            copyOwnGraph([bias](std::string &graph) {
                const std::string before = "classes.bias\x4a\x0c"; // the tensor's name, then its twelve bytes
                const std::size_t place = graph.find(before);
                QVERIFY(place != std::string::npos);
                for (std::size_t i = 0; i < 3; ++i)
                    std::memcpy(graph.data() + place + before.size() + i * sizeof bias, &bias, sizeof bias);
            });
            return openTagger(written(ownSidecar()));
        };
        QVERIFY_OK(withBias(0.0F));
        const auto none = withBias(std::numeric_limits<float>::quiet_NaN());
        QVERIFY(!none);
        QVERIFY2(none.error().what().find("not finite") != std::string::npos, none.error().what().c_str());
    }

    // A graph of a stranger: every kind of damage is an error, and none a crash.
    void damagedGraphsAreRefused() {
        TAGSCOPE_REQUIRE_SHARED(folder, "yamnet");
        const std::string whole = test::contentOf(folder / "yamnet_waveform.onnx");
        const fs::path file = folder_.filePath(QStringLiteral("small.onnx")).toStdString();
        const auto outlineOf = [&file](const std::string &bytes) {
            std::ofstream(file, std::ios::binary) << bytes;
            return readOnnxOutline(file);
        };
        const OnnxOutline outline = outlineOf(whole).value();
        QVERIFY(outline.opset == 13 && outline.inputs.size() == 1 && outline.inputs[0].name == "waveform");
        QVERIFY(outline.operators.contains("Conv") && whyOpenCvRefuses(outline).empty());
        QVERIFY_FAILS(outlineOf("not a graph at all"), Error::Kind::Malformed, "small.onnx");
        QVERIFY(!outlineOf(""));
        for (std::size_t i = 1; i < 40; ++i)
            QVERIFY(!outlineOf(whole.substr(0, whole.size() * i / 40)));
        // The sidecar means another graph: its input is called otherwise.
        std::ofstream(file, std::ios::binary) << whole;
        Json document = smallSidecar();
        document["files"][0]["input"]["name"] = "sound";
        QVERIFY_FAILS(openTagger(written(document)), Error::Kind::Inconsistent, "sound");
        document["files"][0]["input"]["name"] = "waveform";
        QVERIFY(!openTagger(written(document))); // 1600 samples are not enough for it, and it has 521 classes
        document["files"][0]["sha256"] = std::string(64, '0');
        QVERIFY_FAILS(openTagger(written(document)), Error::Kind::Inconsistent, "SHA-256");
    }
};

TAGSCOPE_CORE_TEST(TestSidecar)
#include "tst_sidecar.moc"

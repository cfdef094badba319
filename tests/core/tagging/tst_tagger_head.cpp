// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_hash.h"
#include "core/network/tensor_file.h"
#include "core/tagging/tagger_head.h"
#include "core/tagging/taggers.h"
#include "tests/support/qt_test.h"
#include "tests/support/test_files.h"

#include <QTemporaryDir>
#include <cmath>
#include <fstream>
#include <limits>

using namespace tagscope;

namespace {

namespace fs = std::filesystem;

TaggerHead smallHead() {
    TaggerHead head;
    head.base = "/nowhere/base.json";
    head.baseSha256 = std::string(64, 'a');
    head.origin = "a test";
    head.classes = {"Dog", "Hähne, \"Hennen\""};
    head.learnt.weights = Matrix(3, 2);
    head.learnt.weights.values = {1.0F, -1.0F, 0.5F, 2.0F, 0.0F, 0.25F};
    head.learnt.bias = {0.5F, -0.5F};
    return head;
}

} // namespace

class TestTaggerHead : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;

    [[nodiscard]] fs::path file(const char *name) const {
        return folder_.filePath(QString::fromUtf8(name)).toStdString();
    }

private Q_SLOTS:
    void aHeadIsALogisticRegression() {
        Matrix embedding(2, 3);
        embedding.values = {1.0F, 2.0F, 4.0F, 0.0F, 0.0F, 0.0F};
        const Matrix logits = smallHead().learnt.logits(embedding);
        QCOMPARE(logits.values, (std::vector<float>{2.5F, 3.5F, 0.5F, -0.5F}));
        const Matrix found = smallHead().learnt.probabilities(embedding);
        QVERIFY(std::abs(found(1, 0) - 1.0 / (1.0 + std::exp(-0.5))) < 1e-7);
    }

    void whatIsWrittenIsRead() {
        const TaggerHead head = smallHead();
        QVERIFY_OK(writeTaggerHead(file("h.safetensors"), head));
        QVERIFY(isTaggerHead(file("h.safetensors")) && !isTaggerHead(file("none.safetensors")));
        const TaggerHead read = readTaggerHead(file("h.safetensors")).value();
        QVERIFY(read.base == head.base && read.baseSha256 == head.baseSha256 && read.origin == head.origin);
        QVERIFY(read.classes == head.classes && read.learnt.weights == head.learnt.weights &&
                read.learnt.bias == head.learnt.bias);
        QVERIFY_FAILS(openTagger(file("h.safetensors")), Error::Kind::Unreadable, "/nowhere/base.json");
    }

    void damageIsRefused() {
        const auto refused = [this](const std::vector<NamedTensor> &tensors, std::map<std::string, std::string> more) {
            std::map<std::string, std::string> metadata{{"tagscope.kind", "head"},
                                                        {"tagscope.version", "1"},
                                                        {"tagscope.base", "b.json"},
                                                        {"tagscope.classes", "[\"Dog\", \"Cat\"]"}};
            for (auto &[key, value] : more)
                metadata[key] = value;
            (void)writeSafetensors(file("d.safetensors"), tensors, metadata);
            return readTaggerHead(file("d.safetensors"));
        };
        const std::vector<NamedTensor> whole{{"weight", {1, 2}, {1.0F, 2.0F}}, {"bias", {2}, {0.0F, 0.0F}}};
        QVERIFY_OK(refused(whole, {}));
        QVERIFY_FAILS(refused(whole, {{"tagscope.version", "2"}}), Error::Kind::Unsupported, "later version");
        for (const char *classes : {"", "[]", "[\"Dog\"]", "[1, 2]", "{}", "[\"Dog\", \"Cat\""})
            QVERIFY_FAILS(refused(whole, {{"tagscope.classes", classes}}), Error::Kind::Malformed, "d.safetensors");
        QVERIFY(!refused(whole, {{"tagscope.base", ""}}) && !refused(whole, {{"tagscope.kind", "crnn"}}));
        QVERIFY(!refused({whole[0]}, {}) && !refused({whole[1]}, {}));
        QVERIFY(!refused({{"weight", {2}, {1.0F, 2.0F}}, whole[1]}, {}));
        QVERIFY(!refused({whole[0], {"bias", {1}, {0.0F}}}, {}));
        const float none = std::numeric_limits<float>::quiet_NaN();
        QVERIFY(!refused({{"weight", {1, 2}, {1.0F, none}}, whole[1]}, {}));
    }

    // The tagger's embedding, the head's classes; and never another tagger than the one that was learnt on.
    void aHeadIsATagger() {
        TAGSCOPE_REQUIRE_SHARED(folder, "yamnet");
        TaggerHead head = smallHead();
        head.base = folder / "yamnet.json";
        head.baseSha256 = sha256OfFile(head.base).value();
        head.learnt.weights = Matrix(1024, 2, 0.001F);
        QVERIFY_OK(writeTaggerHead(file("y.safetensors"), head));
        const std::shared_ptr<const AudioTagger> tagger = openTagger(file("y.safetensors")).value();
        const TaggerDescription &says = tagger->description();
        QVERIFY(says.classes == head.classes && says.takesSamples && says.sampleRate == 16000);
        QVERIFY(says.name.find("YAMNet") != std::string::npos && says.origin == "a test");
        std::vector<float> samples(16000 * 2);
        for (std::size_t i = 0; i < samples.size(); ++i)
            samples[i] = 0.3F * static_cast<float>(std::sin(static_cast<double>(i) * 0.1));
        const Matrix none;
        const Matrix embedding = openTagger(head.base).value()->embeddings({samples, none}).value();
        QCOMPARE(tagger->activations({samples, none})->values, head.learnt.probabilities(embedding).values);

        head.learnt.weights = Matrix(3, 2, 0.0F); // of another tagger
        QVERIFY_OK(writeTaggerHead(file("y.safetensors"), head));
        QVERIFY_FAILS(openTagger(file("y.safetensors")).value()->activations({samples, none}),
                      Error::Kind::Inconsistent, "1024");
        head.baseSha256 = std::string(64, 'a');
        QVERIFY_OK(writeTaggerHead(file("y.safetensors"), head));
        QVERIFY_FAILS(openTagger(file("y.safetensors")), Error::Kind::Inconsistent, "SHA-256");
        head.base = file("y.safetensors"); // itself
        QVERIFY_OK(writeTaggerHead(file("y.safetensors"), head));
        QVERIFY(!openTagger(file("y.safetensors")));
    }
};

TAGSCOPE_CORE_TEST(TestTaggerHead)
#include "tst_tagger_head.moc"

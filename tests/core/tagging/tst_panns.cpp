// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audio/mel_front_end.h"
#include "core/base/paths.h"
#include "core/network/panns.h"
#include "core/network/tensor_file.h"
#include "core/tagging/taggers.h"
#include "core/words/class_lists.h"
#include "tests/core/network/formula_weights.h"
#include "tests/support/qt_test.h"
#include "tests/support/test_files.h"

#include <QTemporaryDir>
#include <algorithm>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <numbers>

using namespace tagscope;

namespace {

const std::filesystem::path &network() {
    static const std::filesystem::path file = test::goldenFile("networks_panns.safetensors");
    return file;
}

nlohmann::json golden() {
    std::ifstream stream(test::goldenFile("networks_panns.json"));
    return nlohmann::json::parse(stream);
}

// As networks_panns.py makes it: noise, half a second of it almost silent, and a tone.
std::vector<float> sound(std::size_t count, int rate) {
    std::vector<float> samples = test::hashed(100000, {static_cast<std::int64_t>(count)}, 0.5);
    for (std::size_t i = 0; i < count; ++i) {
        if (i >= static_cast<std::size_t>(rate) / 2 && i < static_cast<std::size_t>(rate))
            samples[i] *= 0.001F;
        samples[i] +=
            0.3F * static_cast<float>(std::sin(2.0 * std::numbers::pi * 440.0 * static_cast<double>(i) / rate));
    }
    return samples;
}

double worst(const Matrix &ours, const nlohmann::json &theirs) {
    if (theirs.size() != ours.values.size())
        return 1e9;
    double largest = 0.0;
    for (std::size_t i = 0; i < ours.values.size(); ++i)
        largest = std::max(largest, std::abs(static_cast<double>(ours.values[i]) - theirs[i].get<double>()));
    return largest;
}

} // namespace

class TestPanns : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Against PyTorch, and NumPy's front end: 1e-5, which leaves room for sums in single precision in another order.
    void isThatOfPyTorch() {
        const nlohmann::json wanted = golden();
        const std::vector<float> samples = sound(wanted["samples"], wanted["rate"]);
        const std::shared_ptr<const AudioTagger> tagger = openTagger(network()).value();
        const TaggerDescription &says = tagger->description();
        QVERIFY(says.name == "PANNs" && says.sampleRate == 32000 && says.hop == Seconds(0.32) && says.takesSamples);
        const Matrix none;
        const Matrix framewise = tagger->activations({samples, none}).value();
        QCOMPARE(framewise.rows, wanted["steps"].get<std::size_t>());
        const double scores = worst(framewise, wanted["framewise"]);
        QVERIFY2(scores < 1e-5, std::to_string(scores).c_str());
        Matrix clipwise(1, framewise.columns);
        for (std::size_t step = 0; step < framewise.rows; ++step)
            for (std::size_t k = 0; k < framewise.columns; ++k)
                clipwise(0, k) = std::max(clipwise(0, k), framewise(step, k));
        QVERIFY(worst(clipwise, wanted["clipwise"]) < 1e-5);
        const double embedding = worst(tagger->embeddings({samples, none}).value(), wanted["embedding"]);
        QVERIFY2(embedding < 1e-4, std::to_string(embedding).c_str()); // values up to some tens
    }

    // In pieces of 20 s, of which each sees some steps of its neighbours, a minute is what it is at once.
    void longSoundsAreWhatTheyAreAtOnce() {
        const std::shared_ptr<const AudioTagger> tagger = openTagger(network()).value();
        const std::vector<float> samples = sound(32000 * 45, 32000);
        const Matrix none;
        const Matrix pieces = tagger->activations({samples, none}).value();
        QCOMPARE(pieces.rows, std::size_t{140});
        // A part of it by itself, whose inner steps have their neighbours.
        const std::size_t from = 60;
        const std::span<const float> part = std::span(samples).subspan(from * 10240, 20 * 10240);
        const Matrix alone = tagger->activations({part, none}).value();
        for (std::size_t step = 6; step < 14; ++step)
            for (std::size_t k = 0; k < alone.columns; ++k)
                QVERIFY(std::abs(alone(step, k) - pieces(from + step, k)) < 1e-5F);
    }

    // A front end in the file that is another than ours is no detail.
    void anotherFrontEndIsRefused() {
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath(QStringLiteral("p.safetensors")).toStdString();
        const TensorFile original = TensorFile::open(network()).value();
        std::vector<NamedTensor> tensors;
        for (const TensorInfo &tensor : original.tensors()) {
            tensors.push_back({tensor.name, tensor.shape, original.floats(tensor.name).value()});
            if (tensor.name == "logmel_extractor.melW")
                for (float &value : tensors.back().values)
                    value *= 1.01F;
        }
        QVERIFY_OK(writeSafetensors(file, tensors, {}));
        QVERIFY(PannsNetwork::isOne(file));
        QVERIFY_FAILS(openTagger(file), Error::Kind::Inconsistent, "front end");
        std::erase_if(tensors, [](const NamedTensor &tensor) { return tensor.name == "conv_block4.bn2.bias"; });
        QVERIFY_OK(writeSafetensors(file, tensors, {}));
        QVERIFY_FAILS(openTagger(file), Error::Kind::Inconsistent, "conv_block4.bn2.bias");
    }

    void audioSetsClassesAreThere() {
        const std::filesystem::path list = resourceFile("classes/audioset.tsv").value();
        const std::vector<EventClass> classes = readEventClasses(list).value();
        QCOMPARE(classes.size(), std::size_t{527});
        // Places that many programs have written down.
        QVERIFY(classes[0].name == "Speech" && classes[137].name == "Music" && classes[74].name == "Dog");
        QVERIFY(classes[396].name == "Siren" && classes[526].name == "Field recording");
        const std::vector<EventClass> task = defaultEventClasses().value();
        for (const EventClass &event : task)
            QVERIFY2(std::ranges::find(classes, event.mid, &EventClass::mid) != classes.end(), event.name.c_str());
    }
};

TAGSCOPE_CORE_TEST(TestPanns)
#include "tst_panns.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/crnn.h"
#include "core/tagging/taggers.h"
#include "tests/support/qt_test.h"

#include <QTemporaryDir>
#include <fstream>
#include <set>

using namespace tagscope;

namespace {

CrnnDescription smallCrnn() {
    CrnnDescription description;
    description.layout.bands = 12;
    description.layout.blocks = {{4, 3, 2, 2}, {6, 3, 5, 3}};
    description.layout.gruUnits = 5;
    description.layout.events = {"Bus", "Car"};
    description.bandMean.assign(12, -50.0F);
    description.bandDeviation.assign(12, 20.0F);
    description.origin = "a test";
    return description;
}

Matrix ramp(std::size_t frames, std::size_t bands) {
    Matrix logMel(frames, bands);
    for (std::size_t i = 0; i < logMel.values.size(); ++i)
        logMel.values[i] = -80.0F + static_cast<float>(i % 97);
    return logMel;
}

} // namespace

class TestTaggers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void kindsAreDescribed() {
        std::set<std::string_view> ids;
        std::set<std::string_view> suffixes;
        for (const TaggerKind &kind : taggerKinds()) {
            QVERIFY(ids.insert(kind.id).second && !kind.title.empty() && kind.open != nullptr);
            for (const std::string_view suffix : kind.suffixes)
                QVERIFY(suffix.starts_with('.') && suffixes.insert(suffix).second);
        }
        QCOMPARE(taggerKinds().front().id, std::string_view("crnn"));
    }

    // The tagger in the file answers what the network itself does.
    void theCrnnIsOne() {
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath(QStringLiteral("n.safetensors")).toStdString();
        const Crnn crnn = Crnn::makeSeeded(smallCrnn(), 7).value();
        QVERIFY(crnn.save(file));
        const std::shared_ptr<const AudioTagger> tagger = openTagger(file).value();
        const TaggerDescription &says = tagger->description();
        QVERIFY(says.name == "CRNN" && says.origin == "a test" && !says.isTrained);
        QCOMPARE(says.classes, (std::vector<std::string>{"Bus", "Car"}));
        QVERIFY(says.hop == Seconds(0.05) && says.firstCentre == Seconds(0.025) && says.bandMean.size() == 12);

        const Matrix logMel = ramp(100, 12);
        const Matrix activations = tagger->activations({{}, logMel}).value();
        QVERIFY(activations.rows == 10 && activations.values == crnn.activations(logMel)->values);
        const Matrix silence(100, 12, -100.0F);
        QCOMPARE(tagger->attribution(logMel, silence, {1, 3})->values.values,
                 crnn.attribution(logMel, silence, {1, 3})->values.values);
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(tagger->activations({{}, logMel}, stop.get_token()).error().isCancelled());
    }

    void whatDoesNotFitIsSaid() {
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath(QStringLiteral("n.pth")).toStdString();
        std::ofstream(file) << "no network";
        QVERIFY(!openTagger(file));
        QVERIFY(!openTagger(file.parent_path() / "gone.unheard"));

        const std::filesystem::path other = folder.filePath(QStringLiteral("o.safetensors")).toStdString();
        QVERIFY(Crnn::makeSeeded(smallCrnn(), 7)->save(other));
        const std::shared_ptr<const AudioTagger> tagger = openTagger(other).value();
        LogMelOptions features;
        QVERIFY(englishText(tagger->whyUnfit(features)).find("12 mel bands") != std::string::npos);
        features.bands = 12;
        QVERIFY(tagger->whyUnfit(features).empty());
        features.hopSamples = 200;
        QVERIFY(englishText(tagger->whyUnfit(features)).find("a different frame hop") != std::string::npos);
        QVERIFY_FAILS(tagger->activations({{}, ramp(100, 11)}), Error::Kind::Inconsistent, "");
    }
};

TAGSCOPE_CORE_TEST(TestTaggers)
#include "tst_taggers.moc"

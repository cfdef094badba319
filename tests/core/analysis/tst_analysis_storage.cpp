// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/analysis_codec.h"
#include "core/analysis/analyzer.h"
#include "core/analysis/clip_events.h"
#include "core/analysis/result_cache.h"
#include "core/analysis/settings_json.h"
#include "core/analysis/tag_json.h"
#include "core/base/file_hash.h"
#include "tests/support/qt_test.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>

using namespace tagscope;

namespace {

AnalysisSettings twoEvents() {
    return settingsFor({{"Air horn, truck horn", "/m/05x_td", {"air horn", "truck horn"}, 0.2, 0.3},
                        {"Train", "/m/07jdr", {"train"}, 0.8, 0.4}});
}

// Every field set to something that its neighbour is not.
ClipAnalysis fullClip() {
    ClipAnalysis clip;
    clip.media = "street.mp4";
    clip.start = Seconds(10.0);
    clip.duration = Seconds(7.5);
    clip.settings = twoEvents();
    clip.objectNames = {"goldfish", "steam locomotive"};
    AudioAnalysis audio;
    audio.logMel = Matrix(3, 2, -12.5F);
    audio.soundFrames = 2;
    audio.activations = Matrix(2, 2, 0.25F);
    audio.activations(1, 0) = 0.6F;
    audio.probabilities = {0.6F, 0.25F};
    audio.peakSteps = {1, 0};
    clip.audio = audio;
    VideoAnalysis video;
    video.pictures = {{Seconds(0.0), 0}, {Seconds(0.04), 0}, {Seconds(0.08), 2}};
    video.dissimilarities = Matrix(3, 3, 1.5F);
    video.selection.pictures = {0, 2};
    video.selection.representative = {0, 0, 1};
    video.selection.cost = 1.25;
    video.selection.costBound = 1.2;
    video.selection.lambda = 0.3;
    video.selection.rowSums = {2.0F, 0.0F, 1.0F};
    video.selection.iterations = 17;
    video.keyFrames = {{0, Seconds(0.0), {{1, 0.9F}, {0, 0.1F}}}, {2, Seconds(0.08), {{0, 1.0F}}}};
    video.objects = {{1, 0.7F, 1, 0.43F}, {0, 0.3F, std::nullopt, std::numeric_limits<float>::quiet_NaN()}};
    video.probabilities = {0.0F, 0.7F};
    clip.video = video;
    clip.notes = {"A note."};
    applyOperatingPoint(clip, clip.settings.operatingPoint);
    return clip;
}

} // namespace

class TestAnalysisStorage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void settingsSurviveTheRoundTrip() {
        AnalysisSettings settings = twoEvents();
        settings.clipDuration = Seconds(4.0);
        settings.keyFrames.method = KeyFrameMethod::Ds3;
        settings.keyFrames.norm = Ds3Norm::Two;
        settings.mapping.rule = MappingRule::Table;
        settings.mapping.table = Matrix(2, 2, 0.5F);
        settings.operatingPoint.threshold = {std::numeric_limits<double>::infinity(),
                                             -std::numeric_limits<double>::infinity()};
        const Result<AnalysisSettings> back = settingsFromJson(settingsToJson(settings));
        QVERIFY_OK(back);
        QVERIFY(*back == settings);
    }

    void badSettingsAreErrors() {
        for (const char *text : {"", "{", "[]", "{\"version\": 1}", "{\"version\": 99}"})
            QVERIFY(!settingsFromJson(text));
    }

    void stagesDoNotDependOnWeightsAndThresholds() {
        AnalysisSettings settings = twoEvents();
        const std::string before = stageSettingsToJson(settings);
        settings.operatingPoint.threshold[0] = 0.9;
        settings.events[1].videoWeight = 0.1;
        QCOMPARE(stageSettingsToJson(settings), before);
        settings.keyFrames.count = 5;
        QVERIFY(stageSettingsToJson(settings) != before);
    }

    void stagesSurviveTheRoundTrip() {
        const ClipAnalysis clip = fullClip();
        const Result<ClipAnalysis> back = decodeStages(encodeStages(clip));
        QVERIFY_OK(back);
        QVERIFY(encodeStages(*back) == encodeStages(clip));
        QCOMPARE(back->audio->activations(1, 0), 0.6F);
        QCOMPARE(back->video->objects[1].event.has_value(), false);
        QVERIFY(std::isnan(back->video->objects[1].cosine));
    }

    void damagedStagesAreErrors() {
        const std::vector<std::uint8_t> bytes = encodeStages(fullClip());
        for (std::size_t length = 0; length < bytes.size(); ++length)
            QVERIFY(!decodeStages(std::span(bytes).first(length)));
    }

    void cacheBelievesNoChangedByte() {
        const QTemporaryDir directory;
        const std::filesystem::path root = directory.path().toStdString();
        const ClipAnalysis clip = fullClip();
        const ResultCache cache(root, "hash", {}, clip.settings);
        cache.keep("0", clip);
        std::filesystem::path file;
        for (const auto &entry : std::filesystem::recursive_directory_iterator(root))
            if (entry.path().filename() == "0.cbor")
                file = entry.path();
        std::ifstream stream(file, std::ios::binary);
        const std::string whole{std::istreambuf_iterator<char>(stream), {}};
        for (std::size_t place = 0; place < whole.size(); place += 1 + whole.size() / 200) {
            std::string changed = whole;
            changed[place] = static_cast<char>(changed[place] ^ 1);
            std::ofstream(file, std::ios::binary) << changed;
            QVERIFY2(!cache.find("0"), std::to_string(place).c_str());
        }
        std::ofstream(file, std::ios::binary) << *unsealed(whole); // of an earlier version
        QVERIFY(cache.find("0"));
    }

    void cacheForgetsWhatIsDamaged() {
        const QTemporaryDir directory;
        const std::filesystem::path root = directory.path().toStdString();
        const ClipAnalysis clip = fullClip();
        const ResultCache cache(root, "hash", {}, clip.settings);
        QVERIFY(!cache.find("0"));
        cache.keep("0", clip);
        cache.keepEnd("1");
        QVERIFY(std::holds_alternative<ClipAnalysis>(*cache.find("0")));
        QVERIFY(std::holds_alternative<ResultCache::EndOfRecording>(*cache.find("1")));
        QVERIFY(!ResultCache(root, "other hash", {}, clip.settings).find("0"));
        QVERIFY(!ResultCache(root, "hash", {"another CRNN", "", "", ""}, clip.settings).find("0"));
        for (const auto &entry : std::filesystem::recursive_directory_iterator(root)) {
            if (entry.is_regular_file())
                std::ofstream(entry.path(), std::ios::binary | std::ios::trunc) << "damaged";
        }
        QVERIFY(!cache.find("0"));
        QVERIFY(!cache.find("1"));
    }

    void jsonIsTheContract() {
        const QJsonObject clip = QJsonDocument::fromJson(QByteArray::fromStdString(clipToJson(fullClip()))).object();
        QCOMPARE(clip[u"media"].toString(), QStringLiteral("street.mp4"));
        QCOMPARE(clip[u"start"].toDouble(), 10.0);
        const QJsonObject audio = clip[u"audio"].toObject();
        QCOMPARE(audio[u"sample_rate"].toInt(), 20000);
        QCOMPARE(audio[u"activations"].toObject()[u"hop"].toDouble(), 0.1);
        QCOMPARE(audio[u"activations"].toObject()[u"events"].toArray()[1].toString(), QStringLiteral("Train"));
        QCOMPARE(audio[u"activations"].toObject()[u"values"].toArray().size(), 2);
        const QJsonObject video = clip[u"video"].toObject();
        QCOMPARE(video[u"pictures"].toInt(), 3);
        QCOMPARE(video[u"key_frames"].toArray()[1].toObject()[u"picture"].toInt(), 2);
        QCOMPARE(video[u"objects"].toArray()[0].toObject()[u"event"].toString(), QStringLiteral("Train"));
        QVERIFY(video[u"objects"].toArray()[1].toObject()[u"event"].isNull());
        const QJsonObject train = clip[u"events"].toArray()[1].toObject();
        QCOMPARE(train[u"audio"].toDouble(), static_cast<double>(0.25F));
        QCOMPARE(train[u"fused"].toDouble(), 0.2 * static_cast<double>(0.25F) + 0.8 * static_cast<double>(0.7F));
        QCOMPARE(train[u"tag"].toBool(), true);
        QCOMPARE(clip[u"notes"].toArray().size(), 1);
        QVERIFY(clip[u"models"].toObject().contains(u"inception_v4"));
    }

    void anAbsentBranchIsNull() {
        ClipAnalysis clip = fullClip();
        clip.video.reset();
        applyOperatingPoint(clip, clip.settings.operatingPoint);
        const QJsonObject json = QJsonDocument::fromJson(QByteArray::fromStdString(clipToJson(clip))).object();
        QCOMPARE(json[u"video"].toObject()[u"present"].toBool(true), false);
        const QJsonObject horn = json[u"events"].toArray()[0].toObject();
        QVERIFY(horn[u"video"].isNull());
        QCOMPARE(horn[u"fused"].toDouble(), horn[u"audio"].toDouble());
    }
};

TAGSCOPE_PLAIN_TEST(TestAnalysisStorage)
#include "tst_analysis_storage.moc"

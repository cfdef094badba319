// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/clip_events.h"
#include "core/analysis/explain.h"
#include "core/vision/picture_features.h"
#include "tests/support/made_media.h"
#include "tests/support/qt_test.h"
#include "tests/support/test_files.h"

#include <algorithm>
#include <cmath>

using namespace tagscope;
using test::MadeMedia;

namespace {

// The small networks and vectors of the demo: every branch, in no time.
std::shared_ptr<const Models> explainedModels() {
    static const auto models =
        std::make_shared<const Models>(loadModels(test::goldenFile("../../models/demo")).value());
    return models;
}

// Of the demo network's events, in another order than its own.
AnalysisSettings explainSettings() {
    AnalysisSettings settings = settingsFor(
        {{"Train", "", {"train"}, 0.5, 0.5}, {"Car", "", {"car"}, 0.5, 0.1}, {"Bus", "", {"bus"}, 0.5, 0.5}});
    settings.picturesPerSecond = 2.0;
    return settings;
}

SoundRegion all(const ClipAnalysis &clip) {
    return {0, clip.audio->logMel.rows, 0, clip.audio->logMel.columns};
}

float maximumOf(const Matrix &activations, std::size_t column) {
    float best = 0.0F;
    for (std::size_t step = 0; step < activations.rows; ++step)
        best = std::max(best, activations(step, column));
    return best;
}

std::size_t columnOf(const ClipAnalysis &clip, std::size_t event) {
    const auto &names = explainedModels()->tagger.value->description().classes;
    return static_cast<std::size_t>(std::ranges::find(names, clip.settings.events[event].name) - names.begin());
}

bool isInconsistent(const Result<Answer> &answer, const std::string &part) {
    return !answer && answer.error().kind == Error::Kind::Inconsistent &&
           answer.error().what().find(part) != std::string::npos;
}

} // namespace

class TestExplain : public QObject {
    Q_OBJECT

    MadeMedia made_;
    Analyzer analyzer_{explainedModels(), explainSettings()};
    std::optional<ClipAnalysis> clip_; // four seconds from the middle of a recording

    template <class T>
    T answered(const Question &question) {
        return std::get<T>(explain(analyzer_, *clip_, question).value());
    }

private Q_SLOTS:
    void initTestCase() {
        TAGSCOPE_REQUIRE_FFMPEG();
        const std::filesystem::path media =
            made_.make("av.mp4", "-f lavfi -i aevalsrc=0.4*sin(2*PI*(300+60*t)*t):s=44100:d=8 "
                                 "-f lavfi -i testsrc2=s=200x120:r=25:d=8 ");
        clip_ = analyzer_.analyseClip(media, Seconds{2}, Seconds{4}).value();
    }

    void attributionsAreOfTheMaximalStep() {
        for (const int event : {0, 2}) {
            const auto k = static_cast<std::size_t>(event);
            const auto answer = answered<EventAttribution>(AttributionQuestion{event});
            QCOMPARE(answer.event, event);
            QCOMPARE(answer.step, clip_->audio->peakSteps[k]);
            const double p = static_cast<double>(clip_->audio->probabilities[k]);
            QVERIFY(std::abs(answer.attribution.output - std::log(p / (1.0 - p))) < 1e-3);
            QVERIFY2(answer.attribution.incompleteness() <= 0.01,
                     std::to_string(answer.attribution.incompleteness()).c_str());
            // Padding is silence already.
            for (std::size_t frame = clip_->audio->soundFrames + 10; frame < answer.attribution.values.rows; ++frame)
                for (const float value : answer.attribution.values.row(frame))
                    QVERIFY(std::abs(value) < 1e-6F);
        }
    }

    // With nothing changed the sound that is read again is the sound of the clip.
    void silencingThePaddingChangesNothing() {
        const auto answer = answered<Occlusion>(OcclusionQuestion{{900, 2000, 0, 60}});
        QVERIFY(answer.isInSound);
        for (std::size_t k = 0; k < clip_->events.size(); ++k) {
            QVERIFY(std::abs(*answer.events[k].audio - *clip_->events[k].audio) < 1e-6);
            QCOMPARE(answer.events[k].video, clip_->events[k].video);
            QCOMPARE(answer.events[k].tag, clip_->events[k].tag);
        }
    }

    void silencingAllOfItLeavesSilence() {
        const auto answer = answered<Occlusion>(OcclusionQuestion{all(*clip_)});
        const Matrix silence(2000, 60, -100.0F);
        const Matrix silent = explainedModels()->tagger.value->activations({{}, silence}).value();
        for (std::size_t k = 0; k < clip_->events.size(); ++k) {
            const double a = static_cast<double>(maximumOf(silent, columnOf(*clip_, k)));
            QVERIFY(std::abs(*answer.events[k].audio - a) < 1e-6);
            const double p = fuse(a, clip_->events[k].video, clip_->events[k].videoWeight).value();
            QVERIFY(std::abs(*answer.events[k].fused - p) < 1e-6);
            QCOMPARE(answer.events[k].tag, *answer.events[k].fused >= clip_->events[k].threshold);
        }
    }

    void bandsAreSilencedInTheFeatures() {
        const SoundRegion region{100, 300, 20, 40};
        const auto answer = answered<Occlusion>(OcclusionQuestion{region});
        QVERIFY(!answer.isInSound);
        Matrix logMel = clip_->audio->logMel;
        for (std::size_t frame = 100; frame < 300; ++frame)
            for (std::size_t band = 20; band < 40; ++band)
                logMel(frame, band) = -100.0F;
        const Matrix direct = explainedModels()->tagger.value->activations({{}, logMel}).value();
        for (std::size_t k = 0; k < clip_->events.size(); ++k)
            QCOMPARE(static_cast<float>(*answer.events[k].audio), maximumOf(direct, columnOf(*clip_, k)));
    }

    void theMapIsMadeOfSingleOcclusions() {
        const auto map = answered<OcclusionMap>(OcclusionMapQuestion{1});
        QCOMPARE(map.change.rows, std::size_t{20});
        QCOMPARE(map.change.columns, std::size_t{5});
        const auto cell = answered<Occlusion>(OcclusionQuestion{{300, 400, 24, 36}});
        const float change = static_cast<float>(*cell.events[1].audio) - clip_->audio->probabilities[1];
        QVERIFY(std::abs(map.change(3, 2) - change) < 1e-6F);
        QCOMPARE(map.change(15, 0), 0.0F); // padding
    }

    void objectsAreLocated() {
        QVERIFY(!clip_->video->keyFrames.empty() && !clip_->video->objects.empty());
        const int object = clip_->video->objects.front().index;
        const auto cam = answered<ObjectCam>(ObjectCamQuestion{1, object});
        QCOMPARE(cam.heat.rows, std::size_t{8});
        QCOMPARE(cam.picture.width, 200);
        QCOMPARE(cam.picture.height, 120);
        // The network's square is in the middle, and as high as the picture, less what it crops.
        QVERIFY(std::abs(cam.left + cam.right - 1.0) < 1e-9 && std::abs(cam.top + cam.bottom - 1.0) < 1e-9);
        QVERIFY(std::abs((cam.bottom - cam.top) - 224.0 / 341.0) < 1e-9);
        QVERIFY(std::abs((cam.right - cam.left) * 200 - (cam.bottom - cam.top) * 120) < 1e-6);
        QVERIFY(std::ranges::all_of(cam.heat.values, [](float value) { return value >= 0.0F; }));
    }

    void whatCannotBeExplainedIsSaid() {
        QVERIFY(isInconsistent(explain(analyzer_, *clip_, AttributionQuestion{3}), "number 3"));
        QVERIFY(isInconsistent(explain(analyzer_, *clip_, AttributionQuestion{-1}), "number -1"));
        QVERIFY(isInconsistent(explain(analyzer_, *clip_, OcclusionQuestion{{10, 10, 0, 60}}), "no sound"));
        QVERIFY(isInconsistent(explain(analyzer_, *clip_, OcclusionQuestion{{5000, 6000, 0, 60}}), "no sound"));
        QVERIFY(isInconsistent(explain(analyzer_, *clip_, ObjectCamQuestion{99, 0}), "key frame"));
        QVERIFY(isInconsistent(explain(analyzer_, *clip_, ObjectCamQuestion{0, 5000}), "object"));
        ClipAnalysis other = *clip_;
        other.models.crnn = "run other, epoch 3 (abc)";
        QVERIFY(isInconsistent(explain(analyzer_, other, AttributionQuestion{0}), "run other, epoch 3 (abc)"));
        other.models.inceptionV4 = "another";
        QVERIFY(isInconsistent(explain(analyzer_, other, ObjectCamQuestion{0, 0}), "Inception-v4"));
        other.audio.reset();
        QVERIFY(isInconsistent(explain(analyzer_, other, OcclusionMapQuestion{0}), "no sound"));
        std::stop_source stop;
        stop.request_stop();
        for (const Question &question : {Question(AttributionQuestion{0}), Question(OcclusionQuestion{all(*clip_)}),
                                         Question(OcclusionMapQuestion{0}), Question(ObjectCamQuestion{0, 0})}) {
            const Result<Answer> answer = explain(analyzer_, *clip_, question, {}, stop.get_token());
            QVERIFY(!answer && answer.error().isCancelled());
        }
    }
};

TAGSCOPE_CORE_TEST(TestExplain)
#include "tst_explain.moc"

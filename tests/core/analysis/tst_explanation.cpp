// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/explanation.h"
#include "core/analysis/explanation_text.h"
#include "tests/support/qt_test.h"

#include <clocale>
#include <limits>

using namespace tagscope;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

// Two events, a maximum in the second step, two objects in a key frame.
ClipAnalysis smallClip() {
    ClipAnalysis clip;
    clip.media = "/somewhere/street.mp4";
    clip.mediaHash = "abc";
    clip.start = Seconds{20};
    clip.duration = Seconds{10};
    clip.settings.events = {{"Bus", "", {"bus"}, 0.5, 0.5}, {"Car", "", {"car"}, 0.5, 0.5}};
    clip.objectNames = {"minivan", "street sign"};
    AudioAnalysis audio;
    audio.logMel = Matrix(2000, 60);
    audio.activations = Matrix(100, 2);
    audio.probabilities = {0.25F, 0.5F};
    audio.peakSteps = {1, 2};
    clip.audio = audio;
    VideoAnalysis video;
    video.pictures.resize(240);
    video.keyFrames = {{30, Seconds{1.25}, {{0, 0.75F}, {1, 0.25F}}}};
    video.objects = {{0, 0.75F, 1, 0.5F}, {1, 0.25F, std::nullopt, 0.0F}};
    video.probabilities = {0.0F, 0.75F};
    clip.video = video;
    clip.events = {{0.25, Seconds{0.15}, 0.0, 0.5, 0.125, 0.5, false},
                   {0.5, Seconds{0.25}, 0.75, 0.5, 0.625, 0.5, true}};
    clip.models = {"net (1234)", "alex", "inception", "glove"};
    clip.notes = {"Something to know."};
    return clip;
}

EventAttribution someAttribution() {
    EventAttribution attribution{1, 2, -100.0, {}};
    attribution.attribution.values = Matrix(2000, 60);
    attribution.attribution.values(400, 10) = 3.0F;
    attribution.attribution.values(1200, 40) = 1.0F;
    attribution.attribution.values(50, 5) = -1.0F;
    attribution.attribution.sum = 3.0;
    attribution.attribution.baselineOutput = -3.0;
    attribution.attribution.output = 0.003;
    attribution.attribution.parts = 40;
    return attribution;
}

} // namespace

class TestExplanation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theStrongestPartHoldsHalf() {
        const StrongestPart part = strongestPart(someAttribution().attribution.values).value();
        QCOMPARE(part.region, (SoundRegion{400, 401, 10, 11}));
        QCOMPARE(part.speaksFor, 4.0);
        QCOMPARE(part.speaksAgainst, -1.0);
        Matrix even(10, 4, 1.0F);
        const StrongestPart half = strongestPart(even).value();
        QCOMPARE(half.region, (SoundRegion{0, 5, 0, 2})); // the first of equally short ones
        even.values.assign(40, -1.0F);
        QVERIFY(!strongestPart(even));
        QVERIFY(!strongestPart(Matrix()));
    }

    void regionsStayInTheClip() {
        const ClipAnalysis clip = smallClip();
        QCOMPARE(regionBetween(*clip.audio, Seconds{1}, Seconds{2.5}), (SoundRegion{200, 500, 0, 60}));
        QCOMPARE(regionBetween(*clip.audio, Seconds{-3}, Seconds{99}), (SoundRegion{0, 2000, 0, 60}));
        QCOMPARE(regionBetween(*clip.audio, Seconds{5}, Seconds{4}), (SoundRegion{1000, 1000, 0, 60}));
        QVERIFY(std::abs(silenceLevel(clip.settings) + 100.0) < 1e-9);
    }

    void numbersAreThoseOfAPaper() {
        QCOMPARE(fixedText(0.5945, 2), std::string("0.59"));
        QCOMPARE(fixedText(-0.0001, 3), std::string("0.000"));
        QCOMPARE(fixedText(kInfinity, 3), std::string("inf"));
        QCOMPARE(signedText(-kInfinity, 3), std::string("-inf"));
        QCOMPARE(signedText(0.25, 3), std::string("+0.250"));
        QCOMPARE(fixedText(1e300, 0).size(), std::size_t{301});
    }

    void theWholeChainIsInTheText() {
        const ClipAnalysis clip = smallClip();
        const EventAttribution attribution = someAttribution();
        std::vector<double> edges;
        for (int i = 0; i < 62; ++i)
            edges.push_back(100.0 * i);
        const std::string text = explanationText(clip, 1, &attribution, edges);
        for (const char *part : {"\"Car\" in street.mp4, 20.00 to 30.00 s (SHA-256 abc)",
                                 "p = (1 - w) a + w v = (1 - 0.500) * 0.500 + 0.500 * 0.750 = 0.625",
                                 "threshold t = 0.500; margin p - t = +0.125; tagged.",
                                 "threshold t to 0.625 (+0.125)",
                                 "weight w: none in its range",
                                 "audio probability a to 0.250 (-0.250)",
                                 "video probability v to 0.500 (-0.250)",
                                 "between 0.20 and 0.30 s of the clip",
                                 "against silence (-100 dB): -3.000 with silence, 0.003 with the sound",
                                 "0.10 % off, in 40 parts",
                                 "between 2.00 and 2.00 s, and half between 1000 and 1200 Hz",
                                 "1 key frames of 240 pictures",
                                 "key frame at 1.25 s: minivan 0.750, street sign 0.250",
                                 "minivan 0.750, given to Car, cosine 0.500 (this",
                                 "street sign 0.250, given to no event",
                                 "v = 0.750",
                                 "CRNN net (1234)",
                                 "4 key frames by k-median",
                                 "all to the most similar event",
                                 "Note: Something to know."})
            QVERIFY2(text.find(part) != std::string::npos, (std::string(part) + "\n" + text).c_str());
        QCOMPARE(explanationText(clip, 1, &attribution, edges), text);
        QVERIFY(explanationText(clip, 1, nullptr, edges).find("Integrated gradients") == std::string::npos);
        const char *before = std::setlocale(LC_ALL, "de_DE.UTF-8"); // where there is such a locale
        QCOMPARE(explanationText(clip, 1, &attribution, edges), text);
        if (before != nullptr)
            std::setlocale(LC_ALL, "C");
    }

    void whatIsMissingIsNamed() {
        const auto has = [](const ClipAnalysis &clip, const char *part) {
            return explanationText(clip, 0, nullptr, {}).find(part) != std::string::npos;
        };
        ClipAnalysis clip = smallClip();
        clip.audio.reset();
        clip.events[0].audio.reset();
        QVERIFY(has(clip, "Sound: the clip has none.") && has(clip, "for there is no audio probability"));
        clip.video->probabilities.clear();
        clip.events[0].video.reset();
        QVERIFY(has(clip, "There are no word vectors") && has(clip, "neither the sound nor the pictures"));
        clip.video->objects.clear();
        QVERIFY(has(clip, "There is no Inception-v4"));
        clip.video->keyFrames.clear();
        QVERIFY(has(clip, "there are no key frames"));
        clip.video.reset();
        QVERIFY(has(clip, "Pictures: the clip has none."));
        clip = smallClip();
        QVERIFY(!has(clip, "at equal intervals"));
        clip.models.alexNet.clear();
        QVERIFY(has(clip, "at equal intervals: there is no AlexNet"));
        clip = smallClip();
        clip.audio->activations = Matrix();
        clip.audio->peakSteps.clear();
        QVERIFY(has(clip, "there is no audio tagger"));
        clip = smallClip();
        clip.events[0].threshold = kInfinity;
        QVERIFY(has(clip, "threshold t = inf") && has(clip, "margin p - t = -inf") && has(clip, "(-inf)"));
    }
};

TAGSCOPE_CORE_TEST(TestExplanation)
#include "tst_explanation.moc"

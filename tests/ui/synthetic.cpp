// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/synthetic.h"

#include "tests/ui/synthetic_explanations.h"
#include "tests/ui/synthetic_models.h"
#include "tests/ui/synthetic_playback.h"
#include "tests/ui/synthetic_project.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace tagscope::test {

namespace {

constexpr std::size_t kFrames = 2000;
constexpr std::size_t kBands = 60;
constexpr std::size_t kSteps = 100;
constexpr std::size_t kPictures = 240;
constexpr double kDuration = 10.0;

constexpr std::array kEventNames{"Train horn",
                                 "Ambulance (siren)",
                                 "Fire engine, fire truck (siren)",
                                 "Police car (siren)",
                                 "Car alarm",
                                 "Reversing beeps",
                                 "Air horn, truck horn",
                                 "Civil defense siren",
                                 "Screaming",
                                 "Bicycle",
                                 "Skateboard",
                                 "Car",
                                 "Car passing by",
                                 "Bus",
                                 "Truck",
                                 "Motorcycle",
                                 "Train"};

struct SyntheticObject {
    const char *name;
    float probability;
    int event;
    float cosine;
};

constexpr std::array<SyntheticObject, 10> kObjects{{{"ambulance", 0.52F, 1, 0.94F},
                                                    {"minivan", 0.14F, 11, 0.58F},
                                                    {"fire engine", 0.09F, 2, 0.97F},
                                                    {"traffic light", 0.07F, 12, 0.41F},
                                                    {"police van", 0.06F, 3, 0.71F},
                                                    {"cab", 0.04F, 11, 0.55F},
                                                    {"trolleybus", 0.03F, 13, 0.63F},
                                                    {"moving van", 0.02F, 14, 0.49F},
                                                    {"parking meter", 0.02F, 11, 0.37F},
                                                    {"street sign", 0.01F, -1, 0.0F}}};

constexpr std::array<std::size_t, 4> kSceneStarts{0, 70, 118, 176}; // pictures
constexpr std::array<int, 4> kKeyPictures{31, 92, 150, 204};

AudioAnalysis syntheticAudio(bool hasCrnn) {
    AudioAnalysis audio;
    audio.logMel = Matrix(kFrames, kBands);
    audio.soundFrames = 1880;
    for (std::size_t n = 0; n < kFrames; ++n)
        for (std::size_t b = 0; b < kBands; ++b) {
            const double time = static_cast<double>(n) * 0.005;
            const double siren = 30 + 10 * std::sin(2 * std::numbers::pi * 0.4 * time);
            const double tone = 45 * std::exp(-0.5 * std::pow((static_cast<double>(b) - siren) / 1.2, 2));
            const double harmonic = 25 * std::exp(-0.5 * std::pow((static_cast<double>(b) - siren - 14) / 1.5, 2));
            const double noise = 6 * std::sin(12.9898 * static_cast<double>(n) + 78.233 * static_cast<double>(b));
            const double level = -62 - 0.25 * static_cast<double>(b) + tone + harmonic + noise;
            audio.logMel(n, b) = n < audio.soundFrames ? static_cast<float>(level) : -100.0F;
        }
    if (!hasCrnn)
        return audio;
    audio.activations = Matrix(kSteps, kEventNames.size());
    for (std::size_t k = 0; k < kEventNames.size(); ++k) {
        const auto peak = static_cast<double>(7 * k % kSteps);
        const double height = k == 1 ? 0.92 : 0.05 + 0.4 * std::abs(std::sin(static_cast<double>(k)));
        for (std::size_t j = 0; j < kSteps; ++j)
            audio.activations(j, k) = static_cast<float>(
                height *
                std::exp(-0.5 * std::pow((static_cast<double>(j) - peak) / (3.0 + static_cast<double>(k)), 2)));
        audio.peakSteps.push_back(static_cast<int>(peak));
        audio.probabilities.push_back(audio.activations(static_cast<std::size_t>(peak), k));
    }
    return audio;
}

int sceneOf(std::size_t picture) {
    const auto after = std::upper_bound(kSceneStarts.begin(), kSceneStarts.end(), picture);
    return static_cast<int>(after - kSceneStarts.begin()) - 1;
}

// Near within a scene, far between scenes; pictures that follow on one another are nearer than others.
Matrix syntheticDissimilarities() {
    Matrix distances(kPictures, kPictures);
    for (std::size_t i = 0; i < kPictures; ++i)
        for (std::size_t j = 0; j < kPictures; ++j) {
            const double scenes = 20.0 * std::abs(sceneOf(i) - sceneOf(j));
            distances(i, j) =
                static_cast<float>(scenes + 0.1 * std::abs(static_cast<double>(i) - static_cast<double>(j)));
        }
    return distances;
}

void addObjects(VideoAnalysis &video, bool hasVectors) {
    for (KeyFrame &keyFrame : video.keyFrames)
        for (std::size_t i = 0; i < kObjects.size(); ++i)
            keyFrame.objects.push_back({static_cast<int>(i), kObjects[i].probability});
    video.probabilities.assign(hasVectors ? kEventNames.size() : 0, 0.0F);
    for (std::size_t i = 0; i < kObjects.size(); ++i) {
        MappedObject object{static_cast<int>(i), kObjects[i].probability, std::nullopt, std::nanf("")};
        if (hasVectors && kObjects[i].event >= 0) {
            object.event = kObjects[i].event;
            object.cosine = kObjects[i].cosine;
            video.probabilities[static_cast<std::size_t>(kObjects[i].event)] += object.probability;
        }
        video.objects.push_back(object);
    }
}

VideoAnalysis syntheticVideo(const Missing &missing) {
    VideoAnalysis video;
    for (std::size_t i = 0; i < kPictures; ++i)
        video.pictures.push_back({Seconds{static_cast<double>(i) / 24.0}, static_cast<std::int64_t>(i)});
    if (missing.alexNet)
        return video;
    video.dissimilarities = syntheticDissimilarities();
    video.selection.pictures.assign(kKeyPictures.begin(), kKeyPictures.end());
    for (std::size_t i = 0; i < kPictures; ++i)
        video.selection.representative.push_back(i >= 40 && i < 48 ? 2 : sceneOf(i));
    for (const int picture : kKeyPictures)
        video.keyFrames.push_back({picture, Seconds{picture / 24.0}, {}});
    if (!missing.inception)
        addObjects(video, !missing.vectors);
    return video;
}

void addNotes(ClipAnalysis &clip, const Missing &missing) {
    if (missing.sound)
        clip.notes.push_back({"analysis.no_sound", clip.media.filename()});
    if (missing.pictures)
        clip.notes.push_back({"analysis.no_pictures", clip.media.filename()});
    if (missing.crnn)
        clip.notes.push_back({"analysis.no_tagger", Message("analysis.advice_crnn")});
    else
        clip.notes.push_back({"analysis.untrained", "CRNN", "random weights, seed 1"});
    if (missing.inception)
        clip.notes.push_back({"analysis.not_registered", "Inception-v4", Message("analysis.advice_inception")});
}

} // namespace

ClipAnalysis syntheticClip(const std::filesystem::path &media, const Missing &missing) {
    ClipAnalysis clip;
    clip.media = media;
    clip.duration = Seconds{kDuration};
    for (const char *name : kEventNames)
        clip.settings.events.push_back({name, {}, {name}, 0.2, 0.3});
    for (const std::size_t k : {1U, 2U, 9U, 10U, 12U, 13U, 14U})
        clip.settings.events[k].videoWeight = 0.8;
    for (const EventClass &event : clip.settings.events) {
        clip.settings.operatingPoint.videoWeight.push_back(event.videoWeight);
        clip.settings.operatingPoint.threshold.push_back(event.threshold);
    }
    for (const SyntheticObject &object : kObjects)
        clip.objectNames.emplace_back(object.name);
    if (!missing.sound)
        clip.audio = syntheticAudio(!missing.crnn);
    if (!missing.pictures)
        clip.video = syntheticVideo(missing);
    for (std::size_t k = 0; k < kEventNames.size(); ++k) {
        EventResult event;
        event.videoWeight = clip.settings.events[k].videoWeight;
        event.threshold = clip.settings.events[k].threshold;
        if (clip.audio && !clip.audio->probabilities.empty()) {
            event.audio = static_cast<double>(clip.audio->probabilities[k]);
            event.audioPeak = Seconds{(clip.audio->peakSteps[k] + 0.5) * 0.1};
        }
        if (clip.video && !clip.video->probabilities.empty())
            event.video = static_cast<double>(clip.video->probabilities[k]);
        if (event.audio && event.video)
            event.fused = (1 - event.videoWeight) * *event.audio + event.videoWeight * *event.video;
        else
            event.fused = event.audio ? event.audio : event.video;
        event.tag = event.fused && *event.fused >= event.threshold;
        clip.events.push_back(event);
    }
    addNotes(clip, missing);
    return clip;
}

Matrix syntheticCosine() {
    Matrix cosine(kObjects.size(), kEventNames.size());
    for (std::size_t i = 0; i < kObjects.size(); ++i)
        for (std::size_t k = 0; k < kEventNames.size(); ++k)
            cosine(i, k) = k == 7 || kObjects[i].event < 0 ? std::nanf("")
                           : static_cast<int>(k) == kObjects[i].event
                               ? kObjects[i].cosine
                               : 0.3F * static_cast<float>(std::abs(std::sin(static_cast<double>(3 * i + k))));
    return cosine;
}

std::vector<ObjectProbability> syntheticObjects(int picture) {
    std::vector<float> probabilities;
    for (const SyntheticObject &object : kObjects)
        probabilities.push_back(object.probability);
    probabilities[static_cast<std::size_t>(picture) % kObjects.size()] += 1.0F;
    return rectify(probabilities);
}

Result<std::vector<RgbImage>> syntheticThumbnails(const std::filesystem::path &, Seconds,
                                                  const std::vector<Seconds> &times, int height,
                                                  const std::stop_token &stop) {
    std::vector<RgbImage> pictures;
    const int width = height * 16 / 9;
    for (const Seconds time : times) {
        if (stop.stop_requested())
            return cancelled();
        RgbImage picture(width, height);
        const int scene = sceneOf(static_cast<std::size_t>(std::max(time.count() * 24.0, 0.0)));
        const double box = time.count() / kDuration * width;
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x) {
                std::uint8_t *pixel =
                    &picture.pixels[3 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                                         static_cast<std::size_t>(x))];
                const bool isBox = std::abs(x - box) < height / 6.0 && y > height / 2 && y < 7 * height / 8;
                const bool isRoad = y > 3 * height / 4;
                pixel[0] = static_cast<std::uint8_t>(isBox ? 220 : isRoad ? 70 : 90 + 30 * scene);
                pixel[1] = static_cast<std::uint8_t>(isBox ? 60 : isRoad ? 70 : 170 - 25 * scene);
                pixel[2] = static_cast<std::uint8_t>(isBox ? 50 : isRoad ? 75 : 200 - 30 * scene);
            }
        pictures.push_back(std::move(picture));
    }
    return pictures;
}

Result<std::vector<Message>> syntheticSound(const std::filesystem::path &media, Seconds start, Seconds duration,
                                            const ui::ReceiveSamples &receive, const std::stop_token &stop) {
    constexpr int kRate = 16000;
    const auto first = static_cast<std::int64_t>(start.count() * kRate);
    for (std::int64_t second = 0; static_cast<double>(second) < duration.count(); ++second) {
        if (stop.stop_requested())
            return cancelled();
        std::vector<float> samples(kRate);
        for (std::int64_t i = 0; i < kRate; ++i) {
            const std::int64_t n = first + second * kRate + i;
            const double tone = 0.5 * std::sin(2 * std::numbers::pi * 1000.0 / kRate * static_cast<double>(n));
            samples[static_cast<std::size_t>(i)] = n / kRate % 2 == 0 ? static_cast<float>(tone) : 0.0F;
        }
        receive(kRate, samples);
    }
    if (media.stem() == "opposed")
        return std::vector<Message>{{"analysis.channels_cancel", 120}};
    return std::vector<Message>();
}

Result<ui::RecordingFacts> syntheticProbe(const std::filesystem::path &media, const std::stop_token &) {
    return ui::RecordingFacts{media.stem() == "hour" ? Seconds{3600} : Seconds{kDuration}, true, true};
}

std::vector<double> syntheticBandEdges(const LogMelOptions &options) {
    const auto mel = [](double hz) { return 2595 * std::log10(1 + hz / 700); };
    const auto hz = [](double mels) { return 700 * (std::pow(10, mels / 2595) - 1); };
    std::vector<double> edges;
    edges.reserve(static_cast<std::size_t>(options.bands) + 2);
    for (int i = 0; i < options.bands + 2; ++i)
        edges.push_back(hz(mel(options.lowHz) + (mel(options.highHz) - mel(options.lowHz)) * i / (options.bands + 1)));
    return edges;
}

ui::Sources syntheticSources(const Missing &missing) {
    ui::Sources sources =
        sourcesWith([missing](const std::filesystem::path &media, const std::function<void(ClipAnalysis)> &receive,
                              const Progress &progress, const std::stop_token &) -> Result<void> {
            progress(0.5, "pictures");
            if (media.extension() == ".broken")
                return fail(Error::Kind::Malformed,
                            plainText(media.filename().string() + " is damaged beyond decoding. Try to copy it again."),
                            "Invalid data found when processing input");
            receive(syntheticClip(media, missing));
            return {};
        });
    if (missing.vectors)
        sources.stages.cosines = [](const ClipAnalysis &, const std::stop_token &) { return Result<Matrix>(Matrix()); };
    return sources;
}

ui::Sources sourcesWith(ui::AnalyseFunction analyse) {
    ui::Sources sources;
    sources.analyse = std::move(analyse);
    sources.thumbnails = syntheticThumbnails;
    sources.decodeSound = syntheticSound;
    sources.probe = syntheticProbe;
    sources.analyseWindow = [](const std::filesystem::path &media, Seconds start, const std::stop_token &) {
        ClipAnalysis window = syntheticClip(media);
        window.start = start;
        return Result<ClipAnalysis>(std::move(window));
    };
    sources.bandEdges = syntheticBandEdges;
    sources.playback = syntheticPlayback();
    sources.openProject = openSyntheticProject;
    sources.makeDemo = [](const std::filesystem::path &directory, const std::stop_token &) {
        return Result<std::filesystem::path>(directory / "demo.tagscope");
    };
    sources.checkTraining = [](const TrainingSettings &settings) -> Result<void> {
        if (settings.channels.empty())
            return fail(Error::Kind::Inconsistent, plainText("The network needs at least one convolution."));
        return {};
    };
    sources.yield = [](int) {};
    sources.findMedia = [](const std::filesystem::path &folder, const std::stop_token &) {
        return Result<std::vector<std::filesystem::path>>({folder / "a.mp4", folder / "below" / "b.wav"});
    };
    sources.stages = {
        .objects =
            [](const ClipAnalysis &, int picture, const std::stop_token &) {
                return Result<std::vector<ObjectProbability>>(syntheticObjects(picture));
            },
        .cosines = [](const ClipAnalysis &, const std::stop_token &) { return Result<Matrix>(syntheticCosine()); }};
    sources.explain = syntheticExplain;
    sources.models = syntheticModels();
    return sources;
}

} // namespace tagscope::test

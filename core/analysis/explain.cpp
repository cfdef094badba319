// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/explain.h"

#include "core/analysis/audio_branch.h"
#include "core/analysis/clip_removal.h"
#include "core/analysis/given_scores.h"
#include "core/analysis/window_reader.h"
#include "core/base/try.h"
#include "core/media/media_info.h"
#include "core/vision/picture_features.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace tagscope {

namespace {

// Cells of the occlusion map: half a second and a fifth of 60 bands, a hundred in 10 s.
constexpr Seconds kCellTime{0.5};
constexpr std::size_t kCellBands = 12;
constexpr int kPictureHeight = 360; // of a key frame that is shown with its heat

tl::unexpected<Error> notThere(Message what) {
    return fail(Error::Kind::Inconsistent, std::move(what));
}

Result<const AudioTagger *> taggerOf(const Analyzer &analyzer, const ClipAnalysis &clip) {
    if (clip.audio && hasGivenScores(clip))
        return notThere({"analysis.given_scores", clip.audio->tagger});
    if (!clip.audio || clip.audio->activations.empty())
        return notThere("analysis.no_activations_to_explain");
    const LoadedModel<AudioTagger> &tagger = analyzer.models().tagger;
    if (!tagger.value || tagger.label != clip.models.crnn)
        return notThere(tagger.value ? Message("analysis.activations_of_other_crnn", clip.models.crnn, tagger.label)
                                     : Message("analysis.activations_without_crnn", clip.models.crnn));
    if (Message why = whyTaggerDoesNotFit(*tagger.value, clip.settings); !why.empty())
        return notThere(std::move(why));
    return tagger.value.get();
}

Result<void> checkEvent(const ClipAnalysis &clip, int event) {
    if (event < 0 || static_cast<std::size_t>(event) >= clip.audio->peakSteps.size())
        return notThere({"analysis.no_event_number", event});
    return {};
}

// The network's output for an event of the project; the file may list them in another order.
std::size_t outputOf(const AudioTagger &tagger, const ClipAnalysis &clip, std::size_t event) {
    const std::vector<std::string> &names = tagger.description().classes;
    return static_cast<std::size_t>(std::ranges::find(names, clip.settings.events[event].name) - names.begin());
}

Result<Answer> attribute(const Analyzer &analyzer, const ClipAnalysis &clip, const AttributionQuestion &question,
                         const Progress &progress, const std::stop_token &stop) {
    const AudioTagger *tagger = TAGSCOPE_TRY(taggerOf(analyzer, clip));
    TAGSCOPE_TRY(checkEvent(clip, question.event));
    const Matrix &logMel = clip.audio->logMel;
    const auto event = static_cast<std::size_t>(question.event);
    EventAttribution answer{question.event, clip.audio->peakSteps[event], silenceLevel(clip.settings), {}};
    const Matrix silence(logMel.rows, logMel.columns, static_cast<float>(answer.silence));
    const AttributionTarget target{outputOf(*tagger, clip, event), static_cast<std::size_t>(answer.step)};
    return tagger->attribution(logMel, silence, target, progress, stop).map([&](Attribution made) {
        answer.attribution = std::move(made);
        return Answer(std::move(answer));
    });
}

// The clip's samples once more, silent in a stretch of frames, as log-mel.
Result<Matrix> withSilence(const ClipAnalysis &clip, const SoundRegion &region, const std::stop_token &stop) {
    MediaInfo info = TAGSCOPE_TRY(probeMedia(clip.media, stop));
    info.video.reset();
    const AnalysisSettings &settings = clip.settings;
    WindowReader reader =
        TAGSCOPE_TRY(WindowReader::open(info, settings.logMel.sampleRate, settings.picturesPerSecond, stop));
    std::vector<float> samples = TAGSCOPE_TRY(reader.samples({clip.start, clip.duration}));
    const auto hop = static_cast<std::size_t>(settings.logMel.hopSamples);
    const auto from = std::min(region.firstFrame * hop, samples.size());
    const auto to = std::min(region.endFrame * hop, samples.size());
    std::fill(samples.begin() + static_cast<std::ptrdiff_t>(from), samples.begin() + static_cast<std::ptrdiff_t>(to),
              0.0F);
    const LogMel logMel = TAGSCOPE_TRY(LogMel::make(settings.logMel));
    return analyseSound(samples, logMel, nullptr, settings, stop).map([](AudioAnalysis audio) {
        return std::move(audio.logMel);
    });
}

Matrix silenced(Matrix logMel, const SoundRegion &region, double level) {
    for (std::size_t frame = region.firstFrame; frame < region.endFrame; ++frame)
        for (std::size_t band = region.firstBand; band < region.endBand; ++band)
            logMel(frame, band) = static_cast<float>(level);
    return logMel;
}

// The largest activation of an event over the steps, and where it first is.
std::pair<float, std::size_t> maximum(const Matrix &activations, std::size_t output) {
    std::size_t best = 0;
    for (std::size_t step = 1; step < activations.rows; ++step)
        if (activations(step, output) > activations(best, output))
            best = step;
    return {activations(best, output), best};
}

Result<Answer> occlude(const Analyzer &analyzer, const ClipAnalysis &clip, const OcclusionQuestion &question,
                       const Progress &progress, const std::stop_token &stop) {
    const AudioTagger *tagger = TAGSCOPE_TRY(taggerOf(analyzer, clip));
    Occlusion answer{question.region, false, clip.events};
    const Matrix &logMel = clip.audio->logMel;
    SoundRegion &region = answer.region;
    region.endFrame = std::min(region.endFrame, logMel.rows);
    region.endBand = std::min(region.endBand, logMel.columns);
    if (region.firstFrame >= region.endFrame || region.firstBand >= region.endBand)
        return notThere("analysis.silence_without_sound");
    answer.isInSound = region.firstBand == 0 && region.endBand == logMel.columns;
    if (progress)
        progress(0.1, "silence");
    const Matrix changed =
        TAGSCOPE_TRY(answer.isInSound ? withSilence(clip, region, stop)
                                      : Result<Matrix>(silenced(logMel, region, silenceLevel(clip.settings))));
    const Matrix activations = TAGSCOPE_TRY(tagger->activations({{}, changed}, stop));
    for (std::size_t k = 0; k < answer.events.size(); ++k) {
        const auto [probability, step] = maximum(activations, outputOf(*tagger, clip, k));
        EventResult &event = answer.events[k];
        event.audio = probability;
        event.audioPeak = clip.audio->stepMiddle(static_cast<double>(step));
        decide(event);
    }
    return Answer(std::move(answer));
}

Result<Answer> mapOcclusion(const Analyzer &analyzer, const ClipAnalysis &clip, const OcclusionMapQuestion &question,
                            const Progress &progress, const std::stop_token &stop) {
    const AudioTagger *tagger = TAGSCOPE_TRY(taggerOf(analyzer, clip));
    TAGSCOPE_TRY(checkEvent(clip, question.event));
    const auto event = static_cast<std::size_t>(question.event);
    const std::size_t output = outputOf(*tagger, clip, event);
    const Matrix &logMel = clip.audio->logMel;
    OcclusionMap answer;
    answer.event = question.event;
    answer.framesOfCell = std::max<std::size_t>(1, static_cast<std::size_t>(kCellTime / clip.audio->frameHop));
    answer.bandsOfCell = std::min(kCellBands, logMel.columns);
    answer.change = Matrix((logMel.rows + answer.framesOfCell - 1) / answer.framesOfCell,
                           (logMel.columns + answer.bandsOfCell - 1) / answer.bandsOfCell);
    Matrix &change = answer.change;
    for (std::size_t row = 0; row < change.rows; ++row) {
        if (row * answer.framesOfCell >= clip.audio->soundFrames)
            break; // padding is silent already
        for (std::size_t column = 0; column < change.columns; ++column) {
            const SoundRegion cell{row * answer.framesOfCell, std::min((row + 1) * answer.framesOfCell, logMel.rows),
                                   column * answer.bandsOfCell,
                                   std::min((column + 1) * answer.bandsOfCell, logMel.columns)};
            const Matrix activations =
                TAGSCOPE_TRY(tagger->activations({{}, silenced(logMel, cell, silenceLevel(clip.settings))}, stop));
            change(row, column) = maximum(activations, output).first - clip.audio->probabilities[event];
            if (progress)
                progress(static_cast<double>(row * change.columns + column + 1) /
                             static_cast<double>(change.values.size()),
                         "occlusion");
        }
    }
    return Answer(std::move(answer));
}

// Where the centre of the network's cell number `cell` lies along a side of the picture, as a share of it.
double placeOfCell(int cell, int side, int shorterSide) {
    constexpr double kShorter = 341.0; // the shorter side that the network's square of 299 is cut from
    const double scale = shorterSide / kShorter;
    const double pixel = InceptionV4::kMapFirst + 0.5 + InceptionV4::kMapStride * cell;
    return (side / 2.0 + (pixel - InceptionV4::kInputSide / 2.0) * scale) / side;
}

Result<Answer> locateObject(const Analyzer &analyzer, const ClipAnalysis &clip, const ObjectCamQuestion &question,
                            const std::stop_token &stop) {
    const LoadedModel<InceptionV4> &network = analyzer.models().inceptionV4;
    if (!network.value || network.label != clip.models.inceptionV4)
        return notThere("analysis.objects_of_other_network");
    const std::size_t objects = analyzer.models().objects.size();
    if (!clip.video || question.keyFrame < 0 ||
        static_cast<std::size_t>(question.keyFrame) >= clip.video->keyFrames.size() || question.object < 0 ||
        static_cast<std::size_t>(question.object) >= objects || objects > network.value->classes())
        return notThere("analysis.no_such_object");
    MediaInfo info = TAGSCOPE_TRY(probeMedia(clip.media, stop));
    info.audio.reset();
    const WindowReader reader =
        TAGSCOPE_TRY(WindowReader::open(info, clip.settings.logMel.sampleRate, clip.settings.picturesPerSecond, stop));
    const KeyFrame &keyFrame = clip.video->keyFrames[static_cast<std::size_t>(question.keyFrame)];
    const DecodedPicture decoded = TAGSCOPE_TRY(reader.pictureAgain(
        {clip.start, clip.duration}, std::llround(keyFrame.time.count() * clip.settings.picturesPerSecond)));
    const RgbImage picture = TAGSCOPE_TRY(decoded.image());
    // A background class before ImageNet's, as in recognising them.
    const std::size_t unit = network.value->classes() - objects + static_cast<std::size_t>(question.object);
    Matrix heat = TAGSCOPE_TRY(network.value->gradCam(inceptionInput(picture), unit, stop));

    const int shorter = std::min(picture.width, picture.height);
    const double scale = std::min(1.0, static_cast<double>(kPictureHeight) / picture.height);
    RgbImage shown = TAGSCOPE_TRY(decoded.image(std::max(1, static_cast<int>(std::lround(picture.width * scale))),
                                                std::max(1, static_cast<int>(std::lround(picture.height * scale)))));
    constexpr int kLast = InceptionV4::kMapSide - 1;
    return Answer(ObjectCam{question.keyFrame, question.object, std::move(heat), std::move(shown),
                            placeOfCell(0, picture.width, shorter), placeOfCell(0, picture.height, shorter),
                            placeOfCell(kLast, picture.width, shorter), placeOfCell(kLast, picture.height, shorter)});
}

} // namespace

Result<Answer> explain(const Analyzer &analyzer, const ClipAnalysis &clip, const Question &question,
                       const Progress &progress, std::stop_token stop) {
    if (const auto *attribution = std::get_if<AttributionQuestion>(&question))
        return attribute(analyzer, clip, *attribution, progress, stop);
    if (const auto *occlusion = std::get_if<OcclusionQuestion>(&question))
        return occlude(analyzer, clip, *occlusion, progress, stop);
    if (const auto *map = std::get_if<OcclusionMapQuestion>(&question))
        return mapOcclusion(analyzer, clip, *map, progress, stop);
    if (const auto *removal = std::get_if<RemovalQuestion>(&question)) {
        if (removal->event < 0)
            return fail(Error::Kind::Inconsistent, "analysis.nothing_to_remove");
        return removalOf(analyzer, clip, static_cast<std::size_t>(removal->event), {}, progress, std::move(stop))
            .map([](RemovalExplanation &&found) { return Answer(std::move(found)); });
    }
    return locateObject(analyzer, clip, std::get<ObjectCamQuestion>(question), stop);
}

} // namespace tagscope

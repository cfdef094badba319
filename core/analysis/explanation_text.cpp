// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/explanation_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace tagscope {

namespace {

constexpr int kDecimals = 3;

std::string three(double number) {
    return fixedText(number, kDecimals);
}

std::string secondsText(Seconds time) {
    return fixedText(time.count(), 2);
}

std::string objectName(const ClipAnalysis &clip, int index) {
    const auto i = static_cast<std::size_t>(index);
    return index >= 0 && i < clip.objectNames.size() ? clip.objectNames[i] : "object " + std::to_string(index);
}

std::string orNone(const std::string &model) {
    return model.empty() ? "none" : model;
}

// What the branches add to the logit.
std::string calibrationText(const Decision &decision) {
    if (std::isinf(decision.calibration->intercept))
        return ": the clips it was fitted on are all alike in this event";
    const CalibrationTerms terms = calibrationTerms(*decision.calibration, decision.audio, decision.video);
    std::string text = ": logit p = " + signedText(terms.base, 3);
    text += decision.audio ? " " + signedText(terms.audio, 3) + " from a = " + three(*decision.audio)
                           : ", there is no audio probability";
    text += decision.video ? " " + signedText(terms.video, 3) + " from v = " + three(*decision.video)
                           : ", there is no video probability";
    return text;
}

std::string decisionParagraph(const Decision &decision) {
    const std::optional<double> p = decision.fused();
    if (!p)
        return "Decision: neither the sound nor the pictures give a probability; not tagged.\n";
    std::string text = "Decision: ";
    if (decision.calibration)
        text += "p = " + three(*p) + ", calibrated" + calibrationText(decision);
    else if (decision.audio && decision.video)
        text += "p = (1 - w) a + w v = (1 - " + three(decision.videoWeight) + ") * " + three(*decision.audio) + " + " +
                three(decision.videoWeight) + " * " + three(*decision.video) + " = " + three(*p);
    else
        text += decision.audio ? "p = a = " + three(*p) + ", for there is no video probability"
                               : "p = v = " + three(*p) + ", for there is no audio probability";
    text += "; threshold t = " + three(decision.threshold) + "; margin p - t = " + signedText(*decision.margin(), 3);
    return text + (decision.isTagged() ? "; tagged.\n" : "; not tagged.\n");
}

std::string flipText(const std::string &name, const std::optional<DecisionFlip> &flip) {
    if (!flip)
        return name + ": none in its range";
    return name + " to " + three(flip->value) + " (" + signedText(flip->change, kDecimals) + ")";
}

std::string flipParagraph(const Decision &decision) {
    const Flips flips = smallestFlips(decision);
    if (!flips.threshold)
        return {};
    std::string text = "Smallest change of one number that flips this, the others as they are: " +
                       flipText(decision.calibration ? "common threshold t" : "threshold t", flips.threshold);
    if (!decision.calibration && decision.audio && decision.video)
        text += "; " + flipText("weight w", flips.weight);
    if (decision.audio)
        text += "; " + flipText("audio probability a", flips.audio);
    if (decision.video)
        text += "; " + flipText("video probability v", flips.video);
    return text + ".\n";
}

std::string soundParagraph(const ClipAnalysis &clip, std::size_t event, const EventAttribution *attribution,
                           const std::vector<double> &edges) {
    if (!clip.audio)
        return "Sound: the clip has none.\n";
    const AudioAnalysis &audio = *clip.audio;
    if (audio.activations.empty() || event >= audio.peakSteps.size())
        return "Sound: there is no audio tagger, and so no audio probability.\n";
    const Seconds from = audio.stepBegin(audio.peakSteps[event]);
    std::string text = "Sound: a = " + three(audio.probabilities[event]) + " is the largest of the " +
                       (audio.tagger.empty() ? std::string("audio tagger") : audio.tagger) +
                       "'s activations, one each " + secondsText(audio.stepHop) + " s; it lies between " +
                       secondsText(from) + " and " + secondsText(from + audio.stepHop) + " s of the clip.\n";
    if (attribution != nullptr)
        text += attributionText(clip, *attribution, edges) + "\n";
    return text;
}

std::string keyFrameText(const ClipAnalysis &clip, const KeyFrame &keyFrame) {
    std::string text = "  key frame at " + secondsText(keyFrame.time) + " s:";
    for (std::size_t i = 0; i < keyFrame.objects.size(); ++i)
        text += (i == 0 ? " " : ", ") + objectName(clip, keyFrame.objects[i].index) + " " +
                three(keyFrame.objects[i].probability);
    return text + (keyFrame.objects.empty() ? " no objects recognised\n" : "\n");
}

std::string mappedText(const ClipAnalysis &clip, const MappedObject &object, std::size_t event) {
    std::string text = "  " + objectName(clip, object.index) + " " + three(object.probability);
    if (!object.event || static_cast<std::size_t>(*object.event) >= clip.settings.events.size())
        return text + ", given to no event\n";
    const auto to = static_cast<std::size_t>(*object.event);
    text += ", given to " + clip.settings.events[to].name;
    if (!std::isnan(object.cosine))
        text += ", cosine " + three(object.cosine);
    return text + (to == event ? " (this event)\n" : "\n");
}

std::string picturesParagraph(const ClipAnalysis &clip, std::size_t event) {
    if (!clip.video)
        return "Pictures: the clip has none.\n";
    const VideoAnalysis &video = *clip.video;
    if (video.keyFrames.empty())
        return "Pictures: there are no key frames.\n";
    std::string text = "Pictures: " + std::to_string(video.keyFrames.size()) + " key frames of " +
                       std::to_string(video.pictures.size()) + " pictures" +
                       (clip.models.alexNet.empty() ? ", at equal intervals: there is no AlexNet.\n" : ".\n");
    for (const KeyFrame &keyFrame : video.keyFrames)
        text += keyFrameText(clip, keyFrame);
    if (video.objects.empty())
        return text + "There is no Inception-v4, and so no objects.\n";
    text += "Objects of the clip, the sum of the key frames' cut to the most probable and divided by their sum:\n";
    for (const MappedObject &object : video.objects)
        text += mappedText(clip, object, event);
    if (event >= video.probabilities.size())
        return text + "There are no word vectors, and so no video probability.\n";
    return text + "v = " + three(video.probabilities[event]) + " is what this event receives of them.\n";
}

std::string_view nameOfMethod(KeyFrameMethod method) {
    switch (method) {
    case KeyFrameMethod::Ds3:
        return "DS3";
    case KeyFrameMethod::KMeans:
        return "k-means";
    case KeyFrameMethod::EqualIntervals:
        return "equal intervals";
    case KeyFrameMethod::KMedian:
        break;
    }
    return "k-median";
}

std::string mappingText(const MappingOptions &mapping) {
    switch (mapping.rule) {
    case MappingRule::Table:
        return "a table of shares edited by hand";
    case MappingRule::Softmax:
        return "softmax of the cosines at temperature " + three(mapping.temperature) + ", cut off below " +
               three(mapping.cutOff);
    case MappingRule::MostSimilar:
        break;
    }
    return "all to the most similar event, cut off below a cosine of " + three(mapping.cutOff);
}

std::string settingsParagraph(const ClipAnalysis &clip) {
    const AnalysisSettings &settings = clip.settings;
    const LogMelOptions &logMel = settings.logMel;
    return "Models: CRNN " + orNone(clip.models.crnn) + "; AlexNet " + orNone(clip.models.alexNet) + "; Inception-v4 " +
           orNone(clip.models.inceptionV4) + "; word vectors " + orNone(clip.models.vectors) +
           ".\nSettings: clips of " + secondsText(settings.clipDuration) + " s; log-mel of " +
           std::to_string(logMel.bands) + " bands from " + fixedText(logMel.lowHz, 0) + " to " +
           fixedText(logMel.highHz, 0) + " Hz at " + std::to_string(logMel.sampleRate) + " Hz, window " +
           std::to_string(logMel.windowSamples) + ", hop " + std::to_string(logMel.hopSamples) + ", FFT " +
           std::to_string(logMel.fftSamples) + " samples; " + fixedText(settings.picturesPerSecond, 2) +
           " pictures a second; " + std::to_string(settings.keyFrames.count) + " key frames by " +
           std::string(nameOfMethod(settings.keyFrames.method)) + "; mapping: " + mappingText(settings.mapping) + ".\n";
}

} // namespace

std::string fixedText(double number, int decimals) {
    if (std::isinf(number))
        return number > 0 ? "inf" : "-inf";
    std::array<char, 400> text{}; // a double has up to 309 digits before the point
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed, decimals).ptr;
    std::string made(text.data(), end);
    if (made.starts_with('-') && made.find_first_not_of("-0.") == std::string::npos)
        made.erase(0, 1); // a rounded zero has no sign
    return made;
}

std::string signedText(double number, int decimals) {
    const std::string text = fixedText(number, decimals);
    return text.starts_with('-') ? text : "+" + text;
}

std::string attributionText(const ClipAnalysis &clip, const EventAttribution &attribution,
                            const std::vector<double> &edges) {
    const Attribution &made = attribution.attribution;
    std::string text = "Integrated gradients of the logit in that step, over the log-mel input against silence (" +
                       fixedText(attribution.silence, 0) + " dB): " + three(made.baselineOutput) + " with silence, " +
                       three(made.output) + " with the sound; the cells add up to " + signedText(made.sum, kDecimals) +
                       " of " + signedText(made.output - made.baselineOutput, kDecimals) + ", " +
                       fixedText(100.0 * made.incompleteness(), 2) + " % off, in " + std::to_string(made.parts) +
                       " parts. ";
    const std::optional<StrongestPart> strongest = strongestPart(made.values);
    if (!strongest || !clip.audio)
        return text + "Nothing in the sound speaks for the event.";
    const SoundRegion &region = strongest->region;
    const Seconds hop = clip.audio->frameHop;
    text += "What speaks for the event adds up to " + signedText(strongest->speaksFor, kDecimals) +
            ", what speaks against it to " + signedText(strongest->speaksAgainst, kDecimals) +
            ". Half of what speaks for it lies between " + secondsText(hop * static_cast<double>(region.firstFrame)) +
            " and " + secondsText(hop * static_cast<double>(region.endFrame)) + " s";
    if (region.endBand + 1 < edges.size())
        text += ", and half between " + fixedText(edges[region.firstBand], 0) + " and " +
                fixedText(edges[region.endBand + 1], 0) + " Hz";
    return text + ".";
}

std::string explanationText(const ClipAnalysis &clip, std::size_t event, const EventAttribution *attribution,
                            const std::vector<double> &edges) {
    const Decision decision = decisionOf(clip.events[event]);
    std::string text = "\"" + clip.settings.events[event].name + "\" in " + clip.media.filename().string() + ", " +
                       secondsText(clip.start) + " to " + secondsText(clip.start + clip.duration) + " s";
    if (!clip.mediaHash.empty())
        text += " (SHA-256 " + clip.mediaHash + ")";
    text += ".\n" + decisionParagraph(decision) + flipParagraph(decision) +
            soundParagraph(clip, event, attribution, edges) + picturesParagraph(clip, event) + settingsParagraph(clip);
    for (const Message &note : clip.notes)
        text += "Note: " + englishText(note) + "\n";
    return text;
}

std::string occlusionText(const ClipAnalysis &clip, std::size_t event, const Occlusion &occlusion) {
    if (!clip.audio || event >= occlusion.events.size())
        return {};
    const Seconds hop = clip.audio->frameHop;
    const EventResult &then = occlusion.events[event];
    const auto probability = [](const std::optional<double> &value) {
        return value ? three(*value) : std::string("none");
    };
    std::string text = "With silence from " + secondsText(hop * static_cast<double>(occlusion.region.firstFrame)) +
                       " to " + secondsText(hop * static_cast<double>(occlusion.region.endFrame)) +
                       " s: a = " + probability(then.audio) + ", p = " + probability(then.fused) + ", " +
                       (then.tag ? "tagged" : "not tagged") + ".";
    for (std::size_t k = 0; k < std::min(clip.events.size(), occlusion.events.size()); ++k)
        if (k != event && clip.events[k].tag != occlusion.events[k].tag)
            text += " Then \"" + clip.settings.events[k].name + "\" is " +
                    (occlusion.events[k].tag ? "tagged." : "not tagged.");
    return text + "\n";
}

} // namespace tagscope

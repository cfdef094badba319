// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/why/why_words.h"

#include "ui/base/text.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>

namespace tagscope::ui {

namespace {

class WordWriter {
    Q_DECLARE_TR_FUNCTIONS(WhyWords)
};

QString secondsText(Seconds time) {
    return numberText(time.count(), 2);
}

QString withSignAndDecimals(double number, int decimals) {
    return number > 0 ? QLatin1Char('+') + numberText(number, decimals) : numberText(number, decimals);
}

// "between 200 and 900 Hz"; by their numbers where the edges are not known.
QString bandsText(std::size_t first, std::size_t end, const std::vector<double> &edges) {
    if (end + 1 < edges.size())
        return WordWriter::tr("between %1 and %2 Hz").arg(numberText(edges[first], 0), numberText(edges[end + 1], 0));
    return WordWriter::tr("in the bands %1 to %2").arg(first).arg(end - 1);
}

QString tagText(bool isTagged) {
    return isTagged ? WordWriter::tr("tagged") : WordWriter::tr("not tagged");
}

} // namespace

QString maximumInWords(const ClipAnalysis &clip, int event) {
    const auto k = static_cast<std::size_t>(event);
    if (!clip.audio || k >= clip.audio->peakSteps.size())
        return {};
    const Seconds from = clip.audio->stepBegin(clip.audio->peakSteps[k]);
    return WordWriter::tr("a = %1 is the largest activation, from %2 to %3 s.")
        .arg(probabilityText(static_cast<double>(clip.audio->probabilities[k])), secondsText(from),
             secondsText(from + clip.audio->stepHop));
}

QString attributionInWords(const ClipAnalysis &clip, const EventAttribution &attribution,
                           const std::vector<double> &edges) {
    const Attribution &made = attribution.attribution;
    QStringList lines;
    if (const std::optional<StrongestPart> strongest = strongestPart(made.values); strongest && clip.audio) {
        const SoundRegion &region = strongest->region;
        const Seconds hop = clip.audio->frameHop;
        lines << WordWriter::tr("Half of the evidence for the event lies between %1 and %2 s, and half %3 (for it %4, "
                                "against it %5 logits).")
                     .arg(secondsText(hop * static_cast<double>(region.firstFrame)),
                          secondsText(hop * static_cast<double>(region.endFrame)),
                          bandsText(region.firstBand, region.endBand, edges),
                          withSignAndDecimals(strongest->speaksFor, 2),
                          withSignAndDecimals(strongest->speaksAgainst, 2));
    } else {
        lines << WordWriter::tr("Nothing in the sound speaks for the event.");
    }
    lines << WordWriter::tr(
                 "Integrated gradients of the maximal step's logit against silence (%1 dB): %2 in all, from %3 to "
                 "%4; complete to %5 %, in %6 parts.")
                 .arg(numberText(attribution.silence, 0), withSignAndDecimals(made.sum, 3),
                      numberText(made.baselineOutput, 3), numberText(made.output, 3),
                      numberText(100.0 * made.incompleteness(), 2))
                 .arg(made.parts);
    return lines.join(QLatin1Char(' '));
}

QString removalInWords(const ClipAnalysis &clip, int event, const RemovalExplanation &removal) {
    const MomentRemoval &moment = removal.moment;
    const auto p = [](double probability) { return numberText(probability, 2); };
    QStringList lines;
    if (moment.isLocal())
        lines << WordWriter::tr("Without %1 to %2 s, %3 to %4 Hz, %5 falls from %6 to %7; without as large a region "
                                "elsewhere, to %8 (median).")
                     .arg(secondsText(moment.region.start), secondsText(moment.region.end),
                          numberText(moment.region.lowHz, 0), numberText(moment.region.highHz, 0),
                          toText(clip.settings.events[static_cast<std::size_t>(event)].name), p(moment.probability),
                          p(moment.regionEffect.probability), p(moment.regionChance.medianProbability));
    else
        lines << WordWriter::tr("Nothing local: the evidence between %1 and %2 s is spread. The region that takes most "
                                "leaves %3 of %4, the median one %5.")
                     .arg(secondsText(moment.start), secondsText(moment.end), p(moment.regionEffect.probability),
                          p(moment.probability), p(moment.regionChance.medianProbability));
    if (moment.isFlipped)
        lines << WordWriter::tr("The smallest removal found that takes it below %1 is %2 % of that stretch; as much at "
                                "random leaves %3. Only it gives %4%5.")
                     .arg(p(removal.threshold), numberText(100.0 * moment.area, 1), p(moment.chance.medianProbability),
                          p(moment.onlyIt),
                          moment.isReason() ? QString()
                                            : WordWriter::tr(": a hole that the network does not bear, no reason"));
    lines << WordWriter::tr("Moments that carry the tag: %1. Without what flips each the clip has %2.")
                 .arg(removal.clip.moments)
                 .arg(p(removal.clip.after));
    return lines.join(QLatin1Char(' '));
}

QString occlusionInWords(const ClipAnalysis &clip, int event, const Occlusion &occlusion) {
    const auto k = static_cast<std::size_t>(event);
    if (k >= occlusion.events.size() || k >= clip.events.size() || !clip.audio)
        return {};
    const Seconds hop = clip.audio->frameHop;
    const EventResult &now = clip.events[k];
    const EventResult &then = occlusion.events[k];
    QString text = WordWriter::tr("With silence from %1 to %2 s: a = %3 instead of %4, p = %5 instead of %6: %7.")
                       .arg(secondsText(hop * static_cast<double>(occlusion.region.firstFrame)),
                            secondsText(hop * static_cast<double>(occlusion.region.endFrame)),
                            probabilityText(then.audio.value_or(0.0)), probabilityText(now.audio.value_or(0.0)),
                            probabilityText(then.fused.value_or(0.0)), probabilityText(now.fused.value_or(0.0)),
                            now.tag == then.tag ? WordWriter::tr("still %1").arg(tagText(then.tag))
                                                : WordWriter::tr("now %1").arg(tagText(then.tag)));
    QStringList others;
    for (std::size_t i = 0; i < std::min(clip.events.size(), occlusion.events.size()); ++i)
        if (i != k && clip.events[i].tag != occlusion.events[i].tag)
            others << WordWriter::tr("%1 (now %2)")
                          .arg(toText(clip.settings.events[i].name), tagText(occlusion.events[i].tag));
    text += QLatin1Char(' ') +
            (others.isEmpty() ? WordWriter::tr("No other tag changes.")
                              : WordWriter::tr("Other tags that change: %1.").arg(others.join(QStringLiteral(", "))));
    return text;
}

QString mapInWords(const ClipAnalysis &clip, const OcclusionMap &map, const std::vector<double> &edges) {
    if (map.change.empty() || !clip.audio)
        return {};
    const auto lowest =
        static_cast<std::size_t>(std::ranges::min_element(map.change.values) - map.change.values.begin());
    const std::size_t row = lowest / map.change.columns;
    const std::size_t column = lowest % map.change.columns;
    const Seconds time = clip.audio->frameHop * static_cast<double>(map.framesOfCell);
    if (map.change.values[lowest] >= 0.0F)
        return WordWriter::tr("No cell lowers the event's probability where it is silent.");
    return WordWriter::tr("Silence costs the event most (%1) from %2 to %3 s, %4.")
        .arg(withSignAndDecimals(static_cast<double>(map.change.values[lowest]), 3),
             secondsText(time * static_cast<double>(row)), secondsText(time * static_cast<double>(row + 1)),
             bandsText(column * map.bandsOfCell, std::min((column + 1) * map.bandsOfCell, clip.audio->logMel.columns),
                       edges));
}

QString picturesInWords(const ClipAnalysis &clip, int event) {
    const auto k = static_cast<std::size_t>(event);
    if (!clip.video || k >= clip.video->probabilities.size())
        return {};
    const auto given = std::ranges::count_if(clip.video->objects,
                                             [event](const MappedObject &object) { return object.event == event; });
    const QString v = probabilityText(static_cast<double>(clip.video->probabilities[k]));
    QString text = given == 0 ? WordWriter::tr("v = %1: no object was assigned to this event.").arg(v)
                              : WordWriter::tr("v = %1, from the objects in bold.").arg(v);
    double lost = 0.0;
    for (const MappedObject &object : clip.video->objects)
        lost += object.event ? 0.0 : static_cast<double>(object.probability);
    constexpr double kWorthTelling = 0.005; // a half percent
    if (lost >= kWorthTelling)
        text += QLatin1Char(' ') +
                WordWriter::tr("%1 % of what was seen counts for no event.").arg(numberText(100.0 * lost, 0));
    return text;
}

QString modelsInWords(const ClipAnalysis &clip) {
    const auto orNone = [](const std::string &model) { return model.empty() ? WordWriter::tr("none") : toText(model); };
    return WordWriter::tr("Models: audio tagger %1; AlexNet %2; Inception-v4 %3; word vectors %4.")
        .arg(orNone(clip.models.crnn), orNone(clip.models.alexNet), orNone(clip.models.inceptionV4),
             orNone(clip.models.vectors));
}

} // namespace tagscope::ui

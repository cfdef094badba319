// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/absence.h"

#include "ui/base/core_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>
#include <algorithm>
#include <string_view>
#include <vector>

namespace tagscope::ui {

namespace {

class Absence {
    Q_DECLARE_TR_FUNCTIONS(Absence)
};

// What notes may be about: messages with one of the ids, and messages that name one of these things.
struct Subject {
    std::vector<std::string_view> ids;
    std::vector<std::string_view> names;
};

// NOLINTNEXTLINE(misc-no-recursion): messages hold messages
bool isAbout(const Message &note, const Subject &subject) {
    if (note.id.empty())
        return std::ranges::find(subject.names, note.text) != subject.names.end();
    return std::ranges::find(subject.ids, note.id) != subject.ids.end() ||
           std::ranges::any_of(note.arguments, [&](const Message &part) { return isAbout(part, subject); });
}

// What is missing, then the notes about it; where there are none, what to do.
QString reason(const QString &what, const QString &whatToDo, const ClipAnalysis &clip, const Subject &subject) {
    QStringList lines{what};
    for (const Message &note : clip.notes)
        if (isAbout(note, subject))
            lines << translated(note);
    if (lines.size() == 1 && !whatToDo.isEmpty())
        lines << whatToDo;
    return lines.join(QLatin1Char('\n'));
}

} // namespace

QString whyNoSpectrogram(const ClipAnalysis &clip) {
    if (clip.audio && !clip.audio->logMel.empty())
        return {};
    return reason(Absence::tr("No sound in this clip."), {}, clip,
                  {.ids = {"analysis.no_sound", "base.audio", "media.its_sound"}, .names = {}});
}

QString whyNoActivations(const ClipAnalysis &clip) {
    if (clip.audio && !clip.audio->activations.empty())
        return {};
    if (QString noSound = whyNoSpectrogram(clip); !noSound.isEmpty())
        return noSound;
    if (!clip.audio->probabilities.empty())
        return Absence::tr("No activations: the audio scores were given as numbers of whole clips.");
    const bool isThere = !clip.models.crnn.empty(); // and does not fit
    return reason(isThere ? Absence::tr("No activations: the audio tagger does not fit these clips and events.")
                          : Absence::tr("No activations: there is no audio tagger."),
                  Absence::tr("Add one: File > Models…"), clip,
                  {.ids = {"analysis.no_tagger", "analysis.run_without_network", "analysis.tagger_without_event",
                           "tagging.other_bands", "tagging.other_hop"},
                   .names = {"CRNN", "crnn"}});
}

QString whyNoPictures(const ClipAnalysis &clip) {
    if (clip.video && !clip.video->pictures.empty())
        return {};
    return reason(Absence::tr("No pictures in this clip."), {}, clip,
                  {.ids = {"analysis.no_pictures", "base.video", "media.its_pictures"}, .names = {}});
}

QString whyNoKeyFrames(const ClipAnalysis &clip) {
    if (clip.video && !clip.video->keyFrames.empty())
        return {};
    if (QString noPictures = whyNoPictures(clip); !noPictures.isEmpty())
        return noPictures;
    return reason(Absence::tr("No key frames: AlexNet is missing."), Absence::tr("Add it: File > Models…"), clip,
                  {.ids = {}, .names = {"AlexNet", "alexnet"}});
}

QString whyNoObjects(const ClipAnalysis &clip) {
    if (clip.video && !clip.video->objects.empty())
        return {};
    if (QString noKeyFrames = whyNoKeyFrames(clip); !noKeyFrames.isEmpty())
        return noKeyFrames;
    return reason(Absence::tr("No objects: Inception-v4 is missing."), Absence::tr("Add it: File > Models…"), clip,
                  {.ids = {"analysis.other_object_classes"}, .names = {"Inception-v4", "inception-v4"}});
}

QString whyNoVideoProbabilities(const ClipAnalysis &clip) {
    if (clip.video && !clip.video->probabilities.empty())
        return {};
    if (QString noObjects = whyNoObjects(clip); !noObjects.isEmpty())
        return noObjects;
    return reason(Absence::tr("No video probabilities: word vectors are missing."),
                  Absence::tr("Add them: File > Models…"), clip,
                  {.ids = {"analysis.word_vectors"}, .names = {"glove"}});
}

QString whyNoEvent(const ClipAnalysis &clip) {
    if (QString absence = whyNoVideoProbabilities(clip); !absence.isEmpty())
        return absence;
    const MappingOptions &mapping = clip.settings.mapping;
    if (mapping.rule == MappingRule::Table)
        return Absence::tr("The mapping's table gives this object to no event.");
    if (mapping.cutOff <= -1)
        return Absence::tr("No word vector is known for this object: its probability counts for no event.");
    return Absence::tr("No word vector is known for this object, or its cosine with every event is below %1: its "
                       "probability counts for no event.")
        .arg(QLocale().toString(mapping.cutOff, 'f', 2));
}

QStringList missingModels(const ClipAnalysis &clip) {
    QStringList names;
    const bool hasSound = clip.audio && !clip.audio->logMel.empty();
    const bool hasPictures = clip.video && !clip.video->pictures.empty();
    if (hasSound && clip.audio->activations.empty() && clip.models.crnn.empty())
        names << Absence::tr("audio tagger");
    if (hasPictures && clip.models.alexNet.empty())
        names << QStringLiteral("AlexNet");
    if (hasPictures && clip.models.inceptionV4.empty())
        names << QStringLiteral("Inception-v4");
    if (hasPictures && clip.models.vectors.empty())
        names << Absence::tr("word vectors");
    return names;
}

bool wasAnalysed(const ClipAnalysis &clip) {
    return std::ranges::any_of(clip.events, [](const EventResult &event) { return event.fused.has_value(); });
}

} // namespace tagscope::ui

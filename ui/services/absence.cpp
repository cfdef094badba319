#include "ui/services/absence.h"

#include "ui/services/text.h"

#include <QCoreApplication>
#include <QStringList>

namespace tagscope::ui {

namespace {

class Absence {
    Q_DECLARE_TR_FUNCTIONS(Absence)
};

// The sentence that says what is missing, then the notes that mention one of the words.
QString reason(const QString &what, const ClipAnalysis &clip, const QStringList &words) {
    QStringList lines{what};
    for (const std::string &text : clip.notes) {
        const QString note = toText(text);
        for (const QString &word : words)
            if (note.contains(word, Qt::CaseInsensitive)) {
                lines << note;
                break;
            }
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

QString whyNoSpectrogram(const ClipAnalysis &clip) {
    if (clip.audio && !clip.audio->logMel.empty())
        return {};
    return reason(Absence::tr("No sound in this clip."), clip, {QStringLiteral("audio"), QStringLiteral("sound")});
}

QString whyNoActivations(const ClipAnalysis &clip) {
    if (clip.audio && !clip.audio->activations.empty())
        return {};
    if (!clip.audio)
        return whyNoSpectrogram(clip);
    return reason(Absence::tr("No activations: the audio network (CRNN) is missing. To register one: "
                              "tagscope-cli models import crnn FILE"),
                  clip, {QStringLiteral("CRNN")});
}

QString whyNoPictures(const ClipAnalysis &clip) {
    if (clip.video && !clip.video->pictures.empty())
        return {};
    return reason(Absence::tr("No pictures in this clip."), clip, {QStringLiteral("video"), QStringLiteral("picture")});
}

QString whyNoKeyFrames(const ClipAnalysis &clip) {
    if (clip.video && !clip.video->keyFrames.empty())
        return {};
    if (!clip.video || clip.video->pictures.empty())
        return whyNoPictures(clip);
    return reason(
        Absence::tr("No key frames: AlexNet is missing. To register it: tagscope-cli models import alexnet FILE"), clip,
        {QStringLiteral("AlexNet")});
}

QString whyNoObjects(const ClipAnalysis &clip) {
    if (clip.video && !clip.video->objects.empty())
        return {};
    if (const QString noKeyFrames = whyNoKeyFrames(clip); !noKeyFrames.isEmpty())
        return noKeyFrames;
    return reason(Absence::tr("No objects: Inception-v4 is missing. To register it: "
                              "tagscope-cli models import inception-v4 FILE"),
                  clip, {QStringLiteral("Inception")});
}

QString whyNoVideoProbabilities(const ClipAnalysis &clip) {
    if (clip.video && !clip.video->probabilities.empty())
        return {};
    if (const QString noObjects = whyNoObjects(clip); !noObjects.isEmpty())
        return noObjects;
    return reason(Absence::tr("No video probabilities: word vectors are missing. To register them: "
                              "tagscope-cli models import glove FILE"),
                  clip, {QStringLiteral("vector"), QStringLiteral("GloVe")});
}

} // namespace tagscope::ui

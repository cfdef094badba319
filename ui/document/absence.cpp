// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/absence.h"

#include "ui/base/core_text.h"
#include "ui/base/text.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>

namespace tagscope::ui {

namespace {

class Absence {
    Q_DECLARE_TR_FUNCTIONS(Absence)
};

// What is missing, then the notes that mention one of the words; where none does, what to do about it.
QString reason(const QString &what, const QString &whatToDo, const ClipAnalysis &clip, const QStringList &words) {
    QStringList lines{what};
    for (const Message &note : clip.notes) {
        const QString english = toText(englishText(note));
        const auto isIn = [&english](const QString &word) { return english.contains(word, Qt::CaseInsensitive); };
        if (std::any_of(words.begin(), words.end(), isIn))
            lines << translated(note);
    }
    if (lines.size() == 1 && !whatToDo.isEmpty())
        lines << whatToDo;
    return lines.join(QLatin1Char('\n'));
}

} // namespace

QString whyNoSpectrogram(const ClipAnalysis &clip) {
    if (clip.audio && !clip.audio->logMel.empty())
        return {};
    return reason(Absence::tr("No sound in this clip."), {}, clip,
                  {QStringLiteral("audio track"), QStringLiteral("audio stream"), QStringLiteral("sound")});
}

QString whyNoActivations(const ClipAnalysis &clip) {
    if (clip.audio && !clip.audio->activations.empty())
        return {};
    if (QString noSound = whyNoSpectrogram(clip); !noSound.isEmpty())
        return noSound;
    return reason(Absence::tr("No activations: the audio network (CRNN) is missing."),
                  Absence::tr("To register one: tagscope-cli models import crnn FILE"), clip, {QStringLiteral("CRNN")});
}

QString whyNoPictures(const ClipAnalysis &clip) {
    if (clip.video && !clip.video->pictures.empty())
        return {};
    return reason(Absence::tr("No pictures in this clip."), {}, clip,
                  {QStringLiteral("video track"), QStringLiteral("video stream")});
}

QString whyNoKeyFrames(const ClipAnalysis &clip) {
    if (clip.video && !clip.video->keyFrames.empty())
        return {};
    if (QString noPictures = whyNoPictures(clip); !noPictures.isEmpty())
        return noPictures;
    return reason(Absence::tr("No key frames: AlexNet is missing."),
                  Absence::tr("To register it: tagscope-cli models import alexnet FILE"), clip,
                  {QStringLiteral("AlexNet")});
}

QString whyNoObjects(const ClipAnalysis &clip) {
    if (clip.video && !clip.video->objects.empty())
        return {};
    if (QString noKeyFrames = whyNoKeyFrames(clip); !noKeyFrames.isEmpty())
        return noKeyFrames;
    return reason(Absence::tr("No objects: Inception-v4 is missing."),
                  Absence::tr("To register it: tagscope-cli models import inception-v4 FILE"), clip,
                  {QStringLiteral("Inception")});
}

QString whyNoVideoProbabilities(const ClipAnalysis &clip) {
    if (clip.video && !clip.video->probabilities.empty())
        return {};
    if (QString noObjects = whyNoObjects(clip); !noObjects.isEmpty())
        return noObjects;
    return reason(Absence::tr("No video probabilities: word vectors are missing."),
                  Absence::tr("To register them: tagscope-cli models import glove FILE"), clip,
                  {QStringLiteral("vector"), QStringLiteral("GloVe")});
}

} // namespace tagscope::ui

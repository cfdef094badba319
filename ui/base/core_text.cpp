// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/core_text.h"

#include "ui/base/text.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <vector>

namespace tagscope::ui {

namespace {

constexpr char kContext[] = "Core";

// The core's own words: those of a stage first, then notes, then what goes wrong with files. Where a sentence fits
// several lines the first is taken.
constexpr const char *kSentences[] = {
    QT_TRANSLATE_NOOP("Core", "loading models"),
    QT_TRANSLATE_NOOP("Core", "making media"),
    QT_TRANSLATE_NOOP("Core", "pictures"),
    QT_TRANSLATE_NOOP("Core", "objects"),
    QT_TRANSLATE_NOOP("Core", "features"),
    QT_TRANSLATE_NOOP("Core", "done"),
    QT_TRANSLATE_NOOP("Core", "Done"),
    QT_TRANSLATE_NOOP("Core", "Copying"),
    QT_TRANSLATE_NOOP("Core", "Checking"),
    QT_TRANSLATE_NOOP("Core", "Hashing"),
    QT_TRANSLATE_NOOP("Core", "Cancelled."),

    QT_TRANSLATE_NOOP("Core", "There is no audio track."),
    QT_TRANSLATE_NOOP("Core", "There is no video track."),
    QT_TRANSLATE_NOOP("Core", "The audio track cannot be decoded."),
    QT_TRANSLATE_NOOP("Core", "The video track cannot be decoded."),
    QT_TRANSLATE_NOOP("Core", "There are %1 audio tracks; the first that can be decoded is used."),
    QT_TRANSLATE_NOOP("Core", "There are %1 video tracks; the first that can be decoded is used."),
    QT_TRANSLATE_NOOP("Core", "This is a still image."),
    QT_TRANSLATE_NOOP("Core", "Its cover picture is not taken for video."),
    QT_TRANSLATE_NOOP("Core", "The file does not say how long it is."),
    QT_TRANSLATE_NOOP("Core", "Its duration is estimated from the size of the file."),
    QT_TRANSLATE_NOOP("Core", "%1 has no sound here; its tags come from the pictures alone."),
    QT_TRANSLATE_NOOP("Core", "%1 has no pictures here; its tags come from the sound alone."),
    QT_TRANSLATE_NOOP("Core", "No %1 registered. %2"),
    QT_TRANSLATE_NOOP("Core", "%1 is untrained (%2): what follows from it means nothing."),
    QT_TRANSLATE_NOOP("Core", "Demo models in use: %1, made by Tagscope for its demo project; what they say of other "
                              "media means little."),
    QT_TRANSLATE_NOOP("Core", "(1 - â)² · percentile of v"),
    QT_TRANSLATE_NOOP("Core", "â² · percentile of v"),
    QT_TRANSLATE_NOOP("Core", "in turn from each event's fifths of â"),
    QT_TRANSLATE_NOOP("Core", "in random order"),
    QT_TRANSLATE_NOOP("Core", "Demo project: its recordings are made by the program."),
    QT_TRANSLATE_NOOP("Core", "The demo models were not found in %1. Reinstall Tagscope, or import models: "
                              "tagscope-cli models list says how."),

    QT_TRANSLATE_NOOP("Core", "%1 does not exist, or its directory cannot be entered."),
    QT_TRANSLATE_NOOP("Core", "%1 is a directory; name a file."),
    QT_TRANSLATE_NOOP("Core", "%1 is not an ordinary file (a device or a pipe)."),
    QT_TRANSLATE_NOOP("Core", "%1 is not a file."),
    QT_TRANSLATE_NOOP("Core", "%1 is the checkpoint of a run with other settings, clips or labels. Go on with those it "
                              "was started with, or start another run. Audited labels are others once a verdict "
                              "changes them."),
    QT_TRANSLATE_NOOP("Core", "%1 has verdicts on %2 clips that %3 does not have, such as \"%4\". Nothing was merged. "
                              "Import them first, or leave their verdicts out."),
    QT_TRANSLATE_NOOP("Core", "%1 has verdicts on %2 events that %3 does not have, such as \"%4\". Nothing was merged. "
                              "Import them first, or leave their verdicts out."),
    QT_TRANSLATE_NOOP("Core", "%1 has no clips in the split \"%2\"."),
    QT_TRANSLATE_NOOP("Core", "This could not be computed; the memory may be short."),
    QT_TRANSLATE_NOOP("Core", "%1 is empty."),
    QT_TRANSLATE_NOOP("Core", "%1 holds neither sound nor pictures at %2."),
    QT_TRANSLATE_NOOP("Core", "%1 cannot be read."),
    QT_TRANSLATE_NOOP("Core", "%1 could not be read to its end."),
    QT_TRANSLATE_NOOP("Core", "%1 cannot be written. Is the disk full?"),
    QT_TRANSLATE_NOOP("Core", "%1 cannot be written."),
    QT_TRANSLATE_NOOP("Core", "%1 cannot be replaced."),
    QT_TRANSLATE_NOOP("Core", "%1 could not be written completely. Is the disk full?"),
    QT_TRANSLATE_NOOP("Core", "The directory of %1 cannot be made."),
    QT_TRANSLATE_NOOP("Core", "The folder of %1 cannot be made."),
    QT_TRANSLATE_NOOP("Core", "%1 is not a Tagscope project."),
    QT_TRANSLATE_NOOP("Core", "%1 is write-protected. Open it for reading only."),
    QT_TRANSLATE_NOOP("Core", "%1 is damaged."),
    QT_TRANSLATE_NOOP("Core", "%1 is damaged: %2"),
    QT_TRANSLATE_NOOP("Core", "%1 is of a newer version of Tagscope."),
    QT_TRANSLATE_NOOP("Core", "The media directory %1 does not exist."),
    QT_TRANSLATE_NOOP("Core", "There is not enough memory to open %1."),
    QT_TRANSLATE_NOOP("Core", "There is not enough memory to write %1."),
    QT_TRANSLATE_NOOP("Core", "There is not enough memory to decode pictures."),
    QT_TRANSLATE_NOOP("Core", "There is not enough memory to decode sound."),
    QT_TRANSLATE_NOOP("Core", "There are no clips to train on."),
};

// What stands in a sentence's gap and is no name of a file.
constexpr char kPartContext[] = "CorePart";
[[maybe_unused]] constexpr const char *kParts[] = {
    QT_TRANSLATE_NOOP("CorePart", "CRNN, AlexNet, Inception-v4 and Word vectors"),
};

struct Pattern {
    QRegularExpression form;
    const char *sentence = nullptr;
};

std::vector<Pattern> makePatterns() {
    static const QRegularExpression gap(QStringLiteral("%\\d"));
    std::vector<Pattern> patterns;
    for (const char *sentence : kSentences) {
        QString form;
        QString rest = QString::fromUtf8(sentence);
        for (QRegularExpressionMatch match = gap.match(rest); match.hasMatch(); match = gap.match(rest)) {
            form += QRegularExpression::escape(rest.left(match.capturedStart())) + QStringLiteral("(.+)");
            rest = rest.mid(match.capturedEnd());
        }
        if (form.isEmpty())
            continue; // is looked up as it is
        form += QRegularExpression::escape(rest);
        patterns.push_back({QRegularExpression(QRegularExpression::anchoredPattern(form),
                                               QRegularExpression::DotMatchesEverythingOption),
                            sentence});
    }
    return patterns;
}

} // namespace

QString translated(const Message &message) {
    if (message.id.empty())
        return translated(message.text);
    const char *const pattern = englishPattern(message.id);
    if (pattern == nullptr)
        return translated(message.id);
    std::vector<std::string> parts;
    parts.reserve(message.arguments.size());
    for (const Message &argument : message.arguments)
        parts.push_back(translated(argument).toStdString());
    return toText(filledIn(QCoreApplication::translate(message.id.c_str(), pattern).toStdString(), parts));
}

QString translated(const std::string &sentence) {
    const QString whole = QCoreApplication::translate(kContext, sentence.c_str());
    if (whole != toText(sentence))
        return whole;
    static const std::vector<Pattern> patterns = makePatterns();
    for (const Pattern &pattern : patterns) {
        QString said = QCoreApplication::translate(kContext, pattern.sentence);
        if (said == QString::fromUtf8(pattern.sentence))
            continue; // the window speaks English, or this one is not translated
        const QRegularExpressionMatch match = pattern.form.match(whole);
        if (!match.hasMatch())
            continue;
        // Both at once, so that a %1 in a file's name stays one.
        QStringList parts = match.capturedTexts().mid(1);
        for (QString &part : parts)
            part = QCoreApplication::translate(kPartContext, part.toUtf8().constData());
        switch (parts.size()) {
        case 1:
            return said.arg(parts[0]);
        case 2:
            return said.arg(parts[0], parts[1]);
        case 3:
            return said.arg(parts[0], parts[1], parts[2]);
        default:
            return said.arg(parts[0], parts[1], parts[2], parts[3]);
        }
    }
    return whole;
}

QString translated(const QString &sentence) {
    return translated(sentence.toStdString());
}

} // namespace tagscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/core_text.h"

#include "ui/base/text.h"

#include <QCoreApplication>
#include <vector>

namespace tagscope::ui {

namespace {

constexpr char kContext[] = "Core";

// Words of the core that are no messages: the stages of work, by what a queue is ordered.
[[maybe_unused]] constexpr const char *kWords[] = {
    QT_TRANSLATE_NOOP("Core", "loading models"),
    QT_TRANSLATE_NOOP("Core", "making media"),
    QT_TRANSLATE_NOOP("Core", "pictures"),
    QT_TRANSLATE_NOOP("Core", "objects"),
    QT_TRANSLATE_NOOP("Core", "features"),
    QT_TRANSLATE_NOOP("Core", "done"),
    QT_TRANSLATE_NOOP("Core", "Done"),
    QT_TRANSLATE_NOOP("Core", "Copying"),
    QT_TRANSLATE_NOOP("Core", "Downloading"),
    QT_TRANSLATE_NOOP("Core", "Unpacking"),
    QT_TRANSLATE_NOOP("Core", "Checking"),
    QT_TRANSLATE_NOOP("Core", "Hashing"),
    QT_TRANSLATE_NOOP("Core", "1 - percentile of a without the label"),
    QT_TRANSLATE_NOOP("Core", "percentile of a with the label"),
    QT_TRANSLATE_NOOP("Core", "(1 - percentile of a) · percentile of v, without the label"),
    QT_TRANSLATE_NOOP("Core", "percentile of a · percentile of v, with the label"),
    QT_TRANSLATE_NOOP("Core", "in turn from each event's fifths of â"),
    QT_TRANSLATE_NOOP("Core", "in random order"),
};

} // namespace

QString translated(const Message &message) {
    if (message.id.empty())
        return toText(message.text);
    const char *const pattern = englishPattern(message.id);
    if (pattern == nullptr)
        return toText(message.id);
    std::vector<std::string> parts;
    parts.reserve(message.arguments.size());
    for (const Message &argument : message.arguments)
        parts.push_back(translated(argument).toStdString());
    return toText(filledIn(QCoreApplication::translate(message.id.c_str(), pattern).toStdString(), parts));
}

QString translated(const std::string &word) {
    return QCoreApplication::translate(kContext, word.c_str());
}

QString translated(const QString &word) {
    return translated(word.toStdString());
}

} // namespace tagscope::ui

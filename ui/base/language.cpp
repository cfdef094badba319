// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QTranslator>

namespace tagscope::ui {

namespace {

QString languageKey() {
    return QStringLiteral("window/language");
}

QLocale localeOf(Language language) {
    switch (language) {
    case Language::English:
        return QLocale(QLocale::English);
    case Language::German:
        return QLocale(QLocale::German);
    case Language::System:
        break;
    }
    return QLocale::system();
}

void install(const QLocale &locale, const QString &name, const QString &directory) {
    auto *translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(locale, name, QStringLiteral("_"), directory))
        QCoreApplication::installTranslator(translator);
    else
        delete translator; // it stays English
}

} // namespace

QString nameOf(Language language) {
    switch (language) {
    case Language::English:
        return QStringLiteral("en");
    case Language::German:
        return QStringLiteral("de");
    case Language::System:
        break;
    }
    return QStringLiteral("system");
}

Language languageNamed(const QString &name) {
    for (const Language language : kLanguages)
        if (nameOf(language) == name)
            return language;
    return Language::System;
}

Language chosenLanguage() {
    return languageNamed(QSettings().value(languageKey()).toString());
}

void chooseLanguage(Language language) {
    QSettings().setValue(languageKey(), nameOf(language));
}

void installTranslations(Language language) {
    const QLocale locale = localeOf(language);
    if (language != Language::System)
        QLocale::setDefault(locale);
    install(locale, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    // In a language that it does not speak it is English, and English has plurals: "1 clip", "2 clips".
    const QString own = QStringLiteral(":/translations");
    install(QLocale(QLocale::English), QStringLiteral("tagscope"), own);
    if (locale.language() != QLocale::English)
        install(locale, QStringLiteral("tagscope"), own);
}

} // namespace tagscope::ui

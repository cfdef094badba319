// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qt_test.h"
#include "tests/ui/clipped_text.h"
#include "tests/ui/own_settings.h"
#include "tests/ui/synthetic.h"
#include "tests/ui/synthetic_project.h"
#include "tests/ui/warnings.h"
#include "ui/base/core_text.h"
#include "ui/base/help_dialog.h"
#include "ui/base/keys_dialog.h"
#include "ui/base/language.h"
#include "ui/base/text.h"
#include "ui/tracks/clip_view.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QFile>
#include <QMenu>
#include <QMenuBar>
#include <QProcess>
#include <QRegularExpression>
#include <QSettings>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <map>
#include <set>

using namespace tagscope;
using namespace tagscope::ui;

namespace {

struct ListedText {
    QString context;
    QString source;
    QStringList translations; // one a form
    bool isUnfinished = false;
};

QString translationsFile(const char *language) {
    return QStringLiteral(TAGSCOPE_TRANSLATIONS "/tagscope_%1.ts").arg(QLatin1String(language));
}

void readTranslation(QXmlStreamReader &xml, ListedText &message) {
    message.isUnfinished = xml.attributes().value(QLatin1String("type")) == QLatin1String("unfinished");
    QString text;
    while (!(xml.readNext() == QXmlStreamReader::EndElement && xml.name() == QLatin1String("translation"))) {
        if (xml.isCharacters() && !xml.isWhitespace())
            text += xml.text();
        if (xml.isEndElement() && xml.name() == QLatin1String("numerusform"))
            message.translations << std::exchange(text, {});
    }
    if (message.translations.isEmpty())
        message.translations << text;
}

std::vector<ListedText> messagesOf(const QString &file) {
    QFile opened(file);
    if (!opened.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&opened);
    std::vector<ListedText> messages;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        else if (xml.name() == QLatin1String("message"))
            messages.push_back({context, {}, {}, false});
        else if (xml.name() == QLatin1String("source"))
            messages.back().source = xml.readElementText();
        else if (xml.name() == QLatin1String("translation"))
            readTranslation(xml, messages.back());
    }
    return messages;
}

std::multiset<QString> placesIn(const QString &text) {
    static const QRegularExpression place(QStringLiteral("%(\\d|n)|\\{\\d\\}"));
    std::multiset<QString> places;
    for (auto match = place.globalMatch(text); match.hasNext();)
        places.insert(match.next().captured());
    return places;
}

// Letters behind & that two entries of a menu share, in words.
QStringList sharedMnemonics(const QMenu &menu) {
    static const QRegularExpression mnemonic(QStringLiteral("&(\\w)"));
    std::map<QString, QString> entries;
    QStringList shared;
    for (const QAction *action : menu.actions()) {
        const QRegularExpressionMatch match = mnemonic.match(action->text());
        if (!match.hasMatch())
            continue;
        const auto [entry, isNew] = entries.emplace(match.captured(1).toLower(), action->text());
        if (!isNew)
            shared << QStringLiteral("%1: %2 / %3").arg(menu.title(), entry->second, action->text());
    }
    return shared;
}

} // namespace

class TestWindowLanguage : public QObject {
    Q_OBJECT

private:
    QTemporaryDir settings_;

private Q_SLOTS:
    void initTestCase() { test::useOwnSettings(settings_); }

    void init() {
        test::failOnWarnings();
        QSettings().clear();
    }

    // Every text of the sources stands in the translation and is translated: lupdate would add what does not.
    void nothingIsUntranslated_data() {
        QTest::addColumn<QString>("language");
        QTest::addRow("German") << QStringLiteral("de");
        QTest::addRow("English plurals") << QStringLiteral("en");
    }

    void nothingIsUntranslated() {
        QFETCH(QString, language);
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("tagscope_%1.ts").arg(language));
        QVERIFY(QFile::copy(translationsFile(qPrintable(language)), file));
        QStringList arguments{QStringLiteral("-silent"), QStringLiteral("-no-obsolete"), QStringLiteral("-locations"),
                              QStringLiteral("none"),    QStringLiteral("-I"),           QStringLiteral(TAGSCOPE_ROOT)};
        if (language == QStringLiteral("en"))
            arguments << QStringLiteral("-pluralonly");
        arguments << QStringLiteral("-tr-function-alias") << QStringLiteral("QT_TRANSLATE_NOOP+=TAGSCOPE_MESSAGE")
                  << QStringLiteral("-extensions") << QStringLiteral("cpp,h,def") << QStringLiteral(TAGSCOPE_ROOT "/ui")
                  << QStringLiteral(TAGSCOPE_ROOT "/core/base/messages") << QStringLiteral("-ts") << file;
        QProcess lupdate;
        lupdate.start(QStringLiteral(TAGSCOPE_LUPDATE), arguments);
        QVERIFY(lupdate.waitForFinished(120000));
        QCOMPARE(lupdate.exitCode(), 0);
        const std::vector<ListedText> messages = messagesOf(file);
        QVERIFY(!messages.empty());
        QStringList missing;
        for (const ListedText &message : messages)
            if (message.isUnfinished)
                missing << message.context + QStringLiteral(": ") + message.source;
        QVERIFY2(missing.isEmpty(), qPrintable(QStringLiteral("%1 texts are not translated; make the target texts and "
                                                              "translate them:\n")
                                                   .arg(missing.size()) +
                                               missing.join(QLatin1Char('\n'))));
    }

    void translationsKeepWhatIsFilledIn() {
        for (const ListedText &message : messagesOf(translationsFile("de")))
            for (const QString &translation : message.translations) {
                QVERIFY2(!translation.isEmpty(), qPrintable(message.source));
                QVERIFY2(placesIn(translation) == placesIn(message.source), qPrintable(translation));
                QVERIFY2(translation.contains(QLatin1Char('&')) == message.source.contains(QLatin1Char('&')),
                         qPrintable(translation));
            }
    }

    // Who has only the window is sent to what the window has.
    void noTextNamesACommandLine() {
        static const QRegularExpression command(QStringLiteral("tagscope-cli|(^|\\s)--[a-z]"));
        const std::vector<ListedText> messages = messagesOf(translationsFile("de"));
        QVERIFY(!messages.empty());
        QStringList wrong;
        for (const ListedText &message : messages)
            if (!message.context.startsWith(QStringLiteral("app.")) &&
                command.match((QStringList{message.source} + message.translations).join(QLatin1Char(' '))).hasMatch())
                wrong << message.context + QStringLiteral(": ") + message.source;
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }

    void languagesAreKept() {
        QCOMPARE(chosenLanguage(), Language::System);
        const MainWindow window(test::syntheticSources());
        for (QAction *entry : window.findChildren<QAction *>())
            if (entry->text() == QStringLiteral("Deutsch"))
                entry->trigger();
        QCOMPARE(chosenLanguage(), Language::German);
        for (const Language language : kLanguages)
            QCOMPARE(languageNamed(nameOf(language)), language);
        QCOMPARE(languageNamed(QStringLiteral("klingon")), Language::System);
    }

    void mnemonicsOfAMenuDiffer() {
        const MainWindow window(test::syntheticSources());
        for (const QAction *top : window.menuBar()->actions())
            QCOMPARE(sharedMnemonics(*top->menu()).join(QLatin1Char('\n')), QString());
    }

    // From here on the program speaks German.
    void theWindowSpeaksGerman() {
        installTranslations(Language::German);
        MainWindow window(test::syntheticSources());
        QStringList menus;
        for (const QAction *top : window.menuBar()->actions()) {
            menus << top->text().remove(QLatin1Char('&'));
            QCOMPARE(sharedMnemonics(*top->menu()).join(QLatin1Char('\n')), QString());
        }
        QVERIFY(menus.contains(QStringLiteral("Datei")));
        QVERIFY(menus.contains(QStringLiteral("Ansicht")));
        QCOMPARE(probabilityText(0.5), QStringLiteral("0,500"));
    }

    void theCoreSpeaksGerman() {
        QCOMPARE(translated(std::string("loading models")), QStringLiteral("Modelle werden geladen"));
        QCOMPARE(translated(Message("base.empty_file", "/a %1/b.mp4")), QStringLiteral("/a %1/b.mp4 ist leer."));
        QCOMPARE(translated(Message("media.no_track", Message("base.audio"))),
                 QStringLiteral("Es gibt keine Tonspur."));
        QCOMPARE(translated(std::string("Nobody listed this.")), QStringLiteral("Nobody listed this."));
        QCOMPARE(translated(std::string()), QString());
        QCOMPARE(translated(Message("base.within", "/a {1} %1/b.csv", Message("base.cancelled"))),
                 QStringLiteral("/a {1} %1/b.csv: Abgebrochen."));
        QCOMPARE(translated(plainText("DSC 1.mp4")), QStringLiteral("DSC 1.mp4"));
    }

    void germanFitsIntoTheWindow() {
        Sources sources = test::syntheticSources();
        sources.openProject = test::openSyntheticProject;
        MainWindow window(sources);
        window.resize(1600, 1000);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QCOMPARE(test::clippedTexts(window), QStringList());
        window.openProject("/projects/straße.tagscope");
        QTRY_VERIFY(window.findChild<ClipView *>()->isVisible());
        for (QDockWidget *dock : window.findChildren<QDockWidget *>()) {
            if (!dock->toggleViewAction()->isEnabled())
                continue;
            dock->show();
            dock->raise();
            // Its parts are laid out as its texts come.
            static_cast<void>(QTest::qWaitFor([&window] { return test::clippedTexts(window).isEmpty(); }, 2000));
            const QStringList clipped = test::clippedTexts(window);
            QVERIFY2(clipped.isEmpty(),
                     qPrintable(dock->windowTitle() + QLatin1Char('\n') + clipped.join(QLatin1Char('\n'))));
        }
    }

    void germanFitsIntoTheDialogs() {
        MainWindow window(test::syntheticSources());
        window.show();
        showHelp(&window);
        showKeys(&window);
        QVERIFY(QTest::qWaitForWindowExposed(window.findChild<KeysDialog *>()));
        for (const QDialog *dialog : window.findChildren<QDialog *>())
            QCOMPARE(test::clippedTexts(*dialog), QStringList());
    }
};

TAGSCOPE_WINDOW_TEST(TestWindowLanguage)
#include "tst_window_language.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The guide cannot name what is not there: in it **bold** is a text of the window, **Menu > Entry** an entry of a menu,
// and `Ctrl+1` a key.
#include "tests/support/qt_test.h"
#include "tests/ui/synthetic.h"
#include "tests/ui/synthetic_project.h"
#include "tests/ui/warnings.h"
#include "ui/base/guide.h"
#include "ui/base/help_dialog.h"
#include "ui/base/shortcuts.h"
#include "ui/window/about_dialog.h"
#include "ui/window/main_window.h"

#include <QDialog>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QScreen>
#include <QSettings>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTextBlock>
#include <QXmlStreamReader>
#include <map>
#include <set>

using namespace tagscope;
using namespace tagscope::ui;

namespace {

QString guideText(const QString &path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

// As it is seen: without the marks of mnemonics, and with ordinary blanks.
QString seenText(QString text) {
    return text.remove(QLatin1Char('&')).replace(QChar(0xa0), QLatin1Char(' ')).simplified();
}

// The texts of the window, each with its German ones.
std::multimap<QString, QString> windowTexts() {
    std::multimap<QString, QString> texts;
    QXmlStreamReader xml(guideText(QStringLiteral(TAGSCOPE_TRANSLATIONS "/tagscope_de.ts")));
    QString source;
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::StartElement) {
            if (xml.name() == QLatin1String("source"))
                source = seenText(xml.readElementText());
            else if (xml.name() == QLatin1String("translation"))
                texts.emplace(source, seenText(xml.readElementText(QXmlStreamReader::IncludeChildElements)));
        }
    return texts;
}

QStringList captures(const QString &text, const QString &pattern) {
    QStringList found;
    const QRegularExpression expression(pattern, QRegularExpression::MultilineOption |
                                                     QRegularExpression::DotMatchesEverythingOption);
    for (auto match = expression.globalMatch(text); match.hasNext();)
        found << match.next().captured(1);
    return found;
}

// What is typed into a terminal is not prose.
QString proseOf(QString text) {
    return text.remove(
        QRegularExpression(QStringLiteral("^```sh$.*?^```$"),
                           QRegularExpression::MultilineOption | QRegularExpression::DotMatchesEverythingOption));
}

QStringList boldIn(const QString &text) {
    QStringList bold;
    for (const QString &each : captures(proseOf(text), QStringLiteral(R"(\*\*(.+?)\*\*)")))
        bold << seenText(each);
    return bold;
}

QStringList keysIn(const QString &text) {
    static const std::map<QString, QString> german{
        {QStringLiteral("Strg"), QStringLiteral("Ctrl")},       {QStringLiteral("Umschalt"), QStringLiteral("Shift")},
        {QStringLiteral("Leertaste"), QStringLiteral("Space")}, {QStringLiteral("Rück"), QStringLiteral("Backspace")},
        {QStringLiteral("Entf"), QStringLiteral("Del")},        {QStringLiteral("Delete"), QStringLiteral("Del")},
        {QStringLiteral("Escape"), QStringLiteral("Esc")}};
    static const QRegularExpression key(QStringLiteral(
        "^((Ctrl|Strg|Shift|Umschalt|Alt)\\+)*([A-Z0-9]|F\\d+|Space|Leertaste|Escape|Esc|Return|Backspace|Rück|Delete|"
        "Entf)$"));
    QStringList keys;
    for (const QString &each : captures(proseOf(text), QStringLiteral("`([^`\n]+)`"))) {
        if (!key.match(each).hasMatch())
            continue;
        QStringList parts = each.split(QLatin1Char('+'));
        for (QString &part : parts)
            if (const auto found = german.find(part); found != german.end())
                part = found->second;
        keys << parts.join(QLatin1Char('+'));
    }
    return keys;
}

std::set<QString> menuPaths(const MainWindow &window) {
    std::set<QString> paths;
    for (const QAction *menu : window.menuBar()->actions())
        for (const QAction *entry : menu->menu()->actions())
            paths.insert(seenText(menu->text()) + QStringLiteral(" > ") + seenText(entry->text()));
    return paths;
}

std::set<QString> keysOf(const MainWindow &window) {
    std::set<QString> keys;
    for (const KeyEntry &entry : keyEntries(window))
        for (const QKeySequence &each : entry.keys)
            keys.insert(each.toString(QKeySequence::PortableText));
    return keys;
}

QString folderOf(const char *language) {
    return QStringLiteral(TAGSCOPE_ROOT "/resources/guide/") + QLatin1String(language);
}

} // namespace

class TestGuide : public QObject {
    Q_OBJECT

private:
    QTemporaryDir settings_;

private Q_SLOTS:
    void initTestCase() {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings_.path());
    }

    void init() {
        test::failOnWarnings();
        QSettings().clear();
    }

    void chaptersAreThereInBothLanguages() {
        const std::vector<GuideChapter> chapters = guideChapters(QStringLiteral("en"));
        QVERIFY(chapters.size() >= 10);
        QCOMPARE(QDir(folderOf("de")).entryList({QStringLiteral("*.md")}),
                 QDir(folderOf("en")).entryList({QStringLiteral("*.md")}));
        for (const GuideChapter &chapter : chapters)
            QVERIFY2(!chapter.title.isEmpty(), qPrintable(chapter.file));
        QVERIFY(guideChapters(QStringLiteral("xx")).empty());
    }

    void namesWhatIsInTheWindow_data() {
        QTest::addColumn<QString>("file");
        for (const GuideChapter &chapter : guideChapters(QStringLiteral("en")))
            QTest::addRow("%s", qPrintable(QFileInfo(chapter.file).fileName())) << chapter.file;
    }

    void namesWhatIsInTheWindow() {
        QFETCH(QString, file);
        Sources sources = test::syntheticSources();
        sources.openProject = test::openSyntheticProject;
        const MainWindow window(sources);
        const std::set<QString> paths = menuPaths(window);
        const std::set<QString> keys = keysOf(window);
        const std::multimap<QString, QString> texts = windowTexts();
        const QString english = guideText(file);
        const QString german = guideText(folderOf("de") + QLatin1Char('/') + QFileInfo(file).fileName());
        QStringList wrong;
        std::set<QString> translations;
        for (const QString &bold : boldIn(english)) {
            if (bold.contains(QStringLiteral(" > ")) ? !paths.contains(bold) : !texts.contains(bold))
                wrong << bold;
            const QStringList parts = bold.split(QStringLiteral(" > "));
            const auto [first, end] = texts.equal_range(parts.first());
            const auto [entry, entryEnd] = texts.equal_range(parts.last());
            for (auto menu = first; menu != end; ++menu)
                for (auto each = entry; each != entryEnd; ++each)
                    translations.insert(parts.size() == 1 ? each->second
                                                          : menu->second + QStringLiteral(" > ") + each->second);
        }
        for (const QString &bold : boldIn(german))
            if (!translations.contains(bold))
                wrong << QStringLiteral("de: ") + bold;
        for (const QString &key : keysIn(english))
            if (!keys.contains(key))
                wrong << key;
        QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("not in the window: ") + wrong.join(QStringLiteral(", "))));
        QCOMPARE(boldIn(german).size(), boldIn(english).size());
    }

    void germanSaysTheSame_data() { namesWhatIsInTheWindow_data(); }

    void germanSaysTheSame() {
        QFETCH(QString, file);
        const QString english = guideText(file);
        const QString german = guideText(folderOf("de") + QLatin1Char('/') + QFileInfo(file).fileName());
        const auto sorted = [](QStringList list) {
            list.sort();
            return list;
        };
        QCOMPARE(sorted(keysIn(german)), sorted(keysIn(english)));
        const QString commands = QStringLiteral("^```sh\n(.*?)^```$");
        QCOMPARE(captures(german, commands), captures(english, commands));
        const QString links = QStringLiteral(R"(\]\(([^)]+)\))");
        QCOMPARE(captures(german, links).size(), captures(english, links).size());
        for (const QString &link : captures(english, links) + captures(german, links))
            QVERIFY2(QFileInfo::exists(QFileInfo(file).dir().filePath(link)), qPrintable(link));
    }

    void isShownInHelp() {
        MainWindow window(test::syntheticSources());
        window.show();
        showHelp(&window);
        auto *dialog = window.findChild<QDialog *>(QStringLiteral("help"));
        QVERIFY(dialog);
        QVERIFY(QTest::qWaitForWindowExposed(dialog));
        QVERIFY(dialog->height() <= dialog->screen()->availableSize().height());
        dialog->resize(1150, 720); // as on a screen of 1280x800
        auto *chapters = dialog->findChild<QListWidget *>(QStringLiteral("chapters"));
        auto *browser = dialog->findChild<GuideBrowser *>();
        const std::vector<GuideChapter> guide = guideChapters(QStringLiteral("en"));
        QCOMPARE(static_cast<std::size_t>(chapters->count()), guide.size() + 1);
        QVERIFY(browser->toPlainText().contains(QStringLiteral("All tracks share one time axis")));
        for (int row = 1; row < chapters->count(); ++row) {
            chapters->setCurrentRow(row);
            QCOMPARE(browser->document()->firstBlock().text(), guide[static_cast<std::size_t>(row - 1)].title);
            QVERIFY2(browser->document()->idealWidth() <= browser->viewport()->width(),
                     qPrintable(QStringLiteral("%1: %2 of %3 pixels")
                                    .arg(guide[static_cast<std::size_t>(row - 1)].title)
                                    .arg(browser->document()->idealWidth())
                                    .arg(browser->viewport()->width())));
        }
        chapters->setCurrentRow(0);
        QVERIFY(browser->toPlainText().contains(QStringLiteral("All tracks share one time axis")));
        browser->setSource(QUrl::fromLocalFile(guide[1].file)); // as a link does
        QCOMPARE(chapters->currentRow(), 2);
    }

    void aboutShowsTheChanges() {
        QWidget window;
        showAbout(&window);
        auto *pages = window.findChild<QTabWidget *>();
        QCOMPARE(pages->count(), 2);
        QVERIFY(window.findChild<QTextBrowser *>(QStringLiteral("changes"))
                    ->toPlainText()
                    .contains(QStringLiteral(TAGSCOPE_VERSION)));
    }
};

TAGSCOPE_WINDOW_TEST(TestGuide)
#include "tst_guide.moc"

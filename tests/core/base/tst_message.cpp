// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/try.h"
#include "core/base/wording.h"
#include "tests/support/qt_test.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <set>

using namespace tagscope;

namespace {

const QString kRoot = QStringLiteral(TAGSCOPE_ROOT);

QString sourceText(const QString &file) {
    QFile opened(file);
    return opened.open(QIODevice::ReadOnly) ? QString::fromUtf8(opened.readAll()) : QString();
}

QStringList filesUnder(const QString &folder, const QStringList &endings) {
    QStringList files;
    for (QDirIterator found(kRoot + QLatin1Char('/') + folder, endings, QDir::Files, QDirIterator::Subdirectories);
         found.hasNext();)
        files << found.next();
    return files;
}

struct Listed {
    std::map<QString, int> arguments; // by id
    QStringList twice;
};

// The list as it stands in the files, since the program's own table would keep only one of two equal ids.
Listed listedMessages() {
    static const QRegularExpression entry(QStringLiteral("TAGSCOPE_MESSAGE\\(\\s*\"([^\"]+)\""));
    static const QRegularExpression gap(QStringLiteral("\\{(\\d)\\}"));
    Listed listed;
    for (const QString &file : filesUnder(QStringLiteral("core/base/messages"), {QStringLiteral("*.def")})) {
        const QString content = sourceText(file);
        for (auto match = entry.globalMatch(content); match.hasNext();) {
            const QString id = match.next().captured(1);
            std::set<int> gaps;
            for (const Wording wording : {Wording::CommandLine, Wording::Window}) { // either may leave one out
                speakAs(wording);
                const char *const pattern = englishPattern(id.toStdString());
                for (auto place = gap.globalMatch(QString::fromUtf8(pattern)); place.hasNext();)
                    gaps.insert(place.next().captured(1).toInt());
            }
            const int count = gaps.empty() ? 0 : *gaps.rbegin() + 1;
            const bool isComplete = static_cast<int>(gaps.size()) == count;
            if (!listed.arguments.emplace(id, isComplete ? count : -1).second)
                listed.twice << id;
        }
    }
    return listed;
}

// How many values stand behind an id before the bracket closes that it stands in.
int argumentsBehind(const QString &content, qsizetype place) {
    int depth = 0;
    int arguments = 0;
    for (bool isQuoted = false; place < content.size(); ++place) {
        const QChar letter = content[place];
        if (isQuoted && letter == QLatin1Char('\\'))
            ++place;
        else if (letter == QLatin1Char('"'))
            isQuoted = !isQuoted;
        if (isQuoted)
            continue;
        if (QStringLiteral("({[").contains(letter))
            ++depth;
        else if (QStringLiteral(")}]").contains(letter) && --depth < 0)
            break;
        else if (letter == QLatin1Char(',') && depth == 0)
            ++arguments;
    }
    return arguments;
}

} // namespace

class TestMessage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatItIsFilledWith() {
        QCOMPARE(englishText("base.cancelled"), std::string("Cancelled."));
        QCOMPARE(englishText({"base.within", std::filesystem::path("/a/{1} b.csv"), Message("base.cancelled")}),
                 std::string("/a/{1} b.csv: Cancelled."));
        QCOMPARE(englishText({"base.within", std::string("line"), -3}), std::string("line: -3"));
        const Error error{Error::Kind::Malformed, "base.cancelled", "cause"};
        QCOMPARE(englishText({"base.within", "x", error}), std::string("x: Cancelled."));
        QCOMPARE(englishText(plainText("{0} of base.cancelled")), std::string("{0} of base.cancelled"));
        QCOMPARE(englishText({}), std::string());
        QVERIFY(Message("base.cancelled") == Message("base.cancelled"));
        QVERIFY(Message("base.within", "a", 1) != Message("base.within", "a", 2));
    }

    void programsSpeakTheirOwnWay() {
        const Message message("audit.no_such_event", "Train");
        QCOMPARE(englishText(message), std::string("The project has no event \"Train\"."));
        speakAs(Wording::CommandLine);
        QVERIFY(englishText(message).find("tagscope-cli project info") != std::string::npos);
        QCOMPARE(englishText("base.cancelled"), std::string("Cancelled."));
        speakAs(Wording::Window);
        QCOMPARE(englishText(message), std::string("The project has no event \"Train\"."));
    }

    // Whoever has only the window is told of no command; what the command line says instead belongs to a message that
    // there is.
    void onlyTheCommandLineNamesCommands() {
        static const QRegularExpression entry(
            QStringLiteral("TAGSCOPE_(MESSAGE|ON_COMMAND_LINE)\\(\\s*\"([^\"]+)\",\\s*\"(.*)\"\\)"));
        static const QRegularExpression command(QStringLiteral("tagscope-cli|(^|\\s)--[a-z]"));
        std::set<QString> messages;
        std::set<QString> others;
        QStringList wrong;
        for (const QString &file : filesUnder(QStringLiteral("core/base/messages"), {QStringLiteral("*.def")})) {
            const bool isOfCommandLine = file.endsWith(QStringLiteral("/app.def"));
            const QString content = sourceText(file);
            for (auto match = entry.globalMatch(content); match.hasNext();) {
                const QRegularExpressionMatch found = match.next();
                const bool isMessage = found.captured(1) == QStringLiteral("MESSAGE");
                (isMessage ? messages : others).insert(found.captured(2));
                if (isMessage && !isOfCommandLine && command.match(found.captured(3)).hasMatch())
                    wrong << found.captured(2);
            }
        }
        for (const QString &id : others)
            if (!messages.contains(id))
                wrong << id;
        QVERIFY(!others.empty());
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }

    void errorsAreHandedOn() {
        const auto half = [](int number) -> Result<std::unique_ptr<int>> {
            if (number % 2 != 0)
                return fail(Error::Kind::Malformed, {"base.within", number, "odd"});
            return std::make_unique<int>(number / 2);
        };
        const auto check = [&](int number) -> Result<void> {
            TAGSCOPE_TRY(half(number));
            return {};
        };
        const auto quarter = [&](int number) -> Result<int> {
            TAGSCOPE_TRY(check(number));
            const std::unique_ptr<int> first = TAGSCOPE_TRY(half(number));
            const Result<std::unique_ptr<int>> second = half(*first);
            if (!second)
                return tl::unexpected(second.error());
            return **second;
        };
        QCOMPARE(quarter(12).value(), 3);
        QCOMPARE(quarter(6).error().what(), std::string("3: odd"));
        QCOMPARE(quarter(5).error().what(), std::string("5: odd"));
    }

    // What else stood in the same expression would not be destroyed where the function returns early.
    void tryStandsAlone() {
        static const QRegularExpression use(QStringLiteral("^(.*)TAGSCOPE_TRY\\("),
                                            QRegularExpression::MultilineOption);
        static const QRegularExpression fitting(QStringLiteral("^\\s*(.*(=|return|else|\\)))?\\s*$"));
        QStringList wrong;
        for (const QString &folder : {QStringLiteral("core"), QStringLiteral("app"), QStringLiteral("ui")})
            for (const QString &file : filesUnder(folder, {QStringLiteral("*.cpp")})) {
                const QString content = sourceText(file);
                for (auto match = use.globalMatch(content); match.hasNext();) {
                    const QString before = match.next().captured(1);
                    if (!fitting.match(before).hasMatch())
                        wrong << file + QStringLiteral(": ") + before;
                }
            }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }

    // Every id in quotes is in the list with as many arguments as its sentence has gaps, and every one of the list is
    // in the sources.
    void listAndSourcesAgree() {
        const Listed listed = listedMessages();
        QVERIFY2(listed.twice.isEmpty(), qPrintable(listed.twice.join(QLatin1Char(' '))));
        std::set<QString> folders;
        for (const auto &[id, count] : listed.arguments) {
            QVERIFY2(count >= 0, qPrintable(id + QStringLiteral(" leaves a number out of its gaps")));
            folders.insert(id.section(QLatin1Char('.'), 0, 0));
        }
        static const QRegularExpression quoted(QStringLiteral("([{(]?)\\s*\"([a-z]+)\\.([a-z0-9_]+)\""));
        static const QRegularExpression fileEnding(QStringLiteral("^(bin|cpp|csv|h|json|npy|pt|tagscope|toml|txt)$"));
        std::set<QString> used;
        QStringList wrong;
        for (const QString &folder : {QStringLiteral("core"), QStringLiteral("app"), QStringLiteral("ui")})
            for (const QString &file : filesUnder(folder, {QStringLiteral("*.cpp"), QStringLiteral("*.h")})) {
                const QString content = sourceText(file);
                for (auto match = quoted.globalMatch(content); match.hasNext();) {
                    const QRegularExpressionMatch found = match.next();
                    const QString id = found.captured(2) + QLatin1Char('.') + found.captured(3);
                    if (!folders.contains(found.captured(2)) || fileEnding.match(found.captured(3)).hasMatch())
                        continue;
                    // The window names its menus' entries in the same way.
                    if (file.startsWith(kRoot + QStringLiteral("/ui/")) && found.captured(2) != QLatin1String("ui") &&
                        listed.arguments.count(id) == 0)
                        continue;
                    used.insert(id);
                    const QString before = content.mid(std::max<qsizetype>(0, found.capturedStart() - 2), 2);
                    if (before == QLatin1String("==") || before == QLatin1String("!="))
                        continue; // asks whether it is this one
                    if (const qsizetype ids = content.lastIndexOf(QStringLiteral(".ids = {"), found.capturedStart());
                        ids >= 0 && ids > content.lastIndexOf(QLatin1Char('}'), found.capturedStart()))
                        continue; // one of those that something asks for
                    const bool isBracketed = found.captured(1) == QLatin1Char('{') ||
                                             content.left(found.capturedStart(1)).endsWith(QStringLiteral("Message"));
                    const int arguments = isBracketed ? argumentsBehind(content, found.capturedEnd()) : 0;
                    const auto entry = listed.arguments.find(id);
                    if (entry == listed.arguments.end() || entry->second != arguments)
                        wrong << QStringLiteral("%1: %2 with %3").arg(file, id).arg(arguments);
                }
            }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
        QStringList unused;
        for (const auto &[id, count] : listed.arguments)
            if (!used.contains(id))
                unused << id;
        QVERIFY2(unused.isEmpty(), qPrintable(unused.join(QLatin1Char('\n'))));
    }
};

TAGSCOPE_PLAIN_TEST(TestMessage)
#include "tst_message.moc"

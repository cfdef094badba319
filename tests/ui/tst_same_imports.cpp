// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/local_analyst.h"
#include "tests/support/made_media.h"
#include "tests/support/qt_test.h"
#include "ui/base/text.h"
#include "ui/base/work_dialog.h"
#include "ui/clips/annotation_dialog.h"
#include "ui/clips/project_dialogs.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QSpinBox>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <filesystem>

// The window and the command line bring the same things into two projects, whose files then hold the same.
using namespace tagscope;
using namespace tagscope::ui;

namespace fs = std::filesystem;

namespace {

// All that a project's file holds, but when regions were brought in.
QStringList allRowsOf(const fs::path &file) {
    QStringList lines;
    const SQLite::Database database(file.string(), SQLite::OPEN_READONLY);
    SQLite::Statement tables(database, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name");
    while (tables.executeStep()) {
        const std::string table = tables.getColumn(0).getString();
        SQLite::Statement rows(database, "SELECT * FROM \"" + table + "\" ORDER BY 1, 2");
        while (rows.executeStep()) {
            QStringList cells{QString::fromStdString(table)};
            for (int i = 0; i < rows.getColumnCount(); ++i)
                if (rows.getColumn(i).getName() != std::string_view("added"))
                    cells << QString::fromStdString(rows.getColumn(i).getString());
            lines << cells.join(QLatin1Char('|'));
        }
    }
    return lines;
}

// The same folder of files for both programs, and a project of each.
class BothPrograms {
public:
    BothPrograms() { fs::create_directories(media_.path("media")); }

    void write(const char *name, const char *content) const { QVERIFY(!media_.write(name, content).empty()); }
    [[nodiscard]] const test::MadeMedia &media() const { return media_; }
    [[nodiscard]] fs::path path(const char *name) const { return media_.path(name); }
    [[nodiscard]] fs::path inWindow() const { return path("window.tagscope"); }
    [[nodiscard]] fs::path onCommandLine() const { return path("command.tagscope"); }

    void commandLine(const QStringList &arguments) const {
        QProcess program;
        program.setWorkingDirectory(pathText(path("")));
        program.start(QStringLiteral(TAGSCOPE_CLI),
                      QStringList{QStringLiteral("import"), pathText(onCommandLine())} + arguments);
        QVERIFY(program.waitForFinished(-1));
        QVERIFY2(program.exitCode() == 0, program.readAllStandardError().constData());
    }

    // As a person who fills the form in and presses the button.
    static void window(WorkDialog *dialog, int validation, const QString &split) {
        if (auto *spin = dialog->findChild<QSpinBox *>(QStringLiteral("importValidation")))
            spin->setValue(validation);
        if (auto *line = dialog->findChild<QLineEdit *>(QStringLiteral("importSplit")))
            line->setText(split);
        press(dialog);
    }

    static void press(WorkDialog *dialog) {
        const auto *outcome = dialog->findChild<QPlainTextEdit *>(QStringLiteral("outcome"));
        dialog->start();
        QTRY_VERIFY(!dialog->isWorking());
        QVERIFY2(wasDone_, qPrintable(outcome->toPlainText()));
        wasDone_ = false;
        delete dialog;
    }

    WorkDialog *newProject(const ImportOffer &offer, int classes) const {
        WorkDialog *dialog = newProjectDialog(
            offer, {}, [](const fs::path &) { wasDone_ = true; }, nullptr);
        dialog->findChild<QLineEdit *>(QStringLiteral("newProjectFile"))->setText(pathText(inWindow()));
        dialog->findChild<QComboBox *>(QStringLiteral("newProjectClasses"))->setCurrentIndex(classes);
        return dialog;
    }

    WorkDialog *moreClips(const ImportOffer &offer) const {
        return importDialog(
            storeOf(*LocalAnalyst::open(inWindow(), {})), offer, [](const ProjectChange &) { wasDone_ = true; },
            nullptr);
    }

    WorkDialog *annotations(const fs::path &file, const char *kind) const {
        WorkDialog *dialog = annotationDialog(
            storeOf(*LocalAnalyst::open(inWindow(), {})), {{file}, QStringLiteral("Ann")},
            [](const AuditImportReport &) { wasDone_ = true; }, nullptr);
        auto *kinds = dialog->findChild<QComboBox *>(QStringLiteral("annotationKind"));
        kinds->setCurrentIndex(kinds->findData(QLatin1String(kind)));
        return dialog;
    }

    void compare(qsizetype atLeast) const {
        const QStringList here = allRowsOf(inWindow());
        QVERIFY(here.size() >= atLeast);
        QCOMPARE(here.join(QLatin1Char('\n')), allRowsOf(onCommandLine()).join(QLatin1Char('\n')));
    }

private:
    test::MadeMedia media_;
    inline static bool wasDone_ = false;
};

enum Classes { Challenge, OfList };

QStringList argumentsIn(const char *text) {
    return QString::fromLatin1(text).split(QLatin1Char(' '));
}

constexpr const char *kClipList = "path,labels,split,start,duration\na.wav,Dog;Rain,training,0,4\na.wav,Rain,test,4,4\n"
                                  "b.wav,,test,,\n";

} // namespace

class TestSameImports : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void csvAndWhatAnnotatorsSaid() {
        const BothPrograms both;
        both.write("list.csv", kClipList);
        both.write("media/a.wav", "");
        both.write("more.csv", "path,labels,split\nc.wav,Dog,test\nb.wav,Dog,test\n");
        both.write("said.csv", "clip,event,annotator,stage,verdict,note,time\n"
                               "b,Dog,Bo,sound,audible,far away,2026-01-31T12:00:00.000000Z\n");
        both.write("b.txt", "1.5\t3\tDog\n4\t5\tCat\n");
        BothPrograms::window(both.newProject({{both.path("list.csv")}, both.path("media")}, OfList), 0, {});
        BothPrograms::window(both.moreClips({{both.path("more.csv")}, both.path("media")}), 0, {});
        BothPrograms::press(both.annotations(both.path("said.csv"), "verdicts"));
        BothPrograms::press(both.annotations(both.path("b.txt"), "audacity"));
        both.commandLine(argumentsIn("--format csv list.csv --media media"));
        both.commandLine(argumentsIn("--format csv more.csv --media media"));
        both.commandLine(argumentsIn("--format verdicts said.csv"));
        both.commandLine(argumentsIn("--format audacity b.txt --annotator Ann"));
        both.compare(14);
    }

    void listsOfDcase() {
        const BothPrograms both;
        fs::create_directories(both.path("lists"));
        both.write("lists/training_set.csv", "aaaaaaaaaaa,0.000,10.000,\"Train horn,Train\",\"/m/0284vy3,/m/07jdr\"\r\n"
                                             "-bbbbbbbbbb,30.000,40.000,Bus,/m/01bjv\r\n"
                                             "ccccccccccc,30.000,40.000,Bus,/m/01bjv\r\n");
        both.write("lists/groundtruth_weak_label_evaluation_set.csv", "e_0.000_10.000.wav\t0.000\t10.000\tBus\r\n");
        both.write("lists/groundtruth_strong_label_evaluation_set.csv", "e_0.000_10.000.wav\t0\t0\tBus\r\n");
        both.write("media/Y-bbbbbbbbbb_30.000_40.000.wav", "");
        BothPrograms::window(both.newProject({{both.path("lists")}, both.path("media")}, Challenge), 1, {});
        both.commandLine(argumentsIn("--format dcase2017 lists --media media --validation 1"));
        both.compare(28);
    }

    void listsOfAudioSet() {
        const BothPrograms both;
        both.write("segments.csv", "# Segments csv\n# YTID, start_seconds, end_seconds, positive_labels\n"
                                   "--aE2O5G5WE, 30.000, 40.000, \"/m/01bjv,/m/0\"\n-other, 0, 10, \"/m/0\"\n");
        both.write("more.csv", "# num_ytids=1\nbbbbbbbbbbb, 0.000, 10.000, \"/m/07jdr\"\n");
        both.write("media/--aE2O5G5WE.mp4", "");
        const ImportOffer offer{{both.path("segments.csv"), both.path("more.csv")}, both.path("media")};
        BothPrograms::window(both.newProject(offer, Challenge), 0, QStringLiteral("balanced"));
        both.commandLine(argumentsIn("--format audioset segments.csv more.csv --media media --split balanced"));
        both.compare(23);
    }

    void foldersOfMedia() {
        TAGSCOPE_REQUIRE_FFMPEG();
        const BothPrograms both;
        QVERIFY(!both.media().make("media/long.wav", "-f lavfi -i sine=duration=23").empty());
        both.write("media/broken.wav", "this is no sound");
        BothPrograms::window(both.newProject({{}, both.path("media")}, Challenge), 0, QStringLiteral("test"));
        both.commandLine(argumentsIn("--format folder media --split test"));
        both.compare(22);
        QVERIFY(!both.media().make("media/short.wav", "-f lavfi -i sine=duration=3").empty());
        BothPrograms::window(both.moreClips({{}, both.path("media")}), 0, QStringLiteral("new"));
        both.commandLine(argumentsIn("--format folder media --split new"));
        both.compare(24);
    }
};

TAGSCOPE_WINDOW_TEST(TestSameImports)
#include "tst_same_imports.moc"

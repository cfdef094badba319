// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/region_format.h"
#include "tests/support/qt_test.h"
#include "tests/ui/audit_window.h"
#include "tests/ui/warnings.h"
#include "ui/clips/annotation_dialog.h"

#include <QApplication>
#include <QCheckBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QListWidget>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QSettings>
#include <QTemporaryDir>

using namespace tagscope;
using namespace tagscope::ui;

namespace {

// Remembers what it was to bring in: one region or verdict of each file.
std::shared_ptr<test::SyntheticProject> madeProject() {
    return std::make_shared<test::SyntheticProject>("made.tagscope", test::ProjectMake());
}

QString writtenFile(const QTemporaryDir &folder, const char *name, const QByteArray &content) {
    QFile file(folder.filePath(QString::fromLatin1(name)));
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName() : QString();
}

// An event that the project has, and one that it does not.
constexpr const char *kTextGrid = R"(File type = "ooTextFile"
Object class = "TextGrid"

xmin = 0
xmax = 10
tiers? <exists>
size = 1
item []:
    item [1]:
        class = "IntervalTier"
        name = "marks"
        xmin = 0
        xmax = 10
        intervals: size = 3
        intervals [1]:
            xmin = 0
            xmax = 1
            text = ""
        intervals [2]:
            xmin = 1
            xmax = 2
            text = "Bus"
        intervals [3]:
            xmin = 2
            xmax = 10
            text = "cat"
)";

constexpr const char *kVerdicts = "clip,event,annotator,stage,verdict,note,time\n";

void dropFile(MainWindow &window, const QString &file) {
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file)});
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&window, &event);
}

// The open dialog and what is in it.
struct Dialog {
    explicit Dialog(const MainWindow &window) : dialog(window.findChild<WorkDialog *>()) {}
    template <class Widget>
    [[nodiscard]] Widget *find(const char *name) const {
        return dialog->findChild<Widget *>(QLatin1String(name));
    }
    void start() const { QTest::mouseClick(find<QPushButton>("start"), Qt::LeftButton); }
    [[nodiscard]] QString outcome() const { return find<QPlainTextEdit>("outcome")->toPlainText(); }

    WorkDialog *dialog;
};

} // namespace

// Bringing what was said and marked elsewhere into the open project.
class TestAnnotations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QSettings().clear(); }
    void cleanup() { QSettings().clear(); }

    void namesTellTheFormat() {
        QCOMPARE(regionFormatOf("/a/c0.TextGrid")->id, std::string_view("textgrid"));
        QCOMPARE(regionFormatOf("/a/c0.EAF")->id, std::string_view("elan"));
        QCOMPARE(regionFormatOf("c0.jams")->id, std::string_view("jams"));
        QCOMPARE(regionFormatOf("c0.Table.1.selections.txt")->id, std::string_view("raven"));
        QVERIFY(regionFormatOf("c0.txt") == nullptr && regionFormatOf("c0.mp4") == nullptr);
    }

    void aDroppedFileOfRegionsIsOffered() {
        const auto project = madeProject();
        test::AuditWindow at(project);
        at.openProject();
        const QTemporaryDir folder;
        dropFile(at.window(), writtenFile(folder, "clip-0.TextGrid", kTextGrid));
        const Dialog open(at.window());
        QVERIFY(open.dialog != nullptr && open.dialog->isVisible());
        QCOMPARE(open.find<QComboBox>("annotationKind")->currentData().toString(), QStringLiteral("textgrid"));
        QCOMPARE(open.find<QListWidget>("annotationFiles")->count(), 1);
        open.start();
        QTRY_VERIFY(open.outcome().contains(QStringLiteral("Specify who")));
        QTest::keyClicks(open.find<QLineEdit>("annotationAnnotator"), QStringLiteral("Cem"));
        open.find<QCheckBox>("annotationPreview")->setChecked(true);
        open.start();
        QTRY_VERIFY(open.outcome().contains(QStringLiteral("Regions that would be added: 1.")));
        QVERIFY(project->project().markedRegions()->empty() && !at.entry("edit.undo")->isEnabled());
        open.find<QCheckBox>("annotationPreview")->setChecked(false);
        open.start();
        QTRY_VERIFY(open.outcome().contains(QStringLiteral("Regions added: 1. Already present: 0.")));
        QVERIFY(open.outcome().contains(QStringLiteral("cat")));
        const std::vector<MarkedRegion> marked = project->project().markedRegions().value();
        QVERIFY(marked.size() == 1 && marked.front().clip == 1 && marked.front().annotator == "Cem");
        const auto *records = at.window().findChild<AuditRecords *>();
        QTRY_COMPARE(records->regions(1).size(), std::size_t{1}); // read again
        open.dialog->close();
        for (int time = 0; time < 2; ++time) { // taken back, and given again
            at.entry("edit.undo")->trigger();
            QTRY_VERIFY(project->project().markedRegions()->empty() && records->regions(1).empty());
            at.entry("edit.redo")->trigger();
            QTRY_VERIFY(project->project().markedRegions()->size() == 1 && records->regions(1).size() == 1);
        }
    }

    void tablesOfVerdictsAreBroughtIn() {
        const QTemporaryDir folder;
        test::AuditWindow at(madeProject());
        at.openProject();
        at.entry("project.importAnnotations")->trigger();
        const Dialog open(at.window());
        QVERIFY(open.dialog != nullptr && open.dialog->isVisible());
        QVERIFY(!open.find<QLineEdit>("annotationAnnotator")->isEnabled()); // the table names them
        open.start();
        QTRY_VERIFY(open.outcome().contains(QStringLiteral("Add the files")));
        open.find<QListWidget>("annotationFiles")
            ->addItems(
                {writtenFile(folder, "a.csv",
                             kVerdicts + QByteArray("clip-0,Bus,Bo,sound,audible,,2026-01-31T12:00:00.000000Z\n")),
                 writtenFile(folder, "b.csv",
                             kVerdicts + QByteArray("clip-0,Bus,Bo,sound,audible,,2026-01-31T12:00:00.000000Z\n"
                                                    "clip-1,Bus,Bo,sound,audible,,2026-01-31T12:00:00.000000Z\n"))});
        open.start();
        QTRY_VERIFY(open.outcome().contains(QStringLiteral("Verdicts added: 2. Already present: 1.")));
        const auto *records = at.window().findChild<AuditRecords *>();
        QTRY_COMPARE(records->history().size(), std::size_t{2});
        open.dialog->close();
        at.entry("edit.undo")->trigger();
        QTRY_VERIFY(standingVerdicts(records->history()).empty());
        QCOMPARE(records->history().size(), std::size_t{4}); // nothing of it is forgotten
        at.entry("edit.redo")->trigger();
        QTRY_COMPARE(standingVerdicts(records->history()).size(), std::size_t{2});
    }

    void notWhileSomebodyAudits() {
        test::AuditWindow at(madeProject());
        at.openProject();
        at.start(QStringLiteral("Ann"), AuditStage::Sound);
        QVERIFY(!at.entry("project.importAnnotations")->isEnabled());
        dropFile(at.window(), QStringLiteral("/m/clip-000001.eaf"));
        QVERIFY(at.window().findChild<WorkDialog *>() == nullptr);
    }
};

TAGSCOPE_WINDOW_TEST(TestAnnotations)
#include "tst_annotations.moc"

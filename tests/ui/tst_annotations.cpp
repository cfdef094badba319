// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/region_format.h"
#include "tests/support/qt_test.h"
#include "tests/ui/audit_window.h"
#include "tests/ui/warnings.h"
#include "ui/clips/annotation_dialog.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QListWidget>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QSettings>
#include <QTemporaryDir>

using namespace tagscope;
using namespace tagscope::ui;

namespace {

// Remembers what it was to bring in: one region or verdict of each file.
class ImportingProject : public test::SyntheticProject {
public:
    using SyntheticProject::SyntheticProject;

    Result<AuditImportReport> importVerdicts(const std::filesystem::path &file) override {
        const Result<std::vector<Verdict>> stored =
            addVerdicts({{1, 0, AuditStage::Sound, "Bo", VerdictValue::Both, file.filename().string(), 0}});
        return stored.map([](const auto &) { return AuditImportReport{1, 2, {}}; });
    }
    Result<AuditImportReport> importRegions(const RegionImport &import, const std::stop_token &) override {
        asked = import;
        const Result<std::vector<MarkedRegion>> stored =
            changeMarkedRegions({{1, 0, import.annotator, Seconds(1), Seconds(2), 0, std::nullopt}}, {});
        return stored.map([](const auto &) { return AuditImportReport{1, 0, {"\"cat\" is none."}}; });
    }

    RegionImport asked;
};

std::shared_ptr<ImportingProject> madeProject() {
    return std::make_shared<ImportingProject>("made.tagscope", test::ProjectMake());
}

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
        dropFile(at.window(), QStringLiteral("/m/clip-000001.TextGrid"));
        const Dialog open(at.window());
        QVERIFY(open.dialog != nullptr && open.dialog->isVisible());
        QCOMPARE(open.find<QComboBox>("annotationKind")->currentData().toString(), QStringLiteral("textgrid"));
        QCOMPARE(open.find<QListWidget>("annotationFiles")->count(), 1);
        open.start();
        QTRY_VERIFY(open.outcome().contains(QStringLiteral("Specify who")));
        QTest::keyClicks(open.find<QLineEdit>("annotationAnnotator"), QStringLiteral("Cem"));
        open.start();
        QTRY_VERIFY(open.outcome().contains(QStringLiteral("Regions added: 1. Already present: 0.")));
        QVERIFY(open.outcome().contains(QStringLiteral("\"cat\" is none.")));
        QVERIFY(project->asked.format == "textgrid" && project->asked.annotator == "Cem");
        QVERIFY(project->asked.files == std::vector<std::filesystem::path>{"/m/clip-000001.TextGrid"});
        const auto *records = at.window().findChild<AuditRecords *>();
        QTRY_COMPARE(records->regions(1).size(), std::size_t{1}); // read again
        open.dialog->close();
    }

    void tablesOfVerdictsAreBroughtIn() {
        test::AuditWindow at(madeProject());
        at.openProject();
        at.entry("project.importAnnotations")->trigger();
        const Dialog open(at.window());
        QVERIFY(open.dialog != nullptr && open.dialog->isVisible());
        QVERIFY(!open.find<QLineEdit>("annotationAnnotator")->isEnabled()); // the table names them
        open.start();
        QTRY_VERIFY(open.outcome().contains(QStringLiteral("Add the files")));
        open.find<QListWidget>("annotationFiles")->addItems({QStringLiteral("/m/a.csv"), QStringLiteral("/m/b.csv")});
        open.start();
        QTRY_VERIFY(open.outcome().contains(QStringLiteral("Verdicts added: 2. Already present: 4.")));
        QTRY_COMPARE(at.window().findChild<AuditRecords *>()->history().size(), std::size_t{2});
        open.dialog->close();
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/report.h"
#include "tests/support/qt_test.h"
#include "tests/ui/own_settings.h"
#include "tests/ui/synthetic.h"
#include "tests/ui/synthetic_project.h"
#include "tests/ui/warnings.h"
#include "ui/audit/agreement_panel.h"
#include "ui/audit/audit_records.h"
#include "ui/audit/disagreement_model.h"
#include "ui/audit/disagreement_view.h"
#include "ui/base/shortcuts.h"
#include "ui/base/work_dialog.h"
#include "ui/clips/project_clips.h"
#include "ui/clips/project_panel.h"
#include "ui/document/auditor.h"
#include "ui/window/main_window.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QUndoStack>
#include <algorithm>
#include <atomic>
#include <ranges>
#include <span>

// What several annotators say together, in the real window.
using namespace tagscope;
using namespace tagscope::ui;

namespace {

Verdict verdictOf(ClipId clip, int event, const char *annotator, VerdictValue value,
                  AuditStage stage = AuditStage::Pictures, const char *note = "") {
    return {clip, event, stage, annotator, value, note, 0};
}

// Clips 1 to 4 by two annotators, of each its own label: they agree on 4, differ on the sound of 1 and 3, and of 2 on
// what is seen.
std::vector<Verdict> twoAnnotators() {
    return {verdictOf(1, 0, "Ada", VerdictValue::Visible),
            verdictOf(1, 0, "Bo", VerdictValue::Both, AuditStage::ModelOutput, "a horn at 3 s"),
            verdictOf(2, 1, "Ada", VerdictValue::Audible),
            verdictOf(2, 1, "Bo", VerdictValue::Both),
            verdictOf(3, 2, "Ada", VerdictValue::Neither),
            verdictOf(3, 2, "Bo", VerdictValue::Audible),
            verdictOf(4, 3, "Ada", VerdictValue::Both),
            verdictOf(4, 3, "Bo", VerdictValue::Both)};
}

class OpenWindow {
public:
    explicit OpenWindow(const std::vector<Verdict> &verdicts = twoAnnotators())
        : source(std::make_shared<test::SyntheticProject>("/project/street.tagscope", test::ProjectMake())),
          window(sources(verdicts)) {
        window.resize(1400, 900);
        window.show();
        window.openProject("/project/street.tagscope");
        dock = window.findChild<QDockWidget *>(QStringLiteral("agreement"));
        dock->show();
        dock->raise();
    }

    template <class Widget>
    Widget *find(const char *name) const {
        return window.findChild<Widget *>(QLatin1String(name));
    }
    void showTab(int tab) const { find<QTabWidget>("agreementTabs")->setCurrentIndex(tab); }
    QString cell(const char *table, int row, int column) const {
        const QAbstractItemModel *model = find<QTableView>(table)->model();
        return model->index(row, column).data().toString();
    }
    int rows(const char *table) const { return find<QTableView>(table)->model()->rowCount(); }
    QString currentClip() const {
        const std::optional<ClipId> clip = window.findChild<ProjectPanel *>()->currentClip();
        return clip ? QString::number(*clip) : QString();
    }
    // Of which "Why" shows the chain.
    QString chosenEvent() const {
        const QModelIndexList rows = find<QTableView>("events")->selectionModel()->selectedRows();
        return rows.size() == 1 ? rows.front().data().toString() : QString();
    }
    std::vector<Verdict> history() const { return source->project().verdictHistory().value(); }

    std::shared_ptr<test::SyntheticProject> source;
    MainWindow window;
    QDockWidget *dock = nullptr;

private:
    Sources sources(const std::vector<Verdict> &verdicts) {
        static_cast<void>(source->project().addVerdicts(verdicts));
        Sources made = test::syntheticSources();
        made.openProject = [this](const std::filesystem::path &, const std::stop_token &) {
            return Result<std::shared_ptr<ClipAnalyst>>(source);
        };
        return made;
    }
};

// Gives a name, so that decisions can be made.
void giveName(const OpenWindow &open, const QString &name) {
    auto *line = open.find<QLineEdit>("adjudicator");
    line->setFocus();
    line->clear();
    QTest::keyClicks(line, name);
}

QAction *actionNamed(const MainWindow &window, const char *id) {
    for (QAction *action : window.findChildren<QAction *>())
        if (idOf(*action) == QLatin1String(id))
            return action;
    return nullptr;
}

QAction *actionIn(const QWidget &widget, const char *id) {
    for (QAction *action : widget.actions())
        if (idOf(*action) == QLatin1String(id))
            return action;
    return nullptr;
}

} // namespace

class TestAgreementPanel : public QObject {
    Q_OBJECT

private:
    QTemporaryDir settings_;

private Q_SLOTS:
    void initTestCase() { test::useOwnSettings(settings_); }

    void init() {
        test::failOnWarnings();
        QSettings().clear();
    }

    void tellsCoefficientsWithWhatTheyAreOf() {
        const OpenWindow open;
        QTRY_COMPARE(open.rows("agreementTable"), 5);              // all, and four events
        open.find<QComboBox>("agreementKind")->setCurrentIndex(2); // both answers together
        QTRY_COMPARE(open.cell("agreementTable", 0, 2), QStringLiteral("3"));
        QCOMPARE(open.cell("agreementTable", 0, 1), QStringLiteral("4"));
        QCOMPARE(open.cell("agreementTable", 0, 2), QStringLiteral("3"));
        const Ratings ratings = ratingsOf(standingVerdicts(open.history()));
        const Agreement alpha = krippendorffsAlpha(ratings.table);
        const QString shown = open.cell("agreementTable", 0, 5);
        QVERIFY2(shown.startsWith(QString::number(*alpha.value, 'f', 2)) && shown.contains(QStringLiteral("n 4")),
                 qPrintable(shown));
        const QString source = open.find<QLabel>("agreementSource")->text();
        QVERIFY2(source.contains(QStringLiteral("8 verdict")) && source.contains(QStringLiteral("Ada, Bo")),
                 qPrintable(source));
        open.find<QComboBox>("agreementKind")->setCurrentIndex(0); // heard or not
        QTRY_COMPARE(open.cell("agreementTable", 0, 2), QStringLiteral("2"));
        open.find<QComboBox>("agreementStage")->setCurrentIndex(2); // with pictures: Bo knew more of one
        QTRY_COMPARE(open.cell("agreementTable", 0, 1), QStringLiteral("3"));
        open.find<QComboBox>("agreementStage")->setCurrentIndex(1);
        QTRY_VERIFY(open.find<QLabel>("agreementSource")->text().contains(QStringLiteral("no such verdicts")));
        for (const char *table :
             {"agreementTable", "disagreements", "verdictsOfPair", "labelNoise", "queuePrecision", "f1ByLabels"})
            QVERIFY2(actionIn(*open.find<QTableView>(table), "table.export") != nullptr, table);
    }

    void eachTwoAnnotatorsOrTheChosen() {
        std::vector<Verdict> verdicts = twoAnnotators();
        verdicts.push_back(verdictOf(4, 3, "Cy", VerdictValue::Audible));
        const OpenWindow open(verdicts);
        QTRY_COMPARE(open.rows("agreementTable"), 5);
        auto *table = open.find<QTableView>("agreementTable");
        QCOMPARE(table->model()->columnCount(), 8);
        open.find<QComboBox>("agreementPair")->setCurrentIndex(2);
        QVERIFY(table->isColumnHidden(3) && !table->isColumnHidden(4) && table->isColumnHidden(5));
        QVERIFY(!table->isColumnHidden(6) && !table->isColumnHidden(7));
        QVERIFY(table->model()->headerData(4, Qt::Horizontal).toString().contains(QStringLiteral("Ada – Cy")));
    }

    void disagreementsAreDecidedOneAfterTheOther() {
        const OpenWindow open;
        open.showTab(1);
        QTRY_COMPARE(open.rows("disagreements"), 3);
        auto *table = open.find<QTableView>("disagreements");
        const QAbstractItemModelTester tester(open.window.findChild<DisagreementModel *>(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QAbstractItemModelTester ofFilter(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy resets(table->model(), &QAbstractItemModel::modelReset);
        QCOMPARE(open.cell("disagreements", 0, DisagreementModel::Verdicts), QStringLiteral("Ada: visible · Bo: both"));
        QCOMPARE(open.cell("disagreements", 0, DisagreementModel::About), QStringLiteral("the sound"));
        QCOMPARE(open.cell("disagreements", 1, DisagreementModel::About), QStringLiteral("the pictures"));
        table->selectRow(0);
        QTRY_COMPARE(open.currentClip(), QStringLiteral("1"));
        QCOMPARE(open.rows("verdictsOfPair"), 2);
        QCOMPARE(open.cell("verdictsOfPair", 1, 2), QStringLiteral("with the model's output"));
        QCOMPARE(open.cell("verdictsOfPair", 1, 3), QStringLiteral("a horn at 3 s"));

        auto *both = open.find<QPushButton>("adjudicate.both");
        QVERIFY(!both->isEnabled()); // nobody gave a name
        giveName(open, QStringLiteral("Dee"));
        QVERIFY(both->isEnabled());
        auto *note = open.find<QLineEdit>("adjudicationNote");
        note->setFocus();
        QTest::keyClicks(note, QStringLiteral("heard at 3 s"));
        QTest::keyClick(note, Qt::Key_3, Qt::AltModifier);
        QTRY_COMPARE(open.currentClip(), QStringLiteral("2")); // the next comes by itself
        QCOMPARE(table->currentIndex().row(), 1);
        QCOMPARE(open.window.findChild<ProjectPanel *>()->selectedClips().size(), std::size_t{1});
        QTRY_COMPARE(open.chosenEvent(), open.cell("disagreements", 1, DisagreementModel::Event));
        QVERIFY(note->text().isEmpty());
        QTRY_COMPARE(open.history().size(), std::size_t{9});
        const Verdict stored = open.history().back();
        QVERIFY(stored.stage == AuditStage::Adjudicated && stored.annotator == "Dee" && stored.clip == 1);
        QVERIFY(stored.value == VerdictValue::Both && stored.note == "heard at 3 s");
        QTRY_COMPARE(open.cell("disagreements", 0, DisagreementModel::Decision),
                     QStringLiteral("✓ both, by Dee: heard at 3 s"));

        open.find<QComboBox>("whichDisagreements")->setCurrentIndex(1); // open
        QCOMPARE(open.rows("disagreements"), 2);
        QTest::mouseClick(open.find<QPushButton>("adjudicate.neither"), Qt::LeftButton);
        QTRY_COMPARE(open.currentClip(), QStringLiteral("3"));
        QTRY_COMPARE(open.rows("disagreements"), 1);
        open.find<QComboBox>("whichDisagreements")->setCurrentIndex(2); // decided ones stay
        QCOMPARE(open.rows("disagreements"), 2);
        QCOMPARE(resets.size(), 0);
    }

    void aDecisionCanBeUndoneAndTakenBack() {
        const OpenWindow open;
        open.showTab(1);
        QTRY_COMPARE(open.rows("disagreements"), 3);
        open.find<QTableView>("disagreements")->selectRow(0);
        giveName(open, QStringLiteral("Dee"));
        QTest::mouseClick(open.find<QPushButton>("adjudicate.unsure"), Qt::LeftButton);
        QTRY_VERIFY(open.cell("disagreements", 0, DisagreementModel::Decision).contains(QStringLiteral("unsure")));
        actionNamed(open.window, "edit.undo")->trigger();
        QTRY_COMPARE(open.cell("disagreements", 0, DisagreementModel::Decision), QStringLiteral("open"));
        actionNamed(open.window, "edit.redo")->trigger();
        QTRY_VERIFY(open.cell("disagreements", 0, DisagreementModel::Decision).contains(QStringLiteral("unsure")));
        open.find<QTableView>("disagreements")->selectRow(0);
        auto *back = open.find<QPushButton>("adjudicate.back");
        QTRY_VERIFY(back->isEnabled());
        QTest::mouseClick(back, Qt::LeftButton);
        QTRY_COMPARE(open.cell("disagreements", 0, DisagreementModel::Decision), QStringLiteral("open"));
        QCOMPARE(open.history().size(), std::size_t{12}); // the history keeps all of it
    }

    void whatCannotBeStoredIsSaid() {
        const OpenWindow open;
        open.showTab(1);
        QTRY_COMPARE(open.rows("disagreements"), 3);
        open.find<QTableView>("disagreements")->selectRow(0);
        giveName(open, QStringLiteral("nobody"));
        QTest::mouseClick(open.find<QPushButton>("adjudicate.both"), Qt::LeftButton);
        QTRY_VERIFY(open.find<QLabel>("adjudicationMessage")->text().contains(QStringLiteral("do not fit")));
        QCOMPARE(open.cell("disagreements", 0, DisagreementModel::Decision), QStringLiteral("open"));
    }

    void whoJudgesBlindlySeesNothingOfIt() {
        Document document([](const std::filesystem::path &file,
                             const std::stop_token &stop) { return test::openSyntheticProject(file, stop); },
                          {});
        ProjectEdits edits;
        AuditRecords records(edits);
        Auditor auditor;
        QUndoStack undo;
        AgreementPanel panel(document, records, edits, auditor, undo);
        panel.show();
        const auto *tabs = panel.findChild<QTabWidget *>(QStringLiteral("agreementTabs"));
        QVERIFY(tabs->isVisible());
        for (const AuditStage stage : {AuditStage::Sound, AuditStage::Pictures}) {
            auditor.setStage(stage);
            QVERIFY(!tabs->isVisible());
        }
        auditor.setStage(AuditStage::ModelOutput);
        QVERIFY(tabs->isVisible());
    }

    void consequencesSayWhatTheyAreFrom() {
        const OpenWindow open;
        open.showTab(2);
        QTRY_COMPARE(open.rows("labelNoise"), 17);
        QTRY_COMPARE(open.rows("queuePrecision"), 4);
        QTRY_COMPARE(open.rows("f1ByLabels"), 19); // micro, macro, the events
        QVERIFY(open.find<QLabel>("labelNoiseSource")->text().contains(QStringLiteral("“test”")));
        QVERIFY(open.find<QLabel>("queuePrecisionSource")->text().contains(QStringLiteral("seen, not heard")));
        QVERIFY(open.find<QLabel>("f1ByLabelsSource")->text().contains(QStringLiteral("made")));
        auto *split = open.find<QComboBox>("consequencesSplit");
        split->setCurrentIndex(split->findData(QStringLiteral("training")));
        Q_EMIT split->activated(split->currentIndex());
        // Of the training split, clips 1 to 3: what was judged of their labels.
        QTRY_VERIFY(open.find<QLabel>("labelNoiseSource")->text().contains(QStringLiteral("“training”")));
        QCOMPARE(open.cell("labelNoise", 1, 4), QStringLiteral("1"));
        QCOMPARE(open.cell("labelNoise", 0, 6), QStringLiteral("1")); // disputed
        ReportRequest request;
        request.split = "training";
        const Report report = makeReport(open.source->project(), request).value();
        const auto audited = std::ranges::find(report.figures, Truth::Audited, &SplitFigures::truth);
        QVERIFY(audited != report.figures.end());
        const QString expected = QLocale().toString(100 * audited->systems[report.shown]->perEvent[0].f1(), 'f', 1);
        // The figures of the split come after its estimates, and with other columns.
        const QAbstractItemModel *truths = open.find<QTableView>("f1ByLabels")->model();
        QTRY_VERIFY(std::ranges::any_of(std::views::iota(0, truths->columnCount()), [&](int column) {
            return truths->headerData(column, Qt::Horizontal).toString() == QStringLiteral("audited labels") &&
                   open.cell("f1ByLabels", 2, column).startsWith(expected);
        }));
    }

    void figuresThatVerdictsOutdatedAreSaidToBe() {
        const OpenWindow open;
        open.showTab(2);
        QTRY_COMPARE(open.rows("labelNoise"), 17);
        QVERIFY(!open.find<QLabel>("consequencesMessage")->isVisible());
        open.window.findChild<ProjectClips *>()->edits().addVerdicts({verdictOf(5, 4, "Bo", VerdictValue::Neither)});
        QTRY_VERIFY(open.find<QLabel>("consequencesMessage")->isVisible());
        QCOMPARE(open.cell("labelNoise", 4, 4), QStringLiteral("0"));
        for (QPushButton *button : open.window.findChildren<QPushButton *>())
            if (button->text() == QStringLiteral("Compute a&gain"))
                QTest::mouseClick(button, Qt::LeftButton);
        QTRY_COMPARE(open.cell("labelNoise", 4, 4), QStringLiteral("1"));
        QVERIFY(!open.find<QLabel>("consequencesMessage")->isVisible());
    }

    void anotherAnnotatorsProjectIsMerged() {
        const OpenWindow open;
        QTRY_COMPARE(open.rows("agreementTable"), 5);
        QTest::mouseClick(open.find<QPushButton>("mergeAudit"), Qt::LeftButton);
        auto *dialog = open.window.findChild<WorkDialog *>();
        QVERIFY(dialog != nullptr && dialog->isVisible());
        auto *start = dialog->findChild<QPushButton *>(QStringLiteral("start"));
        auto *outcome = dialog->findChild<QPlainTextEdit *>(QStringLiteral("outcome"));
        QTest::mouseClick(start, Qt::LeftButton); // no file yet: said in the dialog
        QVERIFY(outcome->toPlainText().contains(QStringLiteral("Choose the files")));
        auto *file = dialog->findChild<QLineEdit *>(QStringLiteral("mergeFile"));
        test::SyntheticProject other("cy.tagscope", test::ProjectMake{.refusesNobody = false});
        NewClip unknown;
        unknown.name = "x";
        const ClipId x = other.project().addClips(std::span(&unknown, 1)).value().front();
        QVERIFY(other.project().addVerdicts(std::vector<Verdict>{verdictOf(1, 0, "Ada", VerdictValue::Neither),
                                                                 verdictOf(4, 3, "Cy", VerdictValue::Visible),
                                                                 verdictOf(x, 3, "Cy", VerdictValue::Visible)}));
        file->setText(QString::fromStdString(other.project().file().string()));
        QTest::keyClick(file, Qt::Key_Return);
        QTRY_VERIFY(outcome->toPlainText().contains(QStringLiteral("has verdicts on")));
        dialog->findChild<QCheckBox *>(QStringLiteral("mergeLeaveOut"))->setChecked(true);
        QTest::mouseClick(start, Qt::LeftButton);
        QTRY_VERIFY(outcome->toPlainText().contains(QStringLiteral("Nothing has been changed yet")));
        QVERIFY(outcome->toPlainText().contains(QStringLiteral("clip-0, Train horn, Ada: here ")));
        QVERIFY(outcome->toPlainText().contains(QStringLiteral("no such clip here: x")));
        QCOMPARE(open.history().size(), std::size_t{8});
        QTRY_VERIFY(start->isVisible() && start->isEnabled());
        QVERIFY(!dialog->findChild<QCheckBox *>(QStringLiteral("mergePreview"))->isChecked());
        QTest::mouseClick(start, Qt::LeftButton);
        QTRY_VERIFY(outcome->toPlainText().contains(QStringLiteral("Verdicts added: 2")));
        QCOMPARE(open.history().size(), std::size_t{10});
        const auto *table = dialog->findChild<QTableView *>(QStringLiteral("mergeTable"));
        QVERIFY(table != nullptr && table->isVisible());
        QCOMPARE(table->model()->rowCount(), 1);
        QCOMPARE(table->model()->index(0, 1).data().toString(), QStringLiteral("2"));
        QVERIFY(actionIn(*table, "table.export") != nullptr);
        open.showTab(1);
        QTRY_COMPARE(open.rows("disagreements"), 4); // read again
        dialog->close();

        const auto standing = [&] { return standingVerdicts(open.history()); };
        const std::vector<Verdict> merged = standing();
        actionNamed(open.window, "edit.undo")->trigger();
        QTRY_COMPARE(open.rows("disagreements"), 3);
        QCOMPARE(standing().size(), std::size_t{8});
        QVERIFY(std::ranges::none_of(standing(), [](const Verdict &verdict) { return verdict.annotator == "Cy"; }));
        actionNamed(open.window, "edit.redo")->trigger();
        QTRY_COMPARE(open.rows("disagreements"), 4);
        QCOMPARE(standing().size(), merged.size());
    }
};

TAGSCOPE_WINDOW_TEST(TestAgreementPanel)
#include "tst_agreement_panel.moc"

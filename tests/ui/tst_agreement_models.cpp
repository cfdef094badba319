// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qt_test.h"
#include "tests/ui/warnings.h"
#include "ui/audit/disagreement_model.h"
#include "ui/base/figure_table_model.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QSignalSpy>

using namespace tagscope;
using namespace tagscope::ui;

// The item models behind the dock "Agreement".
class TestAgreementModels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarnings(); }

    void tableRowsThatStayAreNotMadeAnew() {
        FigureTableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto row = [](const char *name, const char *value) {
            return FigureTable::Row{{{QString::fromLatin1(name), {}}, {QString::fromLatin1(value), {}}}, false};
        };
        const QStringList header{QStringLiteral("a"), QStringLiteral("b")};
        model.setTable({header, {row("x", "1"), row("y", "2")}});
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        model.setTable({header, {row("x", "1"), row("y", "3"), row("z", "4")}});
        QCOMPARE(changes.size(), 1);
        QCOMPARE(model.rowCount(), 3);
        model.setTable({header, {row("x", "1")}});
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(resets.size(), 0);
        model.setTable({{QStringLiteral("a")}, {}});
        QCOMPARE(resets.size(), 1);
    }

    void disagreementsComeAndGoInTheirPlaces() {
        DisagreementModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto at = [](ClipId clip) {
            Disagreement one;
            one.pair = {clip, 0};
            one.verdicts = {{clip, 0, AuditStage::Sound, "Ada", VerdictValue::Both, "", 1}};
            return one;
        };
        model.setDisagreements({at(2), at(4), at(6)});
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        model.setDisagreements({at(1), at(4), at(5), at(6), at(7)});
        QCOMPARE(inserted.size(), 3);
        QCOMPARE(removed.size(), 1);
        QCOMPARE(model.rowCount(), 5);
        QVERIFY(model.rowOf({5, 0}) == 2 && !model.rowOf({2, 0}));
        model.setDisagreements({});
        QCOMPARE(model.rowCount(), 0);
    }
};

TAGSCOPE_WINDOW_TEST(TestAgreementModels)
#include "tst_agreement_models.moc"

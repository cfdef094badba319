// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qt_test.h"
#include "tests/ui/own_settings.h"
#include "tests/ui/region_window.h"
#include "tests/ui/warnings.h"
#include "ui/audit/region_list_model.h"
#include "ui/base/text.h"
#include "ui/clips/project_clips.h"

#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QUndoStack>
#include <QWindow>

using namespace tagscope;
using namespace tagscope::ui;
using test::RegionWindow;

namespace {

MarkedRegion markedIn(ClipId clip, int event, double onset, std::string annotator) {
    MarkedRegion region;
    region.clip = clip;
    region.event = event;
    region.annotator = std::move(annotator);
    region.onset = Seconds{onset};
    region.offset = Seconds{onset + 1};
    return region;
}

// Two of Ann's and one that came from a file.
std::vector<MarkedRegion> threeRegions(const std::vector<Clip> &clips) {
    std::vector<MarkedRegion> regions{markedIn(clips[1].id, 3, 4, "Ann"), markedIn(clips[0].id, 9, 2, "Ann"),
                                      markedIn(clips[2].id, 9, 1, "BirdNET")};
    regions[1].note = "far away";
    regions[2].source = "night.csv";
    regions[2].confidence = 0.5;
    regions[2].frequencies = RegionBand{500, 4000};
    return regions;
}

} // namespace

// All regions of the project in one table.
class TestRegionList : public QObject {
    Q_OBJECT

    QTemporaryDir settings_;

    [[nodiscard]] static QDialog *opened(RegionWindow &at) {
        const std::vector<Clip> clips = at.source().project().clips().value();
        at.window().findChild<ProjectClips *>()->document().edits().changeRegions(threeRegions(clips), {});
        for (QAction *entry : at.window().findChildren<QAction *>())
            if (entry->text().contains(QStringLiteral("All regions")))
                entry->trigger();
        auto *dialog = at.window().findChild<QDialog *>(QStringLiteral("regionList"));
        const auto *table = dialog->findChild<QTableView *>(QStringLiteral("regionTable"));
        return QTest::qWaitFor([table] { return table->model()->rowCount() == 3; }) ? dialog : nullptr;
    }
    [[nodiscard]] static QString cell(const QDialog &dialog, int row, RegionColumn column) {
        return dialog.findChild<QTableView *>(QStringLiteral("regionTable"))
            ->model()
            ->index(row, static_cast<int>(column))
            .data()
            .toString();
    }

private Q_SLOTS:
    void initTestCase() { test::useOwnSettings(settings_); }

    void init() {
        test::failOnWarnings();
        QSettings().clear();
    }

    void theyAreFilteredAndSorted() {
        RegionWindow at;
        QVERIFY(at.isReady());
        QDialog *dialog = opened(at);
        QVERIFY(dialog != nullptr);
        auto *table = dialog->findChild<QTableView *>(QStringLiteral("regionTable"));
        QCOMPARE(cell(*dialog, 0, RegionColumn::Note), QStringLiteral("far away")); // the first clip's
        QCOMPARE(cell(*dialog, 2, RegionColumn::Source), QStringLiteral("night.csv"));
        QVERIFY(cell(*dialog, 2, RegionColumn::Low).startsWith(QStringLiteral("500")));
        table->sortByColumn(static_cast<int>(RegionColumn::Onset), Qt::AscendingOrder);
        QTRY_COMPARE(cell(*dialog, 0, RegionColumn::Annotator), QStringLiteral("BirdNET"));
        table->sortByColumn(static_cast<int>(RegionColumn::Confidence), Qt::DescendingOrder);
        QTRY_COMPARE(cell(*dialog, 0, RegionColumn::Confidence), numberText(0.5, 3));
        QCOMPARE(cell(*dialog, 0, RegionColumn::Annotator), QStringLiteral("BirdNET"));
        table->sortByColumn(static_cast<int>(RegionColumn::Annotator), Qt::AscendingOrder);
        QTRY_COMPARE(cell(*dialog, 2, RegionColumn::Annotator), QStringLiteral("BirdNET"));
        auto *search = dialog->findChild<QLineEdit *>(QStringLiteral("regionSearch"));
        table->selectRow(2); // what is chosen stays so where it stays
        const QPersistentModelIndex chosen = table->currentIndex();
        search->setText(QStringLiteral("NIGHT bird"));
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QCOMPARE(chosen.row(), 0);
        QCOMPARE(table->selectionModel()->selectedRows().size(), qsizetype{1});
        search->setText(QStringLiteral("night Ann"));
        QTRY_COMPARE(table->model()->rowCount(), 0);
        search->clear();
        dialog->findChild<QComboBox *>(QStringLiteral("regionsOfEvent"))->setCurrentIndex(1 + 3);
        QTRY_COMPARE(table->model()->rowCount(), 1);
    }

    void oneIsShownChangedAndDeleted() {
        RegionWindow at;
        QVERIFY(at.isReady());
        QDialog *dialog = opened(at);
        QVERIFY(dialog != nullptr);
        auto *table = dialog->findChild<QTableView *>(QStringLiteral("regionTable"));
        const ClipId third = at.source().project().clips().value()[2].id;
        table->selectRow(2);
        dialog->findChild<QPushButton *>(QStringLiteral("regionShow"))->click();
        QTRY_VERIFY(at.clip() == third && at.marking().chosen());
        QCOMPARE(at.marking().chosen()->annotator, std::string("BirdNET"));

        dialog->findChild<QPushButton *>(QStringLiteral("regionChange"))->click();
        auto *numbers = at.window().findChild<QDialog *>(QStringLiteral("regionDialog"));
        QVERIFY(numbers != nullptr);
        numbers->findChild<QLineEdit *>(QStringLiteral("regionOnset"))->setText(QStringLiteral("0.25"));
        numbers->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
        const auto isAt = [&](double onset) {
            const std::vector<MarkedRegion> stored = at.source().project().markedRegions(third).value();
            return stored.size() == 1 && stored.front().onset == Seconds{onset} && stored.front().confidence == 0.5;
        };
        QTRY_VERIFY(isAt(0.25));
        QTRY_VERIFY(cell(*dialog, 2, RegionColumn::Onset).startsWith(QStringLiteral("0.25"))); // as it is stored now

        QUndoStack &undo = at.window().findChild<ProjectClips *>()->document().undo();
        table->selectAll();
        dialog->findChild<QPushButton *>(QStringLiteral("regionDelete"))->click();
        QTRY_VERIFY(at.stored().empty());
        QTRY_COMPARE(table->model()->rowCount(), 0);
        undo.undo();
        QTRY_COMPARE(at.stored().size(), std::size_t{3});
        undo.undo();
        QTRY_VERIFY(isAt(1.0));
    }

    // By its keys, while the table is in front.
    void aDeletionIsUndoneFromTheTable() {
        RegionWindow at;
        QVERIFY(at.isReady());
        QDialog *dialog = opened(at);
        QVERIFY(dialog != nullptr);
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        auto *table = dialog->findChild<QTableView *>(QStringLiteral("regionTable"));
        table->setFocus();
        table->selectAll();
        QTest::keyClick(table, Qt::Key_Delete);
        QTRY_VERIFY(at.stored().empty());
        QTest::keySequence(dialog->windowHandle(), QKeySequence::Undo);
        QTRY_COMPARE(at.stored().size(), std::size_t{3});
        QTest::keySequence(dialog->windowHandle(), QKeySequence::Redo);
        QTRY_VERIFY(at.stored().empty());
    }
};

TAGSCOPE_WINDOW_TEST(TestRegionList)
#include "tst_region_list.moc"

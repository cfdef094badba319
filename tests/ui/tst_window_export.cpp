// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qt_test.h"
#include "tests/ui/own_settings.h"
#include "tests/ui/synthetic.h"
#include "tests/ui/warnings.h"
#include "ui/base/export.h"
#include "ui/base/export_dialog.h"
#include "ui/base/shown_table.h"
#include "ui/plot/chart_export.h"
#include "ui/tracks/spectrogram_plot.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QPointer>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QSignalSpy>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTableView>
#include <QTemporaryDir>
#include <QTreeView>
#include <QVBoxLayout>
#include <cmath>

using namespace tagscope;
using namespace tagscope::ui;

namespace {

void fill(QStandardItemModel &rows) {
    rows.setHorizontalHeaderLabels(
        {QStringLiteral("Event, by name"), QStringLiteral("a"), QStringLiteral("hidden"), QStringLiteral("on")});
    const QStringList names{QStringLiteral("Train horn"), QStringLiteral("Air horn, truck horn"),
                            QStringLiteral("\"Skateboard\"\nnoise")};
    for (int i = 0; i < names.size(); ++i) {
        auto *number = new QStandardItem;
        number->setData(0.25 * i, Qt::DisplayRole);
        auto *box = new QStandardItem;
        box->setCheckable(true);
        box->setCheckState(i == 1 ? Qt::Checked : Qt::Unchecked);
        rows.appendRow({new QStandardItem(names[i]), number, new QStandardItem(QStringLiteral("no")), box});
    }
}

QByteArray contentOf(const QString &file) {
    QFile opened(file);
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
}

ExportDialog *dialogOf(const QWidget &window) {
    return window.findChild<ExportDialog *>();
}

void choose(const ExportDialog &dialog, const QString &format, const QString &file) {
    auto *formats = dialog.findChild<QComboBox *>(QStringLiteral("format"));
    formats->setCurrentIndex(formats->findText(format, Qt::MatchContains));
    dialog.findChild<QLineEdit *>(QStringLiteral("file"))->setText(file);
}

void save(const ExportDialog &dialog) {
    for (QPushButton *button : dialog.findChildren<QPushButton *>())
        if (button->text().contains(QStringLiteral("Save")) || button->text().contains(QStringLiteral("Replace"))) {
            QTest::mouseClick(button, Qt::LeftButton);
            return;
        }
    QFAIL("no button to save with");
}

QString messageOf(const ExportDialog &dialog) {
    return dialog.findChild<QLabel *>(QStringLiteral("message"))->text();
}

} // namespace

class TestWindowExport : public QObject {
    Q_OBJECT

private:
    QTemporaryDir folder_;

    [[nodiscard]] QString path(const char *name) const { return folder_.filePath(QString::fromUtf8(name)); }

private Q_SLOTS:
    void initTestCase() { test::useOwnSettings(folder_); }

    void init() {
        test::failOnWarnings();
        QSettings().clear();
    }

    void aTableIsReadAsItStands() {
        QStandardItemModel rows;
        fill(rows);
        QSortFilterProxyModel sorted;
        sorted.setSourceModel(&rows);
        QTableView view;
        view.setLocale(QLocale::c());
        view.setModel(&sorted);
        view.verticalHeader()->hide();
        view.setColumnHidden(2, true);
        view.sortByColumn(0, Qt::AscendingOrder);
        view.setRowHidden(2, true); // the train
        view.horizontalHeader()->moveSection(3, 0);
        QCOMPARE(csvOf(ShownTable(view)), QByteArray("on,\"Event, by name\",a\r\n"
                                                     "no,\"\"\"Skateboard\"\"\nnoise\",0.5\r\n"
                                                     "yes,\"Air horn, truck horn\",0.25\r\n"));
    }

    void rowNamesAreAColumn() {
        QStandardItemModel rows;
        fill(rows);
        rows.setVerticalHeaderLabels({QStringLiteral("x"), QStringLiteral("y"), QStringLiteral("z")});
        QTableView view;
        view.setModel(&rows);
        for (const int column : {1, 2, 3})
            view.setColumnHidden(column, true);
        const ShownTable table(view);
        QCOMPARE(table.header(), QStringList({QString(), QStringLiteral("Event, by name")}));
        QCOMPARE(table.row(0), QStringList({QStringLiteral("x"), QStringLiteral("Train horn")}));
    }

    void aTreeGivesWhatIsUnfolded() {
        QStandardItemModel rows;
        rows.setHorizontalHeaderLabels({QStringLiteral("name")});
        auto *first = new QStandardItem(QStringLiteral("first"));
        first->appendRow(new QStandardItem(QStringLiteral("inner")));
        auto *second = new QStandardItem(QStringLiteral("second"));
        second->appendRow(new QStandardItem(QStringLiteral("folded away")));
        rows.appendRow(first);
        rows.appendRow(second);
        QTreeView view;
        view.setModel(&rows);
        view.setExpanded(first->index(), true);
        QCOMPARE(csvOf(ShownTable(view)), QByteArray("name\r\nfirst\r\ninner\r\nsecond\r\n"));
    }

    void emptyViewsGiveAHeaderAtMost() {
        const QListView none;
        QCOMPARE(csvOf(ShownTable(none)), QByteArray("\r\n"));
        QCOMPARE(selectedText(ShownTable(none)), QString());
    }

    void selectedRowsAreCopiedByKey() {
        QStandardItemModel rows;
        fill(rows);
        QTableView view;
        view.setModel(&rows);
        view.verticalHeader()->hide();
        view.setSelectionBehavior(QAbstractItemView::SelectRows);
        offerExport(view, QStringLiteral("events"));
        view.show();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        view.setFocus();
        view.setLocale(QLocale::c());
        view.selectRow(2);
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 QStringLiteral("Event, by name\ta\thidden\ton\n\"Skateboard\" noise\t0.5\tno\tno\n"));
    }

    void aTableIsWrittenInPlaceOfAnother() {
        QStandardItemModel rows;
        fill(rows);
        for (int i = 0; i < 5000; ++i)
            rows.appendRow(new QStandardItem(QStringLiteral("Geräusch %1").arg(i)));
        QTableView view;
        view.setModel(&rows);
        view.verticalHeader()->hide();
        offerExport(view, QStringLiteral("events of a clip"));
        view.show();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        view.setFocus();
        QTest::keyClick(&view, Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        ExportDialog *dialog = dialogOf(view);
        QVERIFY(dialog);
        const auto *file = dialog->findChild<QLineEdit *>(QStringLiteral("file"));
        QVERIFY2(file->text().endsWith(QStringLiteral("/events-of-a-clip.csv")), qPrintable(file->text()));
        QFile old(path("ereignisse.csv"));
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.close();
        choose(*dialog, QStringLiteral("CSV"), path("ereignisse.csv"));
        QVERIFY(messageOf(*dialog).contains(QStringLiteral("replaced")));
        QSignalSpy exported(dialog, &ExportDialog::exported);
        save(*dialog);
        QVERIFY(exported.wait());
        QTRY_VERIFY(!dialogOf(view)); // it is gone
        QCOMPARE(contentOf(path("ereignisse.csv")), csvOf(ShownTable(view)));
        QVERIFY(contentOf(path("ereignisse.csv")).contains("Geräusch 4999"));
        QCOMPARE(QSettings().value(QStringLiteral("window/exportFolder")).toString(), folder_.path());
    }

    void aTableThatChangesMeanwhileIsNotWritten() {
        QStandardItemModel rows;
        fill(rows);
        QTableView view;
        view.setModel(&rows);
        askForExport(view, QStringLiteral("events"));
        ExportDialog *dialog = dialogOf(view);
        choose(*dialog, QStringLiteral("CSV"), path("half.csv"));
        save(*dialog);
        rows.removeRow(0);
        QTRY_VERIFY(messageOf(*dialog).contains(QStringLiteral("Try again")));
        QVERIFY(!QFile::exists(path("half.csv")));
        QSignalSpy exported(dialog, &ExportDialog::exported);
        save(*dialog);
        QVERIFY(exported.wait());
    }

    void whatCannotBeWrittenIsToldInTheDialog() {
        QLabel chart(QStringLiteral("A chart"));
        chart.resize(200, 100);
        askForExport(chart, {.name = QStringLiteral("chart"), .paint = {}, .data = {}});
        ExportDialog *dialog = dialogOf(chart);
        QFile inTheWay(path("in the way"));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        choose(*dialog, QStringLiteral("SVG"), path("in the way/chart.svg"));
        save(*dialog);
        QTRY_VERIFY2(messageOf(*dialog).contains(QStringLiteral("in the way")), qPrintable(messageOf(*dialog)));
        QVERIFY(dialogOf(chart));
        delete dialog;
    }

    void figuresInAllFormats() {
        QLabel chart(QStringLiteral("A chart"));
        chart.resize(200, 100);
        const Figure figure{.name = QStringLiteral("chart"),
                            .paint =
                                [](QPaintDevice &device) {
                                    QPainter painter(&device);
                                    painter.fillRect(QRect(0, 0, 200, 100), Qt::white);
                                    painter.fillRect(QRect(100, 50, 100, 50), Qt::red);
                                },
                            .data = [] { return QByteArray("x,y\r\n1,2\r\n"); }};
        const struct {
            const char *format, *file, *start;
        } cases[] = {{"PNG", "chart.png", "\x89PNG"},
                     {"SVG", "chart.svg", "<?xml"},
                     {"PDF", "chart.pdf", "%PDF"},
                     {"CSV", "chart.csv", "x,y\r\n1,2\r\n"}};
        for (const auto &one : cases) {
            askForExport(chart, figure);
            ExportDialog *dialog = dialogOf(chart);
            choose(*dialog, QString::fromLatin1(one.format), path(one.file));
            auto *scale = dialog->findChild<QComboBox *>(QStringLiteral("scale"));
            scale->setCurrentIndex(2);
            QSignalSpy exported(dialog, &ExportDialog::exported);
            save(*dialog);
            QVERIFY(exported.wait());
            QVERIFY2(contentOf(path(one.file)).startsWith(one.start), one.file);
            QTRY_VERIFY(!dialogOf(chart));
        }
        const QImage picture(path("chart.png"));
        QCOMPARE(picture.size(), QSize(600, 300));
        QCOMPARE(picture.pixelColor(599, 299), QColor(Qt::red));
        QCOMPARE(picture.pixelColor(299, 149), QColor(Qt::white));
    }

    // Letters and lines remain such: a plot is drawn, not photographed.
    void plotsAreDrawnAsLines() {
        ViewState view;
        SpectrogramPlot plot(view);
        const auto clip = std::make_shared<const ClipAnalysis>(test::syntheticClip("street.mp4"));
        view.reset(clip->duration);
        plot.setClip(clip, test::syntheticBandEdges(clip->settings.logMel));
        plot.resize(700, 300);
        plot.show();
        const Figure figure{.name = QStringLiteral("spectrogram"), .paint = drawingOf(plot), .data = {}};
        const QByteArray svg = drawFigure(plot, figure, FigureFormat::Svg, 1)();
        QVERIFY(svg.count("<text") > 5);
        QVERIFY(drawFigure(plot, figure, FigureFormat::Pdf, 1)().size() > 1000);
    }

    void onAPageSizesAreThoseThatWereAsked() {
        QWidget panel;
        auto *rows = new QVBoxLayout(&panel);
        auto *text = new QLabel(QStringLiteral("text"));
        auto *transport = new QLabel(QStringLiteral("transport"));
        transport->setMinimumHeight(300); // the page is lower
        rows->addWidget(text);
        rows->addWidget(transport);
        panel.resize(500, 400);
        panel.show();
        const QFont font = text->font();
        const Figure figure{.name = QStringLiteral("panel"), .paint = {}, .data = {}, .furniture = {transport}};
        const PrintSize size{{88, 44}, 9, 300};
        const QImage picture = QImage::fromData(drawFigure(panel, figure, FigureFormat::Png, size)());
        QCOMPARE(picture.width(), 1039); // 88 mm at 300 dots per inch
        QVERIFY(std::abs(picture.height() - 520) <= 3);
        QVERIFY(std::abs(picture.dotsPerMeterX() - 11811) < 20);
        const QByteArray pdf = drawFigure(panel, figure, FigureFormat::Pdf, size)();
        const QRegularExpression box(QStringLiteral(R"(/MediaBox \[0 0 ([\d.]+) ([\d.]+)\])"));
        const QRegularExpressionMatch found = box.match(QString::fromLatin1(pdf));
        QVERIFY(std::abs(found.captured(1).toDouble() - 88 * 72 / 25.4) < 1.0);
        QVERIFY(std::abs(found.captured(2).toDouble() - 44 * 72 / 25.4) < 1.5);
        // The screen is as before.
        QCOMPARE(panel.size(), QSize(500, 400));
        QCOMPARE(text->font(), font);
        QVERIFY(transport->isVisible() && panel.updatesEnabled());
    }

    void theNameSaysWhatItIsOf() {
        QLabel chart(QStringLiteral("A chart"));
        chart.resize(200, 100);
        askForExport(chart, {.name = QStringLiteral("why"), .paint = {}, .data = {}, .subject = [] {
                                 return QStringLiteral("a/b clip Fire engine");
                             }});
        ExportDialog *dialog = dialogOf(chart);
        QVERIFY(dialog->findChild<QLineEdit *>(QStringLiteral("file"))
                    ->text()
                    .endsWith(QStringLiteral("/why-a-b-clip-Fire-engine.png")));
        auto *size = dialog->findChild<QComboBox *>(QStringLiteral("printSize"));
        auto *width = dialog->findChild<QAbstractSpinBox *>(QStringLiteral("printWidth"));
        QVERIFY(!width->isVisible());
        size->setCurrentIndex(1);
        QVERIFY(width->isVisible() && !dialog->findChild<QComboBox *>(QStringLiteral("scale"))->isVisible());
        delete dialog;
    }

    // A project that is read again takes its panels' views away.
    void whatIsShownGoesWhileAFileIsChosen() {
        QWidget window;
        auto *view = new QTableView(&window);
        QStandardItemModel rows;
        fill(rows);
        view->setModel(&rows);
        window.show();
        askForExport(*view, QStringLiteral("table"));
        const QPointer<ExportDialog> dialog = dialogOf(window);
        for (QPushButton *button : dialog->findChildren<QPushButton *>())
            if (button->text().contains(QStringLiteral("Browse")))
                button->click();
        QTRY_VERIFY(dialog->findChild<QFileDialog *>() != nullptr);
        delete view;
        QTRY_VERIFY(dialog.isNull());
    }
};

TAGSCOPE_WINDOW_TEST(TestWindowExport)
#include "tst_window_export.moc"

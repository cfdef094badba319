// SPDX-License-Identifier: GPL-3.0-or-later
// Names of strangers in the window: they are no markup, and they make nothing wider.

#include "tests/support/qt_test.h"
#include "tests/ui/own_settings.h"
#include "tests/ui/synthetic.h"
#include "tests/ui/synthetic_project.h"
#include "tests/ui/warnings.h"
#include "ui/base/text.h"
#include "ui/base/tool_tip.h"
#include "ui/clips/project_clip_model.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLabel>
#include <QSettings>
#include <QStandardItemModel>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolTip>

using namespace tagscope;
using namespace tagscope::ui;

namespace {

Sources sourcesWithEvent(const std::string &name) {
    Sources sources = test::syntheticSources();
    sources.openProject = [name](const std::filesystem::path &file, const std::stop_token &) {
        auto project = std::make_shared<test::SyntheticProject>(file, test::ProjectMake{});
        EventClass event = project->project().classes().front();
        event.name = name;
        const EventEdit edit{EventEdit::Kind::Change, 0, event, {}};
        const Result<EventEdit> done = project->project().editEvents(edit);
        return done ? Result<std::shared_ptr<ClipAnalyst>>(project) : tl::unexpected(done.error());
    };
    return sources;
}

void helpAt(QWidget &widget, const QPoint &at) {
    QHelpEvent help(QEvent::ToolTip, at, widget.mapToGlobal(at));
    QApplication::sendEvent(&widget, &help);
}

} // namespace

class TestForeignText : public QObject {
    Q_OBJECT

private:
    QTemporaryDir settings_;

private Q_SLOTS:
    void initTestCase() { test::useOwnSettings(settings_); }
    void init() {
        test::failOnWarnings();
        QSettings().clear();
    }

    void aToolTipIsNoMarkup() {
        const QString name = QStringLiteral("<img src='/usr/share/any.png' width=40000 height=40000> & <h1>BIG<h1>");
        QVERIFY(!plainToolTip(name).contains(QStringLiteral("<img")));
        QVERIFY(plainToolTip(name).contains(QStringLiteral("&lt;h1&gt;BIG")));
        QVERIFY(plainToolTip(QStringLiteral("a\nb")).contains(QStringLiteral("a<br>b")));
        QCOMPARE(breakable(QString(240, QLatin1Char('x'))).count(QChar(0x200B)), 7);
        QCOMPARE(breakable(QStringLiteral("two words")), QStringLiteral("two words"));
    }

    void widgetsAndItemsShowTheirsSo() {
        const ToolTipGuard guard(qApp);
        const QString name = QStringLiteral("<b>bold</b>");
        QWidget window;
        window.resize(300, 200);
        auto *label = new QLabel(QStringLiteral("label"), &window);
        label->setGeometry(0, 0, 100, 20);
        label->setToolTip(name);
        auto *table = new QTableView(&window);
        table->setGeometry(0, 30, 300, 160);
        QStandardItemModel model(1, 1);
        model.setData(model.index(0, 0), name, Qt::ToolTipRole);
        model.setHeaderData(0, Qt::Horizontal, QStringLiteral("<i>head</i>"), Qt::ToolTipRole);
        table->setModel(&model);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        helpAt(*label, {5, 5});
        QTRY_VERIFY(QToolTip::text().contains(QStringLiteral("&lt;b&gt;bold")));
        QToolTip::hideText();
        helpAt(*table->viewport(), table->visualRect(model.index(0, 0)).center());
        QTRY_VERIFY(QToolTip::text().contains(QStringLiteral("&lt;b&gt;bold")));
        helpAt(*table->horizontalHeader()->viewport(), {5, 5});
        QTRY_VERIFY(QToolTip::text().contains(QStringLiteral("&lt;i&gt;head")));
        QToolTip::hideText();
    }

    void noFileNameMakesTheWindowWider() {
        QSize usual;
        for (const std::string &name : {std::string("street.mp4"), std::string(240, 'W') + ".mp4"}) {
            MainWindow window(test::syntheticSources());
            window.show();
            window.openMedia({name});
            QTest::qWait(300); // until the clip is shown
            const QSize size = window.minimumSizeHint();
            if (usual.isEmpty())
                usual = size;
            QVERIFY2(size.width() <= usual.width(),
                     qPrintable(QStringLiteral("%1 px, and %2 with a short name")
                                    .arg(QString::number(size.width()), QString::number(usual.width()))));
        }
    }

    void noNameMakesTheWindowWider() {
        QSize usual;
        for (const std::string &name : {std::string("Dog"), std::string(240, 'x'), std::string(240, 'W') + " W"}) {
            MainWindow window(sourcesWithEvent(name));
            window.show();
            window.openProject("/project/street.tagscope");
            QTRY_VERIFY(window.findChild<ProjectClipModel *>()->rowCount() > 0);
            QTest::qWait(300); // until the clip is shown
            const QSize size = window.minimumSizeHint();
            if (usual.isEmpty())
                usual = size;
            QVERIFY2(size.width() <= usual.width(),
                     qPrintable(QStringLiteral("%1 px, and %2 with a short name")
                                    .arg(QString::number(size.width()), QString::number(usual.width()))));
        }
    }
};

TAGSCOPE_WINDOW_TEST(TestForeignText)
#include "tst_foreign_text.moc"

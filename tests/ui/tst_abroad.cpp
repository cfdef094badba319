// SPDX-License-Identifier: GPL-3.0-or-later
// The window in German, with a French keyboard, fine wheel steps and, where QT_SCALE_FACTOR says so, at 150 %: what
// works at the desk of whoever wrote it works there too.

#include "tests/support/qt_test.h"
#include "tests/ui/audit_window.h"
#include "tests/ui/clipped_text.h"
#include "tests/ui/own_settings.h"
#include "tests/ui/warnings.h"
#include "ui/base/key_faces.h"
#include "ui/base/language.h"
#include "ui/base/number_box.h"
#include "ui/tracks/clip_view.h"
#include "ui/tracks/spectrogram_plot.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMenuBar>
#include <QPushButton>
#include <QSettings>
#include <QTabBar>
#include <QTemporaryDir>
#include <QWheelEvent>
#include <array>
#include <cmath>

using namespace tagscope;
using namespace tagscope::ui;

namespace {

// The key at a place of the digit row, as X11 reports a French one.
void pressFrench(int key, quint32 place, const QString &text) {
    QWidget *focus = QApplication::focusWidget();
    QVERIFY(focus != nullptr);
    for (const QEvent::Type type : {QEvent::ShortcutOverride, QEvent::KeyPress, QEvent::KeyRelease}) {
        QKeyEvent event(type, key, Qt::NoModifier, place, 0, 0, text);
        QApplication::sendEvent(focus, &event);
    }
}

void turnFinely(QWidget &widget, int eighths, Qt::KeyboardModifiers modifiers) {
    const QPointF at = QRectF(widget.rect()).center();
    QWheelEvent event(at, widget.mapToGlobal(at), {}, {0, eighths}, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
    QApplication::sendEvent(&widget, &event);
}

std::shared_ptr<test::SyntheticProject> project() {
    return std::make_shared<test::SyntheticProject>("/made/up.tagscope", test::ProjectMake{.clips = 12});
}

} // namespace

class TestAbroad : public QObject {
    Q_OBJECT

private:
    QTemporaryDir settings_;

private Q_SLOTS:
    void initTestCase() {
        test::useOwnSettings(settings_);
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        installTranslations(Language::German);
        if (const QByteArray asked = qgetenv("QT_SCALE_FACTOR"); !asked.isEmpty())
            QCOMPARE(qApp->devicePixelRatio(), asked.toDouble());
    }
    void init() {
        test::failOnWarnings();
        QSettings().clear();
    }

    void theWindowIsGermanAndWhole() {
        test::AuditWindow at(project());
        at.openProject();
        const QList<QAction *> menus = at.window().menuBar()->actions();
        QVERIFY(std::ranges::any_of(menus, [](const QAction *menu) {
            return menu->text().remove(QLatin1Char('&')) == QStringLiteral("Datei");
        }));
        for (const Qt::Key workspace : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4}) {
            at.key(workspace, Qt::ControlModifier);
            static_cast<void>(QTest::qWaitFor([&at] { return test::clippedTexts(at.window()).isEmpty(); }, 3000));
            QCOMPARE(test::clippedTexts(at.window()), QStringList());
        }
    }

    void aSittingIsJudgedWithoutShift() {
        const auto source = project();
        test::AuditWindow at(source);
        at.openProject();
        at.start(QStringLiteral("Zoe"), AuditStage::Sound);
        pressFrench(Qt::Key_Eacute, 11, QStringLiteral("é")); // where the 2 is: not heard
        QTRY_COMPARE(source->project().verdictHistory().value().size(), std::size_t{1});
        const Verdict verdict = source->project().verdictHistory().value().front();
        QCOMPARE(verdict.annotator, std::string("Zoe"));
        QVERIFY(answersOf(verdict).heard == AuditAnswer::No);
    }

    void keysAreShownAsTheyAreWrittenOnTheKeyboard() {
        const auto shown = [](const char *layout, const QKeySequence &keys) {
            KeyFaces faces;
            faces.set(facesOf(layout));
            return faces.text(keys);
        };
        for (const char *layout : {"us", "fr", "de", "ru", "gr"})
            QVERIFY2(facesOf(layout).size() == 36, layout);
        QCOMPARE(shown("us", Qt::Key_1), QStringLiteral("1"));
        QCOMPARE(shown("fr", Qt::Key_1), QStringLiteral("&"));
        QCOMPARE(shown("fr", Qt::Key_2), QStringLiteral("é"));
        QCOMPARE(shown("fr", Qt::Key_3), QStringLiteral("\""));
        QCOMPARE(shown("fr", Qt::CTRL | Qt::Key_1),
                 QKeySequence(Qt::CTRL).toString(QKeySequence::NativeText) + QStringLiteral("&"));
        QCOMPARE(shown("fr", Qt::Key_A), QStringLiteral("A")); // wherever the letter is
        QCOMPARE(shown("de", Qt::Key_1), QStringLiteral("1"));
        QCOMPARE(shown("de", Qt::Key_Z), QStringLiteral("Z"));
        QCOMPARE(shown("ru", Qt::Key_1), QStringLiteral("1"));
        QCOMPARE(shown("ru", Qt::Key_H), QStringLiteral("Р"));
        QCOMPARE(shown("gr", Qt::Key_S), QStringLiteral("Σ"));
        QCOMPARE(shown("fr", Qt::Key_F2), QKeySequence(Qt::Key_F2).toString(QKeySequence::NativeText));
        QCOMPARE(shown("none-such", Qt::Key_1), QStringLiteral("1"));
    }

    // Where the system does not tell the layout, a key tells what is written on it when it is pressed.
    void theButtonsOfAnswersFollowTheKeyboard() {
        test::AuditWindow at(project());
        at.openProject();
        at.start(QStringLiteral("Zoe"), AuditStage::Sound);
        const auto first = [&at] {
            QStringList texts;
            for (const QPushButton *button : at.window().findChildren<QPushButton *>())
                if (button->isVisible() && button->text().contains(QLatin1Char('\n')))
                    texts << button->text().section(QLatin1Char('\n'), 0, 0);
            return texts;
        };
        KeyFaces::instance().set({});
        QVERIFY2(first().contains(QStringLiteral("2")), qPrintable(first().join(QLatin1Char(' '))));
        pressFrench(Qt::Key_Eacute, 11, QStringLiteral("é"));
        QTRY_VERIFY2(first().contains(QStringLiteral("é")), qPrintable(first().join(QLatin1Char(' '))));
        KeyFaces::instance().set(facesOf("fr"));
        const QStringList french{QStringLiteral("&&"), QStringLiteral("é"), QStringLiteral("\"")}; // "&&": one
        QTRY_COMPARE(first(), french);
        KeyFaces::instance().set({});
    }

    void numbersAreReadAsBothHalvesOfTheWorldWriteThem() {
        NumberBox box;
        box.setRange(0.0, 1.0);
        box.setDecimals(6);
        box.show();
        for (const auto &[typed, meant] :
             {std::pair("0,001", 0.001), std::pair("0.001", 0.001), std::pair("1e-3", 0.001)}) {
            box.setValue(0.5);
            box.setFocus();
            box.selectAll();
            QTest::keyClicks(&box, QLatin1String(typed));
            QTest::keyClick(&box, Qt::Key_Return);
            QVERIFY2(std::abs(box.value() - meant) < 1e-9, typed);
        }
    }

    // Of a touchpad: eight small steps are one of a wheel's.
    void smallWheelStepsZoomAsOneLargeOne() {
        std::array<double, 2> lengths{};
        for (const bool isFine : {false, true}) {
            test::AuditWindow at(project());
            at.openProject();
            QTRY_VERIFY(at.window().findChild<ClipView *>()->isVisible());
            auto *track = at.window().findChild<SpectrogramPlot *>();
            QTRY_VERIFY(track->isVisible());
            for (int step = 0; step < (isFine ? 8 : 1); ++step)
                turnFinely(*track, isFine ? 15 : 120, Qt::ControlModifier);
            lengths[isFine ? 1 : 0] = track->xAxis->range().size();
        }
        QVERIFY(lengths[0] < 9.9);
        QVERIFY2(std::abs(lengths[0] - lengths[1]) < 0.02 * lengths[0],
                 qPrintable(QStringLiteral("%1 and %2").arg(lengths[0]).arg(lengths[1])));
    }
};

TAGSCOPE_WINDOW_TEST(TestAbroad)
#include "tst_abroad.moc"

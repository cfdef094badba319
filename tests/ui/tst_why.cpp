// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qt_test.h"
#include "tests/ui/synthetic.h"
#include "tests/ui/synthetic_explanations.h"
#include "tests/ui/warnings.h"
#include "ui/base/figure.h"
#include "ui/stages/seen_object_model.h"
#include "ui/tracks/attribution_layer.h"
#include "ui/why/explanation_service.h"
#include "ui/why/why_chain.h"
#include "ui/why/why_decision.h"
#include "ui/why/why_figure.h"
#include "ui/why/why_key_frames.h"
#include "ui/why/why_map.h"
#include "ui/why/why_panel.h"
#include "ui/why/why_words.h"
#include "ui/window/main_window.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>
#include <cmath>
#include <limits>

using namespace tagscope;
using namespace tagscope::ui;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr int kEvent = 1; // the synthetic ambulance

std::shared_ptr<const ClipAnalysis> whyClipLacking(const test::Missing &missing) {
    return std::make_shared<const ClipAnalysis>(test::syntheticClip("street.mp4", missing));
}

ShownClip shownOf(std::shared_ptr<const ClipAnalysis> clip) {
    ShownClip shown;
    shown.analysis = std::move(clip);
    return shown;
}

// The panel as the window has it, on a clip of its own.
struct Panel {
    explicit Panel(const std::shared_ptr<const ClipAnalysis> &clip, ExplainFunction explain = test::syntheticExplain)
        : panel(test::syntheticSources(), view) {
        panel.setExplain([explain](const ShownClip &) { return explain; });
        view.reset(clip->duration);
        panel.setClip(shownOf(clip));
        panel.resize(500, 700);
        panel.show();
    }

    [[nodiscard]] QString text(const char *name) const {
        return panel.findChild<QLabel *>(QString::fromLatin1(name))->text();
    }
    [[nodiscard]] QToolButton *button(const char *name) const {
        return panel.findChild<QToolButton *>(QString::fromLatin1(name));
    }

    ViewState view;
    WhyPanel panel;
};

// Waits for its stop token.
Result<Answer> neverExplains(const ClipAnalysis &, const Question &, const Progress &, const std::stop_token &stop) {
    while (!stop.stop_requested())
        QThread::msleep(1);
    return cancelled();
}

} // namespace

class TestWhy : public QObject {
    Q_OBJECT

    QTemporaryDir settings_;

private Q_SLOTS:
    void initTestCase() {
        QCoreApplication::setOrganizationName(QStringLiteral("tagscope-tests"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings_.path());
    }
    void init() { test::failOnWarnings(); }

    void theChainIsThereForTheChosenEvent() {
        Panel panel(whyClipLacking({}));
        QVERIFY(panel.text("whyEvent").contains(QStringLiteral("Choose an event")));
        QVERIFY(!panel.button("whyExplain")->isVisible());
        panel.view.setEvent(kEvent);
        QCOMPARE(panel.text("whyEvent"), QStringLiteral("Tagged Ambulance (siren): 0.600 ≥ 0.300, mostly by pictures"));
        QVERIFY(panel.text("whyDecision").contains(QStringLiteral("Tagged: p = (1 − 0.80)")));
        QVERIFY(panel.text("whySound").contains(QStringLiteral("from 0.70 to 0.80 s")));
        QVERIFY(panel.text("whyPictures").contains(QStringLiteral("v = 0.520")));
        QVERIFY(panel.button("whyExplain")->isEnabled());
        QVERIFY(!panel.button("whySilence")->isEnabled()); // nothing is selected
    }

    void aFlipIsTriedWithoutChangingAnything() {
        Panel panel(whyClipLacking({}));
        panel.view.setEvent(kEvent);
        const QString before = panel.text("whyEvent");
        QCOMPARE(panel.button("whyTry_t")->text(), QStringLiteral("t 0.300 → 0.601"));
        QTest::mouseClick(panel.button("whyTry_t"), Qt::LeftButton);
        QCOMPARE(panel.text("whyEvent"),
                 QStringLiteral("If t were 0.601: Not tagged Ambulance (siren): 0.600 < 0.601"));
        QTest::mouseClick(panel.button("whyTry_v"), Qt::LeftButton); // in its place
        QVERIFY(!panel.button("whyTry_t")->isChecked());
        QVERIFY(panel.text("whyEvent").startsWith(QStringLiteral("If v were")));
        QTest::mouseClick(panel.button("whyTry_v"), Qt::LeftButton);
        QCOMPARE(panel.text("whyEvent"), before);
        QTest::mouseClick(panel.button("whyTry_v"), Qt::LeftButton);
        panel.view.setEvent(kEvent + 1);
        panel.view.setEvent(kEvent);
        QCOMPARE(panel.text("whyEvent"), before);
        QVERIFY(!panel.button("whyTry_v")->isChecked());
    }

    void missingModelsCanBeAdded() {
        auto clip = std::make_shared<ClipAnalysis>(test::syntheticClip("street.mp4", {}));
        clip->models = {"net", "alex", "inception", "glove"};
        Panel whole(clip);
        whole.view.setEvent(kEvent);
        QVERIFY(!whole.button("whyAddModels")->isVisible());
        Panel untrained(whyClipLacking({.crnn = true}));
        untrained.view.setEvent(kEvent);
        const QSignalSpy asked(&untrained.panel.chain(), &WhyChain::modelsAsked);
        QTest::mouseClick(untrained.button("whyAddModels"), Qt::LeftButton);
        QCOMPARE(asked.count(), 1);
    }

    void whatIsMissingIsNamed() {
        Panel mute(whyClipLacking({.sound = true}));
        mute.view.setEvent(kEvent);
        QVERIFY(mute.text("whySound").contains(QStringLiteral("No sound in this clip")));
        QVERIFY(!mute.button("whyExplain")->isEnabled());
        QVERIFY(mute.text("whyDecision").contains(QStringLiteral("from the pictures alone")));
        Panel blind(whyClipLacking({.pictures = true}));
        blind.view.setEvent(kEvent);
        QVERIFY(blind.text("whyPictures").contains(QStringLiteral("No pictures in this clip")));
        QVERIFY(!blind.panel.findChild<QTableView *>(QStringLiteral("objects"))->isVisible());
        Panel untrained(whyClipLacking({.crnn = true}));
        untrained.view.setEvent(kEvent);
        QVERIFY(untrained.text("whySound").contains(QStringLiteral("no audio tagger")));
        Panel wordless(whyClipLacking({.vectors = true}));
        wordless.view.setEvent(kEvent);
        QVERIFY(wordless.text("whyPictures").contains(QStringLiteral("word vectors")));
        Panel nothing(whyClipLacking({.sound = true, .pictures = true}));
        nothing.view.setEvent(kEvent);
        QVERIFY(nothing.text("whyDecision").contains(QStringLiteral("neither an audio nor a video probability")));
        QVERIFY(nothing.panel.chain().asText().contains(QStringLiteral("not tagged")));
    }

    void infiniteThresholdsAreShown() {
        auto clip = std::make_shared<ClipAnalysis>(test::syntheticClip("street.mp4", {}));
        clip->events[kEvent].threshold = kInfinity;
        clip->events[kEvent].tag = false;
        Panel panel(clip);
        panel.view.setEvent(kEvent);
        QVERIFY(panel.text("whyDecision").contains(QStringLiteral("+∞")));
        QVERIFY(panel.button("whyTry_t") != nullptr && panel.button("whyTry_w") == nullptr);
        QVERIFY(panel.panel.chain().asText().contains(QStringLiteral("threshold t = inf")));
        QTest::qWait(20); // paints
    }

    void soundIsExplainedOnce() {
        int asked = 0;
        Panel panel(whyClipLacking({}), [&asked](const ClipAnalysis &clip, const Question &question,
                                                 const Progress &progress, const std::stop_token &stop) {
            ++asked;
            return test::syntheticExplain(clip, question, progress, stop);
        });
        QSignalSpy shown(&panel.panel.chain(), &WhyChain::attributionShown);
        panel.view.setEvent(kEvent);
        QTest::mouseClick(panel.button("whyExplain"), Qt::LeftButton);
        QTRY_VERIFY(panel.text("whyAttribution").contains(QStringLiteral("in 48 parts")));
        QVERIFY(panel.text("whyAttribution").contains(QStringLiteral("complete to 0.20 %")));
        QVERIFY(panel.text("whyAttribution").contains(QStringLiteral("Hz")));
        const auto last = [&shown] { return shown.back()[0].value<std::shared_ptr<const EventAttribution>>(); };
        QVERIFY(last() != nullptr);
        panel.view.setEvent(2);
        QVERIFY(last() == nullptr);
        panel.view.setEvent(kEvent);
        QVERIFY(last() != nullptr);
        panel.panel.chain().explainSound();
        QCOMPARE(asked, 1);
    }

    void silenceShowsWhatBecomesOfTheTags() {
        Panel panel(whyClipLacking({}));
        panel.view.setEvent(kEvent);
        panel.view.setSelection(TimeRange{Seconds{3}, Seconds{4.5}});
        QVERIFY(panel.button("whySilence")->isEnabled());
        QTest::mouseClick(panel.button("whySilence"), Qt::LeftButton);
        QTRY_VERIFY(panel.text("whyOcclusion").contains(QStringLiteral("With silence from 3.00 to 4.50 s")));
        QVERIFY(panel.text("whyOcclusion").contains(QStringLiteral("a = 0.460 instead of 0.920")));
        QVERIFY(panel.text("whyOcclusion").contains(QStringLiteral("still tagged")));
        QVERIFY(
            panel.panel.chain().asText().contains(QStringLiteral("With silence from 3.00 to 4.50 s: a = 0.460, p = ")));
        QTest::mouseClick(panel.button("whyMap"), Qt::LeftButton);
        QTRY_VERIFY(panel.panel.findChild<WhyMap *>()->isVisible());
    }

    void anObjectIsLookedForInItsKeyFrame() {
        Panel panel(whyClipLacking({}));
        panel.view.setEvent(kEvent);
        auto *table = panel.panel.findChild<QTableView *>(QStringLiteral("objects"));
        const QModelIndex cell = table->model()->index(0, SeenObjectModel::FirstKeyFrame + 2);
        Q_EMIT table->clicked(cell);
        auto *keyFrames = panel.panel.findChild<WhyKeyFrames *>();
        QTRY_VERIFY(keyFrames->cam() != nullptr);
        QCOMPARE(keyFrames->cam()->keyFrame, 2);
        QCOMPARE(panel.view.keyFrame(), std::optional(2));
        const QImage heated = heatedPicture(*keyFrames->cam());
        // The hottest cell: column 5 of 0 to 7 between a quarter and three quarters, row 4 of 7 between 0.1 and 0.9.
        const int x = static_cast<int>((0.25 + 0.5 * 5 / 7) * heated.width());
        const int y = static_cast<int>((0.1 + 0.8 * 4 / 7) * heated.height());
        QVERIFY(qRed(heated.pixel(x, y)) > qRed(heated.pixel(10, 10)) + 50);
    }

    void failuresAreSaidInThePanel() {
        auto clip = std::make_shared<ClipAnalysis>(test::syntheticClip("street.mute", {}));
        Panel panel(clip);
        panel.view.setEvent(kEvent);
        panel.panel.chain().explainSound();
        QTRY_VERIFY(panel.text("whyProblem").contains(QStringLiteral("no activations")));
    }

    void explainingCanBeCancelled() {
        Panel panel(whyClipLacking({}), neverExplains);
        panel.view.setEvent(kEvent);
        panel.panel.chain().explainSound();
        QTRY_VERIFY(panel.button("whyCancel")->isVisible());
        QTest::mouseClick(panel.button("whyCancel"), Qt::LeftButton);
        QVERIFY(!panel.button("whyCancel")->isVisible());
        QVERIFY(panel.button("whyExplain")->isEnabled());
        panel.panel.chain().explainSound(); // and the panel goes while it is at work
    }

    void copiedTextIsDeterministic() {
        Panel panel(whyClipLacking({}));
        panel.view.setEvent(kEvent);
        const QSignalSpy said(&panel.panel.chain(), &WhyChain::said);
        QTest::mouseClick(panel.button("whyCopy"), Qt::LeftButton);
        QCOMPARE(said.count(), 1);
        const QString text = QGuiApplication::clipboard()->text();
        QCOMPARE(text, panel.panel.chain().asText());
        for (const char *part : {"\"Ambulance (siren)\" in street.mp4", "p = (1 - w) a + w v", "margin p - t = +",
                                 "ambulance 0.520, given to Ambulance (siren), cosine 0.940 (this event)",
                                 "Models: CRNN none", "4 key frames by k-median", "Note: "})
            QVERIFY2(text.contains(QString::fromLatin1(part)), part);
        QLocale::setDefault(QLocale(QLocale::German));
        QCOMPARE(panel.panel.chain().asText(), text);
        QLocale::setDefault(QLocale::c());
    }

    void figuresAreDrawn() {
        for (const test::Missing &missing :
             {test::Missing{}, test::Missing{.sound = true}, test::Missing{.pictures = true}}) {
            const auto clip = whyClipLacking(missing);
            WhyFigure figure;
            std::shared_ptr<const EventAttribution> attribution;
            if (!missing.sound)
                attribution = std::make_shared<const EventAttribution>(std::get<EventAttribution>(
                    test::syntheticExplain(*clip, AttributionQuestion{kEvent}, [](double, std::string_view) {}, {})
                        .value()));
            figure.setContent({clip, kEvent, attribution, test::syntheticBandEdges(clip->settings.logMel), {}});
            QVERIFY(figure.height() > 10 * figure.fontMetrics().height());
            for (const FigureFormat format : {FigureFormat::Png, FigureFormat::Svg, FigureFormat::Pdf})
                QVERIFY(
                    drawFigure(figure, {.name = QStringLiteral("why"), .paint = {}, .data = {}}, format, 2)().size() >
                    2000);
        }
    }

    void attributionColoursTellForFromAgainst() {
        Matrix values(10, 3);
        values(2, 0) = 1.0F;
        values(2, 2) = -1.0F;
        const QImage image = attributionImage(values, 1, Qt::white);
        QCOMPARE(image.size(), QSize(10, 3));
        const QColor speaksFor = image.pixelColor(2, 2); // the lowest band is the last row
        QVERIFY(speaksFor.red() > speaksFor.blue() + 100);
        QVERIFY(image.pixelColor(7, 1).alpha() < speaksFor.alpha());
        QVERIFY(attributionImage(Matrix(20, 3), 5, Qt::white).pixelColor(0, 0).alpha() > 0);
    }

    void objectsOfAClip() {
        SeenObjectModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.columnCount(), static_cast<int>(SeenObjectModel::FirstKeyFrame));
        model.setClip(whyClipLacking({}));
        QCOMPARE(model.rowCount(), 10);
        QCOMPARE(model.columnCount(), SeenObjectModel::FirstKeyFrame + 4);
        model.setEvent(kEvent);
        QVERIFY(model.index(0, 0).data(Qt::FontRole).value<QFont>().bold());
        QVERIFY(!model.index(1, 0).data(Qt::FontRole).value<QFont>().bold());
        QCOMPARE(model.index(0, SeenObjectModel::Cosine).data().toString(), QStringLiteral("0.94"));
        model.setClip(whyClipLacking({.vectors = true}));
        QCOMPARE(model.index(0, SeenObjectModel::Event).data().toString(), QStringLiteral("—"));
        model.setClip(whyClipLacking({.inception = true}));
        QCOMPARE(model.rowCount(), 0);
        model.setClip(nullptr);
    }

    // Of two questions the later one is answered.
    void theLatestQuestionCounts() {
        ExplanationService service;
        QSignalSpy answered(&service, &ExplanationService::answered);
        QSignalSpy cancelledSpy(&service, &ExplanationService::cancelled);
        const auto clip = whyClipLacking({});
        service.ask(clip, AttributionQuestion{0}, neverExplains);
        service.ask(clip, OcclusionQuestion{{0, 100, 0, 60}}, test::syntheticExplain);
        QCOMPARE(cancelledSpy.size(), 1);
        QTRY_COMPARE(answered.size(), 1);
        QVERIFY(std::holds_alternative<Occlusion>(*answered[0][0].value<std::shared_ptr<const Answer>>()));
        // What is kept is judged by the weights and thresholds of the day.
        auto other = std::make_shared<ClipAnalysis>(*clip);
        other->events[kEvent].threshold = kInfinity;
        const auto kept = service.find(*other, OcclusionQuestion{{0, 100, 0, 60}});
        QVERIFY(kept && !std::get<Occlusion>(*kept).events[kEvent].tag);
        QVERIFY(service.find(*clip, AttributionQuestion{0}) == nullptr);
    }

    // In the whole window, as wide as a small screen.
    void fitsASmallWindow() {
        MainWindow window(test::syntheticSources());
        window.resize(1280, 800);
        window.show();
        window.openMedia({"street.mp4"});
        auto *panel = window.findChild<WhyPanel *>();
        auto *events = window.findChild<QTableView *>(QStringLiteral("events"));
        QTRY_VERIFY(events->model()->rowCount() > 0);
        events->selectRow(0);
        panel->chain().explainSound();
        auto *layer = window.findChild<AttributionLayer *>();
        QTRY_VERIFY(layer->isVisible());
        QTest::qWait(50);
        QVERIFY(window.width() <= 1280);
        for (const QScrollArea *area : panel->findChildren<QScrollArea *>())
            QVERIFY(area->widget()->width() <= area->viewport()->width());
        auto *objects = window.findChild<QTableView *>(QStringLiteral("objects"));
        QVERIFY(!objects->horizontalScrollBar()->isVisible());
    }
};

TAGSCOPE_WINDOW_TEST(TestWhy)
#include "tst_why.moc"

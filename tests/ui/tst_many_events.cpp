// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/paths.h"
#include "tests/support/qt_test.h"
#include "tests/ui/synthetic.h"
#include "tests/ui/warnings.h"
#include "ui/tracks/activation_plot.h"
#include "ui/tracks/event_rows.h"

#include <QLineEdit>
#include <QScrollBar>
#include <QWheelEvent>
#include <algorithm>

// The heat map of a tagger's hundreds of events: by AudioSet's parents, searched, and scrolled.
using namespace tagscope;
using namespace tagscope::ui;

namespace {

std::vector<EventClass> audioSetEvents() {
    return readEventClasses(resourceFile("classes/audioset.tsv").value()).value();
}

int eventCalled(const std::vector<EventClass> &events, std::string_view name) {
    return static_cast<int>(eventNamed(events, name).value());
}

// A clip of a tagger with all of AudioSet's classes.
std::shared_ptr<const ClipAnalysis> clipOfAll() {
    auto clip = std::make_shared<ClipAnalysis>(test::syntheticClip("street.mp4"));
    clip->settings.events = audioSetEvents();
    const std::size_t count = clip->settings.events.size();
    AudioAnalysis &audio = *clip->audio;
    audio.activations = Matrix(audio.activations.rows, count);
    for (std::size_t step = 0; step < audio.activations.rows; ++step)
        for (std::size_t event = 0; event < count; ++event)
            audio.activations(step, event) = static_cast<float>((step * 7 + event * 13) % 97) / 970.0F;
    audio.probabilities.assign(count, 0.1F);
    audio.peakSteps.assign(count, 3);
    clip->events.assign(count, {});
    return clip;
}

} // namespace

class TestManyEvents : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarnings(); }

    void aFewStandAsTheProjectHasThem() {
        const std::vector<EventClass> all = audioSetEvents();
        EventRows rows;
        rows.setEvents({all.begin() + 70, all.begin() + 87});
        rows.setSearch(QStringLiteral("nothing has this"));
        QVERIFY(!rows.areMany() && rows.shown().size() == 17);
        for (int event = 0; event < 17; ++event)
            QVERIFY(rows.rowOf(event) == event && rows.shown()[static_cast<std::size_t>(event)].depth == 0);
    }

    // Each event has one row, below what stands above it; in whatever order the events come.
    void manyStandBelowTheirParents() {
        std::vector<EventClass> events = audioSetEvents();
        std::ranges::reverse(events);
        EventRows rows;
        rows.setEvents(events);
        QCOMPARE(rows.shown().size(), events.size());
        const auto rowOf = [&](const char *name) { return rows.rowOf(eventCalled(events, name)).value(); };
        const auto depthOf = [&](const char *name) {
            return rows.shown()[static_cast<std::size_t>(rowOf(name))].depth;
        };
        QVERIFY(rowOf("Animal") < rowOf("Dog") && rowOf("Dog") < rowOf("Bark"));
        QVERIFY(depthOf("Animal") < depthOf("Dog") && depthOf("Dog") < depthOf("Bark"));
        // Nothing stands between a parent and what is below it.
        for (int row = rowOf("Animal") + 1; row <= rowOf("Bark"); ++row)
            QVERIFY(rows.shown()[static_cast<std::size_t>(row)].depth > depthOf("Animal"));
        rows.setSearch(QStringLiteral("dog"));
        QVERIFY(rows.shown().size() < 20 && rows.rowOf(eventCalled(events, "Bark")));
        QVERIFY(!rows.rowOf(eventCalled(events, "Animal")) && rowOf("Dog") < rowOf("Bark"));
        rows.setSearch(QStringLiteral("ANIMAL dog"));
        QVERIFY(rows.rowOf(eventCalled(events, "Dog")));
    }

    void oneIsFoundByItsNameAndScrolledTo() {
        ViewState view;
        ActivationPlot plot(view);
        const auto clip = clipOfAll();
        const std::vector<EventClass> &events = clip->settings.events;
        view.reset(clip->duration);
        plot.resize(900, 300);
        plot.show();
        plot.setClip(clip);
        plot.replot();
        auto *search = plot.findChild<QLineEdit *>(QStringLiteral("activationSearch"));
        const auto *bar = plot.findChild<QScrollBar *>();
        QVERIFY(search->isVisible() && bar->isVisible());
        // Every row can be read: none is lower than its small name.
        const double height = plot.axisRect()->height() / plot.yAxis->range().size();
        QVERIFY2(height >= 0.65 * plot.fontMetrics().height(), std::to_string(height).c_str());

        const auto rowSeen = [&](int event) {
            const QString name = QString::fromStdString(events[static_cast<std::size_t>(event)].name);
            for (int y = plot.axisRect()->top(); y <= plot.axisRect()->bottom(); ++y)
                if (plot.readOut(QPointF(plot.axisRect()->center().x(), y)).startsWith(name))
                    return true;
            return false;
        };
        const int train = eventCalled(events, "Train horn");
        QVERIFY(!rowSeen(train));
        view.setEvent(train); // from elsewhere, as the list of events
        plot.replot();
        QVERIFY(rowSeen(train));
        const double first = plot.yAxis->range().lower;
        QWheelEvent wheel(QPointF(400, 150), plot.mapToGlobal(QPointF(400, 150)), {}, {0, 120}, Qt::NoButton, {},
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&plot, &wheel);
        QCOMPARE(plot.yAxis->range().lower, first - 3.0);

        search->setText(QStringLiteral("dog"));
        plot.replot();
        QVERIFY(rowSeen(eventCalled(events, "Dog")) && !bar->isVisible());
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(view.event(), std::optional(eventCalled(events, "Dog")));
        QTest::keyClick(&plot, Qt::Key_Down); // the row below, not the next in the project's list
        QVERIFY(rowSeen(*view.event()) && *view.event() != eventCalled(events, "Dog"));
        search->setText(QStringLiteral("no event is called so"));
        plot.replot();
        QVERIFY(plot.readOut(QPointF(400, 150)).isEmpty());
        search->clear();
        plot.replot();
        QVERIFY(rowSeen(*view.event()));

        plot.setClip(std::make_shared<const ClipAnalysis>(test::syntheticClip("street.mp4")));
        QVERIFY(!search->isVisible() && !bar->isVisible());
        QCOMPARE(plot.yAxis->range().size(), 17.0);
    }
};

TAGSCOPE_WINDOW_TEST(TestManyEvents)
#include "tst_many_events.moc"

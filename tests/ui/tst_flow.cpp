// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qt_test.h"
#include "tests/ui/stages_window.h"
#include "tests/ui/warnings.h"
#include "ui/stages/flow_chart.h"

#include <QApplication>
#include <cmath>
#include <numeric>

using namespace tagscope;
using namespace tagscope::test;
using namespace tagscope::ui;

// The drawing of what flows from objects to events.
class TestFlow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarnings(); }

    void whatFlowsAddsUp() {
        const Matrix cosine = test::syntheticCosine();
        const ClipMapping mapping = mappingOf(clipOf(), &cosine);
        const FlowLayout layout = layOutFlow(mapping, QRectF(0, 0, 800, 400), 16, 200);
        QCOMPARE(layout.objects.size(), 10U);
        QCOMPARE(layout.events.back().index, -1); // the street sign says nothing
        double bands = 0.0;
        for (const FlowLayout::Band &band : layout.bands) {
            bands += band.value;
            QVERIFY(band.leftTop >= layout.objects[band.from].bar.top() - 1e-6);
            QVERIFY(band.rightTop + band.width <= layout.events[band.to].bar.bottom() + 2);
        }
        QVERIFY(std::abs(bands - 1.0) < 1e-5);
        for (std::size_t i = 1; i < layout.objects.size(); ++i)
            QVERIFY(layout.objects[i].label.top() >= layout.objects[i - 1].label.bottom() - 1e-6);
        QVERIFY(
            layOutFlow(mappingOf(clipOf({.vectors = true}), nullptr), QRectF(0, 0, 800, 400), 16, 200).bands.empty());
        QVERIFY(flowCsv(mapping).startsWith("object,probability,event,cosine,share,flow\r\n"));
        QCOMPARE(flowCsv(mapping).count('\n'), 171);
    }

    void theFlowAnswersThePointer() {
        ViewState view;
        FlowChart chart(view);
        chart.resize(800, 400);
        const Matrix cosine = test::syntheticCosine();
        chart.setMapping(mappingOf(clipOf(), &cosine));
        chart.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chart));
        const FlowLayout layout = chart.layoutIn(QRectF(5, 5, 790, 390));
        const FlowLayout::Node &first = layout.events.front();
        QCOMPARE(first.index, 1);
        QTest::mouseClick(&chart, Qt::LeftButton, {}, first.bar.center().toPoint());
        QCOMPARE(view.event(), std::optional(1));
        QVERIFY(chart.readOut(first.bar.center()).contains(QStringLiteral("ambulance → Ambulance (siren): 0.520")));
        QVERIFY(chart.readOut({795, 2}).isEmpty());
    }
};

TAGSCOPE_WINDOW_TEST(TestFlow)
#include "tst_flow.moc"

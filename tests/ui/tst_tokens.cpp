// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qt_test.h"
#include "tests/ui/warnings.h"
#include "ui/base/icons.h"
#include "ui/base/theme.h"
#include "ui/base/tokens.h"

#include <QDirIterator>
#include <QImage>
#include <QPainter>
#include <array>
#include <cmath>

using namespace tagscope;
using namespace tagscope::ui;

namespace {

using Triple = std::array<double, 3>;
using Sight = std::array<Triple, 3>;

// What eyes without one kind of cone see of linear RGB: Machado, Oliveira and Fernandes, "A physiologically-based model
// for simulation of color vision deficiency", 2009, at full severity.
const std::array<std::pair<const char *, Sight>, 4> &sights() {
    static const std::array<std::pair<const char *, Sight>, 4> all{
        {{"normal", {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}}},
         {"protanopia",
          {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}}},
         {"deuteranopia",
          {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}}},
         {"tritanopia",
          {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}}}}};
    return all;
}

Triple times(const Sight &matrix, const Triple &value) {
    Triple product{};
    for (std::size_t row = 0; row < 3; ++row)
        for (std::size_t column = 0; column < 3; ++column)
            product[row] += matrix[row][column] * value[column];
    return product;
}

// CIELAB under D65.
Triple labOf(const QColor &colour, const Sight &sight) {
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    Triple seen = times(sight, {linear(colour.redF()), linear(colour.greenF()), linear(colour.blueF())});
    for (double &channel : seen)
        channel = std::clamp(channel, 0.0, 1.0);
    const Triple xyz = times({{{0.4124, 0.3576, 0.1805}, {0.2126, 0.7152, 0.0722}, {0.0193, 0.1192, 0.9505}}}, seen);
    const auto root = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116.0; };
    const double x = root(xyz[0] / 0.9505);
    const double y = root(xyz[1]);
    const double z = root(xyz[2] / 1.089);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double distanceOf(const QColor &one, const QColor &other, const Sight &sight) {
    const Triple a = labOf(one, sight);
    const Triple b = labOf(other, sight);
    return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

} // namespace

// What the window is drawn with can be read and told apart.
class TestTokens : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarnings(); }

    void contrastIsThatOfWcag() {
        // Of the recommendation's own examples: black on white, and the grey that just passes AA.
        QVERIFY(std::abs(contrastOf(Qt::black, Qt::white) - 21.0) < 1e-9);
        QVERIFY(std::abs(contrastOf(QColor(0x767676), Qt::white) - 4.54) < 0.01);
    }

    void textsCanBeRead_data() {
        QTest::addColumn<bool>("isDark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void textsCanBeRead() {
        QFETCH(const bool, isDark);
        const Tokens &t = tokensOf(isDark);
        constexpr double kText = 4.5;
        for (const QColor &ground : {t.ground, t.surface, t.raised})
            for (const QColor &ink : {t.text, t.dim, t.link, t.sound, t.pictures})
                QVERIFY2(
                    contrastOf(ink, ground) >= kText,
                    qPrintable(
                        QStringLiteral("%1 on %2: %3").arg(ink.name(), ground.name()).arg(contrastOf(ink, ground))));
        QVERIFY(contrastOf(t.onAccent, t.accent) >= kText);
        QVERIFY(contrastOf(t.text, t.noteGround) >= kText);
        constexpr double kShapes = 3.0; // what is no text
        QVERIFY(contrastOf(t.accent, t.ground) >= kShapes && contrastOf(t.accent, t.surface) >= kShapes);
        for (std::size_t i = 0; i < kDistinctColours; ++i)
            QVERIFY(contrastOf(distinctColour(i, isDark), t.surface) >= kShapes);
    }

    void coloursAreToldApart_data() { textsCanBeRead_data(); }

    // 10 in CIELAB is seen at a glance.
    void coloursAreToldApart() {
        QFETCH(const bool, isDark);
        const Tokens &t = tokensOf(isDark);
        for (const auto &[name, sight] : sights()) {
            double least = 1e9;
            for (std::size_t i = 0; i < kDistinctColours; ++i)
                for (std::size_t j = 0; j < i; ++j)
                    least = std::min(least, distanceOf(distinctColour(i, isDark), distinctColour(j, isDark), sight));
            qInfo("%s: the nearest two are %.1f apart", name, least);
            QVERIFY2(least >= 25, name);
            QVERIFY2(distanceOf(t.sound, t.pictures, sight) >= 40, name);
        }
    }

    void everyIconIsDrawnInTheColourOfTexts() {
        apply(Theme::Dark);
        QDirIterator files(QStringLiteral(":/icons/actions"));
        int drawn = 0;
        while (files.hasNext()) {
            files.next();
            const QImage image = icon(files.fileInfo().completeBaseName()).pixmap(QSize(32, 32)).toImage();
            bool hasInk = false;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    hasInk = hasInk || (qAlpha(image.pixel(x, y)) > 200 &&
                                        contrastOf(image.pixelColor(x, y), tokensOf(true).ground) > 4.5);
            QVERIFY2(hasInk, qPrintable(files.fileName()));
            ++drawn;
        }
        apply(Theme::Light);
        QVERIFY(drawn >= 10);
        QVERIFY(icon(QStringLiteral("there is none")).isNull());
    }
};

TAGSCOPE_WINDOW_TEST(TestTokens)
#include "tst_tokens.moc"

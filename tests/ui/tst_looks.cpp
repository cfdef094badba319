// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qt_test.h"
#include "tests/ui/warnings.h"

#include <QDir>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <algorithm>
#include <array>
#include <cmath>

using namespace tagscope;

namespace {

constexpr int kWidth = 160; // of what is kept and compared: layout and colours, not letters
constexpr int kBlock = 10;  // pixels of these

QString referencesPath() {
    return QStringLiteral(TAGSCOPE_ROOT "/tests/ui/looks/");
}

QImage reduced(const QImage &picture) {
    return picture.scaledToWidth(kWidth, Qt::SmoothTransformation).convertToFormat(QImage::Format_RGB32);
}

double differenceOf(QRgb one, QRgb other) {
    return (std::abs(qRed(one) - qRed(other)) + std::abs(qGreen(one) - qGreen(other)) +
            std::abs(qBlue(one) - qBlue(other))) /
           3.0;
}

struct Difference {
    double mean = 255;  // of the channels, 0 to 255
    double block = 255; // of the block that differs most
};

// Letters of another font move a little: that is within tolerance; a panel that went, or another colour, is not.
Difference compare(const QImage &one, const QImage &other) {
    if (std::abs(one.height() - other.height()) > 1 || one.width() != other.width())
        return {};
    const int height = std::min(one.height(), other.height());
    Difference found{0, 0};
    for (int top = 0; top < height; top += kBlock)
        for (int left = 0; left < one.width(); left += kBlock) {
            double sum = 0;
            int count = 0;
            for (int y = top; y < std::min(top + kBlock, height); ++y)
                for (int x = left; x < std::min(left + kBlock, one.width()); ++x, ++count)
                    sum += differenceOf(one.pixel(x, y), other.pixel(x, y));
            found.block = std::max(found.block, sum / count);
            found.mean += sum;
        }
    found.mean /= static_cast<double>(height) * one.width();
    return found;
}

bool isAlike(const Difference &difference) {
    constexpr double kMean = 5;
    constexpr double kMostBlock = 45;
    return difference.mean <= kMean && difference.block <= kMostBlock;
}

constexpr std::array kStates{"start",      "start-dark",   "clip-event",   "clip-dark",    "no-models",
                             "failed",     "explain-1280", "tune-1280",    "audit-1280",   "tune-1280-dark",
                             "key-frames", "mapping",      "dialog-about", "dialog-export"};

} // namespace

// The window's main states beside how they looked when they were last judged. Where a change is meant, look at it
// (tests/screenshots.sh), run this with TAGSCOPE_KEEP_LOOKS=1 and commit what it writes.
class TestLooks : public QObject {
    Q_OBJECT

private:
    QTemporaryDir folder_;

private Q_SLOTS:
    void initTestCase() {
        QProcess program;
        QStringList arguments{folder_.path()};
        for (const char *state : kStates)
            arguments << QString::fromLatin1(state);
        arguments << QStringLiteral("clip");
        program.start(QStringLiteral(TAGSCOPE_SCREENSHOTS), arguments);
        QVERIFY(program.waitForFinished(280'000));
        QCOMPARE(program.exitCode(), 0);
    }

    void states_data() {
        QTest::addColumn<QString>("name");
        for (const char *state : kStates)
            QTest::newRow(state) << QString::fromLatin1(state);
    }

    void states() {
        QFETCH(const QString, name);
        const QImage now = reduced(QImage(folder_.filePath(name + QStringLiteral(".png"))));
        QVERIFY(!now.isNull());
        const QString kept = referencesPath() + name + QStringLiteral(".png");
        if (qEnvironmentVariableIsSet("TAGSCOPE_KEEP_LOOKS")) {
            QVERIFY(QDir().mkpath(referencesPath()));
            QVERIFY(now.save(kept));
        }
        const Difference difference = compare(now, QImage(kept));
        QVERIFY2(isAlike(difference), qPrintable(QStringLiteral("differs by %1 in the mean, a part by %2; see %3")
                                                     .arg(difference.mean, 0, 'f', 1)
                                                     .arg(difference.block, 0, 'f', 1)
                                                     .arg(kept)));
    }

    // What the measure is for: it sees these.
    void otherStatesAreNotAlike() {
        const auto picture = [this](const char *name) {
            return reduced(QImage(folder_.filePath(QString::fromLatin1(name) + QStringLiteral(".png"))));
        };
        QVERIFY(!isAlike(compare(picture("start"), picture("start-dark"))));
        QVERIFY(!isAlike(compare(picture("explain-1280"), picture("tune-1280"))));
        QVERIFY(!isAlike(compare(picture("clip-event"), picture("no-models"))));
    }
};

TAGSCOPE_WINDOW_TEST(TestLooks)
#include "tst_looks.moc"

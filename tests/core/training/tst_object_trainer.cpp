// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/image_networks.h"
#include "core/training/object_trainer.h"
#include "tests/support/qt_test.h"

#include <QTemporaryDir>
#include <algorithm>
#include <vector>

using namespace tagscope;

namespace {

constexpr int kLying = 3;
constexpr int kUpright = 8;

// Stripes: lying ones are class 3, upright ones class 8. Of brightness a network with batch normalisation learns
// little.
ObjectExample stripes(std::uint64_t number, int side) {
    const bool isUpright = number % 2 == 0;
    const int width = 6 + static_cast<int>(number / 2 % 6); // pixels
    ObjectExample example{RgbImage(side, side), {isUpright ? kUpright : kLying}};
    for (int row = 0; row < side; ++row)
        for (int column = 0; column < side; ++column) {
            const bool isDark = (isUpright ? column : row) / width % 2 == 0;
            const auto first = static_cast<std::ptrdiff_t>(3 * (row * side + column));
            std::fill_n(example.picture.pixels.begin() + first, 3, isDark ? std::uint8_t{30} : std::uint8_t{220});
        }
    return example;
}

ObjectTrainingSettings smallSettings() {
    ObjectTrainingSettings settings;
    settings.width = 0.02;
    settings.classes = 10;
    settings.batchSize = 8;
    settings.picturesOfSide = {{75, 480}, {299, 16}};
    return settings;
}

} // namespace

class TestObjectTrainer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void learnsAndWritesANetworkThatLoads() {
        const QTemporaryDir directory;
        const std::filesystem::path file =
            std::filesystem::path(directory.path().toStdString()) / "objects.safetensors";
        std::vector<ObjectTrainingReport> reports;
        const auto outcome = trainObjects(smallSettings(), stripes, file, {{"tagscope.origin", "a test"}},
                                          [&](const ObjectTrainingReport &report) { reports.push_back(report); });
        QVERIFY_OK(outcome);
        QCOMPARE(reports.back().pictures, 496);
        QCOMPARE(reports.back().allPictures, 496);
        // Which are the two classes in question is learned within a few steps; the stripes take longer than a test may.
        double loss = 0.0;
        for (std::size_t i = 50; i < 60; ++i) // the last ten batches of small pictures
            loss += reports[i].loss / 10.0;
        QVERIFY2(loss < 0.6 * reports[0].loss, qPrintable(QString::number(loss / reports[0].loss)));

        const InceptionV4 network = InceptionV4::load(file).value();
        QCOMPARE(network.classes(), 10U);
        QCOMPARE(network.metadata().at("tagscope.origin"), std::string("a test"));
        QVERIFY(network.metadata().contains("tagscope.accuracy"));
    }

    void stopsAndLeavesNothing() {
        const QTemporaryDir directory;
        const std::filesystem::path file =
            std::filesystem::path(directory.path().toStdString()) / "objects.safetensors";
        std::stop_source stop;
        const auto outcome = trainObjects(
            smallSettings(), stripes, file, {}, [&](const ObjectTrainingReport &) { stop.request_stop(); },
            stop.get_token());
        QVERIFY(!outcome && outcome.error().isCancelled());
        QVERIFY(!std::filesystem::exists(file));
    }

    void refusesSettingsThatMakeNoNetwork() {
        ObjectTrainingSettings settings = smallSettings();
        settings.width = 0.0;
        QVERIFY_FAILS(trainObjects(settings, stripes, "x", {}), Error::Kind::Inconsistent, "");
        settings = smallSettings();
        settings.picturesOfSide = {{20, 100}};
        QVERIFY_FAILS(trainObjects(settings, stripes, "x", {}), Error::Kind::Inconsistent, "");
    }
};

TAGSCOPE_PLAIN_TEST(TestObjectTrainer)
#include "tst_object_trainer.moc"

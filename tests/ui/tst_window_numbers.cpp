// SPDX-License-Identifier: GPL-3.0-or-later
// The window and the command line say the same of a clip, to the last digit. Both analyse it for themselves, with the
// demo models.

#include "app/window/real_sources.h"
#include "core/analysis/tag_json.h"
#include "core/base/paths.h"
#include "core/demo/demo_project.h"
#include "core/network/image_networks.h"
#include "tests/support/qt_test.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <algorithm>
#include <thread>

using namespace tagscope;

namespace {

QJsonObject analysedByWindow(const std::filesystem::path &media) {
    QJsonObject document;
    const Result<void> analysed = realSources().analyse(
        media,
        [&](const ClipAnalysis &clip) {
            document = QJsonDocument::fromJson(QByteArray::fromStdString(clipToJson(clip))).object();
        },
        [](double, std::string_view) {}, {});
    return analysed ? document : QJsonObject();
}

QJsonObject analysedByCommand(const std::filesystem::path &media) {
    QProcess command;
    command.start(QStringLiteral(TAGSCOPE_CLI), {QStringLiteral("tag"), QStringLiteral("--json"),
                                                 QStringLiteral("--no-cache"), QString::fromStdString(media.string())});
    if (!command.waitForFinished(300000) || command.exitCode() != 0)
        return {};
    const QJsonDocument document = QJsonDocument::fromJson(command.readAllStandardOutput());
    QJsonObject clip = document.isArray() ? document.array().first().toObject() : document.object();
    if (clip.contains(QStringLiteral("clips")))
        clip = clip.value(QStringLiteral("clips")).toArray().first().toObject();
    return clip;
}

} // namespace

class TestWindowNumbers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theyAreThoseOfTheCommandLine() {
        const QTemporaryDir folder;
        const std::filesystem::path directory = folder.path().toStdString();
        const Result<std::filesystem::path> models = shippedModelFile("demo");
        QVERIFY_OK(models);
        qputenv("TAGSCOPE_MODELS", QByteArray::fromStdString(models->string()));
        qputenv("TAGSCOPE_CACHE", (folder.path() + QStringLiteral("/cache")).toLocal8Bit());
        setNetworkThreads(static_cast<int>(std::max(std::thread::hardware_concurrency(), 1U))); // as both programs do
        const std::vector<demo::DemoClip> script = demo::demoScript({4, 4, 4}, 1);
        const Result<std::filesystem::path> media = demo::makeDemoMedia(script.front(), directory, {});
        QVERIFY_OK(media);

        const QJsonObject byWindow = analysedByWindow(*media);
        const QJsonObject byCommand = analysedByCommand(*media);
        QVERIFY(!byWindow.isEmpty());
        const QJsonArray events = byWindow.value(QStringLiteral("events")).toArray();
        QVERIFY(events.size() > 1);
        QVERIFY(events.first().toObject().value(QStringLiteral("audio")).isDouble());
        QVERIFY(events.first().toObject().value(QStringLiteral("video")).isDouble());
        for (const char *part : {"audio", "video", "events", "models"})
            QVERIFY2(byCommand.value(QLatin1String(part)) == byWindow.value(QLatin1String(part)), part);
    }
};

TAGSCOPE_CORE_TEST(TestWindowNumbers)
#include "tst_window_numbers.moc"

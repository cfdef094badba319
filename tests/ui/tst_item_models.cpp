// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qt_test.h"
#include "tests/ui/synthetic.h"
#include "tests/ui/warnings.h"
#include "ui/clips/clip_list_model.h"
#include "ui/clips/clip_row.h"
#include "ui/clips/project_clip_model.h"
#include "ui/tracks/event_table_model.h"
#include "ui/tracks/object_table_model.h"

#include <QAbstractItemModelTester>
#include <QSet>
#include <QSignalSpy>

using namespace tagscope;
using namespace tagscope::ui;

namespace {

constexpr auto kFatal = QAbstractItemModelTester::FailureReportingMode::QtTest;

std::shared_ptr<const ClipAnalysis> modelClipLacking(const test::Missing &missing) {
    return std::make_shared<const ClipAnalysis>(test::syntheticClip("street.mp4", missing));
}

QString textAt(const QAbstractItemModel &model, int row, int column) {
    return model.index(row, column).data().toString();
}

} // namespace

class TestItemModels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarnings(); }

    void eventsOfAClip() {
        EventTableModel model;
        const QAbstractItemModelTester tester(&model, kFatal);
        model.setClip(modelClipLacking({}));
        QCOMPARE(model.rowCount(), 17);
        using Column = EventTableModel::Column;
        QCOMPARE(textAt(model, 1, Column::Event), QStringLiteral("Ambulance (siren)"));
        QCOMPARE(textAt(model, 1, Column::Audio), QStringLiteral("0.920"));
        QCOMPARE(textAt(model, 1, Column::Video), QStringLiteral("0.520"));
        QCOMPARE(textAt(model, 1, Column::Weight), QStringLiteral("0.80"));
        QCOMPARE(textAt(model, 1, Column::Fused), QStringLiteral("0.600")); // 0.2 * 0.92 + 0.8 * 0.52
        QCOMPARE(textAt(model, 1, Column::Margin), QStringLiteral("+0.300"));
        QCOMPARE(textAt(model, 1, Column::Tag), QStringLiteral("✓"));
        QCOMPARE(textAt(model, 0, Column::Tag), QStringLiteral("–"));
        model.setClip(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }

    void anAbsentBranchIsADashWithItsReason() {
        EventTableModel model;
        model.setClip(modelClipLacking({.crnn = true}));
        const QModelIndex audio = model.index(3, EventTableModel::Audio);
        QCOMPARE(audio.data().toString(), QStringLiteral("—"));
        QVERIFY(audio.data(Qt::ToolTipRole).toString().contains(QStringLiteral("File > Models…")));
        QVERIFY(model.index(3, EventTableModel::Video).data().toString() != QStringLiteral("—"));

        model.setClip(modelClipLacking({.crnn = true, .alexNet = true}));
        QCOMPARE(textAt(model, 3, EventTableModel::Fused), QStringLiteral("—"));
        QCOMPARE(textAt(model, 3, EventTableModel::Margin), QStringLiteral("—"));
        const QString why = model.index(3, EventTableModel::Video).data(Qt::ToolTipRole).toString();
        QVERIFY2(why.contains(QStringLiteral("AlexNet")), qPrintable(why));
    }

    void infiniteThresholds() {
        ClipAnalysis clip = test::syntheticClip("street.mp4");
        clip.events[2].threshold = std::numeric_limits<double>::infinity();
        EventTableModel model;
        model.setClip(std::make_shared<const ClipAnalysis>(clip));
        QCOMPARE(textAt(model, 2, EventTableModel::Threshold), QStringLiteral("+∞"));
        QCOMPARE(textAt(model, 2, EventTableModel::Margin), QStringLiteral("−∞"));
    }

    void objectsOfAClip() {
        ObjectTableModel model;
        const QAbstractItemModelTester tester(&model, kFatal);
        model.setClip(modelClipLacking({}));
        QCOMPARE(model.rowCount(), 10);
        QCOMPARE(textAt(model, 0, ObjectTableModel::Object), QStringLiteral("ambulance"));
        QCOMPARE(textAt(model, 0, ObjectTableModel::Probability), QStringLiteral("0.520"));
        QCOMPARE(textAt(model, 0, ObjectTableModel::Event), QStringLiteral("Ambulance (siren)"));
        QCOMPARE(textAt(model, 0, ObjectTableModel::Cosine), QStringLiteral("0.940"));
        QCOMPARE(textAt(model, 9, ObjectTableModel::Event), QStringLiteral("—"));
        QCOMPARE(textAt(model, 9, ObjectTableModel::Cosine), QStringLiteral("—"));
        model.setClip(modelClipLacking({.inception = true}));
        QCOMPARE(model.rowCount(), 0);
    }

    void clipsFromWaitingToDone() {
        AnalysisService service(test::syntheticSources().analyse);
        ClipListModel model(service);
        const QAbstractItemModelTester tester(&model, kFatal);
        QCOMPARE(model.open({"a.mp4", "b.broken", "a.mp4"}), 0);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.clip(1).progress.state, ClipListModel::State::Waiting);
        QTRY_COMPARE(model.clip(1).progress.state, ClipListModel::State::Failed);
        QCOMPARE(model.clip(0).progress.state, ClipListModel::State::Done);
        QVERIFY(model.stateText(0).contains(QStringLiteral("Ambulance (siren)")));
        QVERIFY(model.stateText(1).contains(QStringLiteral("damaged beyond decoding")));
        QVERIFY(model.index(0).data(OutcomeRole).toString().startsWith(QStringLiteral("✓ ")));
        QVERIFY(model.index(1).data(OutcomeRole).toString().startsWith(QStringLiteral("✗ ")));
        QVERIFY(!model.index(0).data(FractionRole).isValid()); // no work is under way
        QVERIFY(model.pictured(0)->id != model.pictured(1).value_or(Clip{}).id);
        QCOMPARE(model.open({"b.broken"}), 1);
        QCOMPARE(model.rowCount(), 2);

        model.analyseAgain(1);
        QCOMPARE(model.clip(1).progress.state, ClipListModel::State::Waiting);
        QTRY_COMPARE(model.clip(1).progress.state, ClipListModel::State::Failed);
        model.close(0);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.title(0), QStringLiteral("b.broken"));
    }

    // Of opened media and of a project's clips alike, in the list and in the middle of the window.
    void progressIsSaidInOneWay() {
        const auto project = std::make_shared<OpenProject>();
        project->contents.clips.resize(1);
        project->contents.clips[0].clip.id = 7;
        project->searchTexts = {QString()};
        ProjectClipModel clips;
        clips.setProject(project);
        using State = ClipProgress::State;
        const Error error = fail(Error::Kind::Unreadable, {"base.cannot_read", "a.mp4"}, "words of the system").value();
        QStringList said;
        for (const ClipProgress &progress :
             {ClipProgress{State::Waiting, 0.0, {}, {}, {}}, ClipProgress{State::Analysing, 0.5, {}, {}, {}},
              ClipProgress{State::Analysing, 0.5, QStringLiteral("objects"), {}, {}},
              ClipProgress{State::Failed, 0.0, {}, error, {}}, ClipProgress{State::Cancelled, 0.0, {}, {}, {}}}) {
            clips.setProgress(7, progress);
            QCOMPARE(clips.stateText(7), progressText(progress));
            QVERIFY(clips.index(0, 0).data(OutcomeRole).toString().endsWith(progressText(progress)));
            ShownClip shown;
            addProgress(shown, progress);
            QCOMPARE(shown.fraction.has_value(),
                     progress.state == State::Waiting || progress.state == State::Analysing);
            QCOMPARE(shown.canBeAnalysedAgain, progress.state == State::Failed || progress.state == State::Cancelled);
            QCOMPARE(shown.cause.isEmpty(), progress.state != State::Failed);
            said << progressText(progress);
        }
        QCOMPARE(QSet<QString>(said.begin(), said.end()).size(), said.size());

        AnalysisService service(test::syntheticSources().analyse);
        ClipListModel media(service);
        media.open({"b.broken"});
        QCOMPARE(media.stateText(0), said.front());
        QTRY_COMPARE(media.clip(0).progress.state, State::Failed);
        QCOMPARE(media.stateText(0), progressText(media.clip(0).progress));
        QVERIFY(progressText({State::Done, 1.0, {}, {}, {}}).isEmpty()); // each list has more to say
    }

    void aLongRecordingGetsARowAWindow() {
        AnalysisService service([](const auto &media, const auto &receive, const auto &, const auto &) -> Result<void> {
            for (int window = 0; window < 3; ++window) {
                ClipAnalysis clip = test::syntheticClip(media);
                clip.start = Seconds{10.0 * window};
                receive(std::move(clip));
            }
            return {};
        });
        ClipListModel model(service);
        const QAbstractItemModelTester tester(&model, kFatal);
        model.open({"long.mp4", "other.mp4"});
        QTRY_COMPARE(model.rowCount(), 8);
        QCOMPARE(model.title(0), QStringLiteral("long.mp4 · 0:30"));
        QCOMPARE(model.clip(0).recording->windows.size(), std::size_t{3});
        QCOMPARE(model.title(1), QStringLiteral("long.mp4 · 0.0–10.0 s"));
        QCOMPARE(model.title(3), QStringLiteral("long.mp4 · 20.0–30.0 s"));
        QCOMPARE(model.title(5), QStringLiteral("other.mp4 · 0.0–10.0 s"));
        QCOMPARE(model.windowRow("other.mp4", Seconds{20}), 7);
        QTRY_COMPARE(service.unfinished(), std::size_t{0});
        QCOMPARE(model.clip(0).progress.state, ClipListModel::State::Done);
        model.close(0); // with its windows
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.title(0), QStringLiteral("other.mp4 · 0:30"));
    }

    // An hour of windows is in the list, but not in memory; one that is looked at is loaded again.
    void windowsAreKeptInBoundedMemory() {
        AnalysisService service([](const auto &media, const auto &receive, const auto &, const auto &) -> Result<void> {
            for (int window = 0; window < 40; ++window) {
                ClipAnalysis clip = test::syntheticClip(media);
                clip.start = Seconds{10.0 * window};
                receive(std::move(clip));
            }
            return {};
        });
        const Sources sources = test::syntheticSources();
        RecordingService recordings(sources.probe, sources.analyseWindow);
        ClipListModel model(service);
        model.setRecordings(recordings);
        const QAbstractItemModelTester tester(&model, kFatal);
        model.open({"hour.mp4"});
        QTRY_COMPARE(model.rowCount(), 41);
        QTRY_COMPARE(model.clip(0).recording->duration, Seconds{3600});
        const auto kept = [&model] {
            std::size_t count = 0;
            for (int row = 0; row < model.rowCount(); ++row)
                count += model.clip(row).analysis ? 1U : 0U;
            return count;
        };
        QCOMPARE(kept(), ClipListModel::kKeptAnalyses);
        QVERIFY(!model.clip(3).analysis);
        QVERIFY(model.stateText(3).contains(QStringLiteral("Ambulance (siren)")));
        model.want(3);
        QTRY_VERIFY(model.clip(3).analysis);
        QCOMPARE(model.clip(3).analysis->start, Seconds{20});
        QCOMPARE(kept(), ClipListModel::kKeptAnalyses);
    }

    // Nor are the analyses of many files that were opened.
    void clipsAreKeptInBoundedMemory() {
        const Sources sources = test::syntheticSources();
        AnalysisService service(sources.analyse);
        RecordingService recordings(sources.probe, sources.analyseWindow);
        ClipListModel model(service);
        model.setRecordings(recordings);
        const QAbstractItemModelTester tester(&model, kFatal);
        std::vector<std::filesystem::path> files;
        for (int file = 0; file < 20; ++file)
            files.push_back("clip-" + std::to_string(file) + ".mp4");
        model.open(files);
        QTRY_COMPARE_WITH_TIMEOUT(service.unfinished(), std::size_t{0}, 30000);
        int kept = 0;
        for (int row = 0; row < model.rowCount(); ++row)
            kept += model.clip(row).analysis ? 1 : 0;
        QCOMPARE(kept, static_cast<int>(ClipListModel::kKeptAnalyses));
        QVERIFY(model.clip(0).isToBeLoaded());
        QCOMPARE(model.clip(0).progress.state, ClipListModel::State::Done);
        model.want(0);
        QTRY_VERIFY(model.clip(0).analysis);
        QCOMPARE(model.clip(0).analysis->media, files.front());
        QVERIFY(!model.clip(8).analysis); // the oldest of those that were kept
    }
};

TAGSCOPE_CORE_TEST(TestItemModels)
#include "tst_item_models.moc"

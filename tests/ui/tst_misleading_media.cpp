// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/misleading_media.h"
#include "core/project/misleading_marks.h"
#include "tests/support/qt_test.h"
#include "tests/ui/own_settings.h"
#include "tests/ui/synthetic.h"
#include "tests/ui/synthetic_project.h"
#include "tests/ui/warnings.h"
#include "ui/clips/project_clip_model.h"
#include "ui/clips/stored_marks.h"
#include "ui/tracks/clip_view.h"

#include <QLabel>
#include <QTemporaryDir>
#include <fstream>

// What a recording hides is said where it is heard and in the list.
using namespace tagscope;
using namespace tagscope::ui;

class TestMisleadingMedia : public QObject {
    Q_OBJECT

private:
    QTemporaryDir settings_;

private Q_SLOTS:
    void initTestCase() { test::useOwnSettings(settings_); }

    void init() { test::failOnWarnings(); }

    // Also with all concealed that a sitting conceals.
    void channelsThatCancelAreSaidOverTheTracks() {
        ViewState view;
        ClipView tracks(test::syntheticSources(), view);
        tracks.resize(1000, 700);
        tracks.show();
        const auto *notes = tracks.findChild<QLabel *>(QStringLiteral("soundNotes"));
        tracks.setConcealed({true, true, true});
        tracks.setClip(std::make_shared<const ClipAnalysis>(test::syntheticClip("opposed.wav")));
        QTRY_VERIFY(tracks.isSoundComplete() && notes->isVisible());
        QVERIFY2(notes->text().contains(QStringLiteral("hear left and right")), qPrintable(notes->text()));
        QVERIFY(notes->height() >= notes->heightForWidth(notes->width())); // no line is cut
        tracks.setClip(std::make_shared<const ClipAnalysis>(test::syntheticClip("street.mp4")));
        QTRY_VERIFY(tracks.isSoundComplete() && !notes->isVisible());
    }

    void theListSaysIt() {
        ClipAnalysis analysis = test::syntheticClip("opposed.wav");
        analysis.notes = {{"analysis.channels_cancel", 120}, {"analysis.damaged_packets", 3}};
        const auto source = std::make_shared<test::SyntheticProject>("/made/up.tagscope", test::ProjectMake{});
        Document document([source](const std::filesystem::path &,
                                   const std::stop_token &) { return Result<std::shared_ptr<ClipAnalyst>>(source); },
                          {});
        document.open("/made/up.tagscope");
        QTRY_VERIFY(document.project());
        ProjectClipModel model;
        model.setProject(document.project());
        const ClipId clip = *model.clipAt(1);
        const ClipProgress plain{ClipProgress::State::Done, 1.0, {}, {}, TagsOfClip()};
        model.setProgress(clip, plain);
        const auto tip = [&] { return model.index(1, ProjectClipModel::State).data(Qt::ToolTipRole).toString(); };
        QVERIFY(!tip().contains(QChar(0x26A0)));
        ClipProgress odd = plain;
        odd.misleads = misleadingNotes(analysis);
        QCOMPARE(odd.misleads.size(), std::size_t{2});
        model.setProgress(clip, odd);
        QVERIFY2(tip().contains(QStringLiteral("cancel")), qPrintable(tip()));
        QVERIFY(model.stateText(clip).contains(QChar(0x26A0)));
    }

    // What was noted before the program was started is said, unless the file is another by now.
    void theListSaysWhatTheProjectKeeps() {
        const auto source = std::make_shared<test::SyntheticProject>("/made/up.tagscope", test::ProjectMake{});
        QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath(QStringLiteral("a.wav")).toStdString();
        std::ofstream(file) << "sound";
        Project &project = source->project();
        const std::vector<Clip> clips = project.clips().value();
        QVERIFY(project.setPlaces(std::vector<FoundMedia>{{clips[1].id, file, Seconds(0)}}));
        const std::vector<Message> notes{{"analysis.channels_cancel", 120}};
        QVERIFY(keepMisleading(project, clips[1].id, file, notes));
        const auto stateIn = [&source, id = clips[1].id](bool isMarked) {
            Document document(
                [source](const std::filesystem::path &, const std::stop_token &) {
                    return Result<std::shared_ptr<ClipAnalyst>>(source);
                },
                {});
            ProjectClipModel model;
            QObject owner;
            QObject::connect(&document, &Document::opened, &model, [&] { model.setProject(document.project()); });
            const StoredMarks marks(document, model, &owner);
            document.open("/made/up.tagscope");
            const bool isThere = QTest::qWaitFor([&] { return model.progress(id).misleads.empty() != isMarked; }, 1000);
            return isThere ? model.stateText(id) : QString();
        };
        QVERIFY(stateIn(true).contains(QChar(0x26A0)));
        QCOMPARE(keptMisleading("{", [&file](ClipId) { return file; }).size(), std::size_t{0});
        const char *foreign = R"({"1":{"notes":[{"id":"no.such","of":[]}],"file":null},"x":1,"2":[]})";
        QCOMPARE(keptMisleading(foreign, [&file](ClipId) { return file; }).size(), std::size_t{0});
        std::ofstream(file, std::ios::app) << "more";
        QVERIFY(!stateIn(false).contains(QChar(0x26A0)));
        QVERIFY(keepMisleading(project, clips[1].id, file, {}));
        QCOMPARE(project.setting(kMisleadingSetting).value().value_or(""), std::string("{}"));
    }
};

TAGSCOPE_WINDOW_TEST(TestMisleadingMedia)
#include "tst_misleading_media.moc"

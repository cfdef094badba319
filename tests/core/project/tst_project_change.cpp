// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project_change.h"
#include "tests/core/project/sample_project.h"
#include "tests/support/qt_test.h"

#include <tuple>

using namespace tagscope;
using test::Folder;

namespace {

// All that an import of lists can change.
struct Imported {
    std::vector<std::tuple<ClipId, std::string, std::filesystem::path, double, std::string>> clips;
    std::vector<std::uint8_t> labels;
    std::size_t regions = 0;

    friend bool operator==(const Imported &, const Imported &) = default;
};

Imported importedInto(const Project &project) {
    Imported all;
    std::vector<ClipId> ids;
    const std::vector<Clip> clips = project.clips().value();
    for (const Clip &clip : clips) {
        all.clips.emplace_back(clip.id, clip.name, clip.media, clip.start.count(), clip.split);
        ids.push_back(clip.id);
        all.regions += project.regions(clip.id).value().size();
    }
    const BinaryTable labels = project.labels(ids, Truth::Weak).value();
    all.labels.assign(labels.values.begin(), labels.values.end());
    return all;
}

} // namespace

// What was brought in is taken away again, and comes back as it was.
class TestProjectChange : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anImportIsTakenBackAndBroughtAgain() {
        const Folder folder;
        Project project = std::move(*Project::create(folder.path("p.tagscope"), test::threeClasses()));
        const std::vector<ClipId> old = project.addClips(test::clipsNamed(2)).value();
        QVERIFY_OK(project.addLabels(std::vector<std::pair<ClipId, int>>{{old[0], 0}}));
        const Imported before = importedInto(project);

        std::vector<ClipId> added;
        const auto change = project.recorded([&]() -> Result<void> {
            std::vector<NewClip> clips = test::clipsNamed(3, "test", "new");
            clips[1].media = folder.path("a.wav");
            added = project.addClips(clips).value();
            const FoundMedia found{old[1], folder.path("b.wav"), Seconds(2)};
            return project.setFoundMedia(std::span(&found, 1))
                .and_then([&] {
                    return project.addLabels(std::vector<std::pair<ClipId, int>>{{added[0], 1}, {old[0], 2}});
                })
                .and_then([&] { return project.setSplit(std::span(&old[0], 1), "validation"); })
                .and_then([&] {
                    return project.addRegions(std::vector<StrongRegion>{{added[2], 1, Seconds(1), Seconds(2)}});
                });
        });
        QVERIFY_OK(change);
        const Imported after = importedInto(project);
        QCOMPARE(after.clips.size(), std::size_t{5});

        // What came of the clips by itself goes with them.
        const ScoreSource source{Branch::Audio, "analysis"};
        QVERIFY_OK(project.storeScores(source, std::vector<ClipScore>{{added[0], {0, 0, 0}}, {old[0], {0, 0, 1}}}));
        QVERIFY_OK(project.setMediaHash(folder.path("a.wav"), std::string(64, 'a')));
        const auto back = project.takeBack(*change);
        QVERIFY_OK(back);
        QVERIFY(importedInto(project) == before);
        QCOMPARE(project.scores(source, old).value().hasScore, (std::vector<std::uint8_t>{1, 0}));
        const auto again = project.takeBack(*back);
        QVERIFY_OK(again);
        QVERIFY(importedInto(project) == after);
        QVERIFY_OK(project.takeBack(*again));
        QVERIFY(importedInto(project) == before);
    }

    void whatIsUsedStays() {
        const Folder folder;
        Project project = std::move(*Project::create(folder.path("p.tagscope"), test::threeClasses()));
        ClipId clip = 0;
        const auto change = project.recorded([&]() -> Result<void> {
            clip = project.addClips(test::clipsNamed(1)).value().front();
            return project.addLabels(std::vector<std::pair<ClipId, int>>{{clip, 1}});
        });
        QVERIFY_OK(change);
        const Verdict said{clip, 1, AuditStage::Sound, "Ann", VerdictValue::Audible, {}, 0};
        QVERIFY_OK(project.addVerdicts(std::span(&said, 1)));
        const Imported before = importedInto(project);
        QVERIFY_FAILS(project.takeBack(*change), Error::Kind::Inconsistent, "verdicts");
        QVERIFY(importedInto(project) == before);
    }

    void whatFailedChangedNothing() {
        const Folder folder;
        Project project = std::move(*Project::create(folder.path("p.tagscope"), test::threeClasses()));
        const auto failed = project.recorded([&]() -> Result<void> {
            return project.atomically([&]() -> Result<void> {
                static_cast<void>(project.addClips(test::clipsNamed(1)));
                return cancelled();
            });
        });
        QVERIFY_FAILS(failed, Error::Kind::Cancelled, "");
        const auto nothing = project.recorded([] { return Result<void>(); });
        QVERIFY_OK(nothing);
        QVERIFY(nothing->isEmpty() && importedInto(project).clips.empty());
    }
};

TAGSCOPE_CORE_TEST(TestProjectChange)
#include "tst_project_change.moc"

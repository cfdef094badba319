// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/folds.h"
#include "tests/support/qt_test.h"

#include <QTemporaryDir>
#include <algorithm>
#include <map>
#include <set>
#include <string>

using namespace tagscope;

namespace {

// 60 clips of 20 recordings, three each; event 0 in a third of the recordings, event 1 in two of them.
struct Spread {
    BinaryTable labels{60, 2};
    std::vector<std::size_t> recording;

    Spread() {
        for (std::size_t clip = 0; clip < 60; ++clip) {
            recording.push_back(clip / 3);
            labels(clip, 0) = recording[clip] % 3 == 0 ? 1 : 0;
            labels(clip, 1) = recording[clip] < 2 ? 1 : 0;
        }
    }
};

Project projectOf(const QTemporaryDir &folder, const std::vector<std::string> &splits) {
    Project project =
        Project::create(folder.filePath(QStringLiteral("p.tagscope")).toStdString(), {{"Dog", "", {}}}).value();
    std::vector<NewClip> clips;
    for (std::size_t i = 0; i < splits.size(); ++i)
        clips.push_back({"clip-" + std::to_string(i), {}, Seconds(0), Seconds(1), splits[i]});
    (void)project.addClips(clips);
    return project;
}

} // namespace

class TestFolds : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void recordingsStayTogetherAndEventsAreSpread() {
        const Spread spread;
        const std::vector<std::size_t> fold = dealtIntoFolds(spread.labels, spread.recording, 4, 7);
        std::map<std::size_t, std::set<std::size_t>> foldsOfRecording;
        std::map<std::size_t, int> clips;
        std::map<std::size_t, int> positives;
        std::set<std::size_t> ofRare;
        for (std::size_t clip = 0; clip < 60; ++clip) {
            foldsOfRecording[spread.recording[clip]].insert(fold[clip]);
            ++clips[fold[clip]];
            positives[fold[clip]] += spread.labels(clip, 0);
            if (spread.labels(clip, 1) != 0)
                ofRare.insert(fold[clip]);
        }
        for (const auto &[recording, folds] : foldsOfRecording)
            QCOMPARE(folds.size(), std::size_t{1});
        QVERIFY(clips.size() == 4 && ofRare.size() == 2); // both recordings of the rare event, in two folds
        for (std::size_t k = 0; k < 4; ++k) {
            QCOMPARE(clips[k], 15);
            QVERIFY(positives[k] == 3 || positives[k] == 6); // 7 recordings of three clips
        }
        QVERIFY(fold == dealtIntoFolds(spread.labels, spread.recording, 4, 7));
        QVERIFY(fold != dealtIntoFolds(spread.labels, spread.recording, 4, 8));
    }

    void whatIsHeldOutIsNotDealt() {
        const QTemporaryDir folder;
        const Project project = projectOf(folder, {"training", "training", "validation", "", "test", "evaluation"});
        const Folds folds = foldsOf(project, {2, false, 1}).value();
        QVERIFY(folds.clips.size() == 4 && folds.names == (std::vector<std::string>{"1", "2"}));
        QVERIFY(folds.in(0).size() == 2 && folds.outside(0) == folds.in(1));
        QVERIFY_FAILS(foldsOf(project, {5, false, 1}), Error::Kind::Inconsistent, "4 recordings");
        QVERIFY_FAILS(foldsOf(project, {1, false, 1}), Error::Kind::Inconsistent, "two folds");
    }

    void splitsCanBeFolds() {
        const QTemporaryDir folder;
        const Project project = projectOf(folder, {"b", "a", "b", "c"});
        const Folds folds = foldsOf(project, {0, true, 1}).value();
        QVERIFY(folds.names == (std::vector<std::string>{"a", "b", "c"}));
        QVERIFY(folds.foldOf == (std::vector<std::size_t>{1, 0, 1, 2}));
        const QTemporaryDir other;
        QVERIFY_FAILS(foldsOf(projectOf(other, {"a", "a"}), {0, true, 1}), Error::Kind::Inconsistent, "one split");
    }
};

TAGSCOPE_CORE_TEST(TestFolds)
#include "tst_folds.moc"

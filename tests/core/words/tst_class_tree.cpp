// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/paths.h"
#include "core/words/class_lists.h"
#include "core/words/class_tree.h"
#include "tests/support/qt_test.h"

#include <QTemporaryDir>
#include <algorithm>
#include <fstream>
#include <set>

using namespace tagscope;

class TestClassTree : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;

    Result<ClassTree> treeOf(const std::string &text) {
        const std::filesystem::path file = folder_.filePath(QStringLiteral("tree.tsv")).toStdString();
        std::ofstream(file) << text;
        return ClassTree::read(file);
    }

private Q_SLOTS:
    // A grandparent without a score of its own does not keep its child from hiding what is above both.
    void aParentIsHiddenByWhatIsBelow() {
        const ClassTree tree = treeOf("mid\tparent\nbark\tdog\ndog\tpet\npet\tanimal\nmeow\tanimal\n").value();
        const std::vector<std::string> ids{"animal", "dog", "bark", "meow", "", "engine"};
        QCOMPARE(tree.hiddenByDescendants(ids, std::vector<std::optional<double>>{0.9, 0.8, 0.27, 0.1, 0.9, 0.5}),
                 (std::vector<bool>{true, true, false, false, false, false}));
        QCOMPARE(tree.hiddenByDescendants(ids, std::vector<std::optional<double>>{0.9, 0.2, 0.05, 0.1, 0.9, 0.5}),
                 (std::vector<bool>{false, false, false, false, false, false}));
        QCOMPARE(tree.hiddenByDescendants(
                     ids, std::vector<std::optional<double>>{0.9, std::nullopt, 0.27, 0.0, 0.9, std::nullopt}),
                 (std::vector<bool>{true, false, false, false, false, false}));
    }

    void aCircleEnds() {
        const ClassTree tree = treeOf("mid\tparent\na\tb\nb\ta\n").value();
        QCOMPARE(
            tree.hiddenByDescendants(std::vector<std::string>{"a", "b"}, std::vector<std::optional<double>>{0.5, 0.1}),
            (std::vector<bool>{false, true}));
        QVERIFY(!treeOf("mid\tchild\na\tb\n") && !treeOf(""));
    }

    // Every class of the tree is one of the 527, and none stands above itself.
    void audioSetsTreeIsOfItsClasses() {
        const ClassTree tree = ClassTree::audioSet().value();
        const std::vector<EventClass> classes = readEventClasses(resourceFile("classes/audioset.tsv").value()).value();
        std::set<std::string> mids;
        for (const EventClass &one : classes)
            mids.insert(one.mid);
        QCOMPARE(mids.size(), std::size_t{527});
        std::size_t withParent = 0;
        for (const EventClass &one : classes) {
            std::vector<std::string> above = tree.parentsOf(one.mid);
            withParent += above.empty() ? 0U : 1U;
            for (std::size_t i = 0; i < above.size(); ++i) {
                QVERIFY2(mids.contains(above[i]) && above[i] != one.mid, one.name.c_str());
                QVERIFY(above.size() < 1000);
                for (const std::string &further : tree.parentsOf(above[i]))
                    above.push_back(further);
            }
        }
        QCOMPARE(withParent, std::size_t{400});
        const auto midOf = [&classes](const char *name) {
            return std::ranges::find(classes, std::string(name), &EventClass::name)->mid;
        };
        const std::vector<std::string> ofCarAlarm = tree.parentsOf(midOf("Car alarm"));
        QVERIFY(ofCarAlarm == (std::vector<std::string>{midOf("Car"), midOf("Alarm")}));
        QVERIFY(tree.parentsOf(midOf("Animal")).empty());
    }
};

TAGSCOPE_CORE_TEST(TestClassTree)
#include "tst_class_tree.moc"

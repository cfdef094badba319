// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/paths.h"
#include "core/words/class_lists.h"
#include "tests/support/qt_test.h"
#include "tests/support/test_files.h"

#include <QTemporaryDir>
#include <fstream>
#include <limits>
#include <set>

using namespace tagscope;
using Strings = std::vector<std::string>;

namespace {

template <class Read>
auto readText(const std::string &text, Read read) {
    const QTemporaryDir directory;
    const std::filesystem::path file = directory.filePath(QStringLiteral("list.tsv")).toStdString();
    std::ofstream(file, std::ios::binary) << text;
    return read(file);
}

auto eventsOf(const std::string &text) {
    return readText(text, readEventClasses);
}

auto objectsOf(const std::string &text) {
    return readText(text, readObjectClasses);
}

template <class T>
bool isError(const Result<T> &result, Error::Kind kind, std::string_view part) {
    return !result && result.error().kind == kind && result.error().what().find(part) != std::string::npos;
}

} // namespace

class TestClassLists : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theProgramsOwnEvents() {
        const Result<std::vector<EventClass>> events =
            readEventClasses(resourceFile("classes/dcase2017-task4.tsv").value());
        QVERIFY_OK(events);
        QCOMPARE(events->size(), std::size_t{17});
        QCOMPARE(events->front().name, std::string("Train horn"));
        QCOMPARE(events->back().name, std::string("Train"));
        const EventClass &fireEngine = (*events)[7];
        QCOMPARE(fireEngine.name, std::string("Fire engine, fire truck (siren)"));
        QCOMPARE(fireEngine.mid, std::string("/m/012ndj"));
        QVERIFY(fireEngine.words == Strings({"fire engine", "fire truck"}));
        QCOMPARE(fireEngine.videoWeight, 0.8);
        std::size_t ledByVideo = 0;
        for (const EventClass &event : *events) {
            QVERIFY(event.videoWeight == 0.8 || event.videoWeight == 0.2);
            ledByVideo += event.videoWeight == 0.8 ? 1U : 0U;
            QCOMPARE(event.threshold, 0.5);
        }
        QCOMPARE(ledByVideo, std::size_t{7}); // section 3.4
    }

    void theEventsAreTheOrganisers() {
        TAGSCOPE_REQUIRE_SHARED(list, "dcase2017/sound_event_list_17_classes.txt");
        const auto events = readEventClasses(resourceFile("classes/dcase2017-task4.tsv").value()).value();
        std::ifstream stream(list);
        std::string line;
        std::getline(stream, line); // column names
        for (const EventClass &event : events) {
            QVERIFY(std::getline(stream, line));
            QVERIFY2(line.starts_with(event.mid + "\t"), line.c_str());
            QVERIFY2(line.find("\t" + event.name) != std::string::npos, line.c_str());
        }
    }

    void theProgramsOwnObjects() {
        const Result<std::vector<ObjectClass>> objects =
            readObjectClasses(resourceFile("classes/imagenet-1k.tsv").value());
        QVERIFY_OK(objects);
        QCOMPARE(objects->size(), std::size_t{1000});
        QVERIFY((*objects)[407] == (ObjectClass{407, "n02701002", {"ambulance"}}));
        QVERIFY((*objects)[555].names == Strings({"fire engine", "fire truck"}));
        QVERIFY((*objects)[999].names == Strings({"toilet tissue", "toilet paper", "bathroom tissue"}));
        std::set<std::string> synsets;
        for (const ObjectClass &object : *objects)
            synsets.insert(object.wordnetId);
        QCOMPARE(synsets.size(), std::size_t{1000});
    }

    void columnsMayBeMissing() {
        const auto events =
            eventsOf("\xEF\xBB\xBF# a comment\r\nname\tmid\twords\tvideo_weight\tthreshold\r\n"
                     "Dog\r\n\r\n# another\r\nCat\t/m/1\tcat /  kitten \t0.25\tinf\r\nA/B\t\t\t\t-1\r\n");
        QVERIFY(events);
        QCOMPARE(events->size(), std::size_t{3});
        QVERIFY((*events)[0] == (EventClass{"Dog", "", {"Dog"}, 0.5, 0.5}));
        QVERIFY((*events)[1] ==
                (EventClass{"Cat", "/m/1", {"cat", "kitten"}, 0.25, std::numeric_limits<double>::infinity()}));
        QVERIFY((*events)[2] == (EventClass{"A/B", "", {"A/B"}, 0.5, -1.0}));
        QCOMPARE(eventsOf("name\nDog")->size(), std::size_t{1});
        QCOMPARE(eventsOf("threshold\tname\n0.75\tDog\n")->front().threshold, 0.75);
    }

    void badEventListsAreErrors() {
        using Kind = Error::Kind;
        QVERIFY(isError(eventsOf(""), Kind::Malformed, "no classes"));
        QVERIFY(isError(eventsOf("name\n"), Kind::Malformed, "no classes"));
        QVERIFY(isError(eventsOf("Dog\nCat\n"), Kind::Malformed, "line 1"));
        QVERIFY(isError(eventsOf("name\ttreshold\nDog\t0.5\n"), Kind::Malformed, "treshold"));
        QVERIFY(isError(eventsOf("name\tname\nDog\n"), Kind::Malformed, "twice"));
        QVERIFY(isError(eventsOf("mid\n/m/1\n"), Kind::Malformed, "lacks"));
        QVERIFY(isError(eventsOf("name\tmid\nDog\nCat\t\nDog\t/m/1\n"), Kind::Inconsistent, "line 4"));
        QVERIFY(isError(eventsOf("name\tmid\n\t/m/1\n"), Kind::Malformed, "line 2"));
        QVERIFY(isError(eventsOf("name\tvideo_weight\nDog\t1.5\n"), Kind::Malformed, "between 0 and 1"));
        QVERIFY(isError(eventsOf("name\tvideo_weight\nDog\t0,5\n"), Kind::Malformed, "not a number"));
        QVERIFY(isError(eventsOf("name\tthreshold\nDog\tnan\n"), Kind::Malformed, "not a number"));
        QVERIFY(isError(eventsOf("name\nDog\tsurplus\n"), Kind::Malformed, "line 2"));
        QVERIFY(isError(readEventClasses("/no/such/list"), Kind::Unreadable, "/no/such/list"));
        QVERIFY(isError(readEventClasses("/tmp"), Kind::Unreadable, "/tmp"));
    }

    void badObjectListsAreErrors() {
        using Kind = Error::Kind;
        QCOMPARE(objectsOf("index\twnid\tnames\n0\tn1\ta, b\n1\tn2\tc\n")->size(), std::size_t{2});
        QVERIFY(isError(objectsOf("index\twnid\tnames\n0\tn1\ta\n2\tn2\tc\n"), Kind::Inconsistent, "line 3"));
        QVERIFY(isError(objectsOf("index\twnid\tnames\n1\tn1\ta\n"), Kind::Inconsistent, "not 0"));
        QVERIFY(isError(objectsOf("index\twnid\tnames\nx\tn1\ta\n"), Kind::Malformed, "line 2"));
        QVERIFY(isError(objectsOf("index\twnid\tnames\n0\tn1\t\n"), Kind::Malformed, "line 2"));
        QVERIFY(isError(objectsOf("index\tnames\n0\ta\n"), Kind::Malformed, "wnid"));
    }

    void aHugeFileIsRefusedEarly() {
        const QTemporaryDir directory;
        const std::filesystem::path file = directory.filePath(QStringLiteral("huge")).toStdString();
        std::ofstream(file) << "name\n";
        std::filesystem::resize_file(file, std::uintmax_t{1} << 40U); // sparse
        QVERIFY(isError(readEventClasses(file), Error::Kind::Malformed, "too large"));
    }
};

TAGSCOPE_PLAIN_TEST(TestClassLists)
#include "tst_class_lists.moc"

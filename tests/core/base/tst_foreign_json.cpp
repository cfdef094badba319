// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/foreign_json.h"
#include "tests/support/qt_test.h"

#include <sstream>
#include <string>

using namespace tagscope;

namespace {

std::string nested(std::size_t levels) {
    return std::string(levels, '[') + std::string(levels, ']');
}

} // namespace

class TestForeignJson : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatIsJson() {
        QCOMPARE(foreignJson("{\"a\": [1, \"x\"]}")["a"][0].get<int>(), 1);
        std::istringstream stream("{\"a\": 2}");
        QCOMPARE(foreignJsonFrom(stream)["a"].get<int>(), 2);
        // The order of members, where the type keeps it.
        QCOMPARE(foreignJson<nlohmann::ordered_json>("{\"b\":1,\"a\":2}").begin().key(), std::string("b"));
        for (const char *bad : {"", "{", "nonsense", "[1,]", "]]]]"})
            QVERIFY2(foreignJson(bad).is_discarded(), bad);
    }

    // As it stands in a file of a stranger: the parser itself would end the program.
    void endlessNestingIsNoDocument() {
        QVERIFY(!foreignJson(nested(kMaxJsonDepth)).is_discarded());
        for (const std::size_t levels : {std::size_t{kMaxJsonDepth + 1}, std::size_t{400000}}) {
            QVERIFY(foreignJson(nested(levels)).is_discarded());
            QVERIFY(foreignJson("{\"batchSize\":" + nested(levels) + ",\"decay\":1}").is_discarded());
            QVERIFY(foreignJson(std::string(levels, '{')).is_discarded());
        }
    }

    void bracketsInTextsAreNoLevels() {
        const std::string start = "{\"a\": \"\\\\\\\""; // a text that begins with a backslash and a quote
        QVERIFY(!foreignJson(start + std::string(1000, '[') + "\"}").is_discarded());
        QVERIFY(foreignJson("{\"a\": \"\\\\\", \"b\": " + nested(100) + "}").is_discarded());
    }
};

TAGSCOPE_PLAIN_TEST(TestForeignJson)
#include "tst_foreign_json.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/stored_activations.h"

#include "tests/core/project/sample_project.h"
#include "tests/support/qt_test.h"

#include <fstream>
#include <iterator>
#include <limits>

// Activations as they are stored: whether what is read is what was written.
using namespace tagscope;
using test::Folder;

namespace fs = std::filesystem;

namespace {

using Clips = std::vector<std::pair<std::string, ClipActivations>>;

Clips twoClips() {
    Clips clips{{"a", {Matrix(2, 2, 0.25F), Seconds(0), Seconds(0.1)}},
                {"b", {Matrix(3, 2, 0.5F), Seconds(0.5), Seconds(0.2)}}};
    clips[1].second.values(2, 1) = 0.125F;
    return clips;
}

std::string bytesIn(const fs::path &file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

} // namespace

class TestStoredActivations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comeBack() {
        const Folder folder;
        QVERIFY_OK(writeActivations(folder.path(), "s", {"x", "y"}, twoClips()));
        const Result<StoredActivations> stored = StoredActivations::open(folder.path());
        QVERIFY_OK(stored);
        for (const auto &[name, clip] : twoClips()) {
            const auto found = stored->of(name);
            QVERIFY_OK(found);
            QVERIFY((*found)->values.values == clip.values.values);
            QCOMPARE((*found)->hop.count(), clip.hop.count());
        }
        QVERIFY(!*stored->of("c"));
    }

    void aChangedByteIsNamed() {
        const Folder folder;
        QVERIFY_OK(writeActivations(folder.path(), "s", {"x", "y"}, twoClips()));
        const fs::path array = folder.path("activations.npy");
        const std::string whole = bytesIn(array);
        const std::size_t first = whole.size() - (2 + 3) * 2 * sizeof(float);
        for (std::size_t place = first; place < whole.size(); ++place) {
            std::string changed = whole;
            changed[place] = static_cast<char>(changed[place] ^ 1);
            folder.write("activations.npy", changed);
            const Result<StoredActivations> stored = StoredActivations::open(folder.path());
            QVERIFY_OK(stored);
            const bool isInFirst = place < first + 2 * 2 * sizeof(float);
            QVERIFY_FAILS(stored->of(isInFirst ? "a" : "b"), Error::Kind::Malformed, "changed");
            QVERIFY_OK(stored->of(isInFirst ? "b" : "a"));
        }
    }

    void thoseOfEarlierVersionsHaveNoSums() {
        const Folder folder;
        Clips clips = twoClips();
        clips[0].second.values(0, 0) = std::numeric_limits<float>::quiet_NaN();
        QVERIFY_OK(writeActivations(folder.path(), "s", {"x", "y"}, clips));
        std::string document = bytesIn(folder.path("activations.json"));
        const std::size_t key = document.find("\"sums\"");
        QVERIFY(key != std::string::npos);
        folder.write("activations.json", document.replace(key, 6, "\"none\""));
        const Result<StoredActivations> stored = StoredActivations::open(folder.path());
        QVERIFY_OK(stored);
        QVERIFY_OK(stored->of("b"));
        QVERIFY_FAILS(stored->of("a"), Error::Kind::Malformed, "no numbers");
    }
};

TAGSCOPE_PLAIN_TEST(TestStoredActivations)
#include "tst_stored_activations.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/download/unpack.h"
#include "tests/core/download/download_place.h"
#include "tests/support/qt_test.h"

#include <zip.h>

using namespace tagscope;
using namespace tagscope::test;

namespace {

const std::string kArchived(300'000, 'v');

struct ArchivePlace {
    QTemporaryDir directory;
    fs::path root = directory.path().toStdString();
    fs::path archive = root / "a.zip";
    fs::path target = root / "out" / "vectors.txt";

    // With two files, not compressed, so that a byte can be changed.
    ArchivePlace() {
        int code = 0;
        zip_t *zip = zip_open(archive.c_str(), ZIP_CREATE, &code);
        for (const char *name : {"other.txt", "vectors.txt"}) {
            zip_source_t *source = zip_source_buffer(zip, kArchived.data(), kArchived.size(), 0);
            const zip_int64_t index = zip_file_add(zip, name, source, 0);
            zip_set_file_compression(zip, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
        }
        zip_close(zip);
    }
};

} // namespace

class TestUnpack : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesOneFileOut() {
        const ArchivePlace place;
        double last = 0.0;
        QVERIFY_OK(unpack(place.archive, "vectors.txt", place.target, kArchived.size(),
                          [&](double fraction, std::string_view) { last = fraction; }));
        QVERIFY(contentOf(place.target) == kArchived);
        QCOMPARE(last, 1.0);
    }

    void refusesWhatDoesNotFit() {
        const ArchivePlace place;
        using Kind = Error::Kind;
        QVERIFY_FAILS(unpack(place.archive, "none.txt", place.target, {}), Kind::Inconsistent, "none.txt");
        QVERIFY_FAILS(unpack(place.archive, "vectors.txt", place.target, 5), Kind::Inconsistent, "instead of 5");
        QVERIFY_FAILS(unpack(place.root / "gone.zip", "vectors.txt", place.target, {}), Kind::Unreadable, "gone.zip");
        std::ofstream(place.root / "text.zip") << "no archive at all";
        QVERIFY_FAILS(unpack(place.root / "text.zip", "vectors.txt", place.target, {}), Kind::Malformed, "zip");
        std::stop_source source;
        source.request_stop();
        const auto stopped = unpack(place.archive, "vectors.txt", place.target, {}, {}, source.get_token());
        QVERIFY(!stopped && stopped.error().isCancelled());
        QVERIFY(!fs::exists(place.target));
    }

    void aDamagedFileIsNoticed() {
        const ArchivePlace place;
        std::string bytes = contentOf(place.archive);
        const std::size_t last = bytes.rfind("vvvv");
        bytes[last] = 'w';
        std::ofstream(place.archive, std::ios::binary) << bytes;
        QVERIFY_FAILS(unpack(place.archive, "vectors.txt", place.target, {}), Error::Kind::Malformed, "damaged");
        QVERIFY(!fs::exists(place.target));
    }
};

TAGSCOPE_PLAIN_TEST(TestUnpack)
#include "tst_unpack.moc"

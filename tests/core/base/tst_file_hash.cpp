// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_hash.h"

#include "core/base/file_content.h"
#include "tests/support/qt_test.h"

#include <QTemporaryDir>
#include <filesystem>
#include <fstream>

using namespace tagscope;

class TestFileHash : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // FIPS 180-4's example, and what sha256sum prints for no input.
    void knownDigests() {
        QCOMPARE(sha256Of("abc"), std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QCOMPARE(sha256Of(""), std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    }

    void fileLongerThanABlock() {
        const QTemporaryDir directory;
        const std::filesystem::path file = directory.filePath(QStringLiteral("long")).toStdString();
        const std::string content((std::size_t{3} << 20U) + 17, 'x');
        std::ofstream(file, std::ios::binary) << content;
        QCOMPARE(sha256OfFile(file).value(), sha256Of(content));
    }

    void aSealTellsOfEveryByte() {
        for (const std::string &bytes :
             {std::string(), std::string("abc"), std::string("a\nsha256:"), std::string(500, '\0')}) {
            const std::string stored = sealed(bytes);
            QVERIFY(unsealed(stored) == std::string_view(bytes));
            for (std::size_t i = 0; i < bytes.size(); ++i) {
                std::string changed = stored;
                changed[i] = static_cast<char>(changed[i] ^ 4);
                QVERIFY(!unsealed(changed));
            }
        }
        QVERIFY(unsealed("as earlier versions stored it") == std::string_view("as earlier versions stored it"));
        QCOMPARE(sumOf(std::as_bytes(std::span("abc", 3))), std::string("ba7816bf8f01cfea"));
    }

    void readsAFileToItsEnd() {
        const QTemporaryDir directory;
        const std::filesystem::path file = directory.filePath(QStringLiteral("f")).toStdString();
        const std::string content(200'000, 'x');
        std::ofstream(file) << content;
        QCOMPARE(readWholeFile(file).value(), content);
        QVERIFY_FAILS(readWholeFile(file, 100'000), Error::Kind::Malformed, "too large");
        QVERIFY_FAILS(readWholeFile(directory.path().toStdString()), Error::Kind::Unreadable, "");
        QVERIFY_FAILS(readWholeFile("/no/such/file"), Error::Kind::Unreadable, "");
    }

    void unreadableFilesAreErrors() {
        const QTemporaryDir directory;
        QVERIFY_FAILS(sha256OfFile(directory.path().toStdString()), Error::Kind::Unreadable, "");
        QVERIFY_FAILS(sha256OfFile("/no/such/file"), Error::Kind::Unreadable, "");
    }

    void stops() {
        const QTemporaryDir directory;
        const std::filesystem::path file = directory.filePath(QStringLiteral("f")).toStdString();
        std::ofstream(file) << "content";
        std::stop_source source;
        source.request_stop();
        QVERIFY(sha256OfFile(file, source.get_token()).error().isCancelled());
    }
};

TAGSCOPE_PLAIN_TEST(TestFileHash)
#include "tst_file_hash.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_names.h"
#include "tests/support/qt_test.h"

#include <QTemporaryDir>
#include <filesystem>
#include <string>

using namespace tagscope;
namespace fs = std::filesystem;

class TestFileNames : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesThatLeadElsewhereAreRefused() {
        for (const std::string name : {"run-1", "my run", "Größe 2", "a..b", "x.y"})
            QVERIFY2(isFileName(name), name.c_str());
        for (const std::string name : {"", ".", "..", ".hidden", "a/b", "../x", "/etc", "a\\b", "a\nb"})
            QVERIFY2(!isFileName(name), name.c_str());
        QVERIFY(!isFileName(std::string(kMaxFileNameBytes + 1, 'a')) && !isFileName(std::string("a\0b", 3)));
    }

    void anyTextBecomesAName() {
        QCOMPARE(asFileName("a/b\\c\td"), std::string("a_b_c_d"));
        QCOMPARE(asFileName("..hidden"), std::string("_.hidden"));
        QCOMPARE(asFileName(""), std::string("_"));
        std::string umlauts;
        while (umlauts.size() < 2 * kMaxFileNameBytes)
            umlauts += "\xC3\xA4";
        const std::string cut = asFileName("a" + umlauts); // whose limit is in the middle of a letter
        QVERIFY(isFileName(cut) && cut.size() == kMaxFileNameBytes - 1);
    }

    void linksOutOfADirectoryAreNotFollowed() {
        const QTemporaryDir directory;
        const fs::path home = fs::path(directory.path().toStdString()) / "home";
        const fs::path outside = fs::path(directory.path().toStdString()) / "homestead";
        fs::create_directories(home / "real");
        fs::create_directories(outside);
        fs::create_directory_symlink(outside, home / "out");
        fs::create_directory_symlink(home / "real", home / "in");
        fs::create_directory_symlink("../not yet there", home / "to nothing");
        fs::create_directory_symlink(home, fs::path(directory.path().toStdString()) / "other way");
        QCOMPARE(pathInside(home, "new").value(), home / "new");
        QCOMPARE(pathInside(home, "in").value(), home / "in");
        QVERIFY_OK(pathInside(fs::path(directory.path().toStdString()) / "other way", "in"));
        QVERIFY_FAILS(pathInside(home, "out"), Error::Kind::Inconsistent, "out");
        QVERIFY_FAILS(pathInside(home, "to nothing"), Error::Kind::Inconsistent, "to nothing");
        QVERIFY_FAILS(pathInside(home, "../homestead"), Error::Kind::Inconsistent, "../homestead");
    }
};

TAGSCOPE_PLAIN_TEST(TestFileNames)
#include "tst_file_names.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomic_file.h"
#include "tests/support/qt_test.h"

#include <QTemporaryDir>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace tagscope;
namespace fs = std::filesystem;

namespace {

std::string contentOf(const fs::path &file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::ptrdiff_t filesIn(const fs::path &directory) {
    return std::distance(fs::directory_iterator(directory), fs::directory_iterator());
}

} // namespace

class TestAtomicFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void replacesOnCommitOnly() {
        const QTemporaryDir directory;
        const fs::path target = fs::path(directory.path().toStdString()) / "new" / "f";
        QVERIFY_OK(writeFileAtomically(target, "old"));
        {
            Result<AtomicFile> file = AtomicFile::create(target);
            QVERIFY_OK(file);
            file->stream() << "new";
            QCOMPARE(contentOf(target), std::string("old"));
        }
        QCOMPARE(contentOf(target), std::string("old"));
        QCOMPARE(filesIn(target.parent_path()), 1);

        QVERIFY_OK(writeFileAtomically(target, "new"));
        QCOMPARE(contentOf(target), std::string("new"));
        QCOMPARE(filesIn(target.parent_path()), 1);
    }

    void aModeIsKept() {
        const QTemporaryDir directory;
        const fs::path target = fs::path(directory.path().toStdString()) / "private";
        QVERIFY_OK(writeFileAtomically(target, "old"));
        fs::permissions(target, fs::perms::owner_read | fs::perms::owner_write);
        QVERIFY_OK(writeFileAtomically(target, "new"));
        QVERIFY(fs::status(target).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
        QCOMPARE(contentOf(target), std::string("new"));
    }

    void aLinkIsFollowedAndStays() {
        const QTemporaryDir directory;
        const fs::path folder = directory.path().toStdString();
        fs::create_directory(folder / "elsewhere");
        QVERIFY_OK(writeFileAtomically(folder / "elsewhere" / "file", "old"));
        fs::create_symlink("elsewhere/file", folder / "link");
        fs::create_symlink("link", folder / "link to a link");
        fs::create_symlink("elsewhere/new", folder / "to nothing");
        QVERIFY_OK(writeFileAtomically(folder / "link to a link", "new"));
        QVERIFY(fs::is_symlink(folder / "link to a link") && fs::is_symlink(folder / "link"));
        QCOMPARE(contentOf(folder / "elsewhere" / "file"), std::string("new"));
        QVERIFY_OK(writeFileAtomically(folder / "to nothing", "made"));
        QCOMPARE(contentOf(folder / "elsewhere" / "new"), std::string("made"));
        QCOMPARE(filesIn(folder / "elsewhere"), 2);
    }

    void aPipeIsWrittenInto() {
        const QTemporaryDir directory;
        const fs::path pipe = fs::path(directory.path().toStdString()) / "pipe";
        QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
        std::string read;
        std::thread reader([&] { read = contentOf(pipe); });
        const Result<void> written = writeFileAtomically(pipe, "through");
        reader.join();
        QVERIFY_OK(written);
        QCOMPARE(read, std::string("through"));
        QVERIFY(fs::is_fifo(pipe));
        QVERIFY_OK(writeFileAtomically("/dev/null", "nothing"));
        QVERIFY(fs::is_character_file("/dev/null"));
        QVERIFY_FAILS(writeFileAtomically("/dev/full", std::string(100000, 'x')), Error::Kind::Unreadable, "/dev/full");
    }

    // What a program that is killed in the middle leaves behind, where the file system has files without a name.
    void nothingIsSeenBeforeTheCommit() {
        const QTemporaryDir directory;
        const fs::path folder = directory.path().toStdString();
        const int descriptor = ::open(folder.c_str(), O_TMPFILE | O_RDWR, 0600);
        if (descriptor < 0)
            QSKIP("This file system has no files without a name.");
        ::close(descriptor);
        Result<AtomicFile> file = AtomicFile::create(folder / "f");
        QVERIFY_OK(file);
        file->stream() << std::string(100000, 'x') << std::flush;
        QCOMPARE(filesIn(folder), 0);
        QVERIFY_OK(file->commit());
        QCOMPARE(filesIn(folder), 1);
    }

    void aParentThatIsNoDirectoryIsAnError() {
        Result<AtomicFile> file = AtomicFile::create("/dev/null/inside");
        QVERIFY_FAILS(file, Error::Kind::Unreadable, "");
    }
};

TAGSCOPE_PLAIN_TEST(TestAtomicFile)
#include "tst_atomic_file.moc"

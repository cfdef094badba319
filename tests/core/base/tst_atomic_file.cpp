// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomic_file.h"
#include "tests/support/qt_test.h"

#include <QTemporaryDir>
#include <filesystem>
#include <fstream>
#include <iterator>

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

    void aParentThatIsNoDirectoryIsAnError() {
        Result<AtomicFile> file = AtomicFile::create("/dev/null/inside");
        QVERIFY_FAILS(file, Error::Kind::Unreadable, "");
    }
};

TAGSCOPE_PLAIN_TEST(TestAtomicFile)
#include "tst_atomic_file.moc"

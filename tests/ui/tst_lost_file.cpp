// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/qt_test.h"
#include "tests/ui/audit_window.h"
#include "ui/base/text.h"

#include <QFileDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <fstream>
#include <iterator>

// The file of the open project is replaced, renamed or deleted by others while the window is open.
using namespace tagscope;
using namespace tagscope::ui;

namespace fs = std::filesystem;

namespace {

std::string savedBytes(const fs::path &file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

// A project in a folder of its own, open in a window.
class OpenFile {
public:
    OpenFile()
        : at_(std::make_shared<test::SyntheticProject>(file(),
                                                       test::ProjectMake{.makesMedia = true, .refusesNobody = false})) {
        at_.openProject();
    }

    [[nodiscard]] fs::path file(const char *name = "street.tagscope") const {
        return toPath(folder_.path()) / "work" / name;
    }
    [[nodiscard]] test::AuditWindow &at() { return at_; }
    [[nodiscard]] Document &document() { return at_.project().document(); }
    [[nodiscard]] QWidget *banner() { return at_.window().findChild<QWidget *>(QStringLiteral("lostFile")); }
    // As synchronising programs do; the content of what is there then.
    std::string replaceByAnother() {
        const fs::path other = toPath(folder_.path()) / "other.tagscope";
        if (!fs::exists(other))
            static_cast<void>(Project::create(other, {{"dog", "", {}, 0.5, 0.5}}));
        fs::copy_file(other, file("part"));
        fs::rename(file("part"), file());
        return savedBytes(file());
    }
    void press(const char *button) {
        auto *found = at_.window().findChild<QPushButton *>(QLatin1String(button));
        QVERIFY(found != nullptr && found->isVisible());
        QTest::mouseClick(found, Qt::LeftButton);
    }
    // Into the dialog that is open.
    void chooseFile(const fs::path &chosen) {
        QTRY_VERIFY(at_.window().findChild<QFileDialog *>() != nullptr);
        auto *dialog = at_.window().findChild<QFileDialog *>();
        auto *name = dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
        QVERIFY(name != nullptr);
        name->setText(pathText(chosen));
        QTest::keyClick(name, Qt::Key_Return);
    }

private:
    // Before the window.
    struct Folder : QTemporaryDir {
        Folder() { fs::create_directories(toPath(path()) / "work"); }
    };
    Folder folder_;
    test::AuditWindow at_;
};

} // namespace

class TestLostFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("tagscope-test"));
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    }

    void aVerdictOfASittingIsRefusedOnceTheFileIsAnother() {
        std::string before;
        OpenFile open;
        const std::shared_ptr<Project> store = open.document().project()->store;
        open.at().start(QStringLiteral("Ada"), AuditStage::Sound);
        open.at().key(Qt::Key_1);
        QTRY_COMPARE(open.at().sitting().order().done(), std::size_t{1});
        QTRY_COMPARE(store->verdictHistory().value().size(), std::size_t{1});
        QVERIFY(!open.banner()->isVisible());

        before = open.replaceByAnother();
        open.at().key(Qt::Key_1);
        QTRY_VERIFY(open.banner()->isVisible()); // at once, not with the next look at the file
        QTRY_COMPARE(open.at().sitting().order().done(), std::size_t{1});
        QVERIFY(open.banner()->findChild<QLabel *>()->text().contains(QStringLiteral("was replaced")));
        QCOMPARE(store->verdictHistory().value().size(), std::size_t{1});
        QCOMPARE(savedBytes(open.file()), before);
    }

    void itIsNoticedWithoutAnEdit() {
        OpenFile open;
        fs::rename(open.file(), open.file("avenue.tagscope"));
        QTRY_VERIFY_WITH_TIMEOUT(open.banner()->isVisible(), 20000);
        QVERIFY(open.document().loss().has_value());
        fs::rename(open.file("avenue.tagscope"), open.file());
        QTRY_VERIFY_WITH_TIMEOUT(!open.banner()->isVisible(), 20000);
    }

    void aCopyIsSavedAndOpened() {
        OpenFile open;
        const std::string before = open.replaceByAnother();
        open.document().checkFile();
        QTRY_VERIFY(open.banner()->isVisible());
        open.press("saveLostCopy");
        open.chooseFile(open.file("copy.tagscope"));
        QTRY_VERIFY(fs::exists(open.file("copy.tagscope")));
        QVERIFY_OK(Project::open(open.file("copy.tagscope"), Project::Access::ReadOnly));
        QCOMPARE(Project::open(open.file("copy.tagscope"), Project::Access::ReadOnly)->clips()->size(),
                 std::size_t{20});
        QCOMPARE(savedBytes(open.file()), before);
    }

    void theFileThatIsThereIsOpened() {
        OpenFile open;
        const std::shared_ptr<Project> store = open.document().project()->store;
        const std::string before = open.replaceByAnother();
        open.document().checkFile();
        QTRY_VERIFY(open.banner()->isVisible());
        open.press("openReplaced");
        QTRY_VERIFY(!store->clips()); // let go, so that its place can be opened
        QCOMPARE(savedBytes(open.file()), before);
        QVERIFY_OK(Project::open(open.file()));
    }

    void closingAsksWhereAllWouldBeLost() {
        OpenFile open;
        fs::remove(open.file());
        QVERIFY(!open.at().window().close());
        QVERIFY(open.at().window().isVisible());
        auto *question = open.at().window().findChild<QMessageBox *>();
        QVERIFY(question != nullptr && question->isVisible());
        QTest::keyClick(question, Qt::Key_Return); // a copy
        open.chooseFile(open.file());
        QTRY_VERIFY(!open.at().window().isVisible());
        QVERIFY(fs::exists(open.file()));
    }

    void closingAsksNothingElse() {
        OpenFile open;
        QVERIFY(open.at().window().close());
    }
};

TAGSCOPE_WINDOW_TEST(TestLostFile)
#include "tst_lost_file.moc"

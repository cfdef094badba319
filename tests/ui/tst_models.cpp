// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomic_file.h"
#include "tests/support/qt_test.h"
#include "tests/ui/clipped_text.h"
#include "tests/ui/own_settings.h"
#include "tests/ui/synthetic.h"
#include "tests/ui/synthetic_models.h"
#include "tests/ui/warnings.h"
#include "ui/models/model_card.h"
#include "ui/models/model_watch.h"
#include "ui/models/models_dialog.h"
#include "ui/tracks/missing_models_bar.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <atomic>
#include <filesystem>

using namespace tagscope;
using namespace tagscope::ui;

namespace {

// A dialog over models that are made up, and what stands in it.
struct ShownDialog {
    ModelSource source = test::syntheticModels();
    ModelsDialog dialog{source};

    ShownDialog() {
        dialog.list();
        dialog.show();
    }
    [[nodiscard]] ModelCard *card(const char *kind) { return dialog.findChild<ModelCard *>(QLatin1String(kind)); }
    [[nodiscard]] QString text(const char *kind, const char *label) {
        return card(kind)->findChild<QLabel *>(QLatin1String(label))->text();
    }
    [[nodiscard]] QPushButton *button(const char *kind, const char *name) {
        return card(kind)->findChild<QPushButton *>(QLatin1String(name));
    }
    [[nodiscard]] bool isListed() {
        return QTest::qWaitFor([this] { return text("crnn", "state").startsWith(QStringLiteral("✗")); });
    }
};

} // namespace

class TestModels : public QObject {
    Q_OBJECT

private:
    QTemporaryDir settings_;

private Q_SLOTS:
    void initTestCase() { test::useOwnSettings(settings_); }

    void init() {
        test::failOnWarnings();
        QSettings().clear();
    }

    void saysWhatIsMissingAndWhereItIs() {
        ShownDialog shown;
        QVERIFY(shown.isListed());
        QVERIFY(shown.text("crnn", "facts").contains(QStringLiteral("none")));
        QVERIFY(!shown.button("crnn", "fetch")->isVisible());
        QVERIFY(shown.button("crnn", "choose")->isVisible());
        const QString facts = shown.text("alexnet", "facts").remove(QChar(0x200b));
        for (const char *part :
             {"AlexNet, one", "BSD-3-Clause", "244.4 MB", "7be5be791159", "https://models.example/a/"})
            QVERIFY2(facts.contains(QLatin1String(part)), qPrintable(facts));
        auto *choices = shown.card("alexnet")->findChild<QComboBox *>();
        QCOMPARE(choices->count(), 2);
        choices->setCurrentIndex(1);
        QVERIFY(shown.text("alexnet", "facts").contains(QStringLiteral("begins with 4df8aa71")));
        QVERIFY(shown.text("inception-v4", "facts").contains(QStringLiteral("not known for certain")));
        QCOMPARE(shown.button("glove", "fetch")->text(), QStringLiteral("Continue (1.2 GB are there)"));
        QApplication::clipboard()->clear();
        shown.button("alexnet", "copy")->click();
        QCOMPARE(QApplication::clipboard()->text(),
                 QStringLiteral("https://models.example/a/rather/long/folder/before.pth"));
        static_cast<void>(QTest::qWaitFor([&] { return test::clippedTexts(shown.dialog).isEmpty(); }, 2000));
        QCOMPARE(test::clippedTexts(shown.dialog).join(QLatin1Char('\n')), QString());
    }

    void fetchesAndSaysHowItWasChecked() {
        ShownDialog shown;
        QVERIFY(shown.isListed());
        const QSignalSpy added(&shown.dialog, &ModelsDialog::added);
        shown.button("alexnet", "fetch")->click();
        QVERIFY(shown.button("alexnet", "cancel")->isVisible());
        QVERIFY(!shown.button("alexnet", "fetch")->isEnabled() && !shown.button("alexnet", "choose")->isEnabled());
        QTRY_COMPARE(added.count(), 1);
        QVERIFY(!shown.button("alexnet", "cancel")->isVisible());
        QVERIFY(shown.text("alexnet", "message").contains(QStringLiteral("SHA-256 is that of the published file")));
        shown.dialog.list();
        QTRY_VERIFY(shown.text("alexnet", "state").startsWith(QStringLiteral("✓ AlexNet, one (000000000000)")));
        QVERIFY(!shown.button("alexnet", "fetch")->isEnabled()); // it is there
    }

    void allThatAreMissingAreFetchedAtOnce() {
        ShownDialog shown;
        auto *all = shown.dialog.findChild<QPushButton *>(QStringLiteral("fetchAll"));
        QVERIFY(!all->isEnabled());
        QVERIFY(shown.isListed());
        QVERIFY(all->isEnabled());
        all->click();
        QVERIFY(!all->isEnabled());
        for (const char *kind : {"alexnet", "inception-v4", "glove"})
            QVERIFY2(shown.button(kind, "cancel")->isVisible(), kind);
        QVERIFY(!shown.button("crnn", "cancel")->isVisible()); // nobody published one
        QTRY_VERIFY(shown.text("inception-v4", "message").contains(QStringLiteral("404")));
        QVERIFY(all->isEnabled()); // that one can be tried again
    }

    void aFetchCanBeStoppedAndFail() {
        ShownDialog shown;
        QVERIFY(shown.isListed());
        shown.button("glove", "fetch")->click();
        shown.button("glove", "cancel")->click();
        QTRY_VERIFY(shown.text("glove", "message").startsWith(QStringLiteral("Cancelled")));
        shown.button("inception-v4", "fetch")->click();
        QTRY_VERIFY(shown.text("inception-v4", "message").contains(QStringLiteral("404")));
        QVERIFY(shown.button("inception-v4", "fetch")->isEnabled());
    }

    void aFetchGoesOnWhileTheDialogIsClosed() {
        ShownDialog shown;
        QVERIFY(shown.isListed());
        const QSignalSpy added(&shown.dialog, &ModelsDialog::added);
        shown.button("alexnet", "fetch")->click();
        shown.dialog.close();
        QTRY_COMPARE(added.count(), 1);
    }

    void otherProgramsRegistrationsAreNoticed() {
        const QTemporaryDir folder;
        const std::filesystem::path directory = std::filesystem::path(folder.path().toStdString()) / "data" / "models";
        ModelWatch watch(directory);
        const QSignalSpy changed(&watch, &ModelWatch::changed);
        // The directory comes with the first model; the file is replaced by a rename.
        for (int time = 1; time <= 3; ++time) {
            QVERIFY_OK(writeFileAtomically(directory / "registry.json", std::string(20, 'x')));
            QTRY_COMPARE(changed.count(), time);
        }
        QVERIFY_OK(writeFileAtomically(directory / "alexnet-0123.pth", "weights")); // what it names is no change of it
        watch.look();
        QCOMPARE(changed.count(), 3);
        std::filesystem::remove_all(directory);
        QTRY_COMPARE(changed.count(), 4);
        QVERIFY_OK(writeFileAtomically(directory / "registry.json", "again"));
        QTRY_COMPARE(changed.count(), 5);
    }

    // What lacks models says so, offers the way to them, and is analysed anew once there are some.
    void clipsAreAnalysedAgainWithNewModels() {
        const QTemporaryDir folder;
        const std::filesystem::path directory = folder.path().toStdString();
        const auto isThere = std::make_shared<std::atomic<bool>>(false);
        Sources sources = test::sourcesWith([isThere](const std::filesystem::path &media,
                                                      const std::function<void(ClipAnalysis)> &receive,
                                                      const Progress &, const std::stop_token &) -> Result<void> {
            test::Missing none;
            none.crnn = none.inception = !*isThere;
            ClipAnalysis clip = test::syntheticClip(media, none);
            clip.models = *isThere ? ModelsUsed{"a", "b", "c", "d"} : ModelsUsed{};
            receive(std::move(clip));
            return {};
        });
        sources.models.directory = directory;
        sources.models.reload = [isThere] { *isThere = true; };
        MainWindow window(sources);
        window.show();
        window.openMedia({"/media/street.mp4"});
        auto *bar = window.findChild<MissingModelsBar *>();
        QTRY_VERIFY(bar->isVisible());
        QVERIFY(bar->findChild<QLabel *>()->text().contains(QStringLiteral("Not analysed: no models")));
        bar->findChild<QPushButton *>()->click();
        QTRY_VERIFY(window.findChild<ModelsDialog *>() != nullptr && window.findChild<ModelsDialog *>()->isVisible());
        window.findChild<ModelsDialog *>()->close();
        QVERIFY_OK(writeFileAtomically(directory / "registry.json", "{}"));
        QTRY_VERIFY(!bar->isVisible());
        QVERIFY(*isThere);
    }
};

TAGSCOPE_WINDOW_TEST(TestModels)
#include "tst_models.moc"

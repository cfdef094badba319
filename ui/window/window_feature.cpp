// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/window_feature.h"

#include "ui/base/help_dialog.h"
#include "ui/base/keys_dialog.h"
#include "ui/base/language.h"
#include "ui/base/shortcuts.h"
#include "ui/base/theme.h"
#include "ui/window/about_dialog.h"
#include "ui/window/report_problem_dialog.h"

#include <QAction>
#include <QMainWindow>
#include <QSettings>
#include <QUndoStack>

namespace tagscope::ui {

WindowFeature::WindowFeature(const FeatureContext &context, QMainWindow &window) : Feature(context) {
    addEntry("file", 301, "file.quit", tr("&Quit"), QKeySequence::Quit, [&window] { window.close(); });
    addUndo();
    addChoices();
    addEntry("help", 101, "help.help", tr("&Help"), Qt::Key_F1, [&window] { showHelp(&window); });
    addEntry("help", 102, "help.keys", tr("List of &keys"), Qt::Key_F2, [&window] { showKeys(&window); });
    addEntry("help", 201, "help.report", tr("&Report a problem…"), {}, [&window] { showReportProblem(&window); });
    addEntry("help", 202, "help.about", tr("&About Tagscope"), {}, [&window] { showAbout(&window); });
}

void WindowFeature::addUndo() {
    QAction *undo = context_.document.undo().createUndoAction(this, tr("&Undo"));
    giveKeys(*undo, QStringLiteral("edit.undo"), {QKeySequence::Undo});
    addEntry("edit", 101, *undo);
    QAction *redo = context_.document.undo().createRedoAction(this, tr("&Redo"));
    giveKeys(*redo, QStringLiteral("edit.redo"), {QKeySequence::Redo});
    addEntry("edit", 102, *redo);
}

void WindowFeature::addChoices() {
    const Theme theme = themeNamed(QSettings().value(QStringLiteral("window/theme")).toString());
    addChoice("view", 202, tr("&Theme"), {tr("System"), tr("Light"), tr("Dark")}, // in the order of kThemes
              static_cast<qsizetype>(theme),
              [](qsizetype chosen) { keepTheme(kThemes[static_cast<std::size_t>(chosen)]); });
    // In the languages themselves, for those who read no other.
    addChoice("view", 203, tr("&Language"), {tr("System"), QStringLiteral("English"), QStringLiteral("Deutsch")},
              static_cast<qsizetype>(chosenLanguage()), [this](qsizetype chosen) {
                  chooseLanguage(kLanguages[static_cast<std::size_t>(chosen)]);
                  context_.say(tr("The language changes the next time Tagscope starts."));
              });
}

} // namespace tagscope::ui

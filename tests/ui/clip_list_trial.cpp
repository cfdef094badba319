// SPDX-License-Identifier: GPL-3.0-or-later
// How long the list of clips of a project takes for its letters, filters and orders, with 50,000 clips.
// Not a test: its figures depend on the machine. Run: QT_QPA_PLATFORM=offscreen clip_list_trial [CLIPS]

#include "tests/ui/synthetic.h"
#include "tests/ui/synthetic_project.h"
#include "ui/clips/clip_thumbnails.h"
#include "ui/clips/project_clip_model.h"
#include "ui/clips/project_panel.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QListView>
#include <QToolButton>
#include <cstdio>
#include <functional>

using namespace tagscope;
using namespace tagscope::ui;

namespace {

void measure(const char *what, const std::function<void()> &act) {
    QElapsedTimer timer;
    timer.start();
    act();
    QApplication::processEvents(); // with what is painted
    std::printf("%-46s %6.1f ms\n", what, static_cast<double>(timer.nsecsElapsed()) / 1e6);
}

} // namespace

int main(int argc, char **argv) {
    QApplication application(argc, argv);
    test::ProjectMake make;
    make.clips = argc > 1 ? static_cast<std::size_t>(std::atoll(argv[1])) : 50000;
    auto project = std::make_shared<OpenProject>();
    project->analyst = std::make_shared<test::SyntheticProject>("/project/large.tagscope", make);
    project->contents = *readContents(project->analyst->project());
    for (const LabelledClip &clip : project->contents.clips) {
        QString text = QString::fromStdString(clip.clip.name + "\n" + clip.clip.split);
        for (const int label : clip.labels)
            text += QString::fromStdString("\n" + project->contents.classes[static_cast<std::size_t>(label)].name);
        project->searchTexts.push_back(text.toCaseFolded());
    }
    ProjectClipModel model;
    ClipThumbnails thumbnails(test::syntheticThumbnails);
    ProjectPanel panel(model, thumbnails);
    panel.resize(500, 900);
    panel.show();
    QApplication::processEvents();
    std::printf("%zu clips\n", make.clips);
    measure("the project is there", [&] {
        model.setProject(project);
        panel.setProject(project);
    });
    const ClipFigures figures = *clipFigures(project->analyst->project());
    ClipJudge::Judgements judgements;
    measure("judging all (on a worker in the window)", [&] {
        judgements = std::make_shared<const std::vector<ClipJudgement>>(
            *judgeClips(project->contents, figures, *figures.point, {}));
    });
    for (const bool isTable : {false, true}) {
        panel.findChild<QToolButton *>(QStringLiteral("clipsAsTable"))->setChecked(isTable);
        std::printf("%s\n", isTable ? "as a table" : "as a list");
        measure("  tags of all arrive", [&] { model.setJudgements(judgements); });
        for (const char *text : {"c", "cl", "clip-4", "clip-49", "siren", "siren test"})
            measure((std::string("  search \"") + text + '"').c_str(),
                    [&] { model.setFilter({.text = QString::fromLatin1(text)}); });
        measure("  all again", [&] { model.setFilter({}); });
        measure("  split", [&] { model.setFilter({.split = QStringLiteral("test")}); });
        measure("  disagreement", [&] { model.setFilter({.disagreement = LabelDisagreement::Any}); });
        measure("  tag", [&] { model.setFilter({.tag = 3}); });
        model.setFilter({});
        for (int column = 0; column < ProjectClipModel::ColumnCount; ++column)
            measure(("  sort by " + model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().toStdString())
                        .c_str(),
                    [&] { model.sort(column, Qt::DescendingOrder); });
        measure("  as added", [&] { model.sort(ProjectClipModel::kAsAdded); });
    }
    return 0;
}

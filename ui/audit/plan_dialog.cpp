// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/plan_dialog.h"

#include "core/audit/audit_plan.h"
#include "core/base/try.h"
#include "ui/audit/plan_form.h"
#include "ui/base/count_text.h"
#include "ui/base/text.h"

#include <QCoreApplication>
#include <algorithm>

namespace tagscope::ui {
namespace {

class PlanDialog {
    Q_DECLARE_TR_FUNCTIONS(PlanDialog)
};

std::size_t pagesOf(const PlannedTask &task, PageKind kind) {
    return static_cast<std::size_t>(std::ranges::count(task.pages, kind, &PlannedPage::kind));
}

QString planOutcome(const AuditPlan &plan, const std::vector<std::filesystem::path> &files) {
    QStringList lines{PlanDialog::tr("%n task file(s) written; the plan is kept in the project. Send each annotator "
                                     "the file with the own name.",
                                     nullptr, static_cast<int>(files.size()))};
    for (std::size_t i = 0; i < files.size(); ++i) {
        const PlannedTask &task = plan.tasks[i];
        std::size_t pairs = 0;
        for (const PlannedPage &page : task.pages)
            pairs += page.page.events.size();
        //: File; clips; of them for everybody, and with answers that are known; labels to be judged.
        lines << PlanDialog::tr("%1: %2 clips (%3 for everybody, %4 gold), %5 labels")
                     .arg(pathText(files[i]), countText(task.pages.size()), countText(pagesOf(task, PageKind::Shared)),
                          countText(pagesOf(task, PageKind::Gold)), countText(pairs));
    }
    lines << PlanDialog::tr(
        "The files hold the names of the recordings. The window hides them, but whoever looks into a file "
        "sees them: give recordings whose names tell their event other names first.");
    return lines.join(QLatin1Char('\n'));
}

} // namespace

WorkDialog *planDialog(const std::shared_ptr<Project> &project, const std::function<void()> &planned, QWidget *parent) {
    auto *form = new PlanForm(*project);
    const auto makeJob = [form, project, planned]() -> Result<WorkDialog::Work> {
        const PlanOptions options = form->options();
        const std::filesystem::path folder = form->folder();
        if (options.annotators.empty())
            return fail(Error::Kind::Inconsistent,
                        plainText(PlanDialog::tr("Name the annotators, separated by commas.").toStdString()));
        if (folder.empty())
            return fail(Error::Kind::Inconsistent,
                        plainText(PlanDialog::tr("Choose the folder for the task files.").toStdString()));
        return WorkDialog::Work([project, planned, options,
                                 folder](const Progress &, const std::stop_token &stop) -> Result<WorkDialog::Done> {
            const AuditPlan plan = TAGSCOPE_TRY(makePlan(*project, options, stop));
            if (stop.stop_requested())
                return cancelled();
            const std::vector<std::filesystem::path> files = TAGSCOPE_TRY(handOut(*project, plan, folder));
            return WorkDialog::Done([planned, plan, files] {
                planned();
                return planOutcome(plan, files);
            });
        });
    };
    return new WorkDialog(PlanDialog::tr("Plan an audit"), PlanDialog::tr("Write the tasks"), form, makeJob, parent);
}

} // namespace tagscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/merge_dialog.h"

#include "core/audit/audit_merge.h"
#include "core/base/try.h"
#include "ui/base/audit_text.h"
#include "ui/base/text.h"
#include "ui/clips/import_form.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

namespace tagscope::ui {
namespace {

class MergeDialog {
    Q_DECLARE_TR_FUNCTIONS(MergeDialog)
};

// Whose verdicts are to be added, and how.
class MergeForm : public QWidget {
public:
    MergeForm()
        : file_(new QLineEdit),
          preview_(new QCheckBox(MergeDialog::tr("&Preview: show what would be added without changing anything"))),
          leaveOut_(new QCheckBox(MergeDialog::tr("&Leave out verdicts on clips and events that this project does not "
                                                  "have"))) {
        file_->setObjectName(QStringLiteral("mergeFile"));
        preview_->setObjectName(QStringLiteral("mergePreview"));
        leaveOut_->setObjectName(QStringLiteral("mergeLeaveOut"));
        preview_->setChecked(true);
        auto *about =
            new QLabel(MergeDialog::tr("Verdicts and marked regions are added to the history here; nothing is lost, "
                                       "and the other project is not changed. Merging cannot be undone."));
        about->setWordWrap(true);
        auto *rows = new QFormLayout(this);
        rows->setContentsMargins(0, 0, 0, 0);
        rows->addRow(about);
        rows->addRow(MergeDialog::tr("Other project"), withBrowseButton(file_, [this](const QString &now) {
                         return QFileDialog::getOpenFileName(this, MergeDialog::tr("Another annotator's project"), now,
                                                             MergeDialog::tr("Projects (*.tagscope);;All files (*)"));
                     }));
        rows->addRow(leaveOut_);
        rows->addRow(preview_);
    }

    [[nodiscard]] QString file() const { return file_->text().trimmed(); }
    [[nodiscard]] bool isPreview() const { return preview_->isChecked(); }
    void endPreview() { preview_->setChecked(false); }
    [[nodiscard]] UnknownPairs unknown() const {
        return leaveOut_->isChecked() ? UnknownPairs::LeaveOut : UnknownPairs::Refuse;
    }

private:
    QLineEdit *file_;
    QCheckBox *preview_;
    QCheckBox *leaveOut_;
};

// The other project is only read.
Result<MergeReport> mergeWith(Project &project, const std::filesystem::path &file, UnknownPairs unknown, bool isPreview,
                              const std::stop_token &stop) {
    const Project other = TAGSCOPE_TRY(Project::open(file, Project::Access::ReadOnly));
    return isPreview ? previewMerge(project, other, unknown, stop) : mergeAudit(project, other, unknown, stop);
}

} // namespace

WorkDialog *mergeDialog(const std::shared_ptr<Project> &project, const std::function<void()> &merged, QWidget *parent) {
    auto *form = new MergeForm;
    const auto makeJob = [form, project, merged]() -> Result<WorkDialog::Work> {
        if (form->file().isEmpty())
            return fail(Error::Kind::Inconsistent,
                        plainText(MergeDialog::tr("Choose the project whose verdicts are to be added.").toStdString()));
        const bool isPreview = form->isPreview();
        return WorkDialog::Work([form, project, merged, isPreview, file = toPath(form->file()),
                                 unknown = form->unknown()](const Progress &, const std::stop_token &stop) {
            return mergeWith(*project, file, unknown, isPreview, stop)
                .map([form, merged, isPreview](const MergeReport &report) {
                    return WorkDialog::Done([form, merged, isPreview, report] {
                        if (isPreview)
                            form->endPreview();
                        else
                            merged();
                        return textOf(report, isPreview) +
                               (isPreview ? QLatin1Char('\n') + MergeDialog::tr("Press Continue to add them.")
                                          : QString());
                    });
                });
        });
    };
    auto *dialog = new WorkDialog(MergeDialog::tr("Merge another annotator's project"), MergeDialog::tr("Continue"),
                                  form, makeJob, parent);
    dialog->setRepeatable();
    return dialog;
}

} // namespace tagscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/merge_dialog.h"

#include "core/audit/merge_files.h"
#include "core/base/try.h"
#include "core/exchange/import_audit.h"
#include "ui/base/audit_text.h"
#include "ui/base/count_text.h"
#include "ui/base/form_fields.h"
#include "ui/base/text.h"
#include "ui/clips/import_form.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>

namespace tagscope::ui {
namespace {

class MergeDialog {
    Q_DECLARE_TR_FUNCTIONS(MergeDialog)
};

// Whose verdicts are to be added, and how.
class MergeForm : public QWidget {
public:
    MergeForm()
        : files_(new QLineEdit), as_(new QLineEdit),
          preview_(new QCheckBox(MergeDialog::tr("&Preview: show what would be added without changing anything"))),
          leaveOut_(new QCheckBox(MergeDialog::tr("&Leave out verdicts on clips and events that this project does not "
                                                  "have"))) {
        files_->setObjectName(QStringLiteral("mergeFile"));
        files_->setToolTip(MergeDialog::tr("Several are separated by semicolons"));
        as_->setObjectName(QStringLiteral("mergeAs"));
        as_->setPlaceholderText(MergeDialog::tr("as in the files"));
        as_->setToolTip(MergeDialog::tr("Where another person has the same name"));
        preview_->setObjectName(QStringLiteral("mergePreview"));
        leaveOut_->setObjectName(QStringLiteral("mergeLeaveOut"));
        preview_->setChecked(true);
        auto *about =
            new QLabel(MergeDialog::tr("Verdicts and marked regions are added to the history here; nothing is lost, "
                                       "and the files are not changed. Merging can be undone."));
        about->setWordWrap(true);
        auto *rows = new QFormLayout(this);
        rows->setContentsMargins(0, 0, 0, 0);
        rows->addRow(about);
        rows->addRow(
            MergeDialog::tr("&Tasks, projects and tables"), withBrowseButton(files_, [this](const QString &) {
                return QFileDialog::getOpenFileNames(
                           this, MergeDialog::tr("What annotators sent back"), {},
                           MergeDialog::tr("Tasks, projects and tables (*.tagscope *.csv *.tsv);;All files (*)"))
                    .join(QStringLiteral("; "));
            }));
        rows->addRow(MergeDialog::tr("&Name here"), as_);
        rows->addRow(leaveOut_);
        rows->addRow(preview_);
        nameFields(*rows);
    }

    [[nodiscard]] std::vector<std::filesystem::path> files() const {
        std::vector<std::filesystem::path> files;
        for (const QString &file : files_->text().split(QLatin1Char(';'), Qt::SkipEmptyParts))
            if (!file.trimmed().isEmpty())
                files.push_back(toPath(file.trimmed()));
        return files;
    }
    [[nodiscard]] bool isPreview() const { return preview_->isChecked(); }
    void endPreview() { preview_->setChecked(false); }
    [[nodiscard]] MergeOptions options() const {
        return {leaveOut_->isChecked() ? UnknownPairs::LeaveOut : UnknownPairs::Refuse,
                as_->text().trimmed().toStdString()};
    }

private:
    QLineEdit *files_;
    QLineEdit *as_;
    QCheckBox *preview_;
    QCheckBox *leaveOut_;
};

FigureTable mergeTable(const std::vector<FileMerge> &merged) {
    FigureTable table{{MergeDialog::tr("File"), MergeDialog::tr("Verdicts added"), MergeDialog::tr("Already present"),
                       MergeDialog::tr("Regions added"), MergeDialog::tr("Regions withdrawn"),
                       MergeDialog::tr("Judged twice"), MergeDialog::tr("Given otherwise here")},
                      {}};
    for (const FileMerge &file : merged)
        table.rows.push_back({{{fileName(file.file), pathText(file.file)},
                               {countText(file.report.verdictsAdded), {}},
                               {countText(file.report.verdictsKnown), {}},
                               {countText(file.report.regionsAdded), {}},
                               {countText(file.report.regionsTakenBack), {}},
                               {countText(file.report.judgedTwice),
                                MergeDialog::tr("At other times, by annotators of the same name; if they are two "
                                                "people, merge the file of one of them with another name")},
                               {countText(file.report.conflicts.size()), {}}},
                              false});
    return table;
}

struct Merged {
    std::vector<FileMerge> files;
    AuditImportReport changes; // nothing of a preview
};

Result<Merged> merge(Project &project, const std::vector<std::filesystem::path> &files, const MergeOptions &options,
                     bool isPreview, const std::stop_token &stop) {
    Merged merged;
    if (isPreview) {
        merged.files = TAGSCOPE_TRY(previewFiles(project, files, options, stop));
        return merged;
    }
    const SaidInProject before = TAGSCOPE_TRY(saidIn(project));
    merged.files = TAGSCOPE_TRY(mergeFiles(project, files, options, stop));
    const SaidInProject after = TAGSCOPE_TRY(saidIn(project));
    merged.changes = addedBetween(before, after);
    return merged;
}

} // namespace

WorkDialog *mergeDialog(const std::shared_ptr<Project> &project,
                        const std::function<void(const AuditImportReport &)> &merged, QWidget *parent) {
    auto *form = new MergeForm;
    const auto dialog = std::make_shared<QPointer<WorkDialog>>();
    const auto makeJob = [form, project, merged, dialog]() -> Result<WorkDialog::Work> {
        const std::vector<std::filesystem::path> files = form->files();
        if (files.empty())
            return fail(Error::Kind::Inconsistent,
                        plainText(MergeDialog::tr("Choose the files whose verdicts are to be added.").toStdString()));
        const bool isPreview = form->isPreview();
        return WorkDialog::Work([form, project, merged, dialog, isPreview, files,
                                 options = form->options()](const Progress &, const std::stop_token &stop) {
            return merge(*project, files, options, isPreview, stop)
                .map([form, merged, dialog, isPreview](const Merged &done) {
                    return WorkDialog::Done([form, merged, dialog, isPreview, done] {
                        if (isPreview)
                            form->endPreview();
                        else
                            merged(done.changes);
                        if (*dialog)
                            (*dialog)->showTable(mergeTable(done.files), QStringLiteral("mergeTable"));
                        return textOf(sumOf(done.files), isPreview) +
                               (isPreview ? QLatin1Char('\n') + MergeDialog::tr("Press Continue to add them.")
                                          : QString());
                    });
                });
        });
    };
    *dialog = new WorkDialog(MergeDialog::tr("Merge another annotator's project"), MergeDialog::tr("Continue"), form,
                             makeJob, parent);
    (*dialog)->setRepeatable();
    return *dialog;
}

} // namespace tagscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clips/project_dialogs.h"

#include "core/base/try.h"
#include "core/exchange/import.h"
#include "ui/base/core_text.h"
#include "ui/base/count_text.h"
#include "ui/base/form_fields.h"
#include "ui/base/number_box.h"
#include "ui/base/text.h"
#include "ui/clips/import_form.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QFileDialog>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace tagscope::ui {
namespace {

constexpr double kLongestClipSeconds = 3600;
constexpr double kUsualClipSeconds = 10;

class ProjectDialogs {
    Q_DECLARE_TR_FUNCTIONS(ProjectDialogs)
};

// What a new project is to be.
class NewProjectForm : public QWidget {
public:
    enum class Classes { Challenge, OfList, OfTagger, FromFile, Typed };

    explicit NewProjectForm(const ImportOffer &offer)
        : file_(new QLineEdit), kind_(new QComboBox), classFile_(new QLineEdit), names_(new QPlainTextEdit),
          seconds_(new NumberBox), import_(new ImportForm(false)) {
        file_->setObjectName(QStringLiteral("newProjectFile"));
        kind_->setObjectName(QStringLiteral("newProjectClasses"));
        classFile_->setObjectName(QStringLiteral("newProjectClassFile"));
        names_->setObjectName(QStringLiteral("newProjectClassNames"));
        names_->setPlaceholderText(ProjectDialogs::tr("One event per line"));
        names_->setMaximumHeight(5 * fontMetrics().height());
        kind_->addItems({ProjectDialogs::tr("The 17 events of DCASE 2017 Task 4"),
                         ProjectDialogs::tr("The labels in the CSV, or the subfolders"),
                         ProjectDialogs::tr("The classes of the audio tagger"),
                         ProjectDialogs::tr("From a list of classes (TSV)"), ProjectDialogs::tr("Typed in")});
        seconds_->setRange(0.1, kLongestClipSeconds);
        seconds_->setValue(kUsualClipSeconds);
        seconds_->setSuffix(ProjectDialogs::tr(" s"));
        import_->setLists(offer.lists);
        import_->setMedia(offer.media);
        auto *details = new QStackedWidget;
        for (int page = 0; page < static_cast<int>(Classes::FromFile); ++page)
            details->addWidget(new QWidget);
        details->addWidget(withBrowseButton(classFile_, [this](const QString &now) {
            return QFileDialog::getOpenFileName(this, ProjectDialogs::tr("List of classes"), now,
                                                ProjectDialogs::tr("Lists (*.tsv *.txt);;All files (*)"));
        }));
        details->addWidget(names_);
        const auto showDetails = [details](int kind) {
            details->setCurrentIndex(kind);
            details->setVisible(kind >= static_cast<int>(Classes::FromFile));
        };
        connect(kind_, &QComboBox::currentIndexChanged, details, showDetails);
        showDetails(0);
        connect(import_, &ImportForm::subfoldersChosen, kind_,
                [this] { kind_->setCurrentIndex(static_cast<int>(Classes::OfList)); });
        auto *group = new QGroupBox(ProjectDialogs::tr("Clips (optional)"));
        auto *inGroup = new QVBoxLayout(group);
        inGroup->addWidget(import_);
        auto *form = new QFormLayout(this);
        form->setContentsMargins(0, 0, 0, 0);
        form->addRow(ProjectDialogs::tr("Project file"), withBrowseButton(file_, [this](const QString &now) {
                         return QFileDialog::getSaveFileName(this, ProjectDialogs::tr("New project"), now,
                                                             ProjectDialogs::tr("Projects (*.tagscope)"));
                     }));
        form->addRow(ProjectDialogs::tr("Events"), kind_);
        form->addRow(QString(), details);
        form->addRow(ProjectDialogs::tr("Clip length"), seconds_);
        form->addRow(group);
        nameFields(*form);
    }

    [[nodiscard]] Result<NewProject> project() const {
        NewProject wanted;
        QString file = file_->text().trimmed();
        if (file.isEmpty())
            return notReady(ProjectDialogs::tr("Choose a file for the new project."));
        if (!file.endsWith(QStringLiteral(".tagscope")))
            file += QStringLiteral(".tagscope");
        wanted.file = toPath(file);
        wanted.clipDuration = Seconds(seconds_->value());
        if (!import_->isEmpty())
            wanted.import = import_->request();
        switch (static_cast<Classes>(kind_->currentIndex())) {
        case Classes::Challenge:
            break;
        case Classes::OfList:
            if (!wanted.import || (wanted.import->lists.size() != 1 && !wanted.import->areLabelsFromSubfolders))
                return notReady(ProjectDialogs::tr("Choose the CSV whose labels are to be the events, and no other "
                                                   "list; or a folder whose subfolders are labels."));
            wanted.areClassesOfList = true;
            break;
        case Classes::OfTagger: // asked for by the work, since it may load a network
            break;
        case Classes::FromFile:
            wanted.classList = toPath(classFile_->text().trimmed());
            if (wanted.classList.empty())
                return notReady(ProjectDialogs::tr("Choose the list of classes."));
            break;
        case Classes::Typed:
            for (const QString &line : names_->toPlainText().split(QLatin1Char('\n')))
                if (!line.trimmed().isEmpty())
                    wanted.classNames.push_back(line.trimmed().toStdString());
            if (wanted.classNames.empty())
                return notReady(ProjectDialogs::tr("Enter at least one event."));
            break;
        }
        return wanted;
    }

    [[nodiscard]] bool areEventsOfTagger() const {
        return static_cast<Classes>(kind_->currentIndex()) == Classes::OfTagger;
    }

private:
    static tl::unexpected<Error> notReady(const QString &text) {
        return fail(Error::Kind::Inconsistent, plainText(text.toStdString()));
    }

    QLineEdit *file_;
    QComboBox *kind_;
    QLineEdit *classFile_;
    QPlainTextEdit *names_;
    NumberBox *seconds_;
    ImportForm *import_;
};

using TaggerEvents = std::function<Result<std::vector<EventClass>>()>;

Result<NewProject> withEventsOf(const TaggerEvents &tagger, NewProject wanted) {
    if (tagger)
        wanted.classes = TAGSCOPE_TRY(tagger());
    return wanted;
}

QString outcomeText(const MediaLocation &outcome) {
    const auto byContent = std::ranges::count_if(outcome.found, &LocatedMedia::isByContent);
    QStringList lines;
    lines << (outcome.found.empty()
                  ? ProjectDialogs::tr("None of the missing recordings was found there.")
                  : ProjectDialogs::tr("Clips whose recordings were found: %1, %2 of them by their content.")
                        .arg(countText(outcome.found.size()), countText(static_cast<std::size_t>(byContent))));
    lines << ProjectDialogs::tr("Clips still without media: %1.").arg(countText(outcome.missing));
    if (outcome.otherContents > 0)
        lines << translated(Message("exchange.other_contents", outcome.otherContents));
    return lines.join(QLatin1Char('\n'));
}

QString outcomeText(const ImportReport &report) {
    QStringList lines{ProjectDialogs::tr("Clips added: %1. Already present: %2. Without media: %3.")
                          .arg(countText(report.added), countText(report.known), countText(report.missing))};
    if (report.drawn > 0)
        lines << ProjectDialogs::tr("Training clips drawn for validation: %1.").arg(countText(report.drawn));
    for (const Message &note : report.notes)
        lines << translated(note);
    return lines.join(QLatin1Char('\n'));
}

} // namespace

WorkDialog *newProjectDialog(const ImportOffer &offer, const ModelSource &models,
                             const std::function<void(const std::filesystem::path &)> &made, QWidget *parent) {
    auto *form = new NewProjectForm(offer);
    const auto makeJob = [form, made, taggerEvents = models.taggerEvents]() -> Result<WorkDialog::Work> {
        const TaggerEvents asked = form->areEventsOfTagger() ? taggerEvents : TaggerEvents();
        return form->project().map([made, asked](const NewProject &wanted) {
            return WorkDialog::Work([wanted, made, asked](const Progress &progress, const std::stop_token &stop) {
                return withEventsOf(asked, wanted)
                    .and_then([&](const NewProject &whole) { return createProject(whole, progress, stop); })
                    .map([file = wanted.file, made](const ImportReport &report) {
                        return WorkDialog::Done([file, report, made] {
                            made(file);
                            return ProjectDialogs::tr("%1 has been created.").arg(fileName(file)) + QLatin1Char('\n') +
                                   outcomeText(report);
                        });
                    });
            });
        });
    };
    return new WorkDialog(ProjectDialogs::tr("New project"), ProjectDialogs::tr("Create project"), form, makeJob,
                          parent);
}

WorkDialog *importDialog(const std::shared_ptr<Project> &project, const ImportOffer &offer,
                         const std::function<void(const ProjectChange &)> &imported, QWidget *parent) {
    auto *form = new ImportForm(true);
    form->setLists(offer.lists);
    form->setMedia(offer.media);
    const auto makeJob = [form, project, imported]() -> Result<WorkDialog::Work> {
        if (form->isEmpty())
            return fail(
                Error::Kind::Inconsistent,
                plainText(ProjectDialogs::tr("Give a folder of media, lists of labels, or both.").toStdString()));
        return WorkDialog::Work(
            [request = form->request(), project, imported](const Progress &progress, const std::stop_token &stop) {
                ImportReport report;
                const auto change = project->recorded([&] {
                    return importInto(*project, request, progress, stop).map([&report](ImportReport made) {
                        report = std::move(made);
                    });
                });
                return change.map([report, imported](const ProjectChange &made) {
                    return WorkDialog::Done([report, imported, made] {
                        imported(made);
                        return outcomeText(report);
                    });
                });
            });
    };
    return new WorkDialog(ProjectDialogs::tr("Import into the project"), ProjectDialogs::tr("Import"), form, makeJob,
                          parent);
}

WorkDialog *locateDialog(const std::shared_ptr<Project> &project, const std::filesystem::path &folder,
                         const std::function<void(const std::vector<LocatedMedia> &)> &found, QWidget *parent) {
    const auto makeJob = [project, folder, found]() -> Result<WorkDialog::Work> {
        return WorkDialog::Work([project, folder, found](const Progress &progress, const std::stop_token &stop) {
            return locateMedia(*project, folder, progress, stop).map([found](const MediaLocation &outcome) {
                return WorkDialog::Done([outcome, found] {
                    if (!outcome.found.empty())
                        found(outcome.found);
                    return outcomeText(outcome);
                });
            });
        });
    };
    auto *dialog = new WorkDialog(ProjectDialogs::tr("Locate missing media"), {}, nullptr, makeJob, parent);
    dialog->start();
    return dialog;
}

} // namespace tagscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clips/annotation_dialog.h"

#include "core/exchange/import_audit.h"
#include "core/formats/region_format.h"
#include "ui/base/core_text.h"
#include "ui/base/count_text.h"
#include "ui/base/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QCoreApplication>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace tagscope::ui {
namespace {

class AnnotationDialog {
    Q_DECLARE_TR_FUNCTIONS(AnnotationDialog)
};

const QString kVerdicts = QStringLiteral("verdicts"); // in the place of a format

QString textOf(std::string_view name) {
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

// Which files, of which program, and whose.
class AnnotationForm : public QWidget {
public:
    explicit AnnotationForm(const AnnotationOffer &offer)
        : kind_(new QComboBox), files_(new QListWidget), annotator_(new QLineEdit(offer.annotator)),
          clip_(new QLineEdit), column_(new QLineEdit),
          addsEvents_(new QCheckBox(AnnotationDialog::tr("Add labels that are no events of the project as events"))),
          isPreview_(new QCheckBox(AnnotationDialog::tr("Only show what would be added"))) {
        kind_->setObjectName(QStringLiteral("annotationKind"));
        files_->setObjectName(QStringLiteral("annotationFiles"));
        annotator_->setObjectName(QStringLiteral("annotationAnnotator"));
        clip_->setObjectName(QStringLiteral("annotationClip"));
        column_->setObjectName(QStringLiteral("annotationColumn"));
        addsEvents_->setObjectName(QStringLiteral("annotationEvents"));
        isPreview_->setObjectName(QStringLiteral("annotationPreview"));
        clip_->setPlaceholderText(AnnotationDialog::tr("found by the files' names"));
        clip_->setToolTip(AnnotationDialog::tr("The clip that all the files are about, where their names do not say"));
        auto *names = new QCompleter(offer.clips, clip_);
        names->setFilterMode(Qt::MatchContains);
        names->setCaseSensitivity(Qt::CaseInsensitive);
        clip_->setCompleter(names);
        column_->setPlaceholderText(AnnotationDialog::tr("found by its heading"));
        column_->setToolTip(AnnotationDialog::tr("Of a table: the heading of the column that holds the labels"));
        fillKinds();
        files_->setSelectionMode(QAbstractItemView::ExtendedSelection);
        files_->setMaximumHeight(5 * fontMetrics().height());
        files_->setToolTip(AnnotationDialog::tr("Files named after the clips (with times within the clip) or after "
                                                "their recordings (with times within the recording)"));
        addFiles(offer.files);
        auto *about = new QLabel(AnnotationDialog::tr(
            "Verdicts and regions that the project does not have yet are added; nothing is lost, and the files are not "
            "changed. Entries that match no clip or event are listed and skipped."));
        about->setWordWrap(true);
        auto *form = new QFormLayout(this);
        form->setContentsMargins(0, 0, 0, 0);
        form->addRow(about);
        form->addRow(AnnotationDialog::tr("Contents"), kind_);
        form->addRow(AnnotationDialog::tr("Files"), withButtons());
        form->addRow(AnnotationDialog::tr("Annotator"), annotator_);
        form->addRow(AnnotationDialog::tr("Clip"), clip_);
        form->addRow(AnnotationDialog::tr("Column of labels"), column_);
        form->addRow(QString(), addsEvents_);
        form->addRow(QString(), isPreview_);
        connect(kind_, &QComboBox::currentIndexChanged, this, &AnnotationForm::follow);
        follow();
    }

    [[nodiscard]] bool areVerdicts() const { return kind_->currentData().toString() == kVerdicts; }
    [[nodiscard]] RegionImport regions() const {
        RegionImport import;
        for (int row = 0; row < files_->count(); ++row)
            import.files.push_back(toPath(files_->item(row)->text()));
        if (!areVerdicts())
            import.format = kind_->currentData().toString().toStdString();
        import.annotator = annotator_->text().trimmed().toStdString();
        import.clip = clip_->text().trimmed().toStdString();
        import.labelColumn = column_->text().trimmed().toStdString();
        import.addsEvents = addsEvents_->isChecked();
        import.isDryRun = isPreview_->isChecked();
        return import;
    }

private:
    void fillKinds() {
        kind_->addItem(AnnotationDialog::tr("verdicts (a table exported by Tagscope)"), kVerdicts);
        for (const RegionFormat &format : regionFormats())
            if (format.read != nullptr)
                kind_->addItem(AnnotationDialog::tr("regions, %1").arg(textOf(format.title)), textOf(format.id));
    }

    // Files that bear the suffix of what is chosen first.
    [[nodiscard]] QString filters() const {
        QStringList filters{AnnotationDialog::tr("All files (*)")};
        if (const RegionFormat *format = regionFormatNamed(kind_->currentData().toString().toStdString())) {
            QStringList patterns;
            for (const std::string_view suffix : format->suffixes)
                patterns << QLatin1Char('*') + textOf(suffix);
            filters.prepend(textOf(format->title) + QStringLiteral(" (%1)").arg(patterns.join(QLatin1Char(' '))));
        }
        return filters.join(QStringLiteral(";;"));
    }

    QLayout *withButtons() {
        auto *add = new QPushButton(AnnotationDialog::tr("Add files…"));
        auto *removal = new QPushButton(AnnotationDialog::tr("Remove"));
        connect(add, &QPushButton::clicked, this, [this] {
            std::vector<std::filesystem::path> chosen;
            for (const QString &file :
                 QFileDialog::getOpenFileNames(this, AnnotationDialog::tr("Annotations"), {}, filters()))
                chosen.push_back(toPath(file));
            addFiles(chosen);
        });
        connect(removal, &QPushButton::clicked, this, [this] { qDeleteAll(files_->selectedItems()); });
        auto *buttons = new QVBoxLayout;
        buttons->addWidget(add);
        buttons->addWidget(removal);
        buttons->addStretch(1);
        auto *across = new QHBoxLayout;
        across->addWidget(files_, 1);
        across->addLayout(buttons);
        return across;
    }

    // The first says what all are, where its name tells.
    void addFiles(const std::vector<std::filesystem::path> &files) {
        if (files_->count() == 0 && !files.empty())
            if (const RegionFormat *format = regionFormatOf(files.front()))
                kind_->setCurrentIndex(kind_->findData(textOf(format->id)));
        for (const std::filesystem::path &file : files)
            files_->addItem(pathText(file));
    }

    void follow() {
        for (QWidget *of : {static_cast<QWidget *>(annotator_), static_cast<QWidget *>(clip_),
                            static_cast<QWidget *>(column_), static_cast<QWidget *>(addsEvents_)})
            of->setEnabled(!areVerdicts());
        annotator_->setPlaceholderText(areVerdicts() ? AnnotationDialog::tr("named in the table") : QString());
    }

    QComboBox *kind_;
    QListWidget *files_;
    QLineEdit *annotator_;
    QLineEdit *clip_;
    QLineEdit *column_;
    QCheckBox *addsEvents_;
    QCheckBox *isPreview_;
};

QString countsSentence(bool areVerdicts, bool isPreview) {
    if (isPreview)
        return areVerdicts ? AnnotationDialog::tr("Verdicts that would be added: %1. Already present: %2.")
                           : AnnotationDialog::tr("Regions that would be added: %1. Already present: %2.");
    return areVerdicts ? AnnotationDialog::tr("Verdicts added: %1. Already present: %2.")
                       : AnnotationDialog::tr("Regions added: %1. Already present: %2.");
}

// What became of the whole, of each file where there are several, and why rows were left out.
QString textOf(const AuditImportReport &report, bool areVerdicts, bool isPreview) {
    QStringList lines{countsSentence(areVerdicts, isPreview).arg(countText(report.added), countText(report.known))};
    if (!report.addedEvents.empty()) {
        QStringList events;
        for (const std::string &event : report.addedEvents)
            events << toText(event);
        lines << (isPreview ? AnnotationDialog::tr("Events that would be added: %1")
                            : AnnotationDialog::tr("Events added: %1"))
                     .arg(events.join(QStringLiteral(" · ")));
    }
    if (report.files.size() > 1)
        for (const FileReport &file : report.files)
            lines << AnnotationDialog::tr("%1: %2 rows, %3 of them new, %4 left out")
                         .arg(pathText(file.file.filename()), countText(file.rows), countText(file.added),
                              countText(file.leftOut.size()));
    for (const Message &note : report.notes)
        lines << translated(note);
    return lines.join(QLatin1Char('\n'));
}

// Each file, and below it each row that was left out of it.
FigureTable tableOf(const AuditImportReport &report) {
    FigureTable table{{AnnotationDialog::tr("File"), AnnotationDialog::tr("Line"), AnnotationDialog::tr("Rows"),
                       AnnotationDialog::tr("New"), AnnotationDialog::tr("Already present"),
                       AnnotationDialog::tr("Left out"), AnnotationDialog::tr("Reason")},
                      {},
                      true};
    for (const FileReport &file : report.files) {
        const QString name = fileName(file.file);
        table.rows.push_back({{{name, pathText(file.file)},
                               {},
                               {countText(file.rows), {}},
                               {countText(file.added), {}},
                               {countText(file.known), {}},
                               {countText(file.leftOut.size()), {}},
                               {file.refused ? translated(file.refused->message) : QString(), {}}},
                              true});
        for (const LeftOutRow &row : file.leftOut)
            table.rows.push_back(
                {{{name, {}}, {countText(row.line), {}}, {}, {}, {}, {}, {translated(row.reason), {}}}, false});
    }
    return table;
}

Result<AuditImportReport> bring(Project &project, const RegionImport &import, bool areVerdicts,
                                const std::stop_token &stop) {
    if (!areVerdicts)
        return importRegions(project, import, stop);
    AuditImportReport sum;
    for (const std::filesystem::path &file : import.files) {
        const Result<AuditImportReport> one = importVerdicts(project, file, import.isDryRun);
        if (!one) { // the others go on
            FileReport refused;
            refused.file = file;
            refused.refused = one.error();
            sum.take(std::move(refused));
            continue;
        }
        sum.added += one->added;
        sum.known += one->known;
        sum.verdicts.insert(sum.verdicts.end(), one->verdicts.begin(), one->verdicts.end());
        sum.verdictsBefore.insert(sum.verdictsBefore.begin(), one->verdictsBefore.begin(), one->verdictsBefore.end());
        sum.remarks.insert(sum.remarks.end(), one->remarks.begin(), one->remarks.end());
        sum.remarksBefore.insert(sum.remarksBefore.begin(), one->remarksBefore.begin(), one->remarksBefore.end());
        for (const FileReport &report : one->files)
            sum.take(report);
    }
    return sum;
}

} // namespace

WorkDialog *annotationDialog(const std::shared_ptr<Project> &project, const AnnotationOffer &offer,
                             const std::function<void(const AuditImportReport &)> &brought, QWidget *parent) {
    auto *form = new AnnotationForm(offer);
    const auto shown = std::make_shared<QPointer<WorkDialog>>();
    const auto makeJob = [form, project, brought, shown]() -> Result<WorkDialog::Work> {
        const RegionImport import = form->regions();
        const bool areVerdicts = form->areVerdicts();
        if (import.files.empty())
            return fail(Error::Kind::Inconsistent,
                        plainText(AnnotationDialog::tr("Add the files first.").toStdString()));
        if (!areVerdicts && import.annotator.empty())
            return fail(Error::Kind::Inconsistent,
                        plainText(AnnotationDialog::tr("Specify who marked the regions.").toStdString()));
        return WorkDialog::Work([=](const Progress &, const std::stop_token &stop) {
            return bring(*project, import, areVerdicts, stop).map([=](const AuditImportReport &report) {
                return WorkDialog::Done([=] {
                    if (!import.isDryRun)
                        brought(report);
                    if (*shown)
                        (*shown)->showTable(tableOf(report), QStringLiteral("importTable"));
                    return textOf(report, areVerdicts, import.isDryRun);
                });
            });
        });
    };
    auto *dialog = new WorkDialog(AnnotationDialog::tr("Import annotations"), AnnotationDialog::tr("Import"), form,
                                  makeJob, parent);
    dialog->setRepeatable();
    *shown = dialog;
    return dialog;
}

} // namespace tagscope::ui

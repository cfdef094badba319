// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clips/score_dialog.h"

#include "core/exchange/import_scores.h"
#include "ui/base/core_text.h"
#include "ui/base/count_text.h"
#include "ui/base/text.h"
#include "ui/base/work_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace tagscope::ui {
namespace {

class ScoreDialog {
    Q_DECLARE_TR_FUNCTIONS(ScoreDialog)
};

// Which files, of which system, for which branch.
class ScoreForm : public QWidget {
public:
    explicit ScoreForm(const std::vector<std::filesystem::path> &files)
        : kind_(new QComboBox), files_(new QListWidget), name_(new QLineEdit), branch_(new QComboBox),
          hop_(new QLineEdit), areLogits_(new QCheckBox(ScoreDialog::tr("The numbers are logits"))),
          isUsed_(new QCheckBox(ScoreDialog::tr("The branch takes them from now on"))) {
        kind_->setObjectName(QStringLiteral("scoreKind"));
        files_->setObjectName(QStringLiteral("scoreFiles"));
        name_->setObjectName(QStringLiteral("scoreName"));
        branch_->setObjectName(QStringLiteral("scoreBranch"));
        kind_->addItem(ScoreDialog::tr("scores, one a clip and class (CSV, TSV, .npy, JAMS)"));
        kind_->addItem(ScoreDialog::tr("activations over time, a file a clip (sed_scores_eval, .npy, JAMS)"));
        kind_->addItem(ScoreDialog::tr("detections with confidences (BirdNET, Raven, CSV)"));
        branch_->addItem(ScoreDialog::tr("audio"), 0);
        branch_->addItem(ScoreDialog::tr("video"), 1);
        hop_->setPlaceholderText(ScoreDialog::tr("of arrays that do not say"));
        isUsed_->setChecked(true);
        files_->setSelectionMode(QAbstractItemView::ExtendedSelection);
        files_->setMaximumHeight(5 * fontMetrics().height());
        addFiles(files);
        auto *about = new QLabel(ScoreDialog::tr(
            "Another system's numbers become a source beside the others. Classes are events by name or AudioSet id; "
            "clips may be in any order, and those without scores are counted."));
        about->setWordWrap(true);
        auto *form = new QFormLayout(this);
        form->setContentsMargins(0, 0, 0, 0);
        form->addRow(about);
        form->addRow(ScoreDialog::tr("Contents"), kind_);
        form->addRow(ScoreDialog::tr("Files"), withButtons());
        form->addRow(ScoreDialog::tr("Name"), name_);
        form->addRow(ScoreDialog::tr("Branch"), branch_);
        form->addRow(ScoreDialog::tr("Seconds from step to step"), hop_);
        form->addRow(areLogits_);
        form->addRow(isUsed_);
        connect(kind_, &QComboBox::currentIndexChanged, this,
                [this] { hop_->setEnabled(reader() == importActivations); });
        hop_->setEnabled(false);
    }

    [[nodiscard]] decltype(&importScores) reader() const {
        constexpr std::array kReaders{importScores, importActivations, importDetections};
        return kReaders.at(static_cast<std::size_t>(std::max(kind_->currentIndex(), 0)));
    }
    [[nodiscard]] bool isUsed() const { return isUsed_->isChecked(); }
    // Nothing where the hop is no number.
    [[nodiscard]] std::optional<ScoreImport> request() const {
        ScoreImport import;
        for (int row = 0; row < files_->count(); ++row)
            import.files.push_back(toPath(files_->item(row)->text()));
        import.name = name_->text().trimmed().toStdString();
        import.branch = branch_->currentData().toInt() == 0 ? Branch::Audio : Branch::Video;
        import.scale = areLogits_->isChecked() ? ScoreScale::Logit : ScoreScale::Probability;
        if (const QString hop = hop_->text().trimmed().replace(QLatin1Char(','), QLatin1Char('.')); !hop.isEmpty()) {
            bool isNumber = false;
            import.hop = Seconds(hop.toDouble(&isNumber));
            if (!isNumber)
                return std::nullopt;
        }
        return import;
    }

private:
    QLayout *withButtons() {
        auto *add = new QPushButton(ScoreDialog::tr("Add files…"));
        auto *folder = new QPushButton(ScoreDialog::tr("Add folder…"));
        auto *removal = new QPushButton(ScoreDialog::tr("Remove"));
        connect(add, &QPushButton::clicked, this, [this] {
            std::vector<std::filesystem::path> chosen;
            for (const QString &file : QFileDialog::getOpenFileNames(this, ScoreDialog::tr("Scores")))
                chosen.push_back(toPath(file));
            addFiles(chosen);
        });
        connect(folder, &QPushButton::clicked, this, [this] {
            if (const QString chosen = QFileDialog::getExistingDirectory(this, ScoreDialog::tr("Activations"));
                !chosen.isEmpty()) {
                kind_->setCurrentIndex(1);
                addFiles({toPath(chosen)});
            }
        });
        connect(removal, &QPushButton::clicked, this, [this] { qDeleteAll(files_->selectedItems()); });
        auto *buttons = new QVBoxLayout;
        for (QPushButton *button : {add, folder, removal})
            buttons->addWidget(button);
        buttons->addStretch(1);
        auto *across = new QHBoxLayout;
        across->addWidget(files_, 1);
        across->addLayout(buttons);
        return across;
    }

    // The first one's name is a name for all.
    void addFiles(const std::vector<std::filesystem::path> &files) {
        for (const std::filesystem::path &file : files)
            files_->addItem(pathText(file));
        if (name_->text().isEmpty() && !files.empty())
            name_->setText(pathText(files.front().stem()));
    }

    QComboBox *kind_;
    QListWidget *files_;
    QLineEdit *name_;
    QComboBox *branch_;
    QLineEdit *hop_;
    QCheckBox *areLogits_;
    QCheckBox *isUsed_;
};

QString scoreReportText(const ScoreImportReport &report) {
    QStringList lines{ScoreDialog::tr("Clips with scores: %1. Without: %2.")
                          .arg(countText(report.clips), countText(report.missing.size()))};
    AuditImportReport sentences;
    for (const FileReport &file : report.files)
        sentences.take(file);
    for (const Message &note : sentences.notes)
        lines << translated(note);
    for (const Message &note : report.notes)
        lines << translated(note);
    static constexpr std::size_t kNamed = 5;
    const auto some = [](const std::vector<std::string> &names) {
        QStringList shown;
        for (std::size_t i = 0; i < std::min(names.size(), kNamed); ++i)
            shown << toText(names[i]);
        return shown.join(QStringLiteral(", ")) + (names.size() > kNamed ? QStringLiteral(", …") : QString());
    };
    if (!report.absentEvents.empty())
        lines << ScoreDialog::tr("Events that no class stands for count as 0: %1.").arg(some(report.absentEvents));
    if (!report.otherClasses.empty())
        lines << ScoreDialog::tr("Classes that are no events of the project: %1.").arg(some(report.otherClasses));
    return lines.join(QLatin1Char('\n'));
}

// What came of it.
struct BroughtScores {
    ScoreSource source;
    bool isUsed = false; // its branch is to take it
};

WorkDialog *scoreDialog(const std::shared_ptr<Project> &project, const std::vector<std::filesystem::path> &files,
                        const std::function<void(const BroughtScores &)> &brought, QWidget *parent) {
    auto *form = new ScoreForm(files);
    const auto makeJob = [form, project, brought]() -> Result<WorkDialog::Work> {
        const std::optional<ScoreImport> import = form->request();
        const auto refuse = [](const QString &what) {
            return fail(Error::Kind::Inconsistent, plainText(what.toStdString()));
        };
        if (!import)
            return refuse(ScoreDialog::tr("The seconds from step to step are no number."));
        if (import->files.empty())
            return refuse(ScoreDialog::tr("Add the files first."));
        if (import->name.empty())
            return refuse(ScoreDialog::tr("Give the scores a name."));
        const auto reader = form->reader();
        const bool isUsed = form->isUsed();
        return WorkDialog::Work([=](const Progress &progress, const std::stop_token &stop) {
            return reader(*project, *import, progress, stop).map([=](const ScoreImportReport &report) {
                return WorkDialog::Done([=] {
                    if (report.clips > 0)
                        brought({{import->branch, import->name}, isUsed});
                    return scoreReportText(report);
                });
            });
        });
    };
    auto *dialog = new WorkDialog(ScoreDialog::tr("Import scores"), ScoreDialog::tr("Import"), form, makeJob, parent);
    dialog->setRepeatable();
    return dialog;
}

} // namespace

void offerScores(const FeatureContext &context, const std::vector<std::filesystem::path> &files) {
    const std::shared_ptr<const OpenProject> project = context.document.project();
    if (!project) {
        context.say(ScoreDialog::tr("First open the project that the scores are about."));
        return;
    }
    const auto brought = [&document = context.document, project](const BroughtScores &scores) {
        if (project != document.project())
            return;
        if (scores.isUsed) {
            BranchChoice choice = document.branches().choice();
            (scores.source.branch == Branch::Audio ? choice.audio : choice.video) = scores.source.name;
            document.branches().choose(choice, ScoreDialog::tr("choosing the imported scores"));
        }
        Q_EMIT document.edits().scoresChanged();
    };
    scoreDialog(project->store, files, brought, &context.parent)->open();
}

} // namespace tagscope::ui

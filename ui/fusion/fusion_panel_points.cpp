// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/text.h"
#include "ui/base/usual_folder.h"
#include "ui/fusion/fusion_history_dialog.h"
#include "ui/fusion/fusion_panel.h"
#include "ui/fusion/fusion_tune_dialog.h"

#include <QComboBox>
#include <QDateTime>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSettings>

// FusionPanel's operating points: taking them up, saving, tuning, handing them on.
namespace tagscope::ui {
namespace {

constexpr const char *kByHand = "by hand";

QString folderKey() {
    return QStringLiteral("fusion/folder");
}

// One that is open already comes to the front.
void bringUp(QDialog &dialog) {
    if (dialog.isVisible()) {
        dialog.raise();
        dialog.activateWindow();
    }
    dialog.show();
}

QString fileKinds() {
    return FusionPanel::tr("Operating points (*.json);;All files (*)");
}

} // namespace

void FusionPanel::makePointMenu(QPushButton &button, BranchSources &branches) {
    auto *menu = new QMenu(&button);
    connect(menu->addAction(tr("&History…")), &QAction::triggered, this, &FusionPanel::showHistory);
    menu->addSeparator();
    for (const auto &[branch, title] :
         {std::pair(Branch::Audio, tr("&Sound from")), std::pair(Branch::Video, tr("&Pictures from"))}) {
        QMenu *sources = menu->addMenu(title);
        connect(sources, &QMenu::aboutToShow, this,
                [this, sources, branch = branch, &branches] { fillSources(*sources, branch, branches); });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("&Export all…")), &QAction::triggered, this, &FusionPanel::exportPoints);
    connect(menu->addAction(tr("&Import…")), &QAction::triggered, this, &FusionPanel::importPoints);
    menu->addSeparator();
    connect(menu->addAction(tr("&Remove this point")), &QAction::triggered, this, &FusionPanel::removePoint);
    button.setMenu(menu);
}

QWidget *FusionPanel::makeAge() {
    auto *again = new QPushButton(tr("Tune a&gain…"));
    again->setObjectName(QStringLiteral("fusionTuneAgain"));
    auto *age = new QWidget;
    auto *row = new QHBoxLayout(age);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(ageText_, 1);
    row->addWidget(again);
    connect(again, &QPushButton::clicked, this, &FusionPanel::tune);
    age->hide();
    return age;
}

// A point knows what it was tuned on; what is stored of the same clips may be something else by now.
void FusionPanel::showAge() {
    const std::optional<NamedOperatingPoint> point = library_.find(workingName_);
    const WorkbenchContents *contents = workbench_.contents();
    const auto known = library_.list().tunedOn.find(workingName_);
    const bool isOld = point && contents != nullptr && known != library_.list().tunedOn.end() &&
                       point->tunedOn == contents->split && point->audioSource == contents->audioSource &&
                       point->videoSource == contents->videoSource && known->second != contents->digest;
    if (isOld)
        ageText_->setText(tr("⚠ %1 is stale: scores or labels of “%2” have changed since it was tuned.")
                              .arg(toText(workingName_), toText(contents->split)));
    ageText_->parentWidget()->setVisible(isOld);
}

// Whose scores the branch has: what is used now is ticked.
void FusionPanel::fillSources(QMenu &menu, Branch branch, BranchSources &branches) {
    menu.clear();
    const WorkbenchContents *contents = workbench_.contents();
    if (contents == nullptr)
        return;
    const bool isAudio = branch == Branch::Audio;
    for (const std::string &name : isAudio ? contents->audioSources : contents->videoSources) {
        QAction *entry = menu.addAction(toText(name).replace(QLatin1Char('&'), QStringLiteral("&&")));
        entry->setCheckable(true);
        entry->setChecked(name == (isAudio ? contents->audioSource : contents->videoSource));
        connect(entry, &QAction::triggered, this, [&branches, name, isAudio] {
            BranchChoice choice = branches.choice();
            (isAudio ? choice.audio : choice.video) = name;
            branches.choose(choice, isAudio ? tr("choosing the audio scores") : tr("choosing the video scores"));
        });
    }
    if (menu.isEmpty())
        menu.addAction(tr("No scores yet"))->setEnabled(false);
}

void FusionPanel::followPoints() {
    const bool isOpen = !names_.isEmpty();
    for (QComboBox *choice : {point_, beside_}) {
        const bool isWorking = choice == point_;
        const QString current = toText(isWorking ? workingName_ : workbench_.saved().name);
        choice->clear();
        choice->addItem(tr("project defaults"), QString());
        for (const NamedOperatingPoint &point : library_.list().points) {
            const QString name = toText(point.name);
            choice->addItem(isWorking && point.name == library_.list().chosen ? tr("%1 ★").arg(name) : name, name);
            const QString heldOut = point.crossValidatedF1
                                        ? tr(", on unseen clips %1 %").arg(numberText(100 * *point.crossValidatedF1, 1))
                                        : QString();
            choice->setItemData(choice->count() - 1,
                                tr("%1, made on %2: micro F1 %3 %%4")
                                    .arg(toText(point.method),
                                         point.tunedOn.empty() ? tr("no clips") : toText(point.tunedOn),
                                         numberText(100 * point.microF1, 1), heldOut),
                                Qt::ToolTipRole);
        }
        int row = choice->findData(current);
        if (row < 0) { // an earlier version, out of the history
            choice->addItem(current, current);
            row = choice->count() - 1;
        }
        choice->setCurrentIndex(row);
        choice->setEnabled(isOpen);
    }
    more_->setEnabled(isOpen);
}

void FusionPanel::work(const NamedOperatingPoint &point) {
    workbench_.use(point);
}

// What judges the clips is what the project says of itself, here, in other panels and in other programs.
void FusionPanel::followUse(const std::string &name) {
    if (!name.empty() && library_.knows(name) && library_.list().chosen != name)
        library_.choose(name);
    takeUp(name);
}

void FusionPanel::takeUp(const std::string &name) {
    workingName_ = name;
    followPoints();
    followEdit();
}

void FusionPanel::revert() {
    workbench_.changeAll(library_.find(workingName_).value_or(defaults()).point, tr("revert"));
}

void FusionPanel::tune() {
    if (tuneDialog_ == nullptr) {
        tuneDialog_ = new FusionTuneDialog(workbench_, tuning_, library_, this);
    }
    bringUp(*tuneDialog_);
}

void FusionPanel::saveAs() {
    const QString suggestion = library_.find(workingName_) && library_.find(workingName_)->method == kByHand
                                   ? toText(workingName_)
                                   : toText(library_.freeName(workingName_.empty() ? "mine" : workingName_ + "-mine"));
    bool isChosen = false;
    const QString name =
        QInputDialog::getText(this, tr("Save the operating point"),
                              tr("Name (a point of this name that was set by hand is replaced; the history keeps it):"),
                              QLineEdit::Normal, suggestion, &isChosen)
            .trimmed();
    if (isChosen && !name.isEmpty())
        save(name);
}

void FusionPanel::save(const QString &name) {
    NamedOperatingPoint point;
    point.name = name.toStdString();
    point.point = workbench_.point();
    point.method = kByHand;
    if (const WorkbenchContents *contents = workbench_.contents()) {
        point.audioSource = contents->audioSource;
        point.videoSource = contents->videoSource;
    }
    if (const Workbench *bench = workbench_.bench())
        point.microF1 = total(bench->counts(Workbench::Labels::Weak)).f1();
    point.created = QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toStdString();
    if (const auto before = library_.find(point.name); before && before->method != kByHand) {
        notify(tr("✗ %1 was tuned and cannot be replaced. Choose another name.").arg(name));
        return;
    }
    library_.store(point);
    workbench_.begin(point);
    takeUp(point.name);
}

void FusionPanel::removePoint() {
    if (!library_.find(workingName_))
        return;
    library_.remove(workingName_);
    takeUp({});
}

void FusionPanel::exportPoints() {
    const QString file =
        QFileDialog::getSaveFileName(this, tr("Export the operating points"),
                                     usualFolder(folderKey()) + QStringLiteral("/points.json"), fileKinds());
    if (file.isEmpty())
        return;
    QSettings().setValue(folderKey(), QFileInfo(file).path());
    std::vector<std::string> names;
    for (const NamedOperatingPoint &point : library_.list().points)
        names.push_back(point.name);
    library_.exportTo(toPath(file), names);
}

void FusionPanel::importPoints() {
    const QString file =
        QFileDialog::getOpenFileName(this, tr("Import operating points"), usualFolder(folderKey()), fileKinds());
    if (file.isEmpty())
        return;
    QSettings().setValue(folderKey(), QFileInfo(file).path());
    library_.importFrom(toPath(file));
}

void FusionPanel::showHistory() {
    if (historyDialog_ == nullptr) {
        historyDialog_ = new FusionHistoryDialog(library_, this);
        connect(historyDialog_, &FusionHistoryDialog::workAsked, this, &FusionPanel::work);
        connect(historyDialog_, &FusionHistoryDialog::compareAsked, this,
                [this](const NamedOperatingPoint &point) { workbench_.setSaved(point); });
    }
    bringUp(*historyDialog_);
}

} // namespace tagscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/region_list_dialog.h"

#include "ui/audit/audit_records.h"
#include "ui/audit/region_dialog.h"
#include "ui/audit/region_list_model.h"
#include "ui/base/count_text.h"
#include "ui/base/export.h"
#include "ui/base/fitted_table.h"
#include "ui/base/text.h"

#include <QAction>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace tagscope::ui {

RegionListDialog::RegionListDialog(Document &document, const AuditRecords &records, QWidget *parent)
    : QDialog(parent), document_(document), records_(records), model_(new RegionListModel(this)),
      search_(new QLineEdit), event_(new QComboBox), count_(new QLabel) {
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("regionList"));
    setWindowTitle(tr("Regions of the project"));
    table_ = new FittedTable(*model_, {static_cast<int>(RegionColumn::Clip), static_cast<int>(RegionColumn::Event),
                                       static_cast<int>(RegionColumn::Source), static_cast<int>(RegionColumn::Note)});
    table_->setObjectName(QStringLiteral("regionTable"));
    table_->setAccessibleName(tr("Regions of the project"));
    table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table_->setSortingEnabled(true);
    table_->sortByColumn(static_cast<int>(RegionColumn::Clip), Qt::AscendingOrder);
    offerExport(*table_, QStringLiteral("regions"));
    auto *rows = new QVBoxLayout(this);
    rows->addWidget(makeFilters());
    rows->addWidget(table_, 1);
    rows->addWidget(makeButtons());
    connect(table_, &QTableView::activated, this, &RegionListDialog::goToChosen);
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RegionListDialog::showState);
    connect(model_, &RegionListModel::arranged, this, &RegionListDialog::showState);
    connect(&records_, &AuditRecords::known, this, &RegionListDialog::followProject);
    connect(&records_, &AuditRecords::regionsChanged, this, &RegionListDialog::follow);
    connect(&document_, &Document::closed, this, &QDialog::close);
    const int line = fontMetrics().height();
    resize(62 * line, 32 * line);
    followProject();
    search_->setFocus();
}

QWidget *RegionListDialog::makeFilters() {
    search_->setObjectName(QStringLiteral("regionSearch"));
    search_->setPlaceholderText(tr("Search in clips, events, annotators, sources and notes"));
    search_->setAccessibleName(tr("Search regions"));
    search_->setClearButtonEnabled(true);
    event_->setObjectName(QStringLiteral("regionsOfEvent"));
    event_->setAccessibleName(tr("Event"));
    event_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    event_->setMinimumContentsLength(14);
    connect(search_, &QLineEdit::textChanged, model_, &RegionListModel::setWords);
    connect(event_, &QComboBox::currentIndexChanged, model_,
            [this](int entry) { model_->setEvent(entry > 0 ? std::optional(entry - 1) : std::nullopt); });
    auto *part = new QWidget;
    auto *row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(search_, 1);
    row->addWidget(event_);
    row->addWidget(count_);
    return part;
}

QWidget *RegionListDialog::makeButtons() {
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    const auto add = [this, buttons](const QString &text, const char *id, void (RegionListDialog::*run)()) {
        auto *button = buttons->addButton(text, QDialogButtonBox::ActionRole);
        button->setObjectName(QLatin1String(id));
        button->setAutoDefault(false); // Return in the table goes to the region
        connect(button, &QPushButton::clicked, this, run);
        return button;
    };
    go_ = add(tr("&Show"), "regionShow", &RegionListDialog::goToChosen);
    edit_ = add(tr("&Change as numbers…"), "regionChange", &RegionListDialog::editChosen);
    remove_ = add(tr("&Delete"), "regionDelete", &RegionListDialog::removeChosen);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    auto *byKey = new QAction(table_);
    byKey->setShortcut(QKeySequence::Delete);
    byKey->setShortcutContext(Qt::WidgetShortcut);
    table_->addAction(byKey);
    connect(byKey, &QAction::triggered, this, &RegionListDialog::removeChosen);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

void RegionListDialog::followProject() {
    const std::shared_ptr<const OpenProject> project = document_.project();
    if (!project)
        return;
    QStringList events;
    for (const EventClass &event : project->contents.classes)
        events << toText(event.name);
    if (events != events_) {
        events_ = std::move(events);
        event_->clear();
        event_->addItem(tr("all events"));
        event_->addItems(events_);
    }
    model_->fill(project, records_.allRegions());
}

void RegionListDialog::follow(const std::vector<ClipId> &clips) {
    constexpr std::size_t kFew = 8; // each copies the list
    if (model_->isFilling() || clips.size() > kFew)
        return followProject(); // what is on its way is older
    for (const ClipId clip : clips)
        model_->setRegionsOf(clip, records_.regions(clip));
}

std::vector<MarkedRegion> RegionListDialog::chosen() const {
    std::vector<MarkedRegion> regions;
    for (const QModelIndex &row : table_->selectionModel()->selectedRows())
        regions.push_back(model_->region(row.row()));
    return regions;
}

void RegionListDialog::goToChosen() {
    if (const std::vector<MarkedRegion> regions = chosen(); regions.size() == 1)
        Q_EMIT regionAsked(regions.front());
}

void RegionListDialog::editChosen() {
    const std::vector<MarkedRegion> regions = chosen();
    const std::shared_ptr<const OpenProject> project = document_.project();
    if (regions.size() != 1 || !project)
        return;
    const MarkedRegion before = regions.front();
    const auto clip = std::ranges::find(project->contents.clips, before.clip,
                                        [](const LabelledClip &labelled) { return labelled.clip.id; });
    if (clip == project->contents.clips.end())
        return;
    auto *dialog = new RegionDialog({before.clip, clip->clip.duration, events_, {}, {}}, before, this);
    connect(dialog, &RegionDialog::typed, this, [this, before](const MarkedRegion &typed) {
        const RegionChange change = replaceRegion(records_.regions(before.clip), before, typed);
        if (!change.isEmpty())
            Q_EMIT changeAsked(change, tr("changing a region of %1").arg(model_->clipName(before.clip)));
    });
    dialog->open();
}

void RegionListDialog::removeChosen() {
    const std::vector<MarkedRegion> regions = chosen();
    if (!regions.empty())
        Q_EMIT changeAsked({{}, regions}, tr("deleting %n region(s)", nullptr, static_cast<int>(regions.size())));
}

void RegionListDialog::showState() {
    const auto rows = table_->selectionModel()->selectedRows().size();
    go_->setEnabled(rows == 1);
    edit_->setEnabled(rows == 1);
    remove_->setEnabled(rows > 0);
    const int all = model_->allRegions();
    const int shown = model_->rowCount();
    count_->setText(
        shown == all ? tr("Regions: %1").arg(countText(static_cast<std::size_t>(all)))
                     : tr("Regions: %1 of %2")
                           .arg(countText(static_cast<std::size_t>(shown)), countText(static_cast<std::size_t>(all))));
}

} // namespace tagscope::ui

#include "ui/views/project_panel.h"

#include "ui/itemmodels/project_clip_model.h"
#include "ui/services/text.h"
#include "ui/views/project_clip_delegate.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>
#include <set>

namespace tagscope::ui {

namespace {

constexpr int kSearchDelayMilliseconds = 120; // between two letters of a person who types

} // namespace

ProjectPanel::ProjectPanel(ProjectClipModel &model, QWidget *parent)
    : QWidget(parent), model_(model), search_(new QLineEdit), split_(new QComboBox), order_(new QComboBox),
      count_(new QLabel), list_(new QListView), searchDelay_(new QTimer(this)) {
    search_->setPlaceholderText(tr("Search names and labels"));
    search_->setAccessibleName(tr("Search clips"));
    search_->setClearButtonEnabled(true);
    split_->setAccessibleName(tr("Split"));
    split_->setToolTip(tr("Show the clips of one split"));
    order_->setAccessibleName(tr("Order of the clips"));
    order_->setToolTip(tr("Order of the clips"));
    order_->addItem(tr("As added"), QVariant::fromValue(ProjectClipModel::Order::AsAdded));
    order_->addItem(tr("By name"), QVariant::fromValue(ProjectClipModel::Order::Name));
    order_->addItem(tr("By split"), QVariant::fromValue(ProjectClipModel::Order::Split));
    order_->addItem(tr("By labels"), QVariant::fromValue(ProjectClipModel::Order::Labels));
    order_->addItem(tr("By state"), QVariant::fromValue(ProjectClipModel::Order::State));
    for (QComboBox *box : {split_, order_}) {
        box->setMinimumContentsLength(6);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    }
    list_->setObjectName(QStringLiteral("projectClips"));
    list_->setAccessibleName(tr("Clips of the project"));
    list_->setModel(&model);
    list_->setItemDelegate(new ProjectClipDelegate(list_));
    list_->setUniformItemSizes(true);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    searchDelay_->setSingleShot(true);
    searchDelay_->setInterval(kSearchDelayMilliseconds);

    auto *boxes = new QHBoxLayout;
    boxes->addWidget(split_, 1);
    boxes->addWidget(order_, 1);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(2, 4, 2, 2);
    lines->setSpacing(4);
    lines->addWidget(search_);
    lines->addLayout(boxes);
    lines->addWidget(list_, 1);
    lines->addWidget(count_);
    connect(search_, &QLineEdit::textChanged, searchDelay_, qOverload<>(&QTimer::start));
    connect(searchDelay_, &QTimer::timeout, this, &ProjectPanel::filter);
    connect(split_, &QComboBox::activated, this, &ProjectPanel::filter);
    connect(order_, &QComboBox::currentIndexChanged, this,
            [this] { model_.setOrder(order_->currentData().value<ProjectClipModel::Order>()); });
    connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &now) {
        const std::optional<ClipId> clip = model_.clipAt(now.row());
        if (!clip || clip == current_)
            return;
        current_ = clip;
        Q_EMIT clipChosen(*clip);
    });
}

void ProjectPanel::setProject(const std::shared_ptr<const OpenProject> &project) {
    current_.reset();
    searchDelay_->stop();
    search_->blockSignals(true);
    search_->clear();
    search_->blockSignals(false);
    split_->clear();
    split_->addItem(tr("All splits"));
    std::set<std::string> splits;
    if (project)
        for (const LabelledClip &clip : project->contents.clips)
            splits.insert(clip.clip.split);
    for (const std::string &split : splits)
        split_->addItem(split.empty() ? tr("Without split") : toText(split), toText(split));
    model_.setOrder(order_->currentData().value<ProjectClipModel::Order>());
    tellCount();
}

std::optional<ClipId> ProjectPanel::currentClip() const {
    return current_;
}

void ProjectPanel::select(ClipId clip) {
    if (const std::optional<int> row = model_.rowOf(clip)) {
        list_->setCurrentIndex(model_.index(*row));
        list_->scrollTo(model_.index(*row));
    }
}

void ProjectPanel::step(int rows) {
    const int last = model_.rowCount() - 1;
    if (last >= 0)
        list_->setCurrentIndex(model_.index(std::clamp(list_->currentIndex().row() + rows, 0, last)));
}

void ProjectPanel::filter() {
    ProjectClipModel::Filter filter;
    filter.text = search_->text();
    if (split_->currentIndex() > 0)
        filter.split = split_->currentData().toString();
    model_.setFilter(filter);
    if (current_)
        select(*current_);
    tellCount();
}

void ProjectPanel::tellCount() {
    const auto all = static_cast<qulonglong>(model_.allClips());
    const auto shown = static_cast<qulonglong>(model_.rowCount());
    const QLocale locale;
    count_->setText(shown == all ? tr("Clips: %1").arg(locale.toString(all))
                                 : tr("Clips: %1 of %2").arg(locale.toString(shown), locale.toString(all)));
}

} // namespace tagscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clips/project_panel.h"

#include "ui/base/text.h"
#include "ui/clips/clip_delegate.h"
#include "ui/clips/clip_filter_bar.h"
#include "ui/clips/clip_thumbnails.h"
#include "ui/clips/project_clip_model.h"

#include <QApplication>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QMenu>
#include <QScrollBar>
#include <QSettings>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace tagscope::ui {

namespace {

constexpr int kThumbnailDelayMilliseconds = 60; // that a row is seen before its picture is decoded
constexpr int kColumnCharacters[] = {26, 10, 22, 22, 26, 7, 16, 8, 22};

QString formKey() {
    return QStringLiteral("window/clipsAsTable");
}

QString columnsKey() {
    return QStringLiteral("window/clipColumns");
}

bool isLargestFirst(int column) {
    return column == ProjectClipModel::Disagreed || column == ProjectClipModel::Margin ||
           column == ProjectClipModel::HeardLabels;
}

} // namespace

ProjectPanel::ProjectPanel(ProjectClipModel &model, ClipThumbnails &thumbnails, QWidget *parent)
    : QWidget(parent), model_(model), thumbnails_(thumbnails), bar_(new ClipFilterBar), order_(new QComboBox),
      form_(new QToolButton), count_(new QLabel), forms_(new QStackedWidget), list_(new QListView),
      table_(new QTableView), selectionMenu_(new QMenu(tr("&Selected clips"), this)),
      thumbnailDelay_(new QTimer(this)) {
    order_->setObjectName(QStringLiteral("clipOrder"));
    order_->setAccessibleName(tr("Order of the clips"));
    order_->setToolTip(tr("Order of the clips"));
    order_->addItem(tr("As added"), ProjectClipModel::kAsAdded);
    for (int column = 0; column < ProjectClipModel::ColumnCount; ++column)
        order_->addItem(tr("By %1").arg(model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()), column);
    order_->setMinimumContentsLength(6);
    order_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    form_->setObjectName(QStringLiteral("clipsAsTable"));
    form_->setText(tr("Table"));
    form_->setCheckable(true);
    form_->setToolTip(tr("Show the clips as a table with all columns, or as a list with pictures"));
    thumbnailDelay_->setSingleShot(true);
    thumbnailDelay_->setInterval(kThumbnailDelayMilliseconds);
    prepareViews();

    auto *boxes = new QHBoxLayout;
    boxes->addWidget(order_, 1);
    boxes->addWidget(form_);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(2, 4, 2, 2);
    lines->setSpacing(4);
    lines->addWidget(bar_);
    lines->addLayout(boxes);
    lines->addWidget(forms_, 1);
    lines->addWidget(count_);
    connect(bar_, &ClipFilterBar::changed, this, &ProjectPanel::filter);
    connect(bar_, &ClipFilterBar::left, this, [this] { view()->setFocus(); });
    connect(bar_, &ClipFilterBar::savedAsked, this, &ProjectPanel::savedFiltersAsked);
    connect(&model_, &ProjectClipModel::splitsChanged, this,
            [this] { bar_->setChoices(model_.splits(), model_.classes()); });
    connect(&model_, &QAbstractItemModel::modelReset, this, &ProjectPanel::showCount);
    connect(&model_, &QAbstractItemModel::dataChanged, this, [this] { // perhaps its recording is there now
        if (!thumbnailDelay_->isActive())
            thumbnailDelay_->start();
    });
    connect(order_, &QComboBox::activated, this, [this] {
        const int column = order_->currentData().toInt();
        table_->horizontalHeader()->setSortIndicator(column,
                                                     isLargestFirst(column) ? Qt::DescendingOrder : Qt::AscendingOrder);
    });
    connect(table_->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, [this](int column) {
        order_->setCurrentIndex(std::max(order_->findData(column), 0));
        thumbnailDelay_->start();
    });
    connect(form_, &QToolButton::toggled, this, &ProjectPanel::showForm);
    connect(selectionMenu_, &QMenu::aboutToShow, this, &ProjectPanel::fillSelectionMenu);
    connect(thumbnailDelay_, &QTimer::timeout, this, &ProjectPanel::wantThumbnails);
    connect(&thumbnails_, &ClipThumbnails::ready, this, [this](ClipId clip) {
        if (const std::optional<int> row = model_.rowOf(clip))
            list_->update(model_.index(*row, 0));
    });
    fillSelectionMenu(); // so that its keys are known
    form_->setChecked(QSettings().value(formKey()).toBool());
}

void ProjectPanel::prepareViews() {
    list_->setObjectName(QStringLiteral("projectClips"));
    table_->setObjectName(QStringLiteral("projectClipTable"));
    list_->setItemDelegate(new ClipDelegate(
        [this](const QModelIndex &index) { return thumbnails_.find(*model_.clipAt(index.row())); }, list_,
        [this](const QModelIndex &index) { return bars_.decision(*model_.clipAt(index.row())); }));
    connect(&bars_, &ClipBars::changed, list_->viewport(), qOverload<>(&QWidget::update));
    list_->setUniformItemSizes(true);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setWordWrap(false);
    table_->setShowGrid(false);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table_->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    table_->setCornerButtonEnabled(false);
    for (QAbstractItemView *view :
         {static_cast<QAbstractItemView *>(list_), static_cast<QAbstractItemView *>(table_)}) {
        view->setAccessibleName(tr("Clips of the project"));
        view->setModel(&model_);
        view->setSelectionMode(QAbstractItemView::ExtendedSelection);
        view->setContextMenuPolicy(Qt::CustomContextMenu);
        view->setTextElideMode(Qt::ElideRight);
        connect(view, &QWidget::customContextMenuRequested, this,
                [this, view](const QPoint &at) { selectionMenu_->exec(view->viewport()->mapToGlobal(at)); });
        connect(view->verticalScrollBar(), &QScrollBar::valueChanged, thumbnailDelay_, qOverload<>(&QTimer::start));
        connect(view->verticalScrollBar(), &QScrollBar::rangeChanged, thumbnailDelay_, qOverload<>(&QTimer::start));
        forms_->addWidget(view);
    }
    QItemSelectionModel *ownSelection = list_->selectionModel();
    list_->setSelectionModel(table_->selectionModel()); // one for both forms
    delete ownSelection;
    QHeaderView *header = table_->horizontalHeader();
    for (int column = 0; column < ProjectClipModel::ColumnCount; ++column)
        header->resizeSection(column, kColumnCharacters[column] * fontMetrics().averageCharWidth());
    header->setSectionsMovable(true);
    header->setSortIndicator(ProjectClipModel::kAsAdded, Qt::AscendingOrder);
    table_->setSortingEnabled(true);
    header->restoreState(QSettings().value(columnsKey()).toByteArray());
    header->setSortIndicator(ProjectClipModel::kAsAdded, Qt::AscendingOrder);
    const auto keep = [header] { QSettings().setValue(columnsKey(), header->saveState()); };
    connect(header, &QHeaderView::sectionMoved, this, keep);
    connect(header, &QHeaderView::sectionResized, this, keep);
    connect(table_->selectionModel(), &QItemSelectionModel::currentChanged, this, &ProjectPanel::choose);
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ProjectPanel::showCount);
}

QAbstractItemView *ProjectPanel::view() const {
    return form_->isChecked() ? static_cast<QAbstractItemView *>(table_) : list_;
}

void ProjectPanel::showForm(bool isTable) {
    const std::vector<ClipId> selected = selectedClips();
    forms_->setCurrentIndex(isTable ? 1 : 0);
    QSettings().setValue(formKey(), isTable);
    selectClips(selected); // whole rows
    if (current_)
        if (const std::optional<int> row = model_.rowOf(*current_))
            view()->scrollTo(model_.index(*row, 0));
    thumbnailDelay_->start();
}

void ProjectPanel::choose(const QModelIndex &now) {
    const std::optional<ClipId> clip = model_.clipAt(now.row());
    if (!clip || clip == current_)
        return;
    current_ = clip;
    Q_EMIT clipChosen(*clip);
}

void ProjectPanel::setProject(const std::shared_ptr<const OpenProject> &) {
    bars_.setScores(nullptr); // until this one is judged
    current_.reset();
    thumbnails_.clear();
    bar_->reset();
    bar_->setSaved({});
    bar_->setChoices(model_.splits(), model_.classes());
    thumbnailDelay_->start();
    showCount();
}

void ProjectPanel::setSavedFilters(const std::vector<NamedClipFilter> &filters) {
    bar_->setSaved(filters);
}

std::optional<ClipId> ProjectPanel::currentClip() const {
    return current_;
}

std::vector<ClipId> ProjectPanel::selectedClips() const {
    std::vector<std::pair<int, int>> ranges; // of rows
    for (const QItemSelectionRange &range : table_->selectionModel()->selection())
        ranges.emplace_back(range.top(), range.bottom());
    std::sort(ranges.begin(), ranges.end());
    std::vector<ClipId> clips;
    int next = 0; // a row is there once, even if several of its cells are selected apart
    for (const auto &[top, bottom] : ranges)
        for (int row = std::max(top, next); row <= bottom; next = ++row)
            if (const std::optional<ClipId> clip = model_.clipAt(row))
                clips.push_back(*clip);
    return clips;
}

void ProjectPanel::selectClips(const std::vector<ClipId> &clips) {
    std::vector<int> rows;
    for (const ClipId clip : clips)
        if (const std::optional<int> row = model_.rowOf(clip))
            rows.push_back(*row);
    std::sort(rows.begin(), rows.end());
    QItemSelection selection;
    for (std::size_t first = 0; first < rows.size();) {
        std::size_t last = first;
        while (last + 1 < rows.size() && rows[last + 1] == rows[last] + 1)
            ++last;
        selection.select(model_.index(rows[first], 0), model_.index(rows[last], ProjectClipModel::ColumnCount - 1));
        first = last + 1;
    }
    table_->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

void ProjectPanel::select(ClipId clip) {
    if (const std::optional<int> row = model_.rowOf(clip)) {
        // By itself, whatever keys are held: a view adds to what is selected while Ctrl is.
        view()->selectionModel()->setCurrentIndex(model_.index(*row, 0),
                                                  QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        view()->scrollTo(model_.index(*row, 0));
    }
}

void ProjectPanel::step(int rows) {
    const int last = model_.rowCount() - 1;
    if (last < 0)
        return;
    const QModelIndex now = table_->selectionModel()->currentIndex();
    view()->setCurrentIndex(model_.index(std::clamp(now.row() + rows, 0, last), 0));
}

void ProjectPanel::focusSearch() {
    bar_->focusSearch();
}

void ProjectPanel::focusClips() {
    const auto *line = qobject_cast<const QLineEdit *>(QApplication::focusWidget());
    if (line == nullptr || line->text().isEmpty())
        view()->setFocus(Qt::OtherFocusReason);
}

void ProjectPanel::filter() {
    const std::vector<ClipId> selected = selectedClips();
    model_.setFilter(bar_->filter());
    if (current_)
        if (const std::optional<int> row = model_.rowOf(*current_)) {
            table_->selectionModel()->setCurrentIndex(model_.index(*row, 0), QItemSelectionModel::NoUpdate);
            view()->scrollTo(model_.index(*row, 0));
        }
    selectClips(selected);
    thumbnailDelay_->start();
    showCount();
}

void ProjectPanel::showCount() {
    const auto all = static_cast<qulonglong>(model_.allClips());
    const auto shown = static_cast<qulonglong>(model_.rowCount());
    qulonglong selected = 0;
    for (const QItemSelectionRange &range : table_->selectionModel()->selection())
        selected += range.left() == 0 ? static_cast<qulonglong>(range.height()) : 0;
    const QLocale locale;
    QString text = shown == all ? tr("Clips: %1").arg(locale.toString(all))
                                : tr("Clips: %1 of %2").arg(locale.toString(shown), locale.toString(all));
    if (selected > 1)
        text += tr(" · selected: %1").arg(locale.toString(selected));
    count_->setText(text);
}

void ProjectPanel::wantThumbnails() {
    const auto [first, last] = seenRows(*list_);
    if (first == last)
        return;
    std::vector<Clip> clips;
    for (int row = first; row < last; ++row)
        clips.push_back(model_.find(*model_.clipAt(row))->clip);
    thumbnails_.want(clips, ClipDelegate::pictureHeight(list_->fontMetrics(), list_->devicePixelRatioF()));
}

} // namespace tagscope::ui

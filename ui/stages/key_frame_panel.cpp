// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stages/key_frame_panel.h"

#include "ui/base/core_text.h"
#include "ui/base/empty_state.h"
#include "ui/base/fitted_table.h"
#include "ui/base/number_box.h"
#include "ui/base/text.h"
#include "ui/base/tokens.h"
#include "ui/document/absence.h"
#include "ui/stages/key_frame_delegate.h"
#include "ui/stages/key_frame_method_model.h"
#include "ui/stages/key_frame_model.h"
#include "ui/stages/revise_clip.h"
#include "ui/stages/revision_effect_model.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <algorithm>
#include <cmath>
#include <set>

namespace tagscope::ui {

namespace {

constexpr int kMostKeyFrames = 20;

QLabel *makeMessage() {
    auto *label = new QLabel;
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

KeyFramePanel::KeyFramePanel(ClipRevisions &revisions, ViewState &view, QUndoStack &undo,
                             const ThumbnailFunction &thumbnails, QWidget *parent)
    : QWidget(parent), revisions_(revisions), view_(view), undo_(undo), pictures_(thumbnails),
      keyFrames_(new KeyFrameModel(this)), methods_(new KeyFrameMethodModel(this)),
      effects_(new RevisionEffectModel(this)), pages_(new QStackedWidget),
      nothing_(new EmptyState(QStringLiteral("noKeyFrames"))), cards_(new QListView), status_(makeMessage()),
      swap_(new QPushButton(tr("Use the picture at the &playhead"))),
      back_(new QPushButton(tr("&Back to the analysis"))), count_(new QSpinBox), lambda_(new NumberBox),
      methodTable_(nullptr), methodStatus_(makeMessage()), use_(new QPushButton(tr("&Use these"))),
      effectTable_(nullptr) {
    auto *parts = new QSplitter(Qt::Horizontal);
    parts->setChildrenCollapsible(false);
    parts->addWidget(makeCards());
    parts->addWidget(makeMethods());
    parts->addWidget(makeEffects());
    const int line = fontMetrics().height();
    parts->setSizes({32 * line, 44 * line, 28 * line});
    setMinimumHeight(16 * line);
    pages_->addWidget(nothing_);
    pages_->addWidget(parts);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4, 4, 4, 4);
    column->addWidget(pages_);
    connect(nothing_, &EmptyState::asked, this, &KeyFramePanel::modelsAsked);
    connect(&view, &ViewState::keyFrameChanged, this, &KeyFramePanel::followView);
    connect(&view, &ViewState::playheadChanged, this, &KeyFramePanel::enableActions);
    connect(&pictures_, &ClipPictures::changed, this, [this] {
        cards_->viewport()->update();
        methodTable_->viewport()->update();
    });
    connect(&comparison_, &MethodComparison::compared, this, &KeyFramePanel::takeResults);
    connect(&comparison_, &MethodComparison::failed, this,
            [this](const Error &error) { methodStatus_->setText(translated(error.message)); });
    connect(&revisions, &ClipRevisions::workChanged, this, &KeyFramePanel::followRevisions);
    connect(&revisions, &ClipRevisions::revised, this, &KeyFramePanel::followRevisions);
    setClip(nullptr, nullptr);
}

QWidget *KeyFramePanel::makeCards() {
    cards_->setObjectName(QStringLiteral("keyFrames"));
    cards_->setAccessibleName(tr("Key frames of the clip"));
    cards_->setModel(keyFrames_);
    cards_->setItemDelegate(new KeyFrameDelegate(*keyFrames_, pictures_, this));
    cards_->setViewMode(QListView::IconMode);
    cards_->setMovement(QListView::Static);
    cards_->setResizeMode(QListView::Adjust);
    cards_->setSelectionMode(QAbstractItemView::SingleSelection);
    cards_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    swap_->setObjectName(QStringLiteral("usePlayhead"));
    back_->setObjectName(QStringLiteral("backFromKeyFrames"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(swap_);
    buttons->addWidget(back_);
    buttons->addStretch(1);
    auto *part = new QWidget;
    auto *lines = new QVBoxLayout(part);
    lines->setContentsMargins(0, 0, 0, 0);
    intervals_ = makeIntervals();
    lines->addWidget(headingLabel(tr("Key frames of the clip")));
    lines->addWidget(intervals_);
    lines->addWidget(cards_, 1);
    lines->addWidget(status_);
    lines->addLayout(buttons);
    connect(cards_->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        const int chosen = chosenKeyFrame();
        view_.setKeyFrame(chosen < 0 ? std::nullopt : std::optional(chosen));
        enableActions();
    });
    connect(cards_, &QListView::doubleClicked, this,
            [this](const QModelIndex &card) { view_.setPlayhead(keyFrames_->keyFrame(card.row()).time); });
    connect(swap_, &QPushButton::clicked, this, &KeyFramePanel::usePictureAtPlayhead);
    connect(back_, &QPushButton::clicked, this, &KeyFramePanel::goBackToAnalysis);
    return part;
}

QWidget *KeyFramePanel::makeMethods() {
    count_->setRange(1, kMostKeyFrames);
    count_->setObjectName(QStringLiteral("keyFrameCount"));
    count_->setToolTip(tr("How many key frames the methods choose; 4 in the paper"));
    lambda_->setRange(0.001, 1.0);
    lambda_->setDecimals(3);
    lambda_->setSingleStep(0.01);
    lambda_->setObjectName(QStringLiteral("lambda"));
    lambda_->setToolTip(tr("DS3's penalty for each key frame, as a share of the smallest one with which a single "
                           "picture represents all. A small one takes key frames from the longest scene."));
    count_->setKeyboardTracking(false);
    lambda_->setKeyboardTracking(false);
    auto *controls = new QHBoxLayout;
    const auto add = [&](const QString &text, QWidget *field) {
        auto *label = new QLabel(text);
        label->setBuddy(field);
        controls->addWidget(label);
        controls->addWidget(field);
    };
    controls->addWidget(headingLabel(tr("How the methods choose")), 1);
    add(tr("&Key frames"), count_);
    add(tr("&λ / λ max"), lambda_);
    methodTable_ = new QTableView;
    methodTable_->setModel(methods_);
    methodTable_->setSelectionBehavior(QAbstractItemView::SelectRows);
    methodTable_->setSelectionMode(QAbstractItemView::SingleSelection);
    methodTable_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    methodTable_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    methodTable_->setShowGrid(false);
    methodTable_->setAlternatingRowColors(true);
    methodTable_->setTabKeyNavigation(false); // Tab goes on to the next panel
    methodTable_->verticalHeader()->hide();
    methodTable_->horizontalHeader()->setHighlightSections(false);
    methodTable_->setObjectName(QStringLiteral("methods"));
    methodTable_->setAccessibleName(tr("Key frame methods"));
    methodTable_->setItemDelegateForColumn(KeyFrameMethodModel::Pictures,
                                           new MethodPicturesDelegate(*methods_, pictures_, this));
    methodTable_->verticalHeader()->setDefaultSectionSize(MethodPicturesDelegate::pictureSize(fontMetrics()).height() +
                                                          fontMetrics().height() + 6);
    methodTable_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    use_->setObjectName(QStringLiteral("useMethod"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(methodStatus_, 1);
    buttons->addWidget(use_);
    auto *part = new QWidget;
    auto *lines = new QVBoxLayout(part);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->addLayout(controls);
    lines->addWidget(methodTable_, 1);
    lines->addLayout(buttons);
    connect(count_, &QSpinBox::valueChanged, this, &KeyFramePanel::compare);
    connect(lambda_, &NumberBox::valueChanged, this, &KeyFramePanel::compare);
    connect(methodTable_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &KeyFramePanel::enableActions);
    connect(methodTable_, &QTableView::doubleClicked, this, &KeyFramePanel::useMethod);
    connect(use_, &QPushButton::clicked, this, &KeyFramePanel::useMethod);
    return part;
}

QWidget *KeyFramePanel::makeEffects() {
    effectTable_ = new FittedTable(*effects_, {RevisionEffectModel::Event});
    effectTable_->setObjectName(QStringLiteral("keyFrameEffects"));
    effectTable_->setAccessibleName(tr("Effect of the changes on the events"));
    auto *part = new QWidget;
    auto *lines = new QVBoxLayout(part);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->addWidget(headingLabel(tr("As analysed, and now")));
    lines->addWidget(effectTable_, 1);
    return part;
}

void KeyFramePanel::setClip(const std::shared_ptr<const ClipAnalysis> &before,
                            const std::shared_ptr<const ClipAnalysis> &now) {
    const bool isAnother = analysis_ != revisions_.analysis();
    analysis_ = now ? revisions_.analysis() : nullptr;
    now_ = now;
    const QString absence = now ? whyNoKeyFrames(*now) : tr("The key frames of the open clip are shown here.");
    nothing_->setText(absence);
    nothing_->setAction(now && !missingModels(*now).isEmpty() ? tr("Add models…") : QString());
    // Without AlexNet there is nothing to choose by.
    intervals_->setVisible(absence.isEmpty() && now->models.alexNet.empty());
    pages_->setCurrentIndex(absence.isEmpty() ? 1 : 0);
    pictures_.setClip(absence.isEmpty() ? now : nullptr);
    keyFrames_->setClip(now);
    effects_->setClips(before, now);
    methods_->setCurrent(now && now->video ? now->video->selection.pictures : std::vector<int>());
    if (isAnother)
        showControls();
    wantPictures();
    followView();
    followRevisions();
}

QWidget *KeyFramePanel::makeIntervals() {
    auto *row = new QWidget;
    row->setObjectName(QStringLiteral("atIntervals"));
    auto *text = makeMessage();
    text->setText(tr("At equal intervals: there is no AlexNet to compare the pictures."));
    auto *add = new QPushButton(tr("Add models…"));
    auto *parts = new QHBoxLayout(row);
    parts->setContentsMargins(0, 0, 0, 0);
    parts->addWidget(text, 1);
    parts->addWidget(add);
    connect(add, &QPushButton::clicked, this, &KeyFramePanel::modelsAsked);
    return row;
}

// What the clip's key frames are chosen with, and what the methods make of that.
void KeyFramePanel::showControls() {
    const KeyFrameOptions options =
        analysis_ ? revisions_.revision().keyFrames.value_or(analysis_->settings.keyFrames) : KeyFrameOptions();
    {
        const QSignalBlocker quietCount(count_);
        const QSignalBlocker quietLambda(lambda_);
        count_->setValue(options.count);
        lambda_->setValue(options.lambdaFraction);
    }
    compare();
}

void KeyFramePanel::showEvent(QShowEvent *event) {
    QWidget::showEvent(event);
    if (isComparisonDue_)
        compare();
    wantPictures();
}

void KeyFramePanel::compare() {
    isComparisonDue_ = !isVisible();
    if (isComparisonDue_) {
        methods_->setResults({}, 24.0);
        return;
    }
    KeyFrameOptions options = analysis_ ? analysis_->settings.keyFrames : KeyFrameOptions();
    options.count = count_->value();
    options.lambdaFraction = lambda_->value();
    comparison_.compare(analysis_, options);
    methodStatus_->setText(comparison_.isWorking() ? tr("Choosing…") : QString());
    enableActions();
}

void KeyFramePanel::takeResults(const std::vector<MethodResult> &results) {
    methods_->setResults(results, analysis_ && analysis_->video ? analysis_->video->picturesPerSecond : 24.0);
    methodTable_->resizeColumnsToContents();
    methodStatus_->setText(comparison_.isWorking() ? tr("Choosing…") : QString());
    wantPictures();
    enableActions();
}

void KeyFramePanel::wantPictures() {
    if (!isVisible() || !now_ || !now_->video || now_->video->keyFrames.empty())
        return;
    std::set<int> wanted(now_->video->selection.pictures.begin(), now_->video->selection.pictures.end());
    for (int row = 0; row < methods_->rowCount(); ++row)
        wanted.insert(methods_->result(row).keyFrames.pictures.begin(), methods_->result(row).keyFrames.pictures.end());
    pictures_.want(wanted, static_cast<int>(
                               std::ceil(KeyFrameDelegate::pictureSize(fontMetrics()).height() * devicePixelRatioF())));
}

void KeyFramePanel::followView() {
    const std::optional<int> keyFrame = view_.keyFrame();
    const QSignalBlocker quiet(cards_->selectionModel());
    if (keyFrame && *keyFrame < keyFrames_->rowCount())
        cards_->selectionModel()->setCurrentIndex(keyFrames_->index(*keyFrame, 0), QItemSelectionModel::ClearAndSelect);
    else
        cards_->clearSelection();
    cards_->viewport()->update();
    enableActions();
}

void KeyFramePanel::followRevisions() {
    const QString text = !revisions_.failure().isEmpty() ? tr("✗ %1").arg(revisions_.failure()) : revisions_.work();
    status_->setText(text);
    status_->setVisible(!text.isEmpty());
    enableActions();
}

int KeyFramePanel::chosenKeyFrame() const {
    const QModelIndexList chosen = cards_->selectionModel()->selectedIndexes();
    return chosen.isEmpty() ? -1 : chosen.front().row();
}

int KeyFramePanel::pictureAtPlayhead() const {
    const VideoAnalysis &video = *now_->video;
    const auto nearest = static_cast<int>(std::lround(view_.playhead().count() * video.picturesPerSecond));
    return std::clamp(nearest, 0, static_cast<int>(video.pictures.size()) - 1);
}

void KeyFramePanel::enableActions() {
    const bool hasKeyFrames = now_ && now_->video && !now_->video->keyFrames.empty();
    const bool isFree =
        hasKeyFrames && !std::ranges::binary_search(now_->video->selection.pictures, pictureAtPlayhead());
    swap_->setEnabled(isFree && chosenKeyFrame() >= 0);
    swap_->setToolTip(chosenKeyFrame() < 0 ? tr("Choose the key frame to replace.")
                      : isFree             ? tr("Replaces the chosen key frame with the picture at the playhead.")
                                           : tr("The picture at the playhead is already a key frame."));
    const ClipRevision revision = revisions_.revision();
    back_->setEnabled(revision.keyFrames || !revision.pictures.empty());
    const QModelIndexList rows = methodTable_->selectionModel()->selectedRows();
    use_->setEnabled(hasKeyFrames && !rows.isEmpty() && !methods_->isCurrent(rows.front().row()));
}

void KeyFramePanel::push(const ClipRevision &revision, const QString &text) {
    if (revision != revisions_.revision())
        undo_.push(new ReviseClip(revisions_, RevisedClip::of(*analysis_), revision, text));
}

void KeyFramePanel::usePictureAtPlayhead() {
    const int chosen = chosenKeyFrame();
    if (!now_ || chosen < 0 || !swap_->isEnabled())
        return;
    ClipRevision revision = revisions_.revision();
    const int picture = pictureAtPlayhead();
    revision.pictures = now_->video->selection.pictures;
    revision.pictures[static_cast<std::size_t>(chosen)] = picture;
    std::ranges::sort(revision.pictures);
    if (!revision.keyFrames && revision.pictures == analysis_->video->selection.pictures)
        revision.pictures.clear();
    push(revision, tr("Another picture for key frame %1").arg(chosen + 1));
}

void KeyFramePanel::useMethod() {
    const QModelIndexList rows = methodTable_->selectionModel()->selectedRows();
    if (rows.isEmpty() || !analysis_ || !use_->isEnabled())
        return;
    const KeyFrameOptions &options = methods_->result(rows.front().row()).options;
    ClipRevision revision = revisions_.revision();
    revision.pictures.clear();
    revision.keyFrames.reset();
    if (options != analysis_->settings.keyFrames)
        revision.keyFrames = options;
    push(revision, tr("Key frames by %1").arg(titleOf(options.method)));
}

void KeyFramePanel::goBackToAnalysis() {
    if (!analysis_)
        return;
    ClipRevision revision = revisions_.revision();
    revision.pictures.clear();
    revision.keyFrames.reset();
    push(revision, tr("Key frames as analysed"));
}

} // namespace tagscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stages/mapping_panel.h"

#include "ui/base/empty_state.h"
#include "ui/base/fitted_table.h"
#include "ui/base/number_box.h"
#include "ui/base/text.h"
#include "ui/base/tokens.h"
#include "ui/document/absence.h"
#include "ui/stages/flow_chart.h"
#include "ui/stages/mapping_model.h"
#include "ui/stages/mapping_table.h"
#include "ui/stages/revision_effect_model.h"
#include "ui/tracks/object_table_model.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QSplitter>
#include <QStackedWidget>
#include <cmath>
#include <utility>

namespace tagscope::ui {

namespace {

constexpr int kSliderSteps = 100; // of a cosine of 1

QWidget *under(const QString &heading, QWidget *content) {
    auto *part = new QWidget;
    auto *lines = new QVBoxLayout(part);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->addWidget(headingLabel(heading));
    lines->addWidget(content, 1);
    return part;
}

QLabel *makeNotice() {
    auto *label = new QLabel;
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

// What is given away more than once, which a table of shares allows.
QString excessOf(const ClipMapping &mapping) {
    constexpr double kRounding = 0.005; // half a percent
    QStringList rows;
    for (std::size_t object = 0; object < mapping.objects() && !mapping.share.empty(); ++object) {
        double sum = 0.0;
        for (std::size_t event = 0; event < mapping.events(); ++event)
            sum += static_cast<double>(mapping.share(object, event));
        if (sum > 1.0 + kRounding)
            //: An object and the sum of its shares.
            rows << MappingPanel::tr("%1 %2 %").arg(
                nameOfObject(*mapping.clip, mapping.clip->video->objects[object].index), numberText(100.0 * sum, 0));
    }
    return rows.isEmpty()
               ? QString()
               : MappingPanel::tr("Shares that add up to more than 100 % count what was seen more than once: %1.")
                     .arg(rows.join(QStringLiteral(", ")));
}

} // namespace

MappingPanel::MappingPanel(ClipRevisions &revisions, ViewState &view, QUndoStack &undo, QWidget *parent)
    : QWidget(parent), revisions_(revisions), view_(view), undo_(undo), cells_(new MappingModel(this)),
      effects_(new RevisionEffectModel(this)), pages_(new QStackedWidget),
      nothing_(new EmptyState(QStringLiteral("noMapping"))), rule_(new QComboBox), temperature_(new NumberBox),
      cutOffSlider_(new QSlider(Qt::Horizontal)), cutOff_(new NumberBox),
      back_(new QPushButton(tr("&Back to the analysis"))), project_(new QPushButton(tr("&Apply to the project"))),
      status_(makeNotice()), excess_(makeNotice()), progress_(new QProgressBar),
      cancel_(new QPushButton(tr("Cance&l"))), table_(new MappingTable(*cells_)), flow_(new FlowChart(view)),
      effectTable_(new FittedTable(*effects_, {RevisionEffectModel::Event})) {
    table_->setObjectName(QStringLiteral("mapping"));
    table_->setAccessibleName(tr("Cosines of objects and events, and what each event receives"));
    flow_->setObjectName(QStringLiteral("flow"));
    effectTable_->setObjectName(QStringLiteral("mappingEffects"));
    effectTable_->setAccessibleName(tr("Effect of the changes on the events"));
    auto *parts = new QSplitter(Qt::Horizontal);
    parts->setChildrenCollapsible(false);
    parts->addWidget(under(tr("Objects and events: cosine, → share given"), table_));
    parts->addWidget(under(tr("How the probability flows"), flow_));
    parts->addWidget(under(tr("As analysed, and now"), effectTable_));
    const int line = fontMetrics().height();
    parts->setSizes({44 * line, 38 * line, 26 * line});
    setMinimumHeight(16 * line);
    auto *shown = new QWidget;
    auto *rows = new QVBoxLayout(shown);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(makeControls());
    auto *work = new QHBoxLayout;
    work->addWidget(status_, 1);
    work->addWidget(progress_);
    work->addWidget(cancel_);
    rows->addLayout(work);
    excess_->setObjectName(QStringLiteral("mappingExcess"));
    rows->addWidget(excess_);
    rows->addWidget(parts, 1);
    pages_->addWidget(nothing_);
    pages_->addWidget(shown);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4, 4, 4, 4);
    column->addWidget(pages_);
    connect(nothing_, &EmptyState::asked, this, &MappingPanel::modelsAsked);
    connect(cells_, &MappingModel::shareAsked, this, &MappingPanel::takeShare);
    connect(table_->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &cell) {
        if (cell.isValid())
            view_.setEvent(cell.column());
    });
    connect(&view, &ViewState::eventChanged, this, &MappingPanel::followView);
    connect(&revisions, &ClipRevisions::inputsChanged, this, &MappingPanel::showMapping);
    connect(&revisions, &ClipRevisions::revised, this, &MappingPanel::showControls);
    setClip(nullptr, nullptr);
    setProject(false, {});
    setStatus({});
}

QWidget *MappingPanel::makeControls() {
    // In the order of MappingRule.
    rule_->addItems({tr("All to the most similar event (the paper)"), tr("Spread by softmax of the cosines"),
                     tr("By the table, edited by hand")});
    rule_->setObjectName(QStringLiteral("rule"));
    rule_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    temperature_->setObjectName(QStringLiteral("temperature"));
    temperature_->setRange(0.01, 5.0);
    temperature_->setDecimals(2);
    temperature_->setSingleStep(0.01);
    temperature_->setToolTip(tr("Small: nearly all to the most similar event. Large: evenly to all."));
    cutOff_->setObjectName(QStringLiteral("cutOff"));
    cutOff_->setRange(-1.0, 1.0);
    cutOff_->setDecimals(2);
    cutOff_->setSingleStep(0.01);
    cutOff_->setSpecialValueText(tr("none"));
    cutOff_->setToolTip(tr("An object whose largest cosine is below this goes to no event."));
    cutOffSlider_->setObjectName(QStringLiteral("cutOffSlider"));
    cutOffSlider_->setAccessibleName(tr("Cosine cut-off"));
    cutOffSlider_->setRange(-kSliderSteps, kSliderSteps);
    cutOffSlider_->setMinimumWidth(10 * fontMetrics().height());
    back_->setObjectName(QStringLiteral("backFromMapping"));
    project_->setObjectName(QStringLiteral("applyToProject"));
    auto *controls = new QWidget;
    auto *row = new QHBoxLayout(controls);
    row->setContentsMargins(0, 0, 0, 0);
    const auto add = [row](const QString &text, QWidget *field) {
        auto *label = new QLabel(text);
        label->setBuddy(field);
        row->addWidget(label);
        row->addWidget(field);
    };
    add(tr("&Rule"), rule_);
    add(tr("&Temperature"), temperature_);
    add(tr("&Cut-off"), cutOff_);
    row->addWidget(cutOffSlider_, 1);
    row->addWidget(back_);
    row->addWidget(project_);
    connect(rule_, &QComboBox::activated, this, &MappingPanel::takeRule);
    connect(temperature_, &NumberBox::valueChanged, this, &MappingPanel::takeTemperature);
    connect(cutOff_, &NumberBox::valueChanged, this, &MappingPanel::takeCutOff);
    connect(cutOffSlider_, &QSlider::valueChanged, this,
            [this](int steps) { cutOff_->setValue(static_cast<double>(steps) / kSliderSteps); });
    connect(back_, &QPushButton::clicked, this, &MappingPanel::goBackToAnalysis);
    cancel_->setObjectName(QStringLiteral("cancelMapping"));
    connect(cancel_, &QPushButton::clicked, this, &MappingPanel::cancelAsked);
    connect(project_, &QPushButton::clicked, this, [this] {
        if (now_)
            Q_EMIT projectAsked(mapping());
    });
    return controls;
}

void MappingPanel::setClip(const std::shared_ptr<const ClipAnalysis> &before,
                           const std::shared_ptr<const ClipAnalysis> &now) {
    now_ = now;
    const QString absence =
        now ? whyNoObjects(*now) : tr("How the objects of the open clip are assigned to events is shown here.");
    nothing_->setText(absence);
    nothing_->setAction(now && !missingModels(*now).isEmpty() ? tr("Add models…") : QString());
    pages_->setCurrentIndex(absence.isEmpty() ? 1 : 0);
    effects_->setClips(before, now);
    showControls();
    showMapping();
}

void MappingPanel::setProject(bool isThere, const QString &whyNotNow) {
    project_->setVisible(isThere);
    project_->setEnabled(whyNotNow.isEmpty());
    project_->setToolTip(
        whyNotNow.isEmpty()
            ? tr("Maps the objects of all clips of the project this way, without analysing their pictures again.")
            : whyNotNow);
}

void MappingPanel::setWork(double fraction) {
    if (!progress_->isVisibleTo(this))
        since_.start();
    progress_->setVisible(true);
    cancel_->setVisible(true);
    progress_->setValue(static_cast<int>(100 * fraction));
    const double seconds = static_cast<double>(since_.elapsed()) / 1000;
    const bool isForeseeable = fraction > 0.02 && seconds > 1;
    status_->setText(isForeseeable ? tr("Mapping the project's clips… about %1 left")
                                         .arg(roughly(Seconds{seconds * (1 - fraction) / fraction}))
                                   : tr("Mapping the project's clips…"));
    status_->setVisible(true);
}

void MappingPanel::setStatus(const QString &status) {
    progress_->setVisible(false);
    cancel_->setVisible(false);
    status_->setText(status);
    status_->setVisible(!status.isEmpty());
}

MappingOptions MappingPanel::mapping() const {
    if (const std::optional<MappingOptions> revised = revisions_.revision().mapping)
        return *revised;
    return revisions_.analysis() ? revisions_.analysis()->settings.mapping : MappingOptions();
}

void MappingPanel::showControls() {
    const MappingOptions options = mapping();
    const QSignalBlocker quietTemperature(temperature_);
    const QSignalBlocker quietCutOff(cutOff_);
    const QSignalBlocker quietSlider(cutOffSlider_);
    rule_->setCurrentIndex(static_cast<int>(options.rule));
    temperature_->setValue(options.temperature);
    cutOff_->setValue(options.cutOff);
    cutOffSlider_->setValue(static_cast<int>(std::lround(options.cutOff * kSliderSteps)));
    temperature_->setEnabled(options.rule == MappingRule::Softmax);
    cutOff_->setEnabled(options.rule != MappingRule::Table);
    cutOffSlider_->setEnabled(options.rule != MappingRule::Table);
    back_->setEnabled(revisions_.revision().mapping.has_value());
}

void MappingPanel::showMapping() {
    const std::shared_ptr<const Matrix> cosine = revisions_.cosine();
    ClipMapping shown = mappingOf(pages_->currentIndex() == 1 ? now_ : nullptr, cosine.get());
    if (shown.clip && shown.share.empty())
        flow_->setMessage(cosine ? whyNoVideoProbabilities(*shown.clip) : tr("Comparing words…"));
    const int columns = cells_->columnCount();
    cells_->setMapping(shown);
    if (columns != cells_->columnCount())
        table_->horizontalHeader()->updateGeometry();
    excess_->setText(excessOf(shown));
    excess_->setVisible(!excess_->text().isEmpty());
    flow_->setMapping(std::move(shown));
    followView();
}

void MappingPanel::followView() {
    const std::optional<int> event = view_.event();
    if (!event || *event >= cells_->columnCount() || cells_->rowCount() == 0)
        return;
    const QModelIndex current = table_->currentIndex();
    if (current.isValid() && current.column() == *event)
        return;
    const QSignalBlocker quiet(table_->selectionModel());
    table_->setCurrentIndex(cells_->index(std::max(current.row(), 0), *event));
    table_->viewport()->update();
    table_->horizontalHeader()->viewport()->update();
}

void MappingPanel::push(MappingOptions mapping, const QString &text, ReviseClip::Kind kind) {
    if (!now_ || !revisions_.analysis())
        return;
    ClipRevision revision = revisions_.revision();
    revision.mapping.reset();
    if (mapping != revisions_.analysis()->settings.mapping)
        revision.mapping = std::move(mapping);
    if (revision != revisions_.revision())
        undo_.push(
            new ReviseClip(revisions_, RevisedClip::of(*revisions_.analysis()), std::move(revision), text, kind));
}

// The shares that the rule gives now, for every object, as a table to be edited; nothing where they are not known.
std::optional<MappingOptions> MappingPanel::asTable() const {
    MappingOptions options = mapping();
    if (options.rule == MappingRule::Table)
        return options;
    const std::shared_ptr<const Matrix> cosine = revisions_.cosine();
    if (!cosine || !now_)
        return std::nullopt;
    if (cosine->empty()) // a table can be made without vectors; it begins with nothing
        options.table = Matrix(now_->objectNames.size(), now_->settings.events.size());
    else if (Result<Matrix> shares = mappingShares(*cosine, options))
        options.table = std::move(*shares);
    options.rule = MappingRule::Table;
    if (options.table.empty())
        return std::nullopt;
    return options;
}

void MappingPanel::takeRule(int rule) {
    MappingOptions options = mapping();
    if (static_cast<MappingRule>(rule) == options.rule)
        return;
    if (static_cast<MappingRule>(rule) == MappingRule::Table) {
        if (std::optional<MappingOptions> table = asTable())
            push(std::move(*table), tr("Mapping by a table"));
    } else {
        options.rule = static_cast<MappingRule>(rule);
        options.table = {};
        push(std::move(options), tr("Different mapping rule"));
    }
    showControls();
}

void MappingPanel::takeCutOff(double cutOff) {
    MappingOptions options = mapping();
    options.cutOff = cutOff;
    push(std::move(options), tr("Mapping cut-off"), ReviseClip::Kind::CutOff);
}

void MappingPanel::takeTemperature(double temperature) {
    MappingOptions options = mapping();
    options.temperature = temperature;
    push(std::move(options), tr("Mapping temperature"), ReviseClip::Kind::Temperature);
}

void MappingPanel::takeShare(int object, int event, double share) {
    std::optional<MappingOptions> options = asTable();
    if (!options || static_cast<std::size_t>(object) >= options->table.rows ||
        static_cast<std::size_t>(event) >= options->table.columns)
        return;
    options->table(static_cast<std::size_t>(object), static_cast<std::size_t>(event)) = static_cast<float>(share);
    push(std::move(*options), tr("Share of an object"));
}

void MappingPanel::goBackToAnalysis() {
    if (revisions_.analysis())
        push(revisions_.analysis()->settings.mapping, tr("Mapping as analysed"));
}

} // namespace tagscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clips/clip_filter_bar.h"

#include "ui/base/audit_text.h"
#include "ui/base/text.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace tagscope::ui {
namespace {

constexpr int kDelayMilliseconds = 120; // between two letters of a person who types

// The first entry of each box stands for "all" and holds nothing.
template <class Value>
std::optional<Value> chosenIn(const QComboBox &box) {
    const QVariant data = box.currentData();
    return data.isValid() ? std::optional(static_cast<Value>(data.toInt())) : std::nullopt;
}

template <class Value>
void choose(QComboBox &box, const std::optional<Value> &value) {
    const int index = value ? box.findData(static_cast<int>(*value)) : 0;
    box.setCurrentIndex(std::max(index, 0));
}

void fill(QComboBox &box, const QString &all, const std::vector<std::pair<QString, QVariant>> &entries) {
    const QVariant before = box.currentData();
    box.clear();
    box.addItem(all);
    for (const auto &[text, data] : entries)
        box.addItem(text, data);
    box.setCurrentIndex(before.isValid() ? std::max(box.findData(before), 0) : 0);
}

} // namespace

ClipFilterBar::ClipFilterBar(QWidget *parent)
    : QWidget(parent), search_(new QLineEdit), unfold_(new QToolButton), clear_(new QToolButton), boxes_(new QWidget),
      split_(new QComboBox), label_(new QComboBox), tag_(new QComboBox), disagreement_(new QComboBox),
      heard_(new QComboBox), verdict_(new QComboBox), savedMenu_(new QMenu(this)), delay_(new QTimer(this)) {
    search_->setObjectName(QStringLiteral("clipSearch"));
    search_->setPlaceholderText(tr("Search names and labels"));
    search_->setAccessibleName(tr("Search clips"));
    search_->setClearButtonEnabled(true);
    unfold_->setObjectName(QStringLiteral("clipFilters"));
    unfold_->setCheckable(true);
    unfold_->setToolTip(tr("Filter by split, label, tag, disagreement, what is heard and what annotators said"));
    clear_->setObjectName(QStringLiteral("clearClipFilters"));
    clear_->setText(tr("Show all"));
    clear_->setToolTip(tr("Remove all filters"));
    auto *saved = new QToolButton;
    saved->setObjectName(QStringLiteral("savedClipFilters"));
    saved->setText(tr("Saved"));
    saved->setToolTip(tr("Filters saved with the project"));
    saved->setPopupMode(QToolButton::InstantPopup);
    saved->setMenu(savedMenu_);
    const std::vector<std::pair<QComboBox *, QString>> boxes{{split_, tr("Split")}, {label_, tr("Label")},
                                                             {tag_, tr("Tag")},     {disagreement_, tr("Disagreement")},
                                                             {heard_, tr("Heard")}, {verdict_, tr("Verdict")}};
    auto *form = new QFormLayout(boxes_);
    form->setContentsMargins(0, 0, 0, 0);
    for (const auto &[box, title] : boxes) {
        box->setAccessibleName(title);
        box->setMinimumContentsLength(8);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        form->addRow(title, box);
        connect(box, &QComboBox::activated, this, [this] {
            showState();
            Q_EMIT changed();
        });
    }
    split_->setObjectName(QStringLiteral("filterSplit"));
    label_->setObjectName(QStringLiteral("filterLabel"));
    tag_->setObjectName(QStringLiteral("filterTag"));
    disagreement_->setObjectName(QStringLiteral("filterDisagreement"));
    heard_->setObjectName(QStringLiteral("filterHeard"));
    verdict_->setObjectName(QStringLiteral("filterVerdict"));
    const auto number = [](auto value) { return QVariant(static_cast<int>(value)); };
    fill(*disagreement_, tr("All clips"),
         {{tr("Tags and labels differ"), number(LabelDisagreement::Any)},
          {tr("Labelled and not tagged"), number(LabelDisagreement::Untagged)},
          {tr("Tagged and not labelled"), number(LabelDisagreement::Unlabelled)},
          {tr("Tags match the labels"), number(LabelDisagreement::None)},
          {tr("Tags not known"), number(LabelDisagreement::Unknown)}});
    fill(*heard_, tr("All clips"),
         {{tr("All labels heard"), number(Heard::Yes)},
          {tr("Some label not heard"), number(Heard::No)},
          {tr("Nothing known"), number(Heard::Unknown)}});
    fill(*verdict_, tr("All clips"),
         {{tr("Judged"), number(AuditOutcome::Any)},
          {tr("Not judged"), number(AuditOutcome::None)},
          {tr("Annotators disagree"), number(AuditOutcome::Contested)},
          {textOf(VerdictValue::Audible), number(AuditOutcome::Audible)},
          {textOf(VerdictValue::Visible), number(AuditOutcome::Visible)},
          {textOf(VerdictValue::Both), number(AuditOutcome::Both)},
          {textOf(VerdictValue::Neither), number(AuditOutcome::Neither)},
          {textOf(VerdictValue::Unsure), number(AuditOutcome::Unsure)}});
    boxes_->hide();
    delay_->setSingleShot(true);
    delay_->setInterval(kDelayMilliseconds);

    auto *across = new QHBoxLayout;
    across->addWidget(unfold_);
    across->addWidget(saved);
    across->addStretch(1);
    across->addWidget(clear_);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(4);
    lines->addWidget(search_);
    lines->addLayout(across);
    lines->addWidget(boxes_);
    connect(search_, &QLineEdit::textChanged, delay_, qOverload<>(&QTimer::start));
    connect(search_, &QLineEdit::returnPressed, this, [this] {
        delay_->stop();
        Q_EMIT changed();
        Q_EMIT left();
    });
    connect(delay_, &QTimer::timeout, this, [this] {
        showState();
        Q_EMIT changed();
    });
    connect(unfold_, &QToolButton::toggled, boxes_, &QWidget::setVisible);
    connect(clear_, &QToolButton::clicked, this, [this] { setFilter({}); });
    connect(savedMenu_, &QMenu::aboutToShow, this, &ClipFilterBar::fillSavedMenu);
    setChoices({}, {});
    showState();
}

void ClipFilterBar::setChoices(const std::vector<QString> &splits, const std::vector<EventClass> &classes) {
    std::vector<std::pair<QString, QVariant>> entries;
    for (const QString &split : splits)
        entries.emplace_back(split.isEmpty() ? tr("Without split") : split, split);
    fill(*split_, tr("All splits"), entries);
    entries.clear();
    for (std::size_t k = 0; k < classes.size(); ++k)
        entries.emplace_back(toText(classes[k].name), static_cast<int>(k));
    auto tags = entries;
    entries.emplace_back(tr("No label"), ClipFilter::kNoEvent);
    tags.emplace_back(tr("No tag"), ClipFilter::kNoEvent);
    fill(*label_, tr("All labels"), entries);
    fill(*tag_, tr("All tags"), tags);
}

ClipFilter ClipFilterBar::filter() const {
    ClipFilter filter;
    filter.text = search_->text();
    if (split_->currentIndex() > 0)
        filter.split = split_->currentData().toString();
    filter.label = chosenIn<int>(*label_);
    filter.tag = chosenIn<int>(*tag_);
    filter.disagreement = chosenIn<LabelDisagreement>(*disagreement_);
    filter.heard = chosenIn<Heard>(*heard_);
    filter.verdict = chosenIn<AuditOutcome>(*verdict_);
    return filter;
}

void ClipFilterBar::show(const ClipFilter &filter) {
    search_->setText(filter.text);
    delay_->stop();
    split_->setCurrentIndex(filter.split ? std::max(split_->findData(*filter.split), 0) : 0);
    choose(*label_, filter.label);
    choose(*tag_, filter.tag);
    choose(*disagreement_, filter.disagreement);
    choose(*heard_, filter.heard);
    choose(*verdict_, filter.verdict);
    showState();
}

void ClipFilterBar::setFilter(const ClipFilter &filter) {
    show(filter);
    Q_EMIT changed();
}

void ClipFilterBar::reset() {
    show({});
}

void ClipFilterBar::focusSearch() {
    search_->setFocus(Qt::ShortcutFocusReason);
    search_->selectAll();
}

void ClipFilterBar::showState() {
    const ClipFilter now = filter();
    const auto set = static_cast<int>(now.split.has_value()) + static_cast<int>(now.label.has_value()) +
                     static_cast<int>(now.tag.has_value()) + static_cast<int>(now.disagreement.has_value()) +
                     static_cast<int>(now.heard.has_value()) + static_cast<int>(now.verdict.has_value());
    unfold_->setText(set == 0 ? tr("Filters") : tr("Filters (%1)").arg(set));
    clear_->setEnabled(!now.isEmpty());
}

void ClipFilterBar::setSaved(const std::vector<NamedClipFilter> &filters) {
    saved_ = filters;
}

void ClipFilterBar::fillSavedMenu() {
    qDeleteAll(savedMenu_->findChildren<QMenu *>(Qt::FindDirectChildrenOnly)); // clear() leaves them
    savedMenu_->clear();
    for (const NamedClipFilter &named : saved_) {
        QString shown = named.name;
        QAction *entry = savedMenu_->addAction(shown.replace(QLatin1Char('&'), QStringLiteral("&&")));
        connect(entry, &QAction::triggered, this, [this, filter = named.filter] { setFilter(filter); });
    }
    savedMenu_->addSeparator();
    QAction *save = savedMenu_->addAction(tr("&Save these filters…"));
    save->setEnabled(!filter().isEmpty());
    connect(save, &QAction::triggered, this, &ClipFilterBar::askForName);
    if (saved_.empty())
        return;
    QMenu *removal = savedMenu_->addMenu(tr("&Remove"));
    for (const NamedClipFilter &named : saved_) {
        QString shown = named.name;
        connect(removal->addAction(shown.replace(QLatin1Char('&'), QStringLiteral("&&"))), &QAction::triggered, this,
                [this, name = named.name] { remove(name); });
    }
}

void ClipFilterBar::askForName() {
    bool isGiven = false;
    const QString name =
        QInputDialog::getText(
            this, tr("Save filters"),
            tr("Name of these filters. They are saved with the project and replace any of the same name."),
            QLineEdit::Normal, {}, &isGiven)
            .trimmed();
    if (!isGiven || name.isEmpty())
        return;
    std::vector<NamedClipFilter> filters = saved_;
    std::erase_if(filters, [&name](const NamedClipFilter &named) { return named.name == name; });
    filters.push_back({name, filter()});
    Q_EMIT savedAsked(filters, tr("saving the filters “%1”").arg(name));
}

void ClipFilterBar::remove(const QString &name) {
    std::vector<NamedClipFilter> filters = saved_;
    std::erase_if(filters, [&name](const NamedClipFilter &named) { return named.name == name; });
    Q_EMIT savedAsked(filters, tr("removing the filters “%1”").arg(name));
}

} // namespace tagscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/audit_work_page.h"

#include "ui/audit/asked_answers.h"
#include "ui/audit/audit_sitting.h"
#include "ui/base/audit_text.h"
#include "ui/base/core_text.h"
#include "ui/base/count_text.h"
#include "ui/base/key_faces.h"
#include "ui/base/text.h"
#include "ui/base/tokens.h"

#include <QAccessible>
#include <QAction>
#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <utility>

namespace tagscope::ui {

AuditWorkPage::AuditWorkPage(const AuditSitting &sitting, QWidget *parent)
    : QWidget(parent), sitting_(sitting), question_(new QLabel), event_(new QLabel), page_(new QLabel),
      about_(new QLabel), progress_(new QProgressBar), pace_(new QLabel), message_(new QLabel), said_(new QLabel),
      note_(new QLineEdit), also_(new QLineEdit), storedShown_(new QLabel), flagShown_(new QLabel),
      flag_(new QLineEdit), verdicts_(new QWidget), moves_(new QWidget) {
    const int line = fontMetrics().height();
    setFocusPolicy(Qt::StrongFocus);
    event_->setObjectName(QStringLiteral("askedEvent"));
    event_->setTextFormat(Qt::PlainText);
    event_->setWordWrap(true);
    giveRole(*event_, TextRole::Display);
    page_->setObjectName(QStringLiteral("auditPage"));
    page_->setTextFormat(Qt::PlainText);
    page_->setWordWrap(true);
    about_->setWordWrap(true);
    progress_->setTextVisible(false);
    progress_->setAccessibleName(tr("Pairs judged"));
    progress_->setMaximumHeight(line / 2);
    pace_->setObjectName(QStringLiteral("auditPace"));
    pace_->setWordWrap(true);
    message_->setObjectName(QStringLiteral("auditMessage"));
    message_->setTextFormat(Qt::PlainText);
    message_->setWordWrap(true);
    message_->setAutoFillBackground(true);
    message_->setBackgroundRole(QPalette::ToolTipBase);
    message_->setForegroundRole(QPalette::ToolTipText);
    message_->setMargin(line / 4);
    giveRole(*message_, TextRole::Heading);
    message_->hide();
    said_->setObjectName(QStringLiteral("ownVerdict"));
    note_->setObjectName(QStringLiteral("verdictNote"));
    note_->setAccessibleName(tr("Note on the verdict"));
    connect(note_, &QLineEdit::returnPressed, this, [this] { setFocus(Qt::OtherFocusReason); });

    also_->setObjectName(QStringLiteral("alsoHeard"));
    also_->setAccessibleName(tr("Another event that is heard"));
    also_->setPlaceholderText(tr("I also hear… (an event; Return stores it)"));
    storedShown_->setObjectName(QStringLiteral("storedVerdict"));
    storedShown_->setTextFormat(Qt::PlainText);
    storedShown_->setWordWrap(true);
    storedShown_->hide();
    makeLine(*also_, &AuditWorkPage::alsoHeard, false);
    flag_->setObjectName(QStringLiteral("flagNote"));
    flag_->setAccessibleName(tr("Why to come back to this clip"));
    flag_->setPlaceholderText(tr("Why to come back to this clip (may be empty; Return flags it, Esc does not)"));
    auto *reasons =
        new QCompleter({tr("background music"), tr("voice-over"), tr("still picture"), tr("unusable")}, flag_);
    reasons->setCaseSensitivity(Qt::CaseInsensitive);
    reasons->setCompletionMode(QCompleter::InlineCompletion);
    flag_->setCompleter(reasons);
    makeLine(*flag_, &AuditWorkPage::flagged, true);
    flagShown_->setObjectName(QStringLiteral("flagShown"));
    flagShown_->setTextFormat(Qt::PlainText);
    flagShown_->setWordWrap(true);
    flagShown_->hide();

    auto *left = new QVBoxLayout;
    left->addWidget(question_);
    left->addWidget(event_);
    left->addWidget(page_);
    left->addWidget(about_);
    left->addStretch(1);
    left->addWidget(progress_);
    left->addWidget(pace_);
    auto *right = new QVBoxLayout;
    right->addWidget(message_);
    right->addWidget(verdicts_);
    right->addWidget(said_);
    right->addWidget(storedShown_);
    right->addWidget(note_);
    right->addWidget(also_);
    right->addWidget(flagShown_);
    right->addWidget(flag_);
    right->addStretch(1);
    right->addWidget(moves_);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(line / 2, line / 4, line / 2, line / 4);
    row->setSpacing(line);
    row->addLayout(left, 2);
    row->addLayout(right, 3);
    for (QWidget *buttons : {verdicts_, moves_}) {
        auto *line1 = new QHBoxLayout(buttons);
        line1->setContentsMargins(0, 0, 0, 0);
    }
}

QWidget *AuditWorkPage::buttonOf(QAction &entry, bool isLarge) {
    auto *button = new QPushButton;
    button->setFocusPolicy(Qt::TabFocus); // a click leaves the keys where they are
    button->setObjectName(QStringLiteral("button.") + entry.objectName());
    if (isLarge) {
        button->setMinimumHeight(std::max(6 * kGrid, 3 * fontMetrics().height()));
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    const auto follow = [button, &entry, isLarge] {
        const QString text = entry.text().remove(QLatin1Char('&')); // pressed by their keys
        const QString key = KeyFaces::instance().text(entry.shortcut());
        const QString whole = key.isEmpty() ? text // "N  neither"
                              : isLarge     ? key + QLatin1Char('\n') + text
                                            : tr("%1 (%2)").arg(text, key);
        button->setText(QString(whole).replace(QLatin1Char('&'), QStringLiteral("&&"))); // a key of French keyboards
        button->setEnabled(entry.isEnabled());
        button->setVisible(entry.isVisible());
        button->setAccessibleName(isLarge ? text : whole);
    };
    connect(&entry, &QAction::changed, button, follow);
    connect(&KeyFaces::instance(), &KeyFaces::changed, button, follow);
    connect(button, &QPushButton::clicked, &entry, &QAction::trigger);
    follow();
    return button;
}

void AuditWorkPage::setEntries(const AuditEntries &entries) {
    for (QAction *entry : entries.verdicts)
        verdicts_->layout()->addWidget(buttonOf(*entry, true));
    for (QAction *entry : {entries.back, entries.repeat, entries.also, entries.flag, entries.skip, entries.end})
        moves_->layout()->addWidget(buttonOf(*entry, false));
    const auto follow = [this, note = entries.note] {
        const QString key = KeyFaces::instance().text(note->shortcut());
        note_->setPlaceholderText(key.isEmpty() ? tr("Note")
                                                : tr("Note (%1 to write one, Return to finish it)").arg(key));
    };
    connect(entries.note, &QAction::changed, this, follow);
    connect(&KeyFaces::instance(), &KeyFaces::changed, this, follow);
    follow();
}

void AuditWorkPage::showPair() {
    const std::optional<SittingRow> row = sitting_.current();
    if (!row)
        return;
    const SittingSetup &setup = sitting_.setup();
    question_->setText(questionAt(setup.stage));
    event_->setText(sitting_.eventName(row->event));
    page_->setText(pageText());
    page_->setVisible(!page_->text().isEmpty());
    QStringList about{tr("you know: %1").arg(textOf(setup.stage))};
    if (setup.stage == AuditStage::ModelOutput) // what orders the pairs would tell who judges blindly what to expect
        about << tr("Order: %1").arg(textOf(setup.order))
              << tr("%1 = %2").arg(translated(sitting_.order().queue()->formula), probabilityText(row->value));
    about_->setText(about.join(QStringLiteral(" · ")));
    const std::optional<Verdict> standing = sitting_.standing();
    said_->setText(standing && standing->value ? tr("Your verdict so far: %1").arg(textOf(*standing->value))
                                               : QString());
    said_->setVisible(!said_->text().isEmpty());
    for (QLineEdit *line : {also_, flag_}) { // begun for the clip before
        line->clear();
        line->hide();
    }
    also_->setPlaceholderText(sitting_.remarks().mayNameEvents()
                                  ? tr("I also hear… (an event, or a name for a new one; Return stores it)")
                                  : tr("I also hear… (an event; Return stores it)"));
    note_->setText(standing ? toText(standing->note) : QString());
    const QString &refusal = sitting_.refusal();
    message_->setText(refusal.isEmpty() ? QString() : tr("✗ Not stored: %1").arg(refusal));
    message_->setVisible(!refusal.isEmpty());
    if (note_->hasFocus())
        setFocus(Qt::OtherFocusReason);
    const QString stored = storedText();
    const QString undo = KeyFaces::instance().text(QKeySequence(QKeySequence::Undo));
    storedShown_->setText(stored.isEmpty() ? QString() : tr("✓ %1 (%2 takes it back)").arg(stored, undo));
    storedShown_->setVisible(!stored.isEmpty());
    QStringList told;
    if (!stored.isEmpty() && !std::exchange(isStoredTold_, true))
        told << tr("Stored: %1.").arg(stored);
    if (std::exchange(clip_, row->clip) != row->clip)
        told << tr("Another clip.");
    told << tr("%1 %2").arg(event_->text(), question_->text());
    event_->setAccessibleName(told.join(QLatin1Char(' ')));
    QAccessibleEvent announced(event_, QAccessible::Alert);
    QAccessible::updateAccessibility(&announced);
}

QString AuditWorkPage::storedText() {
    const AuditOrder &order = sitting_.order();
    if (stored_ && (stored_->first >= order.size() || order.said(stored_->first) != stored_->second))
        stored_.reset(); // taken back, or of another sitting
    return stored_ ? tr("%1: %2").arg(sitting_.eventName(order.row(stored_->first).event), textOf(stored_->second))
                   : QString();
}

// "✓ dog: heard · ▸ rain · wind"; nothing where the clip has one event.
QString AuditWorkPage::pageText() const {
    const std::vector<std::size_t> places = sitting_.page();
    QStringList rows;
    for (const std::size_t place : places) {
        const QString name = sitting_.eventName(sitting_.order().row(place).event);
        const std::optional<VerdictValue> said = sitting_.order().said(place);
        QString row = said ? tr("✓ %1: %2").arg(name, textOf(*said)) : name;
        if (sitting_.order().current() == place)
            row = tr("▸ %1").arg(row);
        rows << row;
    }
    return rows.size() > 1 ? rows.join(QStringLiteral(" · ")) : QString();
}

void AuditWorkPage::showMessage(const QString &text) {
    message_->setText(text);
    message_->setVisible(!text.isEmpty());
    message_->setAccessibleName(text);
    setAccessibleName(text);
    QAccessibleEvent told(message_, QAccessible::Alert);
    QAccessible::updateAccessibility(&told);
}

void AuditWorkPage::setEvents(const QStringList &events) {
    auto *completer = new QCompleter(events, also_); // which deletes the one before
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setCompletionMode(QCompleter::InlineCompletion); // a list would take the keys
    also_->setCompleter(completer);
}

void AuditWorkPage::makeLine(QLineEdit &line, void (AuditWorkPage::*taken)(const QString &), bool mayBeEmpty) {
    line.hide();
    connect(&line, &QLineEdit::returnPressed, this, [this, &line, taken, mayBeEmpty] {
        const QString text = line.text().trimmed();
        closeLine(line);
        if (mayBeEmpty || !text.isEmpty())
            Q_EMIT(this->*taken)(text);
    });
    line.installEventFilter(this);
}

// Esc leaves a line before it leaves anything else.
bool AuditWorkPage::eventFilter(QObject *watched, QEvent *event) {
    const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    auto *line = qobject_cast<QLineEdit *>(watched);
    if (!isKey || line == nullptr || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Escape)
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        closeLine(*line);
    return true;
}

void AuditWorkPage::closeLine(QLineEdit &line) {
    line.clear();
    line.hide();
    setFocus(Qt::OtherFocusReason);
}

void AuditWorkPage::openLine(QLineEdit &line) {
    line.show();
    line.setFocus(Qt::ShortcutFocusReason);
}

void AuditWorkPage::writeAlsoHeard() {
    openLine(*also_);
}

void AuditWorkPage::writeFlag() {
    openLine(*flag_);
}

void AuditWorkPage::showProgress() {
    const std::optional<Remark> flag = sitting_.remarks().flag();
    flagShown_->setText(!flag                ? QString()
                        : flag->note.empty() ? tr("⚑ Flagged")
                                             : tr("⚑ Flagged: %1").arg(toText(flag->note)));
    flagShown_->setVisible(flag.has_value());
    const AuditOrder &order = sitting_.order();
    progress_->setRange(0, std::max(static_cast<int>(order.size()), 1));
    progress_->setValue(static_cast<int>(order.done()));
    QStringList words{tr("%1 of %2 judged").arg(countText(order.done()), countText(order.size())),
                      tr("%1 left").arg(countText(order.left()))};
    if (const std::size_t skipped = order.skipped(); skipped > 0)
        words << tr("%1 skipped").arg(countText(skipped));
    if (const std::optional<double> perHour = sitting_.perHour()) {
        words << tr("%1 per hour").arg(QLocale().toString(std::lround(*perHour)));
        words << tr("%1 to go").arg(roughly(Seconds(3600.0 * static_cast<double>(order.left()) / *perHour)));
    }
    pace_->setText(words.join(QStringLiteral(" · ")));
}

QString AuditWorkPage::note() const {
    return note_->text();
}

QString AuditWorkPage::asked() const {
    return event_->accessibleName();
}

void AuditWorkPage::writeNote() {
    note_->setFocus(Qt::ShortcutFocusReason);
    note_->selectAll();
}

} // namespace tagscope::ui

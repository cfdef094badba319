// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/audit/sitting_setup.h"

#include <QWidget>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>

class QAction;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace tagscope::ui {

class AuditSitting;

// The entries of the menu that the page shows as buttons.
struct AuditEntries {
    std::array<QAction *, kVerdictValues> verdicts{}; // in the order of VerdictValue
    QAction *note = nullptr;
    QAction *also = nullptr;
    QAction *flag = nullptr;
    QAction *back = nullptr;
    QAction *skip = nullptr;
    QAction *repeat = nullptr;
    QAction *end = nullptr;
};

// The pair that is looked at: the event that is asked for, the verdicts with their keys, a note, and how far the
// annotator is. GUI thread; the sitting outlives it.
class AuditWorkPage : public QWidget {
    Q_OBJECT

public:
    explicit AuditWorkPage(const AuditSitting &sitting, QWidget *parent = nullptr);

    void setEntries(const AuditEntries &entries);
    void showPair();                     // another one
    [[nodiscard]] QString asked() const; // as a screen reader says it
    void showProgress();                 // how far, how fast
    [[nodiscard]] QString note() const;
    void writeNote();
    // The events that "I hear something else" may name; completes what is typed.
    void setEvents(const QStringList &events);
    void writeAlsoHeard();
    void writeFlag(); // why somebody is to come back to the clip
    // The answer that was given last, until there is another: before the pair after it is shown.
    void setStored(std::size_t place, VerdictValue value) {
        stored_ = {place, value};
        isStoredTold_ = false;
    }
    // Why a key was not taken, or what became of something; until another pair is looked at.
    void showMessage(const QString &text);

Q_SIGNALS:
    void alsoHeard(const QString &event);
    void flagged(const QString &note);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    // A line that is there while something is typed; Return has it taken.
    void makeLine(QLineEdit &line, void (AuditWorkPage::*taken)(const QString &), bool mayBeEmpty);
    void openLine(QLineEdit &line);
    void closeLine(QLineEdit &line);
    // The answer that was given last, as far as it holds.
    [[nodiscard]] QString storedText();
    [[nodiscard]] QString pageText() const;
    [[nodiscard]] QWidget *buttonOf(QAction &entry, bool isLarge);

    const AuditSitting &sitting_;
    QLabel *question_;
    QLabel *event_;
    QLabel *page_; // all that is asked of the clip
    QLabel *about_;
    QProgressBar *progress_;
    QLabel *pace_;
    QLabel *message_;
    QLabel *said_;
    QLineEdit *note_;
    QLineEdit *also_;
    QLabel *storedShown_;
    std::optional<std::pair<std::size_t, VerdictValue>> stored_; // place and answer
    bool isStoredTold_ = false;
    std::optional<ClipId> clip_; // that was looked at last
    QLabel *flagShown_;
    QLineEdit *flag_;
    QWidget *verdicts_;
    QWidget *moves_;
};

} // namespace tagscope::ui

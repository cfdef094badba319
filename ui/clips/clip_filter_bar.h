// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/clips/clip_filter.h"

#include <QWidget>
#include <vector>

class QComboBox;
class QLineEdit;
class QMenu;
class QTimer;
class QToolButton;

namespace tagscope::ui {

// Where a person says which clips of a project are to be shown: words to search for, and boxes that can be unfolded
// for split, label, tag, disagreement and what is heard; filters that were kept under a name.
class ClipFilterBar : public QWidget {
    Q_OBJECT

public:
    explicit ClipFilterBar(QWidget *parent = nullptr);

    // What there is to choose from; what was chosen stays while it is among it.
    void setChoices(const std::vector<QString> &splits, const std::vector<EventClass> &classes);
    void setSaved(const std::vector<NamedClipFilter> &filters);

    [[nodiscard]] ClipFilter filter() const;
    void setFilter(const ClipFilter &filter); // tells that it changed
    void reset();                             // tells nothing
    void focusSearch();

Q_SIGNALS:
    void changed(); // a moment after the last letter
    void left();    // to the clips
    void savedAsked(const std::vector<NamedClipFilter> &filters, const QString &what);

private:
    void show(const ClipFilter &filter);
    void showState();
    void fillSavedMenu();
    void askForName();
    void remove(const QString &name);

    QLineEdit *search_;
    QToolButton *unfold_;
    QToolButton *clear_;
    QWidget *boxes_;
    QComboBox *split_;
    QComboBox *label_;
    QComboBox *tag_;
    QComboBox *disagreement_;
    QComboBox *heard_;
    QComboBox *verdict_;
    QMenu *savedMenu_;
    QTimer *delay_;
    std::vector<NamedClipFilter> saved_;
};

} // namespace tagscope::ui

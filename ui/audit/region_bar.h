// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;
class QSpinBox;
class QToolButton;

namespace tagscope::ui {

class Auditor;
class RegionByKey;
class RegionEditor;
class RegionMarking;

// What regions are marked with, under the tracks: the button of the one key, the reaction time that is taken off,
// whether ends snap, who marks, and what was done last or refused.
class RegionBar : public QWidget {
    Q_OBJECT

public:
    RegionBar(RegionMarking &marking, RegionByKey &byKey, RegionEditor &editor, const Auditor &auditor,
              QWidget *parent = nullptr);

    void say(const QString &text); // until the next is said

Q_SIGNALS:
    void nameAsked(); // somebody wants to give another one

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void addReaction();
    void addSnapping();
    void showOpen();
    void showName();
    void showWords();

    RegionByKey &byKey_;
    RegionEditor &editor_;
    const Auditor &auditor_;
    QToolButton *mark_;
    QSpinBox *reaction_;
    QCheckBox *snaps_;
    QToolButton *name_;
    QLabel *words_;
    QString said_;
};

} // namespace tagscope::ui

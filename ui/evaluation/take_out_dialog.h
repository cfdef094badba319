// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/export.h"

#include <QDialog>
#include <QStringList>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;

namespace tagscope::ui {

class NumberBox;

// Asks what of a project is to be written for other programs, how, and where; what the formats cannot hold is not
// offered. GUI thread.
class TakeOutDialog : public QDialog {
    Q_OBJECT

public:
    // `content`, `point`: what is chosen at first; an empty point: the newest.
    TakeOutDialog(ExportContent content, const QStringList &splits, const QStringList &points, const QString &point,
                  QWidget *parent = nullptr);

    [[nodiscard]] ExportRequest request() const;
    [[nodiscard]] QString target() const;

private:
    void followContent();
    void followFormat();
    void followTarget();
    void browse();

    QComboBox *content_;
    QComboBox *format_;
    QComboBox *scores_;
    QComboBox *split_;
    QComboBox *point_;
    NumberBox *above_;
    QCheckBox *plainCells_;
    QLineEdit *target_;
    QPushButton *ok_;
};

} // namespace tagscope::ui

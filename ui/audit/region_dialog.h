// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tracks/region_marking.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;

namespace tagscope::ui {

// A region as numbers: event, times, frequencies, confidence and note. What cannot be is said in the dialog, which then
// stays open. GUI thread.
class RegionDialog : public QDialog {
    Q_OBJECT

public:
    // `region`: as it is at first; a new one has what is known already. Its times may be equal: not chosen yet.
    RegionDialog(const MarkableClip &clip, const MarkedRegion &region, QWidget *parent);

Q_SIGNALS:
    void typed(const MarkedRegion &region); // the dialog closes

private:
    void finish();
    // Nothing where it cannot be; `problem` then says why.
    [[nodiscard]] std::optional<MarkedRegion> read(QString &problem) const;

    Seconds duration_;
    MarkedRegion before_;
    QComboBox *event_;
    QLineEdit *onset_;
    QLineEdit *offset_;
    QLineEdit *low_;
    QLineEdit *high_;
    QLineEdit *confidence_;
    QLineEdit *note_;
    QLabel *problem_;
};

} // namespace tagscope::ui

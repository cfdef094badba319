// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/training/training_lines.h"

#include <QWidget>
#include <array>

class QComboBox;
class QLabel;
class QMenu;
class QSpinBox;
class QToolButton;

namespace tagscope::ui {

class ChartPages;

// The figures of the runs that are ticked, side by side; a double click shows one of them alone and the next all again.
// GUI thread.
class TrainingCharts : public QWidget {
    Q_OBJECT

public:
    explicit TrainingCharts(QWidget *parent = nullptr);

    void setEvents(const QStringList &names); // the project's classes; the first few are chosen
    void setRuns(std::vector<RunCurves> runs);
    void setNotice(const QString &notice);        // a sentence above the charts; empty: none
    void setEmptyMessage(const QString &message); // where no run has anything to show

    [[nodiscard]] const LineChart &chart(TrainingFigure figure) const {
        return *charts_[static_cast<std::size_t>(figure)];
    }

Q_SIGNALS:
    void darknessChanged(bool isOnDark);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] LineChart *makeChart(TrainingFigure figure);
    void draw();
    void chooseEvents();
    void showAlone(QWidget *chart); // null: all
    [[nodiscard]] QString messageFor(TrainingFigure figure) const;

    std::vector<RunCurves> runs_;
    LineChoices choices_;
    QString emptyMessage_;
    QComboBox *across_;
    QSpinBox *smoothing_;
    QToolButton *events_;
    QMenu *eventMenu_;
    QLabel *notice_;
    ChartPages *pages_ = nullptr;
    std::array<LineChart *, kTrainingFigures.size()> charts_{};
    QWidget *alone_ = nullptr;
};

} // namespace tagscope::ui

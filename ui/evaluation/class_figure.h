// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/report.h"
#include "core/evaluation/report_files.h"

#include <QSvgRenderer>
#include <QWidget>
#include <memory>

namespace tagscope::ui {

// The paper's Figure 3 of a report, as its files have it, in the window's colours and letters of its size.
// GUI thread.
class ClassFigure : public QWidget {
    Q_OBJECT

public:
    explicit ClassFigure(QWidget *parent = nullptr);

    void setReport(std::shared_ptr<const Report> report); // null: none

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }
    // As on paper, whatever the window's colours.
    void paintOn(QPaintDevice &device) const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void draw();

    std::shared_ptr<const Report> report_;
    QSvgRenderer drawing_;
};

} // namespace tagscope::ui

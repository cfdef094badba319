// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/chart_pages.h"

#include <QGridLayout>
#include <QPainter>
#include <QSignalBlocker>
#include <QTabBar>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace tagscope::ui {

namespace {

// One line, as much of it as fits.
class ChartCaption : public QWidget {
public:
    explicit ChartCaption(const QString &text) : text_(text) {
        setToolTip(text);
        setAccessibleName(text);
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    }
    [[nodiscard]] QSize sizeHint() const override { return {0, fontMetrics().height()}; }

protected:
    void paintEvent(QPaintEvent *) override {
        QPainter painter(this);
        painter.setPen(palette().color(QPalette::PlaceholderText));
        const QRect inside = rect().adjusted(fontMetrics().height() / 2, 0, -fontMetrics().height() / 2, 0);
        painter.drawText(inside, Qt::AlignVCenter, fontMetrics().elidedText(text_, Qt::ElideRight, inside.width()));
    }

private:
    QString text_;
};

} // namespace

ChartPages::ChartPages(std::vector<Chart> charts, const QSize &least, int mostColumns, QWidget *parent)
    : QWidget(parent), charts_(std::move(charts)), least_(least), mostColumns_(mostColumns), tabs_(new QTabBar),
      grid_(new QGridLayout) {
    tabs_->setObjectName(QStringLiteral("chartPages"));
    tabs_->setAccessibleName(tr("More charts"));
    tabs_->setDrawBase(false);
    tabs_->setExpanding(false);
    tabs_->setElideMode(Qt::ElideRight);
    tabs_->setUsesScrollButtons(false);
    grid_->setSpacing(2);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(tabs_);
    rows->addLayout(grid_, 1);
    setMinimumHeight(least.height() / 2);
    for (const Chart &chart : charts_) {
        const Cell cell{new QWidget, new ChartCaption(chart.reading)};
        auto *lines = new QVBoxLayout(cell.box);
        lines->setContentsMargins(0, 0, 0, 0);
        lines->setSpacing(0);
        lines->addWidget(chart.widget, 1);
        lines->addWidget(cell.caption);
        cells_.push_back(cell);
    }
    connect(tabs_, &QTabBar::currentChanged, this, &ChartPages::arrange);
    arrange();
}

void ChartPages::showAlone(QWidget *chart) {
    alone_ = chart;
    arrange();
}

void ChartPages::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    arrange();
}

void ChartPages::arrange() {
    const int count = static_cast<int>(charts_.size());
    int columns = std::clamp(width() / least_.width(), 1, std::min(mostColumns_, count));
    const int rows = std::clamp(height() / least_.height(), 1, (count + columns - 1) / columns);
    const bool isRoom = columns * rows >= count;
    if (rows == 1 && !isRoom && width() / least_.width() >= count)
        columns = count; // low and wide: all in one row
    const int onPage = std::min(columns * rows, count);
    nameTabs(onPage);
    const int first = onPage * std::max(tabs_->currentIndex(), 0);
    for (int i = 0; i < count; ++i) {
        const auto &[chart, title, reading] = charts_[static_cast<std::size_t>(i)];
        const auto &[box, caption] = cells_[static_cast<std::size_t>(i)];
        const int place = i - first;
        const bool isHere = place >= 0 && place < onPage;
        grid_->removeWidget(box);
        grid_->addWidget(box, isHere ? place / columns : 0, isHere ? place % columns : 0);
        const bool isShown = alone_ != nullptr ? chart == alone_ : isHere;
        box->setVisible(isShown);
        chart->setVisible(isShown);
        caption->setVisible(!reading.isEmpty() && height() / rows >= least_.height() + caption->sizeHint().height());
    }
    for (int line = 0; line < count; ++line) {
        grid_->setColumnStretch(line, line < columns ? 1 : 0);
        grid_->setRowStretch(line, line < rows ? 1 : 0);
    }
}

// One for each page, named after its charts.
void ChartPages::nameTabs(int onPage) {
    const QSignalBlocker quiet(tabs_);
    QStringList names;
    for (std::size_t i = 0; i < charts_.size(); ++i) {
        if (i % static_cast<std::size_t>(onPage) == 0)
            names << charts_[i].title;
        else
            names.back() += QStringLiteral(", ") + charts_[i].title;
    }
    while (tabs_->count() > names.size())
        tabs_->removeTab(tabs_->count() - 1);
    for (int i = 0; i < names.size(); ++i)
        if (i < tabs_->count())
            tabs_->setTabText(i, names[i]);
        else
            tabs_->addTab(names[i]);
    tabs_->setVisible(names.size() > 1 && alone_ == nullptr);
}

} // namespace tagscope::ui

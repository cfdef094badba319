// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/tour.h"

#include "ui/base/tokens.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace tagscope::ui {

namespace {

constexpr int kRing = 3; // pixels of the line

// The line around what is shown. Lets everything through to what is below it.
class TourRing : public QWidget {
public:
    explicit TourRing(QWidget *parent) : QWidget(parent) {
        setObjectName(QStringLiteral("tourRing"));
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFocusPolicy(Qt::NoFocus);
    }

protected:
    void paintEvent(QPaintEvent *) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(palette().color(QPalette::Highlight), kRing));
        const double inset = kRing / 2.0;
        painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 2 * kRing, 2 * kRing);
    }
};

QLabel *tourText() {
    auto *label = new QLabel;
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

Tour::Tour(QWidget &window, std::vector<TourStep> steps)
    : QFrame(&window), window_(window), steps_(std::move(steps)), ring_(new TourRing(&window)), title_(tourText()),
      text_(tourText()), count_(new QLabel), next_(new QPushButton) {
    setObjectName(QStringLiteral("tour"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    setForegroundRole(QPalette::ToolTipText);
    giveRole(*title_, TextRole::Heading);
    auto *skip = new QPushButton(tr("Skip the tour"));
    skip->setObjectName(QStringLiteral("tourSkip"));
    next_->setObjectName(QStringLiteral("tourNext"));
    const int line = fontMetrics().height();
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(count_, 1);
    buttons->addWidget(skip);
    buttons->addWidget(next_);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(line, line, line, line);
    column->setSpacing(line / 2);
    column->addWidget(title_);
    column->addWidget(text_);
    column->addLayout(buttons);
    setFixedWidth(26 * line);
    connect(skip, &QPushButton::clicked, this, &Tour::end);
    connect(next_, &QPushButton::clicked, this, &Tour::goOn);
    window.installEventFilter(this);
    while (step_ < steps_.size() && !isThere(step_))
        ++step_;
    showStep();
}

bool Tour::isThere(std::size_t step) const {
    return steps_[step].place && steps_[step].place->isVisibleTo(&window_);
}

void Tour::goOn() {
    do
        ++step_;
    while (step_ < steps_.size() && !isThere(step_));
    showStep();
}

void Tour::showStep() {
    if (step_ >= steps_.size()) {
        end();
        return;
    }
    const auto isLast = [this] {
        for (std::size_t later = step_ + 1; later < steps_.size(); ++later)
            if (isThere(later))
                return false;
        return true;
    };
    title_->setText(steps_[step_].title);
    text_->setText(steps_[step_].text);
    //: The number of a step and how many there are.
    count_->setText(tr("%1 of %2").arg(step_ + 1).arg(steps_.size()));
    next_->setText(isLast() ? tr("Done") : tr("Next"));
    setAccessibleName(title_->text());
    setAccessibleDescription(text_->text());
    ring_->show();
    ring_->raise();
    show();
    raise();
    moveBeside();
}

// Below what is shown where there is room, else above it, else in its middle; always within the window.
void Tour::moveBeside() {
    if (step_ >= steps_.size() || !steps_[step_].place)
        return;
    const QWidget &place = *steps_[step_].place;
    const QRect shown(place.mapTo(&window_, QPoint(0, 0)), place.size());
    ring_->setGeometry(shown.adjusted(-kRing, -kRing, kRing, kRing).intersected(window_.rect()));
    adjustSize();
    const int gap = 2 * kRing;
    int top = shown.center().y() - height() / 2;
    if (shown.bottom() + gap + height() < window_.height())
        top = shown.bottom() + gap;
    else if (shown.top() - gap - height() > 0)
        top = shown.top() - gap - height();
    const int left = shown.center().x() - width() / 2;
    move(std::clamp(left, gap, std::max(gap, window_.width() - width() - gap)),
         std::clamp(top, gap, std::max(gap, window_.height() - height() - gap)));
}

bool Tour::eventFilter(QObject *watched, QEvent *event) {
    if (watched == &window_ && (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest))
        moveBeside();
    return QFrame::eventFilter(watched, event);
}

void Tour::end() {
    window_.removeEventFilter(this); // what is deleted later may be laid out before, and its ring be gone
    ring_->deleteLater();
    hide();
    deleteLater();
}

} // namespace tagscope::ui

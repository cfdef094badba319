// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/quiet_style.h"

#include "ui/base/quiet_parts.h"
#include "ui/base/tokens.h"

#include <QAbstractScrollArea>
#include <QPainter>
#include <QPushButton>
#include <QStyleFactory>
#include <QStyleOption>
#include <QToolButton>
#include <algorithm>

namespace tagscope::ui {

namespace {

constexpr int kScrollBar = 12;
constexpr int kLeastThumb = 24;

bool isAutoRaised(const QWidget *widget) {
    const auto *button = qobject_cast<const QToolButton *>(widget);
    return button != nullptr && button->autoRaise();
}

// Without arrows at its ends.
QRect scrollBarPart(const QStyleOptionSlider &bar, QStyle::SubControl part) {
    const bool isAcross = bar.orientation == Qt::Horizontal;
    const int length = isAcross ? bar.rect.width() : bar.rect.height();
    const int range = bar.maximum - bar.minimum;
    const double share = static_cast<double>(bar.pageStep) / (static_cast<double>(range) + bar.pageStep);
    const int thumb =
        range > 0 ? std::clamp(static_cast<int>(length * share), std::min(kLeastThumb, length), length) : length;
    const int at =
        QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition, length - thumb, bar.upsideDown);
    const auto stretch = [&](int from, int size) {
        const QRect place = isAcross ? QRect(bar.rect.left() + from, bar.rect.top(), size, bar.rect.height())
                                     : QRect(bar.rect.left(), bar.rect.top() + from, bar.rect.width(), size);
        return isAcross ? QStyle::visualRect(bar.direction, bar.rect, place) : place;
    };
    switch (part) {
    case QStyle::SC_ScrollBarSlider:
        return stretch(at, thumb);
    case QStyle::SC_ScrollBarSubPage:
        return stretch(0, at);
    case QStyle::SC_ScrollBarAddPage:
        return stretch(at + thumb, length - at - thumb);
    case QStyle::SC_ScrollBarGroove:
        return bar.rect;
    default:
        return {};
    }
}

} // namespace

QuietStyle::QuietStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {
    setObjectName(QStringLiteral("quiet"));
}

int QuietStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const {
    switch (metric) {
    case PM_ScrollBarExtent:
        return kScrollBar;
    case PM_ScrollBarSliderMin:
        return kLeastThumb;
    case PM_MenuBarPanelWidth:
    case PM_ToolBarFrameWidth:
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabOverlap:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int QuietStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                          QStyleHintReturn *more) const {
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_Widget_Animate: // nothing moves but what plays, so that nobody has to ask for less
    case SH_Widget_Animation_Duration:
        return 0;
    default:
        break;
    }
    return QProxyStyle::styleHint(hint, option, widget, more);
}

void QuietStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const {
    switch (element) {
    case PE_Frame:
        drawBox(*painter, option->rect, {}, tokens().line);
        return;
    case PE_FrameGroupBox:
    case PE_FrameStatusBarItem:
    case PE_FrameTabWidget:
    case PE_FrameDockWidget:
    case PE_PanelMenuBar:
        return;
    case PE_FrameTabBarBase:
        return;
    case PE_FrameFocusRect:
        if (qobject_cast<const QAbstractScrollArea *>(widget) == nullptr) // rows show that they are chosen
            drawBox(*painter, option->rect, {}, tokens().accent);
        return;
    case PE_PanelButtonCommand: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        const bool isFlat = button != nullptr && button->features.testFlag(QStyleOptionButton::Flat);
        const bool isDefault = button != nullptr && button->features.testFlag(QStyleOptionButton::DefaultButton);
        drawButton(*painter, *option, isDefault, isFlat);
        return;
    }
    case PE_PanelButtonTool:
        drawButton(*painter, *option, false, isAutoRaised(widget));
        return;
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame == nullptr || frame->lineWidth > 0)
            drawField(*painter, *option);
        return;
    case PE_FrameLineEdit:
        drawField(*painter, *option);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheckMark(*painter, *option, false);
        return;
    case PE_IndicatorRadioButton:
        drawCheckMark(*painter, *option, true);
        return;
    case PE_IndicatorArrowDown:
    case PE_IndicatorArrowUp:
        drawChevron(*painter, option->rect, tokens().dim, element == PE_IndicatorArrowUp);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void QuietStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const {
    switch (element) {
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            drawTab(*painter, *tab);
            return;
        }
        break;
    case CE_HeaderSection:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            drawHeaderSection(*painter, *header);
            return;
        }
        break;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, tokens().ground);
        return;
    case CE_Splitter:
        drawGrip(*painter, *option);
        return;
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            const bool isChosen = item->state.testFlag(State_Selected);
            painter->fillRect(item->rect, isChosen ? tokens().accent : tokens().ground);
            const int shows =
                styleHint(SH_UnderlineShortcut, item, widget, nullptr) ? Qt::TextShowMnemonic : Qt::TextHideMnemonic;
            drawItemText(painter, item->rect, Qt::AlignCenter | Qt::TextDontClip | Qt::TextSingleLine | shows,
                         item->palette, item->state.testFlag(State_Enabled), item->text,
                         isChosen ? QPalette::HighlightedText : QPalette::ButtonText);
            return;
        }
        break;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, tokens().ground);
        return;
    case CE_ProgressBarGroove:
        return; // with the contents
    case CE_ProgressBarContents:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
            bar != nullptr && bar->maximum > bar->minimum && bar->state.testFlag(State_Horizontal)) {
            drawProgress(*painter, *bar);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void QuietStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                    const QWidget *widget) const {
    const auto part = [&](SubControl which) { return subControlRect(control, option, which, widget); };
    if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option); control == CC_ComboBox && box) {
        drawComboBox(*painter, *box, part(SC_ComboBoxArrow));
        return;
    }
    if (const auto *box = qstyleoption_cast<const QStyleOptionSpinBox *>(option); control == CC_SpinBox && box) {
        drawSpinBox(*painter, *box, part(SC_SpinBoxUp), part(SC_SpinBoxDown));
        return;
    }
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control == CC_ScrollBar && slider != nullptr) {
        drawScrollBar(*painter, *slider, part(SC_ScrollBarSlider));
        return;
    }
    if (control == CC_Slider && slider != nullptr && slider->tickPosition == QSlider::NoTicks) {
        drawSlider(*painter, *slider, part(SC_SliderGroove), part(SC_SliderHandle));
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect QuietStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                 const QWidget *widget) const {
    if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option); control == CC_ScrollBar && bar)
        return scrollBarPart(*bar, part);
    return QProxyStyle::subControlRect(control, option, part, widget);
}

} // namespace tagscope::ui

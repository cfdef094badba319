// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/report_files.h"
#include "core/evaluation/report_text.h"

#include <algorithm>

namespace tagscope {
namespace {

// Points of the drawing.
constexpr int kWidth = 800;
constexpr int kNamesWidth = 258;
constexpr int kPlotWidth = 400;
constexpr int kTop = 52;
constexpr int kRowHeight = 30;
constexpr int kBarHeight = 10;
constexpr int kBelow = 40;

std::string at(double value) {
    return fixed(value, 1);
}

class ClassFigure {
public:
    ClassFigure(const Report &report, const FigureColours &colours) : report_(report), colours_(colours) {}

    std::string draw() {
        const int height = kTop + kRowHeight * static_cast<int>(report_.events.size()) + kBelow;
        svg_ = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + std::to_string(kWidth) + "\" height=\"" +
               std::to_string(height) + "\" viewBox=\"0 0 " + std::to_string(kWidth) + " " + std::to_string(height) +
               "\" font-family=\"sans-serif\" font-size=\"12\">\n";
        const double bottom = kTop + kRowHeight * static_cast<double>(report_.events.size());
        for (int tick = 0; tick <= 100; tick += 20) {
            line(xOf(tick / 100.0), kTop, xOf(tick / 100.0), bottom, colours_.grid, 1);
            text(xOf(tick / 100.0), bottom + 16, "middle", std::to_string(tick));
        }
        text(xOf(0.5), bottom + 33, "middle", "F1, %: " + titleOf(report_.close()));
        const SplitFigures &close = report_.close();
        const Evaluation *against =
            report_.against && close.systems[*report_.against] ? &*close.systems[*report_.against] : nullptr;
        const Evaluation *shown = close.systems[report_.shown] ? &*close.systems[report_.shown] : nullptr;
        legend(against != nullptr, shown != nullptr);
        for (std::size_t k = 0; k < report_.events.size(); ++k)
            row(k, against, shown);
        return svg_ + "</svg>\n";
    }

private:
    static double xOf(double share) { return kNamesWidth + share * kPlotWidth; }

    void line(double x1, double y1, double x2, double y2, const std::string &colour, double width) {
        svg_ += "<line x1=\"" + at(x1) + "\" y1=\"" + at(y1) + "\" x2=\"" + at(x2) + "\" y2=\"" + at(y2) +
                "\" stroke=\"" + colour + "\" stroke-width=\"" + at(width) + "\"/>\n";
    }
    void text(double x, double y, const std::string &anchor, const std::string &content) {
        text(x, y, anchor, content, colours_.text);
    }
    void text(double x, double y, const std::string &anchor, const std::string &content, const std::string &colour) {
        svg_ += "<text x=\"" + at(x) + "\" y=\"" + at(y) + "\" text-anchor=\"" + anchor + "\" fill=\"" + colour +
                "\">" + escapedForXml(content) + "</text>\n";
    }
    void box(double x, double y, double width, double height, bool isFilled) {
        const std::string &colour = isFilled ? colours_.shown : colours_.against;
        svg_ += "<rect x=\"" + at(x) + "\" y=\"" + at(y) + "\" width=\"" + at(width) + "\" height=\"" + at(height) +
                "\" fill=\"" + (isFilled ? colour : std::string("none")) + "\" stroke=\"" + colour +
                "\" stroke-width=\"1.2\"/>\n";
    }

    void legend(bool hasAgainst, bool hasShown) {
        double y = 8;
        if (hasAgainst) {
            box(kNamesWidth, y, 22, kBarHeight, false);
            text(kNamesWidth + 30, y + 9, "start", titleOf(report_.systems[*report_.against]));
            y += 18;
        }
        if (hasShown) {
            box(kNamesWidth, y, 22, kBarHeight, true);
            text(kNamesWidth + 30, y + 9, "start", titleOf(report_.systems[report_.shown]));
        }
    }

    void row(std::size_t event, const Evaluation *against, const Evaluation *shown) {
        const double top = kTop + kRowHeight * static_cast<double>(event);
        text(kNamesWidth - 8, top + 19, "end", report_.events[event] + (report_.isVideoWeighted(event) ? " (V)" : ""));
        std::string values;
        if (against != nullptr) {
            bar(top + 4, *against, event, false);
            values = percent(against->perEvent[event].f1());
        }
        if (shown != nullptr) {
            bar(top + 4 + kBarHeight + 2, *shown, event, true);
            values += (values.empty() ? "" : " → ") + percent(shown->perEvent[event].f1());
        }
        const Evaluation *any = shown != nullptr ? shown : against;
        const bool isOfFew = any != nullptr && isFew(any->perEvent[event]);
        text(kWidth - 4, top + 19, "end", isOfFew ? values + " few" : values, isOfFew ? colours_.faint : colours_.text);
    }

    void bar(double top, const Evaluation &found, std::size_t event, bool isFilled) {
        box(xOf(0), top, kPlotWidth * found.perEvent[event].f1(), kBarHeight, isFilled);
        if (!found.intervals || found.perEvent[event] == Counts())
            return;
        const Interval &interval = found.intervals->events[event];
        const double middle = top + kBarHeight / 2.0;
        line(xOf(interval.low), middle, xOf(interval.high), middle, colours_.text, 1);
        for (const double end : {interval.low, interval.high})
            line(xOf(end), middle - 3, xOf(end), middle + 3, colours_.text, 1);
    }

    const Report &report_;
    const FigureColours &colours_;
    std::string svg_;
};

} // namespace

std::string classFigureSvg(const Report &report, const FigureColours &colours) {
    return ClassFigure(report, colours).draw();
}

} // namespace tagscope

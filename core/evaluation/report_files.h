// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/report.h"

#include <string>
#include <string_view>

// Reports as files. All of them are the same, byte by byte, for the same report.
namespace tagscope {

// Colours of the class figure, as SVG has them.
struct FigureColours {
    std::string text = "#1a1a1a";
    std::string faint = "#767676"; // figures of few positives
    std::string grid = "#c8c8c8";
    std::string against = "#b35900"; // outlined bars
    std::string shown = "#0072b2";   // filled bars
};

// The paper's Figure 3 as SVG: F1 of each event, of the system that is compared with (outlined) and the one that is
// shown (filled), with their 95 % intervals; "(V)" marks events in which the video weighs more, "few" those with few
// positives. Its size is in `width` and `height` of its first tag.
[[nodiscard]] std::string classFigureSvg(const Report &report, const FigureColours &colours = {});

// A page that needs no other file. `figure`: what stands for Figure 3 on paper, with smaller letters; empty: the SVG
// itself, for the screen.
[[nodiscard]] std::string reportHtml(const Report &report, std::string_view figure = {});

// What the figures were made of: models and their hashes, settings, seeds, operating points, counts. HTML without its
// frame.
[[nodiscard]] std::string provenanceHtml(const Report &report);

// Every figure on a line: split,truth,system,operating_point,measure,event,value,low,high. Shares, not percents; events
// are empty for figures of all of them.
[[nodiscard]] std::string reportCsv(const Report &report);
// clip,event,change,judgement,before,after: the tags that the systems do not share.
[[nodiscard]] std::string changesCsv(const Report &report);

[[nodiscard]] std::string reportJson(const Report &report);

// Table 1 and the table behind Figure 3 with booktabs' rules, what differs from the paper, methodsText() and
// citationText(): to be put into a LaTeX document. As the paper has it, Table 1 alone.
[[nodiscard]] std::string reportLatex(const Report &report);

// A paragraph that names every setting the figures depend on, and one on what to cite. Plain English text.
[[nodiscard]] std::string methodsText(const Report &report);
[[nodiscard]] std::string citationText(const Report &report);

} // namespace tagscope

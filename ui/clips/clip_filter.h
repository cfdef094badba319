// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/words/class_lists.h"
#include "ui/clips/clip_figures.h"

#include <QString>
#include <QStringList>
#include <optional>
#include <string>
#include <vector>

namespace tagscope::ui {

// Where a clip's tags and its weak labels differ.
enum class LabelDisagreement {
    Any,
    Untagged,   // labelled, not tagged
    Unlabelled, // tagged, not labelled
    None,       // the tags are known, and are the labels
    Unknown     // the tags are not known
};

// What annotators said of a clip's events.
enum class AuditOutcome { Audible, Visible, Both, Neither, Unsure, Any, Contested, None };

// Which clips of a project are shown: those that pass all that is set.
struct ClipFilter {
    static constexpr int kNoEvent = -1; // clips without any label, or any tag

    std::optional<QString> split = {}; // nothing: all, as with the others
    QString text = {};                 // words that are all in the name, the split or the labels; case does not matter
    std::optional<int> label = {};     // an event, or kNoEvent
    std::optional<int> tag = {};       // likewise
    std::optional<LabelDisagreement> disagreement = {};
    std::optional<Heard> heard = {};
    std::optional<AuditOutcome> verdict = {};

    [[nodiscard]] bool isEmpty() const { return *this == ClipFilter(); }
    friend bool operator==(const ClipFilter &, const ClipFilter &) = default;
};

// What a filter looks at of a clip. References live as long as the call.
struct FilteredClip {
    const QString &text; // folded
    const QString &split;
    const std::vector<int> &labels;
    const ClipJudgement &judgement;
};

// `words`: those of the filter's text, as wordsOf() has them.
[[nodiscard]] bool passes(const ClipFilter &filter, const QStringList &words, const FilteredClip &clip);
[[nodiscard]] QStringList wordsOf(const ClipFilter &filter);

// Filters by name, as JSON for the project; events by their names, so that they outlive another order of the classes.
struct NamedClipFilter {
    QString name;
    ClipFilter filter;

    friend bool operator==(const NamedClipFilter &, const NamedClipFilter &) = default;
};
[[nodiscard]] std::string jsonOf(const std::vector<NamedClipFilter> &filters, const std::vector<EventClass> &classes);
// What is no filter, or names an event that the classes lack, is left out.
[[nodiscard]] std::vector<NamedClipFilter> clipFiltersIn(const std::string &json,
                                                         const std::vector<EventClass> &classes);

} // namespace tagscope::ui

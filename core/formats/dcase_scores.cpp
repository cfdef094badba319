// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/dcase_lists.h"

#include "core/base/try.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace tagscope {

namespace {

// Labelled, but not heard by the person who listened.
bool isInaudible(const DcaseRow &row) {
    return row.label && row.offset == Seconds(0);
}

// The name without an extension such as ".wav": a dot and up to five letters and digits, a letter among them, since
// names without one end in a time, "…_30.000_40.000".
std::string_view stemOf(std::string_view file) {
    const std::size_t dot = file.rfind('.');
    if (dot == std::string_view::npos || dot == 0)
        return file;
    const std::string_view suffix = file.substr(dot + 1);
    const auto isKind = [](int (*kind)(int)) {
        return [kind](char c) { return kind(static_cast<unsigned char>(c)) != 0; };
    };
    const bool isExtension = suffix.size() <= 5 && std::all_of(suffix.begin(), suffix.end(), isKind(std::isalnum)) &&
                             std::any_of(suffix.begin(), suffix.end(), isKind(std::isalpha));
    return isExtension ? file.substr(0, dot) : file;
}

using Labels = std::set<std::string>;

// Clips by name, where a leading "Y" does not matter. It cannot just be taken off: ids may begin with a "Y" of their
// own, so the name as it stands is looked for first.
class ClipNames {
public:
    explicit ClipNames(const std::vector<DcaseRow> &rows) {
        for (const DcaseRow &row : rows)
            if (!find(row.file))
                numbers_.emplace(stemOf(row.file), numbers_.size());
    }

    [[nodiscard]] std::optional<std::size_t> find(std::string_view file) const {
        const std::string name(stemOf(file));
        auto found = numbers_.find(name);
        if (found == numbers_.end() && name.starts_with('Y'))
            found = numbers_.find(name.substr(1));
        if (found == numbers_.end())
            found = numbers_.find('Y' + name);
        return found == numbers_.end() ? std::nullopt : std::optional(found->second);
    }

    [[nodiscard]] std::size_t size() const { return numbers_.size(); }

private:
    std::unordered_map<std::string, std::size_t> numbers_;
};

// Counts for names as they come up.
class EventCounts {
public:
    explicit EventCounts(ListScore &score) : score_(score) {}

    Counts &of(const std::string &event) {
        const auto [place, isNew] = places_.emplace(event, score_.events.size());
        if (isNew) {
            score_.events.push_back(event);
            score_.perEvent.emplace_back();
        }
        return score_.perEvent[place->second];
    }

private:
    ListScore &score_;
    std::unordered_map<std::string, std::size_t> places_;
};

// Over the events that occur in the truth or the predictions, as macroF1() is.
void fillMacro(ListScore &score) {
    const auto occurring = static_cast<double>(score.perEvent.size() - neverOccurring(score.perEvent));
    for (const Counts &counts : score.perEvent) {
        if (counts == Counts())
            continue;
        score.macroPrecision += counts.precision() / occurring;
        score.macroRecall += counts.recall() / occurring;
    }
    score.macroF1 = macroF1(score.perEvent);
    score.organisersMacroF1 = organisersMacroF1(score.perEvent);
}

// Puts the labels of `rows` to their clips. Error: a clip that `names` lacks.
Result<std::vector<Labels>> labelsByClip(const ClipNames &names, const std::vector<DcaseRow> &rows) {
    std::vector<Labels> clips(names.size());
    for (const DcaseRow &row : rows) {
        const std::optional<std::size_t> clip = names.find(row.file);
        if (!clip)
            return fail(Error::Kind::Inconsistent, {"formats.predicted_clip_unknown", row.file});
        if (row.label && !isInaudible(row))
            clips[*clip].insert(*row.label);
    }
    return clips;
}

void countClip(const Labels &truth, const Labels &predicted, EventCounts &counts) {
    for (const std::string &label : truth)
        ++(predicted.contains(label) ? counts.of(label).truePositives : counts.of(label).falseNegatives);
    for (const std::string &label : predicted)
        counts.of(label).falsePositives += truth.contains(label) ? 0 : 1;
}

std::vector<Message> strictNotes(const ListScore &score, std::size_t truthEvents, const ClipNames &names,
                                 const std::vector<DcaseRow> &predicted) {
    std::vector<Message> notes;
    for (std::size_t event = truthEvents; event < score.events.size(); ++event)
        notes.push_back({"formats.predicted_label_unknown", score.events[event], score.perEvent[event].falsePositives});
    std::set<std::size_t> named;
    for (const DcaseRow &row : predicted)
        if (const std::optional<std::size_t> clip = names.find(row.file))
            named.insert(*clip);
    if (named.size() < names.size())
        notes.push_back({"formats.clips_untagged", names.size() - named.size()});
    if (const auto skipped = std::count_if(predicted.begin(), predicted.end(), isInaudible); skipped > 0)
        notes.push_back({"formats.rows_end_at_0", skipped});
    return notes;
}

// The organisers' key of a clip: the name up to the first ".wav", of that up to the first ".flac".
std::string organisersKey(const std::string &file) {
    const std::string key = file.substr(0, file.find(".wav"));
    return key.substr(0, key.find(".flac"));
}

// Labels as often as they are listed, in order.
std::map<std::string, std::vector<std::string>> organisersLabels(const std::vector<DcaseRow> &rows) {
    std::map<std::string, std::vector<std::string>> labels;
    for (const DcaseRow &row : rows) {
        if (isInaudible(row))
            continue;
        std::vector<std::string> &ofClip = labels[organisersKey(row.file)];
        if (row.label)
            ofClip.push_back(*row.label);
    }
    return labels;
}

// Micro figures: each listed label can be met once.
Counts countAsListed(std::vector<std::string> truth, const std::vector<std::string> &predicted) {
    Counts counts;
    for (const std::string &label : predicted) {
        const auto met = std::find(truth.begin(), truth.end(), label);
        ++(met == truth.end() ? counts.falsePositives : counts.truePositives);
        if (met != truth.end())
            truth.erase(met);
    }
    counts.falseNegatives = static_cast<std::int64_t>(truth.size());
    return counts;
}

// Class-wise figures: only presence counts, for each label as often as it is listed.
void countByPresence(const std::vector<std::string> &truth, const std::vector<std::string> &predicted,
                     EventCounts &counts) {
    const auto has = [](const std::vector<std::string> &labels, const std::string &label) {
        return std::find(labels.begin(), labels.end(), label) != labels.end();
    };
    for (const std::string &label : truth)
        ++(has(predicted, label) ? counts.of(label).truePositives : counts.of(label).falseNegatives);
    for (const std::string &label : predicted)
        counts.of(label).falsePositives += has(truth, label) ? 0 : 1;
}

} // namespace

Result<ListScore> scoreStrictly(const std::vector<DcaseRow> &truth, const std::vector<DcaseRow> &predicted) {
    if (truth.empty())
        return fail(Error::Kind::Inconsistent, "formats.truth_without_clips");
    const ClipNames names(truth);
    const Result<std::vector<Labels>> truthClips = labelsByClip(names, truth);
    const std::vector<Labels> predictedClips = TAGSCOPE_TRY(labelsByClip(names, predicted));

    ListScore score;
    EventCounts counts(score);
    for (const DcaseRow &row : truth)
        if (row.label)
            counts.of(*row.label);
    const std::size_t truthEvents = score.events.size();
    for (std::size_t clip = 0; clip < names.size(); ++clip)
        countClip((*truthClips)[clip], predictedClips[clip], counts);
    score.micro = total(score.perEvent);
    fillMacro(score);
    score.clips = names.size();
    score.notes = strictNotes(score, truthEvents, names, predicted);
    return score;
}

ListScore scoreAsDcase2017(const std::vector<DcaseRow> &truth, const std::vector<DcaseRow> &predicted) {
    const auto truthLabels = organisersLabels(truth);
    const auto predictedLabels = organisersLabels(predicted);
    ListScore score;
    EventCounts counts(score);
    for (const auto &[clip, labels] : predictedLabels) {
        const auto known = truthLabels.find(clip);
        if (known == truthLabels.end())
            continue;
        ++score.clips;
        score.micro += countAsListed(known->second, labels);
        countByPresence(known->second, labels, counts);
    }
    fillMacro(score);
    if (score.clips < truthLabels.size())
        score.notes.push_back({"formats.clips_left_out", truthLabels.size() - score.clips});
    if (score.clips < predictedLabels.size())
        score.notes.push_back({"formats.clips_ignored", predictedLabels.size() - score.clips});
    return score;
}

} // namespace tagscope

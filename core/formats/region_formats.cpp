// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/region_format.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <set>

// A line for each format: the function, of its own file, that describes it.
#define TAGSCOPE_REGION_FORMATS(FORMAT)                                                                                \
    FORMAT(audacityRegions)                                                                                            \
    FORMAT(ravenRegions)                                                                                               \
    FORMAT(textGridRegions)                                                                                            \
    FORMAT(elanRegions)                                                                                                \
    FORMAT(jamsRegions)                                                                                                \
    FORMAT(sedScoresEvalRegions)                                                                                       \
    FORMAT(dcase2017StrongRegions)                                                                                     \
    FORMAT(audioSetStrongRegions)                                                                                      \
    FORMAT(csvRegions)                                                                                                 \
    FORMAT(labelStudioRegions)                                                                                         \
    FORMAT(whombatRegions)                                                                                             \
    FORMAT(sonicVisualiserRegions)

namespace tagscope {

#define TAGSCOPE_DECLARE(function) RegionFormat function();
TAGSCOPE_REGION_FORMATS(TAGSCOPE_DECLARE)
#undef TAGSCOPE_DECLARE

namespace {

bool endsWith(std::string_view text, std::string_view suffix) {
    const auto isSame = [](char a, char b) {
        return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
    };
    return text.size() >= suffix.size() &&
           std::equal(suffix.begin(), suffix.end(), text.end() - static_cast<std::ptrdiff_t>(suffix.size()), isSame);
}

Seconds rounded(Seconds time, double step) {
    return step > 0.0 ? Seconds(std::round(time.count() / step) * step) : time;
}

// Those of one event, the first tier holding as many as it can.
void addTiers(std::vector<TimedLabel> labels, double step, std::set<std::string> &names,
              std::vector<LabelTier> &tiers) {
    const std::size_t first = tiers.size();
    std::ranges::stable_sort(labels, {}, &TimedLabel::onset);
    for (TimedLabel &label : labels) {
        label.onset = rounded(label.onset, step);
        label.offset = std::max(rounded(label.offset, step), label.onset + Seconds(step));
        const auto isFree = [&label](const LabelTier &tier) { return tier.labels.back().offset <= label.onset; };
        const auto tier = std::find_if(tiers.begin() + static_cast<std::ptrdiff_t>(first), tiers.end(), isFree);
        if (tier != tiers.end()) {
            tier->labels.push_back(std::move(label));
            continue;
        }
        std::string name = label.label;
        for (int number = 2; tiers.size() > first && !names.insert(name).second; ++number)
            name = label.label + " " + std::to_string(number);
        tiers.push_back({std::move(name), {std::move(label)}});
    }
}

} // namespace

std::vector<LabelTier> tiersOf(const std::vector<TimedLabel> &labels, const std::vector<std::string> &events,
                               double step) {
    std::vector<std::string> order = events;
    for (const TimedLabel &label : labels)
        if (std::ranges::find(order, label.label) == order.end())
            order.push_back(label.label);
    std::set<std::string> names(order.begin(), order.end());
    std::vector<LabelTier> tiers;
    for (const std::string &event : order) {
        std::vector<TimedLabel> ofEvent;
        std::ranges::copy_if(labels, std::back_inserter(ofEvent),
                             [&event](const TimedLabel &label) { return label.label == event; });
        addTiers(std::move(ofEvent), step, names, tiers);
    }
    return tiers;
}

const std::vector<RegionFormat> &regionFormats() {
#define TAGSCOPE_CALL(function) function(),
    static const std::vector<RegionFormat> formats{TAGSCOPE_REGION_FORMATS(TAGSCOPE_CALL)};
#undef TAGSCOPE_CALL
    return formats;
}

const RegionFormat *regionFormatNamed(std::string_view id) {
    const auto found = std::ranges::find(regionFormats(), id, &RegionFormat::id);
    return found == regionFormats().end() ? nullptr : &*found;
}

const RegionFormat *regionFormatOf(const std::filesystem::path &file) {
    const std::string name = file.filename().string();
    for (const RegionFormat &format : regionFormats())
        if (format.isKnownBySuffix &&
            std::ranges::any_of(format.suffixes, [&name](std::string_view suffix) { return endsWith(name, suffix); }))
            return &format;
    return nullptr;
}

std::string nameWithoutSuffix(const RegionFormat &format, const std::filesystem::path &file) {
    const std::string name = file.filename().string();
    for (const std::string_view suffix : format.suffixes)
        if (endsWith(name, suffix))
            return name.substr(0, name.size() - suffix.size());
    return file.stem().string();
}

} // namespace tagscope

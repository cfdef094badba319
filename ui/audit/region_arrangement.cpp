// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/region_arrangement.h"

#include "ui/base/text.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>
#include <utility>

namespace tagscope::ui {
namespace {

constexpr int kTimeDigits = 3;
constexpr int kHertzDigits = 0;
constexpr int kConfidenceDigits = 3;
constexpr std::size_t kLookEvery = 4096; // rows between two looks at the stop token

auto placeOf(const MarkedRegion &region) {
    return std::tuple(region.clip, region.onset, region.event, region.offset);
}

ClipId clipOf(const RegionRow &row) {
    return row->clip;
}

std::optional<double> lowOf(const MarkedRegion &region) {
    return region.frequencies ? std::optional(region.frequencies->low) : std::nullopt;
}

std::optional<double> highOf(const MarkedRegion &region) {
    return region.frequencies ? std::optional(region.frequencies->high) : std::nullopt;
}

QString cellText(const std::optional<double> &number, int digits) {
    return number ? numberText(*number, digits) : QString();
}

// By event: its place among the names in the order of the language.
std::vector<int> ranksOf(const QStringList &names) {
    std::vector<int> order(static_cast<std::size_t>(names.size()));
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, [&names](int a, int b) { return names[a].localeAwareCompare(names[b]) < 0; });
    std::vector<int> ranks(order.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        ranks[static_cast<std::size_t>(order[i])] = static_cast<int>(i);
    return ranks;
}

bool hasWords(const MarkedRegion &region, const RegionNames &names, const QStringList &words) {
    static constexpr std::array kSearched{RegionColumn::Clip, RegionColumn::Event, RegionColumn::Annotator,
                                          RegionColumn::Source, RegionColumn::Note};
    std::array<QString, kSearched.size()> texts;
    for (std::size_t i = 0; i < kSearched.size(); ++i)
        texts[i] = regionText(region, kSearched[i], names);
    return std::ranges::all_of(words, [&texts](const QString &word) {
        return std::ranges::any_of(texts,
                                   [&word](const QString &text) { return text.contains(word, Qt::CaseInsensitive); });
    });
}

// Stopping a sort takes its comparison to throw; half a second more is not worth that.
void sortRows(RegionRows &rows, const RegionWish &wish, const RegionNames &names) {
    const auto by = [&rows, &wish](const auto &key) {
        std::ranges::stable_sort(rows, [&wish, &key](const RegionRow &a, const RegionRow &b) {
            return wish.order == Qt::AscendingOrder ? key(*a) < key(*b) : key(*b) < key(*a);
        });
    };
    switch (wish.column) {
    case RegionColumn::Clip:
        return by([](const MarkedRegion &region) { return std::pair(region.clip, region.onset); });
    case RegionColumn::Event:
        return by([ranks = ranksOf(names.events)](const MarkedRegion &region) {
            const auto event = static_cast<std::size_t>(region.event);
            return event < ranks.size() ? ranks[event] : -1;
        });
    case RegionColumn::Onset:
        return by([](const MarkedRegion &region) { return region.onset; });
    case RegionColumn::Offset:
        return by([](const MarkedRegion &region) { return region.offset; });
    case RegionColumn::Low:
        return by(lowOf);
    case RegionColumn::High:
        return by(highOf);
    case RegionColumn::Confidence:
        return by([](const MarkedRegion &region) { return region.confidence; });
    case RegionColumn::Annotator:
        return by([](const MarkedRegion &region) -> const std::string & { return region.annotator; });
    case RegionColumn::Source:
        return by([](const MarkedRegion &region) -> const std::string & { return region.source; });
    case RegionColumn::Note:
        return by([](const MarkedRegion &region) -> const std::string & { return region.note; });
    }
}

} // namespace

QString RegionNames::clip(ClipId clip) const {
    const auto found = clips.find(clip);
    return found == clips.end() ? QString() : found->second;
}

QString regionText(const MarkedRegion &region, RegionColumn column, const RegionNames &names) {
    switch (column) {
    case RegionColumn::Clip:
        return names.clip(region.clip);
    case RegionColumn::Event:
        return names.events.value(region.event);
    case RegionColumn::Onset:
        return numberText(region.onset.count(), kTimeDigits);
    case RegionColumn::Offset:
        return numberText(region.offset.count(), kTimeDigits);
    case RegionColumn::Low:
        return cellText(lowOf(region), kHertzDigits);
    case RegionColumn::High:
        return cellText(highOf(region), kHertzDigits);
    case RegionColumn::Confidence:
        return cellText(region.confidence, kConfidenceDigits);
    case RegionColumn::Annotator:
        return toText(region.annotator);
    case RegionColumn::Source:
        return toText(region.source);
    case RegionColumn::Note:
        return toText(region.note);
    }
    return {};
}

Result<RegionTable> regionTable(const ProjectContents &contents, const RegionsByClip &regions,
                                const std::stop_token &stop) {
    auto names = std::make_shared<RegionNames>();
    for (const EventClass &event : contents.classes)
        names->events << toText(event.name);
    auto rows = std::make_shared<RegionRows>();
    for (const LabelledClip &clip : contents.clips) {
        if (stop.stop_requested())
            return cancelled();
        names->clips.emplace(clip.clip.id, toText(clip.clip.name));
        if (const auto found = regions.find(clip.clip.id); found != regions.end())
            for (const MarkedRegion &region : *found->second)
                rows->push_back(RegionRow(found->second, &region));
    }
    std::ranges::sort(*rows, {}, [](const RegionRow &row) { return placeOf(*row); });
    return RegionTable{std::move(names), std::move(rows)};
}

RegionTable withRegionsOf(const RegionTable &table, ClipId clip, std::vector<MarkedRegion> regions) {
    std::ranges::sort(regions, {}, placeOf);
    const auto old = std::ranges::equal_range(*table.rows, clip, {}, clipOf);
    auto rows = std::make_shared<RegionRows>(table.rows->begin(), old.begin());
    for (MarkedRegion &region : regions) {
        const auto same = std::ranges::find_if(old, [&region](const RegionRow &row) { return *row == region; });
        rows->push_back(same != old.end() ? *same : std::make_shared<const MarkedRegion>(std::move(region)));
    }
    rows->insert(rows->end(), old.end(), table.rows->end());
    return {table.names, std::move(rows)};
}

Result<RegionRows> arrangedRegions(const RegionTable &table, const RegionWish &wish, const std::stop_token &stop) {
    RegionRows rows;
    for (std::size_t i = 0; i < table.rows->size(); ++i) {
        if (i % kLookEvery == 0 && stop.stop_requested())
            return cancelled();
        const RegionRow &row = (*table.rows)[i];
        if ((!wish.event || row->event == *wish.event) &&
            (wish.words.empty() || hasWords(*row, *table.names, wish.words)))
            rows.push_back(row);
    }
    sortRows(rows, wish, *table.names);
    return rows;
}

} // namespace tagscope::ui

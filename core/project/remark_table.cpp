// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/remark_table.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>

namespace tagscope {
namespace {

constexpr std::array<std::string_view, kRemarkKinds> kRemarkNames{"flag", "new event", "settled"};

auto remarkedOf(const Remark &remark) {
    return std::tie(remark.clip, remark.kind, remark.word, remark.annotator);
}

} // namespace

std::string_view nameOf(RemarkKind kind) {
    return kRemarkNames.at(static_cast<std::size_t>(kind));
}

std::optional<RemarkKind> remarkKindNamed(std::string_view name) {
    const auto at = std::ranges::find(kRemarkNames, name);
    return at == kRemarkNames.end() ? std::nullopt : std::optional(static_cast<RemarkKind>(at - kRemarkNames.begin()));
}

std::vector<Remark> standingRemarks(std::vector<Remark> history) {
    std::ranges::stable_sort(history, [](const Remark &a, const Remark &b) {
        return std::tuple_cat(remarkedOf(a), std::tie(a.time, a.holds, a.note)) <
               std::tuple_cat(remarkedOf(b), std::tie(b.time, b.holds, b.note));
    });
    std::vector<Remark> standing;
    for (std::size_t i = 0; i < history.size(); ++i) {
        const bool isLast = i + 1 == history.size() || remarkedOf(history[i]) != remarkedOf(history[i + 1]);
        if (isLast && history[i].holds)
            standing.push_back(std::move(history[i]));
    }
    return standing;
}

std::vector<Remark> openRemarks(const std::vector<Remark> &history) {
    std::vector<Remark> open = standingRemarks(history);
    std::map<std::pair<ClipId, std::string>, std::int64_t> settled; // when last, by clip and word
    for (const Remark &remark : open)
        if (remark.kind == RemarkKind::Settled) {
            std::int64_t &latest = settled[{remark.clip, remark.word}];
            latest = std::max(latest, remark.time);
        }
    std::erase_if(open, [&settled](const Remark &remark) {
        const auto found = settled.find({remark.clip, remark.word});
        return remark.kind == RemarkKind::Settled || (found != settled.end() && found->second >= remark.time);
    });
    return open;
}

} // namespace tagscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/try.h"
#include "core/exchange/score_pack.h"

#include <algorithm>
#include <optional>
#include <system_error>

// Several parts as one work.
namespace tagscope {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostPartsNamed = 20; // of a thousand parts, in one sentence

// "3, 5, 8 …".
std::string numbered(const std::vector<int> &parts) {
    std::string text;
    for (std::size_t i = 0; i < std::min(parts.size(), kMostPartsNamed); ++i)
        text += (i > 0 ? ", " : "") + std::to_string(parts[i]);
    return text + (parts.size() > kMostPartsNamed ? " …" : "");
}

Result<void> requireSameWork(const ScorePack &first, const ScorePack &other) {
    const PackHead &a = first.head();
    const PackHead &b = other.head();
    if (a.shard.count != b.shard.count)
        return fail(Error::Kind::Inconsistent,
                    {"exchange.parts_of_two_works", other.file(), b.shard.count, a.shard.count, first.file()});
    if (a.source != b.source || a.recipe != b.recipe || a.events != b.events || a.activations != b.activations)
        return fail(Error::Kind::Inconsistent, {"exchange.parts_of_other_settings", other.file(), first.file()});
    if (a.selection != b.selection)
        return fail(Error::Kind::Inconsistent, {"exchange.parts_of_other_clips", other.file(), first.file()});
    return {};
}

} // namespace

Result<std::vector<fs::path>> packsIn(const fs::path &directory) {
    std::vector<fs::path> files;
    std::error_code error;
    for (const auto &entry : fs::directory_iterator(directory, error)) {
        if (entry.path().extension() == ".pack")
            files.push_back(entry.path());
    }
    if (error && error != std::errc::no_such_file_or_directory)
        return fail(Error::Kind::Unreadable, {"base.cannot_read", directory}, error.message());
    std::ranges::sort(files);
    return files;
}

Result<std::vector<ScorePack>> wholePacksIn(const fs::path &directory) {
    const std::vector<fs::path> files = TAGSCOPE_TRY(packsIn(directory));
    if (files.empty())
        return fail(Error::Kind::Inconsistent, {"exchange.no_parts", directory});
    std::vector<ScorePack> packs;
    for (const fs::path &file : files) {
        ScorePack pack = TAGSCOPE_TRY(ScorePack::open(file));
        if (!packs.empty())
            TAGSCOPE_TRY(requireSameWork(packs.front(), pack));
        packs.push_back(std::move(pack));
    }
    std::ranges::sort(packs, {}, [](const ScorePack &pack) { return pack.head().shard.index; });
    const int count = packs.front().head().shard.count;
    std::vector<int> missing;
    std::vector<int> unfinished;
    auto at = packs.begin();
    for (int part = 1; part <= count; ++part) {
        if (at == packs.end() || at->head().shard.index != part) {
            missing.push_back(part);
            continue;
        }
        if (const auto next = at + 1; next != packs.end() && next->head().shard.index == part)
            return fail(Error::Kind::Inconsistent, {"exchange.part_twice", part, at->file(), next->file()});
        if (!at->head().isWhole)
            unfinished.push_back(part);
        ++at;
    }
    if (!missing.empty())
        return fail(Error::Kind::Inconsistent,
                    {"exchange.parts_missing", missing.size(), count, directory, numbered(missing)});
    if (!unfinished.empty())
        return fail(Error::Kind::Inconsistent,
                    {"exchange.parts_unfinished", unfinished.size(), count, directory, numbered(unfinished)});
    return packs;
}

} // namespace tagscope

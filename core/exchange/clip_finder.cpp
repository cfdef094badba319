// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/clip_finder.h"

#include "core/base/unicode_text.h"
#include "core/exchange/clip_file_names.h"
#include "core/exchange/export_audit.h"
#include "core/formats/dcase_clip_lists.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <set>
#include <utility>

namespace tagscope {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostNamed = 5; // clips in a question

// Composed, with slashes of one kind.
std::string plainPath(std::string_view path) {
    std::string plain = composed(path);
    std::ranges::replace(plain, '\\', '/');
    return plain;
}

std::vector<std::string> partsOf(const std::string &path) {
    std::vector<std::string> parts;
    for (std::size_t from = 0; from <= path.size();) {
        const std::size_t to = std::min(path.find('/', from), path.size());
        if (to > from && path.compare(from, to - from, ".") != 0)
            parts.push_back(path.substr(from, to - from));
        from = to + 1;
    }
    return parts;
}

// "c01.wav" is "c01"; "x_30.000_40.000" ends in no suffix.
std::string withoutExtension(const std::string &name) {
    const std::size_t dot = name.rfind('.');
    if (dot == std::string::npos || dot == 0 || name.size() - dot - 1 > 5 || dot + 1 == name.size())
        return name;
    const auto isDigit = [](unsigned char c) { return std::isdigit(c) != 0; };
    const auto isLetter = [](unsigned char c) { return std::isalnum(c) != 0; };
    const std::string_view extension = std::string_view(name).substr(dot + 1);
    return std::ranges::all_of(extension, isDigit) || !std::ranges::all_of(extension, isLetter) ? name
                                                                                                : name.substr(0, dot);
}

bool endsLike(const std::string &name, std::string_view suffix) {
    return name.size() > suffix.size() &&
           std::equal(suffix.begin(), suffix.end(), name.end() - static_cast<std::ptrdiff_t>(suffix.size()),
                      [](char a, char b) {
                          return std::tolower(static_cast<unsigned char>(a)) ==
                                 std::tolower(static_cast<unsigned char>(b));
                      });
}

// Without one suffix that a program adds; the name where it has none.
std::string withoutProgramSuffix(const std::string &name) {
    for (const std::string_view suffix :
         {".selections", ".selection.table", ".selection", ".table", ".birdnet", ".results", ".labels", "_labels",
          "-labels", " labels", ".annotations", "_annotations", ".audacity", ".raven"})
        if (endsLike(name, suffix))
            return name.substr(0, name.size() - suffix.size());
    std::string numbered = name; // ".Table.1"
    while (numbered.size() > 1 && std::isdigit(static_cast<unsigned char>(numbered.back())) != 0)
        numbered.pop_back();
    if (numbered.size() < name.size() && endsLike(numbered, ".table."))
        return numbered.substr(0, numbered.size() - std::string_view(".table.").size());
    return name;
}

// The names that a file's may stand for, the likeliest first.
std::vector<std::string> variantsOf(const std::string &name) {
    std::vector<std::string> variants{name};
    constexpr std::size_t kMostSuffixes = 8;
    for (std::string last = name; variants.size() < kMostSuffixes;) {
        const std::string program = withoutProgramSuffix(last);
        std::string next = program != last ? program : withoutExtension(last);
        if (next == last)
            break;
        variants.push_back(next);
        last = std::move(next);
    }
    return variants;
}

// A part of a recording in one spelling: "x_30_40", "x_30.0_40.0" and "x_30.000_40.000" are the same.
std::optional<std::string> partIn(const std::string &name) {
    const std::optional<RecordingPart> part = partNamed(name);
    return part ? std::optional(part->name()) : std::nullopt;
}

// How many folders agree, from the last on.
std::size_t agreementOf(const std::vector<std::string> &a, const std::vector<std::string> &b) {
    std::size_t count = 0;
    while (count < a.size() && count < b.size() && a[a.size() - 1 - count] == b[b.size() - 1 - count])
        ++count;
    return count;
}

std::vector<std::string> foldersOf(const std::string &path) {
    std::vector<std::string> parts = partsOf(path);
    if (!parts.empty())
        parts.pop_back();
    return parts;
}

void addOnce(std::vector<std::size_t> &clips, std::size_t clip) {
    if (std::ranges::find(clips, clip) == clips.end())
        clips.push_back(clip);
}

} // namespace

ClipFinder::ClipFinder(std::vector<Clip> clips) : clips_(std::move(clips)) {
    const std::vector<std::string> files = fileNamesOf(clips_);
    for (std::size_t i = 0; i < clips_.size(); ++i) {
        const std::string name = plainPath(clips_[i].name);
        const std::string segment = plainPath(audioSetSegmentOf(clips_[i]));
        addOnce(exact_[name], i);
        addOnce(exact_[composed(files[i])], i);
        const std::vector<std::string> parts = partsOf(name);
        const std::string last = parts.empty() ? name : parts.back();
        addOnce(byName_[last], i);
        addOnce(bySegment_[segment], i);
        addOnce(bySegment_[segment.substr(segment.rfind('/') + 1)], i);
        if (const std::optional<std::string> part = partIn(last))
            addOnce(bySegment_[*part], i);
        if (!clips_[i].media.empty()) {
            addOnce(byMedia_[composed(clips_[i].media.filename().string())], i);
            addOnce(byMedia_[composed(clips_[i].media.stem().string())], i);
        }
    }
}

FoundClips ClipFinder::exactly(const std::string &name) const {
    const auto found = exact_.find(name);
    if (found == exact_.end())
        return {};
    return {found->second.size() == 1 ? FoundClips::What::Clip : FoundClips::What::Several, found->second};
}

FoundClips ClipFinder::loosely(const std::string &name, const std::vector<std::string> &folders) const {
    std::vector<std::size_t> named; // by clips' names
    const std::optional<std::string> part = partIn(name);
    for (const auto &[index, key] :
         {std::pair(&byName_, name), std::pair(&bySegment_, name), std::pair(&bySegment_, part.value_or(name))})
        if (const auto found = index->find(key); found != index->end())
            for (const std::size_t clip : found->second)
                addOnce(named, clip);
    std::vector<std::size_t> ofMedia;
    if (const auto found = byMedia_.find(name); found != byMedia_.end())
        ofMedia = found->second;

    std::size_t best = 0;
    const auto agreement = [&](std::size_t clip) {
        return std::max(agreementOf(folders, foldersOf(plainPath(clips_[clip].name))),
                        agreementOf(folders, foldersOf(plainPath(clips_[clip].media.string()))));
    };
    for (const std::vector<std::size_t> *all : {&named, &ofMedia})
        for (const std::size_t clip : *all)
            best = std::max(best, agreement(clip));
    for (std::vector<std::size_t> *all : {&named, &ofMedia})
        std::erase_if(*all, [&](std::size_t clip) { return agreement(clip) < best; });

    std::set<fs::path> media;
    for (const std::size_t clip : ofMedia)
        media.insert(clips_[clip].media);
    // A clip's name goes before its recording's, unless another recording bears it too.
    if (named.size() == 1 && (media.empty() || (media.size() == 1 && media.contains(clips_[named.front()].media))))
        return {FoundClips::What::Clip, named};
    if (named.empty() && media.size() == 1)
        return {FoundClips::What::Recording, ofMedia};
    for (const std::size_t clip : ofMedia)
        addOnce(named, clip);
    return named.empty() ? FoundClips{} : FoundClips{FoundClips::What::Several, named};
}

FoundClips ClipFinder::amongVariants(std::string_view path) const {
    const std::string plain = plainPath(path);
    std::vector<std::string> folders = partsOf(plain);
    if (folders.empty())
        return {};
    const std::string name = folders.back();
    folders.pop_back();
    std::vector<std::string> variants = variantsOf(name);
    // The downloads' names start with a "Y" that no id has; but some ids start with a "Y" of their own.
    for (std::size_t i = 0, count = variants.size(); i < count; ++i)
        if (variants[i].size() > 1 && variants[i].front() == 'Y')
            variants.push_back(variants[i].substr(1));
    for (const std::string &variant : variants)
        if (FoundClips found = loosely(variant, folders); found.what != FoundClips::What::Nothing)
            return found;
    return {};
}

FoundClips ClipFinder::findByFile(std::string_view name) const {
    FoundClips found = exactly(plainPath(name));
    return found.what == FoundClips::What::Nothing ? amongVariants(name) : found;
}

FoundClips ClipFinder::findByPath(std::string_view path) const {
    const std::string plain = plainPath(path);
    const std::size_t slash = plain.rfind('/') + 1;
    const std::string stem = plain.substr(0, slash) + withoutExtension(plain.substr(slash));
    FoundClips whole = exactly(plain);
    FoundClips without = stem == plain ? FoundClips{} : exactly(stem);
    const FoundClips segment = [&] {
        const auto found = bySegment_.find(plain);
        return found != bySegment_.end() && found->second.size() == 1
                   ? FoundClips{FoundClips::What::Clip, found->second}
                   : FoundClips{};
    }();
    // "a.wav" may be the clip of that name, or the file of the clip "a".
    if (whole.what == FoundClips::What::Clip && without.what == FoundClips::What::Clip && whole.clips != without.clips)
        return {FoundClips::What::Several, {whole.clips.front(), without.clips.front()}};
    for (const FoundClips *found :
         {static_cast<const FoundClips *>(&whole), static_cast<const FoundClips *>(&without), &segment})
        if (found->what != FoundClips::What::Nothing)
            return *found;
    return amongVariants(path);
}

bool ClipFinder::isMediaOf(const Clip &clip, std::string_view path) const {
    const std::vector<std::string> parts = partsOf(plainPath(path));
    return !parts.empty() && !clip.media.empty() && parts.back() == composed(clip.media.filename().string());
}

std::string ClipFinder::namesOf(const std::vector<std::size_t> &clips) const {
    std::string names;
    for (std::size_t i = 0; i < clips.size() && i < kMostNamed; ++i)
        names += (i == 0 ? "" : ", ") + clips_[clips[i]].name;
    return clips.size() > kMostNamed ? names + ", …" : names;
}

} // namespace tagscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/region_format.h"

#include <algorithm>
#include <cctype>

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
    FORMAT(csvRegions)

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

} // namespace

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

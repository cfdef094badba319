// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/result_cache.h"

#include "core/analysis/analysis_codec.h"
#include "core/analysis/settings_json.h"
#include "core/base/atomic_file.h"
#include "core/base/file_hash.h"
#include "core/base/log.h"

#include <fstream>
#include <iterator>
#include <optional>
#include <string_view>

namespace tagscope {
namespace {

constexpr std::string_view kEnd = "end of recording\n";

} // namespace

ResultCache::ResultCache(const std::filesystem::path &root, const std::string &mediaHash, const ModelsUsed &models,
                         const AnalysisSettings &settings) {
    if (root.empty())
        return;
    const std::string models4 =
        models.crnn + "\n" + models.alexNet + "\n" + models.inceptionV4 + "\n" + models.vectors + "\n";
    AnalysisSettings stages = settings;
    stages.mapping = {}; // follows from the objects in no time, so that another one finds them here
    directory_ = root / "results" / sha256Of(mediaHash + "\n" + models4 + stageSettingsToJson(stages));
}

std::filesystem::path ResultCache::fileOf(std::string_view key) const {
    return directory_ / (std::string(key) + ".cbor");
}

std::optional<std::variant<ClipAnalysis, ResultCache::EndOfRecording>> ResultCache::find(std::string_view key) const {
    if (directory_.empty())
        return std::nullopt;
    std::ifstream stream(fileOf(key), std::ios::binary);
    if (!stream)
        return std::nullopt;
    const std::string stored{std::istreambuf_iterator<char>(stream), {}};
    const std::optional<std::string_view> bytes = unsealed(stored);
    if (bytes == kEnd)
        return EndOfRecording{};
    if (bytes) {
        const auto *first = reinterpret_cast<const std::uint8_t *>(bytes->data());
        if (Result<ClipAnalysis> clip = decodeStages({first, bytes->size()}))
            return std::move(*clip);
    }
    logWarning(fileOf(key).string() + " is damaged, or of another version: the clip is analysed again");
    return std::nullopt;
}

void ResultCache::keep(std::string_view key, const ClipAnalysis &clip) const {
    if (directory_.empty())
        return;
    const std::vector<std::uint8_t> bytes = encodeStages(clip);
    // A cache that cannot be written, on a full disk say, only means that the work is done again.
    const std::string_view text{reinterpret_cast<const char *>(bytes.data()), bytes.size()};
    static_cast<void>(writeFileAtomically(fileOf(key), sealed(text)));
}

void ResultCache::keepEnd(std::string_view key) const {
    if (!directory_.empty())
        static_cast<void>(writeFileAtomically(fileOf(key), sealed(kEnd)));
}

} // namespace tagscope

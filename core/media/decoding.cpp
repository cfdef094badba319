// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/decoding.h"

#include "core/base/paths.h"

#include <array>
#include <cstdlib>
#include <mutex>
#include <string>
#include <system_error>
#include <utility>

namespace tagscope {
namespace {

struct ChosenDecoding {
    std::mutex mutex;
    DecodingOptions options;
};

ChosenDecoding &chosenDecoding() {
    static ChosenDecoding chosen;
    return chosen;
}

} // namespace

void setDecodingOptions(DecodingOptions options) {
    const std::lock_guard lock(chosenDecoding().mutex);
    chosenDecoding().options = std::move(options);
}

DecodingOptions decodingOptions() {
    const std::lock_guard lock(chosenDecoding().mutex);
    return chosenDecoding().options;
}

Result<std::filesystem::path> decoderProgram() {
    namespace fs = std::filesystem;
    const char *chosen = std::getenv("TAGSCOPE_DECODER"); // NOLINT(concurrency-mt-unsafe): nothing here sets it
    std::error_code error;
    const fs::path here = programDirectory();
    const std::array places{chosen == nullptr ? fs::path() : fs::path(chosen), here / "tagscope-decoder",
                            here / ".." / "decoder" / "tagscope-decoder",
                            here / ".." / "libexec" / "tagscope" / "tagscope-decoder"};
    for (const fs::path &place : places) {
        if (!place.empty() && fs::exists(place, error))
            return place;
        if (&place == places.data() && chosen != nullptr)
            break;
    }
    return fail(Error::Kind::Internal, {"media.decoder_missing", chosen == nullptr ? here : fs::path(chosen)});
}

} // namespace tagscope

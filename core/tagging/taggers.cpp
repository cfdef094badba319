// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tagging/taggers.h"

#include <algorithm>

// A line for each kind: the function, of its own file, that describes it.
#define TAGSCOPE_TAGGERS(TAGGER) TAGGER(crnnTagger)

namespace tagscope {

#define TAGSCOPE_DECLARE(function) TaggerKind function();
TAGSCOPE_TAGGERS(TAGSCOPE_DECLARE)
#undef TAGSCOPE_DECLARE

const std::vector<TaggerKind> &taggerKinds() {
#define TAGSCOPE_CALL(function) function(),
    static const std::vector<TaggerKind> kinds{TAGSCOPE_TAGGERS(TAGSCOPE_CALL)};
#undef TAGSCOPE_CALL
    return kinds;
}

Result<std::shared_ptr<const AudioTagger>> openTagger(const std::filesystem::path &file) {
    const std::string suffix = file.extension().string();
    const auto found = std::ranges::find_if(taggerKinds(), [&suffix](const TaggerKind &kind) {
        return std::ranges::find(kind.suffixes, suffix) != kind.suffixes.end();
    });
    return (found != taggerKinds().end() ? *found : taggerKinds().front()).open(file);
}

Result<Attribution> AudioTagger::attribution(const Matrix &, const Matrix &, const AttributionTarget &,
                                             const Progress &, std::stop_token) const {
    return fail(Error::Kind::Unsupported, {"tagging.no_gradients", description().name});
}

} // namespace tagscope

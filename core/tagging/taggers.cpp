// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tagging/taggers.h"

#include <algorithm>

// A line for each kind: the function, of its own file, that describes it.
#ifdef TAGSCOPE_WITH_MEDIA
#define TAGSCOPE_TAGGERS(TAGGER) TAGGER(crnnTagger) TAGGER(onnxTagger) TAGGER(pannsTagger) TAGGER(headTagger)
#else // nor is there OpenCV
#define TAGSCOPE_TAGGERS(TAGGER) TAGGER(crnnTagger) TAGGER(pannsTagger) TAGGER(headTagger)
#endif

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
    for (const TaggerKind &kind : taggerKinds())
        if (kind.isOne != nullptr && kind.isOne(file))
            return kind.open(file);
    const std::string suffix = file.extension().string();
    const auto found = std::ranges::find_if(taggerKinds(), [&suffix](const TaggerKind &kind) {
        return std::ranges::find(kind.suffixes, suffix) != kind.suffixes.end();
    });
    return (found != taggerKinds().end() ? *found : taggerKinds().front()).open(file);
}

Result<Matrix> AudioTagger::embeddings(const TaggerInput &, std::stop_token) const {
    return fail(Error::Kind::Unsupported, {"tagging.no_embedding", description().name});
}

Result<Attribution> AudioTagger::attribution(const Matrix &, const Matrix &, const AttributionTarget &,
                                             const Progress &, std::stop_token) const {
    return fail(Error::Kind::Unsupported, {"tagging.no_gradients", description().name});
}

} // namespace tagscope

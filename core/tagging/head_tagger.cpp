// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_hash.h"
#include "core/base/try.h"
#include "core/tagging/tagger_head.h"
#include "core/tagging/taggers.h"

#include <system_error>
#include <utility>

namespace tagscope {
namespace {

// Somebody's tagger as far as its embedding, and classes of the project's own on it.
class HeadTagger : public AudioTagger {
public:
    HeadTagger(TaggerHead head, std::shared_ptr<const AudioTagger> base)
        : head_(std::move(head)), base_(std::move(base)), description_(base_->description()) {
        description_.name = "head on " + description_.name;
        description_.origin = head_.origin;
        description_.isTrained = true;
        description_.classes = head_.classes;
        description_.classIds.clear();
        description_.isForeign = true; // of the events that the project had when it was learnt
    }

    [[nodiscard]] const TaggerDescription &description() const override { return description_; }

    [[nodiscard]] Message whyUnfit(const LogMelOptions &features) const override { return base_->whyUnfit(features); }

    [[nodiscard]] Result<Matrix> activations(const TaggerInput &sound, std::stop_token stop) const override {
        const Matrix embedding = TAGSCOPE_TRY(base_->embeddings(sound, std::move(stop)));
        if (embedding.columns != head_.learnt.weights.rows)
            return fail(Error::Kind::Inconsistent,
                        {"tagging.head_width", head_.base, embedding.columns, head_.learnt.weights.rows});
        return head_.learnt.probabilities(embedding);
    }

    [[nodiscard]] Result<Matrix> embeddings(const TaggerInput &sound, std::stop_token stop) const override {
        return base_->embeddings(sound, std::move(stop));
    }

private:
    TaggerHead head_;
    std::shared_ptr<const AudioTagger> base_;
    TaggerDescription description_;
};

// Where it was when the head was learnt, or beside the head.
Result<std::filesystem::path> baseOf(const TaggerHead &head, const std::filesystem::path &file) {
    std::error_code error;
    for (const std::filesystem::path &place : {head.base, file.parent_path() / head.base.filename()})
        if (place != file && std::filesystem::is_regular_file(place, error))
            return place;
    return fail(Error::Kind::Unreadable, {"tagging.head_without_base", file, head.base});
}

Result<std::shared_ptr<const AudioTagger>> openHead(const std::filesystem::path &file) {
    TaggerHead head = TAGSCOPE_TRY(readTaggerHead(file));
    const std::filesystem::path base = TAGSCOPE_TRY(baseOf(head, file));
    if (isTaggerHead(base))
        return fail(Error::Kind::Unsupported, {"tagging.head_on_head", file});
    const std::string sha256 = TAGSCOPE_TRY(sha256OfFile(base));
    if (sha256 != head.baseSha256)
        return fail(Error::Kind::Inconsistent, {"tagging.head_other_base", file, base});
    std::shared_ptr<const AudioTagger> tagger = TAGSCOPE_TRY(openTagger(base));
    return std::shared_ptr<const AudioTagger>(std::make_shared<const HeadTagger>(std::move(head), std::move(tagger)));
}

} // namespace

TaggerKind headTagger() {
    return {"head", "Head", {}, openHead, isTaggerHead};
}

} // namespace tagscope

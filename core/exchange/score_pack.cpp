// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/score_pack.h"

#include "core/base/foreign_json.h"
#include "core/base/limits.h"
#include "core/base/try.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <nlohmann/json.hpp>
#include <utility>

namespace tagscope {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr std::string_view kBeginning = "TgscPart";
constexpr std::string_view kEnding = "TgscDone";
constexpr std::size_t kDigits = 64; // of SHA-256
constexpr std::size_t kTrailer = sizeof(std::uint64_t) + kDigits + kEnding.size();
constexpr int kPackVersion = 1;

constexpr std::array<const char *, 4> kOutcomes{"scored", "nothing", "no media", "failed"};

std::string bytesOf64(std::uint64_t value) {
    std::string bytes;
    for (int shift = 0; shift < 64; shift += 8)
        bytes.push_back(static_cast<char>(value >> static_cast<unsigned>(shift) & 0xffU));
    return bytes;
}

std::uint64_t valueOf64(std::string_view bytes) {
    std::uint64_t value = 0;
    for (std::size_t i = sizeof value; i-- > 0;)
        value = value << 8U | static_cast<unsigned char>(bytes[i]);
    return value;
}

Json indexOf(const PackHead &head, const std::vector<PackedClip> &clips) {
    Json list = Json::array();
    for (const PackedClip &clip : clips) {
        Json entry{{"clip", clip.name}, {"outcome", kOutcomes.at(static_cast<std::size_t>(clip.outcome))}};
        if (!clip.reason.empty())
            entry["reason"] = clip.reason;
        if (clip.steps > 0)
            entry.update({{"steps", clip.steps}, {"first", clip.first.count()}, {"hop", clip.hop.count()}});
        list.push_back(std::move(entry));
    }
    return {{"version", kPackVersion},  {"source", head.source},
            {"recipe", head.recipe},    {"selection", head.selection},
            {"events", head.events},    {"activations", head.activations == NpyType::Float16 ? "float16" : "float32"},
            {"part", head.shard.index}, {"parts", head.shard.count},
            {"whole", head.isWhole},    {"clips", std::move(list)}};
}

PackHead headIn(const Json &index) {
    PackHead head;
    index.at("source").get_to(head.source);
    index.at("recipe").get_to(head.recipe);
    index.at("selection").get_to(head.selection);
    index.at("events").get_to(head.events);
    head.activations = index.at("activations") == "float16" ? NpyType::Float16 : NpyType::Float32;
    index.at("part").get_to(head.shard.index);
    index.at("parts").get_to(head.shard.count);
    index.at("whole").get_to(head.isWhole);
    return head;
}

PackedClip clipIn(const Json &entry) {
    PackedClip clip;
    entry.at("clip").get_to(clip.name);
    const auto *const outcome = std::ranges::find(kOutcomes, entry.at("outcome").get<std::string>());
    clip.outcome = outcome == kOutcomes.end() ? PackOutcome::Failed
                                              : static_cast<PackOutcome>(std::distance(kOutcomes.begin(), outcome));
    clip.reason = entry.value("reason", std::string());
    clip.steps = entry.value("steps", std::size_t{0});
    clip.first = Seconds(entry.value("first", 0.0));
    clip.hop = Seconds(entry.value("hop", 0.0));
    return clip;
}

} // namespace

std::string selectionOf(std::span<const std::string> clips) {
    Sha256 sum;
    for (const std::string &clip : clips)
        sum.add(std::to_string(clip.size()) + ":" + clip);
    return sum.hexadecimal();
}

std::string packName(const Shard &shard) {
    return "part-" + std::to_string(shard.index) + "-of-" + std::to_string(shard.count) + ".pack";
}

ScorePackWriter::ScorePackWriter(AtomicFile target, fs::path file, PackHead head)
    : target_(std::move(target)), file_(std::move(file)), head_(std::move(head)) {
    write(std::string(kBeginning));
}

Result<ScorePackWriter> ScorePackWriter::create(const fs::path &file, PackHead head) {
    AtomicFile target = TAGSCOPE_TRY(AtomicFile::create(file));
    return ScorePackWriter(std::move(target), file, std::move(head));
}

void ScorePackWriter::write(const std::string &bytes) {
    sum_.add(bytes);
    target_.stream().write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

void ScorePackWriter::add(const PackedClip &clip, std::span<const float> probabilities,
                          std::span<const float> activations) {
    std::string bytes;
    appendNpyValues(bytes, NpyType::Float32, probabilities);
    appendNpyValues(bytes, head_.activations, activations);
    write(bytes);
    clips_.push_back(clip);
}

Result<void> ScorePackWriter::finish(bool isWhole) {
    head_.isWhole = isWhole;
    const std::string index = indexOf(head_, clips_).dump(-1, ' ', false, Json::error_handler_t::replace);
    write(index);
    write(bytesOf64(index.size()));
    const std::string ending = sum_.hexadecimal() + std::string(kEnding);
    target_.stream().write(ending.data(), static_cast<std::streamsize>(ending.size()));
    return target_.commit();
}

// Reads what is in a file, none of whose lengths is believed.
class ScorePackReader {
public:
    explicit ScorePackReader(fs::path file) { pack_.file_ = std::move(file); }

    Result<ScorePack> read() {
        pack_.content_ = TAGSCOPE_TRY(RandomAccessFile::open(pack_.file_));
        const std::uint64_t bytes = pack_.content_->bytes();
        if (bytes < kBeginning.size() + kTrailer)
            return damaged("too short");
        const std::string trailer = TAGSCOPE_TRY(textAt(bytes - kTrailer, kTrailer));
        const std::string beginning = TAGSCOPE_TRY(textAt(0, kBeginning.size()));
        if (beginning != kBeginning || !trailer.ends_with(kEnding))
            return damaged("no beginning or no end");
        const std::uint64_t length = valueOf64(trailer);
        if (length > bytes - kBeginning.size() - kTrailer || length > kMaxJsonBytes)
            return damaged("length of the index");
        TAGSCOPE_TRY(checkSum(bytes - kDigits - kEnding.size(), std::string_view(trailer).substr(8, kDigits)));
        indexPlace_ = bytes - kTrailer - length;
        const std::string index = TAGSCOPE_TRY(textAt(indexPlace_, static_cast<std::size_t>(length)));
        TAGSCOPE_TRY(readIndex(index));
        return std::move(pack_);
    }

private:
    [[nodiscard]] tl::unexpected<Error> damaged(const char *cause) const {
        return fail(Error::Kind::Malformed, {"exchange.damaged_part", pack_.file_}, cause);
    }

    [[nodiscard]] Result<std::string> textAt(std::uint64_t offset, std::size_t length) const {
        std::string text(length, '\0');
        TAGSCOPE_TRY(pack_.content_->read(offset, std::as_writable_bytes(std::span(text))));
        return text;
    }

    [[nodiscard]] Result<void> checkSum(std::uint64_t until, std::string_view expected) const {
        constexpr std::uint64_t kBlock = std::uint64_t{1} << 20U;
        Sha256 sum;
        for (std::uint64_t at = 0; at < until; at += kBlock) {
            const std::string block = TAGSCOPE_TRY(textAt(at, static_cast<std::size_t>(std::min(kBlock, until - at))));
            sum.add(block);
        }
        return sum.hexadecimal() == expected ? Result<void>() : damaged("checksum");
    }

    Result<void> readIndex(const std::string &text) {
        const Json index = foreignJson(text);
        try {
            if (index.at("version").get<int>() != kPackVersion)
                return fail(Error::Kind::Unsupported, {"exchange.part_of_later_version", pack_.file_});
            pack_.head_ = headIn(index);
            for (const Json &entry : index.at("clips"))
                pack_.clips_.push_back(clipIn(entry));
        } catch (const Json::exception &exception) {
            return damaged(exception.what());
        }
        const std::size_t events = pack_.head_.events.size();
        if (!pack_.head_.shard.isPossible() || events == 0 || events > limits::kMaxClasses)
            return damaged("part or events");
        std::uint64_t place = kBeginning.size();
        const std::uint64_t stepBytes = events * bytesOf(pack_.head_.activations);
        for (const PackedClip &clip : pack_.clips_) {
            pack_.places_.push_back(place);
            if (clip.outcome != PackOutcome::Scored)
                continue;
            if (place > indexPlace_ || clip.steps > (indexPlace_ - place) / stepBytes)
                return damaged("steps");
            place += events * sizeof(float) + clip.steps * stepBytes;
        }
        return place == indexPlace_ ? Result<void>() : damaged("length of the values");
    }

    ScorePack pack_;
    std::uint64_t indexPlace_ = 0;
};

Result<ScorePack> ScorePack::open(const fs::path &file) {
    return ScorePackReader(file).read();
}

Result<std::vector<float>> ScorePack::probabilities(std::size_t index) const {
    std::vector<float> values(head_.events.size());
    TAGSCOPE_TRY(content_->read(places_[index], std::as_writable_bytes(std::span(values))));
    return values;
}

Result<std::vector<float>> ScorePack::activations(std::size_t index) const {
    std::vector<float> values(clips_[index].steps * head_.events.size());
    std::vector<std::byte> bytes(values.size() * bytesOf(head_.activations));
    TAGSCOPE_TRY(content_->read(places_[index] + head_.events.size() * sizeof(float), bytes));
    npyToFloats(head_.activations, bytes, values);
    return values;
}

} // namespace tagscope

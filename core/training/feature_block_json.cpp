// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/foreign_json.h"
#include "core/training/feature_block.h"

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

namespace tagscope {

using Json = nlohmann::json;

NLOHMANN_JSON_SERIALIZE_ENUM(FeaturePrecision,
                             {{FeaturePrecision::Float16, "float16"}, {FeaturePrecision::Float32, "float32"}})
NLOHMANN_JSON_SERIALIZE_ENUM(Omission, {{Omission::NoMedia, "no media"},
                                        {Omission::NoSound, "no sound"},
                                        {Omission::Unusable, "unusable"},
                                        {Omission::Undecodable, "undecodable"},
                                        {Omission::Unreadable, "unreadable"}})
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(LogMelOptions, sampleRate, windowSamples, hopSamples, fftSamples, bands, lowHz,
                                   highHz, magnitudeFloor)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(BandStatistics, mean, deviation)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(FeatureIndex::Block, sha256, clips)

namespace {

constexpr int kBlockVersion = 1;
constexpr const char *kBlockKind = "tagscope.features.block";
constexpr const char *kIndexKind = "tagscope.features.index";

// What a document says of itself and cannot be true, for the log.
struct Contradiction {
    std::string what;
};

void require(bool holds, const char *otherwise) {
    if (!holds)
        throw Contradiction{otherwise};
}

Json toJsonValue(const FeatureFormat &format) {
    return {{"logMel", format.logMel},
            {"clipDuration", format.clipDuration.count()},
            {"precision", format.precision},
            {"frames", format.frames()},
            {"bands", format.bands()}};
}

FeatureFormat formatFrom(const Json &document) {
    FeatureFormat format;
    document.at("logMel").get_to(format.logMel);
    format.clipDuration = Seconds(document.at("clipDuration").get<double>());
    document.at("precision").get_to(format.precision);
    // So that sizes made of these cannot overflow; what the files have room for is looked at where they are opened.
    const LogMelOptions &logMel = format.logMel;
    require(logMel.sampleRate >= 1 && logMel.sampleRate <= 1'000'000, "sample rate");
    require(logMel.hopSamples >= 1, "hop");
    require(logMel.bands >= 1 && logMel.bands <= 1 << 16, "bands");
    require(format.clipDuration > Seconds(0) && format.clipDuration < Seconds(86400), "clip duration");
    return format;
}

Json toJsonValue(const ClipSource &source) {
    return {{"name", source.clip},
            {"media", source.media},
            {"bytes", source.bytes},
            {"start", source.start.count()},
            {"duration", source.duration.count()}};
}

ClipSource sourceFrom(const Json &entry) {
    ClipSource source;
    entry.at("name").get_to(source.clip);
    entry.at("media").get_to(source.media);
    entry.at("bytes").get_to(source.bytes);
    source.start = Seconds(entry.at("start").get<double>());
    source.duration = Seconds(entry.at("duration").get<double>());
    return source;
}

Json toJsonValue(const std::vector<OmittedClip> &omitted) {
    Json list = Json::array();
    for (const OmittedClip &clip : omitted) {
        Json entry = toJsonValue(clip.source);
        entry["why"] = clip.why;
        entry["reason"] = clip.reason;
        list.push_back(std::move(entry));
    }
    return list;
}

std::vector<OmittedClip> omittedFrom(const Json &list) {
    std::vector<OmittedClip> omitted;
    for (const Json &entry : list)
        omitted.push_back({sourceFrom(entry), entry.at("why").get<Omission>(), entry.at("reason").get<std::string>()});
    return omitted;
}

Json toJsonValue(const BandSums &sums) {
    return {{"frames", sums.frames}, {"sum", sums.sum}, {"squares", sums.squares}};
}

BandSums sumsFrom(const Json &entry, std::size_t bands) {
    BandSums sums;
    entry.at("frames").get_to(sums.frames);
    entry.at("sum").get_to(sums.sum);
    entry.at("squares").get_to(sums.squares);
    require(sums.sum.size() == bands && sums.squares.size() == bands, "sums");
    return sums;
}

FeatureBlock blockFrom(const Json &document) {
    FeatureBlock block;
    block.format = formatFrom(document.at("format"));
    document.at("sha256").get_to(block.sha256);
    for (const Json &entry : document.at("clips")) {
        FeatureBlock::Row row;
        row.source = sourceFrom(entry);
        entry.at("soundFrames").get_to(row.soundFrames);
        entry.at("split").get_to(row.split);
        row.sum = entry.value("sum", std::string());
        require(row.soundFrames <= block.format.frames(), "frames of sound");
        block.rows.push_back(std::move(row));
    }
    require(block.rows.size() <= kBlockClips, "number of clips");
    block.omitted = omittedFrom(document.at("omitted"));
    block.training = sumsFrom(document.at("sums").at("training"), block.format.bands());
    block.all = sumsFrom(document.at("sums").at("all"), block.format.bands());
    return block;
}

FeatureIndex indexFrom(const Json &document) {
    FeatureIndex index;
    index.format = formatFrom(document.at("format"));
    document.at("statisticsOf").get_to(index.statisticsOf);
    document.at("statisticsFrames").get_to(index.statisticsFrames);
    document.at("statistics").get_to(index.statistics);
    document.at("blocks").get_to(index.blocks);
    index.omitted = omittedFrom(document.at("omitted"));
    const BandStatistics &statistics = index.statistics;
    require(statistics.mean.size() == index.format.bands(), "means");
    require(statistics.deviation.size() == index.format.bands(), "deviations");
    for (const float deviation : statistics.deviation)
        require(deviation > 0.0F, "deviations");
    return index;
}

// Parses a file of this kind and gives the document to `read`, whose complaints become one sentence.
template <class T>
Result<T> readDocument(const std::filesystem::path &file, const char *kind, T (*read)(const Json &)) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        return fail(Error::Kind::Unreadable, {"base.cannot_read", file});
    try {
        const Json document = foreignJsonFrom(stream);
        if (document.at("kind") != kind)
            return fail(Error::Kind::Malformed, {"training.no_features_described", file});
        if (document.at("version") != kBlockVersion)
            return fail(Error::Kind::Unsupported, {"base.newer_version", file});
        return read(document);
    } catch (const Json::exception &error) {
        return fail(Error::Kind::Malformed, {"base.damaged", file}, error.what());
    } catch (const Contradiction &contradiction) {
        return fail(Error::Kind::Malformed, {"training.impossible", file, contradiction.what});
    }
}

std::string dump(const Json &document) {
    return document.dump(1, ' ', false, Json::error_handler_t::replace);
}

} // namespace

std::string asUtf8(std::string_view text) {
    return foreignJson(dump(Json(text))).get<std::string>();
}

std::string toJson(const FeatureBlock &block) {
    Json clips = Json::array();
    for (const FeatureBlock::Row &row : block.rows) {
        Json entry = toJsonValue(row.source);
        entry["soundFrames"] = row.soundFrames;
        entry["split"] = row.split;
        if (!row.sum.empty())
            entry["sum"] = row.sum;
        clips.push_back(std::move(entry));
    }
    const Json document{{"kind", kBlockKind},
                        {"version", kBlockVersion},
                        {"format", toJsonValue(block.format)},
                        {"sha256", block.sha256},
                        {"clips", std::move(clips)},
                        {"omitted", toJsonValue(block.omitted)},
                        {"sums", {{"training", toJsonValue(block.training)}, {"all", toJsonValue(block.all)}}}};
    return dump(document);
}

std::string toJson(const FeatureIndex &index) {
    const Json document{{"kind", kIndexKind},
                        {"version", kBlockVersion},
                        {"format", toJsonValue(index.format)},
                        {"statisticsOf", index.statisticsOf},
                        {"statisticsFrames", index.statisticsFrames},
                        {"statistics", index.statistics},
                        {"blocks", index.blocks},
                        {"omitted", toJsonValue(index.omitted)}};
    return dump(document);
}

Result<FeatureBlock> readBlockDescription(const std::filesystem::path &directory, std::size_t block) {
    return readDocument<FeatureBlock>(blockDescription(directory, block), kBlockKind, blockFrom);
}

Result<FeatureIndex> readFeatureIndex(const std::filesystem::path &directory) {
    return readDocument<FeatureIndex>(indexFile(directory), kIndexKind, indexFrom);
}

} // namespace tagscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/analysis_codec.h"

#include <bit>
#include <cstring>
#include <limits>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace tagscope {
namespace {

using nlohmann::json;

constexpr int kVersion = 1;
static_assert(std::endian::native == std::endian::little, "the cache holds little-endian floats");

// Large arrays as byte strings: a number each would be five times the size and slow to read.
json encodeFloats(const std::vector<float> &values) {
    std::vector<std::uint8_t> bytes(values.size() * sizeof(float));
    std::memcpy(bytes.data(), values.data(), bytes.size());
    return json::binary(std::move(bytes));
}

std::vector<float> decodeFloats(const json &value) {
    const json::binary_t &bytes = value.get_binary();
    std::vector<float> values(bytes.size() / sizeof(float));
    std::memcpy(values.data(), bytes.data(), values.size() * sizeof(float));
    return values;
}

json encodeMatrix(const Matrix &matrix) {
    return {{"rows", matrix.rows}, {"columns", matrix.columns}, {"values", encodeFloats(matrix.values)}};
}

Matrix decodeMatrix(const json &value) {
    Matrix matrix;
    value.at("rows").get_to(matrix.rows);
    value.at("columns").get_to(matrix.columns);
    matrix.values = decodeFloats(value.at("values"));
    const bool fits = matrix.columns == 0 ? matrix.values.empty()
                                          : matrix.values.size() % matrix.columns == 0 &&
                                                matrix.values.size() / matrix.columns == matrix.rows;
    if (!fits)
        throw std::runtime_error("a matrix of a size that it does not say");
    return matrix;
}

json encodeAudio(const AudioAnalysis &audio) {
    return {{"logMel", encodeMatrix(audio.logMel)}, {"soundFrames", audio.soundFrames},
            {"frameHop", audio.frameHop.count()},   {"activations", encodeMatrix(audio.activations)},
            {"stepHop", audio.stepHop.count()},     {"probabilities", encodeFloats(audio.probabilities)},
            {"peakSteps", audio.peakSteps}};
}

AudioAnalysis decodeAudio(const json &value) {
    AudioAnalysis audio;
    audio.logMel = decodeMatrix(value.at("logMel"));
    value.at("soundFrames").get_to(audio.soundFrames);
    audio.frameHop = Seconds(value.at("frameHop").get<double>());
    audio.activations = decodeMatrix(value.at("activations"));
    audio.stepHop = Seconds(value.at("stepHop").get<double>());
    audio.probabilities = decodeFloats(value.at("probabilities"));
    value.at("peakSteps").get_to(audio.peakSteps);
    return audio;
}

json encodeObjects(const std::vector<ObjectProbability> &objects) {
    json list = json::array();
    for (const ObjectProbability &object : objects)
        list.push_back({object.index, object.probability});
    return list;
}

std::vector<ObjectProbability> decodeObjects(const json &list) {
    std::vector<ObjectProbability> objects;
    for (const json &entry : list)
        objects.push_back({entry.at(0).get<int>(), entry.at(1).get<float>()});
    return objects;
}

json encodeSelection(const KeyFrames &selection) {
    return {{"pictures", selection.pictures},
            {"representative", selection.representative},
            {"cost", selection.cost},
            {"costBound", selection.costBound},
            {"lambda", selection.lambda},
            {"rowSums", encodeFloats(selection.rowSums)},
            {"iterations", selection.iterations}};
}

KeyFrames decodeSelection(const json &value) {
    KeyFrames selection;
    value.at("pictures").get_to(selection.pictures);
    value.at("representative").get_to(selection.representative);
    value.at("cost").get_to(selection.cost);
    value.at("costBound").get_to(selection.costBound);
    value.at("lambda").get_to(selection.lambda);
    selection.rowSums = decodeFloats(value.at("rowSums"));
    value.at("iterations").get_to(selection.iterations);
    return selection;
}

json encodeVideo(const VideoAnalysis &video) {
    json pictures = json::array();
    for (const GridPicture &picture : video.pictures)
        pictures.push_back({picture.time.count(), picture.source});
    json keyFrames = json::array();
    for (const KeyFrame &frame : video.keyFrames)
        keyFrames.push_back(
            {{"picture", frame.picture}, {"time", frame.time.count()}, {"objects", encodeObjects(frame.objects)}});
    json objects = json::array();
    for (const MappedObject &object : video.objects)
        objects.push_back(
            {object.index, object.probability, object.event ? json(*object.event) : json(), object.cosine});
    return {{"picturesPerSecond", video.picturesPerSecond},
            {"pictures", std::move(pictures)},
            {"dissimilarities", encodeMatrix(video.dissimilarities)},
            {"selection", encodeSelection(video.selection)},
            {"keyFrames", std::move(keyFrames)},
            {"objects", std::move(objects)},
            {"probabilities", encodeFloats(video.probabilities)}};
}

VideoAnalysis decodeVideo(const json &value) {
    VideoAnalysis video;
    value.at("picturesPerSecond").get_to(video.picturesPerSecond);
    for (const json &entry : value.at("pictures"))
        video.pictures.push_back({Seconds(entry.at(0).get<double>()), entry.at(1).get<std::int64_t>()});
    video.dissimilarities = decodeMatrix(value.at("dissimilarities"));
    video.selection = decodeSelection(value.at("selection"));
    for (const json &entry : value.at("keyFrames"))
        video.keyFrames.push_back({entry.at("picture").get<int>(), Seconds(entry.at("time").get<double>()),
                                   decodeObjects(entry.at("objects"))});
    for (const json &entry : value.at("objects")) {
        MappedObject object{entry.at(0).get<int>(), entry.at(1).get<float>(), std::nullopt,
                            std::numeric_limits<float>::quiet_NaN()};
        if (!entry.at(2).is_null())
            object.event = entry.at(2).get<int>();
        if (entry.at(3).is_number())
            object.cosine = entry.at(3).get<float>();
        video.objects.push_back(object);
    }
    video.probabilities = decodeFloats(value.at("probabilities"));
    return video;
}

} // namespace

std::vector<std::uint8_t> encodeStages(const ClipAnalysis &clip) {
    const json document{{"version", kVersion},
                        {"start", clip.start.count()},
                        {"duration", clip.duration.count()},
                        {"audio", clip.audio ? encodeAudio(*clip.audio) : json()},
                        {"video", clip.video ? encodeVideo(*clip.video) : json()},
                        {"notes", clip.notes}};
    return json::to_cbor(document);
}

Result<ClipAnalysis> decodeStages(std::span<const std::uint8_t> bytes) {
    try {
        const json document = json::from_cbor(bytes.begin(), bytes.end());
        if (document.at("version") != kVersion)
            return fail(Error::Kind::Malformed, "The stored result is of another version.");
        ClipAnalysis clip;
        clip.start = Seconds(document.at("start").get<double>());
        clip.duration = Seconds(document.at("duration").get<double>());
        if (!document.at("audio").is_null())
            clip.audio = decodeAudio(document.at("audio"));
        if (!document.at("video").is_null())
            clip.video = decodeVideo(document.at("video"));
        document.at("notes").get_to(clip.notes);
        return clip;
    } catch (const std::exception &error) {
        return fail(Error::Kind::Malformed, "The stored result is damaged.", error.what());
    }
}

} // namespace tagscope

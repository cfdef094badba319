// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/analysis_codec.h"

#include <bit>
#include <cstring>
#include <limits>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace tagscope {
namespace {

using Json = nlohmann::json;

constexpr int kCodecVersion = 1;
static_assert(std::endian::native == std::endian::little, "the cache holds little-endian floats");

// Large arrays as byte strings: a number each would be five times the size and slow to read.
Json encodeFloats(const std::vector<float> &values) {
    std::vector<std::uint8_t> bytes(values.size() * sizeof(float));
    std::memcpy(bytes.data(), values.data(), bytes.size());
    return Json::binary(std::move(bytes));
}

std::vector<float> decodeFloats(const Json &value) {
    const Json::binary_t &bytes = value.get_binary();
    std::vector<float> values(bytes.size() / sizeof(float));
    std::memcpy(values.data(), bytes.data(), values.size() * sizeof(float));
    return values;
}

Json encodeMatrix(const Matrix &matrix) {
    return {{"rows", matrix.rows}, {"columns", matrix.columns}, {"values", encodeFloats(matrix.values)}};
}

Matrix decodeMatrix(const Json &value) {
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

Json encodeAudio(const AudioAnalysis &audio) {
    return {{"logMel", encodeMatrix(audio.logMel)},
            {"soundFrames", audio.soundFrames},
            {"frameHop", audio.frameHop.count()},
            {"activations", encodeMatrix(audio.activations)},
            {"stepStart", audio.stepStart.count()},
            {"stepHop", audio.stepHop.count()},
            {"probabilities", encodeFloats(audio.probabilities)},
            {"peakSteps", audio.peakSteps}};
}

AudioAnalysis decodeAudio(const Json &value) {
    AudioAnalysis audio;
    audio.logMel = decodeMatrix(value.at("logMel"));
    value.at("soundFrames").get_to(audio.soundFrames);
    audio.frameHop = Seconds(value.at("frameHop").get<double>());
    audio.activations = decodeMatrix(value.at("activations"));
    audio.stepStart = Seconds(value.value("stepStart", 0.0)); // earlier ones had none but 0
    audio.stepHop = Seconds(value.at("stepHop").get<double>());
    audio.probabilities = decodeFloats(value.at("probabilities"));
    value.at("peakSteps").get_to(audio.peakSteps);
    return audio;
}

Json encodeObjects(const std::vector<ObjectProbability> &objects) {
    Json list = Json::array();
    for (const ObjectProbability &object : objects)
        list.push_back({object.index, object.probability});
    return list;
}

std::vector<ObjectProbability> decodeObjects(const Json &list) {
    std::vector<ObjectProbability> objects;
    for (const Json &entry : list)
        objects.push_back({entry.at(0).get<int>(), entry.at(1).get<float>()});
    return objects;
}

Json encodeSelection(const KeyFrames &selection) {
    return {{"pictures", selection.pictures},
            {"representative", selection.representative},
            {"cost", selection.cost},
            {"costBound", selection.costBound},
            {"lambda", selection.lambda},
            {"rowSums", encodeFloats(selection.rowSums)},
            {"iterations", selection.iterations}};
}

KeyFrames decodeSelection(const Json &value) {
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

Json encodeVideo(const VideoAnalysis &video) {
    Json pictures = Json::array();
    for (const GridPicture &picture : video.pictures)
        pictures.push_back({picture.time.count(), picture.source});
    Json keyFrames = Json::array();
    for (const KeyFrame &frame : video.keyFrames)
        keyFrames.push_back(
            {{"picture", frame.picture}, {"time", frame.time.count()}, {"objects", encodeObjects(frame.objects)}});
    Json objects = Json::array();
    for (const MappedObject &object : video.objects)
        objects.push_back(
            {object.index, object.probability, object.event ? Json(*object.event) : Json(), object.cosine});
    return {{"picturesPerSecond", video.picturesPerSecond},
            {"pictures", std::move(pictures)},
            {"dissimilarities", encodeMatrix(video.dissimilarities)},
            {"selection", encodeSelection(video.selection)},
            {"keyFrames", std::move(keyFrames)},
            {"objects", std::move(objects)},
            {"probabilities", encodeFloats(video.probabilities)}};
}

VideoAnalysis decodeVideo(const Json &value) {
    VideoAnalysis video;
    value.at("picturesPerSecond").get_to(video.picturesPerSecond);
    for (const Json &entry : value.at("pictures"))
        video.pictures.push_back({Seconds(entry.at(0).get<double>()), entry.at(1).get<std::int64_t>()});
    video.dissimilarities = decodeMatrix(value.at("dissimilarities"));
    video.selection = decodeSelection(value.at("selection"));
    for (const Json &entry : value.at("keyFrames"))
        video.keyFrames.push_back({entry.at("picture").get<int>(), Seconds(entry.at("time").get<double>()),
                                   decodeObjects(entry.at("objects"))});
    for (const Json &entry : value.at("objects")) {
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

// A plain text is a string, as it was before messages had ids; a message is its id and its arguments.
Json encodeNotes(const std::vector<Message> &notes) {
    Json list = Json::array();
    for (const Message &note : notes)
        list.push_back(note.id.empty() ? Json(note.text) : Json{{"id", note.id}, {"of", encodeNotes(note.arguments)}});
    return list;
}

// NOLINTNEXTLINE(misc-no-recursion)
std::vector<Message> decodeNotes(const Json &list) {
    std::vector<Message> notes;
    for (const Json &entry : list) {
        if (entry.is_string()) {
            notes.push_back(plainText(entry.get<std::string>()));
            continue;
        }
        Message note;
        entry.at("id").get_to(note.id);
        note.arguments = decodeNotes(entry.at("of"));
        notes.push_back(std::move(note));
    }
    return notes;
}

} // namespace

std::vector<std::uint8_t> encodeStages(const ClipAnalysis &clip) {
    const Json document{{"version", kCodecVersion},
                        {"start", clip.start.count()},
                        {"duration", clip.duration.count()},
                        {"audio", clip.audio ? encodeAudio(*clip.audio) : Json()},
                        {"video", clip.video ? encodeVideo(*clip.video) : Json()},
                        {"notes", encodeNotes(clip.notes)}};
    return Json::to_cbor(document);
}

Result<ClipAnalysis> decodeStages(std::span<const std::uint8_t> bytes) {
    try {
        const Json document = Json::from_cbor(bytes.begin(), bytes.end());
        if (document.at("version") != kCodecVersion)
            return fail(Error::Kind::Malformed, "analysis.other_codec");
        ClipAnalysis clip;
        clip.start = Seconds(document.at("start").get<double>());
        clip.duration = Seconds(document.at("duration").get<double>());
        if (!document.at("audio").is_null())
            clip.audio = decodeAudio(document.at("audio"));
        if (!document.at("video").is_null())
            clip.video = decodeVideo(document.at("video"));
        clip.notes = decodeNotes(document.at("notes"));
        return clip;
    } catch (const std::exception &error) {
        return fail(Error::Kind::Malformed, "analysis.damaged_result", error.what());
    }
}

} // namespace tagscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tagging/tagger_head.h"

#include "core/base/foreign_json.h"
#include "core/base/try.h"
#include "core/network/tensor_file.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>

namespace tagscope {
namespace {

constexpr const char *kHeadKind = "tagscope.kind";
constexpr const char *kHeadVersion = "tagscope.version";
constexpr const char *kHeadBase = "tagscope.base";
constexpr const char *kHeadBaseHash = "tagscope.baseSha256";
constexpr const char *kHeadOrigin = "tagscope.origin";
constexpr const char *kHeadClasses = "tagscope.classes";

constexpr std::int64_t kMostHeadClasses = 100000;
constexpr std::int64_t kMostHeadNumbers = 1000000;

std::optional<std::vector<std::int64_t>> shapeOf(const TensorFile &file, std::string_view name) {
    const auto found = std::ranges::find(file.tensors(), name, &TensorInfo::name);
    return found == file.tensors().end() ? std::nullopt : std::optional(found->shape);
}

// Nothing where it is no list of texts.
std::optional<std::vector<std::string>> namesIn(const std::string &json) {
    const nlohmann::json document = foreignJson(json);
    if (!document.is_array())
        return std::nullopt;
    std::vector<std::string> names;
    for (const nlohmann::json &name : document) {
        if (!name.is_string())
            return std::nullopt;
        names.push_back(name.get<std::string>());
    }
    return names;
}

bool areFinite(const std::vector<float> &values) {
    return std::ranges::all_of(values, [](float value) { return std::isfinite(value); });
}

} // namespace

Matrix HeadWeights::logits(const Matrix &embedding) const {
    const std::size_t classes = bias.size();
    Matrix found(embedding.rows, classes);
    for (std::size_t step = 0; step < embedding.rows; ++step) {
        float *out = found.row(step).data();
        std::copy_n(bias.data(), classes, out);
        const float *in = embedding.row(step).data();
        const float *weight = weights.values.data();
        for (std::size_t i = 0; i < embedding.columns; ++i, weight += classes)
            for (std::size_t k = 0; k < classes; ++k)
                out[k] += in[i] * weight[k];
    }
    return found;
}

Matrix HeadWeights::probabilities(const Matrix &embedding) const {
    Matrix found = logits(embedding);
    for (float &value : found.values)
        value = static_cast<float>(1.0 / (1.0 + std::exp(-static_cast<double>(value))));
    return found;
}

Result<void> writeTaggerHead(const std::filesystem::path &file, const TaggerHead &head) {
    const auto numbers = static_cast<std::int64_t>(head.learnt.weights.rows);
    const auto classes = static_cast<std::int64_t>(head.classes.size());
    const std::string names =
        nlohmann::json(head.classes).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    return writeSafetensors(
        file, {{"weight", {numbers, classes}, head.learnt.weights.values}, {"bias", {classes}, head.learnt.bias}},
        {{kHeadKind, "head"},
         {kHeadVersion, "1"},
         {kHeadBase, head.base.string()},
         {kHeadBaseHash, head.baseSha256},
         {kHeadOrigin, head.origin},
         {kHeadClasses, names}});
}

Result<TaggerHead> readTaggerHead(const std::filesystem::path &file) {
    const TensorFile tensors = TAGSCOPE_TRY(TensorFile::open(file));
    const std::map<std::string, std::string> &metadata = tensors.metadata();
    const auto field = [&metadata](const char *key) {
        const auto found = metadata.find(key);
        return found == metadata.end() ? std::string() : found->second;
    };
    const auto damaged = [&file] { return fail(Error::Kind::Malformed, {"tagging.head_damaged", file}); };
    if (field(kHeadKind) != "head")
        return damaged();
    if (field(kHeadVersion) != "1")
        return fail(Error::Kind::Unsupported, {"tagging.head_version", file});
    const std::optional<std::vector<std::string>> names = namesIn(field(kHeadClasses));
    const auto weight = shapeOf(tensors, "weight");
    const auto bias = shapeOf(tensors, "bias");
    if (!names || names->empty() || !weight || weight->size() != 2 || !bias || field(kHeadBase).empty())
        return damaged();
    const std::int64_t numbers = weight->front();
    const std::int64_t classes = weight->back();
    if (numbers < 1 || numbers > kMostHeadNumbers || classes < 1 || classes > kMostHeadClasses ||
        static_cast<std::size_t>(classes) != names->size() || *bias != std::vector<std::int64_t>{classes})
        return damaged();
    TaggerHead head;
    head.base = field(kHeadBase);
    head.baseSha256 = field(kHeadBaseHash);
    head.origin = field(kHeadOrigin);
    head.classes = *names;
    head.learnt.weights.rows = static_cast<std::size_t>(numbers);
    head.learnt.weights.columns = static_cast<std::size_t>(classes);
    head.learnt.weights.values = TAGSCOPE_TRY(tensors.floats("weight"));
    head.learnt.bias = TAGSCOPE_TRY(tensors.floats("bias"));
    if (!areFinite(head.learnt.weights.values) || !areFinite(head.learnt.bias))
        return damaged();
    return head;
}

bool isTaggerHead(const std::filesystem::path &file) {
    if (file.extension() != ".safetensors")
        return false;
    const Result<TensorFile> tensors = TensorFile::open(file);
    if (!tensors)
        return false;
    const auto kind = tensors->metadata().find(kHeadKind);
    return kind != tensors->metadata().end() && kind->second == "head";
}

} // namespace tagscope

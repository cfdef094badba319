// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/crnn_description.h"

#include "core/base/foreign_json.h"
#include "core/base/try.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

namespace tagscope {

namespace {

using Json = nlohmann::json;

constexpr const char *kKind = "tagscope.kind";
constexpr const char *kVersion = "tagscope.version";
constexpr const char *kLayout = "tagscope.layout";
constexpr const char *kFrameHop = "tagscope.frameHop";
constexpr const char *kIsTrained = "tagscope.isTrained";
constexpr const char *kOrigin = "tagscope.origin";

// Far above any network that learns from sound, and low enough that no product of them overflows.
constexpr int kMostBands = 4096;
constexpr int kMostChannels = 4096;
constexpr int kMostKernel = 63;
constexpr int kMostPool = 1000;
constexpr int kMostUnits = 2048;
constexpr std::size_t kMostBlocks = 12;
constexpr std::size_t kMostEvents = 10000;
constexpr std::int64_t kMostParameters = 100'000'000; // 400 MB
constexpr double kMostValuesOfFrame = 65536;          // of one convolution's output: 0.5 GB for 2,000 frames

std::int64_t countOf(const TensorShape &shape) {
    std::int64_t count = 1;
    for (const std::int64_t size : shape)
        count *= size;
    return count;
}

tl::unexpected<Error> cannotBuild(const Message &why) {
    return fail(Error::Kind::Inconsistent, {"network.crnn_not_built", why});
}

bool isWithin(int value, int most) {
    return value >= 1 && value <= most;
}

Result<void> checkBlock(const CrnnBlock &block, std::size_t index) {
    const auto name = Message("network.convolution", index + 1);
    if (!isWithin(block.channels, kMostChannels))
        return cannotBuild({"network.bad_channels", name, kMostChannels, block.channels});
    if (!isWithin(block.kernel, kMostKernel) || block.kernel % 2 == 0)
        return cannotBuild({"network.bad_kernel", name, kMostKernel, block.kernel});
    if (!isWithin(block.poolTime, kMostPool) || !isWithin(block.poolBands, kMostPool))
        return cannotBuild({"network.bad_pooling", name, kMostPool});
    return {};
}

Result<void> checkEvents(const std::vector<std::string> &events) {
    if (events.empty())
        return cannotBuild("network.no_events");
    if (events.size() > kMostEvents)
        return cannotBuild({"network.too_many_events", kMostEvents});
    if (std::any_of(events.begin(), events.end(), [](const std::string &name) { return name.empty(); }))
        return cannotBuild("network.event_without_name");
    std::set<std::string> seen;
    for (const std::string &name : events) {
        if (!seen.insert(name).second)
            return cannotBuild({"network.two_events_called", name});
    }
    return {};
}

// The most numbers that a convolution makes of one frame, which decides the memory that the network needs.
double valuesOfFrame(const CrnnLayout &layout) {
    double bands = layout.bands;
    double share = 1.0; // of the frames that earlier pooling leaves
    double most = 0.0;
    for (const CrnnBlock &block : layout.blocks) {
        most = std::max(most, block.channels * bands * share);
        bands = std::floor(bands / block.poolBands);
        share /= block.poolTime;
    }
    return most;
}

Json jsonOf(const CrnnLayout &layout) {
    Json blocks = Json::array();
    for (const CrnnBlock &block : layout.blocks)
        blocks.push_back({{"channels", block.channels},
                          {"kernel", block.kernel},
                          {"poolTime", block.poolTime},
                          {"poolBands", block.poolBands}});
    return {{"bands", layout.bands},
            {"blocks", blocks},
            {"gruUnits", layout.gruUnits},
            {"dropout", layout.dropout},
            {"events", layout.events}};
}

// A whole number; -1, which no setting allows, for one that does not fit.
int integerAt(const Json &object, const char *key) {
    const Json &value = object.at(key);
    if (!value.is_number_integer())
        return -1;
    const auto wide = value.get<std::int64_t>();
    return wide >= 0 && wide <= 1'000'000 ? static_cast<int>(wide) : -1;
}

// Throws nlohmann's exceptions for what is absent or of another type.
CrnnLayout layoutOf(const Json &json) {
    CrnnLayout layout;
    layout.bands = integerAt(json, "bands");
    layout.blocks.clear();
    for (const Json &block : json.at("blocks"))
        layout.blocks.push_back({integerAt(block, "channels"), integerAt(block, "kernel"), integerAt(block, "poolTime"),
                                 integerAt(block, "poolBands")});
    layout.gruUnits = integerAt(json, "gruUnits");
    layout.dropout = json.at("dropout").get<double>();
    layout.events = json.at("events").get<std::vector<std::string>>();
    return layout;
}

std::string decimal(double value) {
    std::array<char, 32> text{}; // the shortest form that reads back as the same double has at most 24 characters
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return {text.data(), end};
}

std::string valueOf(const std::map<std::string, std::string> &metadata, const char *key) {
    const auto found = metadata.find(key);
    return found == metadata.end() ? std::string() : found->second;
}

} // namespace

int CrnnLayout::poolTime() const {
    std::int64_t product = 1;
    for (const CrnnBlock &block : blocks)
        product = std::min<std::int64_t>(product * block.poolTime, 1'000'000'000);
    return static_cast<int>(product);
}

int crnnStepInputs(const CrnnLayout &layout) {
    int channels = 1;
    int bands = layout.bands;
    for (const CrnnBlock &block : layout.blocks) {
        channels = block.channels;
        bands /= block.poolBands;
    }
    return channels * bands;
}

std::vector<NamedShape> crnnParameterShapes(const CrnnLayout &layout) {
    std::vector<NamedShape> shapes;
    std::int64_t inputs = 1;
    for (std::size_t i = 0; i < layout.blocks.size(); ++i) {
        const CrnnBlock &block = layout.blocks[i];
        const std::string name = "conv." + std::to_string(i);
        shapes.push_back({name + ".weight", {block.channels, inputs, block.kernel, block.kernel}});
        shapes.push_back({name + ".bias", {block.channels}});
        inputs = block.channels;
    }
    const std::int64_t units = layout.gruUnits;
    for (const char *direction : {"", "_reverse"}) {
        const std::string ending = std::string("_l0") + direction;
        shapes.push_back({"gru.weight_ih" + ending, {3 * units, crnnStepInputs(layout)}});
        shapes.push_back({"gru.weight_hh" + ending, {3 * units, units}});
        shapes.push_back({"gru.bias_ih" + ending, {3 * units}});
        shapes.push_back({"gru.bias_hh" + ending, {3 * units}});
    }
    const auto events = static_cast<std::int64_t>(layout.events.size());
    shapes.push_back({"linear.weight", {events, 2 * units}});
    shapes.push_back({"linear.bias", {events}});
    return shapes;
}

Result<void> checkCrnnLayout(const CrnnLayout &layout) {
    if (!isWithin(layout.bands, kMostBands))
        return cannotBuild({"network.bad_bands", kMostBands, layout.bands});
    if (layout.blocks.empty() || layout.blocks.size() > kMostBlocks)
        return cannotBuild({"network.bad_convolutions", kMostBlocks});
    for (std::size_t i = 0; i < layout.blocks.size(); ++i) {
        TAGSCOPE_TRY(checkBlock(layout.blocks[i], i));
    }
    if (crnnStepInputs(layout) == 0)
        return cannotBuild({"network.all_bands_pooled", layout.bands});
    if (!isWithin(layout.gruUnits, kMostUnits))
        return cannotBuild({"network.bad_units", kMostUnits, layout.gruUnits});
    if (!(layout.dropout >= 0.0 && layout.dropout < 1.0))
        return cannotBuild("network.bad_dropout");
    TAGSCOPE_TRY(checkEvents(layout.events));
    if (valuesOfFrame(layout) > kMostValuesOfFrame)
        return cannotBuild("network.convolutions_too_large");
    std::int64_t parameters = 0;
    for (const NamedShape &parameter : crnnParameterShapes(layout))
        parameters += countOf(parameter.shape);
    if (parameters > kMostParameters)
        return cannotBuild({"network.too_many_parameters", parameters, kMostParameters});
    return {};
}

Result<void> checkCrnnDescription(const CrnnDescription &description) {
    TAGSCOPE_TRY(checkCrnnLayout(description.layout));
    if (!(description.frameHop > 0.0) || !std::isfinite(description.frameHop))
        return cannotBuild("network.bad_frame_hop");
    const auto bands = static_cast<std::size_t>(description.layout.bands);
    if (description.bandMean.size() != bands || description.bandDeviation.size() != bands)
        return cannotBuild({"network.band_statistics_missing", bands});
    if (!std::all_of(description.bandMean.begin(), description.bandMean.end(),
                     [](float mean) { return std::isfinite(mean); }))
        return cannotBuild("network.bad_band_mean");
    if (!std::all_of(description.bandDeviation.begin(), description.bandDeviation.end(),
                     [](float deviation) { return deviation > 0.0F && std::isfinite(deviation); }))
        return cannotBuild("network.bad_band_deviation");
    return {};
}

std::map<std::string, std::string> crnnMetadata(const CrnnDescription &description) {
    // Names that are not UTF-8 are written with replacement characters rather than not at all.
    const std::string layout = jsonOf(description.layout).dump(-1, ' ', false, Json::error_handler_t::replace);
    return {{kKind, "crnn"},
            {kVersion, "1"},
            {kLayout, layout},
            {kFrameHop, decimal(description.frameHop)},
            {kIsTrained, description.isTrained ? "true" : "false"},
            {kOrigin, description.origin}};
}

Result<CrnnDescription> crnnFromMetadata(const std::map<std::string, std::string> &metadata, const std::string &file) {
    if (valueOf(metadata, kKind) != "crnn")
        return fail(Error::Kind::Inconsistent, {"network.not_crnn_file", file});
    if (valueOf(metadata, kVersion) != "1")
        return fail(Error::Kind::Unsupported, {"network.crnn_file_version", file, valueOf(metadata, kVersion)});
    CrnnDescription description;
    try {
        description.layout = layoutOf(foreignJson(valueOf(metadata, kLayout)));
    } catch (const Json::exception &exception) {
        return fail(Error::Kind::Malformed, {"network.damaged_layout", file}, exception.what());
    }
    const std::string hop = valueOf(metadata, kFrameHop);
    const auto read = std::from_chars(hop.data(), hop.data() + hop.size(), description.frameHop);
    if (read.ec != std::errc() || read.ptr != hop.data() + hop.size())
        return fail(Error::Kind::Malformed, {"network.damaged_frame_hop", file});
    const std::string trained = valueOf(metadata, kIsTrained);
    if (trained != "true" && trained != "false")
        return fail(Error::Kind::Malformed, {"network.damaged_is_trained", file});
    description.isTrained = trained == "true";
    description.origin = valueOf(metadata, kOrigin);
    if (Result<void> layout = checkCrnnLayout(description.layout); !layout) {
        layout.error().message = {"base.within", file, layout.error()};
        return tl::unexpected(layout.error());
    }
    return description;
}

} // namespace tagscope

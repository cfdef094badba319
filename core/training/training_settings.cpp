// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/training_settings.h"

#include "core/base/foreign_json.h"
#include "core/base/try.h"

#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <utility>

namespace tagscope {

namespace {

using json = nlohmann::ordered_json;

template <class Value>
using Names = std::array<std::pair<Value, std::string_view>, 3>;

constexpr Names<GradientClipping> kClippings{
    {{GradientClipping::None, "none"}, {GradientClipping::Value, "value"}, {GradientClipping::Norm, "norm"}}};
constexpr std::array<std::pair<BatchOrder, std::string_view>, 2> kOrders{
    {{BatchOrder::Shuffled, "shuffled"}, {BatchOrder::Balanced, "balanced"}}};
constexpr std::array<std::pair<Truth, std::string_view>, 2> kTruths{
    {{Truth::Weak, "weak"}, {Truth::Audited, "audited"}}};
constexpr std::array<std::pair<TrainingPrecision, std::string_view>, 2> kPrecisions{
    {{TrainingPrecision::Float32, "float32"}, {TrainingPrecision::BFloat16, "bfloat16"}}};

constexpr std::array<std::pair<Optimiser, std::string_view>, 2> kOptimisers{
    {{Optimiser::Sgd, "sgd"}, {Optimiser::Adam, "adam"}}};
constexpr std::array<std::pair<RateSchedule, std::string_view>, 2> kSchedules{
    {{RateSchedule::Plateau, "plateau"}, {RateSchedule::Cosine, "cosine"}}};

template <class Table, class Value>
std::string nameOf(const Table &names, Value value) {
    for (const auto &[known, name] : names)
        if (known == value)
            return std::string(name);
    return {};
}

// Reads fields that are there into their places, and notes the first one that is of another type or name.
class Fields {
public:
    explicit Fields(const json &document) : document_(document) {}

    template <class Value>
    void read(const char *name, Value &value) {
        const auto found = document_.find(name);
        ++known_;
        if (found == document_.end()) {
            --known_;
            return;
        }
        try {
            value = found->get<Value>();
        } catch (const json::exception &) {
            complain(name);
        }
    }

    template <class Table, class Value>
    void readName(const char *name, const Table &names, Value &value) {
        std::string text = nameOf(names, value);
        read(name, text);
        for (const auto &[known, knownName] : names)
            if (knownName == text) {
                value = known;
                return;
            }
        complain(name);
    }

    [[nodiscard]] const std::string &problem() const { return problem_; }
    [[nodiscard]] bool hasUnknown() const { return known_ != document_.size(); }

private:
    void complain(const char *name) {
        if (problem_.empty())
            problem_ = name;
    }

    const json &document_;
    std::size_t known_ = 0;
    std::string problem_;
};

Result<void> refuse(const Message &sentence) {
    return fail(Error::Kind::Inconsistent, {"training.settings", sentence});
}

bool isWithin(double value, double least, double most) {
    return std::isfinite(value) && value >= least && value <= most;
}

// The layout's own bounds are those of CRNN files.
Result<void> checkConvolutions(const TrainingSettings &settings) {
    if (settings.channels.empty())
        return refuse("training.settings_convolutions");
    for (const int channels : settings.channels)
        if (channels < 1 || channels > 2048)
            return refuse("training.settings_channels");
    if (settings.kernel < 1 || settings.kernel > 63 || settings.kernel % 2 == 0)
        return refuse("training.settings_kernel");
    for (const std::vector<int> *pools : {&settings.poolTime, &settings.poolBands}) {
        if (!pools->empty() && pools->size() != settings.channels.size())
            return refuse("training.settings_pools");
        for (const int pool : *pools)
            if (pool < 1 || pool > 1000)
                return refuse("training.settings_pools");
    }
    return {};
}

Result<void> checkMeansForFewClips(const TrainingSettings &settings) {
    if (!isWithin(settings.weightDecay, 0.0, 1.0) ||
        (settings.weightDecay > 0.0 && settings.optimiser != Optimiser::Adam))
        return refuse("training.settings_weight_decay");
    if (!isWithin(settings.mixUp, 0.0, 1.0) || settings.masks < 0 || settings.masks > 10 ||
        !isWithin(settings.gain, 0.0, 40.0))
        return refuse("training.settings_augmentation");
    return {};
}

} // namespace

std::string trainingSettingsToJson(const TrainingSettings &settings) {
    return json{{"batchSize", settings.batchSize},
                {"learningRate", settings.learningRate},
                {"momentum", settings.momentum},
                {"isNesterov", settings.isNesterov},
                {"clipping", nameOf(kClippings, settings.clipping)},
                {"clipAt", settings.clipAt},
                {"decay", settings.decay},
                {"patience", settings.patience},
                {"epochs", settings.epochs},
                {"order", nameOf(kOrders, settings.order)},
                {"truth", nameOf(kTruths, settings.truth)},
                {"precision", nameOf(kPrecisions, settings.precision)},
                {"device", settings.device},
                {"seed", settings.seed},
                {"channels", settings.channels},
                {"gruUnits", settings.gruUnits},
                {"dropout", settings.dropout},
                {"kernel", settings.kernel},
                {"poolTime", settings.poolTime},
                {"poolBands", settings.poolBands},
                {"optimiser", nameOf(kOptimisers, settings.optimiser)},
                {"weightDecay", settings.weightDecay},
                {"schedule", nameOf(kSchedules, settings.schedule)},
                {"normalises", settings.normalises},
                {"mixUp", settings.mixUp},
                {"masks", settings.masks},
                {"rolls", settings.rolls},
                {"gain", settings.gain},
                {"checkpointBatches", settings.checkpointBatches},
                {"keepEpochs", settings.keepEpochs}}
        .dump(2);
}

Result<TrainingSettings> trainingSettingsFromJson(std::string_view text) {
    const json document = foreignJson<json>(text);
    if (!document.is_object())
        return fail(Error::Kind::Malformed, "training.settings_not_json");
    TrainingSettings settings;
    Fields fields(document);
    fields.read("batchSize", settings.batchSize);
    fields.read("learningRate", settings.learningRate);
    fields.read("momentum", settings.momentum);
    fields.read("isNesterov", settings.isNesterov);
    fields.readName("clipping", kClippings, settings.clipping);
    fields.read("clipAt", settings.clipAt);
    fields.read("decay", settings.decay);
    fields.read("patience", settings.patience);
    fields.read("epochs", settings.epochs);
    fields.readName("order", kOrders, settings.order);
    fields.readName("truth", kTruths, settings.truth);
    fields.readName("precision", kPrecisions, settings.precision);
    fields.read("device", settings.device);
    fields.read("seed", settings.seed);
    fields.read("channels", settings.channels);
    fields.read("gruUnits", settings.gruUnits);
    fields.read("dropout", settings.dropout);
    fields.read("kernel", settings.kernel);
    fields.read("poolTime", settings.poolTime);
    fields.read("poolBands", settings.poolBands);
    fields.readName("optimiser", kOptimisers, settings.optimiser);
    fields.read("weightDecay", settings.weightDecay);
    fields.readName("schedule", kSchedules, settings.schedule);
    fields.read("normalises", settings.normalises);
    fields.read("mixUp", settings.mixUp);
    fields.read("masks", settings.masks);
    fields.read("rolls", settings.rolls);
    fields.read("gain", settings.gain);
    fields.read("checkpointBatches", settings.checkpointBatches);
    fields.read("keepEpochs", settings.keepEpochs);
    if (!fields.problem().empty())
        return fail(Error::Kind::Malformed, {"training.settings_value", fields.problem()});
    if (fields.hasUnknown())
        return fail(Error::Kind::Malformed, "training.settings_unknown");
    TAGSCOPE_TRY(checkTrainingSettings(settings));
    return settings;
}

Result<void> checkTrainingSettings(const TrainingSettings &settings) {
    if (settings.batchSize < 1 || settings.batchSize > 4096)
        return refuse("training.settings_batch_size");
    if (!isWithin(settings.learningRate, 1e-12, 100.0))
        return refuse("training.settings_learning_rate");
    if (!isWithin(settings.momentum, 0.0, 0.9999))
        return refuse("training.settings_momentum");
    if (settings.clipping != GradientClipping::None && !isWithin(settings.clipAt, 1e-12, 1e12))
        return refuse("training.settings_clipping");
    if (!isWithin(settings.decay, 1e-6, 1.0))
        return refuse("training.settings_decay");
    if (settings.patience < 0 || settings.epochs < 1 || settings.checkpointBatches < 1)
        return refuse("training.settings_patience");
    if (settings.keepEpochs < 0)
        return refuse("training.settings_keep_epochs");
    if (settings.truth != Truth::Weak && settings.truth != Truth::Audited)
        return refuse("training.settings_truth");
    TAGSCOPE_TRY(checkConvolutions(settings));
    TAGSCOPE_TRY(checkMeansForFewClips(settings));
    if (settings.gruUnits < 1 || settings.gruUnits > 4096)
        return refuse("training.settings_gru_units");
    if (!isWithin(settings.dropout, 0.0, 0.95))
        return refuse("training.settings_dropout");
    return {};
}

} // namespace tagscope

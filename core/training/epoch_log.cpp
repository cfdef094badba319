// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/epoch_log.h"

#include "core/base/atomic_file.h"
#include "core/base/foreign_json.h"
#include "core/base/try.h"
#include "core/fusion/fusion_json.h"

#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>
#include <sstream>

namespace tagscope {

namespace {

using json = nlohmann::ordered_json;

// RFC 4180: names of events hold commas.
std::string quoted(const std::string &cell) {
    std::string text = "\"";
    for (const char c : cell) {
        if (c == '"')
            text += '"';
        text += c;
    }
    return text + "\"";
}

std::string csvOf(const std::vector<EpochReport> &epochs, const std::vector<std::string> &events) {
    std::ostringstream csv;
    csv.precision(std::numeric_limits<double>::max_digits10);
    csv << "epoch,training_loss,validation_loss,learning_rate,micro_f1,seconds,clips_per_second,device_bytes,best";
    for (const std::string &event : events)
        csv << ',' << quoted("f1 " + event);
    csv << '\n';
    for (const EpochReport &epoch : epochs) {
        csv << epoch.epoch << ',' << epoch.trainingLoss << ',' << epoch.validationLoss << ',' << epoch.learningRate
            << ',' << epoch.microF1 << ',' << epoch.seconds << ',' << epoch.clipsPerSecond << ',' << epoch.deviceBytes
            << ',' << (epoch.isBest ? 1 : 0);
        for (const double f1 : epoch.classF1)
            csv << ',' << f1;
        csv << '\n';
    }
    return csv.str();
}

} // namespace

std::string epochToJson(const EpochReport &epoch) {
    json thresholds = json::array();
    for (const double threshold : epoch.thresholds)
        thresholds.push_back(numberToJson(threshold));
    return json{{"epoch", epoch.epoch},
                {"trainingLoss", epoch.trainingLoss},
                {"validationLoss", epoch.validationLoss},
                {"learningRate", epoch.learningRate},
                {"microF1", epoch.microF1},
                {"classF1", epoch.classF1},
                {"thresholds", std::move(thresholds)},
                {"seconds", epoch.seconds},
                {"clipsPerSecond", epoch.clipsPerSecond},
                {"deviceBytes", epoch.deviceBytes},
                {"isBest", epoch.isBest}}
        .dump();
}

Result<EpochReport> epochFromJson(const std::string &line) {
    try {
        const json entry = foreignJson<json>(line);
        EpochReport epoch;
        entry.at("epoch").get_to(epoch.epoch);
        entry.at("trainingLoss").get_to(epoch.trainingLoss);
        entry.at("validationLoss").get_to(epoch.validationLoss);
        entry.at("learningRate").get_to(epoch.learningRate);
        entry.at("microF1").get_to(epoch.microF1);
        entry.at("classF1").get_to(epoch.classF1);
        for (const json &threshold : entry.at("thresholds"))
            epoch.thresholds.push_back(numberFromJson(threshold));
        entry.at("seconds").get_to(epoch.seconds);
        entry.at("clipsPerSecond").get_to(epoch.clipsPerSecond);
        entry.at("deviceBytes").get_to(epoch.deviceBytes);
        entry.at("isBest").get_to(epoch.isBest);
        return epoch;
    } catch (const json::exception &exception) {
        return fail(Error::Kind::Malformed, "training.epoch_unreadable", exception.what());
    }
}

Result<void> writeEpochLog(const TrainingPaths &paths, const std::vector<EpochReport> &epochs,
                           const std::vector<std::string> &events) {
    std::string lines;
    for (const EpochReport &epoch : epochs)
        lines += epochToJson(epoch) + "\n";
    TAGSCOPE_TRY(writeFileAtomically(paths.logLines(), lines));
    return writeFileAtomically(paths.logCsv(), csvOf(epochs, events));
}

Result<std::vector<EpochReport>> readEpochLog(const TrainingPaths &paths) {
    std::vector<EpochReport> epochs;
    std::ifstream file(paths.logLines());
    if (!file.is_open())
        return epochs;
    for (std::string line; std::getline(file, line);) {
        Result<EpochReport> epoch = epochFromJson(line);
        if (!epoch)
            return fail(Error::Kind::Malformed, {"training.not_an_epoch", paths.logLines(), epochs.size() + 1},
                        epoch.error().cause);
        epochs.push_back(std::move(*epoch));
    }
    return epochs;
}

} // namespace tagscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures.h"

#include <cstdio>
#include <utility>

namespace tagscope::cli {

using json = nlohmann::ordered_json;

json pointToJson(const std::vector<std::string> &events, const OperatingPoint &point,
                 const std::vector<Counts> &counts) {
    json list = json::array();
    for (std::size_t k = 0; k < events.size(); ++k) {
        json entry{{"name", events[k]},
                   {"weight", point.isCalibrated() ? json() : json(point.videoWeight[k])},
                   {"threshold", numberToJson(point.threshold[k])},
                   {"f1", counts[k].f1()}};
        if (point.isCalibrated()) {
            const EventCalibration &calibration = point.calibration[k];
            entry["calibration"] = {{"intercept", numberToJson(calibration.intercept)},
                                    {"mean", calibration.mean},
                                    {"deviation", calibration.deviation},
                                    {"coefficient", calibration.coefficient}};
        }
        list.push_back(std::move(entry));
    }
    return list;
}

void printPoint(const std::vector<std::string> &events, const OperatingPoint &point,
                const std::vector<Counts> &counts) {
    std::printf("%-36s %7s %10s %8s\n", "event", "weight", "threshold", "F1");
    for (std::size_t k = 0; k < events.size(); ++k) {
        std::printf("%-36s ", events[k].c_str());
        if (point.isCalibrated())
            std::printf("%7s", "-");
        else
            std::printf("%7.2f", point.videoWeight[k]);
        std::printf(" %10.5f %7.1f%%\n", point.threshold[k], 100 * counts[k].f1());
    }
}

json differenceToJson(const F1Difference &difference) {
    return {{"difference", difference.difference},
            {"interval", intervalToJson(difference.interval)},
            {"not_above", difference.notAbove},
            {"within_chance", difference.isWithinChance()}};
}

void printDocument(const json &document) {
    std::printf("%s\n", document.dump(-1, ' ', false, json::error_handler_t::replace).c_str());
}

} // namespace tagscope::cli

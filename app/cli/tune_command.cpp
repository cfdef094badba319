#include "command.h"

#include "core/formats/score_table.h"
#include "core/fusion/operating_point.h"
#include "core/fusion/paper_weights.h"
#include "core/fusion/threshold_tuner.h"

#include <cmath>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>
#include <spdlog/spdlog.h>

namespace tagscope::cli {
namespace {

using json = nlohmann::ordered_json;

struct TuneOptions {
    std::string scores;
    std::string videoScores;
    std::string truth;
    std::string method = "paper";
    std::string weights = "paper";
};

// The tables to tune on, rows and columns in the truth's order.
struct TuningData {
    TruthTable truth;
    Matrix audio;
    Matrix video; // empty without video scores
};

Result<Matrix> readAligned(const TruthTable &truth, const std::string &file) {
    const Result<ScoreTable> table = readScoreTable(file);
    if (!table)
        return tl::unexpected(table.error());
    return alignedTo(truth, *table, file).map([](ScoreTable aligned) { return std::move(aligned.scores); });
}

Result<TuningData> readTuningData(const TuneOptions &options) {
    TuningData data;
    Result<TruthTable> truth = readTruthTable(options.truth);
    if (!truth)
        return tl::unexpected(truth.error());
    data.truth = std::move(*truth);
    Result<Matrix> audio = readAligned(data.truth, options.scores);
    if (!audio)
        return tl::unexpected(audio.error());
    data.audio = std::move(*audio);
    if (!options.videoScores.empty()) {
        Result<Matrix> video = readAligned(data.truth, options.videoScores);
        if (!video)
            return tl::unexpected(video.error());
        data.video = std::move(*video);
    }
    return data;
}

Matrix fused(const TuningData &data, const std::vector<double> &videoWeight) {
    Matrix scores = data.audio;
    for (std::size_t clip = 0; clip < scores.rows; ++clip) {
        for (std::size_t k = 0; k < scores.columns; ++k)
            scores(clip, k) = static_cast<float>(*fuse(data.audio(clip, k), data.video(clip, k), videoWeight[k]));
    }
    return scores;
}

json thresholdToJson(double threshold) {
    return std::isinf(threshold) ? json(threshold > 0 ? "inf" : "-inf") : json(threshold);
}

json resultToJson(const TuneOptions &options, const TuningData &data, const std::vector<double> &weights,
                  const TunedThresholds &tuned) {
    json events = json::array();
    for (std::size_t k = 0; k < weights.size(); ++k)
        events.push_back({{"name", data.truth.events[k]},
                          {"weight", weights[k]},
                          {"threshold", thresholdToJson(tuned.threshold[k])},
                          {"f1", tuned.counts[k].f1()}});
    return {{"method", options.method},
            {"micro_f1", tuned.microF1},
            {"stage1_micro_f1", tuned.stage1MicroF1},
            {"events", std::move(events)}};
}

void printResult(const TuningData &data, const std::vector<double> &weights, const TunedThresholds &tuned) {
    std::printf("micro F1 %.2f %% over %zu clips, on the data it was tuned on (class by class: %.2f %%)\n\n",
                100 * tuned.microF1, data.truth.clips.size(), 100 * tuned.stage1MicroF1);
    std::printf("%-36s %7s %10s %8s\n", "event", "weight", "threshold", "F1");
    for (std::size_t k = 0; k < weights.size(); ++k)
        std::printf("%-36s %7.2f %10.5f %7.1f%%\n", data.truth.events[k].c_str(), weights[k], tuned.threshold[k],
                    100 * tuned.counts[k].f1());
}

int tune(const TuneOptions &options, const CommonOptions &common, const std::stop_token &stop) {
    const Result<TuningData> data = readTuningData(options);
    if (!data)
        return failed(data.error());
    std::vector<double> weights(data->truth.events.size(), 0.0);
    if (!data->video.empty())
        weights = paperVideoWeights(data->audio, data->video, data->truth.truth);
    const Matrix scores = data->video.empty() ? data->audio : fused(*data, weights);
    const Result<TunedThresholds> tuned = tuneThresholdsAsPaper(scores, data->truth.truth, common.seed, stop);
    if (!tuned)
        return failed(tuned.error());
    if (common.json)
        std::printf("%s\n", resultToJson(options, *data, weights, *tuned).dump().c_str());
    else
        printResult(*data, weights, *tuned);
    return kDone;
}

} // namespace

void addTuneCommand(CLI::App &program, ChosenCommand &chosen) {
    const auto options = std::make_shared<TuneOptions>();
    CLI::App *command = program.add_subcommand("tune", "Weights and thresholds for the best micro F1, from tables");
    command->add_option("--scores", options->scores, "Audio probabilities: CSV with header clip,<event>,…")->required();
    command->add_option("--video-scores", options->videoScores, "Video probabilities, a table of the same shape");
    command->add_option("--truth", options->truth, "Labels: a table of the same shape with 0 and 1")->required();
    command->add_option("--method", options->method, "paper: class by class, then at random to a fixed point")
        ->check(CLI::IsMember({"paper"}))
        ->capture_default_str();
    command
        ->add_option("--weights", options->weights,
                     "paper: 0.8 for the video of events where its class F1 beats the audio's, else 0.2")
        ->check(CLI::IsMember({"paper"}))
        ->capture_default_str();
    command->callback([options, &chosen] {
        chosen = [options](const CommonOptions &common, const std::stop_token &stop) {
            return tune(*options, common, stop);
        };
    });
}

} // namespace tagscope::cli

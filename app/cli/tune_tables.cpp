#include "figures.h"
#include "tune_options.h"

#include "core/formats/score_table.h"
#include "core/fusion/exact_thresholds.h"
#include "core/fusion/joint_tuner.h"
#include "core/fusion/paper_weights.h"
#include "core/fusion/threshold_tuner.h"

#include <cstdio>
#include <utility>

namespace tagscope::cli {
namespace {

using json = nlohmann::ordered_json;

// The tables to tune on, rows and columns in the truth's order.
struct Tables {
    TruthTable truth;
    Matrix audio;
    Matrix video; // empty without video scores
};

struct Tuned {
    OperatingPoint point;
    double microF1 = 0.0;
    std::optional<double> stage1MicroF1;
    std::vector<Counts> counts;
};

Result<Matrix> readAligned(const TruthTable &truth, const std::string &file) {
    const Result<ScoreTable> table = readScoreTable(file);
    if (!table)
        return tl::unexpected(table.error());
    return alignedTo(truth, *table, file).map([](ScoreTable aligned) { return std::move(aligned.scores); });
}

Result<Tables> readTables(const TuneOptions &options) {
    Tables tables;
    Result<TruthTable> truth = readTruthTable(options.truth);
    if (!truth)
        return tl::unexpected(truth.error());
    tables.truth = std::move(*truth);
    Result<Matrix> audio = readAligned(tables.truth, options.scores);
    if (!audio)
        return tl::unexpected(audio.error());
    tables.audio = std::move(*audio);
    if (!options.videoScores.empty()) {
        Result<Matrix> video = readAligned(tables.truth, options.videoScores);
        if (!video)
            return tl::unexpected(video.error());
        tables.video = std::move(*video);
    }
    return tables;
}

Matrix fused(const Tables &tables, const std::vector<double> &videoWeight) {
    Matrix scores = tables.audio;
    for (std::size_t clip = 0; clip < scores.rows; ++clip) {
        for (std::size_t k = 0; k < scores.columns; ++k)
            scores(clip, k) = static_cast<float>(*fuse(tables.audio(clip, k), tables.video(clip, k), videoWeight[k]));
    }
    return scores;
}

Result<Tuned> tuneWeightsAndThresholds(const Tables &tables, const TuneOptions &options, const CommonOptions &common,
                                       const std::stop_token &stop) {
    if (options.isJoint()) {
        Result<TunedOperatingPoint> joint = tuneJointly(tables.audio, tables.video, tables.truth.truth,
                                                        static_cast<unsigned>(common.threadCount()), {}, stop);
        if (!joint)
            return tl::unexpected(joint.error());
        return Tuned{std::move(joint->point), joint->microF1, std::nullopt, std::move(joint->counts)};
    }
    std::vector<double> weights(tables.truth.events.size(), 0.0);
    if (!tables.video.empty())
        weights = paperVideoWeights(tables.audio, tables.video, tables.truth.truth);
    const Matrix scores = tables.video.empty() ? tables.audio : fused(tables, weights);
    Result<TunedThresholds> tuned = options.method == "exact"
                                        ? tuneThresholdsExactly(scores, tables.truth.truth, stop)
                                        : tuneThresholdsAsPaper(scores, tables.truth.truth, common.seed, stop);
    if (!tuned)
        return tl::unexpected(tuned.error());
    return Tuned{{std::move(weights), std::move(tuned->threshold)},
                 tuned->microF1,
                 tuned->stage1MicroF1,
                 std::move(tuned->counts)};
}

} // namespace

int tuneTables(const TuneOptions &options, const CommonOptions &common, const std::stop_token &stop) {
    const Result<Tables> tables = readTables(options);
    if (!tables)
        return failed(tables.error());
    const Result<Tuned> tuned = tuneWeightsAndThresholds(*tables, options, common, stop);
    if (!tuned)
        return failed(tuned.error());
    const std::vector<std::string> &events = tables->truth.events;
    if (common.json) {
        json document{{"method", options.method}, {"weights", options.weights}, {"micro_f1", tuned->microF1}};
        if (tuned->stage1MicroF1)
            document["stage1_micro_f1"] = *tuned->stage1MicroF1;
        document["events"] = pointToJson(events, tuned->point, tuned->counts);
        printDocument(document);
        return kDone;
    }
    std::printf("micro F1 %.2f %% over %zu clips, on the data it was tuned on", 100 * tuned->microF1,
                tables->truth.clips.size());
    if (tuned->stage1MicroF1)
        std::printf(" (class by class: %.2f %%)", 100 * *tuned->stage1MicroF1);
    std::printf("\n\n");
    printPoint(events, tuned->point, tuned->counts);
    return kDone;
}

} // namespace tagscope::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "figures.h"
#include "progress_line.h"

#include "core/base/try.h"
#include "core/words/attribute_vectors.h"
#ifdef TAGSCOPE_WITH_MEDIA
#include "core/demo/pictures.h"
#include "core/training/object_trainer.h"
#endif

#include <algorithm>
#include <cstdio>
#include <memory>

namespace tagscope::cli {
namespace {

struct VectorOptions {
    std::string table;
    std::string file;
};

Result<int> makeVectors(const VectorOptions &options, const CommonOptions &common) {
    AttributeVectorOptions how;
    how.seed = common.seed;
    TAGSCOPE_TRY(makeWordVectors(options.table, options.file, how));
    return kDone;
}

#ifdef TAGSCOPE_WITH_MEDIA

struct ObjectOptions {
    std::string file;
    int small = 40000;
    int large = 4000;
    double width = 0.125;
};

// Drawn objects that no event is seen by: what an empty street may as well show.
std::vector<int> neutralClasses() {
    std::vector<int> neutral = demo::drawnObjectClasses();
    for (int event = 0; event < demo::kEvents; ++event)
        for (const int objectClass : demo::objectsOf(static_cast<demo::Event>(event)))
            std::erase(neutral, objectClass);
    return neutral;
}

// One in ten is a backdrop alone.
ObjectExample drawExample(std::uint64_t seed, std::uint64_t number, int side) {
    constexpr std::uint64_t kPlacesOfEmpty = 10;
    const std::vector<int> &classes = demo::drawnObjectClasses();
    // A multiplier without a factor in common with the number of classes, so that neighbours differ.
    const std::uint64_t own = seed * 1'000'003 + number;
    if (number % kPlacesOfEmpty == 0)
        return {demo::emptyExample(side, own), neutralClasses()};
    const int objectClass = classes[(number * 7919) % classes.size()];
    return {demo::exampleOf(objectClass, side, own), {objectClass}};
}

Result<int> trainOnDrawings(const ObjectOptions &options, const CommonOptions &common, const std::stop_token &stop) {
    ObjectTrainingSettings settings;
    settings.width = options.width;
    settings.seed = common.seed;
    settings.picturesOfSide = {{139, options.small}, {299, options.large}};
    const auto draw = [seed = common.seed](std::uint64_t number, int side) { return drawExample(seed, number, side); };
    const std::string origin = "trained by Tagscope on " + std::to_string(options.small + options.large) +
                               " drawn pictures, seed " + std::to_string(common.seed);
    const ObjectTrainingOutcome outcome = TAGSCOPE_TRY([&] {
        ProgressLine line("pictures", static_cast<std::size_t>(options.small + options.large), common.quiet);
        const auto report = [&line](const ObjectTrainingReport &batch) {
            char stage[64];
            std::snprintf(stage, sizeof stage, "loss %.3f, right %.0f %%", batch.loss, 100.0 * batch.accuracy);
            line.show(batch.pictures, stage);
        };
        return trainObjects(settings, draw, options.file, {{"tagscope.origin", origin}}, report, stop);
    }());
    if (common.json)
        printDocument(
            {{"file", options.file}, {"held_out_accuracy", outcome.heldOutAccuracy}, {"held_out", outcome.heldOut}});
    else
        std::printf("%s: right in %.1f %% of %d pictures that it was not trained on\n", options.file.c_str(),
                    100.0 * outcome.heldOutAccuracy, outcome.heldOut);
    return kDone;
}

void addObjectTraining(CLI::App &models, ChosenCommand &chosen) {
    const auto options = std::make_shared<ObjectOptions>();
    CLI::App *command = models.add_subcommand(
        "train-objects", "Train an Inception-v4 of reduced width on the demo's drawn pictures; seeded by --seed");
    command->add_option("FILE", options->file, "The .safetensors file to write")->required();
    command->add_option("--pictures", options->small, "How many pictures of 139 x 139 to learn from")
        ->check(CLI::Range(0, 100'000'000))
        ->capture_default_str();
    command->add_option("--large-pictures", options->large, "How many of 299 x 299 to learn from after that")
        ->check(CLI::Range(2, 100'000'000))
        ->capture_default_str();
    command->add_option("--width", options->width, "Channels, as a factor of the published network's")
        ->check(CLI::Range(0.01, 1.0))
        ->capture_default_str();
    command->callback([options, &chosen] {
        chosen = [options](const CommonOptions &common, const std::stop_token &stop) {
            return trainOnDrawings(*options, common, stop);
        };
    });
}

#endif

} // namespace

void addModelMakingCommands(CLI::App &models, ChosenCommand &chosen) {
    const auto options = std::make_shared<VectorOptions>();
    CLI::App *command = models.add_subcommand(
        "make-vectors", "Turn a table of words and their attributes into word vectors; seeded by --seed");
    command
        ->add_option("TABLE", options->table,
                     "Tab-separated, with a header: word, attributes (such as rail=3 wheels=1)")
        ->required();
    command->add_option("FILE", options->file, "The GloVe text to write")->required();
    command->callback([options, &chosen] {
        chosen = [options](const CommonOptions &common, const std::stop_token &) {
            return makeVectors(*options, common);
        };
    });
#ifdef TAGSCOPE_WITH_MEDIA
    addObjectTraining(models, chosen);
#endif
}

} // namespace tagscope::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "demo_run.h"
#include "network_commands.h"

#include <CLI/CLI.hpp>
#include <array>
#include <charconv>
#include <memory>
#include <optional>

namespace tagscope::cli {
namespace {

constexpr demo::DemoSize kSmall{60, 20, 20};

// "small", "full", or "TRAINING,VALIDATION,TEST".
std::optional<demo::DemoSize> sizeFrom(const std::string &text) {
    if (text == "full")
        return demo::DemoSize{};
    if (text == "small")
        return kSmall;
    constexpr int kMost = 100'000;
    std::array<int, 3> counts{};
    const char *at = text.data();
    const char *end = at + text.size();
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (i > 0 && (at == end || *at++ != ','))
            return std::nullopt;
        const auto [rest, error] = std::from_chars(at, end, counts.at(i));
        if (error != std::errc() || counts.at(i) < 0 || counts.at(i) > kMost)
            return std::nullopt;
        at = rest;
    }
    if (at != end || counts[0] + counts[1] + counts[2] == 0)
        return std::nullopt;
    return demo::DemoSize{counts[0], counts[1], counts[2]};
}

} // namespace

void addDemoCommand(CLI::App &program, ChosenCommand &chosen) {
    const auto options = std::make_shared<DemoOptions>();
    CLI::App *command = kDemoCommand.addTo(program);
    command->add_option("DIR", options->directory, "Directory for it; a demo already there is continued")->required();
    const auto clips = std::make_shared<std::string>("full");
    const auto isSize = [](const std::string &text) {
        return sizeFrom(text) ? std::string() : text + " is not a demo size";
    };
    command
        ->add_option("--clips", *clips,
                     "full (300 training, 100 validation, 100 test), small (60, 20, 20), or three numbers")
        ->type_name("SIZE")
        ->check(CLI::Validator(isSize, ""))
        ->capture_default_str();
    command->add_option("--models", options->models,
                        "Directory of registered models, which take precedence over the demo's own");
    command->add_flag("!--no-analysis", options->isAnalysed, "Only the project and its media");
    command->callback([options, clips, &chosen] {
        options->size = *sizeFrom(*clips);
        chosen = [options](const CommonOptions &common, const std::stop_token &stop) {
            return runDemo(*options, common, stop);
        };
    });
}

} // namespace tagscope::cli

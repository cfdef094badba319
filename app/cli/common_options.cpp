// SPDX-License-Identifier: GPL-3.0-or-later
#include "common_options.h"

#include <algorithm>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>
#include <string_view>
#include <thread>

namespace tagscope::cli {
namespace {

bool isDeviceName(std::string_view name) {
    if (name == "auto" || name == "cpu" || name == "cuda")
        return true;
    constexpr std::string_view kNumbered = "cuda:";
    return name.starts_with(kNumbered) && name.size() > kNumbered.size() && name.size() <= kNumbered.size() + 3 &&
           name.find_first_not_of("0123456789", kNumbered.size()) == std::string_view::npos;
}

} // namespace

int CommonOptions::threadCount() const {
    return threads > 0 ? threads : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
}

void addCommonOptions(CLI::App &program, CommonOptions &options) {
    program.add_flag("--json", options.json, "Print one JSON document on standard output and nothing else");
    program.add_flag("--quiet", options.quiet, "No progress on standard error");
    program.add_option("--log-level", options.logLevel, "How much is logged on standard error")
        ->check(CLI::IsMember({"debug", "info", "warning", "error", "off"}))
        ->capture_default_str();
    program
        .add_option_function<std::string>(
            "--device",
            [&options](const std::string &device) {
                if (!isDeviceName(device))
                    throw CLI::ValidationError("--device", device + " is not one of auto, cpu, cuda, cuda:N");
                options.device = device;
            },
            "Where networks run: auto, cpu, and for train and predict also cuda or cuda:N")
        ->type_name("DEVICE")
        ->default_str("auto");
    program.add_option("--threads", options.threads, "Processor threads; 0: all")
        ->check(CLI::Range(0, 1024))
        ->capture_default_str();
#ifdef TAGSCOPE_WITH_MEDIA
    program
        .add_option_function<std::string>(
            "--decode", [&options](const std::string &place) { options.decodesInProcess = place == "in-process"; },
            "Where recordings are decoded: child, a process that damaged files may crash; or in-process, for debugging")
        ->check(CLI::IsMember({"child", "in-process"}))
        ->default_str("child");
#endif
    program.add_option("--seed", options.seed, "Seed for everything random")->capture_default_str();
}

void startLogging(const CommonOptions &options) {
    const auto logger = spdlog::stderr_color_mt("tagscope");
    logger->set_pattern("%^%l%$: %v");
    logger->set_level(spdlog::level::from_str(options.logLevel));
    spdlog::set_default_logger(logger);
}

} // namespace tagscope::cli

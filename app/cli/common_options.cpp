#include "common_options.h"

#include <algorithm>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>
#include <thread>

namespace tagscope::cli {

int CommonOptions::threadCount() const {
    return threads > 0 ? threads : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
}

void addCommonOptions(CLI::App &program, CommonOptions &options) {
    program.add_flag("--json", options.json, "Print one JSON document on standard output and nothing else");
    program.add_flag("--quiet", options.quiet, "No progress on standard error");
    program.add_option("--log-level", options.logLevel, "How much is said on standard error")
        ->check(CLI::IsMember({"debug", "info", "warning", "error", "off"}))
        ->capture_default_str();
    program
        .add_option_function<std::string>(
            "--device",
            [&options](const std::string &device) {
                if (device.starts_with("cuda"))
                    throw CLI::ValidationError("--device", "analysis runs on the CPU in this version");
                if (device != "auto" && device != "cpu")
                    throw CLI::ValidationError("--device", device + " is none of auto, cpu");
                options.device = device;
            },
            "Where networks run: auto or cpu")
        ->type_name("DEVICE")
        ->default_str("auto");
    program.add_option("--threads", options.threads, "Processor threads; 0: all")
        ->check(CLI::Range(0, 1024))
        ->capture_default_str();
    program.add_option("--seed", options.seed, "Of everything random")->capture_default_str();
}

void startLogging(const CommonOptions &options) {
    const auto logger = spdlog::stderr_color_mt("tagscope");
    logger->set_pattern("%^%l%$: %v");
    logger->set_level(spdlog::level::from_str(options.logLevel));
    spdlog::set_default_logger(logger);
}

} // namespace tagscope::cli

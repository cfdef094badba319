// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <memory>
#include <mutex>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/spdlog.h>
#include <system_error>

namespace tagscope {
namespace {

// Apart from spdlog's default logger, with which the command line speaks to a person.
struct OpenLog {
    std::mutex mutex;
    std::shared_ptr<spdlog::logger> logger; // null: none is open
    LogOptions options;

    std::shared_ptr<spdlog::logger> get() {
        const std::lock_guard lock(mutex);
        return logger;
    }
};

OpenLog &openLogState() {
    static OpenLog state;
    return state;
}

std::filesystem::path fileOfLog(const LogOptions &options, std::size_t number) {
    return options.directory / (options.program + (number == 0 ? "" : "." + std::to_string(number)) + ".log");
}

std::string lastBytesOf(const std::filesystem::path &file, std::size_t bytes) {
    std::ifstream stream(file, std::ios::binary | std::ios::ate);
    const std::streamoff size = stream ? static_cast<std::streamoff>(stream.tellg()) : 0;
    const std::streamoff wanted = std::min(size, static_cast<std::streamoff>(bytes));
    if (wanted <= 0)
        return {};
    std::string text(static_cast<std::size_t>(wanted), '\0');
    stream.seekg(size - wanted);
    stream.read(text.data(), wanted);
    text.resize(static_cast<std::size_t>(stream.gcount()));
    return text;
}

double secondsNow() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

} // namespace

Result<void> openLog(const LogOptions &options) {
    OpenLog &state = openLogState();
    const std::filesystem::path file = fileOfLog(options, 0);
    const std::lock_guard lock(state.mutex);
    state.logger.reset();
    state.options = options;
    try {
        std::error_code error; // the sink says what is wrong
        std::filesystem::create_directories(options.directory, error);
        auto sink =
            std::make_shared<spdlog::sinks::rotating_file_sink_mt>(file.string(), options.fileBytes, options.files - 1);
        auto logger = std::make_shared<spdlog::logger>("tagscope", std::move(sink));
        logger->set_pattern("%Y-%m-%d %H:%M:%S.%e %P %L %v");
        logger->flush_on(spdlog::level::info);                 // a crash must not take the last lines with it
        logger->set_error_handler([](const std::string &) {}); // a full disk is no reason to disturb
        std::string libraries;
        for (const LibraryVersion &library : options.libraries)
            libraries += (libraries.empty() ? "" : ", ") + library.name + " " + library.version;
        logger->info("{} {} begins, with {}", options.program, options.version, libraries);
        state.logger = std::move(logger);
    } catch (const spdlog::spdlog_ex &exception) {
        return fail(Error::Kind::Unreadable, {"base.cannot_write", file}, exception.what());
    }
    return {};
}

void closeLog() {
    OpenLog &state = openLogState();
    const std::lock_guard lock(state.mutex);
    if (state.logger)
        state.logger->info("{} ends", state.options.program);
    state.logger.reset();
}

void logInfo(std::string_view text) {
    if (const auto logger = openLogState().get())
        logger->info("{}", text);
}

void logWarning(std::string_view text) {
    if (const auto logger = openLogState().get())
        logger->warn("{}", text);
}

void logError(const Error &error, std::string_view doing) {
    const auto logger = openLogState().get();
    if (!logger || error.isCancelled())
        return;
    logger->error("{}: {}{}{}", doing, error.what(), error.cause.empty() ? "" : " Cause: ", error.cause);
}

std::filesystem::path logFile() {
    OpenLog &state = openLogState();
    const std::lock_guard lock(state.mutex);
    return state.logger ? fileOfLog(state.options, 0) : std::filesystem::path();
}

std::string logTail(std::size_t bytes) {
    OpenLog &state = openLogState();
    const std::lock_guard lock(state.mutex);
    if (!state.logger)
        return {};
    state.logger->flush();
    std::string tail;
    for (std::size_t number = 0; number < state.options.files && tail.size() < bytes; ++number)
        tail.insert(0, lastBytesOf(fileOfLog(state.options, number), bytes - tail.size()));
    // A line that is cut says nothing.
    return tail.size() < bytes ? tail : tail.substr(std::min(tail.size(), tail.find('\n') + 1));
}

LoggedWork::LoggedWork(std::string what) : what_(std::move(what)), begin_(secondsNow()) {
    logInfo(what_ + " begins");
}

LoggedWork::~LoggedWork() {
    if (const auto logger = openLogState().get())
        logger->info("{} ends after {:.2f} s", what_, secondsNow() - begin_);
}

} // namespace tagscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/kept_epochs.h"

#include "core/base/try.h"

#include <algorithm>
#include <charconv>
#include <system_error>
#include <utility>

namespace tagscope {

namespace {

namespace fs = std::filesystem;

constexpr char kBeforeEpoch = '@';

std::optional<int> wholeNumber(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isWhole = error == std::errc() && end == text.data() + text.size() && !text.empty();
    return isWhole && number > 0 ? std::optional(number) : std::nullopt;
}

} // namespace

std::string nameOf(const RunNetwork &network) {
    return network.epoch ? network.run + kBeforeEpoch + std::to_string(*network.epoch + 1) : network.run;
}

Result<RunNetwork> runNetworkNamed(const Project &project, std::string_view name) {
    const std::size_t at = name.rfind(kBeforeEpoch);
    const std::optional<int> epoch = at == std::string_view::npos ? std::nullopt : wholeNumber(name.substr(at + 1));
    if (!epoch)
        return RunNetwork{std::string(name), std::nullopt};
    const std::vector<TrainingRun> runs = TAGSCOPE_TRY(project.runs());
    if (std::ranges::find(runs, name, &TrainingRun::name) != runs.end())
        return RunNetwork{std::string(name), std::nullopt};
    return RunNetwork{std::string(name.substr(0, at)), *epoch - 1};
}

Result<fs::path> fileOf(const Project &project, const RunNetwork &network) {
    fs::path directory = TAGSCOPE_TRY(project.runDirectory(network.run));
    const TrainingPaths paths{std::move(directory)};
    const fs::path file = network.epoch ? paths.ofEpoch(*network.epoch) : paths.best();
    std::error_code error;
    if (fs::exists(file, error))
        return file;
    if (!network.epoch)
        return fail(Error::Kind::Unreadable, {"training.no_network_yet", network.run, file});
    return fail(Error::Kind::Unreadable, {"training.epoch_not_kept", *network.epoch + 1, network.run});
}

std::vector<int> keptEpochs(const TrainingPaths &paths) {
    std::vector<int> epochs;
    std::error_code error;
    for (fs::directory_iterator entry(paths.epochs(), error), end; !error && entry != end; entry.increment(error)) {
        const std::string name = entry->path().stem().string();
        const std::optional<int> epoch = wholeNumber(name);
        if (epoch && entry->path() == paths.ofEpoch(*epoch - 1))
            epochs.push_back(*epoch - 1);
    }
    std::ranges::sort(epochs);
    return epochs;
}

bool isEpochKept(const TrainingSettings &settings, int epoch) {
    return settings.keepEpochs > 0 && (epoch + 1) % settings.keepEpochs == 0;
}

std::uint64_t keptBytes(const TrainingSettings &settings, std::int64_t parameters) {
    constexpr std::uint64_t kBytesOfHalf = 2;
    if (settings.keepEpochs <= 0)
        return 0;
    return static_cast<std::uint64_t>(settings.epochs / settings.keepEpochs) * kBytesOfHalf *
           static_cast<std::uint64_t>(parameters);
}

} // namespace tagscope

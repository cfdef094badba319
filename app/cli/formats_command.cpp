// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "figures.h"

#include "core/formats/region_format.h"

#include <cstdio>
#include <string>

namespace tagscope::cli {
namespace {

using json = nlohmann::ordered_json;

std::string suffixesOf(const RegionFormat &format) {
    std::string text;
    for (const std::string_view suffix : format.suffixes)
        text += (text.empty() ? "" : " ") + std::string(suffix);
    return text;
}

json formatToJson(const RegionFormat &format) {
    const RegionFormat::Holds &holds = format.holds;
    return {{"format", format.id},
            {"title", format.title},
            {"suffixes", format.suffixes},
            {"reads", format.read != nullptr},
            {"writes", format.write != nullptr},
            {"one_file_a_clip", format.layout == RegionFormat::Layout::FileForEachClip},
            {"frequencies", holds.frequencies},
            {"confidence", holds.confidence},
            {"channel", holds.channel},
            {"note", holds.note},
            {"annotator", holds.annotator},
            {"times_of", holds.isRecordingTime ? "recording" : "clip"},
            {"rounds_to_seconds", holds.step}};
}

Result<int> listFormats(const CommonOptions &common) {
    if (common.json) {
        json all = json::array();
        for (const RegionFormat &format : regionFormats())
            all.push_back(formatToJson(format));
        printDocument({{"formats", std::move(all)}});
        return kDone;
    }
    std::printf("%-17s %-36s %-5s %-5s %-5s %-5s %-5s %-9s %-9s %s\n", "format", "files", "freq.", "conf.", "chan.",
                "note", "annot", "times of", "rounds to", "a file");
    for (const RegionFormat &format : regionFormats()) {
        const RegionFormat::Holds &holds = format.holds;
        const auto mark = [](bool isHeld) { return isHeld ? "yes" : "-"; };
        std::printf("%-17s %-36s %-5s %-5s %-5s %-5s %-5s %-9s %-9s %s\n", std::string(format.id).c_str(),
                    suffixesOf(format).c_str(), mark(holds.frequencies), mark(holds.confidence), mark(holds.channel),
                    mark(holds.note), mark(holds.annotator), holds.isRecordingTime ? "recording" : "clip",
                    holds.step == 0.0    ? "-"
                    : holds.step < 0.001 ? "1 us"
                                         : "1 ms",
                    format.layout == RegionFormat::Layout::FileForEachClip ? "per clip" : "for all");
    }
    return kDone;
}

} // namespace

void addFormatsCommand(CLI::App &program, ChosenCommand &chosen) {
    CLI::App *command =
        program.add_subcommand("formats", "The formats of marked regions, and what each of them keeps of a region");
    command->callback([&chosen] {
        chosen = [](const CommonOptions &common, const std::stop_token &) { return listFormats(common); };
    });
}

} // namespace tagscope::cli

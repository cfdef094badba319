// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/try.h"
#include "core/base/unicode_text.h"
#include "core/exchange/import_scores.h"
#include "core/exchange/region_importer.h"
#include "core/exchange/score_target.h"

#include <algorithm>
#include <fstream>
#include <unordered_map>
#include <utility>

namespace tagscope {
namespace {

// Raven's tables are known by their columns too, however the file is called; any other table is a list.
const RegionFormat *formatOfDetections(const std::filesystem::path &file) {
    if (const RegionFormat *named = regionFormatOf(file); named != nullptr && named->read != nullptr)
        return named;
    std::ifstream stream(file, std::ios::binary);
    std::string first(4096, '\0');
    stream.read(first.data(), static_cast<std::streamsize>(first.size()));
    first.resize(static_cast<std::size_t>(stream.gcount()));
    first.resize(std::min(first.find_first_of("\r\n"), first.size()));
    const bool isRavens =
        first.find('\t') != std::string::npos && normalForm(first).find("begin time (s)") != std::string::npos;
    return regionFormatNamed(isRavens ? "raven" : "csv");
}

// The events that were detected, and the other labels; nothing at all is taken for all events, none of which is there.
std::vector<std::string> classesDetected(const RegionImporter &importer, const std::vector<std::string> &events) {
    std::vector<bool> isThere(events.size());
    for (const MarkedRegion &region : importer.regions())
        isThere[static_cast<std::size_t>(region.event)] = true;
    std::vector<std::string> classes;
    for (std::size_t k = 0; k < events.size(); ++k)
        if (isThere[k])
            classes.push_back(events[k]);
    classes.insert(classes.end(), importer.otherLabels().begin(), importer.otherLabels().end());
    return classes.empty() ? events : classes;
}

// The highest confidence of each event in each clip that was asked about.
Result<void> takeHighest(const RegionImporter &importer, ScoreScale scale, ScoreTarget &target) {
    const std::size_t events = target.events().size();
    TAGSCOPE_TRY(target.eventsOf(classesDetected(importer, target.events()), events));
    std::unordered_map<ClipId, std::vector<double>> highest;
    for (const MarkedRegion &region : importer.regions()) {
        std::vector<double> &row = highest.try_emplace(region.clip, events, 0.0).first->second;
        double &score = row[static_cast<std::size_t>(region.event)];
        score = std::max(score, foreignScore(region.confidence.value_or(0.0), scale).probability);
    }
    std::vector<std::optional<int>> places;
    for (std::size_t k = 0; k < events; ++k)
        places.emplace_back(static_cast<int>(k));
    const std::vector<double> none(events, 0.0);
    for (std::size_t clip = 0; clip < target.clips().size(); ++clip) {
        const ClipId id = target.clips()[clip].id;
        const auto found = highest.find(id);
        if (found != highest.end())
            target.take(clip, found->second, places);
        else if (importer.clipsAsked().contains(id))
            target.take(clip, none, places);
    }
    return {};
}

} // namespace

Result<ScoreImportReport> importDetections(Project &project, const ScoreImport &request, const Progress &progress,
                                           const std::stop_token &stop) {
    ScoreTarget target = TAGSCOPE_TRY(ScoreTarget::of(project, request));
    RegionImport import;
    import.encoding = request.encoding;
    import.labels = request.classes;
    import.labelColumn = request.labelColumn;
    import.annotator = request.name;
    RegionImporter importer(project, import, target.clips(), RegionImporter::Confidence::Needed);
    for (std::size_t i = 0; i < request.files.size(); ++i) {
        if (stop.stop_requested())
            return cancelled();
        if (progress)
            progress(static_cast<double>(i) / static_cast<double>(request.files.size()), "reading");
        importer.take(*formatOfDetections(request.files[i]), request.files[i]);
    }
    ScoreImportReport report;
    if (!importer.clipsAsked().empty())
        TAGSCOPE_TRY(takeHighest(importer, request.scale, target));
    report.files = importer.report().files;
    if (request.files.size() == 1 && report.files.front().refused)
        return tl::unexpected(*report.files.front().refused);
    target.complete(report);
    if (report.clips > 0 && !request.isDryRun)
        TAGSCOPE_TRY(target.store(project, request, report));
    return report;
}

} // namespace tagscope

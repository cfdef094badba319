// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/try.h"
#include "core/exchange/import_audit.h"
#include "core/exchange/region_importer.h"

#include <utility>

namespace tagscope {

Result<AuditImportReport> importRegions(Project &project, const RegionImport &import, std::stop_token stop) {
    if (import.annotator.empty())
        return fail(Error::Kind::Inconsistent, "exchange.no_annotator");
    const RegionFormat *format = regionFormatNamed(import.format);
    if (format == nullptr || format->read == nullptr)
        return fail(Error::Kind::Inconsistent, {"exchange.no_regions_in_format", import.format});
    std::vector<Clip> clips = TAGSCOPE_TRY(project.clips());
    RegionImporter importer(project, import, std::move(clips));
    TAGSCOPE_TRY(importer.open(project));
    const std::vector<MarkedRegion> there = TAGSCOPE_TRY(project.markedRegions());
    importer.leaveOutKnown(there);
    for (const std::filesystem::path &file : import.files) {
        if (stop.stop_requested())
            return cancelled();
        importer.take(*format, file);
    }
    if (!import.isDryRun) {
        TAGSCOPE_TRY(addEvents(project, importer.addedEvents()));
        TAGSCOPE_TRY(project.changeMarkedRegions(importer.regions(), {}));
    }
    return importer.report();
}

} // namespace tagscope

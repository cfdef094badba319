// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/import.h"

#include "core/base/paths.h"
#include "core/base/try.h"
#include "core/exchange/import_audioset.h"
#include "core/exchange/import_csv.h"
#include "core/exchange/import_dcase.h"
#ifdef TAGSCOPE_WITH_MEDIA
#include "core/exchange/import_media.h"
#include "core/exchange/import_sound.h"
#endif
#include "core/exchange/media_folder.h"
#include "core/formats/audioset_lists.h"
#include "core/formats/dcase_clip_lists.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tagscope {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::pair<std::string_view, ImportFormat>, 5> kImportFormats{
    {{"folder", ImportFormat::Folder},
     {"csv", ImportFormat::Csv},
     {"huggingface", ImportFormat::Csv},
     {"audioset", ImportFormat::AudioSet},
     {"dcase2017", ImportFormat::Dcase2017}}};

std::vector<EventClass> classesCalled(const std::vector<std::string> &names) {
    std::vector<EventClass> classes;
    for (const std::string &name : names) {
        classes.emplace_back();
        classes.back().name = name;
        classes.back().words = {name};
    }
    return classes;
}

Result<std::vector<EventClass>> classesOfFolder(const fs::path &folder, const std::stop_token &stop) {
    const FolderContents contents = TAGSCOPE_TRY(contentsOfFolder(folder, stop));
    std::vector<std::string> names;
    for (const auto &[label, files] : contents.labels)
        names.push_back(label);
    if (names.empty())
        return fail(Error::Kind::Inconsistent, {"exchange.no_subfolders", folder});
    return classesCalled(names);
}

Result<std::vector<EventClass>> classesOf(const NewProject &wanted, const std::stop_token &stop) {
    if (!wanted.classes.empty())
        return wanted.classes;
    if (!wanted.classList.empty())
        return readEventClasses(wanted.classList);
    if (!wanted.classNames.empty())
        return classesCalled(wanted.classNames);
    if (wanted.areClassesOfList && wanted.import && wanted.import->lists.size() == 1)
        return classesOfCsv(wanted.import->lists.front());
    if (wanted.areClassesOfList && wanted.import && wanted.import->lists.empty())
        return classesOfFolder(wanted.import->media, stop);
    return defaultEventClasses();
}

Result<ImportReport> importClipsOf(Project &project, const ImportRequest &request, const Progress &progress,
                                   const std::stop_token &stop) {
    if (request.lists.empty() && request.media.empty())
        return fail(Error::Kind::Inconsistent, "exchange.nothing_named");
    switch (request.format.value_or(formatOf(request))) {
    case ImportFormat::Folder:
#ifdef TAGSCOPE_WITH_MEDIA
        return importMedia(project,
                           {request.media, request.split, request.areLabelsFromSubfolders, request.addsEvents,
                            request.validationClips, request.seed},
                           progress, stop);
#else
        return fail(Error::Kind::Unsupported, "exchange.without_media");
#endif
    case ImportFormat::Csv:
        if (request.lists.size() != 1)
            return fail(Error::Kind::Inconsistent, "exchange.one_csv");
        return importCsv(project, {request.lists.front(), request.media, request.addsEvents}, progress, stop);
    case ImportFormat::AudioSet:
        return importAudioSet(project, {request.lists, request.media, request.split}, stop);
    case ImportFormat::Dcase2017:
        break;
    }
    return importDcase2017(project, {request.lists, request.media, request.validationClips, request.seed}, progress,
                           stop);
}

} // namespace

std::optional<ImportFormat> importFormatNamed(std::string_view name) {
    const auto *const found = std::ranges::find(kImportFormats, name, &decltype(kImportFormats)::value_type::first);
    return found == kImportFormats.end() ? std::nullopt : std::optional(found->second);
}

ImportFormat formatOf(const ImportRequest &request) {
    if (request.lists.empty())
        return ImportFormat::Folder;
    if (findDcaseLists(request.lists))
        return ImportFormat::Dcase2017;
    if (std::ranges::all_of(request.lists, isAudioSetList))
        return ImportFormat::AudioSet;
    std::error_code error;
    const bool isOneFile = request.lists.size() == 1 && fs::is_regular_file(request.lists.front(), error);
    return isOneFile ? ImportFormat::Csv : ImportFormat::Dcase2017;
}

Result<ImportReport> importInto(Project &project, const ImportRequest &request, const Progress &progress,
                                const std::stop_token &stop) {
    ImportReport report = TAGSCOPE_TRY(importClipsOf(project, request, progress, stop));
#ifdef TAGSCOPE_WITH_MEDIA
    noteOddSound(report, progress, stop);
#endif
    return report;
}

Result<ImportReport> createProject(const NewProject &wanted, const Progress &progress, const std::stop_token &stop) {
    const std::vector<EventClass> classes = TAGSCOPE_TRY(classesOf(wanted, stop));
    bool isMade = false;
    Result<ImportReport> report = Project::create(wanted.file, classes, wanted.clipDuration)
                                      .and_then([&](Project project) -> Result<ImportReport> {
                                          isMade = true;
                                          if (!wanted.import)
                                              return ImportReport();
                                          return importInto(project, *wanted.import, progress, stop);
                                      });
    std::error_code ignored;
    if (!report && isMade)
        fs::remove(wanted.file, ignored);
    return report;
}

} // namespace tagscope

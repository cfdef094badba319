// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/export.h"

#include "core/base/atomic_file.h"
#include "core/base/try.h"
#include "core/evaluation/systems.h"
#include "core/exchange/clip_file_names.h"
#include "core/exchange/export_audit.h"
#include "core/exchange/export_lists.h"
#include "core/exchange/export_regions.h"
#include "core/exchange/export_scores.h"
#include "core/exchange/export_target.h"
#include "core/exchange/export_text.h"
#include "core/exchange/spreadsheet_cells.h"
#include "core/formats/csv_cells.h"
#include "core/formats/region_format.h"
#include "core/formats/score_table.h"
#include "core/project/clip_ids.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

namespace tagscope {
namespace {

// One export, clip by clip of one split after the other.
class Exporter {
public:
    Exporter(const Project &project, const ExportRequest &request, const Progress &progress, std::stop_token stop)
        : project_(project), request_(request), progress_(progress), stop_(std::move(stop)) {}

    Result<ExportOutcome> run(const std::filesystem::path &target) {
        if (!isOffered(request_.content, request_.format))
            return fail(Error::Kind::Inconsistent, {"exchange.not_offered", nameOf(request_.content), request_.format});
        std::vector<Clip> clips = TAGSCOPE_TRY(
            project_.clips(request_.split.empty() ? std::nullopt : std::optional<std::string_view>(request_.split)));
        if (clips.empty())
            return fail(Error::Kind::Inconsistent, request_.split.empty()
                                                       ? Message("exchange.no_clips")
                                                       : Message("evaluation.no_clips_in_split", request_.split));
        clips_ = std::move(clips);
        TAGSCOPE_TRY(isDirectory() ? writeDirectory(target) : writeOne(target));
        return std::move(outcome_);
    }

private:
    [[nodiscard]] bool isDirectory() const {
        const std::vector<ExportFormat> formats = formatsOf(request_.content);
        return std::ranges::find(formats, std::string_view(request_.format), &ExportFormat::id)->layout !=
               ExportFormat::Layout::List;
    }

    Result<void> writeOne(const std::filesystem::path &target) {
        std::string content = TAGSCOPE_TRY(text(target));
        if (request_.forSpreadsheets && request_.format == "csv")
            content = TAGSCOPE_TRY(forSpreadsheets(content));
        if (stop_.stop_requested())
            return cancelled();
        outcome_.files = 1;
        return writeFileAtomically(target, content);
    }

    Result<std::string> text(const std::filesystem::path &target) {
        switch (request_.content) {
        case ExportContent::Labels:
            return labels(Truth::Weak, target);
        case ExportContent::Corrected:
            return labels(Truth::Audited, target);
        case ExportContent::Verdicts:
        case ExportContent::History:
            outcome_.clips = clips_.size();
            return verdictTable(project_, clips_, request_.content == ExportContent::History);
        case ExportContent::Patch:
            outcome_.clips = clips_.size();
            return labelPatch(project_, clips_);
        case ExportContent::Regions:
        case ExportContent::Detections:
            outcome_.clips = clips_.size();
            return regionList(target);
        case ExportContent::Missing:
            return missingMedia();
        case ExportContent::Scores:
            return scoreTable().map([](const ScoreTable &table) { return scoreTableText(table); });
        case ExportContent::Tags:
        case ExportContent::Activations:
            break;
        }
        return tagList(target);
    }

    Result<std::string> missingMedia() {
        DownloadList list = downloadListOf(clips_);
        outcome_.clips = list.clips;
        outcome_.without = std::move(list.unknown);
        if (list.clips == 0)
            return fail(Error::Kind::Inconsistent, outcome_.without.empty()
                                                       ? Message("exchange.no_media_missing")
                                                       : Message("exchange.no_addresses", outcome_.without.size()));
        return std::move(list.text);
    }

    Result<std::string> labels(Truth truth, const std::filesystem::path &target) {
        outcome_.clips = clips_.size();
        if (request_.format == "dcase2017-strong")
            return dcaseStrongList(project_, clips_);
        const BinaryTable table = TAGSCOPE_TRY(project_.labels(idsOf(clips_), truth));
        if (request_.format == "audioset")
            return audioSetList(clips_, table, project_.classes());
        if (request_.format == "dcase2017")
            return dcaseTagList(clips_, table, project_.classes());
        if (request_.format == "huggingface")
            return huggingFaceList(clips_, table, project_.classes(), directoryOf(target));
        return truthTableText({eventNames(), clipNames(), table});
    }

    // The tags at the operating points, and the scores that they are made of.
    Result<BinaryTable> predictionsInto(ScoreTable &table) {
        BinaryTable tags(clips_.size(), project_.classes().size());
        std::size_t row = 0;
        TAGSCOPE_TRY(forEachSplit([&](const SplitScores &scores, const OperatingPoint &point) {
            const FusedScores fused = fuseScores(scores, point);
            const BinaryTable ofSplit = tagsAt(scores, point);
            std::ranges::copy(ofSplit.values, tags.values.begin() + static_cast<std::ptrdiff_t>(row * tags.events));
            row += scores.clips.size();
            addScores(scores, fused, table);
            return Result<void>();
        }));
        return tags;
    }

    Result<std::string> tagList(const std::filesystem::path &target) {
        ScoreTable ignored{eventNames(), {}, Matrix(0, project_.classes().size())};
        const BinaryTable tags = TAGSCOPE_TRY(predictionsInto(ignored));
        outcome_.clips = clips_.size();
        if (request_.format == "csv")
            return truthTableText({eventNames(), clipNames(), tags});
        if (request_.format == "huggingface")
            return huggingFaceList(clips_, tags, project_.classes(), directoryOf(target));
        return dcaseTagList(clips_, tags, project_.classes());
    }

    Result<ScoreTable> scoreTable() {
        ScoreTable table{eventNames(), {}, Matrix(0, project_.classes().size())};
        if (!request_.source.empty()) {
            const Branch branch = request_.scores == ScoreKind::Video ? Branch::Video : Branch::Audio;
            table = TAGSCOPE_TRY(scoresOfSource(project_, {branch, request_.source}, clips_));
            const std::set<std::string> scored(table.clips.begin(), table.clips.end());
            for (const Clip &clip : clips_)
                if (!scored.contains(clip.name))
                    outcome_.without.push_back(clip.name);
        } else {
            TAGSCOPE_TRY(predictionsInto(table));
        }
        outcome_.clips = table.clips.size();
        if (table.clips.empty())
            return fail(Error::Kind::Inconsistent, "exchange.no_probabilities");
        return table;
    }

    void addScores(const SplitScores &scores, const FusedScores &fused, ScoreTable &table) const {
        for (std::size_t clip = 0; clip < scores.clips.size(); ++clip) {
            const bool isFused = request_.scores == ScoreKind::Fused;
            const bool isAudio = request_.scores == ScoreKind::Audio;
            if (!(isFused ? fused.hasScore[clip] != 0 : isAudio ? scores.hasAudio(clip) : scores.hasVideo(clip)))
                continue;
            const Matrix &from = isFused ? fused.scores : isAudio ? scores.audio->scores : scores.video->scores;
            table.clips.push_back(scores.clips[clip]);
            table.scores.values.insert(table.scores.values.end(), from.row(clip).begin(), from.row(clip).end());
            ++table.scores.rows;
        }
    }

    // Calls `use` with the scores of each split, in whose order the clips are put; one without scores has none.
    Result<void> forEachSplit(auto use) {
        std::vector<std::string> splits;
        for (const Clip &clip : clips_)
            if (std::ranges::find(splits, clip.split) == splits.end())
                splits.push_back(clip.split);
        std::ranges::stable_sort(clips_, {}, [&](const Clip &clip) { return std::ranges::find(splits, clip.split); });
        for (const std::string &split : splits) {
            if (stop_.stop_requested())
                return cancelled();
            System system = TAGSCOPE_TRY(systemOf(split));
            Result<SplitScores> scores = scoresOfSplit(project_, split, Truth::Weak, system.sources);
            if (!scores && !request_.split.empty())
                return tl::unexpected(scores.error());
            if (!scores) {
                outcome_.notes.push_back(scores.error().message);
                scores = withoutScores(split);
            }
            const std::vector<std::string> without = scores->withoutScores();
            outcome_.without.insert(outcome_.without.end(), without.begin(), without.end());
            TAGSCOPE_TRY(requireFit(*scores, system.point.point));
            TAGSCOPE_TRY(use(*scores, system.point.point));
        }
        if (outcome_.without.size() == clips_.size())
            return fail(Error::Kind::Inconsistent,
                        outcome_.notes.empty() ? Message("exchange.no_scores") : outcome_.notes.front());
        return {};
    }

    Result<System> systemOf(const std::string &split) const {
        if (!request_.point.empty())
            return systemNamed(project_, split, request_.point);
        return systemsFor(project_, split).map([](std::vector<System> &&all) { return std::move(all.back()); });
    }

    [[nodiscard]] SplitScores withoutScores(const std::string &split) const {
        SplitScores none;
        none.split = split;
        none.events = eventNames();
        for (const Clip &clip : clips_)
            if (clip.split == split)
                none.clips.push_back(clip.name);
        none.truth = BinaryTable(none.clips.size(), none.events.size());
        return none;
    }

    Result<void> writeDirectory(const std::filesystem::path &target) {
        AtomicDirectory directory = TAGSCOPE_TRY(AtomicDirectory::create(target));
        const bool isOfRegions =
            request_.content == ExportContent::Regions || request_.content == ExportContent::Detections;
        TAGSCOPE_TRY(request_.content == ExportContent::Tags     ? writeTags(directory)
                     : isOfRegions                               ? writeRegions(directory, target)
                     : request_.content == ExportContent::Scores ? writeScores(directory)
                                                                 : writeActivations(directory));
        if (outcome_.files == 0)
            return fail(Error::Kind::Inconsistent, "exchange.nothing_to_write");
        return directory.commit();
    }

    Result<void> writeTags(AtomicDirectory &directory) {
        std::size_t row = 0;
        return forEachSplit([&](const SplitScores &scores, const OperatingPoint &point) -> Result<void> {
            const FusedScores fused = fuseScores(scores, point);
            const BinaryTable tags = tagsAt(scores, point);
            for (std::size_t clip = 0; clip < scores.clips.size(); ++clip) {
                const Seconds duration = clips_[row++].duration;
                TAGSCOPE_TRY(writeFile(directory, scores.clips[clip], ".jams",
                                       jamsOf(scores, fused, tags, clip, duration, request_.programVersion)));
            }
            return {};
        });
    }

    Result<void> writeScores(AtomicDirectory &directory) {
        const ScoreTable table = TAGSCOPE_TRY(scoreTable());
        outcome_.clips = 0;
        if (request_.format == "npy") {
            for (const ExportedFile &file : scoreArrayFiles(table))
                TAGSCOPE_TRY(directory.write("scores", file.suffix, file.content));
            outcome_.files = 1;
            outcome_.clips = table.clips.size();
            return {};
        }
        for (std::size_t row = 0; row < table.clips.size(); ++row) {
            const auto clip = std::ranges::find(clips_, table.clips[row], &Clip::name);
            TAGSCOPE_TRY(writeFile(directory, table.clips[row], ".jams",
                                   scoreJams(table, row, clip->duration, request_.programVersion)));
        }
        return {};
    }

    Result<void> writeActivations(AtomicDirectory &directory) {
        if (!request_.activations)
            return fail(Error::Kind::Inconsistent, "exchange.no_activations");
        std::optional<std::pair<double, double>> grid; // of arrays, which do not say theirs
        for (const Clip &clip : clips_) {
            std::optional<ClipActivations> found = TAGSCOPE_TRY(request_.activations->of(clip.name));
            if (!found) {
                outcome_.without.push_back(clip.name);
                continue;
            }
            const std::pair own{found->first.count(), found->hop.count()};
            if (request_.format == "npy" && grid.value_or(own) != own)
                return fail(Error::Kind::Inconsistent, {"exchange.several_grids", clip.name});
            grid = own;
            const ExportedFile file = TAGSCOPE_TRY(
                activationFile(request_.format, clip.name, eventNames(), *std::move(found), request_.programVersion));
            TAGSCOPE_TRY(writeFile(directory, clip.name, file.suffix, file.content));
        }
        if (request_.format != "npy" || !grid)
            return {};
        TAGSCOPE_TRY(directory.write("grid", ".json",
                                     "{\"first\": " + shortestNumber(grid->first) +
                                         ", \"hop\": " + shortestNumber(grid->second) + "}\n"));
        std::string names;
        for (const std::string &event : eventNames())
            names += event + "\n";
        return directory.write("classes", ".txt", names);
    }

    // Those of all clips; of sed_scores_eval's ground truth, in which what is not there is not heard, of complete ones.
    Result<std::vector<RegionsOfClip>> regionsOfClips(const RegionFormat &format, bool isCompleteOnly) {
        ExportedRegions exported = TAGSCOPE_TRY(ExportedRegions::of(project_, request_));
        std::vector<RegionsOfClip> all;
        std::size_t incomplete = 0;
        const BinaryTable heard = TAGSCOPE_TRY(project_.labels(idsOf(clips_), Truth::Audited));
        for (std::size_t i = 0; i < clips_.size(); ++i) {
            const std::span<const std::uint8_t> row(heard.values.data() + i * heard.events, heard.events);
            if (!isCompleteOnly || exported.isComplete(clips_[i], row))
                all.push_back(exported.regionsOf(clips_[i]));
            else
                ++incomplete;
        }
        outcome_.notes = exported.notes(format);
        if (incomplete > 0)
            outcome_.notes.push_back({"exchange.incomplete_clips", incomplete});
        return all;
    }

    Result<std::string> regionList(const std::filesystem::path &target) {
        const RegionFormat &format = *regionFormatNamed(request_.format);
        const std::vector<RegionsOfClip> all = TAGSCOPE_TRY(regionsOfClips(format, false));
        return format.write(all, regionsContext(project_, request_.annotator, directoryOf(target)));
    }

    Result<void> writeRegionFolder(AtomicDirectory &directory, const RegionFormat &format,
                                   const std::filesystem::path &target) {
        const std::vector<RegionsOfClip> all =
            TAGSCOPE_TRY(regionsOfClips(format, request_.content == ExportContent::Regions));
        const std::string list =
            TAGSCOPE_TRY(format.write(all, regionsContext(project_, request_.annotator, directoryOf(target))));
        outcome_.clips = all.size();
        outcome_.files = 2;
        TAGSCOPE_TRY(directory.write(std::string(format.list), format.suffixes.front(), list));
        return directory.write(std::string(format.beside), format.suffixes.front(), format.writeBeside(all));
    }

    Result<void> writeRegions(AtomicDirectory &directory, const std::filesystem::path &target) {
        const RegionFormat &format = *regionFormatNamed(request_.format);
        if (format.layout == RegionFormat::Layout::Folder)
            return writeRegionFolder(directory, format, target);
        const RegionsContext context = regionsContext(project_, request_.annotator, absolute(target));
        ExportedRegions exported = TAGSCOPE_TRY(ExportedRegions::of(project_, request_));
        for (const Clip &clip : clips_) {
            const RegionsOfClip regions = exported.regionsOf(clip);
            if (regions.labels.empty()) {
                outcome_.without.push_back(clip.name);
                continue;
            }
            const std::string content = TAGSCOPE_TRY(format.write({&regions, 1}, context));
            TAGSCOPE_TRY(writeFile(directory, clip.name, format.suffixes.front(), content));
        }
        outcome_.notes = exported.notes(format);
        return {};
    }

    static std::filesystem::path absolute(const std::filesystem::path &target) {
        std::error_code ignored;
        return std::filesystem::absolute(target, ignored).lexically_normal();
    }
    static std::filesystem::path directoryOf(const std::filesystem::path &target) {
        return absolute(target).parent_path();
    }

    Result<void> writeFile(AtomicDirectory &directory, const std::string &clip, std::string_view suffix,
                           const std::string &content) {
        if (stop_.stop_requested())
            return cancelled();
        if (progress_)
            progress_(static_cast<double>(outcome_.files) / static_cast<double>(clips_.size()), "writing");
        ++outcome_.files;
        ++outcome_.clips;
        if (files_.empty()) {
            const std::vector<Clip> all = TAGSCOPE_TRY(project_.clips());
            const std::vector<std::string> names = fileNamesOf(all);
            for (std::size_t i = 0; i < all.size(); ++i)
                files_.emplace(all[i].name, names[i]);
        }
        return directory.write(files_.at(clip), suffix, content);
    }

    [[nodiscard]] std::vector<std::string> eventNames() const { return namesOf(project_.classes()); }
    [[nodiscard]] std::vector<std::string> clipNames() const {
        std::vector<std::string> names;
        for (const Clip &clip : clips_)
            names.push_back(clip.name);
        return names;
    }

    const Project &project_;
    const ExportRequest &request_;
    const Progress &progress_;
    std::stop_token stop_;
    std::vector<Clip> clips_;
    std::unordered_map<std::string, std::string> files_; // names of all clips' files, by clip; empty: not needed yet
    ExportOutcome outcome_;
};

} // namespace

Result<ExportOutcome> exportFrom(const Project &project, const ExportRequest &request,
                                 const std::filesystem::path &target, const Progress &progress, std::stop_token stop) {
    return Exporter(project, request, progress, std::move(stop)).run(target);
}

} // namespace tagscope

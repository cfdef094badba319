// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/export.h"

#include "core/base/atomic_file.h"
#include "core/evaluation/systems.h"
#include "core/exchange/export_audit.h"
#include "core/exchange/export_target.h"
#include "core/exchange/export_text.h"
#include "core/formats/region_format.h"
#include "core/formats/score_series.h"
#include "core/formats/score_table.h"

#include <algorithm>
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
            return fail(Error::Kind::Inconsistent,
                        std::string(nameOf(request_.content)) + " cannot be exported as " + request_.format + ".");
        Result<std::vector<Clip>> clips =
            project_.clips(request_.split.empty() ? std::nullopt : std::optional<std::string_view>(request_.split));
        if (!clips)
            return tl::unexpected(clips.error());
        if (clips->empty())
            return fail(Error::Kind::Inconsistent,
                        request_.split.empty() ? std::string("The project has no clips.")
                                               : "The project has no clips in a split \"" + request_.split + "\".");
        clips_ = std::move(*clips);
        const Result<void> done = isDirectory() ? writeDirectory(target) : writeOne(target);
        if (!done)
            return tl::unexpected(done.error());
        return std::move(outcome_);
    }

private:
    [[nodiscard]] bool isDirectory() const {
        const std::vector<ExportFormat> formats = formatsOf(request_.content);
        return std::ranges::find(formats, std::string_view(request_.format), &ExportFormat::id)->layout !=
               ExportFormat::Layout::List;
    }

    Result<void> writeOne(const std::filesystem::path &target) {
        const Result<std::string> content = text();
        if (!content)
            return tl::unexpected(content.error());
        if (stop_.stop_requested())
            return cancelled();
        outcome_.files = 1;
        return writeFileAtomically(target, *content);
    }

    Result<std::string> text() {
        switch (request_.content) {
        case ExportContent::Labels:
            return labels(Truth::Weak);
        case ExportContent::Corrected:
            return labels(Truth::Audited);
        case ExportContent::Verdicts:
        case ExportContent::History:
            outcome_.clips = clips_.size();
            return verdictTable(project_, clips_, request_.content == ExportContent::History);
        case ExportContent::Patch:
            outcome_.clips = clips_.size();
            return labelPatch(project_, clips_);
        case ExportContent::Regions:
            outcome_.clips = clips_.size();
            return regionList();
        case ExportContent::Tags:
        case ExportContent::Scores:
        case ExportContent::Activations:
            break;
        }
        return predictions();
    }

    Result<std::string> labels(Truth truth) {
        outcome_.clips = clips_.size();
        if (request_.format == "dcase2017-strong")
            return dcaseStrongList(project_, clips_);
        std::vector<ClipId> ids;
        for (const Clip &clip : clips_)
            ids.push_back(clip.id);
        const Result<BinaryTable> table = project_.labels(ids, truth);
        if (!table)
            return tl::unexpected(table.error());
        if (request_.format == "audioset")
            return audioSetList(clips_, *table, project_.classes());
        if (request_.format == "dcase2017")
            return dcaseTagList(clips_, *table, project_.classes());
        return truthTableText({eventNames(), clipNames(), *table});
    }

    Result<std::string> predictions() {
        BinaryTable tags(clips_.size(), project_.classes().size());
        ScoreTable table{eventNames(), {}, Matrix(0, project_.classes().size())};
        std::size_t row = 0;
        const Result<void> judged = forEachSplit([&](const SplitScores &scores, const OperatingPoint &point) {
            const FusedScores fused = fuseScores(scores, point);
            const BinaryTable ofSplit = tagsAt(scores, point);
            std::ranges::copy(ofSplit.values, tags.values.begin() + static_cast<std::ptrdiff_t>(row * tags.events));
            row += scores.clips.size();
            addScores(scores, fused, table);
            return Result<void>();
        });
        if (!judged)
            return tl::unexpected(judged.error());
        if (request_.content == ExportContent::Scores) {
            outcome_.clips = table.clips.size();
            if (table.clips.empty())
                return fail(Error::Kind::Inconsistent, "No clip has such probabilities.");
            return scoreTableText(table);
        }
        outcome_.clips = clips_.size();
        if (request_.format == "csv")
            return truthTableText({eventNames(), clipNames(), tags});
        return dcaseTagList(clips_, tags, project_.classes());
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

    // Calls `use` with the scores of each split, whose clips are put in that order. Where no split is asked for, the
    // clips of one without scores have none.
    Result<void> forEachSplit(auto use) {
        std::vector<std::string> splits;
        for (const Clip &clip : clips_)
            if (std::ranges::find(splits, clip.split) == splits.end())
                splits.push_back(clip.split);
        std::ranges::stable_sort(clips_, {}, [&](const Clip &clip) { return std::ranges::find(splits, clip.split); });
        for (const std::string &split : splits) {
            if (stop_.stop_requested())
                return cancelled();
            Result<System> system = systemOf(split);
            if (!system)
                return tl::unexpected(system.error());
            Result<SplitScores> scores = scoresOfSplit(project_, split, Truth::Weak, system->sources);
            if (!scores && !request_.split.empty())
                return tl::unexpected(scores.error());
            if (!scores) {
                outcome_.notes.push_back(scores.error().what());
                scores = withoutScores(split);
            }
            const std::vector<std::string> without = scores->withoutScores();
            outcome_.without.insert(outcome_.without.end(), without.begin(), without.end());
            if (Result<void> fits = requireFit(*scores, system->point.point); !fits)
                return fits;
            if (Result<void> used = use(*scores, system->point.point); !used)
                return used;
        }
        if (outcome_.without.size() == clips_.size())
            return fail(Error::Kind::Inconsistent,
                        outcome_.notes.empty() ? "No clip has scores." : outcome_.notes.front());
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
        Result<AtomicDirectory> directory = AtomicDirectory::create(target);
        if (!directory)
            return tl::unexpected(directory.error());
        Result<void> written = request_.content == ExportContent::Tags      ? writeTags(*directory)
                               : request_.content == ExportContent::Regions ? writeRegions(*directory)
                                                                            : writeActivations(*directory);
        if (!written)
            return written;
        if (outcome_.files == 0)
            return fail(Error::Kind::Inconsistent, "No clip has anything to write.");
        return directory->commit();
    }

    Result<void> writeTags(AtomicDirectory &directory) {
        std::size_t row = 0;
        return forEachSplit([&](const SplitScores &scores, const OperatingPoint &point) -> Result<void> {
            const FusedScores fused = fuseScores(scores, point);
            const BinaryTable tags = tagsAt(scores, point);
            for (std::size_t clip = 0; clip < scores.clips.size(); ++clip) {
                const Seconds duration = clips_[row++].duration;
                if (Result<void> one = writeFile(directory, scores.clips[clip], ".jams",
                                                 jamsOf(scores, fused, tags, clip, duration, request_.programVersion));
                    !one)
                    return one;
            }
            return {};
        });
    }

    Result<void> writeActivations(AtomicDirectory &directory) {
        if (!request_.activations)
            return fail(Error::Kind::Inconsistent, "There are no activations to export.");
        for (const Clip &clip : clips_) {
            Result<std::optional<Matrix>> found = request_.activations->of(clip.name);
            if (!found)
                return tl::unexpected(found.error());
            if (!*found) {
                outcome_.without.push_back(clip.name);
                continue;
            }
            const ScoreSeries series{eventNames(), windowBounds((*found)->rows, request_.activations->hop),
                                     std::move(**found)};
            const Result<std::string> content = scoreSeriesText(series);
            if (!content)
                return tl::unexpected(content.error());
            if (Result<void> one = writeFile(directory, clip.name, ".tsv", *content); !one)
                return one;
        }
        return {};
    }

    Result<std::vector<RegionsOfClip>> regionsOfClips() const {
        std::vector<RegionsOfClip> all;
        for (const Clip &clip : clips_) {
            Result<RegionsOfClip> regions = regionsOf(project_, clip, request_.annotator);
            if (!regions)
                return tl::unexpected(regions.error());
            all.push_back(std::move(*regions));
        }
        return all;
    }

    Result<std::string> regionList() const {
        return regionsOfClips().and_then([this](const std::vector<RegionsOfClip> &all) {
            return regionFormatNamed(request_.format)->write(all, regionsContext(project_, request_.annotator));
        });
    }

    Result<void> writeRegionFolder(AtomicDirectory &directory, const RegionFormat &format) {
        const Result<std::vector<RegionsOfClip>> all = regionsOfClips();
        if (!all)
            return tl::unexpected(all.error());
        const Result<std::string> list = format.write(*all, regionsContext(project_, request_.annotator));
        if (!list)
            return tl::unexpected(list.error());
        outcome_.clips = clips_.size();
        outcome_.files = 2;
        if (Result<void> written = directory.write(std::string(format.list), format.suffixes.front(), *list); !written)
            return written;
        return directory.write(std::string(format.beside), format.suffixes.front(), format.writeBeside(*all));
    }

    Result<void> writeRegions(AtomicDirectory &directory) {
        const RegionFormat &format = *regionFormatNamed(request_.format);
        if (format.layout == RegionFormat::Layout::Folder)
            return writeRegionFolder(directory, format);
        const RegionsContext context = regionsContext(project_, request_.annotator);
        for (const Clip &clip : clips_) {
            const Result<RegionsOfClip> regions = regionsOf(project_, clip, request_.annotator);
            if (!regions)
                return tl::unexpected(regions.error());
            if (regions->labels.empty()) {
                outcome_.without.push_back(clip.name);
                continue;
            }
            const Result<std::string> content = format.write({&*regions, 1}, context);
            if (!content)
                return tl::unexpected(content.error());
            if (Result<void> one = writeFile(directory, clip.name, format.suffixes.front(), *content); !one)
                return one;
        }
        return {};
    }

    Result<void> writeFile(AtomicDirectory &directory, const std::string &clip, std::string_view suffix,
                           const std::string &content) {
        if (stop_.stop_requested())
            return cancelled();
        if (progress_)
            progress_(static_cast<double>(outcome_.files) / static_cast<double>(clips_.size()), "writing");
        ++outcome_.files;
        ++outcome_.clips;
        return directory.write(clip, suffix, content);
    }

    [[nodiscard]] std::vector<std::string> eventNames() const {
        std::vector<std::string> names;
        for (const EventClass &event : project_.classes())
            names.push_back(event.name);
        return names;
    }
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
    ExportOutcome outcome_;
};

} // namespace

Result<ExportOutcome> exportFrom(const Project &project, const ExportRequest &request,
                                 const std::filesystem::path &target, const Progress &progress, std::stop_token stop) {
    return Exporter(project, request, progress, std::move(stop)).run(target);
}

} // namespace tagscope

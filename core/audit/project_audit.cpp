// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/project_audit.h"

#include "core/base/try.h"
#include "core/evaluation/tuning.h"
#include "core/fusion/absent_score.h"
#include "core/project/clip_ids.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <unordered_map>

namespace tagscope {
namespace {

// The scores as a table with NaN where there are none.
Matrix tableOf(const ScoresOfClips &scores) {
    Matrix table = scores.scores;
    for (std::size_t i = 0; i < table.rows; ++i)
        if (scores.hasScore[i] == 0)
            std::fill(table.row(i).begin(), table.row(i).end(), kAbsentScore);
    return table;
}

std::size_t absentRows(const Matrix &table) {
    std::size_t absent = 0;
    for (std::size_t i = 0; i < table.rows; ++i)
        absent += table.columns == 0 || std::isnan(table(i, 0)) ? std::size_t{1} : std::size_t{0};
    return absent;
}

// Of each clip the scores of the newest sources of its split.
class BranchTables {
public:
    BranchTables(const Project &project, const std::vector<Clip> &clips)
        : audio(clips.size(), project.classes().size(), kAbsentScore),
          video(clips.size(), project.classes().size(), kAbsentScore), project_(project), clips_(clips) {}

    Result<void> read() {
        std::set<std::string> splits;
        for (const Clip &clip : clips_)
            splits.insert(clip.split);
        for (const std::string &split : splits)
            TAGSCOPE_TRY(readSplit(split));
        return {};
    }

    Matrix audio; // clips x events; NaN where absent
    Matrix video;
    std::optional<ScoreSource> audioSource;
    std::optional<ScoreSource> videoSource;

private:
    Result<void> readSplit(const std::string &split) {
        const SystemSources sources = TAGSCOPE_TRY(newestSources(project_, split));
        TAGSCOPE_TRY(fill(split, sources.audio, audio));
        TAGSCOPE_TRY(fill(split, sources.video, video));
        if (!audioSource)
            audioSource = sources.audio;
        if (!videoSource)
            videoSource = sources.video;
        return {};
    }

    Result<void> fill(const std::string &split, const std::optional<ScoreSource> &source, Matrix &table) {
        if (!source)
            return {};
        std::vector<std::size_t> rows;
        std::vector<ClipId> ids;
        for (std::size_t i = 0; i < clips_.size(); ++i)
            if (clips_[i].split == split) {
                rows.push_back(i);
                ids.push_back(clips_[i].id);
            }
        const ScoresOfClips scores = TAGSCOPE_TRY(project_.scores(*source, ids));
        const Matrix values = tableOf(scores);
        for (std::size_t i = 0; i < rows.size(); ++i)
            std::copy(values.row(i).begin(), values.row(i).end(), table.row(rows[i]).begin());
        return {};
    }

    const Project &project_;
    const std::vector<Clip> &clips_;
};

} // namespace

Result<AuditMaterial> auditMaterial(const Project &project, std::optional<std::string_view> split,
                                    const CalibrationFolds &folds, std::stop_token stop) {
    std::vector<Clip> clips = TAGSCOPE_TRY(project.clips(split));
    if (clips.empty())
        return fail(Error::Kind::Inconsistent, split ? Message("audit.no_clips_in_split", project.file(), *split)
                                                     : Message("audit.no_clips", project.file()));
    AuditMaterial material;
    material.clips = std::move(clips);
    const std::vector<ClipId> ids = idsOf(material.clips);
    BinaryTable labels = TAGSCOPE_TRY(project.labels(ids, Truth::Weak));
    BranchTables tables(project, material.clips);
    TAGSCOPE_TRY(tables.read());
    std::vector<std::string> recordings;
    for (const Clip &clip : material.clips)
        recordings.push_back(clip.media.string());
    material.groups = nearDuplicates(recordings, tables.audio, tables.video);
    material.audio = tables.audioSource;
    material.video = tables.videoSource;
    material.withoutAudio = absentRows(tables.audio);
    material.withoutVideo = absentRows(tables.video);
    const auto withAudio = static_cast<int>(material.clips.size() - material.withoutAudio);
    if (withAudio >= std::max(folds.folds, 2)) {
        material.scores.audio = TAGSCOPE_TRY(calibratedOutOfFold(tables.audio, labels, folds, stop));
    } else {
        material.scores.audio = Matrix(material.clips.size(), project.classes().size(), kAbsentScore);
    }
    material.scores.activation = std::move(tables.audio);
    material.scores.video = std::move(tables.video);
    material.scores.labels = std::move(labels);
    return material;
}

Result<AuditQueue> auditQueue(const AuditMaterial &material, const QueueOptions &options) {
    const bool needsAudio = options.order != QueueOrder::Stratified && options.order != QueueOrder::Random;
    if (needsAudio && material.withoutAudio == material.clips.size())
        return fail(Error::Kind::Inconsistent, {"audit.order_needs_audio", nameOf(options.order)});
    return makeQueue(material.scores, material.groups, options);
}

std::string_view formulaFor(const AuditMaterial &material, QueueOrder order) {
    return formulaOf(order, material.withoutVideo < material.clips.size());
}

std::optional<Message> noteOn(const AuditMaterial &material, QueueOrder order) {
    if (!takesVideo(order) || material.withoutVideo == 0)
        return std::nullopt;
    if (material.withoutVideo == material.clips.size())
        return Message{"audit.ordered_by_sound"};
    return Message{"audit.some_without_video", material.withoutVideo, material.clips.size()};
}

Result<std::vector<EventNoise>> labelNoise(const Project &project, const AuditMaterial &material) {
    std::vector<Verdict> history = TAGSCOPE_TRY(project.verdictHistory());
    return labelNoise(material, namesOf(project.classes()), standingVerdicts(std::move(history)));
}

Result<std::vector<EventNoise>> labelNoise(const AuditMaterial &material, const std::vector<std::string> &events,
                                           const std::vector<Verdict> &standing) {
    const std::vector<ConfidentJoint> joints =
        TAGSCOPE_TRY(confidentJoints(material.scores.audio, material.scores.labels));
    if (joints.size() != events.size())
        return fail(Error::Kind::Inconsistent, {"audit.labels_of_other_events", joints.size(), events.size()});
    std::unordered_map<ClipId, std::size_t> rows;
    for (std::size_t i = 0; i < material.clips.size(); ++i)
        rows.emplace(material.clips[i].id, i);
    std::vector<std::int64_t> inaudible(events.size());
    std::vector<std::int64_t> judged(events.size());
    std::vector<EventNoise> noise(events.size());
    for (const AuditedSound &sound : auditedSound(standing)) {
        const auto row = rows.find(sound.pair.first);
        const auto event = static_cast<std::size_t>(sound.pair.second);
        if (row == rows.end() || event >= events.size() || material.scores.labels(row->second, event) == 0)
            continue;
        if (sound.isAudible) {
            ++judged[event];
            inaudible[event] += *sound.isAudible ? 0 : 1;
        } else {
            ++noise[event].disputed;
        }
    }
    for (std::size_t k = 0; k < events.size(); ++k) {
        noise[k].event = events[k];
        noise[k].joint = joints[k];
        noise[k].inaudible = shareOf(inaudible[k], judged[k]);
    }
    return noise;
}

} // namespace tagscope

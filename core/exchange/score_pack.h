// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/atomic_file.h"
#include "core/base/file_hash.h"
#include "core/base/result.h"
#include "core/base/seconds.h"
#include "core/exchange/open_files.h"
#include "core/formats/npy_file.h"
#include "core/project/shard.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

// What a worker makes of its part of a project's clips, in one file: an inode a part, not two a clip.
//
// "TgscPart", then for each clip with scores its probabilities (float32, one an event) and its activations (float16 or
// float32, steps x events), then the index as JSON (PackHead and the clips), then how long the index is (uint64), the
// SHA-256 of all bytes before it (64 hexadecimal digits) and "TgscDone". All little-endian.
namespace tagscope {

struct PackHead {
    std::string source;              // of the scores, such as "video" or the run's name
    std::string recipe;              // what the values follow from besides the media: models and settings
    std::string selection;           // which clips were chosen before they were dealt to the parts (selectionOf())
    std::vector<std::string> events; // of the probabilities
    NpyType activations = NpyType::Float16;
    Shard shard;
    bool isWhole = false; // all clips of the part were looked at; false: stopped or killed before its end
};

enum class PackOutcome { Scored, NothingToScore, NoMedia, Failed };

struct PackedClip {
    std::string name;
    PackOutcome outcome = PackOutcome::Scored;
    std::string reason = {}; // of a failure: a sentence
    std::size_t steps = 0;   // of activations; 0: none were kept
    Seconds first{0};        // time of the first step in the clip
    Seconds hop{0};
};

// SHA-256 of names in their order.
[[nodiscard]] std::string selectionOf(std::span<const std::string> clips);

// Writes a part, clip by clip; the file is there when finish() returns, and before that nothing or the one before. Two
// programs that write the same part at once each put their own whole file there. One thread.
class ScorePackWriter {
public:
    // Error: Unreadable.
    [[nodiscard]] static Result<ScorePackWriter> create(const std::filesystem::path &file, PackHead head);

    // `probabilities`: one an event, where the clip is scored, else none. `activations`: steps x events.
    void add(const PackedClip &clip, std::span<const float> probabilities, std::span<const float> activations = {});
    // Error: Unreadable, as on a full disk.
    [[nodiscard]] Result<void> finish(bool isWhole);

private:
    ScorePackWriter(AtomicFile target, std::filesystem::path file, PackHead head);
    void write(const std::string &bytes);

    AtomicFile target_;
    std::filesystem::path file_;
    PackHead head_;
    std::vector<PackedClip> clips_;
    Sha256 sum_;
};

// A part that was written. Immutable; may be read from several threads.
class ScorePack {
public:
    // Verifies the checksum. Errors: Unreadable, Malformed (cut off, damaged, or no such file), Unsupported (of a later
    // version).
    [[nodiscard]] static Result<ScorePack> open(const std::filesystem::path &file);

    [[nodiscard]] const std::filesystem::path &file() const { return file_; }
    [[nodiscard]] const PackHead &head() const { return head_; }
    [[nodiscard]] const std::vector<PackedClip> &clips() const { return clips_; }
    // Of clips()[index], which is scored. Errors: Unreadable, Malformed.
    [[nodiscard]] Result<std::vector<float>> probabilities(std::size_t index) const;
    [[nodiscard]] Result<std::vector<float>> activations(std::size_t index) const; // steps x events

private:
    friend class ScorePackReader;
    ScorePack() = default;

    std::filesystem::path file_;
    PackHead head_;
    std::vector<PackedClip> clips_;
    std::vector<std::uint64_t> places_; // of a clip's bytes in the file
    std::shared_ptr<const RandomAccessFile> content_;
};

// "part-3-of-8.pack".
[[nodiscard]] std::string packName(const Shard &shard);
// The files of parts in a directory, by their names; none where there is no directory. Error: Unreadable.
[[nodiscard]] Result<std::vector<std::filesystem::path>> packsIn(const std::filesystem::path &directory);

// All parts of one work in a directory, in their order, each of them whole, once there, and of the same source, recipe,
// clips and events. Nothing less: Inconsistent, naming what is missing, unfinished, there twice or of other settings;
// Malformed for one that is cut off or damaged.
[[nodiscard]] Result<std::vector<ScorePack>> wholePacksIn(const std::filesystem::path &directory);

} // namespace tagscope

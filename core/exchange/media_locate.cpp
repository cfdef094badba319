// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/media_locate.h"

#include "core/base/file_hash.h"
#include "core/base/try.h"
#include "core/exchange/media_search.h"
#include "core/formats/dcase_clip_lists.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

namespace tagscope {
namespace {

namespace fs = std::filesystem;

// How many of the last folders' names two paths share.
std::size_t likeness(const fs::path &a, const fs::path &b) {
    std::vector<fs::path> first(a.begin(), a.end());
    std::vector<fs::path> second(b.begin(), b.end());
    const auto ends =
        std::mismatch(first.rbegin(), first.rend(), second.rbegin(), second.rend()); // from the file's name upwards
    return static_cast<std::size_t>(ends.first - first.rbegin());
}

class Locator {
public:
    Locator(std::map<fs::path, std::string> hashes, const Progress &progress, std::stop_token stop)
        : hashes_(std::move(hashes)), progress_(progress), stop_(std::move(stop)) {}

    Result<MediaLocation> locate(const std::vector<Clip> &clips, const fs::path &folder) {
        sortOut(clips);
        files_ = TAGSCOPE_TRY(findMediaFiles(folder, stop_));
        TAGSCOPE_TRY(findByName());
        TAGSCOPE_TRY(findByContent());
        TAGSCOPE_TRY(findNeverFound(folder));
        return std::move(outcome_);
    }

private:
    void sortOut(const std::vector<Clip> &clips) {
        std::map<fs::path, bool> isThere;
        for (const Clip &clip : clips) {
            if (clip.media.empty()) {
                neverFound_.push_back(clip);
                continue;
            }
            const auto [known, isNew] = isThere.try_emplace(clip.media, false);
            std::error_code error;
            if (isNew)
                known->second = fs::exists(clip.media, error);
            if (!known->second)
                gone_[clip.media].push_back(clip);
        }
        outcome_.missing = neverFound_.size();
        for (const auto &[media, lost] : gone_)
            outcome_.missing += lost.size();
    }

    [[nodiscard]] std::string knownHash(const fs::path &media) const {
        const auto found = hashes_.find(media);
        return found == hashes_.end() ? std::string() : found->second;
    }

    // Of a file in the folder; empty where it cannot be read.
    Result<std::string> hashOf(const fs::path &file) {
        const auto known = read_.find(file.string());
        if (known != read_.end())
            return known->second;
        Result<std::string> hash = sha256OfFile(file, stop_);
        if (!hash && hash.error().isCancelled())
            return hash;
        return read_[file.string()] = hash.value_or(std::string());
    }

    void take(const fs::path &before, const fs::path &file, const std::string &hash, bool isByContent) {
        for (const Clip &clip : gone_.at(before))
            outcome_.found.push_back(
                {{clip.id, clip.media, clip.start}, {clip.id, file, clip.start}, hash, isByContent});
        outcome_.missing -= gone_.at(before).size();
        found_.insert(before);
    }

    Result<void> findByName() {
        std::unordered_map<std::string, std::vector<fs::path>> byName;
        for (const fs::path &file : files_)
            byName[file.filename().string()].push_back(file);
        for (const auto &[media, clips] : gone_) {
            const auto same = byName.find(media.filename().string());
            if (same == byName.end())
                continue;
            std::ranges::stable_sort(same->second, std::ranges::greater(),
                                     [&gone = media](const fs::path &file) { return likeness(gone, file); });
            const bool taken = TAGSCOPE_TRY(takeFirstThatFits(media, same->second));
            outcome_.otherContents += taken ? 0U : 1U;
        }
        return {};
    }

    Result<bool> takeFirstThatFits(const fs::path &media, const std::vector<fs::path> &files) {
        const std::string expected = knownHash(media);
        if (expected.empty()) {
            take(media, files.front(), {}, false);
            return true;
        }
        for (const fs::path &file : files) {
            const std::string hash = TAGSCOPE_TRY(hashOf(file));
            if (hash == expected) {
                take(media, file, expected, false);
                return true;
            }
        }
        return false;
    }

    Result<void> findByContent() {
        std::map<std::string, std::vector<fs::path>> wanted; // by content
        for (const auto &[media, clips] : gone_)
            if (const std::string hash = knownHash(media); !found_.contains(media) && !hash.empty())
                wanted[hash].push_back(media);
        for (std::size_t i = 0; i < files_.size() && !wanted.empty(); ++i) {
            if (progress_)
                progress_(static_cast<double>(i) / static_cast<double>(files_.size()), "comparing contents");
            const std::string hash = TAGSCOPE_TRY(hashOf(files_[i]));
            const auto found = wanted.find(hash);
            if (found == wanted.end())
                continue;
            for (const fs::path &media : found->second)
                take(media, files_[i], hash, true);
            wanted.erase(found);
        }
        return {};
    }

    // By what the clips themselves are called.
    Result<void> findNeverFound(const fs::path &folder) {
        std::vector<RecordingPart> parts;
        std::vector<const Clip *> clips;
        for (const Clip &clip : neverFound_)
            if (std::optional<RecordingPart> part = partNamed(clip.name)) {
                parts.push_back(std::move(*part));
                clips.push_back(&clip);
            }
        if (parts.empty())
            return {};
        const std::vector<std::optional<ClipFile>> files = TAGSCOPE_TRY(findClipFiles(folder, parts, {}, stop_));
        for (std::size_t i = 0; i < clips.size(); ++i) {
            if (const std::optional<ClipFile> &file = files[i]) {
                outcome_.found.push_back(
                    {{clips[i]->id, {}, clips[i]->start}, {clips[i]->id, file->file, file->start}, {}, false});
                --outcome_.missing;
            }
        }
        return {};
    }

    std::map<fs::path, std::string> hashes_;
    const Progress &progress_;
    std::stop_token stop_;
    std::vector<fs::path> files_;
    std::map<fs::path, std::vector<Clip>> gone_; // by where they were
    std::vector<Clip> neverFound_;
    std::set<fs::path> found_; // of gone_
    std::unordered_map<std::string, std::string> read_;
    MediaLocation outcome_;
};

} // namespace

Result<MediaLocation> locateMedia(Project &project, const fs::path &folder, const Progress &progress,
                                  std::stop_token stop) {
    const std::vector<Clip> clips = TAGSCOPE_TRY(project.clips());
    std::map<fs::path, std::string> hashes = TAGSCOPE_TRY(project.mediaHashes());
    MediaLocation located = TAGSCOPE_TRY(Locator(std::move(hashes), progress, std::move(stop)).locate(clips, folder));
    if (project.access() == Project::Access::ReadWrite)
        for (const LocatedMedia &found : located.found)
            if (!found.sha256.empty())
                static_cast<void>(project.setMediaHash(found.after.media, found.sha256)); // derived; computed again
    return located;
}

} // namespace tagscope

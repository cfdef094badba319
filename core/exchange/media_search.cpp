// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/media_search.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <string>
#include <string_view>
#include <sys/stat.h>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace tagscope {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 13> kVideo{".mp4", ".mkv", ".webm", ".mov", ".avi", ".m4v", ".flv",
                                                  ".ts",  ".mpg", ".mpeg", ".mts", ".wmv", ".3gp"};
constexpr std::array<std::string_view, 12> kSound{".wav", ".flac", ".ogg", ".opus", ".m4a", ".aac",
                                                  ".mp3", ".oga",  ".aif", ".aiff", ".wma", ".wv"};

// How many files are looked at between two looks at the stop token.
constexpr std::size_t kFilesBetweenLooks = 256;

// Order of preference: smaller is better.
using Rank = std::tuple<bool, bool, std::string>; // whole recording, sound alone, path

std::string lowerCase(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

bool isSound(const std::string &extension) {
    return std::ranges::find(kSound, extension) != kSound.end();
}

// The name of a part whose times a file gives in whole milliseconds, as in "id_118000_128000".
std::optional<std::string> nameInMilliseconds(std::string_view stem) {
    std::optional<RecordingPart> part = partNamed(stem);
    if (!part || stem.substr(part->recording.size()).find_first_not_of("_0123456789") != std::string_view::npos)
        return std::nullopt;
    part->start /= 1000;
    part->end /= 1000;
    return part->name();
}

class Search {
public:
    explicit Search(std::span<const RecordingPart> parts) : parts_(parts), found_(parts.size()), ranks_(parts.size()) {
        for (std::size_t i = 0; i < parts.size(); ++i) {
            byName_[parts[i].name()].push_back(i);
            byRecording_[parts[i].recording].push_back(i);
        }
    }

    void take(const fs::path &file) {
        const std::string extension = lowerCase(file.extension().string());
        const bool isVideo = std::ranges::find(kVideo, extension) != kVideo.end();
        if (!isVideo && !isSound(extension))
            return;
        const std::string stem = file.stem().string();
        // The downloads' names start with a "Y" that no id has; but some ids start with a "Y" of their own.
        if (!takeAs(stem, file, isVideo) && stem.starts_with('Y'))
            takeAs(std::string_view(stem).substr(1), file, isVideo);
    }

    [[nodiscard]] std::vector<std::optional<ClipFile>> takeFound() { return std::move(found_); }

private:
    using Index = std::unordered_map<std::string, std::vector<std::size_t>>;

    bool takeAs(std::string_view stem, const fs::path &file, bool isVideo) {
        const std::optional<RecordingPart> part = partNamed(stem);
        if (part && offer(byName_, part->name(), file, isVideo, false))
            return true;
        if (const std::optional<std::string> name = nameInMilliseconds(stem);
            name && offer(byName_, *name, file, isVideo, false))
            return true;
        return offer(byRecording_, std::string(stem), file, isVideo, true);
    }

    bool offer(const Index &index, const std::string &key, const fs::path &file, bool isVideo, bool isWhole) {
        const auto entry = index.find(key);
        if (entry == index.end())
            return false;
        const Rank rank{isWhole, !isVideo, file.string()};
        for (const std::size_t i : entry->second) {
            if (found_[i] && ranks_[i] < rank)
                continue;
            found_[i] = ClipFile{file, isWhole ? parts_[i].start : Seconds(0)};
            ranks_[i] = rank;
        }
        return true;
    }

    std::span<const RecordingPart> parts_;
    Index byName_;
    Index byRecording_;
    std::vector<std::optional<ClipFile>> found_;
    std::vector<Rank> ranks_;
};

// Walks directories, each once even where links make circles.
class Walk {
public:
    explicit Walk(const fs::path &top) { push(top); }

    [[nodiscard]] bool isDone() const { return waiting_.empty(); }

    // Hands the files of the next directory to `take`.
    template <class Take>
    void step(const Take &take, const std::stop_token &stop) {
        const fs::path directory = std::move(waiting_.back());
        waiting_.pop_back();
        std::error_code error;
        for (fs::directory_iterator entry(directory, error), end; !error && entry != end; entry.increment(error)) {
            if (++files_ % kFilesBetweenLooks == 0 && stop.stop_requested())
                return;
            std::error_code gone;
            if (entry->is_directory(gone))
                push(entry->path());
            else if (entry->is_regular_file(gone))
                take(entry->path());
        }
    }

private:
    void push(const fs::path &directory) {
        struct stat status {};
        if (::stat(directory.c_str(), &status) == 0 && seen_.insert({status.st_dev, status.st_ino}).second)
            waiting_.push_back(directory);
    }

    std::vector<fs::path> waiting_;
    std::set<std::pair<dev_t, ino_t>> seen_;
    std::size_t files_ = 0;
};

} // namespace

Result<std::vector<std::optional<ClipFile>>> findClipFiles(const fs::path &directory,
                                                           std::span<const RecordingPart> parts,
                                                           const Progress &progress, std::stop_token stop) {
    std::error_code error;
    if (!fs::is_directory(directory, error))
        return fail(Error::Kind::Unreadable, {"exchange.no_media_directory", directory}, error.message());
    Search search(parts);
    Walk walk(fs::absolute(directory).lexically_normal());
    while (!walk.isDone()) {
        walk.step([&search](const fs::path &file) { search.take(file); }, stop);
        if (stop.stop_requested())
            return cancelled();
        if (progress)
            progress(0.0, "looking for media");
    }
    return search.takeFound();
}

Result<std::vector<fs::path>> findMediaFiles(const fs::path &directory, std::stop_token stop) {
    std::error_code error;
    if (!fs::is_directory(directory, error))
        return fail(Error::Kind::Unreadable, {"exchange.no_folder", directory}, error.message());
    std::vector<fs::path> files;
    Walk walk(fs::absolute(directory).lexically_normal());
    while (!walk.isDone()) {
        walk.step(
            [&files](const fs::path &file) {
                const std::string extension = lowerCase(file.extension().string());
                if (isSound(extension) || std::ranges::find(kVideo, extension) != kVideo.end())
                    files.push_back(file);
            },
            stop);
        if (stop.stop_requested())
            return cancelled();
    }
    std::ranges::sort(files);
    return files;
}

} // namespace tagscope

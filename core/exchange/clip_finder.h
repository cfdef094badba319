// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/clip_table.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tagscope {

// Which clips a name is about.
struct FoundClips {
    enum class What {
        Nothing,
        Clip,      // one: the name is the clip's, and times are in the clip
        Recording, // the name is that of a media file: its clips, and times are in the file
        Several    // it could be any of these, which is for a person to say
    };
    What what = What::Nothing;
    std::vector<std::size_t> clips; // indices, in order
};

// Finds clips by the names that files and rows bear: the inverse of fileNamesOf(), and more. It knows folders (as far
// as a name has any, the clips whose folders agree most), the parts of recordings (ID_START_END in seconds, ID_START in
// milliseconds), media files, a "Y" before an id, suffixes that programs add ("c01.Table.1.selections",
// "c01.BirdNET.results", "c01_labels"), either kind of slash and either kind of accents. Twins of one name are Several.
class ClipFinder {
public:
    explicit ClipFinder(std::vector<Clip> clips); // all of a project

    [[nodiscard]] const std::vector<Clip> &clips() const { return clips_; }
    // `name`: a file's, without the suffix of its format.
    [[nodiscard]] FoundClips findByFile(std::string_view name) const;
    // `path`: as a row or a document has it; its folders and its extension count.
    [[nodiscard]] FoundClips findByPath(std::string_view path) const;
    // Whether the path's file is the clip's own media, by name.
    [[nodiscard]] bool isMediaOf(const Clip &clip, std::string_view path) const;
    // The clips, as a person may be asked about them.
    [[nodiscard]] std::string namesOf(const std::vector<std::size_t> &clips) const;

private:
    using Index = std::unordered_map<std::string, std::vector<std::size_t>>;

    [[nodiscard]] FoundClips exactly(const std::string &name) const;
    [[nodiscard]] FoundClips loosely(const std::string &name, const std::vector<std::string> &folders) const;
    [[nodiscard]] FoundClips amongVariants(std::string_view path) const;

    std::vector<Clip> clips_;
    Index exact_;     // by whole names, and those of exported files
    Index byName_;    // by the last part of a clip's name
    Index bySegment_; // by the part of a recording, in other spellings
    Index byMedia_;   // by the media file's name, with and without its extension
};

} // namespace tagscope

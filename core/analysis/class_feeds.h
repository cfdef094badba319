// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace tagscope {

// Which classes of its tagger feed which of a project's events, as a person looks at it. A value.
struct ClassFeeds {
    // A class of the tagger.
    struct Class {
        std::string name;
        std::string id;                  // AudioSet's; may be empty
        std::optional<float> value = {}; // the largest of its activations in the clip, 0 to 1; nothing without a clip
    };
    enum class Way { None, ById, ByName, ByHand };
    struct Feed {
        std::string event;
        std::vector<std::size_t> classes; // indices; the event has their maximum
        Way way = Way::None;
    };

    std::string tagger;         // its name; empty where there is none
    std::vector<Class> classes; // in its order
    std::vector<Feed> events;   // in the project's order
};

// One of a project's settings, to be changed: JSON.
struct SettingTexts {
    std::string key;
    std::string before;
    std::string after;
};

} // namespace tagscope

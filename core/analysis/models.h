// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/model_entry.h"
#include "core/base/result.h"
#include "core/network/image_networks.h"
#include "core/tagging/audio_tagger.h"
#include "core/words/class_lists.h"
#include "core/words/mapping.h"
#include "core/words/word_vectors.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tagscope {

[[nodiscard]] std::optional<ModelKind> modelKindNamed(std::string_view name);
[[nodiscard]] std::vector<std::string> modelKindNames();

// A model that is there, or why it is not.
template <class T>
struct LoadedModel {
    std::shared_ptr<const T> value; // null where absent
    // "name (sha256 first 12 digits)", with ", untrained" or ", demo" where it is; empty if absent.
    std::string label;
    Message whyAbsent; // a sentence: what to import and how
};

// The registered models, loaded. Immutable and shared between analyses.
struct Models {
    LoadedModel<AudioTagger> tagger; // of the audio branch
    LoadedModel<AlexNetFeatures> alexNet;
    LoadedModel<InceptionV4> inceptionV4;
    LoadedModel<WordVectors> vectors;
    std::vector<ObjectClass> objects; // ImageNet's, from resources
    std::vector<Message> notes;       // "The CRNN is untrained: …"; part of every result's notes
};

// Events for the classes of the audio tagger that is registered in `directory`, as a new project has them. Errors:
// Inconsistent where none is; those of readModelRegistry() and openTagger().
[[nodiscard]] Result<std::vector<EventClass>> eventsOfRegisteredTagger(const std::filesystem::path &directory);

// Loads what is registered in `directory` (core/base/paths.h), and for each kind that is not registered there what is
// registered in `fallbackDirectory`, where one is given; `tagger`, if any, is used in place of a registered one. A
// model that is registered and cannot be read is absent with its error as the reason. Errors: only where the program's
// own resources are missing; Unreadable, Malformed or Unsupported where a fallback directory is given and it, or its
// registry.json, cannot be used.
[[nodiscard]] Result<Models> loadModels(const std::filesystem::path &directory,
                                        const std::filesystem::path &fallbackDirectory = {},
                                        std::optional<LoadedModel<AudioTagger>> tagger = std::nullopt);

} // namespace tagscope

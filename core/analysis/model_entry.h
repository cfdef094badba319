// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tagscope {

enum class ModelKind { Crnn, AlexNet, InceptionV4, WordVectors };

inline constexpr std::array kModelKinds{ModelKind::Crnn, ModelKind::AlexNet, ModelKind::InceptionV4,
                                        ModelKind::WordVectors};

// "crnn", "alexnet", "inception-v4", "glove": as on the command line. Every kind of tagger (core/tagging/taggers.h) is
// registered in the place of the first, which is that of the audio branch.
[[nodiscard]] std::string nameOf(ModelKind kind);
// What the kind is called in a sentence: "CRNN", "word vectors".
[[nodiscard]] Message titleOf(ModelKind kind);

// Metadata of a network file with seeded random weights, in the file and in the registry: {key, "random weights, seed
// 7"}.
inline constexpr std::string_view kUntrainedKey = "tagscope.untrained";

// Metadata of a demo model, in its file and in the registry: {key, "made by Tagscope for its demo project, of drawn
// pictures"}.
inline constexpr std::string_view kDemoKey = "tagscope.demo";

// A published file of weights or vectors that can be imported; an entry of models/manifest.json. What is not known for
// certain is empty.
struct PublishedFile {
    ModelKind kind = ModelKind::AlexNet;
    std::string name;   // for people
    std::string file;   // the name of the file to import
    std::string format; // "PyTorch state dict", "safetensors", "GloVe text"
    std::string sha256; // of the file; 64 digits, or the first 8 where the publisher tells no more
    std::string url;    // what to download: the file, or the archive it has to be unpacked from
    std::string page;   // where it is described
    std::string licence;
    std::string note;
    std::string archive;                      // name of the archive; empty where `url` is the file itself
    std::string archiveSha256;                // of the archive
    std::optional<std::uint64_t> size;        // bytes of the file
    std::optional<std::uint64_t> archiveSize; // bytes of the archive
    std::vector<std::string> mirrors;         // further addresses of what `url` gives

    // What of it crosses the network, and what is known of that.
    [[nodiscard]] const std::string &download() const { return archive.empty() ? file : archive; }
    [[nodiscard]] const std::string &downloadSha256() const { return archive.empty() ? sha256 : archiveSha256; }
    [[nodiscard]] std::optional<std::uint64_t> downloadSize() const { return archive.empty() ? size : archiveSize; }
};

// A file in the models' directory that the program uses; at most one of each kind.
struct RegisteredModel {
    ModelKind kind = ModelKind::Crnn;
    std::string file;         // name in the directory, such as alexnet-7be5be791159.pth
    std::string originalName; // of the file that was imported
    std::string sha256;       // of `file`; for imported GloVe text that of the compact file made from it
    std::uint64_t size = 0;   // bytes of `file`
    std::string imported;     // UTC, ISO 8601, such as 2026-01-15T10:00:00Z
    // "origin" (where it comes from, as the file itself tells), "published" (the manifest's name for it, where its
    // SHA-256 is known or it was fetched), "fetched_from" (the address), kUntrainedKey, kDemoKey, for vectors "words"
    // and "dimensions".
    std::map<std::string, std::string> metadata;

    [[nodiscard]] bool isUntrained() const { return metadata.contains(std::string(kUntrainedKey)); }
    [[nodiscard]] bool isDemo() const { return metadata.contains(std::string(kDemoKey)); }

    // The manifest's name for it; empty where it is none of its files.
    [[nodiscard]] std::string published() const {
        const auto name = metadata.find("published");
        return name == metadata.end() ? std::string() : name->second;
    }

    friend bool operator==(const RegisteredModel &, const RegisteredModel &) = default;
};

// A kind of model: what is registered, and what could be.
struct ModelEntry {
    ModelKind kind = ModelKind::Crnn;
    std::optional<RegisteredModel> registered;
    Message advice;                       // what it is for and how to come by it
    std::vector<PublishedFile> published; // the recommended one first
};

} // namespace tagscope

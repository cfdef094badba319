// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/seconds.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

// The description that lies beside a network of somebody else's: `tagscope-tagger`, version 1. models/TAGGERS.md says
// how to write one.
namespace tagscope {

// A class of a tagger.
struct TaggerClass {
    std::string name;
    std::string mid; // AudioSet's; may be empty
};

struct TaggerSidecar {
    // A file that holds the network.
    struct Network {
        std::filesystem::path file;
        std::string sha256; // empty: not said
        bool takesWaveform = false;
        std::string input;      // names in the graph
        std::string output;     // steps x classes
        std::string embedding;  // a layer's output, steps x numbers; empty: not said
        std::int64_t first = 0; // samples that give one step; each further `step` give one more
        std::int64_t step = 0;
        std::vector<std::int64_t> inputShape; // -1 where it varies
    };

    // Of networks that take patches of log-mel features.
    struct FrontEnd {
        std::string window; // "hann", "hamming"
        bool isPeriodic = true;
        int windowSamples = 0;
        int hopSamples = 0;
        int fftSamples = 0;
        bool isPower = false;
        bool isCentred = false;
        int bands = 0;
        std::string formula; // "htk", "slaney"
        double lowHz = 0.0;
        double highHz = 0.0;
        bool isLinearInMel = true;
        bool isSlaneyNormalised = false;
        std::filesystem::path matrixFile; // empty: by the formula
        std::string matrixTensor;
        double logScale = 1.0; // of the natural logarithm
        double offset = 0.0;
        double floor = 0.0;
        int patchFrames = 0;
        int patchHop = 0;
    };

    // Inputs and what they give.
    struct Check {
        std::filesystem::path file; // .npz
        double fromPatches = 1e-4;
        double fromWaveform = 1e-3;
    };

    std::filesystem::path file;
    std::string name;
    std::string licence;
    std::string origin;
    int sampleRate = 16000;
    std::vector<Network> networks; // those that can be run here
    std::optional<FrontEnd> frontEnd;
    bool areLogits = false;
    Seconds firstStart{0}; // of the first step
    Seconds hop{0};
    Seconds length{0}; // of sound that a step sees
    Seconds centre{0}; // in it
    std::string pooling = "max";
    std::vector<TaggerClass> classes;
    std::optional<Check> check;

    // All that it names, the sidecar itself first.
    [[nodiscard]] std::vector<std::filesystem::path> files() const;
    // The network to run: one that takes the waveform where there is one. Null where none is there.
    [[nodiscard]] const Network *preferred() const;
};

// Files are looked for in NAME.files beside NAME.json, where an import keeps them, else beside it. Errors, with the
// place in the document: Unreadable, Malformed (no JSON, a field missing or of another type), Unsupported (another
// format or version, a rate, window or activation that is not known), Inconsistent (numbers that make no sense; fields
// that contradict one another; a class list of another length).
[[nodiscard]] Result<TaggerSidecar> readSidecar(const std::filesystem::path &file);

// Whether a JSON file says that it is one.
[[nodiscard]] bool isSidecar(const std::filesystem::path &file);

// Where an import keeps the files of this sidecar.
[[nodiscard]] std::filesystem::path companionFolder(const std::filesystem::path &sidecar);

} // namespace tagscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace tagscope {

// One convolution with ReLU, followed by local max pooling and dropout.
struct CrnnBlock {
    int channels = 32;
    int kernel = 5; // odd; square, "same" padding
    int poolTime = 2;
    int poolBands = 2;

    friend bool operator==(const CrnnBlock &, const CrnnBlock &) = default;
};

// The layout of the CRNN of section 3.2, in the file beside the weights. Defaults: the paper, and where it is silent
// the authors' published network for the same task, pooled 20-fold in time.
struct CrnnLayout {
    int bands = 60;
    std::vector<CrnnBlock> blocks{{32, 5, 2, 2}, {64, 5, 2, 2}, {128, 5, 5, 3}};
    int gruUnits = 100; // in each direction, section 3.2
    double dropout = 0.2;
    std::vector<std::string> events; // names of the K outputs

    [[nodiscard]] int poolTime() const; // frames in one step: the product of the blocks' (20)

    friend bool operator==(const CrnnLayout &, const CrnnLayout &) = default;
};

// What a CRNN file holds beside the weights, needed to use them rightly and to say where they come from.
struct CrnnDescription {
    CrnnLayout layout;
    double frameHop = 0.005;          // s, of the features it was made for
    std::vector<float> bandMean;      // dB, of the training set; bands numbers
    std::vector<float> bandDeviation; // dB; all > 0
    bool isTrained = false;           // false: seeded random weights, to be said wherever output is shown
    std::string origin;               // a line for people: which run, data or seed
};

} // namespace tagscope

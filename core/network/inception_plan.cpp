// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/inception_plan.h"

#include <utility>

namespace tagscope {

namespace {

enum class Fit { Same, Valid, Halving }; // padded to the same size; unpadded; unpadded with stride 2

ConvolutionPlan convolution(std::string name, int channels, int rows, int columns, Fit fit = Fit::Same) {
    ConvolutionPlan plan{std::move(name), channels, rows, columns, {}};
    if (fit == Fit::Same)
        plan.geometry.padding = {rows / 2, columns / 2};
    if (fit == Fit::Halving)
        plan.geometry.stride = {2, 2};
    return plan;
}

InceptionBranch chain(std::vector<ConvolutionPlan> convolutions) {
    return {InceptionPool::None, std::move(convolutions), {}};
}

InceptionBranch maximum() {
    return {InceptionPool::Maximum, {}, {}};
}

InceptionBranch average(ConvolutionPlan after) {
    return {InceptionPool::Average, {std::move(after)}, {}};
}

// Figure 3, from the input to 384 x 35 x 35.
std::vector<InceptionBlock> stem() {
    return {
        {chain({convolution("features.0", 32, 3, 3, Fit::Halving)})},
        {chain({convolution("features.1", 32, 3, 3, Fit::Valid)})},
        {chain({convolution("features.2", 64, 3, 3)})},
        {maximum(), chain({convolution("features.3.conv", 96, 3, 3, Fit::Halving)})},
        {chain({convolution("features.4.branch0.0", 64, 1, 1),
                convolution("features.4.branch0.1", 96, 3, 3, Fit::Valid)}),
         chain({convolution("features.4.branch1.0", 64, 1, 1), convolution("features.4.branch1.1", 64, 1, 7),
                convolution("features.4.branch1.2", 64, 7, 1),
                convolution("features.4.branch1.3", 96, 3, 3, Fit::Valid)})},
        {chain({convolution("features.5.conv", 192, 3, 3, Fit::Halving)}), maximum()},
    };
}

InceptionBlock inceptionA(const std::string &at) { // figure 4
    return {chain({convolution(at + ".branch0", 96, 1, 1)}),
            chain({convolution(at + ".branch1.0", 64, 1, 1), convolution(at + ".branch1.1", 96, 3, 3)}),
            chain({convolution(at + ".branch2.0", 64, 1, 1), convolution(at + ".branch2.1", 96, 3, 3),
                   convolution(at + ".branch2.2", 96, 3, 3)}),
            average(convolution(at + ".branch3.1", 96, 1, 1))};
}

InceptionBlock reductionA(const std::string &at) { // figure 7
    return {chain({convolution(at + ".branch0", 384, 3, 3, Fit::Halving)}),
            chain({convolution(at + ".branch1.0", 192, 1, 1), convolution(at + ".branch1.1", 224, 3, 3),
                   convolution(at + ".branch1.2", 256, 3, 3, Fit::Halving)}),
            maximum()};
}

InceptionBlock inceptionB(const std::string &at) { // figure 5
    return {chain({convolution(at + ".branch0", 384, 1, 1)}),
            chain({convolution(at + ".branch1.0", 192, 1, 1), convolution(at + ".branch1.1", 224, 1, 7),
                   convolution(at + ".branch1.2", 256, 7, 1)}),
            chain({convolution(at + ".branch2.0", 192, 1, 1), convolution(at + ".branch2.1", 192, 7, 1),
                   convolution(at + ".branch2.2", 224, 1, 7), convolution(at + ".branch2.3", 224, 7, 1),
                   convolution(at + ".branch2.4", 256, 1, 7)}),
            average(convolution(at + ".branch3.1", 128, 1, 1))};
}

InceptionBlock reductionB(const std::string &at) { // figure 8
    return {chain({convolution(at + ".branch0.0", 192, 1, 1), convolution(at + ".branch0.1", 192, 3, 3, Fit::Halving)}),
            chain({convolution(at + ".branch1.0", 256, 1, 1), convolution(at + ".branch1.1", 256, 1, 7),
                   convolution(at + ".branch1.2", 320, 7, 1), convolution(at + ".branch1.3", 320, 3, 3, Fit::Halving)}),
            maximum()};
}

InceptionBlock inceptionC(const std::string &at) { // figure 6
    return {chain({convolution(at + ".branch0", 256, 1, 1)}),
            {InceptionPool::None,
             {convolution(at + ".branch1_0", 384, 1, 1)},
             {convolution(at + ".branch1_1a", 256, 1, 3), convolution(at + ".branch1_1b", 256, 3, 1)}},
            {InceptionPool::None,
             {convolution(at + ".branch2_0", 384, 1, 1), convolution(at + ".branch2_1", 448, 3, 1),
              convolution(at + ".branch2_2", 512, 1, 3)},
             {convolution(at + ".branch2_3a", 256, 1, 3), convolution(at + ".branch2_3b", 256, 3, 1)}},
            average(convolution(at + ".branch3.1", 256, 1, 1))};
}

} // namespace

std::vector<InceptionBlock> inceptionV4Plan() {
    std::vector<InceptionBlock> blocks = stem();
    const auto append = [&](InceptionBlock (*make)(const std::string &), int times) {
        for (int i = 0; i < times; ++i)
            blocks.push_back(make("features." + std::to_string(blocks.size())));
    };
    append(inceptionA, 4);
    append(reductionA, 1);
    append(inceptionB, 7);
    append(reductionB, 1);
    append(inceptionC, 3);
    return blocks;
}

} // namespace tagscope

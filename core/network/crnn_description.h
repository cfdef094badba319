// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/network/crnn_layout.h"
#include "core/network/weight_reader.h"

#include <map>
#include <string>
#include <vector>

namespace tagscope {

// The file of a CRNN is .safetensors. Its metadata, all text:
//   tagscope.kind      "crnn"
//   tagscope.version   "1"
//   tagscope.layout    CrnnLayout as JSON: {"bands", "blocks": [{"channels", "kernel", "poolTime", "poolBands"}, …],
//                      "gruUnits", "dropout", "events": [names]}
//   tagscope.frameHop  seconds, a decimal number
//   tagscope.isTrained "true" or "false"
//   tagscope.origin    a line for people
// Its tensors: input.mean and input.deviation (bands numbers, dB), and the parameters.
inline constexpr const char *kCrnnMeanName = "input.mean";
inline constexpr const char *kCrnnDeviationName = "input.deviation";

// The parameters in the order that initialisation, graph and file share, under PyTorch's shapes and gate order
// (reset, update, new):
//   conv.N.weight (channels x inputs x kernel x kernel), conv.N.bias for each block N = 0, 1, …;
//   gru.weight_ih_l0 (3 units x inputs), gru.weight_hh_l0 (3 units x units), gru.bias_ih_l0, gru.bias_hh_l0, and the
//   same with _reverse; linear.weight (events x 2 units), linear.bias.
// The GRU's inputs are the last block's channels x bands, channel by channel. The layout must be valid.
[[nodiscard]] std::vector<NamedShape> crnnParameterShapes(const CrnnLayout &layout);

// Numbers that one step has for the GRU: the last block's channels times the bands that pooling leaves; 0 where it
// leaves none.
[[nodiscard]] int crnnStepInputs(const CrnnLayout &layout);

// Errors: Inconsistent, with a sentence on what cannot be built or used.
[[nodiscard]] Result<void> checkCrnnLayout(const CrnnLayout &layout);
[[nodiscard]] Result<void> checkCrnnDescription(const CrnnDescription &description);

[[nodiscard]] std::map<std::string, std::string> crnnMetadata(const CrnnDescription &description);
// All but the bands' mean and deviation, which are tensors. Errors: Malformed (of the metadata, `file` is for the
// sentence), Unsupported (a later version), Inconsistent as checkCrnnLayout().
[[nodiscard]] Result<CrnnDescription> crnnFromMetadata(const std::map<std::string, std::string> &metadata,
                                                       const std::string &file);

} // namespace tagscope

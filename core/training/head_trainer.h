// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/result.h"
#include "core/fusion/metrics.h"
#include "core/tagging/tagger_head.h"

#include <span>
#include <stop_token>

// A head on a tagger's embedding: multiple instance learning as of the CRNN, but of one layer, in seconds.
namespace tagscope {

// Chosen on three folds of ESC-10 by YAMNet's embedding, where a tenth and three times the shrinkage change the
// accuracy by less than 1 %.
struct HeadSettings {
    int iterations = 100;       // over all clips at once
    double learningRate = 0.01; // of Adam
    double shrinkage = 0.003;   // times half the sum of the squares of the weights of an embedding scaled to 1
};

// Learns each event from the clips' embeddings (steps x numbers, at least one step each, equally many numbers): the
// mean cross entropy of the clips' largest logits over their steps against their labels, clips.size() x events, plus
// the shrinkage. Numbers are centred one by one and scaled all alike, so that a rare number is not blown up. The same
// for the same input. Errors: Inconsistent (no clips, shapes that differ, numbers that are not finite), Cancelled.
[[nodiscard]] Result<HeadWeights> trainHead(std::span<const Matrix *const> clips, const BinaryTable &labels,
                                            const HeadSettings &settings = {}, const std::stop_token &stop = {});

} // namespace tagscope

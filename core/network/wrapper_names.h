// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/tensor_file.h"

#include <vector>

namespace tagscope {

// Takes what wrappers of a network put into the names of its tensors out of them again: "module." of DataParallel,
// wherever it stands, "_orig_mod." of torch.compile(), and a "model." that all names begin with, as Lightning's
// checkpoints have it. Names stay as they are where two would become one.
void dropWrapperNames(std::vector<TensorInfo> &tensors);

} // namespace tagscope

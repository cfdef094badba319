// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/general_path.h"

#include <ATen/core/Tensor.h>

namespace tagscope {
namespace {

thread_local bool isGeneralPathForced = false;

} // namespace

GeneralPath::GeneralPath() : before_(isGeneralPathForced) {
    isGeneralPathForced = true;
}

GeneralPath::~GeneralPath() {
    isGeneralPathForced = before_;
}

bool hasOwnKernels(const at::Tensor &tensor) {
    return tensor.device().is_cpu() && !isGeneralPathForced;
}

} // namespace tagscope

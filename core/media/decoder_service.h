// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/decoder_protocol.h"

#include <functional>
#include <string_view>

namespace tagscope::decoding {

constexpr int kExitNoMemory = 71; // what a decoder ends with that wanted more than it may have

// What is called before a request about the file of this name is answered: for decoders that tests make fail.
using BeforeAnswer = std::function<void(Request request, std::string_view name)>;

// The work of the decoder's process: answers requests until the program closes the socket. The exit status.
[[nodiscard]] int serveDecoding(const Greeting &greeting, const BeforeAnswer &before = {});

} // namespace tagscope::decoding

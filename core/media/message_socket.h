// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/file_descriptor.h"

#include <cstddef>
#include <span>
#include <vector>

namespace tagscope::decoding {

// A message from a socket that keeps messages apart, with the descriptors that came along.
struct SocketMessage {
    std::vector<std::byte> bytes; // empty: the other side has gone
    std::vector<FileDescriptor> descriptors;
};

constexpr std::size_t kMaxMessageBytes = 60'000; // below what any socket takes at once

// Waits for a message of up to kMaxMessageBytes, a longer one counting as none, and two descriptors.
[[nodiscard]] SocketMessage receiveMessage(int socket);

// False where the other side has gone. At most two descriptors.
[[nodiscard]] bool sendMessage(int socket, std::span<const std::byte> bytes, std::span<const int> descriptors = {});

} // namespace tagscope::decoding

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/message_socket.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <sys/socket.h>

namespace tagscope::decoding {
namespace {

constexpr std::size_t kMostPassed = 2;

struct ControlBuffer {
    alignas(cmsghdr) std::array<char, CMSG_SPACE(kMostPassed * sizeof(int))> bytes{};
};

} // namespace

SocketMessage receiveMessage(int socket) {
    std::array<std::byte, kMaxMessageBytes> buffer; // NOLINT(cppcoreguidelines-pro-type-member-init): filled below
    SocketMessage received;
    iovec part{buffer.data(), buffer.size()};
    ControlBuffer control;
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control.bytes.data();
    message.msg_controllen = control.bytes.size();
    ssize_t count = -1;
    do {
        count = ::recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    } while (count < 0 && errno == EINTR);
    if (count > 0 && (message.msg_flags & MSG_TRUNC) == 0)
        received.bytes.assign(buffer.data(), buffer.data() + count);
    const cmsghdr *header = count > 0 ? CMSG_FIRSTHDR(&message) : nullptr;
    if (header == nullptr || header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS)
        return received;
    for (std::size_t used = CMSG_LEN(0); used + sizeof(int) <= header->cmsg_len; used += sizeof(int)) {
        int number = -1;
        std::memcpy(&number, CMSG_DATA(header) + (used - CMSG_LEN(0)), sizeof number);
        received.descriptors.emplace_back(number);
    }
    return received;
}

bool sendMessage(int socket, std::span<const std::byte> bytes, std::span<const int> descriptors) {
    iovec part{const_cast<std::byte *>(bytes.data()), bytes.size()}; // NOLINT(cppcoreguidelines-pro-type-const-cast)
    ControlBuffer control;
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    if (!descriptors.empty() && descriptors.size() <= kMostPassed) {
        message.msg_control = control.bytes.data();
        message.msg_controllen = CMSG_SPACE(descriptors.size_bytes());
        cmsghdr *header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(descriptors.size_bytes());
        std::memcpy(CMSG_DATA(header), descriptors.data(), descriptors.size_bytes());
    }
    ssize_t count = -1;
    do {
        count = ::sendmsg(socket, &message, MSG_NOSIGNAL);
    } while (count < 0 && errno == EINTR);
    return count == static_cast<ssize_t>(bytes.size());
}

} // namespace tagscope::decoding

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/download/download.h"
#include "core/download/partial_file.h"

#include <functional>

namespace tagscope {

// One request to one address.
struct Transfer {
    std::string address;
    std::optional<std::uint64_t> size; // that the whole file must have
    // A check at the end would find out parts of two files; without one only the server's word that its file is still
    // the same lets a partial file grow.
    bool isChecked = false;
    DownloadPatience patience;
    std::function<void(std::uint64_t have, std::optional<std::uint64_t> whole)> progress; // bytes
};

// Why it ended without the whole file.
struct TransferFailure {
    enum class Remedy {
        TryAgain,     // the connection broke, or the server is busy
        OtherAddress, // this one does not have the file
        None          // stopped, or the disk is full
    };

    Error error;
    Remedy remedy = Remedy::OtherAddress;
};

// Brings to `file` what it lacks: the server is asked for the rest and sends that, or all of it again where its file is
// another one now or it knows no ranges.
[[nodiscard]] tl::expected<void, TransferFailure> transfer(const Transfer &request, PartialFile &file,
                                                           const std::stop_token &stop);

} // namespace tagscope

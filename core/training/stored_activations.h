// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/result.h"
#include "core/base/seconds.h"
#include "core/training/npy_file.h"
#include "core/training/open_files.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace tagscope {

// The activations that predictRun() and predictModel() left in a run's directory. Thread-safe.
class StoredActivations {
public:
    // Those of all clips; where there are none of all, or `split` asks for it, those of one split.
    // Errors: Unreadable (none there), Malformed (a part is missing, or the two files do not belong together).
    [[nodiscard]] static Result<StoredActivations> open(const std::filesystem::path &runDirectory,
                                                        const std::string &split = {});

    [[nodiscard]] const std::vector<std::string> &events() const { return events_; }
    [[nodiscard]] Seconds hop() const { return hop_; }
    // steps x events; nothing for a clip that was not predicted. Errors: Unreadable, Malformed.
    [[nodiscard]] Result<std::optional<Matrix>> of(const std::string &clip) const;

private:
    StoredActivations() = default;

    std::vector<std::string> events_;
    Seconds hop_{0};
    std::unordered_map<std::string, std::size_t> rows_;
    NpyHeader header_;
    std::shared_ptr<const RandomAccessFile> file_;
};

} // namespace tagscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/verdict_columns.h"

#include "core/base/file_hash.h"

namespace tagscope {

std::string verdictRowCheck(std::string_view checkBefore, std::string_view row) {
    constexpr std::size_t kDigits = 12;
    return sha256Of(std::string(checkBefore) + "\n" + std::string(row)).substr(0, kDigits);
}

} // namespace tagscope

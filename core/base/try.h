// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <utility>

namespace tagscope::detail {

template <class Value>
Value valueIn(Result<Value> &&result) {
    if constexpr (!std::is_void_v<Value>)
        return *std::move(result);
}

template <class Value>
Value valueIn(const Result<Value> &result) {
    if constexpr (!std::is_void_v<Value>)
        return *result;
}

} // namespace tagscope::detail

#define TAGSCOPE_JOINED_WORDS(a, b) a##b
#define TAGSCOPE_JOINED(a, b) TAGSCOPE_JOINED_WORDS(a, b)
#define TAGSCOPE_TRY_AS(name, ...)                                                                                     \
    __extension__({                                                                                                    \
        auto &&name = (__VA_ARGS__);                                                                                   \
        if (!name)                                                                                                     \
            return tl::unexpected(std::forward<decltype(name)>(name).error());                                         \
        ::tagscope::detail::valueIn(std::forward<decltype(name)>(name));                                               \
    })

// The value of a Result; where there is none, the function returns the error. Only as a statement of its own, as the
// whole right side of an assignment or initialisation, or as the whole of what is returned: what else stands in the
// same expression would not be destroyed.
//
//     const Table table = TAGSCOPE_TRY(readTable(file));
//     TAGSCOPE_TRY(table.check());
#define TAGSCOPE_TRY(...) TAGSCOPE_TRY_AS(TAGSCOPE_JOINED(tagscopeTried, __COUNTER__), __VA_ARGS__)

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/tensor_file.h"
#include "tests/core/network/memory_file.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

// Any bytes as a weight file: an error, or tensors of which each has as many values as its shape says.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    using namespace tagscope;
    static test::MemoryFile memory;
    if (!memory.setContent({reinterpret_cast<const char *>(data), size}))
        return 0;
    const Result<TensorFile> file = TensorFile::open(memory.path());
    if (!file)
        return 0;
    std::int64_t read = 0;
    for (const TensorInfo &tensor : file->tensors()) {
        const Result<std::vector<float>> values = file->floats(tensor.name);
        if (values && values->size() != static_cast<std::size_t>(tensor.count()))
            std::abort();
        read += tensor.count();
        if (read > std::int64_t{1} << 26) // repeated values cost time only
            break;
    }
    return 0;
}

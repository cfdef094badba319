// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <iterator>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

// Runs a fuzz target over the files named on the command line.
int main(int count, char **arguments) {
    for (int i = 1; i < count; ++i) {
        std::ifstream stream(arguments[i], std::ios::binary);
        if (!stream) {
            std::cerr << arguments[i] << " cannot be read.\n";
            return 1;
        }
        const std::vector<char> bytes{std::istreambuf_iterator<char>(stream), {}};
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(bytes.data()), bytes.size());
    }
    return 0;
}

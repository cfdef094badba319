// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/made_media.h"
#include "tests/support/test_files.h"

#include <cstddef>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>

namespace tagscope::test {

// A copy of tests/golden/own_tagger/ in a folder; the description's path.
inline std::filesystem::path copyOfOwnTagger(const std::filesystem::path &folder) {
    for (const char *name : {"mine.json", "mine.onnx", "reference.npz"})
        std::filesystem::copy_file(goldenFile(std::string("own_tagger/") + name), folder / name,
                                   std::filesystem::copy_options::overwrite_existing);
    return folder / "mine.json";
}

// Puts one number in the place of all weights of a tensor of the graph: name, then "raw_data" (field 9) and its length,
// as PyTorch writes them. False where there is no such tensor.
inline bool fillWeights(const std::filesystem::path &graph, const std::string &tensor, float value) {
    std::string bytes = contentOf(graph);
    std::size_t at = bytes.find(tensor + "J");
    if (at == std::string::npos)
        return false;
    at += tensor.size() + 1;
    std::size_t length = 0;
    unsigned byte = 0x80U;
    for (unsigned shift = 0; (byte & 0x80U) != 0; shift += 7, ++at) {
        byte = static_cast<unsigned char>(bytes.at(at));
        length |= std::size_t{byte & 0x7fU} << shift;
    }
    if (at + length > bytes.size())
        return false;
    for (std::size_t i = 0; i + sizeof value <= length; i += sizeof value)
        std::memcpy(bytes.data() + at + i, &value, sizeof value);
    std::ofstream(graph, std::ios::binary) << bytes;
    return true;
}

} // namespace tagscope::test

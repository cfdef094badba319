// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tagging/onnx_outline.h"
#include "core/tagging/sidecar.h"
#include "tests/core/network/memory_file.h"
#include "tests/fuzz/target.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

// The first byte says which, the others are what a stranger's tagger consists of: its description with the list of
// classes that it may name, or its graph. What is accepted makes sense.
namespace {

using namespace tagscope;
using test::require;

namespace fs = std::filesystem;

// Of this process; whatever is in it is written anew.
const fs::path &ownFolder() {
    static const fs::path folder = [] {
        fs::path made = fs::temp_directory_path() / ("tagscope-taggers-" + std::to_string(::getpid()));
        fs::create_directories(made);
        return made;
    }();
    return folder;
}

void askNetwork(const TaggerSidecar &sidecar, const TaggerSidecar::Network &network) {
    require(network.file.parent_path() == ownFolder() || network.file.string().starts_with(ownFolder().string() + "/"));
    if (!network.takesWaveform) {
        require(sidecar.frontEnd.has_value() && network.inputShape.size() == 4);
        return;
    }
    require(network.first > 0 && network.step > 0 && !network.inputShape.empty() && network.inputShape.size() <= 3);
    const double hop = static_cast<double>(network.step) / sidecar.sampleRate;
    require(std::abs(hop - sidecar.hop.count()) < 1e-5 * hop + 1e-8);
}

void put(const fs::path &file, std::string_view bytes) {
    std::error_code ignored;
    fs::remove(file, ignored); // what is only cut to nothing and written again, file systems flush
    std::ofstream(file, std::ios::binary) << bytes;
}

// Two bytes say how long the description is; the list of classes follows it.
void sidecars(std::string_view bytes) {
    if (bytes.size() < 2)
        return;
    const auto byteAt = [&](std::size_t at) { return std::size_t{static_cast<unsigned char>(bytes[at])}; };
    const std::size_t length = std::min(byteAt(0) << 8U | byteAt(1), bytes.size() - 2);
    const fs::path file = ownFolder() / "t.json";
    put(file, bytes.substr(2, length));
    put(ownFolder() / "classes.txt", bytes.substr(2 + length));
    static_cast<void>(isSidecar(file));
    const Result<TaggerSidecar> sidecar = readSidecar(file);
    if (!sidecar)
        return;
    require(isSidecar(file) && !sidecar->name.empty() && !sidecar->classes.empty() && !sidecar->networks.empty());
    require(sidecar->sampleRate > 0 && sidecar->hop > Seconds(0) && sidecar->length > Seconds(0));
    require(std::isfinite(sidecar->centre.count()) && std::isfinite(sidecar->firstStart.count()));
    for (const TaggerSidecar::Network &network : sidecar->networks)
        askNetwork(*sidecar, network);
    require(sidecar->files().front() == file);
    static_cast<void>(sidecar->preferred());
}

void graphs(std::string_view bytes) {
    static test::MemoryFile memory;
    memory.setContent(bytes);
    if (const Result<OnnxOutline> outline = readOnnxOutline(memory.path()))
        static_cast<void>(whyOpenCvRefuses(*outline));
}

constexpr std::array<void (*)(std::string_view), 2> kReaders{sidecars, graphs};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    if (size > 0)
        kReaders.at(data[0] % kReaders.size())({reinterpret_cast<const char *>(data) + 1, size - 1});
    return 0;
}

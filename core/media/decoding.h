// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <chrono>
#include <cstddef>
#include <filesystem>

namespace tagscope {

// Where foreign bytes meet the codecs.
enum class DecodingPlace {
    InProcess, // fast to debug; what a damaged file does to a codec, it does to this program
    Child      // in tagscope-decoder: what kills that costs one recording
};

struct DecodingOptions {
    DecodingPlace place = DecodingPlace::InProcess;
    std::filesystem::path program{};   // empty: decoderProgram()
    std::chrono::seconds patience{30}; // for a decoder that neither reads nor decodes
    std::chrono::seconds effort{60};   // of its processor's time, without anything decoded
};

// How media are opened from now on; what is open stays where it is. The programs choose Child when they start, before
// any other thread runs; in-process is what all other users of this folder get. Thread-safe.
void setDecodingOptions(DecodingOptions options);
[[nodiscard]] DecodingOptions decodingOptions();

// $TAGSCOPE_DECODER, else tagscope-decoder beside this program, as the build has it or as it is installed. Error:
// Internal, where there is none.
[[nodiscard]] Result<std::filesystem::path> decoderProgram();

// Loads what decoders consist of, beside what this program does meanwhile, so that the first recording does not wait
// for it. Does nothing in-process, and where there is no decoder.
void prepareDecoders();

// Ends the decoders that wait for work; those at work go on. They are ended with this program at the latest.
void endIdleDecoders();

// Whether all decoders so far could filter their system calls: not so in some containers, and on old kernels.
[[nodiscard]] bool areDecodersFiltered();

} // namespace tagscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>

// The compact file of word vectors, version 1. It is made for lookups of a few thousand among millions of words
// through a memory map, so nothing in it has to be parsed or copied before use.
//
//   header      Header, 64 bytes
//   vectors     rows x dimensions float32, in the order of the text
//   padding     zeros up to a multiple of 8 bytes
//   word ends   words x uint64: where each word ends among the characters (it begins where the one before ends)
//   word rows   words x uint64: the row of each word's vector
//   characters  of all words, one after another, words in ascending order of their bytes
//   origin      characters
//
// All numbers are little-endian. Where each part lies follows from the counts in the header, and the file's size has
// to agree with them: there is no offset that could point elsewhere. There may be more rows than words, because of a
// word that is in the text twice only the first vector is kept in the index.
//
// Float32, not float16: the numbers are then exactly those that any other program reads from the same text. Float16
// would halve 2.6 GB (of which a lookup touches only what it needs) for relative errors of up to 2^-11 a component.
namespace tagscope::vectorFile {

static_assert(std::endian::native == std::endian::little, "the file is mapped and used as it is");

constexpr char kMagic[8] = {'T', 'A', 'G', 'S', 'W', 'V', 'E', 'C'};
constexpr std::uint32_t kVersion = 1;
// More than any published vectors have; keeps a line of text, and what a lie in a header can ask for, small.
constexpr std::uint32_t kMaxDimensions = 16384;

struct Header {
    char magic[8];
    std::uint32_t version;
    std::uint32_t dimensions;
    std::uint64_t rows;
    std::uint64_t words;
    std::uint64_t characterBytes;
    std::uint64_t originBytes;
    std::uint64_t reserved[2]; // zero
};
static_assert(sizeof(Header) == 64);

// Where the parts of a file with this header lie, in bytes from its start.
struct Layout {
    std::uint64_t vectors = 0;
    std::uint64_t wordEnds = 0;
    std::uint64_t wordRows = 0;
    std::uint64_t characters = 0;
    std::uint64_t origin = 0;
    std::uint64_t end = 0; // the file's size
};

// The counts have to be below 2^40 each, so that nothing overflows; see countsArePossible().
[[nodiscard]] constexpr Layout layoutOf(const Header &header) {
    Layout layout;
    layout.vectors = sizeof(Header);
    const std::uint64_t vectorBytes = header.rows * header.dimensions * sizeof(float);
    layout.wordEnds = layout.vectors + (vectorBytes + 7U) / 8U * 8U;
    layout.wordRows = layout.wordEnds + header.words * sizeof(std::uint64_t);
    layout.characters = layout.wordRows + header.words * sizeof(std::uint64_t);
    layout.origin = layout.characters + header.characterBytes;
    layout.end = layout.origin + header.originBytes;
    return layout;
}

[[nodiscard]] constexpr bool countsArePossible(const Header &header) {
    constexpr std::uint64_t kLimit = std::uint64_t{1} << 40U;
    return header.dimensions > 0 && header.dimensions <= kMaxDimensions && header.rows < kLimit &&
           header.words <= header.rows && header.characterBytes < kLimit && header.originBytes < kLimit;
}

} // namespace tagscope::vectorFile

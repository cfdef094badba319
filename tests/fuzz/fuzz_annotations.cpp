// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/clip_list_csv.h"
#include "core/formats/region_format.h"
#include "core/formats/vote_table.h"
#include "tests/core/network/memory_file.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

// The first byte says which reader, the others are the file: lists of clips, tables of votes, or regions of one of the
// formats. An error, or what makes sense: labels that end after they begin, with the line of each.
namespace {

using namespace tagscope;

void require(bool holds) {
    if (!holds)
        std::abort();
}

void readList(const std::filesystem::path &file) {
    const Result<CsvClipList> list = readClipListCsv(file);
    if (!list)
        return;
    require(!list->clips.empty());
    for (const CsvClip &clip : list->clips)
        require(!clip.name.empty() && (!clip.duration || clip.duration->count() > 0));
}

void readVotes(const std::filesystem::path &file) {
    const Result<VoteTable> table = readVoteTable(file);
    if (table)
        for (const VoteTable::Row &row : table->rows)
            require(row.votes.size() == table->annotators.size());
    static_cast<void>(readGoldTable(file));
}

void readRegions(const RegionFormat &format, const std::filesystem::path &file) {
    const Result<ReadRegions> read = format.read(file, {{"dog", "rain"}, {}, {}});
    if (!read)
        return;
    require(read->labels.size() == read->lines.size());
    for (const TimedLabel &label : read->labels) {
        require(std::isfinite(label.onset.count()) && std::isfinite(label.offset.count()));
        require(label.onset >= Seconds(0) && label.offset >= label.onset);
        require(!label.frequencies || label.frequencies->high >= label.frequencies->low);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    static tagscope::test::MemoryFile memory;
    std::vector<const RegionFormat *> readers;
    for (const RegionFormat &format : regionFormats())
        if (format.read != nullptr)
            readers.push_back(&format);
    if (size == 0 || !memory.setContent({reinterpret_cast<const char *>(data) + 1, size - 1}))
        return 0;
    const std::size_t which = data[0] % (readers.size() + 2);
    if (which == readers.size())
        readList(memory.path());
    else if (which == readers.size() + 1)
        readVotes(memory.path());
    else
        readRegions(*readers[which], memory.path());
    return 0;
}

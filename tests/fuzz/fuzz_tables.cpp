// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/audioset_lists.h"
#include "core/formats/dcase_lists.h"
#include "core/formats/foreign_scores.h"
#include "core/formats/npy_file.h"
#include "core/formats/score_table.h"
#include "core/formats/sed_lists.h"
#include "core/words/class_lists.h"
#include "core/words/word_vectors.h"
#include "tests/core/network/memory_file.h"
#include "tests/fuzz/target.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string>
#include <unistd.h>

// The first byte says which reader, the others are the file: tables of scores, lists, arrays, classes and vectors. What
// is accepted makes sense, and where there is a writer, what it writes of it is read back as the same.
namespace {

using namespace tagscope;
using test::require;

const std::filesystem::path &fileOf(std::string_view bytes) {
    static test::MemoryFile memory;
    memory.setContent(bytes);
    return memory.path();
}

template <class Value, class Read, class Write>
void comesBack(std::string_view bytes, const Read &read, const Write &write) {
    const Result<Value> value = read(fileOf(bytes));
    if (!value)
        return;
    const Result<std::string> written = write(*value);
    if (!written)
        return; // its writer is stricter
    const Result<Value> again = read(fileOf(*written));
    require(again.has_value());
    const Result<std::string> same = write(*again);
    require(same && *same == *written);
}

void scores(std::string_view bytes) {
    comesBack<ScoreTable>(
        bytes,
        [](const auto &file) {
            Result<ScoreTable> table = readScoreTable(file);
            if (table)
                for (const float score : table->scores.values)
                    require(score >= 0.0F && score <= 1.0F);
            return table;
        },
        scoreTableText);
}

void truth(std::string_view bytes) {
    comesBack<TruthTable>(bytes, readTruthTable, truthTableText);
}

void dcase(std::string_view bytes) {
    comesBack<std::vector<DcaseRow>>(bytes, readDcaseList, dcaseListText);
}

void audioSet(std::string_view bytes) {
    comesBack<std::vector<AudioSetSegment>>(bytes, readAudioSetSegments, audioSetSegmentsText);
}

void sedTruth(std::string_view bytes) {
    comesBack<SedGroundTruth>(bytes, readSedGroundTruth, sedGroundTruthText);
}

void sedDurations(std::string_view bytes) {
    comesBack<std::map<std::string, Seconds>>(bytes, readSedDurations, sedDurationsText);
}

void makesSense(const Result<ForeignScores> &scores) {
    if (!scores)
        return;
    require(scores->values.size() == scores->clips.size() * scores->classes);
    require(scores->lines.size() == scores->clips.size());
    require(std::ranges::all_of(scores->values, [](double value) { return value >= 0.0 && value <= 1.0; }));
}

void foreign(std::string_view bytes) {
    makesSense(readForeignTable(fileOf(bytes), ScoreScale::Probability));
    makesSense(readForeignTable(fileOf(bytes), ScoreScale::Logit));
    makesSense(readForeignJams(fileOf(bytes)));
    static_cast<void>(readNameList(fileOf(bytes)));
}

void arrays(std::string_view bytes) {
    const Result<NpyArray> array = npyArrayIn(bytes, "array");
    if (array) {
        std::size_t count = 1;
        for (const std::size_t size : array->shape)
            count *= size;
        require(count == array->values.size());
    }
    static_cast<void>(readNpz(fileOf(bytes)));
}

void classes(std::string_view bytes) {
    const Result<std::vector<EventClass>> events = readEventClasses(fileOf(bytes));
    if (events) {
        std::set<std::string> names;
        for (const EventClass &event : *events)
            require(!event.name.empty() && names.insert(event.name).second && std::isfinite(event.threshold));
    }
    const Result<std::vector<ObjectClass>> objects = readObjectClasses(fileOf(bytes));
    if (objects)
        for (const ObjectClass &object : *objects)
            require(object.index >= 0 && !object.names.empty());
}

void asks(const WordVectors &vectors) {
    for (const char *name : {"dog", "the", "fire engine", ""})
        if (const std::optional<std::vector<float>> vector = vectors.vectorOfName(name))
            require(vector->size() == vectors.dimensions());
}

void vectors(std::string_view bytes) {
    if (const Result<WordVectors> opened = WordVectors::open(fileOf(bytes)))
        asks(*opened);
    const std::filesystem::path target =
        std::filesystem::temp_directory_path() / ("tagscope-fuzz-" + std::to_string(::getpid()) + ".vectors");
    if (importWordVectors(fileOf(bytes), target)) {
        const Result<WordVectors> made = WordVectors::open(target);
        require(made.has_value());
        asks(*made);
    }
    std::error_code ignored;
    std::filesystem::remove(target, ignored);
}

constexpr std::array<void (*)(std::string_view), 10> kReaders{scores,       truth,   dcase,  audioSet, sedTruth,
                                                              sedDurations, foreign, arrays, classes,  vectors};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    if (size > 0)
        kReaders.at(data[0] % kReaders.size())({reinterpret_cast<const char *>(data) + 1, size - 1});
    return 0;
}

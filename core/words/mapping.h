// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/result.h"
#include "core/words/class_lists.h"
#include "core/words/word_vectors.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tagscope {

// How an object's probability reaches the events.
enum class MappingRule {
    MostSimilar, // the paper as we read it: all of it to the event of the largest cosine
    Softmax,     // spread over the events by softmax(cosine / temperature)
    Table,       // by a matrix edited by hand; needs no cosines, and the cut-off does not apply
};

struct MappingOptions {
    MappingRule rule = MappingRule::MostSimilar;
    double cutOff = -1.0;      // an object whose largest cosine is below it says nothing; -1: none
    double temperature = 0.05; // of Softmax
    Matrix table;              // of Table: objects x events, shares in [0, 1], so that v_k stays a probability

    friend bool operator==(const MappingOptions &, const MappingOptions &) = default;
};

// The cosine of every (object, event) pair (section 2.2.2). A name with several synonyms has a vector for each, and the
// best pair counts. NaN where the object or the event has no vector.
struct Similarities {
    Matrix cosine;                                 // objects x events
    std::vector<std::string> objectsWithoutVector; // first names
    std::vector<std::string> eventsWithoutVector;
};

[[nodiscard]] Similarities computeSimilarities(const WordVectors &vectors, std::span<const ObjectClass> objects,
                                               std::span<const EventClass> events);

// An object that was seen, and where its probability went.
struct MappedObject {
    int index = 0; // of the object class
    float probability = 0.0F;
    std::optional<int> event; // that received most of it; none where the object says nothing
    float cosine = 0.0F;      // with that event; NaN where there is none
};

struct MappedObjects {
    std::vector<MappedObject> objects;     // in the order given
    std::vector<float> eventProbabilities; // v_k: one an event, what it received
};

// The shares that a rule gives: objects x events, as the table of a rule Table; rows of zeros where an object says
// nothing. Errors: those of mapObjects().
[[nodiscard]] Result<Matrix> mappingShares(const Matrix &cosine, const MappingOptions &options);

// Hands the probabilities of the clip's objects (index, probability pairs) to the events. An event without a vector
// receives nothing by cosine; of equally similar events the first receives. `cosine` may be empty with a Table.
// Errors: Inconsistent (an index outside the table, a table of another shape or with other shares, a temperature that
// is not positive).
[[nodiscard]] Result<MappedObjects> mapObjects(const Matrix &cosine, std::span<const int> objects,
                                               std::span<const float> probabilities,
                                               const MappingOptions &options = {});

} // namespace tagscope

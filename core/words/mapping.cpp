// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/mapping.h"

#include "core/base/try.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace tagscope {
namespace {

constexpr float kNone = std::numeric_limits<float>::quiet_NaN();

// The vectors, of length 1, of those names that have one. In double, so that equal directions have a cosine of exactly
// 1 as float: "tow truck, tow car" is as near to Truck as to Car where "tow" is unknown, and such ties have a rule.
std::vector<std::vector<double>> directionsOf(const WordVectors &vectors, std::span<const std::string> names) {
    std::vector<std::vector<double>> directions;
    for (const std::string &name : names) {
        const std::optional<std::vector<float>> values = vectors.vectorOfName(name);
        if (!values)
            continue;
        std::vector<double> direction(values->begin(), values->end());
        const double length = std::sqrt(std::inner_product(direction.begin(), direction.end(), direction.begin(), 0.0));
        if (!(length > 0.0) || !std::isfinite(length))
            continue; // zeros have no direction
        for (double &component : direction)
            component /= length;
        directions.push_back(std::move(direction));
    }
    return directions;
}

// Of the most similar pair; NaN without a pair.
float bestCosine(const std::vector<std::vector<double>> &left, const std::vector<std::vector<double>> &right) {
    float best = kNone;
    for (const std::vector<double> &a : left) {
        for (const std::vector<double> &b : right) {
            const double product = std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
            const auto cosine = static_cast<float>(std::clamp(product, -1.0, 1.0));
            if (std::isnan(best) || cosine > best)
                best = cosine;
        }
    }
    return best;
}

// The first of the largest values that are numbers.
std::optional<std::size_t> largest(std::span<const float> values) {
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (!std::isnan(values[i]) && (!best || values[i] > values[*best]))
            best = i;
    return best;
}

// What share of an object's probability each event receives; all zero where the object says nothing.
std::vector<float> sharesByCosine(std::span<const float> cosines, const MappingOptions &options) {
    std::vector<float> shares(cosines.size(), 0.0F);
    const std::optional<std::size_t> best = largest(cosines);
    if (!best || static_cast<double>(cosines[*best]) < options.cutOff)
        return shares;
    if (options.rule == MappingRule::MostSimilar) {
        shares[*best] = 1.0F;
        return shares;
    }
    const auto weight = [&](float cosine) {
        return std::exp(static_cast<double>(cosine - cosines[*best]) / options.temperature);
    };
    double sum = 0.0;
    for (const float cosine : cosines)
        sum += std::isnan(cosine) ? 0.0 : weight(cosine);
    for (std::size_t k = 0; k < cosines.size(); ++k)
        shares[k] = std::isnan(cosines[k]) ? 0.0F : static_cast<float>(weight(cosines[k]) / sum);
    return shares;
}

std::vector<float> sharesOf(std::size_t object, const Matrix &cosine, const MappingOptions &options) {
    if (options.rule != MappingRule::Table)
        return sharesByCosine(cosine.row(object), options);
    const std::span<const float> row = options.table.row(object);
    return {row.begin(), row.end()};
}

Result<void> checkOptions(const Matrix &cosine, const MappingOptions &options) {
    if (options.rule == MappingRule::Softmax && !(options.temperature > 0.0))
        return fail(Error::Kind::Inconsistent, "words.bad_temperature");
    if (options.rule != MappingRule::Table)
        return {};
    const Matrix &table = options.table;
    if (!cosine.empty() && (table.rows != cosine.rows || table.columns != cosine.columns))
        return fail(Error::Kind::Inconsistent,
                    {"words.table_shape", table.rows, table.columns, cosine.rows, cosine.columns});
    const bool isShare =
        std::all_of(table.values.begin(), table.values.end(), [](float v) { return v >= 0.0F && v <= 1.0F; });
    if (!isShare || table.values.size() != table.rows * table.columns)
        return fail(Error::Kind::Inconsistent, "words.bad_table_share");
    return {};
}

} // namespace

Similarities computeSimilarities(const WordVectors &vectors, std::span<const ObjectClass> objects,
                                 std::span<const EventClass> events) {
    Similarities similarities;
    similarities.cosine = Matrix(objects.size(), events.size(), kNone);
    std::vector<std::vector<std::vector<double>>> ofEvents;
    for (const EventClass &event : events) {
        ofEvents.push_back(directionsOf(vectors, event.words));
        if (ofEvents.back().empty())
            similarities.eventsWithoutVector.push_back(event.name);
    }
    for (std::size_t i = 0; i < objects.size(); ++i) {
        const std::vector<std::vector<double>> ofObject = directionsOf(vectors, objects[i].names);
        if (ofObject.empty())
            similarities.objectsWithoutVector.push_back(objects[i].names.empty() ? objects[i].wordnetId
                                                                                 : objects[i].names.front());
        for (std::size_t k = 0; k < events.size(); ++k)
            similarities.cosine(i, k) = bestCosine(ofObject, ofEvents[k]);
    }
    return similarities;
}

Result<Matrix> mappingShares(const Matrix &cosine, const MappingOptions &options) {
    TAGSCOPE_TRY(checkOptions(cosine, options));
    if (options.rule == MappingRule::Table)
        return options.table;
    Matrix shares(cosine.rows, cosine.columns);
    for (std::size_t i = 0; i < cosine.rows; ++i)
        std::ranges::copy(sharesByCosine(cosine.row(i), options), shares.row(i).begin());
    return shares;
}

Result<MappedObjects> mapObjects(const Matrix &cosine, std::span<const int> objects,
                                 std::span<const float> probabilities, const MappingOptions &options) {
    TAGSCOPE_TRY(checkOptions(cosine, options));
    if (objects.size() != probabilities.size())
        return fail(Error::Kind::Inconsistent, "words.objects_unlike_probabilities");
    const Matrix &shape = options.rule == MappingRule::Table ? options.table : cosine;
    MappedObjects mapped;
    std::vector<double> received(shape.columns, 0.0);
    for (std::size_t i = 0; i < objects.size(); ++i) {
        if (objects[i] < 0 || static_cast<std::size_t>(objects[i]) >= shape.rows)
            return fail(Error::Kind::Inconsistent, {"words.unknown_object", objects[i], shape.rows});
        const auto object = static_cast<std::size_t>(objects[i]);
        const std::vector<float> shares = sharesOf(object, cosine, options);
        MappedObject out{objects[i], probabilities[i], std::nullopt, kNone};
        if (const std::optional<std::size_t> most = largest(shares); most && shares[*most] > 0.0F) {
            out.event = static_cast<int>(*most);
            out.cosine = cosine.empty() ? kNone : cosine(object, *most);
        }
        mapped.objects.push_back(out);
        for (std::size_t k = 0; k < shares.size(); ++k)
            received[k] += static_cast<double>(shares[k]) * static_cast<double>(probabilities[i]);
    }
    mapped.eventProbabilities.assign(shape.columns, 0.0F);
    std::transform(received.begin(), received.end(), mapped.eventProbabilities.begin(),
                   [](double value) { return static_cast<float>(std::min(value, 1.0)); }); // but for rounding
    return mapped;
}

} // namespace tagscope

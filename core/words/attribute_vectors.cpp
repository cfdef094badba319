// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/attribute_vectors.h"

#include "core/base/atomic_file.h"
#include "core/base/trimmed.h"
#include "core/base/try.h"
#include "core/words/tab_table.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace tagscope {
namespace {

using Direction = std::vector<double>;

struct Weight {
    std::size_t attribute = 0;
    double value = 0.0;
};

struct Word {
    std::string text;
    std::vector<Weight> weights;
};

struct Lexicon {
    std::vector<Word> words;
    std::map<std::string, std::size_t, std::less<>> attributes; // name -> number, in order of appearance
};

// "rail=3"; nothing where it is not of this form.
std::optional<std::pair<std::string_view, double>> parsedWeight(std::string_view text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos || equals == 0)
        return std::nullopt;
    const std::optional<double> value = parsedNumber(text.substr(equals + 1));
    if (!value || !std::isfinite(*value))
        return std::nullopt;
    return std::pair(text.substr(0, equals), *value);
}

Result<std::vector<Weight>> weightsOf(const TabTable &table, const TabTable::Row &row, Lexicon &lexicon) {
    std::vector<Weight> weights;
    std::string_view rest = trimmed(table.cell(row, "attributes"));
    while (!rest.empty()) {
        const std::string_view field = rest.substr(0, rest.find(' '));
        rest = trimmed(rest.substr(field.size()));
        const auto weight = parsedWeight(field);
        if (!weight)
            return table.malformed(row, {"words.not_attribute_weight", field});
        const auto [attribute, isNew] =
            lexicon.attributes.try_emplace(std::string(weight->first), lexicon.attributes.size());
        weights.push_back({attribute->second, weight->second});
    }
    return weights;
}

Result<Lexicon> readLexicon(const std::filesystem::path &file) {
    const TabTable table = TAGSCOPE_TRY(TabTable::read(file, {"word", "attributes"}, {"word", "attributes"}));
    Lexicon lexicon;
    std::set<std::string, std::less<>> known;
    for (const TabTable::Row &row : table.rows()) {
        std::string word(table.cell(row, "word"));
        if (word.find(' ') != std::string::npos)
            return table.malformed(row, {"words.more_than_one_word", word});
        if (!known.insert(word).second)
            return table.malformed(row, {"words.word_twice", word});
        std::vector<Weight> weights = TAGSCOPE_TRY(weightsOf(table, row, lexicon));
        lexicon.words.push_back({std::move(word), std::move(weights)});
    }
    return lexicon;
}

double product(const Direction &a, const Direction &b) {
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

// Orthonormal directions by the method of Gram and Schmidt, of numbers from the generator alone: the distributions of
// standard libraries differ. At most as many as dimensions.
std::vector<Direction> seededDirections(std::size_t count, const AttributeVectorOptions &options) {
    constexpr double kRange = 18446744073709551616.0; // 2^64
    constexpr double kShortest = 1e-3;                // what is left of a vector is its own direction, not rounding
    std::mt19937_64 generator(options.seed);
    std::vector<Direction> directions;
    while (directions.size() < count) {
        Direction next(options.dimensions);
        for (double &component : next)
            component = static_cast<double>(generator()) / kRange - 0.5;
        for (int pass = 0; pass < 2; ++pass) { // the second removes the first one's rounding
            for (const Direction &other : directions) {
                const double along = product(next, other);
                for (std::size_t i = 0; i < next.size(); ++i)
                    next[i] -= along * other[i];
            }
        }
        const double length = std::sqrt(product(next, next));
        if (length < kShortest)
            continue;
        for (double &component : next)
            component /= length;
        directions.push_back(std::move(next));
    }
    return directions;
}

void appendNumber(std::string &line, double value) {
    constexpr int kDigits = 6; // as published vectors have
    std::array<char, 32> digits{};
    const auto [end, error] =
        std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed, kDigits);
    if (error == std::errc())
        line.append(" ").append(digits.data(), end);
}

std::string lineOf(const Word &word, const std::vector<Direction> &directions, std::size_t dimensions) {
    Direction sum(dimensions, 0.0);
    for (const Weight &weight : word.weights)
        for (std::size_t i = 0; i < dimensions; ++i)
            sum[i] += weight.value * directions[weight.attribute][i];
    std::string line = word.text;
    for (const double component : sum)
        appendNumber(line, component);
    return line + "\n";
}

} // namespace

Result<void> makeWordVectors(const std::filesystem::path &table, const std::filesystem::path &text,
                             const AttributeVectorOptions &options) {
    constexpr std::size_t kMostDimensions = 1000;
    const Lexicon lexicon = TAGSCOPE_TRY(readLexicon(table));
    const std::size_t attributes = lexicon.attributes.size();
    if (options.dimensions < attributes || options.dimensions < 2 || options.dimensions > kMostDimensions)
        return fail(Error::Kind::Inconsistent,
                    {"words.bad_dimensions", table, attributes, std::max<std::size_t>(attributes, 2), kMostDimensions});
    const std::vector<Direction> directions = seededDirections(attributes, options);
    std::string lines;
    for (const Word &word : lexicon.words)
        lines += lineOf(word, directions, options.dimensions);
    return writeFileAtomically(text, lines);
}

} // namespace tagscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/vision/ds3_cases.h"

#include "tests/support/test_files.h"

#include <cmath>
#include <fstream>
#include <sstream>

namespace tagscope::test {

namespace {

using Points = std::vector<std::vector<float>>;

float onGrid(float value) {
    return std::floor(value * 1024.0F) / 1024.0F;
}

Matrix manhattan(const Points &points) {
    Matrix distances(points.size(), points.size());
    for (std::size_t row = 0; row < points.size(); ++row)
        for (std::size_t column = 0; column < points.size(); ++column)
            for (std::size_t at = 0; at < points[row].size(); ++at)
                distances(row, column) += std::abs(points[row][at] - points[column][at]);
    return distances;
}

Matrix clustered() {
    Generator generator(2);
    Points points;
    for (int point = 0; point < 24; ++point) {
        const float x = onGrid(generator.uniform()) + 4.0F * static_cast<float>(point % 3);
        const float y = onGrid(generator.uniform()) + 4.0F * static_cast<float>(point % 2);
        points.push_back({x, y});
    }
    return manhattan(points);
}

Matrix duplicated() {
    Generator generator(3);
    Points points;
    for (int point = 0; point < 9; ++point) {
        const float x = onGrid(4.0F * generator.uniform());
        const float y = onGrid(4.0F * generator.uniform());
        points.push_back({x, y});
        points.push_back({x, y});
    }
    return manhattan(points);
}

Matrix walk() {
    Generator generator(4);
    Points points;
    std::vector<float> at(3);
    for (int point = 0; point < 30; ++point) {
        for (float &coordinate : at)
            coordinate += onGrid(generator.uniform()) - 0.5F;
        points.push_back(at);
    }
    return manhattan(points);
}

} // namespace

float Generator::uniform() {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<float>(state_ >> 40U) / 16777216.0F;
}

Matrix dissimilaritiesOf(std::string_view name) {
    if (name == "clustered")
        return clustered();
    if (name == "duplicated")
        return duplicated();
    if (name == "walk")
        return walk();
    if (name == "constant")
        return {8, 8, 0.75F};
    Generator generator(1);
    Matrix random(14, 14);
    for (float &value : random.values)
        value = generator.uniform();
    return random;
}

std::vector<GoldenValue> goldenValues(std::string_view kind) {
    std::ifstream file(goldenFile("ds3.csv"));
    std::vector<GoldenValue> values;
    for (std::string line; std::getline(file, line);) {
        std::istringstream fields(line);
        GoldenValue golden;
        std::string lineKind;
        std::getline(fields, golden.matrix, ',');
        std::getline(fields, lineKind, ',');
        char comma = 0;
        if (lineKind == kind && fields >> golden.parameter >> comma >> golden.value)
            values.push_back(golden);
    }
    return values;
}

} // namespace tagscope::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vision/picture_features.h"

#include "core/base/try.h"

#include <Eigen/Core>

#include <algorithm>
#include <cmath>

namespace tagscope {

namespace {

using RowMajor = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using FeatureMap = Eigen::Map<const RowMajor>;

// Columns handled at once: few enough that the centred copy stays in the cache, and that float sums keep their digits
// before they are added up in double.
constexpr Eigen::Index kColumnsAtOnce = 2048;

// Below this share of |a|^2 + |b|^2, |a - b|^2 has lost more than three of the seven digits of the Gram form.
constexpr double kDirectBelow = 1e-3;

double squaredDistance(const FeatureMap &features, Eigen::Index left, Eigen::Index right) {
    double sum = 0.0;
    for (Eigen::Index begin = 0; begin < features.cols(); begin += kColumnsAtOnce) {
        const Eigen::Index width = std::min(kColumnsAtOnce, features.cols() - begin);
        sum += static_cast<double>(
            (features.row(left).segment(begin, width) - features.row(right).segment(begin, width)).squaredNorm());
    }
    return sum;
}

// The lower half of the inner products of the rows less their mean.
Result<Eigen::MatrixXd> centredGram(const FeatureMap &features, const std::stop_token &stop) {
    const Eigen::Index count = features.rows();
    Eigen::MatrixXd gram = Eigen::MatrixXd::Zero(count, count);
    Eigen::MatrixXf part(count, count);
    RowMajor centred;
    for (Eigen::Index begin = 0; begin < features.cols(); begin += kColumnsAtOnce) {
        if (stop.stop_requested())
            return cancelled();
        const Eigen::Index width = std::min(kColumnsAtOnce, features.cols() - begin);
        const auto block = features.middleCols(begin, width);
        Eigen::RowVectorXf mean = Eigen::RowVectorXf::Zero(width);
        for (Eigen::Index row = 0; row < count; ++row)
            mean += block.row(row);
        mean /= static_cast<float>(count);
        centred.resize(count, width);
        for (Eigen::Index row = 0; row < count; ++row)
            centred.row(row) = block.row(row) - mean;
        part.setZero();
        part.selfadjointView<Eigen::Lower>().rankUpdate(centred);
        gram += part.cast<double>();
    }
    return gram;
}

} // namespace

Result<Matrix> pairwiseDistances(const Matrix &features, std::stop_token stop) {
    Matrix distances(features.rows, features.rows);
    if (features.rows == 0 || features.columns == 0)
        return distances;
    const FeatureMap map(features.values.data(), static_cast<Eigen::Index>(features.rows),
                         static_cast<Eigen::Index>(features.columns));
    const auto gram = TAGSCOPE_TRY(centredGram(map, stop));
    for (Eigen::Index left = 0; left < map.rows(); ++left) {
        if (stop.stop_requested())
            return cancelled();
        for (Eigen::Index right = 0; right < left; ++right) {
            const double norms = gram(left, left) + gram(right, right);
            double squared = norms - 2.0 * gram(left, right);
            if (!(squared >= kDirectBelow * norms) || norms == 0.0)
                squared = squaredDistance(map, left, right);
            const auto distance = static_cast<float>(std::sqrt(squared));
            distances(static_cast<std::size_t>(left), static_cast<std::size_t>(right)) = distance;
            distances(static_cast<std::size_t>(right), static_cast<std::size_t>(left)) = distance;
        }
    }
    return distances;
}

} // namespace tagscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stages/key_frame_method_model.h"

#include "ui/base/text.h"
#include "ui/base/tokens.h"

#include <QFont>
#include <algorithm>
#include <limits>

namespace tagscope::ui {

namespace {

QString whatIs(KeyFrameMethod method) {
    switch (method) {
    case KeyFrameMethod::Ds3:
        return KeyFrameMethodModel::tr("Sparse subset selection, as in the paper: the rows of the relaxed membership "
                                       "matrix with the largest sums.");
    case KeyFrameMethod::KMedian:
        return KeyFrameMethodModel::tr("Greedy choice with swaps (PAM), Tagscope's default: aims at the lowest cost, "
                                       "and proves how far from it a choice can be.");
    case KeyFrameMethod::KMeans:
        return KeyFrameMethodModel::tr("The pictures nearest to the centres of k-means clusters, which the paper "
                                       "argues against: the centres follow outliers.");
    case KeyFrameMethod::EqualIntervals:
        break;
    }
    return KeyFrameMethodModel::tr("Pictures at equal intervals, whatever they show.");
}

} // namespace

QString titleOf(KeyFrameMethod method) {
    switch (method) {
    case KeyFrameMethod::Ds3:
        return KeyFrameMethodModel::tr("DS3 (the paper)");
    case KeyFrameMethod::KMedian:
        return KeyFrameMethodModel::tr("k-median (PAM)");
    case KeyFrameMethod::KMeans:
        return KeyFrameMethodModel::tr("k-means");
    case KeyFrameMethod::EqualIntervals:
        break;
    }
    return KeyFrameMethodModel::tr("Equal intervals");
}

void KeyFrameMethodModel::setResults(const std::vector<MethodResult> &results, double picturesPerSecond) {
    picturesPerSecond_ = picturesPerSecond;
    const int before = rowCount();
    const int after = static_cast<int>(results.size());
    if (after < before)
        beginRemoveRows({}, after, before - 1);
    else if (after > before)
        beginInsertRows({}, before, after - 1);
    results_ = results;
    if (after < before)
        endRemoveRows();
    else if (after > before)
        endInsertRows();
    if (const int same = std::min(before, after); same > 0) // the relative costs too, which follow from all of them
        Q_EMIT dataChanged(index(0, 0), index(same - 1, ColumnCount - 1));
}

void KeyFrameMethodModel::setCurrent(const std::vector<int> &pictures) {
    if (pictures == current_)
        return;
    current_ = pictures;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, Method), index(rowCount() - 1, Method));
}

int KeyFrameMethodModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(results_.size());
}

int KeyFrameMethodModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

double KeyFrameMethodModel::lowestCost() const {
    double lowest = std::numeric_limits<double>::infinity();
    for (const MethodResult &result : results_)
        lowest = std::min(lowest, result.keyFrames.cost);
    return lowest;
}

QVariant KeyFrameMethodModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const MethodResult &shown = result(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Method && isCurrent(index.row()) ? QVariant(QStringLiteral("✓ ") + text(shown, Method))
                                                                  : QVariant(text(shown, index.column()));
    case Qt::ToolTipRole:
        return index.column() == Pictures ? text(shown, Pictures) : whatIs(shown.options.method);
    case Qt::FontRole:
        return index.column() == Method && isCurrent(index.row()) ? strong(QFont()) : QFont();
    case Qt::TextAlignmentRole:
        return index.column() <= Pictures ? QVariant(Qt::AlignLeft | Qt::AlignVCenter)
                                          : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    default:
        return {};
    }
}

QString KeyFrameMethodModel::timeText(int picture) const {
    return numberText(picture / picturesPerSecond_, 2);
}

QString KeyFrameMethodModel::text(const MethodResult &result, int column) const {
    const KeyFrames &keyFrames = result.keyFrames;
    const bool isDs3 = result.options.method == KeyFrameMethod::Ds3;
    switch (column) {
    case Method:
        return titleOf(result.options.method);
    case Pictures: {
        QStringList times;
        for (const int picture : keyFrames.pictures)
            times << timeText(picture);
        return tr("%1 s").arg(times.join(QStringLiteral(", ")));
    }
    case Cost:
        return numberText(keyFrames.cost, 1);
    case Relative: {
        const double lowest = lowestCost();
        return lowest > 0 ? tr("+%1 %").arg(numberText(100 * (keyFrames.cost / lowest - 1), 1)) : QStringLiteral("—");
    }
    case Gap:
        return keyFrames.costBound > 0 || keyFrames.cost <= 0 ? tr("%1 %").arg(numberText(100 * keyFrames.gap(), 2))
                                                              : QStringLiteral("—");
    case Lambda:
        return isDs3 ? numberText(keyFrames.lambda, 1) : QStringLiteral("—");
    case Iterations:
        return isDs3 ? QString::number(keyFrames.iterations) : QStringLiteral("—");
    default:
        return {};
    }
}

QVariant KeyFrameMethodModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    const QStringList titles{tr("Method"),      tr("Key frames"), tr("Cost"),      tr("Above best"),
                             tr("Gap at most"), tr("λ"),          tr("Iterations")};
    const QStringList meanings{
        {},
        tr("The pictures it chooses, by time"),
        tr("Sum over all pictures of the distance to the nearest key frame: what a choice loses"),
        tr("How much more it costs than the best of these methods"),
        tr("No choice of the same number of pictures is cheaper by more than this share; proved by DS3's dual"),
        tr("The penalty for each key frame, in units of the distances"),
        tr("Iterations that DS3 took")};
    if (role == Qt::DisplayRole)
        return titles[section];
    return role == Qt::ToolTipRole && !meanings[section].isEmpty() ? QVariant(meanings[section]) : QVariant();
}

} // namespace tagscope::ui

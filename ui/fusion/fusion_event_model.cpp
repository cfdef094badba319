// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fusion/fusion_event_model.h"

#include "ui/base/text.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <cmath>
#include <limits>

namespace tagscope::ui {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
using Labels = WorkbenchService::Labels;

QString never() {
    return QCoreApplication::translate("FusionEventModel", "never");
}

QString always() {
    return QCoreApplication::translate("FusionEventModel", "always");
}

std::optional<double> numberFrom(const QString &text) {
    bool isNumber = false;
    double number = QLocale().toDouble(text, &isNumber);
    if (!isNumber)
        number = QLocale::c().toDouble(text, &isNumber);
    return isNumber && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

QString percentText(double share) {
    return numberText(100 * share, 1);
}

} // namespace

QString thresholdText(double threshold) {
    if (std::isinf(threshold))
        return threshold > 0 ? never() : always();
    return probabilityText(threshold);
}

std::optional<double> thresholdFrom(const QString &text) {
    const QString word = text.trimmed().toCaseFolded();
    if (word == never().toCaseFolded())
        return kInfinity;
    if (word == always().toCaseFolded())
        return -kInfinity;
    const std::optional<double> number = numberFrom(word);
    return number && *number >= 0.0 && *number <= 1.0 ? number : std::nullopt;
}

FusionEventModel::FusionEventModel(WorkbenchService &service, QObject *parent)
    : QAbstractTableModel(parent), service_(service) {
    connect(&service, &WorkbenchService::edited, this, &FusionEventModel::follow);
    connect(&service, &WorkbenchService::savedChanged, this, &FusionEventModel::refresh);
    connect(&service, &WorkbenchService::loaded, this, &FusionEventModel::refresh);
}

void FusionEventModel::setEvents(const QStringList &names) {
    if (!names_.isEmpty()) {
        beginRemoveRows({}, 0, static_cast<int>(names_.size()) - 1);
        names_.clear();
        endRemoveRows();
    }
    if (names.isEmpty())
        return;
    beginInsertRows({}, 0, static_cast<int>(names.size()) - 1);
    names_ = names;
    flips_.assign(static_cast<std::size_t>(names.size()), 0);
    endInsertRows();
    refresh();
}

void FusionEventModel::refresh() {
    follow(-1);
}

void FusionEventModel::follow(int event) {
    if (names_.isEmpty())
        return;
    std::fill(flips_.begin(), flips_.end(), 0);
    if (service_.bench() != nullptr && service_.bench()->events() == flips_.size())
        for (const FlippedTag &flip : service_.bench()->flips())
            ++flips_[flip.event];
    const int from = event < 0 ? 0 : event;
    const int to = event < 0 ? rowCount() - 1 : event;
    Q_EMIT dataChanged(index(from, 0), index(to, ColumnCount - 1));
}

int FusionEventModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(names_.size());
}

int FusionEventModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FusionEventModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto event = static_cast<std::size_t>(index.row());
    const bool hasValue = event < service_.point().threshold.size();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return text(event, index.column());
    case kValueRole:
        if (hasValue && index.column() == Weight)
            return service_.point().videoWeight[event];
        return hasValue && index.column() == Threshold ? QVariant(service_.point().threshold[event]) : QVariant();
    case Qt::ToolTipRole:
        return toolTip(event, index.column());
    case Qt::TextAlignmentRole:
        return index.column() == Event ? QVariant(Qt::AlignLeft | Qt::AlignVCenter)
                                       : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    default:
        return {};
    }
}

QString FusionEventModel::text(std::size_t event, int column) const {
    const OperatingPoint &point = service_.point();
    if (column == Event)
        return names_[static_cast<qsizetype>(event)];
    if (event >= point.threshold.size())
        return QStringLiteral("—");
    switch (column) {
    case Weight:
        return point.isCalibrated() ? tr("calibrated") : numberText(point.videoWeight[event], 2);
    case Threshold:
        return thresholdText(point.threshold[event]);
    case WeakF1:
        return f1Text(event, Labels::Weak);
    case AudibleF1:
        return f1Text(event, Labels::Audible);
    default:
        return flips_[event] == 0 ? QStringLiteral("–") : QString::number(flips_[event]);
    }
}

QString FusionEventModel::f1Text(std::size_t event, Labels labels) const {
    const Workbench *bench = service_.bench();
    if (bench == nullptr || (labels == Labels::Audible && !bench->knowsAudible()))
        return QStringLiteral("—");
    const double now = bench->counts(labels)[event].f1();
    const double before = bench->savedCounts(labels)[event].f1();
    const double rounded = std::round(1000 * (now - before)) / 1000;
    if (rounded == 0.0)
        return percentText(now);
    //: F1 in percent, and how many points it is from that of the saved operating point
    return tr("%1 (%2)").arg(percentText(now), (rounded > 0 ? QStringLiteral("+") : QString()) + percentText(rounded));
}

QString FusionEventModel::toolTip(std::size_t event, int column) const {
    if (column == Event)
        return names_[static_cast<qsizetype>(event)];
    if (column == Weight)
        return service_.point().isCalibrated()
                   ? tr("This point has calibrated probabilities, which replace the weights.")
                   : tr("w: drag, type a number from 0 to 1, or press + and −");
    if (column == Threshold)
        return tr("t: drag, type a number from 0 to 1, “never” or “always”, or press + and −");
    const Workbench *bench = service_.bench();
    if (bench == nullptr)
        return {};
    if (column == Flips)
        return tr("Clips whose tag differs from that of the saved point");
    const Labels labels = column == WeakF1 ? Labels::Weak : Labels::Audible;
    if (labels == Labels::Audible && !bench->knowsAudible())
        return tr("The project does not record what is audible in these clips.");
    const Counts &now = bench->counts(labels)[event];
    return tr("Precision %1 %, recall %2 %: %3 right, %4 wrong, %5 missed. F1 at the saved point: %6 %")
        .arg(percentText(now.precision()), percentText(now.recall()))
        .arg(now.truePositives)
        .arg(now.falsePositives)
        .arg(now.falseNegatives)
        .arg(percentText(bench->savedCounts(labels)[event].f1()));
}

bool FusionEventModel::setData(const QModelIndex &index, const QVariant &value, int role) {
    const auto event = static_cast<std::size_t>(index.row());
    if (!index.isValid() || role != Qt::EditRole || event >= service_.point().threshold.size())
        return false;
    if (index.column() == Weight && !service_.point().isCalibrated()) {
        const std::optional<double> weight = numberFrom(value.toString());
        if (!weight || *weight < 0.0 || *weight > 1.0)
            return false;
        service_.change(event, WorkbenchService::Value::Weight, *weight);
        return true;
    }
    if (index.column() == Threshold) {
        const std::optional<double> threshold = thresholdFrom(value.toString());
        if (!threshold)
            return false;
        service_.change(event, WorkbenchService::Value::Threshold, *threshold);
        return true;
    }
    return false;
}

Qt::ItemFlags FusionEventModel::flags(const QModelIndex &index) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const bool isEditable =
        index.column() == Threshold || (index.column() == Weight && !service_.point().isCalibrated());
    if (index.isValid() && isEditable)
        flags |= Qt::ItemIsEditable;
    return flags;
}

QVariant FusionEventModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    const QStringList titles{tr("Event"),       tr("Video weight"),   tr("Threshold"),
                             tr("F1 weak (%)"), tr("F1 audible (%)"), tr("Flips")};
    const QStringList meanings{tr("The sound event, in the order of the class list"),
                               tr("w in p = (1 − w) · a + w · v"),
                               tr("t: tagged where p ≥ t"),
                               tr("Class F1 by the weak labels, and the change from the saved point"),
                               tr("Class F1 by what is audible, and the change from the saved point"),
                               tr("Clips whose tag differs from that of the saved point")};
    if (role == Qt::DisplayRole)
        return titles[section];
    return role == Qt::ToolTipRole ? QVariant(meanings[section]) : QVariant();
}

} // namespace tagscope::ui

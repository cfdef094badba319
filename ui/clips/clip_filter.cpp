// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clips/clip_filter.h"

#include "ui/base/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <array>
#include <utility>

namespace tagscope::ui {
namespace {

constexpr std::array<std::pair<LabelDisagreement, const char *>, 5> kDisagreements{
    {{LabelDisagreement::Any, "any"},
     {LabelDisagreement::Untagged, "untagged"},
     {LabelDisagreement::Unlabelled, "unlabelled"},
     {LabelDisagreement::None, "none"},
     {LabelDisagreement::Unknown, "unknown"}}};
constexpr std::array<std::pair<Heard, const char *>, 3> kHeard{
    {{Heard::Unknown, "unknown"}, {Heard::Yes, "yes"}, {Heard::No, "no"}}};

constexpr std::array<std::pair<AuditOutcome, const char *>, 8> kOutcomes{{{AuditOutcome::Audible, "audible"},
                                                                          {AuditOutcome::Visible, "visible"},
                                                                          {AuditOutcome::Both, "both"},
                                                                          {AuditOutcome::Neither, "neither"},
                                                                          {AuditOutcome::Unsure, "unsure"},
                                                                          {AuditOutcome::Any, "any"},
                                                                          {AuditOutcome::Contested, "contested"},
                                                                          {AuditOutcome::None, "none"}}};

template <class Names, class Value>
QString nameIn(const Names &names, Value value) {
    const auto found =
        std::find_if(names.begin(), names.end(), [value](const auto &entry) { return entry.first == value; });
    return QLatin1String(found->second);
}

// False where the object has the key with something that is not among the names.
template <class Names, class Value>
bool read(const Names &names, const QJsonObject &from, const QString &key, std::optional<Value> &value) {
    if (!from.contains(key))
        return true;
    const QString name = from.value(key).toString();
    const auto found = std::find_if(names.begin(), names.end(),
                                    [&name](const auto &entry) { return name == QLatin1String(entry.second); });
    if (found == names.end())
        return false;
    value = found->first;
    return true;
}

bool hasEvent(const std::vector<int> &events, int wanted) {
    return wanted == ClipFilter::kNoEvent ? events.empty() : std::ranges::find(events, wanted) != events.end();
}

bool isOf(LabelDisagreement kind, const ClipJudgement &judgement) {
    switch (kind) {
    case LabelDisagreement::Any:
        return judgement.isDisputed();
    case LabelDisagreement::Untagged:
        return !judgement.untagged.empty();
    case LabelDisagreement::Unlabelled:
        return !judgement.unlabelled.empty();
    case LabelDisagreement::None:
        return judgement.isTagged && !judgement.isDisputed();
    case LabelDisagreement::Unknown:
        return !judgement.isTagged;
    }
    return false;
}

bool isOf(AuditOutcome outcome, const ClipJudgement &judgement) {
    // What was not asked counts as no beside a yes.
    const auto has = [&judgement](VerdictValue word) {
        return std::ranges::any_of(judgement.verdicts, [word](VerdictValue value) {
            const bool isHeard = isAudible(value) == true;
            const bool isSeen = isVisible(value) == true;
            const bool isDenied = isAudible(value) == false || isVisible(value) == false;
            switch (word) {
            case VerdictValue::Audible:
                return isHeard && !isSeen;
            case VerdictValue::Visible:
                return isSeen && !isHeard;
            case VerdictValue::Both:
                return isHeard && isSeen;
            case VerdictValue::Neither:
                return isDenied && !isHeard && !isSeen;
            default:
                return !isHeard && !isSeen && !isDenied;
            }
        });
    };
    switch (outcome) {
    case AuditOutcome::Audible:
        return has(VerdictValue::Audible);
    case AuditOutcome::Visible:
        return has(VerdictValue::Visible);
    case AuditOutcome::Both:
        return has(VerdictValue::Both);
    case AuditOutcome::Neither:
        return has(VerdictValue::Neither);
    case AuditOutcome::Unsure:
        return has(VerdictValue::Unsure);
    case AuditOutcome::Any:
        return !judgement.verdicts.empty();
    case AuditOutcome::Contested:
        return judgement.isContested;
    case AuditOutcome::None:
        return judgement.verdicts.empty();
    }
    return false;
}

QString eventName(int event, const std::vector<EventClass> &classes) {
    return event == ClipFilter::kNoEvent ? QString() : toText(classes[static_cast<std::size_t>(event)].name);
}

bool readEvent(const QJsonObject &from, const QString &key, const std::vector<EventClass> &classes,
               std::optional<int> &event) {
    if (!from.contains(key))
        return true;
    const std::string name = from.value(key).toString().toStdString();
    if (name.empty()) {
        event = ClipFilter::kNoEvent;
        return true;
    }
    const auto found = std::ranges::find(classes, name, &EventClass::name);
    if (found == classes.end())
        return false;
    event = static_cast<int>(found - classes.begin());
    return true;
}

std::optional<NamedClipFilter> filterIn(const QJsonObject &from, const std::vector<EventClass> &classes) {
    NamedClipFilter named{from.value(QStringLiteral("name")).toString(), {}};
    ClipFilter &filter = named.filter;
    filter.text = from.value(QStringLiteral("text")).toString();
    if (from.contains(QStringLiteral("split")))
        filter.split = from.value(QStringLiteral("split")).toString();
    const bool isUsable = readEvent(from, QStringLiteral("label"), classes, filter.label) &&
                          readEvent(from, QStringLiteral("tag"), classes, filter.tag) &&
                          read(kDisagreements, from, QStringLiteral("disagreement"), filter.disagreement) &&
                          read(kHeard, from, QStringLiteral("heard"), filter.heard) &&
                          read(kOutcomes, from, QStringLiteral("verdict"), filter.verdict);
    return isUsable && !named.name.isEmpty() ? std::optional(named) : std::nullopt;
}

} // namespace

QStringList wordsOf(const ClipFilter &filter) {
    return filter.text.toCaseFolded().split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

bool passes(const ClipFilter &filter, const QStringList &words, const FilteredClip &clip) {
    if (filter.split && clip.split != *filter.split)
        return false;
    if (filter.label && !hasEvent(clip.labels, *filter.label))
        return false;
    // A clip whose tags are not known is not one without tags.
    if (filter.tag && (!clip.judgement.isTagged || !hasEvent(clip.judgement.tags, *filter.tag)))
        return false;
    if (filter.disagreement && !isOf(*filter.disagreement, clip.judgement))
        return false;
    if (filter.heard && clip.judgement.heard != *filter.heard)
        return false;
    // With a label chosen, that one is not heard, not another one of the clip's.
    if (filter.heard == Heard::No && filter.label && *filter.label != ClipFilter::kNoEvent &&
        !hasEvent(clip.judgement.unheard, *filter.label))
        return false;
    if (filter.verdict && !isOf(*filter.verdict, clip.judgement))
        return false;
    return std::all_of(words.begin(), words.end(), [&clip](const QString &word) { return clip.text.contains(word); });
}

std::string jsonOf(const std::vector<NamedClipFilter> &filters, const std::vector<EventClass> &classes) {
    QJsonArray list;
    for (const auto &[name, filter] : filters) {
        QJsonObject object{{QStringLiteral("name"), name}};
        if (!filter.text.isEmpty())
            object.insert(QStringLiteral("text"), filter.text);
        if (filter.split)
            object.insert(QStringLiteral("split"), *filter.split);
        if (filter.label)
            object.insert(QStringLiteral("label"), eventName(*filter.label, classes));
        if (filter.tag)
            object.insert(QStringLiteral("tag"), eventName(*filter.tag, classes));
        if (filter.disagreement)
            object.insert(QStringLiteral("disagreement"), nameIn(kDisagreements, *filter.disagreement));
        if (filter.heard)
            object.insert(QStringLiteral("heard"), nameIn(kHeard, *filter.heard));
        if (filter.verdict)
            object.insert(QStringLiteral("verdict"), nameIn(kOutcomes, *filter.verdict));
        list.append(object);
    }
    return QJsonDocument(list).toJson(QJsonDocument::Compact).toStdString();
}

std::vector<NamedClipFilter> clipFiltersIn(const std::string &json, const std::vector<EventClass> &classes) {
    std::vector<NamedClipFilter> filters;
    for (const QJsonValue &entry : QJsonDocument::fromJson(QByteArray::fromStdString(json)).array())
        if (std::optional<NamedClipFilter> filter = filterIn(entry.toObject(), classes))
            filters.push_back(std::move(*filter));
    return filters;
}

} // namespace tagscope::ui

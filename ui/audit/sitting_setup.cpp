// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/sitting_setup.h"

#include "ui/base/text.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <limits>

namespace tagscope::ui {
namespace {

constexpr int kMostControls = 1000;

QString text(std::string_view word) {
    return toText(std::string(word));
}

QJsonObject objectOf(const VerdictKeys &keys) {
    QJsonObject object;
    for (std::size_t value = 0; value < kVerdictValues; ++value)
        if (keys[value])
            object.insert(text(nameOf(static_cast<VerdictValue>(value))),
                          keys[value]->toString(QKeySequence::PortableText));
    return object;
}

VerdictKeys keysIn(const QJsonObject &object) {
    VerdictKeys keys;
    for (std::size_t value = 0; value < kVerdictValues; ++value)
        if (const QJsonValue key = object.value(text(nameOf(static_cast<VerdictValue>(value)))); key.isString())
            keys[value] = QKeySequence::fromString(key.toString(), QKeySequence::PortableText);
    return keys;
}

} // namespace

std::string jsonOf(const AuditSetting &setting) {
    const SittingSetup &setup = setting.setup;
    const QJsonObject object{{QStringLiteral("order"), text(nameOf(setup.order))},
                             {QStringLiteral("event"), toText(setup.event)},
                             {QStringLiteral("split"), toText(setup.split)},
                             {QStringLiteral("stage"), text(nameOf(setup.stage))},
                             {QStringLiteral("controlEvery"), static_cast<int>(setup.controlEvery)},
                             {QStringLiteral("holdsBackDuplicates"), setup.holdsBackDuplicates},
                             {QStringLiteral("playsStretch"), setup.playsStretch},
                             {QStringLiteral("seed"), static_cast<qint64>(setup.seed)},
                             {QStringLiteral("keys"), objectOf(setting.keys)}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

AuditSetting auditSettingIn(const std::string &json) {
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
    const auto word = [&object](const char *key) { return object.value(QLatin1String(key)).toString().toStdString(); };
    AuditSetting setting;
    SittingSetup &setup = setting.setup;
    setup.order = queueOrderNamed(word("order")).value_or(setup.order);
    setup.event = word("event");
    setup.split = word("split");
    if (const std::optional<AuditStage> stage = stageNamed(word("stage")); stage && *stage != AuditStage::Adjudicated)
        setup.stage = *stage;
    const auto number = [&object](const char *key, int own, int most) {
        return std::clamp(object.value(QLatin1String(key)).toInt(own), 0, most);
    };
    setup.controlEvery =
        static_cast<std::size_t>(number("controlEvery", static_cast<int>(setup.controlEvery), kMostControls));
    setup.seed = static_cast<std::uint64_t>(number("seed", 1, std::numeric_limits<int>::max()));
    setup.holdsBackDuplicates = object.value(QStringLiteral("holdsBackDuplicates")).toBool(setup.holdsBackDuplicates);
    setup.playsStretch = object.value(QStringLiteral("playsStretch")).toBool(setup.playsStretch);
    setting.keys = keysIn(object.value(QStringLiteral("keys")).toObject());
    return setting;
}

} // namespace tagscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/asked_answers.h"

#include "ui/base/audit_text.h"

#include <QCoreApplication>
#include <QSettings>
#include <algorithm>
#include <array>

namespace tagscope::ui {
namespace {

class AskedText {
    Q_DECLARE_TR_FUNCTIONS(AskedText)
};

constexpr std::array kOfSound{VerdictValue::Heard, VerdictValue::NotHeard, VerdictValue::HeardUnsure};
constexpr std::array kOfPictures{VerdictValue::Seen, VerdictValue::NotSeen, VerdictValue::SeenUnsure};
constexpr std::array kOfBoth{VerdictValue::Audible, VerdictValue::Visible, VerdictValue::Both, VerdictValue::Neither,
                             VerdictValue::Unsure};

} // namespace

std::span<const VerdictValue> offeredAt(AuditStage stage) {
    switch (stage) {
    case AuditStage::Sound:
        return kOfSound;
    case AuditStage::Pictures:
        return kOfPictures;
    default:
        return kOfBoth;
    }
}

QString entryTextOf(VerdictValue offered) {
    switch (offered) {
    case VerdictValue::Heard:
        return AskedText::tr("&Heard");
    case VerdictValue::NotHeard:
        return AskedText::tr("&Not heard");
    case VerdictValue::Seen:
        return AskedText::tr("&Seen");
    case VerdictValue::NotSeen:
        return AskedText::tr("&Not seen");
    case VerdictValue::Audible:
        return AskedText::tr("&Audible");
    case VerdictValue::Visible:
        return AskedText::tr("&Visible");
    case VerdictValue::Both:
        return AskedText::tr("&Both");
    case VerdictValue::Neither:
        return AskedText::tr("&Neither");
    default:
        return AskedText::tr("&Unsure");
    }
}

QString questionAt(AuditStage stage) {
    switch (stage) {
    case AuditStage::Sound:
        return AskedText::tr("Is it heard?");
    case AuditStage::Pictures:
        return AskedText::tr("Is it seen?");
    default:
        return AskedText::tr("Is it heard, is it seen?");
    }
}

std::chrono::milliseconds leastHeard() {
    constexpr int kUsual = 300;
    constexpr int kMost = 60'000;
    return std::chrono::milliseconds(
        std::clamp(QSettings().value(QStringLiteral("audit/leastHeard"), kUsual).toInt(), 0, kMost));
}

} // namespace tagscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/auditor.h"

#include <QSettings>

namespace tagscope::ui {
namespace {

const QString kNameKey = QStringLiteral("audit/annotator");

} // namespace

Auditor::Auditor(QObject *parent) : QObject(parent), name_(QSettings().value(kNameKey).toString()) {}

void Auditor::setName(const QString &name) {
    if (name.trimmed() == name_)
        return;
    name_ = name.trimmed();
    QSettings().setValue(kNameKey, name_);
    Q_EMIT nameChanged();
}

void Auditor::setStage(std::optional<AuditStage> stage) {
    if (stage == stage_)
        return;
    stage_ = stage;
    Q_EMIT stageChanged();
}

} // namespace tagscope::ui

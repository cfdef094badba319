// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/verdict_table.h"

#include <QObject>
#include <QString>
#include <optional>

namespace tagscope::ui {

// Who audits in this window, and what they may know meanwhile. The name is kept in the settings. GUI thread.
class Auditor : public QObject {
    Q_OBJECT

public:
    explicit Auditor(QObject *parent = nullptr);

    [[nodiscard]] const QString &name() const { return name_; } // empty until somebody gave it
    void setName(const QString &name);                          // white space around it is none

    // The stage of the sitting that is under way; nothing: none is, and all may be seen.
    [[nodiscard]] std::optional<AuditStage> stage() const { return stage_; }
    void setStage(std::optional<AuditStage> stage);

    // Whether the pictures, and what the models found and others said, are hidden.
    [[nodiscard]] bool hidesPictures() const { return stage_ == AuditStage::Sound; }
    [[nodiscard]] bool hidesOutput() const { return hidesPictures() || stage_ == AuditStage::Pictures; }

Q_SIGNALS:
    void nameChanged();
    void stageChanged();

private:
    QString name_;
    std::optional<AuditStage> stage_;
};

} // namespace tagscope::ui

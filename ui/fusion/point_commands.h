// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/fusion/workbench_service.h"

#include <QUndoCommand>

namespace tagscope::ui {

// One weight or threshold of the point that is worked on. The steps of a slider that is dragged are one command.
class ChangeValue : public QUndoCommand {
public:
    ChangeValue(WorkbenchService &service, std::size_t event, WorkbenchService::Value value, double before,
                double after, int gesture);

    void undo() override;
    void redo() override;
    [[nodiscard]] int id() const override;
    bool mergeWith(const QUndoCommand *other) override;

private:
    WorkbenchService &service_;
    std::uint64_t project_;
    std::size_t event_;
    WorkbenchService::Value value_;
    double before_;
    double after_;
    int gesture_; // 0: stands alone
};

// The whole point; the steps of a drag are one command.
class ChangePoint : public QUndoCommand {
public:
    ChangePoint(WorkbenchService &service, OperatingPoint before, OperatingPoint after, const QString &text,
                int gesture);

    void undo() override;
    void redo() override;
    [[nodiscard]] int id() const override;
    bool mergeWith(const QUndoCommand *other) override;

private:
    WorkbenchService &service_;
    std::uint64_t project_;
    OperatingPoint before_;
    OperatingPoint after_;
    int gesture_; // 0: stands alone
};

// Another point is taken up.
class UsePoint : public QUndoCommand {
public:
    UsePoint(WorkbenchService &service, WorkbenchService::Use before, WorkbenchService::Use after);

    void undo() override;
    void redo() override;

private:
    WorkbenchService &service_;
    std::uint64_t project_;
    WorkbenchService::Use before_;
    WorkbenchService::Use after_;
};

} // namespace tagscope::ui

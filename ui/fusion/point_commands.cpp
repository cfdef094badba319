// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fusion/point_commands.h"

#include <QCoreApplication>
#include <utility>

namespace tagscope::ui {
namespace {

// Of these kinds of command, among all on the stack.
constexpr int kChangeValueId = 0x66760001;
constexpr int kChangePointId = 0x66760002;

QString textOf(WorkbenchService::Value value) {
    return value == WorkbenchService::Value::Weight ? QCoreApplication::translate("PointCommands", "weight change")
                                                    : QCoreApplication::translate("PointCommands", "threshold change");
}

} // namespace

ChangeValue::ChangeValue(WorkbenchService &service, std::size_t event, WorkbenchService::Value value, double before,
                         double after, int gesture)
    : QUndoCommand(textOf(value)), service_(service), project_(service.project()), event_(event), value_(value),
      before_(before), after_(after), gesture_(gesture) {}

void ChangeValue::undo() {
    if (project_ == service_.project())
        service_.apply(event_, value_, before_);
}

void ChangeValue::redo() {
    if (project_ == service_.project())
        service_.apply(event_, value_, after_);
}

int ChangeValue::id() const {
    return gesture_ == 0 ? -1 : kChangeValueId;
}

bool ChangeValue::mergeWith(const QUndoCommand *other) {
    const auto *next = static_cast<const ChangeValue *>(other); // ids are the same
    if (next->gesture_ != gesture_ || next->event_ != event_ || next->value_ != value_ || next->project_ != project_)
        return false;
    after_ = next->after_;
    return true;
}

ChangePoint::ChangePoint(WorkbenchService &service, OperatingPoint before, OperatingPoint after, const QString &text,
                         int gesture)
    : QUndoCommand(text), service_(service), project_(service.project()), before_(std::move(before)),
      after_(std::move(after)), gesture_(gesture) {}

int ChangePoint::id() const {
    return gesture_ == 0 ? -1 : kChangePointId;
}

bool ChangePoint::mergeWith(const QUndoCommand *other) {
    const auto *next = static_cast<const ChangePoint *>(other); // ids are the same
    if (next->gesture_ != gesture_ || next->project_ != project_)
        return false;
    after_ = next->after_;
    return true;
}

UsePoint::UsePoint(WorkbenchService &service, WorkbenchService::Use before, WorkbenchService::Use after)
    : QUndoCommand(QCoreApplication::translate("PointCommands", "choosing a point")), service_(service),
      project_(service.project()), before_(std::move(before)), after_(std::move(after)) {}

void UsePoint::undo() {
    if (project_ == service_.project())
        service_.apply(before_);
}

void UsePoint::redo() {
    if (project_ == service_.project())
        service_.apply(after_);
}

void ChangePoint::undo() {
    if (project_ == service_.project())
        service_.apply(before_);
}

void ChangePoint::redo() {
    if (project_ == service_.project())
        service_.apply(after_);
}

} // namespace tagscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/synthetic.h"
#include "tests/ui/synthetic_project.h"
#include "ui/audit/audit_controller.h"
#include "ui/audit/audit_panel.h"
#include "ui/audit/audit_records.h"
#include "ui/base/shortcuts.h"
#include "ui/clips/project_clips.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTest>
#include <memory>
#include <utility>

namespace tagscope::test {

// The window with a synthetic project that is to be audited, worked with keys.
class AuditWindow {
public:
    explicit AuditWindow(std::shared_ptr<ui::ClipAnalyst> source) : AuditWindow(sourcesOf(std::move(source))) {}
    explicit AuditWindow(const ui::Sources &sources) {
        QSettings().setValue(QStringLiteral("audit/leastHeard"), 0); // keys come at once
        window_ = std::make_unique<ui::MainWindow>(sources);
        window_->resize(1280, 800);
        window_->show();
    }
    [[nodiscard]] static ui::Sources sourcesOf(std::shared_ptr<ui::ClipAnalyst> source) {
        ui::Sources sources = syntheticSources();
        sources.openProject = [source = std::move(source)](const std::filesystem::path &, const std::stop_token &) {
            return Result<std::shared_ptr<ui::ClipAnalyst>>(source);
        };
        return sources;
    }
    [[nodiscard]] ui::MainWindow &window() { return *window_; }
    [[nodiscard]] ui::AuditController &audit() { return *window_->findChild<ui::AuditController *>(); }
    [[nodiscard]] ui::AuditSitting &sitting() { return audit().sitting(); }
    [[nodiscard]] ui::ProjectClips &project() { return *window_->findChild<ui::ProjectClips *>(); }

    void openProject() {
        window_->openProject("made.tagscope");
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
        QTRY_VERIFY(project().document().project());
        QTRY_VERIFY(window_->findChild<ui::AuditRecords *>()->areKnown());
    }
    // From the panel's key to the first pair, as somebody does who is asked for a name.
    void start(const QString &name, AuditStage stage) {
        key(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        auto *box = window_->findChild<QComboBox *>(QStringLiteral("auditStage"));
        box->setCurrentIndex(box->findData(static_cast<int>(stage)));
        auto *field = window_->findChild<QLineEdit *>(QStringLiteral("annotator"));
        field->setFocus();
        field->clear();
        QTest::keyClicks(field, name);
        QTRY_VERIFY(window_->findChild<QPushButton *>(QStringLiteral("startAudit"))->isEnabled());
        box->setFocus();
        key(Qt::Key_Return); // from any field
        QTRY_VERIFY(sitting().current());
        QTRY_VERIFY(sitting().media() != nullptr);
    }
    // To where it goes when somebody presses it.
    void key(Qt::Key pressed, Qt::KeyboardModifiers modifiers = {}) {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus != nullptr ? focus : window_.get(), pressed, modifiers);
    }
    [[nodiscard]] QAction *entry(const char *id) {
        for (QAction *action : window_->findChildren<QAction *>())
            if (ui::idOf(*action) == QLatin1String(id))
                return action;
        return nullptr;
    }

private:
    std::unique_ptr<ui::MainWindow> window_;
};

} // namespace tagscope::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/synthetic.h"
#include "tests/ui/synthetic_points.h"
#include "ui/document/current_point.h"
#include "ui/fusion/fusion_controller.h"
#include "ui/fusion/fusion_event_table.h"
#include "ui/fusion/fusion_panel.h"

#include <QComboBox>
#include <QLabel>
#include <QTest>
#include <QUndoStack>
#include <filesystem>
#include <memory>

namespace tagscope::test {

// The panel on a synthetic project, as the window has it.
struct FusionBench {
    explicit FusionBench(const ScoreMake &make = {})
        : document(
              [make](const std::filesystem::path &file, const std::stop_token &) {
                  return Result<std::shared_ptr<ui::ClipAnalyst>>(std::make_shared<SyntheticPoints>(file, make));
              },
              syntheticSources().makeDemo),
          fusion(document, point, undo), panel(fusion.panel()) {
        panel->resize(1400, 420);
    }

    // Waits until the scores are there, or that there are none.
    bool open() {
        panel->show();
        document.open("/project/street.tagscope");
        if (!QTest::qWaitFor([this] { return workbench().contents() != nullptr && !workbench().isLoading(); }))
            return false;
        QTest::qWait(60); // the points, which are read beside it
        return true;
    }
    [[nodiscard]] ui::WorkbenchService &workbench() { return fusion.workbench(); }
    template <class Widget>
    [[nodiscard]] Widget *find(const char *name) const {
        return panel->findChild<Widget *>(QString::fromLatin1(name));
    }
    [[nodiscard]] ui::FusionEventTable *table() const { return find<ui::FusionEventTable>("fusionEvents"); }
    [[nodiscard]] QString text(const char *name) const { return find<QLabel>(name)->text(); }
    [[nodiscard]] QModelIndex cell(int event, int column) const { return table()->model()->index(event, column); }
    void choose(const char *name, const QString &data) const {
        auto *box = find<QComboBox>(name);
        box->setCurrentIndex(box->findData(data));
        Q_EMIT box->activated(box->currentIndex());
    }

    ui::Document document;
    ui::CurrentPoint point;
    QUndoStack undo;
    ui::FusionController fusion;
    std::unique_ptr<ui::FusionPanel> panel;
};

} // namespace tagscope::test

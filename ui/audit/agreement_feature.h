// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/feature.h"

namespace tagscope::ui {

class AgreementPanel;
class AuditRecords;

// What several annotators say together, and what it means for the figures.
class AgreementFeature : public Feature {
    Q_OBJECT

public:
    AgreementFeature(const FeatureContext &context, AuditRecords &records);

private:
    void merge();

    void addLeadEntries();
    void addWatchEntry();
    void startWatching();
    // Does it with the project that is open, or says that there is none.
    void withProject(const std::function<void(const std::shared_ptr<const OpenProject> &)> &run) const;
    [[nodiscard]] std::function<void()> readerOf(const std::shared_ptr<const OpenProject> &project);

    AuditRecords &records_;
    AgreementPanel *panel_;
    QDockWidget *dock_;
};

} // namespace tagscope::ui

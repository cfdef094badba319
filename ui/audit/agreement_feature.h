// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/feature.h"

namespace tagscope::ui {

class AuditRecords;

// What several annotators say together, and what it means for the figures.
class AgreementFeature : public Feature {
    Q_OBJECT

public:
    AgreementFeature(const FeatureContext &context, AuditRecords &records);

private:
    void merge();

    AuditRecords &records_;
};

} // namespace tagscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/feature.h"
#include "ui/stages/clip_revisions.h"
#include "ui/stages/mapping_service.h"

namespace tagscope::ui {

class KeyFramePanel;
class MappingPanel;
class ProjectClips;

// What a person changes of the stages before the fusion: key frames and mapping.
class StagesFeature : public Feature {
    Q_OBJECT

public:
    // The project's clips follow its mapping.
    StagesFeature(const FeatureContext &context, ProjectClips &project);

private:
    void addDocks();
    void connectMapping();
    void applyToProject(const MappingOptions &mapping);
    void takeMapping(const std::shared_ptr<ClipAnalyst> &analyst, const std::shared_ptr<const ProjectMapping> &outcome);
    void takeRestored(const std::shared_ptr<ClipAnalyst> &analyst, const std::shared_ptr<const ProjectMapping> &change,
                      MappingService::Side side);
    void goBackToAnalysis();
    [[nodiscard]] bool isOpen(const std::shared_ptr<ClipAnalyst> &analyst) const;
    // Adds to the clip what a person changed of it.
    void revise(ShownClip &shown);
    void show(const ShownClip &shown);

    ProjectClips &project_;
    ClipRevisions revisions_;
    MappingService mapping_;
    bool isMappingDue_ = false; // once the project is open again
    KeyFramePanel *keyFrames_;
    MappingPanel *mappingPanel_;
};

} // namespace tagscope::ui

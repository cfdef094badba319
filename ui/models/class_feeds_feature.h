// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/job.h"
#include "ui/document/feature.h"

namespace tagscope::ui {

class ClassFeedsDialog;
class ClipsFeature;

// Which classes of the tagger feed which of the open project's events: shown with the clip's values, and changed.
class ClassFeedsFeature : public Feature {
    Q_OBJECT

public:
    ClassFeedsFeature(const FeatureContext &context, ClipsFeature &clips);

private:
    void showDialog();
    void follow(); // the project or the clip is another
    void change(const std::string &event, const std::optional<std::vector<std::string>> &classes);
    void takeChange(const Result<SettingTexts> &texts);
    [[nodiscard]] QString whyNot() const;

    ClipsFeature &clips_;
    QAction *entry_;
    ClassFeedsDialog *dialog_ = nullptr;       // made when it is first asked for
    std::weak_ptr<const OpenProject> changed_; // whose settings are to be changed
    Job<SettingTexts> changing_;
    Job<ClassFeeds> listing_; // last, so that its work ends before what it uses
};

} // namespace tagscope::ui

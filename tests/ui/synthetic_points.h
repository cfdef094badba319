// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/synthetic_project.h"

#include <mutex>

namespace tagscope::test {

// What of a split the made-up scores hold.
struct ScoreMake {
    std::size_t clips = 200;
    bool hasAudio = true;
    bool hasVideo = true;
    bool knowsAudible = true;
    bool hasPoints = true; // "first", tuned, and "mine", by hand; "first" is chosen
};

// A synthetic project with made-up scores of 17 events in the splits "validation" and "test", and operating points that
// are kept in memory.
class SyntheticPoints : public SyntheticProject {
public:
    SyntheticPoints(std::filesystem::path file, const ScoreMake &make);

    [[nodiscard]] Result<PointList> points(const std::stop_token &stop) override;
    [[nodiscard]] Result<PointList> storePoint(const NamedOperatingPoint &point) override;
    [[nodiscard]] Result<PointList> choosePoint(const std::string &name) override;
    [[nodiscard]] Result<PointList> removePoint(const std::string &name) override;
    [[nodiscard]] Result<WorkbenchContents> workbench(const std::string &split, const std::stop_token &stop) override;

private:
    ScoreMake make_;
    std::mutex mutex_;
    PointList list_;
};

} // namespace tagscope::test

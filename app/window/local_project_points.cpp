// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/local_project.h"

// LocalProject's operating points and what the workbench works on.
namespace tagscope {

Result<PointList> LocalProject::points(const std::stop_token &) {
    return pointList(project_);
}

Result<PointList> LocalProject::storePoint(const NamedOperatingPoint &point) {
    return tagscope::storePoint(project_, point).and_then([this] { return pointList(project_); });
}

Result<PointList> LocalProject::choosePoint(const std::string &name) {
    return tagscope::choosePoint(project_, name).and_then([this] { return pointList(project_); });
}

Result<PointList> LocalProject::removePoint(const std::string &name) {
    return project_.removeOperatingPoint(name).and_then([this] { return pointList(project_); });
}

Result<PointList> LocalProject::importPoints(const std::string &document) {
    return tagscope::importPoints(project_, document).and_then([this](const std::vector<std::string> &) {
        return pointList(project_);
    });
}

Result<std::string> LocalProject::exportPoints(const std::vector<std::string> &names) {
    return tagscope::exportPoints(project_, names);
}

Result<WorkbenchContents> LocalProject::workbench(const std::string &split, const std::stop_token &) {
    return workbenchContents(project_, split);
}

} // namespace tagscope

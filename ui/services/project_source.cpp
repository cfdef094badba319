#include "ui/services/project_source.h"

namespace tagscope::ui {
namespace {

tl::unexpected<Error> keepsNoPoints() {
    return fail(Error::Kind::Unsupported, "This project keeps no operating points.");
}

} // namespace

Result<PointList> ProjectSource::points(const std::stop_token &) {
    return PointList();
}

Result<PointList> ProjectSource::storePoint(const NamedOperatingPoint &) {
    return keepsNoPoints();
}

Result<PointList> ProjectSource::choosePoint(const std::string &) {
    return keepsNoPoints();
}

Result<PointList> ProjectSource::removePoint(const std::string &) {
    return keepsNoPoints();
}

Result<PointList> ProjectSource::importPoints(const std::string &) {
    return keepsNoPoints();
}

Result<std::string> ProjectSource::exportPoints(const std::vector<std::string> &) {
    return keepsNoPoints();
}

Result<WorkbenchContents> ProjectSource::workbench(const std::string &, const std::stop_token &) {
    WorkbenchContents none;
    none.problem = "The project has no probabilities to weigh and to cut.";
    return none;
}

} // namespace tagscope::ui

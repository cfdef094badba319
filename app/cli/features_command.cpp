#include "command.h"

namespace tagscope::cli {

void addFeaturesCommand(CLI::App &, ChosenCommand &) {}

} // namespace tagscope::cli

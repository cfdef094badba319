// SPDX-License-Identifier: GPL-3.0-or-later
// The program tagscope-cli: what needs no network, and the names of what does.

#include "network_commands.h"
#include "program.h"

using namespace tagscope::cli;

namespace {

template <const CommandName &command>
void onlyName(CLI::App &program, ChosenCommand & /*chosen*/) {
    CLI::App *named = command.addTo(program);
    named->set_help_flag();
    named->fallthrough(false)->prefix_command();
}

} // namespace

int main(int argc, char **argv) {
    NetworkCommands networks{onlyName<kModelsCommand>, onlyName<kFeaturesCommand>, onlyName<kTrainCommand>,
                             onlyName<kPredictCommand>};
#ifdef TAGSCOPE_WITH_MEDIA
    networks.demo = onlyName<kDemoCommand>;
    networks.tag = onlyName<kTagCommand>;
    networks.explain = onlyName<kExplainCommand>;
    networks.video = onlyName<kVideoCommand>;
#endif
    networks.elsewhere = "tagscope-cli-networks";
    return runProgram(argc, argv, networks);
}

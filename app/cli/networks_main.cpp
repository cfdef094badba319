// SPDX-License-Identifier: GPL-3.0-or-later
// The program tagscope-cli-networks, which tagscope-cli becomes for a command that computes with a network.

#include "program.h"

using namespace tagscope::cli;

int main(int argc, char **argv) {
    NetworkCommands networks{addModelsCommand, addFeaturesCommand, addTrainCommand, addPredictCommand};
#ifdef TAGSCOPE_WITH_MEDIA
    networks.demo = addDemoCommand;
    networks.tag = addTagCommand;
    networks.explain = addExplainCommand;
    networks.video = addVideoCommand;
#endif
    return runProgram(argc, argv, networks);
}

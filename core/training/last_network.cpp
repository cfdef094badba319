// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/last_network.h"

#include "core/base/try.h"
#include "core/network/crnn.h"
#include "core/network/crnn_description.h"
#include "core/network/tensor_file.h"
#include "core/network/torch_bridge.h"
#include "core/training/block_normalisation.h"

#include <algorithm>
#include <string>
#include <vector>

namespace tagscope {

Result<std::filesystem::path> writeLastNetwork(const TrainingPaths &paths) {
    const Crnn best = TAGSCOPE_TRY(Crnn::load(paths.best()));
    const TensorFile checkpoint = TAGSCOPE_TRY(TensorFile::open(paths.checkpoint()));
    CrnnDescription description = best.description();
    description.origin = "run " + paths.directory.filename().string() + ", its last checkpoint";
    std::vector<NamedTensor> parameters;
    for (const NamedShape &parameter : crnnParameterShapes(description.layout)) {
        std::vector<float> values = TAGSCOPE_TRY(checkpoint.floats("weight." + parameter.name));
        parameters.push_back({parameter.name, parameter.shape, std::move(values)});
    }
    const auto isOfNormalised = [](const TensorInfo &tensor) { return tensor.name == "statistic.mean.0"; };
    if (std::ranges::any_of(checkpoint.tensors(), isOfNormalised)) {
        const std::vector<std::string> names = blockStatisticNames(description.layout);
        std::vector<NamedTensor> statistics;
        for (std::size_t i = 0; i < names.size(); ++i) {
            const std::int64_t channels = description.layout.blocks[i / 2].channels;
            std::vector<float> values = TAGSCOPE_TRY(checkpoint.floats("statistic." + names[i]));
            statistics.push_back({names[i], {channels}, std::move(values)});
        }
        parameters = TAGSCOPE_TRY(caught("The CRNN", [&]() -> Result<std::vector<NamedTensor>> {
            return foldedParameters(description.layout, parameters, statistics);
        }));
    }
    const std::filesystem::path file = paths.directory / "last.safetensors";
    TAGSCOPE_TRY(saveCrnn(file, description, parameters));
    return file;
}

} // namespace tagscope

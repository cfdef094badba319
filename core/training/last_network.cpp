// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/last_network.h"

#include "core/network/crnn.h"
#include "core/network/crnn_description.h"
#include "core/network/tensor_file.h"

#include <string>
#include <vector>

namespace tagscope {

Result<std::filesystem::path> writeLastNetwork(const TrainingPaths &paths) {
    const Result<Crnn> best = Crnn::load(paths.best());
    if (!best)
        return tl::unexpected(best.error());
    const Result<TensorFile> checkpoint = TensorFile::open(paths.checkpoint());
    if (!checkpoint)
        return tl::unexpected(checkpoint.error());
    CrnnDescription description = best->description();
    description.origin = "run " + paths.directory.filename().string() + ", its last checkpoint";
    std::vector<NamedTensor> parameters;
    for (const NamedShape &parameter : crnnParameterShapes(description.layout)) {
        Result<std::vector<float>> values = checkpoint->floats("weight." + parameter.name);
        if (!values)
            return tl::unexpected(values.error());
        parameters.push_back({parameter.name, parameter.shape, std::move(*values)});
    }
    const std::filesystem::path file = paths.directory / "last.safetensors";
    if (Result<void> saved = saveCrnn(file, description, parameters); !saved)
        return tl::unexpected(saved.error());
    return file;
}

} // namespace tagscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/model_entry.h"
#include "core/base/result.h"
#include "core/jobs/progress.h"
#include "core/words/class_lists.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace tagscope::ui {

// What came of a model that was chosen or fetched.
struct AddedModel {
    RegisteredModel model;
    Message check; // of a fetched one: how it was found to be the published file
};

// The registered models, which both programs read and change, and the published ones. The functions that take a stop
// token are called on worker threads, the others are immediate.
struct ModelSource {
    std::filesystem::path directory; // of the registry; need not exist
    std::function<Result<std::vector<ModelEntry>>(const std::stop_token &stop)> list;
    // As importModel() and fetchModel().
    std::function<Result<AddedModel>(ModelKind kind, const std::filesystem::path &file, const Progress &progress,
                                     const std::stop_token &stop)>
        import;
    std::function<Result<AddedModel>(const PublishedFile &file, const Progress &progress, const std::stop_token &stop)>
        fetch;
    std::function<std::uint64_t(const PublishedFile &file)> fetchedBytes; // of a download that was interrupted
    // As eventsOfRegisteredTagger(); called on a worker thread.
    std::function<Result<std::vector<EventClass>>()> taggerEvents;
    // What is registered changed: media that are analysed from now on are analysed with it.
    std::function<void()> reload;
};

} // namespace tagscope::ui

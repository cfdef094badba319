// SPDX-License-Identifier: GPL-3.0-or-later
#include "model_report.h"

namespace tagscope::cli {

using json = nlohmann::ordered_json;

json registeredToJson(const RegisteredModel &model) {
    return {{"file", model.file}, {"original_name", model.originalName}, {"sha256", model.sha256},
            {"size", model.size}, {"imported", model.imported},          {"metadata", model.metadata}};
}

json publishedToJson(const PublishedFile &file) {
    json entry{{"name", file.name},     {"file", file.file}, {"format", file.format},
               {"sha256", file.sha256}, {"url", file.url},   {"licence", file.licence}};
    if (!file.mirrors.empty())
        entry["mirrors"] = file.mirrors;
    if (file.size)
        entry["size"] = *file.size;
    if (!file.archive.empty())
        entry["archive"] = file.archive;
    if (!file.note.empty())
        entry["note"] = file.note;
    return entry;
}

} // namespace tagscope::cli

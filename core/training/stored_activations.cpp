// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/stored_activations.h"

#include "core/base/file_names.h"
#include "core/base/foreign_json.h"
#include "core/base/try.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <system_error>

namespace tagscope {

namespace fs = std::filesystem;
using Json = nlohmann::json;

Result<StoredActivations> StoredActivations::open(const fs::path &runDirectory, const std::string &split) {
    std::error_code error;
    std::string name = "activations";
    const std::string nameOfSplit = asFileName("activations-" + split);
    if (!split.empty() && fs::exists(runDirectory / (nameOfSplit + ".npy"), error))
        name = nameOfSplit;
    const fs::path array = runDirectory / (name + ".npy");
    const auto damaged = [&array](std::string cause = {}) {
        return fail(Error::Kind::Malformed, {"training.activations_do_not_belong", array}, std::move(cause));
    };
    if (!fs::exists(array, error))
        return fail(Error::Kind::Unreadable, {"training.no_activations", runDirectory});
    StoredActivations stored;
    stored.file_ = TAGSCOPE_TRY(RandomAccessFile::open(array));
    std::string start(std::min<std::uint64_t>(kNpyHeaderBytes, stored.file_->bytes()), '\0');
    TAGSCOPE_TRY(stored.file_->read(0, std::as_writable_bytes(std::span(start))));
    stored.header_ = TAGSCOPE_TRY(parseNpyHeader(start, array.string()));
    std::ifstream stream(runDirectory / (name + ".json"), std::ios::binary);
    const Json document = foreignJsonFrom(stream);
    std::vector<std::string> clips;
    try {
        document.at("events").get_to(stored.events_);
        document.at("clips").get_to(clips);
        stored.hop_ = Seconds(document.at("hop").get<double>());
    } catch (const Json::exception &exception) {
        return damaged(exception.what());
    }
    const std::vector<std::size_t> &shape = stored.header_.shape;
    if (shape.size() != 3 || shape[0] != clips.size() || shape[2] != stored.events_.size() || shape[1] == 0 ||
        !(stored.hop_ > Seconds(0)) || npyFileBytes(stored.header_) != stored.file_->bytes())
        return damaged();
    for (std::size_t row = 0; row < clips.size(); ++row)
        stored.rows_.emplace(std::move(clips[row]), row);
    return stored;
}

Result<std::optional<Matrix>> StoredActivations::of(const std::string &clip) const {
    const auto row = rows_.find(clip);
    if (row == rows_.end())
        return std::optional<Matrix>();
    Matrix activations(header_.shape[1], header_.shape[2]);
    std::vector<std::byte> bytes(activations.values.size() * bytesOf(header_.type));
    TAGSCOPE_TRY(file_->read(header_.dataOffset + std::uint64_t{row->second} * bytes.size(), bytes));
    npyToFloats(header_.type, bytes, activations.values);
    return std::optional(std::move(activations));
}

} // namespace tagscope

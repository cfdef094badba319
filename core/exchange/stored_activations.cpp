// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/stored_activations.h"

#include "core/base/atomic_file.h"
#include "core/base/file_hash.h"
#include "core/base/file_names.h"
#include "core/base/foreign_json.h"
#include "core/base/try.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <span>
#include <system_error>

namespace tagscope {

namespace fs = std::filesystem;
using Json = nlohmann::json;

namespace {

bool areFinite(std::span<const float> values) {
    return std::ranges::all_of(values, [](float value) { return std::isfinite(value); });
}

} // namespace

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
    stored.array_ = array;
    stored.file_ = TAGSCOPE_TRY(RandomAccessFile::open(array));
    std::string start(std::min<std::uint64_t>(kNpyHeaderBytes, stored.file_->bytes()), '\0');
    TAGSCOPE_TRY(stored.file_->read(0, std::as_writable_bytes(std::span(start))));
    stored.header_ = TAGSCOPE_TRY(parseNpyHeader(start, array.string()));
    std::ifstream stream(runDirectory / (name + ".json"), std::ios::binary);
    const Json document = foreignJsonFrom(stream);
    std::vector<std::string> clips;
    std::vector<std::size_t> steps;
    std::vector<double> firsts;
    std::vector<double> hops;
    std::vector<std::string> sums;
    const std::vector<std::size_t> &shape = stored.header_.shape;
    try {
        document.at("events").get_to(stored.events_);
        document.at("clips").get_to(clips);
        sums.resize(clips.size());
        if (document.contains("sums"))
            document.at("sums").get_to(sums);
        if (const Json own = document.value("steps", Json()); own.is_array()) {
            own.get_to(steps);
            document.at("first").get_to(firsts);
            document.at("hop").get_to(hops);
        } else if (shape.size() == 3) {
            steps.assign(clips.size(), shape[1]);
            firsts.assign(clips.size(), 0.0);
            hops.assign(clips.size(), document.at("hop").get<double>());
        }
    } catch (const Json::exception &exception) {
        return damaged(exception.what());
    }
    const bool isOfClips = shape.size() == 3 && shape[0] == clips.size() && shape[1] > 0;
    if ((!isOfClips && shape.size() != 2) || shape.back() != stored.events_.size() ||
        npyFileBytes(stored.header_) != stored.file_->bytes() || steps.size() != clips.size() ||
        firsts.size() != clips.size() || hops.size() != clips.size() || sums.size() != clips.size())
        return damaged();
    const std::size_t rows = shape.size() == 3 ? shape[0] * shape[1] : shape[0];
    std::size_t row = 0;
    for (std::size_t clip = 0; clip < clips.size(); ++clip) {
        if (steps[clip] == 0 || steps[clip] > rows - row || !(hops[clip] > 0.0))
            return damaged();
        stored.places_.emplace(std::move(clips[clip]), Place{row, steps[clip], Seconds(firsts[clip]),
                                                             Seconds(hops[clip]), std::move(sums[clip])});
        row += steps[clip];
    }
    return row == rows ? Result<StoredActivations>(std::move(stored)) : damaged();
}

Result<std::optional<ClipActivations>> StoredActivations::of(const std::string &clip) const {
    const auto found = places_.find(clip);
    if (found == places_.end())
        return std::optional<ClipActivations>();
    const Place &place = found->second;
    ClipActivations activations{Matrix(place.steps, events_.size()), place.first, place.hop};
    const std::size_t rowBytes = events_.size() * bytesOf(header_.type);
    std::vector<std::byte> bytes(place.steps * rowBytes);
    TAGSCOPE_TRY(file_->read(header_.dataOffset + std::uint64_t{place.firstRow} * rowBytes, bytes));
    npyToFloats(header_.type, bytes, activations.values.values);
    if ((!place.sum.empty() && place.sum != sumOf(bytes)) || !areFinite(activations.values.values))
        return fail(Error::Kind::Malformed, {"training.activations_damaged", clip, array_});
    return std::optional(std::move(activations));
}

Result<void> writeActivations(const fs::path &runDirectory, const std::string &source,
                              const std::vector<std::string> &events,
                              const std::vector<std::pair<std::string, ClipActivations>> &clips) {
    nlohmann::ordered_json document{{"source", source}, {"events", events}};
    for (const char *key : {"clips", "steps", "first", "hop", "sums"})
        document[key] = Json::array();
    std::size_t rows = 0;
    for (const auto &[name, activations] : clips) {
        document["clips"].push_back(name);
        document["steps"].push_back(activations.values.rows);
        document["first"].push_back(activations.first.count());
        document["hop"].push_back(activations.hop.count());
        document["sums"].push_back(sumOf(std::as_bytes(std::span(activations.values.values))));
        rows += activations.values.rows;
    }
    const std::array<std::size_t, 2> shape{rows, events.size()};
    AtomicFile array = TAGSCOPE_TRY(AtomicFile::create(runDirectory / "activations.npy"));
    const std::string header = npyHeader(NpyType::Float32, shape);
    array.stream().write(header.data(), static_cast<std::streamsize>(header.size()));
    for (const auto &[name, activations] : clips)
        array.stream().write(reinterpret_cast<const char *>(activations.values.values.data()),
                             static_cast<std::streamsize>(activations.values.values.size() * sizeof(float)));
    TAGSCOPE_TRY(array.commit());
    return writeFileAtomically(runDirectory / "activations.json",
                               document.dump(1, ' ', false, Json::error_handler_t::replace));
}

} // namespace tagscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/prediction_files.h"

#include "core/base/atomic_file.h"
#include "core/base/file_hash.h"
#include "core/base/foreign_json.h"
#include "core/base/try.h"
#include "core/exchange/open_files.h"
#include "core/formats/npy_file.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <nlohmann/json.hpp>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace tagscope {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr const char *kActivations = "activations.npy";
constexpr const char *kScores = "scores.npy";
constexpr const char *kState = "state.json";

tl::unexpected<Error> notWritten(const fs::path &file) {
    return fail(Error::Kind::Unreadable, {"base.cannot_write_full", file}, std::strerror(errno));
}

bool writeAll(int descriptor, std::uint64_t offset, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::pwrite(descriptor, bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
        offset += static_cast<std::uint64_t>(count);
    }
    return true;
}

std::string headerOfActivations(const PredictionShape &shape) {
    return npyHeader(NpyType::Float16, std::array{shape.clips, shape.steps, shape.events});
}

std::string headerOfScores(const PredictionShape &shape) {
    return npyHeader(NpyType::Float32, std::array{shape.clips, shape.events});
}

bool hasSize(const fs::path &file, std::size_t bytes) {
    std::error_code error;
    return fs::file_size(file, error) == bytes && !error;
}

// How many clips were done when a prediction of this shape was last kept; 0 where there is none.
std::size_t doneBefore(const fs::path &directory, const PredictionShape &shape) {
    std::ifstream stream(directory / kState, std::ios::binary);
    const Json state = foreignJsonFrom(stream);
    if (!state.is_object() || state.value("identity", Json()) != shape.identity || !state.contains("done") ||
        !state["done"].is_number_unsigned())
        return 0;
    const std::size_t values = shape.clips * shape.events;
    if (!hasSize(directory / kActivations, headerOfActivations(shape).size() + 2 * values * shape.steps) ||
        !hasSize(directory / kScores, headerOfScores(shape).size() + 4 * values))
        return 0;
    return std::min(state["done"].get<std::size_t>(), shape.clips);
}

} // namespace

PredictionFiles::PredictionFiles(fs::path directory, PredictionShape shape)
    : directory_(std::move(directory)), shape_(std::move(shape)), done_(doneBefore(directory_, shape_)),
      activationsHeader_(headerOfActivations(shape_)), scoresHeader_(headerOfScores(shape_)) {}

PredictionFiles::PredictionFiles(PredictionFiles &&other) noexcept
    : directory_(std::move(other.directory_)), shape_(std::move(other.shape_)), done_(other.done_),
      activationsHeader_(std::move(other.activationsHeader_)), scoresHeader_(std::move(other.scoresHeader_)),
      activations_(std::exchange(other.activations_, -1)), scores_(std::exchange(other.scores_, -1)) {}

PredictionFiles::~PredictionFiles() {
    for (const int descriptor : {activations_, scores_}) {
        if (descriptor >= 0)
            ::close(descriptor);
    }
}

Result<PredictionFiles> PredictionFiles::open(const fs::path &directory, const PredictionShape &shape) {
    PredictionFiles files(directory, shape);
    std::error_code error;
    fs::create_directories(directory, error);
    if (error)
        return fail(Error::Kind::Unreadable, {"base.cannot_make", directory}, error.message());
    if (files.done_ == 0)
        fs::remove(directory / kState, error); // before its arrays change
    TAGSCOPE_TRY(files.openArrays(files.done_ == 0));
    return files;
}

Result<void> PredictionFiles::openArrays(bool isNew) {
    const int flags = O_RDWR | O_CLOEXEC | O_CREAT | (isNew ? O_TRUNC : 0);
    const std::size_t values = shape_.clips * shape_.events;
    const auto openArray = [&](const char *name, const std::string &header, std::size_t bytes, int &descriptor) {
        descriptor = ::open((directory_ / name).c_str(), flags, 0666);
        return descriptor >= 0 && writeAll(descriptor, 0, header) &&
               ::ftruncate(descriptor, static_cast<off_t>(header.size() + bytes)) == 0;
    };
    if (!openArray(kActivations, activationsHeader_, 2 * values * shape_.steps, activations_))
        return notWritten(directory_ / kActivations);
    if (!openArray(kScores, scoresHeader_, 4 * values, scores_))
        return notWritten(directory_ / kScores);
    return {};
}

Result<void> PredictionFiles::put(std::size_t clip, const Matrix &activations, std::span<const float> scores) const {
    std::string halves;
    appendNpyValues(halves, NpyType::Float16, activations.values);
    if (!writeAll(activations_, activationsHeader_.size() + std::uint64_t{clip} * halves.size(), halves))
        return notWritten(directory_ / kActivations);
    std::string floats;
    appendNpyValues(floats, NpyType::Float32, scores);
    if (!writeAll(scores_, scoresHeader_.size() + std::uint64_t{clip} * floats.size(), floats))
        return notWritten(directory_ / kScores);
    return {};
}

Result<void> PredictionFiles::keep(std::size_t done) {
    if (::fdatasync(activations_) != 0 || ::fdatasync(scores_) != 0)
        return notWritten(directory_);
    done_ = done;
    return writeFileAtomically(directory_ / kState, Json{{"identity", shape_.identity}, {"done", done}}.dump());
}

Result<Matrix> PredictionFiles::scores() const {
    const OpenFiles::File file = TAGSCOPE_TRY(RandomAccessFile::open(directory_ / kScores));
    Matrix scores(shape_.clips, shape_.events);
    TAGSCOPE_TRY(file->read(scoresHeader_.size(), std::as_writable_bytes(std::span(scores.values))));
    return scores;
}

Result<std::vector<std::string>> PredictionFiles::sums() const {
    const OpenFiles::File file = TAGSCOPE_TRY(RandomAccessFile::open(directory_ / kActivations));
    std::vector<std::byte> bytes(2 * shape_.steps * shape_.events);
    std::vector<std::string> sums;
    for (std::size_t clip = 0; clip < shape_.clips; ++clip) {
        TAGSCOPE_TRY(file->read(activationsHeader_.size() + std::uint64_t{clip} * bytes.size(), bytes));
        sums.push_back(sumOf(bytes));
    }
    return sums;
}

Result<void> PredictionFiles::finish(const fs::path &activations) {
    std::error_code error;
    fs::rename(directory_ / kActivations, activations, error);
    if (error)
        return fail(Error::Kind::Unreadable, {"base.cannot_replace", activations}, error.message());
    fs::remove_all(directory_, error);
    return {};
}

} // namespace tagscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/download/download.h"

#include "core/base/file_hash.h"
#include "core/base/try.h"
#include "core/download/partial_file.h"
#include "core/download/transfer.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <system_error>

namespace tagscope {
namespace {

namespace fs = std::filesystem;
using Remedy = TransferFailure::Remedy;

bool isWeb(const std::string &address) {
    return address.starts_with("http://") || address.starts_with("https://");
}

// False where it was stopped meanwhile.
bool waitFor(std::chrono::milliseconds time, const std::stop_token &stop) {
    std::mutex mutex;
    std::condition_variable_any stopped;
    std::unique_lock lock(mutex);
    stopped.wait_for(lock, stop, time, [] { return false; });
    return !stop.stop_requested();
}

Result<void> checkRoom(const DownloadRequest &request, std::uint64_t have) {
    std::error_code error;
    const fs::space_info space =
        fs::space(request.target.parent_path().empty() ? "." : request.target.parent_path(), error);
    if (error || !request.size || have + space.available >= *request.size)
        return {};
    constexpr std::uint64_t kMegabyte = 1'000'000;
    return fail(Error::Kind::Unreadable, {"download.no_room", request.target.parent_path(), *request.size / kMegabyte,
                                          space.available / kMegabyte});
}

// A download on its way through its addresses.
class Course {
public:
    Course(const DownloadRequest &request, const Progress &progress, const std::stop_token &stop, PartialFile &file)
        : request_(request), progress_(progress), stop_(stop), file_(file) {}

    [[nodiscard]] tl::expected<DownloadedFile, TransferFailure> from(const std::string &address) {
        bool mayRestart = true; // once, where what was there did not fit to what came
        while (true) {
            const bool isWhole = request_.size && file_.size() == *request_.size;
            const bool isContinued = file_.size() > 0;
            if (!isWhole)
                if (auto brought = bring(address); !brought)
                    return tl::unexpected(brought.error());
            Result<std::string> checked = check(address);
            if (checked)
                return DownloadedFile{address, file_.size(), file_.found(), *checked};
            if (checked.error().isCancelled())
                return tl::unexpected(TransferFailure{checked.error(), Remedy::None});
            if (const Result<void> restarted = file_.restart({}); !restarted)
                return tl::unexpected(TransferFailure{restarted.error(), Remedy::None});
            if (!isContinued || !std::exchange(mayRestart, false))
                return tl::unexpected(TransferFailure{checked.error(), Remedy::OtherAddress});
        }
    }

private:
    // Everything that is missing, over as many connections as it takes.
    tl::expected<void, TransferFailure> bring(const std::string &address) {
        Transfer next{address, request_.size, !request_.sha256.empty(), request_.patience,
                      [this](std::uint64_t have, std::optional<std::uint64_t> whole) { tell(have, whole); }};
        std::chrono::milliseconds pause = request_.patience.pause;
        for (int retries = request_.patience.retries;; --retries) {
            const std::uint64_t before = file_.size();
            auto done = transfer(next, file_, stop_);
            if (done && request_.size && file_.size() < *request_.size)
                return tl::unexpected(TransferFailure{otherLength(address), Remedy::OtherAddress});
            if (done || done.error().remedy != Remedy::TryAgain)
                return done;
            if (file_.size() > before) { // it goes on, however slowly
                retries = request_.patience.retries;
                pause = request_.patience.pause;
            } else if (retries <= 0) {
                return done;
            }
            if (!waitFor(pause, stop_))
                return tl::unexpected(TransferFailure{cancelled().value(), Remedy::None});
            pause *= 2;
        }
    }

    [[nodiscard]] Error otherLength(const std::string &address) const {
        return {
            Error::Kind::Inconsistent, {"download.other_length", address, file_.size(), request_.size.value_or(0)}, {}};
    }

    // The SHA-256 of what came.
    [[nodiscard]] Result<std::string> check(const std::string &address) const {
        if (request_.size && file_.size() != *request_.size)
            return tl::unexpected(otherLength(address));
        if (progress_)
            progress_(told_, "Hashing");
        std::string sha256 = TAGSCOPE_TRY(sha256OfFile(file_.path(), stop_));
        if (!sha256.starts_with(request_.sha256))
            return fail(Error::Kind::Inconsistent, {"download.other_hash", address, sha256, request_.sha256});
        return sha256;
    }

    void tell(std::uint64_t have, std::optional<std::uint64_t> whole) {
        if (!whole)
            whole = request_.size;
        if (whole && *whole > 0)
            told_ = std::max(told_, std::min(1.0, static_cast<double>(have) / static_cast<double>(*whole)));
        if (progress_)
            progress_(told_, "Downloading");
    }

    const DownloadRequest &request_;
    const Progress &progress_;
    const std::stop_token &stop_;
    PartialFile &file_;
    double told_ = 0.0; // a download that has to begin again does not fall back
};

} // namespace

Result<DownloadedFile> download(const DownloadRequest &request, const Progress &progress, std::stop_token stop) {
    for (const std::string &address : request.addresses)
        if (!isWeb(address))
            return fail(Error::Kind::Unsupported, {"download.other_protocol", address});
    PartialFile file = TAGSCOPE_TRY(PartialFile::open(request.target));
    TAGSCOPE_TRY(checkRoom(request, file.size()));
    Course course(request, progress, stop, file);
    Message reasons;
    std::string causes;
    for (const std::string &address : request.addresses) {
        const auto done = course.from(address);
        if (done) {
            TAGSCOPE_TRY(file.keepAs(request.target));
            return *done;
        }
        if (done.error().remedy == Remedy::None) {
            if (file.size() == 0)
                file.remove();
            return tl::unexpected(done.error().error);
        }
        const Message &reason = done.error().error.message;
        reasons = reasons.empty() ? reason : Message("download.reasons", reasons, reason);
        causes += (causes.empty() ? "" : "\n") + done.error().error.cause;
    }
    if (file.size() == 0)
        file.remove();
    return fail(Error::Kind::Unreadable, {"download.failed", request.target.filename(), reasons}, causes);
}

} // namespace tagscope

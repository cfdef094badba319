// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/download/transfer.h"

#include <array>
#include <charconv>
#include <curl/curl.h>
#include <memory>
#include <string_view>

namespace tagscope {
namespace {

using Remedy = TransferFailure::Remedy;

constexpr long kOk = 200;
constexpr long kPartialContent = 206;
constexpr long kRequestTimeout = 408;
constexpr long kRangeNotSatisfiable = 416;
constexpr long kTooManyRequests = 429;
constexpr long kServerErrors = 500; // and above

void initialiseLibrary() {
    static const CURLcode once = curl_global_init(CURL_GLOBAL_DEFAULT);
    static_cast<void>(once);
}

// "bytes 100-199/200"
struct ContentRange {
    std::uint64_t first = 0;
    std::optional<std::uint64_t> whole;
};

std::optional<ContentRange> contentRangeIn(std::string_view text) {
    constexpr std::string_view kUnit = "bytes ";
    if (!text.starts_with(kUnit))
        return std::nullopt;
    text.remove_prefix(kUnit.size());
    ContentRange range;
    const auto numberAt = [&text](std::size_t begin, std::size_t end, std::uint64_t &number) {
        const char *const last = text.data() + end;
        const auto [behind, error] = std::from_chars(text.data() + begin, last, number);
        return error == std::errc() && behind == last;
    };
    const std::size_t dash = text.find('-');
    const std::size_t slash = text.find('/');
    if (dash == std::string_view::npos || slash == std::string_view::npos || !numberAt(0, dash, range.first))
        return std::nullopt;
    if (std::uint64_t whole = 0; numberAt(slash + 1, text.size(), whole))
        range.whole = whole;
    return range;
}

// A server's answer as it arrives.
class Answer {
public:
    Answer(const Transfer &request, PartialFile &file, CURL *handle)
        : request_(request), file_(file), handle_(handle), begunAt_(file.size()) {}

    [[nodiscard]] const std::optional<TransferFailure> &failure() const { return failure_; }

    std::size_t take(std::span<const char> bytes) {
        if (!isBegun_)
            begin();
        if (failure_)
            return CURL_WRITEFUNC_ERROR;
        if (request_.size && file_.size() + bytes.size() > *request_.size) {
            const std::uint64_t length = file_.size() + bytes.size();
            restart({}); // nothing of another file is worth keeping
            if (!failure_)
                refuseLength(length);
            return CURL_WRITEFUNC_ERROR;
        }
        if (const Result<void> written = file_.append(bytes); !written) {
            failure_ = {written.error(), Remedy::None};
            return CURL_WRITEFUNC_ERROR;
        }
        if (request_.progress)
            request_.progress(file_.size(), whole_);
        return bytes.size();
    }

    // Looks at the head of the answer; also where no byte follows it.
    void begin() {
        isBegun_ = true;
        long status = 0;
        curl_easy_getinfo(handle_, CURLINFO_RESPONSE_CODE, &status);
        if (status == kPartialContent)
            goOn();
        else if (status == kOk)
            beginAnew();
        else
            refuse(status);
    }

    [[nodiscard]] bool isBegun() const { return isBegun_; }

private:
    [[nodiscard]] std::string header(const char *name) const {
        curl_header *found = nullptr;
        const bool isThere = curl_easy_header(handle_, name, 0, CURLH_HEADER, -1, &found) == CURLHE_OK;
        return isThere ? std::string(found->value) : std::string();
    }

    // A weak ETag says that the content means the same, not that its bytes are.
    [[nodiscard]] std::string validator() const {
        const std::string tag = header("ETag");
        return tag.starts_with('"') ? tag : header("Last-Modified");
    }

    void goOn() {
        const std::optional<ContentRange> range = contentRangeIn(header("Content-Range"));
        if (!range || range->first != begunAt_) {
            // Not what was asked for: from the start, then.
            restart({});
            if (!failure_)
                failure_ = {{Error::Kind::Malformed, {"download.other_range", request_.address}, {}}, Remedy::TryAgain};
            return;
        }
        whole_ = range->whole;
        if (whole_ && request_.size && *whole_ != *request_.size)
            refuseLength(*whole_);
    }

    void beginAnew() {
        curl_off_t length = -1;
        curl_easy_getinfo(handle_, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &length);
        if (length >= 0)
            whole_ = static_cast<std::uint64_t>(length);
        if (whole_ && request_.size && *whole_ != *request_.size)
            refuseLength(*whole_);
        else
            restart({request_.address, validator()});
    }

    void restart(const PartialOrigin &origin) {
        if (const Result<void> restarted = file_.restart(origin); !restarted)
            failure_ = {restarted.error(), Remedy::None};
    }

    void refuse(long status) {
        if (status == kRangeNotSatisfiable && begunAt_ > 0) {
            restart({}); // there is more of it here than there
            if (!failure_)
                failure_ = {{Error::Kind::Unreadable, {"download.status", request_.address, status}, {}},
                            Remedy::TryAgain};
            return;
        }
        const bool mayPass = status >= kServerErrors || status == kTooManyRequests || status == kRequestTimeout;
        failure_ = {{Error::Kind::Unreadable, {"download.status", request_.address, status}, {}},
                    mayPass ? Remedy::TryAgain : Remedy::OtherAddress};
    }

    void refuseLength(std::uint64_t length) {
        failure_ = {{Error::Kind::Inconsistent,
                     {"download.other_length", request_.address, length, request_.size.value_or(0)},
                     {}},
                    Remedy::OtherAddress};
    }

    const Transfer &request_;
    PartialFile &file_;
    CURL *handle_;
    std::uint64_t begunAt_;
    bool isBegun_ = false;
    std::optional<std::uint64_t> whole_;
    std::optional<TransferFailure> failure_;
};

std::size_t takeBytes(char *bytes, std::size_t size, std::size_t count, void *answer) {
    return static_cast<Answer *>(answer)->take({bytes, size * count});
}

bool isBrokenConnection(CURLcode code) {
    switch (code) {
    case CURLE_PARTIAL_FILE:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
    case CURLE_GOT_NOTHING:
    case CURLE_OPERATION_TIMEDOUT:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
        return true;
    default:
        return false;
    }
}

Message reasonOf(CURLcode code, const std::string &address) {
    switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_CONNECT:
        return {"download.no_connection", address};
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
        return {"download.not_trusted", address};
    case CURLE_UNSUPPORTED_PROTOCOL:
        return {"download.redirected_elsewhere", address};
    case CURLE_TOO_MANY_REDIRECTS:
        return {"download.too_many_redirects", address};
    default:
        break;
    }
    if (isBrokenConnection(code))
        return {"download.broken_off", address};
    return {"download.not_answered", address};
}

using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using Multi = std::unique_ptr<CURLM, decltype(&curl_multi_cleanup)>;
using Headers = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

void setLimits(CURL *handle, const Transfer &request) {
    constexpr long kMostRedirects = 10;
    curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 1L);
    curl_easy_setopt(handle, CURLOPT_MAXREDIRS, kMostRedirects);
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    const bool isSecure = request.address.starts_with("https:");
    curl_easy_setopt(handle, CURLOPT_REDIR_PROTOCOLS_STR, isSecure ? "https" : "http,https");
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(request.patience.connecting.count()));
    curl_easy_setopt(handle, CURLOPT_LOW_SPEED_LIMIT, 1L);
    curl_easy_setopt(handle, CURLOPT_LOW_SPEED_TIME, static_cast<long>(request.patience.silence.count()));
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_QUICK_EXIT, 1L); // a stop does not wait for a slow name server
    curl_easy_setopt(handle, CURLOPT_USERAGENT, "tagscope");
}

// Asks for the rest only, where that can be trusted to fit.
Headers askForRest(CURL *handle, const Transfer &request, PartialFile &file) {
    Headers headers(nullptr, &curl_slist_free_all);
    if (file.size() == 0)
        return headers;
    const bool isFromHere = file.origin().address == request.address && !file.origin().validator.empty();
    if (!isFromHere && !request.isChecked)
        return headers;
    // The library's own way to resume fails where the server sends all of it.
    headers.reset(curl_slist_append(nullptr, ("Range: bytes=" + std::to_string(file.size()) + "-").c_str()));
    if (isFromHere)
        curl_slist_append(headers.get(), ("If-Range: " + file.origin().validator).c_str());
    curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers.get());
    return headers;
}

// Nothing where it was stopped.
std::optional<CURLcode> perform(CURL *handle, const std::stop_token &stop) {
    const Multi multi(curl_multi_init(), &curl_multi_cleanup);
    if (!multi || curl_multi_add_handle(multi.get(), handle) != CURLM_OK)
        return CURLE_FAILED_INIT;
    const std::stop_callback wake(stop, [&multi] { curl_multi_wakeup(multi.get()); });
    std::optional<CURLcode> code;
    while (!code && !stop.stop_requested()) {
        constexpr int kLongestWait = 1000; // ms; a stop wakes it
        int running = 0;
        if (curl_multi_perform(multi.get(), &running) != CURLM_OK)
            code = CURLE_FAILED_INIT;
        int waiting = 0;
        while (const CURLMsg *message = curl_multi_info_read(multi.get(), &waiting))
            if (message->msg == CURLMSG_DONE)
                code = message->data.result;
        if (!code)
            curl_multi_poll(multi.get(), nullptr, 0, kLongestWait, nullptr);
    }
    curl_multi_remove_handle(multi.get(), handle);
    return code;
}

} // namespace

tl::expected<void, TransferFailure> transfer(const Transfer &request, PartialFile &file, const std::stop_token &stop) {
    initialiseLibrary();
    const Handle handle(curl_easy_init(), &curl_easy_cleanup);
    if (!handle)
        return tl::unexpected(
            TransferFailure{{Error::Kind::Internal, {"download.not_answered", request.address}, {}}, Remedy::None});
    std::array<char, CURL_ERROR_SIZE> details{};
    Answer answer(request, file, handle.get());
    curl_easy_setopt(handle.get(), CURLOPT_URL, request.address.c_str());
    curl_easy_setopt(handle.get(), CURLOPT_ERRORBUFFER, details.data());
    curl_easy_setopt(handle.get(), CURLOPT_WRITEFUNCTION, &takeBytes);
    curl_easy_setopt(handle.get(), CURLOPT_WRITEDATA, &answer);
    setLimits(handle.get(), request);
    const Headers headers = askForRest(handle.get(), request, file);
    const std::optional<CURLcode> code = perform(handle.get(), stop);
    if (!code)
        return tl::unexpected(TransferFailure{cancelled().value(), Remedy::None});
    if (*code == CURLE_OK && !answer.isBegun())
        answer.begin();
    if (answer.failure())
        return tl::unexpected(*answer.failure());
    if (*code == CURLE_OK)
        return {};
    return tl::unexpected(TransferFailure{{Error::Kind::Unreadable, reasonOf(*code, request.address), details.data()},
                                          isBrokenConnection(*code) ? Remedy::TryAgain : Remedy::OtherAddress});
}

} // namespace tagscope

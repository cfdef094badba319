// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/pickle.h"
#include "core/network/state_dict.h"
#include "core/network/weight_formats.h"

#include <algorithm>
#include <cstdint>
#include <mutex>
#include <string>
#include <unordered_map>
#include <utility>
#include <zip.h>

namespace tagscope {
namespace {

constexpr std::size_t kMaxPickle = std::size_t{64} << 20U;
constexpr std::size_t kMaxNameLength = 1024;

struct ZipMember {
    zip_uint64_t index = 0;
    std::size_t size = 0; // bytes
    bool isPlain = true;  // neither compressed nor encrypted
};

// The members of an archive in memory. Compressed ones are not read, PyTorch compresses no numbers: what is read is
// never larger than the file. Thread-safe once open.
class ZipArchive {
public:
    explicit ZipArchive(std::span<const std::byte> file) : fileSize_(file.size()) {
        zip_error_t error;
        zip_error_init(&error);
        zip_source_t *source = zip_source_buffer_create(file.data(), file.size(), 0, &error);
        if (source != nullptr)
            archive_ = zip_open_from_source(source, ZIP_RDONLY, &error);
        if (archive_ == nullptr) {
            Refusal refusal{Error::Kind::Malformed, "network.incomplete_zip", zip_error_strerror(&error)};
            zip_source_free(source);
            zip_error_fini(&error);
            throw refusal;
        }
        zip_error_fini(&error);
        try {
            listMembers();
        } catch (...) {
            zip_discard(archive_);
            throw;
        }
    }
    ZipArchive(const ZipArchive &) = delete;
    ZipArchive &operator=(const ZipArchive &) = delete;
    ~ZipArchive() { zip_discard(archive_); }

    [[nodiscard]] bool contains(const std::string &name) const { return members_.contains(name); }

    // A member to be read; null where there is none.
    [[nodiscard]] const ZipMember *find(const std::string &name) const {
        const auto found = members_.find(name);
        if (found == members_.end())
            return nullptr;
        if (!found->second.isPlain)
            throw Refusal{Error::Kind::Unsupported, {"network.compressed_later", printable(name)}, {}};
        if (found->second.size > fileSize_)
            throw Refusal{Error::Kind::Malformed, {"network.impossible_member_size", printable(name)}, {}};
        return &found->second;
    }

    // The folder that all members of a PyTorch file are in, with its slash.
    [[nodiscard]] const std::string &folder() const { return folder_; }

    // A whole member is checked against its checksum, a part cannot be.
    [[nodiscard]] std::vector<std::byte> bytes(const ZipMember &member, std::size_t first, std::size_t count) const {
        const std::scoped_lock lock(mutex_);
        const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> opened(zip_fopen_index(archive_, member.index, 0),
                                                                        &zip_fclose);
        std::vector<std::byte> content(count);
        bool isRead = opened != nullptr;
        if (isRead && first > 0)
            isRead = zip_fseek(opened.get(), static_cast<zip_int64_t>(first), SEEK_SET) == 0;
        isRead = isRead && zip_fread(opened.get(), content.data(), count) == static_cast<zip_int64_t>(count);
        std::byte beyond{};
        if (isRead && first == 0 && count == member.size)
            isRead = zip_fread(opened.get(), &beyond, 1) == 0;
        if (!isRead)
            throw Refusal{Error::Kind::Malformed, "network.damaged_member",
                          opened != nullptr ? zip_file_strerror(opened.get()) : zip_strerror(archive_)};
        return content;
    }

private:
    void listMembers() {
        const zip_int64_t entries = zip_get_num_entries(archive_, 0);
        for (zip_int64_t i = 0; i < entries; ++i)
            addMember(static_cast<zip_uint64_t>(i));
        if (folder_.empty())
            throw Refusal{Error::Kind::Malformed, "network.other_zip", {}};
    }

    void addMember(zip_uint64_t index) {
        zip_stat_t status;
        zip_stat_init(&status);
        constexpr zip_uint64_t kNeeded =
            ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
        if (zip_stat_index(archive_, index, ZIP_FL_ENC_RAW, &status) != 0 || (status.valid & kNeeded) != kNeeded)
            throw Refusal{Error::Kind::Malformed, "network.damaged_zip", zip_strerror(archive_)};
        std::string name = status.name;
        if (name.size() > kMaxNameLength)
            throw Refusal{Error::Kind::Malformed, "network.long_zip_names", {}};
        const bool isPlain = status.comp_method == ZIP_CM_STORE && status.encryption_method == ZIP_EM_NONE &&
                             status.size == status.comp_size;
        if (name.ends_with("/data.pkl") && std::ranges::count(name, '/') == 1) {
            if (!folder_.empty())
                throw Refusal{Error::Kind::Malformed, "network.two_tensor_lists", {}};
            folder_ = name.substr(0, name.find('/') + 1);
        }
        if (!members_.emplace(name, ZipMember{index, static_cast<std::size_t>(status.size), isPlain}).second)
            throw Refusal{Error::Kind::Malformed, {"network.two_members_named", printable(name)}, {}};
    }

    std::size_t fileSize_;
    zip_t *archive_ = nullptr;
    mutable std::mutex mutex_; // libzip's archives are for one thread at a time
    std::unordered_map<std::string, ZipMember> members_;
    std::string folder_;
};

class ZipStorages final : public Storages {
public:
    ZipStorages(std::unique_ptr<const ZipArchive> archive, std::vector<ZipMember> members)
        : archive_(std::move(archive)), members_(std::move(members)) {}

    [[nodiscard]] StorageBytes bytes(std::size_t storage, std::size_t first, std::size_t count) const override {
        StorageBytes bytes;
        bytes.copy = archive_->bytes(members_[storage], first, count);
        bytes.view = bytes.copy;
        return bytes;
    }

private:
    std::unique_ptr<const ZipArchive> archive_;
    std::vector<ZipMember> members_;
};

void checkKind(const ZipArchive &archive) {
    if (archive.contains(archive.folder() + "constants.pkl"))
        throw Refusal{Error::Kind::Unsupported, "network.torch_script", {}};
    // Written since PyTorch 2.1; machines before it that mattered were little-endian.
    const ZipMember *order = archive.find(archive.folder() + "byteorder");
    if (order == nullptr)
        return;
    const std::vector<std::byte> text = archive.bytes(*order, 0, std::min<std::size_t>(order->size, 16));
    const std::string_view word(reinterpret_cast<const char *>(text.data()), text.size());
    if (word == "big")
        throw Refusal{Error::Kind::Unsupported, "network.big_endian", {}};
    if (word != "little")
        throw Refusal{Error::Kind::Malformed, {"network.unknown_byte_order", printable(word)}, {}};
}

std::vector<ZipMember> membersOf(const ZipArchive &archive, const std::vector<StateDictStorage> &storages) {
    std::vector<ZipMember> members;
    for (const StateDictStorage &storage : storages) {
        const ZipMember *member = archive.find(archive.folder() + "data/" + storage.key);
        if (member == nullptr || member->size != static_cast<std::size_t>(storage.count) * elementSize(storage.type))
            throw Refusal{Error::Kind::Malformed, {"network.block_missing_or_unlike", printable(storage.key)}, {}};
        members.push_back(*member);
    }
    return members;
}

} // namespace

TensorContents readTorchZip(std::span<const std::byte> file) {
    auto archive = std::make_unique<const ZipArchive>(file);
    checkKind(*archive);
    const ZipMember list = *archive->find(archive->folder() + "data.pkl");
    if (list.size > kMaxPickle)
        throw Refusal{Error::Kind::Unsupported, "network.tensor_list_too_long", {}};
    const std::vector<std::byte> pickled = archive->bytes(list, 0, list.size);
    StateDict dict = stateDictOf(readPickle(pickled));
    std::vector<ZipMember> members = membersOf(*archive, dict.storages);
    TensorContents contents;
    contents.storages = std::make_unique<ZipStorages>(std::move(archive), std::move(members));
    contents.tensors = std::move(dict.tensors);
    contents.layouts = std::move(dict.layouts);
    contents.metadata = dict.metadata();
    return contents;
}

} // namespace tagscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/project/write_log.h"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace tagscope::test {
namespace {

std::map<std::string, std::string> filesOf(const std::map<std::string, std::uint64_t> &names,
                                           const std::map<std::uint64_t, std::string> &bytes) {
    std::map<std::string, std::string> files;
    for (const auto &[name, inode] : names) {
        const auto found = bytes.find(inode);
        files[name] = found == bytes.end() ? std::string() : found->second;
    }
    return files;
}

} // namespace

std::vector<Written> readWriteLog(const std::filesystem::path &file) {
    std::ifstream stream(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    std::vector<Written> all;
    for (std::size_t place = 0; place < bytes.size();) {
        WriteRecord head;
        if (bytes.size() - place < sizeof head)
            throw std::runtime_error("a record of writes is cut short");
        std::memcpy(&head, bytes.data() + place, sizeof head);
        place += sizeof head;
        if (bytes.size() - place < head.pathSize + head.size)
            throw std::runtime_error("a record of writes is cut short");
        all.push_back({head.kind, head.inode, head.offset, bytes.substr(place, head.pathSize),
                       bytes.substr(place + head.pathSize, head.size)});
        place += head.pathSize + head.size;
    }
    return all;
}

PlayedBack::FileNumber PlayedBack::fileOf(std::uint64_t inode) {
    const auto [entry, isNew] = files_.try_emplace(inode, next_);
    if (isNew)
        bytes_[next_++];
    return entry->second;
}

void PlayedBack::hold(const std::string &name, std::uint64_t inode, const std::string &bytes) {
    const FileNumber file = fileOf(inode);
    bytes_[file] = syncedBytes_[file] = bytes;
    names_[name] = syncedNames_[name] = file;
}

void PlayedBack::play(const Written &written) {
    switch (written.kind) {
    case WriteKind::Data: {
        std::string &bytes = bytes_[fileOf(written.inode)];
        if (bytes.size() < written.offset + written.data.size())
            bytes.resize(written.offset + written.data.size());
        bytes.replace(written.offset, written.data.size(), written.data);
        return;
    }
    case WriteKind::Size:
        bytes_[fileOf(written.inode)].resize(written.offset);
        return;
    case WriteKind::Made:
        files_.erase(written.inode);
        return;
    case WriteKind::Name:
        return name(written);
    case WriteKind::Sync:
        syncedBytes_[fileOf(written.inode)] = bytes_[fileOf(written.inode)];
        return;
    case WriteKind::SyncNames:
        return syncNames(written.path);
    }
}

void PlayedBack::name(const Written &written) {
    if (written.inode != 0) {
        names_[written.path] = fileOf(written.inode);
        return;
    }
    const auto found = names_.find(written.path);
    if (found == names_.end())
        return;
    const FileNumber file = found->second;
    names_.erase(found);
    if (std::ranges::none_of(names_, [file](const auto &entry) { return entry.second == file; }))
        std::erase_if(files_, [file](const auto &entry) { return entry.second == file; });
}

// Of this directory alone, not of those in it.
void PlayedBack::syncNames(const std::string &directory) {
    const std::string folder = directory.empty() ? std::string() : directory + "/";
    const auto isIn = [&folder](const auto &entry) {
        return entry.first.starts_with(folder) && entry.first.find('/', folder.size()) == std::string::npos;
    };
    std::erase_if(syncedNames_, isIn);
    for (const auto &entry : names_)
        if (isIn(entry))
            syncedNames_.insert(entry);
}

std::map<std::string, std::string> PlayedBack::afterKill() const {
    return filesOf(names_, bytes_);
}

std::map<std::string, std::string> PlayedBack::afterPowerCut() const {
    return filesOf(syncedNames_, syncedBytes_);
}

} // namespace tagscope::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

// What a program did to the files of a folder, recorded by write_log.cpp, and what would be left of it after a power
// cut.
namespace tagscope::test {

enum class WriteKind : std::uint32_t {
    Data,     // bytes at an offset of a file
    Size,     // offset: of a file from now on
    Name,     // stands for a file; inode 0: for none any more
    Made,     // a file without a name, whose inode may have been another's before
    Sync,     // of a file's bytes
    SyncNames // of a directory
};

// As it is recorded, before the path and the bytes.
struct WriteRecord {
    WriteKind kind = WriteKind::Data;
    std::uint64_t inode = 0;
    std::uint64_t offset = 0;
    std::uint64_t pathSize = 0;
    std::uint64_t size = 0;
};

struct Written {
    WriteKind kind = WriteKind::Data;
    std::uint64_t inode = 0;
    std::uint64_t offset = 0;
    std::string path; // in the folder
    std::string data;
};

// In the order of the calls. Throws std::runtime_error for a record that is cut short.
[[nodiscard]] std::vector<Written> readWriteLog(const std::filesystem::path &file);

// The folder's files while what was recorded is played back, as a program that is killed leaves them, and as the disk
// has them where the power goes: bytes by their file's last synchronisation, names by their directory's.
class PlayedBack {
public:
    // A file that was there, and on the disk, before.
    void hold(const std::string &name, std::uint64_t inode, const std::string &bytes);
    void play(const Written &written);

    // Files by name.
    [[nodiscard]] std::map<std::string, std::string> afterKill() const;
    [[nodiscard]] std::map<std::string, std::string> afterPowerCut() const;

private:
    using FileNumber = std::uint64_t; // inodes are used again, these are not
    FileNumber fileOf(std::uint64_t inode);
    void name(const Written &written);
    void syncNames(const std::string &directory);

    std::map<std::uint64_t, FileNumber> files_; // by inode
    FileNumber next_ = 1;
    std::map<FileNumber, std::string> bytes_;
    std::map<FileNumber, std::string> syncedBytes_;
    std::map<std::string, FileNumber> names_;
    std::map<std::string, FileNumber> syncedNames_;
};

} // namespace tagscope::test

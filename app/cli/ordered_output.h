// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <vector>

namespace tagscope::cli {

// Prints each recording's clips in the order of the command line, whatever order they are done in, as soon as all
// before them are printed; as JSON, one object with a list `clips`. Thread-safe.
class OrderedOutput {
public:
    explicit OrderedOutput(bool json);

    // A clip of the recording of this number.
    void add(std::size_t recording, std::string text);
    // The recording has no more clips.
    void finish(std::size_t recording);
    void close();

private:
    void print(const std::string &text);

    bool json_;
    std::mutex mutex_;
    std::size_t next_ = 0; // the recording whose clips are printed at once
    std::size_t printed_ = 0;
    std::map<std::size_t, std::vector<std::string>> waiting_;
    std::set<std::size_t> finished_;
};

} // namespace tagscope::cli

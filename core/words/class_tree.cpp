// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/class_tree.h"

#include "core/base/paths.h"
#include "core/base/try.h"
#include "core/words/tab_table.h"

#include <set>

namespace tagscope {

Result<ClassTree> ClassTree::read(const std::filesystem::path &file) {
    const TabTable table = TAGSCOPE_TRY(TabTable::read(file, {"mid", "parent"}, {"mid", "parent"}));
    ClassTree tree;
    for (const TabTable::Row &row : table.rows())
        tree.parents_[std::string(table.cell(row, "mid"))].emplace_back(table.cell(row, "parent"));
    return tree;
}

Result<ClassTree> ClassTree::audioSet() {
    const std::filesystem::path file = TAGSCOPE_TRY(resourceFile("classes/audioset-parents.tsv"));
    return read(file);
}

std::vector<std::string> ClassTree::parentsOf(const std::string &id) const {
    const auto found = parents_.find(id);
    return found == parents_.end() ? std::vector<std::string>() : found->second;
}

std::vector<bool> ClassTree::hiddenByDescendants(std::span<const std::string> ids,
                                                 std::span<const std::optional<double>> scores, double share) const {
    std::map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < ids.size(); ++i)
        if (!ids[i].empty())
            places.emplace(ids[i], i);
    std::vector<bool> isHidden(ids.size());
    for (const auto &[id, place] : places) {
        if (!scores[place])
            continue;
        std::set<std::string> seen{id};
        std::vector<std::string> above = parentsOf(id);
        while (!above.empty()) {
            const std::string next = above.back();
            above.pop_back();
            if (!seen.insert(next).second)
                continue;
            if (const auto found = places.find(next); found != places.end()) {
                const std::optional<double> score = scores[found->second];
                if (score && *score > 0.0 && *scores[place] >= share * *score)
                    isHidden[found->second] = true;
            }
            const std::vector<std::string> further = parentsOf(next);
            above.insert(above.end(), further.begin(), further.end());
        }
    }
    return isHidden;
}

} // namespace tagscope

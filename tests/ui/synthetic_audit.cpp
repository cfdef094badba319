// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/try.h"
#include "synthetic_project.h"

#include <limits>

// What the clips of the synthetic project are ordered by in an audit.
namespace tagscope::test {

Result<AuditMaterial> SyntheticProject::auditMaterial(const std::string &split, const std::stop_token &) {
    AuditMaterial material;
    material.clips =
        TAGSCOPE_TRY(project().clips(split.empty() ? std::nullopt : std::optional<std::string_view>(split)));
    std::vector<ClipId> ids;
    for (const Clip &clip : material.clips)
        ids.push_back(clip.id);
    BinaryTable labels = TAGSCOPE_TRY(project().labels(ids, Truth::Weak));
    const ScoresOfClips heard = TAGSCOPE_TRY(project().scores({Branch::Audio, "heard"}, ids));
    material.scores = {std::move(labels), heard.scores, heard.scores};
    for (std::size_t row = 0; row < ids.size(); ++row) {
        material.groups.push_back(row);
        for (std::size_t k = 0; k < heard.scores.columns; ++k) {
            const float p = heard.hasScore[row] != 0 ? heard.scores(row, k) : std::numeric_limits<float>::quiet_NaN();
            material.scores.audio(row, k) = p;
            material.scores.video(row, k) = 1.0F - p;
        }
    }
    return material;
}

} // namespace tagscope::test

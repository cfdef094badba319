// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clips/stored_marks.h"

#include "core/project/misleading_marks.h"
#include "ui/clips/project_clip_model.h"

#include <unordered_map>

namespace tagscope::ui {

StoredMarks::StoredMarks(Document &document, ProjectClipModel &clips, QObject *parent)
    : QObject(parent), document_(document), clips_(clips),
      job_({"marks", tr("Recordings that mislead")},
           [this](const Result<std::map<ClipId, std::vector<Message>>> &marks) {
               if (marks)
                   show(*marks);
           }) {
    connect(&document, &Document::opened, this, [this] {
        job_.forget();
        document_.edits().readSetting(std::string(kMisleadingSetting));
    });
    connect(&document, &Document::closed, this, [this] { job_.forget(); });
    connect(&document.edits(), &ProjectEdits::settingKnown, this,
            [this](const std::string &key, const std::string &json) {
                if (key == kMisleadingSetting && !json.empty())
                    read(json);
            });
}

void StoredMarks::read(const std::string &json) {
    if (const std::shared_ptr<const OpenProject> project = document_.project())
        job_.start([project, json](const std::stop_token &) -> Result<std::map<ClipId, std::vector<Message>>> {
            std::unordered_map<ClipId, const Clip *> clips;
            for (const LabelledClip &clip : project->contents.clips)
                clips.emplace(clip.clip.id, &clip.clip);
            return keptMisleading(json, [&clips](ClipId clip) {
                const auto found = clips.find(clip);
                return found == clips.end() ? std::filesystem::path() : found->second->media;
            });
        });
}

void StoredMarks::show(const std::map<ClipId, std::vector<Message>> &marks) {
    for (const auto &[clip, notes] : marks) {
        ClipProgress progress = clips_.progress(clip);
        if (progress.state != ClipProgress::State::Untouched)
            continue; // it is being analysed, or was
        progress.misleads = notes;
        clips_.setProgress(clip, progress);
    }
}

} // namespace tagscope::ui

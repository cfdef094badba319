// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/demo_media.h"

namespace tagscope {

DemoMedia::DemoMedia(std::filesystem::path directory, const std::vector<demo::DemoClip> &clips)
    : directory_(std::move(directory)) {
    for (const demo::DemoClip &clip : clips)
        clips_.emplace(clip.name, clip);
}

Result<std::filesystem::path> DemoMedia::provide(const std::string &clip, const std::stop_token &stop) {
    const auto found = clips_.find(clip);
    if (found == clips_.end())
        return fail(Error::Kind::Inconsistent, {"demo.no_such_clip", clip});
    {
        std::unique_lock lock(mutex_);
        if (!made_.wait(lock, stop, [&] { return !inTheMaking_.contains(clip); }))
            return cancelled();
        inTheMaking_.insert(clip);
    }
    Result<std::filesystem::path> made = demo::makeDemoMedia(found->second, directory_, stop);
    {
        const std::lock_guard lock(mutex_);
        inTheMaking_.erase(clip);
    }
    made_.notify_all();
    return made;
}

std::unique_ptr<DemoMedia> demoMediaOf(const Project &project) {
    const Result<demo::DemoOrigin> origin = demo::originOf(project);
    if (!origin)
        return nullptr;
    return std::make_unique<DemoMedia>(project.file().parent_path(), demo::demoScript(origin->size, origin->seed));
}

} // namespace tagscope

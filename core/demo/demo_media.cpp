// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/demo_project.h"
#include "core/demo/pictures.h"
#include "core/demo/sounds.h"
#include "core/jobs/worker_pool.h"
#include "core/media/clip_writer.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <optional>
#include <system_error>

namespace tagscope::demo {
namespace {

namespace fs = std::filesystem;

bool isMade(const fs::path &file) {
    std::error_code error;
    return fs::is_regular_file(file, error) &&
           fs::file_size(file, error) > 0; // written atomically: whole, or not there
}

// Rank in the order of the work: what a person looks at first.
int rankOf(const DemoClip &clip) {
    return clip.split == "test" ? 0 : (clip.split == "validation" ? 1 : 2);
}

// The clips of makeDemoMedia(), one job each.
class MediaRun {
public:
    using Made = std::function<void(const DemoClip &, const fs::path &)>;

    MediaRun(const fs::path &directory, std::size_t clips, const Made &made, const Progress &progress)
        : directory_(directory), clips_(clips), made_(made), progress_(progress) {}

    void makeOne(const DemoClip &clip, std::stop_source &stop) {
        if (stop.stop_requested())
            return;
        const Result<fs::path> file = makeDemoMedia(clip, directory_, stop.get_token());
        if (!file) {
            const std::lock_guard lock(mutex_);
            if (!error_ || error_->isCancelled())
                error_ = file.error();
            stop.request_stop(); // the others would fail likewise: a full disk, no encoder
            return;
        }
        if (made_)
            made_(clip, *file);
        const std::lock_guard lock(mutex_);
        ++done_;
        if (progress_)
            progress_(static_cast<double>(done_) / static_cast<double>(clips_), "media");
    }

    [[nodiscard]] Result<void> outcome() const {
        if (error_)
            return tl::unexpected(*error_);
        if (done_ < clips_)
            return cancelled();
        return {};
    }

private:
    const fs::path &directory_;
    std::size_t clips_;
    const Made &made_;
    const Progress &progress_;
    std::mutex mutex_; // of what follows
    std::size_t done_ = 0;
    std::optional<Error> error_;
};

} // namespace

Result<fs::path> makeDemoMedia(const DemoClip &clip, const fs::path &directory, std::stop_token stop) {
    fs::path file = demoMediaFile(directory, clip);
    if (isMade(file))
        return file;
    if (stop.stop_requested())
        return cancelled();
    const ClipFormat format;
    const std::vector<float> sound = soundOf(clip.scene, format.sampleRate);
    const ScenePainter painter(clip.scene, format.width, format.height);
    const auto picture = [&](int index) -> Result<RgbImage> {
        return painter.paint(Seconds(static_cast<double>(index) / format.picturesPerSecond));
    };
    return writeClip(file, format, sound, picture, clip.name, stop).map([&] { return std::move(file); });
}

Result<void> makeDemoMedia(const std::vector<DemoClip> &clips, const fs::path &directory, int threads,
                           const std::function<void(const DemoClip &, const fs::path &)> &made,
                           const Progress &progress, std::stop_token stop) {
    std::vector<const DemoClip *> order;
    order.reserve(clips.size());
    for (const DemoClip &clip : clips)
        order.push_back(&clip);
    std::ranges::stable_sort(order, {}, [](const DemoClip *clip) { return rankOf(*clip); });
    std::stop_source inner; // of this work: by the caller, or after an error
    const std::stop_callback passOn(stop, [&inner] { inner.request_stop(); });
    MediaRun run(directory, clips.size(), made, progress);
    {
        WorkerPool pool(static_cast<unsigned>(std::max(1, threads)));
        for (const DemoClip *clip : order)
            pool.run([&run, &inner, clip](const std::stop_token &) { run.makeOne(*clip, inner); });
        pool.waitUntilIdle();
    }
    return run.outcome();
}

} // namespace tagscope::demo

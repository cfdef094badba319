// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/video_branch.h"

#include "core/analysis/clip_stages.h"
#include "core/base/try.h"
#include "core/vision/picture_features.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace tagscope {
namespace {

// Decoded pictures kept until the key frames are known. A 10 s clip of 640 x 360 needs 79 MiB.
constexpr std::size_t kPictureBudget = std::size_t{128} << 20U;
// Pictures encoded at once: large enough for the network's speed, small enough for its memory and for Cancel.
constexpr std::size_t kEncodedAtOnce = 8;

// Collects a window's pictures: their places on the grid, the features of each distinct one, and as many of the
// decoded pictures as the budget allows.
class PictureCollector {
public:
    PictureCollector(const AlexNetFeatures *alexNet, std::size_t expected, const Progress &progress,
                     const std::stop_token &stop)
        : alexNet_(alexNet), expected_(expected), progress_(progress), stop_(stop) {}

    Result<void> add(const SampledPicture &sampled) {
        if (stop_.stop_requested())
            return cancelled();
        pictures.push_back({sampled.time, sampled.source});
        if (pictures.size() == 1 || sampled.source != pictures[pictures.size() - 2].source)
            TAGSCOPE_TRY(addDistinct(sampled.picture));
        distinctOf.push_back(distinctCount_ - 1);
        return {};
    }

    Result<void> finish() { return encode(); }

    // The decoded picture, if it was within the budget.
    [[nodiscard]] const DecodedPicture *kept(std::size_t picture) const {
        const std::size_t distinct = distinctOf[picture];
        return distinct < kept_.size() ? &kept_[distinct] : nullptr;
    }

    std::vector<GridPicture> pictures;
    std::vector<std::size_t> distinctOf; // row of `features` for each picture
    Matrix features;                     // distinct pictures x conv5; empty without AlexNet

private:
    Result<void> addDistinct(const DecodedPicture &picture) {
        if (kept_.size() == distinctCount_ && keptBytes_ + picture.bytes() <= kPictureBudget) {
            kept_.push_back(picture);
            keptBytes_ += picture.bytes();
        }
        ++distinctCount_;
        if (alexNet_ == nullptr)
            return {};
        const RgbImage image = TAGSCOPE_TRY(picture.image(AlexNetFeatures::kInputSide, AlexNetFeatures::kInputSide));
        const std::vector<float> input = alexNetInput(image);
        waiting_.insert(waiting_.end(), input.begin(), input.end());
        return ++waitingCount_ == kEncodedAtOnce ? encode() : Result<void>();
    }

    Result<void> encode() {
        if (waitingCount_ == 0)
            return {};
        const Matrix encoded = TAGSCOPE_TRY(alexNet_->conv5(waiting_, waitingCount_, stop_));
        if (features.values.empty())
            features.values.reserve(expected_ * encoded.columns);
        features.values.insert(features.values.end(), encoded.values.begin(), encoded.values.end());
        features.rows += encoded.rows;
        features.columns = encoded.columns;
        waiting_.clear();
        waitingCount_ = 0;
        if (progress_)
            progress_(static_cast<double>(std::min(pictures.size(), expected_)) / static_cast<double>(expected_),
                      "pictures");
        return {};
    }

    const AlexNetFeatures *alexNet_;
    std::size_t expected_;
    const Progress &progress_;
    const std::stop_token &stop_;
    std::vector<float> waiting_; // network inputs of the pictures not encoded yet
    std::size_t waitingCount_ = 0;
    std::size_t distinctCount_ = 0;
    std::vector<DecodedPicture> kept_; // of the first distinct pictures
    std::size_t keptBytes_ = 0;
};

// Distances between all pictures from those between the distinct ones.
Matrix expanded(const Matrix &distinct, const std::vector<std::size_t> &distinctOf) {
    Matrix all(distinctOf.size(), distinctOf.size());
    for (std::size_t i = 0; i < distinctOf.size(); ++i) {
        for (std::size_t j = 0; j < distinctOf.size(); ++j)
            all(i, j) = distinct(distinctOf[i], distinctOf[j]);
    }
    return all;
}

Result<std::vector<ObjectProbability>> recognise(const DecodedPicture &picture, const InceptionV4 &network,
                                                 std::size_t objects, const std::stop_token &stop) {
    const RgbImage image = TAGSCOPE_TRY(picture.image());
    const Matrix logits = TAGSCOPE_TRY(network.logits(inceptionInput(image), 1, stop));
    // TF-slim's weights have a background class before ImageNet's 1,000; it is no object.
    return rectify(softmax(logits.row(0).last(objects)));
}

Result<void> recogniseObjects(VideoAnalysis &video, const PictureCollector &collected, const WindowReader &reader,
                              const Window &window, const Models &models, const Progress &progress,
                              const std::stop_token &stop) {
    const InceptionV4 &network = *models.inceptionV4.value;
    for (std::size_t i = 0; i < video.keyFrames.size(); ++i) {
        KeyFrame &keyFrame = video.keyFrames[i];
        const auto picture = static_cast<std::size_t>(keyFrame.picture);
        const DecodedPicture *const kept = collected.kept(picture);
        const DecodedPicture decoded =
            TAGSCOPE_TRY(kept ? Result<DecodedPicture>(*kept) : reader.pictureAgain(window, keyFrame.picture));
        keyFrame.objects = TAGSCOPE_TRY(recognise(decoded, network, models.objects.size(), stop));
        if (progress)
            progress(static_cast<double>(i + 1) / static_cast<double>(video.keyFrames.size()), "objects");
    }
    return {};
}

Result<void> chooseKeyFrames(VideoAnalysis &video, const PictureCollector &collected, const AnalysisSettings &settings,
                             const std::stop_token &stop) {
    const Matrix distinct = TAGSCOPE_TRY(pairwiseDistances(collected.features, stop));
    video.dissimilarities = expanded(distinct, collected.distinctOf);
    KeyFrames selection = TAGSCOPE_TRY(selectKeyFrames(video.dissimilarities, settings.keyFrames, stop));
    placeKeyFrames(video, std::move(selection));
    return {};
}

} // namespace

Result<std::vector<ObjectProbability>> objectsInPicture(const std::filesystem::path &media, const Window &window,
                                                        int picture, const Models &models,
                                                        const AnalysisSettings &settings, const std::stop_token &stop) {
    if (models.inceptionV4.value == nullptr)
        return fail(Error::Kind::Inconsistent, models.inceptionV4.whyAbsent);
    MediaInfo info = TAGSCOPE_TRY(probeMedia(media, stop));
    info.audio.reset(); // is not decoded
    const WindowReader reader =
        TAGSCOPE_TRY(WindowReader::open(info, settings.logMel.sampleRate, settings.picturesPerSecond, stop));
    const DecodedPicture decoded = TAGSCOPE_TRY(reader.pictureAgain(window, picture));
    return recognise(decoded, *models.inceptionV4.value, models.objects.size(), stop);
}

Result<std::optional<VideoAnalysis>> analysePictures(WindowReader &reader, const Window &window, std::size_t fewest,
                                                     const Models &models, const Matrix &cosine,
                                                     const AnalysisSettings &settings, const Progress &progress,
                                                     const std::stop_token &stop) {
    const auto expected = std::max<long long>(1, std::llround(window.duration.count() * settings.picturesPerSecond));
    // Encoding the pictures is most of the work.
    const Progress encoding = [&](double fraction, std::string_view stage) { progress(0.75 * fraction, stage); };
    const Progress recognising = [&](double fraction, std::string_view stage) {
        progress(0.75 + 0.25 * fraction, stage);
    };

    PictureCollector collected(models.alexNet.value.get(), static_cast<std::size_t>(expected),
                               progress ? encoding : progress, stop);
    std::vector<SampledPicture> heldBack; // until there are enough of them
    const Result<void> taken = reader.pictures(window, [&](const SampledPicture &picture) -> Result<void> {
        heldBack.push_back(picture);
        if (collected.pictures.size() + heldBack.size() < fewest)
            return {};
        for (const SampledPicture &held : std::exchange(heldBack, {}))
            TAGSCOPE_TRY(collected.add(held));
        return {};
    });
    TAGSCOPE_TRY(taken);
    TAGSCOPE_TRY(collected.finish());
    if (collected.pictures.empty())
        return std::optional<VideoAnalysis>();

    VideoAnalysis video;
    video.picturesPerSecond = settings.picturesPerSecond;
    video.pictures = collected.pictures;
    if (models.alexNet.value == nullptr)
        placeKeyFrames(video, keyFramesAtEqualIntervals(video.pictures.size(), settings.keyFrames.count));
    else
        TAGSCOPE_TRY(chooseKeyFrames(video, collected, settings, stop));
    collected.features = {}; // 40 MiB that the next network can use
    if (models.inceptionV4.value != nullptr) {
        TAGSCOPE_TRY(
            recogniseObjects(video, collected, reader, window, models, progress ? recognising : progress, stop));
        TAGSCOPE_TRY(mapToEvents(video, cosine, settings.mapping, settings.events.size()));
    }
    return std::optional<VideoAnalysis>(std::move(video));
}

} // namespace tagscope

#include "core/fusion/operating_point.h"

namespace tagscope {

std::optional<double> fuse(std::optional<double> audio, std::optional<double> video, double videoWeight) {
    if (audio && video)
        return (1.0 - videoWeight) * *audio + videoWeight * *video;
    return audio ? audio : video;
}

} // namespace tagscope

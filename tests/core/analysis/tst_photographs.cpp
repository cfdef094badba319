// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/picture_reader.h"
#include "core/network/image_networks.h"
#include "core/vision/picture_features.h"
#include "tests/support/qt_test.h"
#include "tests/support/test_files.h"

#include <algorithm>
#include <fstream>
#include <numeric>
#include <sstream>
#include <string>
#include <vector>

using namespace tagscope;

namespace {

struct Photograph {
    std::string file;
    int label = 0;
};

// The first two columns of the list; its later columns, in which commas are quoted, are not looked at.
std::vector<Photograph> readList(const std::filesystem::path &file) {
    std::vector<Photograph> photographs;
    std::ifstream stream(file);
    std::string line;
    std::getline(stream, line); // the header
    while (std::getline(stream, line)) {
        std::istringstream fields(line);
        Photograph photograph;
        std::string label;
        if (std::getline(fields, photograph.file, ',') && std::getline(fields, label, ',') && !label.empty()) {
            photograph.label = std::stoi(label);
            photographs.push_back(photograph);
        }
    }
    return photographs;
}

bool isAmongTheFirst(std::size_t count, int label, std::span<const float> logits) {
    const float own = logits[static_cast<std::size_t>(label)];
    return static_cast<std::size_t>(std::ranges::count_if(logits, [own](float other) { return other > own; })) < count;
}

} // namespace

// Real photographs through the program's own decoding and preprocessing to the published network.
class TestPhotographs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void inceptionSeesWhatIsThere() {
        TAGSCOPE_REQUIRE_SHARED(weights, "inception_v4/inception_v4_timm_fp16.safetensors");
        TAGSCOPE_REQUIRE_SHARED(list, "photos/labels.csv");
        const Result<InceptionV4> network = InceptionV4::load(weights);
        QVERIFY_OK(network);
        const std::vector<Photograph> photographs = readList(list);
        QVERIFY(photographs.size() >= 100);
        std::size_t first = 0;
        std::size_t firstFive = 0;
        for (const Photograph &photograph : photographs) {
            Result<PictureReader> reader = PictureReader::open(list.parent_path() / photograph.file);
            QVERIFY_OK(reader);
            const auto sampled = reader->next();
            QVERIFY(sampled && *sampled);
            const Result<Matrix> logits = network->logits(inceptionInput((*sampled)->picture.image().value()), 1);
            QVERIFY_OK(logits);
            first += isAmongTheFirst(1, photograph.label, logits->row(0)) ? 1U : 0U;
            firstFive += isAmongTheFirst(5, photograph.label, logits->row(0)) ? 1U : 0U;
        }
        qInfo("top-1 %zu, top-5 %zu of %zu", first, firstFive, photographs.size());
        QVERIFY(static_cast<double>(firstFive) >= 0.95 * static_cast<double>(photographs.size()));
    }
};

TAGSCOPE_PLAIN_TEST(TestPhotographs)
#include "tst_photographs.moc"

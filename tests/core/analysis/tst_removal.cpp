// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/clip_removal.h"
#include "core/analysis/removal.h"
#include "core/audio/spectral_removal.h"
#include "core/audio/wav_file.h"
#include "tests/support/qt_test.h"

#include <QTemporaryDir>
#include <cmath>
#include <complex>
#include <fstream>
#include <numbers>
#include <random>

using namespace tagscope;

namespace {

constexpr int kRate = 16000;

// Hears a tone of 1.5 kHz: the largest strength of 50 ms pieces within each second, half a second apart.
class ToneTagger : public AudioTagger {
public:
    ToneTagger() {
        description_.name = "tone";
        description_.classes = {"Tone"};
        description_.sampleRate = kRate;
        description_.firstCentre = Seconds(0.5);
        description_.hop = Seconds(0.5);
        description_.width = Seconds(1.0);
        description_.takesSamples = true;
        description_.isForeign = true;
    }
    [[nodiscard]] const TaggerDescription &description() const override { return description_; }
    [[nodiscard]] Message whyUnfit(const LogMelOptions &) const override { return {}; }
    [[nodiscard]] Result<Matrix> activations(const TaggerInput &sound, std::stop_token stop) const override {
        if (stop.stop_requested())
            return cancelled();
        const std::size_t steps = std::max<std::size_t>(sound.samples.size() / (kRate / 2), 2) - 1;
        Matrix result(steps, 1);
        for (std::size_t step = 0; step < steps; ++step) {
            double strongest = 0.0;
            for (std::size_t piece = 0; piece < 20; ++piece)
                strongest = std::max(strongest, strength(sound.samples, step * (kRate / 2) + piece * (kRate / 20)));
            result(step, 0) = static_cast<float>(1.0 / (1.0 + std::exp(-40.0 * (strongest - 0.1))));
        }
        return result;
    }

private:
    static double strength(std::span<const float> samples, std::size_t from) {
        std::complex<double> sum = 0.0;
        const std::size_t count = kRate / 20;
        for (std::size_t i = from; i < std::min(from + count, samples.size()); ++i)
            sum += static_cast<double>(samples[i]) *
                   std::polar(1.0, 2.0 * std::numbers::pi * 1500.0 * static_cast<double>(i) / kRate);
        return 2.0 * std::abs(sum) / static_cast<double>(count);
    }

    TaggerDescription description_;
};

std::vector<float> noise(double seconds, float level) {
    std::mt19937 random(5);
    std::vector<float> samples(static_cast<std::size_t>(seconds * kRate));
    for (float &sample : samples)
        sample = level * (static_cast<float>(random()) / 2147483648.0F - 1.0F);
    return samples;
}

void addTone(std::vector<float> &samples, double from, double to, double hertz, float level) {
    for (auto i = static_cast<std::size_t>(from * kRate); i < static_cast<std::size_t>(to * kRate); ++i)
        samples[i] +=
            level * static_cast<float>(std::sin(2.0 * std::numbers::pi * hertz * static_cast<double>(i) / kRate));
}

AnalysisSettings toneSettings() {
    AnalysisSettings settings;
    settings.events = {{"Tone", "", {}}};
    return settings;
}

double energyOf(std::span<const float> samples) {
    double sum = 0.0;
    for (const float sample : samples)
        sum += static_cast<double>(sample) * static_cast<double>(sample);
    return sum;
}

} // namespace

class TestRemoval : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Nothing taken out is what was there; everything taken out is the background; only all of it is what was there.
    void soundIsPutTogetherAgain() {
        std::vector<float> samples = noise(3.0, 0.01F);
        addTone(samples, 1.0, 1.5, 1500.0, 0.3F);
        const SpectralRemoval removal =
            SpectralRemoval::make(samples, kRate, kRate, kRate, {}).value(); // the middle second
        QCOMPARE(removal.cells(), std::size_t{80});
        const std::vector<std::uint8_t> none(80, 0);
        const std::vector<std::uint8_t> all(80, 1);
        const std::vector<float> same = removal.without(none);
        for (std::size_t i = 0; i < same.size(); ++i)
            QVERIFY(std::abs(same[i] - samples[kRate + i]) < 1e-5F);
        QVERIFY(removal.only(all) == same);
        const std::vector<float> background = removal.without(all);
        QVERIFY(energyOf(background) < 0.02 * energyOf(same) && energyOf(background) > 0.0);
        // The cell in which the tone is: it goes, and the noise elsewhere stays.
        std::vector<std::uint8_t> tone(80, 0);
        for (std::size_t i = 0; i < 80; ++i) {
            const SpectralCell cell = removal.cell(i);
            tone[i] = cell.lowHz < 1500.0 && cell.highHz > 1500.0;
            QVERIFY(cell.end > cell.start && cell.highHz > cell.lowHz && cell.highHz <= 8000.5);
        }
        QVERIFY(energyOf(removal.without(tone)) < 0.1 * energyOf(same));
        QVERIFY(energyOf(removal.only(tone)) > 0.8 * energyOf(same));
        QVERIFY(!SpectralRemoval::make(samples, samples.size(), 10, kRate, {}));
        QVERIFY(!SpectralRemoval::make(samples, 0, 0, kRate, {}));
    }

    // The true reason is known: the region that is named is there, its removal flips the tag, chance does not.
    void whatIsNamedIsTheReason() {
        std::vector<float> samples = noise(4.0, 0.01F);
        addTone(samples, 1.6, 1.75, 1500.0, 0.25F);
        addTone(samples, 1.2, 2.4, 4000.0, 0.3F); // louder, and nothing to do with it
        const ToneTagger tagger;
        const AnalysisSettings settings = toneSettings();
        const RemovalExplanation found = explainByRemoval(tagger, {samples, settings}, 0, 0.5).value();
        const MomentRemoval &moment = found.moment;
        QVERIFY(moment.probability > 0.9 && moment.isLocal() && moment.isFlipped);
        QVERIFY(moment.region.start < Seconds(1.75) && moment.region.end > Seconds(1.6));
        QVERIFY(moment.region.lowHz < 1500.0 && moment.region.highHz > 1500.0);
        QVERIFY(moment.effect.probability < 0.5 && moment.area <= 0.05);
        QVERIFY(moment.chance.flipShare < 0.3 && moment.chance.medianFall < 0.5 * moment.effect.fall);
        QVERIFY(moment.asItIs.size() == kRate && moment.without.size() == kRate && moment.only.size() == kRate);
        QVERIFY(found.clip.moments == 1 && found.clip.isFlipped && found.clip.after < 0.5);
        const std::string text = removalText(found, "Tone");
        QVERIFY(text.find("median") != std::string::npos && text.find("nothing local") == std::string::npos);
        // The same seed, the same answer, on any number of threads.
        RemovalOptions one;
        one.threads = 1;
        const RemovalExplanation again = explainByRemoval(tagger, {samples, settings}, 0, 0.5, one).value();
        QVERIFY(again.moment.without == moment.without && again.moment.chance.medianFall == moment.chance.medianFall);
    }

    // A second burst keeps the tag, until it is taken out as well.
    void everyMomentHasToGo() {
        std::vector<float> samples = noise(6.0, 0.01F);
        addTone(samples, 1.1, 1.3, 1500.0, 0.25F);
        addTone(samples, 4.1, 4.3, 1500.0, 0.25F);
        const AnalysisSettings settings = toneSettings();
        const RemovalExplanation found = explainByRemoval(ToneTagger(), {samples, settings}, 0, 0.5).value();
        QVERIFY(found.clip.moments == 2 && found.clip.treated >= 2 && found.clip.isFlipped);
        QVERIFY(removalText(found, "Tone").find("2 moments carry") != std::string::npos);
    }

    // What is everywhere is in no region: no place is named.
    void whatIsSpreadIsSaidToBe() {
        std::vector<float> samples = noise(4.0, 0.001F);
        addTone(samples, 0.0, 4.0, 1500.0, 0.9F);
        const AnalysisSettings settings = toneSettings();
        const RemovalExplanation found = explainByRemoval(ToneTagger(), {samples, settings}, 0, 0.5).value();
        QVERIFY(!found.moment.isLocal());
        QVERIFY(removalText(found, "Tone").find("the evidence is spread") != std::string::npos);
    }

    void whatCannotBeIsSaid() {
        const ToneTagger tagger;
        const AnalysisSettings settings = toneSettings();
        const std::vector<float> samples = noise(2.0, 0.1F);
        QVERIFY_FAILS(explainByRemoval(tagger, {{}, settings}, 0, 0.5), Error::Kind::Inconsistent, "");
        QVERIFY_FAILS(explainByRemoval(tagger, {samples, settings}, 1, 0.5), Error::Kind::Inconsistent, "");
        AnalysisSettings other = settings;
        other.events[0].name = "Bark";
        QVERIFY_FAILS(explainByRemoval(tagger, {samples, other}, 0, 0.5), Error::Kind::Inconsistent, "Bark");
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(explainByRemoval(tagger, {samples, settings}, 0, 0.5, {}, false, {}, stop.get_token())
                    .error()
                    .isCancelled());
    }

    void soundsAreWritten() {
        std::vector<float> samples = noise(3.0, 0.01F);
        addTone(samples, 1.1, 1.3, 1500.0, 0.25F);
        const AnalysisSettings settings = toneSettings();
        const RemovalExplanation found = explainByRemoval(ToneTagger(), {samples, settings}, 0, 0.5).value();
        const QTemporaryDir folder;
        const auto files = writeRemovalSounds(found, folder.filePath(QStringLiteral("new")).toStdString());
        QVERIFY_OK(files);
        QCOMPARE(files->size(), std::size_t{5});
        for (const std::filesystem::path &file : *files) {
            std::ifstream stream(file, std::ios::binary);
            const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
            QVERIFY(bytes.starts_with("RIFF") && bytes.substr(8, 8) == "WAVEfmt " && bytes.size() >= 44 + 4 * kRate);
        }
    }
};

TAGSCOPE_CORE_TEST(TestRemoval)
#include "tst_removal.moc"

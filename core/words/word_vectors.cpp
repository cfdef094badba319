// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/word_vectors.h"

#include "core/base/mapped_file.h"
#include "core/base/try.h"
#include "core/words/vector_file.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace tagscope {
namespace {

// Beyond what a header may claim without the file having the size for it, an honest origin is a line.
constexpr std::uint64_t kMaxOriginBytes = 65536;

template <class T>
T valueAt(std::string_view bytes, std::uint64_t offset) {
    T value{};
    std::memcpy(&value, bytes.data() + offset, sizeof value);
    return value;
}

tl::unexpected<Error> malformed(const std::filesystem::path &file, const Message &why) {
    return fail(Error::Kind::Malformed, {"words.import_anew", file, why});
}

// GloVe's words are English; other letters are left as they are.
std::string lowerCase(std::string_view word) {
    std::string lower(word);
    for (char &character : lower)
        if (character >= 'A' && character <= 'Z')
            character = static_cast<char>(character - 'A' + 'a');
    return lower;
}

std::vector<std::string_view> wordsOf(std::string_view name) {
    constexpr std::string_view kWhiteSpace = " \t\r\n\f\v";
    std::vector<std::string_view> words;
    for (std::size_t at = name.find_first_not_of(kWhiteSpace); at != std::string_view::npos;
         at = name.find_first_not_of(kWhiteSpace, at)) {
        const std::size_t end = std::min(name.find_first_of(kWhiteSpace, at), name.size());
        words.push_back(name.substr(at, end - at));
        at = end;
    }
    return words;
}

} // namespace

struct WordVectors::State {
    MappedFile file;
    vectorFile::Header header{};
    vectorFile::Layout layout;
    std::string origin;

    [[nodiscard]] std::uint64_t endOfWord(std::uint64_t index) const {
        return valueAt<std::uint64_t>(file.text(), layout.wordEnds + index * sizeof(std::uint64_t));
    }
    [[nodiscard]] std::uint64_t rowOfWord(std::uint64_t index) const {
        return valueAt<std::uint64_t>(file.text(), layout.wordRows + index * sizeof(std::uint64_t));
    }
    [[nodiscard]] std::string_view word(std::uint64_t index) const {
        const std::uint64_t begin = index == 0 ? 0 : endOfWord(index - 1);
        return file.text().substr(layout.characters + begin, endOfWord(index) - begin);
    }
    [[nodiscard]] bool indexFitsTheFile() const;
    [[nodiscard]] std::optional<std::uint64_t> find(std::string_view wanted) const;
};

// One pass over 16 bytes a word, so that lookups need no checks. That the words are in order is not looked at: where
// they are not, words are not found, and nothing worse.
bool WordVectors::State::indexFitsTheFile() const {
    std::uint64_t last = 0;
    for (std::uint64_t i = 0; i < header.words; ++i) {
        const std::uint64_t end = endOfWord(i);
        if (end < last || end > header.characterBytes || rowOfWord(i) >= header.rows)
            return false;
        last = end;
    }
    return last == header.characterBytes;
}

std::optional<std::uint64_t> WordVectors::State::find(std::string_view wanted) const {
    std::uint64_t low = 0;
    std::uint64_t high = header.words;
    while (low < high) {
        const std::uint64_t middle = low + (high - low) / 2;
        const int order = word(middle).compare(wanted);
        if (order == 0)
            return middle;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return std::nullopt;
}

Result<WordVectors> WordVectors::open(const std::filesystem::path &file) {
    MappedFile mapped = TAGSCOPE_TRY(MappedFile::open(file));
    const std::string_view bytes = mapped.text();
    const bool isCompact = bytes.starts_with(std::string_view(vectorFile::kMagic, sizeof vectorFile::kMagic));
    if (!isCompact || bytes.size() < sizeof(vectorFile::Header))
        return malformed(file, "words.not_word_vectors");
    const auto header = valueAt<vectorFile::Header>(bytes, 0);
    if (header.version != vectorFile::kVersion)
        return malformed(file, {"words.other_version", header.version, vectorFile::kVersion});
    if (!vectorFile::countsArePossible(header) || header.originBytes > kMaxOriginBytes)
        return malformed(file, "words.impossible_header");
    const vectorFile::Layout layout = vectorFile::layoutOf(header);
    if (layout.end != bytes.size())
        return malformed(file, {"words.unlike_header", bytes.size(), layout.end});
    std::string origin(bytes.substr(layout.origin));
    auto state = std::make_shared<const State>(State{std::move(mapped), header, layout, std::move(origin)});
    if (!state->indexFitsTheFile())
        return malformed(file, "words.index_unlike_file");
    return WordVectors(std::move(state));
}

bool WordVectors::isCompactFile(const std::filesystem::path &file) {
    const Result<MappedFile> mapped = MappedFile::open(file);
    return mapped && mapped->text().starts_with(std::string_view(vectorFile::kMagic, sizeof vectorFile::kMagic));
}

WordVectors::WordVectors(std::shared_ptr<const State> state) : state_(std::move(state)) {}
WordVectors::WordVectors(WordVectors &&) noexcept = default;
WordVectors &WordVectors::operator=(WordVectors &&) noexcept = default;
WordVectors::~WordVectors() = default;

std::size_t WordVectors::dimensions() const {
    return state_->header.dimensions;
}

std::uint64_t WordVectors::size() const {
    return state_->header.words;
}

const std::string &WordVectors::origin() const {
    return state_->origin;
}

std::optional<std::vector<float>> WordVectors::vector(std::string_view word) const {
    const std::optional<std::uint64_t> index = state_->find(word);
    if (!index)
        return std::nullopt;
    std::vector<float> values(dimensions());
    const std::size_t bytes = values.size() * sizeof(float);
    std::memcpy(values.data(), state_->file.text().data() + state_->layout.vectors + state_->rowOfWord(*index) * bytes,
                bytes);
    return values;
}

std::optional<std::vector<float>> WordVectors::vectorOfName(std::string_view name) const {
    std::vector<double> sum(dimensions(), 0.0);
    std::size_t known = 0;
    for (const std::string_view word : wordsOf(name)) {
        std::optional<std::vector<float>> values = vector(word);
        if (!values)
            values = vector(lowerCase(word));
        if (!values)
            continue;
        ++known;
        for (std::size_t i = 0; i < sum.size(); ++i)
            sum[i] += static_cast<double>((*values)[i]);
    }
    if (known == 0)
        return std::nullopt;
    std::vector<float> mean(sum.size());
    for (std::size_t i = 0; i < sum.size(); ++i)
        mean[i] = static_cast<float>(sum[i] / static_cast<double>(known));
    return mean;
}

} // namespace tagscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomic_file.h"
#include "core/base/file_hash.h"
#include "core/base/try.h"
#include "core/words/glove_text.h"
#include "core/words/line_reader.h"
#include "core/words/vector_file.h"
#include "core/words/word_vectors.h"

#include <algorithm>
#include <cstring>
#include <numeric>
#include <utility>

namespace tagscope {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLinesForDimensions = 100;
// The rest of the progress bar is sorting and flushing.
constexpr double kShareOfReading = 0.95;

// Words in the order of the text, one after another.
class WordList {
public:
    void add(std::string_view word) {
        characters_ += word;
        ends_.push_back(characters_.size());
    }
    [[nodiscard]] std::size_t size() const { return ends_.size(); }
    [[nodiscard]] std::string_view operator[](std::uint64_t row) const {
        const std::uint64_t begin = row == 0 ? 0 : ends_[row - 1];
        return std::string_view(characters_).substr(begin, ends_[row] - begin);
    }

    // The rows in ascending order of their words' bytes; of equal words the first row only.
    [[nodiscard]] std::vector<std::uint64_t> sortedRows() const {
        std::vector<std::uint64_t> rows(size());
        std::iota(rows.begin(), rows.end(), std::uint64_t{0});
        std::sort(rows.begin(), rows.end(), [this](std::uint64_t a, std::uint64_t b) {
            const int order = (*this)[a].compare((*this)[b]);
            return order != 0 ? order < 0 : a < b;
        });
        const auto isSameWord = [this](std::uint64_t a, std::uint64_t b) { return (*this)[a] == (*this)[b]; };
        rows.erase(std::unique(rows.begin(), rows.end(), isSameWord), rows.end());
        return rows;
    }

private:
    std::string characters_;
    std::vector<std::uint64_t> ends_;
};

// Writes the file of vector_file.h: vectors as they come, the index in the end.
class VectorFileWriter {
public:
    static Result<VectorFileWriter> create(const fs::path &target, std::size_t dimensions) {
        AtomicFile file = TAGSCOPE_TRY(AtomicFile::create(target));
        VectorFileWriter writer(std::move(file));
        std::memcpy(writer.header_.magic, vectorFile::kMagic, sizeof vectorFile::kMagic);
        writer.header_.version = vectorFile::kVersion;
        writer.header_.dimensions = static_cast<std::uint32_t>(dimensions);
        writer.writeBytes(&writer.header_, sizeof writer.header_); // its place; the counts follow in finish()
        return writer;
    }

    [[nodiscard]] std::size_t dimensions() const { return header_.dimensions; }

    void add(std::string_view word, std::span<const float> values) {
        words_.add(word);
        writeBytes(values.data(), values.size_bytes());
    }

    [[nodiscard]] bool isWriting() { return file_.stream().good(); }

    Result<void> finish(const std::string &origin) {
        const std::vector<std::uint64_t> rows = words_.sortedRows();
        header_.rows = words_.size();
        header_.words = rows.size();
        header_.originBytes = origin.size();
        std::vector<std::uint64_t> ends;
        ends.reserve(rows.size());
        for (const std::uint64_t row : rows)
            ends.push_back(header_.characterBytes += words_[row].size());

        const vectorFile::Layout layout = vectorFile::layoutOf(header_);
        const std::string padding(layout.wordEnds - layout.vectors - header_.rows * header_.dimensions * sizeof(float),
                                  '\0');
        writeBytes(padding.data(), padding.size());
        writeBytes(ends.data(), ends.size() * sizeof(std::uint64_t));
        writeBytes(rows.data(), rows.size() * sizeof(std::uint64_t));
        for (const std::uint64_t row : rows)
            writeBytes(words_[row].data(), words_[row].size());
        writeBytes(origin.data(), origin.size());
        file_.stream().seekp(0);
        writeBytes(&header_, sizeof header_);
        return file_.commit();
    }

private:
    explicit VectorFileWriter(AtomicFile file) : file_(std::move(file)) {}
    void writeBytes(const void *bytes, std::size_t count) {
        file_.stream().write(static_cast<const char *>(bytes), static_cast<std::streamsize>(count));
    }

    AtomicFile file_;
    vectorFile::Header header_{};
    WordList words_;
};

tl::unexpected<Error> malformedLine(const fs::path &text, std::uint64_t line, const Message &why) {
    return fail(Error::Kind::Malformed, {"words.in_glove_line", text, line, why});
}

// The first lines, kept to be parsed once it is known how many numbers a vector has.
Result<std::vector<std::string>> readFirstLines(LineReader &reader, const fs::path &text) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    constexpr std::string_view kZipMagic = "PK\x03\x04";
    constexpr std::string_view kGzipMagic = "\x1F\x8B";
    std::vector<std::string> lines;
    while (lines.size() < kLinesForDimensions) {
        Result<std::optional<std::string_view>> line = reader.next();
        const bool isArchive =
            lines.empty() && line && *line && ((*line)->starts_with(kZipMagic) || (*line)->starts_with(kGzipMagic));
        if (isArchive)
            return fail(Error::Kind::Malformed, {"words.compressed_archive", text});
        if (!line)
            return tl::unexpected(line.error());
        if (!*line)
            break;
        if (lines.empty() && (*line)->starts_with(kByteOrderMark))
            (*line)->remove_prefix(kByteOrderMark.size());
        lines.emplace_back(**line);
    }
    return lines;
}

Result<std::size_t> findDimensions(const std::vector<std::string> &firstLines, const fs::path &text) {
    const std::optional<std::size_t> dimensions = gloveText::dimensionsOf(firstLines);
    if (!dimensions)
        return fail(Error::Kind::Malformed, {"words.not_glove", text});
    if (*dimensions > vectorFile::kMaxDimensions)
        return fail(Error::Kind::Malformed, {"words.vectors_too_long", text, *dimensions});
    return *dimensions;
}

// The lines already read, then the rest of the file.
Result<void> writeLines(LineReader &reader, const std::vector<std::string> &firstLines, VectorFileWriter &writer,
                        const fs::path &text, const Progress &progress, const std::stop_token &stop) {
    constexpr std::uint64_t kLinesBetweenReports = 1024;
    std::vector<float> values(writer.dimensions());
    const auto writeLine = [&](std::string_view line, std::uint64_t number) -> Result<void> {
        if (gloveText::isBlank(line))
            return {};
        const tl::expected<std::string_view, Message> word = gloveText::parseLine(line, values);
        if (!word)
            return malformedLine(text, number, word.error());
        writer.add(*word, values);
        return {};
    };
    for (std::size_t i = 0; i < firstLines.size(); ++i)
        TAGSCOPE_TRY(writeLine(firstLines[i], i + 1));
    while (writer.isWriting()) { // else finish() tells of the full disk
        if (stop.stop_requested())
            return cancelled();
        const std::optional<std::string_view> line = TAGSCOPE_TRY(reader.next());
        if (!line)
            break;
        TAGSCOPE_TRY(writeLine(*line, reader.lineNumber()));
        if (progress && reader.lineNumber() % kLinesBetweenReports == 0)
            progress(kShareOfReading * reader.fractionRead(), "Reading vectors");
    }
    return {};
}

// Both names for one file would have the text replaced by what is made from it.
bool isSameFile(const fs::path &a, const fs::path &b) {
    std::error_code error;
    return fs::equivalent(a, b, error) && !error;
}

} // namespace

Result<void> importWordVectors(const fs::path &text, const fs::path &target, const Progress &progress,
                               std::stop_token stop) {
    if (isSameFile(text, target))
        return fail(Error::Kind::Unreadable, {"words.import_onto_itself", text});
    Sha256 hash;
    LineReader reader = TAGSCOPE_TRY(LineReader::open(text, [&hash](std::string_view block) { hash.add(block); }));
    std::vector<std::string> firstLines = TAGSCOPE_TRY(readFirstLines(reader, text));
    std::size_t dimensions = TAGSCOPE_TRY(findDimensions(firstLines, text));
    VectorFileWriter writer = TAGSCOPE_TRY(VectorFileWriter::create(target, dimensions));

    TAGSCOPE_TRY(writeLines(reader, firstLines, writer, text, progress, stop));
    if (progress)
        progress(kShareOfReading, "Sorting words");
    Result<void> finished = writer.finish(text.filename().string() + " (SHA-256 " + hash.hexadecimal() + ")");
    if (finished && progress)
        progress(1.0, "Done");
    return finished;
}

} // namespace tagscope

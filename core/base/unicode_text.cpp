// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/unicode_text.h"

#include <algorithm>
#include <memory>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

namespace tagscope {
namespace {

bool isAscii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

icu::UnicodeString wide(std::string_view text) {
    return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

std::string normalised(std::string_view text, const icu::Normalizer2 *form) {
    if (isAscii(text) || form == nullptr)
        return std::string(text);
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString made = form->normalize(wide(text), status);
    std::string result;
    return U_FAILURE(status) ? std::string(text) : made.toUTF8String(result);
}

// The normal form of what nearly all texts are, which ICU takes twenty times as long for.
std::string asciiForm(std::string_view text) {
    std::string form;
    bool isAfterBlank = false;
    for (const char c : text) {
        if (c == ' ' || (c >= '\t' && c <= '\r')) {
            isAfterBlank = !form.empty();
            continue;
        }
        if (isAfterBlank)
            form += ' ';
        isAfterBlank = false;
        form += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return form;
}

// Trimmed, and with one blank for each run of them.
icu::UnicodeString withSingleBlanks(const icu::UnicodeString &text) {
    icu::UnicodeString made;
    bool isAfterBlank = false;
    for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
        const UChar32 c = text.char32At(at);
        if (u_isUWhiteSpace(c) != 0) {
            isAfterBlank = !made.isEmpty();
            continue;
        }
        if (isAfterBlank)
            made.append(static_cast<UChar32>(' '));
        isAfterBlank = false;
        made.append(c);
    }
    return made;
}

} // namespace

std::string composed(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    return normalised(text, icu::Normalizer2::getNFCInstance(status));
}

std::string decomposed(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    return normalised(text, icu::Normalizer2::getNFDInstance(status));
}

std::string normalForm(std::string_view text) {
    if (isAscii(text))
        return asciiForm(text);
    icu::UnicodeString form = wide(composed(text));
    form.foldCase();
    std::string result;
    withSingleBlanks(form).toUTF8String(result);
    return composed(result); // folding may leave something to compose
}

std::optional<std::string> decoded(std::string_view bytes, std::string_view encoding) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(
        ucnv_open(std::string(encoding).c_str(), &status), ucnv_close);
    if (U_FAILURE(status))
        return std::nullopt;
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(), status);
    std::string result;
    if (U_FAILURE(status))
        return std::nullopt;
    return text.toUTF8String(result);
}

} // namespace tagscope

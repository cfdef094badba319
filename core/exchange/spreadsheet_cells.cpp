// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/spreadsheet_cells.h"

#include "core/base/try.h"
#include "core/formats/csv_cells.h"
#include "core/formats/csv_rows.h"
#include "core/formats/label_cells.h"

#include <string_view>

namespace tagscope {
namespace {

bool isFormula(const std::string &cell) {
    constexpr std::string_view kBegins = "=+-@\t\r\n";
    return !cell.empty() && kBegins.find(cell.front()) != std::string_view::npos && !numberOf(cell);
}

} // namespace

Result<std::string> forSpreadsheets(const std::string &csv) {
    std::string text;
    TAGSCOPE_TRY(forEachCsvRowIn({}, csv, ',', [&text](CsvRow &&row) -> Result<void> {
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            text += (i == 0 ? "" : ",") + csvCell(isFormula(row.cells[i]) ? "'" + row.cells[i] : row.cells[i]);
        text += "\r\n";
        return {};
    }));
    return text;
}

} // namespace tagscope

/// @file
/// Reading and writing JSON. The library's parser and writer are templates, compiled here once and
/// not in every file that uses them.
#pragma once

#include <nlohmann/json.hpp>

#include <string>

namespace workbook {

/// @throws nlohmann::json::exception if `text` is not JSON, with the place.
nlohmann::json parse_json(const std::string& text);

/// Null if `text` is not JSON.
nlohmann::json parse_json_or_null(const std::string& text);

/// Bytes that are not UTF-8 are replaced.
/// @param indent spaces for each level; -1: all on one line.
std::string to_text(const nlohmann::json& json, int indent = -1);

} // namespace workbook

#include "common/system/json.hpp"

namespace workbook {

using nlohmann::json;

json parse_json(const std::string& text)
{
    return json::parse(text);
}

json parse_json_or_null(const std::string& text)
{
    json parsed = json::parse(text, nullptr, false);
    return parsed.is_discarded() ? json() : parsed;
}

std::string to_text(const json& json, int indent)
{
    return json.dump(indent, ' ', false, json::error_handler_t::replace);
}

} // namespace workbook

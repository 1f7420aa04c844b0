#include "judging/judge/flat.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace judging {
namespace {

bool agree(double a, double b, double tolerance, double floor)
{
    if (std::isnan(a) || std::isnan(b)) {
        return std::isnan(a) && std::isnan(b);
    }
    if (std::isinf(a) || std::isinf(b)) {
        return a == b;
    }
    return std::abs(a - b) <= tolerance * std::max({floor, std::abs(a), std::abs(b)});
}

} // namespace

std::string to_text(double number, int digits)
{
    if (std::isnan(number)) {
        return "nan"; // its sign means nothing
    }
    return fmt::format("{:.{}g}", number == 0 ? 0.0 : number, digits);
}

namespace detail {

void flatten_number(Flat& flat, const std::string& place, double number, int digits)
{
    flat.shape += "number";
    flat.places.push_back(place);
    flat.numbers.push_back(number);
    flat.text += to_text(number, digits);
}

void flatten_vector(Flat& flat, const std::string& place, const workbook::Vector& v, int digits)
{
    flat.shape += fmt::format("({})", v.size());
    flat.text += "(";
    for (std::size_t i = 0; i < v.size(); ++i) {
        flat.places.push_back(fmt::format("{}({})", place, i));
        flat.numbers.push_back(v(i));
        if (i < longest_list) {
            flat.text += (i == 0 ? "" : ", ") + to_text(v(i), digits);
        } else if (i == longest_list) {
            flat.text += fmt::format(", … {} more", v.size() - i);
        }
    }
    flat.text += ")";
}

void flatten_matrix(Flat& flat, const std::string& place, const workbook::Matrix& m, int digits)
{
    flat.shape += fmt::format("({}, {})", m.shape(0), m.shape(1));
    flat.text += "[";
    for (std::size_t i = 0; i < m.shape(0); ++i) {
        if (i < longest_list) {
            flat.text += i == 0 ? "[" : ", [";
        } else if (i == longest_list) {
            flat.text += fmt::format(", … {} rows more", m.shape(0) - i);
        }
        for (std::size_t j = 0; j < m.shape(1); ++j) {
            flat.places.push_back(fmt::format("{}({}, {})", place, i, j));
            flat.numbers.push_back(m(i, j));
            if (i < longest_list && j < longest_list) {
                flat.text += (j == 0 ? "" : ", ") + to_text(m(i, j), digits);
            } else if (i < longest_list && j == longest_list) {
                flat.text += ", …";
            }
        }
        flat.text += i < longest_list ? "]" : "";
    }
    flat.text += "]";
}

} // namespace detail

Difference compare(const Flat& expected, const Flat& got, double tolerance, double floor)
{
    Difference result;
    if (expected.shape != got.shape) {
        result.differs = result.in_shape = true;
        return result;
    }
    result.of = expected.numbers.size();
    for (std::size_t i = 0; i < result.of; ++i) {
        if (!agree(expected.numbers[i], got.numbers[i], tolerance, floor)) {
            if (result.places++ == 0) {
                result.place = expected.places[i];
                result.expected = expected.numbers[i];
                result.got = got.numbers[i];
            }
        }
    }
    result.differs = result.places > 0;
    return result;
}

} // namespace judging

#include "judging/judge/flat.hpp"

#include "judging/protocol/agree.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace judging {
namespace {

/// The member of a struct that a number belongs to: "w" of "w(1)", "hidden" of "hidden.W(0, 1)".
std::string member_of(const std::string& place)
{
    return place.substr(0, place.find_first_of(".(["));
}

bool is_struct(const Flat& value)
{
    return !value.shape.empty() && value.shape.front() == '{';
}

/// The numbers of one member, with their places.
std::map<std::string, double> numbers_of(const Flat& value, const std::string& member)
{
    std::map<std::string, double> numbers;
    for (std::size_t i = 0; i < value.places.size(); ++i) {
        if (member_of(value.places[i]) == member) {
            numbers[value.places[i]] = value.numbers[i];
        }
    }
    return numbers;
}

/// Sorts the members of a struct into wrong and right ones.
void look_at_members(CloserLook& result, const Flat& expected, const Flat& got, double tolerance,
                     double floor)
{
    if (!is_struct(expected) || !is_struct(got)) {
        return;
    }
    std::string last;
    for (const Flat* value : {&expected, &got}) {
        for (const std::string& place : value->places) {
            const std::string member = member_of(place);
            const auto known = [&](const std::vector<std::string>& members) {
                return std::find(members.begin(), members.end(), member) != members.end();
            };
            if (member == last || known(result.wrong_members) || known(result.right_members)) {
                continue;
            }
            last = member;
            const auto a = numbers_of(expected, member);
            const auto b = numbers_of(got, member);
            const bool same = std::equal(
                a.begin(), a.end(), b.begin(), b.end(), [&](const auto& one, const auto& other) {
                    return one.first == other.first &&
                           agree(one.second, other.second, tolerance, floor);
                });
            (same ? result.right_members : result.wrong_members).push_back(member);
        }
    }
}

/// The first number that both have in the same place and that differs.
void look_at_common_places(Difference& result, const Flat& expected, const Flat& got,
                           double tolerance, double floor)
{
    std::map<std::string, std::size_t> others; // place, index
    for (std::size_t i = 0; i < got.places.size(); ++i) {
        others[got.places[i]] = i;
    }
    for (std::size_t i = 0; i < expected.places.size(); ++i) {
        const auto other = others.find(expected.places[i]);
        if (other != others.end() &&
            !agree(expected.numbers[i], got.numbers[other->second], tolerance, floor)) {
            result.place = expected.places[i];
            result.expected = expected.numbers[i];
            result.got = got.numbers[other->second];
            result.expected_word = expected.words[i];
            result.got_word = got.words[other->second];
            return;
        }
    }
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
    flat.words.emplace_back();
    flat.text += to_text(number, digits);
}

void flatten_word(Flat& flat, const std::string& place, double number, const std::string& word)
{
    flat.shape += "number";
    flat.places.push_back(place);
    flat.numbers.push_back(number);
    flat.words.push_back(word);
    flat.text += word.empty() ? to_text(number) : word;
}

void flatten_vector(Flat& flat, const std::string& place, const workbook::Vector& v, int digits)
{
    flat.shape += fmt::format("({})", v.size());
    flat.text += "(";
    for (std::size_t i = 0; i < v.size(); ++i) {
        flat.places.push_back(fmt::format("{}({})", place, i));
        flat.numbers.push_back(v(i));
        flat.words.emplace_back();
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
            flat.words.emplace_back();
            if (i < longest_list && j < longest_list) {
                flat.text += (j == 0 ? "" : ", ") + to_text(m(i, j), digits);
            } else if (i < longest_list && j == longest_list) {
                flat.text += ", …";
            }
        }
        flat.text += i < longest_list ? "]" : "";
        if (m.shape(1) == 0 && i == longest_list) {
            break; // however many rows without an entry a student's matrix claims to have
        }
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
                result.expected_word = expected.words[i];
                result.got_word = got.words[i];
            }
        }
    }
    result.differs = result.places > 0;

    return result;
}

CloserLook look_closer(const Flat& expected, const Flat& got, double tolerance, double floor)
{
    CloserLook look;
    if (expected.shape != got.shape) {
        look_at_common_places(look.common, expected, got, tolerance, floor);
    }
    look_at_members(look, expected, got, tolerance, floor);
    return look;
}

} // namespace judging

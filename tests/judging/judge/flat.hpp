/// @file
/// Any value of an interface as a list of numbers and where each belongs, so that one piece of code
/// compares, prints and explains them all.
#pragma once

#include "judging/judge/enumerator.hpp"
#include "judging/protocol/wire.hpp"

#include <boost/fusion/adapted/struct/adapt_struct.hpp>
#include <boost/fusion/include/at_c.hpp>
#include <boost/fusion/include/size.hpp>

#include <string>
#include <utility>
#include <vector>

namespace judging {

/// A value taken apart.
struct Flat {
    std::string shape;               ///< its structure in words, e.g. "{w: (2), b: number}"
    std::vector<std::string> places; ///< of each number, e.g. "w(1)"
    std::vector<double> numbers;
    std::vector<std::string> words; ///< of each number: "true", "Epsilon::inside"; "": it is none
    std::string text;               ///< the value as a person would write it
};

/// The number with this many significant digits.
std::string to_text(double number, int digits = 6);

namespace detail {

void flatten_number(Flat& flat, const std::string& place, double number, int digits);
/// A number that people know by a word; "" if there is none for it.
void flatten_word(Flat& flat, const std::string& place, double number, const std::string& word);
void flatten_vector(Flat& flat, const std::string& place, const workbook::Vector& v, int digits);
void flatten_matrix(Flat& flat, const std::string& place, const workbook::Matrix& m, int digits);

/// Longer lists are truncated in the text, since people read verdicts.
constexpr std::size_t longest_list = 8;

template <class T>
void flatten_into(Flat& flat, const std::string& place, const T& value, int digits);

template <class T, std::size_t... I>
void flatten_fields(Flat& flat, const std::string& place, const T& value, int digits,
                    std::index_sequence<I...>)
{
    const auto field = [&](const char* name, const auto& member, bool first) {
        flat.shape += (first ? "" : ", ") + std::string(name) + ": ";
        flat.text += (first ? "" : ", ") + std::string(name) + " = ";
        flatten_into(flat, place.empty() ? name : place + "." + name, member, digits);
    };
    (field(boost::fusion::extension::struct_member_name<T, I>::call(),
           boost::fusion::at_c<I>(value), I == 0),
     ...);
}

template <class T>
void flatten_into(Flat& flat, const std::string& place, const T& value, int digits)
{
    if constexpr (std::is_same_v<T, bool>) {
        flatten_word(flat, place, value ? 1.0 : 0.0, value ? "true" : "false");
    } else if constexpr (std::is_enum_v<T>) {
        flatten_word(flat, place, static_cast<double>(value), name_of_enumerator(value));
    } else if constexpr (std::is_arithmetic_v<T>) {
        flatten_number(flat, place, static_cast<double>(value), digits);
    } else if constexpr (std::is_same_v<T, std::string>) {
        flat.shape += "text \"" + value + "\"";
        flat.text += '"' + value + '"';
    } else if constexpr (std::is_same_v<T, workbook::Vector>) {
        flatten_vector(flat, place, value, digits);
    } else if constexpr (std::is_same_v<T, workbook::Matrix>) {
        flatten_matrix(flat, place, value, digits);
    } else if constexpr (wire::is_std_vector<T>::value) {
        using Item = typename T::value_type;
        flat.shape += std::to_string(value.size());
        flat.shape += std::is_arithmetic_v<Item> ? " numbers" : " × [";
        flat.text += "[";
        for (std::size_t i = 0; i < value.size(); ++i) {
            Flat item;
            flatten_into<Item>(item, place + "[" + std::to_string(i) + "]", value[i], digits);
            flat.places.insert(flat.places.end(), item.places.begin(), item.places.end());
            flat.numbers.insert(flat.numbers.end(), item.numbers.begin(), item.numbers.end());
            flat.words.insert(flat.words.end(), item.words.begin(), item.words.end());
            if (!std::is_arithmetic_v<Item>) {
                flat.shape += (i == 0 ? "" : ", ") + item.shape;
            }
            if (i < longest_list) {
                flat.text += (i == 0 ? "" : ", ") + item.text;
            } else if (i == longest_list) {
                flat.text += ", … " + std::to_string(value.size() - i) + " more";
            }
        }
        flat.shape += std::is_arithmetic_v<Item> ? "" : "]";
        flat.text += "]";
    } else if constexpr (wire::is_function<T>::value) {
        flat.shape += "function";
        flat.text += "a function";
    } else {
        flat.shape += "{";
        flat.text += "{";
        flatten_fields(flat, place, value, digits,
                       std::make_index_sequence<boost::fusion::result_of::size<T>::value>{});
        flat.shape += "}";
        flat.text += "}";
    }
}

} // namespace detail

/// Takes `value` apart; its text shows `digits` significant digits.
template <class T>
Flat flatten(const T& value, int digits = 6)
{
    Flat flat;
    detail::flatten_into(flat, "", value, digits);
    return flat;
}

/// The first number in which two values differ by more than `tolerance`·max(floor, |a|, |b|). With
/// floor 1 small numbers are compared absolutely, with floor 0 all are compared relatively. NaN
/// agrees only with NaN.
struct Difference {
    bool differs = false;
    bool in_shape = false; ///< if so, `place` is empty
    std::string place;     ///< "" for a single number
    double expected = 0;
    double got = 0;
    std::string expected_word; ///< where they are no numbers: "true", "Epsilon::inside"
    std::string got_word;
    std::size_t places = 0; ///< how many differ
    std::size_t of = 0;     ///< of how many
};
Difference compare(const Flat& expected, const Flat& got, double tolerance, double floor = 1.0);

/// Whether two results of this type, as bytes, are the same but for rounding.
template <class T>
bool is_same_reply(const std::string& a, const std::string& b)
{
    wire::Reader first(a);
    wire::Reader second(b);
    return !compare(judging::flatten(wire::read<T>(first)), judging::flatten(wire::read<T>(second)),
                    1e-9)
                .differs;
}

/// A look at two values that differ which is worth its time only for a verdict.
struct CloserLook {
    /// Where shapes differ: the first place that both have and whose numbers differ, or empty.
    Difference common;
    std::vector<std::string> wrong_members; ///< of a struct: those with a difference
    std::vector<std::string> right_members; ///< and those without
};
CloserLook look_closer(const Flat& expected, const Flat& got, double tolerance, double floor = 1.0);

} // namespace judging

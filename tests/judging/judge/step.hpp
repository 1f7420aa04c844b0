/// @file
/// What a file of graded steps needs: Boost.Test cases with decorators for number,
/// points, hints and source, seeded random inputs, and Question.
#pragma once

#include "common/math/random.hpp"
#include "judging/judge/question.hpp"

#include <boost/test/unit_test.hpp>

#include <numeric>
#include <stdexcept>
#include <string>
#include <vector>

namespace judging {

using boost::unit_test::label; ///< the step's number: *label("3.5")

/// What the decorators of a step specify.
struct StepInfo {
    std::string number;
    std::string name; ///< as the solution's markers have it
    int points = 1;
    std::string source;
    std::vector<std::string> hints;
    bool hidden = false; ///< it stands in a file hidden_….cpp: students are told nothing of it
};

/// The step that belongs to a test case; the decorators fill it in.
StepInfo& step_info(boost::unit_test::test_unit_id id);

/// The step's name, where a test case cannot have it: the others are called as their test case is,
/// with blanks for _.
class called : public boost::unit_test::decorator::base {
public:
    explicit called(std::string name) : name_(std::move(name)) {}

private:
    void apply(boost::unit_test::test_unit& unit) override { step_info(unit.p_id).name = name_; }
    boost::unit_test::decorator::base_ptr clone() const override
    {
        return boost::unit_test::decorator::base_ptr(new called(name_));
    }
    std::string name_;
};

/// How many points the step gives.
class points : public boost::unit_test::decorator::base {
public:
    explicit points(int value) : value_(value) {}

private:
    void apply(boost::unit_test::test_unit& unit) override { step_info(unit.p_id).points = value_; }
    boost::unit_test::decorator::base_ptr clone() const override
    {
        return boost::unit_test::decorator::base_ptr(new points(value_));
    }
    int value_;
};

/// One hint; their order goes from a first nudge to almost the formula.
class hint : public boost::unit_test::decorator::base {
public:
    explicit hint(std::string text) : text_(std::move(text)) {}

private:
    void apply(boost::unit_test::test_unit& unit) override
    {
        step_info(unit.p_id).hints.push_back(text_);
    }
    boost::unit_test::decorator::base_ptr clone() const override
    {
        return boost::unit_test::decorator::base_ptr(new hint(text_));
    }
    std::string text_;
};

/// The document that the step comes from, and where in it.
class source : public boost::unit_test::decorator::base {
public:
    explicit source(std::string text) : text_(std::move(text)) {}

private:
    void apply(boost::unit_test::test_unit& unit) override { step_info(unit.p_id).source = text_; }
    boost::unit_test::decorator::base_ptr clone() const override
    {
        return boost::unit_test::decorator::base_ptr(new source(text_));
    }
    std::string text_;
};

/// Random numbers for this step; --seed determines them.
workbook::Random& random();

/// `f` as a student's code is given it: a function of vectors with n entries. It may be called with
/// anything, and f itself reads n entries.
template <class F>
auto of_size(std::size_t n, F f)
{
    return [n, f](const workbook::Vector& x) {
        if (x.size() != n) {
            throw std::invalid_argument("this function takes " + std::to_string(n) +
                                        " numbers and was called with " + std::to_string(x.size()));
        }
        return f(x);
    };
}

/// 0, 1, …, n − 1: one for each of n random examples.
inline std::vector<int> draws(int n)
{
    std::vector<int> numbers(static_cast<std::size_t>(n));
    std::iota(numbers.begin(), numbers.end(), 0);
    return numbers;
}

} // namespace judging

/// @file
/// What the tables and the figures of chapter 8 compute with: the data of each task, descent on one
/// logit, and one layer that is trained on any loss.
#pragma once

#include "common/report/lab.hpp"
#include "losses.hpp"

#include "common/math/layer.hpp"
#include "common/math/random.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace losses {

/// The gradient of an error in the logits, as the steps of the chapter give it.
using LogitGradient = std::function<Matrix(const Matrix& Z, const Matrix& T)>;

/// Examples, a row each, and their targets.
struct Data {
    Matrix X;
    Matrix T;
    std::vector<std::size_t> labels = {}; ///< of classes; empty for other tasks
};

/// X W + b.
Matrix logits_of(const Layer& layer, const Matrix& X);

/// Full-batch descent on one layer, `updates` times.
Layer fitted(Layer layer, const Data& data, const LogitGradient& gradient, double eta,
             std::size_t updates);

/// A layer of zeros. With a single layer the losses here have one lowest place, so that descent
/// need not begin at random.
Layer zero_layer(std::size_t inputs, std::size_t outputs);

/// The gradient that belongs to a task.
LogitGradient gradient_of(Task task);

/// How many rows are decided in every column as T says, as a fraction.
double share_right(const Matrix& decisions, const Matrix& T);

/// An error and a gradient at one logit with one target.
double error_at(double (*error)(const Matrix&, const Matrix&), double z, double t);
double slope_at(const LogitGradient& gradient, double z, double t);

double sigma(double z);

/// The squared error of σ(z), and the cross entropy.
double squared_error_of_sigmoid(const Matrix& Z, const Matrix& T);

/// The logits that descent on one logit with the target 1 goes through, `updates` of them after the
/// start.
std::vector<double> logit_path(const LogitGradient& gradient, double z, double eta,
                               std::size_t updates);

/// The number of updates until σ(z) is above ½.
std::size_t updates_to_half(const LogitGradient& gradient, double z, double eta);

/// Nine points near a line, most of their targets outside of 0 … 1.
Data line_data();

/// Two classes in the plane, and a unit that is confidently wrong about both.
Data two_classes();
inline const Layer wrong_unit{{{-5.0}, {-2.5}}, {0.5}};

/// Three classes in the plane, red, yellow and blue, side by side along an arc; `height` is where
/// the centre of yellow, the middle one, lies.
constexpr std::size_t red = 0, yellow = 1, blue = 2;
Data three_classes(double height = 0.4);

/// The same with the targets as single numbers, `numbers[label]`.
Data numbered(const Data& data, const std::vector<double>& numbers);

/// The label whose number is nearest to each output.
std::vector<std::size_t> nearest_number(const Matrix& Y, const std::vector<double>& numbers);

/// A way to number the three classes.
struct Numbering {
    std::string name;
    std::vector<double> numbers; ///< of red, yellow and blue
};
const std::vector<Numbering>& numberings();

/// The fit of the numbers, a linear output with the squared error.
Layer fit_of_numbers(const Numbering& numbering);

/// The fit of the one-hot rows with softmax and cross entropy.
Layer fit_of_one_hot();

/// Points in the plane with two labels that know nothing of each other.
Data two_labels();

/// A layer for two_labels(): a σ per label, or softmax over both of them with the targets shared
/// out so that every row adds up to 1.
Layer fit_of_labels(Task task);

/// What softmax over both labels can say: those with more than a third.
Matrix softmax_labels(const Layer& layer, const Matrix& X);

/// The four tasks with the same logits, and targets for each.
struct Example {
    Task task;
    std::string name;
    std::string output;
    std::string loss;
    Matrix Z;
    Matrix T;
};
std::vector<Example> summary_examples();

/// Column k, of all rows or of those that are taken.
std::vector<double> column(const Matrix& m, std::size_t k);
std::vector<double> column_where(const Matrix& m, std::size_t k,
                                 const std::function<bool(std::size_t row)>& taken);

/// A number in a drawing, with a real minus sign.
std::string drawn(double value, const char* format = "{:.2f}");

} // namespace losses

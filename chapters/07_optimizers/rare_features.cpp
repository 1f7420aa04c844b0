// Rare and frequent features: plain descent against Adagrad, one pass over rows that have one of
// eight words each. The target is the word's own number, +1 or −1, and noise of deviation 1.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace optimizers {
namespace {

constexpr std::size_t words = 8;
constexpr std::size_t rows_of_words = 2000;

/// The j-th word stands in a share 2⁻ʲ of the rows, the last two alike.
Vector word_frequencies()
{
    Vector p = Vector::from_shape({words});
    for (std::size_t j = 0; j < words; ++j)
        p(j) = std::pow(0.5, std::min(j + 1.0, words - 1.0));
    return p;
}

Vector word_numbers()
{
    Vector w = Vector::from_shape({words});
    for (std::size_t j = 0; j < words; ++j)
        w(j) = j % 2 == 0 ? 1.0 : -1.0;
    return w;
}

struct Row {
    Vector x; ///< one-hot
    double target;
};

/// The place of a number from [0, 1) among the frequencies.
std::size_t word_at(double place)
{
    std::size_t word = 0;
    for (double end = 0.5; place >= end && word + 1 < words; end += std::pow(0.5, word + 1.0))
        ++word;
    return word;
}

Row draw(Random& random)
{
    Row row{xt::zeros<double>({words}), 0.0};
    const std::size_t word = word_at(random.uniform(0.0, 1.0));
    row.x(word) = 1.0;
    row.target = random.normal(word_numbers()(word), 1.0);
    return row;
}

/// The state after one pass, an update for every row.
Adaptive pass(Kind kind, double eta, std::uint64_t seed)
{
    Random random{seed};
    Adaptive state{xt::zeros<double>({words}), xt::zeros<double>({words})};
    for (std::size_t n = 0; n < rows_of_words; ++n) {
        const Row row = draw(random);
        const Vector gradient = (dot(state.w, row.x) - row.target) * row.x;
        if (kind == Kind::adagrad)
            state = adagrad_step(state, gradient, eta, epsilon, Epsilon::outside);
        else
            state.w = descend(state.w, gradient, eta);
    }
    return state;
}

/// What is left of each weight's error after a pass from w = 0: the root of the mean square over
/// many draws of the rows. (It begins as 1.)
Vector left_of_errors(Kind kind, double eta, std::size_t draws)
{
    Vector squares = xt::zeros<double>({words});
    for (std::size_t d = 0; d < draws; ++d) {
        const Vector error = pass(kind, eta, 1000 + d).w - word_numbers();
        squares = squares + error * error / static_cast<double>(draws);
    }
    return xt::sqrt(squares);
}

/// The excess of the expected error ½ (w·x − t)² over that of the best weights.
double excess_error(const Vector& left)
{
    return 0.5 * dot(word_frequencies(), left * left);
}

double best_rate(Kind kind)
{
    constexpr std::size_t draws = 40;
    static const std::vector<double> etas{0.01, 0.02, 0.03, 0.05, 0.1, 0.2, 0.3, 0.5, 1.0};
    std::vector<double> excess;
    for (const double eta : etas)
        excess.push_back(excess_error(left_of_errors(kind, eta, draws)));
    return etas[static_cast<std::size_t>(std::min_element(excess.begin(), excess.end()) -
                                         excess.begin())];
}

/// Both optimizers, each with its best learning rate.
struct Comparison {
    double eta_of_descent = best_rate(Kind::descent);
    double eta_of_adagrad = best_rate(Kind::adagrad);
    Vector descent = left_of_errors(Kind::descent, eta_of_descent, 200);
    Vector adagrad = left_of_errors(Kind::adagrad, eta_of_adagrad, 200);
};

const Comparison& comparison()
{
    static const Comparison once;
    return once;
}

} // namespace

void rare_words_table(Lab& lab)
{
    auto table = lab.table("rare_words", {"word",
                                          {"share of the rows", "%.4f"},
                                          {"descent: error left", "%.3f"},
                                          {"Adagrad: error left", "%.3f"},
                                          {"Adagrad: η / (√g + ε) at the end", "%.3f"}});
    const Comparison& both = comparison();
    const Vector p = word_frequencies();
    const Vector g = pass(Kind::adagrad, both.eta_of_adagrad, 1000).g;
    const Vector factors = both.eta_of_adagrad / root(g, epsilon, Epsilon::outside);
    for (std::size_t j = 0; j < words; ++j)
        table.row(j + 1, p(j), both.descent(j), both.adagrad(j), factors(j));
    lab.value("rare_eta_descent", both.eta_of_descent);
    lab.value("rare_eta_adagrad", both.eta_of_adagrad);
    lab.value("rare_excess_descent", excess_error(both.descent), "%.4f");
    lab.value("rare_excess_adagrad", excess_error(both.adagrad), "%.4f");
}

void rare_words(Lab& lab)
{
    lab.figure(
        {.name = "rare_words",
         .caption =
             "What one pass over 2000 rows leaves of each weight's error, against how often its "
             R"(word comes; means of 200 draws, each optimizer with its best \f$ \eta \f$. )"
             R"(Descent needs a small \f$ \eta \f$ for the noise of the frequent words, and the )"
             "rare ones do not arrive. Adagrad gives every word a rate that falls with its own "
             "visits.",
         .alt = "Two curves over a logarithmic axis from 1 row in 128 to 1 in 2. Descent falls "
                "from 0.64 to 0.12 and stays there; Adagrad falls from 0.40 to 0.06 and lies below "
                "it everywhere.",
         .source = "decks A and B, Adagrad: words that come rarely"},
        [](Figure& figure) {
            figure.x_label("share of the rows that have the word");
            figure.y_label("share of the error left");
            figure.log_x();
            figure.y_range(0.0, 0.7);
            std::vector<double> shares, of_descent, of_adagrad;
            for (std::size_t j = words - 1; j-- > 0;) { // the last two come alike
                shares.push_back(word_frequencies()(j));
                of_descent.push_back(comparison().descent(j));
                of_adagrad.push_back(comparison().adagrad(j));
            }
            figure.line(shares, of_descent,
                        {.label = look(Kind::descent).name,
                         .color = look(Kind::descent).color,
                         .dash = Dash::solid,
                         .marker = Marker::circle});
            figure.line(shares, of_adagrad,
                        {.label = look(Kind::adagrad).name,
                         .color = look(Kind::adagrad).color,
                         .dash = Dash::solid,
                         .marker = Marker::circle});
        });
}

} // namespace optimizers

/// @file
/// Wrong answers to the steps of chapter 7, each with what it is and what would be right.
#include "judging/judge/mistakes.hpp"

#include "optimizers.hpp"

namespace optimizers::mistakes {

// --- 7.1 gradients of the test functions -------------------------------------------------------

MISTAKE(valley, factor_100_lost,
        "the factor 100 is missing: without it the valley has no steep walls; 100 (y − x²)²")
(const Vector& w)
{
    const double x = w(0), y = w(1);
    return (1.0 - x) * (1.0 - x) + (y - x * x) * (y - x * x);
}

MISTAKE(valley, x_not_squared, "the second bracket is y − x here; the bend of the valley is y = x²")
(const Vector& w)
{
    const double x = w(0), y = w(1);
    return (1.0 - x) * (1.0 - x) + 100.0 * (y - x) * (y - x);
}

MISTAKE(valley, first_term_lost, "(1 − x)² is missing: without it every place on y = x² is lowest")
(const Vector& w)
{
    const double x = w(0), y = w(1);
    return 100.0 * (y - x * x) * (y - x * x);
}

MISTAKE(valley, second_square_lost, "the second bracket is not squared: 100 (y − x²)²")
(const Vector& w)
{
    const double x = w(0), y = w(1);
    return (1.0 - x) * (1.0 - x) + 100.0 * (y - x * x);
}

MISTAKE(valley, first_square_lost, "the first bracket is not squared: (1 − x)²")
(const Vector& w)
{
    const double x = w(0), y = w(1);
    return (1.0 - x) + 100.0 * (y - x * x) * (y - x * x);
}

MISTAKE(valley, variables_swapped, "x and y are swapped: the valley is (1 − x)² + 100 (y − x²)²")
(const Vector& w)
{
    const double x = w(0), y = w(1);
    return (1.0 - y) * (1.0 - y) + 100.0 * (x - y * y) * (x - y * y);
}

MISTAKE(valley_gradient, inner_sign,
        "the sign of the inner derivative is lost: y − x² falls with x, by 2x, so ∂f/∂x has "
        "−400 x (y − x²)")
(const Vector& w)
{
    const double x = w(0), y = w(1);
    return {-2.0 * (1.0 - x) + 400.0 * x * (y - x * x), 200.0 * (y - x * x)};
}

MISTAKE(valley_gradient, inner_lost,
        "the inner derivative −2x of y − x² is missing in ∂f/∂x: −2 (1 − x) − 400 x (y − x²)")
(const Vector& w)
{
    const double x = w(0), y = w(1);
    return {-2.0 * (1.0 - x) + 200.0 * (y - x * x), 200.0 * (y - x * x)};
}

MISTAKE(valley_gradient, first_sign,
        "the inner derivative of 1 − x is −1: the first term of ∂f/∂x is −2 (1 − x)")
(const Vector& w)
{
    const double x = w(0), y = w(1);
    return {2.0 * (1.0 - x) - 400.0 * x * (y - x * x), 200.0 * (y - x * x)};
}

MISTAKE(valley_gradient, first_term_lost, "(1 − x)² depends on x too: ∂f/∂x begins with −2 (1 − x)")
(const Vector& w)
{
    const double x = w(0), y = w(1);
    return {-400.0 * x * (y - x * x), 200.0 * (y - x * x)};
}

MISTAKE(valley_gradient, factor_2_lost,
        "the 2 of the power rule is missing everywhere; this is half the gradient")
(const Vector& w)
{
    const double x = w(0), y = w(1);
    return {-(1.0 - x) - 200.0 * x * (y - x * x), 100.0 * (y - x * x)};
}

MISTAKE(valley_gradient, y_factor_2_lost,
        "the 2 of the power rule is missing in ∂f/∂y: 200 (y − x²)")
(const Vector& w)
{
    const double x = w(0), y = w(1);
    return {-2.0 * (1.0 - x) - 400.0 * x * (y - x * x), 100.0 * (y - x * x)};
}

MISTAKE(valley_gradient, inner_2_lost,
        "−200 x (y − x²) has only one of the two factors 2: one comes from the square, one "
        "from x²; −400 x (y − x²)")
(const Vector& w)
{
    const double x = w(0), y = w(1);
    return {-2.0 * (1.0 - x) - 200.0 * x * (y - x * x), 200.0 * (y - x * x)};
}

MISTAKE(valley_gradient, y_sign,
        "the sign of ∂f/∂y is turned: above the valley, where y > x², f grows with y")
(const Vector& w)
{
    const double x = w(0), y = w(1);
    return {-2.0 * (1.0 - x) - 400.0 * x * (y - x * x), -200.0 * (y - x * x)};
}

MISTAKE(valley_gradient, swapped, "the two slopes are in the wrong order: ∂f/∂x comes first")
(const Vector& w)
{
    const double x = w(0), y = w(1);
    return {200.0 * (y - x * x), -2.0 * (1.0 - x) - 400.0 * x * (y - x * x)};
}

MISTAKE(bowl, half_lost, "the ½ is missing: ½ (x² + κ y²)")
(const Vector& w, double kappa)
{
    return w(0) * w(0) + kappa * w(1) * w(1);
}

MISTAKE(bowl, kappa_lost, "κ is missing: this is a round bowl; ½ (x² + κ y²)")
(const Vector& w, double kappa)
{
    static_cast<void>(kappa);
    return 0.5 * (w(0) * w(0) + w(1) * w(1));
}

MISTAKE(bowl, kappa_on_x, "κ stands at x²; y is the steep direction, ½ (x² + κ y²)")
(const Vector& w, double kappa)
{
    return 0.5 * (kappa * w(0) * w(0) + w(1) * w(1));
}

MISTAKE(bowl, kappa_squared, "κ is squared with y: ½ (x² + κ y²), not ½ (x² + (κ y)²)")
(const Vector& w, double kappa)
{
    return 0.5 * (w(0) * w(0) + kappa * kappa * w(1) * w(1));
}

MISTAKE(bowl, half_of_first, "the ½ reaches only x²; it stands before the bracket")
(const Vector& w, double kappa)
{
    return 0.5 * w(0) * w(0) + kappa * w(1) * w(1);
}

MISTAKE(bowl_gradient, factor_2,
        "twice too large: the ½ cancels the 2 of the power rule, which leaves (x, κ y)")
(const Vector& w, double kappa)
{
    return {2.0 * w(0), 2.0 * kappa * w(1)};
}

MISTAKE(bowl_gradient, kappa_lost, "κ is missing in ∂f/∂y = κ y")
(const Vector& w, double kappa)
{
    static_cast<void>(kappa);
    return {w(0), w(1)};
}

MISTAKE(bowl_gradient, kappa_on_x, "κ stands at x; the steep direction is y: (x, κ y)")
(const Vector& w, double kappa)
{
    return {kappa * w(0), w(1)};
}

MISTAKE(bowl_gradient, half_kept,
        "half as large as it should be: the ½ is used up by the power rule")
(const Vector& w, double kappa)
{
    return {0.5 * w(0), 0.5 * kappa * w(1)};
}

MISTAKE(bowl_gradient, downhill,
        "this is the direction of descent, −∇; asked is the gradient (x, κ y)")
(const Vector& w, double kappa)
{
    return {-w(0), -kappa * w(1)};
}

MISTAKE(bowl_gradient, kappa_squared, "κ is squared; the derivative of ½ κ y² is κ y")
(const Vector& w, double kappa)
{
    return {w(0), kappa * kappa * w(1)};
}

MISTAKE(beale, first_term_lost, "(1.5 − x + x y)² is missing; there are three brackets")
(const Vector& w)
{
    const double x = w(0), y = w(1);
    const double a = 1.5 - x + x * y;
    const double b = 2.25 - x + x * y * y;
    const double c = 2.625 - x + x * y * y * y;
    return 0.0 * a + b * b + c * c;
}

MISTAKE(beale, second_term_lost, "(2.25 − x + x y²)² is missing; there are three brackets")
(const Vector& w)
{
    const double x = w(0), y = w(1);
    const double a = 1.5 - x + x * y;
    const double b = 2.25 - x + x * y * y;
    const double c = 2.625 - x + x * y * y * y;
    return a * a + 0.0 * b + c * c;
}

MISTAKE(beale, third_term_lost, "(2.625 − x + x y³)² is missing; there are three brackets")
(const Vector& w)
{
    const double x = w(0), y = w(1);
    const double a = 1.5 - x + x * y;
    const double b = 2.25 - x + x * y * y;
    const double c = 2.625 - x + x * y * y * y;
    return a * a + b * b + 0.0 * c;
}

MISTAKE(beale, squares_lost, "the three brackets are added without being squared")
(const Vector& w)
{
    const double x = w(0), y = w(1);
    const double a = 1.5 - x + x * y;
    const double b = 2.25 - x + x * y * y;
    const double c = 2.625 - x + x * y * y * y;
    return a + b + c;
}

MISTAKE(beale, sign_of_x, "the brackets have + x; they are 1.5 − x + x y and so on")
(const Vector& w)
{
    const double x = w(0), y = w(1);
    const double a = 1.5 + x + x * y;
    const double b = 2.25 + x + x * y * y;
    const double c = 2.625 + x + x * y * y * y;
    return a * a + b * b + c * c;
}

MISTAKE(beale, powers_lost, "all three brackets have x y; the second has x y², the third x y³")
(const Vector& w)
{
    const double x = w(0), y = w(1);
    const double a = 1.5 - x + x * y;
    const double b = 2.25 - x + x * y;
    const double c = 2.625 - x + x * y;
    return a * a + b * b + c * c;
}

MISTAKE(beale, square_of_sum,
        "the sum of the brackets is squared; each bracket is squared before they are added")
(const Vector& w)
{
    const double x = w(0), y = w(1);
    const double a = 1.5 - x + x * y;
    const double b = 2.25 - x + x * y * y;
    const double c = 2.625 - x + x * y * y * y;
    return (a + b + c) * (a + b + c);
}

MISTAKE(beale_gradient, factor_2_lost,
        "the 2 of the power rule is missing: every term is 2 · bracket · inner derivative")
(const Vector& w)
{
    const double x = w(0), y = w(1);
    const double a = 1.5 - x + x * y;
    const double b = 2.25 - x + x * y * y;
    const double c = 2.625 - x + x * y * y * y;
    return {a * (y - 1.0) + b * (y * y - 1.0) + c * (y * y * y - 1.0),
            a * x + b * 2.0 * x * y + c * 3.0 * x * y * y};
}

MISTAKE(beale_gradient, minus_1_lost,
        "the inner derivative by x of 1.5 − x + x y is y − 1, not y: the −x counts too")
(const Vector& w)
{
    const double x = w(0), y = w(1);
    const double a = 1.5 - x + x * y;
    const double b = 2.25 - x + x * y * y;
    const double c = 2.625 - x + x * y * y * y;
    return {2.0 * a * y + 2.0 * b * y * y + 2.0 * c * y * y * y,
            2.0 * a * x + 2.0 * b * 2.0 * x * y + 2.0 * c * 3.0 * x * y * y};
}

MISTAKE(beale_gradient, inner_sign,
        "the inner derivative by x has its sign turned: it is y − 1, not 1 − y")
(const Vector& w)
{
    const double x = w(0), y = w(1);
    const double a = 1.5 - x + x * y;
    const double b = 2.25 - x + x * y * y;
    const double c = 2.625 - x + x * y * y * y;
    return {2.0 * a * (1.0 - y) + 2.0 * b * (1.0 - y * y) + 2.0 * c * (1.0 - y * y * y),
            2.0 * a * x + 2.0 * b * 2.0 * x * y + 2.0 * c * 3.0 * x * y * y};
}

MISTAKE(beale_gradient, y_powers,
        "the inner derivatives by y of x y² and x y³ are 2 x y and 3 x y²; the 2 and the 3 "
        "are missing")
(const Vector& w)
{
    const double x = w(0), y = w(1);
    const double a = 1.5 - x + x * y;
    const double b = 2.25 - x + x * y * y;
    const double c = 2.625 - x + x * y * y * y;
    return {2.0 * a * (y - 1.0) + 2.0 * b * (y * y - 1.0) + 2.0 * c * (y * y * y - 1.0),
            2.0 * a * x + 2.0 * b * x * y + 2.0 * c * x * y * y};
}

MISTAKE(beale_gradient, y_not_lowered,
        "the powers of y stay as they were; differentiated by y, x y² gives 2 x y and x y³ "
        "gives 3 x y²")
(const Vector& w)
{
    const double x = w(0), y = w(1);
    const double a = 1.5 - x + x * y;
    const double b = 2.25 - x + x * y * y;
    const double c = 2.625 - x + x * y * y * y;
    return {2.0 * a * (y - 1.0) + 2.0 * b * (y * y - 1.0) + 2.0 * c * (y * y * y - 1.0),
            2.0 * a * x * y + 4.0 * b * x * y * y + 6.0 * c * x * y * y * y};
}

MISTAKE(beale_gradient, x_lost,
        "the factor x is missing in ∂f/∂y: the inner derivatives are x, 2 x y and 3 x y²")
(const Vector& w)
{
    const double x = w(0), y = w(1);
    const double a = 1.5 - x + x * y;
    const double b = 2.25 - x + x * y * y;
    const double c = 2.625 - x + x * y * y * y;
    return {2.0 * a * (y - 1.0) + 2.0 * b * (y * y - 1.0) + 2.0 * c * (y * y * y - 1.0),
            2.0 * a + 4.0 * b * y + 6.0 * c * y * y};
}

MISTAKE(beale_gradient, outer_lost,
        "only the inner derivatives are added up; by the chain rule each is multiplied with 2 "
        "· its bracket")
(const Vector& w)
{
    const double x = w(0), y = w(1);
    return {y - 1.0 + (y * y - 1.0) + (y * y * y - 1.0), x + 2.0 * x * y + 3.0 * x * y * y};
}

MISTAKE(beale_gradient, first_term_lost,
        "the first bracket is missing in both slopes; there are three")
(const Vector& w)
{
    const double x = w(0), y = w(1);
    const double a = 1.5 - x + x * y;
    const double b = 2.25 - x + x * y * y;
    const double c = 2.625 - x + x * y * y * y;
    return {2.0 * 0.0 * a * (y - 1.0) + 2.0 * b * (y * y - 1.0) + 2.0 * c * (y * y * y - 1.0),
            2.0 * 0.0 * a * x + 2.0 * b * 2.0 * x * y + 2.0 * c * 3.0 * x * y * y};
}

MISTAKE(beale_gradient, second_term_lost,
        "the second bracket is missing in both slopes; there are three")
(const Vector& w)
{
    const double x = w(0), y = w(1);
    const double a = 1.5 - x + x * y;
    const double b = 2.25 - x + x * y * y;
    const double c = 2.625 - x + x * y * y * y;
    return {2.0 * a * (y - 1.0) + 2.0 * 0.0 * b * (y * y - 1.0) + 2.0 * c * (y * y * y - 1.0),
            2.0 * a * x + 2.0 * 0.0 * b * 2.0 * x * y + 2.0 * c * 3.0 * x * y * y};
}

MISTAKE(beale_gradient, third_term_lost,
        "the third bracket is missing in both slopes; there are three")
(const Vector& w)
{
    const double x = w(0), y = w(1);
    const double a = 1.5 - x + x * y;
    const double b = 2.25 - x + x * y * y;
    const double c = 2.625 - x + x * y * y * y;
    return {2.0 * a * (y - 1.0) + 2.0 * b * (y * y - 1.0) + 2.0 * 0.0 * c * (y * y * y - 1.0),
            2.0 * a * x + 2.0 * b * 2.0 * x * y + 2.0 * 0.0 * c * 3.0 * x * y * y};
}

MISTAKE(beale_gradient, swapped, "the two slopes are in the wrong order: ∂f/∂x comes first")
(const Vector& w)
{
    const double x = w(0), y = w(1);
    const double a = 1.5 - x + x * y;
    const double b = 2.25 - x + x * y * y;
    const double c = 2.625 - x + x * y * y * y;
    return {2.0 * a * x + 2.0 * b * 2.0 * x * y + 2.0 * c * 3.0 * x * y * y,
            2.0 * a * (y - 1.0) + 2.0 * b * (y * y - 1.0) + 2.0 * c * (y * y * y - 1.0)};
}

MISTAKE(saddle, bowl, "x² + y² is a bowl; the saddle falls along y, x² − y²")
(const Vector& w)
{
    return w(0) * w(0) + w(1) * w(1);
}

MISTAKE(saddle, turned, "the sign is turned: the saddle rises along x and falls along y, x² − y²")
(const Vector& w)
{
    return w(1) * w(1) - w(0) * w(0);
}

MISTAKE(saddle, half, "½ (x² − y²) has a ½ too many")
(const Vector& w)
{
    return 0.5 * (w(0) * w(0) - w(1) * w(1));
}

MISTAKE(saddle, square_of_difference, "(x − y)² is another function: x² − y² = (x − y)(x + y)")
(const Vector& w)
{
    return (w(0) - w(1)) * (w(0) - w(1));
}

MISTAKE(saddle_gradient, y_sign, "the sign of the second slope is lost: −y² has the slope −2y")
(const Vector& w)
{
    return {2.0 * w(0), 2.0 * w(1)};
}

MISTAKE(saddle_gradient, factor_2_lost, "the 2 of the power rule is missing: (2x, −2y)")
(const Vector& w)
{
    return {w(0), -w(1)};
}

MISTAKE(saddle_gradient, downhill,
        "this is the direction of descent, −∇; the gradient is (2x, −2y)")
(const Vector& w)
{
    return {-2.0 * w(0), 2.0 * w(1)};
}

MISTAKE(saddle_gradient, swapped, "the two slopes are in the wrong order: ∂f/∂x comes first")
(const Vector& w)
{
    return {-2.0 * w(1), 2.0 * w(0)};
}

MISTAKE(saddle_gradient, y_lost, "the saddle has a slope along y too: (2x, −2y)")
(const Vector& w)
{
    return {2.0 * w(0), 0.0 * w(1)};
}

// --- 7.2 batch, stochastic, mini-batch ---------------------------------------------------------

MISTAKE(batches, last_lost,
        "the rows that are left at the end are lost: they make a shorter batch of their own")
(const std::vector<std::size_t>& order, int batch_size)
{
    require(batch_size >= 1, "a batch must have a row or more");
    const std::size_t size = static_cast<std::size_t>(batch_size);
    const std::size_t N = order.size();
    Batches parts;
    for (std::size_t k = 0; k + size <= N; k += size)
        parts.emplace_back(order.begin() + static_cast<std::ptrdiff_t>(k),
                           order.begin() + static_cast<std::ptrdiff_t>(k + size));
    return parts;
}

MISTAKE(batches, last_filled,
        "the last batch is filled up with rows from the beginning, which then count twice; it "
        "stays short")
(const std::vector<std::size_t>& order, int batch_size)
{
    require(batch_size >= 1, "a batch must have a row or more");
    const std::size_t size = static_cast<std::size_t>(batch_size);
    const std::size_t N = order.size();
    Batches parts;
    for (std::size_t k = 0; k < N; k += size) {
        parts.push_back({});
        for (std::size_t i = 0; i < size; ++i)
            parts.back().push_back(order[(k + i) % N]);
    }
    return parts;
}

MISTAKE(batches, last_joined,
        "the rows that are left are put into the batch before; they make a shorter batch of "
        "their own")
(const std::vector<std::size_t>& order, int batch_size)
{
    require(batch_size >= 1, "a batch must have a row or more");
    const std::size_t size = static_cast<std::size_t>(batch_size);
    const std::size_t N = order.size();
    Batches parts;
    for (std::size_t k = 0; k < N; ++k) {
        if (k % size == 0 && (parts.empty() || k + size <= N))
            parts.push_back({});
        parts.back().push_back(order[k]);
    }
    return parts;
}

MISTAKE(batches, order_ignored,
        "the rows come as 0, 1, 2, …; they must come in the order that is given, or shuffling "
        "does nothing")
(const std::vector<std::size_t>& order, int batch_size)
{
    require(batch_size >= 1, "a batch must have a row or more");
    const std::size_t size = static_cast<std::size_t>(batch_size);
    const std::size_t N = order.size();
    Batches parts;
    for (std::size_t k = 0; k < N; ++k) {
        if (k % size == 0)
            parts.push_back({});
        parts.back().push_back(k);
    }
    return parts;
}

MISTAKE(batches, sampled,
        "rows are drawn with repeats: some come twice and others never; every row belongs to "
        "one batch, once")
(const std::vector<std::size_t>& order, int batch_size)
{
    require(batch_size >= 1, "a batch must have a row or more");
    const std::size_t size = static_cast<std::size_t>(batch_size);
    const std::size_t N = order.size();
    Batches parts;
    for (std::size_t k = 0; k < N; ++k) {
        if (k % size == 0)
            parts.push_back({});
        parts.back().push_back(order[(k * k + 1) % N]);
    }
    return parts;
}

MISTAKE(batches, overlapping,
        "the batches overlap: the next begins one row after the last one began, not after it "
        "ended")
(const std::vector<std::size_t>& order, int batch_size)
{
    require(batch_size >= 1, "a batch must have a row or more");
    const std::size_t size = static_cast<std::size_t>(batch_size);
    const std::size_t N = order.size();
    Batches parts;
    for (std::size_t k = 0; k < N; ++k) {
        parts.push_back({});
        for (std::size_t i = k; i < N && i < k + size; ++i)
            parts.back().push_back(order[i]);
    }
    return parts;
}

MISTAKE(batches, number_of_batches,
        "this makes batch_size batches; asked are batches of batch_size rows")
(const std::vector<std::size_t>& order, int batch_size)
{
    require(batch_size >= 1, "a batch must have a row or more");
    const std::size_t size = static_cast<std::size_t>(batch_size);
    const std::size_t N = order.size();
    const std::size_t rows = (N + size - 1) / size;
    Batches parts;
    for (std::size_t k = 0; k < N; ++k) {
        if (k % rows == 0)
            parts.push_back({});
        parts.back().push_back(order[k]);
    }
    return parts;
}

MISTAKE(batches, dealt,
        "the rows are dealt out in turn like cards; a batch takes batch_size rows that follow "
        "each other in the order")
(const std::vector<std::size_t>& order, int batch_size)
{
    require(batch_size >= 1, "a batch must have a row or more");
    const std::size_t size = static_cast<std::size_t>(batch_size);
    const std::size_t N = order.size();
    Batches parts((N + size - 1) / size);
    for (std::size_t k = 0; k < N; ++k)
        parts[k % parts.size()].push_back(order[k]);
    return parts;
}

MISTAKE(batches, one_short,
        "every batch has one row less than batch_size; the end of a batch is at k + "
        "batch_size, not before")
(const std::vector<std::size_t>& order, int batch_size)
{
    require(batch_size >= 1, "a batch must have a row or more");
    const std::size_t size = static_cast<std::size_t>(batch_size);
    const std::size_t N = order.size();
    const std::size_t rows = size > 1 ? size - 1 : 1;
    Batches parts;
    for (std::size_t k = 0; k < N; ++k) {
        if (k % rows == 0)
            parts.push_back({});
        parts.back().push_back(order[k]);
    }
    return parts;
}

MISTAKE(batch_gradient, divided_by_all,
        "the sum is divided by N, the number of all rows; the mean of a batch is over its own "
        "rows")
(const Vector& w, const Matrix& X, const Vector& targets, const std::vector<std::size_t>& rows)
{
    Vector sum = xt::zeros<double>({w.size()});
    for (std::size_t n : rows) {
        const Vector x = xt::view(X, n, xt::all());
        sum += (dot(x, w) - targets(n)) * x;
    }
    return sum / static_cast<double>(X.shape(0));
}

MISTAKE(batch_gradient, not_averaged,
        "the rows of the batch are summed, not averaged: the error has the factor 1/|B|, and "
        "so has its gradient")
(const Vector& w, const Matrix& X, const Vector& targets, const std::vector<std::size_t>& rows)
{
    Vector sum = xt::zeros<double>({w.size()});
    for (std::size_t n : rows) {
        const Vector x = xt::view(X, n, xt::all());
        sum += (dot(x, w) - targets(n)) * x;
    }
    return sum / 1.0;
}

MISTAKE(batch_gradient, factor_2,
        "twice too large: the ½ in the error cancels the 2 of the power rule")
(const Vector& w, const Matrix& X, const Vector& targets, const std::vector<std::size_t>& rows)
{
    Vector sum = xt::zeros<double>({w.size()});
    for (std::size_t n : rows) {
        const Vector x = xt::view(X, n, xt::all());
        sum += 2.0 * (dot(x, w) - targets(n)) * x;
    }
    return sum / static_cast<double>(rows.size());
}

MISTAKE(batch_gradient, half_kept,
        "half as large as it should be: the ½ of the error is used up by the power rule")
(const Vector& w, const Matrix& X, const Vector& targets, const std::vector<std::size_t>& rows)
{
    Vector sum = xt::zeros<double>({w.size()});
    for (std::size_t n : rows) {
        const Vector x = xt::view(X, n, xt::all());
        sum += 0.5 * (dot(x, w) - targets(n)) * x;
    }
    return sum / static_cast<double>(rows.size());
}

MISTAKE(batch_gradient, sign, "the miss is turned, t − y; the gradient of ½ (y − t)² has y − t")
(const Vector& w, const Matrix& X, const Vector& targets, const std::vector<std::size_t>& rows)
{
    Vector sum = xt::zeros<double>({w.size()});
    for (std::size_t n : rows) {
        const Vector x = xt::view(X, n, xt::all());
        sum += (targets(n) - dot(x, w)) * x;
    }
    return sum / static_cast<double>(rows.size());
}

MISTAKE(batch_gradient, all_rows, "this is the gradient of all rows; only those of the batch count")
(const Vector& w, const Matrix& X, const Vector& targets, const std::vector<std::size_t>& rows)
{
    const Vector miss = matvec(X, w) - targets;
    static_cast<void>(rows);
    return matvec(transpose(X), miss) / static_cast<double>(X.shape(0));
}

MISTAKE(batch_gradient, first_rows,
        "the first |B| rows of X are used; the batch names its rows, and they lie anywhere")
(const Vector& w, const Matrix& X, const Vector& targets, const std::vector<std::size_t>& rows)
{
    Vector sum = xt::zeros<double>({w.size()});
    for (std::size_t n = 0; n < rows.size(); ++n) {
        const Vector x = xt::view(X, n, xt::all());
        sum += (dot(x, w) - targets(n)) * x;
    }
    return sum / static_cast<double>(rows.size());
}

MISTAKE(batch_gradient, targets_not_picked,
        "the rows of X are those of the batch, but the targets are the first ones; both "
        "belong to row n")
(const Vector& w, const Matrix& X, const Vector& targets, const std::vector<std::size_t>& rows)
{
    Vector sum = xt::zeros<double>({w.size()});
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Vector x = xt::view(X, rows[i], xt::all());
        sum += (dot(x, w) - targets(i)) * x;
    }
    return sum / static_cast<double>(rows.size());
}

MISTAKE(batch_gradient, target_lost, "the target is missing: the miss is x·w − t")
(const Vector& w, const Matrix& X, const Vector& targets, const std::vector<std::size_t>& rows)
{
    static_cast<void>(targets);
    Vector sum = xt::zeros<double>({w.size()});
    for (std::size_t n : rows) {
        const Vector x = xt::view(X, n, xt::all());
        sum += dot(x, w) * x;
    }
    return sum / static_cast<double>(rows.size());
}

MISTAKE(batch_gradient, only_last,
        "only the last row of the batch is left: the rows must be added up")
(const Vector& w, const Matrix& X, const Vector& targets, const std::vector<std::size_t>& rows)
{
    Vector sum = xt::zeros<double>({w.size()});
    for (std::size_t n : rows) {
        const Vector x = xt::view(X, n, xt::all());
        sum = (dot(x, w) - targets(n)) * x;
    }
    return sum / 1.0;
}

MISTAKE(mean_gradient, plain_mean,
        "every batch counts alike here, and so each row of the short last batch counts more; "
        "weights are the shares |B|/N")
(const Vector& w, const Matrix& X, const Vector& targets, const Batches& parts)
{
    Vector sum = xt::zeros<double>({w.size()});
    for (const std::vector<std::size_t>& rows : parts)
        sum += batch_gradient(w, X, targets, rows);
    return sum / static_cast<double>(parts.size());
}

MISTAKE(mean_gradient, summed,
        "the gradients are summed up; an average has weights that add up to 1, |B|/N")
(const Vector& w, const Matrix& X, const Vector& targets, const Batches& parts)
{
    Vector sum = xt::zeros<double>({w.size()});
    for (const std::vector<std::size_t>& rows : parts)
        sum += batch_gradient(w, X, targets, rows);
    return sum;
}

MISTAKE(mean_gradient, not_divided,
        "each gradient is weighted with |B|, but the sum is not divided by N")
(const Vector& w, const Matrix& X, const Vector& targets, const Batches& parts)
{
    Vector sum = xt::zeros<double>({w.size()});
    for (const std::vector<std::size_t>& rows : parts)
        sum += static_cast<double>(rows.size()) * batch_gradient(w, X, targets, rows);
    return sum;
}

MISTAKE(mean_gradient, divided_by_batches,
        "weighted with |B| but divided by the number of batches; the weights |B| add up to N")
(const Vector& w, const Matrix& X, const Vector& targets, const Batches& parts)
{
    Vector sum = xt::zeros<double>({w.size()});
    for (const std::vector<std::size_t>& rows : parts)
        sum += static_cast<double>(rows.size()) * batch_gradient(w, X, targets, rows);
    return sum / static_cast<double>(parts.size());
}

MISTAKE(mean_gradient, divided_by_data,
        "divided by the rows of X; N is the number of rows in the batches, which may be fewer "
        "or repeat")
(const Vector& w, const Matrix& X, const Vector& targets, const Batches& parts)
{
    Vector sum = xt::zeros<double>({w.size()});
    for (const std::vector<std::size_t>& rows : parts)
        sum += static_cast<double>(rows.size()) * batch_gradient(w, X, targets, rows);
    return sum / static_cast<double>(X.shape(0));
}

MISTAKE(mean_gradient, first_batch, "this is the gradient of the first batch only")
(const Vector& w, const Matrix& X, const Vector& targets, const Batches& parts)
{
    return batch_gradient(w, X, targets, parts.at(0));
}

MISTAKE(mean_gradient, last_lost,
        "the last batch is left out; it belongs to the average with its share of the rows")
(const Vector& w, const Matrix& X, const Vector& targets, const Batches& parts)
{
    Vector sum = xt::zeros<double>({w.size()});
    double N = 0.0;
    for (std::size_t k = 0; k + 1 < parts.size(); ++k) {
        const double size = static_cast<double>(parts[k].size());
        sum += size * batch_gradient(w, X, targets, parts[k]);
        N += size;
    }
    return sum / N;
}

MISTAKE(epoch, all_from_the_start,
        "all gradients are taken at the weights before the epoch; each batch starts where the "
        "last one ended")
(const Vector& w, const Matrix& X, const Vector& targets, const std::vector<std::size_t>& order,
 int batch_size, double eta)
{
    Vector moved = w;
    for (const std::vector<std::size_t>& rows : batches(order, batch_size))
        moved -= eta * batch_gradient(w, X, targets, rows);
    return moved;
}

MISTAKE(epoch, one_update,
        "one step on all rows: that is batch descent; here every batch makes a step")
(const Vector& w, const Matrix& X, const Vector& targets, const std::vector<std::size_t>& order,
 int batch_size, double eta)
{
    static_cast<void>(batch_size);
    return w - eta * batch_gradient(w, X, targets, order);
}

MISTAKE(epoch, ascent, "the steps go with the gradient, uphill: w − η ∂E/∂w")
(const Vector& w, const Matrix& X, const Vector& targets, const std::vector<std::size_t>& order,
 int batch_size, double eta)
{
    Vector moved = w;
    for (const std::vector<std::size_t>& rows : batches(order, batch_size))
        moved += eta * batch_gradient(moved, X, targets, rows);
    return moved;
}

MISTAKE(epoch, last_lost, "the last batch makes no step; the rows that are left count too")
(const Vector& w, const Matrix& X, const Vector& targets, const std::vector<std::size_t>& order,
 int batch_size, double eta)
{
    Vector moved = w;
    const Batches parts = batches(order, batch_size);
    for (std::size_t k = 0; k + 1 < parts.size(); ++k)
        moved -= eta * batch_gradient(moved, X, targets, parts[k]);
    return moved;
}

MISTAKE(epoch, first_batch, "only the first batch makes a step; an epoch goes through all of them")
(const Vector& w, const Matrix& X, const Vector& targets, const std::vector<std::size_t>& order,
 int batch_size, double eta)
{
    return w - eta * batch_gradient(w, X, targets, batches(order, batch_size).at(0));
}

MISTAKE(epoch, row_by_row, "a step after every row is SGD; the batches have batch_size rows")
(const Vector& w, const Matrix& X, const Vector& targets, const std::vector<std::size_t>& order,
 int batch_size, double eta)
{
    static_cast<void>(batch_size);
    Vector moved = w;
    for (std::size_t n : order)
        moved -= eta * batch_gradient(moved, X, targets, {n});
    return moved;
}

MISTAKE(epoch, backwards, "the batches come in reverse; they come in the order of the rows")
(const Vector& w, const Matrix& X, const Vector& targets, const std::vector<std::size_t>& order,
 int batch_size, double eta)
{
    Vector moved = w;
    const Batches parts = batches(order, batch_size);
    for (std::size_t k = parts.size(); k-- > 0;)
        moved -= eta * batch_gradient(moved, X, targets, parts[k]);
    return moved;
}

MISTAKE(epoch, order_ignored,
        "the rows are taken as 0, 1, 2, …; the order is given, so that it can be shuffled")
(const Vector& w, const Matrix& X, const Vector& targets, const std::vector<std::size_t>& order,
 int batch_size, double eta)
{
    Vector moved = w;
    std::vector<std::size_t> sorted(order);
    std::sort(sorted.begin(), sorted.end());
    for (const std::vector<std::size_t>& rows : batches(sorted, batch_size))
        moved -= eta * batch_gradient(moved, X, targets, rows);
    return moved;
}

MISTAKE(epoch, eta_shared, "η is divided by the number of batches; every batch makes a full step")
(const Vector& w, const Matrix& X, const Vector& targets, const std::vector<std::size_t>& order,
 int batch_size, double eta)
{
    Vector moved = w;
    const Batches parts = batches(order, batch_size);
    for (const std::vector<std::size_t>& rows : parts)
        moved -= eta / static_cast<double>(parts.size()) * batch_gradient(moved, X, targets, rows);
    return moved;
}

MISTAKE(epoch, eta_lost, "the learning rate is missing: this is right only for η = 1 (erratum 3)")
(const Vector& w, const Matrix& X, const Vector& targets, const std::vector<std::size_t>& order,
 int batch_size, double eta)
{
    static_cast<void>(eta);
    Vector moved = w;
    for (const std::vector<std::size_t>& rows : batches(order, batch_size))
        moved -= batch_gradient(moved, X, targets, rows);
    return moved;
}

// --- 7.3 descent with decay --------------------------------------------------------------------

MISTAKE(descend, ascent, "the step goes with the gradient, uphill; descent subtracts: w − η ∇")
(const Vector& w, const Vector& gradient, double eta)
{
    return w + eta * gradient;
}

MISTAKE(descend, eta_lost,
        "the learning rate is missing: w − ∇ is right only for η = 1 (erratum 3)")
(const Vector& w, const Vector& gradient, double eta)
{
    static_cast<void>(eta);
    return w - gradient;
}

MISTAKE(descend, step_alone, "this is the step −η ∇; asked are the parameters after it")
(const Vector& w, const Vector& gradient, double eta)
{
    static_cast<void>(w);
    return -eta * gradient;
}

MISTAKE(descend, eta_divides, "the gradient is divided by η; the learning rate multiplies it")
(const Vector& w, const Vector& gradient, double eta)
{
    return w - gradient / eta;
}

MISTAKE(descend, eta_on_all,
        "η multiplies the whole bracket, η (w − ∇); it belongs to the gradient alone")
(const Vector& w, const Vector& gradient, double eta)
{
    return eta * (w - gradient);
}

MISTAKE(descend, length_1,
        "the gradient is brought to length 1; the step is in proportion to the slope, η ∇")
(const Vector& w, const Vector& gradient, double eta)
{
    return w - eta / std::sqrt(dot(gradient, gradient)) * gradient;
}

MISTAKE(decayed, decay_lost, "the learning rate stays as it was; it is divided by 1 + d t")
(double eta, double decay, int t)
{
    static_cast<void>(decay);
    static_cast<void>(t);
    return eta;
}

MISTAKE(decayed, t_lost,
        "1 + d without t: after the first update the rate would never change again; 1 + d t")
(double eta, double decay, int t)
{
    return t > 0 ? eta / (1.0 + decay) : eta;
}

MISTAKE(decayed, from_1, "t counts the updates made before: the first one has t = 0 and the full η")
(double eta, double decay, int t)
{
    return eta / (1.0 + decay * (t + 1));
}

MISTAKE(decayed, linear, "η (1 − d t) falls on a line and below 0; Keras divides by 1 + d t")
(double eta, double decay, int t)
{
    return eta * (1.0 - decay * t);
}

MISTAKE(decayed, exponential, "this is exponential decay, η e^(−d t); Keras divides by 1 + d t")
(double eta, double decay, int t)
{
    return eta * std::exp(-decay * t);
}

MISTAKE(decayed, power, "1 + d is raised to the power t; it is 1 + d t, a product")
(double eta, double decay, int t)
{
    return eta / std::pow(1.0 + decay, t);
}

MISTAKE(decayed, multiplies, "the rate grows; 1 + d t divides")
(double eta, double decay, int t)
{
    return eta * (1.0 + decay * t);
}

MISTAKE(decayed, root, "this is η / √(1 + d t); Keras has no root")
(double eta, double decay, int t)
{
    return eta / std::sqrt(1.0 + decay * t);
}

// --- 7.4 momentum ------------------------------------------------------------------------------

MISTAKE(momentum_step, ascent, "the gradient is added to the velocity, uphill: v ← α v − η ∇")
(const Momentum& state, const Vector& gradient, double eta, double alpha)
{
    const Vector v = alpha * state.v + eta * gradient;
    return {state.w + v, v};
}

MISTAKE(momentum_step, velocity_subtracted,
        "the velocity holds −η ∇ already and is added: w ← w + v")
(const Momentum& state, const Vector& gradient, double eta, double alpha)
{
    const Vector v = alpha * state.v - eta * gradient;
    return {state.w - v, v};
}

MISTAKE(momentum_step, alpha_sign, "the old velocity is turned round: v ← α v − η ∇")
(const Momentum& state, const Vector& gradient, double eta, double alpha)
{
    const Vector v = -alpha * state.v - eta * gradient;
    return {state.w + v, v};
}

MISTAKE(momentum_step, eta_outside,
        "η stands outside v: v ← α v − ∇, w ← w + η v gives another velocity, and with a "
        "changing η other steps; asked is v ← α v − η ∇, w ← w + v")
(const Momentum& state, const Vector& gradient, double eta, double alpha)
{
    const Vector v = alpha * state.v - gradient;
    return {state.w + eta * v, v};
}

MISTAKE(momentum_step, gradient_twice,
        "the gradient is counted twice: v holds −η ∇ already, and it is subtracted once more "
        "(erratum 8)")
(const Momentum& state, const Vector& gradient, double eta, double alpha)
{
    const Vector v = alpha * state.v - eta * gradient;
    return {state.w + v - eta * gradient, v};
}

MISTAKE(momentum_step, old_velocity,
        "the parameters move by the old velocity; first v, then w by the new v")
(const Momentum& state, const Vector& gradient, double eta, double alpha)
{
    const Vector v = alpha * state.v - eta * gradient;
    return {state.w + state.v, v};
}

MISTAKE(momentum_step, alpha_lost,
        "the old velocity is kept whole: it is multiplied by α, else it never dies down")
(const Momentum& state, const Vector& gradient, double eta, double alpha)
{
    static_cast<void>(alpha);
    const Vector v = state.v - eta * gradient;
    return {state.w + v, v};
}

MISTAKE(momentum_step, no_momentum, "the old velocity is missing; this is plain descent")
(const Momentum& state, const Vector& gradient, double eta, double alpha)
{
    static_cast<void>(alpha);
    const Vector v = -eta * gradient;
    return {state.w + v, v};
}

MISTAKE(momentum_step, average,
        "the gradient is weighted with 1 − α, as in an average; here v ← α v − η ∇")
(const Momentum& state, const Vector& gradient, double eta, double alpha)
{
    const Vector v = alpha * state.v - (1.0 - alpha) * eta * gradient;
    return {state.w + v, v};
}

MISTAKE(momentum_step, velocity_not_kept,
        "the new velocity is not given back: the next step needs it")
(const Momentum& state, const Vector& gradient, double eta, double alpha)
{
    const Vector v = alpha * state.v - eta * gradient;
    return {state.w + v, state.v};
}

MISTAKE(momentum_step, alpha_on_both,
        "α multiplies the gradient too, α (v − η ∇); it belongs to the old velocity alone")
(const Momentum& state, const Vector& gradient, double eta, double alpha)
{
    const Vector v = alpha * (state.v - eta * gradient);
    return {state.w + v, v};
}

MISTAKE(momentum_step, eta_lost, "the learning rate is missing: v ← α v − η ∇")
(const Momentum& state, const Vector& gradient, double eta, double alpha)
{
    static_cast<void>(eta);
    const Vector v = alpha * state.v - gradient;
    return {state.w + v, v};
}

MISTAKE(momentum_step, nesterov,
        "w ← w + α v − η ∇ with the new v is Nesterov’s step (7.5); plain momentum adds v")
(const Momentum& state, const Vector& gradient, double eta, double alpha)
{
    const Vector v = alpha * state.v - eta * gradient;
    return {state.w + alpha * v - eta * gradient, v};
}

MISTAKE(velocity_of_past, reversed,
        "the oldest gradient counts most: the exponent is its age, t − k, which is 0 for the "
        "newest")
(const Matrix& gradients, double eta, double alpha)
{
    const std::size_t t = gradients.shape(0);
    Vector v = xt::zeros<double>({gradients.shape(1)});
    for (std::size_t k = 0; k < t; ++k)
        v -= eta * std::pow(alpha, k) * xt::view(gradients, k, xt::all());
    return v;
}

MISTAKE(velocity_of_past, age_off_by_one,
        "every power is one too high: the newest gradient has the weight α⁰ = 1")
(const Matrix& gradients, double eta, double alpha)
{
    const std::size_t t = gradients.shape(0);
    Vector v = xt::zeros<double>({gradients.shape(1)});
    for (std::size_t k = 0; k < t; ++k)
        v -= eta * std::pow(alpha, t - k) * xt::view(gradients, k, xt::all());
    return v;
}

MISTAKE(velocity_of_past, sign, "the sign is turned: v = −η Σ α^(t−k) ∇")
(const Matrix& gradients, double eta, double alpha)
{
    const std::size_t t = gradients.shape(0);
    Vector v = xt::zeros<double>({gradients.shape(1)});
    for (std::size_t k = 0; k < t; ++k)
        v += eta * std::pow(alpha, t - 1 - k) * xt::view(gradients, k, xt::all());
    return v;
}

MISTAKE(velocity_of_past, eta_lost, "the learning rate is missing before the sum")
(const Matrix& gradients, double eta, double alpha)
{
    static_cast<void>(eta);
    const std::size_t t = gradients.shape(0);
    Vector v = xt::zeros<double>({gradients.shape(1)});
    for (std::size_t k = 0; k < t; ++k)
        v -= std::pow(alpha, t - 1 - k) * xt::view(gradients, k, xt::all());
    return v;
}

MISTAKE(velocity_of_past, equal_weights,
        "all gradients count alike; old ones are multiplied by a power of α")
(const Matrix& gradients, double eta, double alpha)
{
    static_cast<void>(alpha);
    const std::size_t t = gradients.shape(0);
    Vector v = xt::zeros<double>({gradients.shape(1)});
    for (std::size_t k = 0; k < t; ++k)
        v -= eta * xt::view(gradients, k, xt::all());
    return v;
}

MISTAKE(velocity_of_past, newest_twice,
        "the newest gradient is added to a sum that already holds it (erratum 8)")
(const Matrix& gradients, double eta, double alpha)
{
    const std::size_t t = gradients.shape(0);
    Vector v = xt::zeros<double>({gradients.shape(1)});
    for (std::size_t k = 0; k < t; ++k)
        v -= eta * std::pow(alpha, t - 1 - k) * xt::view(gradients, k, xt::all());
    if (t > 0)
        v -= eta * xt::view(gradients, t - 1, xt::all());
    return v;
}

MISTAKE(velocity_of_past, average,
        "the sum is multiplied by 1 − α; that makes an average, and velocity is the sum "
        "itself")
(const Matrix& gradients, double eta, double alpha)
{
    const std::size_t t = gradients.shape(0);
    Vector v = xt::zeros<double>({gradients.shape(1)});
    for (std::size_t k = 0; k < t; ++k)
        v -= (1.0 - alpha) * eta * std::pow(alpha, t - 1 - k) * xt::view(gradients, k, xt::all());
    return v;
}

MISTAKE(velocity_of_past, age_as_factor, "α is multiplied by the age; it is raised to that power")
(const Matrix& gradients, double eta, double alpha)
{
    const std::size_t t = gradients.shape(0);
    Vector v = xt::zeros<double>({gradients.shape(1)});
    for (std::size_t k = 0; k < t; ++k)
        v -= eta * (t - 1 == k ? 1.0 : alpha * static_cast<double>(t - 1 - k)) *
             xt::view(gradients, k, xt::all());
    return v;
}

MISTAKE(velocity_of_past, divided_by_t,
        "the sum is divided by the number of steps; it is not a mean")
(const Matrix& gradients, double eta, double alpha)
{
    const std::size_t t = gradients.shape(0);
    Vector v = xt::zeros<double>({gradients.shape(1)});
    for (std::size_t k = 0; k < t; ++k)
        v -= eta / static_cast<double>(t) * std::pow(alpha, t - 1 - k) *
             xt::view(gradients, k, xt::all());
    return v;
}

MISTAKE(velocity_of_past, newest_lost,
        "the newest gradient is left out of the sum; it has the weight 1")
(const Matrix& gradients, double eta, double alpha)
{
    const std::size_t t = gradients.shape(0);
    Vector v = xt::zeros<double>({gradients.shape(1)});
    for (std::size_t k = 0; k + 1 < t; ++k)
        v -= eta * std::pow(alpha, t - 1 - k) * xt::view(gradients, k, xt::all());
    return v;
}

// --- 7.5 Nesterov ------------------------------------------------------------------------------

MISTAKE(look_ahead, old_place, "this is the old place w; momentum leads on to w + α v")
(const Momentum& state, double alpha)
{
    static_cast<void>(alpha);
    return state.w;
}

MISTAKE(look_ahead, alpha_lost, "w + v goes too far: only the share α of the velocity is kept")
(const Momentum& state, double alpha)
{
    static_cast<void>(alpha);
    return state.w + state.v;
}

MISTAKE(look_ahead, back, "w − α v is behind; the velocity already points downhill and is added")
(const Momentum& state, double alpha)
{
    return state.w - alpha * state.v;
}

MISTAKE(look_ahead, step_alone, "this is the way, α v; asked is the place w + α v")
(const Momentum& state, double alpha)
{
    return alpha * state.v;
}

MISTAKE(look_ahead, alpha_on_all,
        "α multiplies the whole bracket; it belongs to the velocity alone")
(const Momentum& state, double alpha)
{
    return alpha * (state.w + state.v);
}

MISTAKE(look_ahead, average, "(1 − α) v is what is lost of the velocity; α v is what is kept")
(const Momentum& state, double alpha)
{
    return state.w + (1.0 - alpha) * state.v;
}

MISTAKE(nesterov_step, old_place,
        "the gradient is taken at the old place w; that is plain momentum. Nesterov takes it "
        "at w + α v")
(const Momentum& state, const std::function<Vector(const Vector&)>& gradient, double eta,
 double alpha)
{
    const Vector v = alpha * state.v - eta * gradient(state.w);
    return {state.w + v, v};
}

MISTAKE(nesterov_step, alpha_lost,
        "the gradient is taken at w + v; momentum keeps only the share α of v, so the place "
        "is w + α v")
(const Momentum& state, const std::function<Vector(const Vector&)>& gradient, double eta,
 double alpha)
{
    const Vector v = alpha * state.v - eta * gradient(state.w + state.v);
    return {state.w + v, v};
}

MISTAKE(nesterov_step, behind, "the gradient is taken at w − α v, behind; the velocity is added")
(const Momentum& state, const std::function<Vector(const Vector&)>& gradient, double eta,
 double alpha)
{
    const Vector v = alpha * state.v - eta * gradient(state.w - alpha * state.v);
    return {state.w + v, v};
}

MISTAKE(nesterov_step, moved_twice,
        "α v is counted twice: the new v holds it already, so it is added to w, not to w + α "
        "v")
(const Momentum& state, const std::function<Vector(const Vector&)>& gradient, double eta,
 double alpha)
{
    const Vector v = alpha * state.v - eta * gradient(state.w + alpha * state.v);
    return {state.w + alpha * state.v + v, v};
}

MISTAKE(nesterov_step, ascent, "the gradient is added to the velocity, uphill: v ← α v − η ∇")
(const Momentum& state, const std::function<Vector(const Vector&)>& gradient, double eta,
 double alpha)
{
    const Vector v = alpha * state.v + eta * gradient(state.w + alpha * state.v);
    return {state.w + v, v};
}

MISTAKE(nesterov_step, velocity_subtracted,
        "the velocity holds −η ∇ already and is added: w ← w + v")
(const Momentum& state, const std::function<Vector(const Vector&)>& gradient, double eta,
 double alpha)
{
    const Vector v = alpha * state.v - eta * gradient(state.w + alpha * state.v);
    return {state.w - v, v};
}

MISTAKE(nesterov_step, no_momentum,
        "the velocity is only −η ∇ here; α v belongs to it, not only to the place of the "
        "gradient")
(const Momentum& state, const std::function<Vector(const Vector&)>& gradient, double eta,
 double alpha)
{
    const Vector v = -eta * gradient(state.w + alpha * state.v);
    return {state.w + v, v};
}

MISTAKE(nesterov_step, after_the_step,
        "the gradient is taken where plain momentum would end; Nesterov takes it at w + α v, "
        "before any gradient")
(const Momentum& state, const std::function<Vector(const Vector&)>& gradient, double eta,
 double alpha)
{
    const Vector plain = alpha * state.v - eta * gradient(state.w);
    const Vector v = alpha * state.v - eta * gradient(state.w + plain);
    return {state.w + v, v};
}

MISTAKE(nesterov_step, velocity_not_kept,
        "the new velocity is not given back: the next step needs it")
(const Momentum& state, const std::function<Vector(const Vector&)>& gradient, double eta,
 double alpha)
{
    const Vector v = alpha * state.v - eta * gradient(state.w + alpha * state.v);
    return {state.w + v, state.v};
}

MISTAKE(nesterov_step, eta_lost, "the learning rate is missing: v ← α v − η ∇")
(const Momentum& state, const std::function<Vector(const Vector&)>& gradient, double eta,
 double alpha)
{
    static_cast<void>(eta);
    const Vector v = alpha * state.v - gradient(state.w + alpha * state.v);
    return {state.w + v, v};
}

MISTAKE(nesterov_step, ahead_kept,
        "w + α v + v′ … the place ahead is given back as w; only Keras keeps it as the "
        "parameters")
(const Momentum& state, const std::function<Vector(const Vector&)>& gradient, double eta,
 double alpha)
{
    const Vector v = alpha * state.v - eta * gradient(state.w + alpha * state.v);
    return {state.w + v + alpha * v, v};
}

MISTAKE(keras_nesterov_step, plain,
        "w ← w + v is plain momentum; Nesterov in Keras is w ← w + α v − η ∇ with the new v")
(const Momentum& state, const Vector& gradient, double eta, double alpha)
{
    const Vector v = alpha * state.v - eta * gradient;
    return {state.w + v, v};
}

MISTAKE(keras_nesterov_step, alpha_lost,
        "w + v − η ∇ without α before v counts the gradient twice (erratum 8); α v − η ∇ is "
        "Nesterov’s step")
(const Momentum& state, const Vector& gradient, double eta, double alpha)
{
    const Vector v = alpha * state.v - eta * gradient;
    return {state.w + v - eta * gradient, v};
}

MISTAKE(keras_nesterov_step, gradient_lost,
        "w + α v without the gradient: the step is α v − η ∇ with the new v")
(const Momentum& state, const Vector& gradient, double eta, double alpha)
{
    const Vector v = alpha * state.v - eta * gradient;
    return {state.w + alpha * v, v};
}

MISTAKE(keras_nesterov_step, gradient_sign, "the gradient is added in the step: w ← w + α v − η ∇")
(const Momentum& state, const Vector& gradient, double eta, double alpha)
{
    const Vector v = alpha * state.v - eta * gradient;
    return {state.w + alpha * v + eta * gradient, v};
}

MISTAKE(keras_nesterov_step, ascent, "the gradient is added to the velocity, uphill: v ← α v − η ∇")
(const Momentum& state, const Vector& gradient, double eta, double alpha)
{
    const Vector v = alpha * state.v + eta * gradient;
    return {state.w + alpha * v - eta * gradient, v};
}

MISTAKE(keras_nesterov_step, alpha_twice,
        "α² v has the old velocity right, but the gradient that the new v holds is left out: "
        "α v takes the whole new v")
(const Momentum& state, const Vector& gradient, double eta, double alpha)
{
    const Vector v = alpha * state.v - eta * gradient;
    return {state.w + alpha * alpha * state.v - eta * gradient, v};
}

MISTAKE(keras_nesterov_step, velocity_not_kept,
        "the new velocity is not given back: the next step needs it")
(const Momentum& state, const Vector& gradient, double eta, double alpha)
{
    const Vector v = alpha * state.v - eta * gradient;
    return {state.w + alpha * v - eta * gradient, state.v};
}

MISTAKE(keras_nesterov_step, step_kept,
        "what is kept as v is the step α v − η ∇; v itself is kept, without the look ahead")
(const Momentum& state, const Vector& gradient, double eta, double alpha)
{
    const Vector v = alpha * state.v - eta * gradient;
    return {state.w + alpha * v - eta * gradient, alpha * v - eta * gradient};
}

MISTAKE(keras_nesterov_step, eta_lost,
        "the learning rate is missing in the velocity: v ← α v − η ∇")
(const Momentum& state, const Vector& gradient, double eta, double alpha)
{
    const Vector v = alpha * state.v - gradient;
    return {state.w + alpha * v - eta * gradient, v};
}

// --- 7.6 Adagrad -------------------------------------------------------------------------------

MISTAKE(root, root_lost,
        "the root is missing: √(g + ε) or √g + ε, a quantity of the size of the gradient, not "
        "of its square")
(const Vector& g, double epsilon, Epsilon place)
{
    static_cast<void>(place);
    return g + epsilon;
}

MISTAKE(root, always_outside,
        "ε stands outside the root even when it is asked for inside: √(g + ε) (erratum 7: the "
        "slides’ code has it outside, their formula inside)")
(const Vector& g, double epsilon, Epsilon place)
{
    static_cast<void>(place);
    return xt::sqrt(g) + epsilon;
}

MISTAKE(root, always_inside,
        "ε stands inside the root even when it is asked for outside: √g + ε (erratum 7: the "
        "slides’ formula has it inside, their code outside)")
(const Vector& g, double epsilon, Epsilon place)
{
    static_cast<void>(place);
    return xt::sqrt(g + epsilon);
}

MISTAKE(root, places_swapped, "the two places are swapped: inside is √(g + ε), outside √g + ε")
(const Vector& g, double epsilon, Epsilon place)
{
    if (place == Epsilon::outside)
        return xt::sqrt(g + epsilon);
    return xt::sqrt(g) + epsilon;
}

MISTAKE(root, epsilon_lost, "ε is missing: where g = 0 the step divides by 0")
(const Vector& g, double epsilon, Epsilon place)
{
    static_cast<void>(epsilon);
    static_cast<void>(place);
    return xt::sqrt(g);
}

MISTAKE(root, epsilon_twice, "ε stands inside and outside; it stands in one place")
(const Vector& g, double epsilon, Epsilon place)
{
    static_cast<void>(place);
    return xt::sqrt(g + epsilon) + epsilon;
}

MISTAKE(root, epsilon_squared, "ε is squared under the root; √(g + ε) has ε as it is")
(const Vector& g, double epsilon, Epsilon place)
{
    if (place == Epsilon::inside)
        return xt::sqrt(g + epsilon * epsilon);
    return xt::sqrt(g) + epsilon;
}

MISTAKE(root, inverse, "this is 1 divided by the root; asked is the root, the step divides by it")
(const Vector& g, double epsilon, Epsilon place)
{
    if (place == Epsilon::inside)
        return 1.0 / xt::sqrt(g + epsilon);
    return 1.0 / (xt::sqrt(g) + epsilon);
}

MISTAKE(adagrad_step, root_lost,
        "the root is missing: η ∇ / (g + ε) has the wrong size; η ∇ / √(g + ε)")
(const Adaptive& state, const Vector& gradient, double eta, double epsilon, Epsilon place)
{
    const Vector g = state.g + xt::square(gradient);
    static_cast<void>(place);
    return {state.w - eta / (g + epsilon) * gradient, g};
}

MISTAKE(adagrad_step, epsilon_outside,
        "ε stands outside the root even when it is asked for inside: √(g + ε). The slides’ "
        "code has it outside, their formula inside (erratum 7)")
(const Adaptive& state, const Vector& gradient, double eta, double epsilon, Epsilon place)
{
    const Vector g = state.g + xt::square(gradient);
    static_cast<void>(place);
    return {state.w - eta / (xt::sqrt(g) + epsilon) * gradient, g};
}

MISTAKE(adagrad_step, epsilon_inside,
        "ε stands inside the root even when it is asked for outside: √g + ε. The slides’ "
        "formula has it inside, their code outside (erratum 7)")
(const Adaptive& state, const Vector& gradient, double eta, double epsilon, Epsilon place)
{
    const Vector g = state.g + xt::square(gradient);
    static_cast<void>(place);
    return {state.w - eta / (xt::sqrt(g + epsilon)) * gradient, g};
}

MISTAKE(adagrad_step, old_sum,
        "the root is taken of the old sum; first g, then the step with the new g")
(const Adaptive& state, const Vector& gradient, double eta, double epsilon, Epsilon place)
{
    const Vector& g = state.g;
    return {state.w - eta / root(g, epsilon, place) * gradient, state.g + xt::square(gradient)};
}

MISTAKE(adagrad_step, not_accumulated,
        "g is only the newest square; Adagrad sums up all of them, g ← g + ∇²")
(const Adaptive& state, const Vector& gradient, double eta, double epsilon, Epsilon place)
{
    const Vector g = xt::square(gradient);
    return {state.w - eta / root(g, epsilon, place) * gradient, g};
}

MISTAKE(adagrad_step, square_lost, "the absolute gradient is summed up; g ← g + ∇² has its square")
(const Adaptive& state, const Vector& gradient, double eta, double epsilon, Epsilon place)
{
    const Vector g = state.g + xt::abs(gradient);
    return {state.w - eta / root(g, epsilon, place) * gradient, g};
}

MISTAKE(adagrad_step, one_sum, "one sum for all parameters; each parameter has its own")
(const Adaptive& state, const Vector& gradient, double eta, double epsilon, Epsilon place)
{
    const Vector g = state.g + dot(gradient, gradient);
    return {state.w - eta / root(g, epsilon, place) * gradient, g};
}

MISTAKE(adagrad_step, sum_not_kept, "the new sum is not given back: the next step needs it")
(const Adaptive& state, const Vector& gradient, double eta, double epsilon, Epsilon place)
{
    const Vector g = state.g + xt::square(gradient);
    return {state.w - eta / root(g, epsilon, place) * gradient, state.g};
}

MISTAKE(adagrad_step, ascent, "the step goes with the gradient, uphill")
(const Adaptive& state, const Vector& gradient, double eta, double epsilon, Epsilon place)
{
    const Vector g = state.g + xt::square(gradient);
    return {state.w + eta / root(g, epsilon, place) * gradient, g};
}

MISTAKE(adagrad_step, eta_in_sum,
        "η is squared into the sum; g holds the squares of the gradients alone")
(const Adaptive& state, const Vector& gradient, double eta, double epsilon, Epsilon place)
{
    const Vector g = state.g + xt::square(eta * gradient);
    return {state.w - eta / root(g, epsilon, place) * gradient, g};
}

MISTAKE(adagrad_step, multiplied,
        "η is multiplied by the root; a much used parameter takes smaller steps, so it "
        "divides")
(const Adaptive& state, const Vector& gradient, double eta, double epsilon, Epsilon place)
{
    const Vector g = state.g + xt::square(gradient);
    return {state.w - eta * root(g, epsilon, place) * gradient, g};
}

MISTAKE(adagrad_step, gradient_lost, "the gradient is missing from the step: η / √(g + ε) times ∇")
(const Adaptive& state, const Vector& gradient, double eta, double epsilon, Epsilon place)
{
    const Vector g = state.g + xt::square(gradient);
    return {state.w - eta / root(g, epsilon, place), g};
}

// --- 7.7 RMSProp -------------------------------------------------------------------------------

MISTAKE(rmsprop_step, gamma_swapped,
        "γ and 1 − γ are swapped: the old average keeps the share γ, the new square enters "
        "with 1 − γ")
(const Adaptive& state, const Vector& gradient, double eta, double gamma, double epsilon,
 Epsilon place)
{
    const Vector g = (1.0 - gamma) * state.g + gamma * xt::square(gradient);
    return {state.w - eta / root(g, epsilon, place) * gradient, g};
}

MISTAKE(rmsprop_step, adagrad,
        "the squares are summed up; that is Adagrad, whose steps die down. RMSProp averages: "
        "γ g + (1 − γ) ∇²")
(const Adaptive& state, const Vector& gradient, double eta, double gamma, double epsilon,
 Epsilon place)
{
    static_cast<void>(gamma);
    const Vector g = state.g + xt::square(gradient);
    return {state.w - eta / root(g, epsilon, place) * gradient, g};
}

MISTAKE(rmsprop_step, share_lost, "the new square enters whole: γ g + (1 − γ) ∇²")
(const Adaptive& state, const Vector& gradient, double eta, double gamma, double epsilon,
 Epsilon place)
{
    const Vector g = gamma * state.g + xt::square(gradient);
    return {state.w - eta / root(g, epsilon, place) * gradient, g};
}

MISTAKE(rmsprop_step, old_average,
        "the root is taken of the old average; first g, then the step with the new g")
(const Adaptive& state, const Vector& gradient, double eta, double gamma, double epsilon,
 Epsilon place)
{
    const Vector& g = state.g;
    return {state.w - eta / root(g, epsilon, place) * gradient,
            gamma * state.g + (1.0 - gamma) * xt::square(gradient)};
}

MISTAKE(rmsprop_step, root_lost, "the root is missing: η ∇ / (g + ε) has the wrong size")
(const Adaptive& state, const Vector& gradient, double eta, double gamma, double epsilon,
 Epsilon place)
{
    const Vector g = gamma * state.g + (1.0 - gamma) * xt::square(gradient);
    static_cast<void>(place);
    return {state.w - eta / (g + epsilon) * gradient, g};
}

MISTAKE(rmsprop_step, epsilon_outside,
        "ε stands outside the root even when it is asked for inside: √(g + ε) (erratum 7)")
(const Adaptive& state, const Vector& gradient, double eta, double gamma, double epsilon,
 Epsilon place)
{
    const Vector g = gamma * state.g + (1.0 - gamma) * xt::square(gradient);
    static_cast<void>(place);
    return {state.w - eta / (xt::sqrt(g) + epsilon) * gradient, g};
}

MISTAKE(rmsprop_step, epsilon_inside,
        "ε stands inside the root even when it is asked for outside: √g + ε (erratum 7)")
(const Adaptive& state, const Vector& gradient, double eta, double gamma, double epsilon,
 Epsilon place)
{
    const Vector g = gamma * state.g + (1.0 - gamma) * xt::square(gradient);
    static_cast<void>(place);
    return {state.w - eta / (xt::sqrt(g + epsilon)) * gradient, g};
}

MISTAKE(rmsprop_step, square_lost, "the absolute gradient is averaged; g holds its square")
(const Adaptive& state, const Vector& gradient, double eta, double gamma, double epsilon,
 Epsilon place)
{
    const Vector g = gamma * state.g + (1.0 - gamma) * xt::abs(gradient);
    return {state.w - eta / root(g, epsilon, place) * gradient, g};
}

MISTAKE(rmsprop_step, gradient_averaged,
        "the gradient is averaged before it is squared: the share 1 − γ stands outside the "
        "square, (1 − γ) ∇²")
(const Adaptive& state, const Vector& gradient, double eta, double gamma, double epsilon,
 Epsilon place)
{
    const Vector g = gamma * state.g + xt::square((1.0 - gamma) * gradient);
    return {state.w - eta / root(g, epsilon, place) * gradient, g};
}

MISTAKE(rmsprop_step, average_not_kept, "the new average is not given back: the next step needs it")
(const Adaptive& state, const Vector& gradient, double eta, double gamma, double epsilon,
 Epsilon place)
{
    const Vector g = gamma * state.g + (1.0 - gamma) * xt::square(gradient);
    return {state.w - eta / root(g, epsilon, place) * gradient, state.g};
}

MISTAKE(rmsprop_step, ascent, "the step goes with the gradient, uphill")
(const Adaptive& state, const Vector& gradient, double eta, double gamma, double epsilon,
 Epsilon place)
{
    const Vector g = gamma * state.g + (1.0 - gamma) * xt::square(gradient);
    return {state.w + eta / root(g, epsilon, place) * gradient, g};
}

MISTAKE(rmsprop_step, one_average, "one average for all parameters; each parameter has its own")
(const Adaptive& state, const Vector& gradient, double eta, double gamma, double epsilon,
 Epsilon place)
{
    const Vector g = gamma * state.g + (1.0 - gamma) * dot(gradient, gradient);
    return {state.w - eta / root(g, epsilon, place) * gradient, g};
}

// --- 7.8 Adadelta ------------------------------------------------------------------------------

MISTAKE(adadelta_step, old_gradients,
        "the step is taken with the old average of squared gradients; the order is g, step, s")
(const Adadelta& state, const Vector& gradient, double eta, double gamma, double epsilon)
{
    const Vector step = xt::sqrt(state.s + epsilon) / xt::sqrt(state.g + epsilon) * gradient;
    const Vector g = gamma * state.g + (1.0 - gamma) * xt::square(gradient);
    const Vector s = gamma * state.s + (1.0 - gamma) * xt::square(step);
    return {state.w - eta * step, g, s};
}

MISTAKE(adadelta_step, steps_first,
        "the average of squared steps is updated before the step is taken: the step uses the "
        "old s, and only then s takes the step in")
(const Adadelta& state, const Vector& gradient, double eta, double gamma, double epsilon)
{
    const Vector g = gamma * state.g + (1.0 - gamma) * xt::square(gradient);
    const Vector step = xt::sqrt(state.s + epsilon) / xt::sqrt(g + epsilon) * gradient;
    const Vector s = gamma * state.s + (1.0 - gamma) * xt::square(step);
    const Vector taken = xt::sqrt(s + epsilon) / xt::sqrt(g + epsilon) * gradient;
    return {state.w - eta * taken, g, s};
}

MISTAKE(adadelta_step, gamma_swapped,
        "γ and 1 − γ are swapped in both averages: the old average keeps the share γ")
(const Adadelta& state, const Vector& gradient, double eta, double gamma, double epsilon)
{
    const Vector g = (1.0 - gamma) * state.g + gamma * xt::square(gradient);
    const Vector step = xt::sqrt(state.s + epsilon) / xt::sqrt(g + epsilon) * gradient;
    const Vector s = (1.0 - gamma) * state.s + gamma * xt::square(step);
    return {state.w - eta * step, g, s};
}

MISTAKE(adadelta_step, rmsprop,
        "√(s + ε) is missing above: this is RMSProp; the average of squared steps takes the "
        "place of η")
(const Adadelta& state, const Vector& gradient, double eta, double gamma, double epsilon)
{
    const Vector g = gamma * state.g + (1.0 - gamma) * xt::square(gradient);
    const Vector step = gradient / xt::sqrt(g + epsilon);
    const Vector s = gamma * state.s + (1.0 - gamma) * xt::square(step);
    return {state.w - eta * step, g, s};
}

MISTAKE(adadelta_step, inverted,
        "the fraction is upside down: the steps stand above, the gradients below")
(const Adadelta& state, const Vector& gradient, double eta, double gamma, double epsilon)
{
    const Vector g = gamma * state.g + (1.0 - gamma) * xt::square(gradient);
    const Vector step = xt::sqrt(g + epsilon) / xt::sqrt(state.s + epsilon) * gradient;
    const Vector s = gamma * state.s + (1.0 - gamma) * xt::square(step);
    return {state.w - eta * step, g, s};
}

MISTAKE(adadelta_step, epsilon_outside,
        "ε stands outside the roots; Adadelta has √(s + ε) / √(g + ε), in the paper and "
        "everywhere")
(const Adadelta& state, const Vector& gradient, double eta, double gamma, double epsilon)
{
    const Vector g = gamma * state.g + (1.0 - gamma) * xt::square(gradient);
    const Vector step = (xt::sqrt(state.s) + epsilon) / (xt::sqrt(g) + epsilon) * gradient;
    const Vector s = gamma * state.s + (1.0 - gamma) * xt::square(step);
    return {state.w - eta * step, g, s};
}

MISTAKE(adadelta_step, epsilon_only_below,
        "ε is missing above: s begins at 0, so without it there would never be a first step")
(const Adadelta& state, const Vector& gradient, double eta, double gamma, double epsilon)
{
    const Vector g = gamma * state.g + (1.0 - gamma) * xt::square(gradient);
    const Vector step = xt::sqrt(state.s) / xt::sqrt(g + epsilon) * gradient;
    const Vector s = gamma * state.s + (1.0 - gamma) * xt::square(step);
    return {state.w - eta * step, g, s};
}

MISTAKE(adadelta_step, eta_in_the_average,
        "η is squared into the average of steps; s holds Δ², without η")
(const Adadelta& state, const Vector& gradient, double eta, double gamma, double epsilon)
{
    const Vector g = gamma * state.g + (1.0 - gamma) * xt::square(gradient);
    const Vector step = xt::sqrt(state.s + epsilon) / xt::sqrt(g + epsilon) * gradient;
    const Vector s = gamma * state.s + (1.0 - gamma) * xt::square(eta * step);
    return {state.w - eta * step, g, s};
}

MISTAKE(adadelta_step, gradients_in_both,
        "s averages the squared gradients too; it averages the squared steps Δ²")
(const Adadelta& state, const Vector& gradient, double eta, double gamma, double epsilon)
{
    const Vector g = gamma * state.g + (1.0 - gamma) * xt::square(gradient);
    const Vector step = xt::sqrt(state.s + epsilon) / xt::sqrt(g + epsilon) * gradient;
    const Vector s = gamma * state.s + (1.0 - gamma) * xt::square(gradient);
    return {state.w - eta * step, g, s};
}

MISTAKE(adadelta_step, roots_lost, "the roots are missing: √(s + ε) / √(g + ε)")
(const Adadelta& state, const Vector& gradient, double eta, double gamma, double epsilon)
{
    const Vector g = gamma * state.g + (1.0 - gamma) * xt::square(gradient);
    const Vector step = (state.s + epsilon) / (g + epsilon) * gradient;
    const Vector s = gamma * state.s + (1.0 - gamma) * xt::square(step);
    return {state.w - eta * step, g, s};
}

MISTAKE(adadelta_step, steps_summed,
        "the squared steps are summed up; s is an average, γ s + (1 − γ) Δ²")
(const Adadelta& state, const Vector& gradient, double eta, double gamma, double epsilon)
{
    const Vector g = gamma * state.g + (1.0 - gamma) * xt::square(gradient);
    const Vector step = xt::sqrt(state.s + epsilon) / xt::sqrt(g + epsilon) * gradient;
    const Vector s = state.s + xt::square(step);
    return {state.w - eta * step, g, s};
}

MISTAKE(adadelta_step, eta_lost,
        "η is missing: w ← w − η Δ. The paper has η = 1, Keras lets you choose")
(const Adadelta& state, const Vector& gradient, double eta, double gamma, double epsilon)
{
    static_cast<void>(eta);
    const Vector g = gamma * state.g + (1.0 - gamma) * xt::square(gradient);
    const Vector step = xt::sqrt(state.s + epsilon) / xt::sqrt(g + epsilon) * gradient;
    const Vector s = gamma * state.s + (1.0 - gamma) * xt::square(step);
    return {state.w - step, g, s};
}

MISTAKE(adadelta_step, ascent, "the step goes with the gradient, uphill")
(const Adadelta& state, const Vector& gradient, double eta, double gamma, double epsilon)
{
    const Vector g = gamma * state.g + (1.0 - gamma) * xt::square(gradient);
    const Vector step = xt::sqrt(state.s + epsilon) / xt::sqrt(g + epsilon) * gradient;
    const Vector s = gamma * state.s + (1.0 - gamma) * xt::square(step);
    return {state.w + eta * step, g, s};
}

MISTAKE(adadelta_step, averages_not_kept,
        "the new averages are not given back: the next step needs them")
(const Adadelta& state, const Vector& gradient, double eta, double gamma, double epsilon)
{
    const Vector g = gamma * state.g + (1.0 - gamma) * xt::square(gradient);
    const Vector step = xt::sqrt(state.s + epsilon) / xt::sqrt(g + epsilon) * gradient;
    return {state.w - eta * step, state.g, state.s};
}

// --- 7.9 Adam ----------------------------------------------------------------------------------

MISTAKE(corrected, lost, "the average is not corrected: m / (1 − β^t)")
(const Vector& average, double beta, int t)
{
    static_cast<void>(beta);
    static_cast<void>(t);
    return average;
}

MISTAKE(corrected, multiplied,
        "1 − β^t multiplies; the average is too small and must be divided by it")
(const Vector& average, double beta, int t)
{
    return average * (1.0 - std::pow(beta, t));
}

MISTAKE(corrected, t_lost,
        "1 − β without the power: that is right for the first step only; 1 − β^t")
(const Vector& average, double beta, int t)
{
    static_cast<void>(t);
    return average / (1.0 - beta);
}

MISTAKE(corrected, from_0,
        "t is counted from 0; after the first step t is 1 (with 0 this divides by 0)")
(const Vector& average, double beta, int t)
{
    return average / (1.0 - std::pow(beta, t - 1));
}

MISTAKE(corrected, one_too_many, "t is one too high: after the first step t is 1")
(const Vector& average, double beta, int t)
{
    return average / (1.0 - std::pow(beta, t + 1));
}

MISTAKE(corrected, product, "β is multiplied by t; it is raised to the power t")
(const Vector& average, double beta, int t)
{
    return average / (1.0 - beta * t);
}

MISTAKE(corrected, power_of_rest, "(1 − β)^t in place of 1 − β^t")
(const Vector& average, double beta, int t)
{
    return average / std::pow(1.0 - beta, t);
}

MISTAKE(corrected, root,
        "the root of 1 − β^t belongs to Keras’ form, where it meets √g; here the average "
        "itself is corrected")
(const Vector& average, double beta, int t)
{
    return average / std::sqrt(1.0 - std::pow(beta, t));
}

MISTAKE(corrected, power_alone,
        "divided by β^t; what is missing of the average is β^t, what it has is 1 − β^t")
(const Vector& average, double beta, int t)
{
    return average / std::pow(beta, t);
}

MISTAKE(adam_step, correction_lost,
        "neither average is corrected: both begin at 0 and are too small in the first steps; "
        "m̂ = m / (1 − β₁^t), ĝ = g / (1 − β₂^t)")
(const Adam& state, const Vector& gradient, double eta, double beta_1, double beta_2,
 double epsilon, Epsilon place)
{
    const int t = state.t + 1;
    const Vector m = beta_1 * state.m + (1.0 - beta_1) * gradient;
    const Vector g = beta_2 * state.g + (1.0 - beta_2) * xt::square(gradient);
    const Vector below = root(g, epsilon, place);
    return {state.w - eta / below * m, m, g, state.g_max, t};
}

MISTAKE(adam_step, m_not_corrected, "m is not corrected: m̂ = m / (1 − β₁^t)")
(const Adam& state, const Vector& gradient, double eta, double beta_1, double beta_2,
 double epsilon, Epsilon place)
{
    const int t = state.t + 1;
    const Vector m = beta_1 * state.m + (1.0 - beta_1) * gradient;
    const Vector g = beta_2 * state.g + (1.0 - beta_2) * xt::square(gradient);
    const Vector g_hat = g / (1.0 - std::pow(beta_2, t));
    const Vector below = root(g_hat, epsilon, place);
    return {state.w - eta / below * m, m, g, state.g_max, t};
}

MISTAKE(adam_step, g_not_corrected, "g is not corrected: ĝ = g / (1 − β₂^t)")
(const Adam& state, const Vector& gradient, double eta, double beta_1, double beta_2,
 double epsilon, Epsilon place)
{
    const int t = state.t + 1;
    const Vector m = beta_1 * state.m + (1.0 - beta_1) * gradient;
    const Vector g = beta_2 * state.g + (1.0 - beta_2) * xt::square(gradient);
    const Vector m_hat = m / (1.0 - std::pow(beta_1, t));
    const Vector below = root(g, epsilon, place);
    return {state.w - eta / below * m_hat, m, g, state.g_max, t};
}

MISTAKE(adam_step, t_from_0,
        "t is counted up after the correction: in the first step β^0 = 1 and the correction "
        "divides by 0; t ← t + 1 comes first")
(const Adam& state, const Vector& gradient, double eta, double beta_1, double beta_2,
 double epsilon, Epsilon place)
{
    const int t = state.t;
    const Vector m = beta_1 * state.m + (1.0 - beta_1) * gradient;
    const Vector g = beta_2 * state.g + (1.0 - beta_2) * xt::square(gradient);
    const Vector m_hat = m / (1.0 - std::pow(beta_1, t));
    const Vector g_hat = g / (1.0 - std::pow(beta_2, t));
    const Vector below = root(g_hat, epsilon, place);
    return {state.w - eta / below * m_hat, m, g, state.g_max, t + 1};
}

MISTAKE(adam_step, t_not_counted,
        "t is not counted up in the state: the next step would be corrected like this one")
(const Adam& state, const Vector& gradient, double eta, double beta_1, double beta_2,
 double epsilon, Epsilon place)
{
    const int t = state.t + 1;
    const Vector m = beta_1 * state.m + (1.0 - beta_1) * gradient;
    const Vector g = beta_2 * state.g + (1.0 - beta_2) * xt::square(gradient);
    const Vector m_hat = m / (1.0 - std::pow(beta_1, t));
    const Vector g_hat = g / (1.0 - std::pow(beta_2, t));
    const Vector below = root(g_hat, epsilon, place);
    return {state.w - eta / below * m_hat, m, g, state.g_max, state.t};
}

MISTAKE(adam_step, betas_swapped, "β₁ and β₂ are swapped: β₁ (0.9) belongs to m, β₂ (0.999) to g")
(const Adam& state, const Vector& gradient, double eta, double beta_1, double beta_2,
 double epsilon, Epsilon place)
{
    const int t = state.t + 1;
    const Vector m = beta_2 * state.m + (1.0 - beta_2) * gradient;
    const Vector g = beta_1 * state.g + (1.0 - beta_1) * xt::square(gradient);
    const Vector m_hat = m / (1.0 - std::pow(beta_2, t));
    const Vector g_hat = g / (1.0 - std::pow(beta_1, t));
    const Vector below = root(g_hat, epsilon, place);
    return {state.w - eta / below * m_hat, m, g, state.g_max, t};
}

MISTAKE(adam_step, shares_swapped,
        "β and 1 − β are swapped in both averages: the old average keeps the share β")
(const Adam& state, const Vector& gradient, double eta, double beta_1, double beta_2,
 double epsilon, Epsilon place)
{
    const int t = state.t + 1;
    const Vector m = (1.0 - beta_1) * state.m + beta_1 * gradient;
    const Vector g = (1.0 - beta_2) * state.g + beta_2 * xt::square(gradient);
    const Vector m_hat = m / (1.0 - std::pow(beta_1, t));
    const Vector g_hat = g / (1.0 - std::pow(beta_2, t));
    const Vector below = root(g_hat, epsilon, place);
    return {state.w - eta / below * m_hat, m, g, state.g_max, t};
}

MISTAKE(adam_step, root_lost, "the root is missing: η m̂ / √(ĝ + ε)")
(const Adam& state, const Vector& gradient, double eta, double beta_1, double beta_2,
 double epsilon, Epsilon place)
{
    const int t = state.t + 1;
    const Vector m = beta_1 * state.m + (1.0 - beta_1) * gradient;
    const Vector g = beta_2 * state.g + (1.0 - beta_2) * xt::square(gradient);
    const Vector m_hat = m / (1.0 - std::pow(beta_1, t));
    const Vector g_hat = g / (1.0 - std::pow(beta_2, t));
    static_cast<void>(place);
    const Vector below = g_hat + epsilon;
    return {state.w - eta / below * m_hat, m, g, state.g_max, t};
}

MISTAKE(adam_step, epsilon_outside,
        "ε stands outside the root even when it is asked for inside: √(ĝ + ε), as on the "
        "slides")
(const Adam& state, const Vector& gradient, double eta, double beta_1, double beta_2,
 double epsilon, Epsilon place)
{
    const int t = state.t + 1;
    const Vector m = beta_1 * state.m + (1.0 - beta_1) * gradient;
    const Vector g = beta_2 * state.g + (1.0 - beta_2) * xt::square(gradient);
    const Vector m_hat = m / (1.0 - std::pow(beta_1, t));
    const Vector g_hat = g / (1.0 - std::pow(beta_2, t));
    static_cast<void>(place);
    const Vector below = xt::sqrt(g_hat) + epsilon;
    return {state.w - eta / below * m_hat, m, g, state.g_max, t};
}

MISTAKE(adam_step, epsilon_inside,
        "ε stands inside the root even when it is asked for outside: √ĝ + ε, as in the paper")
(const Adam& state, const Vector& gradient, double eta, double beta_1, double beta_2,
 double epsilon, Epsilon place)
{
    const int t = state.t + 1;
    const Vector m = beta_1 * state.m + (1.0 - beta_1) * gradient;
    const Vector g = beta_2 * state.g + (1.0 - beta_2) * xt::square(gradient);
    const Vector m_hat = m / (1.0 - std::pow(beta_1, t));
    const Vector g_hat = g / (1.0 - std::pow(beta_2, t));
    static_cast<void>(place);
    const Vector below = xt::sqrt(g_hat + epsilon);
    return {state.w - eta / below * m_hat, m, g, state.g_max, t};
}

MISTAKE(adam_step, momentum_lost,
        "the gradient itself stands where the corrected average m̂ belongs")
(const Adam& state, const Vector& gradient, double eta, double beta_1, double beta_2,
 double epsilon, Epsilon place)
{
    const int t = state.t + 1;
    const Vector m = beta_1 * state.m + (1.0 - beta_1) * gradient;
    const Vector g = beta_2 * state.g + (1.0 - beta_2) * xt::square(gradient);
    const Vector g_hat = g / (1.0 - std::pow(beta_2, t));
    const Vector below = root(g_hat, epsilon, place);
    return {state.w - eta / below * gradient, m, g, state.g_max, t};
}

MISTAKE(adam_step, corrected_kept,
        "the corrected averages are given back; the state keeps them uncorrected, else they "
        "are corrected twice")
(const Adam& state, const Vector& gradient, double eta, double beta_1, double beta_2,
 double epsilon, Epsilon place)
{
    const int t = state.t + 1;
    const Vector m = beta_1 * state.m + (1.0 - beta_1) * gradient;
    const Vector g = beta_2 * state.g + (1.0 - beta_2) * xt::square(gradient);
    const Vector m_hat = m / (1.0 - std::pow(beta_1, t));
    const Vector g_hat = g / (1.0 - std::pow(beta_2, t));
    const Vector below = root(g_hat, epsilon, place);
    return {state.w - eta / below * m_hat, m_hat, g_hat, state.g_max, t};
}

MISTAKE(adam_step, square_lost, "g averages the absolute gradient; it averages the square")
(const Adam& state, const Vector& gradient, double eta, double beta_1, double beta_2,
 double epsilon, Epsilon place)
{
    const int t = state.t + 1;
    const Vector m = beta_1 * state.m + (1.0 - beta_1) * gradient;
    const Vector g = beta_2 * state.g + (1.0 - beta_2) * xt::abs(gradient);
    const Vector m_hat = m / (1.0 - std::pow(beta_1, t));
    const Vector g_hat = g / (1.0 - std::pow(beta_2, t));
    const Vector below = root(g_hat, epsilon, place);
    return {state.w - eta / below * m_hat, m, g, state.g_max, t};
}

MISTAKE(adam_step, ascent, "the step goes with the average gradient, uphill")
(const Adam& state, const Vector& gradient, double eta, double beta_1, double beta_2,
 double epsilon, Epsilon place)
{
    const int t = state.t + 1;
    const Vector m = beta_1 * state.m + (1.0 - beta_1) * gradient;
    const Vector g = beta_2 * state.g + (1.0 - beta_2) * xt::square(gradient);
    const Vector m_hat = m / (1.0 - std::pow(beta_1, t));
    const Vector g_hat = g / (1.0 - std::pow(beta_2, t));
    const Vector below = root(g_hat, epsilon, place);
    return {state.w + eta / below * m_hat, m, g, state.g_max, t};
}

MISTAKE(adam_step, share_lost,
        "the gradient enters m whole, as in momentum; Adam averages: β₁ m + (1 − β₁) ∇")
(const Adam& state, const Vector& gradient, double eta, double beta_1, double beta_2,
 double epsilon, Epsilon place)
{
    const int t = state.t + 1;
    const Vector m = beta_1 * state.m + gradient;
    const Vector g = beta_2 * state.g + (1.0 - beta_2) * xt::square(gradient);
    const Vector m_hat = m / (1.0 - std::pow(beta_1, t));
    const Vector g_hat = g / (1.0 - std::pow(beta_2, t));
    const Vector below = root(g_hat, epsilon, place);
    return {state.w - eta / below * m_hat, m, g, state.g_max, t};
}

MISTAKE(adam_step, averages_not_kept,
        "the new averages are not given back: the next step needs them")
(const Adam& state, const Vector& gradient, double eta, double beta_1, double beta_2,
 double epsilon, Epsilon place)
{
    const int t = state.t + 1;
    const Vector m = beta_1 * state.m + (1.0 - beta_1) * gradient;
    const Vector g = beta_2 * state.g + (1.0 - beta_2) * xt::square(gradient);
    const Vector m_hat = m / (1.0 - std::pow(beta_1, t));
    const Vector g_hat = g / (1.0 - std::pow(beta_2, t));
    const Vector below = root(g_hat, epsilon, place);
    return {state.w - eta / below * m_hat, state.m, state.g, state.g_max, t};
}

MISTAKE(keras_adam_step, decay_lost,
        "the learning rate does not decay: lr / (1 + d t) with the number of updates before "
        "this one")
(const Adam& state, const Vector& gradient, double lr, double beta_1, double beta_2, double epsilon,
 double decay, bool amsgrad)
{
    const int t = state.t + 1;
    static_cast<void>(decay);
    const double eta = lr * std::sqrt(1.0 - std::pow(beta_2, t)) / (1.0 - std::pow(beta_1, t));
    const Vector m = beta_1 * state.m + (1.0 - beta_1) * gradient;
    const Vector g = beta_2 * state.g + (1.0 - beta_2) * xt::square(gradient);
    const Vector g_max = amsgrad ? Vector(xt::maximum(state.g_max, g)) : state.g_max;
    return {state.w - eta * m / (xt::sqrt(amsgrad ? g_max : g) + epsilon), m, g, g_max, t};
}

MISTAKE(keras_adam_step, decay_from_1,
        "the decay counts this update too; Keras counts those before it, so the first has the "
        "full rate")
(const Adam& state, const Vector& gradient, double lr, double beta_1, double beta_2, double epsilon,
 double decay, bool amsgrad)
{
    const int t = state.t + 1;
    const double eta =
        lr / (1.0 + decay * t) * std::sqrt(1.0 - std::pow(beta_2, t)) / (1.0 - std::pow(beta_1, t));
    const Vector m = beta_1 * state.m + (1.0 - beta_1) * gradient;
    const Vector g = beta_2 * state.g + (1.0 - beta_2) * xt::square(gradient);
    const Vector g_max = amsgrad ? Vector(xt::maximum(state.g_max, g)) : state.g_max;
    return {state.w - eta * m / (xt::sqrt(amsgrad ? g_max : g) + epsilon), m, g, g_max, t};
}

MISTAKE(keras_adam_step, amsgrad_lost,
        "with amsgrad the largest g so far stands under the root; here it is g itself")
(const Adam& state, const Vector& gradient, double lr, double beta_1, double beta_2, double epsilon,
 double decay, bool amsgrad)
{
    const int t = state.t + 1;
    const double eta = lr / (1.0 + decay * state.t) * std::sqrt(1.0 - std::pow(beta_2, t)) /
                       (1.0 - std::pow(beta_1, t));
    const Vector m = beta_1 * state.m + (1.0 - beta_1) * gradient;
    const Vector g = beta_2 * state.g + (1.0 - beta_2) * xt::square(gradient);
    const Vector g_max = amsgrad ? Vector(xt::maximum(state.g_max, g)) : state.g_max;
    return {state.w - eta * m / (xt::sqrt(g) + epsilon), m, g, g_max, t};
}

MISTAKE(keras_adam_step, amsgrad_always, "the maximum is used without amsgrad too")
(const Adam& state, const Vector& gradient, double lr, double beta_1, double beta_2, double epsilon,
 double decay, bool amsgrad)
{
    const int t = state.t + 1;
    const double eta = lr / (1.0 + decay * state.t) * std::sqrt(1.0 - std::pow(beta_2, t)) /
                       (1.0 - std::pow(beta_1, t));
    const Vector m = beta_1 * state.m + (1.0 - beta_1) * gradient;
    const Vector g = beta_2 * state.g + (1.0 - beta_2) * xt::square(gradient);
    static_cast<void>(amsgrad);
    const Vector g_max = xt::maximum(state.g_max, g);
    return {state.w - eta * m / (xt::sqrt(g_max) + epsilon), m, g, g_max, t};
}

MISTAKE(keras_adam_step, maximum_not_kept,
        "the new maximum is not given back: the next step needs it")
(const Adam& state, const Vector& gradient, double lr, double beta_1, double beta_2, double epsilon,
 double decay, bool amsgrad)
{
    const int t = state.t + 1;
    const double eta = lr / (1.0 + decay * state.t) * std::sqrt(1.0 - std::pow(beta_2, t)) /
                       (1.0 - std::pow(beta_1, t));
    const Vector m = beta_1 * state.m + (1.0 - beta_1) * gradient;
    const Vector g = beta_2 * state.g + (1.0 - beta_2) * xt::square(gradient);
    const Vector g_max = amsgrad ? Vector(xt::maximum(state.g_max, g)) : state.g_max;
    return {state.w - eta * m / (xt::sqrt(amsgrad ? g_max : g) + epsilon), m, g, state.g_max, t};
}

MISTAKE(keras_adam_step, maximum_in_average,
        "the maximum is kept as g; the average goes on without it, and only the root sees it")
(const Adam& state, const Vector& gradient, double lr, double beta_1, double beta_2, double epsilon,
 double decay, bool amsgrad)
{
    const int t = state.t + 1;
    const double eta = lr / (1.0 + decay * state.t) * std::sqrt(1.0 - std::pow(beta_2, t)) /
                       (1.0 - std::pow(beta_1, t));
    const Vector m = beta_1 * state.m + (1.0 - beta_1) * gradient;
    const Vector g = beta_2 * state.g + (1.0 - beta_2) * xt::square(gradient);
    const Vector g_max = amsgrad ? Vector(xt::maximum(state.g_max, g)) : state.g_max;
    return {state.w - eta * m / (xt::sqrt(amsgrad ? g_max : g) + epsilon), m, amsgrad ? g_max : g,
            g_max, t};
}

MISTAKE(keras_adam_step, old_average, "the maximum is taken with the old g; the new one counts")
(const Adam& state, const Vector& gradient, double lr, double beta_1, double beta_2, double epsilon,
 double decay, bool amsgrad)
{
    const int t = state.t + 1;
    const double eta = lr / (1.0 + decay * state.t) * std::sqrt(1.0 - std::pow(beta_2, t)) /
                       (1.0 - std::pow(beta_1, t));
    const Vector m = beta_1 * state.m + (1.0 - beta_1) * gradient;
    const Vector g = beta_2 * state.g + (1.0 - beta_2) * xt::square(gradient);
    const Vector g_max = amsgrad ? Vector(xt::maximum(state.g_max, state.g)) : state.g_max;
    return {state.w - eta * m / (xt::sqrt(amsgrad ? g_max : g) + epsilon), m, g, g_max, t};
}

MISTAKE(keras_adam_step, minimum,
        "the smallest g so far; AMSGrad keeps the largest, so that steps never grow")
(const Adam& state, const Vector& gradient, double lr, double beta_1, double beta_2, double epsilon,
 double decay, bool amsgrad)
{
    const int t = state.t + 1;
    const double eta = lr / (1.0 + decay * state.t) * std::sqrt(1.0 - std::pow(beta_2, t)) /
                       (1.0 - std::pow(beta_1, t));
    const Vector m = beta_1 * state.m + (1.0 - beta_1) * gradient;
    const Vector g = beta_2 * state.g + (1.0 - beta_2) * xt::square(gradient);
    const Vector g_max = amsgrad ? Vector(xt::minimum(state.g_max, g)) : state.g_max;
    return {state.w - eta * m / (xt::sqrt(amsgrad ? g_max : g) + epsilon), m, g, g_max, t};
}

MISTAKE(keras_adam_step, correction_lost,
        "the corrections √(1 − β₂^t) / (1 − β₁^t) are missing from the learning rate")
(const Adam& state, const Vector& gradient, double lr, double beta_1, double beta_2, double epsilon,
 double decay, bool amsgrad)
{
    const int t = state.t + 1;
    const double eta = lr / (1.0 + decay * state.t);
    const Vector m = beta_1 * state.m + (1.0 - beta_1) * gradient;
    const Vector g = beta_2 * state.g + (1.0 - beta_2) * xt::square(gradient);
    const Vector g_max = amsgrad ? Vector(xt::maximum(state.g_max, g)) : state.g_max;
    return {state.w - eta * m / (xt::sqrt(amsgrad ? g_max : g) + epsilon), m, g, g_max, t};
}

MISTAKE(keras_adam_step, root_of_correction_lost,
        "1 − β₂^t stands without its root: it comes out of √ĝ, so its root is taken")
(const Adam& state, const Vector& gradient, double lr, double beta_1, double beta_2, double epsilon,
 double decay, bool amsgrad)
{
    const int t = state.t + 1;
    const double eta =
        lr / (1.0 + decay * state.t) * (1.0 - std::pow(beta_2, t)) / (1.0 - std::pow(beta_1, t));
    const Vector m = beta_1 * state.m + (1.0 - beta_1) * gradient;
    const Vector g = beta_2 * state.g + (1.0 - beta_2) * xt::square(gradient);
    const Vector g_max = amsgrad ? Vector(xt::maximum(state.g_max, g)) : state.g_max;
    return {state.w - eta * m / (xt::sqrt(amsgrad ? g_max : g) + epsilon), m, g, g_max, t};
}

MISTAKE(keras_adam_step, correction_inverted,
        "the corrections are upside down: √(1 − β₂^t) above, 1 − β₁^t below")
(const Adam& state, const Vector& gradient, double lr, double beta_1, double beta_2, double epsilon,
 double decay, bool amsgrad)
{
    const int t = state.t + 1;
    const double eta = lr / (1.0 + decay * state.t) * (1.0 - std::pow(beta_1, t)) /
                       std::sqrt(1.0 - std::pow(beta_2, t));
    const Vector m = beta_1 * state.m + (1.0 - beta_1) * gradient;
    const Vector g = beta_2 * state.g + (1.0 - beta_2) * xt::square(gradient);
    const Vector g_max = amsgrad ? Vector(xt::maximum(state.g_max, g)) : state.g_max;
    return {state.w - eta * m / (xt::sqrt(amsgrad ? g_max : g) + epsilon), m, g, g_max, t};
}

MISTAKE(keras_adam_step, epsilon_of_the_paper,
        "ε is added to the corrected root, as in the paper and in PyTorch; Keras adds it to "
        "the uncorrected one, √g + ε")
(const Adam& state, const Vector& gradient, double lr, double beta_1, double beta_2, double epsilon,
 double decay, bool amsgrad)
{
    const int t = state.t + 1;
    const double eta = lr / (1.0 + decay * state.t) * std::sqrt(1.0 - std::pow(beta_2, t)) /
                       (1.0 - std::pow(beta_1, t));
    const Vector m = beta_1 * state.m + (1.0 - beta_1) * gradient;
    const Vector g = beta_2 * state.g + (1.0 - beta_2) * xt::square(gradient);
    const Vector g_max = amsgrad ? Vector(xt::maximum(state.g_max, g)) : state.g_max;
    const double epsilon_hat = epsilon * std::sqrt(1.0 - std::pow(beta_2, t));
    return {state.w - eta * m / (xt::sqrt(amsgrad ? g_max : g) + epsilon_hat), m, g, g_max, t};
}

MISTAKE(keras_adam_step, epsilon_inside, "ε stands inside the root; Keras has √g + ε")
(const Adam& state, const Vector& gradient, double lr, double beta_1, double beta_2, double epsilon,
 double decay, bool amsgrad)
{
    const int t = state.t + 1;
    const double eta = lr / (1.0 + decay * state.t) * std::sqrt(1.0 - std::pow(beta_2, t)) /
                       (1.0 - std::pow(beta_1, t));
    const Vector m = beta_1 * state.m + (1.0 - beta_1) * gradient;
    const Vector g = beta_2 * state.g + (1.0 - beta_2) * xt::square(gradient);
    const Vector g_max = amsgrad ? Vector(xt::maximum(state.g_max, g)) : state.g_max;
    return {state.w - eta * m / (xt::sqrt((amsgrad ? g_max : g) + epsilon)), m, g, g_max, t};
}

MISTAKE(keras_adam_step, t_from_0,
        "t is counted up after the correction: in the first step β^0 = 1 and the correction "
        "divides by 0; t ← t + 1 comes first")
(const Adam& state, const Vector& gradient, double lr, double beta_1, double beta_2, double epsilon,
 double decay, bool amsgrad)
{
    const int t = state.t;
    const double eta = lr / (1.0 + decay * state.t) * std::sqrt(1.0 - std::pow(beta_2, t)) /
                       (1.0 - std::pow(beta_1, t));
    const Vector m = beta_1 * state.m + (1.0 - beta_1) * gradient;
    const Vector g = beta_2 * state.g + (1.0 - beta_2) * xt::square(gradient);
    const Vector g_max = amsgrad ? Vector(xt::maximum(state.g_max, g)) : state.g_max;
    return {state.w - eta * m / (xt::sqrt(amsgrad ? g_max : g) + epsilon), m, g, g_max, t + 1};
}

MISTAKE(keras_adam_step, betas_swapped,
        "β₁ and β₂ are swapped: β₁ (0.9) belongs to m, β₂ (0.999) to g")
(const Adam& state, const Vector& gradient, double lr, double beta_1, double beta_2, double epsilon,
 double decay, bool amsgrad)
{
    const int t = state.t + 1;
    const double eta = lr / (1.0 + decay * state.t) * std::sqrt(1.0 - std::pow(beta_1, t)) /
                       (1.0 - std::pow(beta_2, t));
    const Vector m = beta_2 * state.m + (1.0 - beta_2) * gradient;
    const Vector g = beta_1 * state.g + (1.0 - beta_1) * xt::square(gradient);
    const Vector g_max = amsgrad ? Vector(xt::maximum(state.g_max, g)) : state.g_max;
    return {state.w - eta * m / (xt::sqrt(amsgrad ? g_max : g) + epsilon), m, g, g_max, t};
}

MISTAKE(keras_adam_step, decay_in_both,
        "the decay divides twice: once in the rate, once more in the step")
(const Adam& state, const Vector& gradient, double lr, double beta_1, double beta_2, double epsilon,
 double decay, bool amsgrad)
{
    const int t = state.t + 1;
    const double eta = lr / (1.0 + decay * state.t) / (1.0 + decay * state.t) *
                       std::sqrt(1.0 - std::pow(beta_2, t)) / (1.0 - std::pow(beta_1, t));
    const Vector m = beta_1 * state.m + (1.0 - beta_1) * gradient;
    const Vector g = beta_2 * state.g + (1.0 - beta_2) * xt::square(gradient);
    const Vector g_max = amsgrad ? Vector(xt::maximum(state.g_max, g)) : state.g_max;
    return {state.w - eta * m / (xt::sqrt(amsgrad ? g_max : g) + epsilon), m, g, g_max, t};
}

} // namespace optimizers::mistakes

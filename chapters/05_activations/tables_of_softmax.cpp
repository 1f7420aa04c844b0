// The tables of chapter 5 about softmax and its Jacobian.
#include "experiments.hpp"
#include "lab_parts.hpp"

#include "common/math/random.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace activations {
namespace {

/// Softmax as the formula stands: the largest score is not subtracted first.
Matrix naive_softmax(const Matrix& Z)
{
    const Matrix E = xt::exp(Z);
    return E / xt::sum(E, {1}, xt::keep_dims);
}

} // namespace

void softmax_shift(Lab& lab)
{
    auto table =
        lab.table("softmax_shift", {"scores", "as the formula stands", "largest score taken off"});
    for (double shift : {0.0, 500.0, 709.0, 1000.0, -1000.0}) {
        const Matrix Z = Matrix{{1.0, 2.0, 4.0}} + shift;
        const Matrix naive = naive_softmax(Z);
        const Matrix safe = softmax(Z);
        table.row(Vector(xt::view(Z, 0, xt::all())), Vector(xt::view(naive, 0, xt::all())),
                  Vector(xt::view(safe, 0, xt::all())));
    }
}

void softmax_temperature(Lab& lab)
{
    auto table = lab.table("softmax_temperature", {"temperature T", "class 1", "class 2", "class 3",
                                                   "class 4", "largest slope ∂p/∂z"});
    for (double T : {0.1, 0.5, 1.0, 2.0, 10.0, 100.0}) {
        const Matrix p = softmax(temperature_scores / T);
        const Vector row = xt::view(p, 0, xt::all());
        table.row(T, row(0), row(1), row(2), row(3),
                  xt::amax(xt::abs(softmax_jacobian(row)))() / T);
    }
}

void softmax_and_sigma(Lab& lab)
{
    const Matrix pair = softmax(Matrix{{1.3, -0.4}});
    lab.value("softmax_and_sigma", std::abs(pair(0, 0) - at(logistic, 1.7)), "%.1g");
}

void jacobian_error(Lab& lab)
{
    const Vector z{0.0, std::log(2.0), std::log(5.0)};
    const Matrix Z = xt::view(z, xt::newaxis(), xt::all());
    const Matrix P = softmax(Z);
    const Vector p = xt::view(P, 0, xt::all());
    const Matrix J = softmax_jacobian(p);
    double worst = 0.0;
    for (std::size_t j = 0; j < 3; ++j) {
        const double h = 1e-5;
        Matrix above = Z;
        Matrix below = Z;
        above(0, j) += h;
        below(0, j) -= h;
        const Matrix column = (softmax(above) - softmax(below)) / (2.0 * h);
        for (std::size_t i = 0; i < 3; ++i)
            worst = std::max(worst, std::abs(column(0, i) - J(i, j)));
    }
    lab.value("jacobian_error", worst, "%.1e");
    lab.value("jacobian_row_sum", xt::amax(xt::abs(xt::sum(J, {1})))(), "%.1g");
}

void jacobian_cost(Lab& lab)
{
    auto table = lab.table("jacobian_cost", {"classes",
                                             "numbers in the Jacobian",
                                             "numbers in p ∘ (v − p·v)",
                                             {"largest difference of the products", "%.1e"}});
    for (std::size_t classes : {3, 10, 100, 1000}) {
        Random random{classes};
        const Matrix Q = softmax(random.normal_matrix(1, classes, 0.0, 1.0));
        const Matrix V = random.normal_matrix(1, classes, 0.0, 1.0);
        const Vector q = xt::view(Q, 0, xt::all());
        const Vector v = xt::view(V, 0, xt::all());
        const Vector formed = matvec(softmax_jacobian(q), v);
        const Matrix product = softmax_jacobian_product(Q, V);
        const Vector direct = xt::view(product, 0, xt::all());
        table.row(classes, classes * classes, classes, xt::amax(xt::abs(formed - direct))());
    }
}

} // namespace activations

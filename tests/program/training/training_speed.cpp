// Times training with the chapters' own functions, and what no program can do without: the same
// arithmetic in plain loops for XOR, the bare matrix products and Adam's formula for the others.
// Prints JSON: for each case the least seconds of an update, of that bound, and of the bare
// products.
#include "03_backprop/backprop.hpp"
#include "08_losses/losses.hpp"
#include "10_digits/sequential.hpp"

#include "common/math/random.hpp"
#include "common/system/keep_memory.hpp"

#include <cblas.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <functional>
#include <limits>
#include <string>
#include <vector>

namespace {

using workbook::Layer;
using workbook::Matrix;
using workbook::Random;

/// The least processor time of one of `count` updates, in seconds, over many short rounds: what
/// else the machine does then counts for little.
double best_seconds(std::size_t count, const std::function<void(std::size_t count)>& run)
{
    constexpr int rounds = 50;
    double best = std::numeric_limits<double>::infinity();
    for (int round = 0; round < rounds; ++round) {
        const std::clock_t start = std::clock();
        run(count);
        const double taken = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
        best = std::min(best, taken / static_cast<double>(count));
    }
    return best;
}

volatile double sink; ///< what is computed for it cannot be left out

// --- XOR ----------------------------------------------------------------------------------------

const Matrix corners{{0, 0}, {0, 1}, {1, 0}, {1, 1}};
const Matrix answers{{0}, {1}, {1}, {0}};
const std::vector<Layer> start{{{{0.5, -0.4}, {0.3, 0.8}}, {0.1, -0.2}}, {{{0.7}, {-0.6}}, {0.05}}};

double xor_seconds()
{
    return best_seconds(1000, [](std::size_t epochs) {
        sink = backprop::train(start, corners, answers, 2.0, epochs).error_per_epoch.back();
    });
}

/// The same epochs in loops over numbers.
void scalar_epochs(std::size_t epochs)
{
    double W1[2][2] = {{0.5, -0.4}, {0.3, 0.8}};
    double b1[2] = {0.1, -0.2};
    double W2[2] = {0.7, -0.6};
    double b2 = 0.05;
    double error = 0.0;
    const auto sigmoid = [](double z) { return 1.0 / (1.0 + std::exp(-z)); };
    for (std::size_t epoch = 0; epoch < epochs; ++epoch) {
        double gW1[2][2] = {};
        double gb1[2] = {};
        double gW2[2] = {};
        double gb2 = 0.0;
        error = 0.0;
        for (std::size_t n = 0; n < 4; ++n) {
            double h[2];
            double z = b2;
            for (std::size_t j = 0; j < 2; ++j) {
                h[j] = sigmoid(corners(n, 0) * W1[0][j] + corners(n, 1) * W1[1][j] + b1[j]);
                z += h[j] * W2[j];
            }
            const double y = sigmoid(z);
            const double miss = y - answers(n, 0);
            error += 0.5 * miss * miss / 4;
            const double delta = miss * y * (1.0 - y) / 4;
            gb2 += delta;
            for (std::size_t j = 0; j < 2; ++j) {
                gW2[j] += h[j] * delta;
                const double delta_h = delta * W2[j] * h[j] * (1.0 - h[j]);
                gb1[j] += delta_h;
                gW1[0][j] += corners(n, 0) * delta_h;
                gW1[1][j] += corners(n, 1) * delta_h;
            }
        }
        b2 -= 2.0 * gb2;
        for (std::size_t j = 0; j < 2; ++j) {
            W2[j] -= 2.0 * gW2[j];
            b1[j] -= 2.0 * gb1[j];
            W1[0][j] -= 2.0 * gW1[0][j];
            W1[1][j] -= 2.0 * gW1[1][j];
        }
    }
    sink = error;
}

// --- two layers, ReLU and softmax, Adam, batches of 64 -------------------------------------------

constexpr std::size_t batch = 64;
constexpr std::size_t classes = 10;

digits::Batch some_batch(const std::vector<Layer>& layers, std::size_t inputs)
{
    Random random{1};
    std::vector<std::size_t> labels;
    for (std::size_t n = 0; n < batch; ++n) {
        labels.push_back(n % classes);
    }
    return {layers, random.uniform_matrix(batch, inputs, 0.0, 1.0),
            losses::one_hot(labels, classes)};
}

double network_seconds(std::size_t inputs, std::size_t hidden, std::size_t updates)
{
    digits::Sequential model(inputs,
                             {{.units = hidden,
                               .activation = digits::Activation::relu,
                               .kernel_initializer = digits::Initializer::he_normal},
                              {.units = classes, .activation = digits::Activation::softmax}},
                             1);
    const digits::OptimizerChoice adam{.rule = digits::Rule::adam, .learning_rate = 0.001};
    model.compile(adam, digits::Loss::categorical_crossentropy);
    const auto step = model.step_with(adam);
    digits::Batch now = some_batch(model.layers(), inputs);
    return best_seconds(updates, [&](std::size_t count) {
        for (std::size_t k = 0; k < count; ++k) {
            now.layers = step(now);
        }
        sink = now.layers.front().W(0, 0);
    });
}

/// What an update cannot do without: its five matrix products, two forward, two gradients and one
/// on the way back, and Adam's formula, once for every parameter. All parameters lie in one row,
/// each number is read and written once, and nothing else is computed: no activation, loss or bias.
class Bound {
public:
    Bound(std::size_t inputs, std::size_t hidden)
        : inputs_(inputs), hidden_(hidden), w_(inputs * hidden + hidden * classes, 0.01),
          gradient_(w_), m_(w_.size(), 0.0), g_(w_.size(), 0.0), H_(batch * hidden),
          Y_(batch * classes)
    {
        const Matrix X = Random{2}.uniform_matrix(batch, inputs, 0.0, 1.0);
        X_.assign(X.data(), X.data() + X.size());
    }

    void products()
    {
        const double* const W1 = w_.data();
        const double* const W2 = W1 + inputs_ * hidden_;
        double* const G1 = gradient_.data();
        double* const G2 = G1 + inputs_ * hidden_;
        product({X_.data()}, {W1}, H_.data(), batch, hidden_, inputs_);
        product({H_.data()}, {W2}, Y_.data(), batch, classes, hidden_);
        product({H_.data(), true}, {Y_.data()}, G2, hidden_, classes, batch);
        product({Y_.data()}, {W2, true}, H_.data(), batch, hidden_, classes);
        product({X_.data(), true}, {H_.data()}, G1, inputs_, hidden_, batch);
    }

    void adam()
    {
        ++steps_;
        const double of_m = 1.0 - std::pow(0.9, steps_);
        const double of_g = 1.0 - std::pow(0.999, steps_);
        double* const w = w_.data();
        double* const m = m_.data();
        double* const g = g_.data();
        const double* const slope = gradient_.data();
#pragma GCC ivdep
        for (std::size_t i = 0; i < w_.size(); ++i) {
            m[i] = 0.9 * m[i] + 0.1 * slope[i];
            g[i] = 0.999 * g[i] + 0.001 * (slope[i] * slope[i]);
            w[i] -= 1e-9 / (std::sqrt(g[i] / of_g) + 1e-7) * (m[i] / of_m);
        }
        sink = w[0];
    }

private:
    struct Factor {
        const double* entries;
        bool is_turned = false;
    };

    /// C = A B, of shape (rows, columns).
    static void product(Factor A, Factor B, double* C, std::size_t rows, std::size_t columns,
                        std::size_t inner)
    {
        const auto number = [](std::size_t n) { return static_cast<int>(n); };
        cblas_dgemm(CblasRowMajor, A.is_turned ? CblasTrans : CblasNoTrans,
                    B.is_turned ? CblasTrans : CblasNoTrans, number(rows), number(columns),
                    number(inner), 1.0, A.entries, number(A.is_turned ? rows : inner), B.entries,
                    number(B.is_turned ? inner : columns), 0.0, C, number(columns));
    }

    std::size_t inputs_;
    std::size_t hidden_;
    std::vector<double> w_, gradient_, m_, g_, H_, Y_, X_;
    int steps_ = 0;
};

/// The times of one network as members of a JSON object.
std::string network_times(const std::string& name, std::size_t inputs, std::size_t hidden,
                          std::size_t updates)
{
    Bound bound(inputs, hidden);
    const auto seconds = [&](bool with_adam) {
        return best_seconds(updates, [&](std::size_t count) {
            for (std::size_t k = 0; k < count; ++k) {
                bound.products();
                if (with_adam) {
                    bound.adam();
                }
            }
        });
    };
    const double products = seconds(false);
    return fmt::format("\"{0}\": {1}, \"{0} bound\": {2}, \"{0} products\": {3}", name,
                       network_seconds(inputs, hidden, updates), seconds(true), products);
}

} // namespace

int main()
{
    workbook::keep_freed_memory();
    fmt::print("{{\"xor\": {}, \"xor bound\": {}, {}, {}}}\n", xor_seconds(),
               best_seconds(4000, scalar_epochs), network_times("digits", 64, 32, 50),
               network_times("large", 784, 128, 5));
}

// Times training with the chapters' own functions, and what no program can do without: the same
// arithmetic in plain loops for XOR, the bare matrix products for the others. Prints JSON: for each
// case the best seconds of an update, and of the bare products.
#include "03_backprop/backprop.hpp"
#include "08_losses/losses.hpp"
#include "10_digits/sequential.hpp"

#include "common/math/random.hpp"
#include "common/system/keep_memory.hpp"

#include <cblas.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <functional>
#include <limits>

namespace {

using workbook::Layer;
using workbook::Matrix;
using workbook::Random;

/// The best of several rounds, in seconds of one of `count` updates.
double best_seconds(std::size_t count, const std::function<void(std::size_t count)>& run)
{
    constexpr int rounds = 5;
    double best = std::numeric_limits<double>::infinity();
    for (int round = 0; round < rounds; ++round) {
        const auto start = std::chrono::steady_clock::now();
        run(count);
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
        best = std::min(best, taken.count() / static_cast<double>(count));
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
    return best_seconds(20'000, [](std::size_t epochs) {
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

/// The five products that an update needs: two forward, two gradients, one on the way back.
double product_seconds(std::size_t inputs, std::size_t hidden, std::size_t updates)
{
    Random random{2};
    const Matrix X = random.uniform_matrix(batch, inputs, 0.0, 1.0);
    const Matrix W1 = random.uniform_matrix(inputs, hidden, -0.1, 0.1);
    const Matrix W2 = random.uniform_matrix(hidden, classes, -0.1, 0.1);
    Matrix H(std::array<std::size_t, 2>{batch, hidden});
    Matrix Y(std::array<std::size_t, 2>{batch, classes});
    Matrix G1 = W1;
    Matrix G2 = W2;
    const auto product = [](const Matrix& A, bool A_is_turned, const Matrix& B, bool B_is_turned,
                            Matrix& C) {
        const auto number = [](std::size_t n) { return static_cast<int>(n); };
        cblas_dgemm(CblasRowMajor, A_is_turned ? CblasTrans : CblasNoTrans,
                    B_is_turned ? CblasTrans : CblasNoTrans, number(C.shape(0)), number(C.shape(1)),
                    number(A_is_turned ? A.shape(0) : A.shape(1)), 1.0, A.data(),
                    number(A.shape(1)), B.data(), number(B.shape(1)), 0.0, C.data(),
                    number(C.shape(1)));
    };
    return best_seconds(updates, [&](std::size_t count) {
        for (std::size_t k = 0; k < count; ++k) {
            product(X, false, W1, false, H);
            product(H, false, W2, false, Y);
            product(H, true, Y, false, G2);
            product(Y, false, W2, true, H);
            product(X, true, H, false, G1);
        }
        sink = G1(0, 0);
    });
}

} // namespace

int main()
{
    workbook::keep_freed_memory();
    fmt::print("{{\"xor\": {}, \"xor bound\": {}, ", xor_seconds(),
               best_seconds(20'000, scalar_epochs));
    fmt::print("\"digits\": {}, \"digits bound\": {}, ", network_seconds(64, 32, 500),
               product_seconds(64, 32, 500));
    fmt::print("\"large\": {}, \"large bound\": {}}}\n", network_seconds(784, 128, 40),
               product_seconds(784, 128, 40));
}

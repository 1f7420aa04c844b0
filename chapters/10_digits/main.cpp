#include "lab_parts.hpp"
#include "sequential.hpp"
#include <chrono>
#include <cstdlib>
#include <fmt/format.h>
using namespace digits;
int main(int argc, char** argv)
{
    std::size_t hidden = std::atoi(argv[1]);
    double eta = std::atof(argv[2]);
    int batch = std::atoi(argv[3]);
    int epochs = std::atoi(argv[4]);
    double l2 = std::atof(argv[5]);
    double decay = std::atof(argv[6]);
    double sum = 0;
    for (std::size_t seed = 1; seed <= 10; ++seed) {
        const auto begin = std::chrono::steady_clock::now();
        const Parts parts = parts_of(seed);
        Sequential model(
            64, {{hidden, Activation::relu, Initializer::he_normal}, {10, Activation::softmax}},
            seed);
        model.compile({.rule = Rule::adam, .learning_rate = eta, .decay = decay, .l2 = l2},
                      Loss::categorical_crossentropy);
        const History h = model.fit(parts.train, parts.validation,
                                    {.batch_size = batch, .epochs = epochs, .seed = seed});
        const double t =
            std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        const Evaluated e = model.evaluate(parts.test);
        sum += e.accuracy;
        fmt::print("{} train {:.4f} {:.4f} val {:.4f} {:.4f} test {:.4f} {:.2f} s\n", seed,
                   h.back().loss, h.back().accuracy, h.back().val_loss, h.back().val_accuracy,
                   e.accuracy, t);
    }
    fmt::print("mean {:.4f}\n", sum / 10);
    (void)argc;
}

// Trains the network of chapter 10 and writes its weights and biases, layer by layer, as numbers
// between commas: what a reader's drawing is read with.
#include "reading.hpp"

#include "common/system/files.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <string>

int main(int argc, char** argv)
{
    try {
        const digits::Parts parts = digits::parts_of(1);
        digits::Sequential model = digits::new_model(1);
        model.fit(parts.train, parts.validation, digits::usual_fit(1));
        std::string text;
        for (const workbook::Layer& layer : model.layers()) {
            for (const double w : layer.W) {
                text += fmt::format("{:.6e},\n", w);
            }
            for (const double b : layer.b) {
                text += fmt::format("{:.6e},\n", b);
            }
        }
        workbook::write_file(argv[argc - 1], text);
    } catch (const std::exception& error) {
        fmt::print(stderr, "train_digits: {}\n", error.what());
        return 1;
    }
}

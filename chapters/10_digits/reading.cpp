// The network at the terminal.
#include "reading.hpp"

#include "cut_out.hpp"
#include "picture.hpp"
#include "saved.hpp"

#include "common/math/todo.hpp"
#include "common/system/user_error.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

#include <unistd.h>

namespace digits {
namespace {

/// What the network sees: two characters a pixel, so that it is about square.
void print_image(const Matrix& X)
{
    const std::vector<std::string> shades{"  ", "░░", "▒▒", "▓▓", "██"};
    for (std::size_t i = 0; i < side; ++i) {
        std::string line;
        for (std::size_t j = 0; j < side; ++j)
            line += shades[static_cast<std::size_t>(std::lround(4.0 * X(0, i * side + j)))];
        fmt::print("  {}\n", line);
    }
}

void print_answer(const Sequential& model, const Matrix& X)
{
    const Matrix p = model.predict(X);
    print_image(X);
    for (std::size_t k = 0; k < classes; ++k) {
        std::string bar;
        for (double left = p(0, k) * 40.0; left >= 0.5; left -= 1.0)
            bar += "█";
        fmt::print("  {}  {:5.1f} %  {}\n", k, 100.0 * p(0, k), bar);
    }
    fmt::print("This is a {}.\n", predicted_classes(p)[0]);
}

Sequential trained(std::size_t seed)
{
    const Parts parts = parts_of(seed);
    Sequential model = new_model(seed);
    FitOptions options = usual_fit(seed);
    options.on_epoch = [epochs = options.epochs](int epoch, const Scores& scores, const auto&) {
        show_epoch(epoch, epochs, scores);
    };
    model.fit(parts.train, parts.validation, options);
    fmt::print("{}of {} test images it reads {:.1f} % right\n", model.summary(),
               parts.test.labels.size(), 100.0 * model.evaluate(parts.test).accuracy);
    return model;
}

struct Wishes {
    std::vector<std::string> images;
    std::string save;
    std::string load;
    std::size_t seed = 1;
};

void fulfil(const Wishes& wishes)
{
    std::vector<Matrix> pictures; // before training: a file that is none is said at once
    for (const std::string& file : wishes.images)
        pictures.push_back(digit_in(read_picture(file)));
    const Sequential model = wishes.load.empty() ? trained(wishes.seed) : load_model(wishes.load);
    if (!wishes.save.empty()) {
        save_model(model, wishes.save);
        fmt::print("saved in {}\n", wishes.save);
    }
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        fmt::print("\n{}\n", wishes.images[i]);
        print_answer(model, pictures[i]);
    }
}

} // namespace

Sequential new_model(std::size_t seed)
{
    Sequential model(pixels,
                     {{.units = 64,
                       .activation = Activation::relu,
                       .kernel_initializer = Initializer::he_normal},
                      {.units = classes,
                       .activation = Activation::softmax,
                       .kernel_initializer = Initializer::xavier_uniform}},
                     seed);
    model.compile({.rule = Rule::adam, .learning_rate = 0.002}, Loss::categorical_crossentropy);
    return model;
}

FitOptions usual_fit(std::size_t seed)
{
    return {.batch_size = 32, .epochs = 40, .seed = seed};
}

void show_epoch(int epoch, int epochs, const Scores& scores)
{
    if (::isatty(STDERR_FILENO) == 0)
        return;
    constexpr int width = 20;
    const int done = width * epoch / epochs;
    fmt::print(stderr, "\r\033[Kepoch {}/{} [{}{}] loss {:.3f}, accuracy {:.3f}, val {:.3f}{}",
               epoch, epochs, std::string(static_cast<std::size_t>(done), '#'),
               std::string(static_cast<std::size_t>(width - done), '.'), scores.loss,
               scores.accuracy, scores.val_accuracy, epoch == epochs ? "\n" : "");
    std::fflush(stderr);
}

bool wants_reading(int argc, const char* const* argv)
{
    return std::any_of(argv + 1, argv + argc, [](const std::string& word) {
        return word.rfind("--image", 0) == 0 || word.rfind("--save", 0) == 0 ||
               word.rfind("--load", 0) == 0;
    });
}

int read_at_terminal(int argc, const char* const* argv)
{
    CLI::App app{"Trains the network, or loads one, and reads digits."};
    Wishes wishes;
    app.add_option("--image", wishes.images, "Say which digit this PNG or PGM shows")
        ->type_name("FILE");
    auto* load =
        app.add_option("--load", wishes.load, "Use the network saved there")->type_name("FILE");
    app.add_option("--save", wishes.save, "Keep the network in this file")
        ->type_name("FILE")
        ->excludes(load);
    app.add_option("--seed", wishes.seed, "Of the split, the weights and the order of the rows");
    try {
        app.parse(argc, argv);
        fulfil(wishes);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    } catch (const workbook::UserError& error) {
        fmt::print(stderr, "{}\n", error.what());
        if (!error.advice.empty())
            fmt::print(stderr, "  {}\n", error.advice);
        return error.status;
    } catch (const workbook::Todo& missing) {
        fmt::print(stderr, "this needs step {}\n", missing.step);
        return 1;
    } catch (const std::exception& error) {
        fmt::print(stderr, "this failed: {}\n", error.what());
        return 1;
    }
    return 0;
}

} // namespace digits

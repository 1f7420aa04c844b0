// What chapter 10 promises besides its steps: test images stay apart, the whole network's gradient
// is right, ten seeds reach 97 percent, networks can be saved, and pictures are read or refused.
#define BOOST_TEST_MODULE digits
#include <boost/test/unit_test.hpp>

#include "10_digits/cut_out.hpp"
#include "10_digits/experiments.hpp"
#include "10_digits/picture.hpp"
#include "10_digits/saved.hpp"
#include "oracle.hpp"

#include "08_losses/losses.hpp"
#include "common/system/files.hpp"
#include "common/system/user_error.hpp"

#include <fmt/format.h>
#include <png.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <set>
#include <string>
#include <vector>

using namespace digits;
using workbook::TemporaryFolder;
using workbook::UserError;
using workbook::write_file;
namespace fs = std::filesystem;

namespace {

bool same(const std::vector<Layer>& a, const std::vector<Layer>& b)
{
    return oracle::same_shapes(a, b) &&
           std::equal(a.begin(), a.end(), b.begin(), [](const Layer& x, const Layer& y) {
               return std::equal(x.W.begin(), x.W.end(), y.W.begin()) &&
                      std::equal(x.b.begin(), x.b.end(), y.b.begin());
           });
}

/// The message with which a call refuses.
std::string refusal(const std::function<void()>& call)
{
    try {
        call();
    } catch (const UserError& error) {
        return error.what();
    }
    return "it does not refuse";
}

void must_say(const std::string& words, const std::function<void()>& call)
{
    const std::string said = refusal(call);
    BOOST_TEST(said.find(words) != std::string::npos,
               "\"" << said << "\" lacks \"" << words << '"');
}

/// Image n as the text of a PGM, every pixel `scale` × `scale`, with a margin.
std::string pgm_of(const Data& data, std::size_t n, std::size_t scale, bool light_on_dark)
{
    const std::size_t margin = 5;
    const std::size_t size = scale * side + 2 * margin;
    std::string text = fmt::format("P2\n# a digit\n{} {}\n255\n", size, size);
    for (std::size_t i = 0; i < size; ++i)
        for (std::size_t j = 0; j < size; ++j) {
            const bool inside =
                i >= margin && j >= margin && i < size - margin && j < size - margin;
            const double ink =
                inside ? data.X(n, (i - margin) / scale * side + (j - margin) / scale) : 0.0;
            text += fmt::format("{}\n", std::lround(255.0 * (light_on_dark ? ink : 1.0 - ink)));
        }
    return text;
}

} // namespace

BOOST_AUTO_TEST_CASE(no_row_is_in_two_parts)
{
    for (std::size_t seed = 1; seed <= 30; ++seed) {
        const Split rows = split_of(seed);
        std::multiset<std::size_t> all;
        for (const auto* part : {&rows.train, &rows.validation, &rows.test})
            all.insert(part->begin(), part->end());
        BOOST_TEST(all.size() == all_digits().labels.size());
        BOOST_TEST(std::set<std::size_t>(all.begin(), all.end()).size() == all.size());
        BOOST_TEST(*all.rbegin() + 1 == all.size());
    }
    BOOST_TEST(split_of(3).test == split_of(3).test, boost::test_tools::per_element());
    BOOST_TEST(split_of(3).test != split_of(4).test);
}

BOOST_AUTO_TEST_CASE(test_images_do_not_touch_training)
{
    // If a single pixel of a test image took part in training, its NaN would spread.
    const Split rows = split_of(1);
    Data poisoned = all_digits();
    for (const std::size_t n : rows.test)
        for (std::size_t i = 0; i < pixels; ++i)
            poisoned.X(n, i) = std::numeric_limits<double>::quiet_NaN();
    FitOptions options = usual_fit(1);
    options.epochs = 2;
    Sequential clean = new_model(1);
    clean.fit(parts_of(1).train, parts_of(1).validation, options);
    Sequential other = new_model(1);
    other.fit(part_of(poisoned, rows.train), part_of(poisoned, rows.validation), options);
    BOOST_TEST(same(clean.layers(), other.layers()));
    BOOST_TEST(!same(clean.layers(), new_model(1).layers()));
}

BOOST_AUTO_TEST_CASE(the_whole_gradient_is_right)
{
    const Data few = part_of(all_digits(), {3, 17, 55, 1000, 8});
    const Matrix T = losses::one_hot(few.labels, classes);
    Sequential model(pixels,
                     {{.units = 6, .activation = Activation::tanh},
                      {.units = 5, .activation = Activation::relu},
                      {.units = classes, .activation = Activation::softmax}},
                     3);
    model.compile({}, Loss::categorical_crossentropy);
    const std::vector<Layer> expected =
        oracle::gradient(model.layers(), few.X, T,
                         {oracle::Shape::tanh, oracle::Shape::relu, oracle::Shape::identity},
                         oracle::Loss::cross_entropy);
    // A step of descent with η = 1 moves by the gradient.
    const std::vector<Layer> moved =
        model.step_with({.rule = Rule::sgd, .learning_rate = 1.0})({model.layers(), few.X, T});
    const Vector difference =
        oracle::flat(model.layers()) - oracle::flat(moved) - oracle::flat(expected);
    BOOST_TEST(xt::amax(xt::abs(difference))() < 1e-12);
}

BOOST_AUTO_TEST_CASE(ten_seeds_reach_97_percent)
{
    BOOST_TEST(mean_of(ten_tests()) >= 0.97);
    BOOST_TEST(*std::min_element(ten_tests().begin(), ten_tests().end()) >= 0.95);
}

BOOST_AUTO_TEST_CASE(every_choice_can_be_trained)
{
    const Parts parts = parts_of(2);
    for (const Rule rule : {Rule::sgd, Rule::momentum, Rule::nesterov, Rule::adagrad, Rule::rmsprop,
                            Rule::adadelta, Rule::adam}) {
        Sequential model(pixels,
                         {{.units = 8, .activation = Activation::elu},
                          {.units = classes, .activation = Activation::softmax}},
                         1);
        model.compile({.rule = rule, .learning_rate = rule == Rule::adadelta ? 1.0 : 0.01},
                      Loss::categorical_crossentropy);
        const History history =
            model.fit(parts.train, parts.validation, {.batch_size = 64, .epochs = 3});
        BOOST_TEST(history.size() == 3);
        BOOST_TEST(history.back().loss < history.front().loss, name_of(rule));
    }
    for (const auto& [last, loss] : {std::pair{Activation::linear, Loss::mean_squared_error},
                                     {Activation::sigmoid, Loss::mean_squared_error},
                                     {Activation::sigmoid, Loss::binary_crossentropy}}) {
        Sequential model(
            pixels,
            {{.units = 8, .activation = Activation::tanh}, {.units = classes, .activation = last}},
            1);
        model.compile({.learning_rate = 0.01}, loss);
        const History history =
            model.fit(parts.train, parts.validation, {.batch_size = 64, .epochs = 3});
        BOOST_TEST(history.back().loss < history.front().loss);
        BOOST_TEST(model.predict(parts.test.X).shape(1) == classes);
    }
    Sequential model(pixels, {{.units = classes, .activation = Activation::softmax}}, 1);
    BOOST_CHECK_THROW(model.compile({}, Loss::mean_squared_error), std::invalid_argument);
    BOOST_CHECK_THROW(model.compile({}, Loss::binary_crossentropy), std::invalid_argument);
}

BOOST_AUTO_TEST_CASE(a_saved_network_is_the_same)
{
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "a.model";
    const Sequential model = new_model(5);
    save_model(model, file);
    const Sequential again = load_model(file);
    BOOST_TEST(same(model.layers(), again.layers()));
    BOOST_TEST((model.activations() == again.activations()));

    const std::string text = workbook::read_file(file);
    const auto with = [&](const std::string& content) {
        write_file(file, content);
        return [&] { load_model(file); };
    };
    must_say(":1: this is no saved network", with("P2\n3 3\n"));
    must_say(":1: ", with(""));
    must_say("the file ends",
             with(text.substr(0, text.size() / 2 + text.substr(text.size() / 2).find('\n') + 1)));
    std::string changed = text;
    changed[changed.find("0x1.") + 4] = changed[changed.find("0x1.") + 4] == '7' ? '8' : '7';
    must_say("the checksum is another one", with(changed));
    std::string letters = text;
    letters.replace(letters.find("0x1."), 4, "zero");
    must_say(":3: \"", with(letters));
    must_say("is no number", with(letters));
    std::string wide = text;
    wide.replace(wide.find("layer 64 64"), 11, "layer 64 63");
    must_say(":3: 64 numbers where 63 should stand", with(wide));
    must_say("no_such.model", [&] { load_model(folder.path() / "no_such.model"); });
}

BOOST_AUTO_TEST_CASE(pictures_are_read)
{
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "digit.pgm";
    const Run& run = shown_run();
    std::size_t read = 0;
    constexpr std::size_t count = 40;
    for (std::size_t n = 0; n < count; ++n) {
        write_file(file, pgm_of(run.parts.test, n, 3 + n % 9, n % 2 == 0));
        const Matrix digit = digit_in(read_picture(file));
        read += predicted_classes(run.model.predict(digit))[0] == run.parts.test.labels[n] ? 1 : 0;
    }
    BOOST_TEST(read >= count * 8 / 10); // the digit is cut out anew, so it may move a little

    // The same picture in every form.
    const std::vector<png_byte> shades{255, 255, 255, 255, 255, 0,   255, 255, 255, 0,
                                       255, 255, 255, 0,   0,   255, 255, 255, 255, 255};
    std::string five = "P5 4 5 255\n";
    std::string sixteen = "P5\n4 5\n65535\n";
    for (const png_byte shade : shades) {
        five += static_cast<char>(shade);
        sixteen += std::string(2, static_cast<char>(shade));
    }
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = 4;
    image.height = 5;
    image.format = PNG_FORMAT_GRAY;
    const fs::path png = folder.path() / "digit.png";
    BOOST_TEST(png_image_write_to_file(&image, png.c_str(), 0, shades.data(), 0, nullptr) != 0);
    write_file(file, five);
    const Matrix expected = read_picture(file);
    BOOST_TEST(expected.shape(0) == 5);
    BOOST_TEST(expected(1, 1) == 0.0);
    BOOST_TEST(expected(3, 3) == 1.0);
    BOOST_TEST((read_picture(png) == expected));
    write_file(file, sixteen);
    BOOST_TEST((read_picture(file) == expected));
    BOOST_TEST((digit_in(expected) == digit_in(1.0 - expected)));
}

BOOST_AUTO_TEST_CASE(other_files_are_refused)
{
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "digit.pgm";
    const auto with = [&](const std::string& content) {
        write_file(file, content);
        return [&] { digit_in(read_picture(file)); };
    };
    must_say("neither a PNG nor a PGM", with("\xff\xd8\xff\xe0 JFIF"));
    must_say("neither a PNG nor a PGM", with("P6 1 1 255 abc"));
    must_say("is empty", with(""));
    must_say("damaged PNG", with("\x89PNG\r\n\x1a\n broken"));
    must_say("damaged PGM", with("P5 x y"));
    must_say("damaged PGM", with("P5 3 3 0\n"));
    must_say("3 of its 9 pixels", with("P2 3 3 255 1 2 3"));
    must_say("3 of its 9 pixels", with("P5 3 3 255\nabc"));
    must_say("1 of its 2 pixels", with("P2 2 1 10 3 11"));
    must_say("has no pixels", with("P5 0 3 255\n"));
    must_say("4096 a side", with("P5 99999 99999 255\n"));
    must_say("4096 a side", with("P5 99999999999999999999 2 255\n"));
    must_say("the picture is empty", with("P2 2 2 255 200 200 201 200"));
    must_say("no_such.png", [&] { read_picture(folder.path() / "no_such.png"); });
    must_say("is a folder", [&] { read_picture(folder.path()); });
}

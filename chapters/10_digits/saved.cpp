// Writes networks and reads them again.
#include "saved.hpp"

#include "common/system/files.hpp"
#include "common/system/text.hpp"
#include "common/system/user_error.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>

namespace digits {

using workbook::UserError;

namespace {

constexpr const char* first_line = "neural-networks-by-hand model 1";

/// FNV-1a: any change of the text changes it.
std::uint64_t checksum(const std::string& text)
{
    std::uint64_t sum = 0xcbf29ce484222325U;
    for (const char c : text)
        sum = (sum ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    return sum;
}

/// Reads a saved network line by line, and knows where it is when something is wrong.
class Reading {
public:
    Reading(const std::string& text, std::string name) : lines_(text), name_(std::move(name)) {}

    std::istringstream line(const char* wanted)
    {
        std::string text;
        ++number_;
        if (!std::getline(lines_, text))
            throw wrong(fmt::format("the file ends where {} should stand", wanted));
        return std::istringstream(text);
    }

    UserError wrong(const std::string& what) const
    {
        return UserError(fmt::format("{}:{}: {}", name_, number_, what),
                         "train a network and save it again: ./workbook run digits --save FILE");
    }

    std::vector<double> numbers(std::size_t count)
    {
        std::istringstream words = line("a row of numbers");
        std::vector<double> row;
        for (std::string word; words >> word;) {
            char* end = nullptr;
            row.push_back(std::strtod(word.c_str(), &end));
            if (*end != '\0' || !std::isfinite(row.back()))
                throw wrong(fmt::format("\"{}\" is no number", word.substr(0, 20)));
        }
        if (row.size() != count)
            throw wrong(fmt::format("{} numbers where {} should stand", row.size(), count));
        return row;
    }

private:
    std::istringstream lines_;
    std::string name_;
    int number_ = 0;
};

} // namespace

void save_model(const Sequential& model, const std::filesystem::path& file)
{
    std::string text = fmt::format("{}\n", first_line);
    for (std::size_t l = 0; l < model.layers().size(); ++l) {
        const Layer& layer = model.layers()[l];
        text += fmt::format("layer {} {} {}\n", layer.W.shape(0), layer.W.shape(1),
                            name_of(model.activations()[l]));
        for (std::size_t i = 0; i <= layer.W.shape(0); ++i) {
            const Vector row =
                i < layer.W.shape(0) ? Vector(xt::view(layer.W, i, xt::all())) : layer.b;
            text += fmt::format("{:a}\n", fmt::join(row, " "));
        }
    }
    text += fmt::format("checksum {:016x}\n", checksum(text));
    workbook::write_file(file, text);
}

Sequential load_model(const std::filesystem::path& file)
{
    const std::string text = workbook::read_file(file);
    const std::string name = workbook::shown(file);
    Reading reading(text, name);
    if (reading.line("the kind of the file").str() != first_line)
        throw reading.wrong(
            fmt::format("this is no saved network: one begins with \"{}\"", first_line));
    std::vector<Layer> layers;
    std::vector<Activation> activations;
    std::size_t inputs = pixels;
    for (;;) {
        std::istringstream head = reading.line("a layer or the checksum");
        std::string word, activation;
        std::size_t rows = 0, units = 0;
        head >> word;
        if (word == "checksum") {
            std::string sum;
            head >> sum;
            const std::size_t end = text.rfind("checksum");
            if (layers.empty() || sum != fmt::format("{:016x}", checksum(text.substr(0, end))))
                throw reading.wrong("the checksum is another one: the file was changed");
            break;
        }
        head >> rows >> units >> activation;
        const auto known =
            std::find_if(all_activations().begin(), all_activations().end(),
                         [&](Activation each) { return name_of(each) == activation; });
        if (word != "layer" || !head || rows != inputs || units == 0 || units > 10'000 ||
            known == all_activations().end())
            throw reading.wrong(fmt::format("a layer of {} inputs should stand here, as in \"layer "
                                            "{} 10 softmax\"",
                                            inputs, inputs));
        Layer layer{xt::zeros<double>({rows, units}), xt::zeros<double>({units})};
        for (std::size_t i = 0; i < rows; ++i) {
            const std::vector<double> row = reading.numbers(units);
            std::copy(row.begin(), row.end(), layer.W.data() + i * units);
        }
        const std::vector<double> b = reading.numbers(units);
        std::copy(b.begin(), b.end(), layer.b.begin());
        layers.push_back(layer);
        activations.push_back(*known);
        inputs = units;
    }
    if (inputs != classes || activations.back() != Activation::softmax)
        throw reading.wrong("the last layer must be a softmax of 10 units, one for each digit");
    Sequential model(layers, activations);
    model.compile({}, Loss::categorical_crossentropy);
    return model;
}

} // namespace digits

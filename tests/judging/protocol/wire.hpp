/// @file
/// How values cross the pipe between the judge and the host that holds the student's code. Every
/// value has a fixed binary form. The reader checks every size before using it, because the other
/// side may be hostile.
#pragma once

#include "common/math/tensor.hpp"

#include <boost/fusion/include/for_each.hpp>
#include <boost/fusion/support/is_sequence.hpp>

#include <cstdint>
#include <cstring>
#include <functional>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <vector>

namespace judging::wire {

using workbook::Matrix;
using workbook::Vector;

/// The bytes on the pipe violate the protocol.
struct BadBytes : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// The kind of a frame.
enum class Kind : std::uint8_t {
    call = 1,       ///< judge → host: function index, arguments
    value,          ///< host → judge: the result
    todo,           ///< host → judge: the step is not written, its number
    threw,          ///< host → judge: an exception, its type and text
    callback,       ///< calls an argument that is a function and stayed on the other side
    callback_value, ///< what that function gave
    callback_threw, ///< that function threw
    ready,          ///< host → judge: main() was reached
    call_alone,     ///< judge → host: the same as call, but first, for each of the chapter's
                    ///< functions, whether the judge answers what the student's code calls it with
    other,          ///< host → judge: such a call: function index, arguments
    other_value,    ///< judge → host: the right result
    other_threw,    ///< judge → host: the exception of a right function that refuses these
    trace           ///< host → judge: where an exception or a crash came from
};

/// A trace is a list of addresses in the program, of the innermost call first; no longer than this.
using Trace = std::vector<std::uint64_t>;
constexpr std::size_t longest_trace = 48;

/// Appends values to a growing string of bytes.
class Writer {
public:
    /// A function among the arguments stays on this side: only its number is sent, and the other
    /// side calls it back. A Callback turns the bytes of the argument into those of the result.
    using Callback = std::function<std::string(const std::string& argument)>;

    /// `first_number`: of the first function that is kept. Calls may be nested, so those of an
    /// inner call are counted on from those of the outer ones.
    explicit Writer(std::uint32_t first_number) : first_number_(first_number) {}
    Writer() = default;

    void bytes(const void* data, std::size_t size)
    {
        buffer_.append(static_cast<const char*>(data), size);
    }

    template <class T>
    void plain(const T& value)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        bytes(&value, sizeof value);
    }

    std::uint32_t keep(Callback callback)
    {
        callbacks_.push_back(std::move(callback));
        return end_number() - 1;
    }

    std::uint32_t first_number() const { return first_number_; }
    std::uint32_t end_number() const
    {
        return first_number_ + static_cast<std::uint32_t>(callbacks_.size());
    }

    const std::string& str() const { return buffer_; }
    const std::vector<Callback>& callbacks() const { return callbacks_; }

private:
    std::string buffer_;
    std::uint32_t first_number_ = 0;
    std::vector<Callback> callbacks_;
};

/// Reads values from a string of bytes, in the order in which they were written.
class Reader {
public:
    /// Calls a function that stayed on the other side: its number and its argument.
    using CallBack = std::function<std::string(std::uint32_t number, const std::string& argument)>;

    explicit Reader(const std::string& buffer, CallBack call_back = {})
        : buffer_(buffer), call_back_(std::move(call_back))
    {
    }

    void bytes(void* data, std::size_t size)
    {
        expect_left(size);
        if (size == 0) {
            return; // an empty container may have no data() to copy to
        }
        std::memcpy(data, buffer_.data() + position_, size);
        position_ += size;
    }

    template <class T>
    T plain()
    {
        static_assert(std::is_trivially_copyable_v<T>);
        T value;
        bytes(&value, sizeof value);
        return value;
    }

    /// Reads how many items follow, each of at least `each` bytes.
    std::size_t count(std::size_t each)
    {
        const auto n = plain<std::uint64_t>();
        if (n > left() / each) {
            throw BadBytes("a size that is larger than what came");
        }
        return static_cast<std::size_t>(n);
    }

    /// Throws if fewer than `size` bytes are left.
    void expect_left(std::uint64_t size) const
    {
        if (size > left()) {
            throw BadBytes("the bytes end too early");
        }
    }

    std::size_t left() const { return buffer_.size() - position_; }

    void expect_end() const
    {
        if (left() != 0) {
            throw BadBytes("more bytes than the value has");
        }
    }

    const CallBack& call_back() const { return call_back_; }

private:
    const std::string& buffer_;
    std::size_t position_ = 0;
    CallBack call_back_;
};

/// A matrix without entries costs no bytes, so nothing else limits its sides.
constexpr std::uint64_t most_empty = 10'000;

template <class T>
struct is_function : std::false_type {};
template <class R, class A>
struct is_function<std::function<R(A)>> : std::true_type {
    using result = R;
    using argument = std::decay_t<A>;
};

template <class T>
struct is_std_vector : std::false_type {};
template <class T>
struct is_std_vector<std::vector<T>> : std::true_type {};

template <class T>
T read(Reader& reader);

/// Appends `value`; a plain struct goes field by field.
template <class T>
void write(Writer& writer, const T& value)
{
    if constexpr (std::is_arithmetic_v<T>) {
        writer.plain(value);
    } else if constexpr (std::is_enum_v<T>) {
        writer.plain(static_cast<std::int32_t>(value));
    } else if constexpr (std::is_same_v<T, std::string>) {
        writer.plain<std::uint64_t>(value.size());
        writer.bytes(value.data(), value.size());
    } else if constexpr (std::is_same_v<T, Vector>) {
        writer.plain<std::uint64_t>(value.size());
        writer.bytes(value.data(), value.size() * sizeof(double));
    } else if constexpr (std::is_same_v<T, Matrix>) {
        writer.plain<std::uint64_t>(value.shape(0));
        writer.plain<std::uint64_t>(value.shape(1));
        writer.bytes(value.data(), value.size() * sizeof(double));
    } else if constexpr (is_std_vector<T>::value) {
        writer.plain<std::uint64_t>(value.size());
        for (const auto& item : value) {
            write(writer, item);
        }
    } else if constexpr (is_function<T>::value) {
        const auto number = writer.keep([value](const std::string& bytes) {
            Reader argument(bytes);
            const auto x = read<typename is_function<T>::argument>(argument);
            argument.expect_end();
            Writer result;
            write(result, value(x));
            return result.str();
        });
        writer.plain(number);
    } else {
        static_assert(boost::fusion::traits::is_sequence<T>::value,
                      "name the struct's fields with BOOST_FUSION_ADAPT_STRUCT in functions.hpp");
        boost::fusion::for_each(value, [&](const auto& field) { write(writer, field); });
    }
}

/// Reads a value of type T; throws BadBytes if the bytes cannot be one.
template <class T>
T read(Reader& reader)
{
    if constexpr (std::is_same_v<T, bool>) {
        return reader.plain<std::uint8_t>() != 0;
    } else if constexpr (std::is_arithmetic_v<T>) {
        return reader.plain<T>();
    } else if constexpr (std::is_enum_v<T>) {
        return static_cast<T>(reader.plain<std::int32_t>());
    } else if constexpr (std::is_same_v<T, std::string>) {
        std::string text(reader.count(1), '\0');
        reader.bytes(text.data(), text.size());
        return text;
    } else if constexpr (std::is_same_v<T, Vector>) {
        Vector v(Vector::shape_type{reader.count(sizeof(double))});
        reader.bytes(v.data(), v.size() * sizeof(double));
        return v;
    } else if constexpr (std::is_same_v<T, Matrix>) {
        const auto rows = reader.plain<std::uint64_t>();
        const auto columns = reader.plain<std::uint64_t>();
        const std::uint64_t entries = reader.left() / sizeof(double);
        const bool empty = rows == 0 || columns == 0;
        if (!empty && (rows > entries || columns > entries || rows > entries / columns)) {
            throw BadBytes("a matrix that is larger than what came");
        }
        if (empty && (rows > most_empty || columns > most_empty)) {
            throw BadBytes("an absurd shape");
        }
        Matrix m(
            Matrix::shape_type{static_cast<std::size_t>(rows), static_cast<std::size_t>(columns)});
        reader.bytes(m.data(), m.size() * sizeof(double));
        return m;
    } else if constexpr (is_std_vector<T>::value) {
        std::vector<typename T::value_type> items;
        const std::size_t size = reader.count(1);
        for (std::size_t i = 0; i < size; ++i) {
            items.push_back(read<typename T::value_type>(reader));
        }
        return items;
    } else if constexpr (is_function<T>::value) {
        const auto number = reader.plain<std::uint32_t>();
        return [number, call_back = reader.call_back()](const auto& x) {
            Writer argument;
            write(argument, x);
            const std::string bytes = call_back(number, argument.str());
            Reader result(bytes);
            return read<typename is_function<T>::result>(result);
        };
    } else {
        T value{};
        boost::fusion::for_each(
            value, [&](auto& field) { field = read<std::decay_t<decltype(field)>>(reader); });
        return value;
    }
}

} // namespace judging::wire

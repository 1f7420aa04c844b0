/// @file
/// Values whose type is known only while a formula is being evaluated: numbers, integers, vectors,
/// matrices, lists, structs and functions. Copies share their storage until one of them is changed.
/// Everything here belongs to one thread.
#pragma once

#include "judging/protocol/agree.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace judging::search {

struct Type;
struct Tensor;
struct Sequence;
struct Callable;

/// A formula that cannot be evaluated: a C++ compiler would refuse it, or it never ends.
struct Broken {};

/// A formula that throws an exception when it is evaluated, e.g. because shapes do not fit.
struct Threw {};

/// What several values may share.
struct Object {
    Object() = default;
    Object(const Object&) {}
    Object& operator=(const Object&) = delete;
    virtual ~Object() = default;
    mutable std::uint32_t uses = 0;
};

/// A number, a vector …: see Kind.
class Value {
public:
    enum class Kind : std::uint8_t {
        nothing,
        number,    ///< double
        whole,     ///< int: 1 / 2 is 0
        count,     ///< std::size_t: 0 − 1 is large
        truth,     ///< bool
        vector,    ///< a Vector
        matrix,    ///< a Matrix
        list,      ///< a std::vector
        structure, ///< a struct
        braces,    ///< {a, b}, before it is known what it stands for
        function,  ///< a std::function or a lambda
        random     ///< a stream of random numbers
    };

    Value() = default;
    Value(const Value& other);
    Value(Value&& other) noexcept;
    Value& operator=(const Value& other);
    Value& operator=(Value&& other) noexcept;
    ~Value();

    static Value number(double number);
    static Value whole(std::int64_t number);
    static Value count(std::uint64_t number);
    static Value truth(bool truth);
    /// All entries are 0.
    static Value vector(std::size_t size);
    static Value matrix(std::size_t rows, std::size_t columns);
    static Value list(const Type* item, std::vector<Value> items = {});
    static Value structure(const Type* type, std::vector<Value> fields);
    static Value braces(std::vector<Value> items);
    static Value function(std::function<Value(std::vector<Value>&)> call);
    /// Any other object.
    static Value object(Kind kind, Object* object);

    Kind kind() const { return kind_; }
    bool is_number() const { return kind_ >= Kind::number && kind_ <= Kind::truth; }
    bool is_integer() const { return kind_ >= Kind::whole && kind_ <= Kind::truth; }
    bool is_tensor() const { return kind_ == Kind::vector || kind_ == Kind::matrix; }
    bool is_sequence() const { return kind_ >= Kind::list && kind_ <= Kind::braces; }

    double as_number() const;
    std::int64_t as_whole() const;
    bool as_truth() const;

    const Tensor& tensor() const;
    const Sequence& sequence() const;
    const Callable& callable() const;
    const Object* object() const { return object_; }
    /// The same for changing them: nothing else shares the storage then.
    Tensor& own_tensor();
    Sequence& own_sequence();

private:
    void release();

    Kind kind_ = Kind::nothing;
    union {
        double number_;
        std::int64_t whole_ = 0;
    };
    Object* object_ = nullptr;
};

/// A few numbers without a place of their own on the heap.
class Numbers {
public:
    explicit Numbers(std::size_t size);
    Numbers(const Numbers& other);
    Numbers& operator=(const Numbers&) = delete;
    ~Numbers();

    std::size_t size() const { return size_; }
    double* begin() { return data_; }
    double* end() { return data_ + size_; }
    const double* begin() const { return data_; }
    const double* end() const { return data_ + size_; }
    double& operator[](std::size_t i) { return data_[i]; }
    double operator[](std::size_t i) const { return data_[i]; }

private:
    static constexpr std::size_t few = 12;
    std::size_t size_;
    double* data_;
    double few_[few];
};

/// The entries of a vector (a single row) or matrix, row by row.
struct Tensor : Object {
    Tensor(std::size_t rows_, std::size_t columns_)
        : rows(rows_), columns(columns_), data(rows_ * columns_)
    {
    }
    std::size_t rows;
    std::size_t columns;
    Numbers data;
};

/// The items of a list or braces (type: that of an item, if known) or the fields of a struct (type:
/// the struct).
struct Sequence : Object {
    const Type* type = nullptr;
    std::vector<Value> items;
};

struct Callable : Object {
    std::function<Value(std::vector<Value>&)> call;
};

/// A value as the judge compares it: its structure in words, and its numbers.
struct Answer {
    std::string shape; ///< as judging::Flat has it, e.g. "{w: (2), b: number}"
    std::vector<double> numbers;
};

void append_numbers(const Value& value, std::vector<double>& numbers);
std::string shape_of(const Value& value);
Answer answer_of(const Value& value);

using judging::agree;

/// How closely a mistake must reproduce the student's numbers to be named.
constexpr double tolerance = 1e-9;

} // namespace judging::search

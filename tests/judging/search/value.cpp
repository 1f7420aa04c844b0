#include "judging/search/value.hpp"

#include "judging/search/syntax.hpp"

#include <algorithm>
#include <cmath>

namespace judging::search {

Numbers::Numbers(std::size_t size) : size_(size), data_(size <= few ? few_ : new double[size])
{
    std::fill(begin(), end(), 0.0);
}

Numbers::Numbers(const Numbers& other)
    : size_(other.size_), data_(size_ <= few ? few_ : new double[size_])
{
    std::copy(other.begin(), other.end(), begin());
}

Numbers::~Numbers()
{
    if (data_ != few_) {
        delete[] data_;
    }
}

Value::Value(const Value& other) : kind_(other.kind_), whole_(other.whole_), object_(other.object_)
{
    if (object_ != nullptr) {
        ++object_->uses;
    }
}

Value::Value(Value&& other) noexcept
    : kind_(other.kind_), whole_(other.whole_), object_(std::exchange(other.object_, nullptr))
{
    other.kind_ = Kind::nothing;
}

Value& Value::operator=(const Value& other)
{
    return *this = Value(other);
}

Value& Value::operator=(Value&& other) noexcept
{
    std::swap(kind_, other.kind_);
    std::swap(whole_, other.whole_);
    std::swap(object_, other.object_);
    return *this;
}

Value::~Value()
{
    release();
}

void Value::release()
{
    if (object_ != nullptr && --object_->uses == 0) {
        delete object_;
    }
    object_ = nullptr;
}

Value Value::number(double number)
{
    Value v;
    v.kind_ = Kind::number;
    v.number_ = number;
    return v;
}

Value Value::whole(std::int64_t number)
{
    Value v;
    v.kind_ = Kind::whole;
    v.whole_ = number;
    return v;
}

Value Value::count(std::uint64_t number)
{
    Value v;
    v.kind_ = Kind::count;
    v.whole_ = static_cast<std::int64_t>(number);
    return v;
}

Value Value::truth(bool truth)
{
    Value v;
    v.kind_ = Kind::truth;
    v.whole_ = truth ? 1 : 0;
    return v;
}

Value Value::object(Kind kind, Object* object)
{
    Value v;
    v.kind_ = kind;
    v.object_ = object;
    ++object->uses;
    return v;
}

namespace {

constexpr std::size_t too_large = 100'000;

Value sequence(Value::Kind kind, const Type* type, std::vector<Value> items)
{
    auto* const made = new Sequence;
    made->type = type;
    made->items = std::move(items);
    return Value::object(kind, made);
}

} // namespace

Value Value::vector(std::size_t size)
{
    if (size > too_large) {
        throw Broken{};
    }
    return object(Kind::vector, new Tensor(1, size));
}

Value Value::matrix(std::size_t rows, std::size_t columns)
{
    if (rows > too_large || columns > too_large || rows * columns > too_large) {
        throw Broken{};
    }
    return object(Kind::matrix, new Tensor(rows, columns));
}

Value Value::list(const Type* item, std::vector<Value> items)
{
    return search::sequence(Kind::list, item, std::move(items));
}

Value Value::structure(const Type* type, std::vector<Value> fields)
{
    return search::sequence(Kind::structure, type, std::move(fields));
}

Value Value::braces(std::vector<Value> items)
{
    return search::sequence(Kind::braces, nullptr, std::move(items));
}

Value Value::function(std::function<Value(std::vector<Value>&)> call)
{
    auto* const callable = new Callable;
    callable->call = std::move(call);
    return object(Kind::function, callable);
}

double Value::as_number() const
{
    switch (kind_) {
    case Kind::number: return number_;
    case Kind::count: return static_cast<double>(static_cast<std::uint64_t>(whole_));
    case Kind::whole:
    case Kind::truth: return static_cast<double>(whole_);
    default: throw Broken{};
    }
}

std::int64_t Value::as_whole() const
{
    if (kind_ == Kind::number) {
        constexpr double largest = 9e15;
        if (!(std::abs(number_) < largest)) {
            throw Broken{};
        }
        return static_cast<std::int64_t>(number_);
    }
    if (!is_integer()) {
        throw Broken{};
    }
    return whole_;
}

bool Value::as_truth() const
{
    return kind_ == Kind::number ? number_ != 0.0 : as_whole() != 0;
}

const Tensor& Value::tensor() const
{
    if (!is_tensor()) {
        throw Broken{};
    }
    return static_cast<const Tensor&>(*object_);
}

const Sequence& Value::sequence() const
{
    if (!is_sequence()) {
        throw Broken{};
    }
    return static_cast<const Sequence&>(*object_);
}

const Callable& Value::callable() const
{
    if (kind_ != Kind::function) {
        throw Broken{};
    }
    return static_cast<const Callable&>(*object_);
}

Tensor& Value::own_tensor()
{
    const Tensor& shared = tensor();
    if (shared.uses > 1) {
        *this = object(kind_, new Tensor(shared));
    }
    return static_cast<Tensor&>(*object_);
}

Sequence& Value::own_sequence()
{
    const Sequence& shared = sequence();
    if (shared.uses > 1) {
        *this = object(kind_, new Sequence(shared));
    }
    return static_cast<Sequence&>(*object_);
}

void append_numbers(const Value& value, std::vector<double>& numbers)
{
    if (value.is_number()) {
        numbers.push_back(value.as_number());
    } else if (value.is_tensor()) {
        numbers.insert(numbers.end(), value.tensor().data.begin(), value.tensor().data.end());
    } else if (value.is_sequence()) {
        for (const Value& item : value.sequence().items) {
            append_numbers(item, numbers);
        }
    }
}

namespace {

std::string list_shape(const Sequence& list)
{
    const bool plain = list.type != nullptr && list.type->is_arithmetic();
    std::string shape = std::to_string(list.items.size()) + (plain ? " numbers" : " × [");
    if (plain) {
        return shape;
    }
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        shape += (i == 0 ? "" : ", ") + shape_of(list.items[i]);
    }
    return shape + "]";
}

} // namespace

std::string shape_of(const Value& value)
{
    switch (value.kind()) {
    case Value::Kind::vector: return "(" + std::to_string(value.tensor().columns) + ")";
    case Value::Kind::matrix:
        return "(" + std::to_string(value.tensor().rows) + ", " +
               std::to_string(value.tensor().columns) + ")";
    case Value::Kind::list: return list_shape(value.sequence());
    case Value::Kind::structure: {
        const Sequence& fields = value.sequence();
        std::string shape = "{";
        for (std::size_t i = 0; i < fields.items.size(); ++i) {
            shape += (i == 0 ? "" : ", ") + fields.type->fields[i].name + ": " +
                     shape_of(fields.items[i]);
        }
        return shape + "}";
    }
    case Value::Kind::function: return "function";
    default: return value.is_number() ? "number" : "?";
    }
}

Answer answer_of(const Value& value)
{
    Answer answer{shape_of(value), {}};
    append_numbers(value, answer.numbers);
    return answer;
}

} // namespace judging::search

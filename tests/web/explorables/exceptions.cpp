// Exceptions in WebAssembly, where nothing unwinds the stack: a throw tells the page the
// exception's type and text, and the page ends the call by throwing an error of its own. No catch
// is ever reached, so a module that has thrown is made anew before it is called again.
#include "explorables/thrown.hpp"

#include <cstddef>
#include <cstdlib>
#include <exception>
#include <new>
#include <typeinfo>

extern "C" {

/// What compilers call, in the C++ ABI's own names.
void* __cxa_allocate_exception(std::size_t size) noexcept;
void __cxa_free_exception(void* exception) noexcept;
[[noreturn]] void __cxa_throw(void* exception, std::type_info* type, void (*destroy)(void*));
[[noreturn]] void __cxa_rethrow();
void* __cxa_begin_catch(void* exception) noexcept;
void __cxa_end_catch();
}

namespace {

/// The part of libc++abi's own kind of type_info that tells whether a type may be caught as
/// another; its virtual functions stand in this order.
class Catchable : public std::type_info {
public:
    ~Catchable() override;
    virtual void noop1() const;
    virtual void noop2() const;
    virtual bool can_catch(const Catchable* thrown, void*& object) const = 0;
};

/// The text of whatever is derived from std::exception.
const char* text_of(void* exception, const std::type_info* type)
{
    const auto* const base = reinterpret_cast<const Catchable*>(&typeid(std::exception));
    void* object = exception;
    return base->can_catch(reinterpret_cast<const Catchable*>(type), object)
               ? static_cast<const std::exception*>(object)->what()
               : "";
}

} // namespace

void* __cxa_allocate_exception(std::size_t size) noexcept
{
    void* const room = std::malloc(size);
    if (room == nullptr) {
        workbook_thrown("St9bad_alloc", "no memory is left for an exception");
    }
    return room;
}

void __cxa_free_exception(void* exception) noexcept
{
    std::free(exception);
}

void __cxa_throw(void* exception, std::type_info* type, void (*)(void*))
{
    workbook_thrown(type->name(), text_of(exception, type));
}

// No handler is entered, so these are linked but never called.
void __cxa_rethrow()
{
    std::abort();
}

void* __cxa_begin_catch(void*) noexcept
{
    std::abort();
}

void __cxa_end_catch()
{
    std::abort();
}

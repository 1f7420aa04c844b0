/// @file
/// What a run of the fuzzer is made of: bytes that decide how the student answers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>

namespace fuzz {

/// Decisions, one after the other; when they are used up, every further one is 0.
class Data {
public:
    void start(const std::uint8_t* bytes, std::size_t size)
    {
        bytes_ = bytes;
        left_ = size;
    }

    std::uint8_t byte()
    {
        if (left_ == 0) {
            return 0;
        }
        --left_;
        return *bytes_++;
    }

    template <class T>
    T number()
    {
        T value{};
        const std::size_t size = left_ < sizeof value ? left_ : sizeof value;
        if (size > 0) {
            std::memcpy(&value, bytes_, size);
        }
        bytes_ += size;
        left_ -= size;
        return value;
    }

    std::string text(std::size_t longest)
    {
        std::string result;
        for (std::size_t size = byte() % (longest + 1); result.size() < size;) {
            result += static_cast<char>(byte());
        }
        return result;
    }

private:
    const std::uint8_t* bytes_ = nullptr;
    std::size_t left_ = 0;
};

/// Those of the current run.
inline Data data;

} // namespace fuzz

/// @file
/// A text that grows with the class, kept on the disk: memory must not grow with it.
#pragma once

#include <cstdio>
#include <functional>
#include <memory>
#include <string>

namespace workbook {

/// Takes the pieces of a text, in their order.
using TakePiece = std::function<void(const std::string& piece)>;

class LongText {
public:
    /// Throws CannotWrite if there is no room.
    void add(const std::string& more);

    bool empty() const { return size_ == 0; }

    /// Hands over what was added.
    void pieces(const TakePiece& take);

private:
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };

    std::string held_; ///< not in the file yet
    std::unique_ptr<std::FILE, Close> file_;
    std::size_t size_ = 0;
};

} // namespace workbook

#include "grade/long_text.hpp"

#include "common/system/files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace workbook {

namespace {

constexpr std::size_t held_at_most = 64 * 1024;

[[noreturn]] void cannot_write()
{
    throw CannotWrite(fmt::format("cannot write a temporary file: {}", std::strerror(errno)));
}

} // namespace

void LongText::add(const std::string& more)
{
    held_ += more;
    size_ += more.size();
    if (held_.size() < held_at_most) {
        return;
    }
    if (file_ == nullptr) {
        file_.reset(std::tmpfile()); // gone when it is closed, and when the program ends
    }
    if (file_ == nullptr ||
        std::fwrite(held_.data(), 1, held_.size(), file_.get()) != held_.size()) {
        cannot_write();
    }
    held_.clear();
}

void LongText::pieces(const TakePiece& take)
{
    if (file_ != nullptr) {
        std::string piece(held_at_most, '\0');
        if (std::fflush(file_.get()) != 0 || std::fseek(file_.get(), 0, SEEK_SET) != 0) {
            cannot_write();
        }
        std::size_t left = size_ - held_.size();
        while (left > 0) {
            piece.resize(std::min(held_at_most, left));
            if (std::fread(piece.data(), 1, piece.size(), file_.get()) != piece.size()) {
                cannot_write();
            }
            take(piece);
            left -= piece.size();
        }
        std::fseek(file_.get(), 0, SEEK_END);
    }
    take(held_);
}

} // namespace workbook

#include "build/exported.hpp"

#include "common/system/files.hpp"

#include <boost/core/demangle.hpp>

#include <algorithm>
#include <cstring>

#include <elf.h>

namespace workbook {

namespace fs = std::filesystem;

namespace {

/// A table's entry in the file; all 0 where the file ends before it does.
template <class Entry>
Entry entry_at(const std::string& bytes, std::size_t place)
{
    Entry entry{};
    if (place <= bytes.size() && bytes.size() - place >= sizeof entry) {
        std::memcpy(&entry, bytes.data() + place, sizeof entry);
    }
    return entry;
}

std::string name_at(const std::string& bytes, std::size_t place)
{
    return place < bytes.size() ? std::string(bytes.c_str() + place) : std::string();
}

} // namespace

std::set<std::string> exported_functions(const fs::path& library)
{
    std::set<std::string> functions;
    const std::string bytes = read_file(library);
    const auto head = entry_at<Elf64_Ehdr>(bytes, 0);
    if (std::memcmp(head.e_ident, ELFMAG, SELFMAG) != 0 || head.e_ident[EI_CLASS] != ELFCLASS64 ||
        head.e_ident[EI_DATA] != ELFDATA2LSB) {
        return functions;
    }
    const auto section = [&](std::size_t number) {
        return entry_at<Elf64_Shdr>(bytes, head.e_shoff + number * sizeof(Elf64_Shdr));
    };
    for (std::size_t number = 0; number < head.e_shnum; ++number) {
        const Elf64_Shdr symbols = section(number);
        if (symbols.sh_type != SHT_DYNSYM) {
            continue;
        }
        const Elf64_Shdr names = section(symbols.sh_link);
        const std::size_t count =
            std::min<std::size_t>(symbols.sh_size, bytes.size()) / sizeof(Elf64_Sym);
        for (std::size_t i = 0; i < count; ++i) {
            const auto symbol =
                entry_at<Elf64_Sym>(bytes, symbols.sh_offset + i * sizeof(Elf64_Sym));
            if (ELF64_ST_BIND(symbol.st_info) == STB_GLOBAL &&
                ELF64_ST_TYPE(symbol.st_info) == STT_FUNC && symbol.st_shndx != SHN_UNDEF) {
                functions.insert(name_at(bytes, names.sh_offset + symbol.st_name));
            }
        }
    }
    return functions;
}

std::string defined_by_both(const fs::path& first, const fs::path& second)
{
    const std::set<std::string> others = exported_functions(second);
    for (const std::string& name : exported_functions(first)) {
        if (others.count(name) > 0) {
            return boost::core::demangle(name.c_str());
        }
    }
    return "";
}

} // namespace workbook

/// @file
/// The verbs of every day, each in a file of its own. All may throw UserError; all return the exit
/// status: 0 if all is right, else 1. The other verbs are in workshop/.
#pragma once

#include "build/toolchain.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace workbook {

/// Options that several verbs share.
struct CheckOptions {
    std::vector<std::string> what;     ///< "3", "3.4", "backprop"; empty: everything
    bool solutions = false;            ///< judge solutions/ instead of labs/
    std::string from;                  ///< judge the files below this folder
    bool unsafe = false;               ///< those files without the sandbox
    std::optional<std::uint64_t> seed; ///< of the random inputs
    bool json = false;
    bool clear_screen = false; ///< before the report, which takes the place of an old one
};

/// The options of `debug`.
struct DebugOptions : CheckOptions {
    bool prepare = false; ///< only makes what an editor's debugger is started with
};

int check(const Workspace& workspace, const CheckOptions& options);
int watch(const Workspace& workspace, const CheckOptions& options);
int list(const Workspace& workspace, bool json);
int hint(const Workspace& workspace, const std::string& step);
int reset(const Workspace& workspace, const std::string& chapter);
int skeletons(const Workspace& workspace);
int debug(const Workspace& workspace, const std::string& step, const DebugOptions& options);
int doctor(const Workspace& workspace);

/// Opens the course notes in a browser, at a chapter, section or page; "" means the cover.
int read_book(const Workspace& workspace, const std::string& word);

/// `notes` in a student edition, which has brought them along: says where they are.
int shipped_notes(const Workspace& workspace);

/// The options of `run` and `figures`.
struct FigureOptions {
    std::vector<std::string> names; ///< figures, or chapters; empty: all
    bool solutions = false;
    std::string out; ///< folder; empty: figures/ in the build folder
};

/// The options of `run`.
struct RunChapterOptions {
    std::string chapter;
    bool solutions = false;
    bool own = false;               ///< of the chapters that it uses, the student's functions too
    std::vector<std::string> words; ///< for the chapter's executable
};

int run_chapter(const Workspace& workspace, const RunChapterOptions& options);
int figures(const Workspace& workspace, const FigureOptions& options);

/// Replaces this program by the workshop, to call one of its verbs; builds the workshop first if
/// necessary. Never returns, except by throwing UserError.
int go_to_workshop(const Workspace& workspace, const std::string& verb,
                   const std::vector<std::string>& words);

/// The file that `check` judges for a chapter.
std::filesystem::path source_for(const Workspace& workspace, const Chapter& chapter,
                                 const CheckOptions& options);

/// A seed that was not used before.
std::uint64_t fresh_seed();

} // namespace workbook

#include "grade/html.hpp"

#include "common/system/text.hpp"
#include "grade/clean_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace workbook {
namespace {

/// The colours are those of Okabe and Ito's palette, as in the figures, darkened on white and
/// lightened on black until text in them has a contrast of at least 4.5 : 1.
const char* const style = R"css(
:root {
    color-scheme: light dark;
    --page: #fff; --panel: #f4f6f8; --line: #d3d9df; --text: #1f2328; --quiet: #57606a;
    --right: #006b4f; --wrong: #a63c00; --link: #005f9e; --fill: #0072b2; --warn: #fdf3e1;
    --warn-line: #c27c00;
}
@media screen and (prefers-color-scheme: dark) {
    :root {
        --page: #15191e; --panel: #1e242b; --line: #39424c; --text: #e3e7eb; --quiet: #a3acb5;
        --right: #4fc9a2; --wrong: #ff9c6b; --link: #6cb8f5; --fill: #56b4e9; --warn: #33291a;
        --warn-line: #e69f00;
    }
}
* { box-sizing: border-box; }
body {
    margin: 0 auto; padding: 1.5rem 1rem 3rem; max-width: 60rem;
    background: var(--page); color: var(--text); line-height: 1.5;
    font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans",
        "Noto Sans KR", "Noto Sans CJK KR", "Apple SD Gothic Neo", "Malgun Gothic", NanumGothic,
        sans-serif;
    word-break: keep-all; overflow-wrap: anywhere;
}
pre, code {
    font-family: ui-monospace, "DejaVu Sans Mono", Consolas, Menlo, "Noto Sans Mono",
        NanumGothicCoding, monospace;
    font-size: .875em;
}
a { color: var(--link); }
h1 { font-size: 1.9rem; line-height: 1.2; margin: .1em 0 .3em; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 .6rem; padding-bottom: .25rem;
     border-bottom: 2px solid var(--line); display: flex; flex-wrap: wrap;
     justify-content: space-between; gap: 0 1rem; }
h3 { font-size: 1rem; margin: 0; }
h4 { font-size: .875rem; margin: 1rem 0 .3rem; color: var(--quiet); }
p { margin: .5rem 0; }
.quiet { color: var(--quiet); }
.right { color: var(--right); } .wrong { color: var(--wrong); }
.number { font-variant-numeric: tabular-nums; white-space: nowrap; }
.big { font-size: 1.35rem; font-weight: 600; }
.skip { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
        white-space: nowrap; }
header table { margin-top: 1rem; }
.told { white-space: pre-line; }
.note { background: var(--panel); border-radius: 6px; padding: .5rem .8rem; margin: .6rem 0; }
.bar { display: block; height: .5rem; border-radius: .25rem; background: var(--line);
       overflow: hidden; print-color-adjust: exact; }
.bar > span { display: block; height: 100%; background: var(--fill); print-color-adjust: exact; }

.step { border-bottom: 1px solid var(--line); padding: .45rem 0; }
.step > h3 { display: flex; flex-wrap: wrap; gap: 0 .6rem; font-weight: 400; }
.step > h3 .sign { width: 1.1em; text-align: center; font-weight: 700; }
.step > h3 .name { flex: 1 1 12rem; }
.step > h3 .verdict { flex: 0 0 8.5rem; font-weight: 600; }
.step > h3 .number { flex: 0 0 6.5rem; text-align: right; color: var(--quiet); }
.step.open > h3 .name { font-weight: 600; }
.what { margin: .3rem 0 1rem 1.7rem; }
.mistake { background: var(--warn); border-left: 4px solid var(--warn-line);
           border-radius: 0 6px 6px 0; padding: .55rem .9rem; margin: .6rem 0; }
.mistake h4 { margin: 0; color: inherit; }
.mistake p { margin: .15rem 0 0; font-weight: 500; }

table { border-collapse: collapse; width: 100%; font-size: .94rem; }
caption { text-align: left; font-size: .875rem; font-weight: 700; color: var(--quiet);
          padding: .3rem 0; }
th, td { text-align: left; vertical-align: top; padding: .3rem .7rem .3rem 0;
         border-bottom: 1px solid var(--line); }
thead th { font-size: .875rem; color: var(--quiet); vertical-align: bottom; }
thead th::first-letter { text-transform: uppercase; }
tbody th { font-weight: 400; }
thead th, .facts th:first-child { overflow-wrap: normal; }
th.number, td.number { text-align: right; }
.facts { margin: .5rem 0; }
.facts th:first-child { width: 6.5rem; color: var(--quiet); }
.facts td code { font-size: .94em; }
.scroll { overflow-x: auto; }
.scroll table { overflow-wrap: normal; }
.scroll tbody th { min-width: 9rem; }
pre { background: var(--panel); border-radius: 6px; padding: .6rem .8rem; margin: .3rem 0;
      overflow-x: auto; line-height: 1.45; tab-size: 4; overflow-wrap: normal; }
pre .no { color: var(--quiet); user-select: none; padding-right: 1.2em; }
pre.wrap { white-space: pre-wrap; overflow-wrap: anywhere; }
figure { margin: .8rem 0 0; }
figcaption { font-size: .875rem; font-weight: 700; color: var(--quiet); }
details { margin: .5rem 0; }
summary { cursor: pointer; color: var(--link); font-size: .94rem; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }

.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr));
         gap: .7rem; margin: 1rem 0; padding: 0; }
.tiles div { background: var(--panel); border-radius: 8px; padding: .6rem .9rem; }
.tiles dt { font-size: .875rem; color: var(--quiet); }
.tiles dd { margin: 0; font-size: 1.5rem; font-weight: 600; }
.tiles small { font-size: .875rem; font-weight: 400; color: var(--quiet);
               white-space: nowrap; }
svg { display: block; width: 100%; max-width: 44rem; height: auto; }
svg text { fill: var(--text); font-size: 13px; text-anchor: middle; }
svg rect { fill: var(--fill); } svg line { stroke: var(--quiet); }
footer { margin-top: 3rem; font-size: .875rem; color: var(--quiet); }

@media (max-width: 34rem) {
    body { padding: 1rem .8rem 2rem; }
    h1 { font-size: 1.5rem; }
    .what { margin-left: 0; }
    .step > h3 .name { flex-basis: calc(100% - 2rem); }
    .step > h3 .verdict { flex: 1 1 auto; padding-left: 1.7rem; }
    .step > h3 .number { flex: 0 0 auto; }
    .facts th:first-child { width: 5.5rem; }
}
@media print {
    body { max-width: none; padding: 0; font-size: 10pt; }
    .step > h3, .mistake, tr, figure, svg { break-inside: avoid; }
    h2, h3, h4 { break-after: avoid; }
    pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid var(--line); }
    .scroll { overflow: visible; }
    a { color: inherit; text-decoration: none; }
    details::details-content { content-visibility: visible; block-size: auto; }
}
)css";

} // namespace

std::string html_text(const std::string& text)
{
    return escaped_markup(clean_text(text), "\"'");
}

std::string url_part(const std::string& text)
{
    std::string result;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool is_plain = byte < 0x80 && (std::isalnum(byte) != 0 || c == '-' || c == '_' ||
                                              c == '.' || c == '~');
        result += is_plain ? std::string(1, c) : fmt::format("%{:02X}", byte);
    }
    return result;
}

std::string html_page(const std::string& title, const std::string& body)
{
    // The policy is a second line of defence: anything hostile that gets through can neither load
    // nor run anything.
    return fmt::format(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" "
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        "<meta name=\"robots\" content=\"noindex\">\n"
        "<meta name=\"referrer\" content=\"no-referrer\">\n"
        "<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n{}</body>\n</html>\n",
        html_text(clean_line(title)), style, body);
}

std::string wide_table(const std::string& name, const std::string& rows)
{
    return fmt::format("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{0}\">\n"
                       "<table>\n<caption class=\"skip\">{0}</caption>\n{1}</table>\n</div>\n",
                       html_text(name), rows);
}

std::string html_bar(double fraction)
{
    return fmt::format("<span class=\"bar\" aria-hidden=\"true\"><span style=\"width:{:.0f}%\">"
                       "</span></span>",
                       100 * std::clamp(fraction, 0.0, 1.0));
}

std::string sign_of(Status status)
{
    return status == Status::right ? "✓" : status == Status::todo ? "·" : "✗";
}

std::string class_of(Status status)
{
    return status == Status::right ? "right" : status == Status::todo ? "quiet" : "wrong";
}

} // namespace workbook

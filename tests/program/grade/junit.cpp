#include "common/system/text.hpp"
#include "grade/clean_text.hpp"
#include "grade/outputs.hpp"
#include "grade/wording.hpp"

#include <fmt/format.h>

namespace workbook {
namespace {

/// How many test cases there are of each kind.
struct Counts {
    std::size_t tests = 0;
    std::size_t failures = 0;
    std::size_t errors = 0;
    std::size_t skipped = 0;

    std::string attributes() const
    {
        return fmt::format(R"(tests="{}" failures="{}" errors="{}" skipped="{}")", tests, failures,
                           errors, skipped);
    }
};

/// The text, escaped for use between tags.
std::string xml_text(const std::string& text)
{
    return escaped_markup(clean_text(text));
}

/// The text, escaped for an attribute, in which line breaks would be lost anyway.
std::string xml_attribute(const std::string& text)
{
    return xml_text(clean_line(text));
}

/// The step's result as JUnit XML; the compiler's message is given once per chapter.
std::string outcome(const GradedStep& step, bool& told_build, Counts& counts)
{
    if (step.by_hand.excused) {
        ++counts.skipped;
        return "<skipped message=\"excused\"/>";
    }
    std::string element;
    switch (step.status) {
    case Status::right: return "";
    case Status::todo:
        ++counts.skipped;
        return fmt::format("<skipped message=\"{}\"/>", xml_attribute(short_message(step)));
    case Status::wrong:
        ++counts.failures;
        element = "failure";
        break;
    case Status::crashed:
    case Status::timeout:
    case Status::not_built:
        ++counts.errors;
        element = "error";
        break;
    }
    const bool is_repeated = step.status == Status::not_built && told_build && !step.left_out;
    told_build |= step.status == Status::not_built && !step.left_out;
    return fmt::format("<{0} type=\"{1}\" message=\"{2}\">{3}</{0}>", element,
                       to_string(step.status), xml_attribute(shortened(short_message(step), 200)),
                       is_repeated ? "" : xml_text(step.message));
}

std::string suite_of(const GradedStudent& student, Counts& sum)
{
    Counts counts;
    std::string cases;
    for (const GradedChapter& chapter : student.chapters) {
        bool told_build = false;
        for (const GradedStep& step : chapter.steps) {
            ++counts.tests;
            const std::string inner = outcome(step, told_build, counts);
            cases += fmt::format("<testcase classname=\"{}.{}\" name=\"{} {}\" time=\"{:.3f}\"{}\n",
                                 xml_attribute(student.key), xml_attribute(chapter.folder),
                                 xml_attribute(step.number), xml_attribute(step.name), step.seconds,
                                 inner.empty() ? "/>" : ">" + inner + "</testcase>");
        }
    }
    sum.tests += counts.tests;
    sum.failures += counts.failures;
    sum.errors += counts.errors;
    sum.skipped += counts.skipped;
    return fmt::format("<testsuite name=\"{}\" {}>\n"
                       "<properties><property name=\"student\" value=\"{}\"/></properties>\n"
                       "{}</testsuite>\n",
                       xml_attribute(student.key), counts.attributes(), xml_attribute(student.name),
                       cases);
}

class JUnitFile : public ClassFile {
public:
    explicit JUnitFile(const GradingRules& rules) : rules_(rules) {}

    void add(const GradedStudent& student) override { suites_.add(suite_of(student, sum_)); }

    void pieces(const TakePiece& take) override
    {
        take(fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                         "<testsuites name=\"{}\" {}>\n",
                         xml_attribute(rules_.assignment), sum_.attributes()));
        suites_.pieces(take);
        take("</testsuites>\n");
    }

private:
    const GradingRules& rules_;
    Counts sum_;
    LongText suites_;
};

} // namespace

std::unique_ptr<ClassFile> begin_junit(const GradingRules& rules,
                                       const std::vector<ChapterColumns>& /*columns*/,
                                       const ClassTexts& /*texts*/)
{
    return std::make_unique<JUnitFile>(rules);
}

} // namespace workbook

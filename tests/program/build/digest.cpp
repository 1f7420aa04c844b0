#include "build/digest.hpp"

#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/uuid_io.hpp>

namespace workbook {

std::string digest(const std::string& bytes)
{
    static const boost::uuids::uuid contents = boost::uuids::ns::oid(); // any, but always the same
    return boost::uuids::to_string(boost::uuids::name_generator_sha1(contents)(bytes));
}

} // namespace workbook

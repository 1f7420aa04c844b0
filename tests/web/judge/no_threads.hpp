/// @file
/// What Boost.Math locks with where there is only one thread, and the C++ library has no mutex.
#pragma once

#define BOOST_SMART_PTR_DETAIL_LIGHTWEIGHT_MUTEX_HPP_INCLUDED

namespace boost::detail {

class lightweight_mutex {
public:
    struct scoped_lock {
        explicit scoped_lock(lightweight_mutex&) {}
    };
};

} // namespace boost::detail

// verdict: 1.1=wrong others=todo
// Calls home: to the network, to the machine itself, to sockets that are files, to the kernel.
#include "perceptron.hpp"
#include <arpa/inet.h>
#include <cstdio>
#include <cstring>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

double perceptron::weighted_sum(const Vector&, const Vector&, double)
{
    for (int family = 0; family < 46; ++family) {
        for (const int type : {SOCK_STREAM, SOCK_DGRAM, SOCK_RAW, SOCK_SEQPACKET}) {
            const int to = ::socket(family, type, 0);
            int pair[2];
            if (to < 0 && ::socketpair(family, type, 0, pair) != 0) {
                continue;
            }
            std::printf("ESCAPED: a socket of family %d\n", family);
            sockaddr_in inet{AF_INET, htons(@PORT@), {htonl(INADDR_LOOPBACK)}, {}};
            ::connect(to, reinterpret_cast<sockaddr*>(&inet), sizeof inet);
            sockaddr_un local{AF_UNIX, "@SOCKET@"};
            ::connect(to, reinterpret_cast<sockaddr*>(&local), sizeof local);
        }
    }
    if (::gethostbyname("localhost") != nullptr && ::gethostbyname("example.org") != nullptr) {
        std::puts("ESCAPED: a name was looked up");
    }
    return 0;
}

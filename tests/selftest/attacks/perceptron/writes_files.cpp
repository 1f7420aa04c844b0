// verdict: 1.1=wrong|crashed others=todo
// Leaves files everywhere, links to what is not its own, and fills the disk.
#include "perceptron.hpp"
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

double perceptron::weighted_sum(const Vector&, const Vector&, double)
{
    static char bytes[1 << 16];
    for (const char* path : {@CANARIES@, "/canary", "canary", "/dev/shm/canary", "/run/canary",
                             "/var/tmp/canary", "/usr/lib/canary", "/lib/canary"}) {
        const int file = ::open(path, O_CREAT | O_RDWR, 0666);
        if (file < 0) {
            continue;
        }
        std::printf("ESCAPED: wrote %s\n", path);
        std::fflush(stdout);
        for (int i = 0; i < 8 && ::write(file, bytes, sizeof bytes) > 0; ++i) {
        }
    }
    if (::open("/", O_TMPFILE | O_RDWR, 0600) >= 0 || ::mkdir("/folder", 0700) == 0 ||
        ::symlink("/etc", "/link") == 0 || ::link("/program", "/program2") == 0 ||
        ::unlink("/program") == 0 || ::rename("/program", "/p") == 0 ||
        ::truncate("/program", 0) == 0 || ::chmod("/program", 0777) == 0) {
        std::puts("ESCAPED: changed the room");
    }
    return 0;
}

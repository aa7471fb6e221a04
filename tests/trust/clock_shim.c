/* A wall clock that is turned and a computer that sleeps, for one process: preloaded.
 *
 * clock_shift(wall_s, asleep_s): the wall clock shows so many seconds more than it does, and the
 * clock that counts sleep has counted so many. The monotonic clock is left alone, as Linux leaves
 * it: no person can turn it, and it stands while the computer sleeps.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <sys/time.h>
#include <time.h>

static volatile long wall_s, asleep_s;

void clock_shift(long wall, long asleep) {
    wall_s = wall;
    asleep_s = asleep;
}

int clock_gettime(clockid_t clock, struct timespec *at) {
    static int (*real)(clockid_t, struct timespec *);
    if (!real) real = dlsym(RTLD_NEXT, "clock_gettime");
    int failed = real(clock, at);
    if (!failed && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) at->tv_sec += wall_s;
    if (!failed && clock == CLOCK_BOOTTIME) at->tv_sec += asleep_s;
    return failed;
}

int gettimeofday(struct timeval *at, void *zone) {
    static int (*real)(struct timeval *, void *);
    if (!real) real = dlsym(RTLD_NEXT, "gettimeofday");
    int failed = real(at, zone);
    if (!failed && at) at->tv_sec += wall_s;
    return failed;
}

time_t time(time_t *at) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (at) *at = now.tv_sec;
    return now.tv_sec;
}
